import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ANY,
  BACKWARDS,
  END,
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  NO_STREAM,
  type ResolvedEvent,
  START,
  STREAM_EXISTS,
  StreamDeletedError,
  streamNameFilter,
  StreamNotFoundError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStoreDbStore } from '../../src/event-store/eventstoredb.js';
import { EsdbServer } from '../support/esdb-server/server.js';
import { newStream, note, refusal } from './contract.js';

const noted = (text: string, id = randomUUID()) => jsonEvent({ id, type: 'Noted', data: { text } });
const textOf = ({ event }: ResolvedEvent): unknown =>
  typeof event?.data === 'object' && 'text' in event.data ? event.data.text : undefined;
const texts = (events: readonly ResolvedEvent[]): unknown[] => events.map(textOf);

async function taken(events: AsyncIterable<ResolvedEvent>, count = Infinity): Promise<ResolvedEvent[]> {
  const found: ResolvedEvent[] = [];
  for await (const event of events) {
    found.push(event);
    if (found.length >= count) break;
  }
  return found;
}

describe('the EventStoreDB test server, asked by the real client,', () => {
  let server: EsdbServer;
  let client: EventStoreDBClient;
  beforeEach(async () => {
    server = await EsdbServer.start();
    client = EventStoreDBClient.connectionString(server.connectionString);
  });
  afterEach(async () => {
    await client.dispose();
    await server.stop();
  });

  /** Credentials make the client use the call for single appends; without them it uses the one for many. */
  describe.each([
    ['one call for all', undefined],
    ['a call for each', { username: 'u', password: 'p' }],
  ])('appends over %s', (_way, credentials) => {
    const append = async (
      expectedRevision: bigint | 'any' | 'no_stream' | 'stream_exists',
      ...words: string[]
    ) =>
      client.appendToStream(
        'matter-1',
        words.map((text) => noted(text)),
        { expectedRevision, credentials },
      );

    it('with every expected revision', async () => {
      expect((await append(NO_STREAM, 'a', 'b')).nextExpectedRevision).toBe(1n);
      expect((await append(1n, 'c')).nextExpectedRevision).toBe(2n);
      expect((await append(ANY, 'd')).nextExpectedRevision).toBe(3n);
      expect((await append(STREAM_EXISTS, 'e')).nextExpectedRevision).toBe(4n);
      const found = await taken(client.readStream('matter-1'));
      expect(texts(found)).toEqual(['a', 'b', 'c', 'd', 'e']);
      expect(found.map(({ event }) => event?.revision)).toEqual([0n, 1n, 2n, 3n, 4n]);
    });

    it('and says where a stream is that is elsewhere', async () => {
      await expect(append(STREAM_EXISTS, 'a')).rejects.toMatchObject({ actualVersion: 'no_stream' });
      await expect(append(0n, 'a')).rejects.toMatchObject({ actualVersion: 'no_stream' });
      await append(NO_STREAM, 'a', 'b');
      for (const expected of [NO_STREAM, 0n, 2n, 17n] as const) {
        const error = await refusal(append(expected, 'x'));
        expect(error).toBeInstanceOf(WrongExpectedVersionError);
        expect(error).toMatchObject({ actualVersion: 1n, streamName: 'matter-1' });
      }
    });

    it('once, with the place it has, when the same ids come again', async () => {
      const events = [noted('a'), noted('b')];
      const once = await client.appendToStream('matter-1', events, {
        expectedRevision: NO_STREAM,
        credentials,
      });
      await append(1n, 'c');
      for (const expectedRevision of [NO_STREAM, ANY] as const) {
        expect(await client.appendToStream('matter-1', events, { expectedRevision, credentials })).toEqual(
          once,
        );
      }
      const half = [...events.slice(1), noted('x')];
      await expect(
        client.appendToStream('matter-1', half, { expectedRevision: 0n, credentials }),
      ).rejects.toBeInstanceOf(WrongExpectedVersionError);
      expect(await taken(client.readStream('matter-1'))).toHaveLength(3);
    });

    it('of any twice when the server has restarted in between, as the real one does when it has forgotten', async () => {
      const events = [noted('a')];
      await client.appendToStream('matter-1', events, { expectedRevision: ANY, credentials });
      server.log.forgetRecentIds();
      await client.appendToStream('matter-1', events, { expectedRevision: ANY, credentials });
      expect(await taken(client.readStream('matter-1'))).toHaveLength(2);
    });
  });

  it('reads streams and everything, forwards and backwards, from anywhere', async () => {
    await client.appendToStream(
      'matter-1',
      ['a', 'b', 'c'].map((text) => noted(text)),
    );
    await client.appendToStream('matter-2', [noted('d')]);
    const read = async (options: Parameters<EventStoreDBClient['readStream']>[1]) =>
      texts(await taken(client.readStream('matter-1', options)));
    expect(await read({ fromRevision: 1n })).toEqual(['b', 'c']);
    expect(await read({ fromRevision: 1n, direction: BACKWARDS })).toEqual(['b', 'a']);
    expect(await read({ fromRevision: END, direction: BACKWARDS, maxCount: 2 })).toEqual(['c', 'b']);
    expect(await read({ maxCount: 1 })).toEqual(['a']);
    await expect(taken(client.readStream('matter-3'))).rejects.toBeInstanceOf(StreamNotFoundError);

    const all = await taken(client.readAll());
    expect(texts(all).slice(-4)).toEqual(['a', 'b', 'c', 'd']);
    const b = all.find((event) => textOf(event) === 'b');
    const fromPosition = b?.event?.position;
    expect(texts(await taken(client.readAll({ fromPosition, direction: FORWARDS })))).toEqual([
      'b',
      'c',
      'd',
    ]);
    const back = await taken(client.readAll({ fromPosition, direction: BACKWARDS, maxCount: 1 }));
    expect(texts(back)).toEqual(['a']);
    expect(
      texts(await taken(client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 1 }))),
    ).toEqual(['d']);
    const positions = all.map(({ commitPosition }) => commitPosition ?? 0n);
    expect(positions.every((position, i) => i === 0 || position > (positions[i - 1] ?? 0n) + 1n)).toBe(true);
  });

  it('sends subscribers what they ask for, tells them when they have caught up, and marks how far it is', async () => {
    for (let i = 0; i < 30; i += 1) {
      await client.appendToStream(i % 3 === 0 ? `matter-${i}` : `order-${i}`, [noted(`${i}`)]);
    }
    const marks: bigint[] = [];
    const filter = streamNameFilter({
      prefixes: ['matter-'],
      maxSearchWindow: 5,
      checkpointReached: async (_subscription, { commit }) => void marks.push(commit),
    });
    const subscription = client.subscribeToAll({ fromPosition: START, filter });
    const caughtUp = new Promise<string>((resolve) =>
      subscription.once('caughtUp', () => resolve('caught up')),
    );
    const first = await new Promise<ResolvedEvent[]>((resolve) => {
      const found: ResolvedEvent[] = [];
      subscription.on('data', (event: ResolvedEvent) => {
        found.push(event);
        if (found.length === 11) resolve(found);
      });
      void caughtUp.then(() => client.appendToStream('matter-live', [noted('live')]));
    });
    expect(texts(first)).toEqual([...Array.from({ length: 10 }, (_, i) => `${3 * i}`), 'live']);
    expect(marks.length).toBeGreaterThanOrEqual(6);
    expect(marks).toEqual([...marks].sort((one, other) => Number(one - other)));
    await subscription.unsubscribe();

    const tenth = first[9]?.event?.position;
    const regex = streamNameFilter({ regex: '^(matter|order)-(28|live)$' });
    const later = client.subscribeToAll({ fromPosition: tenth, filter: regex });
    expect(texts(await taken(later, 2))).toEqual(['28', 'live']);
  });

  it('hides a deleted stream, which goes on where it was, and ends a tombstoned one', async () => {
    await client.appendToStream('matter-1', [noted('a'), noted('b')]);
    await client.deleteStream('matter-1');
    await expect(taken(client.readStream('matter-1'))).rejects.toBeInstanceOf(StreamNotFoundError);
    expect(texts(await taken(client.readAll()))).toContain('a');
    await client.appendToStream('matter-1', [noted('c')], { expectedRevision: NO_STREAM });
    const [again] = await taken(client.readStream('matter-1'));
    expect(again?.event?.revision).toBe(2n);
    await client.tombstoneStream('matter-1');
    await expect(taken(client.readStream('matter-1'))).rejects.toBeInstanceOf(StreamDeletedError);
    await expect(client.appendToStream('matter-1', [noted('d')])).rejects.toBeInstanceOf(StreamDeletedError);
    server.log.scavenge();
    expect(texts(await taken(client.readAll()))).not.toContain('a');
  });

  it('keeps the metadata of a stream and heeds it', async () => {
    await client.appendToStream(
      'matter-1',
      ['a', 'b', 'c'].map((text) => noted(text)),
    );
    await client.setStreamMetadata('matter-1', { truncateBefore: 1 });
    expect(texts(await taken(client.readStream('matter-1')))).toEqual(['b', 'c']);
    await client.setStreamMetadata('matter-1', { maxCount: 1 });
    expect(texts(await taken(client.readStream('matter-1')))).toEqual(['c']);
    expect((await client.getStreamMetadata('matter-1')).metadata).toEqual({ maxCount: 1 });
  });
});

