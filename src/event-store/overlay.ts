import type { Recorded, StreamName } from '../domain/events.js';
import {
  type Appended,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  WrongExpectedRevision,
} from './event-store.js';

/** What an overlay would do to the log below it, in order. */
export type OverlayStep =
  | {
      readonly kind: 'append';
      readonly stream: StreamName;
      readonly events: readonly NewEvent[];
      readonly expected: ExpectedRevision;
    }
  | { readonly kind: 'erase'; readonly stream: StreamName };

/**
 * A log for trying things out: reads show the log below and what was appended here, appends and erasures stay in memory
 * as {@link steps}. Who follows, or asks for the head, sees only the log below. Every stream is read from below once.
 */
export class OverlayStore implements EventStore {
  readonly #streams = new Map<StreamName, Promise<Recorded[]>>();
  readonly #steps: OverlayStep[] = [];
  #added = 0;

  constructor(private readonly below: EventStore) {}

  /** What would have to be done to the log below to make it like this one. */
  get steps(): readonly OverlayStep[] {
    return this.#steps;
  }

  async append(
    stream: StreamName,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    if (events.length === 0) throw new RangeError(`nothing to append to ${stream}`);
    const base = BigInt((await this.below.head()) ?? '0');
    const standing = await this.#standing(stream);
    const current = standing.at(-1)?.revision ?? 'none';
    const from = expected === 'none' ? 0 : expected === 'any' ? standing.length : expected + 1;
    const there = standing.slice(from, from + events.length);
    const last = there.at(-1);
    if (last && there.length === events.length && there.every((event, i) => event.id === events[i]?.id))
      return { revision: last.revision, position: last.position };
    if (from !== standing.length) throw new WrongExpectedRevision(stream, expected, current);

    let position = '';
    for (const event of events) {
      this.#added += 1;
      position = (base + BigInt(this.#added)).toString();
      standing.push({ ...event, stream, revision: standing.length, position });
    }
    this.#steps.push({ kind: 'append', stream, events, expected: current });
    return { revision: standing.length - 1, position };
  }

  async read(stream: StreamName): Promise<readonly Recorded[]> {
    return [...(await this.#standing(stream))];
  }

  follow(after: string | null, signal: AbortSignal): AsyncIterable<readonly Recorded[]> {
    return this.below.follow(after, signal);
  }

  head(): Promise<string | null> {
    return this.below.head();
  }

  async erase(stream: StreamName): Promise<void> {
    if ((await this.#standing(stream)).length === 0) return;
    this.#streams.set(stream, Promise.resolve([]));
    this.#steps.push({ kind: 'erase', stream });
  }

  /** Leaves the log below open. */
  async close(): Promise<void> {
    this.#streams.clear();
  }

  #standing(stream: StreamName): Promise<Recorded[]> {
    const known = this.#streams.get(stream);
    if (known) return known;
    const read = this.below.read(stream).then((events) => [...events]);
    this.#streams.set(stream, read);
    return read;
  }
}
