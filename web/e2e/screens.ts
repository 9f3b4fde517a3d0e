import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { chromiumArgs, chromiumPath, startDemo } from './demo';
import { settled } from './pages';

const folder = fileURLToPath(new URL('../../docs/screens', import.meta.url));
const mostBytes = 150 * 1024;

const chair = 'demo-ordforande-astrid';
const secretary = 'demo-sekreterare-ylva';
const assignee = 'demo-ansvarig-harriet';
const auditor = 'demo-revisor-granskar';

interface Screen {
  readonly name: string;
  /** Whose token; nobody where one signs in. */
  readonly who?: string;
  readonly path: string;
  readonly height: number;
  readonly width?: number;
  /** Light and dark when nothing is said. */
  readonly only?: 'light' | 'dark';
  readonly language?: 'en';
  readonly look?: 'print' | 'forced';
  /** What is done before the picture is taken. */
  readonly then?: (page: Page) => Promise<void>;
}

const later = { only: 'light' } as const;
const submit = (page: Page, words: string): Promise<void> =>
  (async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Ny frist, med protokollets ord').fill(words);
    await dialog.getByLabel('Skäl anges inte').check();
    await dialog.getByRole('button', { name: 'Flytta fristen' }).click();
  })();

/** What is pictured, in the order in which it is: what changes something comes last. */
const screens: readonly Screen[] = [
  { name: 'oversikt-ordforande', who: chair, path: '/oversikt', height: 960 },
  { name: 'oversikt-sekreterare', who: secretary, path: '/oversikt', height: 960 },
  { name: 'oversikt-ansvarig', who: assignee, path: '/oversikt', height: 900 },
  { name: 'beslut', who: 'demo-lasare-nyfiken', path: '/beslut', height: 900 },
  { name: 'beslut-sida', who: chair, path: '/beslut/beslut-uppfoljning', height: 860 },
  { name: 'uppdrag', who: secretary, path: '/uppdrag', height: 820 },
  { name: 'uppdrag-sida', who: assignee, path: '/uppdrag/uppfoljning-plan', height: 820 },
  { name: 'moten', who: secretary, path: '/moten', height: 1000 },
  { name: 'granskning', who: auditor, path: '/granskning', height: 1000 },
  {
    name: 'granskning-uppspelning',
    who: auditor,
    path: '/granskning/uppdrag/nattlinje?jamfor=2026-03-20..2026-06-05',
    height: 1100,
  },
  { name: 'granskning-laget', who: auditor, path: '/granskning/laget?dag=2026-03-01', height: 940 },
  { name: 'granskning-logg', who: auditor, path: '/granskning/logg', height: 900 },
  { name: 'arende', who: chair, path: '/arenden/riktlinje-utskrivning', height: 900 },
  { name: 'mote-fore', who: secretary, path: '/moten/sra-2026-09-24', height: 900 },
  { name: 'mote-under', who: secretary, path: '/moten/sra-2026-06-04', height: 900 },
  { name: 'mote-efter', who: secretary, path: '/moten/sra-2026-03-19', height: 900 },
  { name: 'paminnelser', who: secretary, path: '/paminnelser', height: 900 },
  {
    name: 'utkorgen',
    who: secretary,
    path: '/utkorgen',
    height: 800,
    // The letters of the day go out within a minute.
    then: (page) => page.locator('.outbox-list li').first().waitFor({ timeout: 90_000 }),
  },
  { name: 'hjalp', who: secretary, path: '/hjalp', height: 900 },
  { name: 'tillganglighet', who: chair, path: '/tillganglighet', height: 900 },
  { name: 'logga-in', path: '/oversikt', height: 800 },
  {
    name: 'forflutet',
    who: secretary,
    path: '/uppdrag/nattlinje?perDatum=2026-03-20',
    height: 800,
    ...later,
  },
  {
    name: 'sok',
    who: chair,
    path: '/hjalp',
    height: 720,
    ...later,
    then: async (page) => {
      await page.keyboard.press('/');
      await page.getByRole('searchbox').fill('utskrivning');
      await page.locator('.hits li').nth(2).waitFor();
    },
  },
  { name: 'smal', who: assignee, path: '/oversikt', width: 320, height: 1000, only: 'dark' },
  { name: 'utskrift', who: chair, path: '/oversikt', width: 794, height: 1123, look: 'print', ...later },
  { name: 'hog-kontrast', who: chair, path: '/oversikt', height: 960, look: 'forced', only: 'dark' },
  { name: 'english-overview', who: chair, path: '/oversikt', height: 900, language: 'en', ...later },
  {
    name: 'english-decision',
    who: chair,
    path: '/beslut/beslut-uppfoljning',
    height: 900,
    language: 'en',
    ...later,
  },
  { name: 'english-audit', who: auditor, path: '/granskning', height: 900, language: 'en', ...later },
  {
    name: 'sparad-granskning',
    who: auditor,
    path: '/granskning/laget?dag=2026-03-01&till=2026-06-05',
    height: 800,
    ...later,
    then: async (page) => {
      await page.getByRole('button', { name: 'Spara granskningen' }).click();
      await page.getByLabel('Granskningens namn').fill('Läget före vårmötet');
      await page.getByRole('button', { name: 'Spara', exact: true }).click();
      await page.locator('.review').waitFor();
      await page.evaluate(() => {
        scrollTo(0, 0);
      });
    },
  },
  {
    name: 'svar-fore',
    path: '',
    height: 900,
    ...later,
    then: async (page) => {
      await page.goto(await linkOfLetter(page));
    },
  },
  {
    name: 'svar-efter',
    path: '',
    height: 700,
    ...later,
    then: async (page) => {
      await page.goto(await linkOfLetter(page));
      await page.getByRole('textbox').fill('Arbetet pågår och blir klart i tid.');
      await page.getByRole('button', { name: 'Skicka' }).click();
      await page.getByRole('heading', { level: 1, name: 'Tack, ditt svar är registrerat' }).waitFor();
    },
  },
  {
    name: 'tva-andrade-samtidigt',
    who: secretary,
    path: '/uppdrag/nattbemanning?steg=MoveDeadline',
    height: 820,
    ...later,
    then: async (page) => {
      const answer = await page.request.post('/api/assignments/nattbemanning/deadline', {
        headers: { authorization: `Bearer ${chair}`, 'if-match': '*' },
        data: { to: 'senast vecka 46 2026', reasonStated: false },
      });
      if (!answer.ok()) throw new Error(await answer.text());
      await submit(page, 'senast i oktober 2026');
      await page.getByRole('button', { name: 'Behåll mitt' }).waitFor();
    },
  },
];

