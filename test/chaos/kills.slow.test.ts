import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { chaos, complaintsOf } from './chaos.js';

const main = join(import.meta.dirname, '../../dist/main.js');

describe('the program is killed twenty times', () => {
  it('loses, doubles and reorders nothing, and every key answers as before', async () => {
    expect(existsSync(main)).toBe(true);
    const tallies = await Promise.all([21, 22].map((seed) => chaos({ main, kills: 10, seed })));
    for (const { flaws, counts, kills } of tallies) {
      expect(complaintsOf(flaws)).toEqual([]);
      expect(kills).toBe(10);
      expect(counts.acknowledged).toBeGreaterThan(100);
      expect(counts.unanswered).toBeGreaterThan(10);
      expect(counts.found).toBeGreaterThan(0);
    }
  }, 600_000);
});
