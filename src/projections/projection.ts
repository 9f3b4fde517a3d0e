import type Database from 'libsql';
import type { AssignmentState } from '../domain/assignment/assignment.js';
import type { AssignmentEvent } from '../domain/assignment/events.js';
import type { BodyState } from '../domain/body/body.js';
import type { BodyEvent } from '../domain/body/events.js';
import type { DecisionState } from '../domain/decision/decision.js';
import type { DecisionEvent } from '../domain/decision/events.js';
import {
  type EventOf,
  type EventType,
  kindOf,
  type Recorded,
  type StreamKind,
  type StreamName,
} from '../domain/events.js';
import type { FeedEvent } from '../domain/feed/feed.js';
import type { MatterEvent } from '../domain/matter/events.js';
import type { MatterState } from '../domain/matter/matter.js';
import type { MeetingEvent } from '../domain/meeting/events.js';
import type { MeetingState } from '../domain/meeting/meeting.js';
import type { PersonEvent, RegisterEvent } from '../domain/person/events.js';
import type { PersonState } from '../domain/person/person.js';
import type { LetterEvent, ReminderEvent } from '../domain/reminder/events.js';
import type { LetterState } from '../domain/reminder/letter.js';
import type { ReminderState } from '../domain/reminder/reminder.js';
import type { ViewEvent, ViewState } from '../domain/view/view.js';
import type { Instant, LocalDate } from '../domain/when.js';
import type { Days } from './axes.js';

/** An open SQLite file. */
export type Db = Database.Database;

/** The local log, as far as read models need it. All of it answers at once; streams that were erased are empty. */
export interface ReadableLog {
  /** The events after a position (`null`: from the start) in the one order of the log, at most `limit`. */
  after(position: string | null, limit: number): Recorded[];
  /** The events of one stream by revision. */
  stream(name: StreamName): readonly Recorded[];
  /** The events of several streams, each by revision. */
  streams(names: readonly StreamName[]): Recorded[];
  /** The position of the last event that can be read. */
  head(): string | null;
  /** How many events after a position (`null`: from the start) can be read. */
  countAfter(position: string | null): number;
}

/** The state of each kind of stream. */
export interface StateOf {
  readonly body: BodyState;
  readonly meeting: MeetingState;
  readonly matter: MatterState;
  readonly decision: DecisionState;
  readonly assignment: AssignmentState;
  readonly person: PersonState;
  readonly reminder: ReminderState;
  readonly letter: LetterState;
  readonly view: ViewState;
}
export type FoldedKind = keyof StateOf;

/** Where a stream stands: what a row says about the stream it came from. */
export interface Standing {
  /** -1 for a stream without events. */
  readonly revision: number;
  /** When the last event was recorded; empty for a stream without events. */
  readonly recordedAt: Instant;
  /** The days from which the last event counts; empty texts for a stream without events. */
  readonly days: Days;
  /** Whether some earlier event counts from a later day than the last one, on any axis. */
  readonly late: boolean;
}

/**
 * The state of every stream as it is after the event being handled (in `flush`: after the last event of the batch),
 * folded in stated order, shared by all projections. It never shows what lies beyond: a row that depends only on
 * streams whose events it handles is the same whatever the batch size.
 */
export interface Folds {
  state<K extends FoldedKind>(kind: K, id: string): StateOf[K];
  /** Reads at once what is missing of several streams whose state is about to be asked for. */
  load(kind: FoldedKind, ids: Iterable<string>): void;
  standing(kind: FoldedKind, id: string): Standing;
  /** The events of a stream so far, by revision. Read from the log: not for every event. */
  events(kind: FoldedKind, id: string): readonly Recorded[];
}

/** What a projection works with, for as long as one file is open. */
export interface Tools {
  readonly db: Db;
  readonly folds: Folds;
  /** The local day of an instant in the body's time zone. Cheap. */
  readonly localDay: (instant: Instant) => LocalDate;
}

/** What a projection does with every type of event. Handlers remember; rows are written by `flush`, once per batch. */
export type Handlers<W> = {
  readonly [T in EventType]: ((event: Recorded<EventOf<T>>, work: W) => void) | 'ignored';
};

/** The types of event in each kind of stream. */
interface TypesOf {
  readonly body: BodyEvent['type'];
  readonly meeting: MeetingEvent['type'];
  readonly matter: MatterEvent['type'];
  readonly decision: DecisionEvent['type'];
  readonly assignment: AssignmentEvent['type'];
  readonly person: PersonEvent['type'];
  readonly register: RegisterEvent['type'];
  readonly reminder: ReminderEvent['type'];
  readonly letter: LetterEvent['type'];
  readonly feed: FeedEvent['type'];
  readonly view: ViewEvent['type'];
}

/** The same answer to every event of one kind of stream, also to those that do not exist yet. */
export function onEvery<K extends StreamKind, W>(
  kind: K,
  handler: ((event: Recorded, work: W) => void) | 'ignored',
): { readonly [T in TypesOf[K]]: typeof handler } {
  const types = Object.entries(kindOf).filter(([, of]) => of === kind);
  return Object.fromEntries(types.map(([type]) => [type, handler])) as {
    [T in TypesOf[K]]: typeof handler;
  };
}

/** How a projection is written down: its tables, its work between two batches, and its answer to every event. */
export interface Definition<W> {
  readonly name: string;
  /** Raised when the meaning of rows changes; the file is then built anew. */
  readonly version: number;
  /** `CREATE TABLE` statements, and the indexes that `flush` itself needs. */
  readonly schema: string;
  /** `CREATE INDEX` statements that only queries need; a file that is built anew gets them when its rows are there. */
  readonly indexes?: string;
  /** What the handlers collect into; made once per open file, and again after a failure. */
  readonly begin: (tools: Tools) => W;
  readonly on: Handlers<W>;
  /** Writes what was collected, one write per row, and forgets it. */
  readonly flush: (work: W, tools: Tools) => void;
}

/** A projection at work on an open file. */
export interface Running {
  /** Hands over one event. Throws for a type nobody knows. */
  handle(event: Recorded): void;
  flush(): void;
}

/** A read model: what it is called, its tables, and how it follows the log. */
export interface Projection {
  readonly name: string;
  readonly version: number;
  readonly schema: string;
  readonly indexes: string;
  /** Whether it does anything with a type of event; `undefined` for a type it has not said anything about. */
  readonly handles: (type: string) => boolean | undefined;
  readonly start: (tools: Tools) => Running;
}

/** Makes a {@link Projection} of its definition. */
export function projection<W>(definition: Definition<W>): Projection {
  const handlers = new Map<string, unknown>(Object.entries(definition.on));
  return {
    name: definition.name,
    version: definition.version,
    schema: definition.schema,
    indexes: definition.indexes ?? '',
    handles: (type) => (handlers.has(type) ? handlers.get(type) !== 'ignored' : undefined),
    start: (tools) => {
      const work = definition.begin(tools);
      return {
        handle: (event) => {
          dispatch(definition.on, event, work);
        },
        flush: () => {
          definition.flush(work, tools);
        },
      };
    },
  };
}

function dispatch<T extends EventType, W>(
  on: Handlers<W>,
  event: Recorded & { readonly type: T },
  work: W,
): void {
  const handler: ((event: never, work: W) => void) | 'ignored' | undefined = on[event.type];
  if (handler === undefined) throw new Error(`no projection knows events of type ${event.type as string}`);
  if (handler !== 'ignored') (handler as (event: Recorded, work: W) => void)(event, work);
}
