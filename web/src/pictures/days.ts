import type { Language } from '../i18n';
import { dayFormat } from '../i18n/dates';

export type { Language };
export { daysBetween, longDate as longDay } from '../i18n/dates';

/** A local day, `YYYY-MM-DD`. */
export type Day = string;

const msPerDay = 86_400_000;

/** Days since 1 January 1970. */
export function dayNumber(day: Day): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / msPerDay;
}

/** The day of a number of days since 1 January 1970. */
export const dayOf = (number: number): Day => new Date(number * msPerDay).toISOString().slice(0, 10);

const format = (day: Day, language: Language, options: Intl.DateTimeFormatOptions): string =>
  dayFormat(language, options).format(new Date(dayNumber(day) * msPerDay));

/** "4 juni", or in short "4 jun". */
export const shortDay = (day: Day, language: Language, width: 'long' | 'short' = 'long'): string =>
  width === 'long'
    ? format(day, language, { day: 'numeric', month: 'long' })
    : `${Number(day.slice(8)).toString()} ${monthName(day, language, 'short')}`;

/** "juni", or in short "jun". */
export const monthName = (day: Day, language: Language, width: 'long' | 'short' = 'long'): string =>
  format(day, language, { month: width }).slice(0, width === 'short' ? 3 : undefined);

/** The first days of the months that begin within two days. */
export function monthStarts(from: Day, to: Day): readonly Day[] {
  const starts: Day[] = [];
  const [year = 1970, month = 1] = from.split('-').map(Number);
  for (let index = 0; ; index++) {
    const start = new Date(Date.UTC(year, month - 1 + index, 1)).toISOString().slice(0, 10);
    if (start > to) return starts;
    if (start >= from) starts.push(start);
  }
}
