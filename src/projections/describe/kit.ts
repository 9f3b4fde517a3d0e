import type { DueWindow } from '../../domain/due-window.js';
import { type EventOf, type EventType, parseStream, type Recorded } from '../../domain/events.js';
import type { Language } from '../../domain/person/events.js';
import { formatDate, formatWindow } from '../../domain/swedish-dates.js';
import type { LocalDate } from '../../domain/when.js';
import { formerOfficial } from '../directory.js';
import type { Names } from '../names.js';
import { words } from '../words.js';

/** What is said of every type of event after who did it: "flyttade återkopplingen från …". */
export type Lines = { readonly [T in EventType]: (event: Recorded<EventOf<T>>, say: Say) => string };

interface Phrases {
  readonly quotes: readonly [open: string, close: string];
  readonly and: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly noReason: string;
  readonly meaning: string;
  readonly undated: string;
  readonly meetingOn: string;
  readonly meeting: string;
  readonly boundTo: string;
  readonly effective: string;
  readonly someone: string;
  readonly former: string;
  readonly byDecision: string;
  readonly by: string;
}

const phrases: Readonly<Record<Language, Phrases>> = {
  sv: {
    quotes: ['”', '”'],
    and: 'och',
    from: 'från',
    to: 'till',
    reason: 'skäl',
    noReason: 'skäl anges inte',
    meaning: 'alltså',
    undated: 'utan datum',
    meetingOn: 'mötet den',
    meeting: 'mötet',
    boundTo: 'till',
    effective: 'från och med',
    someone: 'en handläggare',
    former: `en ${formerOfficial.sv}`,
    byDecision: 'enligt beslutet',
    by: 'beslutat av',
  },
  en: {
    quotes: ['“', '”'],
    and: 'and',
    from: 'from',
    to: 'to',
    reason: 'reason',
    noReason: 'no reason is stated',
    meaning: 'that is',
    undated: 'no date',
    meetingOn: 'the meeting of',
    meeting: 'the meeting',
    boundTo: 'for',
    effective: 'from',
    someone: 'an official',
    former: `a ${formerOfficial.en}`,
    byDecision: 'by the decision',
    by: 'decided by',
  },
};

/** Words in the quotation marks of a language; what is quoted within them gets single marks in English. */
function quoted(text: string, language: Language): string {
  const [open, close] = phrases[language].quotes;
  return `${open}${language === 'sv' ? text : text.replace(/[“”"]/gu, '’')}${close}`;
}

/** Words of the record's own: in English they stand in quotation marks, so that a page can tell whose they are. */
export const own = (text: string, language: Language): string =>
  language === 'sv' ? text : quoted(text, language);

/** Phrases of one language about one event, with the names its ids stand for. */
export class Say {
  readonly #phrases: Phrases;
  readonly #body: string;
  /** The id of the stream. */
  readonly id: string;

  constructor(
    readonly lang: Language,
    readonly names: Names,
    event: Recorded,
  ) {
    this.#phrases = phrases[lang];
    this.#body = names.bodyOf(event.stream) ?? '';
    this.id = parseStream(event.stream).id;
  }

  quote(text: string): string {
    return quoted(text, this.lang);
  }

  /** As {@link own} of the module, in the language spoken. */
  own(text: string): string {
    return own(text, this.lang);
  }

