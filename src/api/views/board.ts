import type { Language } from '../../domain/person/events.js';
import type { Names } from '../../projections/names.js';
import type { Balance, BoardChange, BoardItem } from '../../projections/board.js';
import type { ExpectedFeedback } from '../../projections/feedback.js';
import { words } from '../../projections/words.js';
import { AsOfView } from './as-of.js';
import { fieldChangeView, FieldChangeView } from './changes.js';
import { bodyRef, maybe, RefView, roleRef } from './refs.js';
import { ListShown, MaybeShown, Shown, word, WordView } from './shown.js';
import { ExpectedView, expectedView, WindowView, windowView } from './window.js';

/** An assignment, or a milestone of a matter, that is waited for. */
export class BoardItemView {
  @Shown({ type: WordView, about: '`assignment` or `milestone`.' })
  readonly kind: WordView;

  @Shown({ about: 'Id of the assignment, or of the matter.', example: 'uppdrag-1' })
  readonly id: string;

  @MaybeShown({ example: 'stallningstagande' })
  readonly milestone?: string;

  @Shown({ type: RefView })
  readonly body: RefView;

  @Shown({ example: 'Återkomma med förslag' })
  readonly title: string;

  @MaybeShown({ about: 'What the milestone is called.', example: 'Ställningstagande' })
  readonly label?: string;

  @Shown({ type: WordView })
  readonly state: WordView;

  @Shown()
  readonly open: boolean;

  @Shown({ type: WindowView })
  readonly window: WindowView;

  @MaybeShown({ type: WindowView, about: 'The first one, when it has moved.' })
  readonly firstWindow?: WindowView;

  @Shown({ example: 1 })
  readonly moves: number;

  @ListShown(RefView)
  readonly responsible: readonly RefView[];

  @MaybeShown({ type: RefView })
  readonly recipient?: RefView;

  @Shown({ example: '2025-11-13' })
  readonly givenOn: string;

  @MaybeShown({ about: 'When those responsible last reported anything.' })
  readonly lastWord?: string;
}

export class FeedbackView extends BoardItemView {
  @MaybeShown({
    type: ExpectedView,
    about: 'At which meeting of the recipient; missing when no body is to hear back.',
  })
  readonly expected?: ExpectedView;

  @Shown({ about: 'The time has passed.' })
  readonly late: boolean;
}

export class BoardChangeView {
  @Shown({ type: WordView, about: '`added`, `removed`, `changed` or `cameAndWent`.' })
  readonly change: WordView;

  @MaybeShown({ type: BoardItemView })
  readonly before?: BoardItemView;

  @MaybeShown({ type: BoardItemView })
  readonly after?: BoardItemView;

  @ListShown(FieldChangeView)
  readonly changes: readonly FieldChangeView[];
}

export class PhaseCountView {
  @Shown({ type: WordView })
  readonly state: WordView;

  @Shown({ example: 3 })
  readonly count: number;
}

export class AgeCountView {
  @Shown({ about: 'Open for at least this many days, up to the next row.', example: 90 })
  readonly fromDays: number;

  @Shown({ example: 2 })
  readonly count: number;
}

export class MilestoneCountView {
  @Shown({ example: 4 })
  readonly planned: number;

  @Shown({ example: 1 })
  readonly late: number;
}

/** What is open, counted: "ärendebalans". */
export class BalanceView {
  @Shown({ example: '2026-03-19' })
  readonly date: string;

  @MaybeShown({ type: AsOfView })
  readonly asOf?: AsOfView;

  @Shown({ example: 12 })
  readonly open: number;

  @ListShown(PhaseCountView)
  readonly byState: readonly PhaseCountView[];

  @ListShown(AgeCountView)
  readonly byAge: readonly AgeCountView[];

  @Shown({ example: 2 })
  readonly late: number;

  @Shown({ about: 'Without any last day.', example: 1 })
  readonly undated: number;

  @MaybeShown({ type: BoardItemView, about: 'The one given first.' })
  readonly oldest?: BoardItemView;

  @Shown({ type: MilestoneCountView })
  readonly milestones: MilestoneCountView;
}

const itemKinds = {
  assignment: words.subject.assignment,
  milestone: { sv: 'delmål', en: 'milestone' },
} as const;
const phases = { ...words.assignmentPhase, ...words.milestonePhase } as const;

const changeWords = {
  added: { sv: 'tillkommet', en: 'added' },
  removed: { sv: 'inte längre öppet', en: 'no longer open' },
  changed: { sv: 'ändrat', en: 'changed' },
  cameAndWent: { sv: 'tillkommet och avslutat däremellan', en: 'came and went in between' },
} as const;

export const boardItemView = (item: BoardItem, names: Names, language: Language): BoardItemView => ({
  kind: word(itemKinds, item.kind, language),
  id: item.id,
  milestone: item.milestone,
  body: bodyRef(item.body, names),
  title: item.title,
  label: item.label,
  state: word(phases, item.phase, language),
  open: item.open,
  window: windowView(item.window, language),
  firstWindow: item.moves > 0 ? windowView(item.firstWindow, language) : undefined,
  moves: item.moves,
  responsible: item.responsible.map((role) => roleRef(item.body, role, names)),
  recipient: maybe(item.recipient, (body) => bodyRef(body, names)),
  givenOn: item.givenOn,
  lastWord: item.lastWord,
});

export const feedbackView = (item: ExpectedFeedback, names: Names, language: Language): FeedbackView => ({
  ...boardItemView(item, names, language),
  expected: item.expected && expectedView(item.expected, language),
  late: item.late,
});

export const boardChangeView = (
  { change, from, to, fields }: BoardChange,
  names: Names,
  language: Language,
): BoardChangeView => ({
  change: word(changeWords, change, language),
  before: from && boardItemView(from, names, language),
  after: to && boardItemView(to, names, language),
  changes: fields.map((field) => fieldChangeView(field, to?.body ?? from?.body ?? '', names, language)),
});

export const balanceView = (
  balance: Balance,
  asOf: AsOfView | undefined,
  names: Names,
  language: Language,
): BalanceView => ({
  date: balance.date,
  asOf,
  open: balance.open,
  byState: Object.entries(balance.byPhase).map(([code, count]) => ({
    state: { code, text: phasesByCode[code]?.[language] ?? code },
    count,
  })),
  byAge: balance.byAge,
  late: balance.late,
  undated: balance.undated,
  oldest: balance.oldest && boardItemView(balance.oldest, names, language),
  milestones: balance.milestones,
});

const phasesByCode: Readonly<Record<string, { readonly sv: string; readonly en: string } | undefined>> =
  phases;
