import type { Language } from './index';

const locale = (language: Language): string => (language === 'sv' ? 'sv-SE' : 'en-GB');

// Making one takes longer than using it a hundred times.
const made = new Map<string, Intl.DateTimeFormat>();

/** Formats days, which are taken at noon in UTC. */
export function dayFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const found = made.get(key) ?? new Intl.DateTimeFormat(locale(language), { timeZone: 'UTC', ...options });
  made.set(key, found);
  return found;
}

/** "4 juni 2026". The day is a local date, `2026-06-04`. */
export function longDate(day: string, language: Language): string {
  return dayFormat(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(
    new Date(`${day.slice(0, 10)}T12:00:00Z`),
  );
}

/** A time of day, `13:00`, as it is written: "13.00". */
export const clock = (time: string, language: Language): string =>
  language === 'sv' ? time.replace(':', '.') : time;

/** "10.05", the time of day of an instant where the body is. */
export function timeOfDay(at: string, timeZone: string, language: Language): string {
  const time = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone }).format(new Date(at));
  return clock(time, language);
}

/** The day of an instant where the body is, `2026-06-05`. */
export const dayOf = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(new Date(at));

/** "5 juni 2026 kl. 10.05", an instant where the body is. */
export function moment(at: string, timeZone: string, language: Language): string {
  return `${longDate(dayOf(at, timeZone), language)} ${language === 'sv' ? 'kl.' : 'at'} ${timeOfDay(at, timeZone, language)}`;
}

/** Whole days from one local date to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);

/** The day so many days on. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const relative = {
  sv: new Intl.RelativeTimeFormat(locale('sv'), { numeric: 'auto' }),
  en: new Intl.RelativeTimeFormat(locale('en'), { numeric: 'auto' }),
} as const;

/** "om 12 dagar", "i dag", "för 3 veckor sedan". */
export function fromToday(day: string, today: string, language: Language): string {
  const days = daysBetween(today, day);
  const words = relative[language];
  const far = Math.abs(days);
  if (far < 21) return words.format(days, 'day');
  if (far < 70) return words.format(Math.round(days / 7), 'week');
  if (far < 700) return words.format(Math.round(days / 30.44), 'month');
  return words.format(Math.round(days / 365.25), 'year');
}
