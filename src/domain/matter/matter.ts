import type { Context, Decider, RuleBreach } from '../decider.js';
import { type DueWindow, parseDueWindow, type SeasonBounds } from '../due-window.js';
import { refuseEffectiveFrom } from '../fact-dates.js';
import type { MeetingKind } from '../meeting/events.js';
import { type ReasonInput, statedReason } from '../reason.js';
import { optionalWords, refuse, words } from '../refusal.js';
import type { Edtf, LocalDate } from '../when.js';
import type { MatterEvent, MatterLinked } from './events.js';

export interface Milestone {
  readonly milestone: string;
  readonly label: string;
  readonly window: DueWindow;
  readonly firstWindow: DueWindow;
  readonly form?: MeetingKind;
  readonly phase: 'planned' | 'reached' | 'dropped';
  /** When it was reached, as stated. */
  readonly reached?: Edtf | null;
  /** What each statement of its date said and where; newest last. */
  readonly statements: readonly {
    readonly statedAt: LocalDate;
    readonly document?: string;
    readonly latest?: LocalDate;
  }[];
}

export interface MatterState {
  readonly exists: boolean;
  readonly body: string;
  readonly title: string;
  readonly description?: string;
  readonly number?: string;
  readonly phase: 'open' | 'closed';
  readonly milestones: readonly Milestone[];
  readonly links: readonly MatterLinked[];
}

export type MatterCommand =
  | {
      readonly type: 'OpenMatter';
      readonly body: string;
      readonly title: string;
      readonly description?: string;
      readonly number?: string;
    }
  | {
      readonly type: 'PlanMilestone';
      readonly milestone?: string;
      readonly label: string;
      /** The date in the words of the minutes. */
      readonly date: string;
      readonly form?: MeetingKind;
    }
  | ({
      readonly type: 'MoveMilestone';
      readonly milestone: string;
      readonly to: string;
      readonly form?: MeetingKind;
      readonly decidedBy?: string;
    } & ReasonInput)
  | { readonly type: 'ReachMilestone'; readonly milestone: string; readonly note?: string }
  | { readonly type: 'DropMilestone'; readonly milestone: string; readonly reason?: string }
  | {
      readonly type: 'LinkMatter';
      readonly kind: MatterLinked['kind'];
      readonly target: string;
      readonly note?: string;
    }
  | { readonly type: 'CloseMatter'; readonly reason?: string }
  | { readonly type: 'ReopenMatter'; readonly reason: string };

/** `bodyExists` and `targetExists` answer for the ids the command names; `seasons` is the body's policy. */
export interface MatterContext extends Context<MatterState> {
  readonly bodyExists: boolean;
  readonly targetExists: boolean;
  readonly seasons?: SeasonBounds;
}

const initial: MatterState = { exists: false, body: '', title: '', phase: 'open', milestones: [], links: [] };

function check(state: MatterState, event: MatterEvent): RuleBreach | undefined {
  if (event.type === 'MatterOpened') return state.exists ? { code: 'alreadyExists' } : undefined;
  if (!state.exists) return { code: 'notFound' };
  if (event.type === 'MatterReopened')
    return state.phase === 'closed' ? undefined : { code: 'notPossibleNow', params: { state: state.phase } };
  if (event.type === 'MatterLinked')
    return state.links.some((link) => link.kind === event.data.kind && link.target === event.data.target)
      ? { code: 'duplicate', pointer: '/target' }
      : undefined;
  if (state.phase === 'closed') return { code: 'notPossibleNow', params: { state: 'closed' } };
  if (event.type === 'MatterClosed') return undefined;
  const milestone = state.milestones.find((known) => known.milestone === event.data.milestone);
  if (event.type === 'MilestonePlanned')
    return milestone ? { code: 'duplicate', pointer: '/milestone' } : undefined;
  if (!milestone) return { code: 'unknownReference', pointer: '/milestone' };
  return milestone.phase === 'planned'
    ? undefined
    : { code: 'notPossibleNow', pointer: '/milestone', params: { state: milestone.phase } };
}

const evolve: Decider<MatterState, MatterCommand, MatterEvent, MatterContext>['evolve'] = (state, event) => {
  switch (event.type) {
    case 'MatterOpened':
      return { ...state, ...event.data, exists: true };
    case 'MilestonePlanned': {
      const { milestone, label, window, form } = event.data;
      const statements = [
        { statedAt: event.statedAt, document: event.source?.document, latest: window.latest },
      ];
      return {
        ...state,
        milestones: [
          ...state.milestones,
          { milestone, label, window, firstWindow: window, form, phase: 'planned', statements },
        ],
      };
    }
    case 'MilestoneMoved': {
      const { to, form } = event.data;
      return withMilestone(state, event.data.milestone, (known) => ({
        ...known,
        window: to,
        form: form ?? known.form,
        statements: [
          ...known.statements,
          { statedAt: event.statedAt, document: event.source?.document, latest: to.latest },
        ],
      }));
    }
    case 'MilestoneReached':
      return withMilestone(state, event.data.milestone, (known) => ({
        ...known,
        phase: 'reached',
        reached: event.occurred,
      }));
    case 'MilestoneDropped':
      return withMilestone(state, event.data.milestone, (known) => ({ ...known, phase: 'dropped' }));
    case 'MatterLinked':
      return { ...state, links: [...state.links, event.data] };
    case 'MatterClosed':
      return { ...state, phase: 'closed' };
    case 'MatterReopened':
      return { ...state, phase: 'open' };
  }
};

