import type { Context, Decider, RuleBreach } from '../decider.js';
import type { Recorded } from '../events.js';
import { refuseEffectiveFrom } from '../fact-dates.js';
import type { MeetingState } from '../meeting/meeting.js';
import { optionalWords, refuse, words } from '../refusal.js';
import { type Edtf, edtfBounds, type LocalDate } from '../when.js';
import type { DecisionChanged, DecisionEvent, DecisionPoint, PointKind } from './events.js';

export interface PointState extends DecisionPoint {
  /** Marked "ingen åtgärd": nothing needs to follow from it. */
  readonly noActionNeeded: boolean;
}

/** `recorded` until the notes are approved. What ends a decision may lie ahead: see {@link inForce}. */
export type DecisionPhase = 'recorded' | 'confirmed' | 'superseded' | 'revoked';

/** The words of a decision. */
export interface Wording {
  readonly title: string;
  readonly points: readonly PointState[];
}

/** `title` and `points` are the newest words, also when they take effect later: see {@link wordingOn}. */
export interface DecisionState extends Wording {
  readonly exists: boolean;
  readonly body: string;
  readonly meeting?: string;
  readonly agendaItem?: string;
  readonly matter?: string;
  readonly takenOn: Edtf | null;
  readonly statedAt: LocalDate;
  readonly effectiveFrom?: LocalDate;
  readonly confirmed: boolean;
  readonly corrections: number;
  readonly amendments: number;
  /** The words as first recorded, and what has changed them in the order it was stated. */
  readonly first: Wording;
  readonly changes: readonly { readonly from?: LocalDate; readonly change: DecisionChanged }[];
  /** What ended it, and from which day; undefined while nothing has. */
  readonly ended?: { readonly how: 'superseded' | 'revoked'; readonly from: LocalDate; readonly by?: string };
  readonly dispatchedTo: readonly string[];
}

interface PointInput {
  readonly kinds: readonly PointKind[];
  readonly text: string;
}

interface ChangeInput {
  readonly reason: string;
  readonly title?: string;
  readonly points?: readonly (PointInput & { readonly number: number })[];
}

export type DecisionCommand =
  | {
      readonly type: 'RecordDecision';
      readonly body: string;
      readonly title: string;
      readonly points: readonly PointInput[];
      readonly meeting?: string;
      readonly agendaItem?: string;
      readonly matter?: string;
    }
  | { readonly type: 'MarkNoActionNeeded'; readonly point: number; readonly reason?: string }
  | { readonly type: 'ConfirmDecision'; readonly meeting?: string }
  | ({ readonly type: 'CorrectDecision' } & ChangeInput)
  | ({ readonly type: 'AmendDecision'; readonly by?: string } & ChangeInput)
  | { readonly type: 'SupersedeDecision'; readonly by: string; readonly reason?: string }
  | { readonly type: 'RevokeDecision'; readonly reason: string; readonly by?: string }
  | { readonly type: 'DispatchDecision'; readonly to: readonly string[] };

/**
 * What lies outside the stream: the meeting a decision was taken at or is confirmed by, and `successors`, the decisions
 * that follow from the one named in `by`: itself, what superseded it, and so on.
 */
export interface DecisionContext extends Context<DecisionState> {
  readonly bodyExists: boolean;
  readonly matterExists: boolean;
  readonly meeting?: MeetingState;
  readonly successors: readonly { readonly id: string; readonly state: DecisionState }[];
}

const initial: DecisionState = {
  exists: false,
  body: '',
  title: '',
  points: [],
  takenOn: null,
  statedAt: '',
  confirmed: false,
  corrections: 0,
  amendments: 0,
  first: { title: '', points: [] },
  changes: [],
  dispatchedTo: [],
};

