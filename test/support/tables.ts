import { LocalLog } from '../../src/event-store/local-log.js';
import { allProjections } from '../../src/projections/all.js';
import { indexStatements, newFile } from '../../src/projections/model-file.js';
import type { Db, Projection, ReadableLog } from '../../src/projections/projection.js';
import { Runner } from '../../src/projections/runner.js';
import { type HistoryStep, writeHistory } from './histories.js';

export const timeZone = 'Europe/Stockholm';

/** Every row of every table of a file, in an order of its own; what a full-text index keeps for itself is left out. */
export function tablesOf(db: Db): Record<string, string[]> {
  const all = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").all() as {
    name: string;
    sql: string;
  }[];
  const virtual = all.filter(({ sql }) => /^CREATE VIRTUAL TABLE/i.test(sql)).map(({ name }) => name);
  const plain = all.filter(
    ({ name }) => !name.startsWith('sqlite_') && !virtual.some((of) => name.startsWith(`${of}_`)),
  );
  return Object.fromEntries(
    plain.map(({ name }) => [
      name,
      db
        .prepare(`SELECT * FROM "${name}"`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
}

/** Read models in memory over a log, taken in batches of a size, with the indexes queries need. */
export function modelsOf(
  log: ReadableLog,
  batch = 500,
  projections: readonly Projection[] = allProjections,
): Runner {
  const runner = new Runner(newFile(':memory:', projections, timeZone), log, projections, timeZone);
  takeAll(runner, batch);
  for (const index of indexStatements(projections)) runner.db.exec(index);
  return runner;
}

/** Takes in all that the log holds. Throws when a projection stops. */
export function takeAll(runner: Runner, batch = 500): void {
  while (runner.step(batch).length > 0);
  const stopped = runner.status().find((status) => status.stopped);
  if (stopped) throw new Error(`${stopped.name} stopped: ${JSON.stringify(stopped.stopped)}`);
}

/** A log in memory with a history in it. */
export function logOf(steps: readonly HistoryStep[]): LocalLog {
  const log = LocalLog.open(':memory:', { mode: 'copy' });
  writeHistory(log, steps);
  return log;
}
