import { type BodyState, holdersOf } from '../body/body.js';
import type { Context, Decider, RuleBreach } from '../decider.js';
import type { DecisionState } from '../decision/decision.js';
import { type DueWindow, parseDueWindow, slipDays } from '../due-window.js';
import type { Recorded } from '../events.js';
import { refuseEffectiveFrom } from '../fact-dates.js';
import { sameWindow } from '../matter/matter.js';
import { type ReasonInput, statedReason } from '../reason.js';
import { optionalWords, refuse, words } from '../refusal.js';
import type { Instant, LocalDate } from '../when.js';
import type {
  AssignmentEvent,
  AssignmentKind,
  ClosingOutcome,
  DeliverableResult,
  ProgressStatus,
} from './events.js';

/** How far an assignment has come. Only the body brings it to `closed`. */
export const assignmentPhases = [
  'given',
  'acknowledged',
  'inProgress',
  'partlyReported',
  'finallyReported',
  'closed',
] as const;
export type AssignmentPhase = (typeof assignmentPhases)[number];

export interface DeliverableState {
  readonly deliverable: string;
  readonly text: string;
  readonly result?: DeliverableResult;
  readonly why?: string;
  readonly report?: string;
}

export interface AssignmentState {
  readonly exists: boolean;
  readonly body: string;
  readonly title: string;
  readonly kind: AssignmentKind;
  readonly phase: AssignmentPhase;
  readonly responsible: readonly string[];
  readonly recipient?: string;
  readonly decision?: string;
  readonly point?: number;
  readonly matter?: string;
  readonly givenOn: LocalDate;
  readonly deadline: DueWindow;
  readonly firstDeadline: DueWindow;
  readonly moves: number;
  readonly deliverables: readonly DeliverableState[];
  readonly preconditions: readonly {
    readonly precondition: string;
    readonly text: string;
    readonly met: boolean;
  }[];
  /** The last word from those responsible. */
  readonly lastReport?: {
    readonly status: ProgressStatus | DeliverableResult | 'final';
    readonly text: string;
    readonly statedAt: LocalDate;
  };
  /** When the log came to know of it. */
  readonly lastReportAt?: Instant;
  readonly supplement?: string;
  /** Somebody who was asked says that it is not theirs; until the responsible change, or someone reports. */
  readonly disputed?: { readonly text?: string; readonly by: string; readonly statedAt: LocalDate };
  readonly outcome?: ClosingOutcome;
  readonly closedOn?: LocalDate;
  readonly replaces?: string;
  readonly replacedBy?: string;
  /** What each statement of the deadline said and where; newest last. */
  readonly statements: readonly {
    readonly statedAt: LocalDate;
    readonly document?: string;
    readonly latest?: LocalDate;
    /** When the log came to know it. */
    readonly recordedAt: Instant;
  }[];
  /** When it was last opened again, or asked to be completed. */
  readonly roused?: { readonly statedAt: LocalDate; readonly recordedAt: Instant };
}

export type AssignmentCommand =
  | {
      readonly type: 'GiveAssignment';
      readonly body: string;
      readonly title: string;
      readonly kind?: AssignmentKind;
      readonly responsible?: readonly string[];
      /** The deadline in the words of the minutes. */
      readonly deadline?: string;
      readonly deliverables?: readonly string[];
      readonly preconditions?: readonly string[];
      readonly recipient?: string;
      readonly decision?: string;
      readonly point?: number;
      readonly matter?: string;
      readonly replaces?: string;
    }
  | { readonly type: 'PromoteCommitment'; readonly decision?: string; readonly point?: number }
  | { readonly type: 'NameRecipient'; readonly recipient: string }
  | { readonly type: 'AddResponsible'; readonly role: string }
  | { readonly type: 'ReleaseResponsible'; readonly role: string; readonly reason?: string }
  | { readonly type: 'DefineDeliverable'; readonly text: string }
  | { readonly type: 'MeetPrecondition'; readonly precondition: string; readonly note?: string }
  | { readonly type: 'AcknowledgeAssignment'; readonly note?: string }
  | {
      readonly type: 'ReportProgress';
      readonly status: ProgressStatus;
      readonly text: string;
      readonly via?: 'mailLink';
    }
  | {
      readonly type: 'ReportDeliverable';
      readonly deliverable: string;
      readonly result: DeliverableResult;
      readonly text?: string;
      readonly why?: string;
    }
  | ({
      readonly type: 'MoveDeadline';
      readonly to: string;
      readonly boundToMeeting?: string;
      readonly decidedBy?: string;
    } & ReasonInput)
  | {
      readonly type: 'SubmitFinalReport';
      readonly text: string;
      readonly document?: string;
      readonly via?: 'mailLink';
    }
  | { readonly type: 'ReportWrongAssignee'; readonly text?: string; readonly via?: 'mailLink' }
  | { readonly type: 'RequestSupplement'; readonly text: string; readonly deadline?: string }
  | { readonly type: 'CloseAssignment'; readonly outcome: ClosingOutcome; readonly reason?: string }
  | { readonly type: 'ReopenAssignment'; readonly reason: string }
  | { readonly type: 'ReplaceAssignment'; readonly by: string; readonly reason?: string };

