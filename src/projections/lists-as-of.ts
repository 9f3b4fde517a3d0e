import type { MatterState } from '../domain/matter/matter.js';
import type { MeetingState } from '../domain/meeting/meeting.js';
import { type Recorded, streamOf } from '../domain/events.js';
import type { Instant, LocalDate } from '../domain/when.js';
import { type AsOf, asOfEvents } from './as-of.js';
import { type AssignmentFilter, type AssignmentItem, openOnly, overdue } from './assignments.js';
import { openRows } from './board.js';
import { type DecisionFilter, type DecisionRow, decisionRow } from './decision-log.js';
import type { Revised } from './directory.js';
import { responsibleAsOf } from './feedback.js';
import { folders, stateOf } from './folds.js';
import type { MatterFilter } from './matters.js';
import type { MeetingFilter } from './meetings.js';
import type { Db, FoldedKind, ReadableLog, StateOf } from './projection.js';
import {
  among,
  type Condition,
  oneOf,
  type Page,
  pageLimit,
  pageOf,
  type PageRequest,
  readCursor,
  rows,
  type Sql,
  where,
} from './sql.js';
import { forever, holds, spanColumns } from './timeline.js';

/** What a list as of a date is read from. `timeZone` is the bodies'. */
export interface Past {
  readonly db: Db;
  readonly log: ReadableLog;
  readonly timeZone: string;
  readonly asOf: AsOf;
}

interface Found {
  readonly id: string;
  readonly key: string;
}

/** A state as of a date, and when the newest fact that counts was recorded. */
interface Then<S> extends Revised<S> {
  readonly changed: Instant;
}

const revised = <S>({ id, revision, state }: Then<S>): Revised<S> => ({ id, revision, state });

/** The states of some streams as of a date, in the order asked for; those that did not exist are left out. */
function statesAsOf<K extends FoldedKind>(
  { log, asOf, timeZone }: Past,
  kind: K,
  ids: readonly string[],
): Then<StateOf[K]>[] {
  const facts = new Map<string, Recorded[]>();
  for (const event of asOfEvents(log.streams(ids.map((id) => streamOf(kind, id))), asOf, timeZone)) {
    const before = facts.get(event.stream);
    if (before) before.push(event);
    else facts.set(event.stream, [event]);
  }
  return ids.flatMap((id) => {
    const events = facts.get(streamOf(kind, id)) ?? [];
    const last = events.at(-1);
    const state = stateOf(folders[kind], events);
    return last && state.exists ? [{ id, revision: last.revision, changed: last.recordedAt, state }] : [];
  });
}

/** A page of found rows, each with its state as of the date. */
function pageAsOf<K extends FoldedKind, Item>(
  past: Past,
  kind: K,
  found: readonly Found[],
  limit: number,
  items: (states: readonly Then<StateOf[K]>[]) => readonly Item[],
): Page<Item> {
  const page = pageOf(
    found,
    limit,
    ({ key, id }) => [key, id],
    ({ id }) => id,
  );
  return { items: items(statesAsOf(past, kind, page.items)), next: page.next };
}

const upward = (descending: boolean): 'ASC' | 'DESC' => (descending ? 'DESC' : 'ASC');

/** Where a page goes on in the order of a key and the id. */
const beyond = (key: string, id: string, descending: boolean, after: readonly Sql[] | undefined): Condition =>
  after && [`(${key}, ${id}) ${descending ? '<' : '>'} (?, ?)`, ...after];

/** What the list of assignments as of a date can be sorted by. */
export const assignmentSortsAsOf = ['due', 'title', 'given'] as const;

type Wanted = Omit<AssignmentFilter, 'sort'> & { readonly sort?: (typeof assignmentSortsAsOf)[number] };

/**
 * Assignments as they were as of a date, by deadline, title or when given. Late, and who holds a role, is what was so
 * then.
 */
export function assignmentsAsOf(past: Past, filter: Wanted, request: PageRequest = {}): Page<AssignmentItem> {
  const limit = pageLimit(request);
  const found = assignmentsFound(past, filter, readCursor(request, 2), limit + 1);
  return pageAsOf(past, 'assignment', found, limit, (states) => states);
}

