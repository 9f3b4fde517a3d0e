import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath, startDemo } from './demo';

const folder = fileURLToPath(new URL('../../docs/screens', import.meta.url));
const mostBytes = 150 * 1024;

/** What is pictured: the name of the file, who looks, at what, and how much of it. */
const screens = [
  ['oversikt-ordforande', 'demo-ordforande-astrid', '/oversikt', 960],
  ['oversikt-sekreterare', 'demo-sekreterare-ylva', '/oversikt', 960],
  ['oversikt-ansvarig', 'demo-ansvarig-harriet', '/oversikt', 900],
  ['beslut', 'demo-lasare-nyfiken', '/beslut', 900],
  ['beslut-sida', 'demo-ordforande-astrid', '/beslut/beslut-remiss', 960],
  ['uppdrag', 'demo-sekreterare-ylva', '/uppdrag', 820],
  ['uppdrag-sida', 'demo-ansvarig-harriet', '/uppdrag/uppfoljning-plan', 960],
  ['moten', 'demo-sekreterare-ylva', '/moten', 1000],
  ['granskning', 'demo-revisor-granskar', '/granskning', 1000],
  [
    'granskning-uppspelning',
    'demo-revisor-granskar',
    '/granskning/uppdrag/nattlinje?jamfor=2026-03-20..2026-06-05',
    1300,
  ],
] as const;

/** `npm run screens`: pictures of the pages, light and dark, in `docs/screens/`. Exit 1 when one is too large to keep. */
const [demo, browser] = await Promise.all([
  startDemo(),
  chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs }),
]);
try {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.png')) rmSync(join(folder, name));
  for (const colorScheme of ['light', 'dark'] as const)
    for (const [name, token, path, height] of screens) {
      const context = await browser.newContext({
        baseURL: demo.base,
        locale: 'sv-SE',
        timezoneId: 'Europe/Stockholm',
        reducedMotion: 'reduce',
        colorScheme,
        viewport: { width: 1280, height },
      });
      await context.request.post('/api/session', { data: { token } });
      const page = await context.newPage();
      await page.goto(path);
      await page.locator('h1').first().waitFor();
      await page.waitForFunction(() => document.querySelector('.skeleton') === null);
      const picture = await page.screenshot();
      const file = `${name}-${colorScheme === 'light' ? 'ljus' : 'mork'}.png`;
      writeFileSync(join(folder, file), picture);
      const tooLarge = picture.length > mostBytes;
      console.log(
        `${file} ${Math.round(picture.length / 1024).toString()} kB${tooLarge ? ': too large' : ''}`,
      );
      if (tooLarge) process.exitCode = 1;
      await context.close();
    }
} finally {
  await browser.close();
  await demo.stop();
}
