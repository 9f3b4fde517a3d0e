import { byStated } from '../domain/decider.js';
import type { Recorded } from '../domain/events.js';
import { lastOfDays } from '../domain/calendar.js';
import type { LocalDate } from '../domain/when.js';
import { type AsOf, type Axis, axes, type Days, daysOf } from './axes.js';
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

/** A row: the values of a version, and the days it holds, a `from` and a `to` for each of the {@link axes}. */
interface Held {
  row: number | undefined;
  readonly values: readonly Sql[];
  readonly times: (LocalDate | null)[];
  changed: boolean;
}

/** From a day on, a row holds on an axis. */
interface Turn {
  readonly from: LocalDate;
  readonly held: Held;
}

/** The last turns of one thing on each axis; two of them are enough to go on from. */
type Thread = readonly [Turn[], Turn[], Turn[]];

/** The last turns of all things a stream tells about. */
type Line = Map<string, Thread>;

interface Noted<S> {
  /** The stream began in this batch: the table holds nothing of it. */
  readonly isNew: boolean;
  /** The states one after the other from which days on. Undefined once a fact came out of order. */
  told: { readonly days: Days; readonly states: S[] }[] | undefined;
}

/**
 * Keeps a {@link TimelineTable}. A fact that counts last on all three axes closes a row and opens one; any other makes
 * the stream's rows anew. The rows are the same either way: on each axis one row follows the other, and what began with
 * the same fact is one row for all axes.
 */