/**
 * What lies outside the stream: the giving body, and answers for the ids the command names. `successors` are the
 * assignment named in `by`, what replaced it, and so on.
 */
export interface AssignmentContext extends Context<AssignmentState> {
  readonly body?: BodyState;
  readonly recipientExists: boolean;
  readonly matterExists: boolean;
  readonly replacesExists: boolean;
  readonly meetingExists: boolean;
  readonly decision?: DecisionState;
  readonly successors: readonly { readonly id: string }[];
  /** Deputies of holders of the responsible roles who are away, and who is asked instead of them. */
  readonly deputies: readonly string[];
}

const undated: DueWindow = {
  original: '',
  kind: 'undated',
  precision: 'none',
  preconditions: [],
  inferred: [],
};

const initial: AssignmentState = {
  exists: false,
  body: '',
  title: '',
  kind: 'assignment',
  phase: 'given',
  responsible: [],
  givenOn: '',
  deadline: undated,
  firstDeadline: undated,
  moves: 0,
  deliverables: [],
  preconditions: [],
  statements: [],
};

function check(state: AssignmentState, event: AssignmentEvent): RuleBreach | undefined {
  if (event.type === 'AssignmentGiven') return state.exists ? { code: 'alreadyExists' } : undefined;
  if (!state.exists) return { code: 'notFound' };
  const notNow: RuleBreach = { code: 'notPossibleNow', params: { state: state.phase } };
  const unless = (allowed: boolean): RuleBreach | undefined => (allowed ? undefined : notNow);
  const open = state.phase !== 'closed';
  switch (event.type) {
    case 'AssignmentReopened':
      return unless(!open && state.replacedBy === undefined);
    case 'AssignmentReplaced':
      return state.replacedBy === undefined ? undefined : { code: 'duplicate', pointer: '/by' };
    case 'AssignmentClosed':
      return unless(
        open &&
          (event.data.outcome === 'lapsed' ||
            (event.data.outcome === 'replaced'
              ? state.replacedBy !== undefined
              : state.phase === 'finallyReported')),
      );
    case 'SupplementRequested':
      return unless(state.phase === 'finallyReported');
    case 'AssignmentAcknowledged':
      return unless(state.phase === 'given');
    case 'CommitmentPromoted':
      return unless(open && state.kind === 'commitment');
    case 'RecipientNamed':
    case 'DeadlineMoved':
    case 'WrongAssigneeReported':
      return unless(open);
    case 'ResponsibleAdded':
      if (!open) return notNow;
      return state.responsible.includes(event.data.role)
        ? { code: 'duplicate', pointer: '/role' }
        : undefined;
    case 'ResponsibleReleased':
      if (!open) return notNow;
      return state.responsible.includes(event.data.role)
        ? undefined
        : { code: 'unknownReference', pointer: '/role' };
    case 'DeliverableDefined':
      if (!open) return notNow;
      return state.deliverables.some((known) => known.deliverable === event.data.deliverable)
        ? { code: 'duplicate', pointer: '/deliverable' }
        : undefined;
    case 'PreconditionMet': {
      if (!open) return notNow;
      const precondition = state.preconditions.find(
        (known) => known.precondition === event.data.precondition,
      );
      if (!precondition) return { code: 'unknownReference', pointer: '/precondition' };
      return precondition.met ? { code: 'duplicate', pointer: '/precondition' } : undefined;
    }
    case 'DeliverableReported':
      if (!open || state.phase === 'finallyReported') return notNow;
      return state.deliverables.some((known) => known.deliverable === event.data.deliverable)
        ? undefined
        : { code: 'unknownReference', pointer: '/deliverable' };
    case 'ProgressReported':
    case 'FinalReportSubmitted':
      return unless(open && state.phase !== 'finallyReported');
  }
}

