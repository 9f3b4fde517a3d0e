import type { Run } from './run.js';

/** What came of many runs. */
export interface Tally {
  runs: number;
  mails: number;
  copies: number;
  rungs: number;
  withheld: number;
  seconds: number;
  readonly faults: Record<string, number>;
  readonly flaws: string[];
}

export const noTally = (): Tally => ({
  runs: 0,
  mails: 0,
  copies: 0,
  rungs: 0,
  withheld: 0,
  seconds: 0,
  faults: {},
  flaws: [],
});

/** Adds a run; what was wrong with it is told with the seed that does it again. */
export function add(tally: Tally, run: Run): void {
  tally.runs += 1;
  for (const count of ['mails', 'copies', 'rungs', 'withheld', 'seconds'] as const)
    tally[count] += run[count];
  for (const [fault, times] of Object.entries(run.faults))
    tally.faults[fault] = (tally.faults[fault] ?? 0) + times;
  for (const flaw of run.flaws) tally.flaws.push(`${run.again}: ${flaw}`);
}

/**
 * Does so many runs, some at a time because most of a run is waiting. Ends early at the first flaw unless told to go on.
 */
export async function runAll(
  seeds: readonly number[],
  one: (seed: number) => Promise<Run>,
  options: { readonly width: number; readonly onRun?: (tally: Tally) => void },
): Promise<Tally> {
  const tally = noTally();
  const began = performance.now();
  const left = seeds.values();
  await Promise.all(
    Array.from({ length: options.width }, async () => {
      for (const seed of left) {
        if (tally.flaws.length > 0) return;
        add(tally, await one(seed));
        options.onRun?.(tally);
      }
    }),
  );
  return { ...tally, seconds: (performance.now() - began) / 1000 };
}

/** A table of a tally, for people. */
export function tableOf({ runs, mails, copies, rungs, withheld, faults, flaws, seconds }: Tally): string {
  const lines: readonly (readonly [string, string | number])[] = [
    ['runs', runs],
    ['mails received', mails],
    ['  of them second copies', copies],
    ['rungs due, held against mails', rungs],
    ['  of them withheld, nobody to reach', withheld],
    ['flaws', flaws.length],
    ...Object.entries(faults)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([fault, times]) => [`fault: ${fault}`, times] as const),
    ['time', `${seconds.toFixed(1)} s`],
  ];
  return lines.map(([name, value]) => `${name.padEnd(38)}${value.toString()}`).join('\n');
}
