import { addDays, addMonths, localDate, monthOf, type Season, weekday, yearOf } from './calendar.js';
import {
  christmas,
  day,
  fixed,
  impossible,
  type Named,
  type Part,
  partOf,
  partOfYear,
  type Reading,
  season,
  turnAfter,
  week,
  wholeMonth,
  wholeYear,
} from './due-named.js';
import { matchesOf } from './due-text.js';
import type { Inference } from './due-window.js';

/** A day or period and where the words for it stand. */
export interface Found extends Named {
  readonly start: number;
  readonly end: number;
}

const months: Readonly<Record<string, number>> = {
  ...{ januari: 1, februari: 2, mars: 3, april: 4, maj: 5, juni: 6, juli: 7, augusti: 8, september: 9 },
  ...{ oktober: 10, november: 11, december: 12, january: 1, february: 2, march: 3, may: 5, june: 6, july: 7 },
  ...{ august: 8, october: 10 },
};
const shortMonths: Readonly<Record<string, number>> = {
  ...{ jan: 1, feb: 2, febr: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, sept: 9, sep: 9, okt: 10, oct: 10 },
  ...{ nov: 11, dec: 12 },
};
const anyOf = (...names: Readonly<Record<string, unknown>>[]) =>
  names
    .flatMap((some) => Object.keys(some))
    .sort((a, b) => b.length - a.length)
    .join('|');
const monthNumber = (name = '') => months[name] ?? shortMonths[name] ?? 0;

const fullMonth = anyOf(months);
const { jul: _july, ...unmistakable } = shortMonths;
const shortMonth = anyOf(unmistakable);
const anyMonth = `(?:${anyOf(months, shortMonths)})`;
const ordinal = String.raw`(?::?(?:sta|dje|de|te|a|e)|st|nd|rd|th)?`;
const year = String.raw`(?:19|20|21)\d\d`;
const yearPair = String.raw`(?:\s+(${year})\s*[-/]\s*(${year}|\d\d))?`;
const join = String.raw`\s*(?:-|och|eller|el\.?|or|and|till|to)\s*`;
const nthWord = String.raw`(första|andra|tredje|fjärde|sista|first|second|third|fourth|last|[1-4]:?(?:a|e|sta|st|nd|rd|th))`;
const notUnit = String.raw`(?!\s+(?:därpå|därefter|efter|after|innan|före|before)(?!\p{L}))`;

/** Stands where something was read: neither a letter, a digit nor a space. */
const alreadyRead = '\ue000';

/** Words of their own: neither a letter nor a digit on either side. */
const alone = (words: string) => String.raw`(?<![\p{L}\p{N}])${words}(?![\p{L}\p{N}])`;

type Read = Named & { readonly start?: number; readonly end?: number };
interface Finder {
  readonly form: RegExp;
  /** `undefined`: the words mean something else. Places are counted from the start of the match. */
  readonly read: (match: RegExpExecArray, reading: Reading) => Read | readonly Read[] | undefined;
}
const finder = (form: string, read: Finder['read']): Finder => ({ form: new RegExp(form, 'gu'), read });

const ends = (words: RegExp, match: RegExpExecArray) => words.test(match.input.slice(0, match.index));
const goesOn = (words: RegExp, match: RegExpExecArray) =>
  words.test(match.input.slice(match.index + match[0].length));

/** The numbers in `list`, each in its place and made a day or period; the first takes in what leads to the list. */
const eachOf = (list: string, at: number, make: (number: number) => Named): Read[] =>
  [...list.matchAll(/\d+/gu)].map((match, index) => ({
    ...make(Number(match[0])),
    start: index === 0 ? 0 : at + match.index,
    end: at + match.index + match[0].length,
  }));

const ofMonth = (month: number) => (date: number) => day(month, date);
const iso = (named: Named, written: string | undefined): Named => ({ ...named, year: Number(written) });

function inYears(match: RegExpExecArray, named: Named): Named {
  const [, , first, second] = match;
  if (first === undefined || second === undefined) return named;
  return (Number(first) + 1) % 100 === Number(second) % 100 && (second.length === 2 || second > first)
    ? { ...named, year: Number(first) }
    : impossible;
}

