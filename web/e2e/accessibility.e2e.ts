import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { en } from '../src/i18n/en';
import { sv } from '../src/i18n/sv';
import { apart, overflow, useBrowser, violations } from './browsing';
import { pages } from './pages';

const { open } = useBrowser();

const leaves = (of: object): readonly string[] =>
  Object.values(of).flatMap((value: unknown) =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? leaves(value) : [],
  );
const english = new Set(leaves(en));
/** What the pages say in Swedish and in no other language. */
const swedish = leaves(sv).filter((text) => !english.has(text));

/** Which of these texts stand on a page, but for what is marked as Swedish. */
const textsOf = (page: Page, texts: readonly string[]): Promise<readonly string[]> =>
  page.evaluate((known) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest('[lang=sv], script')) found.push(node.textContent?.trim() ?? '');
    for (const element of document.querySelectorAll('[aria-label], [placeholder]'))
      found.push(element.getAttribute('aria-label') ?? '', element.getAttribute('placeholder') ?? '');
    return found.filter((text) => known.includes(text));
  }, texts);

const opened = () => {
  // Of two menus only one is ever open: whoever goes to the other closes it.
  const [you, ...others] = document.querySelectorAll<HTMLDetailsElement>('details.menu');
  for (const details of document.querySelectorAll('details'))
    details.open = details !== you || others.length === 0;
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
        const untranslated = language === 'en' ? await textsOf(window.page, swedish) : [];
        await window.page.evaluate(opened);
        const broken = await violations(window.page);
        const wider = await overflow(window.page);
        if (broken.length + wider + asked.length + untranslated.length > 0 || parted !== undefined)
          found[path] = { broken, wider, parted, asked, untranslated };
      }
      expect(found).toEqual({});
      expect(window.faults).toEqual([]);
      await window.close();
    },
  );

  it('keeps WCAG 2.2 AA with forced colours, in high contrast, and in every window over a page', async () => {
    const window = await open('secretary', {
      forcedColors: 'active',
      viewport: { width: 1024, height: 800 },
    });
    const { page } = window;
    const found: Record<string, unknown> = {};
    const look = async (state: string): Promise<void> => {
      const broken = await violations(page);
      if (broken.length > 0) found[state] = broken;
    };
    for (const path of ['/oversikt', '/granskning', '/beslut/beslut-remiss']) {
      await window.visit(path);
      await look(`${path} with forced colours`);
    }
    await page.emulateMedia({ forcedColors: 'none' });
    await page.locator('.you summary').click();
    await page.getByLabel('Hög kontrast').check();
    for (const theme of ['Ljust', 'Mörkt']) {
      await page.getByLabel(theme).check();
      await look(`high contrast, ${theme}`);
    }
    for (const path of [
      '/moten?steg=ScheduleMeeting',
      '/uppdrag/uppfoljning-plan?steg=MoveDeadline',
      '/uppdrag/uppfoljning-plan?steg=CloseAssignment',
      '/uppdrag/uppfoljning-plan?svar=delayed',
    ]) {
      await window.visit(path);
      await page.getByRole('dialog').waitFor();
      await look(path);
    }
    await window.visit('/hjalp');
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('utskrivning');
    await page.locator('.hits li').first().waitFor();
    await look('search');
    expect(found).toEqual({});
    expect(window.faults).toEqual([]);
    await window.close();
  });

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
  it('of every page has nothing to press or choose in, fits the paper, and says at its head what it is', async () => {
    const { page, visit, close } = await open('secretary', {
      viewport: { width: 700, height: 990 },
      colorScheme: 'dark',
    });
    const wrong: Record<string, unknown> = {};
    for (const path of [...pages, '/uppdrag?forsenat=ja', '/uppdrag/nattlinje?perDatum=2026-03-20']) {
      await visit(path);
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const pressed = await page
        .locator(':is(button:not(.sort), input, select, textarea, nav, .only-screen):visible')
        .evaluateAll((found) => found.map((element) => element.outerHTML.slice(0, 90)));
      const head = (await page.locator('.printed-by').textContent()) ?? '';
      const wider = await overflow(page);
      if (
        pressed.length + wider > 0 ||
        !head.includes(path) ||
        !head.includes('Samrådsorganet för Älvdalarna')
      )
        wrong[path] = { pressed, wider, head };
      if (path.includes('forsenat'))
        expect(await page.getByText('Försenat: bara försenade').isVisible()).toBe(true);
      if (path.includes('perDatum')) expect(await page.locator('.past p').isVisible()).toBe(true);
      await page.emulateMedia({ media: 'screen' });
    }
    expect(wrong).toEqual({});
    expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000);
    await close();
  });

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
