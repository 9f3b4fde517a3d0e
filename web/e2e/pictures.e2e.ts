import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { overflow, useBrowser } from './browsing';

const { open } = useBrowser();
const replay = '/granskning/beslut/beslut-uppfoljning?jamfor=2025-11-20..2026-03-06';

/** What collides in a time line: dates over dates, lines through dates, dates cut by the edge. Empty when all is well. */
const collisions = (page: Page, drawing: string): Promise<readonly string[]> =>
  page.evaluate((selector) => {
    const boxes = (what: string) =>
      [...document.querySelectorAll(`${selector} ${what}`)]
        .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height > 0);
    const texts = boxes('text');
    const across = (a: DOMRect, b: DOMRect): boolean =>
      a.left < b.right &&
      b.left < a.right &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > a.height / 5;
    const found = texts.flatMap(({ text, box }, index) => [
      ...texts
        .slice(index + 1)
        .flatMap((other) => (across(box, other.box) ? [`${text} on ${other.text}`] : [])),
      ...boxes('line:not(.months line)').flatMap((line) =>
        across(box, line.box) ? [`a line through ${text}`] : [],
      ),
      ...(box.left < -1 || box.right > document.documentElement.clientWidth + 1 ? [`${text} is cut`] : []),
    ]);
    return texts.length === 0
      ? ['no words at all']
      : found.filter((words) => !/^a line through i dag$/.test(words));
  }, drawing);

/** The marks of a page that could not be told from the ground, and how many there are in all. */
const unseen = (page: Page): Promise<{ readonly all: number; readonly unseen: readonly string[] }> =>
  page.evaluate(() => {
    const ground = getComputedStyle(document.body).backgroundColor;
    const told = (paint: string): boolean =>
      paint !== 'none' && paint !== ground && !/^rgba.* 0\)$/.test(paint);
    const shapes = [
      ...document.querySelectorAll('.picture svg :is(rect, path, circle, line):not(.band-reach, defs *)'),
    ].filter((shape) => !shape.matches('.slider-between, .months *'));
    return {
      all: shapes.length,
      unseen: shapes.flatMap((shape) => {
        const { fill, stroke } = getComputedStyle(shape);
        const seen = told(stroke) || (shape.localName !== 'line' && told(fill));
        return seen ? [] : [`${shape.localName}.${shape.getAttribute('class') ?? ''}`];
      }),
    };
  });

describe('the dates of a time line', () => {
  it('stand clear of each other, of the lines and of the edges at every width, in large text and on paper', async () => {
    const { page, visit, close } = await open('chair');
    const found: Record<string, unknown> = {};
    const look = async (state: string, drawing: string): Promise<void> => {
      const wrong = await collisions(page, drawing);
      const wider = await overflow(page);
      if (wrong.length + wider > 0) found[state] = { wrong, wider };
    };
    for (const [path, drawing] of [
      ['/oversikt', '.band-axis svg'],
      [replay, '.slider-scale'],
    ] as const) {
      await visit(path);
      for (const width of [320, 768, 1024, 1280, 1600]) {
        await page.setViewportSize({ width, height: 900 });
        await look(`${path} at ${width.toString()}`, drawing);
      }
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      await look(`${path} in large text`, drawing);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '';
      });
      await page.setViewportSize({ width: 720, height: 1000 });
      await page.emulateMedia({ media: 'print' });
      await look(`${path} on paper`, drawing);
      await page.emulateMedia({ media: 'screen' });
    }
    expect(found).toEqual({});
    await close();
  });
});

describe('the marks of pictures', () => {
  it('are seen in the reader’s own colours and in high contrast, which is remembered', async () => {
    const { page, visit, close } = await open('secretary', { forcedColors: 'active' });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await visit('/oversikt');
      const { all, unseen: lost } = await unseen(page);
      expect(all).toBeGreaterThan(60);
      expect([colorScheme, lost]).toEqual([colorScheme, []]);
    }
    await page.emulateMedia({ forcedColors: 'none' });
    await page.locator('.you summary').click();
    await page.getByLabel('Hög kontrast').check();
    await visit('/oversikt');
    expect(await page.locator('html').getAttribute('data-contrast')).toBe('more');
    expect((await unseen(page)).unseen).toEqual([]);
    await close();
  });
});

describe('the time slider', () => {
  it('is moved by mouse, finger and keys; its handles are apart on one day and large enough', async () => {
    const { page, visit, close } = await open('auditor', {
      viewport: { width: 320, height: 800 },
      hasTouch: true,
    });
    await visit(replay);
    const [a, b] = [
      page.getByRole('slider', { name: 'Reglage A' }),
      page.getByRole('slider', { name: 'Reglage B' }),
    ];
    const said = (handle: typeof a) => handle.getAttribute('aria-valuetext');
    const grips = page.locator('.slider-handle > span');
    const track = page.locator('.slider-bars');
    await track.scrollIntoViewIfNeeded();

    const size = await track.boundingBox();
    const grip = await grips.nth(1).boundingBox();
    if (!size || !grip) throw new Error('the slider is not drawn');
    await page.mouse.move(grip.x + 12, grip.y + 12);
    await page.mouse.down();
    expect(await said(b)).toContain('6 mars 2026');
    await page.mouse.move(size.x + size.width + 30, grip.y + 12, { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => said(b)).toContain('5 juni 2026');

    await page.touchscreen.tap(size.x + 2, size.y + 40);
    await expect.poll(() => said(a)).toContain('13 november 2025');

    await b.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => said(b)).toContain('13 november 2025');
    const [left, right] = [await grips.nth(0).boundingBox(), await grips.nth(1).boundingBox()];
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual((right?.x ?? 0) + 1);
    for (const box of [left, right])
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    expect(await b.evaluate((handle) => getComputedStyle(handle).transitionDuration)).toBe('0s');

    await page.getByRole('button', { name: 'Nästa händelse' }).press('Enter');
    await expect.poll(() => said(b)).toContain('20 november 2025');
    expect(await page.locator('figure:has(.slider) figcaption').textContent()).toMatch(
      /1 händelse mellan A, 13 november 2025, och B, 20 november 2025; 9 redan vid A, \d+ efter B\./,
    );
    await close();
  });
});
