import {
  addDays,
  addMonths,
  dayOf,
  type DaySpan,
  daysBetween,
  endOfMonth,
  localDate,
  monthOf,
  monthSpan,
  type Season,
  type SeasonBounds,
  seasonSpan,
  weekSpan,
  wrapsYear,
  yearOf,
  yearSpan,
} from './calendar.js';
import type { Inference, Precision } from './due-window.js';
import { type Edtf, groupSpan, type LocalDate } from './when.js';

/** The days of something named. `by`: the last day of "senast"; `before`: of "före"; `after`: the first day of "efter". */
export interface Stretch extends DaySpan {
  readonly edtf: Edtf;
  readonly by: LocalDate;
  readonly before: LocalDate;
  readonly after: LocalDate;
}

/** A day or period that words name, whose year may be left open. `span` answers `undefined` for one that does not exist. */
export interface Named {
  readonly precision: Precision;
  readonly span: (year: number) => Stretch | undefined;
  /** The year as written; absent when the words name none. */
  readonly year?: number;
  readonly inferred?: readonly Inference[];
  /** Ends in the year after the one it begins in. */
  readonly wraps?: boolean;
  /** What the year rule looks at in a year that lacks this day, `MM-DD`. */
  readonly missing?: string;
  /** A year on its own, without a word that makes it a time. */
  readonly bareYear?: boolean;
}

/** What reading depends on besides the words. */
export interface Reading {
  readonly statedAt: LocalDate;
  readonly seasons: SeasonBounds;
}

const firstYear = 1000;
const lastYear = 9990;

const four = (year: number) => String(year).padStart(4, '0');
const two = (number: number) => String(number).padStart(2, '0');

/** `undefined` for no span, and outside the years deadlines can lie in (1000–9990). */
export function stretch(
  span: DaySpan | undefined,
  edtf?: Edtf,
  ends?: Partial<Stretch>,
): Stretch | undefined {
  if (!span || yearOf(span.earliest) < firstYear || yearOf(span.latest) > lastYear) return undefined;
  const { earliest, latest } = span;
  const days = earliest === latest ? earliest : `${earliest}/${latest}`;
  const usual = { by: latest, before: addDays(earliest, -1), after: addDays(latest, 1) };
  return { earliest, latest, edtf: edtf ?? days, ...usual, ...ends };
}

/** Days that need no year rule. */
export const fixed = (precision: Precision, span: DaySpan, inferred: readonly Inference[]): Named => ({
  precision,
  span: () => stretch(span),
  year: yearOf(span.earliest),
  inferred,
});

/** Words that name a day or period which does not exist, or several at once. */
export const impossible: Named = { precision: 'none', span: () => undefined, year: firstYear };

export const day = (month: number, date: number): Named => ({
  precision: 'day',
  span: (year) => {
    const found = localDate(year, month, date);
    return stretch(found === undefined ? undefined : { earliest: found, latest: found });
  },
  missing: month === 2 ? '02-28' : '12-31',
});

export const wholeMonth = (month: number): Named => ({
  precision: 'month',
  span: (year) => stretch(monthSpan(year, month), `${four(year)}-${two(month)}`),
});

export const week = (number: number): Named => ({
  precision: 'week',
  span: (year) => stretch(weekSpan(year, number)),
});

export const wholeYear: Named = { precision: 'year', span: (year) => stretch(yearSpan(year), four(year)) };

/** A part of the year by its ISO 8601-2 number: 33–36 quarters, 37–39 tertials, 40–41 halves. */
export const partOfYear = (number: number): Named => ({
  precision: number >= 33 && number <= 36 ? 'quarter' : 'season',
  span: (year) => stretch(groupSpan(year, number), `${four(year)}-${number}`),
});

const seasonCodes: Readonly<Record<Season, number>> = { spring: 21, summer: 22, autumn: 23, winter: 24 };

export const season = (name: Season, seasons: SeasonBounds): Named => ({
  precision: 'season',
  span: (year) => stretch(seasonSpan(year, name, seasons), `${four(year)}-${seasonCodes[name]}`),
  wraps: wrapsYear(name, seasons),
  inferred: ['season'],
});

