import type { AssignmentState } from '../../domain/assignment/assignment.js';
import type { Language } from '../../domain/person/events.js';
import { formatDate } from '../../domain/swedish-dates.js';
import type { LocalDate } from '../../domain/when.js';
import type { Axis, Comparison, ReplayStep } from '../../projections/as-of.js';
import type { Names } from '../../projections/names.js';
import { words } from '../../projections/words.js';
import { fieldChangeView, FieldChangeView } from './changes.js';
import { FactView, factView } from './fact.js';
import { RefView, roleRef } from './refs.js';
import { ListShown, MaybeShown, Shown, word, WordView } from './shown.js';
import { WindowView, windowView } from './window.js';

/** How an assignment stood, in short. */
export class StandingView {
  @Shown({ example: 'Återkomma med förslag' })
  readonly title: string;

  @Shown({ type: WordView })
  readonly kind: WordView;

  @Shown({ type: WordView })
  readonly state: WordView;

  @ListShown(RefView)
  readonly responsible: readonly RefView[];

  @Shown({ type: WindowView })
  readonly deadline: WindowView;

  @Shown()
  readonly moves: number;

  @MaybeShown({ type: WordView })
  readonly outcome?: WordView;
}

export class ReplayStepView {
  @Shown({ type: FactView })
  readonly fact: FactView;

  @Shown({ type: StandingView, about: 'How it stood after the fact.' })
  readonly after: StandingView;

  @ListShown(FieldChangeView)
  readonly changes: readonly FieldChangeView[];
}

export class ReplayView {
  @ListShown(ReplayStepView)
  readonly steps: readonly ReplayStepView[];
}

export class ComparisonView {
  @Shown({ type: String, example: 'statedBy' })
  readonly axis: Axis;

  @Shown({ example: '2026-03-01' })
  readonly from: string;

  @Shown({ example: '1 mars 2026' })
  readonly fromText: string;

  @Shown({ example: '2026-06-05' })
  readonly to: string;

  @Shown({ example: '5 juni 2026' })
  readonly toText: string;

  @MaybeShown({ type: StandingView, about: 'How it stood on the first date; missing when it did not exist.' })
  readonly before?: StandingView;

  @MaybeShown({ type: StandingView, about: 'How it stood on the second date.' })
  readonly after?: StandingView;

  @ListShown(FieldChangeView)
  readonly changes: readonly FieldChangeView[];
}

const standingView = (state: AssignmentState, names: Names, language: Language): StandingView => ({
  title: state.title,
  kind: word(words.assignmentKind, state.kind, language),
  state: word(words.assignmentPhase, state.phase, language),
  responsible: state.responsible.map((role) => roleRef(state.body, role, names)),
  deadline: windowView(state.deadline, language),
  moves: state.moves,
  outcome: state.outcome && word(words.outcome, state.outcome, language),
});

export const replayView = (
  steps: readonly ReplayStep<'assignment'>[],
  names: Names,
  language: Language,
  timeZone: string,
): ReplayView => ({
  steps: steps.map(({ event, state, changes }) => ({
    fact: factView(event, names, language, timeZone),
    after: standingView(state, names, language),
    changes: changes.map((change) => fieldChangeView(change, state.body, names, language)),
  })),
});

export const comparisonView = (
  asked: { readonly axis: Axis; readonly from: string; readonly to: LocalDate },
  { from, to, changes }: Comparison<'assignment'>,
  names: Names,
  language: Language,
): ComparisonView => ({
  ...asked,
  fromText: formatDate(asked.from, language),
  toText: formatDate(asked.to, language),
  before: from && standingView(from, names, language),
  after: to && standingView(to, names, language),
  changes: changes.map((change) => fieldChangeView(change, to?.body ?? from?.body ?? '', names, language)),
});
