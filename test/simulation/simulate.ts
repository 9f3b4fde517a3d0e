import { createHash } from 'node:crypto';
import { type Flaws, flawsIn } from '../chaos/checks.js';
import { Dice } from '../support/histories.js';
import { Disk } from './disk.js';
import { emptyModels, type Ground, makeGround } from './ground.js';
import { type Counts, makeHistory, noCounts, type Plant } from './history.js';

export interface SimulationOptions {
  readonly seed: number;
  /** The numbers of the histories: from, and below. */
  readonly from: number;
  readonly to: number;
  readonly plant?: Plant;
  /** Told after each history that went well what happened in it. */
  readonly onHistory?: (trace: readonly string[]) => void;
}

/** A history that went wrong. */
export interface Failure {
  readonly number: number;
  readonly flaws: Flaws;
  readonly trace: readonly string[];
}

export interface Simulated {
  readonly histories: number;
  readonly counts: Counts;
  /** Digest of everything that happened: the same for the same seed and numbers. */
  readonly digest: string;
  /** The first history that went wrong; none came after it. */
  readonly failure?: Failure;
}

const grounds = 8;

/** What many histories share. Making it takes as long as ten of them. */
export class Workshop {
  readonly blank = new Disk(emptyModels());
  readonly #grounds = new Map<number, Ground>();

  /** The ground of a history. */
  async groundOf(seed: number, number: number): Promise<Ground> {
    const which = seed * grounds + (number % grounds);
    const ground = this.#grounds.get(which) ?? (await makeGround(which));
    this.#grounds.set(which, ground);
    return ground;
  }
}

/** Makes histories one after the other until one goes wrong. Each depends on the seed and its number alone. */
export async function simulate(
  options: SimulationOptions,
  workshop: Workshop = new Workshop(),
): Promise<Simulated> {
  const { seed, from, to, plant, onHistory } = options;
  const { blank } = workshop;
  const counts = noCounts();
  const digest = createHash('sha256');
  for (let number = from; number < to; number++) {
    const ground = await workshop.groundOf(seed, number);
    const dice = new Dice(Math.imul(seed, 0x9e37_79b1) ^ Math.imul(number + 1, 0x85eb_ca6b));
    const told = await makeHistory({ dice, ground, blank, counts, plant });
    digest.update(told.trace.join('\n'));
    if (flawsIn(told.flaws) > 0)
      return {
        histories: number + 1 - from,
        counts,
        digest: digest.digest('hex'),
        failure: { number, ...told },
      };
    onHistory?.(told.trace);
  }
  return { histories: to - from, counts, digest: digest.digest('hex') };
}
