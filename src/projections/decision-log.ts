import type { DecisionPhase, DecisionState } from '../domain/decision/decision.js';
import { type PointKind, pointKinds } from '../domain/decision/events.js';
import { parseStream, type Recorded } from '../domain/events.js';
import { type Edtf, happenedBy, type Instant, type LocalDate } from '../domain/when.js';
import { Bulk } from './bulk.js';
import { type Db, onEvery, projection, type Standing, type Tools } from './projection.js';
import {
  among,
  type Condition,
  type Page,
  pageLimit,
  pageOf,
  type PageRequest,
  readCursor,
  row,
  rows,
  run,
  where,
} from './sql.js';
import { swedishSortKey } from './swedish-sort.js';

interface Work {
  readonly decisions: Set<string>;
  readonly assignments: Set<string>;
}

const decided = (event: Recorded, { decisions }: Work): void => {
  decisions.add(parseStream(event.stream).id);
};
const assigned = (event: Recorded, { assignments }: Work): void => {
  assignments.add(parseStream(event.stream).id);
};

/** The decision log as a list: a row per decision, and the assignments that came of it, to count. */
export const decisionLog = projection<Work>({
  name: 'decision-log',
  version: 1,
  schema: `
    CREATE TABLE decision_log (
      id TEXT PRIMARY KEY,
      body TEXT NOT NULL,
      meeting TEXT,
      matter TEXT,
      agenda_item TEXT,
      title TEXT NOT NULL,
      title_key TEXT NOT NULL,
      taken_on TEXT,
      date TEXT NOT NULL,
      stated TEXT NOT NULL,
      effective TEXT,
      kinds INTEGER NOT NULL,
      points INTEGER NOT NULL,
      no_action INTEGER NOT NULL,
      confirmed INTEGER NOT NULL,
      ended_how TEXT,
      ended_from TEXT,
      ended_by TEXT,
      corrections INTEGER NOT NULL,
      amendments INTEGER NOT NULL,
      open INTEGER NOT NULL DEFAULT 0,
      closed INTEGER NOT NULL DEFAULT 0,
      revision INTEGER NOT NULL,
      recorded_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE decision_kind (
      kind TEXT NOT NULL,
      date TEXT NOT NULL,
      decision TEXT NOT NULL,
      PRIMARY KEY (kind, date, decision)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE decision_assignment (
      assignment TEXT PRIMARY KEY,
      decision TEXT NOT NULL,
      open INTEGER NOT NULL,
      late_after TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX decision_assignment_decision ON decision_assignment (decision, open, late_after);`,
  indexes: `
    CREATE INDEX decision_log_date ON decision_log (date, id);
    CREATE INDEX decision_log_body ON decision_log (body, date, id);
    CREATE INDEX decision_log_title ON decision_log (title_key, id);
    CREATE INDEX decision_log_body_title ON decision_log (body, title_key, id);
    CREATE INDEX decision_log_meeting ON decision_log (meeting, date, id) WHERE meeting IS NOT NULL;
    CREATE INDEX decision_log_matter ON decision_log (matter, date, id) WHERE matter IS NOT NULL;
    CREATE INDEX decision_log_open ON decision_log (body, date, id) WHERE open > 0;
    CREATE INDEX decision_log_unconfirmed ON decision_log (date, id) WHERE confirmed = 0;
    CREATE INDEX decision_log_ended ON decision_log (ended_how, date, id) WHERE ended_how IS NOT NULL;`,
  begin: () => ({ decisions: new Set(), assignments: new Set() }),
  on: {
    ...onEvery('body', 'ignored'),
    ...onEvery('meeting', 'ignored'),
    ...onEvery('matter', 'ignored'),
    ...onEvery('decision', decided),
    AssignmentGiven: assigned,
    CommitmentPromoted: assigned,
    RecipientNamed: 'ignored',
    ResponsibleAdded: 'ignored',
    ResponsibleReleased: 'ignored',
    DeliverableDefined: 'ignored',
    PreconditionMet: 'ignored',
    AssignmentAcknowledged: 'ignored',
    ProgressReported: assigned,
    DeliverableReported: assigned,
    DeadlineMoved: assigned,
    FinalReportSubmitted: assigned,
    WrongAssigneeReported: 'ignored',
    SupplementRequested: assigned,
    AssignmentClosed: assigned,
    AssignmentReopened: assigned,
    AssignmentReplaced: 'ignored',
    ...onEvery('person', 'ignored'),
    ...onEvery('register', 'ignored'),
    ...onEvery('reminder', 'ignored'),
    ...onEvery('letter', 'ignored'),
    ...onEvery('feed', 'ignored'),
    ...onEvery('view', 'ignored'),
  },
  flush: ({ decisions, assignments }, tools) => {
    writeDecisions([...decisions], tools);
    const changed = assignments.size === 0 ? [] : writeAssignments([...assignments], tools);
    count([...decisions, ...changed], tools.db);
    decisions.clear();
    assignments.clear();
  },
});

