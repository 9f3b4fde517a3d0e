import { readFileSync } from 'node:fs';
import { createServer, type OutgoingHttpHeaders, type Server } from 'node:http';
import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumArgs, chromiumPath, startDemo } from './demo';
import { settled } from './pages';

const samples = 5;
const built = join(import.meta.dirname, '../../dist/web');

/** A line as "slow 4G" is emulated everywhere, and a processor four times slower. */
const slow = { latency: 150, down: (1.6 * 1024 * 1024) / 8, up: (750 * 1024) / 8, cpu: 4 };

const rowsInAll = 10_000;
const rowsAtATime = 1_000;

const sizeOf = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(join(built, path)), { level: 9 }).length, 0);

function itemsOf(answer: unknown): readonly object[] {
  if (typeof answer !== 'object' || answer === null || !('items' in answer)) return [];
  const items: unknown = answer.items;
  return Array.isArray(items)
    ? items.filter((item): item is object => typeof item === 'object' && item !== null)
    : [];
}

/** Samples of ours and of a static page of the same content. */
export interface Beside {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

/** What is measured of the web: sizes in bytes, times in milliseconds. */
export interface Measures {
  readonly scripts: number;
  readonly paint: Beside;
  readonly slowPaint: Beside;
  readonly frames: Beside;
}

/** Measures the built web in Chromium and writes {@link Measures} as JSON. */
const [demo, browser] = await Promise.all([
  startDemo(),
  chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs }),
]);
try {
  const { scripts, still } = await firstLoad(browser, demo.base);
  const server = await serve(still);
  const measures: Measures = {
    scripts: sizeOf(scripts),
    paint: await paints(browser, demo.base, server.url, false),
    slowPaint: await paints(browser, demo.base, server.url, true),
    frames: await scrolling(browser, demo.base, server.url),
  };
  server.close();
  process.stdout.write(JSON.stringify(measures));
} finally {
  await browser.close();
  await demo.stop();
}

function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(`the figure does not count: ${what}`);
}

async function signedIn(browser: Browser, base: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1280, height: 900 } });
  const answer = await context.request.post('/api/session', { data: { token: 'demo-ordforande-astrid' } });
  must(answer.ok(), 'nobody could sign in');
  // esbuild names the functions it compiles; in the page that is nothing.
  await context.addInitScript('globalThis.__name = (named) => named');
  return context;
}

/** The scripts the first page asks for, and the page as it stands when all of it has come, without them. */
async function firstLoad(
  browser: Browser,
  base: string,
): Promise<{ readonly scripts: readonly string[]; readonly still: Still }> {
  const context = await signedIn(browser, base);
  const page = await context.newPage();
  const scripts = new Set<string>();
  const styles = new Map<string, string>();
  const fonts = new Map<string, Buffer>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    const type = response.request().resourceType();
    if (type === 'script' || pathname.endsWith('.js')) scripts.add(pathname);
    if (type === 'stylesheet') styles.set(pathname, readFileSync(join(built, pathname), 'utf8'));
    if (type === 'font') fonts.set(pathname, readFileSync(join(built, pathname)));
  });
  await page.goto('/oversikt');
  await settled(page);
  const html = await page.evaluate(() => {
    for (const script of document.querySelectorAll('script, link[rel=modulepreload]')) script.remove();
    return `<!doctype html>${document.documentElement.outerHTML}`;
  });
  await context.close();
  must(scripts.size > 0 && styles.size > 0, 'the page has neither scripts nor styles');
  return { scripts: [...scripts], still: { html, styles, fonts } };
}

async function ready(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
}

interface Still {
  readonly html: string;
  readonly styles: ReadonlyMap<string, string>;
  readonly fonts: ReadonlyMap<string, Buffer>;
}

