import { dayOf, type DaySpan, endOfMonth, monthOf, weekOf, weekSpan, yearOf } from './calendar.js';
import type { DueWindow } from './due-window.js';
import type { Language } from './person/events.js';
import { type Edtf, type EdtfPoint, type LocalDate, readEdtf } from './when.js';

interface Words {
  readonly months: readonly string[];
  readonly seasons: Readonly<Record<number, string>>;
  readonly ordinals: readonly string[];
  readonly units: Readonly<
    Record<'D' | 'W' | 'M' | 'Y', readonly [one: string, many: string, every: string]>
  >;
  readonly quarter: string;
  readonly tertial: string;
  readonly half: string;
  readonly week: string;
  readonly until: string;
  readonly from: string;
  readonly or: string;
  readonly clock: string;
  readonly within: string;
  readonly before: string;
  readonly after: string;
  readonly unknownDay: string;
  readonly nextMeeting: string;
  readonly everyMeeting: string;
  readonly noTime: string;
  readonly notStated: string;
  readonly probably: string;
  readonly about: string;
}

const inLanguage: Readonly<Record<Language, Words>> = {
  sv: {
    months: 'januari,februari,mars,april,maj,juni,juli,augusti,september,oktober,november,december'.split(
      ',',
    ),
    seasons: { 21: 'våren', 22: 'sommaren', 23: 'hösten', 24: 'vintern' },
    ordinals: ['första', 'andra', 'tredje', 'fjärde'],
    units: {
      D: ['dag', 'dagar', 'varje dag'],
      W: ['vecka', 'veckor', 'varje vecka'],
      M: ['månad', 'månader', 'varje månad'],
      Y: ['år', 'år', 'varje år'],
    },
    quarter: 'kvartalet',
    tertial: 'tertialet',
    half: 'halvåret',
    week: 'vecka',
    until: 'till och med',
    from: 'från och med',
    or: 'eller',
    clock: 'kl.',
    within: 'inom',
    before: 'före',
    after: 'från',
    unknownDay: 'en dag som inte är angiven',
    nextMeeting: 'nästa möte',
    everyMeeting: 'löpande, vid varje möte',
    noTime: 'ingen tid angiven',
    notStated: 'tidpunkt anges inte',
    probably: 'troligen',
    about: 'omkring',
  },
  en: {
    months: 'January,February,March,April,May,June,July,August,September,October,November,December'.split(
      ',',
    ),
    seasons: { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' },
    ordinals: ['first', 'second', 'third', 'fourth'],
    units: {
      D: ['day', 'days', 'every day'],
      W: ['week', 'weeks', 'every week'],
      M: ['month', 'months', 'every month'],
      Y: ['year', 'years', 'every year'],
    },
    quarter: 'quarter of',
    tertial: 'third of',
    half: 'half of',
    week: 'week',
    until: 'no later than',
    from: 'from',
    or: 'or',
    clock: 'at',
    within: 'within',
    before: 'before',
    after: 'of',
    unknownDay: 'a day that is not given',
    nextMeeting: 'the next meeting',
    everyMeeting: 'continuously, at every meeting',
    noTime: 'no time given',
    notStated: 'time not stated',
    probably: 'probably',
    about: 'about',
  },
};

const monthName = (date: LocalDate, lang: Language) => inLanguage[lang].months[monthOf(date) - 1] ?? '';

/** "4 juni 2026", "4 June 2026". */
export const formatDate = (date: LocalDate, lang: Language): string =>
  `${dayOf(date)} ${monthName(date, lang)} ${yearOf(date)}`;

/** "1 juli–31 december 2026"; what both ends share is said once. */
function formatSpan({ earliest, latest }: DaySpan, lang: Language): string {
  if (earliest === latest) return formatDate(latest, lang);
  if (yearOf(earliest) !== yearOf(latest)) return `${formatDate(earliest, lang)}–${formatDate(latest, lang)}`;
  const month = monthOf(earliest) === monthOf(latest) ? '' : ` ${monthName(earliest, lang)}`;
  return `${dayOf(earliest)}${month}–${formatDate(latest, lang)}`;
}

const formatTime = (time: string, lang: Language) => (lang === 'sv' ? time.replace(':', '.') : time);

function formatTimes(words: Words, lang: Language, start?: string, end?: string): string {
  if (start === undefined) return '';
  const to = end === undefined ? '' : `–${formatTime(end, lang)}`;
  return ` ${words.clock} ${formatTime(start, lang)}${to}`;
}

function formatGroup(year: number, group: number, words: Words): string {
  const season = words.seasons[group];
  if (season !== undefined) return `${season} ${year}`;
  const [first, name] =
    group >= 40 ? [40, words.half] : group >= 37 ? [37, words.tertial] : [33, words.quarter];
  return `${words.ordinals[group - first] ?? ''} ${name} ${year}`;
}

function formatPoint(point: EdtfPoint, lang: Language, withTime = true): string {
  const words = inLanguage[lang];
  const doubt = `${point.uncertain ? `${words.probably} ` : ''}${point.approximate ? `${words.about} ` : ''}`;
  const { earliest } = point.span;
  switch (point.precision) {
    case 'year':
      return `${doubt}${point.year}`;
    case 'group':
      return `${doubt}${formatGroup(point.year, point.group ?? 0, words)}`;
    case 'month':
      return `${doubt}${monthName(earliest, lang)} ${point.year}`;
    case 'day':
      return `${doubt}${formatDate(earliest, lang)}${formatTimes(words, lang, withTime ? point.time : undefined)}`;
  }
}

/** A date of any precision in words: "2023", "13 november 2025", "hösten 2026"; a text that is no date is given back. */
export function formatEdtf(edtf: Edtf | null, lang: Language): string {
  const words = inLanguage[lang];
  if (edtf === null) return words.notStated;
  const read = readEdtf(edtf);
  switch (read?.kind) {
    case undefined:
      return edtf;
    case 'point':
      return formatPoint(read.point, lang);
    case 'oneOf':
      return read.points.map((point) => formatPoint(point, lang)).join(` ${words.or} `);
    case 'interval': {
      const { from, to } = read;
      if (!from) return to ? `${words.until} ${formatPoint(to, lang)}` : words.notStated;
      if (!to) return `${words.from} ${formatPoint(from, lang)}`;
      const days = { earliest: from.span.earliest, latest: to.span.latest };
      if (from.time !== undefined && to.time !== undefined && days.earliest === days.latest)
        return `${formatPoint(from, lang, false)}${formatTimes(words, lang, from.time, to.time)}`;
      const doubtful = from.uncertain || from.approximate || to.uncertain || to.approximate;
      const timed = from.time !== undefined || to.time !== undefined;
      if (from.precision === 'day' && to.precision === 'day' && !doubtful && !timed)
        return formatSpan(days, lang);
      const years = from.precision === 'year' && to.precision === 'year';
      return `${formatPoint(from, lang)}${years ? '–' : ' – '}${formatPoint(to, lang)}`;
    }
  }
}

/** What a deadline means, in words: "till och med 30 juni 2026", "hösten 2026 (1 juli–31 december 2026)". */
export function formatWindow(window: DueWindow, lang: Language): string {
  const words = inLanguage[lang];
  const { earliest, latest } = window;
  switch (window.kind) {
    case 'undated':
      return words.noTime;
    case 'by':
      return latest === undefined
        ? words.noTime
        : `${words.until} ${formatDate(latest, lang)}${formatTimes(words, lang, window.end)}`;
    case 'on':
      return latest === undefined
        ? words.noTime
        : `${formatDate(latest, lang)}${formatTimes(words, lang, window.start, window.end)}`;
    case 'oneOf':
      return (window.dates ?? []).map((date) => formatDate(date, lang)).join(` ${words.or} `) || words.noTime;
    case 'window':
      return formatBounds(window, lang) ?? words.noTime;
    case 'recurring': {
      const pace = window.offset === undefined ? words.everyMeeting : formatPace(window.offset, lang);
      const bounds = earliest || latest ? formatBounds(window, lang) : undefined;
      return bounds === undefined ? pace : `${pace} (${bounds})`;
    }
    case 'relative':
      return formatRelative(window, lang);
  }
}

function formatBounds(
  { earliest, latest, period, precision }: DueWindow,
  lang: Language,
): string | undefined {
  const words = inLanguage[lang];
  if (earliest === undefined) return latest && `${words.until} ${formatDate(latest, lang)}`;
  if (latest === undefined) return `${words.from} ${formatDate(earliest, lang)}`;
  const days = formatSpan({ earliest, latest }, lang);
  const name = nameOf({ earliest, latest }, period, precision, lang);
  if (name === undefined) return days;
  const saysItself = precision === 'month' || precision === 'year';
  return saysItself ? name : `${name} (${days})`;
}

/** The name of a span, when it has one: a week by its number, another period by its EDTF. */
function nameOf(
  { earliest, latest }: DaySpan,
  period: Edtf | undefined,
  precision: DueWindow['precision'],
  lang: Language,
): string | undefined {
  if (precision === 'week') {
    const { year, week } = weekOf(earliest);
    const isWhole = weekSpan(year, week)?.latest === latest && weekSpan(year, week)?.earliest === earliest;
    return isWhole ? `${inLanguage[lang].week} ${week} ${year}` : undefined;
  }
  const read = period === undefined ? undefined : readEdtf(period);
  if (read?.kind === 'interval' && (read.from?.precision === 'day' || !read.to)) return undefined;
  if (period !== undefined && read && precision !== 'day') return formatEdtf(period, lang);
  if (precision === 'month' && dayOf(earliest) === 1 && latest === endOfMonth(earliest))
    return formatEdtf(earliest.slice(0, 7), lang);
  return undefined;
}

/** "14 dagar", "3 månader"; a duration of several units is given back. */
function formatLength(offset: string, lang: Language): string {
  const { count, unit } = readLength(offset) ?? {};
  if (count === undefined || unit === undefined) return offset;
  return `${count} ${inLanguage[lang].units[unit][count === 1 ? 0 : 1]}`;
}

function readLength(offset: string): { count: number; unit: keyof Words['units'] } | undefined {
  const [, count, unit] = /^-?P(\d+)([DWMY])$/.exec(offset) ?? [];
  return unit === 'D' || unit === 'W' || unit === 'M' || unit === 'Y'
    ? { count: Number(count), unit }
    : undefined;
}

function formatPace(offset: string, lang: Language): string {
  if (offset === 'P3M') return lang === 'sv' ? 'varje kvartal' : 'every quarter';
  if (offset === 'P6M') return lang === 'sv' ? 'varje halvår' : 'every half-year';
  const read = readLength(offset);
  if (!read) return offset;
  const weekly = read.unit === 'D' && read.count % 7 === 0;
  const { count, unit } = weekly ? { count: read.count / 7, unit: 'W' as const } : read;
  const [one, many, every] = inLanguage[lang].units[unit];
  if (count === 1) return every;
  if (lang === 'en') return `every ${count} ${many}`;
  if (count === 2) return `${unit === 'Y' ? 'vartannat' : 'varannan'} ${one}`;
  return `${unit === 'Y' ? 'vart' : 'var'} ${count}:e ${one}`;
}

function formatRelative(
  { offset, anchor, earliest, latest, nextMeeting }: DueWindow,
  lang: Language,
): string {
  const words = inLanguage[lang];
  const day = nextMeeting
    ? words.nextMeeting
    : anchor === undefined
      ? words.unknownDay
      : formatDate(anchor, lang);
  if (offset === undefined) return nextMeeting ? words.nextMeeting : words.noTime;
  const length = formatLength(offset, lang);
  const term = offset.startsWith('-')
    ? `${length} ${words.before} ${day}`
    : `${words.within} ${length} ${words.after} ${day}`;
  if (latest === undefined) return term;
  if (earliest !== undefined) return formatSpan({ earliest, latest }, lang);
  return `${words.until} ${formatDate(latest, lang)} (${term})`;
}

/** How far a day lies from today, in days: "om 12 dagar", "i dag", "för 3 dagar sedan". */
export function inWords(days: number, lang: Language): string {
  const count = Math.abs(days);
  if (lang === 'sv') {
    if (count <= 1) return days === 0 ? 'i dag' : days > 0 ? 'i morgon' : 'i går';
    return days > 0 ? `om ${count} dagar` : `för ${count} dagar sedan`;
  }
  if (count <= 1) return days === 0 ? 'today' : days > 0 ? 'tomorrow' : 'yesterday';
  return days > 0 ? `in ${count} days` : `${count} days ago`;
}
