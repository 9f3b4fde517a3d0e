import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Dice } from '../support/histories.js';
import { type Flaws, flawsIn, noFlaws } from './checks.js';
import { EsdbProcess } from './esdb.js';
import { Program, type ProgramOptions } from './program.js';
import { type Counts, World } from './world.js';

export interface ChaosOptions {
  /** `dist/main.js` of the program to try. */
  readonly main: string;
  readonly kills: number;
  /** Says what is sent and when the kills come. The logs are numbered, and log n of a seed is the first log of seed + n. */
  readonly seed: number;
  /** Where the log is. `eventstoredb`: on the wire of the test server, which is killed and misbehaves too. */
  readonly store?: 'sqlite' | 'eventstoredb';
  /** Told after each round. */
  readonly onRound?: (tally: Tally) => void;
}

/** What came of it. */
export interface Tally {
  readonly counts: Readonly<Counts>;
  readonly flaws: Flaws;
  /** Starts, loads and checks of the program. */
  rounds: number;
  /** Logs begun. */
  logs: number;
  kills: number;
  /** Kills that came before the program listened. */
  killedAtStart: number;
  /** From start to listening, ms, each time. */
  readonly starts: number[];
  /** What befell the store, how often. */
  readonly troubles: Record<string, number>;
  seconds: number;
}

/** Short logs find most; in a long one old keys are asked for again and again. */
const killsPerLog = { sqlite: [10, 10, 25, 50], eventstoredb: [5, 5, 10, 10, 20] } as const;

/**
 * Kills the real program again and again under load and checks after each restart. Ends early at the first flaw; the
 * folder with the log is then kept, and its name and how to do it again are among the flaws.
 */
export async function chaos(options: ChaosOptions): Promise<Tally> {
  const tally: Tally = {
    counts: { acknowledged: 0, unanswered: 0, thrownAway: 0, found: 0, refused: 0, askedAgain: 0 },
    flaws: noFlaws(),
    rounds: 0,
    logs: 0,
    kills: 0,
    killedAtStart: 0,
    starts: [],
    troubles: {},
    seconds: 0,
  };
  const began = performance.now();
  while (tally.kills < options.kills && flawsIn(tally.flaws) === 0) {
    const dataDir = mkdtempSync(join(tmpdir(), 'beslutslogg-chaos-'));
    const seed = options.seed + tally.logs;
    tally.logs += 1;
    const esdb =
      options.store === 'eventstoredb' ? new EsdbProcess(join(dataDir, 'server'), seed) : undefined;
    try {
      await esdb?.start();
      await oneLog(options, dataDir, seed, esdb, tally, () => {
        tally.seconds = (performance.now() - began) / 1000;
        options.onRound?.(tally);
      });
    } finally {
      await esdb?.kill();
    }
    for (const [kind, times] of Object.entries(esdb?.befallen ?? {}))
      tally.troubles[kind] = (tally.troubles[kind] ?? 0) + times;
    if (flawsIn(tally.flaws) === 0) rmSync(dataDir, { recursive: true, force: true });
    else
      tally.flaws.misbehaved.push(
        `the log is kept in ${dataDir}; once more: --store ${options.store ?? 'sqlite'} --kills 50 --seed ${seed.toString()}`,
      );
  }
  return tally;
}

/** The rounds of one log, the last of which ends in peace. */
async function oneLog(
  options: ChaosOptions,
  dataDir: string,
  seed: number,
  esdb: EsdbProcess | undefined,
  tally: Tally,
  onRound: () => void,
): Promise<void> {
  const dice = new Dice(seed);
  const enough = Math.min(options.kills, tally.kills + dice.pick(killsPerLog[options.store ?? 'sqlite']));
  const world = new World(dataDir, esdb ? 'copy' : 'authority', dice, tally.counts, tally.flaws);
  for (let last = false; !last && flawsIn(tally.flaws) === 0;) {
    last = tally.kills >= enough;
    await oneRound(options, world, esdb, dice, tally, last);
    onRound();
  }
}

/** Start, settle what was left open, check, load, kill; the last round of a log ends in peace. */
async function oneRound(
  { main, kills }: ChaosOptions,
  world: World,
  esdb: EsdbProcess | undefined,
  dice: Dice,
  tally: Tally,
  last: boolean,
): Promise<void> {
  const start = { main, dataDir: world.dataDir, esdb: esdb?.connectionString };
  if (!last && tally.kills + 1 < kills && dice.chance(0.25)) await killAtStart(start, dice, tally);
  const started = performance.now();
  const program = new Program(start);
  try {
    if (!(await program.listens())) {
      tally.flaws.misbehaved.push(`it did not start: ${program.lastWords}`);
      return;
    }
    tally.starts.push(performance.now() - started);
    await world.settle(program);
    await esdb?.rest();
    await world.check(program);
    if (flawsIn(tally.flaws) > 0) return;
    if (last) {
      await program.kill('SIGTERM');
      return;
    }
    tally.rounds += 1;
    await esdb?.unrest(dice.below(2 ** 31));
    const over = new AbortController();
    await world.load(program, 1 + dice.below(60), over.signal);
    const both = (await esdb?.trouble(dice)) === 'down';
    await pause(dice.next() * (both ? 100 : 5));
    if (!program.alive) tally.flaws.misbehaved.push(`it ended by itself: ${program.lastWords}`);
    tally.kills += 1;
    over.abort();
    await program.kill();
    await world.quiet();
    if (both) await esdb?.start();
  } finally {
    await program.kill();
  }
}

async function killAtStart(start: ProgramOptions, dice: Dice, tally: Tally): Promise<void> {
  const program = new Program(start);
  const usual = tally.starts.at(-1) ?? 800;
  await pause(usual * (0.3 + 0.7 * dice.next()));
  tally.kills += 1;
  tally.killedAtStart += 1;
  await program.kill();
}

/** A table of a tally, for people. */
export function tableOf({
  counts,
  flaws,
  rounds,
  logs,
  kills,
  killedAtStart,
  starts,
  troubles,
  seconds,
}: Tally): string {
  const sorted = [...starts].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lines: readonly (readonly [string, string | number])[] = [
    ['kills', `${kills.toString()} (${killedAtStart.toString()} before it listened)`],
    ['rounds', `${rounds.toString()} in ${logs.toString()} logs`],
    ['acknowledged', counts.acknowledged],
    ['unanswered when killed', counts.unanswered],
    ['answers thrown away', counts.thrownAway],
    ['  of both, already in the log', counts.found],
    ['refused at an old revision', counts.refused],
    ['keys asked again', counts.askedAgain],
    ['lost', flaws.lost.length],
    ['doubled', flaws.doubled.length],
    ['without a command', flaws.uninvited.length],
    ['out of order', flaws.disordered.length],
    ['read models unlike a rebuild', flaws.differing.length],
    ['keys that answer otherwise', flaws.changed.length],
    ['other misbehaviour', flaws.misbehaved.length],
    ...Object.entries(troubles).map(([kind, times]) => [`store: ${kind}`, times] as const),
    ['start, median', `${middle.toFixed(0)} ms`],
    ['time', `${seconds.toFixed(1)} s`],
  ];
  return lines.map(([name, value]) => `${name.padEnd(32)}${value.toString()}`).join('\n');
}

/** Everything that went wrong, in words. */
export const complaintsOf = (flaws: Flaws): string[] =>
  Object.entries(flaws).flatMap(([kind, list]: [string, readonly string[]]) =>
    list.map((text) => `${kind}: ${text}`),
  );
