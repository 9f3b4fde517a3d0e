import { setTimeout as sleep } from 'node:timers/promises';
import { comparePositions, type Recorded, streamKinds, type StreamName, streamOf } from '../domain/events.js';
import { corrupt, fromStored, parseJson, toStored } from './codec.js';
import { isErasable } from './erasable.js';
import {
  type Appended,
  CorruptLog,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  StoreBusy,
  StoreUnavailable,
  WrongExpectedRevision,
} from './event-store.js';
import {
  type Delivery,
  type Mark,
  type SentEvent,
  type ServedEvent,
  WireFailure,
} from './eventstoredb-messages.js';
import { Wire } from './eventstoredb-wire.js';

/** How long the store waits, in ms. */
export interface Patience {
  /** For one answer of the server. */
  readonly deadline?: number;
  /** For an operation with all its attempts: none begins later. */
  readonly total?: number;
  /** For a subscription that brings nothing, before it is asked whether it still lives. */
  readonly quiet?: number;
}

const mostAppends = 1_024;
const mostRounds = 20;
const prefixes = streamKinds.map((kind) => streamOf(kind, ''));
const kinds: ReadonlySet<string> = new Set(streamKinds);

/** The server's own events stand in our streams too (the mark of a deleted one), and a prefix fits longer names. */
const isFact = ({ stream, type }: ServedEvent): boolean => {
  const dash = stream.indexOf('-');
  return !type.startsWith('$') && kinds.has(dash < 0 ? stream : stream.slice(0, dash));
};

/**
 * The log in EventStoreDB or KurrentDB 22.6 or newer, in a database of its own. A position is the commit position in `$all`.
 * While the server cannot be reached, does not answer or does not lead, an operation is tried again for a while; the ids of
 * the events make that harmless.
 */
export class EventStoreDbStore implements EventStore {
  readonly #wire: Wire;
  readonly #closed = new AbortController();
  readonly #total: number;
  readonly #quiet: number;
  readonly #turns = new Map<StreamName, Promise<unknown>>();
  #appending = 0;

  /** Connects when it is first used. Throws on a connection string it cannot read. */
  constructor(connectionString: string, patience: Patience = {}) {
    this.#wire = new Wire(connectionString, patience.deadline ?? 4_000);
    this.#total = patience.total ?? 10_000;
    this.#quiet = patience.quiet ?? 15_000;
  }