function check(state: DecisionState, event: DecisionEvent): RuleBreach | undefined {
  if (event.type === 'DecisionRecorded') return state.exists ? { code: 'alreadyExists' } : undefined;
  if (!state.exists) return { code: 'notFound' };
  if (state.ended && event.type !== 'DecisionCorrected' && event.type !== 'DecisionDispatched')
    return { code: 'notPossibleNow', params: { state: state.ended.how } };
  switch (event.type) {
    case 'PointMarkedNoActionNeeded': {
      const point = state.points.find((known) => known.number === event.data.point);
      if (!point) return { code: 'unknownReference', pointer: '/point' };
      if (point.kinds.includes('assigned')) return { code: 'pointGivesAssignment', pointer: '/point' };
      return point.noActionNeeded ? { code: 'duplicate', pointer: '/point' } : undefined;
    }
    case 'DecisionConfirmed':
      return state.confirmed ? { code: 'notPossibleNow', params: { state: 'confirmed' } } : undefined;
    case 'DecisionAmended':
      return state.confirmed ? misplacedPoint(state, event.data) : unconfirmed;
    case 'DecisionSuperseded':
    case 'DecisionRevoked':
      return state.confirmed ? undefined : unconfirmed;
    case 'DecisionCorrected':
      return misplacedPoint(state, event.data);
    case 'DecisionDispatched':
      return undefined;
  }
}

const unconfirmed: RuleBreach = { code: 'notPossibleNow', params: { state: 'recorded' } };

/** A point that is changed must stand; one that is new must not, and takes the next number. */
function misplacedPoint(state: DecisionState, change: DecisionChanged): RuleBreach | undefined {
  let next = state.points.length + 1;
  for (const [at, { number, from }] of change.points.entries()) {
    const stands = number < next;
    const pointer = `/points/${at.toString()}/number`;
    if (from ? !stands : number > next) return { code: 'unknownReference', pointer };
    if (!from && stands) return { code: 'duplicate', pointer };
    if (!from) next += 1;
  }
  return undefined;
}

function evolve(state: DecisionState, event: Recorded<DecisionEvent>): DecisionState {
  switch (event.type) {
    case 'DecisionRecorded': {
      const points = event.data.points.map((point) => ({ ...point, noActionNeeded: false }));
      return {
        ...state,
        ...event.data,
        exists: true,
        points,
        first: { title: event.data.title, points },
        takenOn: event.occurred,
        statedAt: event.statedAt,
        effectiveFrom: event.effectiveFrom,
      };
    }
    case 'PointMarkedNoActionNeeded':
      return {
        ...state,
        points: state.points.map((point) =>
          point.number === event.data.point ? { ...point, noActionNeeded: true } : point,
        ),
      };
    case 'DecisionConfirmed':
      return { ...state, confirmed: true };
    case 'DecisionCorrected':
      return { ...changed(state, event.data), corrections: state.corrections + 1 };
    case 'DecisionAmended':
      return {
        ...changed(state, event.data, event.data.effectiveFrom ? undefined : event.effectiveFrom),
        amendments: state.amendments + 1,
      };
    case 'DecisionSuperseded':
    case 'DecisionRevoked':
      return {
        ...state,
        ended: {
          how: event.type === 'DecisionSuperseded' ? 'superseded' : 'revoked',
          from: event.effectiveFrom ?? event.statedAt,
          by: event.data.by,
        },
      };
    case 'DecisionDispatched':
      return { ...state, dispatchedTo: [...state.dispatchedTo, ...event.data.to] };
  }
}

function changed(state: DecisionState, change: DecisionChanged, from?: LocalDate): DecisionState {
  return {
    ...state,
    ...reworded(state, change),
    effectiveFrom: change.effectiveFrom?.to ?? state.effectiveFrom,
    changes: [...state.changes, { from, change }],
  };
}

function reworded(stood: Wording, change: DecisionChanged): Wording {
  const kept = stood.points.filter(
    (point) => !change.points.some((changed) => changed.number === point.number),
  );
  const now = change.points.map(({ to }) => ({
    ...to,
    noActionNeeded:
      !to.kinds.includes('assigned') &&
      stood.points.some((point) => point.number === to.number && point.noActionNeeded),
  }));
  return {
    title: change.title?.to ?? stood.title,
    points: [...kept, ...now].sort((a, b) => a.number - b.number),
  };
}

