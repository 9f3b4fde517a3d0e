import { isLate, slipDays } from '../../domain/due-window.js';
import type { MatterState, Milestone } from '../../domain/matter/matter.js';
import { sourcesDisagree } from '../../domain/matter/matter.js';
import type { Language } from '../../domain/person/events.js';
import { formatEdtf } from '../../domain/swedish-dates.js';
import type { LocalDate } from '../../domain/when.js';
import type { Names } from '../../projections/names.js';
import { words } from '../../projections/words.js';
import type { Seen } from '../reads.js';
import { AsOfView, asOfView } from './as-of.js';
import { bodyRef, decisionRef, matterRef, RefView } from './refs.js';
import { ListShown, MaybeShown, Shown, word, WordView } from './shown.js';
import { WindowView, windowView } from './window.js';

export class MilestoneView {
  @Shown({ example: 'stallningstagande' })
  readonly milestone: string;

  @Shown({ example: 'Ställningstagande' })
  readonly label: string;

  @Shown({ type: WindowView })
  readonly window: WindowView;

  @MaybeShown({ type: WindowView, about: 'The first plan, when it has been moved.' })
  readonly firstWindow?: WindowView;

  @MaybeShown({ about: 'Days by which its last day has moved since the first plan.', example: 89 })
  readonly slipDays?: number;

  @MaybeShown({ type: WordView, about: 'How a standpoint is to be taken.' })
  readonly form?: WordView;

  @Shown({ type: WordView })
  readonly state: WordView;

  @MaybeShown({ about: 'When it was reached, as the source says; `null`: it does not say.', type: String })
  readonly reached?: string | null;

  @MaybeShown({ example: '1 september 2026' })
  readonly reachedText?: string;

  @Shown({ about: 'Planned, and the time has passed.' })
  readonly late: boolean;

  @Shown({ about: 'The newest sources give different dates.' })
  readonly sourcesDisagree: boolean;
}

export class LinkView {
  @Shown({ type: WordView })
  readonly kind: WordView;

  @Shown({ example: 'Remissversion 2' })
  readonly target: string;

  @MaybeShown({ type: RefView, about: 'The matter or the decision.' })
  readonly ref?: RefView;

  @MaybeShown()
  readonly note?: string;
}

export class MatterItemView {
  @Shown({ example: 'riktlinje' })
  readonly id: string;

  @Shown({ example: 4 })
  readonly revision: number;

  @Shown({ type: RefView })
  readonly body: RefView;

  @Shown({ example: 'Riktlinje för trygg utskrivning' })
  readonly title: string;

  @MaybeShown({ example: 'SRÄ 2025/17' })
  readonly number?: string;

  @Shown({ type: WordView })
  readonly state: WordView;

  @ListShown(MilestoneView)
  readonly milestones: readonly MilestoneView[];
}

export class MatterView extends MatterItemView {
  @MaybeShown()
  readonly description?: string;

  @ListShown(LinkView)
  readonly links: readonly LinkView[];

  @MaybeShown({ type: AsOfView })
  readonly asOf?: AsOfView;
}

export function milestoneView(
  { milestone, label, window, firstWindow, form, phase, reached, statements }: Milestone,
  today: LocalDate,
  language: Language,
): MilestoneView {
  const moved = statements.length > 1;
  return {
    milestone,
    label,
    window: windowView(window, language),
    firstWindow: moved ? windowView(firstWindow, language) : undefined,
    slipDays: moved ? slipDays(firstWindow, window) : undefined,
    form: form && word(words.meetingKind, form, language),
    state: word(words.milestonePhase, phase, language),
    reached,
    reachedText: reached === undefined ? undefined : formatEdtf(reached, language),
    late: phase === 'planned' && isLate(window, today),
    sourcesDisagree: sourcesDisagree(statements),
  };
}

export const matterItemView = (
  { id, revision, state, today }: Omit<Seen<MatterState>, 'asOf'>,
  names: Names,
  language: Language,
): MatterItemView => ({
  id,
  revision,
  body: bodyRef(state.body, names),
  title: state.title,
  number: state.number,
  state: word(words.matterPhase, state.phase, language),
  milestones: state.milestones.map((milestone) => milestoneView(milestone, today, language)),
});

const linkWords = {
  matter: words.subject.matter,
  decision: words.subject.decision,
  document: { sv: 'dokument', en: 'document' },
} as const;

export const matterView = (seen: Seen<MatterState>, names: Names, language: Language): MatterView => ({
  ...matterItemView(seen, names, language),
  description: seen.state.description,
  links: seen.state.links.map(({ kind, target, note }) => ({
    kind: word(linkWords, kind, language),
    target,
    ref:
      kind === 'matter'
        ? matterRef(target, names)
        : kind === 'decision'
          ? decisionRef(target, names)
          : undefined,
    note,
  })),
  asOf: asOfView(seen.asOf),
});
