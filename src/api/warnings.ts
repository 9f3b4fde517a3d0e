import { Inject, Injectable } from '@nestjs/common';
import { assignment } from '../domain/assignment/assignment.js';
import { fold } from '../domain/decider.js';
import type { DueWindow } from '../domain/due-window.js';
import { type EventType, isEventOf } from '../domain/events.js';
import { deadlineStatedOn, expectedMeeting, type PlannedMeeting } from '../domain/expected-meeting.js';
import type { Language } from '../domain/person/events.js';
import { formatWindow } from '../domain/swedish-dates.js';
import type { LocalDate } from '../domain/when.js';
import type { Executed } from '../event-store/run-decider.js';
import { words } from '../projections/words.js';
import { fill, type Texts } from './language.js';
import { Lookups } from './lookups.js';
import { type ApiParts, PARTS } from './parts.js';
import type { WarningView } from './written.js';

export type WarningCode =
  | 'expectedAtNoMeeting'
  | 'deadlineUndated'
  | 'deadlineInferred'
  | 'noResponsible'
  | 'noRecipient'
  | 'decisionNotConfirmed';

const warningTexts: { readonly [C in WarningCode]: Texts } = {
  expectedAtNoMeeting: {
    sv: 'Inget ordinarie möte i {body} är planerat inom fristen ({window}). Återkopplingen syns bland det som kan falla mellan stolarna.',
    en: 'No ordinary meeting of {body} is planned within the time ({window}). It will show among what may fall between the chairs.',
  },
  deadlineUndated: {
    sv: 'Ingen tid går att utläsa. Det behöver ses över vid nästa möte.',
    en: 'No time can be read from it. It needs to be reviewed at the next meeting.',
  },
  deadlineInferred: {
    sv: '”{original}” förstods som {window}; {inferred}.',
    en: '“{original}” was understood as {window}; {inferred}.',
  },
  noResponsible: { sv: 'Ingen är ansvarig.', en: 'Nobody is responsible.' },
  noRecipient: {
    sv: 'Inget organ är angivet som ska få återkopplingen.',
    en: 'No body is named that is to hear back.',
  },
  decisionNotConfirmed: {
    sv: 'Beslutet ”{title}” kunde inte bekräftas. {why}',
    en: 'The decision “{title}” could not be confirmed. {why}',
  },
};

/** The field of the command in which each of these facts got its deadline. */
const deadlineField: { readonly [T in EventType]?: string } = {
  AssignmentGiven: '/deadline',
  DeadlineMoved: '/to',
  SupplementRequested: '/deadline',
};

/** What the body that is to hear back has planned. */
export interface Hearing {
  readonly name: string;
  readonly meetings: readonly PlannedMeeting[];
}

/** What to say of a deadline just given. `hearing` is missing when no body is to hear back. */
export function deadlineWarnings(
  window: DueWindow,
  { statedOn, today }: { readonly statedOn: LocalDate; readonly today: LocalDate },
  hearing: Hearing | undefined,
  pointer: string,
  language: Language,
): WarningView[] {
  const meaning = formatWindow(window, language);
  if (window.kind === 'undated') return [warning('deadlineUndated', language, {}, pointer)];
  const inferred = window.inferred.map((code) => words.inference[code][language]);
  const expected = hearing && expectedMeeting(window, hearing.meetings, statedOn, today);
  return [
    ...(inferred.length > 0
      ? [
          warning(
            'deadlineInferred',
            language,
            { original: window.original, window: meaning, inferred: inferred.join(', ') },
            pointer,
          ),
        ]
      : []),
    ...(expected?.kind === 'none'
      ? [warning('expectedAtNoMeeting', language, { body: hearing?.name ?? '', window: meaning }, pointer)]
      : []),
  ];
}

/** A decision that the approval of the notes could not confirm. */
export const refusedConfirmation = (title: string, why: string, language: Language): WarningView =>
  warning('decisionNotConfirmed', language, { title, why }, '/confirmDecisions');

function warning(
  code: WarningCode,
  language: Language,
  values: Readonly<Record<string, string>>,
  pointer: string,
): WarningView {
  return { code, detail: fill(warningTexts[code][language], values), pointer };
}

/** Looks at what was just recorded about an assignment and says what is worth a second look. */
@Injectable()
export class Warnings {
  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(Lookups) private readonly lookups: Lookups,
  ) {}

  async of(done: Executed, language: Language): Promise<readonly WarningView[]> {
    const type = done.types.find((known) => deadlineField[known] !== undefined);
    const pointer = type && deadlineField[type];
    if (pointer === undefined) return [];
    const events = (await this.parts.store.read(done.stream))
      .filter(isEventOf.assignment)
      .filter(({ revision }) => revision <= done.revision);
    const state = fold(assignment, events);
    const { recipient, responsible, deadline } = state;
    const supplement = events.findLast((event) => event.type === 'SupplementRequested');
    const untimed = type === 'SupplementRequested' && supplement?.data.deadline === undefined;
    const hearing = recipient === undefined ? undefined : this.lookups.hearingOf(recipient);
    const dates = { statedOn: deadlineStatedOn(state), today: this.parts.clock.today() };
    return [
      ...(untimed ? [] : deadlineWarnings(deadline, dates, hearing, pointer, language)),
      ...(responsible.length === 0 ? [warning('noResponsible', language, {}, '/responsible')] : []),
      ...(recipient === undefined ? [warning('noRecipient', language, {}, '/recipient')] : []),
    ];
  }
}
