import { comparePositions, type Recorded, type StreamName } from '../domain/events.js';
import type { ReadableLog } from './projection.js';

/** A log whose events can also be had by their positions. */
export interface PlacedLog extends ReadableLog {
  byPositions(positions: readonly string[]): Recorded[];
}

/** The log as if it ended at a position; empty with `null`. */
export class LogUpTo implements PlacedLog {
  constructor(
    private readonly log: PlacedLog,
    public last: string | null = null,
  ) {}

  after(position: string | null, limit: number): Recorded[] {
    return this.#before(this.log.after(position, limit));
  }

  stream(name: StreamName): readonly Recorded[] {
    return this.#before(this.log.stream(name));
  }

  streams(names: readonly StreamName[]): Recorded[] {
    return this.#before(this.log.streams(names));
  }

  byPositions(positions: readonly string[]): Recorded[] {
    return this.#before(this.log.byPositions(positions));
  }

  head(): string | null {
    return this.last;
  }

  countAfter(position: string | null): number {
    return this.last === null ? 0 : this.log.countAfter(position) - this.log.countAfter(this.last);
  }

  #before(events: readonly Recorded[]): Recorded[] {
    const { last } = this;
    return last === null ? [] : events.filter(({ position }) => comparePositions(position, last) <= 0);
  }
}
