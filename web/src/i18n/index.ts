import i18next, { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { sv } from './sv';

export type Language = 'sv' | 'en';

const settings = {
  fallbackLng: false,
  ns: ['texts'],
  defaultNS: 'texts',
  interpolation: { escapeValue: false },
  returnNull: false,
} as const;

/** Loads a language and lets the page speak it; remembered for a year. */
export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'texts'))
    i18next.addResourceBundle('en', 'texts', (await import('./en')).en);
  document.documentElement.lang = language;
  document.cookie = `sprak=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
  await i18next.changeLanguage(language);
}

/** Makes the texts ready, in the language the server gave the page. */
export async function startTexts(): Promise<i18n> {
  await i18next.use(initReactI18next).init({ ...settings, lng: 'sv', resources: { sv: { texts: sv } } });
  if (document.documentElement.lang === 'en') {
    i18next.addResourceBundle('en', 'texts', (await import('./en')).en);
    await i18next.changeLanguage('en');
  }
  return i18next;
}

/** The texts in one language, for pages that are drawn on the server. */
export async function textsIn(language: Language): Promise<i18n> {
  const texts = createInstance();
  await texts.init({
    ...settings,
    lng: language,
    resources: { [language]: { texts: language === 'en' ? (await import('./en')).en : sv } },
  });
  return texts;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts';
    resources: { texts: typeof sv };
  }
}
