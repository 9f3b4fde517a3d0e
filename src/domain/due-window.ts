import {
  addDays,
  addPeriod,
  type DaySpan,
  daysBetween,
  defaultSeasons,
  isLocalDate,
  monthOf,
  monthSpan,
  type SeasonBounds,
  weekOf,
  weekSpan,
  yearOf,
  yearSpan,
} from './calendar.js';
import { findNamed } from './due-phrases.js';
import {
  blot,
  type ClockTimes,
  findLength,
  findPreconditions,
  findRecurrence,
  type Length,
  namesNextMeeting,
  plain,
  putsOff,
  takeTimes,
} from './due-text.js';
import { coarsest, oneWord, readTime, type Time } from './due-time.js';
import { type Edtf, type EdtfPoint, groupSpan, type LocalDate, type ReadEdtf, readEdtf } from './when.js';

export type { SeasonBounds } from './calendar.js';

/** How exactly the words of a deadline say when. Half-years and tertials count as `season`. */
export type Precision = 'day' | 'week' | 'month' | 'quarter' | 'season' | 'year' | 'none';

/** What kind of promise the words make about time. */
export type DueKind = 'by' | 'on' | 'window' | 'oneOf' | 'relative' | 'recurring' | 'undated';

/**
 * What the reader of the words had to add to understand them; shown beside the deadline, never hidden.
 * `part`: where "i slutet av" begins and ends. `anchor`: a day counted from that the words do not name.
 */
export type Inference = 'year' | 'season' | 'part' | 'month' | 'anchor';
const inferences: readonly Inference[] = ['year', 'season', 'part', 'month', 'anchor'];

/**
 * A deadline as written and as understood. `original` is always kept and always shown.
 * `earliest` and `latest` bound it in the body's local days, both included; an item is late only after `latest`.
 * A `window` without `latest` is open ("efter sommaren"). `undated` has no bounds and forces a review at the next meeting.
 */
export interface DueWindow {
  readonly original: string;
  readonly kind: DueKind;
  readonly precision: Precision;
  readonly earliest?: LocalDate;
  readonly latest?: LocalDate;
  /** The day or period the words name, before "senast" or "före" is applied: `2026-06` in "senast i juni 2026". */
  readonly period?: Edtf;
  /** The alternatives of a `oneOf`, in time order. */
  readonly dates?: readonly LocalDate[];
  /** Local times of day, `HH:MM`, when the words name them ("kl. 15–16.30"); a `by` has only an end. */
  readonly start?: string;
  readonly end?: string;
  /** ISO 8601 duration of a `relative` ("en vecka" → `P7D`, "två veckor före" → `-P14D`) or a `recurring` deadline. */
  readonly offset?: string;
  /** The day a `relative` deadline counts from, when known. */
  readonly anchor?: LocalDate;
  /** A `relative` deadline that counts in meetings: the words say the body's next one. */
  readonly nextMeeting?: true;
  /** The exact words that say something must come first ("efter dialog med den länsgemensamma arbetsgruppen"). */
  readonly preconditions: readonly string[];
  /** What was inferred rather than read. */
  readonly inferred: readonly Inference[];
  /** The meeting (its id) that a person has bound the deadline to. */
  readonly boundToMeeting?: string;
}

/** What the reading of a deadline depends on besides its words. */
export interface ReadingRule {
  /** The date of the source that says it; the year rule counts from here. */
  readonly statedAt: LocalDate;
  /** The body's policy; left out: {@link defaultSeasons}. */
  readonly seasons?: SeasonBounds;
  /** The day a term runs from ("en vecka"), when somebody knows it. */
  readonly anchor?: LocalDate;
}

type Understood = Omit<DueWindow, 'original' | 'preconditions'>;

/** Longer texts are kept as words: a deadline is a phrase. */
const longestRead = 600;

/**
 * Reads a deadline as Swedes (or the English) write it. Words it cannot read, and words that name several times at
 * once, stay words: kind `undated`. Throws RangeError only when `rule` holds what is no day or no season bounds.
 */
