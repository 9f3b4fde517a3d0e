import type { DecisionState } from '../domain/decision/decision.js';
import type { PointKind } from '../domain/decision/events.js';
import type { LocalDate } from '../domain/when.js';
import type { AsOf } from './as-of.js';
import { type Db, onEvery, projection, type Tools } from './projection.js';
import { among, type Condition, oneOf, row, rows, run, type Sql, where } from './sql.js';
import { forever, holds, timelineSchema, Timelines, type TimelineTable } from './timeline.js';

/** What of a decision decides whether its points are followed up. */
interface DecisionBrief {
  readonly title: string;
  readonly statedAt: LocalDate;
  /** What has ended it, or will. */
  readonly how?: 'superseded' | 'revoked';
  readonly points: readonly {
    readonly number: number;
    readonly kinds: readonly PointKind[];
    readonly noAction: boolean;
  }[];
}

const brief = ({ title, statedAt, ended, points }: DecisionState): DecisionBrief => ({
  title,
  statedAt,
  how: ended?.how,
  points: points.map(({ number, kinds, noActionNeeded }) => ({ number, kinds, noAction: noActionNeeded })),
});

const versions: TimelineTable<'decision'> = {
  name: 'decision_version',
  kind: 'decision',
  columns: [
    'body TEXT NOT NULL',
    'meeting TEXT',
    'confirmed INTEGER NOT NULL',
    'ended TEXT NOT NULL',
    'item TEXT NOT NULL',
  ],
  versions: (state) => [
    {
      part: '',
      values: [
        state.body,
        state.meeting ?? null,
        Number(state.confirmed),
        state.ended?.from ?? forever,
        JSON.stringify(brief(state)),
      ],
    },
  ],
};

interface Work {
  readonly timelines: Timelines<'decision'>;
  /** Whether they are new: nothing stands of them yet. */
  readonly decisions: Map<string, boolean>;
  readonly assignments: Map<string, boolean>;
}

/** Which points of decisions are followed up: what attention and coverage need beside the board. */
export const attentionPoints = projection<Work>({
  name: 'attention-points',
  version: 2,
  schema: `
    ${timelineSchema(versions)}
    CREATE TABLE assignment_point (
      assignment TEXT PRIMARY KEY,
      decision TEXT NOT NULL,
      point INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX assignment_point_decision ON assignment_point (decision);
    CREATE TABLE uncovered_point (
      decision TEXT NOT NULL,
      point INTEGER NOT NULL,
      body TEXT NOT NULL,
      title TEXT NOT NULL,
      stated TEXT NOT NULL,
      ended TEXT NOT NULL,
      PRIMARY KEY (decision, point)
    ) STRICT, WITHOUT ROWID;`,
  indexes: `
    CREATE INDEX decision_version_meeting ON decision_version (meeting) WHERE meeting IS NOT NULL;
    CREATE INDEX decision_version_body ON decision_version (body, id) WHERE confirmed = 1;
    CREATE INDEX uncovered_point_body ON uncovered_point (body, decision, point);`,
  begin: (tools) => ({
    timelines: new Timelines(versions, tools),
    decisions: new Map(),
    assignments: new Map(),
  }),
  on: {
    ...onEvery('body', 'ignored'),
    ...onEvery('meeting', 'ignored'),
    ...onEvery('matter', 'ignored'),
    ...onEvery('decision', (event, { timelines, decisions }: Work) => {
      const id = event.stream.slice('decision-'.length);
      if (!decisions.has(id)) decisions.set(id, event.revision === 0);
      timelines.note(id, event);
    }),
    ...onEvery('assignment', ({ type, stream, revision }, { assignments }: Work) => {
      if (type !== 'AssignmentGiven' && type !== 'CommitmentPromoted') return;
      const id = stream.slice('assignment-'.length);
      if (!assignments.has(id)) assignments.set(id, revision === 0);
    }),
    ...onEvery('person', 'ignored'),
    ...onEvery('register', 'ignored'),
    ...onEvery('reminder', 'ignored'),
    ...onEvery('letter', 'ignored'),
    ...onEvery('feed', 'ignored'),
    ...onEvery('view', 'ignored'),
  },
  flush: ({ timelines, decisions, assignments }, tools) => {
    timelines.flush();
    for (const [id, isNew] of assignments)
      for (const decision of writeLink(id, isNew, tools))
        if (!decisions.has(decision)) decisions.set(decision, false);
    for (const [id, isNew] of decisions) writeUncovered(id, isNew, tools);
    decisions.clear();
    assignments.clear();
  },
});

/** Writes which point an assignment follows from. Returns the decisions for which that changed something. */
function writeLink(id: string, isNew: boolean, { db, folds }: Tools): readonly string[] {
  const { decision, point } = folds.state('assignment', id);
  if (isNew && decision === undefined) return [];
  const before = row<{ decision: string }>(
    db,
    'SELECT decision FROM assignment_point WHERE assignment = ?',
    id,
  );
  if (decision === undefined) run(db, 'DELETE FROM assignment_point WHERE assignment = ?', id);
  else run(db, 'INSERT OR REPLACE INTO assignment_point VALUES (?, ?, ?)', id, decision, point ?? null);
  return [before?.decision, decision].filter((touched) => touched !== undefined);
}

