import { setImmediate as turn } from 'node:timers/promises';
import type { Dice } from '../support/histories.js';

/** From the start of a process to its end: what it was doing when it died is never heard of again. */
export interface Life {
  alive: boolean;
}

interface Waiting {
  readonly what: string;
  readonly life: Life | undefined;
  readonly go: () => void;
}

/**
 * Where everything in a history waits for its turn. Dice say who goes on, so that what was asked first may be done last; all that
 * happens is written down in the trace. Whoever has had a turn goes on until the next place where one can wait.
 */
export class Stage {
  #waiting: Waiting[] = [];
  #working = 0;

  constructor(
    private readonly dice: Dice,
    readonly trace: string[],
  ) {}

  get empty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Until it is this one's turn. Without a life it is somebody outside, who goes on whatever happens to the process. */
  wait(what: string, life?: Life): Promise<void> {
    return new Promise((go) => {
      this.#waiting.push({ what, life, go });
    });
  }

  /** What is on its way and will happen, whoever sent it. */
  later(what: string, go: () => void): void {
    this.#waiting.push({ what, life: undefined, go });
  }

  /** Does what takes more than a moment: until it is done nobody else has a turn. */
  async work<R>(what: () => Promise<R>): Promise<R> {
    this.#working += 1;
    try {
      return await what();
    } finally {
      this.#working -= 1;
    }
  }

  /** Lets one of those who wait go on as far as it can; sometimes two at once. */
  async next(): Promise<void> {
    for (let together = this.dice.chance(0.2) ? 2 : 1; together > 0; together--) {
      const [chosen] = this.#waiting.splice(this.dice.below(this.#waiting.length), 1);
      if (!chosen) break;
      this.trace.push(chosen.what);
      chosen.go();
    }
    await this.settled();
  }

  /** Until nobody can go on without a turn. */
  async settled(): Promise<void> {
    do await turn();
    while (this.#working > 0);
  }

  /** A process ends: nothing it waits for will come. */
  end(life: Life): void {
    life.alive = false;
    this.#waiting = this.#waiting.filter((waiting) => waiting.life !== life);
  }
}