export function parseDueWindow(text: string, rule: ReadingRule): DueWindow {
  for (const date of [rule.statedAt, rule.anchor])
    if (date !== undefined && !isLocalDate(date)) throw new RangeError(`not a day: ${date}`);
  const unread = { original: text, kind: 'undated', precision: 'none', inferred: [] } as const;
  if (text.length > longestRead) return { ...unread, preconditions: [] };
  const { words, at } = plain(text);
  const edtf = readEdtf(text.trim());
  if (edtf) {
    const understood = ofEdtf(edtf, text.trim(), rule.seasons ?? defaultSeasons);
    return { original: text, ...(understood ?? unread), preconditions: [] };
  }

  const first = findPreconditions(words);
  const preconditions = first.map(({ start, end }) => text.slice(at[start], at[end]).trim());
  const withoutFirst = first.reduce((left, { start, end }) => blot(left, start, end, ';'), words);
  const { times, rest } = takeTimes(withoutFirst);
  const understood = understand(rest, findLength(words, first), times, rule);
  if (!understood) return { ...unread, preconditions };
  const inferred = inferences.filter((one) => understood.inferred.includes(one));
  return { original: text, ...understood, preconditions, inferred };
}

/** Late: the window's last day has passed. What has no last day is never late, nor is what recurs. */
export const isLate = (window: DueWindow, today: LocalDate): boolean =>
  window.kind !== 'undated' &&
  window.kind !== 'recurring' &&
  window.latest !== undefined &&
  today > window.latest;

/** Days by which the last day moved, negative when it came earlier; `undefined` while either has none. */
export const slipDays = (from: DueWindow, to: DueWindow): number | undefined =>
  from.latest === undefined || to.latest === undefined ? undefined : daysBetween(from.latest, to.latest);

function understand(
  words: string,
  length: Length | undefined,
  times: ClockTimes | undefined,
  rule: ReadingRule,
): Understood | undefined {
  if (putsOff(words)) return undefined;
  const named = findNamed(words, { statedAt: rule.statedAt, seasons: rule.seasons ?? defaultSeasons });
  const time = named.length === 0 ? undefined : readTime(named, words, rule.statedAt);
  const recurrence = findRecurrence(words);
  if (recurrence !== undefined) return recurring(recurrence, time);
  if (time && length && isLinked(length, time, words)) return fromNamedDay(length, time);
  if (named.length > 0) {
    const stands = !length || (!length.side && time?.qualifier !== 'none');
    return time && stands ? promise(time, times) : undefined;
  }
  const nextMeeting = namesNextMeeting(words) ? { nextMeeting: true as const } : {};
  if (length) return { ...relative(length, rule.anchor, ['anchor']), ...nextMeeting };
  return 'nextMeeting' in nextMeeting
    ? { kind: 'relative', precision: 'none', inferred: [], ...nextMeeting }
    : undefined;
}

function promise(
  { qualifier, stretch, precision, inferred, dates }: Time,
  times?: ClockTimes,
): Understood | undefined {
  const { earliest, latest, edtf: period } = stretch;
  const common = { precision, period, inferred };
  if (dates && dates.length > 1) {
    const plainly = ['none', 'by', 'until', 'till'].includes(qualifier);
    return plainly ? { kind: 'oneOf', precision, inferred, earliest, latest, dates } : undefined;
  }
  const by = (last: LocalDate): Understood => {
    const closing = times && precision === 'day' ? { end: times.end ?? times.start } : {};
    return { kind: 'by', ...common, latest: last, ...closing };
  };
  switch (qualifier) {
    case 'unclear':
      return undefined;
    case 'by':
    case 'until':
      return by(stretch.by);
    case 'before':
      return by(stretch.before);
    case 'beforeEvent':
      return by(latest);
    case 'after':
      return { kind: 'window', ...common, earliest: stretch.after };
    case 'from':
    case 'afterEvent':
      return { kind: 'window', ...common, earliest };
    case 'till':
    case 'none':
      if (qualifier === 'till' && precision !== 'season') return by(stretch.by);
      return earliest === latest
        ? { kind: 'on', ...common, earliest, latest, ...times }
        : { kind: 'window', ...common, earliest, latest };
  }
}

/** A named time bounds what recurs if it is longer than the pace: "årligen i mars" ends with no March. */
function recurring(pace: string | null, time: Time | undefined): Understood {
  const promised = time && promise(time);
  if (promised?.kind === 'by' && time?.qualifier === 'by') return promised;
  const { earliest, latest } = promised ?? {};
  const isOccasion =
    promised?.kind === 'oneOf' ||
    (earliest && latest && addPeriod(earliest, pace ?? 'P2D') > addDays(latest, 1));
  const bounds = isOccasion ? {} : { ...(earliest && { earliest }), ...(latest && { latest }) };
  return {
    kind: 'recurring',
    precision: 'none',
    ...(pace !== null && { offset: pace }),
    ...bounds,
    inferred: isOccasion ? [] : (promised?.inferred ?? []),
  };
}

