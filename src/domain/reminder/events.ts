import type { Instant, LocalDate } from '../when.js';

/** A place on the ladder, e.g. `received`, `beforeMeeting-42`, `afterEnd-7`; `now` was asked for by hand. */
export type RungName = string;

/** In which capacity somebody gets a letter about an assignment. */
export type Capacity = 'holder' | 'deputy' | 'secretaryForEmptyRole' | 'secretaryCopy' | 'named';

/** Why something that was due did not go out. */
export type Withheld =
  | 'answered'
  | 'closed'
  | 'moved'
  | 'paused'
  | 'reassigned'
  | 'recipientChanged'
  | 'notAnAssignee'
  | 'nobodyToReach';

/** What is steered by hand about the reminders of one assignment, and what the log says it did not send. */
export type ReminderEvent =
  | {
      readonly type: 'RemindersPaused';
      /** `until`: the last day without reminders; left out: until they are resumed. */
      readonly data: { readonly until?: LocalDate; readonly reason?: string };
    }
  | { readonly type: 'RemindersResumed'; readonly data: { readonly reason?: string } }
  | {
      readonly type: 'ReminderRecipientChanged';
      /** Without a person the holders of the role are reminded again. */
      readonly data: { readonly role: string; readonly person?: string; readonly reason?: string };
    }
  | { readonly type: 'ReminderAskedFor'; readonly data: { readonly reason?: string } }
  | {
      readonly type: 'ReminderLinksRevoked';
      /** The letter whose links about this assignment are of no use any more. */
      readonly data: { readonly letter: string; readonly reason?: string };
    }
  | { readonly type: 'ReminderWithheld'; readonly data: WithheldItem };

/** One rung of one assignment for one role; `statement` is when the deadline it is about was recorded, in ms since 1970. */
export interface ReminderItem {
  readonly assignment: string;
  readonly rung: RungName;
  readonly statement: number;
  readonly role: string;
}

export interface WithheldItem extends Omit<ReminderItem, 'assignment'> {
  /** The day it was due. */
  readonly on: LocalDate;
  readonly why: Withheld;
}

/** An item as it stands in somebody's letter. */
export interface LetterItem extends ReminderItem {
  readonly on: LocalDate;
  readonly capacity: Capacity;
  /** Opaque ids of everyone this item goes to; each gets a letter of their own. */
  readonly to: readonly string[];
}

export type LetterKind = 'reminder' | 'digest' | 'brief';

/** The life of one letter to one person. Addresses and texts are not here: they can be erased. */
export type LetterEvent =
  | { readonly type: 'LetterClaimed'; readonly data: LetterClaimed }
  | { readonly type: 'LetterHandedOver'; readonly data: LetterHandedOver }
  | {
      readonly type: 'LetterAccepted';
      /** `kept`: put by where it can be read, and sent to nobody. */
      readonly data: { readonly code?: number; readonly kept?: true };
    }
  | { readonly type: 'LetterRefused'; readonly data: LetterRefused }
  | { readonly type: 'LetterUnknown'; readonly data: { readonly why: 'noAnswer' | 'senderLost' } }
  | {
      readonly type: 'LetterWithdrawn';
      readonly data: {
        readonly why: 'nothingLeft' | 'dayPassed' | 'noAddress';
        readonly left: readonly LeftOut[];
      };
    };

/** Why a letter did not arrive, or nobody knows whether it did. */
export type LetterWhy = Extract<
  LetterEvent,
  { type: 'LetterRefused' | 'LetterUnknown' | 'LetterWithdrawn' }
>['data']['why'];

/** A worker takes a letter on until `until`; after that another one may. */
export interface LetterClaimed {
  readonly kind: LetterKind;
  readonly person: string;
  readonly day: LocalDate;
  /** The body of a digest, the meeting of a brief. */
  readonly about?: string;
  readonly items: readonly LetterItem[];
  readonly worker: string;
  readonly until: Instant;
}

export interface LeftOut {
  readonly item: LetterItem;
  readonly why: Withheld;
}

/**
 * What the letter says as it goes to the mail server, and what fell away just before. `textSha256` proves its wording:
 * the digest, in hexadecimal, of its plain text in UTF-8 with `\n` between lines. The text itself is in no event.
 */
export interface LetterHandedOver {
  readonly items: readonly LetterItem[];
  readonly left: readonly LeftOut[];
  readonly textSha256?: string;
}

/** `permanent`: another try would not help. `code`: what the mail server answered, when it did. */
export interface LetterRefused {
  readonly permanent: boolean;
  readonly code?: number;
  readonly why: 'unreachable' | 'tooSlow' | 'refused' | 'badAddress';
}
