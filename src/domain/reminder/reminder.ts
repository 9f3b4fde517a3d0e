import type { AssignmentState } from '../assignment/assignment.js';
import { isLocalDate } from '../calendar.js';
import type { Context, Decider, RuleBreach } from '../decider.js';
import { refuseEffectiveFrom } from '../fact-dates.js';
import { optionalWords, refuse } from '../refusal.js';
import type { Instant, LocalDate } from '../when.js';
import type { ReminderEvent, WithheldItem } from './events.js';

/** How the reminders of one assignment are steered. */
export interface ReminderState {
  readonly exists: boolean;
  readonly paused?: { readonly from: LocalDate; readonly until?: LocalDate };
  /** Who is reminded instead of the holders, by role. */
  readonly instead: Readonly<Record<string, string>>;
  /** Reminders asked for by hand: the day, when the log came to know of it, and the revision that names each. */
  readonly asked: readonly { readonly on: LocalDate; readonly at: Instant; readonly revision: number }[];
  readonly withheld: readonly WithheldItem[];
  /** Letters whose links about this assignment are revoked. */
  readonly revoked: readonly string[];
}

export type ReminderCommand =
  | { readonly type: 'PauseReminders'; readonly until?: LocalDate; readonly reason?: string }
  | { readonly type: 'ResumeReminders'; readonly reason?: string }
  | {
      readonly type: 'ChangeReminderRecipient';
      readonly role: string;
      readonly person?: string;
      readonly reason?: string;
    }
  | { readonly type: 'RemindNow'; readonly reason?: string }
  | { readonly type: 'RevokeReminderLinks'; readonly letter: string; readonly reason?: string };

/** What lies outside the stream: how far the assignment has come, its roles, and whether what is named exists. */
export interface ReminderContext extends Context<ReminderState> {
  readonly assignmentExists: boolean;
  readonly phase: AssignmentState['phase'];
  readonly roles: readonly string[];
  readonly personExists: boolean;
  /** The letter named is about this assignment. */
  readonly letterExists: boolean;
}

const initial: ReminderState = { exists: false, instead: {}, asked: [], withheld: [], revoked: [] };

const sameItem = (a: WithheldItem, b: WithheldItem): boolean =>
  a.rung === b.rung && a.statement === b.statement && a.role === b.role;

function check(state: ReminderState, event: ReminderEvent): RuleBreach | undefined {
  switch (event.type) {
    case 'RemindersResumed':
      return state.paused ? undefined : { code: 'unchanged' };
    case 'ReminderWithheld':
      return state.withheld.some((known) => sameItem(known, event.data)) ? { code: 'duplicate' } : undefined;
    case 'ReminderLinksRevoked':
      return state.revoked.includes(event.data.letter)
        ? { code: 'unchanged', pointer: '/letter' }
        : undefined;
    case 'RemindersPaused':
    case 'ReminderRecipientChanged':
    case 'ReminderAskedFor':
      return undefined;
  }
}

/** Rules of how the reminders of an assignment are steered. */
export const reminder: Decider<ReminderState, ReminderCommand, ReminderEvent, ReminderContext> = {
  initial,
  check,
  evolve: (before, event) => {
    const state = { ...before, exists: true };
    switch (event.type) {
      case 'RemindersPaused':
        return {
          ...state,
          paused: {
            from: event.statedAt,
            ...(event.data.until !== undefined && { until: event.data.until }),
          },
        };
      case 'RemindersResumed': {
        const { paused: _, ...rest } = state;
        return rest;
      }
      case 'ReminderRecipientChanged': {
        const { role, person } = event.data;
        const { [role]: _, ...others } = state.instead;
        return { ...state, instead: person === undefined ? others : { ...others, [role]: person } };
      }
      case 'ReminderAskedFor':
        return {
          ...state,
          asked: [...state.asked, { on: event.statedAt, at: event.recordedAt, revision: event.revision }],
        };
      case 'ReminderLinksRevoked':
        return { ...state, revoked: [...state.revoked, event.data.letter] };
      case 'ReminderWithheld':
        return { ...state, withheld: [...state.withheld, event.data] };
    }
  },
  decide: (command, state, context) => {
    refuseEffectiveFrom(context.when);
    if (!context.assignmentExists) refuse('notFound');
    const reason = optionalWords('reason' in command ? command.reason : undefined, '/reason');
    switch (command.type) {
      case 'PauseReminders': {
        const { until } = command;
        if (until !== undefined && !isLocalDate(until)) refuse('notADate', '/until');
        if (until !== undefined && until < context.today) refuse('endsBeforeStart', '/until');
        return [{ type: 'RemindersPaused', data: { until, reason } }];
      }
      case 'ResumeReminders':
        return [{ type: 'RemindersResumed', data: { reason } }];
      case 'ChangeReminderRecipient': {
        const { role, person } = command;
        if (!context.roles.includes(role)) refuse('unknownReference', '/role');
        if (person !== undefined && !context.personExists) refuse('unknownReference', '/person');
        if (state.instead[role] === person) refuse('unchanged', '/person');
        return [{ type: 'ReminderRecipientChanged', data: { role, person, reason } }];
      }
      case 'RevokeReminderLinks':
        if (!context.letterExists) refuse('unknownReference', '/letter');
        return [{ type: 'ReminderLinksRevoked', data: { letter: command.letter, reason } }];
      case 'RemindNow':
        if (context.phase === 'closed' || context.phase === 'finallyReported')
          refuse('notPossibleNow', '', { state: context.phase });
        return [{ type: 'ReminderAskedFor', data: { reason } }];
    }
  },
};
