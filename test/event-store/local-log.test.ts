import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import type { Recorded } from '../../src/domain/events.js';
import {
  CorruptLog,
  LogLocked,
  StoreFull,
  StoreUnavailable,
  WrongExpectedRevision,
} from '../../src/event-store/event-store.js';
import type { Write } from '../../src/event-store/local-log.js';
import { fact, newStream, note } from './contract.js';
import { logFolder, many, notes, positions } from './log-folder.js';
import { samples } from './samples.js';

const logs = logFolder();

describe('append to the local log', () => {
  it('lets one write fail without hindering the others, and numbers what is written densely', () => {
    const log = logs.open();
    const [one, two, three] = [newStream(), newStream(), newStream()];
    const answers = log.append([
      { stream: one, events: many(2), expected: 'none' },
      { stream: two, events: many(1), expected: 7 },
      { stream: one, events: many(1), expected: 'none' },
      { stream: one, events: many(1, 'efter'), expected: 1 },
      { stream: three, events: many(2), expected: 'any' },
    ]);
    expect(answers).toEqual([
      { revision: 1, position: '2' },
      new WrongExpectedRevision(two, 7, 'none'),
      new WrongExpectedRevision(one, 'none', 1),
      { revision: 2, position: '3' },
      { revision: 1, position: '5' },
    ]);
    expect(positions(log.after(null, 10))).toEqual(['1', '2', '3', '4', '5']);
    expect(log.count()).toBe(5);
  });

  it('answers what is sent twice in one batch with the same place', () => {
    const log = logs.open();
    const stream = newStream();
    const events = many(2);
    for (const expected of ['none', 'any'] as const) {
      const write = { stream, events, expected };
      expect(log.append([write, write])).toEqual([
        { revision: 1, position: '2' },
        { revision: 1, position: '2' },
      ]);
    }
    expect(log.count()).toBe(2);
  });

  it.each([1, 2])(
    'refuses a write whose event stands in another stream, with %i others in the batch',
    (others) => {
      const log = logs.open();
      const known = note('en gång');
      log.append([{ stream: newStream(), events: [known], expected: 'none' }]);
      const elsewhere = newStream();
      const rest = Array.from({ length: others }, () => ({
        stream: newStream(),
        events: many(2),
        expected: 'none' as const,
      }));
      const answers = log.append([
        { stream: elsewhere, events: [note('före'), known], expected: 'none' },
        ...rest,
      ]);
      expect(answers[0]).toEqual(new WrongExpectedRevision(elsewhere, 'none', 'none'));
      expect(answers.slice(1).map((answer) => answer instanceof Error)).toEqual(rest.map(() => false));
      expect(log.stream(elsewhere)).toEqual([]);
      expect(positions(log.after(null, 99))).toEqual(
        Array.from({ length: 1 + 2 * others }, (_, i) => String(i + 1)),
      );
    },
  );

  it('refuses an event that stands twice in one write', () => {
    const log = logs.open();
    const twice = note('dubbelt');
    const [answer] = log.append([{ stream: newStream(), events: [twice, twice], expected: 'none' }]);
    expect(answer).toBeInstanceOf(WrongExpectedRevision);
    expect(log.head()).toBeNull();
  });

  it('takes no name of more than one line', () => {
    const log = logs.open();
    const long: Write[] = [
      { stream: 'assignment-1\n2', events: many(1), expected: 'none' },
      { stream: 'assignment-1', events: [fact(samples.MatterClosed, { id: 'a\nb' })], expected: 'none' },
    ];
    for (const write of long) expect(() => log.append([write])).toThrow(RangeError);
    expect(log.count()).toBe(0);
  });

  it('appends several streams or none', () => {
    const log = logs.open();
    const [one, two] = [newStream(), newStream()];
    const writes = [
      { stream: one, events: many(2), expected: 'none' as const },
      { stream: two, events: many(1), expected: 'none' as const },
    ];
    expect(() => log.appendAll([...writes, { stream: one, events: many(1), expected: 0 }])).toThrow(
      WrongExpectedRevision,
    );
    expect(() =>
      log.appendAll([...writes, { stream: two, events: writes[0]?.events ?? [], expected: 0 }]),
    ).toThrow(WrongExpectedRevision);
    expect(log.count()).toBe(0);
    const answers = [
      { revision: 1, position: '2' },
      { revision: 0, position: '3' },
    ];
    expect(log.appendAll(writes)).toEqual(answers);
    expect(log.appendAll(writes)).toEqual(answers);
    expect(log.count()).toBe(3);
  });
});

