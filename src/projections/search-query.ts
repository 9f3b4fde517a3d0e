import { parseStream, type StreamKind, type StreamName } from '../domain/events.js';
import type { Db } from './projection.js';
import { bodyToken, kindToken, type SearchKind, searchKinds } from './search.js';
import { bestSentence, type MarkedSentence, placesOf, type Term, type Token, tokens } from './sentences.js';
import {
  cursorOf,
  BadCursor,
  oneOf,
  type Page,
  pageLimit,
  type PageRequest,
  readCursor,
  row,
  rows,
  type Sql,
  where,
} from './sql.js';

/** What is looked for: words (also as beginnings of longer ones) and phrases in quotes, all of which must be there. */
export interface SearchFilter {
  readonly text: string;
  /** Only these bodies. */
  readonly bodies?: readonly string[];
  readonly kinds?: readonly SearchKind[];
}

/** Something found. */
export interface SearchHit {
  readonly kind: SearchKind;
  /** What it is or stands under: a report's assignment, a milestone's matter, a role's body. */
  readonly subject: { readonly kind: StreamKind; readonly id: string };
  /** The milestone or role within it. */
  readonly part?: string;
  readonly body: string;
  /** Its title; of reports and reasons, the title of what they stand under. */
  readonly title: string;
  /** The sentence in which most of what was looked for stands. */
  readonly sentence: MarkedSentence;
}

interface Found {
  readonly entry: number;
  readonly kind: SearchKind;
  readonly subject: StreamName;
  readonly part: string;
  readonly body: string;
  readonly title: string;
  readonly text: string;
}

const longestText = 200;
const mostTerms = 10;
const quoted = /["”“„«»]([^"”“„«»]+)["”“„«»]/gu;

/** The terms of what somebody typed. Punctuation only parts words; nothing in it is an operator but quotes and a last `*`. */
export function termsIn(text: string): Term[] {
  const typed = text.slice(0, longestText).normalize('NFC');
  const phrases = [...typed.matchAll(quoted)].map(([, phrase = '']) => ({ typed: phrase, exact: true }));
  const words = typed
    .replace(quoted, ' ')
    .split(/\s+/u)
    .map((word) => ({ typed: word, exact: false }));
  return [...phrases, ...words]
    .flatMap(({ typed, exact }): Term[] => {
      const parts = tokens(typed).map(({ word }) => word);
      const last = parts.at(-1);
      if (last === undefined) return [];
      return [{ words: parts, prefix: !exact && last.length >= (typed.endsWith('*') ? 2 : 3) }];
    })
    .slice(0, mostTerms);
}

/** How many texts at most are weighed against each other; more than these are not, the newest come first. */
const mostWeighed = 60;

/**
 * How the hits are put in order, decided by how many there are. `weighed`: few, all by weight. `exact`: many hold the
 * very words; those that hold them in the title, then in the text, then those that only begin so, each newest first.
 * `both`: few hold the very words, by weight; then many that begin so, titles first.
 */
type Way = 'weighed' | 'exact' | 'both';

/** A stretch of the hits: weighed against each other, or streamed newest first from the index. */
type Run = { readonly weighed: string } | { readonly newest: string };

/** A page of what is found for a text; nothing for a text without words. Never fails for what was typed. */
export function searchTexts(db: Db, filter: SearchFilter, request: PageRequest = {}): Page<SearchHit> {
  const terms = termsIn(filter.text);
  const limit = pageLimit(request);
  if (terms.length === 0 || filter.bodies?.length === 0 || filter.kinds?.length === 0) return { items: [] };
  const after = placeIn(request);
  const query = new Query(db, filter, terms);
  const way = after?.way ?? query.way();
  const found: (Read & { readonly at: Place })[] = [];
  query.runs(way).forEach((run, number) => {
    if (found.length > limit || number < (after?.run ?? 0)) return;
    const from = number === after?.run ? after : undefined;
    const left = limit + 1 - found.length;
    for (const { weight, ...hit } of query.take(run, from, left))
      found.push({ ...hit, at: { way, run: number, weight, entry: hit.entry } });
  });
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((hit) => hitOf(db, hit, terms)),
    next: last && cursorOf([last.at.way, last.at.run, last.at.weight, last.at.entry]),
  };
}

interface Place {
  readonly way: Way;
  readonly run: number;
  readonly weight: number;
  readonly entry: number;
}

function placeIn(request: PageRequest): Place | undefined {
  const key = readCursor(request, 4);
  if (!key) return undefined;
  const [way, run, weight, entry] = key;
  if (
    (way !== 'weighed' && way !== 'exact' && way !== 'both') ||
    typeof run !== 'number' ||
    typeof weight !== 'number' ||
    typeof entry !== 'number'
  )
    throw new BadCursor('not a cursor of a search');
  return { way, run, weight, entry };
}

class Query {
  readonly #exact: string;
  readonly #begun: string;
  readonly #scope: string;

