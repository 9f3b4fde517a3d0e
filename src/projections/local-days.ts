import { endOfDay, localDate } from '../clock.js';
import { addDays } from '../domain/calendar.js';
import type { Instant, LocalDate } from '../domain/when.js';

interface Day {
  readonly day: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
}

/** Tells the local day of instants in one time zone; after the first of a day it is a comparison of texts. */
export function localDays(timeZone: string): (instant: Instant) => LocalDate {
  const remembered = new Map<string, readonly Day[]>();
  return (instant) => {
    const date = instant.slice(0, 10);
    const known = remembered.get(date) ?? [];
    const found = known.find(({ start, end }) => start <= instant && instant < end);
    if (found) return found.day;
    const day = localDate(instant, timeZone);
    if (remembered.size > 10_000) remembered.clear();
    const start = endOfDay(addDays(day, -1), timeZone);
    remembered.set(date, [...known, { day, start, end: endOfDay(day, timeZone) }]);
    return day;
  };
}
