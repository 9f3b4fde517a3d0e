import { describe, expect, it } from 'vitest';
import { apart, overflow, useBrowser, violations } from './browsing';
import { pages } from './pages';

const { open } = useBrowser();

const opened = () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
};

describe('every page', () => {
  it.each([
    { who: 'secretary', language: 'sv', colorScheme: 'light', width: 1280 },
    { who: 'chair', language: 'en', colorScheme: 'dark', width: 320 },
  ] as const)(
    'comes whole from the server, keeps WCAG 2.2 AA and fits, for the $who in $language, $colorScheme, $width px',
    async (state) => {
      const { who, language, colorScheme, width } = state;
      const window = await open(who, { language, colorScheme, viewport: { width, height: 800 } });
      const found: Record<string, unknown> = {};
      for (const path of pages) {
        await window.visit(path);
        const parted = await apart(window.page, path);
        const asked = [...window.asked];
        await window.page.evaluate(opened);
        const broken = await violations(window.page);
        const wider = await overflow(window.page);
        if (broken.length > 0 || wider > 0 || parted !== undefined || asked.length > 0)
          found[path] = { broken, wider, parted, asked };
      }
      expect(found).toEqual({});
      expect(window.faults).toEqual([]);
      await window.close();
    },
  );

  it('keeps WCAG 2.2 AA where one signs in', async () => {
    const window = await open(undefined);
    await window.visit('/oversikt');
    expect(await violations(window.page)).toEqual([]);
    await window.close();
  });

  it('has a title of its own in the language chosen', async () => {
    const titles = new Set<string>();
    const window = await open('reader', { language: 'en' });
    for (const path of ['/oversikt', '/beslut', '/uppdrag', '/moten', '/granskning']) {
      await window.visit(path);
      titles.add(await window.page.title());
      expect(await window.page.locator('html').getAttribute('lang')).toBe('en');
    }
    expect(titles.size).toBe(5);
    await window.close();
  });
});

describe('print', () => {
  it('leaves out what only a screen needs and shows the tables of pictures', async () => {
    const { page, visit, close } = await open('auditor');
    await visit('/granskning');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.main-nav').isVisible()).toBe(false);
    expect(await page.locator('.picture-table table').first().isVisible()).toBe(true);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    await close();
  });
});
