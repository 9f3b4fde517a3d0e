import type { Context, Decider, RuleBreach } from '../decider.js';
import { refuse, words } from '../refusal.js';
import type { LocalDate } from '../when.js';
import { isLocalDate } from '../calendar.js';
import { statedReason, type ReasonInput } from '../reason.js';
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

function check(state: MeetingState, event: MeetingEvent): RuleBreach | undefined {
  if (event.type === 'MeetingScheduled') return state.exists ? { code: 'alreadyExists' } : undefined;
  if (!state.exists) return { code: 'notFound' };
  const breach = (allowed: boolean): RuleBreach | undefined =>
    allowed ? undefined : { code: 'notPossibleNow', params: { state: state.phase } };
  switch (event.type) {
    case 'MeetingMoved':
    case 'MeetingCancelled':
      return breach(state.phase === 'planned' || state.phase === 'open');
    case 'MeetingHeld':
      return breach(state.phase === 'planned' && state.kind !== 'perCapsulam');
    case 'PerCapsulamOpened':
      return breach(state.phase === 'planned' && state.kind === 'perCapsulam');
    case 'PerCapsulamConcluded':
      return breach((state.phase === 'planned' || state.phase === 'open') && state.kind === 'perCapsulam');
    case 'NotesApproved':
      return breach(state.phase === 'held' && !state.notesApproved);
    case 'PerCapsulamReported':
      return breach(state.phase === 'held' && state.kind === 'perCapsulam' && state.reportedTo === undefined);
  }
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
      return { ...state, phase: 'open' };
    case 'PerCapsulamConcluded':
      return { ...state, phase: 'held' };
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
      return [{ type: 'MeetingCancelled', data: { reason: command.reason } }];
    case 'RecordMeetingHeld':
      refuseIfPlanned(state, context);
      return [
        { type: 'MeetingHeld', data: { present: command.present ?? [], absent: command.absent ?? [] } },
      ];
    case 'OpenPerCapsulam':
      if (command.replyBy !== undefined && !isLocalDate(command.replyBy)) refuse('notADate', '/replyBy');
      return [{ type: 'PerCapsulamOpened', data: { replyBy: command.replyBy } }];
    case 'ConcludePerCapsulam':
      refuseIfPlanned(state, context);
      return [
        {
          type: 'PerCapsulamConcluded',
          data: { outcome: command.outcome && words(command.outcome, '/outcome') },
        },
      ];
    case 'ApproveNotes':
      if (command.atMeeting !== undefined && !context.otherMeeting?.exists)
        refuse('unknownReference', '/atMeeting');
      return [{ type: 'NotesApproved', data: { atMeeting: command.atMeeting } }];
    case 'ReportPerCapsulam':
      if (!context.otherMeeting?.exists || context.otherMeeting.body !== state.body)
        refuse('unknownReference', '/toMeeting');
      return [{ type: 'PerCapsulamReported', data: { toMeeting: command.toMeeting } }];
  }
}

function refuseIfPlanned(state: MeetingState, context: MeetingContext): void {
  if (state.exists && context.when.statedAt < state.date)
    refuse('plannedIsNotDone', '/statedAt', { planned: state.date });
}

/** Rules of a meeting, also one per capsulam. */
export const meeting: Decider<MeetingState, MeetingCommand, MeetingEvent, MeetingContext> = {
  initial,
  evolve,
  check,
  decide,
};
