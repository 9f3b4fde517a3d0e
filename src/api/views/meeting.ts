import type { Language } from '../../domain/person/events.js';
import { formatDate } from '../../domain/swedish-dates.js';
import type { MeetingState } from '../../domain/meeting/meeting.js';
import type { PersonName } from '../../projections/directory.js';
import type { Names } from '../../projections/names.js';
import { words } from '../../projections/words.js';
import type { Seen } from '../reads.js';
import { AsOfView, asOfView } from './as-of.js';
import { bodyRef, maybe, meetingRef, personRef, PersonRefView, RefView } from './refs.js';
import { ListShown, MaybeShown, Shown, word, WordView } from './shown.js';

export class MeetingItemView {
  @Shown({ example: 'mote-juni' })
  readonly id: string;

  @Shown({ example: 2 })
  readonly revision: number;

  @Shown({ type: RefView })
  readonly body: RefView;

  @Shown({ type: WordView })
  readonly kind: WordView;

  @Shown({ example: '2026-06-04' })
  readonly date: string;

  @Shown({ example: '4 juni 2026' })
  readonly dateText: string;

  @MaybeShown({ example: '13:00' })
  readonly start?: string;

  @MaybeShown({ example: '16:30' })
  readonly end?: string;

  @MaybeShown({ example: 'Älvsalen, Östersele' })
  readonly place?: string;

  @MaybeShown({ example: 'Möte 2 2026' })
  readonly title?: string;

  @Shown({ type: WordView })
  readonly state: WordView;

  @Shown()
  readonly notesApproved: boolean;
}

export class UncoveredPointView {
  @Shown({ example: 'beslut-1' })
  readonly decision: string;

  @Shown({ example: 'Färdplan för god och nära vård' })
  readonly title: string;

  @Shown({ example: 2 })
  readonly point: number;
}

/** How much of what a meeting decided is followed up. */
export class CoverageView {
  @Shown({ about: 'Points of its confirmed decisions.', example: 4 })
  readonly points: number;

  @Shown({ about: 'Those that are followed up, or need not be.', example: 3 })
  readonly covered: number;

  @Shown({ about: 'Followed up by an assignment.', example: 1 })
  readonly tracked: number;

  @Shown({ about: 'Marked as needing no action.', example: 1 })
  readonly marked: number;

  @Shown({ about: 'Nothing but noted.', example: 1 })
  readonly noted: number;

  @ListShown(UncoveredPointView, { about: 'What is left.' })
  readonly uncovered: readonly UncoveredPointView[];
}

export class MeetingView extends MeetingItemView {
  @MaybeShown({ about: 'Per capsulam: the last day to answer.' })
  readonly replyBy?: string;

  @MaybeShown({ about: 'Per capsulam: how it ended.' })
  readonly outcome?: string;

  @MaybeShown({ type: RefView, about: 'Per capsulam: the meeting it was reported to.' })
  readonly reportedTo?: RefView;

  @ListShown(PersonRefView)
  readonly present: readonly PersonRefView[];

  @ListShown(PersonRefView)
  readonly absent: readonly PersonRefView[];

  @Shown({ type: CoverageView })
  readonly coverage: CoverageView;

  @MaybeShown({ type: AsOfView })
  readonly asOf?: AsOfView;
}

export const meetingItemView = (
  { id, revision, state }: Pick<Seen<MeetingState>, 'id' | 'revision' | 'state'>,
  names: Names,
  language: Language,
): MeetingItemView => ({
  id,
  revision,
  body: bodyRef(state.body, names),
  kind: word(words.meetingKind, state.kind, language),
  date: state.date,
  dateText: formatDate(state.date, language),
  start: state.start,
  end: state.end,
  place: state.place,
  title: state.title,
  state: word(words.meetingPhase, state.phase, language),
  notesApproved: state.notesApproved,
});

export const meetingView = (
  seen: Seen<MeetingState>,
  coverage: CoverageView,
  persons: ReadonlyMap<string, PersonName>,
  names: Names,
  language: Language,
): MeetingView => ({
  ...meetingItemView(seen, names, language),
  replyBy: seen.state.replyBy,
  outcome: seen.state.outcome,
  reportedTo: maybe(seen.state.reportedTo, (id) => meetingRef(id, names, language)),
  present: seen.state.present.map((id) => personRef(id, persons, language)),
  absent: seen.state.absent.map((id) => personRef(id, persons, language)),
  coverage,
  asOf: asOfView(seen.asOf),
});
