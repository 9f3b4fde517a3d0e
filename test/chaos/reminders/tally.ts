import { realRun } from './real.js';
import { type Run, run } from './run.js';

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

const noTally = (): Tally => ({
  runs: 0,
  mails: 0,
  copies: 0,
  rungs: 0,
  withheld: 0,
  seconds: 0,
  faults: {},
  flaws: [],
});

/**
 * The run of a seed: one in twelve with the built program (`main`), killed and stopped as a process, every second of these with Redis, one in
 * a hundred with two programs on one store and Redis, the others with the engine in this process.
 */
export function runOf(seed: number, main: string): Promise<Run> {
  if (seed % 100 === 50) return realRun({ main, seed, programs: 2, redis: 'anything' });
  if (seed % 24 === 0) return realRun({ main, seed, programs: 1, redis: 'anything' });
  return seed % 12 === 0 ? realRun({ main, seed, programs: 1 }) : run(seed);
}

/** Adds a run that could not go on: that is a flaw too, told with the seed that does it again. */
function addBroken(tally: Tally, seed: number, error: unknown): void {
  tally.runs += 1;
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  tally.flaws.push(`--runs 1 --seed ${seed.toString()}: ${what}`);
}

/** Adds a run; what was wrong with it is told with the seed that does it again. */
function add(tally: Tally, run: Run): void {
  tally.runs += 1;
  for (const count of ['mails', 'copies', 'rungs', 'withheld', 'seconds'] as const)
    tally[count] += run[count];
  for (const [fault, times] of Object.entries(run.faults))
    tally.faults[fault] = (tally.faults[fault] ?? 0) + times;
  for (const flaw of run.flaws) tally.flaws.push(`${run.again}: ${flaw}`);
}

/** Does the runs of these seeds, some at a time because most of a run is waiting. Begins no more once it is told to stop. */
export async function runAll(
  seeds: readonly number[],
  options: {
    /** `dist/main.js` of the program to try. */
    readonly main: string;
    readonly width: number;
    readonly onRun?: (tally: Tally) => void;
    readonly stop?: AbortSignal;
  },
): Promise<Tally> {
  const tally = noTally();
  const began = performance.now();
  const left = seeds.values();
  await Promise.all(
    Array.from({ length: options.width }, async () => {
      for (const seed of left) {
        if (options.stop?.aborted) return;
        try {
          add(tally, await runOf(seed, options.main));
        } catch (error) {
          addBroken(tally, seed, error);
        }
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
