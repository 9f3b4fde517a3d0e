import 'reflect-metadata';
import { program } from './cli/beslutslogg.js';

await program.parseAsync(['node', 'beslutslogg', 'serve']);
