import { describe, expect, it } from 'vitest';
import { useBrowser } from './browsing';

const { open } = useBrowser();

describe('the first five minutes of an auditor', () => {
  it('finds an assignment, sees what was known on 1 March 2026 and what has changed since', async () => {
    const { page, visit, faults, close } = await open('auditor');
    await visit('/oversikt');
    await page.getByRole('navigation').getByRole('link', { name: 'Granskning' }).click();
    await page.getByRole('heading', { level: 1, name: 'Granskning' }).waitFor();
    await page
      .getByLabel('Spela upp ett uppdrag eller ett beslut')
      .selectOption({ label: 'Pröva en gemensam nattlinje' });
    await page.getByRole('button', { name: 'Spela upp' }).click();
    await page.getByRole('heading', { level: 1, name: 'Pröva en gemensam nattlinje' }).waitFor();
    await page.getByLabel('Datum A').fill('2026-03-20');
    const row = page.getByRole('row', { name: /^Frist/ });
    await expect.poll(() => row.textContent()).toMatch(/under våren 2026.*hösten 2026/);
    await page.waitForURL(/jamfor=2026-03-20\.\./);

    await page.getByLabel('Datum A').fill('2026-03-01');
    await expect
      .poll(() => page.locator('main .report').getByRole('status').textContent())
      .toBe('Det fanns inte vid A.');
    expect(faults).toEqual([]);
    await close();
  });

  it('sets both dates by keyboard alone, and the link gives the same answer to somebody else', async () => {
    const { page, visit, close } = await open('auditor');
    await visit('/granskning/uppdrag/uppfoljning-plan');
    const b = page.getByRole('slider', { name: 'Reglage B' });
    await b.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await b.getAttribute('aria-valuetext')).toMatch(/^20 november 2025, 2 av \d+ händelser$/);
    await page.waitForURL(/jamfor=.*2025-11-20/);
    const said = '1 uppgift skiljer mellan A och B.';
    await page.getByText(said).waitFor();

    const other = await open('reader');
    await other.visit(page.url());
    await other.page.getByText(said).waitFor();
    await other.close();
    await close();
  });

  it('reads the board as of a day on each of the three dates', async () => {
    const { page, visit, close } = await open('auditor');
    await visit('/granskning/laget?dag=2026-06-04');
    const heading = page.getByRole('heading', { level: 2 }).first();
    const stated = await heading.textContent();
    await page.getByLabel('registrerades').check();
    await expect.poll(() => heading.textContent()).not.toBe(stated);
    expect(page.url()).toContain('datum=registrerades');
    await close();
  });

  it('follows the audit trail and finds who recorded what', async () => {
    const { page, visit, close } = await open('auditor');
    await visit('/granskning/logg?ordning=aldst');
    const rows = page.getByRole('row');
    const first = await rows.count();
    await page.getByRole('button', { name: 'Visa fler' }).click();
    await expect.poll(() => rows.count()).toBeGreaterThan(first);
    await close();
  });
});
