/** A text made plain for reading; `at[i]` is where its i:th character stands in the original. */
export interface PlainText {
  readonly words: string;
  readonly at: readonly number[];
}

/** Every match of a global form, none of them empty. (`matchAll` copies the form on each call, ten times as slow.) */
export function matchesOf(form: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  form.lastIndex = 0;
  for (let match = form.exec(text); match; match = form.exec(text)) matches.push(match);
  return matches;
}

const alreadyPlain = /^[a-z0-9åäöéü .,:;()/'-]*$/u;

/** Lower case, composed letters, one kind of dash, space and apostrophe; invisible characters are gone. */
export function plain(text: string): PlainText {
  const easy = text.toLowerCase().replace(/[–—]/gu, '-');
  if (alreadyPlain.test(easy))
    return { words: easy, at: Array.from({ length: text.length + 1 }, (_, index) => index) };
  let words = '';
  const at: number[] = [];
  for (const match of text.matchAll(/\P{M}\p{M}*/gu)) {
    const letter = plainLetter(match[0]);
    words += letter;
    for (let unit = 0; unit < letter.length; unit++) at.push(match.index);
  }
  at.push(text.length);
  return { words, at };
}

function plainLetter(letter: string): string {
  if (/^[\u00ad\u200b-\u200f\u2060\ufeff]/u.test(letter)) return '';
  if (/^[\p{Pd}\u2212]/u.test(letter)) return '-';
  if (/^[\s\p{Z}]/u.test(letter)) return ' ';
  if (/^[\u2018\u2019\u02bc\u00b4`]/u.test(letter)) return "'";
  return letter.normalize('NFC').toLowerCase();
}

/** The words with a part blotted out: `;` ends every clause, a space leaves it whole. */
export const blot = (words: string, start: number, end: number, by: ';' | ' '): string =>
  words.slice(0, start) + by.repeat(end - start) + words.slice(end);

const whatComesFirst =
  'dialog|avstämning|samråd|beslut|beredning|remiss|godkännande|förankring|yttrande|samverkan|överläggning|förhandling|' +
  'diskussion|genomgång|konsultation|synpunkter|upphandling|utvärdering|ställningstagande|fastställ|inhämtande|' +
  'consult|dialogue|discussion|agreement|approval|decision|decided|coordination|referral|talks|review|negotiation|hearing';
const timeWord =
  'våren|sommaren|hösten|vintern|årsskiftet|halvårsskiftet|jul|efter|after|senast|spring|summer|autumn|winter|before|by';
const endOfClause =
  String.raw`\s*(?:[,;()!?]|\s-\s|-\s|\s-|\.(?:\s|$)|$)|` +
  String.raw`\s+(?:senast|före|innan|inför|dock|tidigast|no\s+later|not\s+later|at\s+the\s+latest|before|within|by\s+(?:the\s+end|\p{L}+\s+\d|\d)|` +
  String.raw`inom\s+(?:\d|en\s|ett\s|två|tre|fyra|fem|sex)|(?:åter)?komma|återrapportera|(?:slut)?redovisa|lämna|rapportera|report\s+back|return)(?!\p{L})`;
const preconditionForms = [
  new RegExp(
    String.raw`(?<!\p{L})(?:efter|after|following|så\s+snart|once|when|när)\s+(?:(?!(?:${timeWord})(?!\p{L}))[\p{L}:'-]+\s+){0,5}?` +
      String.raw`[\p{L}-]*(?:${whatComesFirst})\p{L}*`,
    'gu',
  ),
  /(?<!\p{L})(?:under\s+förutsättning\s+att|förutsatt\s+att|efter\s+att|provided\s+that|on\s+condition\s+that|subject\s+to)(?!\p{L})/gu,
  /(?<!\p{L})i\s+(?:samråd|dialog|samverkan)\s+med(?!\p{L})/gu,
];
const clauseEnd = new RegExp(endOfClause, 'gu');

/** Where the text says that something must come first ("efter dialog med …"), up to the end of that clause. */
export function findPreconditions(words: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const form of preconditionForms)
    for (const match of matchesOf(form, words)) {
      const after = match.index + match[0].length;
      clauseEnd.lastIndex = after;
      const end = clauseEnd.exec(words)?.index ?? words.length;
      if (!found.some((other) => match.index < other.end && other.start < end))
        found.push({ start: match.index, end });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** Times of day in a text, `HH:MM`. */
export interface ClockTimes {
  readonly start: string;
  readonly end?: string;
}

const hour = String.raw`(\d{1,2})(?:[.:](\d{2}))?(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?`;
const hourWithMinutes = String.raw`(\d{1,2}):(\d{2})(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?`;
const hourWithDot = String.raw`(\d{1,2})\.(\d{2})()`;
const until = String.raw`\s*(?:-|till|to|until)\s*`;
const notADate = String.raw`(?![\p{L}\p{N}/:]|[.]\d|\s*(?:jan|feb|mar|apr|ma[jy]|jun|jul|aug|sep|o[ck]t|nov|dec))`;
const clockForms = [
  String.raw`(?<!\p{L})(?:kl\.?|klockan|at|tid:?)\s*${hour}(?:${until}${hour})?${notADate}`,
  String.raw`(?<=\d)t(\d{2}):(\d{2})()(?::\d{2}(?:\.\d+)?)?z?(?![\p{L}\p{N}])`,
  String.raw`(?<![\p{L}\p{N}:.])${hourWithMinutes}(?:${until}${hourWithMinutes})?${notADate}`,
  String.raw`(?<![\p{L}\p{N}:.])${hourWithDot}\s*-\s*${hourWithDot}${notADate}`,
].map((form) => new RegExp(form, 'gu'));

/** The times of day a text names and the words without them; no times when it names several, or one that is none. */
export function takeTimes(words: string): { times?: ClockTimes; rest: string } {
  const found: (ClockTimes | undefined)[] = [];
  let rest = words;
  for (const form of clockForms)
    for (const match of matchesOf(form, rest)) {
      rest = blot(rest, match.index, match.index + match[0].length, ' ');
      const [, hours, minutes, half, endHours, endMinutes, endHalf] = match;
      const start = clock(hours, minutes, half || endHalf);
      const end = endHours === undefined ? undefined : clock(endHours, endMinutes, endHalf);
      const wrong = !start || (endHours !== undefined && (!end || end <= start));
      found.push(wrong ? undefined : end ? { start, end } : { start });
    }
  return { times: found.length === 1 ? found[0] : undefined, rest };
}

function clock(hours: string | undefined, minutes = '00', half = ''): string | undefined {
  const read = Number(hours);
  if (half && (read < 1 || read > 12)) return undefined;
  const value = half ? (read % 12) + (half.startsWith('p') ? 12 : 0) : read;
  return value <= 23 && Number(minutes) <= 59 ? `${String(value).padStart(2, '0')}:${minutes}` : undefined;
}

const numberWords: Readonly<Record<string, number>> = {
  ...{
    en: 1,
    ett: 1,
    två: 2,
    tre: 3,
    fyra: 4,
    fem: 5,
    sex: 6,
    sju: 7,
    åtta: 8,
    nio: 9,
    tio: 10,
    elva: 11,
    tolv: 12,
  },
  ...{ fjorton: 14, femton: 15, tjugo: 20, trettio: 30, sextio: 60, nittio: 90 },
  ...{
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
  },
  ...{ eleven: 11, twelve: 12, fourteen: 14, fifteen: 15, twenty: 20, thirty: 30, sixty: 60, ninety: 90 },
};
const units =
  'dagars?|dag|dygn|veckors?|vecka|månaders?|månad|mån|kvartal|halvår|år|days?|weeks?|months?|quarters?|years?';
const count = String.raw`\d{1,3}|${Object.keys(numberWords).join('|')}`;

/** `count` units as an ISO 8601 duration: `P7D` for a week, `P3M` for a quarter. */
export function periodOf(unit: string, times: number): string {
  if (/^(?:da|dy)/.test(unit)) return `P${times}D`;
  if (/^(?:veck|week)/.test(unit)) return `P${times * 7}D`;
  if (/^(?:kvart|quart)/.test(unit)) return `P${times * 3}M`;
  if (unit.startsWith('halvår')) return `P${times * 6}M`;
  return /^m/.test(unit) ? `P${times}M` : `P${times}Y`;
}

/** A length of time in a text. `side`: whether it lies before or after the day it counts from, when the words say. */
export interface Length {
  readonly start: number;
  readonly end: number;
  readonly offset: string;
  readonly side?: 'before' | 'after';
  /** "dagen efter", "veckan efter": a whole day, week, month or year, not a term within which. */
  readonly whole?: 'day' | 'week' | 'month' | 'year';
}

const before = 'före|innan|before|prior to|ahead of';
const after = 'efter|från|after|from|following';
const lengthForm = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/-])(?:(?:${count})\s*(?:-|till|to)\s*)?(?:(${count})\s*(${units})|(ett\s+halvt\s+år|half\s+a\s+year))` +
    String.raw`(?![\p{L}\p{N}])(?:\s+(?:(${before})|(${after}))(?!\p{L}))?`,
  'gu',
);
const nextForm =
  /(?<!\p{L})(dagen|veckan|månaden|året|the\s+(?:day|week|month|year))\s+(?:(före|innan|before)|(därpå|därefter|efter|after))(?!\p{L})/gu;
const notATerm =
  /(?:minst|mer än|över|tidigast|at least|more than|over|och|and|varje|var|every|each|för|per|ett par|några|once|twice|times|gånger)\s+$/u;
const isPast = /^\s*(?:sedan|ago|gamm?al|gamla|gammalt|old)(?!\p{L})/u;

/** The length of time a text names outside `taken`; `undefined` when it names none, several, or one that is no term. */
export function findLength(
  words: string,
  taken: readonly { start: number; end: number }[],
): Length | undefined {
  const found: Length[] = [];
  const isFree = (at: number) => !taken.some(({ start, end }) => at >= start && at < end);
  for (const match of matchesOf(lengthForm, words)) {
    const [all, number, unit, half, isBefore, isAfter] = match;
    const end = match.index + all.length;
    if (!isFree(match.index)) continue;
    if (notATerm.test(words.slice(0, match.index)) || isPast.test(words.slice(end))) return undefined;
    const offset = half || !unit ? 'P6M' : periodOf(unit, numberWords[number ?? ''] ?? Number(number));
    found.push({ start: match.index, end, ...sided(offset, isBefore, isAfter) });
  }
  for (const match of matchesOf(nextForm, words)) {
    if (!isFree(match.index)) continue;
    const [all, named = '', isBefore, isAfter] = match;
    const unit = named.replace(/^the\s+/u, '');
    const whole = /^d/.test(unit)
      ? 'day'
      : /^[vw]/.test(unit)
        ? 'week'
        : unit.startsWith('m')
          ? 'month'
          : 'year';
    const offset = periodOf(whole, 1);
    found.push({
      start: match.index,
      end: match.index + all.length,
      ...sided(offset, isBefore, isAfter),
      whole,
    });
  }
  return found.length === 1 ? found[0] : undefined;
}

function sided(offset: string, isBefore?: string, isAfter?: string): Pick<Length, 'offset' | 'side'> {
  if (isBefore) return { offset: `-${offset}`, side: 'before' };
  return isAfter ? { offset, side: 'after' } : { offset };
}

const multiples: Readonly<Record<string, number>> = {
  ...{ varannan: 2, vartannat: 2, 'var annan': 2, 'every other': 2, 'every second': 2 },
  ...{
    'var tredje': 3,
    'vart tredje': 3,
    'every third': 3,
    'var fjärde': 4,
    'vart fjärde': 4,
    'every fourth': 4,
  },
  ...{ 'var sjätte': 6, 'every sixth': 6, varje: 1, every: 1, each: 1, per: 1 },
};
const adverbs: readonly (readonly [string, RegExp])[] = [
  ['P1D', /(?<!\p{L})(?:dagligen|daily)(?!\p{L})/u],
  ['P7D', /(?<!\p{L})(?:veckovis|weekly)(?!\p{L})/u],
  ['P1M', /(?<!\p{L})(?:månadsvis|månatligen|monthly)(?!\p{L})/u],
  ['P3M', /(?<!\p{L})(?:kvartalsvis|quarterly)(?!\p{L})/u],
  ['P6M', /(?<!\p{L})(?:halvårsvis|half-yearly)(?!\p{L})/u],
  ['P1Y', /(?<!\p{L})(?:årligen|årsvis|annually|yearly)(?!\p{L})/u],
];
const perYear: Readonly<Record<number, string>> = {
  1: 'P1Y',
  2: 'P6M',
  3: 'P4M',
  4: 'P3M',
  6: 'P2M',
  12: 'P1M',
};
const timesAYear = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${count}|once|twice)(?:\s+(?:gånger|gång|times))?\s+(?:per\s+år|om\s+året|årligen|a\s+year|per\s+year)(?!\p{L})`,
  'u',
);
const onceA = new RegExp(
  String.raw`(?<!\p{L})(?:en\s+gång|once)\s+(?:per|i|om|a)\s+(${units}|veckan|månaden|kvartalet|halvåret|året)(?!\p{L})`,
  'u',
);
const everyUnit = new RegExp(
  String.raw`(?<!\p{L})(${Object.keys(multiples).join('|')}|every\s+(?:${count}))\s+(${units})(?![\p{L}])`,
  'u',
);
const withoutPace =
  /(?<!\p{L})(?:kontinuerligt|löpande|fortlöpande|regelbundet|continuously|continually|ongoing|regularly|(?:varje|each|every)\s+(?:ordinarie\s+|ordinary\s+)?(?:\p{L}*möte|sammanträde|meeting))(?!\p{L})/u;

/** How often something recurs: an ISO 8601 duration, `null` when it recurs without one ("löpande", "varje möte"). */
export function findRecurrence(words: string): string | null | undefined {
  const often = timesAYear.exec(words)?.[1];
  if (often !== undefined) {
    const times = often === 'once' ? 1 : often === 'twice' ? 2 : (numberWords[often] ?? Number(often));
    return perYear[times] ?? null;
  }
  const onceIn = onceA.exec(words)?.[1];
  if (onceIn !== undefined) return periodOf(onceIn, 1);
  const [, multiple, unit] = everyUnit.exec(words) ?? [];
  if (multiple !== undefined && unit !== undefined) {
    const number = multiple.split(/\s+/).at(-1) ?? '';
    return periodOf(unit, multiples[multiple] ?? numberWords[number] ?? (Number(number) || 1));
  }
  const adverb = adverbs.find(([, form]) => form.test(words));
  if (adverb) return adverb[0];
  return withoutPace.test(words) ? null : undefined;
}

/** The words name the body's next meeting and no day. */
export const namesNextMeeting = (words: string): boolean =>
  /(?<!\p{L})(?:nästa|nästkommande|kommande|följande|next|coming|following)\s+(?:[\p{L}:-]+\s+){0,2}?[\p{L}:-]*(?:möte|mötet|mötestillfälle|sammanträde|sammanträdet|meeting)(?!\p{L})/u.test(
    words,
  );

/** The words put it off to a later time they do not name. */
export const putsOff = (words: string): boolean =>
  /(?<!\p{L})(?:(?:sker|ske|(?:åter)?rapporteras?|redovisas?|meddelas?|lämnas?|kommer|bestäms|beslutas|anges|tas upp)\s+senare|(?:reported|announced|decided|determined|given|set|stated)\s+later)(?!\s+(?:än|than|i|under|in|this)(?!\p{L}))(?!\p{L})/u.test(
    words,
  );
