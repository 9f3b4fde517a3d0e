import { describe, expect, it } from 'vitest';
import { tokens, useBrowser, violations } from './browsing';

const { open } = useBrowser();

describe('the first five minutes of a chair', () => {
  it('says how it stands in one sentence, and finds why the guideline was moved', async () => {
    const { page, visit, faults, close } = await open('chair');
    await visit('/oversikt');
    await page
      .getByText(/^\d+ uppdrag pågår\./)
      .first()
      .waitFor();
    await page.getByRole('figure', { name: /Återkopplingsband/ }).waitFor();

    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('remiss trygg utskrivning');
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /Remiss av riktlinje för trygg utskrivning/ })
      .first()
      .click();
    await page
      .getByRole('heading', { level: 1, name: 'Remiss av riktlinje för trygg utskrivning' })
      .waitFor();
    const moved = page
      .locator('.timeline-line', { hasText: 'Ställningstagande i SRÄ' })
      .filter({ hasText: 'flyttade' });
    expect(await moved.first().textContent()).toMatch(/4 juni till 1 september 2026.*skäl anges inte/);
    expect(faults).toEqual([]);
    await close();
  });
});

describe('the first five minutes of a secretary', () => {
  it('sees what lies between the chairs and why, with the next step', async () => {
    const { page, visit, close } = await open('secretary');
    await visit('/oversikt');
    const queue = page.getByRole('region', { name: 'Mellan stolarna' });
    await queue.getByText('Beslutet per capsulam har inte rapporterats till ett möte.').waitFor();
    expect(
      await queue
        .getByRole('link', { name: 'Rapportera till nästa möte' })
        .or(queue.getByRole('button', { name: 'Rapportera till nästa möte' }))
        .count(),
    ).toBe(1);
    await close();
  });

  it('registers a decision with three points and two assignments, by keyboard', async () => {
    const { page, visit, faults, close } = await open('secretary');
    await visit('/moten/sra-2026-06-04?flik=under');
    await page.getByLabel('Rubrik').fill('Prov av gemensam rådgivning');
    await page.getByLabel('Rubrik').press('Enter');
    await page.keyboard.type('SRÄ noterar informationen.');
    await page.keyboard.press('Enter');
    await page.keyboard.type(
      'SRÄ ger Kommunsams direktör i uppdrag att senast i november 2026 föreslå en plan.',
    );
    await page.keyboard.press('Enter');
    await page.keyboard.type(
      'SRÄ ger vårdutvecklingsdirektören i uppdrag att senast i november 2026 räkna på kostnaden.',
    );
    const tasks = page.getByLabel('Uppdraget i en mening');
    await tasks.nth(0).fill('Plan för rådgivning');
    await tasks.nth(1).fill('Kostnad för rådgivning');
    const who = page.locator('.register-task').getByLabel('Ansvarig');
    await who.nth(0).selectOption({ label: 'Direktör, Kommunsam' });
    await who.nth(1).selectOption({ label: 'Vårdutvecklingsdirektör, Region Norrälven' });
    await page
      .getByText(/30 november 2026/)
      .first()
      .waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Beslutet är registrerat.').waitFor();

    await visit('/uppdrag');
    await page.getByRole('link', { name: 'Plan för rådgivning' }).click();
    await page.getByRole('heading', { level: 1, name: 'Plan för rådgivning' }).waitFor();
    expect(await page.locator('main').textContent()).toContain('senast i november 2026');
    expect(faults).toEqual([]);
    await close();
  });
});

describe('the first five minutes of an assignee', () => {
  it('sees what was asked and until when, and answers in half a minute', async () => {
    const { page, visit, faults, close } = await open('assignee');
    await visit('/oversikt');
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'Plan för gemensam uppföljning av vård i hemmet' }) })
      .first();
    expect(await card.textContent()).toContain('senast i juni 2026');
    await card.getByRole('link', { name: 'Går enligt plan' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rapportera läget' });
    expect(await dialog.getByLabel('Går enligt plan').isChecked()).toBe(true);
    await dialog.getByLabel('Vad du vill säga organet').fill('Kostnaden är räknad och klar.');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Rapportera läget' }).click();
    await page.getByText('Tack! Läget är rapporterat.').waitFor();
    await page.locator('.timeline-line', { hasText: 'Kostnaden är räknad och klar.' }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('can do so in English', async () => {
    const { page, visit, close } = await open('assignee', { language: 'en' });
    await visit('/oversikt');
    await page.getByRole('link', { name: 'Risk of delay' }).first().click();
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('dialog').getByRole('radio', { checked: true }).count()).toBe(1);
    await close();
  });
});

describe('the first five minutes of a reader', () => {
  it('reads everything, is offered no change, and is refused one', async () => {
    const { page, visit, close } = await open('reader');
    await visit('/uppdrag/uppfoljning-plan');
    await page.getByRole('figure', { name: /Tidslinje/ }).waitFor();
    expect(await page.locator('.actions button').count()).toBe(0);
    const answer = await page.request.post('/api/assignments/uppfoljning-plan/close', {
      headers: { authorization: `Bearer ${tokens.reader}`, 'if-match': '*' },
      data: { outcome: 'fulfilled' },
    });
    expect(answer.status()).toBe(403);
    await close();
  });
});
