import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  comparePositions,
  type DomainEvent,
  type Recorded,
  type StreamKind,
  type StreamName,
  streamOf,
} from '../../src/domain/events.js';
import {
  type Appended,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  WrongExpectedRevision,
} from '../../src/event-store/event-store.js';
import { samples } from './samples.js';

/** A store under test. `reopen` closes it and opens another over the same data; left out where nothing outlives it. */
export interface StoreUnderTest {
  readonly store: EventStore;
  readonly reopen?: () => Promise<EventStore>;
  /** Closes the store (the newest, after `reopen`) and whatever served it. */
  readonly close: () => Promise<void>;
}

/** A fact on its way into a log, with a fresh id and invented circumstances. */
export function fact(event: DomainEvent, circumstances: Partial<NewEvent> = {}): NewEvent {
  return {
    occurred: '2026-03-19',
    statedAt: '2026-03-19',
    recordedAt: '2026-03-20T08:15:30.123Z',
    actor: { id: 'u-9', role: 'secretary' },
    correlationId: 'corr-1',
    causationId: 'cause-1',
    ...circumstances,
    ...event,
    id: circumstances.id ?? randomUUID(),
  };
}

/** A fact told apart by its text. */
export const note = (text: string): NewEvent =>
  fact({ type: 'AssignmentAcknowledged', data: { note: text } });

const notes = (count: number, label = 'fakta'): NewEvent[] =>
  Array.from({ length: count }, (_, i) => note(`${label} ${i}`));

/** A stream nobody has used. */
export const newStream = (kind: StreamKind = 'assignment'): StreamName => streamOf(kind, randomUUID());

const ids = (events: readonly { readonly id: string }[]): string[] => events.map((event) => event.id);

/** The error a promise is rejected with; fails if it is not. */
export async function refusal(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('was not refused');
}

async function conflict(promise: Promise<unknown>): Promise<WrongExpectedRevision> {
  const error = await refusal(promise);
  if (error instanceof WrongExpectedRevision) return error;
  throw error;
}

/**
 * Follows until `count` events of the given streams have come, or `stop` aborts. Other streams are passed over, so that
 * the suite also runs on a server that others use.
 */
export async function followed(
  store: EventStore,
  after: string | null,
  streams: readonly StreamName[],
  count: number,
  onEvent: (event: Recorded, soFar: number) => Promise<void> | void = () => undefined,
): Promise<Recorded[]> {
  const stop = new AbortController();
  const found: Recorded[] = [];
  for await (const batch of store.follow(after, stop.signal)) {
    expect(batch.length).toBeGreaterThan(0);
    for (const event of batch) {
      if (!streams.includes(event.stream)) continue;
      found.push(event);
      await onEvent(event, found.length);
    }
    if (found.length >= count) stop.abort();
  }
  return found;
}

const increasing = (events: readonly Recorded[]): boolean =>
  events.every((event, i) => i === 0 || comparePositions(events[i - 1]?.position ?? '', event.position) < 0);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What every event store must do. `open` gives a store for one test; it may hold streams of others. */
