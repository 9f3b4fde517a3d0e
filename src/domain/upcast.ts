import type { EventType } from './events.js';

/** Turns the data of one stored version into the data of the next. Pure; throws when it is not of that version. */
export type Upcaster = (data: unknown) => unknown;

/** The version each type of fact is written in, and for each older version the step to the one after it. */
export interface Shapes {
  readonly versions: Readonly<Record<string, number>>;
  readonly upcasters: Readonly<Record<string, { readonly [fromVersion: number]: Upcaster } | undefined>>;
}

/**
 * The version new facts are written in. Stored facts are never rewritten: raising a number here needs a step in
 * {@link upcasters} and a golden file of the new shape; the old golden file stays.
 */
export const currentVersions: { readonly [T in EventType]: number } = {
  BodyRegistered: 1,
  PartyGroupFormed: 1,
  PartyJoined: 1,
  PartyLeft: 1,
  RoleDefined: 1,
  RoleHolderAppointed: 1,
  RoleHolderLeft: 1,
  ReminderPolicySet: 2,
  CycleEntryPlaced: 1,
  MeetingScheduled: 1,
  MeetingMoved: 1,
  MeetingCancelled: 1,
  MeetingHeld: 1,
  PerCapsulamOpened: 1,
  PerCapsulamConcluded: 1,
  NotesApproved: 1,
  PerCapsulamReported: 1,
  MatterOpened: 1,
  MilestonePlanned: 1,
  MilestoneMoved: 1,
  MilestoneReached: 1,
  MilestoneDropped: 1,
  MatterLinked: 1,
  MatterClosed: 1,
  MatterReopened: 1,
  DecisionRecorded: 1,
  PointMarkedNoActionNeeded: 1,
  DecisionConfirmed: 1,
  DecisionCorrected: 1,
  DecisionAmended: 1,
  DecisionSuperseded: 1,
  DecisionRevoked: 1,
  DecisionDispatched: 1,
  AssignmentGiven: 1,
  CommitmentPromoted: 1,
  RecipientNamed: 1,
  ResponsibleAdded: 1,
  ResponsibleReleased: 1,
  DeliverableDefined: 1,
  PreconditionMet: 1,
  AssignmentAcknowledged: 1,
  ProgressReported: 1,
  DeliverableReported: 1,
  DeadlineMoved: 1,
  FinalReportSubmitted: 1,
  WrongAssigneeReported: 1,
  SupplementRequested: 1,
  AssignmentClosed: 1,
  AssignmentReopened: 1,
  AssignmentReplaced: 1,
  PersonRegistered: 1,
  PersonUpdated: 1,
  AbsenceStated: 1,
  DeputyNamed: 1,
  PersonErased: 1,
  RemindersPaused: 1,
  RemindersResumed: 1,
  ReminderRecipientChanged: 1,
  ReminderAskedFor: 1,
  ReminderLinksRevoked: 1,
  ReminderWithheld: 1,
  LetterClaimed: 1,
  LetterHandedOver: 1,
  LetterAccepted: 1,
  LetterRefused: 1,
  LetterUnknown: 1,
  LetterWithdrawn: 1,
  FeedOpened: 1,
  FeedRevoked: 1,
  ViewSaved: 1,
  ReviewSaved: 1,
  ViewRenamed: 1,
  ViewRemoved: 1,
  ViewRestored: 1,
};

/** The steps from every version ever written towards the current one. */
export const upcasters: { readonly [T in EventType]?: { readonly [fromVersion: number]: Upcaster } } = {
  ReminderPolicySet: { 1: explicitPolicy },
};

/**
 * What the first shape of a policy left unsaid: that an assignment is told of at once, that one letter follows a meeting,
 * and that of several days after the end the last one is no letter but the matter of a meeting.
 */
function explicitPolicy(data: unknown): unknown {
  const { version, policy } = record(data);
  const { after, ...rest } = record(policy);
  if (!Array.isArray(after) || !after.every((days) => typeof days === 'number'))
    throw new TypeError('after is no list of numbers');
  const escalateDays = after.length > 0 ? Math.max(...after) : 21;
  const afterEnd = after.length < 2 ? after : after.filter((days) => days !== escalateDays);
  return { version, policy: { received: true, ...rest, afterMeeting: [1], afterEnd, escalateDays } };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new TypeError('no object');
  return { ...value };
}

/** The shapes of this version of the program. */
export const currentShapes: Shapes = { versions: currentVersions, upcasters };
