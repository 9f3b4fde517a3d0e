import type { Language } from '../../domain/person/events.js';
import type { LocalDate } from '../../domain/when.js';
import { decisionPhase } from '../../domain/decision/decision.js';
import type {
  DecisionHistory,
  HistoryEntry,
  RelatedAssignment,
  RelatedDecision,
} from '../../projections/history.js';
import type { Names } from '../../projections/names.js';
import { words } from '../../projections/words.js';
import type { Texts } from '../language.js';
import { AsOfView } from './as-of.js';
import { AssignmentItemView, assignmentItemView } from './assignment.js';
import { DecisionView, decisionView } from './decision.js';
import { FactView, factView } from './fact.js';
import { ListShown, MaybeShown, Shown, word, WordView } from './shown.js';

/** A fact in a history: what its subject is to the decision, and what it says. */
export class HistoryEntryView extends FactView {
  @Shown({ type: WordView, about: 'What its subject is to the decision.' })
  readonly relation: WordView;

  @Shown({ type: Object, about: 'What the fact says, for programs.' })
  readonly data: unknown;
}

export class RelatedDecisionView {
  @Shown({ example: 'beslut-nytt' })
  readonly id: string;

  @Shown({ example: 'Ny överenskommelse' })
  readonly title: string;

  @Shown({ type: WordView })
  readonly state: WordView;
}

export class RelatedAssignmentView extends AssignmentItemView {
  @Shown({ type: WordView, about: 'What it is to the decision.' })
  readonly relation: WordView;
}

/** Everything that came of a decision, in time order. */
export class HistoryView {
  @Shown({ type: DecisionView })
  readonly decision: DecisionView;

  @ListShown(RelatedDecisionView, { about: 'What it replaces, nearest first.' })
  readonly replaces: readonly RelatedDecisionView[];

  @ListShown(RelatedDecisionView, { about: 'What has replaced it.' })
  readonly replacedBy: readonly RelatedDecisionView[];

  @ListShown(RelatedDecisionView, { about: 'What it amended or revoked.' })
  readonly changed: readonly RelatedDecisionView[];

  @ListShown(RelatedAssignmentView, { about: 'Every assignment that came of it, and their successors.' })
  readonly assignments: readonly RelatedAssignmentView[];

  @ListShown(HistoryEntryView)
  readonly entries: readonly HistoryEntryView[];

  @Shown({ about: '`false`: so much hangs together that the farthest was left out.' })
  readonly complete: boolean;

  @MaybeShown({ type: AsOfView })
  readonly asOf?: AsOfView;
}

const relationWords: { readonly [R in HistoryEntry['relation']]: Texts } = {
  self: { sv: 'beslutet', en: 'the decision' },
  predecessor: { sv: 'tidigare beslut', en: 'earlier decision' },
  successor: { sv: 'senare beslut', en: 'later decision' },
  changed: { sv: 'ändrat beslut', en: 'changed decision' },
  assignment: { sv: 'uppdrag ur beslutet', en: 'assignment from the decision' },
  earlierAssignment: { sv: 'tidigare uppdrag', en: 'earlier assignment' },
  laterAssignment: { sv: 'uppdrag som tagit över', en: 'assignment that took over' },
  matter: { sv: 'ärendet', en: 'the matter' },
};

interface Reading {
  readonly names: Names;
  readonly language: Language;
  readonly timeZone: string;
  readonly today: LocalDate;
  readonly asOf?: AsOfView;
}

export function historyView(history: DecisionHistory, reading: Reading): HistoryView {
  const { names, language, today, asOf } = reading;
  const { id, revision, state, complete } = history;
  const related = (decisions: readonly RelatedDecision[]): RelatedDecisionView[] =>
    decisions.map((found) => ({
      id: found.id,
      title: found.title,
      state: word(words.decisionPhase, decisionPhase(found.state, today), language),
    }));
  return {
    decision: decisionView({ id, revision, state, today }, names, language),
    replaces: related(history.replaces),
    replacedBy: related(history.replacedBy),
    changed: related(history.changed),
    assignments: history.assignments.map((found) => relatedAssignmentView(found, reading)),
    entries: history.entries.map((entry) => entryView(entry, reading)),
    complete,
    asOf,
  };
}

const relatedAssignmentView = (
  { relation, ...found }: RelatedAssignment,
  { names, language, today }: Reading,
): RelatedAssignmentView => ({
  ...assignmentItemView({ ...found, today }, names, language),
  relation: word(relationWords, relation, language),
});

const entryView = (
  { event, relation, title, line }: HistoryEntry,
  { names, language, timeZone }: Reading,
): HistoryEntryView => {
  const fact = factView(event, names, language, timeZone);
  return {
    ...fact,
    subject: { ...fact.subject, title },
    line: line[language],
    relation: word(relationWords, relation, language),
    data: event.data,
  };
};
