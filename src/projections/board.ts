import { overdue } from './assignments.js';
import { type AssignmentPhase, type AssignmentState } from '../domain/assignment/assignment.js';
import type { AssignmentKind, ClosingOutcome } from '../domain/assignment/events.js';
import { addDays } from '../domain/calendar.js';
import type { DueWindow } from '../domain/due-window.js';
import { deadlineStatedOn } from '../domain/expected-meeting.js';
import { type MatterState, type Milestone, sourcesDisagree } from '../domain/matter/matter.js';
import type { MeetingKind } from '../domain/meeting/events.js';
import type { LocalDate } from '../domain/when.js';
import { type AsOf, type Axis, axes, changedFields, type FieldChange } from './as-of.js';
import { type Db, onEvery, projection } from './projection.js';
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
import {
  forever,
  holds,
  spanColumns,
  timelineSchema,
  Timelines,
  type TimelineTable,
  type Version,
} from './timeline.js';

export type BoardPhase = AssignmentPhase | Milestone['phase'];

/** What is waited for, as it stood on some day: an assignment, or a milestone of a matter. */
export interface BoardItem {
  readonly kind: 'assignment' | 'milestone';
  /** Id of the assignment, or of the matter that has the milestone. */
  readonly id: string;
  readonly milestone?: string;
  readonly body: string;
  /** Title of the assignment or of the matter. */
  readonly title: string;
  /** What the milestone is called. */
  readonly label?: string;
  readonly phase: BoardPhase;
  /** Waited for: not closed, reached or dropped, nor part of a closed matter. */
  readonly open: boolean;
  readonly window: DueWindow;
  readonly firstWindow: DueWindow;
  readonly moves: number;
  readonly responsible: readonly string[];
  readonly recipient?: string;
  /** When it was given or planned, as stated. */
  readonly givenOn: LocalDate;
  /** When its window was stated: on `givenOn`, or when it was last moved. */
  readonly statedOn: LocalDate;
  /** When those responsible last reported anything. */
  readonly lastWord?: LocalDate;
  /** When the final report came that the body has not yet taken up. */
  readonly reportedOn?: LocalDate;
  /** When somebody who was asked said that it is not theirs. */
  readonly disputedOn?: LocalDate;
  readonly outcome?: ClosingOutcome;
  readonly closedOn?: LocalDate;
  readonly assignmentKind?: AssignmentKind;
  readonly decision?: string;
  readonly point?: number;
  readonly matter?: string;
  readonly replacedBy?: string;
  /** How the milestone is to be taken. */
  readonly form?: MeetingKind;
  readonly sourcesDisagree: boolean;
}

function assignmentItem(id: string, state: AssignmentState): BoardItem {
  const { lastReport, phase } = state;
  return {
    kind: 'assignment',
    id,
    body: state.body,
    title: state.title,
    phase,
    open: phase !== 'closed',
    window: state.deadline,
    firstWindow: state.firstDeadline,
    moves: state.moves,
    responsible: state.responsible,
    recipient: state.recipient,
    givenOn: state.givenOn,
    statedOn: deadlineStatedOn(state),
    lastWord: lastReport?.statedAt,
    reportedOn: phase === 'finallyReported' ? lastReport?.statedAt : undefined,
    disputedOn: state.disputed?.statedAt,
    outcome: state.outcome,
    closedOn: state.closedOn,
    assignmentKind: state.kind,
    decision: state.decision,
    point: state.point,
    matter: state.matter,
    replacedBy: state.replacedBy,
    sourcesDisagree: sourcesDisagree(state.statements),
  };
}

function milestoneItem(id: string, state: MatterState, milestone: Milestone): BoardItem {
  return {
    kind: 'milestone',
    id,
    milestone: milestone.milestone,
    body: state.body,
    title: state.title,
    label: milestone.label,
    phase: milestone.phase,
    open: milestone.phase === 'planned' && state.phase === 'open',
    window: milestone.window,
    firstWindow: milestone.firstWindow,
    moves: milestone.statements.length - 1,
    responsible: [],
    recipient: state.body,
    givenOn: milestone.statements[0]?.statedAt ?? '',
    statedOn: milestone.statements.at(-1)?.statedAt ?? '',
    matter: id,
    form: milestone.form,
    sourcesDisagree: sourcesDisagree(milestone.statements),
  };
}

