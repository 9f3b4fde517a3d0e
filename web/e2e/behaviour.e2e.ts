import { describe, expect, it } from 'vitest';
import { overflow, settled, tokens, useBrowser, violations } from './browsing';

const { open } = useBrowser('own');

describe('the past', () => {
  it('says so on every page, offers no change, and leads back', async () => {
    const { page, visit, close } = await open('secretary');
    const main = page.getByRole('main');
    for (const [path, change] of [
      ['/oversikt', main.locator('a[href*="steg="]')],
      ['/beslut', main.getByRole('link', { name: 'Registrera' })],
      ['/uppdrag/uppfoljning-plan', main.getByRole('button', { name: /Flytta|Rapportera|Avsluta/ })],
      ['/moten', main.getByRole('button', { name: 'Planera' })],
      ['/granskning', main.getByRole('button', { name: 'Spara granskningen' })],
    ] as const) {
      await visit(path);
      await change.first().waitFor();
      await visit(`${path}?perDatum=2026-03-19`);
      await page.getByText('Du ser läget den 19 mars 2026').waitFor();
      expect([path, await change.count()]).toEqual([path, 0]);
    }
    await visit('/uppdrag/nattlinje?perDatum=2026-03-20');
    expect(await page.locator('.lead').textContent()).toContain('under våren 2026');
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole('link', { name: 'Till i dag' })
      .or(page.getByRole('button', { name: 'Till i dag' }))
      .click();
    await expect.poll(() => page.locator('.lead').textContent()).toContain('hösten 2026');
    expect(await page.locator('.actions button').count()).toBeGreaterThan(0);
    await close();
  });
});

