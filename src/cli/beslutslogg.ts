#!/usr/bin/env node
import 'reflect-metadata';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError, Option } from 'commander';
import { pino } from 'pino';
import { type Config, ConfigError, type ProcessRole, readConfig } from '../config.js';
import { isLocalDate } from '../domain/calendar.js';
import { type StreamKind, streamKinds } from '../domain/events.js';
import { CorruptLog, LogLocked, StoreUnavailable } from '../event-store/event-store.js';
import { version } from '../version.js';
import { exitCodes } from './exit-codes.js';

/** The command line. Every command reads the same environment as the service, and loads only what it needs itself. */
export const program = new Command('beslutslogg')
  .description('The decision log of public bodies')
  .version(version)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? exitCodes.done : exitCodes.usage))
  .showHelpAfterError('(--help tells more)');

program
  .command('serve')
  .description('serve the API, and send letters unless ROLE=api leaves that to workers')
  .action(() => serve());

program
  .command('worker')
  .description('send letters when they are due; answers only /health, /version and /metrics')
  .action(() => serve('worker'));

program
  .command('demo')
  .description('run with demo data in a temporary folder and a clock that can be moved')
  .option('--from <date>', 'begin the story on this day, e.g. 2025-11-13', localDate)
  .option('--keep <folder>', 'keep the data in this folder instead of a temporary one')
  .option('--mails', 'tell the whole story, list every mail it leads to, and end')
  .action((options: { from?: string; keep?: string; mails?: boolean }) =>
    withConfig(async (config) => {
      const { runDemo, runDemoMails } = await import('./demo-command.js');
      const demo = { ...config, demo: true };
      return options.mails ? runDemoMails(demo) : runDemo(demo, options);
    }),
  );

program
  .command('load')
  .description('record facts from NDJSON files: all of a file or nothing')
  .argument('<files...>', 'files, or - for standard input')
  .requiredOption('--actor <id>', 'who records them (opaque id)')
  .addOption(
    new Option('--role <role>', 'in which capacity')
      .choices(['secretary', 'chair', 'admin'])
      .default('secretary'),
  )
  .option('--json', 'progress and result as JSON lines')
  .action(
    (paths: string[], options: { actor: string; role: 'secretary' | 'chair' | 'admin'; json?: boolean }) =>
      withConfig(async (config) => (await import('./log-commands.js')).runLoad(config, paths, options)),
  );

program
  .command('export')
  .description('write the log as NDJSON (CloudEvents) to standard output')
  .option('--from <position or date>', 'begin here')
  .option('--kind <kinds...>', `only these streams: ${streamKinds.join(', ')}`, streamKind)
  .option('--no-people', 'leave personal data out')
  .option('--json', 'progress as JSON lines on standard error')
  .action((options: { from?: string; kind?: StreamKind[]; people: boolean; json?: boolean }) =>
    withConfig(async (config) => (await import('./log-commands.js')).runExport(config, options)),
  );

program
  .command('rebuild')
  .description('build every read model anew from the log')
  .option('--json', 'progress as JSON lines')
  .action((options: { json?: boolean }) =>
    withConfig(async (config) => (await import('./log-commands.js')).runRebuild(config, options)),
  );

program
  .command('verify')
  .description('hold the whole log and the read models to all they promise; only reads')
  .option('--json', 'progress, findings and result as JSON lines')
  .action((options: { json?: boolean }) =>
    withConfig(async (config) => (await import('./verify.js')).runVerify(config, options)),
  );

program
  .command('backup')
  .description(
    'write the log as it is now into a new folder, compressed, with a manifest; the service may run',
  )
  .argument('<folder>', 'a folder that is empty or not there')
  .option('--json', 'progress and manifest as JSON lines')
  .action((folder: string, options: { json?: boolean }) =>
    withConfig(async (config) => (await import('./backup.js')).runBackup(config, folder, options)),
  );

program
  .command('restore')
  .description('put a backup into an empty log, once its digests and contents are checked')
  .argument('<folder>', 'what backup wrote')
  .option('--json', 'progress and result as JSON lines')
  .action((folder: string, options: { json?: boolean }) =>
    withConfig(async (config) => (await import('./restore.js')).runRestore(config, folder, options)),
  );

program
  .command('doctor')
  .description('look at settings, disk, store, Redis, mail and clock; changes and sends nothing')
  .option('--json', 'one JSON line per check')
  .action((options: { json?: boolean }) =>
    withConfig(async (config) => (await import('./doctor.js')).runDoctor(config, options)),
  );

async function serve(role?: ProcessRole): Promise<void> {
  await withConfig(async (config) => {
    const { closeOnSignal, startService } = await import('../service.js');
    const logger = pino({ level: config.logLevel });
    const service = await startService(config, logger);
    closeOnSignal(service, logger);
    logger.info({ url: service.url, store: config.eventStore, role: config.role, version }, 'listening');
    return exitCodes.done;
  }, role);
}

async function withConfig(run: (config: Config) => Promise<number>, role?: ProcessRole): Promise<void> {
  try {
    process.exitCode = await run(readConfig(undefined, role));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = knownEnding(error);
    process.stderr.write(`${(code === undefined && error.stack) || error.message}\n`);
    process.exit(code ?? exitCodes.failed);
  }
}

/** The exit code for an error whose message says all there is to say. */
function knownEnding(error: Error): number | undefined {
  if (error instanceof ConfigError) return exitCodes.usage;
  if (error instanceof LogLocked || error instanceof CorruptLog || error instanceof StoreUnavailable)
    return exitCodes.failed;
  const taken = 'code' in error && ['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES'].includes(String(error.code));
  return taken ? exitCodes.usage : undefined;
}

/** Lets the process end quietly when whoever reads its output has read enough (`| head`). */
export function endWithReader(output: NodeJS.EventEmitter): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(exitCodes.refused);
  });
}

function localDate(text: string): string {
  if (!isLocalDate(text)) throw new InvalidArgumentError('write the day as 2025-11-13');
  return text;
}

function streamKind(text: string, before: StreamKind[] | undefined): StreamKind[] {
  const kind = streamKinds.find((known) => known === text);
  if (!kind) throw new InvalidArgumentError(`one of ${streamKinds.join(', ')}`);
  return [...(before ?? []), kind];
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  endWithReader(process.stdout);
  await program.parseAsync();
}