const columns = [
  'kind TEXT NOT NULL',
  'body TEXT NOT NULL',
  'open INTEGER NOT NULL',
  'phase TEXT NOT NULL',
  'due TEXT NOT NULL',
  'vague INTEGER NOT NULL',
  'given TEXT NOT NULL',
  'recipient TEXT',
  'decision TEXT',
  'item TEXT NOT NULL',
] as const;

/** What the other columns do not say; `firstWindow` and `statedOn` only where they differ from what is known. */
function rest(item: BoardItem): string {
  const {
    kind: _k,
    id: _i,
    milestone: _m,
    body: _b,
    open: _o,
    phase: _p,
    givenOn,
    recipient: _r,
    decision: _d,
    ...own
  } = item;
  const { firstWindow, window, statedOn, ...others } = own;
  const moved = firstWindow !== window && JSON.stringify(firstWindow) !== JSON.stringify(window);
  return JSON.stringify({
    window,
    ...(moved && { firstWindow }),
    ...(statedOn !== givenOn && { statedOn }),
    ...others,
  });
}

const version = (item: BoardItem): Version => ({
  part: item.milestone ?? '',
  values: [
    item.kind,
    item.body,
    Number(item.open),
    item.phase,
    item.window.latest ?? forever,
    Number(item.window.precision !== 'day'),
    item.givenOn,
    item.recipient ?? null,
    item.decision ?? null,
    rest(item),
  ],
});

const assignmentVersions: TimelineTable<'assignment'> = {
  name: 'board',
  kind: 'assignment',
  own: "kind = 'assignment'",
  columns,
  versions: (state, id) => [version(assignmentItem(id, state))],
};
const milestoneVersions: TimelineTable<'matter'> = {
  name: 'board',
  kind: 'matter',
  own: "kind = 'milestone'",
  columns,
  versions: (state, id) => state.milestones.map((milestone) => version(milestoneItem(id, state, milestone))),
};

interface Work {
  readonly assignments: Timelines<'assignment'>;
  readonly milestones: Timelines<'matter'>;
}

const now = `recorded_to = '${forever}'`;

/** For each axis: what is open by deadline, that which still is, what was late when it ended, and what began when. */
const asOfIndexes = axes
  .map((axis) => {
    const { from, to } = spanColumns[axis];
    return `
    CREATE INDEX board_${axis}_due ON board (body, due, id, part, ${to}, ${from}) WHERE open = 1;
    CREATE INDEX board_${axis}_still ON board (body, due, id, part, ${from}) WHERE open = 1 AND ${to} = '${forever}';
    CREATE INDEX board_${axis}_late ON board (body, ${to}, ${from}, due, id, part)
      WHERE open = 1 AND due < ${to} AND ${to} < '${forever}';
    CREATE INDEX board_${axis}_from ON board (body, ${from}, id, part);`;
  })
  .join('');

/** Assignments and milestones in every version they have had, each with the days it held on the three axes. */
export const board = projection<Work>({
  name: 'board',
  version: 2,
  schema: timelineSchema(assignmentVersions),
  indexes: `
    CREATE INDEX board_now_due ON board (due, id, part) WHERE open = 1 AND ${now};
    CREATE INDEX board_now_vague ON board (due, id, part) WHERE open = 1 AND vague = 1 AND ${now};
    CREATE INDEX board_now_count ON board (body, kind, phase, given, due, id) WHERE open = 1 AND ${now};
    CREATE INDEX board_decision ON board (decision) WHERE decision IS NOT NULL;
    CREATE INDEX board_closed ON board (body, due, id) WHERE open = 0 AND kind = 'assignment';
    ${asOfIndexes}`,
  begin: (tools) => ({
    assignments: new Timelines(assignmentVersions, tools),
    milestones: new Timelines(milestoneVersions, tools),
  }),
  on: {
    ...onEvery('body', 'ignored'),
    ...onEvery('meeting', 'ignored'),
    ...onEvery('matter', (event, { milestones }: Work) => {
      milestones.note(event.stream.slice('matter-'.length), event);
    }),
    ...onEvery('decision', 'ignored'),
    ...onEvery('assignment', (event, { assignments }: Work) => {
      assignments.note(event.stream.slice('assignment-'.length), event);
    }),
    ...onEvery('person', 'ignored'),
    ...onEvery('register', 'ignored'),
    ...onEvery('reminder', 'ignored'),
    ...onEvery('letter', 'ignored'),
    ...onEvery('feed', 'ignored'),
    ...onEvery('view', 'ignored'),
  },
  flush: ({ assignments, milestones }) => {
    assignments.flush();
    milestones.flush();
  },
});

