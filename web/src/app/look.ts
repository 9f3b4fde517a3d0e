import { useSyncExternalStore } from 'react';

const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How the page looks, as chosen in this browser; a cookie, so that the server's first picture has it too. */
interface Look {
  readonly theme: Theme;
  readonly contrast: boolean;
  /** Whether single keys do something. */
  readonly keys: boolean;
}

const unchosen: Look = { theme: 'auto', contrast: false, keys: true };
const listeners = new Set<() => void>();
let chosen: Look | undefined;

function lookNow(): Look {
  const { theme, contrast } = document.documentElement.dataset;
  return (chosen ??= {
    theme: themes.find((known) => known === theme) ?? 'auto',
    contrast: contrast === 'more',
    keys: !/(?:^|; )tangenter=av/.test(document.cookie),
  });
}

export const useLook = (): Look =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    lookNow,
    () => unchosen,
  );

const keep = (name: string, value: string): void => {
  document.cookie = `${name}=${value}; Path=/; Max-Age=${value === '' ? '0' : '31536000'}; SameSite=Lax`;
};

/** Puts a look on the page; remembered for a year. */
export function setLook(look: Look): void {
  chosen = look;
  const { dataset } = document.documentElement;
  if (look.theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = look.theme;
  if (look.contrast) dataset['contrast'] = 'more';
  else delete dataset['contrast'];
  keep('utseende', look.theme === 'auto' ? '' : look.theme);
  keep('kontrast', look.contrast ? 'hog' : '');
  keep('tangenter', look.keys ? '' : 'av');
  for (const listener of listeners) listener();
}