function decide(
  command: DecisionCommand,
  state: DecisionState,
  context: DecisionContext,
): readonly DecisionEvent[] {
  const { when } = context;
  switch (command.type) {
    case 'RecordDecision': {
      if (!context.bodyExists) refuse('unknownReference', '/body');
      if (command.matter !== undefined && !context.matterExists) refuse('unknownReference', '/matter');
      if (command.meeting !== undefined) {
        if (context.meeting?.body !== command.body) refuse('unknownReference', '/meeting');
        refuseUnlessMet(context, '/meeting');
      }
      refuseEffectBeforeDecision(when.occurred, when.effectiveFrom);
      if (command.points.length === 0) refuse('emptyText', '/points');
      return [
        {
          type: 'DecisionRecorded',
          data: {
            body: command.body,
            title: words(command.title, '/title'),
            points: command.points.map((point, at) => ({
              number: at + 1,
              ...readPoint(point, `/points/${at.toString()}`),
            })),
            meeting: command.meeting,
            agendaItem: command.agendaItem,
            matter: command.matter,
          },
        },
      ];
    }
    case 'MarkNoActionNeeded':
      refuseEffectiveFrom(when);
      return [
        {
          type: 'PointMarkedNoActionNeeded',
          data: { point: command.point, reason: optionalWords(command.reason, '/reason') },
        },
      ];
    case 'ConfirmDecision':
      refuseEffectiveFrom(when);
      if (command.meeting !== undefined) refuseUnlessMet(context, '/meeting');
      return [{ type: 'DecisionConfirmed', data: { meeting: command.meeting } }];
    case 'CorrectDecision':
      return [{ type: 'DecisionCorrected', data: readChange(command, state, context) }];
    case 'AmendDecision': {
      if (command.by !== undefined) followingDecision(state, context);
      const change = readChange(command, state, context);
      const reworded = change.title !== undefined || change.points.length > 0;
      return [
        {
          type: 'DecisionAmended',
          data: {
            ...change,
            effectiveFrom: reworded ? undefined : change.effectiveFrom,
            by: command.by,
          },
        },
      ];
    }
    case 'SupersedeDecision': {
      refuseEffectBeforeDecision(state.takenOn, when.effectiveFrom);
      const { effectiveFrom } = followingDecision(state, context);
      if (effectiveFrom !== undefined && (when.effectiveFrom ?? when.statedAt) < effectiveFrom)
        refuse('successorNotInForce', '/effectiveFrom', { effectiveFrom });
      return [
        {
          type: 'DecisionSuperseded',
          data: { by: command.by, reason: optionalWords(command.reason, '/reason') },
        },
      ];
    }
    case 'RevokeDecision':
      refuseEffectBeforeDecision(state.takenOn, when.effectiveFrom);
      if (command.by !== undefined) followingDecision(state, context);
      return [
        { type: 'DecisionRevoked', data: { reason: words(command.reason, '/reason'), by: command.by } },
      ];
    case 'DispatchDecision':
      refuseEffectiveFrom(when);
      if (command.to.length === 0) refuse('emptyText', '/to');
      return [
        {
          type: 'DecisionDispatched',
          data: { to: command.to.map((to, at) => words(to, `/to/${at.toString()}`)) },
        },
      ];
  }
}

function readPoint(point: PointInput, pointer: string): PointInput {
  if (point.kinds.length === 0) refuse('emptyText', `${pointer}/kinds`);
  if (new Set(point.kinds).size !== point.kinds.length) refuse('duplicate', `${pointer}/kinds`);
  return { kinds: point.kinds, text: words(point.text, `${pointer}/text`) };
}