function evolve(state: AssignmentState, event: Recorded<AssignmentEvent>): AssignmentState {
  switch (event.type) {
    case 'AssignmentGiven': {
      const { deliverables, preconditions, deadline, ...given } = event.data;
      return {
        ...state,
        ...given,
        exists: true,
        givenOn: event.statedAt,
        deadline,
        firstDeadline: deadline,
        deliverables,
        preconditions: preconditions.map((precondition) => ({ ...precondition, met: false })),
        statements: [statement(event, deadline)],
      };
    }
    case 'CommitmentPromoted':
      return {
        ...state,
        kind: 'assignment',
        decision: event.data.decision ?? state.decision,
        point: event.data.point ?? state.point,
      };
    case 'RecipientNamed':
      return { ...state, recipient: event.data.recipient };
    case 'ResponsibleAdded':
      return { ...state, disputed: undefined, responsible: [...state.responsible, event.data.role] };
    case 'ResponsibleReleased':
      return {
        ...state,
        disputed: undefined,
        responsible: state.responsible.filter((role) => role !== event.data.role),
      };
    case 'DeliverableDefined':
      return { ...state, deliverables: [...state.deliverables, event.data] };
    case 'PreconditionMet':
      return {
        ...state,
        preconditions: state.preconditions.map((known) =>
          known.precondition === event.data.precondition ? { ...known, met: true } : known,
        ),
      };
    case 'AssignmentAcknowledged':
      return {
        ...state,
        disputed: undefined,
        phase: state.phase === 'given' ? 'acknowledged' : state.phase,
      };
    case 'WrongAssigneeReported':
      return {
        ...state,
        disputed: { text: event.data.text, by: event.actor.id, statedAt: event.statedAt },
      };
    case 'ProgressReported':
      return {
        ...state,
        disputed: undefined,
        phase: 'inProgress',
        lastReport: { status: event.data.status, text: event.data.text, statedAt: event.statedAt },
        lastReportAt: event.recordedAt,
      };
    case 'DeliverableReported':
      return {
        ...state,
        disputed: undefined,
        phase: 'partlyReported',
        deliverables: state.deliverables.map((known) =>
          known.deliverable === event.data.deliverable
            ? { ...known, result: event.data.result, why: event.data.why, report: event.data.text }
            : known,
        ),
        lastReport: {
          status: event.data.result,
          text: event.data.text ?? event.data.why ?? '',
          statedAt: event.statedAt,
        },
        lastReportAt: event.recordedAt,
      };
    case 'DeadlineMoved':
      return moved(state, event, event.data.to);
    case 'FinalReportSubmitted':
      return {
        ...state,
        disputed: undefined,
        phase: 'finallyReported',
        supplement: undefined,
        lastReport: { status: 'final', text: event.data.text, statedAt: event.statedAt },
        lastReportAt: event.recordedAt,
      };
    case 'SupplementRequested': {
      const { text, deadline } = event.data;
      const asked: AssignmentState = {
        ...state,
        phase: 'inProgress',
        supplement: text,
        roused: roused(event),
      };
      return deadline && !sameWindow(state.deadline, deadline) ? moved(asked, event, deadline) : asked;
    }
    case 'AssignmentClosed':
      return { ...state, phase: 'closed', outcome: event.data.outcome, closedOn: event.statedAt };
    case 'AssignmentReopened':
      return {
        ...state,
        phase: 'inProgress',
        outcome: undefined,
        closedOn: undefined,
        roused: roused(event),
      };
    case 'AssignmentReplaced':
      return { ...state, replacedBy: event.data.by };
  }
}

/** A new deadline brings what its words say must come first. */
function moved(
  state: AssignmentState,
  event: Recorded<AssignmentEvent>,
  deadline: DueWindow,
): AssignmentState {
  const added = deadline.preconditions
    .filter((text) => !state.preconditions.some((known) => known.text === text))
    .map((text) => ({ precondition: idOfWords(text), text, met: false }));
  return {
    ...state,
    deadline,
    moves: state.moves + 1,
    preconditions: [...state.preconditions, ...added],
    statements: [...state.statements, statement(event, deadline)],
  };
}

/** The same words have the same id, in whatever order late facts are told. */
function idOfWords(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `c-${hash.toString(16)}`;
}