  async append(
    stream: StreamName,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    if (events.length === 0) throw new RangeError(`nothing to append to ${stream}`);
    if (this.#appending >= mostAppends) throw new StoreBusy(`${this.#appending} appends wait already`);
    const sent = events.map(toSent);
    this.#appending += 1;
    try {
      const what = `append to ${stream}`;
      if (expected !== 'any')
        return await this.#insist(what, (again) => this.#appendAt(stream, sent, expected, again));
      return await this.#inTurn(stream, () => this.#insist(what, () => this.#appendAnywhere(stream, sent)));
    } finally {
      this.#appending -= 1;
    }
  }

  async read(stream: StreamName): Promise<Recorded[]> {
    return (await this.#insist(`read of ${stream}`, () => this.#standing(stream))).map(decoded);
  }

  async *follow(
    after: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<readonly Recorded[], void, undefined> {
    const over = AbortSignal.any([signal, this.#closed.signal]);
    let seen = after;
    let mark: Mark | null = after === null ? null : { commit: after, prepare: after };
    for (let failures = 0; !over.aborted; failures += 1) {
      let cancel = (): void => undefined;
      try {
        if (failures > 0) {
          await pause(backoff(failures), over);
          await this.#refuseShorterLog(seen);
        }
        const subscription = await this.#wire.subscribe(prefixes, mark);
        cancel = () => subscription.cancel();
        while (!over.aborted) {
          let deliveries = await subscription.take(this.#quiet, over);
          if (deliveries.length === 0 && !over.aborted && (await this.#isBehind(seen))) {
            deliveries = await subscription.take(this.#quiet / 10, over);
            if (deliveries.length === 0)
              throw new WireFailure('the subscription has fallen silent', 'passing');
          }
          const batch = await this.#readable(deliveries, seen);
          const last = deliveries.at(-1);
          if (over.aborted || !last) continue;
          mark = last.kind === 'event' ? markOf(last.event) : last.mark;
          seen = lastPosition(deliveries) ?? seen;
          failures = 0;
          if (batch.length > 0) yield batch;
        }
      } catch (error) {
        if (!over.aborted && !isPassing(error)) throw error;
      } finally {
        cancel();
      }
    }
  }

  async head(): Promise<string | null> {
    return this.#insist('head', () => this.#lastReadable());
  }

  /**
   * Ends the stream for ever and starts a scavenge, which takes the content out of the server's files in its own time, apart
   * from the file it is writing to. Throws a RangeError for a stream that is permanent.
   */
  async erase(stream: StreamName): Promise<void> {
    if (!isErasable(stream)) throw new RangeError(`${stream} is permanent`);
    const existed = await this.#insist(`erase ${stream}`, () => this.#wire.tombstone(stream));
    if (existed) await this.#insist('start a scavenge', () => this.#wire.startScavenge());
  }

  async close(): Promise<void> {
    this.#closed.abort();
    this.#wire.close();
  }

  async #appendAt(
    stream: StreamName,
    events: readonly SentEvent[],
    expected: number | 'none',
    again: boolean,
  ): Promise<Appended> {
    const verdict = await this.#wire.append(stream, expected, events);
    if (verdict.kind === 'deleted') throw new WrongExpectedRevision(stream, expected, 'none');
    if (verdict.kind === 'written' && verdict.position !== undefined)
      return { revision: verdict.revision, position: verdict.position };
    if (verdict.kind === 'wrong' && !again)
      throw new WrongExpectedRevision(stream, expected, verdict.current);
    const standing = await this.#standing(stream);
    const from = expected === 'none' ? 0 : expected + 1;
    const place = placeOf(events, standing, (event) => event.revision === from);
    if (place) return place;
    throw new WrongExpectedRevision(stream, expected, standing.at(-1)?.revision ?? 'none');
  }

  /**
   * The server remembers the ids it checks `any` against for a while only. So the stream is looked through, and the append is
   * bound to the revision seen: then neither a repetition nor a first attempt that comes in late is written again.
   */
  async #appendAnywhere(stream: StreamName, events: readonly SentEvent[]): Promise<Appended> {
    for (let round = 0; round < mostRounds; round += 1) {
      const standing = await this.#standing(stream);
      const current = standing.at(-1)?.revision ?? 'none';
      const place = placeOf(events, standing, (event) => event.id === events[0]?.id);
      if (place) return place;
      if (standing.some((event) => events.some(({ id }) => id === event.id)))
        throw new WrongExpectedRevision(stream, 'any', current);
      const verdict = await this.#wire.append(stream, current, events);
      if (verdict.kind === 'deleted') throw new WrongExpectedRevision(stream, 'any', 'none');
      if (verdict.kind === 'written' && verdict.position !== undefined)
        return { revision: verdict.revision, position: verdict.position };
    }
    throw new WireFailure(`others keep appending to ${stream}`, 'passing');
  }

  /** Appends to whatever stands in a stream take turns in this process, or they would only trip each other up. */
  async #inTurn<T>(stream: StreamName, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(stream);
    const turn = (before ?? Promise.resolve()).then(work, work);
    this.#turns.set(stream, turn);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(stream) === turn) this.#turns.delete(stream);
    }
  }

  async #standing(stream: StreamName): Promise<ServedEvent[]> {
    const found = await this.#wire.read(stream);
    return found === 'none' || found === 'deleted' ? [] : found;
  }

  /** The facts among what a subscription brought, without what came before and what is erased. */
  async #readable(deliveries: readonly Delivery[], seen: string | null): Promise<Recorded[]> {
    let last = seen;
    const events: ServedEvent[] = [];
    for (const delivery of deliveries) {
      if (delivery.kind !== 'event') continue;
      const { event } = delivery;
      if (last !== null && comparePositions(event.position, last) <= 0) continue;
      last = event.position;
      if (isFact(event)) events.push(event);
    }
    const gone = await this.#gone(events);
    const found: Recorded[] = [];
    for (const event of events) if (!gone.has(event.stream)) found.push(decoded(event));
    return found;
  }

  /** The erased among the streams of these events: a server goes on giving their events until it has scavenged. */
  async #gone(events: readonly ServedEvent[]): Promise<ReadonlySet<StreamName>> {
    const candidates = new Set<StreamName>();
    for (const { stream } of events) if (isErasable(stream)) candidates.add(stream);
    const gone = new Set<StreamName>();
    await Promise.all(
      [...candidates].map(async (stream) => {
        if (typeof (await this.#wire.read(stream, 1)) === 'string') gone.add(stream);
      }),
    );
    return gone;
  }

  async #lastReadable(): Promise<string | null> {
    let before: string | null = null;
    for (;;) {
      const found: readonly ServedEvent[] = await this.#wire.readBack(prefixes, before, 16);
      const gone = await this.#gone(found);
      const last = found.find((event) => isFact(event) && !gone.has(event.stream));
      if (last || found.length === 0) return last?.position ?? null;
      before = found.at(-1)?.position ?? null;
    }
  }

  async #isBehind(seen: string | null): Promise<boolean> {
    const head = await this.#lastReadable();
    return head !== null && (seen === null || comparePositions(head, seen) > 0);
  }

  /** A server restored from a backup would silently bring nothing until it has grown past where we are. */
  async #refuseShorterLog(seen: string | null): Promise<void> {
    if (seen === null) return;
    const [end] = await this.#wire.readBack([], null, 1);
    if (!end || comparePositions(end.position, seen) < 0)
      throw new CorruptLog('$all', `ends at ${end?.position ?? 'nothing'}, but has been read to ${seen}`);
  }

