import { describe, expect, it } from 'vitest';
import { overflow, settled, useBrowser, violations } from './browsing';

const { open } = useBrowser('own');

describe('a saved view', () => {
  it('is saved for the body, found by others, renamed, removed and put back', async () => {
    const { page, visit, faults, close } = await open('secretary');
    await visit('/uppdrag?forsenat=ja&sortera=title');
    await page.getByRole('button', { name: 'Spara vyn' }).click();
    await page.getByLabel('Vyns namn').fill('Sent, efter rubrik');
    expect(await page.getByLabel('Vyns namn').getAttribute('aria-describedby')).toBe(
      await page.getByText('Skriv inte namn på personer').getAttribute('id'),
    );
    await page.getByLabel('för alla i organet').check();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('”Sent, efter rubrik” är sparad.').waitFor();
    const chip = page.getByRole('link', { name: 'Sent, efter rubrik' });
    expect(await chip.getAttribute('aria-current')).toBe('true');

    const other = await open('chair');
    await other.visit('/oversikt');
    await other.page.keyboard.press('/');
    await other.page.keyboard.insertText('rubrik sent');
    await other.page.getByRole('link', { name: 'sparad vy Sent, efter rubrik' }).click();
    await other.page.waitForURL(/forsenat=ja/);
    expect(new URL(other.page.url()).searchParams.get('sortera')).toBe('title');
    await other.close();

    await page.getByRole('button', { name: /Byt namn/ }).click();
    await page.getByLabel('Nytt namn').fill('Försenat');
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByRole('link', { name: 'Försenat', exact: true }).waitFor();
    await page.getByRole('button', { name: /Ta bort/ }).click();
    await page.getByText('”Försenat” är borttagen ur listan.').waitFor();
    expect(await page.getByRole('link', { name: 'Försenat', exact: true }).count()).toBe(0);
    await page.getByRole('button', { name: 'Ångra' }).last().click();
    await page.getByRole('link', { name: 'Försenat', exact: true }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });
});

describe('a saved review', () => {
  it('shows the same answer after more has been recorded, says what is frozen, and asks again today', async () => {
    const { page, visit, faults, close } = await open('auditor');
    await visit('/granskning/laget?dag=2026-03-01');
    await page.getByRole('button', { name: 'Spara granskningen' }).click();
    await page.getByLabel('Granskningens namn').fill('Känt den 1 mars');
    await page.getByLabel('för alla i organet').check();
    await page.getByRole('button', { name: 'Spara', exact: true }).click();
    await page.getByRole('complementary', { name: 'Sparad granskning: ”Känt den 1 mars”' }).waitFor();
    await settled(page);
    const answer = (): Promise<string> => page.locator('main .page').innerText();
    const before = await answer();
    const address = page.url();
    expect(await violations(page)).toEqual([]);

    const secretary = await open('secretary');
    const given = await secretary.page.request.post('/api/assignments', {
      headers: { origin: new URL(address).origin },
      data: {
        body: 'sra',
        title: 'Bortglömt uppdrag från vintern',
        deadline: 'hösten 2026',
        statedAt: '2026-02-10',
      },
    });
    expect(given.status()).toBe(201);
    await secretary.close();

    await page.goto(address);
    await settled(page);
    expect(await answer()).toBe(before);
    expect(await page.locator('.review').innerText()).toContain(
      'Det som har registrerats senare räknas inte',
    );
    await page.getByRole('button', { name: 'Ställ samma fråga i dag' }).click();
    await page.getByText('Bortglömt uppdrag från vintern').first().waitFor();

    await visit('/granskning');
    await page.getByRole('link', { name: 'Känt den 1 mars' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.insertText('känt');
    await page.getByRole('link', { name: 'sparad granskning Känt den 1 mars' }).click();
    await settled(page);
    expect(await page.locator('main').innerText()).not.toContain('Bortglömt uppdrag från vintern');
    expect(faults).toEqual([]);
    await close();
  });
});

describe('what goes out', () => {
  it('is planned day by day with a step for each, and fits a narrow window', async () => {
    const { page, visit, faults, close } = await open('secretary', { viewport: { width: 320, height: 800 } });
    await visit('/paminnelser');
    expect(await page.locator('.planned > li').count()).toBeGreaterThan(2);
    expect(await overflow(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole('link', { name: /^Pausa/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: 'Pausa påminnelser' });
    await dialog.getByRole('button', { name: 'Pausa påminnelser' }).click();
    await page.getByText('Påminnelserna är pausade.').waitFor();
    await page.getByText(/Påminnelserna är pausade från .* tills de startas igen\./).waitFor();
    await page.getByRole('button', { name: 'Ångra' }).click();
    await page.getByText('Ångrat.').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('can be subscribed to at an address that is made in the browser, shown once, and blocked', async () => {
    const { page, visit, faults, close } = await open('secretary');
    await visit('/paminnelser');
    await page.getByRole('button', { name: 'Skapa adress för organet' }).click();
    const address = await page.getByLabel('Adressen till din kalender').inputValue();
    const path = new URL(address).pathname;
    expect(await (await page.request.get(path)).text()).toContain('BEGIN:VCALENDAR');
    await page.getByRole('button', { name: 'Spärra' }).click();
    await page.getByText('Adressen är spärrad.').waitFor();
    expect((await page.request.get(path)).status()).toBe(410);
    expect(faults).toEqual([]);
    await close();
  });

  it('arrives in the outbox when the demo’s clock goes on; a mail is shown as it looks and as text', async () => {
    const { page, visit, faults, close } = await open('secretary');
    await visit('/utkorgen');
    await page.getByText('Det finns inga brev än.').waitFor();
    await page.getByRole('button', { name: '+1 vecka' }).click();
    await page
      .getByRole('link', { name: /uppdrag väntar på ditt svar/ })
      .first()
      .click();
    const paper = page.locator('.outbox-paper');
    const answer = page.frameLocator('.outbox-paper').locator('a[href*="/svar/"]').first();
    const { pathname } = new URL((await answer.getAttribute('href')) ?? '');
    expect(await paper.getAttribute('sandbox')).not.toContain('allow-scripts');
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Som text' }).click();
    await page.locator(`.outbox-text a[href$="${pathname}"]`).waitFor();

    await page.request.delete('/api/session');
    const asked = await page.goto(pathname);
    expect(asked?.status()).toBe(200);
    expect(faults).toEqual([]);
    await close();
  });

  it('is for the secretary to read', async () => {
    const { page, visit, close } = await open('chair');
    await visit('/utkorgen');
    await page.getByText('Utkorgen är sekreterarens').waitFor();
    await close();
  });
});
