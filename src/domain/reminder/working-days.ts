import { addDays, localDate, weekday } from '../calendar.js';
import type { LocalDate } from '../when.js';

/** The days of a year on which offices are closed besides Saturdays and Sundays. */
export type Holidays = (year: number) => readonly LocalDate[];

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
function easter(year: number): LocalDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return localDate(year, Math.floor(sum / 31), (sum % 31) + 1) ?? '';
}

/**
 * Swedish public holidays that can fall on a working day, and the eves that offices are closed on. They are told here and not read
 * from a package: what was planned from the log must be the same after every upgrade.
 */
export const swedishHolidays: Holidays = (year) => {
  const sunday = easter(year);
  const on = (month: number, day: number): LocalDate => localDate(year, month, day) ?? '';
  const firstMidsummer = on(6, 19);
  const midsummerEve = addDays(firstMidsummer, (5 - weekday(firstMidsummer) + 7) % 7);
  return [
    on(1, 1),
    on(1, 6),
    addDays(sunday, -2),
    addDays(sunday, 1),
    on(5, 1),
    addDays(sunday, 39),
    on(6, 6),
    midsummerEve,
    on(12, 24),
    on(12, 25),
    on(12, 26),
    on(12, 31),
  ];
};

/** Counts in working days. Remembers what it has worked out. */
export class WorkingDays {
  readonly #closed = new Map<number, ReadonlySet<LocalDate>>();
  readonly #known = new Map<string, LocalDate>();

  constructor(private readonly holidays: Holidays) {}

  isWorking(date: LocalDate): boolean {
    if (weekday(date) > 5) return false;
    const year = Number(date.slice(0, 4));
    const closed = this.#closed.get(year) ?? new Set(this.holidays(year));
    this.#closed.set(year, closed);
    return !closed.has(date);
  }

  /** The day itself when it is a working day, else the next one. */
  onOrAfter(date: LocalDate): LocalDate {
    return this.#remembered(`+${date}`, () => this.#step(date, 1));
  }

  /** The day itself when it is a working day, else the one before. */
  onOrBefore(date: LocalDate): LocalDate {
    return this.#remembered(`-${date}`, () => this.#step(date, -1));
  }

  /** So many working days before a day, which itself counts as the nearest working day before. */
  before(date: LocalDate, count: number): LocalDate {
    return this.#remembered(`${count.toString()}<${date}`, () => {
      let day = this.onOrBefore(date);
      for (let left = count; left > 0; left--) day = this.onOrBefore(addDays(day, -1));
      return day;
    });
  }

  #step(date: LocalDate, by: 1 | -1): LocalDate {
    let day = date;
    while (!this.isWorking(day)) day = addDays(day, by);
    return day;
  }

  #remembered(key: string, find: () => LocalDate): LocalDate {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size > 50_000) this.#known.clear();
    const found = find();
    this.#known.set(key, found);
    return found;
  }
}
