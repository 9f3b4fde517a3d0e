import type { AssignmentCommand } from './assignment/assignment.js';
import type { BodyCommand } from './body/body.js';
import type { DecisionCommand } from './decision/decision.js';
import { type ActorRole, personRoles } from './events.js';
import type { FeedCommand } from './feed/feed.js';
import type { MatterCommand } from './matter/matter.js';
import type { MeetingCommand } from './meeting/meeting.js';
import type { PersonCommand, RegisterCommand } from './person/person.js';
import type { ReminderCommand } from './reminder/reminder.js';
import type { ViewCommand } from './view/view.js';

/** Everything that can be asked of the log. */
export type DomainCommand =
  | BodyCommand
  | MeetingCommand
  | MatterCommand
  | DecisionCommand
  | AssignmentCommand
  | PersonCommand
  | RegisterCommand
  | ReminderCommand
  | FeedCommand
  | ViewCommand;

export type CommandType = DomainCommand['type'];

const keepers = ['secretary', 'admin'] as const;
const theBody = ['chair', 'secretary'] as const;
const viewers = ['chair', 'secretary', 'admin', 'auditor', 'responsible', 'reader'] as const;
const reporters = ['secretary', 'responsible'] as const;

/** In which capacity each command may be given. Being responsible gives it only for one's own assignments. */
export const authority: { readonly [T in CommandType]: readonly ActorRole[] } = {
  RegisterBody: ['admin', 'secretary'],
  FormPartyGroup: keepers,
  AdmitParty: keepers,
  RecordPartyLeft: keepers,
  DefineRole: keepers,
  AppointHolder: keepers,
  RecordHolderLeft: keepers,
  SetReminderPolicy: keepers,
  PlaceCycleEntry: keepers,
  ScheduleMeeting: keepers,
  MoveMeeting: theBody,
  CancelMeeting: theBody,
  RecordMeetingHeld: theBody,
  OpenPerCapsulam: theBody,
  ConcludePerCapsulam: theBody,
  ApproveNotes: theBody,
  ReportPerCapsulam: theBody,
  OpenMatter: theBody,
  PlanMilestone: theBody,
  MoveMilestone: theBody,
  ReachMilestone: theBody,
  DropMilestone: theBody,
  LinkMatter: theBody,
  CloseMatter: theBody,
  ReopenMatter: theBody,
  RecordDecision: theBody,
  MarkNoActionNeeded: theBody,
  ConfirmDecision: theBody,
  CorrectDecision: theBody,
  AmendDecision: theBody,
  SupersedeDecision: theBody,
  RevokeDecision: theBody,
  DispatchDecision: theBody,
  GiveAssignment: theBody,
  PromoteCommitment: theBody,
  NameRecipient: theBody,
  AddResponsible: theBody,
  ReleaseResponsible: theBody,
  DefineDeliverable: theBody,
  MeetPrecondition: reporters,
  AcknowledgeAssignment: reporters,
  ReportProgress: reporters,
  ReportDeliverable: reporters,
  MoveDeadline: theBody,
  SubmitFinalReport: reporters,
  ReportWrongAssignee: reporters,
  RequestSupplement: theBody,
  CloseAssignment: theBody,
  ReopenAssignment: theBody,
  ReplaceAssignment: theBody,
  RegisterPerson: keepers,
  UpdatePerson: keepers,
  StateAbsence: keepers,
  NameDeputy: keepers,
  ErasePerson: ['admin'],
  PauseReminders: keepers,
  ResumeReminders: keepers,
  ChangeReminderRecipient: keepers,
  RemindNow: keepers,
  RevokeReminderLinks: keepers,
  OpenFeed: personRoles,
  RevokeFeed: personRoles,
  SaveView: viewers,
  RenameView: viewers,
  RemoveView: viewers,
  RestoreView: viewers,
};