/** A row as queries select it with {@link boardColumns}. */
export interface BoardRow {
  readonly kind: BoardItem['kind'];
  readonly id: string;
  readonly part: string;
  readonly body: string;
  readonly open: number;
  readonly phase: BoardPhase;
  readonly due: LocalDate;
  readonly given: LocalDate;
  readonly recipient: string | null;
  readonly decision: string | null;
  readonly item: string;
}

export const boardColumns = 'kind, id, part, body, open, phase, due, given, recipient, decision, item';

type Rest = Pick<BoardItem, 'window' | 'title' | 'moves' | 'responsible' | 'sourcesDisagree'> &
  Partial<BoardItem>;

export function readItem(row: BoardRow): BoardItem {
  const own = JSON.parse(row.item) as Rest;
  return {
    ...own,
    firstWindow: own.firstWindow ?? own.window,
    kind: row.kind,
    id: row.id,
    body: row.body,
    phase: row.phase,
    open: row.open === 1,
    givenOn: row.given,
    statedOn: own.statedOn ?? row.given,
    ...(row.part !== '' && { milestone: row.part }),
    ...(row.recipient !== null && { recipient: row.recipient }),
    ...(row.decision !== null && { decision: row.decision }),
  };
}

export interface BoardFilter {
  /** Only these bodies. */
  readonly bodies?: readonly string[];
  readonly kind?: BoardItem['kind'];
  /** As of a date; without it, now. */
  readonly asOf?: AsOf;
}

/** What was waited for as of a date, by the last day of its window; what has none comes last. */
export function boardAsOf(db: Db, filter: BoardFilter, request: PageRequest = {}): Page<BoardItem> {
  const limit = pageLimit(request);
  const after = readCursor(request, 3);
  const found = openRows(db, filter, [filter.kind && ['kind = ?', filter.kind]], after, limit + 1);
  return pageOf(found, limit, ({ due, id, part }) => [due, id, part], readItem);
}

const allBodies = (db: Db): string[] => rows<{ id: string }>(db, 'SELECT id FROM body').map(({ id }) => id);

const order = 'due, id, part';

/** The open rows that hold now or as of a date and fit the conditions, in the order of `due, id, part`. */
export function openRows(
  db: Db,
  { bodies, asOf }: Pick<BoardFilter, 'bodies' | 'asOf'>,
  conditions: readonly Condition[],
  after: readonly Sql[] | undefined,
  limit: number,
): BoardRow[] {
  const common: Condition[] = [...conditions, after && [`(${order}) > (?, ?, ?)`, ...after]];
  if (!asOf) {
    const { sql, params } = where(['open = 1'], holds(undefined), bodies && among('body', bodies), ...common);
    return rows(db, `SELECT ${boardColumns} FROM board ${sql} ORDER BY ${order} LIMIT ?`, ...params, limit);
  }
  const { from, to } = spanColumns[asOf.axis];
  const inBodies = bodies ?? allBodies(db);
  const [late, lateParams] = lateAsOf(order, asOf, oneOf('body', inBodies), ...common);
  const overdue = after && String(after[0]) >= asOf.date ? [] : chosen(db, late, lateParams, limit);
  if (overdue.length >= limit) return overdue;
  const coming = where(
    ['body = b.value AND open = 1 AND due >= ?', asOf.date],
    [`+${from} <= ? AND +${to} > ?`, asOf.date, asOf.date],
    ...common,
  );
  const rest = limit - overdue.length;
  const perBody = `SELECT rowid FROM board ${coming.sql} ORDER BY ${order} LIMIT ${rest.toString()}`;
  return [
    ...overdue,
    ...chosen(
      db,
      `SELECT rowid, ${order} FROM board WHERE rowid IN
        (SELECT x.rowid FROM json_each(?) AS b CROSS JOIN board AS x ON x.rowid IN (${perBody}))`,
      [JSON.stringify(inBodies), ...coming.params],
      rest,
    ),
  ];
}

