import { existsSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { SystemClock } from '../clock.js';
import type { Config } from '../config.js';
import { LogLocked } from '../event-store/event-store.js';
import { LocalLog } from '../event-store/local-log.js';
import type { StreamKind } from '../domain/events.js';
import { files, openLog, type OpenLog } from '../log.js';
import { allProjections } from '../projections/all.js';
import { ReadModels } from '../projections/read-models.js';
import { exportLog, isExportStart } from './export.js';
import { exitCodes } from './exit-codes.js';
import { loadFacts } from './load.js';
import { startProgress } from './progress.js';

const neverMind = { onGrown: () => undefined, onReplaced: () => undefined };
const patience = 60_000;

async function openForWriting(config: Config): Promise<OpenLog | undefined> {
  try {
    const opened = await openLog(config, {
      ...neverMind,
      onFailure: (error) => {
        process.stderr.write(`${error.message}\n`);
        process.exit(exitCodes.failed);
      },
    });
    const head = opened.copy && (await opened.store.head());
    if (head) await opened.copy?.waitFor(head, patience);
    return opened;
  } catch (error) {
    if (!(error instanceof LogLocked)) throw error;
    process.stderr.write(
      'Loggen är öppen i en annan process, troligen tjänsten. Stoppa den först, eller använd API:t.\n' +
        'Another process, probably the service, has the log open. Stop it first, or use the API.\n',
    );
    return undefined;
  }
}

/** `load`: each file whole or not at all; the rest of the files is left when one is refused. */
export async function runLoad(
  config: Config,
  paths: readonly string[],
  options: {
    readonly actor: string;
    readonly role: 'secretary' | 'chair' | 'admin';
    readonly json?: boolean;
  },
): Promise<number> {
  const opened = await openForWriting(config);
  if (!opened) return exitCodes.refused;
  const say = (line: object, plain: string): void => {
    process.stdout.write(options.json ? `${JSON.stringify(line)}\n` : `${plain}\n`);
  };
  try {
    const clock = new SystemClock(config.timeZone);
    for (const path of paths) {
      const content = path === '-' ? await text(process.stdin) : readText(path);
      if (content === undefined) return exitCodes.usage;
      const file = { name: path, text: content };
      let progress: ReturnType<typeof startProgress> | undefined;
      let current: string | undefined;
      const loaded = await loadFacts(
        file,
        { store: opened.store, clock },
        {
          actor: { id: options.actor, role: options.role },
          onProgress: (work, done, total) => {
            if (work !== current) {
              progress?.stop();
              current = work;
              progress = startProgress(`${path} (${work})`, total, {
                stream: process.stderr,
                json: options.json,
              });
            }
            progress?.update(done, total);
          },
        },
      );
      progress?.stop();
      for (const { line, pointer, code, detail } of loaded.refusals)
        say(
          { refused: { file: path, line, pointer, code, detail } },
          `${path}:${line.toString()} ${pointer} ${detail.sv} / ${detail.en}`,
        );
      const { refusals, ...counts } = loaded;
      say(
        { loaded: counts, refused: refusals.length },
        refusals.length > 0
          ? `${path}: inget registrerades, ${refusals.length.toString()} fel / nothing recorded, ${refusals.length.toString()} faults`
          : `${path}: ${loaded.facts.toString()} uppgifter registrerade (${loaded.events.toString()} händelser), ${loaded.already.toString()} fanns redan / facts recorded, already there`,
      );
      if (refusals.length > 0) return exitCodes.refused;
    }
    return exitCodes.done;
  } finally {
    await opened.close();
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${path}: filen kan inte läsas / the file cannot be read (${why})\n`);
    return undefined;
  }
}

/** The local log file for reading, also while the service runs. */
export function openLocalLog(config: Config): LocalLog | undefined {
  const path = config.eventStore === 'sqlite' ? files.log(config.dataDir) : files.copy(config.dataDir);
  if (existsSync(path)) return LocalLog.open(path, { mode: 'readonly' });
  process.stderr.write(`Här finns ingen logg / There is no log here: ${path}\n`);
  return undefined;
}

/** `export`: the log to standard output. */
export async function runExport(
  config: Config,
  options: {
    readonly from?: string;
    readonly kind?: readonly StreamKind[];
    readonly people: boolean;
    readonly json?: boolean;
  },
): Promise<number> {
  if (options.from !== undefined && !isExportStart(options.from)) {
    process.stderr.write('--from: en position eller en dag / a position or a day, 2026-03-01\n');
    return exitCodes.usage;
  }
  const log = openLocalLog(config);
  if (!log) return exitCodes.refused;
  const total = log.count();
  const progress = startProgress('export', total, { stream: process.stderr, json: options.json });
  try {
    await exportLog(log, process.stdout, {
      from: options.from,
      kinds: options.kind,
      people: options.people,
      timeZone: config.timeZone,
      source: config.baseUrl,
      onProgress: (done) => {
        progress.update(done, total);
      },
    });
    return exitCodes.done;
  } finally {
    progress.stop();
    log.close();
  }
}

/** `rebuild`: every read model anew, beside the old file, then in its place. */
export async function runRebuild(config: Config, options: { readonly json?: boolean }): Promise<number> {
  const opened = await openForWriting(config);
  if (!opened) return exitCodes.refused;
  const progress = startProgress('rebuild', opened.log.count(), {
    stream: process.stderr,
    json: options.json,
  });
  const models = ReadModels.open({
    path: files.readModels(config.dataDir),
    log: opened.log,
    timeZone: config.timeZone,
    projections: allProjections,
  });
  try {
    await models.ready;
    await models.rebuild((done, total) => {
      progress.update(done, total);
    });
    const stopped = models.status().projections.filter((projection) => projection.stopped);
    for (const { name, stopped: stop } of stopped)
      process.stderr.write(`${name}: ${stop?.position ?? ''} ${stop?.message ?? ''}\n`);
    return stopped.length > 0 ? exitCodes.refused : exitCodes.done;
  } finally {
    progress.stop();
    await models.close();
    await opened.close();
  }
}
