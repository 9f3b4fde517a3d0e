import type { StreamKind } from '../domain/events.js';
import type { Language } from '../domain/person/events.js';
import type { LetterItem, LetterKind } from '../domain/reminder/events.js';
import type { LocalDate } from '../domain/when.js';
import type { ReadModels } from '../projections/read-models.js';
import type { ReadableLog } from '../projections/projection.js';

/** Who a letter is for, as known when it goes out. */
export interface Recipient {
  readonly person: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** A letter that is to be written: to whom, on which day, about what. */
export interface LetterToWrite {
  /** Id of the letter's stream; stands in its links and makes its Message-ID. */
  readonly id: string;
  readonly kind: LetterKind;
  readonly day: LocalDate;
  readonly recipient: Recipient;
  /** Of a reminder: everything it is about, most urgent first. */
  readonly items: readonly LetterItem[];
  /** The body of a digest, the meeting of a brief. */
  readonly about?: string;
}

/** A mail as it goes out. Lines of headers hold no line breaks. */
export interface Mail {
  readonly messageId: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo?: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
  /** Message-IDs of what it belongs to, so that mail programs keep an assignment together. */
  readonly references: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** An iCalendar text that comes along. */
  readonly calendar?: string;
  /** An iCalendar text that takes back entries of earlier mails. */
  readonly cancelled?: string;
}

/** The local log, as far as letters need it. */
export interface LettersLog extends ReadableLog {
  /** The position of the last event after another (`null`: from the start) in no stream of a kind. */
  lastBesides(kind: StreamKind, after: string | null): string | null;
}

/** What letters are written from. */
export interface Desk {
  readonly models: Pick<ReadModels, 'db'>;
  readonly log: LettersLog;
  readonly baseUrl: string;
  readonly timeZone: string;
  /** What signs the links. */
  readonly linkSecret: string;
}

/** Writes a letter from what is known now; `undefined` when it would have nothing to say. */
export type Compose = (letter: LetterToWrite, desk: Desk) => Mail | undefined;
