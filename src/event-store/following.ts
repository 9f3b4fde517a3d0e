import { setImmediate as turn } from 'node:timers/promises';
import type { Recorded } from '../domain/events.js';

/** Wakes whoever waits for the next event of a log in this process. */
export class Bell {
  readonly #waiting = new Set<() => void>();
  #silenced = false;

  /** Something was appended. */
  ring(): void {
    const woken = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of woken) wake();
  }

  /** Nothing will be appended any more: who follows comes to the end. */
  silence(): void {
    this.#silenced = true;
    this.ring();
  }

  get silenced(): boolean {
    return this.#silenced;
  }

  /** Until the next ring or the abort of the signal. */
  async next(signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.#silenced) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        signal.removeEventListener('abort', wake);
        this.#waiting.delete(wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}

/**
 * Follows a log in this process: `read` gives the next events after a position, none when it has come to the end. Between
 * batches other work gets its turn.
 */
export async function* following(
  read: (after: string | null) => readonly Recorded[],
  bell: Bell,
  after: string | null,
  signal: AbortSignal,
): AsyncGenerator<readonly Recorded[], void, undefined> {
  let position = after;
  while (!signal.aborted && !bell.silenced) {
    const batch = read(position);
    const last = batch.at(-1);
    if (last) {
      yield batch;
      position = last.position;
      await turn();
    } else {
      await bell.next(signal);
    }
  }
}
