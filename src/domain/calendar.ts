import type { LocalDate } from './when.js';

/** A run of local days, both ends included. */
export interface DaySpan {
  readonly earliest: LocalDate;
  readonly latest: LocalDate;
}

export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;
export type Season = (typeof seasons)[number];

/** First and last day of each season as `MM-DD`; a policy of the body. */
export type SeasonBounds = { readonly [S in Season]: readonly [from: string, to: string] };

/** The seasons of a body that has set none: the half-years of planning, and the summer and winter inside them. */
export const defaultSeasons: SeasonBounds = {
  spring: ['01-01', '06-30'],
  summer: ['06-01', '08-31'],
  autumn: ['07-01', '12-31'],
  winter: ['12-01', '02-29'],
};

/** The first and the last day this calendar knows; they stand for an open beginning and an open end. */
export const firstOfDays: LocalDate = '0001-01-01';
export const lastOfDays: LocalDate = '9999-12-31';

const dayLength = 86_400_000;
const two = (number: number) => String(number).padStart(2, '0');

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month, 28–31; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The day with these numbers, `undefined` when there is none (31 June); years 1–9999. */
export function localDate(year: number, month: number, day: number): LocalDate | undefined {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return localDate(Number(year), Number(month), Number(day)) !== undefined;
}

/** Whether a text is a day of the year, `MM-DD`; 29 February is one and means the last of February. */
export const isMonthDay = (text: string): boolean =>
  /^\d{2}-\d{2}$/.test(text) && isLocalDate(`2024-${text}`);

function dayNumber(date: LocalDate): number {
  if (!isLocalDate(date)) throw new RangeError(`not a day: ${date}`);
  return Date.parse(date) / dayLength;
}

function fromDayNumber(number: number): LocalDate {
  const day = new Date(number * dayLength);
  const text = Number.isNaN(day.getTime()) ? '' : day.toISOString().slice(0, 10);
  if (!isLocalDate(text)) throw new RangeError('a day outside the years 1–9999');
  return text;
}

export const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
export const monthOf = (date: LocalDate): number => Number(date.slice(5, 7));
export const dayOf = (date: LocalDate): number => Number(date.slice(8, 10));

/** Negative, zero or positive as `a` lies before, on or after `b`. */
export const compareDates = (a: LocalDate, b: LocalDate): number => (a < b ? -1 : a > b ? 1 : 0);

/** The day `days` later (earlier if negative). Throws RangeError for what is no day, or outside the years 1–9999. */
export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(date) + days);

/** Whole days from `from` to `to`, negative when `to` lies earlier. Throws RangeError for what is no day. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

/** The same day of the month `months` later, or that month's last day. Throws RangeError as {@link addDays}. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  dayNumber(date);
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  const moved = localDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
  if (!moved) throw new RangeError('a day outside the years 1–9999');
  return moved;
}

interface Period {
  readonly months: number;
  readonly days: number;
}

function readPeriod(period: string): Period | undefined {
  const [all, sign, years = 0, months = 0, weeks = 0, days = 0] =
    /^(-?)P(?!$)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?$/.exec(period) ?? [];
  if (all === undefined) return undefined;
  const factor = sign ? -1 : 1;
  return {
    months: factor * (Number(years) * 12 + Number(months)),
    days: factor * (Number(weeks) * 7 + Number(days)),
  };
}

/**
 * The day that an ISO 8601 duration in years, months, weeks and days (`P1Y2M`, `-P14D`) leads to: months first, then days.
 * Throws RangeError for what is no day or no duration, or outside the years 1–9999.
 */
export function addPeriod(date: LocalDate, period: string): LocalDate {
  const read = readPeriod(period);
  if (!read) throw new RangeError(`not a duration: ${period}`);
  return addDays(addMonths(date, read.months), read.days);
}

/** 1 Monday … 7 Sunday. Throws RangeError for what is no day. */
export const weekday = (date: LocalDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;

/** The last day of the month a day lies in. Throws RangeError for what is no day. */
export function endOfMonth(date: LocalDate): LocalDate {
  dayNumber(date);
  return `${date.slice(0, 8)}${two(daysInMonth(yearOf(date), monthOf(date)))}`;
}

/** `count` whole months from the first of `month`; `undefined` outside the calendar. */
export function monthSpan(year: number, month: number, count = 1): DaySpan | undefined {
  const earliest = localDate(year, month, 1);
  return earliest === undefined
    ? undefined
    : { earliest, latest: endOfMonth(addMonths(earliest, count - 1)) };
}

export const yearSpan = (year: number): DaySpan | undefined => monthSpan(year, 1, 12);

/** Quarters 1–4. */
export const quarterSpan = (year: number, quarter: number): DaySpan | undefined =>
  quarter >= 1 && quarter <= 4 ? monthSpan(year, quarter * 3 - 2, 3) : undefined;

/** Monday and Sunday of an ISO week, `undefined` when the year has no such week. */
export function weekSpan(year: number, week: number): DaySpan | undefined {
  const fourth = localDate(year, 1, 4);
  if (!fourth || !Number.isInteger(week) || week < 1 || week > 53 || (year === 9999 && week > 51))
    return undefined;
  const earliest = addDays(fourth, (week - 1) * 7 + 1 - weekday(fourth));
  const thursday = addDays(earliest, 3);
  return yearOf(thursday) === year ? { earliest, latest: addDays(earliest, 6) } : undefined;
}

/** The ISO week a day lies in, with the year that week belongs to. Throws RangeError for what is no day. */
export function weekOf(date: LocalDate): { year: number; week: number } {
  const thursday = addDays(date, 4 - weekday(date));
  const year = yearOf(thursday);
  return { year, week: Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1 };
}

/** Whether a season runs over the turn of the year, as winter does. */
export const wrapsYear = (season: Season, bounds: SeasonBounds): boolean =>
  bounds[season][0] > bounds[season][1];

/**
 * The days of a season; one that runs over the turn of the year belongs to the year it begins in.
 * A bound of `02-29` is the last of February. Throws RangeError for bounds that are no days of the year.
 */
export function seasonSpan(
  year: number,
  season: Season,
  bounds: SeasonBounds = defaultSeasons,
): DaySpan | undefined {
  const [from, to] = bounds[season];
  if (!isMonthDay(from) || !isMonthDay(to))
    throw new RangeError(`not the bounds of a season: ${from}, ${to}`);
  const on = (inYear: number, monthDay: string) => {
    const month = Number(monthDay.slice(0, 2));
    return localDate(inYear, month, Math.min(Number(monthDay.slice(3)), daysInMonth(inYear, month)));
  };
  const earliest = on(year, from);
  const latest = on(wrapsYear(season, bounds) ? year + 1 : year, to);
  return earliest === undefined ? undefined : { earliest, latest: latest ?? lastOfDays };
}
