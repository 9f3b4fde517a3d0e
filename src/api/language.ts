import type { Language } from '../domain/person/events.js';

/** A text in the languages the service speaks; Swedish comes first. */
export type Texts = { readonly [L in Language]: string };

export const languages = ['sv', 'en'] as const satisfies readonly Language[];

const heard = new Map<string, Language>();

/** The language to answer in: the best of Swedish and English by `Accept-Language`, Swedish unless asked otherwise. */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (acceptLanguage === undefined) return 'sv';
  const known = heard.get(acceptLanguage);
  if (known) return known;
  const language = bestOf(acceptLanguage);
  if (heard.size >= 200) heard.clear();
  heard.set(acceptLanguage, language);
  return language;
}

function bestOf(acceptLanguage: string): Language {
  const wishes = acceptLanguage.split(',').flatMap((part, at) => {
    const [range = '', ...params] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const weight = params.find((param) => param.startsWith('q='))?.slice(2);
    const quality = weight === undefined ? 1 : Number(weight);
    return /^([a-z]{1,8}(-[a-z0-9]{1,8})*|\*)$/.test(range) && quality > 0 && quality <= 1
      ? [{ range, quality, at }]
      : [];
  });
  wishes.sort((a, b) => b.quality - a.quality || a.at - b.at);
  for (const { range } of wishes) {
    const found = languages.find((language) => range === '*' || range.split('-')[0] === language);
    if (found) return found;
  }
  return 'sv';
}

/** Puts values in the places named `{so}`; a place without a value stays as it is. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => values[name]?.toString() ?? place);
