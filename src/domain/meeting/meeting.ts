import { isLocalDate } from '../calendar.js';
import type { Context, Dated, Decider, RuleBreach } from '../decider.js';
import { refuseEffectiveFrom } from '../fact-dates.js';
import { type ReasonInput, statedReason } from '../reason.js';
import { optionalWords, refuse } from '../refusal.js';
import { happenedBy, type LocalDate } from '../when.js';
import type { MeetingEvent, MeetingKind } from './events.js';

/** `planned` until it was held or, per capsulam, concluded. */
export type MeetingPhase = 'planned' | 'open' | 'held' | 'cancelled';

export interface MeetingState {
  readonly exists: boolean;
  readonly body: string;
  readonly kind: MeetingKind;
  readonly date: LocalDate;
  readonly start?: string;
  readonly end?: string;
  readonly place?: string;
  readonly title?: string;
  readonly phase: MeetingPhase;
  /** The last day for answers per capsulam. */
  readonly replyBy?: LocalDate;
  readonly outcome?: string;
  readonly notesApproved: boolean;
  /** The meeting a decision per capsulam was reported to. */
  readonly reportedTo?: string;
  readonly present: readonly string[];
  readonly absent: readonly string[];
}

export type MeetingCommand =
  | {
      readonly type: 'ScheduleMeeting';
      readonly body: string;
      readonly kind: MeetingKind;
      readonly date: LocalDate;
      readonly start?: string;
      readonly end?: string;
      readonly place?: string;
      readonly title?: string;
    }
  | ({ readonly type: 'MoveMeeting'; readonly to: LocalDate } & ReasonInput)
  | { readonly type: 'CancelMeeting'; readonly reason?: string }
  | {
      readonly type: 'RecordMeetingHeld';
      readonly present?: readonly string[];
      readonly absent?: readonly string[];
    }
  | { readonly type: 'OpenPerCapsulam'; readonly replyBy?: LocalDate }
  | { readonly type: 'ConcludePerCapsulam'; readonly outcome?: string }
  | { readonly type: 'ApproveNotes'; readonly atMeeting?: string }
  | { readonly type: 'ReportPerCapsulam'; readonly toMeeting: string };

/** `bodyExists` and `otherMeeting` answer for the ids the command names. */
export interface MeetingContext extends Context<MeetingState> {
  readonly bodyExists: boolean;
  readonly otherMeeting?: MeetingState;
}

const initial: MeetingState = {
  exists: false,
  body: '',
  kind: 'ordinary',
  date: '',
  phase: 'planned',
  notesApproved: false,
  present: [],
  absent: [],
};

function check(state: MeetingState, event: Dated<MeetingEvent>): RuleBreach | undefined {
  if (event.type === 'MeetingScheduled') return state.exists ? { code: 'alreadyExists' } : undefined;
  if (!state.exists) return { code: 'notFound' };
  const breach = (allowed: boolean): RuleBreach | undefined =>
    allowed ? undefined : { code: 'notPossibleNow', params: { state: state.phase } };
  switch (event.type) {
    case 'MeetingMoved':
    case 'MeetingCancelled':
      return breach(state.phase === 'planned' || state.phase === 'open');
    case 'MeetingHeld':
      return breach(state.phase === 'planned' && state.kind !== 'perCapsulam') ?? stillPlanned(state, event);
    case 'PerCapsulamOpened':
      return breach(state.phase === 'planned' && state.kind === 'perCapsulam');
    case 'PerCapsulamConcluded':
      return (
        breach((state.phase === 'planned' || state.phase === 'open') && state.kind === 'perCapsulam') ??
        stillPlanned(state, event)
      );
    case 'NotesApproved':
      return breach(state.phase === 'held' && !state.notesApproved);
    case 'PerCapsulamReported':
      return breach(state.phase === 'held' && state.kind === 'perCapsulam' && state.reportedTo === undefined);
  }
}

function stillPlanned(state: MeetingState, event: Dated<MeetingEvent>): RuleBreach | undefined {
  return happenedBy(event) < state.date
    ? {
        code: 'plannedIsNotDone',
        pointer: event.statedAt < state.date ? '/statedAt' : '/occurred',
        params: { planned: state.date },
      }
    : undefined;
}

