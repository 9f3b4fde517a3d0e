import { beforeEach, describe, expect, it } from '@jest/globals';
import { InMemoryEventStore } from '../../src/event-store/in-memory.js';
import { WrongExpectedRevision } from '../../src/event-store/event-store.js';
import { OverlayStore } from '../../src/event-store/overlay.js';
import { newStream, note, refusal } from './contract.js';

const texts = (events: readonly { readonly data: object }[]): unknown[] =>
  events.map(({ data }) => ('note' in data ? data.note : undefined));

describe('an overlay', () => {
  const stream = newStream();
  let below: InMemoryEventStore;
  let overlay: OverlayStore;

  beforeEach(async () => {
    below = new InMemoryEventStore();
    await below.append(stream, [note('under')], 'none');
    overlay = new OverlayStore(below);
  });

  it('shows the log below and what was appended over it, and leaves the log below alone', async () => {
    expect(await overlay.append(stream, [note('över')], 0)).toEqual({ revision: 1, position: '2' });
    expect(texts(await overlay.read(stream))).toEqual(['under', 'över']);
    expect((await overlay.read(stream)).map(({ revision }) => revision)).toEqual([0, 1]);
    expect(texts(await below.read(stream))).toEqual(['under']);
    expect(await overlay.head()).toBe('1');
  });

  it('is in conflict where a store would be', async () => {
    for (const expected of ['none', 3] as const) {
      const error = await refusal(overlay.append(stream, [note('x')], expected));
      expect(error).toBeInstanceOf(WrongExpectedRevision);
      expect(error).toMatchObject({ current: 0 });
    }
    expect(await refusal(overlay.append(stream, [], 'any'))).toBeInstanceOf(RangeError);
    expect(overlay.steps).toEqual([]);
  });

  it('answers with the place of events that already stand there', async () => {
    const again = note('samma');
    await overlay.append(stream, [again], 0);
    expect(await overlay.append(stream, [again], 0)).toEqual({ revision: 1, position: '2' });
    expect(overlay.steps).toHaveLength(1);
  });

  it('knows what to do to the log below to make it the same', async () => {
    const other = newStream();
    await overlay.append(other, [note('a')], 'none');
    await overlay.append(stream, [note('b')], 'any');
    await overlay.erase(stream);
    await overlay.erase(newStream());
    expect(await overlay.read(stream)).toEqual([]);
    expect(overlay.steps.map((step) => [step.kind, step.stream])).toEqual([
      ['append', other],
      ['append', stream],
      ['erase', stream],
    ]);
    for (const step of overlay.steps)
      if (step.kind === 'append') await below.append(step.stream, step.events, step.expected);
      else await below.erase(step.stream);
    expect(texts(await below.read(other))).toEqual(['a']);
    expect(await below.read(stream)).toEqual([]);
  });
});