/** A query for what was late as of a date: that which still is open so, and that which was late when it ended. */
function lateAsOf(
  columns: string,
  { axis, date }: AsOf,
  ...conditions: readonly Condition[]
): readonly [string, Sql[]] {
  const { from, to } = spanColumns[axis];
  const select = `SELECT rowid, ${columns} FROM board`;
  const still = where(
    [`open = 1 AND ${to} = '${forever}' AND due < ? AND +${from} <= ?`, date, date],
    ...conditions,
  );
  const ended = where(
    [`open = 1 AND due < ${to} AND ${to} < '${forever}' AND ${to} > ?`, date],
    [`${from} <= ? AND +due < ?`, date, date],
    ...conditions,
  );
  return [`${select} ${still.sql} UNION ALL ${select} ${ended.sql}`, [...still.params, ...ended.params]];
}

/** A query for everything open now or as of a date: its place and what is counted. */
function allOpen(db: Db, { bodies, asOf }: Pick<BoardFilter, 'bodies' | 'asOf'>): readonly [string, Sql[]] {
  const counted = 'id, kind, phase, given, due';
  const select = `SELECT rowid, ${counted} FROM board`;
  if (!asOf) {
    const { sql, params } = where(['open = 1'], holds(undefined), bodies && oneOf('body', bodies));
    return [`${select} ${sql}`, params];
  }
  const { from, to } = spanColumns[asOf.axis];
  const { date } = asOf;
  const inBodies = oneOf('body', bodies ?? allBodies(db));
  const [late, lateParams] = lateAsOf(counted, asOf, inBodies);
  const coming = where(inBodies, [
    `open = 1 AND due >= ? AND +${from} <= ? AND +${to} > ?`,
    date,
    date,
    date,
  ]);
  return [`${late} UNION ALL ${select} ${coming.sql}`, [...lateParams, ...coming.params]];
}

/** The first rows in order among those that a query names by rowid and order; only these are read whole. */
const chosen = (db: Db, query: string, params: readonly Sql[], limit: number): BoardRow[] =>
  rows(
    db,
    `SELECT ${boardColumns} FROM board
     WHERE rowid IN (SELECT rowid FROM (${query} ORDER BY ${order} LIMIT ?)) ORDER BY ${order}`,
    ...params,
    limit,
  );

/** What became of a place on the board between two days. `cameAndWent`: it was on it on neither day, but in between. */
export interface BoardChange {
  readonly change: 'added' | 'removed' | 'changed' | 'cameAndWent';
  /** As it stood on the first day, if it existed. */
  readonly from?: BoardItem;
  /** As it stood on the second day, if it existed. */
  readonly to?: BoardItem;
  readonly fields: readonly FieldChange[];
}

/** What was added to, removed from and changed on the board between two dates on an axis, by id. */
export function compareBoard(
  db: Db,
  axis: Axis,
  from: LocalDate,
  to: LocalDate,
  filter: Pick<BoardFilter, 'bodies' | 'kind'> = {},
  request: PageRequest = {},
): Page<BoardChange> {
  const limit = pageLimit(request);
  const changes: { readonly key: readonly Sql[]; readonly change: BoardChange }[] = [];
  let after = readCursor(request, 2);
  for (;;) {
    const keys = touchedBetween(db, axis, from <= to ? [from, to] : [to, from], filter, after);
    const before = rowsAt(db, keys, { axis, date: from });
    const then = rowsAt(db, keys, { axis, date: to });
    for (const { id, part } of keys) {
      const change = changeOf(before.get(`${id} ${part}`), then.get(`${id} ${part}`));
      if (change) changes.push({ key: [id, part], change });
    }
    const last = keys.at(-1);
    if (changes.length > limit || !last || keys.length < touchedAtOnce) break;
    after = [last.id, last.part];
  }
  return pageOf(
    changes,
    limit,
    ({ key }) => key,
    ({ change }) => change,
  );
}

const touchedAtOnce = 300;

interface BoardKey {
  readonly id: string;
  readonly part: string;
}

/** What got a new version after one day and by another, by id. */
function touchedBetween(
  db: Db,
  axis: Axis,
  [first, last]: readonly [LocalDate, LocalDate],
  filter: Pick<BoardFilter, 'bodies' | 'kind'>,
  after: readonly Sql[] | undefined,
): BoardKey[] {
  const { from } = spanColumns[axis];
  const bodies = filter.bodies ?? allBodies(db);
  const { sql, params } = where(
    oneOf('body', bodies),
    [`${from} > ? AND ${from} <= ?`, first, last],
    filter.kind && ['kind = ?', filter.kind],
    after && ['(id, part) > (?, ?)', ...after],
  );
  return rows(
    db,
    `SELECT DISTINCT id, part FROM board ${sql} ORDER BY id, part LIMIT ?`,
    ...params,
    touchedAtOnce,
  );
}

