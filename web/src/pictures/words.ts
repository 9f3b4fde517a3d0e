import type { Language } from './days';

/** A text in both languages. */
export interface Texts {
  readonly sv: string;
  readonly en: string;
}

/** The text with its first letter large. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "12 dagar", "1 dag". */
export const inDays = (days: number, language: Language): string =>
  language === 'sv'
    ? `${days.toString()} ${days === 1 ? 'dag' : 'dagar'}`
    : `${days.toString()} ${days === 1 ? 'day' : 'days'}`;

/** Many days as people say them: "4 månader"; days while they are fewer than sixty. */
export function inMonths(days: number, language: Language): string {
  if (days < 60) return inDays(days, language);
  const sv = language === 'sv';
  const months = Math.round(days / 30.44);
  return months < 24
    ? `${months.toString()} ${sv ? 'månader' : 'months'}`
    : `${Math.round(days / 365.25).toString()} ${sv ? 'år' : 'years'}`;
}