  /** Tries until it succeeds, fails for good, or has lasted too long. */
  async #insist<T>(what: string, attempt: (again: boolean) => Promise<T>): Promise<T> {
    const end = Date.now() + this.#total;
    for (let failures = 1; ; failures += 1) {
      try {
        return await attempt(failures > 1);
      } catch (error) {
        if (this.#closed.signal.aborted) throw new StoreUnavailable('the store is closed');
        if (!(error instanceof WireFailure) || error.kind !== 'passing') throw error;
        const wait = error.leader ? 0 : backoff(failures);
        if (Date.now() + wait > end)
          throw new StoreUnavailable(`${what}: ${error.message}`, { cause: error });
        await pause(wait, this.#closed.signal);
      }
    }
  }
}

const isPassing = (error: unknown): boolean =>
  error instanceof WireFailure ? error.kind === 'passing' : error instanceof StoreUnavailable;

const markOf = ({ position }: ServedEvent): Mark => ({ commit: position, prepare: position });

const lastPosition = (deliveries: readonly Delivery[]): string | undefined =>
  deliveries.flatMap((delivery) => (delivery.kind === 'event' ? [delivery.event.position] : [])).at(-1);

const backoff = (failures: number): number =>
  Math.min(1_000, 25 * 2 ** Math.min(failures, 10)) * (0.5 + Math.random() / 2);

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);

/** Where all the events stand, one after the other from the first that `starts`, if they do. */
function placeOf(
  events: readonly SentEvent[],
  standing: readonly ServedEvent[],
  starts: (event: ServedEvent) => boolean,
): Appended | undefined {
  const at = standing.findIndex(starts);
  const there = at < 0 ? [] : standing.slice(at, at + events.length);
  const last = there.at(-1);
  const same = there.length === events.length && there.every((event, i) => event.id === events[i]?.id);
  return last && same ? { revision: last.revision, position: last.position } : undefined;
}

function toSent(event: NewEvent): SentEvent {
  const { id, type, version, data, metadata } = toStored(event);
  return { id, type, data: JSON.stringify(data), metadata: JSON.stringify({ version, fact: metadata }) };
}

function decoded(event: ServedEvent): Recorded {
  const { id, type, stream, revision, position } = event;
  const place = { stream, revision, position };
  const outer = parseJson(event.metadata, place);
  if (typeof outer !== 'object' || outer === null || !('version' in outer) || !('fact' in outer))
    throw corrupt(place, `the metadata of ${type} is not whole`);
  const { version, fact: metadata } = outer;
  if (typeof version !== 'number') throw corrupt(place, `${type} has no version`);
  return fromStored({ id, type, version, data: parseJson(event.data, place), metadata }, place);
}
