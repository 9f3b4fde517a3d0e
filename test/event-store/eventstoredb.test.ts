import { afterEach, describe, expect, it } from '@jest/globals';
import { comparePositions } from '../../src/domain/events.js';
import {
  CorruptLog,
  type ExpectedRevision,
  StoreUnavailable,
  WrongExpectedRevision,
} from '../../src/event-store/event-store.js';
import { EventStoreDbStore, type Patience } from '../../src/event-store/eventstoredb.js';
import { LogCopy } from '../../src/event-store/log-copy.js';
import { ServerLog } from '../support/esdb-server/log.js';
import { EsdbServer, type WriteFault } from '../support/esdb-server/server.js';
import { describeEventStore, fact, followed, newStream, note, refusal } from './contract.js';
import { samples } from './samples.js';

describeEventStore('EventStoreDB on the wire', async () => {
  const server = await EsdbServer.start();
  let store = new EventStoreDbStore(server.connectionString);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = new EventStoreDbStore(server.connectionString);
      return store;
    },
    close: async () => {
      await store.close();
      await server.stop();
    },
  };
});

const realServer = process.env['ESDB_CONNECTION_STRING'];
if (realServer) {
  describeEventStore('the EventStoreDB of ESDB_CONNECTION_STRING', async () => {
    let store = new EventStoreDbStore(realServer);
    return {
      store,
      reopen: async () => {
        await store.close();
        store = new EventStoreDbStore(realServer);
        return store;
      },
      close: () => store.close(),
    };
  });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const ids = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);
const notes = (count: number) => Array.from({ length: count }, (_, i) => note(`fakta ${i}`));

async function until(condition: () => boolean, ms = 5_000): Promise<void> {
  const end = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > end) throw new Error('it did not come to that');
    await pause(10);
  }
}

