import type { AssignmentEvent } from '../../domain/assignment/events.js';
import type { Recorded } from '../../domain/events.js';
import type { Language } from '../../domain/person/events.js';
import type { LetterEvent, ReminderEvent } from '../../domain/reminder/events.js';
import type { LetterState } from '../../domain/reminder/letter.js';
import type { NoRung } from '../../domain/reminder/plan.js';
import type { ReminderState } from '../../domain/reminder/reminder.js';
import type { Names } from '../../projections/names.js';
import type { ToldItem } from '../../projections/reminders.js';
import { words } from '../../projections/words.js';
import type { PlannedLetter } from '../../reminders/planned.js';
import { letterStateView, PlannedReminderView, plannedReminderView, rungView } from './reminder.js';
import { maybe, namedPerson, PersonRefView, RefView, assignmentRef, bodyRef, roleRef } from './refs.js';
import { ListShown, MaybeShown, Shown, word, WordView } from './shown.js';

/** Something that happened to a letter. */
export class LetterStepView {
  @Shown({ example: '2026-06-10T06:00:00.000Z' })
  readonly at: string;

  @Shown({ type: WordView })
  readonly what: WordView;

  @MaybeShown({ type: WordView, about: 'Why, when it did not go well.' })
  readonly why?: WordView;

  @MaybeShown({ about: 'What the mail server answered.', example: 250 })
  readonly code?: number;
}

/** A letter that says something of the assignment. */
export class LedgerLetterView {
  @Shown({ example: '2026-06-10.person-1' })
  readonly letter: string;

  @Shown({ about: 'The day of the letter.', example: '2026-06-10' })
  readonly day: string;

  @Shown({ type: WordView, about: 'How it stands, as to this assignment.' })
  readonly state: WordView;

  @MaybeShown({ type: WordView, about: 'Why it does not go out, or did not arrive.' })
  readonly why?: WordView;

  @Shown({ type: PersonRefView })
  readonly to: PersonRefView;

  @Shown({ type: WordView, about: 'Why this person.' })
  readonly capacity: WordView;

  @Shown({ type: RefView })
  readonly role: RefView;

  @Shown({ type: WordView, about: 'Why then.' })
  readonly rung: WordView;

  @Shown({ about: 'It is about a deadline that has been moved since.' })
  readonly earlierDeadline: boolean;

  @Shown({ about: 'How many times it was tried.', example: 1 })
  readonly attempts: number;

  @Shown({
    about: 'How many copies may have arrived besides, after tries that nobody knows the end of.',
    example: 0,
  })
  readonly copies: number;

  @MaybeShown({
    about:
      'Proves its wording: the SHA-256 of its plain text (UTF-8, `\\n` between lines), as last handed over.',
  })
  readonly textSha256?: string;

  @Shown({ about: 'Its links about this assignment have been made useless.' })
  readonly linksRevoked: boolean;

  @ListShown(LetterStepView, { about: 'What happened to it, in order.' })
  readonly steps: readonly LetterStepView[];
}

/** Something those responsible have said, by a link in a letter or otherwise. */
export class LedgerAnswerView {
  @Shown({ example: '2026-06-10T07:12:00.000Z' })
  readonly at: string;

  @Shown({ example: '2026-06-10' })
  readonly statedAt: string;

  @Shown({ type: WordView })
  readonly what: WordView;

  @MaybeShown({ type: WordView, about: 'Of a report: how it goes.' })
  readonly status?: WordView;

  @MaybeShown()
  readonly text?: string;

  @Shown({ about: 'It came by a link in a letter.' })
  readonly byLetter: boolean;

  @MaybeShown({ about: 'That letter.', example: '2026-06-10.person-1' })
  readonly letter?: string;
}

/** Something that was changed by hand, or that could not be sent to anybody. */
export class LedgerNoteView {
  @Shown({ example: '2026-06-10T07:12:00.000Z' })
  readonly at: string;

  @Shown({ type: WordView })
  readonly what: WordView;