const statement = (event: Recorded<AssignmentEvent>, window: DueWindow) => ({
  statedAt: event.statedAt,
  document: event.source?.document,
  latest: window.latest,
  recordedAt: event.recordedAt,
});

const roused = ({ statedAt, recordedAt }: Recorded<AssignmentEvent>) => ({ statedAt, recordedAt });

function decide(
  command: AssignmentCommand,
  state: AssignmentState,
  context: AssignmentContext,
): readonly AssignmentEvent[] {
  refuseEffectiveFrom(context.when);
  const read = (text: string, pointer: string): DueWindow =>
    parseDueWindow(words(text, pointer), { statedAt: context.when.statedAt, seasons: context.body?.seasons });
  switch (command.type) {
    case 'GiveAssignment':
      return [
        give(
          command,
          context,
          command.deadline === undefined ? undated : read(command.deadline, '/deadline'),
        ),
      ];
    case 'PromoteCommitment':
      refuseUnassignedPoint(command, context.decision, state.body);
      return [{ type: 'CommitmentPromoted', data: { decision: command.decision, point: command.point } }];
    case 'NameRecipient':
      if (!context.recipientExists) refuse('unknownReference', '/recipient');
      if (state.recipient === command.recipient) refuse('unchanged', '/recipient');
      return [{ type: 'RecipientNamed', data: { recipient: command.recipient } }];
    case 'AddResponsible':
      refuseUnknownRole(context.body, command.role, '/role');
      return [{ type: 'ResponsibleAdded', data: { role: command.role } }];
    case 'ReleaseResponsible':
      return [
        {
          type: 'ResponsibleReleased',
          data: { role: command.role, reason: optionalWords(command.reason, '/reason') },
        },
      ];
    case 'DefineDeliverable':
      return [
        {
          type: 'DeliverableDefined',
          data: {
            deliverable: `d${(context.known.deliverables.length + 1).toString()}`,
            text: words(command.text, '/text'),
          },
        },
      ];
    case 'MeetPrecondition':
      refuseUnlessResponsible(state, context);
      return [
        {
          type: 'PreconditionMet',
          data: { precondition: command.precondition, note: optionalWords(command.note, '/note') },
        },
      ];
    case 'AcknowledgeAssignment':
      refuseUnlessResponsible(state, context);
      return [{ type: 'AssignmentAcknowledged', data: { note: optionalWords(command.note, '/note') } }];
    case 'ReportProgress':
      refuseUnlessResponsible(state, context);
      return [
        {
          type: 'ProgressReported',
          data: { status: command.status, text: words(command.text, '/text'), via: command.via },
        },
      ];
    case 'ReportDeliverable': {
      refuseUnlessResponsible(state, context);
      const { deliverable, result, text, why } = command;
      if (result !== 'full' && why === undefined) refuse('reasonMissing', '/why');
      return [
        {
          type: 'DeliverableReported',
          data: {
            deliverable,
            result,
            text: optionalWords(text, '/text'),
            why: optionalWords(why, '/why'),
          },
        },
      ];
    }
    case 'MoveDeadline': {
      if (command.boundToMeeting !== undefined && !context.meetingExists)
        refuse('unknownReference', '/boundToMeeting');
      const to: DueWindow = { ...read(command.to, '/to'), boundToMeeting: command.boundToMeeting };
      if (state.exists && sameWindow(state.deadline, to)) refuse('sameDeadline', '/to');
      return [
        {
          type: 'DeadlineMoved',
          data: { from: state.deadline, to, ...statedReason(command), decidedBy: command.decidedBy },
        },
      ];
    }
    case 'SubmitFinalReport':
      refuseUnlessResponsible(state, context);
      return [
        {
          type: 'FinalReportSubmitted',
          data: { text: words(command.text, '/text'), document: command.document, via: command.via },
        },
      ];
    case 'ReportWrongAssignee':
      refuseUnlessResponsible(state, context);
      return [
        {
          type: 'WrongAssigneeReported',
          data: { text: optionalWords(command.text, '/text'), via: command.via },
        },
      ];
    case 'RequestSupplement':
      return [
        {
          type: 'SupplementRequested',
          data: {
            text: words(command.text, '/text'),
            deadline: command.deadline === undefined ? undefined : read(command.deadline, '/deadline'),
          },
        },
      ];
    case 'CloseAssignment':
      refuseResponsibleClosing(state, context);
      if (command.outcome !== 'fulfilled' && command.reason === undefined) refuse('reasonMissing', '/reason');
      if (command.outcome === 'replaced') refuse('notPossibleNow', '/outcome', { state: state.phase });
      return [
        {
          type: 'AssignmentClosed',
          data: { outcome: command.outcome, reason: optionalWords(command.reason, '/reason') },
        },
      ];
    case 'ReopenAssignment':
      return [{ type: 'AssignmentReopened', data: { reason: words(command.reason, '/reason') } }];
    case 'ReplaceAssignment': {
      refuseResponsibleClosing(state, context);
      if (context.successors.length === 0) refuse('unknownReference', '/by');
      if (context.successors.some(({ id }) => id === context.id)) refuse('supersessionLoop', '/by');
      const reason = optionalWords(command.reason, '/reason');
      const replaced: AssignmentEvent = { type: 'AssignmentReplaced', data: { by: command.by, reason } };
      return state.phase === 'closed'
        ? [replaced]
        : [replaced, { type: 'AssignmentClosed', data: { outcome: 'replaced', reason } }];
    }
  }
}