describe('reading the local log', () => {
  it('goes on after a position until nothing is left', () => {
    const log = logs.open();
    log.append(
      Array.from({ length: 25 }, () => ({ stream: newStream(), events: many(10), expected: 'none' })),
    );
    const found: string[] = [];
    for (let batch = log.after(null, 60); batch.length > 0; batch = log.after(found.at(-1) ?? null, 60)) {
      expect(batch.length).toBeLessThanOrEqual(60);
      found.push(...positions(batch));
    }
    expect(found).toEqual(Array.from({ length: 250 }, (_, i) => String(i + 1)));
    expect(log.after('250', 60)).toEqual([]);
    expect(log.after('9999', 60)).toEqual([]);
    expect(() => log.after('x', 60)).toThrow(RangeError);
  });

  it('gives less than asked for when the events are large, never nothing', () => {
    const log = logs.open();
    const large = 'x'.repeat(100 * 1024);
    log.append([
      { stream: newStream(), events: Array.from({ length: 130 }, () => note(large)), expected: 'none' },
    ]);
    const batch = log.after(null, 1_000);
    expect(batch).toHaveLength(100);
    expect(log.after('100', 1_000)).toHaveLength(30);
  });

  it('passes over long runs of erased events', () => {
    const log = logs.open();
    const [person, other] = [newStream('person'), newStream()];
    log.append([
      { stream: person, events: many(250), expected: 'none' },
      { stream: other, events: many(1, 'kvar'), expected: 'none' },
      { stream: person, events: many(250, 'mer'), expected: 249 },
    ]);
    log.eraseStream(person);
    expect(notes(log.after(null, 10))).toEqual(['kvar 0']);
    expect(log.after('251', 10)).toEqual([]);
    expect([log.head(), log.count()]).toEqual(['251', 1]);
  });

  it('finds streams, several streams in order of position, and the events of a command', () => {
    const log = logs.open();
    const [one, two, three] = [newStream(), newStream('meeting'), newStream()];
    const command = { key: 'nyckel å', digest: 'sha256:1' };
    const keyed = fact(samples.AssignmentReopened, { command });
    log.append([
      { stream: one, events: many(1, 'ett'), expected: 'none' },
      { stream: two, events: [fact(samples.MeetingHeld, { command }), keyed], expected: 'none' },
      { stream: three, events: many(1, 'tre'), expected: 'none' },
      { stream: one, events: many(1, 'fyra'), expected: 0 },
    ]);
    expect(notes(log.stream(one))).toEqual(['ett 0', 'fyra 0']);
    expect(positions(log.streams([three, one, 'assignment-none']))).toEqual(['1', '4', '5']);
    expect(log.streams([])).toEqual([]);
    expect(positions(log.byCommandKey('nyckel å'))).toEqual(['2', '3']);
    expect(log.byCommandKey('nyckel')).toEqual([]);
    log.eraseStream(two);
    expect(log.byCommandKey('nyckel å')).toEqual([]);
  });

  it('can be done beside the writer, but not written', () => {
    const log = logs.open();
    log.append([{ stream: newStream(), events: many(1), expected: 'none' }]);
    const reader = logs.open('readonly');
    const stream = newStream();
    log.append([{ stream, events: many(2), expected: 'none' }]);
    expect(notes(reader.stream(stream))).toEqual(['nr 0', 'nr 1']);
    expect([reader.head(), reader.count()]).toEqual(['3', 3]);
    expect(() => reader.append([{ stream, events: many(1), expected: 'any' }])).toThrow(/open as readonly/);
    expect(() => reader.eraseStream(stream)).toThrow(/open as readonly/);
    reader.close();
    expect(() => reader.head()).toThrow(StoreUnavailable);
    expect(() => logs.open('readonly', join(logs.folder, 'other.sqlite'))).toThrow(StoreUnavailable);
  });
});