function readChange(command: ChangeInput, state: DecisionState, context: DecisionContext): DecisionChanged {
  const { effectiveFrom } = context.when;
  refuseEffectBeforeDecision(state.takenOn, effectiveFrom);
  const title =
    command.title === undefined || command.title.trim() === state.title
      ? undefined
      : { from: state.title, to: words(command.title, '/title') };
  const points = (command.points ?? [])
    .map((point, at, all) => {
      if (all.findIndex((other) => other.number === point.number) !== at)
        refuse('duplicate', `/points/${at.toString()}/number`);
      const stood = state.points.find((known) => known.number === point.number);
      return {
        number: point.number,
        from: stood && { number: stood.number, kinds: stood.kinds, text: stood.text },
        to: { number: point.number, ...readPoint(point, `/points/${at.toString()}`) },
      };
    })
    .filter(({ from, to }) => from?.text !== to.text || from.kinds.join() !== to.kinds.join());
  const effect =
    effectiveFrom === undefined || effectiveFrom === state.effectiveFrom
      ? undefined
      : { from: state.effectiveFrom, to: effectiveFrom };
  if (state.exists && !title && points.length === 0 && !effect) refuse('unchanged');
  return { reason: words(command.reason, '/reason'), title, points, effectiveFrom: effect };
}

function refuseEffectBeforeDecision(takenOn: Edtf | null, effectiveFrom: LocalDate | undefined): void {
  if (effectiveFrom !== undefined && takenOn !== null && effectiveFrom < edtfBounds(takenOn).earliest)
    refuse('effectiveBeforeDecided', '/effectiveFrom');
}

/** The meeting has taken place by the day the fact is told. */
function refuseUnlessMet({ meeting, when }: DecisionContext, pointer: string): void {
  if (!meeting?.exists) return refuse('unknownReference', pointer);
  if (meeting.phase === 'cancelled') refuse('notPossibleNow', pointer, { state: 'cancelled' });
  if (when.statedAt < meeting.date) refuse('plannedIsNotDone', pointer, { planned: meeting.date });
}

/** The decision named in `by`: another one, taken no earlier than this one and no later than it is told. */
function followingDecision(state: DecisionState, { id, successors, when }: DecisionContext): DecisionState {
  const [successor] = successors;
  if (!successor) return refuse('unknownReference', '/by');
  if (successors.some((following) => following.id === id)) refuse('supersessionLoop', '/by');
  const bounds = (taken: DecisionState) => (taken.takenOn === null ? undefined : edtfBounds(taken.takenOn));
  const latest = bounds(successor.state)?.latest ?? successor.state.statedAt;
  if (latest < (bounds(state)?.earliest ?? '')) refuse('supersededByEarlier', '/by');
  const taken = bounds(successor.state)?.earliest ?? '';
  if (when.statedAt < taken) refuse('plannedIsNotDone', '/by', { planned: taken });
  return successor.state;
}

/** Where a decision stands on a day: an ending that takes effect later has not happened yet. */
export function decisionPhase(state: DecisionState, today: LocalDate): DecisionPhase {
  if (state.ended && state.ended.from <= today) return state.ended.how;
  return state.confirmed ? 'confirmed' : 'recorded';
}

/** The words that hold on a day: an amendment that takes effect later has changed nothing yet. */
export function wordingOn(state: DecisionState, today: LocalDate): Wording {
  const marked = new Set(state.points.filter((point) => point.noActionNeeded).map((point) => point.number));
  const { title, points } = state.changes
    .filter(({ from }) => from === undefined || from <= today)
    .reduce((wording, { change }) => reworded(wording, change), state.first);
  return {
    title,
    points: points.map((point) => ({ ...point, noActionNeeded: marked.has(point.number) })),
  };
}

/** Whether a decision has effect on a day: confirmed or not, it has from `effectiveFrom` (if any) until it is ended. */
export function inForce(state: DecisionState, today: LocalDate): boolean {
  return (
    state.exists &&
    (state.effectiveFrom === undefined || state.effectiveFrom <= today) &&
    !(state.ended && state.ended.from <= today)
  );
}

/** Rules of a decision and of the four facts that change what holds. */
export const decision: Decider<DecisionState, DecisionCommand, DecisionEvent, DecisionContext> = {
  initial,
  evolve,
  check,
  decide,
};
