import { describe, expect, it } from '@jest/globals';
import { KeptStreams } from '../../src/event-store/kept-streams.js';
import { newStream } from './contract.js';
import { logFolder, many } from './log-folder.js';

const logs = logFolder();

describe('streams that were read lately', () => {
  it('give way, the oldest first, when there is no more room', () => {
    const kept = new KeptStreams(100);
    const [one, two, three] = [newStream(), newStream(), newStream()];
    const stream = { events: [], size: 40, whole: true };
    kept.keep(one, stream);
    kept.keep(two, stream);
    kept.keep(one, stream);
    kept.keep(three, stream);
    expect([one, two, three].map((name) => kept.get(name) !== undefined)).toEqual([true, false, true]);
    kept.keep(two, { ...stream, size: 101 });
    expect([one, two, three].some((name) => kept.get(name) !== undefined)).toBe(false);
  });

  it('are the same list until the stream grows, then a list with what was added', () => {
    const log = logs.open();
    const stream = newStream();
    log.append([{ stream, events: many(2), expected: 'none' }]);
    const first = log.stream(stream);
    expect(log.stream(stream)).toBe(first);
    log.append([{ stream: newStream(), events: many(1), expected: 'none' }]);
    expect(log.stream(stream)).toBe(first);
    log.append([{ stream, events: many(2, 'efter'), expected: 1 }]);
    const grown = log.stream(stream);
    expect(first).toHaveLength(2);
    expect(grown.map(({ revision, position }) => [revision, position])).toEqual([
      [0, '1'],
      [1, '2'],
      [2, '4'],
      [3, '5'],
    ]);
    expect(grown).toEqual(logs.open('readonly').stream(stream));
    expect(() => Object.assign(grown, { 0: undefined })).toThrow(TypeError);
  });

  it('hold nothing of a stream that was erased', () => {
    const log = logs.open();
    const stream = 'person-asa' as const;
    log.append([{ stream, events: many(2), expected: 'none' }]);
    expect(log.stream(stream)).toHaveLength(2);
    log.eraseStream(stream);
    expect(log.stream(stream)).toEqual([]);
  });

  it('grow in a copy as it is fed, and are gone when it is emptied', () => {
    const source = logs.open();
    const stream = newStream();
    source.append([{ stream, events: many(3), expected: 'none' }]);
    const copy = logs.open('copy', `${logs.file}-copy`);
    const events = source.after(null, 10);
    copy.copyIn(events.slice(0, 1));
    expect(copy.stream(stream)).toHaveLength(1);
    copy.copyIn(events);
    expect(copy.stream(stream)).toEqual(events);
    copy.clear();
    expect(copy.stream(stream)).toEqual([]);
  });

  it('are not kept by who only reads: another process may write', () => {
    const log = logs.open();
    const stream = newStream();
    log.append([{ stream, events: many(1), expected: 'none' }]);
    const reader = logs.open('readonly');
    expect(reader.stream(stream)).toHaveLength(1);
    log.append([{ stream, events: many(1, 'efter'), expected: 0 }]);
    expect(reader.stream(stream)).toHaveLength(2);
  });
});