function nth(word: string | undefined, count: number, first: number): Named {
  const forms = [
    /^(?:första|first|1)/u,
    /^(?:andra|second|2)/u,
    /^(?:tredje|third|3)/u,
    /^(?:fjärde|fourth|4)/u,
  ];
  const number = /^(?:sista|last)/u.test(word ?? '')
    ? count
    : forms.findIndex((form) => form.test(word ?? '')) + 1;
  return number >= 1 && number <= count ? partOfYear(first + number - 1) : impossible;
}

const thisYear = ({ statedAt }: Reading, inferred: readonly Inference[] = ['year']): Named => ({
  ...wholeYear,
  year: yearOf(statedAt),
  inferred,
});
const thisMonth = ({ statedAt }: Reading): Named => ({
  ...wholeMonth(monthOf(statedAt)),
  year: yearOf(statedAt),
  inferred: ['year', 'month'],
});

function nextSuchDay(date: number, { statedAt }: Reading): Named {
  for (let ahead = 0; ahead < 3; ahead++) {
    const month = addMonths(`${statedAt.slice(0, 8)}01`, ahead);
    const found = localDate(yearOf(month), monthOf(month), date);
    if (found !== undefined && found >= statedAt)
      return fixed('day', { earliest: found, latest: found }, ['year', 'month']);
  }
  return impossible;
}

function nextOrThis(next: boolean, unit: string, { statedAt }: Reading): Named {
  if (/^(?:vecka|week)/u.test(unit)) {
    const monday = addDays(statedAt, 1 - weekday(statedAt) + (next ? 7 : 0));
    return fixed('week', { earliest: monday, latest: addDays(monday, 6) }, ['anchor']);
  }
  const quarterly = /^(?:kvart|quart)/u.test(unit);
  const month = addMonths(statedAt, next ? (quarterly ? 3 : 1) : 0);
  const named = quarterly
    ? partOfYear(33 + Math.floor((monthOf(month) - 1) / 3))
    : wholeMonth(monthOf(month));
  return { ...named, year: yearOf(month), inferred: ['anchor'] };
}

const endsOrYear = new RegExp(String.raw`^\s*(?:$|[.,;)]|${year})`, 'u');
const wholeYearNumber = new RegExp(`^${year}$`, 'u');
const mayBeVerb = /^(?:may|march)$/u;
const leadsToMonth =
  /(?<!\p{L})(?:i|in|by|of|on|during|before|after|until|till|from|mid|late|early|end|senast|since|within)[\s-]+$/u;
const seasonNames: readonly (readonly [RegExp, Season])[] = [
  [/^(?:vår|vt|spring)/u, 'spring'],
  [/^(?:sommar|summer)/u, 'summer'],
  [/^(?:höst|ht|autumn|fall)/u, 'autumn'],
  [/^(?:vint|winter)/u, 'winter'],
];
const leadsToSeason =
  /(?<!\p{L})(?:this|the|in|by|before|after|during|until|of|late|early|or|and|i|till|denna|kommande|tidig|sen|eller|och|[-/])\s*$/u;
const yearFollows = new RegExp(String.raw`^(?:\s*(?:of\s+|år\s+)?${year}|\s?[-']\s?\d\d(?!\d))`, 'u');
const seasonFollows = /^\s*[-/]\s*(?:vår|sommar|höst|vinter|spring|summer|autumn|fall|winter)(?!\p{L})/u;
const whichIsUnclear = /(?<!\p{L})(?:nästa|förra|föregående|next|last|previous)\s+$/u;

function readSeason(match: RegExpExecArray, { seasons }: Reading): Named | undefined {
  const [word] = match;
  const name = seasonNames.find(([form]) => form.test(word))?.[1];
  if (name === undefined || ends(whichIsUnclear, match)) return name && impossible;
  const sure =
    !/^(?:spring|fall|vår|sommar|höst|vinter)$/u.test(word) ||
    goesOn(yearFollows, match) ||
    goesOn(seasonFollows, match);
  const led = ends(leadsToSeason, match) && !(word === 'vår' && goesOn(/^\s+\p{L}/u, match));
  return sure || led ? season(name, seasons) : undefined;
}

/** Without such a word "jul" may as well be July. */
const leadsToChristmas = /(?<!\p{L})(?:före|innan|inför|till|över|under|efter|i|vid)\s+$/u;