describe('EventStoreDB when things go wrong', () => {
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
  });

  const serve = async (options: Parameters<typeof EsdbServer.start>[0] = {}): Promise<EsdbServer> => {
    const server = await EsdbServer.start(options);
    closing.push(() => server.stop());
    return server;
  };
  const storeOn = (server: EsdbServer, patience: Patience = {}): EventStoreDbStore => {
    const store = new EventStoreDbStore(server.connectionString, {
      deadline: 250,
      total: 3_000,
      quiet: 300,
      ...patience,
    });
    closing.push(() => store.close());
    return store;
  };

  const faults: [string, WriteFault][] = [
    ['the connection is cut before the commit', { kind: 'cut', when: 'before' }],
    ['the connection is cut after the commit', { kind: 'cut', when: 'after' }],
    ['the answer never comes, nothing was written', { kind: 'swallow', when: 'before' }],
    ['the answer never comes, all was written', { kind: 'swallow', when: 'after' }],
    ['the write is done after the deadline', { kind: 'delay', ms: 400, when: 'before' }],
    ['the answer comes after the deadline', { kind: 'delay', ms: 400, when: 'after' }],
    [
      'the server is too busy',
      { kind: 'refuse', code: 'UNAVAILABLE', message: 'Server Is Too Busy', when: 'before' },
    ],
    [
      'the server times out, all was written',
      { kind: 'refuse', code: 'ABORTED', message: 'Operation timed out', when: 'after' },
    ],
    ['a proxy gives up', { kind: 'refuse', code: 'DEADLINE_EXCEEDED', message: 'too late', when: 'after' }],
  ];
  describe.each(faults)('%s: an append', (_what, fault) => {
    it.each<ExpectedRevision>(['none', 1, 'any'])('expecting %s is written once', async (expected) => {
      const server = await serve();
      const store = storeOn(server);
      const stream = newStream();
      const before = expected === 'none' ? [] : notes(2);
      if (before.length > 0) await store.append(stream, before, 'none');
      const events = notes(3);
      server.writeFaults.push(fault);
      const appended = await store.append(stream, events, expected);
      await pause(fault.kind === 'delay' ? 400 : 0);
      const read = await store.read(stream);
      expect(ids(read)).toEqual(ids([...before, ...events]));
      expect(appended).toEqual({ revision: before.length + 2, position: read.at(-1)?.position });
      expect(await store.append(stream, events, expected)).toEqual(appended);
    });
  });

  it.each<ExpectedRevision>(['none', 1, 'any'])(
    'an append expecting %s is written once although the server restarts and forgets after the commit',
    async (expected) => {
      const server = await serve();
      const store = storeOn(server);
      const stream = newStream();
      if (expected !== 'none') await store.append(stream, notes(2), 'none');
      const events = notes(2);
      server.writeFaults.push({ kind: 'swallow', when: 'after' });
      const appending = store.append(stream, events, expected);
      await until(() => server.writeFaults.length === 0);
      await server.stop();
      await pause(300);
      await serve({ log: server.log, port: server.port });
      const appended = await appending;
      const read = await store.read(stream);
      expect(ids(read.slice(-2))).toEqual(ids(events));
      expect(read).toHaveLength(expected === 'none' ? 2 : 4);
      expect(appended.position).toBe(read.at(-1)?.position);
    },
  );

  describe.each<[ServerLog['recall'], WriteFault]>([
    ['noPosition', { kind: 'swallow', when: 'after' }],
    ['nothing', { kind: 'swallow', when: 'after' }],
    ['nothing', { kind: 'delay', ms: 500, when: 'before' }],
  ])('by a server that recalls %s of a repeated append, %j: an append', (recall, fault) => {
    it.each<ExpectedRevision>(['none', 1, 'any'])('expecting %s is written once', async (expected) => {
      const server = await serve();
      server.log.recall = recall;
      const store = storeOn(server);
      const stream = newStream();
      if (expected !== 'none') await store.append(stream, notes(2), 'none');
      const events = notes(2);
      server.writeFaults.push(fault);
      const appended = await store.append(stream, events, expected);
      await pause(fault.kind === 'delay' ? fault.ms : 0);
      const read = await store.read(stream);
      expect(ids(read.slice(-2))).toEqual(ids(events));
      expect(read).toHaveLength(expected === 'none' ? 2 : 4);
      expect(appended).toEqual({ revision: read.length - 1, position: read.at(-1)?.position });
    });
  });

  it('takes in what many append anywhere in one stream, from several instances', async () => {
    const server = await serve();
    const stores = [storeOn(server), storeOn(server)];
    const stream = newStream();
    const writing = stores.flatMap((store) =>
      Array.from({ length: 20 }, () => store.append(stream, notes(1), 'any')),
    );
    const revisions = (await Promise.all(writing)).map(({ revision }) => revision);
    revisions.sort((one, other) => one - other);
    expect(revisions).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });

  it('tells the loser of a race after an unknown outcome that it lost', async () => {
    const server = await serve();
    const [store, other] = [storeOn(server), storeOn(server)];
    const stream = newStream();
    server.writeFaults.push({ kind: 'swallow', when: 'before' });
    const losing = refusal(store.append(stream, notes(1), 'none'));
    await until(() => server.writeFaults.length === 0);
    const winners = notes(2);
    await other.append(stream, winners, 'none');
    const error = await losing;
    expect(error).toBeInstanceOf(WrongExpectedRevision);
    expect(error).toMatchObject({ expected: 'none', current: 1 });
    expect(ids(await store.read(stream))).toEqual(ids(winners));
  });

  it('tells the winner of a race after an unknown outcome that it won', async () => {
    const server = await serve();
    const [store, other] = [storeOn(server), storeOn(server)];
    const stream = newStream();
    server.writeFaults.push({ kind: 'swallow', when: 'after' });
    const winning = store.append(stream, notes(2), 'none');
    await until(() => server.writeFaults.length === 0);
    await other.append(stream, notes(1), 1);
    expect(await winning).toMatchObject({ revision: 1 });
    expect(await store.read(stream)).toHaveLength(3);
  });

  it('gives up in time when the server is gone, and works again when it is back', async () => {
    const server = await serve();
    const store = storeOn(server, { total: 600 });
    const stream = newStream();
    await store.append(stream, notes(1), 'none');
    await server.stop();
    const began = Date.now();
    expect(await refusal(store.append(stream, notes(1), 0))).toBeInstanceOf(StoreUnavailable);
    expect(await refusal(store.read(stream))).toBeInstanceOf(StoreUnavailable);
    expect(await refusal(store.head())).toBeInstanceOf(StoreUnavailable);
    expect(Date.now() - began).toBeLessThan(4_000);
    await serve({ log: server.log, port: server.port });
    expect((await store.append(stream, notes(1), 0)).revision).toBe(1);
  });

  it('is back within a second or two after a long absence of the server', async () => {
    const server = await serve();
    const store = storeOn(server, { total: 20_000 });
    const stream = newStream();
    await server.stop();
    const appending = store.append(stream, notes(1), 'none');
    await pause(3_000);
    const back = Date.now();
    await serve({ log: server.log, port: server.port });
    await appending;
    expect(Date.now() - back).toBeLessThan(2_500);
  });

  it('goes to the leader it is told of, and to the next one', async () => {
    const log = new ServerLog();
    const [follower, first, second] = [await serve({ log }), await serve({ log }), await serve({ log })];
    follower.leader = { address: '127.0.0.1', port: first.port };
    const store = storeOn(follower);
    const stream = newStream();
    await store.append(stream, notes(1), 'none');
    expect([follower.asked.writes, first.asked.writes]).toEqual([1, 1]);
    follower.leader = first.leader = { address: '127.0.0.1', port: second.port };
    await store.append(stream, notes(1), 0);
    expect(await store.read(stream)).toHaveLength(2);
    expect(second.asked.writes).toBe(1);
    await second.stop();
    follower.leader = undefined;
    await store.append(stream, notes(1), 1);
    expect(await store.read(stream)).toHaveLength(3);
    expect([follower.asked.writes, first.asked.writes]).toEqual([2, 2]);
  });

  it('finds the leader of a cluster by gossip', async () => {
    const log = new ServerLog();
    const [one, two] = [await serve({ log }), await serve({ log })];
    one.leader = { address: '127.0.0.1', port: two.port };
    const store = new EventStoreDbStore(`esdb://127.0.0.1:${one.port},127.0.0.1:${two.port}?tls=false`);
    closing.push(() => store.close());
    await store.append(newStream(), notes(1), 'none');
    expect([one.asked.writes, two.asked.writes]).toEqual([0, 1]);
  });

  it.each<[string, (store: EventStoreDbStore, stream: string) => Promise<unknown>]>([
    ['appending', (store, stream) => store.append(stream, notes(1), 0)],
    ['reading', (store, stream) => store.read(stream)],
    ['asking for the head', (store) => store.head()],
    ['erasing', (store) => store.erase('person-1')],
  ])('leaves a connection that has fallen silent when %s', async (_what, work) => {
    const server = await serve({ canFallSilent: true });
    const store = storeOn(server);
    const stream = newStream();
    await store.append(stream, notes(1), 'none');
    await storeOn(server).read(stream);
    server.mute();
    await work(store, stream);
    expect(server.asked.connections).toBe(3);
  });

  it('leaves a connection that has fallen silent with all that runs on it', async () => {
    const server = await serve({ canFallSilent: true });
    const store = storeOn(server);
    const stream = newStream();
    const first = await store.append(stream, notes(1), 'none');
    const following = followed(store, first.position, [stream], 2);
    await until(() => server.asked.subscriptions === 1);
    server.mute();
    await store.append(stream, notes(1), 0);
    await store.append(stream, notes(1), 1);
    expect((await following).map(({ revision }) => revision)).toEqual([1, 2]);
    expect(server.asked.connections).toBe(2);
  });

  it('notices without appending that what it follows has fallen silent', async () => {
    const server = await serve({ canFallSilent: true });
    const store = storeOn(server);
    const stream = newStream();
    const first = await store.append(stream, notes(1), 'none');
    const following = followed(store, first.position, [stream], 1);
    await until(() => server.asked.subscriptions === 1);
    server.mute();
    await storeOn(server).append(stream, notes(1), 0);
    expect(await following).toHaveLength(1);
  });

  it('notices that a subscription brings nothing although the connection lives', async () => {
    const server = await serve();
    const store = storeOn(server);
    const stream = newStream();
    const first = await store.append(stream, notes(1), 'none');
    const following = followed(store, first.position, [stream], 1);
    await until(() => server.asked.subscriptions === 1);
    server.stalled = true;
    await store.append(stream, notes(1), 0);
    await until(() => server.asked.subscriptions === 2);
    server.stalled = false;
    await until(() => server.asked.subscriptions === 3);
    expect(await following).toHaveLength(1);
  });

  it('follows on where it was when subscriptions are dropped and events repeated', async () => {
    const server = await serve();
    const store = storeOn(server);
    const streams = Array.from({ length: 4 }, () => newStream());
    for (const stream of streams) await store.append(stream, notes(100), 'none');
    const drops = [90, 1, 40, 7];
    server.dropAfter = 130;
    server.repeats = 3;
    const found = await followed(store, null, streams, 400, () => {
      if (server.dropAfter < Infinity) return;
      server.dropAfter = drops.pop() ?? Infinity;
      server.repeats = 2;
    });
    expect(server.asked.subscriptions).toBe(6);
    const expected = await Promise.all(streams.map((stream) => store.read(stream)));
    expect(found).toEqual(expected.flat());
  });

  it('follows on over restarts of the server while others append', async () => {
    const log = new ServerLog();
    let server = await EsdbServer.start({ log });
    closing.push(() => server.stop());
    const [store, writer] = [storeOn(server), storeOn(server, { total: 20_000 })];
    const streams = [newStream(), newStream()];
    const following = followed(store, null, streams, 120);
    for (let i = 0; i < 60; i += 1) {
      if (i % 20 === 10) {
        const { port } = server;
        await server.stop();
        setTimeout(() => {
          void EsdbServer.start({ log, port }).then((next) => (server = next));
        }, 150);
      }
      await Promise.all(streams.map((stream) => writer.append(stream, notes(1), i === 0 ? 'none' : i - 1)));
    }
    const found = await following;
    expect(
      found.every(
        (event, i) => i === 0 || comparePositions(found[i - 1]?.position ?? '', event.position) < 0,
      ),
    ).toBe(true);
    for (const stream of streams) {
      expect(found.filter((event) => event.stream === stream)).toEqual(await writer.read(stream));
    }
  }, 60_000);

  it('feeds two copies that become equal, through drops, repeats and a restart', async () => {
    const server = await serve();
    const store = storeOn(server);
    const copies = [store, storeOn(server)].map((from) => LogCopy.open(from, ':memory:', { heartbeat: 100 }));
    closing.push(async () => {
      for (const copy of copies) await copy.stop();
    });
    const [person, ...streams] = [newStream('person'), newStream(), newStream('matter')];
    await store.append(person, [fact(samples.PersonRegistered)], 'none');
    server.repeats = 5;
    for (let i = 0; i < 40; i += 1) {
      if (i % 10 === 5) server.dropAfter = 7;
      for (const stream of streams) await store.append(stream, notes(3), i === 0 ? 'none' : 3 * i - 1);
    }
    await server.stop();
    await serve({ log: server.log, port: server.port });
    const erased = { type: 'PersonErased', data: { person: person.slice('person-'.length) } } as const;
    const { position } = await store.append('register', [fact(erased)], 'any');
    await store.erase(person);
    for (const copy of copies) {
      expect(await copy.waitFor(position, 5_000)).toBe(true);
      expect(copy.rebuilds).toBe(0);
      expect(copy.log.stream(person)).toEqual([]);
    }
    const [one, two] = copies.map(({ log }) => log.after(null, 1_000));
    expect(one).toHaveLength(241);
    expect(two).toEqual(one);
    for (const stream of streams) {
      expect(one?.filter((event) => event.stream === stream)).toEqual(await store.read(stream));
    }
  });

  it('refuses to follow a log that has become shorter than what it has read', async () => {
    const log = new ServerLog();
    const server = await serve({ log });
    const store = storeOn(server);
    await store.append(newStream(), notes(50), 'none');
    const head = await store.head();
    const following = refusal(followed(store, head, [], 1));
    await until(() => server.asked.subscriptions === 1);
    await server.stop();
    await serve({ log: new ServerLog(), port: server.port });
    expect(await following).toBeInstanceOf(CorruptLog);
  });

  it('lets the server wait while the reader is slow', async () => {
    const server = await serve();
    const store = storeOn(server, { deadline: 5_000 });
    const streams = Array.from({ length: 6 }, () => newStream());
    for (const stream of streams) {
      await store.append(
        stream,
        Array.from({ length: 1_000 }, () => note('x'.repeat(1_000))),
        'none',
      );
    }
    let seen = 0;
    let deliveredWhileAsleep = 0;
    for await (const batch of store.follow(null, AbortSignal.timeout(100_000))) {
      if (seen === 0) {
        for (let before = -1; before !== server.asked.delivered; await pause(300)) {
          before = server.asked.delivered;
        }
        deliveredWhileAsleep = server.asked.delivered;
      }
      seen += batch.length;
      if (seen === 6_000) break;
    }
    expect(seen).toBe(6_000);
    expect(deliveredWhileAsleep).toBeLessThan(3_000);
  }, 120_000);

  it('shows nothing of an erased person before and after the server has scavenged', async () => {
    const server = await serve();
    const store = storeOn(server);
    const [person, stream] = [newStream('person'), newStream()];
    await store.append(person, [fact(samples.PersonRegistered)], 'none');
    const last = await store.append(stream, notes(1), 'none');
    const other = newStream('person');
    await store.append(other, [fact(samples.PersonRegistered)], 'none');
    await store.erase(person);
    await store.erase(other);
    expect(server.asked.scavenges).toBe(2);
    for (const scavenge of [() => undefined, () => server.log.scavenge()]) {
      scavenge();
      expect(await store.head()).toBe(last.position);
      expect(await followed(store, null, [person, stream, other], 1)).toHaveLength(1);
      expect(await store.read(person)).toEqual([]);
    }
    expect(JSON.stringify(server.log.all.map(({ stream, type }) => [stream, type]))).not.toContain(
      'PersonRegistered',
    );
  });

  it('refuses to erase what is permanent', async () => {
    const store = storeOn(await serve());
    const stream = newStream('decision');
    await store.append(stream, notes(1), 'none');
    expect(await refusal(store.erase(stream))).toBeInstanceOf(RangeError);
    expect(await store.read(stream)).toHaveLength(1);
  });

  it('passes over what is not ours', async () => {
    const server = await serve();
    const store = storeOn(server);
    const proposed = {
      type: 'OrderPlaced',
      contentType: 'application/json',
      data: Buffer.from('{}'),
      metadata: Buffer.from(''),
    };
    server.log.append('order-1', 'any', [{ id: 'o-1', ...proposed }]);
    server.log.append('registering-1', 'any', [{ id: 'o-2', ...proposed }]);
    expect(await store.head()).toBeNull();
    const stream = newStream();
    const { position } = await store.append(stream, notes(1), 'none');
    server.log.append('order-2', 'any', [{ id: 'o-3', ...proposed }]);
    expect(await store.head()).toBe(position);
    for await (const batch of store.follow(null, AbortSignal.timeout(5_000))) {
      expect(batch.map((event) => event.stream)).toEqual([stream]);
      break;
    }
  });

  it('stops who follows at an event that cannot be read, and names it', async () => {
    const server = await serve();
    const store = storeOn(server);
    server.log.append('matter-1', 'any', [
      {
        id: 'm-1',
        type: 'MatterOpened',
        contentType: 'application/json',
        data: Buffer.from('{'),
        metadata: Buffer.from('{}'),
      },
    ]);
    const error = await refusal(followed(store, null, [], 1));
    expect(error).toBeInstanceOf(CorruptLog);
    expect(String(error)).toContain('matter-1@0');
  });

  it('answers nobody once closed, and lets who waits go', async () => {
    const server = await serve();
    const store = storeOn(server, { deadline: 10_000, total: 30_000 });
    const following = followed(store, null, [], 1);
    server.writeFaults.push({ kind: 'swallow', when: 'before' });
    const appending = refusal(store.append(newStream(), notes(1), 'none'));
    await until(() => server.writeFaults.length === 0 && server.asked.subscriptions === 1);
    await store.close();
    expect(await appending).toBeInstanceOf(StoreUnavailable);
    expect(await following).toEqual([]);
    expect(await refusal(store.read('matter-1'))).toBeInstanceOf(StoreUnavailable);
  });
});
