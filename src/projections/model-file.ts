import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { comparePositions } from '../domain/events.js';
import { CorruptLog } from '../event-store/event-store.js';
import type { Db, Projection, ReadableLog } from './projection.js';
import { checkpointSchema } from './runner.js';
import { row, rows } from './sql.js';

const inMemory = ':memory:';
const layout = 3;

/** Everything that decides whether rows written by an older program still mean the same. */
export function fingerprint(projections: readonly Projection[], timeZone: string): string {
  const parts = projections.map(({ name, version, schema, indexes }) => [name, version, schema, indexes]);
  return createHash('sha256')
    .update(JSON.stringify([layout, timeZone, parts]))
    .digest('hex');
}

/** Opens a file that holds exactly these read models of exactly this log; `undefined` when there is none. */
export function openFile(path: string, wanted: string, log: ReadableLog): Db | undefined {
  if (path === inMemory || !existsSync(path)) return undefined;
  let db: Db | undefined;
  try {
    db = new Database(path);
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${everyday}`);
    if (row<{ fingerprint: string }>(db, 'SELECT fingerprint FROM meta')?.fingerprint === wanted)
      if (follows(db, log)) return db;
  } catch (error) {
    if (error instanceof CorruptLog) throw error;
  }
  db?.close();
  return undefined;
}

// A page is written again and again while it waits in the write-ahead log: moved seldom, it is moved once.
const everyday = `PRAGMA secure_delete = ON; PRAGMA cache_size = -16000; PRAGMA busy_timeout = 5000;
  PRAGMA wal_autocheckpoint = 8000;`;

/** Whether every checkpoint is a place in this log, with the event it was made at. */
function follows(db: Db, log: ReadableLog): boolean {
  const head = log.head();
  const checkpoints = rows<{ position: string | null; event: string | null }>(
    db,
    'SELECT position, event FROM checkpoint',
  );
  return checkpoints.every(({ position, event }) => {
    if (position === null) return true;
    if (head === null || comparePositions(position, head) > 0) return false;
    const [there] = log.after((BigInt(position) - 1n).toString(), 1);
    return there?.position !== position || there.id === event;
  });
}

/**
 * Makes a new file beside `path`, without the indexes that only queries need, and not fit to survive a crash: that comes
 * with {@link putInPlace}.
 */
export function newFile(path: string, projections: readonly Projection[], timeZone: string): Db {
  const beside = path === inMemory ? inMemory : besideOf(path);
  if (path !== inMemory) {
    mkdirSync(dirname(path), { recursive: true });
    removeFile(beside);
  }
  const db = new Database(beside);
  db.exec(`PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; ${everyday}`);
  db.exec('CREATE TABLE meta (fingerprint TEXT NOT NULL) STRICT');
  db.exec(checkpointSchema);
  for (const { schema } of projections) db.exec(schema);
  db.prepare<[string]>('INSERT INTO meta VALUES (?)').run(fingerprint(projections, timeZone));
  return db;
}

/** The statements that make the indexes only queries need, one by one. */
export const indexStatements = (projections: readonly Projection[]): readonly string[] =>
  projections.flatMap(({ indexes }) => indexes.split(';').filter((statement) => statement.trim() !== ''));

/** Closes the old file (if any) and the new one, puts the new one in its place, durably, and opens it. */
export function putInPlace(path: string, fresh: Db, old: Db | undefined): Db {
  old?.close();
  if (path === inMemory) return fresh;
  fresh.close();
  const beside = besideOf(path);
  sync(beside);
  removeFile(path);
  renameSync(beside, path);
  sync(dirname(path));
  const db = new Database(path);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${everyday}`);
  return db;
}

/** Gives up a file that {@link newFile} made. */
export function discardFile(path: string, fresh: Db): void {
  fresh.close();
  if (path !== inMemory) removeFile(besideOf(path));
}

const besideOf = (path: string): string => `${path}.building`;

function removeFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true });
}

function sync(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