describe('a copy of a log elsewhere', () => {
  const origin = (): Recorded[] => {
    const log = logs.open('authority', ':memory:');
    log.append([{ stream: 'assignment-1', events: many(3), expected: 'none' }]);
    return log.after(null, 10).map((event, i) => ({ ...event, position: String(4711 * (i + 1)) }));
  };

  it('keeps the positions it is given and takes everything once', () => {
    const events = origin();
    const copy = logs.open('copy');
    copy.copyIn(events.slice(0, 2));
    copy.copyIn(events);
    copy.copyIn([]);
    expect(copy.after(null, 10)).toEqual(events);
    expect(copy.after('4711', 10)).toEqual(events.slice(1));
    expect([copy.head(), copy.count()]).toEqual([String(3 * 4711), 3]);
    copy.close();
    expect(logs.open('copy').stream('assignment-1')).toEqual(events);
  });

  it('takes nothing of a batch that does not fit what it has', () => {
    const [one, two, three] = origin();
    if (!one || !two || !three) throw new Error('no events');
    const copy = logs.open('copy');
    copy.copyIn([one]);
    const wrong: Recorded[] = [
      { ...three, position: one.position },
      { ...three, revision: one.revision },
      { ...one, position: three.position },
      { ...three, position: String(2 ** 53) },
      { ...three, position: 'x' },
    ];
    for (const event of wrong) expect(() => copy.copyIn([two, event])).toThrow(CorruptLog);
    expect(copy.after(null, 10)).toEqual([one]);
  });

  it('erases like a log of its own', () => {
    const copy = logs.open('copy');
    const events = origin();
    copy.copyIn(events);
    copy.eraseStream('assignment-1');
    expect([copy.after(null, 10), copy.head(), copy.count()]).toEqual([[], null, 0]);
    copy.copyIn(events);
    expect(copy.count()).toBe(0);
  });

  it('is not appended to, nor taken for a log of its own', () => {
    const copy = logs.open('copy');
    expect(() => copy.append([{ stream: 'assignment-1', events: many(1), expected: 'any' }])).toThrow(
      /as copy/,
    );
    copy.close();
    expect(() => logs.open('authority')).toThrow(CorruptLog);
    const own = logs.open('authority', join(logs.folder, 'own.sqlite'));
    expect(() => own.copyIn([])).toThrow(/as authority/);
    own.close();
    expect(() => logs.open('copy', join(logs.folder, 'own.sqlite'))).toThrow(/a log of its own/);
  });
});

