import { endOfDay, localDate } from '../clock.js';
import { addDays } from '../domain/calendar.js';
import type { Instant, LocalDate } from '../domain/when.js';

interface Day {
  readonly day: LocalDate;
  readonly start: Instant;
  readonly end: Instant;
}

type LocalDays = (instant: Instant) => LocalDate;

const byZone = new Map<string, LocalDays>();

/** Tells the local day of instants in one time zone; after the first of a day it is a comparison of texts. */
export function localDays(timeZone: string): LocalDays {
  const found = byZone.get(timeZone) ?? remembering(timeZone);
  byZone.set(timeZone, found);
  return found;
}

function remembering(timeZone: string): LocalDays {
  const remembered = new Map<string, readonly Day[]>();
  let last: Day = { day: '', start: '', end: '' };
  return (instant) => {
    if (last.start <= instant && instant < last.end) return last.day;
    const date = instant.slice(0, 10);
    const known = remembered.get(date) ?? [];
    const found = known.find(({ start, end }) => start <= instant && instant < end);
    if (found) last = found;
    else {
      const day = localDate(instant, timeZone);
      last = { day, start: endOfDay(addDays(day, -1), timeZone), end: endOfDay(day, timeZone) };
      if (remembered.size > 10_000) remembered.clear();
      remembered.set(date, [...known, last]);
    }
    return last.day;
  };
}
