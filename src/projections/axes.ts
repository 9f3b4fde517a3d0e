import type { Recorded } from '../domain/events.js';
import { happenedBy, type Instant, type LocalDate } from '../domain/when.js';

/** The three ways to read the log as of a date: by what had happened, had been stated, or had been recorded. */
export const axes = ['happenedBy', 'statedBy', 'recordedBy'] as const;
export type Axis = (typeof axes)[number];

/** As of the end of a local day, on one axis. */
export interface AsOf {
  readonly axis: Axis;
  readonly date: LocalDate;
}

/** The days from which a fact counts, in the order of {@link axes}. */
export type Days = readonly [happened: LocalDate, stated: LocalDate, recorded: LocalDate];

/** The day from which a fact counts on an axis. `localDay` tells the local day of an instant. */
export function countsFrom(
  axis: Axis,
  event: Recorded,
  localDay: (instant: Instant) => LocalDate,
): LocalDate {
  switch (axis) {
    case 'happenedBy':
      return event.occurred === event.statedAt ? event.statedAt : happenedBy(event);
    case 'statedBy':
      return event.statedAt;
    case 'recordedBy':
      return localDay(event.recordedAt);
  }
}

/** The days from which a fact counts. */
export const daysOf = (event: Recorded, localDay: (instant: Instant) => LocalDate): Days => [
  countsFrom('happenedBy', event, localDay),
  event.statedAt,
  localDay(event.recordedAt),
];