function evolve(state: MeetingState, event: MeetingEvent): MeetingState {
  switch (event.type) {
    case 'MeetingScheduled':
      return { ...state, ...event.data, exists: true };
    case 'MeetingMoved':
      return { ...state, date: event.data.to };
    case 'MeetingCancelled':
      return { ...state, phase: 'cancelled' };
    case 'MeetingHeld':
      return { ...state, phase: 'held', present: event.data.present, absent: event.data.absent };
    case 'PerCapsulamOpened':
      return { ...state, phase: 'open', replyBy: event.data.replyBy };
    case 'PerCapsulamConcluded':
      return { ...state, phase: 'held', outcome: event.data.outcome };
    case 'NotesApproved':
      return { ...state, notesApproved: true };
    case 'PerCapsulamReported':
      return { ...state, reportedTo: event.data.toMeeting };
  }
}

function decide(
  command: MeetingCommand,
  state: MeetingState,
  context: MeetingContext,
): readonly MeetingEvent[] {
  refuseEffectiveFrom(context.when);
  switch (command.type) {
    case 'ScheduleMeeting': {
      const { type: _, ...meeting } = command;
      if (!context.bodyExists) refuse('unknownReference', '/body');
      if (!isLocalDate(command.date)) refuse('notADate', '/date');
      if (command.start !== undefined && command.end !== undefined && command.end <= command.start)
        refuse('endsBeforeStart', '/end');
      return [{ type: 'MeetingScheduled', data: meeting }];
    }
    case 'MoveMeeting':
      if (!isLocalDate(command.to)) refuse('notADate', '/to');
      if (command.to === state.date) refuse('sameDeadline', '/to');
      return [{ type: 'MeetingMoved', data: { from: state.date, to: command.to, ...statedReason(command) } }];
    case 'CancelMeeting':
      return [{ type: 'MeetingCancelled', data: { reason: optionalWords(command.reason, '/reason') } }];
    case 'RecordMeetingHeld':
      return [
        { type: 'MeetingHeld', data: { present: command.present ?? [], absent: command.absent ?? [] } },
      ];
    case 'OpenPerCapsulam':
      if (command.replyBy !== undefined && !isLocalDate(command.replyBy)) refuse('notADate', '/replyBy');
      return [{ type: 'PerCapsulamOpened', data: { replyBy: command.replyBy } }];
    case 'ConcludePerCapsulam':
      return [
        {
          type: 'PerCapsulamConcluded',
          data: { outcome: optionalWords(command.outcome, '/outcome') },
        },
      ];
    case 'ApproveNotes':
      if (command.atMeeting !== undefined) refuseUnlessMetAfter(state, context, '/atMeeting');
      return [{ type: 'NotesApproved', data: { atMeeting: command.atMeeting } }];
    case 'ReportPerCapsulam':
      if (context.otherMeeting?.kind === 'perCapsulam') refuse('unknownReference', '/toMeeting');
      refuseUnlessMetAfter(state, context, '/toMeeting');
      return [{ type: 'PerCapsulamReported', data: { toMeeting: command.toMeeting } }];
  }
}

/** The other meeting is one of the same body that took place no earlier than this one, and by the day it is told. */
function refuseUnlessMetAfter(
  state: MeetingState,
  { otherMeeting, when }: MeetingContext,
  pointer: string,
): void {
  if (!state.exists) return;
  if (!otherMeeting?.exists || otherMeeting.body !== state.body || otherMeeting.date < state.date)
    return refuse('unknownReference', pointer);
  if (otherMeeting.phase === 'cancelled') refuse('notPossibleNow', pointer, { state: 'cancelled' });
  if (when.statedAt < otherMeeting.date) refuse('plannedIsNotDone', pointer, { planned: otherMeeting.date });
}

/** Rules of a meeting, also one per capsulam. */
export const meeting: Decider<MeetingState, MeetingCommand, MeetingEvent, MeetingContext> = {
  initial,
  evolve,
  check,
  decide,
};
