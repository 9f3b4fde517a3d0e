import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { startDemo } from './demo';
import { settled } from './pages';

export { settled };

/** Who the demo can be tried as. */
export const tokens = {
  chair: 'demo-ordforande-astrid',
  secretary: 'demo-sekreterare-ylva',
  assignee: 'demo-ansvarig-harriet',
  auditor: 'demo-revisor-granskar',
  reader: 'demo-lasare-nyfiken',
} as const;
export type Persona = keyof typeof tokens;

export type Language = 'sv' | 'en';

interface Opening extends BrowserContextOptions {
  readonly language?: Language;
  /** Whether the language was chosen before, not only asked for by the browser. */
  readonly chosen?: boolean;
}

/** A signed-in browser window, with all that went wrong in it. */
export interface Window {
  readonly page: Page;
  /** Errors of scripts, and all that the console says but that an answer was a refusal. */
  readonly faults: readonly string[];
  /** What the page has asked the API since it was last opened; not the live feed. */
  readonly asked: readonly string[];
  /** Goes to a page and waits until what it asked for has come. */
  readonly visit: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const refusedAnswer = /^Failed to load resource/;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * A browser for the tests of a file. `own`: on a demo of its own, so that what is recorded there, and the days that pass,
 * are nobody else's.
 */
export function useBrowser(demo: 'shared' | 'own' = 'shared'): {
  readonly open: (who: Persona | undefined, opening?: Opening) => Promise<Window>;
} {
  let browser: Browser;
  let base = inject('base');
  let stop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
    if (demo === 'own') ({ base, stop } = await startDemo());
  });
  afterAll(async () => {
    await browser.close();
    await stop?.();
  });
  return {
    open: async (who, { language = 'sv', chosen = true, ...options } = {}) => {
      const context = await browser.newContext({
        baseURL: base,
        locale: language === 'sv' ? 'sv-SE' : 'en-GB',
        timezoneId: 'Europe/Stockholm',
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(10_000);
      if (chosen)
        await context.addCookies([{ name: 'sprak', value: language, url: options.baseURL ?? base }]);
      if (who) {
        const answer = await context.request.post('/api/session', { data: { token: tokens[who] } });
        expect(answer.status()).toBe(200);
      }
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('console', (message) => {
        if (message.type() !== 'log' && !refusedAnswer.test(message.text())) faults.push(message.text());
      });
      const asked: string[] = [];
      page.on('request', (request) => {
        const { pathname, search } = new URL(request.url());
        if (pathname.startsWith('/api/') && pathname !== '/api/events') asked.push(pathname + search);
      });
      return {
        page,
        faults,
        asked,
        visit: async (path) => {
          asked.length = 0;
          await page.goto(path);
          await settled(page);
        },
        close: () => context.close(),
      };
    },
  };
}

/** Where what the server drew and what stands in the browser part; nothing when they are alike. */
export async function apart(page: Page, path: string): Promise<string | undefined> {
  const sent = await (await page.request.get(path)).text();
  return page.evaluate((html) => {
    const drawn = (from: Document): string => {
      const copy = from.querySelector('#app')?.cloneNode(true);
      if (!(copy instanceof Element)) return '';
      // How many rows of a long table are there depends on the window.
      for (const row of copy.querySelectorAll<HTMLElement>('tbody tr:is([aria-hidden], [data-index])'))
        if (Number(row.dataset['index'] ?? 99) > 5) row.remove();
      return copy.innerHTML.replace(/<!--.*?-->| (checked|selected)=""|<link rel="preload"[^>]*>/g, '');
    };
    const [there, here] = [drawn(new DOMParser().parseFromString(html, 'text/html')), drawn(document)];
    if (there === here) return undefined;
    let at = 0;
    while (there[at] === here[at]) at += 1;
    return `sent …${there.slice(at - 40, at + 80)}… shown …${here.slice(at - 40, at + 80)}…`;
  }, sent);
}

/**
 * What breaks WCAG 2.2 A or AA on the page as it stands, each with where. With forced colours contrast is not looked at:
 * the colours are the reader's own.
 */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
      rules: { 'color-contrast': { enabled: !matchMedia('(forced-colors: active)').matches } },
    });
    return found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`,
      ),
    );
  });
}

/** How much wider the page is than the window, in pixels. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
