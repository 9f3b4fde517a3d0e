import { describe, expect, it } from '@jest/globals';
import { InMemoryEventStore } from '../../src/event-store/in-memory.js';
import { StoreUnavailable } from '../../src/event-store/event-store.js';
import { describeEventStore, newStream, note, refusal } from './contract.js';

describeEventStore('the log in memory', async () => {
  const store = new InMemoryEventStore();
  return { store, close: () => store.close() };
});

describe('the log in memory', () => {
  it('is not changed by who changes what they wrote or read', async () => {
    const store = new InMemoryEventStore();
    const stream = newStream();
    const written = note('före');
    await store.append(stream, [written], 'none');
    Object.assign(written.data, { note: 'efter' });
    const [read] = await store.read(stream);
    Object.assign(read?.data ?? {}, { note: 'efter' });
    expect((await store.read(stream))[0]?.data).toEqual({ note: 'före' });
  });

  it('takes no event whose id stands elsewhere', async () => {
    const store = new InMemoryEventStore();
    const event = note('en gång');
    await store.append(newStream(), [event], 'none');
    const other = newStream();
    await expect(store.append(other, [event], 'none')).rejects.toThrow(/at none, not at none/);
    await expect(store.append(other, [event], 'any')).rejects.toThrow(/at none/);
    expect(await store.read(other)).toEqual([]);
  });

  it('answers nobody once closed, and lets who follows go', async () => {
    const store = new InMemoryEventStore();
    const ended = (async () => {
      for await (const _ of store.follow(null, new AbortController().signal)) throw new Error('gave events');
    })();
    await store.close();
    await ended;
    expect(await refusal(store.read('decision-1'))).toBeInstanceOf(StoreUnavailable);
    expect(await refusal(store.append('decision-1', [note('sen')], 'any'))).toBeInstanceOf(StoreUnavailable);
  });
});