/** The midnight after a month, "årsskiftet": by or before it is the last day of the month, after it the next. */
export const turnAfter = (month: number): Named => ({
  precision: 'day',
  span: (year) => {
    const before = monthSpan(year, month)?.latest;
    if (before === undefined || year > lastYear) return undefined;
    const after = addDays(before, 1);
    return stretch({ earliest: before, latest: after }, undefined, { by: before, before, after });
  },
});

export const christmas: Named = {
  precision: 'day',
  span: (year) =>
    stretch(monthSpan(year, 12) && { earliest: `${four(year)}-12-24`, latest: `${four(year)}-12-26` }),
};

export type Part = 'start' | 'middle' | 'end' | 'close' | 'firstHalf' | 'secondHalf';

/** Part of what is named. Thirds of a month are its tens of days; thirds of what is longer are whole months if they can. */
export function partOf(named: Named, part: Part): Named {
  const inferred = named.inferred ?? [];
  const atEnd = part === 'end' || part === 'close' || part === 'secondHalf';
  return {
    ...named,
    precision: part === 'close' ? 'day' : named.precision,
    inferred: part === 'close' ? inferred : [...inferred, 'part'],
    span: (year) => {
      const whole = named.span(year);
      return whole && stretch(cut(whole, part), undefined, atEnd ? { before: whole.latest } : undefined);
    },
  };
}

function cut({ earliest, latest }: DaySpan, part: Part): DaySpan | undefined {
  if (part === 'close') return { earliest: latest, latest };
  const halves = part === 'firstHalf' || part === 'secondHalf';
  const index = { start: 0, middle: 1, end: 2, firstHalf: 0, secondHalf: 1 }[part];
  const starts = piecesOf({ earliest, latest }, halves ? 2 : 3);
  const [from, next] = [starts[index], starts[index + 1]];
  return from === undefined
    ? undefined
    : { earliest: from, latest: next === undefined ? latest : addDays(next, -1) };
}

/** First days of the two or three pieces of a span; none for one too short to be cut. */
function piecesOf({ earliest, latest }: DaySpan, pieces: 2 | 3): LocalDate[] {
  const days = daysBetween(earliest, latest) + 1;
  const whole = dayOf(earliest) === 1 && latest === endOfMonth(latest);
  const months = (yearOf(latest) - yearOf(earliest)) * 12 + monthOf(latest) - monthOf(earliest) + 1;
  if (whole && months === 1) return (pieces === 2 ? [0, 15] : [0, 10, 20]).map((at) => addDays(earliest, at));
  if (whole && months % pieces === 0)
    return [...Array(pieces).keys()].map((at) => addMonths(earliest, (at * months) / pieces));
  if (days < 7) return [];
  return [...Array(pieces).keys()].map((at) => addDays(earliest, Math.floor((at * days) / pieces)));
}

/** A date without year may lie this many days before it was said; further back it means the next year. */
const longestBack = 92;

/** The year rule: the year of the statement, or the next if the last day allowed then lay more than 92 days before it. */
export function yearBy(named: Named, statedAt: LocalDate, lastDay: 'by' | 'before'): number {
  const year = named.wraps ? yearOf(statedAt) - 1 : yearOf(statedAt);
  const last = named.span(year)?.[lastDay] ?? `${four(Math.max(year, 1))}-${named.missing ?? '12-31'}`;
  return daysBetween(last, statedAt) > longestBack ? year + 1 : year;
}

/** The year carried to a date from one before it; `slack` days out of order are allowed. */
export function yearCarriedOn(named: Named, from: Stretch, slack: 'inOrder' | 'alternative'): number {
  const year = named.wraps ? yearOf(from.earliest) - 1 : yearOf(from.earliest);
  const last = named.span(year)?.latest ?? `${four(year)}-${named.missing ?? '12-31'}`;
  return daysBetween(last, from.earliest) > (slack === 'inOrder' ? 0 : longestBack) ? year + 1 : year;
}

/** The year carried to a date from one after it. */
export function yearCarriedBack(named: Named, from: Stretch, slack: 'inOrder' | 'alternative'): number {
  const year = yearOf(from.latest);
  const first = named.span(year)?.earliest ?? `${four(year)}-${named.missing ?? '01-01'}`;
  return daysBetween(from.latest, first) > (slack === 'inOrder' ? 0 : longestBack) ? year - 1 : year;
}
