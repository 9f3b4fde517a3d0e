import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { play } from './scenario.js';
import { isScenarioName, scenarios } from './scenarios/all.js';

const main = join(import.meta.dirname, '../../dist/main.js');

describe('what can happen to the program besides being killed, in small', () => {
  it.each(Object.keys(scenarios))(
    '%s',
    async (name) => {
      if (!isScenarioName(name)) throw new Error(name);
      expect(existsSync(main)).toBe(true);
      const { flaws, figures, skipped } = await play(scenarios[name], { main, seed: 5, size: 'small' });
      expect(flaws).toEqual([]);
      if (skipped === undefined) expect(Object.keys(figures).length).toBeGreaterThan(0);
      else process.stderr.write(`NOT TRIED HERE: ${name}: ${skipped}\n`);
    },
    300_000,
  );
});
