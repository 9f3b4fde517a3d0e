import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Recorded, StreamName } from '../../src/domain/events.js';
import {
  CorruptLog,
  type EventStore,
  LogLocked,
  StoreUnavailable,
} from '../../src/event-store/event-store.js';
import { InMemoryEventStore } from '../../src/event-store/in-memory.js';
import { LocalLog } from '../../src/event-store/local-log.js';
import { LogCopy } from '../../src/event-store/log-copy.js';
import { fact, newStream, note, refusal } from './contract.js';
import { samples } from './samples.js';

const notes = (count: number) => Array.from({ length: count }, (_, i) => note(`fakta ${i}`));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until(condition: () => boolean, ms = 5_000): Promise<void> {
  const end = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > end) throw new Error('it did not come to that');
    await pause(5);
  }
}

/** A store that can be out of reach, and that breaks off or alters what it gives to who follows. */
class TroubledStore implements EventStore {
  reachable = true;
  follows = 0;
  /** Break off each batch after the first event, so often. */
  breaks = 0;
  alter: (event: Recorded) => Recorded = (event) => event;

  constructor(private readonly store: EventStore) {}

  append: EventStore['append'] = (...args) => this.#reached().append(...args);
  read: EventStore['read'] = (stream) => this.#later((store) => store.read(stream));
  head: EventStore['head'] = () => this.#later((store) => store.head());
  erase: EventStore['erase'] = (stream) => this.#reached().erase(stream);
  close: EventStore['close'] = () => this.store.close();

  async *follow(after: string | null, signal: AbortSignal): AsyncGenerator<readonly Recorded[]> {
    this.follows += 1;
    for await (const batch of this.#reached().follow(after, signal)) {
      if (!this.reachable) throw new StoreUnavailable('gone');
      if (this.breaks > 0) {
        this.breaks -= 1;
        yield batch.slice(0, 1).map(this.alter);
        throw new StoreUnavailable('broken off');
      }
      yield batch.map(this.alter);
    }
  }

  async #later<T>(ask: (store: EventStore) => Promise<T>): Promise<T> {
    return ask(this.#reached());
  }

  #reached(): EventStore {
    if (!this.reachable) throw new StoreUnavailable('out of reach');
    return this.store;
  }
}

