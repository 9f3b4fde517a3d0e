import { Temporal } from 'temporal-polyfill';
import type { Instant, LocalDate } from './domain/when.js';

/** Where the time comes from. Injected everywhere; the demo can move it. */
export interface Clock {
  now(): Instant;
  /** The day it is now in the body's time zone. */
  today(): LocalDate;
  readonly timeZone: string;
}

/** The machine's clock, optionally shifted forward. `BODY_TIME_ZONE` decides which day it is. */
export class SystemClock implements Clock {
  private offset = 0;

  constructor(
    readonly timeZone: string,
    private readonly machine: () => number = Date.now,
  ) {}

  now(): Instant {
    return new Date(this.machine() + this.offset).toISOString();
  }

  today(): LocalDate {
    return localDate(this.now(), this.timeZone);
  }

  /** Moves the clock so that it now shows `to`. From there it runs on. */
  moveTo(to: Instant): void {
    this.offset = Date.parse(to) - this.machine();
  }
}

/** The day an instant falls on in a time zone. */
export function localDate(instant: Instant, timeZone: string): LocalDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The first instant after a day in a time zone: everything recorded on the day lies before it. */
export function endOfDay(date: LocalDate, timeZone: string): Instant {
  return new Date(
    Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
  ).toISOString();
}