  constructor(
    private readonly db: Db,
    private readonly filter: SearchFilter,
    private readonly terms: readonly Term[],
  ) {
    const phrase = ({ words }: Term): string => `"${words.join(' ')}"`;
    this.#exact = `(${terms.map(phrase).join(' AND ')})`;
    this.#begun = `(${terms.map((term) => phrase(term) + (term.prefix ? ' *' : '')).join(' AND ')})`;
    const scopes = [filter.kinds?.map(kindToken), filter.bodies?.map(bodyToken)];
    this.#scope = scopes
      .flatMap((any) => (any ? [`scope : (${any.map((token) => `"${token}"`).join(' OR ')}) AND `] : []))
      .join('');
  }

  way(): Way {
    if (this.#isMany(this.#anywhere(this.#exact))) return 'exact';
    return this.#isMany(this.#anywhere(this.#begun)) ? 'both' : 'weighed';
  }

  runs(way: Way): readonly Run[] {
    const [exact, begun] = [this.#anywhere(this.#exact), this.#anywhere(this.#begun)];
    const title = (words: string): string => `(title : ${words})`;
    switch (way) {
      case 'weighed':
        return [{ weighed: begun }];
      case 'exact':
        return [
          { newest: title(this.#exact) },
          { newest: `(${exact} NOT ${title(this.#exact)})` },
          { newest: `(${begun} NOT ${exact})` },
        ];
      case 'both':
        return [
          { weighed: exact },
          { newest: `(${title(this.#begun)} NOT ${exact})` },
          { newest: `(${begun} NOT ${exact} NOT ${title(this.#begun)})` },
        ];
    }
  }

  /** The next of a run, at most `limit`, after a place in it. */
  take(run: Run, after: Place | undefined, limit: number): readonly Weighed[] {
    if ('newest' in run)
      return this.#read(run.newest, limit, after?.entry).map((found) => ({ ...withWords(found), weight: 0 }));
    return this.#read(run.weighed, mostWeighed)
      .map((found) => {
        const read = withWords(found);
        return { ...read, weight: weigh(read, this.terms) };
      })
      .sort((a, b) => b.weight - a.weight || b.entry - a.entry)
      .filter(
        ({ weight, entry }) =>
          !after || weight < after.weight || (weight === after.weight && entry < after.entry),
      )
      .slice(0, limit);
  }

  #anywhere(words: string): string {
    return `({title text} : ${words})`;
  }

  #isMany(match: string): boolean {
    const found = row(
      this.db,
      'SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?',
      this.#scope + match,
      mostWeighed,
    );
    return found !== undefined;
  }

  #read(match: string, limit: number, before?: number): Found[] {
    const { bodies, kinds } = this.filter;
    const { sql, params } = where(
      ['search_index MATCH ?', this.#scope + match],
      before !== undefined && ['i.rowid < ?', before],
      bodies && oneOf('t.body', bodies),
      kinds && oneOf('t.kind', kinds),
    );
    return rows<Found>(
      this.db,
      `SELECT t.* FROM search_index i CROSS JOIN search_text t ON t.entry = i.rowid
       ${sql} ORDER BY i.rowid DESC LIMIT ?`,
      ...params,
      limit,
    );
  }
}

interface Read extends Found {
  readonly titleWords: readonly Token[];
  readonly textWords: readonly Token[];
}
interface Weighed extends Read {
  readonly weight: number;
}

const withWords = (found: Found): Read => ({
  ...found,
  titleWords: tokens(found.title),
  textWords: tokens(found.text),
});

const usualLength = 30;

/** How well a text answers: whole words more than beginnings, titles more than text, short texts more than long ones. */
function weigh({ titleWords, textWords }: Read, terms: readonly Term[]): number {
  const brevity = 2 / (1 + textWords.length / usualLength);
  let weight = 0;
  for (const term of terms) {
    const exact = { ...term, prefix: false };
    const inTitle = placesOf(term, titleWords).length;
    const inText = placesOf(term, textWords).length;
    const wholeInTitle = placesOf(exact, titleWords).length;
    const wholeInText = placesOf(exact, textWords).length;
    weight += 8 * often(wholeInTitle) + 5 * often(inTitle - wholeInTitle);
    weight += brevity * (2 * often(wholeInText) + often(inText - wholeInText));
  }
  return weight;
}

/** The second time says less than the first. */
const often = (times: number): number => times / (times + 1);

function hitOf(db: Db, found: Read, terms: readonly Term[]): SearchHit {
  const { kind, part, body, title, text } = found;
  const subject = parseStream(found.subject);
  const said = kind === 'report' || kind === 'reason';
  const inTitle = bestSentence(title, found.titleWords, terms);
  const inText = bestSentence(text, found.textWords, terms);
  const best = inTitle && inTitle.terms > (inText?.terms ?? 0) ? inTitle : inText;
  return {
    kind,
    subject,
    part: said || part === '' ? undefined : part,
    body,
    title: said ? titleOf(db, found.subject, subject.kind) : title,
    sentence: { text: best?.text ?? title, marks: best?.marks ?? [] },
  };
}

function titleOf(db: Db, subject: StreamName, kind: StreamKind): string {
  const own: Sql | undefined = searchKinds.find((known) => known === kind);
  if (own === undefined) return '';
  const found = row<{ title: string }>(
    db,
    `SELECT title FROM search_text
     WHERE subject = ? AND kind = ? AND part = '' AND kind NOT IN ('report', 'reason')`,
    subject,
    own,
  );
  return found?.title ?? '';
}