describe('erasing', () => {
  const traces = (words: string): string[] =>
    readdirSync(logs.folder).filter((name) => readFileSync(join(logs.folder, name)).includes(words));

  it('leaves no byte of the content in the file or beside it', () => {
    const log = logs.open();
    const people = Array.from({ length: 40 }, (_, i) => ({
      stream: newStream('person'),
      name: `Åke Ström nr ${i}, Östersele`,
    }));
    for (const { stream, name } of people) {
      const source = { document: 'd', quote: `sade ${name}` };
      const details = { type: 'PersonRegistered', data: { name, language: 'sv' } } as const;
      const letter = note(`${name}: ${'mycket långt brev '.repeat(900)}`);
      log.append([
        {
          stream,
          events: [fact(details, { source, command: { key: name, digest: 'd' } })],
          expected: 'none',
        },
        { stream: newStream(), events: many(2, 'ärende'), expected: 'none' },
        { stream, events: [letter, note(`slut ${name}`)], expected: 0 },
      ]);
    }
    expect(traces('Åke Ström nr 7, Östersele')).not.toEqual([]);
    const before = positions(log.after(null, 1_000));
    const order = [...people.keys()].sort((a, b) => ((a * 17) % 40) - ((b * 17) % 40));
    for (const i of order) {
      const { stream, name } = people[i] ?? { stream: '', name: '' };
      log.eraseStream(stream);
      expect(traces(name)).toEqual([]);
      expect(log.stream(stream)).toEqual([]);
    }
    expect(traces('Åke Ström')).toEqual([]);
    expect(traces('långt brev')).toEqual([]);
    expect(before.length - log.count()).toBe(40 * 3);
    expect(log.flaws()).toEqual([]);
    const [next] = log.append([{ stream: newStream(), events: many(1), expected: 'none' }]);
    expect(next).toEqual({ revision: 0, position: String(40 * 5 + 1) });
    log.close();
    expect(traces('Åke Ström')).toEqual([]);
    expect(logs.open().count()).toBe(81);
  });

  it('says when a reader keeps traces alive, and completes when done again', () => {
    const log = logs.open();
    const stream = newStream('person');
    log.append([{ stream, events: [note('Åke Ström')], expected: 'none' }]);
    const reader = new Database(logs.file);
    reader.exec('BEGIN; SELECT count(*) FROM event');
    expect(() => log.eraseStream(stream)).toThrow(StoreUnavailable);
    expect(log.stream(stream)).toEqual([]);
    expect(traces('Åke Ström')).not.toEqual([]);
    reader.exec('COMMIT');
    log.eraseStream(stream);
    expect(traces('Åke Ström')).toEqual([]);
    reader.close();
  });
});

describe('a log file', () => {
  it('is locked against a second writer until it is closed, for copies too', () => {
    for (const mode of ['authority', 'copy'] as const) {
      const path = join(logs.folder, mode);
      const log = logs.open(mode, path);
      expect(() => logs.open(mode, path)).toThrow(LogLocked);
      log.close();
      log.close();
      logs.open(mode, path).close();
    }
  });

  it('goes on where an unfinished creation or a copy made by SQLite left it', () => {
    writeFileSync(logs.file, '');
    const log = logs.open();
    log.append([{ stream: 'assignment-1', events: many(2), expected: 'none' }]);
    const copy = join(logs.folder, 'backup.sqlite');
    const reader = new Database(logs.file);
    reader.exec(`VACUUM INTO '${copy}'`);
    reader.close();
    const restored = logs.open('authority', copy);
    expect(restored.after(null, 10)).toEqual(log.after(null, 10));
    expect(restored.append([{ stream: 'assignment-1', events: many(1), expected: 1 }])).toEqual([
      { revision: 2, position: '3' },
    ]);
  });

  it('is made with its folder', () => {
    logs.open('authority', join(logs.folder, 'a', 'b', 'log.sqlite')).close();
    expect(readdirSync(join(logs.folder, 'a', 'b'))).toContain('log.sqlite');
  });

  const mayMount = process.getuid?.() === 0 && process.platform === 'linux';
  (mayMount ? it : it.skip)(
    'on a full disk takes nothing more, is read as before, and goes on when there is room',
    () => {
      const disk = join(logs.folder, 'disk');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk]);
      try {
        const log = logs.open('authority', join(disk, 'log.sqlite'));
        const stream = newStream();
        let written = 0;
        const append = (count: number): void => {
          const [answer] = log.append([
            { stream, events: many(count, randomUUID()), expected: written === 0 ? 'none' : written - 1 },
          ]);
          if (answer instanceof Error) throw answer;
          written += count;
        };
        const ballast = join(disk, 'ballast');
        writeFileSync(ballast, Buffer.alloc(128 * 1024));
        for (const count of [1, 7, 1]) {
          expect(() => {
            for (;;) append(count);
          }).toThrow(StoreFull);
          expect(log.stream(stream)).toHaveLength(written);
        }
        log.close();
        const again = logs.open('authority', join(disk, 'log.sqlite'));
        expect(again.count()).toBe(written);
        rmSync(ballast);
        const [next] = again.append([{ stream, events: many(1), expected: written - 1 }]);
        expect(next).toEqual({ revision: written, position: String(written + 1) });
        again.close();
      } finally {
        logs.closeAll();
        execFileSync('umount', ['-l', disk]);
      }
    },
  );
});