const onlyWords = new RegExp(String.raw`^\s+${oneWord}{0,6}$`, 'u');

/** "två veckor före mötet den 4 juni": the length hangs on the named day. */
const isLinked = (length: Length, time: Time, words: string): boolean =>
  length.side !== undefined &&
  length.end <= time.start &&
  onlyWords.test(words.slice(length.end, time.start));

const fromNamedDay = (length: Length, { stretch, precision, inferred }: Time): Understood | undefined =>
  precision === 'day' && stretch.earliest === stretch.latest
    ? relative(length, stretch.earliest, inferred)
    : undefined;

function relative(
  { offset, whole }: Length,
  anchor: LocalDate | undefined,
  inferred: readonly Inference[],
): Understood {
  const open: Understood = { kind: 'relative', precision: 'none', offset, inferred: [] };
  if (anchor === undefined) return open;
  const reached = yearOf(anchor) < 9000 ? addPeriod(anchor, offset) : undefined;
  if (reached === undefined) return open;
  const counted = { ...open, precision: 'day', anchor, inferred } as const;
  const span = whole && wholeSpan(whole, reached);
  return span ? { ...counted, precision: whole, ...span } : { ...counted, latest: reached };
}

function wholeSpan(whole: 'day' | 'week' | 'month' | 'year', reached: LocalDate): DaySpan | undefined {
  switch (whole) {
    case 'day':
      return { earliest: reached, latest: reached };
    case 'week': {
      const { year, week } = weekOf(reached);
      return weekSpan(year, week);
    }
    case 'month':
      return monthSpan(yearOf(reached), monthOf(reached));
    case 'year':
      return yearSpan(yearOf(reached));
  }
}

/** A deadline in its exchange form; `undefined` for dates marked as doubtful and for a choice of periods. */
function ofEdtf(read: ReadEdtf, text: Edtf, seasons: SeasonBounds): Understood | undefined {
  const points =
    read.kind === 'point' ? [read.point] : read.kind === 'oneOf' ? read.points : [read.from, read.to];
  const known = points.filter((point) => point !== undefined);
  if (known.some(({ uncertain, approximate }) => uncertain || approximate)) return undefined;
  const spans = known.map((point) => spanOf(point, seasons));
  const precision = coarsest(known.map(precisionOf));
  const seasonal = known.some(({ group = 0 }) => group >= 21 && group <= 24);
  const common = { precision, inferred: seasonal ? (['season'] as const) : [] };
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return undefined;
  if (read.kind === 'oneOf') {
    const dates = [...new Set(spans.map(({ earliest }) => earliest))].sort();
    const [earliest, latest] = [dates[0], dates.at(-1)];
    return precision === 'day' && dates.length > 1
      ? { kind: 'oneOf', ...common, earliest, latest, dates }
      : undefined;
  }
  const period = text.replace(/T[^/]*/gu, '').replace(/^(.+)\/\1$/u, '$1');
  if (read.kind === 'interval' && !read.from)
    return { kind: 'by', ...common, latest: last.latest, period: period.slice(3) };
  if (read.kind === 'interval' && !read.to)
    return { kind: 'window', ...common, earliest: first.earliest, period: period.slice(0, -3) };
  const bounds = { earliest: first.earliest, latest: last.latest };
  if (bounds.earliest !== bounds.latest) return { kind: 'window', ...common, ...bounds, period };
  const [start, end] = read.kind === 'point' ? [read.point.time] : [read.from?.time, read.to?.time];
  return { kind: 'on', ...common, ...bounds, period, ...(start && { start }), ...(start && end && { end }) };
}

const precisionOf = ({ precision, group = 0 }: EdtfPoint): Precision =>
  precision === 'group' ? (group >= 33 && group <= 36 ? 'quarter' : 'season') : precision;

const spanOf = ({ year, group, span }: EdtfPoint, seasons: SeasonBounds): DaySpan =>
  (group === undefined ? undefined : groupSpan(year, group, seasons)) ?? span;
