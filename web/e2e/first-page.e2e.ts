import { describe, expect, it } from 'vitest';
import { settled, useBrowser } from './browsing';

const { open } = useBrowser();

describe('the first page', () => {
  it('can be read before, and without, a script', async () => {
    const { page, close } = await open('chair', { javaScriptEnabled: false });
    await page.goto('/');
    expect(new URL(page.url()).pathname).toBe('/oversikt');
    expect(await page.title()).toBe('Översikt – Beslutslogg');
    expect(await page.locator('.lead').textContent()).toMatch(/^\d+ uppdrag pågår\./);
    expect(await page.locator('.band [data-mark]').count()).toBeGreaterThan(3);
    await close();
  });

  it('is in the language the browser asks for until another is chosen', async () => {
    const { page, visit, faults, close } = await open('auditor', { language: 'en', chosen: false });
    await visit('/oversikt');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await page.locator('.you summary').click();
    await page.getByLabel('Svenska').check();
    await page.getByRole('heading', { level: 1, name: 'Översikt' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Översikt' }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('has the chosen look from the first paint on', async () => {
    const { page, visit, faults, close } = await open('reader', { colorScheme: 'light' });
    await visit('/oversikt');
    await page.locator('.you summary').click();
    await page.getByLabel('Mörkt').check();
    const sent = await (await page.request.get('/beslut')).text();
    expect(sent).toContain('<html lang="sv" data-theme="dark">');
    await page.reload();
    await settled(page);
    expect(await page.getByLabel('Mörkt').isChecked()).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });

  it('is for one reader only, and holds no script', async () => {
    const { page, close } = await open('chair');
    const answer = await page.request.get('/oversikt');
    expect(answer.headers()['cache-control']).toBe('private, no-store');
    const scripts = (await answer.text()).match(/<script[^>]*>/g) ?? [];
    expect(scripts.filter((tag) => !/ src="\/assets\/|type="application\/json"/.test(tag))).toEqual([]);
    await close();
  });
});
