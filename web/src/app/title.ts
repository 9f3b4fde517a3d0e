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

/** Names the page in the window. */
export function useTitle(name: string): void {
  const { t } = useTranslation();
  const title = `${name} – ${t('app.name')}`;
  const held = useContext(DrawnOnServer);
  if (held) held.title = title;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
