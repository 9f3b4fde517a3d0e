import type { Page } from 'playwright-core';

/** Something a page says, by eye or by ear, with the language it is said to be in. */
export interface Said {
  readonly text: string;
  readonly lang: string;
  /** The element that says it. */
  readonly where: string;
}

/** Everything the page says: texts, what stands in attributes that are read aloud or shown, and its title in the window. */
export const saidBy = (page: Page): Promise<readonly Said[]> =>
  page.evaluate(() => {
    const found: Said[] = [];
    const add = (text: string | null | undefined, of: Element | null, what = ''): void => {
      const said = text?.replace(/[^\S\u00a0\u202f]+/g, ' ').trim() ?? '';
      if (said === '' || of === null) return;
      const near = of.closest('[class]:not([class=""]), [id]');
      found.push({
        text: said,
        lang: of.closest('[lang]')?.getAttribute('lang') ?? '',
        where: `${near ? `${near.tagName.toLowerCase()}.${near.getAttribute('class') ?? near.id} ` : ''}${of.tagName.toLowerCase()}${what}`,
      });
    };
    add(document.title, document.querySelector('title'));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('script, style, noscript')) add(node.textContent, node.parentElement);
    for (const attribute of [
      'aria-label',
      'aria-description',
      'aria-valuetext',
      'aria-roledescription',
      'placeholder',
      'title',
      'alt',
    ])
      for (const element of document.querySelectorAll(`[${attribute}]`))
        add(element.getAttribute(attribute), element, ` @${attribute}`);
    return found;
  });

/** Words that one language has and the other has not, as whole words. Names and what both have are not here. */
const telling = {
  sv: /[åäö]|(?<![\p{L}-])(?:alla|att|av|avslutat|beslut|beslutet|dag|dagar|datum|den|det|detta|eller|en|ett|finns|från|frist|givet|har|hela|hur|ingen|inget|inte|kan|klart|med|mellan|mer|mottaget|nu|och|om|organet|punkt|rubrik|ska|skickat|sedan|senast|som|sparad|till|uppdrag|uppdraget|utan|vad|var|vem|vid|visa)(?![\p{L}-])/iu,
  en: /(?<![\p{L}-])(?:an|and|are|as|assignment|assignments|at|been|by|can|closed|date|day|days|deadline|decision|decisions|does|each|feedback|given|has|have|how|it|its|kept|late|letter|meeting|meetings|no|not|nothing|of|on|open|recorded|reminder|report|reported|save|saved|show|since|state|than|that|the|there|this|to|until|was|were|what|when|which|who|with|you|your)(?![\p{L}-])/iu,
} as const;

const quoted = /“[^”]*”/gu;

/**
 * What is said in another language than it is said to be in. The language of what stands in an attribute cannot be told:
 * there the record's own words stand in quotation marks. `names` are people, places and organisations.
 */
export function foreign(all: readonly Said[], names: readonly string[]): readonly Said[] {
  const name = new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'gu');
  return all.filter(({ text, lang, where }) => {
    const said = (lang === 'en' && where.includes('@') ? text.replace(quoted, '') : text).replace(name, '');
    return lang === 'sv' ? telling.en.test(said) : telling.sv.test(said);
  });
}

/** Names of people, places and organisations in the demo, and of languages, which are the same in both. */
export async function namesOf(page: Page, base: string, token: string): Promise<readonly string[]> {
  const get = async <T>(path: string): Promise<T> =>
    (await (
      await page.request.get(base + path, { headers: { authorization: `Bearer ${token}` } })
    ).json()) as T;
  const body = await get<{
    readonly parties: readonly { readonly name: string }[];
    readonly shortName: string;
  }>('/api/bodies/sra');
  const people = await get<{ readonly items: readonly { readonly name: string }[] }>('/api/people?limit=200');
  return [
    'Svenska',
    'English',
    'SGÄ',
    body.shortName,
    ...body.parties.map(({ name }) => name),
    ...people.items.map(({ name }) => name),
  ];
}
