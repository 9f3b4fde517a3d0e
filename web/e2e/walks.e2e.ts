import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overflow, settled, tokens, useBrowser, violations } from './browsing';
import { startDemo } from './demo';
import { Walk } from './walking';

const { open } = useBrowser();
let demo: Awaited<ReturnType<typeof startDemo>>;

beforeAll(async () => {
  demo = await startDemo('--from', '2025-11-13');
});
afterAll(async () => {
  await demo.stop();
});

const headers = { authorization: `Bearer ${tokens.secretary}`, 'content-type': 'application/json' };

async function clockTo(day: string): Promise<void> {
  const answer = await fetch(`${demo.base}/api/demo/clock`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ to: day }),
  });
  expect(answer.status).toBe(200);
}

/** The addresses that a letter has for its answers; the first is that all goes to plan. */
async function linksOf(letter: string): Promise<readonly string[]> {
  const answer = await fetch(`${demo.base}/api/outbox/${letter}`, { headers });
  return (await answer.text()).match(/\/svar\/[\w~.-]+/g) ?? [];
}

const evil = `<img src=x onerror="window.__hit=1">"'><script>window.__hit=1</script> \u202Esvart \u2066 ${'lång'.repeat(60)}`;

describe('with the clock moved from November 2025 to September 2026', () => {
  it('an assignee answers from a mail within 30 seconds, and every page of the link can be used by all', async () => {
    await clockTo('2026-05-25');
    const [link = '', , other = ''] = await linksOf('2026-05-21.p04');
    const window = await open(undefined, { baseURL: demo.base, viewport: { width: 320, height: 700 } });
    const { page } = window;
    const fits = async (state: string): Promise<void> => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, forcedColors: colorScheme === 'dark' ? 'active' : 'none' });
        expect([state, colorScheme, await violations(page), await overflow(page)]).toEqual([
          state,
          colorScheme,
          [],
          0,
        ]);
      }
    };
    const walk = new Walk('assignee answers from a mail', page);
    await page.goto(link);
    await walk.fill(page.getByRole('textbox'), 'Arbetet pågår och blir klart i tid.');
    await walk.press(page.getByRole('button', { name: 'Skicka' }));
    await page.getByRole('heading', { level: 1, name: 'Tack, ditt svar är registrerat' }).waitFor();
    expect(walk.end()).toBeLessThan(30);
    await fits('after');

    await page.goto(other);
    await fits('before');
    await page.getByRole('textbox').fill(evil);
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.getByText('långlång').first().waitFor();
    expect(await page.locator('img, script').count()).toBe(0);
    await fits('hostile words');
    expect(await page.evaluate(() => '__hit' in globalThis)).toBe(false);

    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await page.goto('/svar/p~finns~inte');
    await page.getByRole('heading', { level: 1, name: 'Länken går inte att använda' }).waitFor();
    await fits('unknown');
    await clockTo('2026-09-10');
    await page.goto(link);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await fits('expired');
    expect(window.faults).toEqual([]);
    await window.close();
  });

  it('a chair finds within 30 seconds why the guideline slipped', async () => {
    const { page, faults, close } = await open('chair', { baseURL: demo.base });
    const walk = new Walk('chair finds why the guideline slipped', page);
    await page.goto('/');
    await settled(page);
    await walk.key('/');
    await walk.type('riktlinje utskrivning');
    await walk.press(
      page
        .getByRole('dialog')
        .getByRole('link', { name: /Remiss av riktlinje för trygg utskrivning/ })
        .first(),
    );
    const moved = page
      .locator('.timeline-line', { hasText: 'Ställningstagande i SRÄ' })
      .filter({ hasText: 'flyttade' });
    expect(await moved.first().textContent()).toMatch(/4 juni till 1 september 2026.*skäl anges inte/);
    expect(walk.end()).toBeLessThan(30);
    expect(faults).toEqual([]);
    await close();
  });

  it('a secretary registers a decision with three points and two assignments within two minutes', async () => {
    await clockTo('2026-09-24');
    const { page, faults, close } = await open('secretary', { baseURL: demo.base });
    const walk = new Walk('secretary registers a decision', page);
    await page.goto('/');
    await settled(page);
    await walk.press(page.locator('.next-meeting a'));
    await walk.press(page.getByRole('link', { name: 'Under', exact: true }));
    await walk.fill(page.getByLabel('Rubrik'), 'Prov av gemensam rådgivning');
    await walk.key('Enter');
    await walk.type('SRÄ noterar informationen.');
    await walk.key('Enter');
    await walk.type('SRÄ ger Kommunsams direktör i uppdrag att senast i november 2026 föreslå en plan.');
    await walk.key('Enter');
    await walk.type(
      'SRÄ ger vårdutvecklingsdirektören i uppdrag att senast i november 2026 räkna på kostnaden.',
    );
    const tasks = page.getByLabel('Uppdraget i en mening');
    await walk.fill(tasks.nth(0), 'Plan för rådgivning');
    await walk.fill(tasks.nth(1), 'Kostnad för rådgivning');
    const who = page.locator('.register-task').getByLabel('Ansvarig');
    await walk.choose(who.nth(0), 'Direktör, Kommunsam');
    await walk.choose(who.nth(1), 'Vårdutvecklingsdirektör, Region Norrälven');
    await walk.key('Control+Enter');
    await page.getByText('Beslutet är registrerat.').waitFor();
    expect(walk.end()).toBeLessThan(120);
    expect(faults).toEqual([]);
    await close();
  });

  it('an auditor shows what was known on 1 March 2026 and what has changed since', async () => {
    const { page, faults, close } = await open('auditor', { baseURL: demo.base });
    const walk = new Walk('auditor shows what was known and what has changed', page);
    await page.goto('/');
    await settled(page);
    await walk.press(page.getByRole('navigation').getByRole('link', { name: 'Granskning' }));
    await walk.press(page.getByRole('link', { name: 'Läget en viss dag' }));
    await walk.fill(page.getByLabel('Dag', { exact: true }), '2026-03-01');
    await page.waitForURL(/dag=2026-03-01/);
    await page.getByRole('heading', { level: 2 }).filter({ hasText: '1 mars 2026' }).first().waitFor();
    const changed = page.locator('main:not(:has(.stale))').getByRole('figure', { name: /^Ändrat sedan/ });
    expect(await changed.textContent()).toMatch(/flyttad|ny frist/);
    expect(walk.end()).toBeLessThan(60);
    expect(faults).toEqual([]);
    await close();
  });
});