  @MaybeShown({ type: RefView })
  readonly role?: RefView;

  @MaybeShown({ type: PersonRefView, about: 'Who is reminded instead.' })
  readonly person?: PersonRefView;

  @MaybeShown({ type: WordView, about: 'Of what was not sent: which reminder.' })
  readonly rung?: WordView;

  @MaybeShown({ type: WordView, about: 'Of what was not sent: why.' })
  readonly why?: WordView;

  @MaybeShown({ about: 'Of a pause: the last day of it.', example: '2026-08-16' })
  readonly until?: string;

  @MaybeShown()
  readonly reason?: string;
}

export class PauseView {
  @Shown({ example: '2026-06-10' })
  readonly from: string;

  @MaybeShown({ about: 'The last day; missing: until they are resumed.', example: '2026-08-16' })
  readonly until?: string;
}

export class NamedInsteadView {
  @Shown({ type: RefView })
  readonly role: RefView;

  @Shown({ type: PersonRefView })
  readonly person: PersonRefView;
}

/** The ledger of one assignment. */
export class LedgerView {
  @Shown({ type: RefView })
  readonly assignment: RefView;

  @Shown({ type: RefView })
  readonly body: RefView;

  @Shown({ about: 'The revision that changes of the reminders go by (`If-Match`); -1 before the first one.' })
  readonly revision: number;

  @MaybeShown({ type: PauseView })
  readonly paused?: PauseView;

  @ListShown(NamedInsteadView, { about: 'Who is reminded instead of the holders of a role.' })
  readonly instead: readonly NamedInsteadView[];

  @MaybeShown({ type: WordView, about: 'Why nothing more is planned; missing when something is.' })
  readonly none?: WordView;

  @Shown({ about: 'How many letters about it may have arrived twice.', example: 0 })
  readonly possibleCopies: number;

  @ListShown(PlannedReminderView, { about: 'What is to go out, and what does not and why; by day.' })
  readonly planned: readonly PlannedReminderView[];

  @ListShown(LedgerLetterView, { about: 'What went out, or was begun; by day.' })
  readonly letters: readonly LedgerLetterView[];

  @ListShown(LedgerAnswerView, { about: 'What was answered; in the order it was recorded.' })
  readonly answers: readonly LedgerAnswerView[];

  @ListShown(LedgerNoteView, { about: 'What was changed by hand, and what reached nobody; in order.' })
  readonly notes: readonly LedgerNoteView[];
}

/** What a ledger is made of. */
export interface LedgerSource {
  readonly id: string;
  readonly body: string;
  readonly steering: ReminderState;
  readonly plan: { readonly statement: number; readonly none: NoRung } | undefined;
  readonly planned: readonly PlannedLetter[];
  readonly told: readonly ToldItem[];
  readonly letters: ReadonlyMap<
    string,
    { readonly state: LetterState; readonly events: readonly Recorded<LetterEvent>[] }
  >;
  readonly reminderEvents: readonly Recorded<ReminderEvent>[];
  readonly assignmentEvents: readonly Recorded<AssignmentEvent>[];
}

export function ledgerView(source: LedgerSource, names: Names, language: Language): LedgerView {
  const { id, body, steering, plan, planned, told, letters, reminderEvents, assignmentEvents } = source;
  const comes = planned.some(({ why }) => why === undefined);
  return {
    assignment: assignmentRef(id, names),
    body: bodyRef(body, names),
    revision: reminderEvents.at(-1)?.revision ?? -1,
    paused: steering.paused,
    instead: Object.entries(steering.instead).map(([role, who]) => ({
      role: roleRef(body, role, names),
      person: namedPerson(who, names, language),
    })),
    none: comes || !plan ? undefined : word(words.noRung, plan.none, language),
    possibleCopies: [...letters.values()].filter(({ state }) => state.copies > 0).length,
    planned: planned.map((one) => plannedReminderView(one, names, language)),
    letters: told.flatMap((item) => {
      const found = letters.get(item.letter);
      return found ? [letterView(item, found, source, names, language)] : [];
    }),
    answers: assignmentEvents.flatMap((event) => answerView(event, language)),
    notes: reminderEvents.map((event) => noteView(event, body, names, language)),
  };
}

