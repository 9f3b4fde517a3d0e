import { createContext, useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** What the server is to know of the page it draws. */
export interface PageDrawn {
  title?: string;
  /** There is nothing at the address. */
  missing?: boolean;
}

export const DrawnOnServer = createContext<PageDrawn | undefined>(undefined);

/** Says that there is nothing at the address. */
export function useMissing(missing: boolean): void {
  const held = useContext(DrawnOnServer);
  if (held && missing) held.missing = true;
}

/** Names the page in the window; `own` when the name is the body's own. */
export function useTitle(name: string, own = false): void {
  const { t, i18n } = useTranslation();
  const title = `${name} – ${t('app.name')}`;
  const held = useContext(DrawnOnServer);
  if (held) held.title = title;
  const lang = own ? 'sv' : i18n.language;
  useEffect(() => {
    document.title = title;
    document.querySelector('title')?.setAttribute('lang', lang);
  }, [title, lang]);
}