const makesYearATime =
  /(?<!\p{L})(?:under|inför|före|innan|senast|efter|från|fr\.?\s?o\.?\s?m\.?|till|t\.?\s?o\.?\s?m\.?|i|in|during|before|by|after|from|until|within|inom|year|år|av|of|tidigast|end|hela)\s+$/u;
const within = /(?<!\p{L})(?:under|inom|during|within)\s+(?:the\s+)?$/u;
const partWords: readonly (readonly [RegExp, Part])[] = [
  [/^(?:första halvan|first half)/u, 'firstHalf'],
  [/^(?:andra halvan|second half)/u, 'secondHalf'],
  [/^(?:bör|inl|beg|start|early|tidig|primo)/u, 'start'],
  [/^(?:mi|medio)/u, 'middle'],
  [/^(?:utg|close|ultimo)/u, 'close'],
  [/^(?:slut|end|late|sen)/u, 'end'],
];
const partOfWhat =
  /(?<![\p{L}\p{N}])(början|inledningen|mitten|slutet|utgången|(?:första|andra) halvan|(?:first|second) half|beginning|start|middle|end|close|early|mid|late|tidigt?|sent?|primo|medio|ultimo)(?:\s+|\s*-\s*)(?:(?:av|på|of|i)\s+)?(?:the\s+)?$/u;