/** The first address for an answer in the newest letter that has one. */
async function linkOfLetter(page: Page): Promise<string> {
  const headers = { authorization: `Bearer ${secretary}` };
  const letters = (await (await page.request.get('/api/outbox?limit=100', { headers })).json()) as {
    readonly items: readonly { readonly id: string }[];
  };
  for (const { id } of letters.items) {
    const letter = await (await page.request.get(`/api/outbox/${id}`, { headers })).text();
    const [link] = /\/svar\/[\w~.-]+/.exec(letter) ?? [];
    if (link !== undefined) return link;
  }
  throw new Error('no letter of the demo has an answer to give');
}

/** `npm run screens`: pictures of the pages in `docs/screens/`. Exit 1 when one is too large to keep. */
const [demo, browser] = await Promise.all([
  startDemo(),
  chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs }),
]);
try {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.png')) rmSync(join(folder, name));
  for (const screen of screens)
    for (const colorScheme of ['light', 'dark'] as const)
      if (screen.only === undefined || screen.only === colorScheme) await picture(screen, colorScheme);
} finally {
  await browser.close();
  await demo.stop();
}

async function picture(screen: Screen, colorScheme: 'light' | 'dark'): Promise<void> {
  const { name, who, path, height, width = 1280, language = 'sv', look, then } = screen;
  const context = await browser.newContext({
    baseURL: demo.base,
    locale: language === 'sv' ? 'sv-SE' : 'en-GB',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
    colorScheme,
    forcedColors: look === 'forced' ? 'active' : 'none',
    viewport: { width, height },
  });
  if (who !== undefined) await context.request.post('/api/session', { data: { token: who } });
  const page = await context.newPage();
  if (path !== '') {
    await page.goto(path);
    await settled(page);
  }
  if (look === 'print') await page.emulateMedia({ media: 'print' });
  await then?.(page);
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
  const taken = await page.screenshot();
  const both = screen.only === undefined;
  const file = `${name}${both ? (colorScheme === 'light' ? '-ljus' : '-mork') : ''}.png`;
  writeFileSync(join(folder, file), taken);
  const tooLarge = taken.length > mostBytes;
  console.log(`${file} ${Math.round(taken.length / 1024).toString()} kB${tooLarge ? ': too large' : ''}`);
  if (tooLarge) process.exitCode = 1;
  await context.close();
}
