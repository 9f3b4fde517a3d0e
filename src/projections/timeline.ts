import { byStated } from '../domain/decider.js';
import type { Recorded } from '../domain/events.js';
import { lastOfDays } from '../domain/calendar.js';
import type { LocalDate } from '../domain/when.js';
import { type AsOf, type Axis, axes, countsFrom } from './as-of.js';
import { folders, Recent } from './folds.js';
import type { FoldedKind, StateOf, Tools } from './projection.js';
import { type Condition, rows, run, type Sql, statement } from './sql.js';

/** The end of what still holds. */
export const forever: LocalDate = lastOfDays;

/** The columns that say from which day (included) to which (not included) a row holds on an axis; NULL: never. */
export const spanColumns: { readonly [A in Axis]: { readonly from: string; readonly to: string } } = {
  happenedBy: { from: 'happened_from', to: 'happened_to' },
  statedBy: { from: 'stated_from', to: 'stated_to' },
  recordedBy: { from: 'recorded_from', to: 'recorded_to' },
};
const timeColumns = axes.flatMap((axis) => [spanColumns[axis].from, spanColumns[axis].to]);

/** The condition for rows (of `table`, when there are several) that hold as of a date, now without one. */
export function holds(asOf: AsOf | undefined, table?: string): Condition {
  const { from, to } = spanColumns[asOf?.axis ?? 'recordedBy'];
  const of = table === undefined ? '' : `${table}.`;
  return asOf
    ? [`${of}${from} <= ? AND ${of}${to} > ?`, asOf.date, asOf.date]
    : [`${of}${to} = '${forever}'`];
}

/** One thing a stream tells about, `part` distinguishing several, with the values of the table's own columns. */
export interface Version {
  readonly part: string;
  readonly values: readonly Sql[];
}

/** A table with one row for each version of a thing, and the days it holds on each of the three axes. */
export interface TimelineTable<K extends FoldedKind> {
  readonly name: string;
  readonly kind: K;
  /** The table's own columns, `name TYPE`. */
  readonly columns: readonly string[];
  /** The condition for rows of this kind of stream, when the table holds rows of others too. */
  readonly own?: string;
  /** What a state tells. A thing, once told about, is told about by every later state. */
  readonly versions: (state: StateOf[K], id: string) => readonly Version[];
}

/** The statements that make the table. */
export const timelineSchema = <K extends FoldedKind>({ name, columns }: TimelineTable<K>): string => `
  CREATE TABLE ${name} (
    id TEXT NOT NULL,
    part TEXT NOT NULL,
    ${columns.join(',\n    ')},
    ${timeColumns.map((column) => `${column} TEXT`).join(',\n    ')}
  ) STRICT;
  CREATE INDEX ${name}_id ON ${name} (id, part);`;

/** From a day on, a version (by its key) holds; without one, the thing does not exist. */
interface Turn {
  readonly from: LocalDate;
  readonly key: string | undefined;
}

/** What one thing was told to be, on each axis, in the order of {@link axes}. */
interface Thread {
  readonly turns: readonly [Turn[], Turn[], Turn[]];
  /** The rows the table holds, by version key and how many times that version has come back. */
  written: Map<string, { readonly row: number; readonly times: string }>;
}

interface Line {
  readonly parts: Map<string, Thread>;
  /** The latest day a fact counts from, per axis. */
  latest: readonly LocalDate[];
  /** Facts came in another order than they count in. */
  refold: boolean;
}

/**
 * Keeps a {@link TimelineTable}. A fact that counts last on all three axes closes a row and opens one; any other makes
 * the stream's rows anew. The rows are the same either way.
 */
export class Timelines<K extends FoldedKind> {
  readonly #lines = new Recent<Line>(8_000);
  readonly #touched = new Map<string, Line>();
  readonly #insert: string;
  readonly #update: string;
  readonly #delete: string;

  constructor(
    private readonly table: TimelineTable<K>,
    private readonly tools: Tools,
  ) {
    const { name } = table;
    const all = ['id', 'part', ...namesOf(table.columns), ...timeColumns];
    this.#insert = `INSERT INTO ${name} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`;
    this.#update = `UPDATE ${name} SET ${timeColumns.map((column) => `${column} = ?`).join(', ')} WHERE rowid = ?`;
    this.#delete = `DELETE FROM ${name} WHERE rowid = ?`;
  }

  /** Notes the state of a stream as it is after a fact. */
  note(id: string, event: Recorded): void {
    const known = this.#touched.get(id) ?? this.#lines.get(id);
    const line = known ?? { parts: new Map<string, Thread>(), latest: [], refold: event.revision > 0 };
    this.#touched.set(id, line);
    if (line.refold) return;
    const days = axes.map((axis) => countsFrom(axis, event, this.tools.localDay));
    if (days.some((day, at) => day < (line.latest[at] ?? ''))) {
      line.refold = true;
      return;
    }
    line.latest = days;
    for (const { part, values } of this.table.versions(this.tools.folds.state(this.table.kind, id), id)) {
      const key = JSON.stringify(values);
      const thread = threadOf(line, part);
      axes.forEach((_, at) => {
        turn(thread.turns[at] ?? [], days[at] ?? '', key);
      });
    }
  }