/** Serves the same content as files, as small as a server can make it. */
async function serve({
  html,
  styles,
  fonts,
}: Still): Promise<{ readonly url: string; readonly close: () => Server }> {
  const zipped = { 'content-encoding': 'gzip' };
  const files = new Map<string, { readonly head: OutgoingHttpHeaders; readonly body: Buffer }>([
    ['/', { head: { 'content-type': 'text/html; charset=utf-8', ...zipped }, body: gzipSync(html) }],
    ...[...styles].map(
      ([path, text]) =>
        [path, { head: { 'content-type': 'text/css', ...zipped }, body: gzipSync(text) }] as const,
    ),
    ...[...fonts].map(([path, body]) => [path, { head: { 'content-type': 'font/woff2' }, body }] as const),
  ]);
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (!file) return response.writeHead(404).end();
    return response.writeHead(200, file.head).end(file.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return { url: `http://127.0.0.1:${port.toString()}/`, close: () => server.close() };
}

async function paints(browser: Browser, base: string, still: string, slowly: boolean): Promise<Beside> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    theirs.push(
      await largestPaint(await browser.newContext({ viewport: { width: 1280, height: 900 } }), still, slowly),
    );
    ours.push(await largestPaint(await signedIn(browser, base), '/oversikt', slowly));
  }
  return { ours, theirs };
}

/** When the largest thing of a page was painted, in milliseconds from the start, with nothing in the cache. */
async function largestPaint(context: BrowserContext, url: string, slowly: boolean): Promise<number> {
  const page = await context.newPage();
  if (slowly) {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: slow.latency,
      downloadThroughput: slow.down,
      uploadThroughput: slow.up,
    });
    await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
  }
  await page.goto(url);
  await ready(page);
  const at = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let last = 0;
        new PerformanceObserver((list) => {
          for (const { startTime } of list.getEntries()) last = startTime;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        setTimeout(() => {
          resolve(last);
        }, 700);
      }),
  );
  must(at > 0, `nothing was painted at ${url}`);
  await context.close();
  return at;
}

/** How long frames take while a list of 10,000 rows, all of them read, is scrolled; beside a static page. */
async function scrolling(browser: Browser, base: string, still: string): Promise<Beside> {
  const context = await signedIn(browser, base);
  const page = await context.newPage();
  const answer = await context.request.get('/api/decisions?limit=1');
  const [row] = itemsOf(await answer.json());
  must(row !== undefined, 'the demo has no decision');
  await page.route('**/api/decisions?*', (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0);
    const to = Math.min(rowsInAll, from + rowsAtATime);
    return route.fulfill({
      json: {
        items: Array.from({ length: to - from }, (_, nth) => ({
          ...row,
          id: `beslut-${(from + nth).toString()}`,
        })),
        ...(to < rowsInAll && { next: to.toString() }),
      },
    });
  });
  // The list is reached from another page: what comes with the HTML is the demo's own.
  await page.goto('/hjalp');
  await settled(page);
  await page.locator('.main-nav a[href^="/beslut"]').click();
  await page.locator('tbody tr').first().waitFor();
  await page.waitForFunction(
    (rows) => {
      scrollTo(0, document.documentElement.scrollHeight);
      return document.querySelector('table')?.getAttribute('aria-rowcount') === rows;
    },
    (rowsInAll + 1).toString(),
  );
  await page.evaluate(() => {
    scrollTo(0, 0);
  });
  const ours = await frames(page);
  must(
    (await page.evaluate(() => document.querySelectorAll('tbody tr').length)) < 2_000,
    'every row of the list is in the page at once',
  );
  await page.goto(still);
  const theirs = await frames(page);
  await context.close();
  return { ours, theirs };
}

/** Milliseconds between frames over three seconds of scrolling down. */
function frames(page: Page): Promise<number[]> {
  return page.evaluate<number[]>(
    () =>
      new Promise<number[]>((resolve) => {
        const gaps: number[] = [];
        const began = performance.now();
        let before = began;
        const tick = (now: number): void => {
          gaps.push(now - before);
          before = now;
          scrollBy(0, 120);
          for (const box of document.querySelectorAll('[data-scroll]')) box.scrollTop += 120;
          if (now - began < 3_000) requestAnimationFrame(tick);
          else resolve(gaps.slice(1));
        };
        requestAnimationFrame(tick);
      }),
  );
}