function withMilestone(state: MatterState, id: string, change: (known: Milestone) => Milestone): MatterState {
  return {
    ...state,
    milestones: state.milestones.map((known) => (known.milestone === id ? change(known) : known)),
  };
}

function decide(command: MatterCommand, state: MatterState, context: MatterContext): readonly MatterEvent[] {
  refuseEffectiveFrom(context.when);
  const read = (text: string, pointer: string): DueWindow =>
    parseDueWindow(words(text, pointer), { statedAt: context.when.statedAt, seasons: context.seasons });
  switch (command.type) {
    case 'OpenMatter':
      if (!context.bodyExists) refuse('unknownReference', '/body');
      return [
        {
          type: 'MatterOpened',
          data: {
            body: command.body,
            title: words(command.title, '/title'),
            description: optionalWords(command.description, '/description'),
            number: optionalWords(command.number, '/number'),
          },
        },
      ];
    case 'PlanMilestone':
      return [
        {
          type: 'MilestonePlanned',
          data: {
            milestone: command.milestone ?? `m${context.serial.toString()}`,
            label: words(command.label, '/label'),
            window: read(command.date, '/date'),
            form: command.form,
          },
        },
      ];
    case 'MoveMilestone': {
      const known = state.milestones.find((planned) => planned.milestone === command.milestone);
      if (!known)
        return refuse(state.exists ? 'unknownReference' : 'notFound', state.exists ? '/milestone' : '');
      const to = read(command.to, '/to');
      if (sameWindow(known.window, to) && (command.form ?? known.form) === known.form)
        refuse('sameDeadline', '/to');
      return [
        {
          type: 'MilestoneMoved',
          data: {
            milestone: command.milestone,
            from: known.window,
            to,
            form: command.form,
            ...statedReason(command),
            decidedBy: command.decidedBy,
          },
        },
      ];
    }
    case 'ReachMilestone':
      return [
        {
          type: 'MilestoneReached',
          data: { milestone: command.milestone, note: optionalWords(command.note, '/note') },
        },
      ];
    case 'DropMilestone':
      return [
        {
          type: 'MilestoneDropped',
          data: { milestone: command.milestone, reason: optionalWords(command.reason, '/reason') },
        },
      ];
    case 'LinkMatter':
      if (command.kind !== 'document' && (!context.targetExists || command.target === context.id))
        refuse('unknownReference', '/target');
      return [
        {
          type: 'MatterLinked',
          data: {
            kind: command.kind,
            target: words(command.target, '/target'),
            note: optionalWords(command.note, '/note'),
          },
        },
      ];
    case 'CloseMatter':
      return [{ type: 'MatterClosed', data: { reason: optionalWords(command.reason, '/reason') } }];
    case 'ReopenMatter':
      return [{ type: 'MatterReopened', data: { reason: words(command.reason, '/reason') } }];
  }
}

/** Whether two windows promise the same time, whatever their words. An unread one equals only its own words. */
export function sameWindow(a: DueWindow, b: DueWindow): boolean {
  const promise = (window: DueWindow) =>
    [
      window.kind,
      window.boundToMeeting,
      window.earliest,
      window.latest,
      window.dates?.join(),
      window.start,
      window.end,
      window.kind === 'recurring' ? window.offset : undefined,
      window.latest === undefined ? window.original : undefined,
    ].join('|');
  return promise(a) === promise(b);
}

/** Whether the newest day's sources, each by its last word, give different dates: "two sources disagree". */
export function sourcesDisagree(
  statements: readonly {
    readonly statedAt: LocalDate;
    readonly document?: string;
    readonly latest?: LocalDate;
  }[],
): boolean {
  const newest = statements.at(-1)?.statedAt;
  const lastWords = new Map(
    statements
      .filter((said) => said.statedAt === newest && said.document !== undefined)
      .map((said) => [said.document, said.latest]),
  );
  return new Set(lastWords.values()).size > 1;
}

/** Rules of a matter and its timetable. */
export const matter: Decider<MatterState, MatterCommand, MatterEvent, MatterContext> = {
  initial,
  evolve,
  check,
  decide,
};