/** In order of precedence: what an earlier one has read, a later one does not see. */
const finders: readonly Finder[] = [
  finder(
    alone(`(årsskiftet?|nyåret|nyår|turn of the year|new year|year-?end)${yearPair}`),
    (match, { statedAt }) => {
      const written = yearAfter(match.input, match.index + match[0].length, statedAt);
      if (match[2] !== undefined || written.year === undefined) return inYears(match, turnAfter(12));
      const passed = `${written.year - 1}-12-31` < statedAt;
      const end = written.end - match.index;
      return { ...turnAfter(12), year: passed ? written.year : written.year - 1, inferred: ['year'], end };
    },
  ),
  finder(alone('(?:halvårsskiftet?|mid-?year|turn of the half-year)'), () => turnAfter(6)),
  finder(alone(String.raw`månadsskiftet?\s+(${fullMonth})\s*[-/]\s*(${fullMonth})`), ([, first, second]) =>
    monthNumber(second) === (monthNumber(first) % 12) + 1 ? turnAfter(monthNumber(first)) : impossible,
  ),
  finder(alone(`(vintern?|winter)${yearPair}`), (match, reading) => {
    const named = match[2] === undefined ? readSeason(match, reading) : season('winter', reading.seasons);
    return named && inYears(match, named);
  }),
  finder(String.raw`(?<![\p{L}\p{N}/.])(\d{4})-(\d{1,2})-(\d{1,2})(?!\p{N})`, ([, written, month, date]) =>
    iso(day(Number(month), Number(date)), written),
  ),
  finder(alone(String.raw`(\d{4})-?[wv](\d{1,2})`), ([, written, number]) =>
    iso(week(Number(number)), written),
  ),
  finder(alone(String.raw`(\d{4})[-/ ]?(?:q|kv)\s?([1-4])`), ([, written, number]) =>
    iso(partOfYear(32 + Number(number)), written),
  ),
  finder(
    String.raw`(?<![\p{L}\p{N}/.])(\d{4})-(\d{2})(?!\p{N}|-\d{1,2}(?!\d)|/|\s*${anyMonth})`,
    ([, written, number]) => (Number(number) > 12 ? impossible : iso(wholeMonth(Number(number)), written)),
  ),
  finder(
    String.raw`(?<![\p{L}\p{N}./-])((?:19|20)\d\d)(\d\d)(\d\d)(?![\p{L}\p{N}/-]|\.\d)`,
    ([, written, month, date]) => iso(day(Number(month), Number(date)), written),
  ),
  finder(
    String.raw`(?<![\p{L}\p{N}.])(\d{1,2})\.(\d{1,2})\.(${year})(?![\p{L}\p{N}])`,
    ([, date, month, written]) => iso(day(Number(month), Number(date)), written),
  ),
  finder(
    String.raw`(?<![\p{L}\p{N}/.:])(\d{1,2})/(\d{1,2})(?:/(${year}))?(?![\p{L}\p{N}/])`,
    ([, date, month, written]) => {
      const named = day(Number(month), Number(date));
      return written === undefined ? named : iso(named, written);
    },
  ),
  finder(
    String.raw`(?<![\p{L}\p{N}/.:-])((?:\d{1,2}${ordinal}\s*,\s*)*(?:\d{1,2}${ordinal}${join}(?:den\s+|the\s+)?)+\d{1,2}${ordinal})\s*(?:of\s+)?(${anyMonth})\.?(?!\p{L})`,
    ([all, list = '', name]) => {
      const found = eachOf(list, 0, ofMonth(monthNumber(name)));
      return found.map((one, at) => (at === found.length - 1 ? { ...one, end: all.length } : one));
    },
  ),
  finder(
    String.raw`(?<![\p{L}\p{N}/.:,])(\d+)(?:\.|${ordinal})\s*(?:of\s+)?(${anyMonth})\.?(?!\p{L})`,
    ([, number = '', name]) =>
      wholeYearNumber.test(number)
        ? iso(wholeMonth(monthNumber(name)), number)
        : day(monthNumber(name), Number(number)),
  ),
  finder(
    String.raw`(?<!\p{L})(january|february|march|may|june|july|august|october)\s+(\d{1,2}${ordinal}(?:${join}\d{1,2}${ordinal})?)(?![\p{L}\p{N}.:/])`,
    ([all, name, list = '']) => eachOf(list, all.length - list.length, ofMonth(monthNumber(name))),
  ),
  finder(
    String.raw`(?<!\p{L})(april|september|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?\s+(\d{1,2})(?:(?:st|nd|rd|th)(?!\p{L})|(?=,\s*${year}))`,
    ([, name, number]) => day(monthNumber(name), Number(number)),
  ),
  finder(
    alone(String.raw`(?:(första)|sista|last\s+day\s+of)\s+(?:dagen\s+i\s+)?(${fullMonth})`),
    ([, first, name]) => (first ? day(monthNumber(name), 1) : partOf(wholeMonth(monthNumber(name)), 'close')),
  ),
  finder(alone(String.raw`(${fullMonth})(?:\s+månad)?`), (match) => {
    const [, name = ''] = match;
    const isMonth =
      !mayBeVerb.test(name) ||
      ends(leadsToMonth, match) ||
      goesOn(endsOrYear, match) ||
      (ends(/^\s*$/u, match) && goesOn(/^\s*(?:-|or|and|to)(?!\p{L})/u, match));
    return isMonth ? wholeMonth(monthNumber(name)) : undefined;
  }),
  finder(
    String.raw`(?<!\p{L})(${shortMonth})\.?(?:(?=\s*(?:${year}|-\s*${anyMonth}(?!\p{L})))|(?<=${anyMonth}\.?\s*-\s*${anyMonth}\.?)(?!\p{L})|(?<=(?:^|\s)(?:i|in|senast|by|till|före|innan|inför|before|during|under)\s${anyMonth}\.?)(?!\p{L}))`,
    ([, name]) => wholeMonth(monthNumber(name)),
  ),
  finder(
    String.raw`(?<![\p{L}\p{N}])(?:veckorna|vecka|veckor|v|weeks?|wk|w)\.?\s*(\d{1,2}(?:(?:\s*(?:och|eller|el\.?|till|to|and|or)\s*|-|\s+-\s+)(?:vecka\s*|v\.?\s*|week\s*)?\d{1,2})?)(?![\p{L}\p{N}/:]|\.\d|\s*${anyMonth}(?!\p{L}))`,
    ([all, list = '']) => eachOf(list, all.length - list.length, week),
  ),
  finder(
    String.raw`(?<![\p{L}\p{N}])(?:kvartal|kv\.?|quarter|q)\s*([1-4](?:${join}(?:kvartal|kv\.?|q)?\s*[1-4])?)(?![\p{L}\p{N}])`,
    ([all, list = '']) => eachOf(list, all.length - list.length, (number) => partOfYear(32 + number)),
  ),
  finder(alone(String.raw`${nthWord}\s+(?:kvartalet|kvartal|quarter)`), ([, word]) => nth(word, 4, 33)),
  finder(alone(String.raw`tertial\s*([1-3])`), ([, number]) => partOfYear(36 + Number(number))),
  finder(alone(String.raw`${nthWord}\s+tertial(?:et)?`), ([, word]) => nth(word, 3, 37)),
  finder(alone('h([12])'), ([, number]) => partOfYear(39 + Number(number))),
  finder(
    alone(String.raw`${nthWord}\s+(?:halvåret|halvår|half-year|half(?:\s+of\s+the\s+year)?)`),
    (match) => (goesOn(/^\s+of\s+(?:the\s+)?[\p{L}\ue000]/u, match) ? undefined : nth(match[1], 2, 40)),
  ),
  finder(
    alone('(?:vår(?:ens?|terminen)?|sommar(?:ens?)?|höst(?:ens?|terminen)?|spring|summer|autumn|fall)'),
    readSeason,
  ),
  finder(
    String.raw`(?<![\p{L}\p{N}])[vh]t\s*-?\s*'?(\d{4}|\d\d)(?![\p{L}\p{N}])`,
    ([all, digits = ''], { seasons }) => {
      const named = season(all.startsWith('v') ? 'spring' : 'autumn', seasons);
      return { ...named, year: Number(digits) + (digits.length === 2 ? 2000 : 0) };
    },
  ),
  finder(alone('(?:julhelgen|julen|julafton|jul|christmas)'), (match) =>
    match[0] !== 'jul' || ends(leadsToChristmas, match) ? christmas : impossible,
  ),
  finder(alone(String.raw`(årets|månadens)\s+(början|mitt|slut)`), ([, whose, part = ''], reading) => {
    const whole = whose === 'årets' ? thisYear(reading) : thisMonth(reading);
    return partOf(whole, part.startsWith('b') ? 'start' : part.startsWith('m') ? 'middle' : 'end');
  }),
  finder(
    alone(String.raw`(?:(nästa|nästkommande|next)\s+(?:år|year)|(?:i|detta|innevarande)\s+år|this\s+year)`),
    ([, next], reading) => {
      const named = thisYear(reading);
      return next === undefined ? named : { ...named, year: yearOf(reading.statedAt) + 1 };
    },
  ),
  finder(alone(String.raw`(?:året|year)`) + notUnit, (match, reading) =>
    ends(partOfWhat, match) || ends(within, match) ? thisYear(reading) : undefined,
  ),
  finder(alone(String.raw`(?:månaden|month)`) + notUnit, (match, reading) =>
    ends(partOfWhat, match) ? thisMonth(reading) : undefined,
  ),
  finder(alone(String.raw`(?:(i\s?dag|today)|i\s?morgon|tomorrow)`), ([, today], { statedAt }) => {
    const date = addDays(statedAt, today === undefined ? 1 : 0);
    return fixed('day', { earliest: date, latest: date }, ['anchor']);
  }),
  finder(
    alone(
      String.raw`(?:(nästa|nästkommande|kommande|next|coming)|denna|den\s+här|innevarande|this)\s+(vecka|week|månad|month|kvartal|quarter)n?`,
    ),
    ([, next, unit = ''], reading) => nextOrThis(next !== undefined, unit, reading),
  ),
  finder(String.raw`(?<![\p{L}\p{N}.:])(${year})(?![\p{L}\p{N}:]|\.\d|-\d{1,2}(?!\d))`, (match) => ({
    ...iso(wholeYear, match[1]),
    bareYear: !ends(makesYearATime, match),
  })),
  finder(
    alone(String.raw`(?:den\s+(\d{1,2}):?[ae]|the\s+(\d{1,2})(?:st|nd|rd|th))`),
    ([, date, english], reading) => nextSuchDay(Number(date ?? english), reading),
  ),
];

