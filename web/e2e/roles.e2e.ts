import { describe, expect, it } from 'vitest';
import { type Language, tokens, useBrowser, violations } from './browsing';

const { open } = useBrowser();
const languages = ['sv', 'en'] as const satisfies readonly Language[];

const say = {
  sv: {
    going: /^\d+ uppdrag pågår\./,
    band: /Återkopplingsband/,
    milestone: 'Ställningstagande i SRÄ',
    moved: /4 juni till 1 september 2026.*skäl anges inte/,
    queue: 'Mellan stolarna',
    lost: 'Beslutet per capsulam har inte rapporterats till ett möte.',
    next: 'Rapportera till nästa möte',
    title: 'Rubrik',
    decision: 'Prov av gemensam rådgivning',
    tasks: 'Uppdraget i en mening',
    plan: 'Plan för rådgivning',
    responsible: 'Ansvarig',
    day: /30 november 2026/,
    recorded: 'Beslutet är registrerat.',
    mine: /^Du ansvarar för \d+ uppdrag\./,
    onTrack: 'Går enligt plan',
    report: 'Rapportera läget',
    reply: 'Vad du vill säga organet',
    reported: 'Tack! Läget är rapporterat.',
    timeline: /Tidslinje/,
    sheet: 'Hämta som kalkylblad',
    file: /^uppdrag-20\d\d-\d\d-\d\d\.csv$/,
  },
  en: {
    going: /^\d+ assignments are under way\./,
    band: /Feedback band/,
    milestone: 'Ställningstagande i SRÄ',
    moved: /4 June to 1 September 2026.*no reason/,
    queue: 'Between the chairs',
    lost: 'The decision per capsulam has not been reported to a meeting.',
    next: 'Report to the next meeting',
    title: 'Title',
    decision: 'A trial of shared advice',
    tasks: 'The assignment in one sentence',
    plan: 'A plan for shared advice',
    responsible: 'Responsible',
    day: /30 November 2026/,
    recorded: 'The decision is recorded.',
    mine: /^You are responsible for \d+ assignments?\./,
    onTrack: 'On track',
    report: 'Report progress',
    reply: 'What you want to tell the body',
    reported: 'Thank you! The progress is reported.',
    timeline: /Timeline/,
    sheet: 'Download as a spreadsheet',
    file: /^assignments-20\d\d-\d\d-\d\d\.csv$/,
  },
} as const satisfies Record<Language, object>;

describe.each(languages)('the first five minutes, in %s,', (language) => {
  const words = say[language];

  it('of a chair: how it stands in one sentence, and why the guideline was moved', async () => {
    const { page, visit, faults, close } = await open('chair', { language });
    await visit('/oversikt');
    await page.getByText(words.going).first().waitFor();
    await page.getByRole('figure', { name: words.band }).waitFor();

    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('remiss trygg utskrivning');
    const title = /Remiss av riktlinje för trygg utskrivning/;
    await page.getByRole('dialog').getByRole('link', { name: title }).first().click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    const moved = page
      .locator('.timeline-line', { hasText: words.milestone })
      .filter({ hasText: words.moved });
    await moved.first().waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('of a secretary: what lies between the chairs and why, with the next step', async () => {
    const { page, visit, faults, close } = await open('secretary', { language });
    await visit('/oversikt');
    const queue = page.getByRole('region', { name: words.queue });
    await queue.getByText(words.lost).waitFor();
    expect(await queue.getByRole('link', { name: words.next }).count()).toBe(1);
    expect(faults).toEqual([]);
    await close();
  });

  it('of a secretary: registers a decision with three points and two assignments, by keyboard', async () => {
    const { page, visit, faults, close } = await open('secretary', { language });
    await visit('/moten/sra-2026-06-04?flik=under');
    await page.getByLabel(words.title).fill(words.decision);
    await page.getByLabel(words.title).press('Enter');
    await page.keyboard.type('SRÄ noterar informationen.');
    await page.keyboard.press('Enter');
    await page.keyboard.type(
      'SRÄ ger Kommunsams direktör i uppdrag att senast i november 2026 föreslå en plan.',
    );
    await page.keyboard.press('Enter');
    await page.keyboard.type(
      'SRÄ ger vårdutvecklingsdirektören i uppdrag att senast i november 2026 räkna på kostnaden.',
    );
    const tasks = page.getByLabel(words.tasks);
    await tasks.nth(0).fill(words.plan);
    await tasks.nth(1).fill(`${words.plan} 2`);
    const who = page.locator('.register-task').getByLabel(words.responsible);
    await who.nth(0).selectOption({ label: 'Direktör, Kommunsam' });
    await who.nth(1).selectOption({ label: 'Vårdutvecklingsdirektör, Region Norrälven' });
    await page.getByText(words.day).first().waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText(words.recorded).waitFor();

    await visit('/uppdrag');
    await page.getByRole('link', { name: words.plan, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: words.plan }).waitFor();
    expect(await page.locator('main').textContent()).toContain('senast i november 2026');
    expect(faults).toEqual([]);
    await close();
  });

  it('of an assignee: what was asked and until when; answers in half a minute', async () => {
    const { page, visit, faults, close } = await open('assignee', { language });
    await visit('/oversikt');
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: 'Plan för gemensam uppföljning av vård i hemmet' }) })
      .first();
    await page.getByText(words.mine).waitFor();
    expect(await card.textContent()).toContain('senast i juni 2026');
    expect(await card.locator('.words').textContent()).toContain(
      'återkomma till SRÄ med en genomförandeplan, en kostnadsberäkning och en tidsplan.',
    );
    await card.getByRole('link', { name: words.onTrack }).click();
    const dialog = page.getByRole('dialog', { name: words.report });
    expect(await dialog.getByLabel(words.onTrack).isChecked()).toBe(true);
    const said = `Kostnaden är räknad och klar (${language}).`;
    await dialog.getByLabel(words.reply).fill(said);
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: words.report }).click();
    await page.getByText(words.reported).waitFor();
    await page.locator('.timeline-line', { hasText: said }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  it('of a reader: reads everything, is offered no change, and is refused one', async () => {
    const { page, visit, faults, close } = await open('reader', { language });
    await visit('/uppdrag/uppfoljning-plan');
    await page.getByRole('figure', { name: words.timeline }).waitFor();
    expect(await page.locator('.actions button').count()).toBe(0);
    await visit('/uppdrag');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: words.sheet }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(words.file);
    const answer = await page.request.post('/api/assignments/uppfoljning-plan/close', {
      headers: { authorization: `Bearer ${tokens.reader}`, 'if-match': '*' },
      data: { outcome: 'fulfilled' },
    });
    expect(answer.status()).toBe(403);
    expect(faults).toEqual([]);
    await close();
  });
});