function letterView(
  { letter, person, item, withheld }: ToldItem,
  { state, events }: { readonly state: LetterState; readonly events: readonly Recorded<LetterEvent>[] },
  { body, plan, steering }: LedgerSource,
  names: Names,
  language: Language,
): LedgerLetterView {
  const steps = events.map((event) => stepView(event, language));
  return {
    letter,
    day: state.day,
    state:
      withheld === null
        ? letterStateView(state, language)
        : word(words.reminderState, 'suppressed', language),
    why:
      withheld === null
        ? steps.findLast(({ why }) => why !== undefined && state.phase !== 'accepted')?.why
        : word(words.withheld, withheld, language),
    to: namedPerson(person, names, language),
    capacity: word(words.capacity, item.capacity, language),
    role: roleRef(body, item.role, names),
    rung: rungView(item.rung, language),
    earlierDeadline: plan !== undefined && plan.statement !== item.statement,
    attempts: state.attempts,
    copies: state.copies,
    textSha256: state.textSha256,
    linksRevoked: steering.revoked.includes(letter),
    steps,
  };
}

function stepView(event: Recorded<LetterEvent>, language: Language): LetterStepView {
  const step = { at: event.recordedAt, what: word(words.event, event.type, language) };
  switch (event.type) {
    case 'LetterAccepted': {
      const { code, kept } = event.data;
      return kept ? { ...step, what: word(words.reminderState, 'kept', language) } : { ...step, code };
    }
    case 'LetterRefused':
      return { ...step, why: word(words.letterWhy, event.data.why, language), code: event.data.code };
    case 'LetterUnknown':
    case 'LetterWithdrawn':
      return { ...step, why: word(words.letterWhy, event.data.why, language) };
    case 'LetterClaimed':
    case 'LetterHandedOver':
      return step;
  }
}

function answerView(event: Recorded<AssignmentEvent>, language: Language): LedgerAnswerView[] {
  const answer = (text?: string, via?: 'mailLink', status?: WordView): LedgerAnswerView[] => [
    {
      at: event.recordedAt,
      statedAt: event.statedAt,
      what: word(words.event, event.type, language),
      status,
      text,
      byLetter: via !== undefined,
      letter: via && event.causationId,
    },
  ];
  if (event.type === 'ProgressReported') {
    const { status, text, via } = event.data;
    return answer(text, via, word(words.progress, status, language));
  }
  if (event.type === 'DeliverableReported')
    return answer(event.data.text, undefined, word(words.deliverableResult, event.data.result, language));
  if (event.type === 'FinalReportSubmitted' || event.type === 'WrongAssigneeReported')
    return answer(event.data.text, event.data.via);
  return event.type === 'AssignmentAcknowledged' ? answer() : [];
}

function noteView(
  event: Recorded<ReminderEvent>,
  body: string,
  names: Names,
  language: Language,
): LedgerNoteView {
  const note = { at: event.recordedAt, what: word(words.event, event.type, language) };
  switch (event.type) {
    case 'RemindersPaused':
      return { ...note, ...event.data };
    case 'RemindersResumed':
    case 'ReminderAskedFor':
    case 'ReminderLinksRevoked':
      return { ...note, reason: event.data.reason };
    case 'ReminderRecipientChanged': {
      const { role, person, reason } = event.data;
      return {
        ...note,
        role: roleRef(body, role, names),
        person: maybe(person, (who) => namedPerson(who, names, language)),
        reason,
      };
    }
    case 'ReminderWithheld':
      return {
        ...note,
        role: roleRef(body, event.data.role, names),
        rung: rungView(event.data.rung, language),
        why: word(words.withheld, event.data.why, language),
      };
  }
}
