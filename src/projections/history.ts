import { assignment, type AssignmentState } from '../domain/assignment/assignment.js';
import { compareDates } from '../domain/calendar.js';
import { fold } from '../domain/decider.js';
import { decision, type DecisionState } from '../domain/decision/decision.js';
import {
  comparePositions,
  isEventOf,
  parseStream,
  type Recorded,
  type StreamKind,
  type StreamName,
  streamOf,
} from '../domain/events.js';
import { happenedBy, type LocalDate } from '../domain/when.js';
import { type AsOf, asOfEvents } from './as-of.js';
import { Bulk } from './bulk.js';
import { describeInBoth } from './describe.js';
import { namesOf, titleOf } from './names.js';
import { type Db, onEvery, projection, type ReadableLog } from './projection.js';
import { rows } from './sql.js';
import type { Word } from './words.js';

/**
 * How one stream leads to another: a decision to the assignments that came of it, to its matter and to decisions it
 * changed; decisions and assignments to what replaced them and to what they replaced.
 */
type LinkKind = 'assignment' | 'matter' | 'changed' | 'replacedBy' | 'replaces';

interface Link {
  readonly source: StreamName;
  readonly kind: LinkKind;
  readonly target: StreamName;
}

const link = (source: StreamName, kind: LinkKind, target: StreamName): Link => ({ source, kind, target });
const replacement = (before: StreamName, after: StreamName): Link[] => [
  link(before, 'replacedBy', after),
  link(after, 'replaces', before),
];

/** The links one fact tells of. */
function linksOf(event: Recorded): Link[] {
  const { stream } = event;
  const on = (kind: StreamKind, id: string | undefined, make: (other: StreamName) => Link[]): Link[] =>
    id === undefined ? [] : make(streamOf(kind, id));
  if (event.type === 'DecisionRecorded')
    return on('matter', event.data.matter, (matter) => [link(stream, 'matter', matter)]);
  if (event.type === 'DecisionSuperseded')
    return on('decision', event.data.by, (by) => replacement(stream, by));
  if (event.type === 'DecisionAmended' || event.type === 'DecisionRevoked')
    return on('decision', event.data.by, (by) => [link(by, 'changed', stream)]);
  if (event.type === 'AssignmentGiven')
    return [
      ...on('decision', event.data.decision, (from) => [link(from, 'assignment', stream)]),
      ...on('assignment', event.data.replaces, (before) => replacement(before, stream)),
      ...on('matter', event.data.matter, (matter) => [link(stream, 'matter', matter)]),
    ];
  if (event.type === 'CommitmentPromoted')
    return on('decision', event.data.decision, (from) => [link(from, 'assignment', stream)]);
  if (event.type === 'AssignmentReplaced')
    return on('assignment', event.data.by, (by) => replacement(stream, by));
  if (event.type === 'MatterLinked' && event.data.kind === 'decision')
    return on('decision', event.data.target, (from) => [link(from, 'matter', stream)]);
  return [];
}

const note = (event: Recorded, links: Link[]): void => {
  links.push(...linksOf(event));
};

const linkRows = new Bulk('history_link', ['source', 'kind', 'target'], 'DO NOTHING');

/** Which streams belong to the history of a decision: what leads from one to the next. */
export const history = projection<Link[]>({
  name: 'history',
  version: 1,
  schema: `
    CREATE TABLE history_link (
      source TEXT NOT NULL,
      kind TEXT NOT NULL,
      target TEXT NOT NULL,
      PRIMARY KEY (source, kind, target)
    ) STRICT, WITHOUT ROWID;`,
  begin: () => [],
  on: {
    ...onEvery('body', 'ignored'),
    ...onEvery('meeting', 'ignored'),
    ...onEvery('matter', note),
    ...onEvery('decision', note),
    ...onEvery('assignment', note),
    ...onEvery('person', 'ignored'),
    ...onEvery('register', 'ignored'),
    ...onEvery('reminder', 'ignored'),
    ...onEvery('letter', 'ignored'),
    ...onEvery('feed', 'ignored'),
    ...onEvery('view', 'ignored'),
  },
  flush: (links, { db }) => {
    linkRows.write(
      db,
      links.map(({ source, kind, target }) => [source, kind, target]),
    );
    links.length = 0;
  },
});

