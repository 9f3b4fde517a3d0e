import type { Recorded, StreamName } from '../domain/events.js';
import { fromStored, parseJson, type Place, type StoredEvent, toStored } from './codec.js';
import {
  type Appended,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  StoreUnavailable,
  WrongExpectedRevision,
} from './event-store.js';
import { Bell, following } from './following.js';

/** One event as kept: its place, its id, and its JSON text until it is erased. */
interface Kept extends Place {
  readonly id: string;
  json: string | null;
}

const batchSize = 500;

/** A log that lives as long as the object. For unit tests: it keeps JSON texts, as a real store does. */
export class InMemoryEventStore implements EventStore {
  readonly #log: Kept[] = [];
  readonly #streams = new Map<StreamName, Kept[]>();
  readonly #byId = new Map<string, Kept>();
  readonly #erased = new Set<StreamName>();
  readonly #bell = new Bell();

  async append(
    stream: StreamName,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    this.#open();
    if (events.length === 0) throw new RangeError(`nothing to append to ${stream}`);
    const texts = events.map((event) => ({ id: event.id, json: JSON.stringify(toStored(event)) }));
    const standing = this.#streams.get(stream) ?? [];
    const current = standing.at(-1)?.revision ?? 'none';
    const conflict = new WrongExpectedRevision(stream, expected, current);
    if (this.#erased.has(stream)) throw conflict;

    const from = this.#startOf(standing, events, expected);
    const there = standing.slice(from, from + events.length);
    const last = there.at(-1);
    if (last && there.length === events.length && there.every((kept, i) => kept.id === events[i]?.id))
      return { revision: last.revision, position: last.position };
    const doubled = new Set(events.map(({ id }) => id)).size < events.length;
    if (from !== standing.length || doubled || events.some(({ id }) => this.#byId.has(id))) throw conflict;

    for (const text of texts) {
      const kept: Kept = {
        stream,
        revision: standing.length,
        position: String(this.#log.length + 1),
        ...text,
      };
      this.#log.push(kept);
      standing.push(kept);
      this.#byId.set(kept.id, kept);
    }
    this.#streams.set(stream, standing);
    this.#bell.ring();
    return { revision: standing.length - 1, position: String(this.#log.length) };
  }

  async read(stream: StreamName): Promise<Recorded[]> {
    this.#open();
    return (this.#streams.get(stream) ?? []).flatMap(decoded);
  }

  follow(after: string | null, signal: AbortSignal): AsyncIterable<readonly Recorded[]> {
    this.#open();
    return following((position) => this.#after(Number(position ?? 0)), this.#bell, after, signal);
  }

  async head(): Promise<string | null> {
    this.#open();
    return this.#log.findLast((kept) => kept.json !== null)?.position ?? null;
  }

  async erase(stream: StreamName): Promise<void> {
    this.#open();
    const standing = this.#streams.get(stream);
    if (!standing) return;
    for (const kept of standing) kept.json = null;
    this.#erased.add(stream);
  }

  async close(): Promise<void> {
    this.#bell.silence();
  }

  /** The revision the first of the events would have. */
  #startOf(standing: readonly Kept[], events: readonly NewEvent[], expected: ExpectedRevision): number {
    if (expected === 'none') return 0;
    if (expected !== 'any') return expected + 1;
    const known = this.#byId.get(events[0]?.id ?? '');
    return known && standing.includes(known) ? known.revision : standing.length;
  }

  #after(position: number): Recorded[] {
    const found: Recorded[] = [];
    for (let at = position; at < this.#log.length && found.length < batchSize; at++) {
      const kept = this.#log[at];
      if (kept) found.push(...decoded(kept));
    }
    return found;
  }

  #open(): void {
    if (this.#bell.silenced) throw new StoreUnavailable('the log is closed');
  }
}

function decoded({ json, ...place }: Kept): Recorded[] {
  if (json === null) return [];
  // What was put in is what toStored made of it.
  return [fromStored(parseJson(json, place) as StoredEvent, place)];
}