function assignmentsFound(
  { db, asOf }: Past,
  filter: Wanted,
  after: readonly Sql[] | undefined,
  limit: number,
): Found[] {
  const { bodies, state, decision, matter, sort = 'due' } = filter;
  const descending = (filter.order ?? (sort === 'given' ? 'desc' : 'asc')) === 'desc';
  const open = openOnly(filter);
  const conditions: Condition[] = [
    ["kind = 'assignment'"],
    state !== undefined && state !== 'open' && ['phase = ?', state],
    filter.late !== undefined && [filter.late ? overdue : `NOT (open = 1 AND ${overdue})`, asOf.date],
    filter.kind && ["item ->> '$.assignmentKind' = ?", filter.kind],
    filter.recipient !== undefined && ['recipient = ?', filter.recipient],
    decision !== undefined && ['decision = ?', decision],
    matter !== undefined && ['id IN (SELECT id FROM assignment WHERE matter = ?)', matter],
    filter.vague !== undefined && ['vague = ?', Number(filter.vague)],
    filter.from !== undefined && ['due >= ?', filter.from],
    filter.to !== undefined && ['due <= ?', filter.to],
    ...responsibleAsOf(filter, asOf),
  ];
  const order = (key: string): string =>
    `ORDER BY ${key} ${upward(descending)}, id ${upward(descending)} LIMIT ?`;

  if (sort !== 'due') {
    const key = sort === 'title' ? 'sort' : 'given';
    const then = where(["board.id = a.id AND part = ''"], open && ['open = 1'], holds(asOf), ...conditions);
    const { sql, params } = where(
      bodies && among('body', bodies),
      [`EXISTS (SELECT 1 FROM board ${then.sql})`, ...then.params],
      beyond(key, 'id', descending, after),
    );
    return rows(db, `SELECT id, ${key} AS key FROM assignment AS a ${sql} ${order(key)}`, ...params, limit);
  }
  if (descending || decision !== undefined || matter !== undefined) {
    const { sql, params } = where(
      bodies && oneOf('+body', bodies),
      open && ['open = 1'],
      holds(asOf),
      ...conditions,
      beyond('due', 'id', descending, after),
    );
    return rows(db, `SELECT id, due AS key FROM board ${sql} ${order('due')}`, ...params, limit);
  }
  const { from, to } = spanColumns[asOf.axis];
  const closed = where(
    ["open = 0 AND kind = 'assignment'"],
    bodies && among('body', bodies),
    [`+${from} <= ? AND +${to} > ?`, asOf.date, asOf.date],
    ...conditions,
    beyond('due', 'id', false, after),
  );
  return [
    ...(state === 'closed'
      ? []
      : openRows(db, { bodies, asOf }, conditions, after && [...after, ''], limit).map(
          ({ id, due }): Found => ({ id, key: due }),
        )),
    ...(open
      ? []
      : rows<Found>(
          db,
          `SELECT id, due AS key FROM board ${closed.sql} ${order('due')}`,
          ...closed.params,
          limit,
        )),
  ]
    .sort((a, b) => (a.key === b.key ? (a.id < b.id ? -1 : 1) : a.key < b.key ? -1 : 1))
    .slice(0, limit);
}

/** The decision log as of a date. By title, the order is that of the titles of today. */
export function decisionsAsOf(
  past: Past,
  filter: DecisionFilter,
  request: PageRequest = {},
): Page<DecisionRow> {
  const { db, asOf } = past;
  const limit = pageLimit(request);
  const after = readCursor(request, 2);
  const byTitle = filter.sort === 'title';
  const descending = (filter.order ?? (byTitle ? 'asc' : 'desc')) === 'desc';
  const key = byTitle ? 'd.title_key' : 'd.date';
  const { sql, params } = where(
    filter.bodies && among('d.body', filter.bodies),
    filter.meeting !== undefined && ['d.meeting = ?', filter.meeting],
    filter.matter !== undefined && ['d.matter = ?', filter.matter],
    filter.from !== undefined && ['d.date >= ?', filter.from],
    filter.to !== undefined && ['d.date <= ?', filter.to],
    beyond(key, 'd.id', descending, after),
    holds(asOf, 'v'),
    filter.kind !== undefined && [
      `EXISTS (SELECT 1 FROM json_each(v.item, '$.points') AS p, json_each(p.value, '$.kinds') AS k
         WHERE k.value = ?)`,
      filter.kind,
    ],
    filter.state !== undefined && ended(filter.state, asOf.date),
    filter.open !== undefined && openThen(filter.open, asOf),
  );
  const found = rows<Found>(
    db,
    `SELECT d.id, ${key} AS key FROM decision_log AS d CROSS JOIN decision_version AS v ON v.id = d.id ${sql}
     ORDER BY key ${upward(descending)}, d.id ${upward(descending)} LIMIT ?`,
    ...params,
    limit + 1,
  );
  return pageAsOf(past, 'decision', found, limit, (states) => {
    const counts = assignmentsOf(
      past,
      states.map(({ id }) => id),
    );
    return states.map(({ id, revision, changed, state }) =>
      decisionRow(id, state, { revision, recordedAt: changed, ...(counts.get(id) ?? none) }, asOf.date),
    );
  });
}

