import { describe, expect, it } from 'vitest';
import { apart, overflow, useBrowser, violations } from './browsing';

const { open } = useBrowser();

describe('the columns of a list', () => {
  it('are chosen with the keyboard, stand in the address, and are drawn by the server and on paper', async () => {
    const { page, visit, faults, asked, close } = await open('reader');
    const heads = (): Promise<string[]> => page.getByRole('columnheader').allTextContents();
    await visit('/beslut');
    expect(await heads()).toEqual(['Datum ↓', 'Beslut', 'Slag', 'Uppdrag', 'Läge']);
    await page.locator('.columns summary').focus();
    await page.keyboard.press('Enter');
    expect(await violations(page)).toEqual([]);
    const box = (name: string) => page.getByRole('group', { name: 'Kolumner som visas' }).getByLabel(name);
    await box('Möte').focus();
    await page.keyboard.press('Space');
    await box('Slag').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    const chosen = ['Datum ↓', 'Beslut', 'Möte', 'Uppdrag', 'Läge'];
    await expect.poll(heads).toEqual(chosen);
    const { pathname, search, searchParams } = new URL(page.url());
    expect(searchParams.get('kolumner')).toBe('datum,beslut,mote,uppdrag,lage');

    await visit(pathname + search);
    expect(asked).toEqual([]);
    expect(await apart(page, pathname + search)).toBeUndefined();
    await page.emulateMedia({ media: 'print' });
    expect(await heads()).toEqual(chosen);
    expect(await page.locator('.columns').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('.columns summary').click();
    await page.getByRole('button', { name: 'Visa de vanliga' }).click();
    await expect.poll(() => new URL(page.url()).search).toBe('');
    expect(faults).toEqual([]);
    await close();
  });

  it('fit all at once, in both languages and in a narrow window', async () => {
    const all = 'kolumner=beslut,arende,ansvarig,mottagare,givet,frist,lage,avslutat&lage=alla';
    const { page, visit, close } = await open('auditor', { language: 'en' });
    await visit(`/uppdrag?${all}`);
    expect(await page.getByRole('columnheader').allTextContents()).toEqual([
      'Assignment',
      'Decision',
      'Matter',
      'Responsible',
      'Reports to',
      'Given',
      'Deadline ↑',
      'State',
      'Closed',
    ]);
    for (const width of [320, 800, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.locator('.columns summary').click();
      expect([width, await overflow(page)]).toEqual([width, 0]);
      await page.keyboard.press('Escape');
    }
    expect(await page.getByRole('region', { name: 'Assignments' }).count()).toBe(0);
    await page.setViewportSize({ width: 800, height: 600 });
    const region = page.getByRole('region', { name: 'Assignments' });
    await page.getByText('The table goes on to the right').waitFor();
    const place = (role: 'columnheader' | 'rowheader') =>
      page
        .getByRole(role)
        .first()
        .evaluate((cell) => {
          const [at, box] = [
            cell.getBoundingClientRect(),
            cell.closest('[role=region]')?.getBoundingClientRect(),
          ];
          return [Math.round(at.left - (box?.left ?? 0)), Math.round(at.top - (box?.top ?? 0))];
        });
    await region.focus();
    for (const key of ['End', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    await expect.poll(() => region.evaluate((box) => box.scrollTop > 100 && box.scrollLeft > 50)).toBe(true);
    expect(await place('columnheader')).toEqual([0, 0]);
    expect((await place('rowheader'))[0]).toBe(0);
    expect(await violations(page)).toEqual([]);
    await close();
  });
});

describe('a day', () => {
  it.each([
    { language: 'sv', from: 'Från', words: '19 mars 2026', means: 'torsdag 19 mars 2026' },
    { language: 'en', from: 'From', words: '19 March 2026', means: 'Thursday 19 March 2026' },
  ] as const)('is written in words or digits, and says what it means ($language)', async (told) => {
    const { language, from, words, means } = told;
    const { page, visit, faults, close } = await open('chair', { language });
    const dayIn = (): string | null => new URL(page.url()).searchParams.get('fran');
    await visit('/beslut');
    const field = page.getByRole('textbox', { name: from, exact: true });
    await field.pressSequentially(words);
    await expect.poll(dayIn).toBe('2026-03-19');
    expect(await field.inputValue()).toBe(words);
    await expect
      .poll(async () => page.locator(`#${(await field.getAttribute('aria-describedby')) ?? ''}`).innerText())
      .toBe(means);

    await field.fill('2026-06');
    await field.blur();
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    expect(dayIn()).toBe('2026-03-19');
    expect(await violations(page)).toEqual([]);

    await field.fill('2025-11-13');
    await expect.poll(dayIn).toBe('2025-11-13');
    await page.getByRole('button', { name: language === 'sv' ? 'Rensa filter' : 'Clear' }).click();
    await expect.poll(() => field.inputValue()).toBe('');
    expect(faults).toEqual([]);
    await close();
  });

  it('that is none keeps a form from being sent', async () => {
    const { page, visit, close } = await open('secretary');
    await visit('/moten?steg=ScheduleMeeting');
    const dialog = page.getByRole('dialog');
    const field = dialog.getByLabel('Datum');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') asked.push(request.url());
    });
    await field.fill('någon gång i vår');
    await dialog.getByRole('button', { name: 'Planera ett möte' }).click();
    await dialog.getByText('Det är ingen dag.').or(dialog.getByText('Skriv 2026-03-19')).waitFor();
    expect(
      await field.evaluate((input) => input instanceof HTMLInputElement && input.validity.customError),
    ).toBe(true);
    expect(asked).toEqual([]);
    await close();
  });
});

describe('on paper', () => {
  it('a long list has all its rows, also those that were not fetched yet', async () => {
    const { page, visit, faults, close } = await open('chair');
    // The demo's assignments, over and over: 120 rows to a page, three pages.
    await page.route(/\/api\/assignments\?/, async (route) => {
      const at = Number(/cursor=(\d)/.exec(route.request().url())?.[1] ?? 0);
      const answer = await route.fetch({
        url: route
          .request()
          .url()
          .replace(/&cursor=\d/, ''),
      });
      const { items } = (await answer.json()) as { readonly items: readonly { readonly id: string }[] };
      const many = Array.from({ length: 120 }, (_, row) => ({
        ...items[row % items.length],
        id: `rad-${at.toString()}-${row.toString()}`,
      }));
      await route.fulfill({ json: { items: many, ...(at < 2 && { next: (at + 1).toString() }) } });
    });
    await page.addInitScript(() => {
      window.print = () => {
        window.dispatchEvent(new Event('beforeprint'));
        document.body.dataset['printed'] = document.querySelector('main table')?.outerHTML ?? '';
        document.body.dataset['said'] = document.querySelector('main .only-print')?.textContent ?? '';
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    await visit('/oversikt');
    await page.getByRole('navigation').getByRole('link', { name: 'Uppdrag' }).click();
    await page.getByRole('row').nth(5).waitFor();
    expect(await page.locator('main tbody tr').count()).toBeLessThan(100);
    await page.getByRole('button', { name: 'Skriv ut' }).click();
    await expect.poll(() => page.locator('body').getAttribute('data-said')).toBe('Listan har 360 rader.');
    const printed = (await page.locator('body').getAttribute('data-printed')) ?? '';
    expect(new Set(printed.match(/\/uppdrag\/rad-\d-\d+/g)).size).toBe(360);
    expect(await page.locator('main tbody tr').count()).toBeLessThan(100);
    expect(faults).toEqual([]);
    await close();
  });

  it('a decision and a replay keep what is read, leave out what is pressed, and fit the paper', async () => {
    const { page, visit, close } = await open('chair', { viewport: { width: 700, height: 990 } });
    for (const path of ['/beslut/beslut-remiss', '/granskning/beslut/beslut-remiss']) {
      await visit(path);
      const told = await page.locator('.timeline-line').count();
      await page.emulateMedia({ media: 'print' });
      expect(told).toBeGreaterThan(5);
      expect(await page.locator('.timeline-line:visible').count()).toBe(told);
      expect([path, await page.locator('main').locator('button:visible').count()]).toEqual([path, 0]);
      expect([path, await overflow(page)]).toEqual([path, 0]);
      await page.emulateMedia({ media: 'screen' });
    }
    await close();
  });
});
