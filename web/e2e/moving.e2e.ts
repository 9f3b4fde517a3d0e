import { describe, expect, it } from 'vitest';
import { useBrowser } from './browsing';

const { open } = useBrowser();

describe('coming and going', () => {
  it('a session that has ended leads to signing in, and one goes on where one was', async () => {
    const { page, visit, close } = await open('secretary');
    await visit('/uppdrag');
    await page.context().clearCookies({ name: 'beslutslogg' });
    await page.getByRole('link', { name: 'Promemoria om delade hälsodata' }).click();
    await page.getByRole('heading', { level: 1, name: 'Vem vill du vara?' }).waitFor();
    await page.getByRole('button', { name: /^Mötessekreterare/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Promemoria om delade hälsodata' }).waitFor();
    await close();
  });

  it('a link leads to the title of its page, and back is where one was in the list', async () => {
    const { page, visit, faults, close } = await open('reader', { viewport: { width: 1280, height: 500 } });
    await visit('/beslut');
    const link = page.locator('tr[aria-rowindex="9"] th a');
    const title = (await link.textContent()) ?? '';
    await link.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(200);
    await link.click();
    await page.locator('h1:focus', { hasText: title }).waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.goBack();
    await page.waitForFunction((at) => Math.abs(scrollY - at) < 100, before);
    expect(faults).toEqual([]);
    await close();
  });

  it('a single key does nothing once that is turned off', async () => {
    const { page, visit, close } = await open('reader');
    await visit('/oversikt');
    await page.keyboard.press('?');
    await page.getByLabel(/En enda tangent räcker/).uncheck();
    await page.keyboard.press('Escape');
    for (const again of [false, true]) {
      if (again) await visit('/oversikt');
      for (const key of ['/', '?', 'g', 'b']) await page.keyboard.press(key);
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(new URL(page.url()).pathname).toBe('/oversikt');
    }
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('searchbox').waitFor();
    await close();
  });

  it('a list stays when it cannot be fetched anew', async () => {
    const { page, visit, close } = await open('reader');
    await visit('/beslut');
    const rows = page.locator('tr[aria-rowindex]');
    const before = await rows.count();
    await page.route('**/api/decisions?*', (route) => route.fulfill({ status: 403, json: { title: 'Nej' } }));
    await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await page.locator('.list .fault').waitFor();
    expect(await rows.count()).toBe(before);
    await close();
  });
});