const columns = [
  'id',
  'body',
  'meeting',
  'matter',
  'agenda_item',
  'title',
  'title_key',
  'taken_on',
  'date',
  'stated',
  'effective',
  'kinds',
  'points',
  'no_action',
  'confirmed',
  'ended_how',
  'ended_from',
  'ended_by',
  'corrections',
  'amendments',
  'revision',
  'recorded_at',
] as const;
const writeLine = `INSERT INTO decision_log (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
  ON CONFLICT DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`;
const kindRows = new Bulk('decision_kind', ['kind', 'date', 'decision'], 'DO NOTHING');
const assignmentRows = new Bulk('decision_assignment', ['assignment', 'decision', 'open', 'late_after'], {
  update: ['decision', 'open', 'late_after'],
});

const bitOf = (kind: PointKind): number => 1 << pointKinds.indexOf(kind);

function writeDecisions(ids: readonly string[], { db, folds }: Tools): void {
  const states = ids.map((id) => ({ id, state: folds.state('decision', id) }));
  for (const { id, state } of states) {
    const line = lineOf(id, state, folds.standing('decision', id));
    run(db, writeLine, ...columns.map((column) => line[column]));
    if (state.corrections + state.amendments > 0)
      run(
        db,
        `DELETE FROM decision_kind WHERE decision = ? AND date = ? AND kind IN (SELECT value FROM json_each(?))`,
        ...[id, dateOf(state), JSON.stringify(pointKinds)],
      );
  }
  kindRows.write(
    db,
    states.flatMap(({ id, state }) => kindsIn(bitsOf(state)).map((kind) => [kind, dateOf(state), id])),
  );
}

const dateOf = (state: DecisionState): LocalDate =>
  happenedBy({ occurred: state.takenOn, statedAt: state.statedAt });

/** The kinds of a decision's points, a bit for each. */
const bitsOf = ({ points }: DecisionState): number =>
  points.reduce((bits, { kinds }) => kinds.reduce((all, kind) => all | bitOf(kind), bits), 0);

const kindsIn = (bits: number): readonly PointKind[] =>
  pointKinds.filter((kind) => (bits & bitOf(kind)) !== 0);

function lineOf(id: string, state: DecisionState, { revision, recordedAt }: Recording): Line {
  return {
    id,
    body: state.body,
    meeting: state.meeting ?? null,
    matter: state.matter ?? null,
    agenda_item: state.agendaItem ?? null,
    title: state.title,
    title_key: swedishSortKey(state.title),
    taken_on: state.takenOn,
    date: dateOf(state),
    stated: state.statedAt,
    effective: state.effectiveFrom ?? null,
    kinds: bitsOf(state),
    points: state.points.length,
    no_action: state.points.filter(({ noActionNeeded }) => noActionNeeded).length,
    confirmed: state.confirmed ? 1 : 0,
    ended_how: state.ended?.how ?? null,
    ended_from: state.ended?.from ?? null,
    ended_by: state.ended?.by ?? null,
    corrections: state.corrections,
    amendments: state.amendments,
    revision,
    recorded_at: recordedAt,
  };
}

/** The newest fact of a decision. */
type Recording = Pick<Standing, 'revision' | 'recordedAt'>;

/** The line of a decision in a state, with its assignments counted, on a day. */
export const decisionRow = (
  id: string,
  state: DecisionState,
  { open, late, closed, ...recording }: Recording & DecisionRow['assignments'],
  day: LocalDate,
): DecisionRow => read({ ...lineOf(id, state, recording), open, late, closed }, day);

