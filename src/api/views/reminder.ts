import type { Language } from '../../domain/person/events.js';
import type { RungName } from '../../domain/reminder/events.js';
import type { LetterPhase, LetterState } from '../../domain/reminder/letter.js';
import { kindOfRung, type RungKind } from '../../domain/reminder/policy.js';
import { formatDate } from '../../domain/swedish-dates.js';
import type { Names } from '../../projections/names.js';
import { words } from '../../projections/words.js';
import type { PlannedLetter, PlannedReader } from '../../reminders/planned.js';
import type { Texts } from '../language.js';
import {
  assignmentRef,
  bodyRef,
  maybe,
  meetingRef,
  namedPerson,
  PersonRefView,
  RefView,
  roleRef,
} from './refs.js';
import { ListShown, MaybeShown, Shown, word, WordView } from './shown.js';

export type ReminderStateCode = keyof typeof words.reminderState;

const stateOfPhase: { readonly [P in LetterPhase]: ReminderStateCode } = {
  none: 'planned',
  claimed: 'underWay',
  handedOver: 'underWay',
  accepted: 'accepted',
  refused: 'waiting',
  failed: 'failed',
  lost: 'unknown',
  withdrawn: 'suppressed',
};

/** How a letter stands, as its readers say it. */
export const letterStateView = (
  { phase, kept }: Pick<LetterState, 'phase' | 'kept'>,
  language: Language,
): WordView => word(words.reminderState, kept ? 'kept' : stateOfPhase[phase], language);

const counted = (count: number, [svOne, svMany]: [string, string], [enOne, enMany]: [string, string]) => ({
  sv: `${count.toString()} ${count === 1 ? svOne : svMany}`,
  en: `${count.toString()} ${count === 1 ? enOne : enMany}`,
});

const span = (days: number): Texts =>
  days >= 14 && days % 7 === 0
    ? counted(days / 7, ['vecka', 'veckor'], ['week', 'weeks'])
    : counted(days, ['dag', 'dagar'], ['day', 'days']);

const rungTexts: { readonly [K in RungKind]: (number: number) => Texts } = {
  received: () => ({ sv: 'när uppdraget har getts', en: 'when the assignment has been given' }),
  beforeMeeting: (days) => ({
    sv: `${span(days).sv} före mötet`,
    en: `${span(days).en} before the meeting`,
  }),
  material: () => ({ sv: 'när underlaget ska vara inne', en: 'when material is due' }),
  afterMeeting: (days) =>
    days === 1
      ? { sv: 'dagen efter mötet', en: 'the day after the meeting' }
      : { sv: `${span(days).sv} efter mötet`, en: `${span(days).en} after the meeting` },
  beforeEnd: (days) => {
    const count = counted(days, ['arbetsdag', 'arbetsdagar'], ['working day', 'working days']);
    return days === 0
      ? { sv: 'sista dagen', en: 'on the last day' }
      : { sv: `${count.sv} före sista dagen`, en: `${count.en} before the last day` };
  },
  afterEnd: (days) => ({
    sv: `${counted(days, ['dag', 'dagar'], ['day', 'days']).sv} efter sista dagen`,
    en: `${counted(days, ['dag', 'dagar'], ['day', 'days']).en} after the last day`,
  }),
  now: () => ({ sv: 'begärd för hand', en: 'asked for by hand' }),
};

/** A place on the ladder in words: "6 veckor före mötet". */
export function rungView(rung: RungName, language: Language): WordView {
  const kind = kindOfRung(rung);
  const number = Number(rung.split('-')[1] ?? 0);
  return { code: kind, text: rungTexts[kind](number)[language] };
}

/** Somebody a reminder goes to, or went to. */
export class ReminderReaderView {
  @Shown({ type: PersonRefView })
  readonly person: PersonRefView;

  @Shown({ type: WordView, about: 'Why this person.' })
  readonly capacity: WordView;

  @MaybeShown({ about: 'The letter, once it is begun.', example: '2026-06-10.person-1' })
  readonly letter?: string;

