import type { Scenario } from '../scenario.js';
import { cuts, flips } from './damage.js';
import { diskFull } from './disk-full.js';
import { fsync } from './fsync.js';
import { million } from './million.js';
import { poison } from './poison.js';
import { secondProcess } from './second-process.js';
import { slowReader } from './slow-reader.js';
import { writers } from './writers.js';

/** What can happen to the program besides being killed, by the name on the command line. */
export const scenarios = {
  writers,
  'second-process': secondProcess,
  'disk-full': diskFull,
  fsync,
  cuts,
  flips,
  poison,
  million,
  'slow-reader': slowReader,
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof scenarios;

export const isScenarioName = (name: string): name is ScenarioName => Object.hasOwn(scenarios, name);
