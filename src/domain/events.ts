import type { AssignmentEvent } from './assignment/events.js';
import type { BodyEvent } from './body/events.js';
import type { DecisionEvent } from './decision/events.js';
import type { FeedEvent } from './feed/feed.js';
import type { MatterEvent } from './matter/events.js';
import type { MeetingEvent } from './meeting/events.js';
import type { PersonEvent, RegisterEvent } from './person/events.js';
import type { LetterEvent, ReminderEvent } from './reminder/events.js';
import type { ViewEvent } from './view/view.js';
import type { SourceRef, When } from './when.js';

/** Every kind of fact the log can hold. */
export type DomainEvent =
  | BodyEvent
  | MeetingEvent
  | MatterEvent
  | DecisionEvent
  | AssignmentEvent
  | PersonEvent
  | RegisterEvent
  | ReminderEvent
  | LetterEvent
  | FeedEvent
  | ViewEvent;

/** The name of a kind of fact. */
export type EventType = DomainEvent['type'];

/** The fact of one type: `EventOf<'DeadlineMoved'>`. */
export type EventOf<T extends EventType> = Extract<DomainEvent, { type: T }>;

/**
 * The stream kinds; a stream is named `<kind>-<id>`, and the one register of erasures `register`. A `reminder` has the id
 * of its assignment; a `letter` the day and the person it is for.
 */
export const streamKinds = [
  'body',
  'meeting',
  'matter',
  'decision',
  'assignment',
  'person',
  'register',
  'reminder',
  'letter',
  'feed',
  'view',
] as const;
export type StreamKind = (typeof streamKinds)[number];

/** Name of a stream, `decision-5f0c…`. */
export type StreamName = string;

export const streamOf = (kind: StreamKind, id: string): StreamName =>
  kind === 'register' ? kind : `${kind}-${id}`;

/** The kind and id in a stream's name. Throws on a name that is not one of ours. */
export function parseStream(stream: StreamName): { kind: StreamKind; id: string } {
  const dash = stream.indexOf('-');
  const prefix = dash < 0 ? stream : stream.slice(0, dash);
  const kind = streamKinds.find((known) => known === prefix);
  if (!kind) throw new Error(`not a stream of this log: ${stream}`);
  return { kind, id: dash < 0 ? '' : stream.slice(dash + 1) };
}

/** Streams that belong to no one body: about people, and what goes to them. */
export const isOfNoBody = (kind: StreamKind): kind is 'person' | 'register' | 'letter' | 'feed' =>
  kind === 'person' || kind === 'register' || kind === 'letter' || kind === 'feed';

/** The id in the name of a stream that is known to have one. Cheap: nothing is checked. */
export const idOf = (stream: StreamName): string => stream.slice(stream.indexOf('-') + 1);

/** The capacities in which a person acts towards a body. */
export const personRoles = ['chair', 'secretary', 'responsible', 'auditor', 'reader', 'admin'] as const;
/** The capacities of whoever records a fact: a person's, or the program's own when it sends letters. */
export const roles = [...personRoles, 'system'] as const;
export type ActorRole = (typeof roles)[number];

/** Who recorded a fact: an opaque id and the capacity, never a name. */
export interface ActorRef {
  readonly id: string;
  readonly role: ActorRole;
}

/** What the log knows about every fact besides the fact itself. */
export interface Envelope extends When {
  /** UUID. The same command sent again gives the same ids. */
  readonly id: string;
  readonly stream: StreamName;
  /** From 0, dense within the stream. */
  readonly revision: number;
  /** Place in the one order of the whole log: a decimal integer, opaque, comparable with {@link comparePositions}. */
  readonly position: string;
  readonly actor: ActorRef;
  readonly correlationId: string;
  readonly causationId: string;
  /** The Idempotency-Key of the command and a digest of its content, when it carried one. */
  readonly command?: { readonly key: string; readonly digest: string };
  readonly source?: SourceRef;
}

/** A fact as the log holds it. */
export type Recorded<E extends DomainEvent = DomainEvent> = E & Envelope;

/** Negative, zero or positive as `a` stands before, at or after `b` in the log. */
export function comparePositions(a: string, b: string): number {
  return a.length === b.length ? (a < b ? -1 : a > b ? 1 : 0) : a.length - b.length;
}

