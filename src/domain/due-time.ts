import { yearOf } from './calendar.js';
import { type Stretch, yearBy, yearCarriedBack, yearCarriedOn } from './due-named.js';
import type { Found } from './due-phrases.js';
import type { Inference, Precision } from './due-window.js';
import type { LocalDate } from './when.js';

/** How the words around a day or period turn it into a promise. `…Event`: something that happens inside it is named. */
export type Qualifier =
  'by' | 'until' | 'till' | 'before' | 'beforeEvent' | 'after' | 'afterEvent' | 'from' | 'none' | 'unclear';

/** The one day or period a text is about. */
export interface Time {
  readonly start: number;
  readonly end: number;
  readonly qualifier: Qualifier;
  readonly stretch: Stretch;
  readonly precision: Precision;
  readonly inferred: readonly Inference[];
  /** Two or more days of which one will be it. */
  readonly dates?: readonly LocalDate[];
}

type Link = 'range' | 'or' | 'and' | 'none';

const weekdays = '(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const small = String.raw`(?:(?:den|det|i|vid|på|om|under|inom|the|on|in|at|of|during|within|månad|datum|år|per|${weekdays},?)\s+)*`;
/** A word inside one clause, as a pattern. */
export const oneWord = String.raw`(?:(?!-\s)[^\s,;().!?]+\s+)`;
const left = (words: string) => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})\s*${small}$`, 'u');
const byWords =
  'senast|inte senare än|ej senare än|no later than|not later than|latest|' +
  String.raw`(?:deadline|sista \p{L}*dag(?:en)?|frist(?:en)?|due date|closing date)(?:\s+(?:är|is))?\s*:?`;
const untilWords = String.raw`fram till|t\.?\s?o\.?\s?m\.?|till och med|until|up to and including|through`;
const beforeWords = 'före|innan|inför|before|prior to|ahead of';
const meetings = String.raw`(?:(?:nästa|ordinarie|extra|kommande|the|next|ordinary|coming)\s+)*[\p{L}:-]*(?:mötet|möte|sammanträdet|sammanträde|meeting)\s+`;
const qualifiers: readonly (readonly [Qualifier, RegExp])[] = [
  [
    'unclear',
    left(String.raw`ca\.?|cirka|c:a|runt|omkring|kring|ungefär|around|about|approximately|approx\.?|circa`),
  ],
  [
    'from',
    left(
      String.raw`tidigast|inte före|ej före|not before|no earlier than|från(?: och med)?|fr\.?\s?o\.?\s?m\.?|f\.?\s?o\.?\s?m\.?|from|starting|as of|med start`,
    ),
  ],
  ['unclear', left('inte|ej|not')],
  ['by', left(`${byWords}|by`)],
  ['until', left(untilWords)],
  ['till', left('till|tills|to')],
  ['before', left(beforeWords)],
  ['after', left('efter|after')],
  ['by', left(String.raw`(?:${byWords})\s+${oneWord}{1,6}`)],
  ['by', left(String.raw`(?:till|to|by)\s+${meetings}`)],
  ['beforeEvent', left(String.raw`(?:${beforeWords})\s+${oneWord}{1,6}`)],
  ['afterEvent', left(String.raw`(?:efter|after)\s+${oneWord}{1,6}`)],
];
const smallAtEnd = new RegExp(String.raw`(?<!\p{L})${small}$`, 'u');
const between = new RegExp(String.raw`(?<!\p{L})(?:mellan|between)\s+${small}$`, 'u');
const latestAfter = /^\s*,?\s*(?:senast|at the latest|latest)(?!\p{L})/u;
const isMoved = /(?:flytt|senarel|postpon|moved|reschedul|ändra|justera|changed)/u;

function qualifierOf(before: string, after: string): Qualifier {
  const found = qualifiers.find(([, form]) => form.test(before))?.[0] ?? 'none';
  return found === 'none' && latestAfter.test(after) ? 'by' : found;
}

/** The one time the words name, or of several the one with "senast"; `undefined` for others and for what cannot be. */
export function readTime(named: readonly Found[], words: string, statedAt: LocalDate): Time | undefined {
  const groups: { found: Found[]; links: Link[] }[] = [];
  for (const found of named) {
    const last = groups.at(-1);
    const previous = last?.found.at(-1);
    const gap = previous ? words.slice(previous.end, found.start) : '';
    const link = previous ? linkOf(gap, words.slice(0, previous.start)) : 'none';
    if (last && link !== 'none') {
      last.found.push(found);
      last.links.push(link);
    } else groups.push({ found: [found], links: [] });
  }
  const times = groups.map(({ found, links }, at) => {
    const start = groups[at - 1]?.found.at(-1)?.end ?? 0;
    const end = groups[at + 1]?.found[0]?.start ?? words.length;
    return joined(
      found,
      links,
      words.slice(start, found[0]?.start),
      words.slice(found.at(-1)?.end, end),
      statedAt,
    );
  });
  if (times.some((time) => time === undefined)) return undefined;
  const all = times.filter((time) => time !== undefined);
  const [one, ...others] = all;
  if (others.every((other) => other.stretch.edtf === one?.stretch.edtf)) return surest(all);
  const promised = all.filter(({ qualifier }) => qualifier === 'by');
  return promised.length === 1 ? promised[0] : undefined;
}

/** The same time said twice, once perhaps more exactly: "senast 4 juni (2026-06-04)". */
function surest(times: readonly Time[]): Time | undefined {
  const promised = times.find(({ qualifier }) => qualifier !== 'none') ?? times[0];
  const [plainest] = [...times].sort((a, b) => a.inferred.length - b.inferred.length);
  return promised && plainest && { ...promised, inferred: plainest.inferred };
}

function linkOf(gap: string, beforeFirst: string): Link {
  const plainLink = gap
    .replace(/(?<!\p{L})(?:vecka|week|kvartal|kv\.?|v\.?|q)\s*$/u, '')
    .replace(smallAtEnd, '')
    .trim();
  if (/^(?:-|\/|till|to|until|through|t\.?\s?o\.?\s?m\.?|till och med|fram till)$/u.test(plainLink))
    return 'range';
  if (/^,?\s*(?:el\.?|eller|or|alternativt|alt\.?|och\/eller|and\/or)$/u.test(plainLink)) return 'or';
  if (!/^(?:och|samt|and|&|,)$/u.test(plainLink)) return 'none';
  return plainLink !== ',' && between.test(beforeFirst) ? 'range' : 'and';
}

function joined(
  found: readonly Found[],
  links: readonly Link[],
  before: string,
  after: string,
  statedAt: LocalDate,
): Time | undefined {
  const ranged = links.every((link) => link === 'range');
  const moved =
    ranged && links.length > 0 && isMoved.test(before) && /(?:från|from)\s+(?:den\s+)?$/u.test(before);
  const meant = moved ? found.slice(-1) : found;
  const qualifier = moved ? 'none' : qualifierOf(before, after);
  const stretches = withYears(meant, ranged, statedAt, qualifier === 'before' ? 'before' : 'by');
  const [first, last] = [stretches?.[0], stretches?.at(-1)];
  const [start, end] = [found[0]?.start, found.at(-1)?.end];
  if (!stretches || !first || !last || start === undefined || end === undefined) return undefined;

  const days = meant.every((one) => one.precision === 'day');
  const yearInferred = isYearInferred(meant, stretches, ranged || !days);
  const inferred = meant.flatMap((one) => one.inferred ?? []).concat(yearInferred ? ['year'] : []);
  const precision = coarsest(meant.map((one) => one.precision));
  const time = { start, end, qualifier, precision, inferred };
  if (stretches.length === 1) return { ...time, stretch: first };
  if (ranged) {
    if (links.length > 1 || first.earliest > last.earliest || first.latest > last.latest) return undefined;
    const open = qualifier === 'from' ? 'none' : qualifier;
    return { ...time, qualifier: open, stretch: spanning(first, last) };
  }
  const inOrder = [...stretches].sort((a, b) => (a.earliest < b.earliest ? -1 : 1));
  const whole = spanning(inOrder[0] ?? first, inOrder.at(-1) ?? last);
  if (links.includes('or') && !links.includes('range') && days)
    return { ...time, stretch: whole, dates: [...new Set(inOrder.map(({ earliest }) => earliest))] };
  const unbroken = inOrder.every((one, at) => at === 0 || one.earliest <= (inOrder[at - 1]?.after ?? ''));
  const anyDay = meant.some((one) => one.precision === 'day');
  return unbroken && !anyDay && !links.includes('range') ? { ...time, stretch: whole } : undefined;
}

/** Between the ends of a span a written year holds for both, while it is the same; an alternative's is always inferred. */
function isYearInferred(found: readonly Found[], stretches: readonly Stretch[], shared: boolean): boolean {
  const written = stretches.find((_, at) => found[at]?.year !== undefined);
  const carried = stretches.filter((_, at) => found[at]?.year === undefined);
  return carried.some(({ earliest }) => !shared || !written || yearOf(earliest) !== yearOf(written.earliest));
}

function withYears(
  found: readonly Found[],
  ranged: boolean,
  statedAt: LocalDate,
  lastDay: 'by' | 'before',
): Stretch[] | undefined {
  const order = ranged || found.some(({ precision }) => precision !== 'day') ? 'inOrder' : 'alternative';
  const known = found.findIndex(({ year }) => year !== undefined);
  const from = known >= 0 ? known : found.length - 1;
  const start = found[from];
  const pivot = start?.span(start.year ?? yearBy(start, statedAt, lastDay));
  if (!pivot) return undefined;
  const stretches: Stretch[] = [pivot];
  for (const one of found.slice(from + 1)) {
    const previous = stretches.at(-1) ?? pivot;
    const next = one.span(one.year ?? yearCarriedOn(one, previous, order));
    if (!next) return undefined;
    stretches.push(next);
  }
  for (const one of found.slice(0, from).reverse()) {
    const following = stretches[0] ?? pivot;
    const earlier = one.span(one.year ?? yearCarriedBack(one, following, order));
    if (!earlier) return undefined;
    stretches.unshift(earlier);
  }
  return stretches;
}

function spanning(first: Stretch, last: Stretch): Stretch {
  const [from, to] = [first.edtf.split('/')[0] ?? first.earliest, last.edtf.split('/').at(-1) ?? last.latest];
  const edtf = from === to ? from : `${from}/${to}`;
  return {
    edtf,
    earliest: first.earliest,
    latest: last.latest,
    by: last.by,
    before: first.before,
    after: last.after,
  };
}

const precisions: readonly Precision[] = ['day', 'week', 'month', 'quarter', 'season', 'year', 'none'];
/** The least exact of several. */
export const coarsest = (of: readonly Precision[]): Precision =>
  precisions.findLast((precision) => of.includes(precision)) ?? 'none';
