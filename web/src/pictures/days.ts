import { dayFormat } from '../i18n/dates';

/** A local day, `YYYY-MM-DD`. */
export type Day = string;

/** The languages of the pictures. */
export type Language = 'sv' | 'en';

const msPerDay = 86_400_000;

/** Days since 1 January 1970. */
export function dayNumber(day: Day): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return Date.UTC(year, month - 1, date) / msPerDay;
}

/** The day of a number of days since 1 January 1970. */
export const dayOf = (number: number): Day => new Date(number * msPerDay).toISOString().slice(0, 10);

/** `from` and `to` as a number of days between them; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

const format = (day: Day, language: Language, options: Intl.DateTimeFormatOptions): string =>
  dayFormat(language, options).format(new Date(dayNumber(day) * msPerDay));

/** "4 juni 2026". */
export const longDay = (day: Day, language: Language): string =>
  format(day, language, { day: 'numeric', month: 'long', year: 'numeric' });

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
