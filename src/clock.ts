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
  private day = { date: '', from: 0, until: 0 };

  constructor(
    readonly timeZone: string,
    private readonly machine: () => number = Date.now,
  ) {}

  now(): Instant {
    return new Date(this.milliseconds()).toISOString();
  }

  today(): LocalDate {
    const now = this.milliseconds();
    if (now < this.day.from || now >= this.day.until) {
      const date = localDate(new Date(now).toISOString(), this.timeZone);
      this.day = {
        date,
        from: startOfDay(date, 0, this.timeZone),
        until: startOfDay(date, 1, this.timeZone),
      };
    }
    return this.day.date;
  }

  /** Moves the clock so that it now shows `to`. From there it runs on. */
  moveTo(to: Instant): void {
    this.offset = Date.parse(to) - this.machine();
  }

  private milliseconds(): number {
    return this.machine() + this.offset;
  }
}

/** The day an instant falls on in a time zone. */
export function localDate(instant: Instant, timeZone: string): LocalDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The first instant after a day in a time zone: everything recorded on the day lies before it. */
export function endOfDay(date: LocalDate, timeZone: string): Instant {
  return new Date(startOfDay(date, 1, timeZone)).toISOString();
}

/** The first millisecond of the day so many days after a date. */
const startOfDay = (date: LocalDate, days: number, timeZone: string): number =>
  Temporal.PlainDate.from(date).add({ days }).toZonedDateTime(timeZone).epochMilliseconds;
