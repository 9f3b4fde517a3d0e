import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { sv } from './sv';

export type Language = 'sv' | 'en';

const wished = (): Language =>
  /(?:^|; *)sprak=(sv|en)(?:;|$)/.exec(document.cookie)?.[1] === 'en' ? 'en' : 'sv';

/** Loads a language and lets the page speak it; remembered for a year. */
export async function speak(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'texts'))
    i18next.addResourceBundle('en', 'texts', (await import('./en')).en);
  document.documentElement.lang = language;
  document.cookie = `sprak=${language}; Path=/; Max-Age=31536000; SameSite=Lax`;
  await i18next.changeLanguage(language);
}

/** Makes the texts ready, in the language chosen last. */
export async function startTexts(language: Language = wished()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'sv',
    fallbackLng: false,
    ns: ['texts'],
    defaultNS: 'texts',
    resources: { sv: { texts: sv } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
  if (language !== 'sv') await speak(language);
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'texts';
    resources: { texts: typeof sv };
  }
}
