import type { PointKind } from '../../domain/decision/events.js';
import {
  decisionPhase,
  type DecisionState,
  inForce,
  type PointState,
  wordingOn,
} from '../../domain/decision/decision.js';
import type { Language } from '../../domain/person/events.js';
import { formatEdtf } from '../../domain/swedish-dates.js';
import type { DecisionRow } from '../../projections/decision-log.js';
import type { Names } from '../../projections/names.js';
import { words } from '../../projections/words.js';
import type { Seen } from '../reads.js';
import { AsOfView, asOfView } from './as-of.js';
import { bodyRef, decisionRef, matterRef, maybe, meetingRef, RefView } from './refs.js';
import { ListShown, MaybeShown, Shown, word, WordView } from './shown.js';

export class EndedView {
  @Shown({ type: WordView })
  readonly how: WordView;

  @Shown({ about: 'From this day; it may lie ahead.', example: '2026-07-01' })
  readonly from: string;

  @MaybeShown({ type: RefView, about: 'By this decision.' })
  readonly by?: RefView;
}

class DecisionHeadView {
  @Shown({ example: 'beslut-1' })
  readonly id: string;

  @Shown({ example: 3 })
  readonly revision: number;

  @Shown({ type: RefView })
  readonly body: RefView;

  @Shown({ example: 'Färdplan för god och nära vård' })
  readonly title: string;

  @MaybeShown({ type: RefView })
  readonly meeting?: RefView;

  @MaybeShown({ example: '5 b' })
  readonly agendaItem?: string;

  @MaybeShown({ type: RefView })
  readonly matter?: RefView;

  @Shown({
    type: String,
    about: 'When it was taken, as the source says; `null`: it does not say.',
    example: '2025-11-13',
  })
  readonly takenOn: string | null;

  @Shown({ example: '13 november 2025' })
  readonly takenOnText: string;

  @Shown({ example: '2025-11-13' })
  readonly statedAt: string;

  @MaybeShown({ about: 'The first day on which it has effect.' })
  readonly effectiveFrom?: string;

  @Shown({ type: WordView })
  readonly state: WordView;

  @Shown({ about: 'It has effect on the day it is read as of.' })
  readonly inForce: boolean;

  @MaybeShown({ type: EndedView })
  readonly ended?: EndedView;

  @Shown({ example: 0 })
  readonly corrections: number;

  @Shown({ example: 0 })
  readonly amendments: number;
}

export class AssignmentCountsView {
  @Shown({ example: 2 })
  readonly open: number;

  @Shown({ about: 'Of the open ones.', example: 1 })
  readonly late: number;

  @Shown({ example: 1 })
  readonly closed: number;
}

export class DecisionItemView extends DecisionHeadView {
  @ListShown(WordView, { about: 'What its points do.' })
  readonly kinds: readonly WordView[];

  @Shown({ example: 2 })
  readonly points: number;

  @Shown({ about: 'What came of it.', type: AssignmentCountsView })
  readonly assignments: AssignmentCountsView;
}

export class PointView {
  @Shown({ example: 2 })
  readonly number: number;

  @ListShown(WordView)
  readonly kinds: readonly WordView[];

  @Shown({ example: 'ger i uppdrag att återkomma med förslag' })
  readonly text: string;

  @Shown({ about: 'Marked: nothing needs to follow.' })
  readonly noActionNeeded: boolean;
}

/** Words that take effect later. */
export class ComingWordsView {
  @Shown({ example: '2026-07-01' })
  readonly from: string;

  @Shown()
  readonly title: string;

  @ListShown(PointView)
  readonly points: readonly PointView[];
}

export class DecisionView extends DecisionHeadView {
  @ListShown(PointView)
  readonly points: readonly PointView[];

  @ListShown(ComingWordsView, { about: 'Amendments that are decided and do not yet have effect.' })
  readonly coming: readonly ComingWordsView[];

  @ListShown(String, { about: 'To whom it was sent.' })
  readonly dispatchedTo: readonly string[];

  @MaybeShown({ type: AsOfView })
  readonly asOf?: AsOfView;
}

const kindsView = (kinds: readonly PointKind[], language: Language) =>
  kinds.map((kind) => word(words.pointKind, kind, language));

const endedView = (ended: DecisionState['ended'], names: Names, language: Language): EndedView | undefined =>
  ended && {
    how: word(words.decisionPhase, ended.how, language),
    from: ended.from,
    by: maybe(ended.by, (id) => decisionRef(id, names)),
  };

export const decisionItemView = (row: DecisionRow, names: Names, language: Language): DecisionItemView => ({
  id: row.id,
  revision: row.revision,
  body: bodyRef(row.body, names),
  title: row.title,
  meeting: maybe(row.meeting, (id) => meetingRef(id, names, language)),
  agendaItem: row.agendaItem,
  matter: maybe(row.matter, (id) => matterRef(id, names)),
  takenOn: row.takenOn,
  takenOnText: formatEdtf(row.takenOn, language),
  statedAt: row.statedAt,
  effectiveFrom: row.effectiveFrom,
  state: word(words.decisionPhase, row.phase, language),
  inForce: row.inForce,
  ended: endedView(row.ended, names, language),
  corrections: row.corrections,
  amendments: row.amendments,
  kinds: kindsView(row.kinds, language),
  points: row.points,
  assignments: row.assignments,
});

const pointsView = (points: readonly PointState[], language: Language): PointView[] =>
  points.map(({ number, kinds, text, noActionNeeded }) => ({
    number,
    kinds: kindsView(kinds, language),
    text,
    noActionNeeded,
  }));

export function decisionView(
  { id, revision, state, today, asOf }: Seen<DecisionState>,
  names: Names,
  language: Language,
): DecisionView {
  const now = wordingOn(state, today);
  const ahead = [
    ...new Set(state.changes.flatMap(({ from }) => (from !== undefined && from > today ? [from] : []))),
  ].sort();
  return {
    id,
    revision,
    body: bodyRef(state.body, names),
    title: now.title,
    meeting: maybe(state.meeting, (meeting) => meetingRef(meeting, names, language)),
    agendaItem: state.agendaItem,
    matter: maybe(state.matter, (matter) => matterRef(matter, names)),
    takenOn: state.takenOn,
    takenOnText: formatEdtf(state.takenOn, language),
    statedAt: state.statedAt,
    effectiveFrom: state.effectiveFrom,
    state: word(words.decisionPhase, decisionPhase(state, today), language),
    inForce: inForce(state, today),
    ended: endedView(state.ended, names, language),
    corrections: state.corrections,
    amendments: state.amendments,
    points: pointsView(now.points, language),
    coming: ahead.map((from) => {
      const then = wordingOn(state, from);
      return { from, title: then.title, points: pointsView(then.points, language) };
    }),
    dispatchedTo: state.dispatchedTo,
    asOf: asOfView(asOf),
  };
}
