import { createContext, useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Where the server keeps the title of the page it draws. */
export const TitleOnServer = createContext<{ title?: string } | undefined>(undefined);

/** Names the page in the window. */
export function useTitle(name: string): void {
  const { t } = useTranslation();
  const title = `${name} – ${t('app.name')}`;
  const held = useContext(TitleOnServer);
  if (held) held.title = title;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
