import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runAll } from './reminders/tally.js';

const main = join(import.meta.dirname, '../../dist/main.js');

describe('letters under a hundred seeds of faults', () => {
  it('come when they are due, none that the log had made old, twice only where nobody could know', async () => {
    expect(existsSync(main)).toBe(true);
    const seeds = Array.from({ length: 100 }, (_, nth) => 1 + nth);
    const { flaws, runs, mails, copies, rungs, withheld, faults } = await runAll(seeds, {
      main,
      width: 4,
    });
    expect(flaws).toEqual([]);
    expect(runs).toBe(100);
    expect(mails).toBeGreaterThan(400);
    expect(rungs).toBeGreaterThan(300);
    expect(copies).toBeGreaterThan(10);
    expect(withheld).toBeGreaterThan(5);
    expect(Object.keys(faults).length).toBeGreaterThan(25);
  }, 600_000);
});
