import type { Schemas } from '../../api/client';
import type { Role } from '../../app/place';

/** What somebody can do to an assignment, as the API names it. */
export type AssignmentStep =
  | 'AcknowledgeAssignment'
  | 'ReportProgress'
  | 'ReportDeliverable'
  | 'SubmitFinalReport'
  | 'MeetPrecondition'
  | 'MoveDeadline'
  | 'CloseAssignment'
  | 'RequestSupplement'
  | 'ReopenAssignment'
  | 'AddResponsible'
  | 'NameRecipient'
  | 'PromoteCommitment'
  | 'AppointHolder'
  | 'RemindNow'
  | 'PauseReminders'
  | 'ResumeReminders'
  | 'ChangeReminderRecipient';

/** What somebody may do, in the order they mostly come for it. */
export interface Steps<Step extends string> {
  /** What is theirs to do next as things stand; missing when nothing is asked of them. */
  readonly next?: Step;
  readonly others: readonly Step[];
}

/** What of an assignment decides. */
export type Standing = Pick<
  Schemas['AssignmentView'],
  | 'deadline'
  | 'deliverables'
  | 'expected'
  | 'kind'
  | 'late'
  | 'preconditions'
  | 'recipient'
  | 'replacedBy'
  | 'responsible'
  | 'state'
  | 'supplement'
>;

/**
 * What somebody with these roles may do to an assignment as it stands on a day. `reminders` is what steers its letters, when
 * they may be steered.
 */
export function stepsOf(
  assignment: Standing,
  roles: readonly Role[],
  today: string,
  reminders?: { readonly paused: boolean },
): Steps<AssignmentStep> {
  const phase = assignment.state.code;
  const open = phase !== 'closed';
  const reported = phase === 'finallyReported';
  const keeps = roles.includes('secretary');
  const decides = keeps || roles.includes('chair');
  const reports = open && (keeps || roles.includes('responsible'));
  const vacant = assignment.responsible.some(({ holders }) => holders.length === 0);
  const undated = assignment.deadline.kind.code === 'undated';
  const awaited = assignment.late || (assignment.expected?.date ?? today) < today;
  const steers = keeps && open && reminders !== undefined && assignment.responsible.length > 0;
  const promised = assignment.kind.code === 'commitment';

  const may: { readonly [S in AssignmentStep]: boolean } = {
    AcknowledgeAssignment: reports && phase === 'given',
    ReportProgress: reports,
    ReportDeliverable: reports && assignment.deliverables.some(({ result }) => result === undefined),
    SubmitFinalReport: reports && !reported,
    MeetPrecondition: reports && assignment.preconditions.some(({ met }) => !met),
    MoveDeadline: decides && open,
    CloseAssignment: decides && open,
    RequestSupplement: decides && reported,
    ReopenAssignment: decides && !open && !assignment.replacedBy,
    AddResponsible: decides && open,
    NameRecipient: decides && open && !assignment.recipient,
    PromoteCommitment: decides && open && promised,
    AppointHolder: keeps && open && vacant,
    RemindNow: steers && !reported,
    PauseReminders: steers && !reminders.paused,
    ResumeReminders: steers && reminders.paused,
    ChangeReminderRecipient: steers,
  };

  const asked: readonly (readonly [AssignmentStep, boolean])[] = [
    ['CloseAssignment', reported],
    ['AddResponsible', assignment.responsible.length === 0],
    ['AppointHolder', vacant],
    ['NameRecipient', true],
    ['MoveDeadline', undated && !reported],
    ['PromoteCommitment', awaited],
    ['RemindNow', awaited],
    ['MoveDeadline', awaited && !reported],
    ['AcknowledgeAssignment', !decides],
    ['SubmitFinalReport', !decides && assignment.supplement !== undefined],
    ['ReportProgress', !reported],
  ];
  const next = asked.find(([step, holds]) => holds && may[step])?.[0];
  const order: readonly AssignmentStep[] = [
    ...(reported ? (['RequestSupplement'] as const) : []),
    ...(decides
      ? (['ReportProgress', 'MoveDeadline'] as const)
      : (['ReportProgress', 'ReportDeliverable'] as const)),
    'SubmitFinalReport',
    'ReportDeliverable',
    'MeetPrecondition',
    'AcknowledgeAssignment',
    'CloseAssignment',
    'ReopenAssignment',
    'PromoteCommitment',
    'AddResponsible',
    'AppointHolder',
    'NameRecipient',
    'RemindNow',
    'PauseReminders',
    'ResumeReminders',
    'ChangeReminderRecipient',
  ];
  return { next, others: [...new Set(order)].filter((step) => step !== next && may[step]) };
}