  @MaybeShown({ type: WordView, about: 'How the letter stands.' })
  readonly state?: WordView;
}

/** Something that is to go out, has gone out this week, or does not go out and why. */
export class PlannedReminderView {
  @Shown({ type: WordView, about: 'A reminder to an assignee, or a letter to the secretary or the chair.' })
  readonly kind: WordView;

  @Shown({ about: 'The morning it goes out.', example: '2026-06-10' })
  readonly day: string;

  @Shown({ example: '10 juni 2026' })
  readonly dayText: string;

  @Shown({ type: RefView })
  readonly body: RefView;

  @MaybeShown({ type: RefView, about: 'Of a reminder: what it is about.' })
  readonly assignment?: RefView;

  @MaybeShown({ type: WordView, about: 'Of a reminder: why now.' })
  readonly rung?: WordView;

  @MaybeShown({ type: RefView, about: 'Of a reminder: the responsible role that is asked.' })
  readonly role?: RefView;

  @MaybeShown({ type: RefView, about: 'The meeting it is about.' })
  readonly meeting?: RefView;

  @Shown({ type: WordView, about: '`planned`, `suppressed`, or how far its letters have come.' })
  readonly state: WordView;

  @MaybeShown({ type: WordView, about: 'Why it does not go out.' })
  readonly why?: WordView;

  @Shown({ about: 'Goes out only when there is something new to tell.' })
  readonly onlyWithNews: boolean;

  @ListShown(ReminderReaderView, { about: 'To whom, as people and roles are known now; or to whom it went.' })
  readonly to: readonly ReminderReaderView[];
}

export function plannedReminderView(
  planned: PlannedLetter,
  names: Names,
  language: Language,
): PlannedReminderView {
  const { kind, day, body, assignment, rung, role, meeting, onlyWithNews, to } = planned;
  return {
    kind: word(words.letterKind, kind, language),
    day,
    dayText: formatDate(day, language),
    body: bodyRef(body, names),
    assignment: maybe(assignment, (id) => assignmentRef(id, names)),
    rung: maybe(rung, (name) => rungView(name, language)),
    role: maybe(role, (id) => roleRef(body, id, names)),
    meeting: maybe(meeting, (id) => meetingRef(id, names, language)),
    ...standing(planned, language),
    onlyWithNews,
    to: to.map((reader) => readerView(reader, names, language)),
  };
}

const worst: readonly LetterPhase[] = ['failed', 'refused', 'lost', 'claimed', 'handedOver', 'accepted'];

/** How it stands and why; of several letters, the one that needs a hand most. */
function standing(
  { why, to }: PlannedLetter,
  language: Language,
): Pick<PlannedReminderView, 'state' | 'why'> {
  const suppressed = word(words.reminderState, 'suppressed', language);
  if (why !== undefined) return { state: suppressed, why: word(words.withheld, why, language) };
  const letters = to.flatMap(({ letter, withheld }) => (letter && withheld === undefined ? [letter] : []));
  const phase = worst.find((known) => letters.some((letter) => letter.phase === known));
  const letter = letters.find((known) => known.phase === phase) ?? letters[0];
  if (letter) {
    const reason = letter.phase === 'accepted' ? undefined : letter.why;
    return {
      state: letterStateView(letter, language),
      why: maybe(reason, (code) => word(words.letterWhy, code, language)),
    };
  }
  const left = to.every(({ withheld }) => withheld !== undefined);
  return { state: left ? suppressed : word(words.reminderState, 'planned', language) };
}

const readerView = (
  { person, capacity, letter, withheld }: PlannedReader,
  names: Names,
  language: Language,
): ReminderReaderView => ({
  person: namedPerson(person, names, language),
  capacity: word(words.capacity, capacity, language),
  letter: letter?.id,
  state:
    withheld === undefined
      ? maybe(letter, (known) => letterStateView(known, language))
      : word(words.withheld, withheld, language),
});