/** Remembers which assignments are open and when they are late. Answers whose assignments have changed. */
function writeAssignments(ids: readonly string[], { db, folds }: Tools): readonly string[] {
  const before = rows<{ assignment: string; decision: string }>(
    db,
    'SELECT assignment, decision FROM decision_assignment WHERE assignment IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  const states = ids.map((id) => ({ id, ...folds.state('assignment', id) }));
  const attached = states.flatMap(({ id, decision, phase, deadline }) => {
    if (decision === undefined) return [];
    const timed = deadline.kind !== 'undated' && deadline.kind !== 'recurring';
    return [
      [
        id,
        decision,
        phase === 'closed' ? 0 : 1,
        timed && phase !== 'finallyReported' ? (deadline.latest ?? null) : null,
      ],
    ];
  });
  assignmentRows.write(db, attached);
  const kept = new Set(attached.map(([id]) => id));
  for (const { assignment } of before)
    if (!kept.has(assignment)) run(db, 'DELETE FROM decision_assignment WHERE assignment = ?', assignment);
  return [
    ...before.map(({ decision }) => decision),
    ...states.flatMap(({ decision }) => (decision === undefined ? [] : [decision])),
  ];
}

const count = (ids: readonly string[], db: Db): void => {
  if (ids.length === 0) return;
  run(
    db,
    `UPDATE decision_log SET
       open = (SELECT count(*) FROM decision_assignment a WHERE a.decision = decision_log.id AND a.open = 1),
       closed = (SELECT count(*) FROM decision_assignment a WHERE a.decision = decision_log.id AND a.open = 0)
     WHERE id IN (SELECT value FROM json_each(?))`,
    JSON.stringify([...new Set(ids)]),
  );
};

/** What the decision log may be narrowed to. `from` and `to` bound the day the decision was taken, both included. */
export interface DecisionFilter {
  /** Only these bodies. */
  readonly bodies?: readonly string[];
  readonly meeting?: string;
  readonly matter?: string;
  readonly kind?: PointKind;
  readonly state?: DecisionPhase;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** Only decisions with (true) or without (false) open assignments. */
  readonly open?: boolean;
  readonly sort?: 'date' | 'title';
  /** Left out: newest first by date, from A to Ö by title. */
  readonly order?: 'asc' | 'desc';
}

/** A line of the decision log. */
export interface DecisionRow {
  readonly id: string;
  readonly body: string;
  readonly title: string;
  readonly meeting?: string;
  readonly matter?: string;
  readonly agendaItem?: string;
  /** When it was taken as the source says it; `date` is the day by which it had been. */
  readonly takenOn: Edtf | null;
  readonly date: LocalDate;
  readonly statedAt: LocalDate;
  readonly effectiveFrom?: LocalDate;
  readonly phase: DecisionPhase;
  /** Whether it has effect today. */
  readonly inForce: boolean;
  /** What has ended it, or will. */
  readonly ended?: { readonly how: 'superseded' | 'revoked'; readonly from: LocalDate; readonly by?: string };
  readonly kinds: readonly PointKind[];
  readonly points: number;
  readonly pointsWithoutAction: number;
  readonly corrections: number;
  readonly amendments: number;
  readonly assignments: { readonly open: number; readonly late: number; readonly closed: number };
  readonly revision: number;
  readonly recordedAt: Instant;
}

/** What a decision itself says in its line. */
interface Line {
  readonly id: string;
  readonly body: string;
  readonly meeting: string | null;
  readonly matter: string | null;
  readonly agenda_item: string | null;
  readonly title: string;
  readonly title_key: string;
  readonly taken_on: string | null;
  readonly date: string;
  readonly stated: string;
  readonly effective: string | null;
  readonly kinds: number;
  readonly points: number;
  readonly no_action: number;
  readonly confirmed: number;
  readonly ended_how: 'superseded' | 'revoked' | null;
  readonly ended_from: string | null;
  readonly ended_by: string | null;
  readonly corrections: number;
  readonly amendments: number;
  readonly revision: number;
  readonly recorded_at: string;
}

interface Found extends Line {
  readonly open: number;
  readonly closed: number;
  readonly late: number;
}

const lateCount = `CASE WHEN d.open = 0 THEN 0 ELSE
  (SELECT count(*) FROM decision_assignment a WHERE a.decision = d.id AND a.open = 1 AND a.late_after < ?) END`;

/** A page of the decision log. */
export function listDecisions(
  db: Db,
  filter: DecisionFilter,
  today: LocalDate,
  request: PageRequest = {},
): Page<DecisionRow> {
  const { bodies, kind, meeting, matter, from, to, open, state } = filter;
  const limit = pageLimit(request);
  const byTitle = filter.sort === 'title';
  const direction = filter.order ?? (byTitle ? 'asc' : 'desc');
  const throughKind = kind !== undefined && !byTitle;
  const date = throughKind ? 'k.date' : 'd.date';
  const key = byTitle ? ['d.title_key', 'd.id'] : [date, throughKind ? 'k.decision' : 'd.id'];
  const after = readCursor(request, 2);
  const { sql, params } = where(
    kind !== undefined && (throughKind ? ['k.kind = ?', kind] : ['d.kinds & ? <> 0', bitOf(kind)]),
    bodies && among('d.body', bodies),
    meeting !== undefined && ['d.meeting = ?', meeting],
    matter !== undefined && ['d.matter = ?', matter],
    from !== undefined && [`${date} >= ?`, from],
    to !== undefined && [`${date} <= ?`, to],
    open !== undefined && [open ? 'd.open > 0' : 'd.open = 0'],
    state !== undefined && inPhase(state, today),
    after && [`(${key.join(', ')}) ${direction === 'asc' ? '>' : '<'} (?, ?)`, ...after],
  );
  const found = rows<Found>(
    db,
    `SELECT d.*, ${lateCount} AS late
     FROM ${throughKind ? 'decision_kind k CROSS JOIN decision_log d ON d.id = k.decision' : 'decision_log d'}
     ${sql} ORDER BY ${key.map((column) => `${column} ${direction}`).join(', ')} LIMIT ?`,
    today,
    ...params,
    limit + 1,
  );
  return pageOf(
    found,
    limit,
    (last) => [byTitle ? last.title_key : last.date, last.id],
    (line) => read(line, today),
  );
}

function inPhase(phase: DecisionPhase, today: LocalDate): Condition {
  switch (phase) {
    case 'superseded':
    case 'revoked':
      return ['d.ended_how = ? AND d.ended_from <= ?', phase, today];
    case 'recorded':
      return ['d.confirmed = 0 AND (d.ended_from IS NULL OR d.ended_from > ?)', today];
    case 'confirmed':
      return ['d.confirmed = 1 AND (d.ended_from IS NULL OR d.ended_from > ?)', today];
  }
}

/** One line of the decision log. */
export function decisionLine(db: Db, id: string, today: LocalDate): DecisionRow | undefined {
  const found = row<Found>(
    db,
    `SELECT d.*, ${lateCount} AS late FROM decision_log d WHERE d.id = ?`,
    today,
    id,
  );
  return found && read(found, today);
}

function read(line: Found, today: LocalDate): DecisionRow {
  const { ended_how: how, ended_from: from } = line;
  const ended = how === null || from === null ? undefined : { how, from, by: line.ended_by ?? undefined };
  const over = ended !== undefined && ended.from <= today;
  return {
    id: line.id,
    body: line.body,
    title: line.title,
    meeting: line.meeting ?? undefined,
    matter: line.matter ?? undefined,
    agendaItem: line.agenda_item ?? undefined,
    takenOn: line.taken_on,
    date: line.date,
    statedAt: line.stated,
    effectiveFrom: line.effective ?? undefined,
    phase: over ? ended.how : line.confirmed === 1 ? 'confirmed' : 'recorded',
    inForce: !over && (line.effective === null || line.effective <= today),
    ended,
    kinds: kindsIn(line.kinds),
    points: line.points,
    pointsWithoutAction: line.no_action,
    corrections: line.corrections,
    amendments: line.amendments,
    assignments: { open: line.open, late: line.late, closed: line.closed },
    revision: line.revision,
    recordedAt: line.recorded_at,
  };
}
