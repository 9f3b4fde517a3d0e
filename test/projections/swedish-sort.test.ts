import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { swedishSortKey } from '../../src/projections/swedish-sort.js';

const collator = new Intl.Collator('sv');
const sign = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byKey = (a: string, b: string) =>
  Buffer.compare(Buffer.from(swedishSortKey(a)), Buffer.from(swedishSortKey(b)));
const sorted = (words: readonly string[]) => [...words].sort(byKey);

const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ');
const foreign = fc.constantFrom(...'éÉèÈüÜáÁàñøØæÆçôłïëßðóíşžÿ');
const other = fc.constantFrom(...'0123456789 -–.,:;/()&"\'’”§_!?');
const word = fc
  .array(fc.oneof({ weight: 12, arbitrary: letter }, foreign, { weight: 2, arbitrary: other }), {
    maxLength: 8,
  })
  .map((letters) => letters.join(''));
const near = fc.tuple(word, word, word).map(([a, b, c]) => [a + b, a + c] as const);

describe('swedishSortKey', () => {
  it('puts å, ä and ö after z, in that order', () => {
    expect(sorted(['Örby', 'Ängsö', 'Zinkby', 'Åsmark', 'Alvik', 'ZÅ', 'Björkvik'])).toEqual([
      'Alvik',
      'Björkvik',
      'Zinkby',
      'ZÅ',
      'Åsmark',
      'Ängsö',
      'Örby',
    ]);
  });

  it('reads é as e and ü as y, and tells them apart only at the end', () => {
    expect(sorted(['idéer', 'ideal', 'idé', 'ide', 'Ide', 'idel'])).toEqual([
      'ide',
      'Ide',
      'idé',
      'ideal',
      'idéer',
      'idel',
    ]);
    expect(sorted(['Mz', 'Müller', 'Myllar', 'Myller', 'Mård'])).toEqual([
      'Myllar',
      'Myller',
      'Müller',
      'Mz',
      'Mård',
    ]);
  });

  it('sorts digits before letters, and a space before both', () => {
    expect(sorted(['Möte b', 'Möte 10', 'Möten', 'Möte 2', 'Möte'])).toEqual([
      'Möte',
      'Möte 10',
      'Möte 2',
      'Möte b',
      'Möten',
    ]);
  });

  it('gives the composed and the decomposed form one key', () => {
    expect(swedishSortKey('A\u030asmark \u00e9'.normalize('NFD'))).toBe(swedishSortKey('Åsmark é'));
  });

  it('agrees with the Swedish collator on words, and on words that begin alike', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(word, word), near), ([a, b]) => {
        expect([a, b, byKey(a, b)]).toEqual([a, b, collator.compare(a, b)]);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is the same order in memory as in the file', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(byKey(a, b)).toBe(sign(swedishSortKey(a), swedishSortKey(b)));
      }),
      { numRuns: 500 },
    );
  });
});