  /** "a, b och c" */
  list(items: readonly string[]): string {
    const last = items.at(-1) ?? '';
    return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${this.#phrases.and} ${last}`;
  }

  date(date: LocalDate): string {
    return formatDate(date, this.lang);
  }

  /** "13.00–16.30" */
  clock(start?: string, end?: string): string {
    return [start, end]
      .filter((time) => time !== undefined)
      .map((time) => (this.lang === 'sv' ? time.replace(':', '.') : time))
      .join('–');
  }

  /** "från 4 juni till 1 september 2026": a year that both share is said once. */
  fromDay(from: LocalDate, to: LocalDate): string {
    const old = this.date(from);
    const short = from.slice(0, 4) === to.slice(0, 4) ? old.slice(0, -5) : old;
    return `${this.#phrases.from} ${short} ${this.#phrases.to} ${this.date(to)}`;
  }

  /** Days as days; what says less than a day in its own words, and what they mean. */
  fromWindow(from: DueWindow, to: DueWindow): string {
    const [old, now] = [singleDay(from), singleDay(to)];
    if (old !== undefined && now !== undefined) return this.fromDay(old, now) + this.#bound(to);
    const before = old === undefined ? this.quote(from.original) : this.date(old);
    return `${from.original === '' ? '' : `${this.#phrases.from} ${before} `}${this.#phrases.to} ${this.window(to)}`;
  }

  /** A deadline as written and, where it says something else, as understood. */
  window(window: DueWindow): string {
    const meaning = formatWindow(window, this.lang);
    const bound = this.#bound(window);
    if (window.original === '') return meaning + bound;
    if (window.kind === 'undated') return `${this.quote(window.original)}, ${this.#phrases.undated}${bound}`;
    if (this.#saysOnlyTheDay(window)) return meaning + bound;
    const written = window.original.toLowerCase();
    const rest = meaning.toLowerCase().startsWith(`${written} (`)
      ? meaning.slice(written.length + 2, -1)
      : meaning;
    return rest.toLowerCase() === written
      ? this.quote(window.original) + bound
      : `${this.quote(window.original)}, ${this.#phrases.meaning} ${rest}${bound}`;
  }

  #saysOnlyTheDay(window: DueWindow): boolean {
    const day = window.kind === 'by' ? undefined : singleDay(window);
    if (day === undefined) return false;
    const full = formatDate(day, 'sv');
    const said = window.original.toLowerCase().replace(/^den /u, '');
    return [day, full, full.slice(0, -5), formatDate(day, 'en').toLowerCase()].includes(said);
  }

  #bound({ boundToMeeting }: DueWindow): string {
    if (boundToMeeting === undefined) return '';
    return `, ${this.#phrases.boundTo} ${this.meeting(boundToMeeting)}`;
  }

  /** "; skäl: …", or "; skäl anges inte" when none is. */
  because(reason: string | undefined): string {
    return `; ${reason === undefined ? this.#phrases.noReason : this.reason(reason)}`;
  }

  /** "; skäl: …", or nothing when none is given and none is asked for. */
  becauseOf(reason: string | undefined): string {
    return reason === undefined ? '' : `; ${this.reason(reason)}`;
  }

  reason(reason: string): string {
    return `${this.#phrases.reason}: ${this.own(reason)}`;
  }

  /** ": …", or nothing. */
  remark(text: string | undefined): string {
    return text === undefined || text === '' ? '' : `: ${this.own(text)}`;
  }

  /** " från och med 1 juli 2026", or nothing. */
  effective({ effectiveFrom }: Recorded): string {
    return effectiveFrom === undefined ? '' : ` ${this.#phrases.effective} ${this.date(effectiveFrom)}`;
  }

  /** ", enligt beslutet …" when it is a decision; ", beslutat av …" when it is anyone else. */
  decidedBy(by: string | undefined): string {
    if (by === undefined) return '';
    const decision = this.names.decision(by);
    return decision === undefined
      ? `, ${this.#phrases.by} ${this.role(by)}`
      : `, ${this.#phrases.byDecision} ${this.quote(decision)}`;
  }

  /** "mötet den 4 juni 2026" */
  meeting(id: string): string {
    const meeting = this.names.meeting(id);
    return meeting ? `${this.#phrases.meetingOn} ${this.date(meeting.date)}` : this.#phrases.meeting;
  }

  person(id: string): string {
    const person = this.names.person(id);
    if (person?.kind === 'named') return person.name;
    return person ? this.#phrases.former : this.#phrases.someone;
  }

  body(id: string): string {
    return this.names.body(id) ?? id;
  }

  role(id: string, body = this.#body): string {
    return this.own(this.names.role(body, id) ?? id);
  }

  party(id: string): string {
    return this.names.party(this.#body, id) ?? id;
  }

  group(id: string): string {
    return this.names.group(this.#body, id) ?? id;
  }

  decision(id: string): string {
    return this.quote(this.names.decision(id) ?? id);
  }

  matter(id: string): string {
    return this.quote(this.names.matter(id) ?? id);
  }

  assignment(id: string): string {
    return this.quote(this.names.assignment(id) ?? id);
  }

  milestone(id: string): string {
    return this.quote(this.names.milestone(this.id, id) ?? id);
  }

  deliverable(id: string): string {
    return this.quote(this.names.deliverable(this.id, id) ?? id);
  }

  precondition(id: string): string {
    return this.quote(this.names.precondition(this.id, id) ?? id);
  }

  /** A word of the glossary. */
  word<G extends keyof typeof words>(group: G, key: keyof (typeof words)[G]): string {
    const glossary: Readonly<Record<PropertyKey, { readonly sv: string; readonly en: string }>> =
      words[group];
    return glossary[key]?.[this.lang] ?? String(key);
  }
}

/** The day a deadline is, when it is one day and nothing else. */
function singleDay({ kind, precision, latest, start, end }: DueWindow): LocalDate | undefined {
  const wholeDay = precision === 'day' && start === undefined && end === undefined;
  return wholeDay && (kind === 'on' || kind === 'by') ? latest : undefined;
}