describe('a copy of the log', () => {
  const closing: (() => Promise<void> | void)[] = [];
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-copy-'));
    path = join(folder, 'copy.db');
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    rmSync(folder, { recursive: true });
  });

  const copyOf = (store: EventStore): LogCopy => {
    const copy = LogCopy.open(store, path, { heartbeat: 20 });
    closing.push(() => copy.stop());
    return copy;
  };
  const grown = async (store: EventStore, count: number, stream = newStream()): Promise<StreamName> => {
    await store.append(stream, notes(count), 'any');
    return stream;
  };
  const caughtUp = async (copy: LogCopy, store: EventStore): Promise<void> => {
    expect(await copy.waitFor((await store.head()) ?? '', 5_000)).toBe(true);
  };
  const everything = async (store: EventStore): Promise<Recorded[]> => {
    const found: Recorded[] = [];
    const head = await store.head();
    for await (const batch of store.follow(null, AbortSignal.timeout(5_000))) {
      found.push(...batch);
      if (batch.at(-1)?.position === head) break;
    }
    return found;
  };

  it('holds what the store holds, event for event, and tells of each batch', async () => {
    const store = new InMemoryEventStore();
    await grown(store, 1_200);
    const copy = copyOf(store);
    const told: string[] = [];
    const end = copy.onBatch((batch) => told.push(...batch.map(({ position }) => position)));
    await caughtUp(copy, store);
    await grown(store, 3);
    await caughtUp(copy, store);
    const events = await everything(store);
    expect(copy.log.after(null, 2_000)).toEqual(events);
    expect(told).toEqual(events.map(({ position }) => position));
    await until(() => copy.connected);
    expect(copy.lastError).toBeUndefined();
    end();
    await grown(store, 1);
    await caughtUp(copy, store);
    expect(told).toHaveLength(1_203);
  });

  it('goes on where it was when it is opened again', async () => {
    const store = new InMemoryEventStore();
    await grown(store, 10);
    const first = LogCopy.open(store, path);
    await caughtUp(first, store);
    await first.stop();
    await grown(store, 5);
    const copy = copyOf(store);
    const told: Recorded[] = [];
    copy.onBatch((batch) => told.push(...batch));
    await caughtUp(copy, store);
    expect(told).toHaveLength(5);
    expect(copy.log.after(null, 100)).toEqual(await everything(store));
    expect(copy.rebuilds).toBe(0);
  });

  it('waits for a position no longer than it is told to', async () => {
    const store = new InMemoryEventStore();
    await grown(store, 1);
    const copy = copyOf(store);
    await caughtUp(copy, store);
    const began = Date.now();
    expect(await copy.waitFor('4711', 50)).toBe(false);
    expect(Date.now() - began).toBeGreaterThanOrEqual(45);
    const waiting = copy.waitFor('3', 5_000);
    await grown(store, 2);
    expect(await waiting).toBe(true);
  });

  it('says that the store is out of reach, and goes on when it is back', async () => {
    const store = new TroubledStore(new InMemoryEventStore());
    await grown(store, 3);
    const copy = copyOf(store);
    await caughtUp(copy, store);
    await until(() => copy.connected);
    store.reachable = false;
    await until(() => !copy.connected);
    expect(copy.lastError).toBeInstanceOf(StoreUnavailable);
    expect(copy.log.count()).toBe(3);
    store.reachable = true;
    await grown(store, 2);
    await caughtUp(copy, store);
    await until(() => copy.connected && copy.lastError === undefined);
    expect(copy.log.count()).toBe(5);
    expect(copy.rebuilds).toBe(0);
  });

  it('can be opened and read while the store is out of reach', async () => {
    const store = new TroubledStore(new InMemoryEventStore());
    await grown(store, 3);
    const first = LogCopy.open(store, path);
    await caughtUp(first, store);
    await first.stop();
    store.reachable = false;
    const copy = copyOf(store);
    expect(copy.log.count()).toBe(3);
    await until(() => copy.lastError !== undefined);
    store.reachable = true;
    await grown(store, 1);
    await caughtUp(copy, store);
    expect(copy.log.count()).toBe(4);
  });

  it('misses and doubles nothing when what it follows breaks off again and again', async () => {
    const store = new TroubledStore(new InMemoryEventStore());
    await grown(store, 20);
    store.breaks = 4;
    const copy = copyOf(store);
    await caughtUp(copy, store);
    expect(store.follows).toBe(5);
    expect(copy.log.after(null, 100)).toEqual(await everything(store));
  });

  const person = (id: string): StreamName => `person-${id}`;
  const erasure = (id: string) => fact({ type: 'PersonErased', data: { person: id } });

  it('holds nothing of a person who has been erased, whatever came when', async () => {
    const store = new InMemoryEventStore();
    await store.append(person('p-1'), [fact(samples.PersonRegistered)], 'none');
    const copy = copyOf(store);
    await caughtUp(copy, store);
    expect(copy.log.stream(person('p-1'))).toHaveLength(1);
    await store.append('register', [erasure('p-1')], 'any');
    await caughtUp(copy, store);
    expect(copy.log.stream(person('p-1'))).toEqual([]);
    await store.append(person('p-1'), [fact(samples.PersonUpdated)], 'any');
    await grown(store, 1);
    await caughtUp(copy, store);
    expect(copy.log.stream(person('p-1'))).toEqual([]);
    await copy.stop();
    const { name } = samples.PersonRegistered.data;
    expect(readFileSync(path).includes(name)).toBe(false);
  });

  it('completes an erasure that was broken off', async () => {
    const store = new InMemoryEventStore();
    await store.append(person('p-2'), [fact(samples.PersonRegistered)], 'none');
    await store.append('register', [erasure('p-2'), erasure('p-3')], 'any');
    const log = LocalLog.open(path, { mode: 'copy' });
    log.copyIn(await everything(store));
    expect(log.stream(person('p-2'))).toHaveLength(1);
    log.close();
    const copy = copyOf(store);
    await until(() => copy.log.stream(person('p-2')).length === 0);
  });

  describe('that does not belong to the store', () => {
    const foreign: [string, () => Promise<{ old: EventStore; store: EventStore }>][] = [
      [
        'because the store is empty',
        async () => {
          const old = new InMemoryEventStore();
          await grown(old, 3);
          return { old, store: new InMemoryEventStore() };
        },
      ],
      [
        'because the store ends before it',
        async () => {
          const [old, store] = [new InMemoryEventStore(), new InMemoryEventStore()];
          const stream = newStream();
          const events = notes(5);
          await old.append(stream, events, 'none');
          await store.append(stream, events.slice(0, 3), 'none');
          return { old, store };
        },
      ],
      [
        'because another event stands where it ends',
        async () => {
          const [old, store] = [new InMemoryEventStore(), new InMemoryEventStore()];
          const stream = newStream();
          await grown(old, 5, stream);
          await grown(store, 9, stream);
          return { old, store };
        },
      ],
      [
        'because its last stream is not in the store',
        async () => {
          const [old, store] = [new InMemoryEventStore(), new InMemoryEventStore()];
          await grown(old, 5);
          await grown(store, 9);
          return { old, store };
        },
      ],
      [
        'because its last event stands elsewhere in the store',
        async () => {
          const [old, store] = [new InMemoryEventStore(), new InMemoryEventStore()];
          const stream = newStream();
          const events = notes(5);
          await grown(old, 2);
          await old.append(stream, events, 'none');
          await store.append(stream, events, 'none');
          await grown(store, 4);
          return { old, store };
        },
      ],
      [
        'although it ends with a person',
        async () => {
          const [old, store] = [new InMemoryEventStore(), new InMemoryEventStore()];
          await grown(old, 5);
          await old.append(person('p-3'), [fact(samples.PersonRegistered)], 'none');
          await grown(store, 9);
          return { old, store };
        },
      ],
      [
        'and holds only a person',
        async () => {
          const [old, store] = [new InMemoryEventStore(), new InMemoryEventStore()];
          await old.append(person('p-4'), [fact(samples.PersonRegistered)], 'none');
          await grown(store, 9);
          return { old, store };
        },
      ],
    ];
    it.each(foreign)('%s, is begun anew', async (_why, make) => {
      const { old, store } = await make();
      const first = LogCopy.open(old, path);
      await caughtUp(first, old);
      await first.stop();
      const copy = copyOf(store);
      let told = 0;
      copy.onRebuild(() => (told += 1));
      await grown(store, 1);
      await until(() => copy.rebuilds === 1);
      await caughtUp(copy, store);
      expect(copy.log.after(null, 100)).toEqual(await everything(store));
      expect([copy.rebuilds, told]).toEqual([1, 1]);
    });

    it('is not begun anew when the store only has erased the person it ends with', async () => {
      const store = new InMemoryEventStore();
      const stream = await grown(store, 5);
      await store.append(person('p-5'), [fact(samples.PersonRegistered)], 'none');
      const first = LogCopy.open(store, path);
      await caughtUp(first, store);
      await first.stop();
      await store.erase(person('p-5'));
      const copy = copyOf(store);
      await grown(store, 1, stream);
      await caughtUp(copy, store);
      expect(copy.rebuilds).toBe(0);
    });

    it('is found out by an event that does not fit, and stands still when it fits nowhere', async () => {
      const store = new TroubledStore(new InMemoryEventStore());
      const stream = await grown(store, 5);
      store.alter = (event) => (event.revision === 3 ? { ...event, revision: 1 } : event);
      const copy = copyOf(store);
      await until(() => copy.lastError !== undefined && copy.rebuilds === 1);
      expect(copy.lastError?.cause).toBeInstanceOf(CorruptLog);
      await pause(300);
      expect(copy.rebuilds).toBe(1);
      expect(copy.log.stream(stream)).toHaveLength(3);
      store.alter = (event) => event;
      await caughtUp(copy, store);
      expect(copy.log.after(null, 100)).toEqual(await everything(store));
    });
  });

  it('that is damaged is begun anew', async () => {
    const store = new InMemoryEventStore();
    await grown(store, 5);
    const first = LogCopy.open(store, path);
    await caughtUp(first, store);
    await first.stop();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.subarray(0, bytes.length - 5_000));
    const copy = copyOf(store);
    await caughtUp(copy, store);
    expect(copy.log.after(null, 100)).toEqual(await everything(store));
  });

  it('never replaces a log of its own', async () => {
    const log = LocalLog.open(path, { mode: 'authority' });
    log.append([{ stream: newStream(), events: notes(2), expected: 'none' }]);
    log.close();
    expect(() => LogCopy.open(new InMemoryEventStore(), path)).toThrow(CorruptLog);
    const again = LocalLog.open(path, { mode: 'authority' });
    expect(again.count()).toBe(2);
    again.close();
  });

  it('is not shared with another process', async () => {
    const copy = copyOf(new InMemoryEventStore());
    expect(await refusal((async () => LogCopy.open(new InMemoryEventStore(), path))())).toBeInstanceOf(
      LogLocked,
    );
    expect(copy.position).toBeNull();
  });

  it('stops at once, also while the store is out of reach', async () => {
    const store = new TroubledStore(new InMemoryEventStore());
    store.reachable = false;
    const copy = LogCopy.open(store, path);
    await pause(30);
    const began = Date.now();
    await copy.stop();
    expect(Date.now() - began).toBeLessThan(500);
    expect(() => copy.log.head()).toThrow(StoreUnavailable);
  });
});