function give(
  command: Extract<AssignmentCommand, { type: 'GiveAssignment' }>,
  context: AssignmentContext,
  deadline: DueWindow,
): AssignmentEvent {
  if (!context.body?.exists) refuse('unknownReference', '/body');
  if (command.recipient !== undefined && !context.recipientExists) refuse('unknownReference', '/recipient');
  if (command.matter !== undefined && !context.matterExists) refuse('unknownReference', '/matter');
  if (command.replaces !== undefined && !context.replacesExists) refuse('unknownReference', '/replaces');
  refuseUnassignedPoint(command, context.decision, command.body);
  const responsible = command.responsible ?? [];
  responsible.forEach((role, at) => {
    refuseUnknownRole(context.body, role, `/responsible/${at.toString()}`);
    if (responsible.indexOf(role) !== at) refuse('duplicate', `/responsible/${at.toString()}`);
  });
  const preconditions = (command.preconditions ?? []).map((text, at) =>
    words(text, `/preconditions/${at.toString()}`),
  );
  return {
    type: 'AssignmentGiven',
    data: {
      body: command.body,
      title: words(command.title, '/title'),
      kind: command.kind ?? 'assignment',
      responsible,
      deadline,
      deliverables: (command.deliverables ?? []).map((text, at) => ({
        deliverable: `d${(at + 1).toString()}`,
        text: words(text, `/deliverables/${at.toString()}`),
      })),
      preconditions: [...new Set([...preconditions, ...deadline.preconditions])].map((text, at) => ({
        precondition: `c${(at + 1).toString()}`,
        text,
      })),
      recipient: command.recipient,
      decision: command.decision,
      point: command.point,
      matter: command.matter,
      replaces: command.replaces,
    },
  };
}

function refuseUnassignedPoint(
  named: { readonly decision?: string; readonly point?: number },
  decision: DecisionState | undefined,
  body: string,
): void {
  const { point } = named;
  if (named.decision === undefined && point === undefined) return;
  if (named.decision === undefined || !decision?.exists || decision.body !== body)
    return refuse('unknownReference', '/decision');
  if (point === undefined) return;
  const found = decision.points.find((known) => known.number === point);
  if (!found) return refuse('unknownReference', '/point');
  if (!found.kinds.includes('assigned')) refuse('noAssignedPoint', '/point');
}

function refuseUnknownRole(body: BodyState | undefined, role: string, pointer: string): void {
  if (!body?.roles.some((known) => known.role === role)) refuse('unknownReference', pointer);
}

function refuseUnlessResponsible(state: AssignmentState, { actor, body, deputies }: AssignmentContext): void {
  if (!state.exists || actor.role !== 'responsible' || deputies.includes(actor.id)) return;
  if (!body || !holdersOf(body, state.responsible).includes(actor.id)) refuse('notResponsible');
}

function refuseResponsibleClosing(state: AssignmentState, { actor, body }: AssignmentContext): void {
  if (actor.role === 'responsible' || (body && holdersOf(body, state.responsible).includes(actor.id)))
    refuse('responsibleCannotClose');
}

/** Days by which the promised end has moved since the assignment was given; undefined while either end is open. */
export const slip = (state: AssignmentState): number | undefined =>
  slipDays(state.firstDeadline, state.deadline);

/** Rules of an assignment. The responsible report; the body closes. */
export const assignment: Decider<AssignmentState, AssignmentCommand, AssignmentEvent, AssignmentContext> = {
  initial,
  evolve,
  check,
  decide,
};