const writtenYear = new RegExp(
  String.raw`,?\s*\(?(?:år\s+|of\s+|i\s+|in\s+)?(${year})(?![\p{L}\p{N}]|-\d\d-\d|-\d\d(?!\d|/|\s*${anyMonth})|/\d)\)?`,
  'uy',
);
const shortYear = new RegExp(
  String.raw`\s*['-](\d\d)(?![\p{L}\d:/]|\.\d|\s*(?:(?:-|och|eller|el\.?|or|and)\s*\d\d?\s*)?${anyMonth})`,
  'uy',
);
const relativeYear =
  /\s+(?:(nästa\s+år|nästkommande\s+år|next\s+year)|i\s+år|innevarande\s+år|this\s+year)(?!\p{L})/uy;

/** The year written right after a day or period, and where it ends. Two digits are one near the year of the statement. */
function yearAfter(
  words: string,
  at: number,
  statedAt: string,
): { end: number; year?: number; inferred: Inference[] } {
  const matchOf = (form: RegExp) => {
    form.lastIndex = at;
    return form.exec(words);
  };
  const written = matchOf(writtenYear);
  if (written) return { end: at + written[0].length, year: Number(written[1]), inferred: [] };
  const short = matchOf(shortYear);
  const near = 2000 + Number(short?.[1]);
  const ahead = near - yearOf(statedAt);
  if (short && ahead >= -1 && ahead <= 10) return { end: at + short[0].length, year: near, inferred: [] };
  const relative = matchOf(relativeYear);
  if (!relative) return { end: at, inferred: [] };
  const next = relative[1] === undefined ? 0 : 1;
  return { end: at + relative[0].length, year: yearOf(statedAt) + next, inferred: ['year'] };
}

