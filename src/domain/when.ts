/** A calendar day in the body's time zone, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A point in time, ISO 8601 in UTC with milliseconds, `2026-06-04T13:30:00.000Z`. */
export type Instant = string;

/**
 * When something happened, as precisely as the source says: a subset of ISO 8601-2 (EDTF).
 * `2023`, `2026-06`, `2025-11-13`, `2026-21` (spring), `2026-08-24T15:00`, or an interval `2024/2025`.
 */
export type Edtf = string;

/**
 * The three dates of a fact, and the fourth some facts have. They are never mixed.
 * `occurred` null: the source does not say when it happened.
 */
export interface When {
  readonly occurred: Edtf | null;
  readonly statedAt: LocalDate;
  readonly recordedAt: Instant;
  readonly effectiveFrom?: LocalDate;
}

/** What a person may say about time when recording a fact; the rest is filled in by {@link resolveWhen}. */
export interface StatedWhen {
  /** Left out: it happened on the day it was stated. `null`: the source does not say. */
  readonly occurred?: Edtf | null;
  /** The date of the source that tells it. Left out: today. */
  readonly statedAt?: LocalDate;
  /** The first day on which a decision has effect. */
  readonly effectiveFrom?: LocalDate;
}

/** The sentence a fact came from: which document, the words, and where in its text they stand. */
export interface SourceRef {
  readonly document: string;
  readonly quote?: string;
  readonly span?: readonly [start: number, end: number];
}