function ended(state: NonNullable<DecisionFilter['state']>, day: LocalDate): Condition {
  switch (state) {
    case 'superseded':
    case 'revoked':
      return ["v.ended <= ? AND v.item ->> '$.how' = ?", day, state];
    case 'recorded':
      return ['v.confirmed = 0 AND v.ended > ?', day];
    case 'confirmed':
      return ['v.confirmed = 1 AND v.ended > ?', day];
  }
}

function openThen(open: boolean, asOf: AsOf): Condition {
  const { sql, params } = where(['b.decision = d.id AND b.open = 1'], holds(asOf, 'b'));
  return [`${open ? 'EXISTS' : 'NOT EXISTS'} (SELECT 1 FROM board AS b ${sql})`, ...params];
}

interface Counts {
  readonly open: number;
  readonly late: number;
  readonly closed: number;
}
const none: Counts = { open: 0, late: 0, closed: 0 };

/** The assignments that had come of some decisions, counted. */
function assignmentsOf({ db, asOf }: Past, decisions: readonly string[]): ReadonlyMap<string, Counts> {
  const { sql, params } = where(oneOf('decision', decisions), holds(asOf));
  const found = rows<Counts & { readonly decision: string }>(
    db,
    `SELECT decision, sum(open) AS open, sum(open = 0) AS closed,
       sum(open = 1 AND ${overdue} AND due < '${forever}'
         AND item ->> '$.window.kind' NOT IN ('undated', 'recurring')) AS late
     FROM board ${sql} GROUP BY decision`,
    asOf.date,
    ...params,
  );
  return new Map(found.map(({ decision, open, late, closed }) => [decision, { open, late, closed }]));
}

/** Matters as of a date, by title. */
export function mattersAsOf(
  past: Past,
  filter: MatterFilter,
  request: PageRequest = {},
): Page<Revised<MatterState>> {
  const { db, asOf } = past;
  const limit = pageLimit(request);
  const { from, to } = spanColumns[asOf.axis];
  const { sql, params } = where(
    filter.bodies && among('body', filter.bodies),
    [
      `EXISTS (SELECT 1 FROM matter_version AS v WHERE v.id = matter.id AND v.${from} <= ? AND v.${to} > ?
         ${filter.phase === undefined ? '' : 'AND v.phase = ?'})`,
      asOf.date,
      asOf.date,
      ...(filter.phase === undefined ? [] : [filter.phase]),
    ],
    beyond('sort', 'id', false, readCursor(request, 2)),
  );
  const found = rows<Found>(
    db,
    `SELECT id, sort AS key FROM matter ${sql} ORDER BY sort, id LIMIT ?`,
    ...params,
    limit + 1,
  );
  return pageAsOf(past, 'matter', found, limit, (states) => states.map(revised));
}

/** Meetings as of a date, by the date they had then. */
export function meetingsAsOf(
  past: Past,
  filter: MeetingFilter,
  request: PageRequest = {},
): Page<Revised<MeetingState>> {
  const { db, asOf } = past;
  const limit = pageLimit(request);
  const descending = filter.order !== 'asc';
  const year = filter.year?.toString().padStart(4, '0');
  const { sql, params } = where(
    filter.bodies && oneOf('body', filter.bodies),
    holds(asOf),
    year !== undefined && ['date BETWEEN ? AND ?', `${year}-01-01`, `${year}-12-31`],
    filter.kind && ['kind = ?', filter.kind],
    filter.phase && ['phase = ?', filter.phase],
    filter.from !== undefined && ['date >= ?', filter.from],
    filter.to !== undefined && ['date <= ?', filter.to],
    beyond('date', 'id', descending, readCursor(request, 2)),
  );
  const found = rows<Found>(
    db,
    `SELECT id, date AS key FROM meeting_version ${sql}
     ORDER BY date ${upward(descending)}, id ${upward(descending)} LIMIT ?`,
    ...params,
    limit + 1,
  );
  return pageAsOf(past, 'meeting', found, limit, (states) => states.map(revised));
}