function rowsAt(db: Db, keys: readonly BoardKey[], asOf: AsOf): Map<string, BoardItem> {
  const { sql, params } = where(
    oneOf(
      'id',
      keys.map(({ id }) => id),
    ),
    holds(asOf),
  );
  const found = rows<BoardRow>(db, `SELECT ${boardColumns} FROM board ${sql}`, ...params);
  return new Map(found.map((row) => [`${row.id} ${row.part}`, readItem(row)]));
}

function changeOf(from: BoardItem | undefined, to: BoardItem | undefined): BoardChange | undefined {
  const fields = from && to ? changedFields(from, to) : [];
  const ends = { ...(from && { from }), ...(to && { to }), fields };
  if (from?.open) {
    if (!to?.open) return { change: 'removed', ...ends };
    return fields.length > 0 ? { change: 'changed', ...ends } : undefined;
  }
  if (to?.open) return { change: 'added', ...ends };
  return from ? undefined : { change: 'cameAndWent', ...ends };
}

/** How long what is open has been so, in days since it was given: `days` is where the bucket begins. */
export const ageBuckets = [0, 90, 180, 365] as const;

/** "Ärendebalans": what is open as of a day, counted. */
export interface Balance {
  readonly date: LocalDate;
  readonly open: number;
  readonly byPhase: { readonly [P in Exclude<AssignmentPhase, 'closed'>]: number };
  /** From `fromDays` up to the next bucket. */
  readonly byAge: readonly { readonly fromDays: number; readonly count: number }[];
  readonly late: number;
  readonly undated: number;
  /** The one given first. */
  readonly oldest?: BoardItem;
  /** Planned milestones, and how many of them are late. */
  readonly milestones: { readonly planned: number; readonly late: number };
}

/** Counts what was open as of a date (as of `today` without one). */
export function balanceAsOf(db: Db, filter: Omit<BoardFilter, 'kind'>, today: LocalDate): Balance {
  const date = filter.asOf?.date ?? today;
  const [open, params] = allOpen(db, filter);
  const bounds = ageBuckets.slice(1).map((days) => addDays(date, -days));
  const bucket = bounds
    .map((_, at) => `WHEN given <= ? THEN ${(ageBuckets.length - 1 - at).toString()}`)
    .join(' ');
  const counted = rows<{
    kind: string;
    phase: BoardPhase;
    bucket: number;
    count: number;
    late: number;
    undated: number;
  }>(
    db,
    `SELECT kind, phase, CASE ${bucket} ELSE 0 END AS bucket, count(*) AS count,
       sum(${overdue}) AS late, sum(due = '${forever}') AS undated
     FROM (${open}) GROUP BY 1, 2, 3`,
    ...bounds.reverse(),
    date,
    ...params,
  );
  const assignments = counted.filter(({ kind }) => kind === 'assignment');
  const milestones = counted.filter(({ kind }) => kind === 'milestone');
  const total = (of: typeof counted, value: 'count' | 'late' | 'undated'): number =>
    of.reduce((sum, row) => sum + row[value], 0);
  const inPhase = (phase: BoardPhase): number =>
    total(
      assignments.filter((row) => row.phase === phase),
      'count',
    );
  const [oldest] = rows<BoardRow>(
    db,
    `SELECT ${boardColumns} FROM board WHERE rowid =
       (SELECT rowid FROM (${open}) WHERE kind = 'assignment' ORDER BY given, id LIMIT 1)`,
    ...params,
  );
  return {
    date,
    open: total(assignments, 'count'),
    byPhase: {
      given: inPhase('given'),
      acknowledged: inPhase('acknowledged'),
      inProgress: inPhase('inProgress'),
      partlyReported: inPhase('partlyReported'),
      finallyReported: inPhase('finallyReported'),
    },
    byAge: ageBuckets.map((fromDays, at) => ({
      fromDays,
      count: total(
        assignments.filter((row) => row.bucket === at),
        'count',
      ),
    })),
    late: total(assignments, 'late'),
    undated: total(assignments, 'undated'),
    ...(oldest && { oldest: readItem(oldest) }),
    milestones: { planned: total(milestones, 'count'), late: total(milestones, 'late') },
  };
}