/** The kind of stream each type of fact lives in. */
export const kindOf: { readonly [T in EventType]: StreamKind } = {
  BodyRegistered: 'body',
  PartyGroupFormed: 'body',
  PartyJoined: 'body',
  PartyLeft: 'body',
  RoleDefined: 'body',
  RoleHolderAppointed: 'body',
  RoleHolderLeft: 'body',
  ReminderPolicySet: 'body',
  CycleEntryPlaced: 'body',
  MeetingScheduled: 'meeting',
  MeetingMoved: 'meeting',
  MeetingCancelled: 'meeting',
  MeetingHeld: 'meeting',
  PerCapsulamOpened: 'meeting',
  PerCapsulamConcluded: 'meeting',
  NotesApproved: 'meeting',
  PerCapsulamReported: 'meeting',
  MatterOpened: 'matter',
  MilestonePlanned: 'matter',
  MilestoneMoved: 'matter',
  MilestoneReached: 'matter',
  MilestoneDropped: 'matter',
  MatterLinked: 'matter',
  MatterClosed: 'matter',
  MatterReopened: 'matter',
  DecisionRecorded: 'decision',
  PointMarkedNoActionNeeded: 'decision',
  DecisionConfirmed: 'decision',
  DecisionCorrected: 'decision',
  DecisionAmended: 'decision',
  DecisionSuperseded: 'decision',
  DecisionRevoked: 'decision',
  DecisionDispatched: 'decision',
  AssignmentGiven: 'assignment',
  CommitmentPromoted: 'assignment',
  RecipientNamed: 'assignment',
  ResponsibleAdded: 'assignment',
  ResponsibleReleased: 'assignment',
  DeliverableDefined: 'assignment',
  PreconditionMet: 'assignment',
  AssignmentAcknowledged: 'assignment',
  ProgressReported: 'assignment',
  DeliverableReported: 'assignment',
  DeadlineMoved: 'assignment',
  FinalReportSubmitted: 'assignment',
  WrongAssigneeReported: 'assignment',
  SupplementRequested: 'assignment',
  AssignmentClosed: 'assignment',
  AssignmentReopened: 'assignment',
  AssignmentReplaced: 'assignment',
  PersonRegistered: 'person',
  PersonUpdated: 'person',
  AbsenceStated: 'person',
  DeputyNamed: 'person',
  PersonErased: 'register',
  RemindersPaused: 'reminder',
  RemindersResumed: 'reminder',
  ReminderRecipientChanged: 'reminder',
  ReminderAskedFor: 'reminder',
  ReminderLinksRevoked: 'reminder',
  ReminderWithheld: 'reminder',
  LetterClaimed: 'letter',
  LetterHandedOver: 'letter',
  LetterAccepted: 'letter',
  LetterRefused: 'letter',
  LetterUnknown: 'letter',
  LetterWithdrawn: 'letter',
  FeedOpened: 'feed',
  FeedRevoked: 'feed',
  ViewSaved: 'view',
  ReviewSaved: 'view',
  ViewRenamed: 'view',
  ViewRemoved: 'view',
  ViewRestored: 'view',
};

/** Type guards by stream kind. */
export const isEventOf = {
  body: (event: Recorded): event is Recorded<BodyEvent> => kindOf[event.type] === 'body',
  meeting: (event: Recorded): event is Recorded<MeetingEvent> => kindOf[event.type] === 'meeting',
  matter: (event: Recorded): event is Recorded<MatterEvent> => kindOf[event.type] === 'matter',
  decision: (event: Recorded): event is Recorded<DecisionEvent> => kindOf[event.type] === 'decision',
  assignment: (event: Recorded): event is Recorded<AssignmentEvent> => kindOf[event.type] === 'assignment',
  person: (event: Recorded): event is Recorded<PersonEvent> => kindOf[event.type] === 'person',
  register: (event: Recorded): event is Recorded<RegisterEvent> => kindOf[event.type] === 'register',
  reminder: (event: Recorded): event is Recorded<ReminderEvent> => kindOf[event.type] === 'reminder',
  letter: (event: Recorded): event is Recorded<LetterEvent> => kindOf[event.type] === 'letter',
  feed: (event: Recorded): event is Recorded<FeedEvent> => kindOf[event.type] === 'feed',
  view: (event: Recorded): event is Recorded<ViewEvent> => kindOf[event.type] === 'view',
} as const;
