/** A word of a text: where it stands, in UTF-16 units, and how the search index spells it. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** A sentence out of a text, with the places in it that were looked for. */
export interface MarkedSentence {
  readonly text: string;
  /** From and to (not included), in UTF-16 units, in order and apart. */
  readonly marks: readonly (readonly [start: number, end: number])[];
}

/** Consecutive words; with `prefix` the last is only how a word begins. */
export interface Term {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

const wordForm = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** The words of a text as the index splits and spells them: letters and digits in lower case, accents kept. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  for (const match of text.matchAll(wordForm))
    found.push({ word: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length });
  return found;
}

/** Where a term stands among the words of a text: the words it begins with. */
export function placesOf({ words: wanted, prefix }: Term, words: readonly Token[]): number[] {
  const last = wanted.length - 1;
  const found: number[] = [];
  for (let at = 0; at + last < words.length; at++) {
    let offset = 0;
    while (offset < last && words[at + offset]?.word === wanted[offset]) offset += 1;
    const [word, end] = [words[at + last]?.word ?? '', wanted[last] ?? ''];
    if (offset === last && (prefix ? word.startsWith(end) : word === end)) found.push(at);
  }
  return found;
}

const boundary = /\s*\n\s*|(?<=[.!?][”"’)]?)\s+(?=[”"“(–-]?\s?\p{Lu})/gu;

/** The sentences of a text: a line break ends one, and a full stop, question or exclamation mark before a capital. */
function sentencesOf(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(boundary)) {
    found.push([start, match.index]);
    start = match.index + match[0].length;
  }
  found.push([start, text.length]);
  return found;
}

/**
 * The sentence in which most of the terms stand, the first of several, with marks and how many terms that is;
 * `undefined` when none stands in any. `words` are the text's own.
 */
export function bestSentence(
  text: string,
  words: readonly Token[],
  terms: readonly Term[],
): (MarkedSentence & { readonly terms: number }) | undefined {
  const places = terms.map((term) => placesOf(term, words).map((at) => span(term, words, at)));
  if (places.every((found) => found.length === 0)) return undefined;
  let best: { readonly sentence: Span; readonly within: Span[]; readonly terms: number } | undefined;
  for (const sentence of sentencesOf(text)) {
    const [from, to] = sentence;
    const within = places.map((found) => found.filter(([start]) => from <= start && start < to));
    const standing = within.filter((found) => found.length > 0).length;
    if (standing > (best?.terms ?? 0)) best = { sentence, within: within.flat(), terms: standing };
  }
  if (!best) return undefined;
  const [from, to] = best.sentence;
  const marks = best.within.map(([start, end]): Span => [start - from, Math.min(end, to) - from]);
  return { ...shortened(text.slice(from, to), apart(marks)), terms: best.terms };
}

type Span = readonly [start: number, end: number];

const span = (term: Term, words: readonly Token[], at: number): Span => [
  words[at]?.start ?? 0,
  words[at + term.words.length - 1]?.end ?? 0,
];

function apart(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    const last = found.at(-1);
    if (last && start <= last[1]) found[found.length - 1] = [last[0], Math.max(last[1], end)];
    else found.push([start, end]);
  }
  return found;
}

const longest = 320;
const before = 80;

/** A long sentence is cut to what stands around its first mark. */
function shortened(text: string, marks: readonly Span[]): MarkedSentence {
  if (text.length <= longest) return { text, marks };
  const first = marks[0]?.[0] ?? 0;
  const from = first <= before ? 0 : wordStart(text, first - before, first);
  const to = Math.min(text.length, Math.max(wordEnd(text, from + longest), marks[0]?.[1] ?? 0));
  const open = from > 0 ? '… ' : '';
  const cut = `${open}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
  const shift = open.length - from;
  return {
    text: cut,
    marks: marks.filter(([, end]) => end <= to).map(([start, end]) => [start + shift, end + shift]),
  };
}

function wordStart(text: string, from: number, latest: number): number {
  const space = text.indexOf(' ', from);
  return space < 0 || space >= latest ? latest : space + 1;
}

function wordEnd(text: string, to: number): number {
  if (to >= text.length) return text.length;
  const space = text.lastIndexOf(' ', to);
  return space < 0 ? to : space;
}