/** What a stream is to the decision whose history is told. */
export type Relation =
  | 'self'
  | 'predecessor'
  | 'successor'
  | 'assignment'
  | 'earlierAssignment'
  | 'laterAssignment'
  | 'matter'
  | 'changed';

/** Where each kind of link leads from each relation; left out: nowhere. */
const onward: { readonly [R in Relation]: { readonly [K in LinkKind]?: Relation } } = {
  self: {
    assignment: 'assignment',
    matter: 'matter',
    changed: 'changed',
    replacedBy: 'successor',
    replaces: 'predecessor',
  },
  predecessor: { assignment: 'assignment', replaces: 'predecessor' },
  successor: { assignment: 'assignment', replacedBy: 'successor' },
  assignment: { matter: 'matter', replacedBy: 'laterAssignment', replaces: 'earlierAssignment' },
  earlierAssignment: { replaces: 'earlierAssignment' },
  laterAssignment: { replacedBy: 'laterAssignment' },
  matter: {},
  changed: {},
};

/** What every stream is to the first, as far as the facts given say. Each is reached once, by the shortest way. */
function relationsIn(start: StreamName, events: readonly Recorded[]): ReadonlyMap<StreamName, Relation> {
  const leads = new Map<StreamName, Link[]>();
  for (const found of events.flatMap(linksOf))
    leads.set(found.source, [...(leads.get(found.source) ?? []), found]);
  const relations = new Map<StreamName, Relation>([[start, 'self']]);
  for (const [stream, relation] of relations)
    for (const { kind, target } of leads.get(stream) ?? []) {
      const next = onward[relation][kind];
      if (next !== undefined && !relations.has(target)) relations.set(target, next);
    }
  return relations;
}

/** The order in which a history is told; facts that are equal in it follow the next date, last the log. */
export const historyOrders = ['happened', 'stated', 'recorded'] as const;
export type HistoryOrder = (typeof historyOrders)[number];

export interface HistoryRequest {
  /** Only what counts as of a date; links too. */
  readonly asOf?: AsOf;
  /** `happened` when left out. */
  readonly order?: HistoryOrder;
  readonly timeZone: string;
}

/** A fact in the history of a decision, with its readable line. */
export interface HistoryEntry {
  readonly event: Recorded;
  /** What its subject is to the decision, and what it is called now. */
  readonly relation: Relation;
  readonly title?: string;
  /** The day by which it had happened. */
  readonly happenedBy: LocalDate;
  readonly line: Word;
}

/** A decision before or after, in the chain of what replaced what, or one that was changed. */
export interface RelatedDecision {
  readonly id: string;
  readonly title: string;
  readonly state: DecisionState;
}

/** An assignment in the history, with its state as of the date asked for. */
export interface RelatedAssignment {
  readonly id: string;
  readonly relation: 'assignment' | 'earlierAssignment' | 'laterAssignment';
  readonly revision: number;
  readonly state: AssignmentState;
}

/** The full history of a decision. `complete` false: so much hangs together that the farthest was left out. */
export interface DecisionHistory {
  readonly id: string;
  readonly revision: number;
  readonly state: DecisionState;
  /** What it replaces, nearest first, and what has replaced it. */
  readonly replaces: readonly RelatedDecision[];
  readonly replacedBy: readonly RelatedDecision[];
  /** The decisions it amended or revoked. */
  readonly changed: readonly RelatedDecision[];
  readonly assignments: readonly RelatedAssignment[];
  readonly entries: readonly HistoryEntry[];
  readonly complete: boolean;
}

const mostStreams = 500;

/**
 * The history of a decision: itself, what it replaced and was replaced by, every assignment that came of those with
 * what they took over from and were replaced by, and the milestones of its matter. `undefined` when there is no such
 * decision, or was none then.
 */