export function describeEventStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the contract of the event store`, () => {
    let opened: StoreUnderTest;
    let store: EventStore;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(async () => opened.close());

    const grown = async (
      count: number,
    ): Promise<{ stream: StreamName; events: NewEvent[]; last: Appended }> => {
      const stream = newStream();
      const events = notes(count);
      return { stream, events, last: await store.append(stream, events, 'none') };
    };

    describe('append', () => {
      it('answers revision 0 for the first event of a new stream', async () => {
        const stream = newStream();
        const appended = await store.append(stream, [note('först')], 'none');
        expect(appended.revision).toBe(0);
        expect(appended.position).toMatch(/^\d+$/);
      });

      it('numbers the events of a stream densely over several appends', async () => {
        const stream = newStream();
        expect((await store.append(stream, notes(3), 'none')).revision).toBe(2);
        expect((await store.append(stream, notes(1), 2)).revision).toBe(3);
        expect((await store.append(stream, notes(2), 'any')).revision).toBe(5);
        const read = await store.read(stream);
        expect(read.map((event) => event.revision)).toEqual([0, 1, 2, 3, 4, 5]);
        expect(increasing(read)).toBe(true);
      });

      it('answers the position its last event has', async () => {
        const stream = newStream();
        const first = await store.append(stream, notes(3), 'none');
        const second = await store.append(stream, notes(2), 2);
        const read = await store.read(stream);
        expect([read[2]?.position, read[4]?.position]).toEqual([first.position, second.position]);
      });

      it('refuses an append of nothing', async () => {
        expect(await refusal(store.append(newStream(), [], 'any'))).toBeInstanceOf(RangeError);
      });

      const wrong: [string, number, ExpectedRevision, number | 'none'][] = [
        ['none on a stream that exists', 3, 'none', 2],
        ['a revision that has passed', 3, 1, 2],
        ['a revision that has not come', 3, 3, 2],
        ['a revision far ahead', 3, 4711, 2],
        ['revision 0 of a stream that does not exist', 0, 0, 'none'],
      ];
      it.each(wrong)('refuses %s and says where the stream is', async (_what, length, expected, current) => {
        const stream = newStream();
        const before = notes(length);
        if (length > 0) await store.append(stream, before, 'none');
        const error = await conflict(store.append(stream, notes(2, 'sen'), expected));
        expect([error.stream, error.expected, error.current]).toEqual([stream, expected, current]);
        expect(ids(await store.read(stream))).toEqual(ids(before));
      });

      it('appends any to a stream that does not exist', async () => {
        const stream = newStream();
        expect((await store.append(stream, notes(2), 'any')).revision).toBe(1);
      });

      it('lets one of 16 writers win each revision', async () => {
        const { stream } = await grown(1);
        for (let round = 0; round < 5; round++) {
          const outcomes = await Promise.allSettled(
            Array.from({ length: 16 }, (_, writer) =>
              store.append(stream, [note(`${round}/${writer}`)], round),
            ),
          );
          const won = outcomes.flatMap((o) => (o.status === 'fulfilled' ? [o.value.revision] : []));
          const lost = outcomes.flatMap((o) => (o.status === 'rejected' ? [o.reason as unknown] : []));
          expect(won).toEqual([round + 1]);
          expect(lost.map((e) => (e instanceof WrongExpectedRevision ? e.current : e))).toEqual(
            Array.from({ length: 15 }, () => round + 1),
          );
        }
        expect((await store.read(stream)).map((event) => event.revision)).toEqual([0, 1, 2, 3, 4, 5]);
      });

      it('keeps concurrent appends to different streams whole', async () => {
        const streams = Array.from({ length: 20 }, () => newStream());
        const appended = await Promise.all(streams.map((stream) => store.append(stream, notes(3), 'none')));
        expect(appended.map((a) => a.revision)).toEqual(streams.map(() => 2));
        expect(new Set(appended.map((a) => a.position)).size).toBe(20);
        const read = await Promise.all(streams.map((stream) => store.read(stream)));
        expect(read.map((events) => events.length)).toEqual(streams.map(() => 3));
        expect(read.map((events) => events.at(-1)?.position)).toEqual(appended.map((a) => a.position));
      });
    });

    describe('a repeated append', () => {
      it.each<[ExpectedRevision, number]>([
        ['none', 0],
        [1, 2],
        ['any', 2],
      ])('expecting %s gets the first answer and writes nothing', async (expected, before) => {
        const stream = newStream();
        if (before > 0) await store.append(stream, notes(before), 'none');
        const events = notes(2, 'igen');
        const first = await store.append(stream, events, expected);
        expect(await store.append(stream, events, expected)).toEqual(first);
        expect(await store.append(stream, [...events], expected)).toEqual(first);
        expect(await store.read(stream)).toHaveLength(before + 2);
      });

      it.each<ExpectedRevision>(['none', 'any'])(
        'expecting %s gets the first answer also when others have appended since',
        async (expected) => {
          const stream = newStream();
          const events = notes(2, 'igen');
          const first = await store.append(stream, events, expected);
          await store.append(stream, notes(2, 'annan'), 1);
          expect(await store.append(stream, events, expected)).toEqual(first);
          expect(await store.read(stream)).toHaveLength(4);
        },
      );

      it('sent twice at the same time is written once', async () => {
        const stream = newStream();
        const events = notes(2, 'samtidigt');
        const [a, b] = await Promise.all([
          store.append(stream, events, 'none'),
          store.append(stream, events, 'none'),
        ]);
        expect(a).toEqual(b);
        expect(await store.read(stream)).toHaveLength(2);
      });

      it.each<ExpectedRevision>(['none', 'any'])(
        'expecting %s is refused when it differs in part',
        async (expected) => {
          const stream = newStream();
          const events = notes(2);
          await store.append(stream, events, 'none');
          const [kept] = events;
          if (!kept) throw new Error('no event');
          const error = await conflict(store.append(stream, [kept, note('en annan')], expected));
          expect(error.current).toBe(1);
          const longer = await conflict(store.append(stream, [...events, note('en till')], expected));
          expect(longer.current).toBe(1);
          expect(ids(await store.read(stream))).toEqual(ids(events));
        },
      );
    });

    describe('read', () => {
      it('is empty for a stream that does not exist', async () => {
        expect(await store.read(newStream())).toEqual([]);
      });

      it('gives back every type of event as it was written', async () => {
        const stream = newStream();
        const events = Object.values(samples).map((sample) =>
          fact(sample, {
            effectiveFrom: '2026-07-01',
            command: { key: `nyckel-${sample.type}`, digest: 'sha256:0f' },
            source: { document: 'dok-1', quote: 'senast i juni', span: [4, 17] },
          }),
        );
        await store.append(stream, events, 'none');
        const read = await store.read(stream);
        expect(read).toEqual(
          events.map((event, i) => ({ ...event, stream, revision: i, position: read[i]?.position })),
        );
      });

      it('keeps what is left out left out, and what is not known null', async () => {
        const stream = newStream();
        const bare = fact({ type: 'MatterClosed', data: {} }, { occurred: null });
        await store.append(stream, [bare], 'none');
        const [read] = await store.read(stream);
        expect(read).toEqual({ ...bare, stream, revision: 0, position: read?.position });
        expect(read?.occurred).toBeNull();
      });

      it.each([
        ['Swedish', 'Återrapportering från Åsmark, Östersele och Älvdalarna – é ü ß'],
        ['emoji and joined characters', '👩🏽‍⚖️ 🇸🇪 a\u0308 \u200d\u2028\u2029'],
        ['control characters', 'rad 1\r\nrad 2\ttabb \u0000 noll \u001f "citat" \\ slut'],
        ['text that looks like JSON or SQL', `{"type":"x"}'); DROP TABLE events; --`],
        ['right-to-left and CJK', 'שלום עולם 決定ログ'],
        ['the empty text', ''],
      ])('gives back %s', async (_what, text) => {
        const stream = newStream();
        await store.append(stream, [note(text)], 'none');
        const [read] = await store.read(stream);
        expect(read?.data).toEqual({ note: text });
      });

      it('gives back an event of a megabyte', async () => {
        const stream = newStream();
        const text = 'åäö0123456789abc'.repeat(65_536);
        await store.append(stream, [note(text)], 'none');
        const [read] = await store.read(stream);
        expect(read?.data).toEqual({ note: text });
      });

      it('reads a long stream whole and in order', async () => {
        const stream = newStream();
        const events = notes(1_500);
        await store.append(stream, events.slice(0, 800), 'none');
        await store.append(stream, events.slice(800), 799);
        expect(ids(await store.read(stream))).toEqual(ids(events));
      });
    });

    describe('head', () => {
      it('is the position of the last event', async () => {
        const before = await store.head();
        const { last } = await grown(3);
        const head = await store.head();
        expect(head === null ? -1 : comparePositions(head, last.position)).toBeGreaterThanOrEqual(0);
        expect(before === null || comparePositions(before, last.position) < 0).toBe(true);
      });

      it('lies behind everything that follows it', async () => {
        await grown(2);
        const head = await store.head();
        const { stream, events } = await grown(2);
        expect(ids(await followed(store, head, [stream], 2))).toEqual(ids(events));
      });
    });

    describe('follow', () => {
      it('gives all streams in the order they were appended, as read gives them', async () => {
        const [one, two] = [newStream('decision'), newStream('meeting')];
        await store.append(one, notes(2, 'ett'), 'none');
        await store.append(two, notes(1, 'två'), 'none');
        await store.append(one, notes(1, 'tre'), 1);
        const found = await followed(store, null, [one, two], 4);
        expect(found.map((event) => [event.stream, event.revision])).toEqual([
          [one, 0],
          [one, 1],
          [two, 0],
          [one, 2],
        ]);
        expect(increasing(found)).toBe(true);
        expect(found.filter((event) => event.stream === one)).toEqual(await store.read(one));
        expect(found.filter((event) => event.stream === two)).toEqual(await store.read(two));
      });

      it('starts after the position it is given, also between events of one append', async () => {
        const { stream, events } = await grown(5);
        const read = await store.read(stream);
        for (const at of [0, 2, 3]) {
          const found = await followed(store, read[at]?.position ?? null, [stream], 4 - at);
          expect(ids(found)).toEqual(ids(events.slice(at + 1)));
        }
      });

      it('gives events appended after it has caught up, soon', async () => {
        const { stream, events } = await grown(2);
        const live = notes(3, 'nytt');
        const found = await followed(store, null, [stream], 5, async (_event, soFar) => {
          const next = live[soFar - 2];
          if (!next) return;
          await pause(20);
          await store.append(stream, [next], 'any');
        });
        expect(ids(found)).toEqual(ids([...events, ...live]));
      });

      it('misses and doubles nothing while others append', async () => {
        const streams = Array.from({ length: 5 }, () => newStream());
        const start = await store.head();
        const following = followed(store, start, streams, 200);
        for (let i = 0; i < 40; i++) {
          await Promise.all(
            streams.map((stream) => store.append(stream, [note(`${i}`)], i === 0 ? 'none' : i - 1)),
          );
        }
        const found = await following;
        expect(found).toHaveLength(200);
        expect(increasing(found)).toBe(true);
        for (const stream of streams) {
          const own = found.filter((event) => event.stream === stream);
          expect(own.map((event) => event.revision)).toEqual(Array.from({ length: 40 }, (_, i) => i));
        }
      });

      it('lets several readers follow at their own pace', async () => {
        const { stream, events } = await grown(30);
        const slow = followed(store, null, [stream], 31, async () => pause(2));
        const fast = followed(store, null, [stream], 31);
        await pause(10);
        const last = note('sist');
        await store.append(stream, [last], 29);
        expect(ids(await fast)).toEqual(ids([...events, last]));
        expect(ids(await slow)).toEqual(ids([...events, last]));
      });

      it('ends when the signal aborts while it waits', async () => {
        const { last } = await grown(1);
        const stop = new AbortController();
        const following = (async () => {
          let batches = 0;
          for await (const batch of store.follow(last.position, stop.signal)) batches += batch.length;
          return batches;
        })();
        setTimeout(() => stop.abort(), 50);
        await expect(following).resolves.toBeGreaterThanOrEqual(0);
      });

      it('ends at once when the signal has aborted before', async () => {
        await grown(1);
        for await (const _ of store.follow(null, AbortSignal.abort())) throw new Error('gave events');
      });

      it('can be left in the middle', async () => {
        const { stream, events } = await grown(3);
        const stop = new AbortController();
        for await (const batch of store.follow(null, stop.signal)) if (batch.length > 0) break;
        stop.abort();
        expect(ids(await followed(store, null, [stream], 3))).toEqual(ids(events));
      });
    });

    describe('erase', () => {
      it('empties the stream and is passed over by who follows', async () => {
        const person = newStream('person');
        const start = await store.head();
        await store.append(person, [fact(samples.PersonRegistered), fact(samples.PersonUpdated)], 'none');
        const { stream, events } = await grown(2);
        await store.erase(person);
        expect(await store.read(person)).toEqual([]);
        expect(ids(await store.read(stream))).toEqual(ids(events));
        expect(ids(await followed(store, start, [person, stream], 2))).toEqual(ids(events));
      });

      it('twice, or of what never was, is harmless', async () => {
        const person = newStream('person');
        await store.append(person, [fact(samples.PersonRegistered)], 'none');
        await store.erase(person);
        await store.erase(person);
        await store.erase(newStream('person'));
        expect(await store.read(person)).toEqual([]);
      });

      it('leaves the log open for other streams, in order', async () => {
        const person = newStream('person');
        const before = await store.append(person, [fact(samples.PersonRegistered)], 'none');
        await store.erase(person);
        const { stream, events, last } = await grown(2);
        expect(comparePositions(before.position, last.position)).toBeLessThan(0);
        expect(ids(await followed(store, before.position, [person, stream], 2))).toEqual(ids(events));
      });

      it('leaves a head that who follows can reach', async () => {
        const { stream } = await grown(1);
        const person = newStream('person');
        await store.append(person, [fact(samples.PersonRegistered)], 'none');
        await store.erase(person);
        const head = await store.head();
        if (head === null) throw new Error('the log is not empty');
        const stop = new AbortController();
        let reached = '0';
        for await (const batch of store.follow(null, stop.signal)) {
          reached = batch.at(-1)?.position ?? reached;
          if (comparePositions(reached, head) >= 0) stop.abort();
        }
        const [last] = await store.read(stream);
        expect(comparePositions(reached, last?.position ?? '')).toBeGreaterThanOrEqual(0);
      });

      it('lets nothing be appended to the stream any more, not even what stood there', async () => {
        const person = newStream('person');
        const events = [fact(samples.PersonRegistered)];
        await store.append(person, events, 'none');
        await store.erase(person);
        for (const expected of ['none', 'any', 0] satisfies ExpectedRevision[]) {
          await conflict(store.append(person, [fact(samples.PersonUpdated)], expected));
          await store.append(person, events, expected).catch(conflictOnly);
        }
        expect(await store.read(person)).toEqual([]);
      });
    });

    it('keeps everything over a restart', async () => {
      if (!opened.reopen) return;
      const person = newStream('person');
      const { stream, events, last } = await grown(3);
      await store.append(person, [fact(samples.PersonRegistered)], 'none');
      await store.erase(person);
      const head = await store.head();
      const before = await store.read(stream);
      const again = await opened.reopen();
      expect(await again.read(stream)).toEqual(before);
      expect(await again.read(person)).toEqual([]);
      expect(await again.head()).toBe(head);
      expect(await again.append(stream, events, 'none')).toEqual(last);
      expect((await conflict(again.append(stream, notes(1), 1))).current).toBe(2);
      expect((await again.append(stream, notes(1), 2)).revision).toBe(3);
      expect(await followed(again, null, [stream, person], 4)).toEqual(await again.read(stream));
    });
  });
}

function conflictOnly(error: unknown): void {
  if (!(error instanceof WrongExpectedRevision)) throw error;
}
