import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

describe('twenty thousand simulated histories', () => {
  it('hold', () => {
    const main = join(import.meta.dirname, 'main.ts');
    const args = ['--import', 'tsx', main, '--histories', '20000', '--seed', '1', '--json'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: 'seed 1\n' });
    const { histories, counts } = JSON.parse(stdout) as {
      histories: number;
      counts: Record<string, number>;
    };
    expect(histories).toBe(20_000);
    for (const times of Object.values(counts)) expect(times).toBeGreaterThan(1_000);
  }, 1_200_000);
});