export function decisionHistory(
  db: Db,
  log: ReadableLog,
  id: string,
  { asOf, order = 'happened', timeZone }: HistoryRequest,
): DecisionHistory | undefined {
  const start = streamOf('decision', id);
  const streams = reached(db, start);
  const complete = streams.length <= mostStreams;
  const all = byStream(log.streams(streams.slice(0, mostStreams)));
  const counted = asOfEvents([...all.values()].flat(), asOf, timeZone);
  const events = byStream(counted);
  const relations = relationsIn(start, counted);
  const names = namesOf(db, { stream: (name) => all.get(name) ?? log.stream(name) });

  const decisionAt = (stream: StreamName): RelatedDecision => {
    const state = fold(decision, (events.get(stream) ?? []).filter(isEventOf.decision));
    return { id: parseStream(stream).id, title: state.title, state };
  };
  const own = decisionAt(start);
  if (!own.state.exists) return undefined;
  const related = (wanted: Relation): RelatedDecision[] =>
    [...relations]
      .filter(([, relation]) => relation === wanted)
      .map(([stream]) => decisionAt(stream))
      .filter(({ state }) => state.exists);

  return {
    id,
    revision: newest(events.get(start)),
    state: own.state,
    replaces: related('predecessor'),
    replacedBy: related('successor'),
    changed: related('changed'),
    assignments: [...relations].flatMap(([stream, relation]) => {
      if (relation !== 'assignment' && relation !== 'earlierAssignment' && relation !== 'laterAssignment')
        return [];
      const facts = events.get(stream);
      const state = fold(assignment, (facts ?? []).filter(isEventOf.assignment));
      return state.exists ? [{ id: parseStream(stream).id, relation, revision: newest(facts), state }] : [];
    }),
    entries: counted
      .filter((event) => belongs(event, relations.get(event.stream), id))
      .sort(orders[order])
      .map((event) => ({
        event,
        relation: relations.get(event.stream) ?? 'self',
        title: titleOf(names, event.stream),
        happenedBy: happenedBy(event),
        line: describeInBoth(event, names),
      })),
    complete,
  };
}

function byStream(events: readonly Recorded[]): ReadonlyMap<StreamName, readonly Recorded[]> {
  const found = new Map<StreamName, Recorded[]>();
  for (const event of events) {
    const before = found.get(event.stream);
    if (before) before.push(event);
    else found.set(event.stream, [event]);
  }
  return found;
}

const newest = (events: readonly Recorded[] = []): number =>
  events.reduce((revision, event) => Math.max(revision, event.revision), -1);

/** The streams that may belong to the history of a decision, nearest first; one more than is read if there are many. */
function reached(db: Db, start: StreamName): StreamName[] {
  return rows<{ stream: StreamName }>(
    db,
    `WITH RECURSIVE reached (stream, onward) AS (
       VALUES (?, 1)
       UNION
       SELECT l.target, l.kind NOT IN ('matter', 'changed')
       FROM reached r JOIN history_link l ON l.source = r.stream
       WHERE r.onward = 1
       LIMIT ?
     )
     SELECT DISTINCT stream FROM reached LIMIT ?`,
    start,
    2 * (mostStreams + 1),
    mostStreams + 1,
  ).map(({ stream }) => stream);
}

/** Of a matter only the milestones, and of a decision that this one changed only those changes, are part of its history. */
function belongs(event: Recorded, relation: Relation | undefined, id: string): boolean {
  if (relation === 'matter') return 'milestone' in event.data;
  if (relation === 'changed') return 'by' in event.data && event.data.by === id;
  return relation !== undefined;
}

type Order = (a: Recorded, b: Recorded) => number;
const recorded: Order = (a, b) => comparePositions(a.position, b.position);
const stated: Order = (a, b) => compareDates(a.statedAt, b.statedAt);
const happened: Order = (a, b) => compareDates(happenedBy(a), happenedBy(b));

const orders: { readonly [O in HistoryOrder]: Order } = {
  happened: (a, b) => happened(a, b) || stated(a, b) || recorded(a, b),
  stated: (a, b) => stated(a, b) || happened(a, b) || recorded(a, b),
  recorded,
};
