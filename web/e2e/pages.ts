import type { Page } from 'playwright-core';

/** Every page of the web, at addresses that the demo has. */
export const pages = [
  '/oversikt',
  '/beslut',
  '/beslut/beslut-remiss',
  '/uppdrag',
  '/uppdrag/uppfoljning-plan',
  '/moten',
  '/moten/sra-2026-03-19',
  '/arenden/riktlinje-utskrivning',
  '/granskning',
  '/granskning/uppdrag/uppfoljning-plan?jamfor=2025-12-01..2026-03-10',
  '/granskning/beslut/beslut-remiss',
  '/granskning/laget?dag=2026-03-01',
  '/granskning/logg',
  '/hjalp',
  '/hjalp/sekreterare',
  '/paminnelser',
  '/utkorgen',
  '/tillganglighet',
  '/finns-inte',
] as const;

/** Waits until a page has its title, nothing on it is still being fetched, and what the server drew answers to keys. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('.skeleton') === null &&
      // React leaves its mark on each element it has taken over.
      [...document.querySelectorAll('#app :is(button, select, [data-mark], h1)')].every((element) =>
        Object.keys(element).some((key) => key.startsWith('__reactFiber')),
      ),
  );
}