export class Timelines<K extends FoldedKind> {
  readonly #lines = new Recent<Line>(1_000);
  readonly #noted = new Map<string, Noted<StateOf[K]>>();
  readonly #sql: {
    readonly insert: string;
    readonly update: string;
    readonly delete: string;
    readonly read: string;
  };

  constructor(
    private readonly table: TimelineTable<K>,
    private readonly tools: Tools,
  ) {
    const { name, own } = table;
    const all = ['id', 'part', ...namesOf(table.columns), ...timeColumns];
    this.#sql = {
      insert: `INSERT INTO ${name} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`,
      update: `UPDATE ${name} SET ${timeColumns.map((column) => `${column} = ?`).join(', ')} WHERE rowid = ?`,
      delete: `DELETE FROM ${name} WHERE rowid = ?`,
      read: `SELECT rowid AS row, ${all.join(', ')} FROM ${name}
        WHERE id IN (SELECT value FROM json_each(?)) ${own ? `AND ${own}` : ''}`,
    };
  }

  /** Notes the state of a stream as it is after a fact. */
  note(id: string, event: Recorded): void {
    const { folds } = this.tools;
    const { kind } = this.table;
    let noted = this.#noted.get(id);
    if (!noted) this.#noted.set(id, (noted = { isNew: event.revision === 0, told: [] }));
    if (!noted.told) return;
    const { days, late } = folds.standing(kind, id);
    if (late) {
      noted.told = undefined;
      return;
    }
    const state = folds.state(kind, id);
    const last = noted.told.at(-1);
    if (last && sameValues(last.days, days)) last.states.push(state);
    else noted.told.push({ days, states: [state] });
  }

  /** Writes what changed since the last time. */
  flush(): void {
    const held = this.#read(
      [...this.#noted].flatMap(([id, { isNew, told }]) =>
        isNew || (told && this.#lines.get(id)) ? [] : [id],
      ),
    );
    for (const [id, { isNew, told }] of this.#noted) {
      const known = held.get(id) ?? new Map<string, Held[]>();
      if (told) {
        const line = (isNew ? undefined : this.#lines.get(id)) ?? lineOf(known);
        this.#lines.set(id, line);
        const touched = new Map<Held, string>();
        for (const { days, states } of told) this.#turns(id, line, states, days, touched);
        for (const [row, part] of touched) this.#write(id, part, row);
      } else {
        const fresh = this.#refolded(id);
        this.#replace(id, known, fresh);
        this.#lines.set(id, lineOf(fresh));
      }
    }
    this.#noted.clear();
    this.#lines.age();
  }

  /**
   * Lets states that came one after the other hold from the same days on. The last word of a day counts, so only the last
   * state matters, but for a thing whose row begins with this day on some axes and earlier on others: what replaces it
   * there, even if it is taken back the same day, parts the two.
   */
  #turns(
    id: string,
    line: Line,
    states: readonly StateOf[K][],
    days: Days,
    touched: Map<Held, string>,
  ): void {
    const parted = new Set(
      states.length > 1
        ? [...line].flatMap(([part, thread]) => (beginsInPart(thread, days) ? [part] : []))
        : [],
    );
    states.forEach((state, at) => {
      const isLast = at === states.length - 1;
      if (!isLast && parted.size === 0) return;
      for (const { part, values } of this.table.versions(state, id))
        if (isLast || parted.has(part)) turn(line, part, values, days, touched);
    });
  }

  /** The rows of a stream from all its facts: on each axis, for each day on which facts count, what they tell by then. */
  #refolded(id: string): Map<string, Held[]> {
    const { kind, versions } = this.table;
    const { initial, evolve } = folders[kind];
    const { folds, localDay } = this.tools;
    const events = [...folds.events(kind, id)].sort(byStated);
    const days = events.map((event) => daysOf(event, localDay));
    const rows = new Map<string, Map<string, Held>>();
    const toldBy = (axis: number, day: LocalDate, revision: number): Map<string, readonly Sql[]> => {
      const state = events.reduce((folded, event, at) => {
        const counts = days[at]?.[axis] ?? '';
        return counts < day || (counts === day && event.revision <= revision)
          ? evolve(folded, event)
          : folded;
      }, initial);
      return new Map(state.exists ? versions(state, id).map(({ part, values }) => [part, values]) : []);
    };
    axes.forEach((_, axis) => {
      const last = new Map<string, Held | undefined>();
      for (const day of [...new Set(days.map((each) => each[axis] ?? ''))].sort()) {
        const revisions = events
          .flatMap(({ revision }, at) => (days[at]?.[axis] === day ? [revision] : []))
          .sort((a, b) => b - a);
        const stories: Map<string, readonly Sql[]>[] = [];
        const story = (at: number): Map<string, readonly Sql[]> =>
          (stories[at] ??= toldBy(axis, day, revisions[at] ?? -1));
        const told = story(0);
        for (const part of new Set([...last.keys(), ...told.keys()])) {
          const values = told.get(part);
          const before = last.get(part);
          if (before === undefined ? values === undefined : values && sameValues(before.values, values))
            continue;
          if (before) before.times[axis * 2 + 1] = day;
          last.set(part, values && beginning(rows, part, causeOf(revisions, story, part), values, axis, day));
        }
      }
    });
    return new Map([...rows].map(([part, held]) => [part, [...held.values()]]));
  }

  /** Makes the table hold the fresh rows instead of the ones it holds. */
  #replace(id: string, known: Map<string, Held[]>, fresh: Map<string, Held[]>): void {
    for (const part of new Set([...known.keys(), ...fresh.keys()])) {
      const left = [...(known.get(part) ?? [])];
      const take = (fits: (old: Held) => boolean): Held | undefined => {
        const at = left.findIndex(fits);
        return at < 0 ? undefined : left.splice(at, 1)[0];
      };
      const wanted = fresh.get(part) ?? [];
      for (const held of wanted) {
        const same = take((old) => sameValues(old.values, held.values) && sameValues(old.times, held.times));
        held.row = same?.row;
        held.changed = !same;
      }
      for (const held of wanted) {
        if (!held.changed) continue;
        held.row = take((old) => sameValues(old.values, held.values))?.row;
        this.#write(id, part, held);
      }
      for (const { row } of left) if (row !== undefined) run(this.tools.db, this.#sql.delete, row);
    }
  }

  #read(ids: readonly string[]): Map<string, Map<string, Held[]>> {
    const found = new Map<string, Map<string, Held[]>>(ids.map((id) => [id, new Map<string, Held[]>()]));
    if (ids.length === 0) return found;
    const names = namesOf(this.table.columns);
    for (const stored of rows<Stored>(this.tools.db, this.#sql.read, JSON.stringify(ids))) {
      const parts = found.get(stored.id);
      const held: Held = {
        row: stored.row,
        values: names.map((column) => stored[column] ?? null),
        times: timeColumns.map((column) => stored[column] ?? null) as (LocalDate | null)[],
        changed: false,
      };
      parts?.set(stored.part, [...(parts.get(stored.part) ?? []), held]);
    }
    return found;
  }

  #write(id: string, part: string, held: Held): void {
    const { db } = this.tools;
    held.changed = false;
    if (held.times.every((time) => time === null)) {
      if (held.row !== undefined) run(db, this.#sql.delete, held.row);
    } else if (held.row === undefined) {
      const { lastInsertRowid } = statement(db, this.#sql.insert).run([
        id,
        part,
        ...held.values,
        ...held.times,
      ]);
      held.row = Number(lastInsertRowid);
    } else run(db, this.#sql.update, ...held.times, held.row);
  }
}

