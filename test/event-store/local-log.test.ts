import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import type { Recorded } from '../../src/domain/events.js';
import { currentShapes } from '../../src/domain/upcast.js';
import {
  CorruptLog,
  LogLocked,
  StoreFull,
  StoreUnavailable,
  WrongExpectedRevision,
} from '../../src/event-store/event-store.js';
import { LocalLog, type LogMode } from '../../src/event-store/local-log.js';
import { fact, newStream, note } from './contract.js';
import { samples } from './samples.js';

let folder: string;
let file: string;
const opened: LocalLog[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
  file = join(folder, 'log.sqlite');
});
afterEach(() => {
  for (const log of opened.splice(0)) log.close();
  rmSync(folder, { recursive: true });
});

function open(mode: LogMode = 'authority', path = file): LocalLog {
  const log = LocalLog.open(path, { mode });
  opened.push(log);
  return log;
}

/** Runs SQL on the closed file, as somebody with other tools could. */
function tamper(...statements: string[]): void {
  const connection = new Database(file);
  for (const sql of statements) connection.exec(sql);
  connection.close();
}

function thrown(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const notes = (log: readonly Recorded[]): unknown[] =>
  log.map((event) => ('note' in event.data ? event.data.note : event.type));
const positions = (log: readonly Recorded[]): string[] => log.map((event) => event.position);
const many = (count: number, label = 'nr'): ReturnType<typeof note>[] =>
  Array.from({ length: count }, (_, i) => note(`${label} ${i}`));

describe('append to the local log', () => {
  it('lets one write fail without hindering the others, and numbers what is written densely', () => {
    const log = open();
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
    const log = open();
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
      const log = open();
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
    const log = open();
    const twice = note('dubbelt');
    const [answer] = log.append([{ stream: newStream(), events: [twice, twice], expected: 'none' }]);
    expect(answer).toBeInstanceOf(WrongExpectedRevision);
    expect(log.head()).toBeNull();
  });

  it('appends several streams or none', () => {
    const log = open();
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
    const log = open();
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
  });

  it('gives less than asked for when the events are large, never nothing', () => {
    const log = open();
    const large = 'x'.repeat(100 * 1024);
    log.append([
      { stream: newStream(), events: Array.from({ length: 130 }, () => note(large)), expected: 'none' },
    ]);
    const batch = log.after(null, 1_000);
    expect(batch).toHaveLength(100);
    expect(log.after('100', 1_000)).toHaveLength(30);
  });

  it('passes over long runs of erased events', () => {
    const log = open();
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
    const log = open();
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
    const log = open();
    log.append([{ stream: newStream(), events: many(1), expected: 'none' }]);
    const reader = open('readonly');
    const stream = newStream();
    log.append([{ stream, events: many(2), expected: 'none' }]);
    expect(notes(reader.stream(stream))).toEqual(['nr 0', 'nr 1']);
    expect([reader.head(), reader.count()]).toEqual(['3', 3]);
    expect(() => reader.append([{ stream, events: many(1), expected: 'any' }])).toThrow(/open as readonly/);
    expect(() => reader.eraseStream(stream)).toThrow(/open as readonly/);
    reader.close();
    expect(() => reader.head()).toThrow(StoreUnavailable);
    expect(() => open('readonly', join(folder, 'other.sqlite'))).toThrow(StoreUnavailable);
  });
});

describe('a copy of a log elsewhere', () => {
  const origin = (): Recorded[] => {
    const log = open('authority', ':memory:');
    log.append([{ stream: 'assignment-1', events: many(3), expected: 'none' }]);
    return log.after(null, 10).map((event, i) => ({ ...event, position: String(4711 * (i + 1)) }));
  };

  it('keeps the positions it is given and takes everything once', () => {
    const events = origin();
    const copy = open('copy');
    copy.copyIn(events.slice(0, 2));
    copy.copyIn(events);
    copy.copyIn([]);
    expect(copy.after(null, 10)).toEqual(events);
    expect(copy.after('4711', 10)).toEqual(events.slice(1));
    expect([copy.head(), copy.count()]).toEqual([String(3 * 4711), 3]);
    copy.close();
    expect(open('copy').stream('assignment-1')).toEqual(events);
  });

  it('takes nothing of a batch that does not fit what it has', () => {
    const [one, two, three] = origin();
    if (!one || !two || !three) throw new Error('no events');
    const copy = open('copy');
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
    const copy = open('copy');
    const events = origin();
    copy.copyIn(events);
    copy.eraseStream('assignment-1');
    expect([copy.after(null, 10), copy.head(), copy.count()]).toEqual([[], null, 0]);
    copy.copyIn(events);
    expect(copy.count()).toBe(0);
  });

  it('is not appended to, nor taken for a log of its own', () => {
    const copy = open('copy');
    expect(() => copy.append([{ stream: 'assignment-1', events: many(1), expected: 'any' }])).toThrow(
      /as copy/,
    );
    copy.close();
    expect(() => open('authority')).toThrow(CorruptLog);
    const own = open('authority', join(folder, 'own.sqlite'));
    expect(() => own.copyIn([])).toThrow(/as authority/);
    own.close();
    expect(() => open('copy', join(folder, 'own.sqlite'))).toThrow(/a log of its own/);
  });
});

describe('erasing', () => {
  const traces = (words: string): string[] =>
    readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words));

  it('leaves no byte of the content in the file or beside it', () => {
    const log = open();
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
    expect(open().count()).toBe(81);
  });

  it('says when a reader keeps traces alive, and completes when done again', () => {
    const log = open();
    const stream = newStream('person');
    log.append([{ stream, events: [note('Åke Ström')], expected: 'none' }]);
    const reader = new Database(file);
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

describe('what is wrong with the file stops the log and is named', () => {
  const filled = (): void => {
    const log = open();
    log.append(
      Array.from({ length: 200 }, (_, i) => ({
        stream: `assignment-${i}`,
        events: many(3, `sak ${i}`),
        expected: 'none',
      })),
    );
    log.close();
  };
  const readAll = (): void => {
    const log = open();
    for (let at: string | null = null; ;) {
      const batch = log.after(at, 500);
      at = batch.at(-1)?.position ?? null;
      if (at === null) break;
    }
    for (let i = 0; i < 200; i++) log.stream(`assignment-${i}`);
  };

  it('nothing when nothing is wrong', () => {
    filled();
    readAll();
    expect(opened.at(-1)?.flaws()).toEqual([]);
  });

  it.each([
    [
      'a changed word',
      `UPDATE event SET data = replace(data, 'sak', 'tak') WHERE position = 300`,
      /position 300: .*not as it was written/,
    ],
    [
      'a changed position in its stream',
      'UPDATE event SET revision = 9 WHERE position = 600',
      /position 600: .*not as/,
    ],
    [
      'an event put elsewhere',
      'UPDATE event SET position = 601 WHERE position = 600',
      /position 601: .*not as/,
    ],
    ['a missing event', 'DELETE FROM event WHERE position = 300', /position 300: the event is missing/],
    [
      'a missing event near the end',
      'DELETE FROM event WHERE position = 590',
      /position 590: the event is missing/,
    ],
    ['a missing checksum', 'UPDATE event SET checksum = 0 WHERE position = 1', /position 1: .*not as/],
    ['an erasure by other means', 'UPDATE event SET erased = 1 WHERE position = 5', /position 5: .*not as/],
    ['a newer layout', 'PRAGMA user_version = 2', /has layout 2, this program knows 1/],
    ['another kind of file', 'PRAGMA application_id = 7', /is not a decision log/],
  ])('%s', (_what, sql, message) => {
    filled();
    tamper(sql);
    const error = thrown(readAll);
    expect(error).toBeInstanceOf(CorruptLog);
    expect(String(error)).toMatch(message);
  });

  it('a flipped bit in the words of an event', () => {
    filled();
    const bytes = readFileSync(file);
    const at = bytes.indexOf('sak 77 1');
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
    writeFileSync(file, bytes);
    expect(readAll).toThrow(/position 233: the event is not as it was written/);
  });

  it.each([1, 100, 4095, 4096, 8192, 8193])('%i bytes cut from the end', (cut) => {
    filled();
    truncateSync(file, readFileSync(file).length - cut);
    expect(readAll).toThrow(CorruptLog);
  });

  it('another database', () => {
    tamper('CREATE TABLE letter (words TEXT)');
    expect(() => open()).toThrow(/is not a decision log/);
    expect(() => open('readonly')).toThrow(/is not a decision log/);
  });

  it('no database at all', () => {
    writeFileSync(file, 'Mötesanteckningar från Åsmark '.repeat(400));
    expect(() => open()).toThrow(CorruptLog);
    rmSync(file);
    open().close();
  });

  it('an event type this program does not know', () => {
    filled();
    const { AssignmentAcknowledged: _gone, ...versions } = currentShapes.versions;
    const log = LocalLog.open(file, { mode: 'readonly', shapes: { ...currentShapes, versions } });
    opened.push(log);
    expect(() => log.after(null, 10)).toThrow(
      /assignment-0@0 \(position 1\): unknown event type AssignmentAck/,
    );
    expect(() => log.stream('assignment-3')).toThrow(CorruptLog);
  });
});

describe('a log whose process was killed', () => {
  const total = 60;
  const streamOfEvent = (i: number): string => `assignment-${i % 7}`;

  /** The files as a killed process leaves them: half of the events in the file, half in the write-ahead log. */
  function killed(): Map<string, Buffer> {
    for (const half of [0, total / 2]) {
      const log = open();
      for (let i = half; i < half + total / 2; i++) {
        const write = { stream: streamOfEvent(i), events: [note(`sak ${i}`)], expected: 'any' as const };
        const [answer] = log.append([write]);
        if (answer instanceof Error) throw answer;
      }
      if (half === 0) log.close();
    }
    return new Map(['', '-wal', '.head'].map((suffix) => [suffix, readFileSync(file + suffix)]));
  }

  /** Puts the files elsewhere and reads them there: all events in order, or the error that stops. */
  function readBack(files: ReadonlyMap<string, Buffer>): unknown[] | Error {
    const there = mkdtempSync(join(folder, 'killed-'));
    const path = join(there, 'log.sqlite');
    for (const [suffix, bytes] of files) writeFileSync(path + suffix, bytes);
    try {
      const log = open('authority', path);
      const all = log.after(null, 1_000);
      for (let i = 0; i < 7; i++)
        expect(log.stream(`assignment-${i}`)).toEqual(
          all.filter((event) => event.stream === `assignment-${i}`),
        );
      log.close();
      return notes(all);
    } catch (error) {
      if (error instanceof CorruptLog) return error;
      throw error;
    }
  }

  const everything = Array.from({ length: total }, (_, i) => `sak ${i}`);

  it('is whole', () => {
    expect(readBack(killed())).toEqual(everything);
  });

  it('without its write-ahead log says what is missing', () => {
    const files = killed();
    files.delete('-wal');
    expect(String(readBack(files))).toMatch(
      /position 31: everything from here to position 60 was acknowledged and is missing/,
    );
    expect(() => {
      rmSync(file);
      rmSync(`${file}-wal`);
      opened.splice(0).forEach((log) => log.close());
      open();
    }).toThrow(/position 1: everything from here to position 60/);
  });

  it('opens as it is once the witness is taken away', () => {
    const files = killed();
    files.delete('-wal');
    files.delete('.head');
    expect(readBack(files)).toEqual(everything.slice(0, total / 2));
  });

  it('is not opened with a witness that cannot be read', () => {
    const files = killed().set('.head', Buffer.from('ingenting'));
    expect(String(readBack(files))).toMatch(/\.head: does not hold a position/);
  });

  it('heals a commit that was never acknowledged', () => {
    const files = killed();
    const log = opened.at(-1);
    log?.append([{ stream: streamOfEvent(0), events: [note('aldrig besvarad')], expected: 'any' }]);
    const longer = readFileSync(`${file}-wal`);
    const shorter = files.get('-wal')?.length ?? 0;
    expect(longer.length).toBeGreaterThan(shorter);
    for (let cut = shorter; cut < longer.length; cut += 1_111)
      expect(readBack(files.set('-wal', longer.subarray(0, cut)))).toEqual(everything);
    expect(readBack(files.set('-wal', longer))).toEqual([...everything, 'aldrig besvarad']);
  });

  it.each(['', '-wal'])('with file %j cut anywhere is whole or stops, and never shorter', (suffix) => {
    const files = killed();
    const bytes = files.get(suffix) ?? Buffer.alloc(0);
    for (let part = 1; part < 60; part++) {
      const at = Math.floor((bytes.length * part) / 60) + (part % 3);
      const found = readBack(files.set(suffix, bytes.subarray(0, at)));
      if (!(found instanceof Error)) expect(found).toEqual(everything);
    }
  });

  it.each(['', '-wal'])(
    'with one bit flipped in file %j is whole or stops, and never other than it was',
    (suffix) => {
      const files = killed();
      const bytes = files.get(suffix) ?? Buffer.alloc(0);
      let stopped = 0;
      for (let part = 0; part < 120; part++) {
        const at = Math.floor((bytes.length * part) / 120) + ((part * 37) % 101);
        const damaged = Buffer.from(bytes);
        damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << (part % 8)), at);
        const found = readBack(files.set(suffix, damaged));
        if (found instanceof Error) stopped += 1;
        else expect(found).toEqual(everything);
      }
      expect(stopped).toBeGreaterThan(5);
    },
  );
});

describe('a log file', () => {
  it('is locked against a second writer until it is closed, for copies too', () => {
    for (const mode of ['authority', 'copy'] as const) {
      const path = join(folder, mode);
      const log = open(mode, path);
      expect(() => open(mode, path)).toThrow(LogLocked);
      log.close();
      log.close();
      open(mode, path).close();
    }
  });

  it('goes on where an unfinished creation or a copy made by SQLite left it', () => {
    writeFileSync(file, '');
    const log = open();
    log.append([{ stream: 'assignment-1', events: many(2), expected: 'none' }]);
    const copy = join(folder, 'backup.sqlite');
    const reader = new Database(file);
    reader.exec(`VACUUM INTO '${copy}'`);
    reader.close();
    const restored = open('authority', copy);
    expect(restored.after(null, 10)).toEqual(log.after(null, 10));
    expect(restored.append([{ stream: 'assignment-1', events: many(1), expected: 1 }])).toEqual([
      { revision: 2, position: '3' },
    ]);
  });

  it('is made with its folder', () => {
    open('authority', join(folder, 'a', 'b', 'log.sqlite')).close();
    expect(readdirSync(join(folder, 'a', 'b'))).toContain('log.sqlite');
  });

  const mayMount = process.getuid?.() === 0 && process.platform === 'linux';
  (mayMount ? it : it.skip)(
    'on a full disk takes nothing more, is read as before, and goes on when there is room',
    () => {
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk]);
      try {
        const log = open('authority', join(disk, 'log.sqlite'));
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
        const again = open('authority', join(disk, 'log.sqlite'));
        expect(again.count()).toBe(written);
        rmSync(ballast);
        const [next] = again.append([{ stream, events: many(1), expected: written - 1 }]);
        expect(next).toEqual({ revision: written, position: String(written + 1) });
        again.close();
      } finally {
        for (const log of opened.splice(0)) log.close();
        execFileSync('umount', ['-l', disk]);
      }
    },
  );
});