/**
 * The days and periods that `words` (see `plain`) name, in the order they stand. Years on their own count only when
 * there is nothing else; digits that hang on to a date unread make it impossible.
 */
export function findNamed(words: string, reading: Reading): Found[] {
  const found: Found[] = [];
  let unread = words;
  for (const { form, read } of finders)
    for (const match of matchesOf(form, unread)) {
      const named = read(match, reading);
      if (named === undefined) continue;
      const placed = withYear('span' in named ? [named] : named, match, reading);
      const end = placed.at(-1)?.end ?? match.index;
      found.push(...placed);
      unread = unread.slice(0, match.index) + alreadyRead.repeat(end - match.index) + unread.slice(end);
    }
  found.sort((a, b) => a.start - b.start);
  return yearsInPlace(found, words).map((one) => withPart(unlessDigitsFollow(one, words, found), words));
}

/** Puts what a match named in its place in the text, with the year written after it. */
function withYear(named: readonly Read[], match: RegExpExecArray, { statedAt }: Reading): Found[] {
  const placed = named.map((one) => ({
    ...one,
    start: match.index + (one.start ?? 0),
    end: match.index + (one.end ?? match[0].length),
  }));
  const last = placed.at(-1);
  if (!last || placed.some((one) => one.year !== undefined)) return placed;
  const { year, end, inferred } = yearAfter(match.input, last.end, statedAt);
  if (year === undefined) return placed;
  const dated = placed.map((one) => ({ ...one, year, inferred: [...(one.inferred ?? []), ...inferred] }));
  return dated.map((one, at) => (at === dated.length - 1 ? { ...one, end } : one));
}

function yearsInPlace(found: readonly Found[], words: string): Found[] {
  const joined = /^\s*(?:-|\/|och|eller|till|and|or|to)\s*$/u;
  const timed: Found[] = [];
  for (const one of found) {
    const previous = timed.at(-1);
    const goesOnFrom = previous?.precision === 'year' && joined.test(words.slice(previous.end, one.start));
    if (!one.bareYear || goesOnFrom) timed.push(one);
  }
  if (timed.length > 0) return timed;
  const rest = found.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), words);
  return /^(?:[\s/.,;()?!-]|och|eller|till|and|or|to)*$/u.test(rest) ? [...found] : [];
}

function unlessDigitsFollow(one: Found, words: string, found: readonly Found[]): Found {
  const gap = /^\s*-?\s*(?=\d)/u.exec(words.slice(one.end))?.[0];
  if (gap === undefined) return one;
  const digits = one.end + gap.length;
  const areRead = found.some(({ start, end }) => start <= digits && digits < end);
  if (areRead || (one.year !== undefined && !gap.includes('-'))) return one;
  return { ...impossible, start: one.start, end: one.end };
}

function withPart(one: Found, words: string): Found {
  const match = one.precision === 'day' ? null : partOfWhat.exec(words.slice(0, one.start));
  const part = partWords.find(([form]) => form.test(match?.[1] ?? ''))?.[1];
  return match && part ? { ...one, ...partOf(one, part), start: match.index } : one;
}
