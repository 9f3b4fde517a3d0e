import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en';
import { sv } from '../src/i18n/sv';
import { texts } from '../src/pages/granskning/texts';
import { texts as help } from '../src/pages/hjalp/texts';
import { texts as statement } from '../src/pages/tillganglighet/texts';

/** Every text that is a text, by where it stands. */
function leaves(of: object, at = ''): readonly (readonly [string, string])[] {
  return Object.entries(of).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${at}${key}`, value] as const]
      : typeof value === 'object' && value !== null
        ? leaves(value, `${at}${key}.`)
        : [],
  );
}

/** Words that are the same in both languages. */
const same = new Set(['Beslutslogg', 'Person', 'per capsulam', 'Filter', '–']);

describe('the texts of the pages', () => {
  it.each([
    ['the pages', sv, en],
    ['the audit pages', texts.sv, texts.en],
    ['the help', help.sv, help.en],
    ['the accessibility statement', statement.sv, statement.en],
  ])(
    'of %s: each says in English what it says in Swedish, with the same places to fill',
    (_, swedish, english) => {
      const translated = new Map(leaves(english));
      const places = (text: string): string => (text.match(/\{\{\w+\}\}/g) ?? []).sort().join();
      const wrong = leaves(swedish).filter(([where, text]) => {
        const other = translated.get(where);
        return (
          other === undefined ||
          (other === text && !same.has(text) && !/^(\/|https:)/.test(text) && text !== '') ||
          places(other) !== places(text)
        );
      });
      expect(wrong).toEqual([]);
      expect(
        [...translated].filter(([, text]) => /[åäö]/i.test(text) && !/“[^”]*[åäö][^”]*”/i.test(text)),
      ).toEqual([]);
    },
  );
});
