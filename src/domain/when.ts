import {
  type DaySpan,
  defaultSeasons,
  firstOfDays,
  lastOfDays,
  localDate,
  monthSpan,
  quarterSpan,
  type Season,
  type SeasonBounds,
  seasonSpan,
  yearSpan,
} from './calendar.js';
import type { DueWindow } from './due-window.js';

/** A calendar day in the body's time zone, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A point in time, ISO 8601 in UTC with milliseconds, `2026-06-04T13:30:00.000Z`. */
export type Instant = string;

/**
 * When something happened, as precisely as the source says: a subset of ISO 8601-2 (EDTF).
 * `2023`, `2026-06`, `2025-11-13`, `2026-21` (spring), `2026-08-24T15:00`, or an interval `2024/2025`.
 */
export type Edtf = string;

/**
 * The three dates of a fact, and the fourth some facts have. They are never mixed.
 * `occurred` null: the source does not say when it happened.
 */
export interface When {
  readonly occurred: Edtf | null;
  readonly statedAt: LocalDate;
  readonly recordedAt: Instant;
  readonly effectiveFrom?: LocalDate;
}

/** What a person may say about time when recording a fact; the rest is filled in by {@link resolveWhen}. */
export interface StatedWhen {
  /** Left out: it happened on the day it was stated. `null`: the source does not say. */
  readonly occurred?: Edtf | null;
  /** The date of the source that tells it. Left out: today. */
  readonly statedAt?: LocalDate;
  /** The first day on which a decision has effect. */
  readonly effectiveFrom?: LocalDate;
}

/** The sentence a fact came from: which document, the words, and where in its text they stand. */
export interface SourceRef {
  readonly document: string;
  readonly quote?: string;
  readonly span?: readonly [start: number, end: number];
}

/** One day or period of an {@link Edtf} text. `group` is a part of the year: 21–24 seasons, 33–36 quarters, 37–39 tertials, 40–41 halves. */
export interface EdtfPoint {
  readonly precision: 'year' | 'group' | 'month' | 'day';
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly group?: number;
  /** `HH:MM` */
  readonly time?: string;
  readonly uncertain: boolean;
  readonly approximate: boolean;
  readonly span: DaySpan;
}

/** An {@link Edtf} text taken apart. An absent end of an interval is open. */
export type ReadEdtf =
  | { readonly kind: 'point'; readonly point: EdtfPoint }
  | { readonly kind: 'interval'; readonly from?: EdtfPoint; readonly to?: EdtfPoint }
  | { readonly kind: 'oneOf'; readonly points: readonly EdtfPoint[] };

const groupSeasons: Readonly<Record<number, Season>> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
};
const pointForm =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?([?~%]?)$/;

/** The days of a part of a year by its ISO 8601-2 number, `undefined` for a number that names none. */
export function groupSpan(
  year: number,
  group: number,
  seasons: SeasonBounds = defaultSeasons,
): DaySpan | undefined {
  const season = groupSeasons[group];
  if (season) return seasonSpan(year, season, seasons);
  if (group >= 33 && group <= 36) return quarterSpan(year, group - 32);
  if (group >= 37 && group <= 39) return monthSpan(year, (group - 37) * 4 + 1, 4);
  return group === 40 || group === 41 ? monthSpan(year, (group - 40) * 6 + 1, 6) : undefined;
}

function readPoint(text: string): EdtfPoint | undefined {
  const read = pointForm.exec(text);
  if (!read) return undefined;
  const [, years, months, days, hour, minute, mark] = read;
  const year = Number(years);
  const month = months === undefined ? undefined : Number(months);
  const marks = { uncertain: mark === '?' || mark === '%', approximate: mark === '~' || mark === '%' };
  if (month === undefined) {
    const span = yearSpan(year);
    return span && { precision: 'year', year, ...marks, span };
  }
  if (days !== undefined) {
    const date = localDate(year, month, Number(days));
    if (date === undefined) return undefined;
    const time = hour === undefined ? {} : { time: `${hour}:${minute}` };
    const span = { earliest: date, latest: date };
    return { precision: 'day', year, month, day: Number(days), ...time, ...marks, span };
  }
  if (month > 12) {
    const span = groupSpan(year, month);
    return span && { precision: 'group', year, group: month, ...marks, span };
  }
  const span = monthSpan(year, month);
  return span && { precision: 'month', year, month, ...marks, span };
}

