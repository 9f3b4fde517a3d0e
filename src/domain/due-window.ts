import type { LocalDate } from './when.js';

/** How exactly the words of a deadline say when. */
export type Precision = 'day' | 'week' | 'month' | 'quarter' | 'season' | 'year' | 'none';

/** What kind of promise the words make about time. */
export type DueKind = 'by' | 'on' | 'window' | 'oneOf' | 'relative' | 'recurring' | 'undated';

/** What the reader of the words had to add to understand them; shown beside the deadline, never hidden. */
export type Inference = 'year' | 'season' | 'month' | 'anchor';

/**
 * A deadline as written and as understood. `original` is always kept and always shown.
 * `earliest` and `latest` bound it in the body's local days, both included; an item is late only after `latest`.
 * `undated` has no bounds and forces a review at the next meeting.
 */
export interface DueWindow {
  readonly original: string;
  readonly kind: DueKind;
  readonly precision: Precision;
  readonly earliest?: LocalDate;
  readonly latest?: LocalDate;
  /** The alternatives of a `oneOf`, in time order. */
  readonly dates?: readonly LocalDate[];
  /** Local times of day, `HH:MM`, when the words name them ("kl. 15–16.30"). */
  readonly start?: string;
  readonly end?: string;
  /** ISO 8601 duration of a `relative` ("en vecka" → `P7D`) or a `recurring` deadline ("varje vecka" → `P7D`). */
  readonly offset?: string;
  /** The day a `relative` deadline counts from, when known. */
  readonly anchor?: LocalDate;
  /** The exact words that say something must come first ("efter dialog med den länsgemensamma arbetsgruppen"). */
  readonly preconditions: readonly string[];
  /** What was inferred rather than read. */
  readonly inferred: readonly Inference[];
  /** The meeting (its id) that a person has bound the deadline to. */
  readonly boundToMeeting?: string;
}

/** First and last day of each season as `MM-DD`; a policy of the body. */
export interface SeasonBounds {
  readonly spring: readonly [from: string, to: string];
  readonly summer: readonly [from: string, to: string];
  readonly autumn: readonly [from: string, to: string];
  readonly winter: readonly [from: string, to: string];
}