describe('the EventStoreDB test server as a process of its own', () => {
  const folder = mkdtempSync(join(tmpdir(), 'esdb-server-'));
  const processes: ChildProcess[] = [];
  afterEach(() => {
    for (const child of processes.splice(0)) child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  async function run(at = '0,0'): Promise<{ child: ChildProcess; ports: number[]; control: number }> {
    const script = join(import.meta.dirname, '../support/esdb-server/main.ts');
    const file = join(folder, 'log');
    const child = spawn(process.execPath, ['--import', 'tsx', script, '--ports', at, '--file', file], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    processes.push(child);
    for await (const line of child.stdout) {
      const said: unknown = JSON.parse(String(line));
      if (typeof said !== 'object' || said === null || !('ports' in said) || !('control' in said)) break;
      if (Array.isArray(said.ports))
        return { child, ports: said.ports.map(Number), control: Number(said.control) };
    }
    throw new Error('the server did not start');
  }

  it('misbehaves on command, and has kept what it answered for when it was killed', async () => {
    const first = await run();
    const at = first.ports.map((port) => `127.0.0.1:${port}`).join(',');
    const store = new EventStoreDbStore(`esdb://${at}?tls=false&nodePreference=leader&defaultDeadline=500`, {
      total: 20_000,
    });
    const command = (name: string, body = ''): Promise<Response> =>
      fetch(`http://127.0.0.1:${first.control}/${name}`, { method: 'POST', body });
    const [stream, events] = [newStream(), [note('ett'), note('två')]];
    const appended = await store.append(stream, events, 'none');
    await command('elect');
    expect(await store.append(stream, events, 'none')).toEqual(appended);
    await command('unrest', '7');
    for (let revision = 1; revision < 40; revision += 1)
      expect(await store.append(stream, [note(`rad ${revision}`)], revision)).toMatchObject({
        revision: revision + 1,
      });
    const befallen: unknown = await (await command('rest')).json();
    expect(Object.keys(befallen ?? {}).length).toBeGreaterThan(1);
    expect((await command('nonsense')).status).toBe(404);
    first.child.kill('SIGKILL');
    await run(first.ports.join(','));
    expect(await store.append(stream, events, 'none')).toEqual(appended);
    expect(await store.append(stream, [note('sist')], 40)).toMatchObject({ revision: 41 });
    expect(await store.read(stream)).toHaveLength(42);
    await store.close();
  });
});