/** Takes an EDTF text of our subset apart; `undefined` for any other text. Season bounds are the default ones. */
export function readEdtf(text: string): ReadEdtf | undefined {
  if (text.length > 300) return undefined;
  if (text.startsWith('[') && text.endsWith(']')) {
    const points = text
      .slice(1, -1)
      .split(',')
      .map((part) => readPoint(part.trim()));
    const known = points.filter((point) => point !== undefined);
    return known.length === points.length ? { kind: 'oneOf', points: known } : undefined;
  }
  const ends = text.split('/');
  const [first = '', second] = ends;
  if (second === undefined) {
    const point = readPoint(first);
    return point && { kind: 'point', point };
  }
  const from = readPoint(first);
  const to = readPoint(second);
  if (ends.length > 2 || (!from && first !== '..') || (!to && second !== '..') || (!from && !to))
    return undefined;
  if (from && to && !inOrder(from, to)) return undefined;
  return { kind: 'interval', from, to };
}

const inOrder = (from: EdtfPoint, to: EdtfPoint): boolean =>
  from.span.earliest < to.span.latest ||
  (from.span.earliest === to.span.latest && (from.time ?? '') <= (to.time ?? '24:00'));

/** Whether a text is a date of our EDTF subset: see {@link Edtf}; also open intervals, `[a,b]` and the marks `?`, `~`, `%`. */
export const isEdtf = (text: string): boolean => readEdtf(text) !== undefined;

/**
 * The first and last local day a date may mean; marks of doubt widen nothing, a time of day is taken as local.
 * An open end is the end of the calendar. Throws RangeError for a text that is not {@link isEdtf}.
 */
export function edtfBounds(edtf: Edtf): DaySpan {
  const read = readEdtf(edtf);
  switch (read?.kind) {
    case undefined:
      throw new RangeError(`not a date: ${edtf}`);
    case 'point':
      return read.point.span;
    case 'interval':
      return {
        earliest: read.from?.span.earliest ?? firstOfDays,
        latest: read.to?.span.latest ?? lastOfDays,
      };
    case 'oneOf': {
      const days = read.points.flatMap(({ span }) => [span.earliest, span.latest]).sort();
      return { earliest: days[0] ?? firstOfDays, latest: days.at(-1) ?? lastOfDays };
    }
  }
}

/** Fills in what was left out: it was stated today, and happened when it was stated. Checks nothing. */
export function resolveWhen(stated: StatedWhen, now: { today: LocalDate; instant: Instant }): When {
  const statedAt = stated.statedAt ?? now.today;
  const when = {
    occurred: stated.occurred === undefined ? statedAt : stated.occurred,
    statedAt,
    recordedAt: now.instant,
  };
  return stated.effectiveFrom === undefined ? when : { ...when, effectiveFrom: stated.effectiveFrom };
}

/**
 * The day by which a fact had certainly happened: the last day its date may mean, but no later than the source that
 * tells it. Throws RangeError when `occurred` is not {@link isEdtf}.
 */
export function happenedBy(when: Pick<When, 'occurred' | 'statedAt'>): LocalDate {
  if (when.occurred === null || when.occurred === when.statedAt) return when.statedAt;
  const { latest } = edtfBounds(when.occurred);
  return latest < when.statedAt ? latest : when.statedAt;
}

/**
 * A deadline as EDTF: `../2026-06` (no later than June), `2026-06-04`, `2026-23`, `[2025-05-28,2025-06-26]`.
 * `undefined` for what has no bounds and for what recurs. A season is named only where its days are the default ones.
 */
export function dueWindowToEdtf(window: DueWindow): Edtf | undefined {
  const { earliest, latest, period } = window;
  switch (window.kind) {
    case 'on':
      return earliest && onEdtf(earliest, window.start, window.end);
    case 'oneOf':
      return window.dates && `[${window.dates.join(',')}]`;
    case 'by':
      return latest && `../${lastNamed(period, latest)}`;
    case 'window':
    case 'relative':
      if (!earliest || !latest) return latest ? `../${latest}` : earliest && `${earliest}/..`;
      if (period && sameSpan(period, { earliest, latest })) return period;
      return earliest === latest ? earliest : `${earliest}/${latest}`;
    case 'recurring':
    case 'undated':
      return undefined;
  }
}

const onEdtf = (day: LocalDate, start?: string, end?: string): Edtf => {
  if (!start) return day;
  return end ? `${day}T${start}/${day}T${end}` : `${day}T${start}`;
};

const sameSpan = (period: Edtf, span: DaySpan): boolean => {
  if (!isEdtf(period)) return false;
  const bounds = edtfBounds(period);
  return bounds.earliest === span.earliest && bounds.latest === span.latest;
};

function lastNamed(period: Edtf | undefined, latest: LocalDate): Edtf {
  const last = period?.split('/').at(-1);
  return last !== undefined && isEdtf(last) && edtfBounds(last).latest === latest ? last : latest;
}
