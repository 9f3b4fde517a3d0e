import type { DueWindow } from '../due-window.js';

export type AssignmentKind = 'assignment' | 'commitment';
export type ProgressStatus = 'onTrack' | 'atRisk' | 'delayed';
export type DeliverableResult = 'full' | 'partial' | 'unanswerable';
export type ClosingOutcome = 'fulfilled' | 'partly' | 'notFulfilled' | 'lapsed' | 'replaced';

export type AssignmentEvent =
  | { readonly type: 'AssignmentGiven'; readonly data: AssignmentGiven }
  | {
      readonly type: 'CommitmentPromoted';
      readonly data: { readonly decision?: string; readonly point?: number };
    }
  | { readonly type: 'RecipientNamed'; readonly data: { readonly recipient: string } }
  | { readonly type: 'ResponsibleAdded'; readonly data: { readonly role: string } }
  | {
      readonly type: 'ResponsibleReleased';
      readonly data: { readonly role: string; readonly reason?: string };
    }
  | { readonly type: 'DeliverableDefined'; readonly data: Deliverable }
  | {
      readonly type: 'PreconditionMet';
      readonly data: { readonly precondition: string; readonly note?: string };
    }
  | { readonly type: 'AssignmentAcknowledged'; readonly data: { readonly note?: string } }
  | { readonly type: 'ProgressReported'; readonly data: ProgressReported }
  | { readonly type: 'DeliverableReported'; readonly data: DeliverableReported }
  | { readonly type: 'DeadlineMoved'; readonly data: DeadlineMoved }
  | {
      readonly type: 'FinalReportSubmitted';
      readonly data: { readonly text: string; readonly document?: string; readonly via?: 'mailLink' };
    }
  | {
      readonly type: 'WrongAssigneeReported';
      readonly data: { readonly text?: string; readonly via?: 'mailLink' };
    }
  | {
      readonly type: 'SupplementRequested';
      readonly data: { readonly text: string; readonly deadline?: DueWindow };
    }
  | { readonly type: 'AssignmentClosed'; readonly data: AssignmentClosed }
  | { readonly type: 'AssignmentReopened'; readonly data: { readonly reason: string } }
  | { readonly type: 'AssignmentReplaced'; readonly data: { readonly by: string; readonly reason?: string } };

export interface Deliverable {
  readonly deliverable: string;
  readonly text: string;
}

/** `responsible` are role ids of the giving `body`; `point` is the number of the decision's point. */
export interface AssignmentGiven {
  readonly body: string;
  readonly title: string;
  readonly kind: AssignmentKind;
  readonly responsible: readonly string[];
  readonly deadline: DueWindow;
  readonly deliverables: readonly Deliverable[];
  readonly preconditions: readonly { readonly precondition: string; readonly text: string }[];
  readonly recipient?: string;
  readonly decision?: string;
  readonly point?: number;
  readonly matter?: string;
  /** The assignment this one takes over from. */
  readonly replaces?: string;
}

/** `via` tells when the report came by the link in a mail. */
export interface ProgressReported {
  readonly status: ProgressStatus;
  readonly text: string;
  readonly via?: 'mailLink';
}

/** `why` is required unless the result is full. */
export interface DeliverableReported {
  readonly deliverable: string;
  readonly result: DeliverableResult;
  readonly text?: string;
  readonly why?: string;
}

/** `reasonStated` false: the source gives no reason, and the log says so. */
export interface DeadlineMoved {
  readonly from: DueWindow;
  readonly to: DueWindow;
  readonly reason?: string;
  readonly reasonStated: boolean;
  readonly decidedBy?: string;
}

export interface AssignmentClosed {
  readonly outcome: ClosingOutcome;
  readonly reason?: string;
}
