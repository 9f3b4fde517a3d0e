const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** How the page looks, as chosen on this computer. */
export interface Look {
  readonly theme: Theme;
  readonly contrast: boolean;
}

export function lookNow(): Look {
  const theme = themes.find((known) => known === localStorage.getItem('utseende')) ?? 'auto';
  return { theme, contrast: localStorage.getItem('kontrast') === 'hog' };
}

export function setLook({ theme, contrast }: Look): void {
  localStorage.setItem('utseende', theme);
  localStorage.setItem('kontrast', contrast ? 'hog' : '');
  firstLook();
}

/** Puts the chosen look on the page. */
export function firstLook(): void {
  const { theme, contrast } = lookNow();
  const { dataset } = document.documentElement;
  if (theme === 'auto') delete dataset['theme'];
  else dataset['theme'] = theme;
  if (contrast) dataset['contrast'] = 'more';
  else delete dataset['contrast'];
}
