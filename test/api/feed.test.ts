import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import { Feed, type FeedSource } from '../../src/api/feed.js';
import type { Recorded } from '../../src/domain/events.js';

/** A connection whose reader takes nothing until told. */
class SlowReader extends EventEmitter {
  readonly written: string[] = [];
  taking = true;
  destroyed = false;
  writeHead(): void {}
  write(text: string): boolean {
    this.written.push(text);
    return this.taking;
  }
  end(): void {}
  destroy(): void {
    this.destroyed = true;
    this.emit('close');
  }
  take(): void {
    this.taking = true;
    this.emit('drain');
  }
}

const fact = (position: number): Recorded => ({
  type: 'MatterClosed',
  data: {},
  id: `e${position.toString()}`,
  stream: `matter-${position.toString()}`,
  revision: 0,
  position: position.toString(),
  occurred: null,
  statedAt: '2026-01-01',
  recordedAt: '2026-01-01T00:00:00.000Z',
  actor: { id: 'u', role: 'chair' },
  correlationId: 'c',
  causationId: 'c',
});

const changesOf: FeedSource['changesOf'] = (events) => ({
  position: events.at(-1)?.position ?? '',
  changes: events.map(({ position, type }) => ({ kind: 'matter', id: position, body: 'a', type })),
});

function feedOn(log: Recorded[], heartbeat?: number) {
  const reader = new SlowReader();
  const reply = { raw: reader, hijack: () => {}, getHeaders: () => ({}) } as unknown as FastifyReply;
  const ended = { count: 0 };
  const source: FeedSource = {
    head: () => log.at(-1)?.position ?? null,
    after: (position) => log.filter((event) => Number(event.position) > Number(position ?? 0)).slice(0, 500),
    readable: () => Promise.resolve(true),
    changesOf,
  };
  const actor = { id: 'u', grants: [{ body: 'a', role: 'reader' as const }] };
  const feed = new Feed(actor, reply, source, () => (ended.count += 1), heartbeat);
  const tell = (...positions: number[]) => {
    const events = positions.map(fact);
    log.push(...events);
    const changes = changesOf(events);
    if (changes) feed.tell(changes);
  };
  const told = () =>
    reader.written.flatMap((text) => {
      const [, data] = /^data: (.*)$/m.exec(text) ?? [];
      return data === undefined || !data.includes('changes')
        ? []
        : (JSON.parse(data) as { changes: { id: string }[] }).changes.map(({ id }) => Number(id));
    });
  return { reader, feed, tell, told, ended };
}

describe('a feed to a reader that is slow', () => {
  it('holds one message, and reads the rest from the log when that is taken', async () => {
    const { reader, feed, tell, told, ended } = feedOn([]);
    await feed.begin(undefined);
    reader.taking = false;
    tell(1);
    tell(2);
    tell(3, 4);
    expect(told()).toEqual([1]);
    reader.take();
    await setTimeout(5);
    expect(told()).toEqual([1, 2, 3, 4]);
    tell(5);
    expect(told()).toEqual([1, 2, 3, 4, 5]);
    reader.destroy();
    expect(ended.count).toBe(1);
  });

  it('ends when the message is not taken by the next heartbeat', async () => {
    const { reader, feed, tell, ended } = feedOn([], 20);
    await feed.begin(undefined);
    await setTimeout(50);
    expect(reader.destroyed).toBe(false);
    expect(reader.written.at(-1)).toContain(': ping');
    reader.taking = false;
    tell(1);
    await setTimeout(60);
    expect([reader.destroyed, ended.count]).toEqual([true, 1]);
  });

  it('tells who missed very much to fetch everything again', async () => {
    const log = Array.from({ length: 6_000 }, (_, at) => fact(at + 1));
    const { reader, feed, tell, told } = feedOn(log);
    await feed.begin('10');
    expect(reader.written.filter((text) => text.includes('event: reset'))).toHaveLength(1);
    expect(reader.written.at(-1)).toContain('id: 6000');
    const before = told().length;
    tell(6_001);
    expect(told().slice(before)).toEqual([6_001]);
    reader.destroy();
  });
});