function writeUncovered(id: string, isNew: boolean, { db, folds }: Tools): void {
  if (!isNew) run(db, 'DELETE FROM uncovered_point WHERE decision = ?', id);
  const state = folds.state('decision', id);
  if (!state.confirmed) return;
  const links = rows<{ point: number | null }>(
    db,
    'SELECT point FROM assignment_point WHERE decision = ?',
    id,
  );
  for (const point of brief(state).points) {
    if (standing(point, links) !== 'uncovered' || !point.kinds.includes('assigned')) continue;
    run(
      db,
      'INSERT INTO uncovered_point VALUES (?, ?, ?, ?, ?, ?)',
      id,
      point.number,
      state.body,
      state.title,
      state.statedAt,
      state.ended?.from ?? forever,
    );
  }
}

type PointStanding = 'tracked' | 'marked' | 'noted' | 'uncovered';

/** An assignment that names no point follows from every point that assigns. */
function standing(
  { number, kinds, noAction }: DecisionBrief['points'][number],
  links: readonly { readonly point: number | null }[],
): PointStanding {
  const tracked = links.some(({ point }) => (point === null ? kinds.includes('assigned') : point === number));
  if (tracked) return 'tracked';
  if (noAction) return 'marked';
  return kinds.every((kind) => kind === 'noted') ? 'noted' : 'uncovered';
}

/** A point of a confirmed decision that gives an assignment, from which none came. */
export interface UncoveredPoint {
  readonly decision: string;
  readonly point: number;
  readonly body: string;
  readonly title: string;
  readonly statedAt: LocalDate;
}

/** Such points by decision and number, without those of decisions that have ended by `day`; `after` is the last one seen. */
export function uncoveredPoints(
  db: Db,
  bodies: readonly string[] | undefined,
  asOf: AsOf | undefined,
  day: LocalDate,
  after: readonly Sql[] | undefined,
  limit: number,
): UncoveredPoint[] {
  if (asOf) return uncoveredAsOf(db, bodies, asOf, day, after, limit);
  const { sql, params } = where(
    ['ended > ?', day],
    bodies && among('body', bodies),
    after && ['(decision, point) > (?, ?)', ...after],
  );
  return rows(
    db,
    `SELECT decision, point, body, title, stated AS statedAt FROM uncovered_point ${sql}
     ORDER BY decision, point LIMIT ?`,
    ...params,
    limit,
  );
}

function uncoveredAsOf(
  db: Db,
  bodies: readonly string[] | undefined,
  asOf: AsOf,
  day: LocalDate,
  after: readonly Sql[] | undefined,
  limit: number,
): UncoveredPoint[] {
  const found: UncoveredPoint[] = [];
  const [fromDecision = '', fromPoint = 0] = after ?? [];
  const decisions = decisionsAsOf(
    db,
    asOf,
    ['confirmed = 1 AND ended > ?', day],
    bodies && among('body', bodies),
    ['id >= ?', fromDecision],
  );
  for (const { id, body, title, statedAt, points, links } of decisions) {
    for (const point of points) {
      if (standing(point, links) !== 'uncovered' || !point.kinds.includes('assigned')) continue;
      if (id === fromDecision && point.number <= Number(fromPoint)) continue;
      found.push({ decision: id, point: point.number, body, title, statedAt });
      if (found.length >= limit) return found;
    }
  }
  return found;
}

interface DecisionAsOf extends DecisionBrief {
  readonly id: string;
  readonly body: string;
  readonly links: readonly { readonly point: number | null }[];
}

/** Decisions by id, with the points that assignments on the board followed from. */
function decisionsAsOf(db: Db, asOf: AsOf | undefined, ...conditions: readonly Condition[]): DecisionAsOf[] {
  const { sql, params } = where(...conditions, holds(asOf));
  const found = rows<{ id: string; body: string; item: string }>(
    db,
    `SELECT id, body, item FROM decision_version ${sql} ORDER BY id`,
    ...params,
  );
  const linked = where(
    oneOf(
      'decision',
      found.map(({ id }) => id),
    ),
    holds(asOf),
  );
  const links = new Map<string, { readonly point: number | null }[]>();
  for (const { decision, point } of rows<{ decision: string; point: number | null }>(
    db,
    `SELECT decision, item ->> '$.point' AS point FROM board ${linked.sql}`,
    ...linked.params,
  ))
    links.set(decision, [...(links.get(decision) ?? []), { point }]);
  return found.map(({ id, body, item }) => ({
    id,
    body,
    ...(JSON.parse(item) as DecisionBrief),
    links: links.get(id) ?? [],
  }));
}

/** How many points of a meeting's confirmed decisions are followed up. */
export interface Coverage {
  readonly points: number;
  /** Tracked by an assignment, marked "ingen åtgärd", or nothing but noted. */
  readonly covered: number;
  readonly tracked: number;
  readonly marked: number;
  readonly noted: number;
  readonly uncovered: readonly {
    readonly decision: string;
    readonly title: string;
    readonly point: number;
  }[];
}

/** The coverage of a meeting, now or as of a date. */
export function coverage(db: Db, meeting: string, asOf?: AsOf): Coverage {
  const points = decisionsAsOf(db, asOf, ['meeting = ?', meeting], ['confirmed = 1']).flatMap((decision) =>
    decision.points.map((point) => ({ decision, point, standing: standing(point, decision.links) })),
  );
  const count = (wanted: PointStanding): number => points.filter((point) => point.standing === wanted).length;
  const uncovered = points.filter((point) => point.standing === 'uncovered');
  return {
    points: points.length,
    covered: points.length - uncovered.length,
    tracked: count('tracked'),
    marked: count('marked'),
    noted: count('noted'),
    uncovered: uncovered.map(({ decision, point }) => ({
      decision: decision.id,
      title: decision.title,
      point: point.number,
    })),
  };
}
