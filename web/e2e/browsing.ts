import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';

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
}

/** A signed-in browser window, with all that went wrong in it. */
export interface Window {
  readonly page: Page;
  /** Errors of scripts, and what the content security policy refused. */
  readonly faults: readonly string[];
  /** Goes to a page and waits until what it asked for has come. */
  readonly visit: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const base = inject('base');
const refused = /Content Security Policy|Refused to/i;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A browser for the tests of a file. */
export function useBrowser(): {
  readonly open: (who: Persona | undefined, opening?: Opening) => Promise<Window>;
} {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });
  afterAll(async () => {
    await browser.close();
  });
  return {
    open: async (who, { language = 'sv', ...options } = {}) => {
      const context = await browser.newContext({
        baseURL: base,
        locale: language === 'sv' ? 'sv-SE' : 'en-GB',
        timezoneId: 'Europe/Stockholm',
        reducedMotion: 'reduce',
        ...options,
      });
      context.setDefaultTimeout(10_000);
      await context.addCookies([{ name: 'sprak', value: language, url: base }]);
      if (who) {
        const answer = await context.request.post('/api/session', { data: { token: tokens[who] } });
        expect(answer.status()).toBe(200);
      }
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('console', (message) => {
        if (refused.test(message.text())) faults.push(message.text());
      });
      return {
        page,
        faults,
        visit: async (path) => {
          await page.goto(path);
          await settled(page);
        },
        close: () => context.close(),
      };
    },
  };
}

/** Waits until a page has its title and nothing on it is still being fetched. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton') === null);
}

/** What breaks WCAG 2.2 A or AA on the page as it stands, each with where. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
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