type Stored = Readonly<Record<string, Sql>> & {
  readonly row: number;
  readonly id: string;
  readonly part: string;
};

/** The names in a list of `name TYPE`. */
const namesOf = (columns: readonly string[]): string[] =>
  columns.map((column) => column.slice(0, column.indexOf(' ')));

/**
 * The fact of a day by which a thing came to be told as it was when the day ended: facts after it said the same again.
 * `revisions` of the facts of the day, the last one first; `story` what is told by one of them and those before it.
 */
function causeOf(
  revisions: readonly number[],
  story: (at: number) => ReadonlyMap<string, readonly Sql[]>,
  part: string,
): number {
  const values = story(0).get(part) ?? [];
  let at = 0;
  const toldAlready = (told: readonly Sql[] | undefined): boolean =>
    told !== undefined && sameValues(told, values);
  while (at + 1 < revisions.length && toldAlready(story(at + 1).get(part))) at += 1;
  return revisions[at] ?? -1;
}

/** The row that begins with a fact (its revision is the `cause`) and holds from a day on an axis. */
function beginning(
  rows: Map<string, Map<string, Held>>,
  part: string,
  cause: number,
  values: readonly Sql[],
  axis: number,
  day: LocalDate,
): Held {
  const ofPart = rows.get(part) ?? new Map<string, Held>();
  rows.set(part, ofPart);
  const name = JSON.stringify([cause, values]);
  const held = ofPart.get(name) ?? newRow(values);
  ofPart.set(name, held);
  held.times[axis * 2] = day;
  held.times[axis * 2 + 1] = forever;
  return held;
}

const newRow = (values: readonly Sql[]): Held => ({
  row: undefined,
  values,
  times: [null, null, null, null, null, null],
  changed: true,
});

const sameValues = (some: readonly Sql[], others: readonly Sql[]): boolean =>
  some.every((value, at) => value === others[at]);

/** The last turns that rows tell. */
function lineOf(parts: ReadonlyMap<string, readonly Held[]>): Line {
  const turnsOn = (held: readonly Held[], axis: number): Turn[] =>
    held
      .flatMap((row) => {
        const from = row.times[axis * 2];
        return typeof from === 'string' ? [{ from, held: row }] : [];
      })
      .sort((a, b) => (a.from < b.from ? -1 : 1))
      .slice(-2);
  return new Map(
    [...parts].map(([part, held]) => [part, [turnsOn(held, 0), turnsOn(held, 1), turnsOn(held, 2)]]),
  );
}

/** Whether the last row of a thing begins with these days on some axes, and earlier on others. */
function beginsInPart(thread: Thread, days: Days): boolean {
  const begins = thread.map((turns, axis) => turns.at(-1)?.from === days[axis]);
  return begins.includes(true) && begins.includes(false);
}

/** Lets a version hold from these days on; the last word of a day counts, and saying the same again changes nothing. */
function turn(
  line: Line,
  part: string,
  values: readonly Sql[],
  days: Days,
  touched: Map<Held, string>,
): void {
  const thread = line.get(part) ?? [[], [], []];
  line.set(part, thread);
  let begun: Held | undefined;
  thread.forEach((turns, axis) => {
    const day = days[axis] ?? '';
    let last = turns.at(-1);
    if (last && sameValues(last.held.values, values)) return;
    if (last?.from === day) {
      last.held.times[axis * 2] = null;
      last.held.times[axis * 2 + 1] = null;
      touched.set(last.held, part);
      turns.pop();
      last = turns.at(-1);
      if (last) {
        last.held.times[axis * 2 + 1] = forever;
        touched.set(last.held, part);
      }
      if (last && sameValues(last.held.values, values)) return;
    }
    if (last) {
      last.held.times[axis * 2 + 1] = day;
      touched.set(last.held, part);
    }
    begun ??= newRow(values);
    begun.times[axis * 2] = day;
    begun.times[axis * 2 + 1] = forever;
    touched.set(begun, part);
    turns.push({ from: day, held: begun });
    if (turns.length > 2) turns.shift();
  });
}
