import type { EventOf, EventType, Recorded, StreamName } from '../domain/events.js';
import { streamOf } from '../domain/events.js';

/** Something a fact says exists already: another stream, a role or a point; `ofBody` the body it must be of, null: the fact's own. */
export type Reference =
  | {
      readonly kind: 'stream';
      readonly pointer: string;
      readonly stream: StreamName;
      readonly ofBody?: string | null;
    }
  | {
      readonly kind: 'role';
      readonly pointer: string;
      readonly role: string;
      readonly ofBody: string | null;
    }
  | {
      readonly kind: 'point';
      readonly pointer: string;
      readonly decision: string;
      readonly point: number;
    };

type Refers = {
  readonly [T in EventType]: ((event: Recorded<EventOf<T>>) => readonly Reference[]) | 'nothing';
};

const to = (
  kind: Parameters<typeof streamOf>[0],
  id: string | undefined,
  pointer: string,
  ofBody?: string | null,
): readonly Reference[] =>
  id === undefined ? [] : [{ kind: 'stream', pointer, stream: streamOf(kind, id), ofBody }];

const toPoint = (
  { decision, point }: { readonly decision?: string; readonly point?: number },
  ofBody: string | null,
): readonly Reference[] => [
  ...to('decision', decision, '/decision', ofBody),
  ...(decision === undefined || point === undefined
    ? []
    : [{ kind: 'point' as const, pointer: '/point', decision, point }]),
];

const refers: Refers = {
  BodyRegistered: 'nothing',
  PartyGroupFormed: 'nothing',
  PartyJoined: 'nothing',
  PartyLeft: 'nothing',
  RoleDefined: 'nothing',
  RoleHolderAppointed: ({ data }) => to('person', data.person, '/person'),
  RoleHolderLeft: ({ data }) => to('person', data.person, '/person'),
  ReminderPolicySet: 'nothing',
  CycleEntryPlaced: ({ data }) => to('meeting', data.meeting, '/meeting', null),
  MeetingScheduled: ({ data }) => to('body', data.body, '/body'),
  MeetingMoved: 'nothing',
  MeetingCancelled: 'nothing',
  MeetingHeld: 'nothing',
  PerCapsulamOpened: 'nothing',
  PerCapsulamConcluded: 'nothing',
  NotesApproved: ({ data }) => to('meeting', data.atMeeting, '/atMeeting', null),
  PerCapsulamReported: ({ data }) => to('meeting', data.toMeeting, '/toMeeting', null),
  MatterOpened: ({ data }) => to('body', data.body, '/body'),
  MilestonePlanned: 'nothing',
  MilestoneMoved: 'nothing',
  MilestoneReached: 'nothing',
  MilestoneDropped: 'nothing',
  MatterLinked: ({ data }) => (data.kind === 'document' ? [] : to(data.kind, data.target, '/target')),
  MatterClosed: 'nothing',
  MatterReopened: 'nothing',
  DecisionRecorded: ({ data }) => [
    ...to('body', data.body, '/body'),
    ...to('meeting', data.meeting, '/meeting', data.body),
    ...to('matter', data.matter, '/matter'),
  ],
  PointMarkedNoActionNeeded: 'nothing',
  DecisionConfirmed: ({ data }) => to('meeting', data.meeting, '/meeting'),
  DecisionCorrected: 'nothing',
  DecisionAmended: ({ data }) => to('decision', data.by, '/by'),
  DecisionSuperseded: ({ data }) => to('decision', data.by, '/by'),
  DecisionRevoked: ({ data }) => to('decision', data.by, '/by'),
  DecisionDispatched: 'nothing',
  AssignmentGiven: ({ data }) => [
    ...to('body', data.body, '/body'),
    ...to('body', data.recipient, '/recipient'),
    ...to('matter', data.matter, '/matter'),
    ...to('assignment', data.replaces, '/replaces'),
    ...toPoint(data, data.body),
    ...data.responsible.map((role, at) => ({
      kind: 'role' as const,
      pointer: `/responsible/${at.toString()}`,
      role,
      ofBody: data.body,
    })),
  ],
  CommitmentPromoted: ({ data }) => toPoint(data, null),
  RecipientNamed: ({ data }) => to('body', data.recipient, '/recipient'),
  ResponsibleAdded: ({ data }) => [{ kind: 'role', pointer: '/role', role: data.role, ofBody: null }],
  ResponsibleReleased: 'nothing',
  DeliverableDefined: 'nothing',
  PreconditionMet: 'nothing',
  AssignmentAcknowledged: 'nothing',
  ProgressReported: 'nothing',
  DeliverableReported: 'nothing',
  DeadlineMoved: ({ data }) => to('meeting', data.to.boundToMeeting, '/boundToMeeting'),
  FinalReportSubmitted: 'nothing',
  WrongAssigneeReported: 'nothing',
  SupplementRequested: 'nothing',
  AssignmentClosed: 'nothing',
  AssignmentReopened: 'nothing',
  AssignmentReplaced: ({ data }) => to('assignment', data.by, '/by'),
  PersonRegistered: 'nothing',
  PersonUpdated: 'nothing',
  AbsenceStated: 'nothing',
  DeputyNamed: ({ data }) => to('person', data.deputy, '/deputy'),
  PersonErased: 'nothing',
  RemindersPaused: 'nothing',
  RemindersResumed: 'nothing',
  ReminderRecipientChanged: ({ data }) => to('person', data.person, '/person'),
  ReminderAskedFor: 'nothing',
  ReminderLinksRevoked: 'nothing',
  ReminderWithheld: 'nothing',
  LetterClaimed: ({ data }) => to('person', data.person, '/person'),
  LetterHandedOver: 'nothing',
  LetterAccepted: 'nothing',
  LetterRefused: 'nothing',
  LetterUnknown: 'nothing',
  LetterWithdrawn: 'nothing',
  FeedOpened: ({ data }) => (data.scope.kind === 'body' ? to('body', data.scope.body, '/scope/body') : []),
  FeedRevoked: 'nothing',
  ViewSaved: ({ data }) => to('body', data.body, '/body'),
  ReviewSaved: ({ data }) => to('body', data.body, '/body'),
  ViewRenamed: 'nothing',
  ViewRemoved: 'nothing',
  ViewRestored: 'nothing',
};

/** Everything a fact refers to outside its own stream. */
export function referencesOf<T extends EventType>(
  event: Recorded & { readonly type: T },
): readonly Reference[] {
  const of: ((event: never) => readonly Reference[]) | 'nothing' = refers[event.type];
  return of === 'nothing' ? [] : (of as (event: Recorded) => readonly Reference[])(event);
}
