import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../config.js';
import { CorruptLog } from '../event-store/event-store.js';
import { LocalLog } from '../event-store/local-log.js';
import {
  compress,
  contentsOf,
  logName,
  type Manifest,
  manifestName,
  snapshot,
  syncPath,
} from '../ops/backup-file.js';
import { version } from '../version.js';
import { exitCodes } from './exit-codes.js';
import { logFile, progressBars } from './verify.js';

/**
 * `backup`: the log as it is at this moment into a new folder, compressed, with a manifest; every event in it has been
 * read. The service may run. A folder that is there is complete: it is made beside and renamed when it is durable.
 */
export async function runBackup(
  config: Config,
  folder: string,
  options: { readonly json?: boolean; readonly now?: () => Date },
): Promise<number> {
  const path = logFile(config);
  const target = resolve(folder);
  if (!existsSync(path)) return refused(`Här finns ingen logg / There is no log here: ${path}`);
  if (existsSync(target) && readdirSync(target).length > 0)
    return refused(`Mappen är inte tom / The folder is not empty: ${target}`);
  const partial = `${target}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  const bars = progressBars(options.json);
  try {
    const manifest = await writeInto(
      partial,
      path,
      config.eventStore === 'eventstoredb' ? 'copy' : 'authority',
      bars.update,
      options.now?.() ?? new Date(),
    );
    if (existsSync(target)) rmSync(target, { recursive: true });
    renameSync(partial, target);
    syncPath(dirname(target));
    bars.stop();
    const { events, streams } = manifest.contents;
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ backup: { folder: target, ...manifest } })}\n`
        : `${target}: ${events.toString()} händelser i ${streams.toString()} strömmar, ${manifest.file.bytes.toString()} byte / events in streams, bytes. SHA-256 ${manifest.file.sha256}\n`,
    );
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CorruptLog)
      return refused(`Loggen är skadad / The log is damaged: ${error.message}`);
    throw error;
  } finally {
    bars.stop();
    rmSync(partial, { recursive: true, force: true });
  }
}

async function writeInto(
  partial: string,
  path: string,
  kind: Manifest['kind'],
  onProgress: (work: string, done: number, total: number) => void,
  now: Date,
): Promise<Manifest> {
  LocalLog.open(path, { mode: 'readonly' }).close();
  const plain = join(partial, 'log.db');
  onProgress('snapshot', 0, 1);
  snapshot(path, plain);
  onProgress('snapshot', 1, 1);
  const log = LocalLog.open(plain, { mode: 'readonly' });
  let contents: Manifest['contents'];
  try {
    const [flaw] = log.flaws();
    if (flaw !== undefined) throw new CorruptLog(path, flaw);
    contents = contentsOf(log, (done, total) => {
      onProgress('events', done, total);
    });
  } finally {
    log.close();
  }
  const { inner, outer } = await compress(
    plain,
    join(partial, logName),
    statSync(plain).size,
    (done, total) => {
      onProgress('compress', done, total);
    },
  );
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${plain}${suffix}`, { force: true });
  const manifest: Manifest = {
    format: 'beslutslogg-backup',
    formatVersion: 1,
    version,
    madeAt: now.toISOString(),
    kind,
    contents,
    log: inner,
    file: { name: logName, ...outer },
  };
  writeFileSync(join(partial, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  syncPath(join(partial, manifestName));
  syncPath(partial);
  return manifest;
}

function refused(words: string): number {
  process.stderr.write(`${words}\n`);
  return exitCodes.refused;
}