describe('a write', () => {
  const moveTo = async (page: Awaited<ReturnType<typeof open>>['page'], words: string): Promise<void> => {
    await page.getByRole('button', { name: 'Flytta fristen' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Ny frist, med protokollets ord').fill(words);
    await dialog.getByLabel('Skäl anges inte').check();
  };
  const submit = (page: Awaited<ReturnType<typeof open>>['page']) =>
    page.getByRole('dialog').getByRole('button', { name: 'Flytta fristen' }).click();

  it('shows at once and is taken back by a new fact; both are kept', async () => {
    const { page, visit, close } = await open('secretary');
    await visit('/uppdrag/lokaler-utbildning');
    await moveTo(page, 'senast vecka 45 2026');
    await submit(page);
    await page.getByText('Fristen är flyttad.').waitFor();
    await expect.poll(() => page.locator('.lead').textContent()).toContain('senast vecka 45 2026');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Flytta fristen');
    await page.getByRole('button', { name: 'Ångra' }).click();
    await page.getByText('Ångrat.').waitFor();
    await expect.poll(() => page.locator('.lead').textContent()).toContain('senast den 4 september 2026');
    expect(await page.locator('.timeline-entry.moved').count()).toBe(2);
    await close();
  });

  it('that meets another’s change shows both and loses no text', async () => {
    const [mine, other] = [await open('secretary'), await open('chair')];
    await mine.visit('/uppdrag/nattbemanning');
    await moveTo(mine.page, 'senast i oktober 2026');
    await other.visit('/uppdrag/nattbemanning');
    await moveTo(other.page, 'senast vecka 46 2026');
    await submit(other.page);
    await other.page.getByText('Fristen är flyttad.').waitFor();
    await submit(mine.page);
    const both = mine.page.getByRole('group', { name: 'Någon annan har ändrat samma sak medan du skrev' });
    await both.waitFor();
    expect(await both.evaluate((box) => box === document.activeElement)).toBe(true);
    const cells = (): Promise<string[]> => both.locator('tbody').getByRole('cell').allTextContents();
    const values = ['senast vecka 46 2026', 'senast i oktober 2026', 'se ovan', 'Skäl anges inte'];
    await expect.poll(cells).toEqual(values);
    const dialog = mine.page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Flytta fristen' }).count()).toBe(0);
    expect(await violations(mine.page)).toEqual([]);
    await mine.page.reload();
    await expect.poll(cells).toEqual(values);
    await both.getByRole('button', { name: 'Ta det andra' }).click();
    await mine.page.getByRole('button', { name: 'Ångra' }).click();
    await mine.page.getByRole('button', { name: 'Flytta fristen' }).click();
    expect(await dialog.getByLabel('Ny frist, med protokollets ord').inputValue()).toBe(
      'senast i oktober 2026',
    );
    await submit(mine.page);
    await mine.page.getByText('Fristen är flyttad.').waitFor();
    await expect.poll(() => other.page.locator('.lead').textContent()).toContain('senast i oktober 2026');
    await mine.close();
    await other.close();
  });

  it('to what steers the reminders meets another’s in the same way, and both are shown', async () => {
    const [mine, other] = [await open('secretary'), await open('secretary')];
    const fill = async ({ page, visit }: typeof mine, step: string, reason: string): Promise<void> => {
      await visit(`/uppdrag/nattlinje?steg=${step}`);
      await page.getByRole('dialog').getByLabel('Skäl').fill(reason);
    };
    await fill(mine, 'ChangeReminderRecipient', 'Tjänstledig till hösten');
    await mine.page.getByRole('dialog').getByLabel('Person').selectOption({ index: 1 });
    await fill(other, 'PauseReminders', 'Arbetet vilar över sommaren');
    await other.page.getByRole('dialog').getByRole('button', { name: 'Pausa påminnelser' }).click();
    await other.page.getByText('Påminnelserna är pausade.').waitFor();
    const submit = mine.page.getByRole('dialog').getByRole('button', { name: 'Byt mottagare' });
    await submit.click();
    const both = mine.page.getByRole('group', { name: 'Någon annan har ändrat samma sak medan du skrev' });
    await expect.poll(() => both.innerText()).toMatch(/[Pp]aus[^]*Tjänstledig till hösten/);
    await both.getByRole('button', { name: 'Fortsätt skriva' }).click();
    await submit.click();
    await mine.page.getByText('Mottagaren av påminnelser är bytt.').waitFor();
    for (const { page } of [mine, other]) {
      await page.getByRole('button', { name: 'Ångra' }).click();
      await page.getByText('Ångrat.').waitFor();
    }
    expect([...mine.faults, ...other.faults]).toEqual([]);
    await mine.close();
    await other.close();
  });

  it('that is only begun survives a reload', async () => {
    const { page, visit, close } = await open('secretary');
    await visit('/uppdrag/forsorjningsavtal?steg=MoveDeadline');
    await page.getByRole('dialog').getByLabel('Ny frist, med protokollets ord').fill('senast i maj 2027');
    await page.reload();
    expect(await page.getByRole('dialog').getByLabel('Ny frist, med protokollets ord').inputValue()).toBe(
      'senast i maj 2027',
    );
    await page.getByText('Det du började skriva finns kvar.').waitFor();
    await close();
  });
});

describe('what is typed before the page answers to keys', () => {
  it('stays, and is a draft', async () => {
    const { page, faults, close } = await open('secretary');
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(/\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/moten/sra-2026-06-04?flik=under', { waitUntil: 'commit' });
    const title = page.getByLabel('Rubrik');
    await title.click();
    await page.keyboard.type('Skrivet i');
    await page.getByLabel('§').fill('7');
    await title.focus();
    letGo();
    await settled(page);
    await expect
      .poll(() => page.evaluate(() => Object.values(localStorage).join()))
      .toMatch(/"title":"Skrivet i","item":"7"/);
    await page.keyboard.press('End');
    await page.keyboard.type(' förväg');
    expect(await title.inputValue()).toBe('Skrivet i förväg');
    expect(faults).toEqual([]);
    await close();
  });
});

describe('without the live feed', () => {
  it('says so, and goes on', async () => {
    const { page, visit, close } = await open('reader');
    await page.route('**/api/events', (route) => route.abort());
    await visit('/oversikt');
    await page.getByText('Ändringar från andra hämtas var 30:e sekund just nu.').waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Uppdrag' }).click();
    await page.getByRole('heading', { level: 1, name: 'Uppdrag' }).waitFor();
    await page.getByRole('row').nth(1).waitFor();
    await close();
  });
});

describe('the keyboard alone', () => {
  it('skips to the content, shows the keys, searches, and comes back to where it was', async () => {
    const { page, visit, close } = await open('chair');
    await visit('/beslut');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await page.keyboard.press('g');
    await page.keyboard.press('u');
    await page.getByRole('heading', { level: 1, name: 'Uppdrag' }).waitFor();
    await close();
  });

  it('finds what is done more seldom in a menu, and comes back to it', async () => {
    const { page, visit, close } = await open('secretary');
    await visit('/uppdrag/uppfoljning-plan');
    expect(await page.locator('.actions > button.primary').count()).toBe(1);
    expect(await page.locator('.actions > button').count()).toBe(3);
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.getByText('Fler åtgärder').focus();
    await page.keyboard.press('ArrowUp');
    const last = await page.locator('.further button').last().innerText();
    expect(await focused()).toBe(last);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: last }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('Fler åtgärder');
    await page.waitForURL((url) => !url.searchParams.has('steg'));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Avbryt' }).press('Enter');
    await expect.poll(focused).toBe('Fler åtgärder');
    expect(await page.locator('.further[open]').count()).toBe(0);
    await close();
  });

  it('reaches the marks of a picture with one Tab and the arrows', async () => {
    const { page, visit, close } = await open('chair');
    await visit('/oversikt');
    const marks = page.locator('.band [data-mark]');
    await marks.first().focus();
    await page.keyboard.press('ArrowDown');
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(name).toBe(await marks.nth(1).getAttribute('aria-label'));
    expect(await page.locator('.picture-reading').first().textContent()).toBe(name);
    await close();
  });
});

describe('hostile words', () => {
  // Markup, a template, marks that turn the reading direction, and a word longer than any line.
  const evil =
    '<img src=x onerror="window.__hit=1">"\'><script>window.__hit=1</script>{{constructor}} $t(app.name) ' +
    `\u202Eאחור \u2066 ${'ordlängd'.repeat(8)}`;

  it('are words that fit, in every field and on every page', async () => {
    const { page, visit, faults, close } = await open('secretary', { viewport: { width: 320, height: 800 } });
    const write = async (path: string, data: object, match?: string): Promise<{ readonly id: string }> => {
      const answer = await page.request.post(path, {
        headers: {
          authorization: `Bearer ${tokens.secretary}`,
          ...(match !== undefined && { 'if-match': match }),
        },
        data,
      });
      expect([path, answer.ok(), await answer.text()]).toEqual([path, true, expect.stringMatching(/^\{/)]);
      return (await answer.json()) as { readonly id: string };
    };
    const source = { document: evil, quote: evil };
    const decision = await write('/api/decisions', {
      body: 'sra',
      meeting: 'sra-2026-06-04',
      title: `Ond ${evil}`,
      agendaItem: '99',
      points: [
        { kinds: ['assigned'], text: evil },
        { kinds: ['noted'], text: evil },
      ],
      source,
    });
    const person = await write('/api/people', { name: evil, email: 'ond@ond.example' });
    const role = 'ond-roll';
    await write('/api/bodies/sra/roles', { role, title: `Ond ${evil}`, kind: 'responsible' }, '*');
    await write(`/api/bodies/sra/roles/${role}/holders`, { person: person.id }, '*');
    for (const address of ['/uppdrag?lage=alla', '/granskning/laget?dag=2026-06-05'])
      await write('/api/views', { body: 'sra', name: `Ond ${evil.slice(0, 70)}`, address, shared: true });
    const assignment = await write('/api/assignments', {
      body: 'sra',
      recipient: 'sra',
      decision: decision.id,
      point: 1,
      title: `Ont ${evil}`,
      responsible: ['kommunsam-direktor', role],
      deadline: 'senast i november 2026',
      source,
    });
    const act = (what: string, data: object) => write(`/api/assignments/${assignment.id}/${what}`, data, '*');
    await act('progress', { status: 'atRisk', text: evil, source });
    await act('deadline', { to: `senast i maj 2027 ${evil}`, reason: evil, source });
    const meeting = await write('/api/meetings', {
      body: 'sra',
      kind: 'extra',
      date: '2026-10-02',
      title: `Ont ${evil}`,
      place: evil,
      source,
    });
    for (const path of [
      '/oversikt',
      '/beslut',
      `/beslut/${decision.id}`,
      '/uppdrag',
      `/uppdrag/${assignment.id}`,
      '/moten/sra-2026-06-04',
      '/moten',
      `/moten/${meeting.id}`,
      '/granskning',
      `/granskning/uppdrag/${assignment.id}`,
      `/granskning/beslut/${decision.id}`,
      '/granskning/logg',
      '/granskning/laget?dag=2026-06-05',
      '/paminnelser',
      '/utkorgen',
      `/beslut?text=${encodeURIComponent(evil)}&organ=${encodeURIComponent(evil)}`,
    ]) {
      await visit(path);
      expect(await page.locator('main img, main script').count()).toBe(0);
      expect([path, await overflow(page)]).toEqual([path, 0]);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const path of ['/oversikt', '/beslut', '/uppdrag', '/granskning/laget?dag=2026-06-05']) {
      await visit(path);
      expect([path, await overflow(page)]).toEqual([path, 0]);
    }
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('Ond');
    await page.locator('.hits li').first().waitFor();
    expect(await page.locator('dialog img, dialog script').count()).toBe(0);
    await page.keyboard.press('Escape');
    await visit(`/uppdrag/${assignment.id}`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Ont ${evil}`);
    expect(await page.evaluate(() => '__hit' in window)).toBe(false);
    expect(faults).toEqual([]);
    await close();
  });

  it('and no script could stand in the page: the policy allows none', async () => {
    const { page, close } = await open('reader');
    const answer = await page.goto('/oversikt');
    const policy = answer?.headers()['content-security-policy'] ?? '';
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? /default-src ([^;]*)/.exec(policy)?.[1] ?? '';
    expect(scripts).toContain("'self'");
    expect(scripts).not.toContain('unsafe');
    expect(await page.locator('script:not([src]):not([type="application/json"])').count()).toBe(0);
    await close();
  });
});
