import type { Language } from '../../domain/person/events.js';

/** What an assignee can answer by a link in a letter, in the order of the links. */
export const acts = ['onTrack', 'delayed', 'final', 'wrongRecipient'] as const;
export type Act = (typeof acts)[number];

/** One address per answer. */
export type ActionUrls = { readonly [A in Act]: string };

type Said = { readonly [L in Language]: string };

/** What each answer is called in the letter, and what its page asks. */
export const actTexts: {
  readonly [A in Act]: { readonly link: Said; readonly prompt: Said; readonly draft: Said };
} = {
  onTrack: {
    link: { sv: 'Enligt plan', en: 'On track' },
    prompt: { sv: 'Säg gärna något om hur det går.', en: 'Please say something about how it is going.' },
    draft: { sv: 'Arbetet följer planen.', en: 'The work follows the plan.' },
  },
  delayed: {
    link: { sv: 'Försenat', en: 'Delayed' },
    prompt: {
      sv: 'Vad beror det på, och när tror du att det blir klart?',
      en: 'What is the cause, and when do you think it will be done?',
    },
    draft: { sv: '', en: '' },
  },
  final: {
    link: { sv: 'Klart för avrapportering', en: 'Ready to report' },
    prompt: {
      sv: 'Vad har ni kommit fram till, eller var finns rapporten?',
      en: 'What have you arrived at, or where is the report?',
    },
    draft: { sv: '', en: '' },
  },
  wrongRecipient: {
    link: { sv: 'Fel mottagare', en: 'Wrong recipient' },
    prompt: { sv: 'Vem borde få det, om du vet?', en: 'Who should have it, if you know?' },
    draft: { sv: '', en: '' },
  },
};
