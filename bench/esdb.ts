import { join } from 'node:path';
import {
  EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  type JSONType,
  NO_STREAM,
  START,
} from '@eventstore/db-client';
import { toStored } from '../src/event-store/codec.js';
import { WrongExpectedRevision } from '../src/event-store/event-store.js';
import { EventStoreDbStore } from '../src/event-store/eventstoredb.js';
import { Process } from '../test/chaos/program.js';
import { another, type Patterns } from './facts.js';
import { against, type Figure, must, timed } from './figure.js';

const samples = 5;

/** What both do: one event onto a stream at its revision, and a stream read to its end. */
interface Side {
  append(stream: `assignment-${string}`, nth: number): Promise<void>;
  /** How many events the stream has, each at its place. */
  read(stream: `assignment-${string}`): Promise<number>;
}

const oursOn = (store: EventStoreDbStore, from: Patterns): Side => ({
  append: async (stream, nth) => {
    await store.append(stream, [another(from, nth)], nth === 0 ? 'none' : nth - 1);
  },
  read: async (stream) => {
    const events = await store.read(stream);
    must(
      events.every(({ revision }, i) => revision === i),
      'revisions are dense',
    );
    return events.length;
  },
});

const bareOn = (client: EventStoreDBClient, from: Patterns): Side => ({
  append: async (stream, nth) => {
    const { id, type, data, metadata } = toStored(another(from, nth));
    const event = jsonEvent({ id, type, data: data as JSONType, metadata: metadata as JSONType });
    await client.appendToStream(stream, [event], {
      expectedRevision: nth === 0 ? NO_STREAM : BigInt(nth - 1),
    });
  },
  read: async (stream) => {
    let count = 0;
    for await (const { event } of client.readStream(stream, { direction: FORWARDS, fromRevision: START }))
      if (event) count += 1;
    return count;
  },
});

/** Operations per second of so many writers, each on a stream of its own. */
async function appends(side: Side, label: string, writers: number, count: number): Promise<number> {
  const each = Math.ceil(count / writers);
  const ms = await timed(() =>
    Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let nth = 0; nth < each; nth += 1)
          await side.append(`assignment-${label}-${writer.toString()}`, nth);
      }),
    ),
  );
  for (let writer = 0; writer < writers; writer += 1)
    must((await side.read(`assignment-${label}-${writer.toString()}`)) === each, 'every event is there');
  return ((each * writers) / ms) * 1_000;
}

async function reads(side: Side, stream: `assignment-${string}`, count: number): Promise<number> {
  const ms = await timed(async () => {
    for (let i = 0; i < count; i += 1) must((await side.read(stream)) === 5, 'five events');
  });
  return (count / ms) * 1_000;
}

/** The adapter against the client as it comes, on one server on EventStoreDB's wire in a process of its own. */
export async function esdbFigures(from: Patterns, count: number): Promise<Figure[]> {
  const server = new Process(
    ['--import', 'tsx', join(import.meta.dirname, '../test/support/esdb-server/main.ts')],
    {},
  );
  const said = (await server.says('ports'))?.['ports'];
  if (!Array.isArray(said)) throw new Error(`the test server does not start: ${server.lastWords}`);
  const address = `esdb://127.0.0.1:${String(said[0])}?tls=false`;
  const store = new EventStoreDbStore(address);
  const client = EventStoreDBClient.connectionString(address);
  try {
    const [ours, bare] = [oursOn(store, from), bareOn(client, from)];
    const rates = { one: [NaN], oneBare: [NaN], many: [NaN], manyBare: [NaN], read: [NaN], readBare: [NaN] };
    for (let nth = 0; nth < 5; nth += 1) await ours.append('assignment-read', nth);
    for (let sample = -1; sample < samples; sample += 1) {
      const label = (who: string): string => `${who}${sample.toString()}`;
      const found = {
        oneBare: await appends(bare, label('b1'), 1, count),
        one: await appends(ours, label('o1'), 1, count),
        manyBare: await appends(bare, label('b16'), 16, count * 2),
        many: await appends(ours, label('o16'), 16, count * 2),
        readBare: await reads(bare, 'assignment-read', count),
        read: await reads(ours, 'assignment-read', count),
      };
      if (sample < 0) continue;
      for (const name of ['one', 'oneBare', 'many', 'manyBare', 'read', 'readBare'] as const)
        rates[name][sample] = found[name];
    }
    const late = await store
      .append('assignment-read', [another(from, 0)], 0)
      .catch((error: unknown) => error);
    must(late instanceof WrongExpectedRevision, 'a conflict is refused');
    const goal = { atLeast: 0.85 };
    return [
      against('EventStoreDB append, one waiting writer', 'events/s', rates.one, rates.oneBare, goal),
      against('EventStoreDB append, 16 in flight', 'events/s', rates.many, rates.manyBare, goal),
      against('EventStoreDB read of a 5-event stream', 'reads/s', rates.read, rates.readBare, goal),
    ];
  } finally {
    await client.dispose();
    await store.close();
    await server.kill();
  }
}
