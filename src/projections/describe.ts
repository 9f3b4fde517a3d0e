import type { EventType, Recorded } from '../domain/events.js';
import type { Language } from '../domain/person/events.js';
import { english } from './describe/english.js';
import { type Lines, Say } from './describe/kit.js';
import { swedish } from './describe/swedish.js';
import type { Names } from './names.js';
import { type Word, words } from './words.js';

const lines: { readonly [L in Language]: Lines } = { sv: swedish, en: english };

/**
 * A fact in one sentence without its full stop: who did what, in which capacity. "Sekreteraren flyttade återkopplingen
 * från 4 juni till 1 september 2026; skäl anges inte".
 */
export function describe(event: Recorded, lang: Language, names: Names): string {
  const who = words.actor[event.actor.role][lang];
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} ${said(lines[lang], event, new Say(lang, names, event))}`;
}

/** A fact in both languages. */
export const describeInBoth = (event: Recorded, names: Names): Word => ({
  sv: describe(event, 'sv', names),
  en: describe(event, 'en', names),
});

function said<T extends EventType>(all: Lines, event: Recorded & { readonly type: T }, say: Say): string {
  const line: (event: never, say: Say) => string = all[event.type];
  return (line as (event: Recorded, say: Say) => string)(event, say);
}
