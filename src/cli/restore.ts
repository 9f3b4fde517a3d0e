import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config.js';
import type { Recorded } from '../domain/events.js';
import { CorruptLog, type EventStore, LogLocked } from '../event-store/event-store.js';
import { LocalLog } from '../event-store/local-log.js';
import { FileLock } from '../event-store/sqlite-file.js';
import { files, openLog } from '../log.js';
import {
  contentsOf,
  decompress,
  logName,
  type Manifest,
  manifestName,
  readManifest,
  syncPath,
} from '../ops/backup-file.js';
import { blankUnused } from '../ops/unused-bytes.js';
import { exitCodes } from './exit-codes.js';
import { progressBars } from './verify.js';

/** Why a backup is not restored, in words for people. */
class NotRestored extends Error {}

type OnProgress = (work: string, done: number, total: number) => void;

/**
 * `restore`: a backup into an empty log. Digests and contents are checked before anything is put in place. A log of its
 * own into SQLite becomes the very file it was; everything else is appended again, event by event, with the same ids and
 * revisions and new positions. Exit code 1: refused, nothing was changed.
 */
export async function runRestore(
  config: Config,
  folder: string,
  options: { readonly json?: boolean },
): Promise<number> {
  const bars = progressBars(options.json);
  try {
    const manifest = manifestIn(folder);
    mkdirSync(config.dataDir, { recursive: true });
    if (config.eventStore === 'memory')
      throw new NotRestored('EVENT_STORE=memory behåller ingenting / keeps nothing');
    const plain = join(config.dataDir, 'log.db.restoring');
    try {
      await unpack(folder, manifest, plain, bars.update);
      if (config.eventStore === 'sqlite' && manifest.kind === 'authority') putInPlace(config, plain);
      else await appendAgain(config, plain, manifest, bars.update);
    } finally {
      removeLog(plain);
    }
    bars.stop();
    const { events, streams } = manifest.contents;
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ restored: { events, streams, store: config.eventStore, madeAt: manifest.madeAt } })}\n`
        : `${events.toString()} händelser i ${streams.toString()} strömmar återställda / events in streams restored (${manifest.madeAt}).\n`,
    );
    return exitCodes.done;
  } catch (error) {
    const known = error instanceof NotRestored || error instanceof CorruptLog || error instanceof LogLocked;
    if (!known) throw error;
    process.stderr.write(`Inget återställdes / Nothing was restored: ${error.message}\n`);
    return exitCodes.refused;
  } finally {
    bars.stop();
  }
}

function manifestIn(folder: string): Manifest {
  const path = join(folder, manifestName);
  if (!existsSync(path) || !existsSync(join(folder, logName)))
    throw new NotRestored(`här finns ingen säkerhetskopia / there is no backup here: ${folder}`);
  const manifest = readManifest(readFileSync(path, 'utf8'));
  if (!manifest)
    throw new NotRestored(`okänt format på ${path} / not a manifest this program knows: ${path}`);
  return manifest;
}

/** The log in a backup, beside the place it goes to, once it is known to be what was backed up. */
async function unpack(
  folder: string,
  manifest: Manifest,
  plain: string,
  onProgress: OnProgress,
): Promise<void> {
  removeLog(plain);
  const wrong = (what: string): NotRestored =>
    new NotRestored(`säkerhetskopian är skadad / the backup is damaged: ${what}`);
  const measured = await decompress(join(folder, logName), plain, manifest.log.bytes, (done, total) => {
    onProgress('decompress', done, total);
  }).catch((error: unknown) => {
    throw isZlib(error) ? wrong(logName) : error;
  });
  if (measured.outer.sha256 !== manifest.file.sha256) throw wrong(`SHA-256 ${logName}`);
  if (measured.inner.sha256 !== manifest.log.sha256) throw wrong('SHA-256 log.db');
  const log = LocalLog.open(plain, { mode: 'readonly' });
  try {
    const [flaw] = log.flaws();
    if (flaw !== undefined) throw wrong(flaw);
    const found = contentsOf(log, (done, total) => {
      onProgress('events', done, total);
    });
    for (const name of ['events', 'streams', 'head', 'sha256'] as const)
      if (found[name] !== manifest.contents[name])
        throw wrong(`${name} ${String(found[name])}, manifest ${String(manifest.contents[name])}`);
  } finally {
    log.close();
  }
}

const isZlib = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^Z_|^ERR_STREAM/.test(error.code);

const notEmpty = (where: string): NotRestored =>
  new NotRestored(
    `loggen är inte tom, flytta undan den först / the log is not empty, move it away first: ${where}`,
  );

/** The file in the place of an empty log. The witness of the one that was goes first: it would miss what it vouched for. */
function putInPlace(config: Config, plain: string): void {
  const path = files.log(config.dataDir);
  const lock = new FileLock(path);
  try {
    if (existsSync(path)) {
      const there = LocalLog.open(path, { mode: 'readonly' });
      const empty = there.head() === null;
      there.close();
      if (!empty) throw notEmpty(path);
    }
    blankUnused(plain);
    syncPath(plain);
    removeLog(path);
    removeLog(files.readModels(config.dataDir));
    renameSync(plain, path);
    syncPath(dirname(path));
  } finally {
    lock.release();
  }
  LocalLog.open(path, { mode: 'authority' }).close();
}

function removeLog(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal', '.head']) rmSync(`${path}${suffix}`, { force: true });
}

async function appendAgain(
  config: Config,
  plain: string,
  manifest: Manifest,
  onProgress: OnProgress,
): Promise<void> {
  const backup = LocalLog.open(plain, { mode: 'readonly' });
  const opened = await openLog(config, {
    onGrown: () => undefined,
    onReplaced: () => undefined,
    onFailure: (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exit(exitCodes.failed);
    },
  });
  try {
    if ((await opened.store.head()) !== null) throw notEmpty(config.eventStore);
    let after: string | null = null;
    let done = 0;
    for (let batch = backup.after(after, 500); batch.length > 0; batch = backup.after(after, 500)) {
      for (const run of runsOf(batch)) await appendRun(opened.store, run);
      after = batch.at(-1)?.position ?? after;
      done += batch.length;
      onProgress('append', done, manifest.contents.events);
    }
  } finally {
    await opened.close();
    backup.close();
  }
}

async function appendRun(store: EventStore, run: readonly Recorded[]): Promise<void> {
  const [first] = run;
  if (first) await store.append(first.stream, run, first.revision === 0 ? 'none' : first.revision - 1);
}

/** Neighbours of one stream together, in order. */
function runsOf(events: readonly Recorded[]): Recorded[][] {
  const runs: Recorded[][] = [];
  for (const event of events) {
    const last = runs.at(-1);
    if (last?.[0]?.stream === event.stream) last.push(event);
    else runs.push([event]);
  }
  return runs;
}
