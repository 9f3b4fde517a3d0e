import { describe, expect, it } from 'vitest';
import { apart, settled, useBrowser, violations } from './browsing';

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

  it('is shown before its scripts run', async () => {
    const { page, faults, close } = await open('chair');
    await page.addInitScript(`
      const frame = requestAnimationFrame;
      let waiting = [];
      window.waits = () => waiting?.length > 0;
      window.requestAnimationFrame = (then) => waiting?.push(then) ?? frame(then);
      window.paint = () => { waiting.forEach((then) => frame(then)); waiting = undefined; };`);
    await page.goto('/oversikt');
    await page.waitForFunction('waits()', undefined, { polling: 20 });
    expect(
      await page.evaluate(() =>
        Object.keys(document.querySelector('h1') ?? {}).filter((key) => /^__react/.test(key)),
      ),
    ).toEqual([]);
    await page.evaluate('paint()');
    await settled(page);
    expect(faults).toEqual([]);
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

  it.each([
    {
      language: 'sv',
      lost: [
        ['/beslut/finns-inte', 'Beslutet finns inte'],
        ['/moten/finns-inte', 'Mötet finns inte'],
        ['/arenden/finns-inte', 'Ärendet finns inte'],
        ['/granskning/uppdrag/finns-inte', 'Uppdraget finns inte'],
        ['/granskning?granskning=finns-inte', 'Granskningen finns inte, eller är någon annans egen'],
        ['/beslut/beslut-remiss?perDatum=2024-01-01', 'Beslutet fanns inte den 1 januari 2024'],
        ['/finns/inte', 'Sidan finns inte'],
        ['/uppdrag/finns-inte', 'Uppdraget finns inte'],
      ],
      search: 'Sök',
      list: 'Till alla uppdrag',
    },
    {
      language: 'en',
      lost: [
        ['/granskning/beslut/finns-inte', 'There is no such decision'],
        ['/uppdrag/finns-inte', 'There is no such assignment'],
      ],
      search: 'Search',
      list: 'To all assignments',
    },
  ] as const)(
    'of something that does not exist says so with status 404, and leads on ($language)',
    async ({ language, lost, search, list }) => {
      const { page, visit, faults, asked, close } = await open('auditor', { language });
      for (const [path, title] of lost) {
        expect([path, (await page.request.get(path)).status()]).toEqual([path, 404]);
        await visit(path);
        expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
        expect(await page.title()).toBe(`${title} – Beslutslogg`);
        expect([path, asked, await apart(page, path)]).toEqual([path, [], undefined]);
      }
      expect(await violations(page)).toEqual([]);
      await page.locator('main').getByRole('button', { name: search, exact: true }).click();
      await page.getByRole('dialog', { name: search }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: list }).click();
      await page.getByRole('row').nth(1).waitFor();
      expect(faults).toEqual([]);
      await close();
    },
  );

  it('is for one reader only, and holds no script', async () => {
    const { page, close } = await open('chair');
    const answer = await page.request.get('/oversikt');
    expect(answer.headers()['cache-control']).toBe('private, no-store');
    const scripts = (await answer.text()).match(/<script[^>]*>/g) ?? [];
    expect(scripts.filter((tag) => !/ src="\/assets\/|type="application\/json"/.test(tag))).toEqual([]);
    await close();
  });
});
