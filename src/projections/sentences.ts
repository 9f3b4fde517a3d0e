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
export const tokens = (text: string): Token[] =>
  [...text.matchAll(wordForm)].map((found) => ({
    word: found[0].toLowerCase(),
    start: found.index,
    end: found.index + found[0].length,
  }));

/** Where a term stands in a text: the tokens it begins with. */
export function placesOf(term: Term, words: readonly Token[]): number[] {
  const last = term.words.length - 1;
  return words.flatMap((_, at) =>
    term.words.every((wanted, offset) => {
      const word = words[at + offset]?.word;
      return (
        word !== undefined && (offset === last && term.prefix ? word.startsWith(wanted) : word === wanted)
      );
    })
      ? [at]
      : [],
  );
}

/** The sentences of a text: a line break ends one, and a full stop, question or exclamation mark before a capital. */
export function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.split(/(?<=[.!?][”"’)]?)\s+(?=[”"“(–-]?\s?\p{Lu})/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** The sentence in which most of the terms stand, the first of several, with marks; `undefined` when none stands in any. */
export function bestSentence(text: string, terms: readonly Term[]): MarkedSentence | undefined {
  let best:
    { readonly text: string; readonly hits: number; readonly marks: MarkedSentence['marks'] } | undefined;
  for (const sentence of sentencesOf(text)) {
    const words = tokens(sentence);
    const places = terms.map((term) => placesOf(term, words).map((at) => span(term, words, at)));
    const hits = places.filter((found) => found.length > 0).length;
    if (hits > (best?.hits ?? 0)) best = { text: sentence, hits, marks: apart(places.flat()) };
  }
  return best && shortened(best.text, best.marks);
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
