import { describe, expect, it } from '@jest/globals';
import { complaintsOf } from '../chaos/chaos.js';
import type { Flaws } from '../chaos/checks.js';
import type { Plant } from './history.js';
import { simulate } from './simulate.js';

/** Histories of a seed, and everything that happened in each. */
async function traced(seed: number, from: number, to: number) {
  const traces: (readonly string[])[] = [];
  const result = await simulate({ seed, from, to, onHistory: (trace) => traces.push(trace) });
  return { traces, result };
}

describe('a simulated history', () => {
  it('holds, whatever failed in it', async () => {
    const { failure, histories, counts } = await simulate({ seed: 2, from: 0, to: 100 });
    expect(failure && complaintsOf(failure.flaws)).toBeUndefined();
    expect(histories).toBe(100);
    expect(Object.entries(counts).filter(([, times]) => times === 0)).toEqual([]);
  });

  it('is the same each time, alone or after others', async () => {
    const first = await traced(3, 20, 30);
    const again = await traced(3, 20, 30);
    const alone = await traced(3, 27, 28);
    expect(again).toEqual(first);
    expect(alone.traces).toEqual([first.traces[7]]);
    expect(new Set(first.traces.map((trace) => trace.join())).size).toBe(10);
  });

  it.each<[Plant, keyof Flaws]>([
    ['revisionIgnored', 'misbehaved'],
    ['keyForgotten', 'uninvited'],
    ['answeredTooEarly', 'lost'],
    ['checkpointFirst', 'differing'],
  ])('finds a fault that was planted: %s', async (plant, kind) => {
    const { failure } = await simulate({ seed: 1, from: 0, to: 300, plant });
    expect(failure?.flaws[kind]).not.toHaveLength(0);
    const { number = -1 } = failure ?? {};
    const alone = await simulate({ seed: 1, from: number, to: number + 1, plant });
    expect(alone.failure?.number).toBe(number);
    if (plant !== 'keyForgotten') expect(alone.failure).toEqual(failure);
  });
});