  /** Writes what changed since the last time. */
  flush(): void {
    for (const [id, line] of this.#touched) {
      const current = line.refold ? this.#refolded(id, line) : line;
      for (const [part, thread] of current.parts) this.#write(id, part, thread);
      this.#lines.set(id, current);
    }
    this.#touched.clear();
    this.#lines.age();
  }

  #refolded(id: string, line: Line): Line {
    const { kind } = this.table;
    const events = [...this.tools.folds.events(kind, id)].sort(byStated);
    const fresh: Line = { parts: new Map(), latest: [], refold: false };
    fresh.latest = axes.map((axis, at) => {
      const dated = events.map((event) => ({ event, day: countsFrom(axis, event, this.tools.localDay) }));
      const days = [...new Set(dated.map(({ day }) => day))].sort();
      for (const day of days) {
        const { initial, evolve } = folders[kind];
        const state = dated.reduce(
          (folded, { event, day: counted }) => (counted <= day ? evolve(folded, event) : folded),
          initial,
        );
        this.#turnAll(fresh, at, day, state.exists ? this.table.versions(state, id) : []);
      }
      return days.at(-1) ?? '';
    });
    const written = line.parts.size > 0 ? undefined : this.#read(id);
    for (const part of new Set([...line.parts.keys(), ...(written?.keys() ?? [])])) {
      threadOf(fresh, part).written = line.parts.get(part)?.written ?? written?.get(part) ?? unwritten();
    }
    return fresh;
  }

  #turnAll(line: Line, at: number, day: LocalDate, versions: readonly Version[]): void {
    const keys = new Map(versions.map(({ part, values }) => [part, JSON.stringify(values)]));
    for (const part of new Set([...line.parts.keys(), ...keys.keys()]))
      turn(threadOf(line, part).turns[at] ?? [], day, keys.get(part));
  }

  #read(id: string): Map<string, Thread['written']> {
    const { name, columns, own } = this.table;
    const names = namesOf(columns);
    const found = rows<Record<string, Sql> & { readonly row: number; readonly part: string }>(
      this.tools.db,
      `SELECT rowid AS row, * FROM ${name} WHERE id = ? ${own ? `AND ${own}` : ''} ORDER BY rowid`,
      id,
    );
    const parts = new Map<string, Thread['written']>();
    const times = (held: Record<string, Sql>): Sql[] => timeColumns.map((column) => held[column] ?? null);
    for (const held of found) {
      const written = parts.get(held.part) ?? unwritten();
      parts.set(held.part, written);
      const key = JSON.stringify(names.map((column) => held[column] ?? null));
      written.set(nth(key, written), { row: held.row, times: JSON.stringify(times(held)) });
    }
    return parts;
  }

  #write(id: string, part: string, thread: Thread): void {
    const wanted = spans(thread.turns);
    const { db } = this.tools;
    const written = unwritten();
    for (const [key, times] of wanted) {
      const had = thread.written.get(key);
      const text = JSON.stringify(times);
      if (had?.times === text) written.set(key, had);
      else if (had) {
        run(db, this.#update, ...times, had.row);
        written.set(key, { row: had.row, times: text });
      } else {
        const { lastInsertRowid } = statement(db, this.#insert).run(id, part, ...valuesOf(key), ...times);
        const row = Number(lastInsertRowid);
        written.set(key, { row, times: text });
      }
    }
    for (const [key, { row }] of thread.written) if (!wanted.has(key)) run(db, this.#delete, row);
    thread.written = written;
  }
}

const unwritten = (): Thread['written'] => new Map<string, { row: number; times: string }>();

/** The names in a list of `name TYPE`. */
const namesOf = (columns: readonly string[]): string[] =>
  columns.map((column) => column.slice(0, column.indexOf(' ')));

function threadOf(line: Line, part: string): Thread {
  const known = line.parts.get(part);
  if (known) return known;
  const thread: Thread = { turns: [[], [], []], written: unwritten() };
  line.parts.set(part, thread);
  return thread;
}

/** Adds what holds from a day on; the last word of a day counts, and saying the same again changes nothing. */
function turn(turns: Turn[], from: LocalDate, key: string | undefined): void {
  if (turns.at(-1)?.from === from) turns.pop();
  if (turns.at(-1)?.key !== key) turns.push({ from, key });
}

const separator = '\n';

/** A version key made unique among the times the same version came back. */
function nth(key: string, taken: ReadonlyMap<string, unknown>): string {
  let count = 0;
  while (taken.has(`${count.toString()}${separator}${key}`)) count += 1;
  return `${count.toString()}${separator}${key}`;
}

const valuesOf = (key: string): Sql[] => JSON.parse(key.slice(key.indexOf(separator) + 1)) as Sql[];

/** The rows of a thing: each version with its days on the axes; its first coming on one axis stands beside its first on the others. */
function spans(threads: Thread['turns']): Map<string, (LocalDate | null)[]> {
  const found = new Map<string, (LocalDate | null)[]>();
  threads.forEach((turns, axis) => {
    const own = new Map<string, true>();
    turns.forEach(({ from, key }, at) => {
      if (key === undefined) return;
      const unique = nth(key, own);
      own.set(unique, true);
      const times = found.get(unique) ?? [null, null, null, null, null, null];
      found.set(unique, times);
      times[axis * 2] = from;
      times[axis * 2 + 1] = turns[at + 1]?.from ?? forever;
    });
  });
  return found;
}
