import type { Recorded } from '../../src/domain/events.js';
import type { LocalLog } from '../../src/event-store/local-log.js';
import type { SqliteEventStore } from '../../src/event-store/sqlite.js';
import { allProjections } from '../../src/projections/all.js';
import { newFile } from '../../src/projections/model-file.js';
import type { Db } from '../../src/projections/projection.js';
import { rows } from '../../src/projections/sql.js';
import { Runner } from '../../src/projections/runner.js';
import { checkTables, type Flaws } from '../chaos/checks.js';
import { type History, type HistoryStep, makeHistory } from '../support/histories.js';
import { logOf, tablesOf, takeAll, timeZone } from '../support/tables.js';
import { Disk } from './disk.js';

/**
 * What some histories begin with: a log with a few facts in it, and read models that stand at its end. Made once, and given back
 * by each history as it was.
 */
export interface Ground {
  readonly history: History;
  /** Read models that took the facts in one by one: those in use. */
  readonly inUse: Disk;
  /** Read models that were built from the facts in one pass: what those in use are held against. */
  readonly rebuilt: Disk;
}

const facts = 14;

export async function makeGround(seed: number): Promise<Ground> {
  const history = await makeHistory(seed, facts);
  const log = logOf(history.steps);
  const [inUse, rebuilt] = [1, 500].map((batch) => {
    const db = emptyModels();
    takeAll(new Runner(db, log, allProjections, timeZone), batch);
    return new Disk(db);
  });
  log.close();
  if (!inUse || !rebuilt) throw new RangeError('two files');
  return { history, inUse, rebuilt };
}

/** Read models that have taken in nothing. */
export const emptyModels = (): Db => newFile(':memory:', allProjections, timeZone);

/** Does to a new log what made the ground. */
export async function lay(store: SqliteEventStore, steps: readonly HistoryStep[]): Promise<void> {
  let events: Recorded[] = [];
  const append = async (): Promise<void> => {
    if (events.length > 0)
      await store.appendAll(
        events.map((event) => ({
          stream: event.stream,
          events: [event],
          expected: event.revision > 0 ? event.revision - 1 : 'none',
        })),
      );
    events = [];
  };
  for (const step of steps)
    if (step.kind === 'event') events.push(step.event);
    else {
      await append();
      await store.erase(step.stream);
    }
  await append();
}

/** Takes the rest of a log in one pass into the read models of the ground, and holds those in use against them. */
export function checkModels(inUse: Disk, rebuilt: Disk, log: LocalLog, flaws: Flaws): void {
  rebuilt.begin();
  try {
    takeAll(new Runner(rebuilt.db, log, allProjections, timeZone));
    if (contentOf(inUse.db) !== contentOf(rebuilt.db)) checkTables(inUse.db, rebuilt.db, flaws);
  } finally {
    rebuilt.takeBack();
  }
}

const contents = new WeakMap<Db, string>();

/** Every row of every table, in an order of its own. */
function contentOf(db: Db): string {
  let sql = contents.get(db);
  if (sql === undefined) contents.set(db, (sql = contentQuery(db)));
  return rows<{ row: string }>(db, sql)
    .map(({ row }) => row)
    .sort()
    .join('\n');
}

/** One query for all tables: it takes a fifth of the time of one for each. */
const contentQuery = (db: Db): string =>
  Object.keys(tablesOf(db))
    .map((table) => {
      const columns = rows<{ name: string }>(db, 'SELECT name FROM pragma_table_info(?)', table);
      const values = columns.map(({ name }) => `"${name}"`).join(', ');
      return `SELECT json_array('${table}', ${values}) AS row FROM "${table}"`;
    })
    .join(' UNION ALL ');
