import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { comparePositions } from '../domain/events.js';
import type { LocalLog } from '../event-store/local-log.js';
import { discardFile, fingerprint, newFile } from '../projections/model-file.js';
import { LogUpTo } from '../projections/log-up-to.js';
import type { Db, Projection } from '../projections/projection.js';
import { Runner } from '../projections/runner.js';
import { row, rows } from '../projections/sql.js';
import type { Finding } from './log-check.js';

/** What became of the comparison: rows compared, or why there was nothing to compare. */
export type ModelsChecked =
  | {
      readonly state: 'compared';
      readonly tables: number;
      readonly rows: number;
      readonly position: string | null;
    }
  | { readonly state: 'missing' | 'otherVersion' | 'stopped' };

export interface ModelCheckOptions {
  readonly path: string;
  readonly log: LocalLog;
  readonly projections: readonly Projection[];
  readonly timeZone: string;
  readonly onProgress?: (done: number, total: number) => void;
}

const batch = 2_000;

/**
 * Builds every read model anew into a temporary file, up to where the file in use stands, and compares all tables row for
 * row. The file in use is only read, the rows in one transaction, so a running service may go on.
 */
export function checkModels(options: ModelCheckOptions, found: (finding: Finding) => void): ModelsChecked {
  const { path, projections, timeZone } = options;
  if (!existsSync(path)) return { state: 'missing' };
  const scratch = mkdtempSync(join(tmpdir(), 'beslutslogg-verify-'));
  const freshPath = join(scratch, 'read-models.db');
  const inUse = new Database(path);
  try {
    inUse.exec('PRAGMA busy_timeout = 5000; PRAGMA query_only = ON');
    if (!isOurs(inUse, fingerprint(projections, timeZone))) return { state: 'otherVersion' };
    const fresh = newFile(freshPath, projections, timeZone);
    try {
      return buildAndCompare(options, inUse, fresh, besideOf(freshPath), found);
    } finally {
      discardFile(freshPath, fresh);
    }
  } finally {
    inUse.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

function buildAndCompare(
  { path, log, projections, timeZone, onProgress }: ModelCheckOptions,
  inUse: Db,
  fresh: Db,
  freshFile: string,
  found: (finding: Finding) => void,
): ModelsChecked {
  const readable = new LogUpTo(log);
  const runner = new Runner(fresh, readable, projections, timeZone);
  let done = 0;
  const buildTo = (position: string | null): void => {
    readable.last = position;
    const total = done + readable.countAfter(runner.position);
    for (let taken = runner.step(batch); taken.length > 0; taken = runner.step(batch)) {
      done += taken.length;
      onProgress?.(done, total);
    }
  };
  const first = standsAt(inUse);
  if (!first) return stopped(inUse, path, found);
  buildTo(first.position);
  inUse.prepare<[string]>('ATTACH ? AS fresh').run(freshFile);
  inUse.exec('BEGIN');
  try {
    const now = standsAt(inUse);
    if (!now) return stopped(inUse, path, found);
    buildTo(now.position);
    for (const { name, stopped: stop } of runner.status())
      if (stop)
        found({
          code: 'modelStopped',
          where: `${name} (position ${stop.position})`,
          sv: `Sammanställningen kan inte ta emot ${stop.type}: ${stop.message}`,
          en: `The read model cannot take ${stop.type}: ${stop.message}`,
        });
    return { state: 'compared', position: now.position, ...compare(inUse, path, found) };
  } finally {
    inUse.exec('ROLLBACK');
  }
}

const isOurs = (db: Db, wanted: string): boolean =>
  row<{ n: number }>(db, "SELECT count(*) AS n FROM sqlite_schema WHERE name = 'meta'")?.n === 1 &&
  row<{ fingerprint: string }>(db, 'SELECT fingerprint FROM meta')?.fingerprint === wanted;

const besideOf = (path: string): string => `${path}.building`;

interface Checkpoint {
  readonly projection: string;
  readonly position: string | null;
}

const checkpoints = (db: Db): Checkpoint[] =>
  rows<Checkpoint>(db, 'SELECT projection, position FROM main.checkpoint ORDER BY projection');

/** Where all read models stand; nothing when they do not stand at the same place. */
function standsAt(db: Db): { readonly position: string | null } | undefined {
  const [first, ...rest] = checkpoints(db);
  return first && rest.every(({ position }) => position === first.position)
    ? { position: first.position }
    : undefined;
}

/** A read model behind the others has met an event that it cannot take. */
function stopped(db: Db, path: string, found: (finding: Finding) => void): ModelsChecked {
  const all = checkpoints(db);
  const ahead = (a: string | null, b: string | null): boolean =>
    a !== null && (b === null || comparePositions(a, b) > 0);
  for (const { projection, position } of all)
    if (all.some((other) => ahead(other.position, position)))
      found({
        code: 'modelStopped',
        where: `${path} ${projection}`,
        sv: `Sammanställningen står still efter position ${position ?? '0'}`,
        en: `The read model stands still after position ${position ?? '0'}`,
      });
  return { state: 'stopped' };
}

/** Every table of the file in use against the same table of the one attached as `fresh`. */
function compare(
  db: Db,
  path: string,
  found: (finding: Finding) => void,
): { readonly tables: number; readonly rows: number } {
  let counted = 0;
  const tables = tablesIn(db);
  for (const name of tables) {
    const count = (sql: string): number => row<{ n: number }>(db, `SELECT count(*) AS n FROM ${sql}`)?.n ?? 0;
    const [ours, theirs] = [count(`main."${name}"`), count(`fresh."${name}"`)];
    counted += theirs;
    const only = (a: string, b: string): number =>
      count(`(SELECT * FROM ${a}."${name}" EXCEPT SELECT * FROM ${b}."${name}")`);
    const [extra, missing] = [only('main', 'fresh'), only('fresh', 'main')];
    if (ours === theirs && extra === 0 && missing === 0) continue;
    found({
      code: 'modelRows',
      where: `${path} ${name}`,
      sv: `Tabellen är inte som en ny bygd av loggen: ${ours.toString()} rader mot ${theirs.toString()}, ${extra.toString()} för mycket eller fel, ${missing.toString()} saknas`,
      en: `The table is not as one built anew from the log: ${ours.toString()} rows against ${theirs.toString()}, ${extra.toString()} too many or wrong, ${missing.toString()} missing`,
    });
  }
  return { tables: tables.length, rows: counted };
}

/** The tables of the fresh file; what a full-text index keeps for itself is left out. */
function tablesIn(db: Db): readonly string[] {
  const all = rows<{ name: string; sql: string }>(
    db,
    "SELECT name, sql FROM fresh.sqlite_schema WHERE type = 'table' ORDER BY name",
  );
  const virtual = all.filter(({ sql }) => /^CREATE VIRTUAL TABLE/i.test(sql)).map(({ name }) => name);
  return all
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('sqlite_') && !virtual.some((of) => name.startsWith(`${of}_`)));
}
