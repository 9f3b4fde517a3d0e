import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { chromiumArgs, chromiumPath, startDemo } from './demo';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the running demo. */
    readonly base: string;
    /** Where the browser is listening. */
    readonly browser: string;
  }
}

/** One demo and one browser for all files. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const [demo, browser] = await Promise.all([
    startDemo(),
    chromium.launchServer({ executablePath: chromiumPath(), args: chromiumArgs }),
  ]);
  provide('base', demo.base);
  provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await demo.stop();
  };
}
