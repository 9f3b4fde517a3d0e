import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { currentShapes } from '../../src/domain/upcast.js';
import { CorruptLog } from '../../src/event-store/event-store.js';
import { LocalLog } from '../../src/event-store/local-log.js';
import { note } from './contract.js';
import { logFolder, many, notes } from './log-folder.js';

const logs = logFolder();

/** Runs SQL on the closed file, as somebody with other tools could. */
function tamper(...statements: string[]): void {
  const connection = new Database(logs.file);
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

describe('what is wrong with the file stops the log and is named', () => {
  const filled = (): void => {
    const log = logs.open();
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
    const log = logs.open();
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
    expect(logs.last().flaws()).toEqual([]);
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
    const bytes = readFileSync(logs.file);
    const at = bytes.indexOf('sak 77 1');
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
    writeFileSync(logs.file, bytes);
    expect(readAll).toThrow(/position 233: the event is not as it was written/);
  });

  it.each([1, 100, 4095, 4096, 8192, 8193])('%i bytes cut from the end', (cut) => {
    filled();
    truncateSync(logs.file, readFileSync(logs.file).length - cut);
    expect(readAll).toThrow(CorruptLog);
  });

  it('another database', () => {
    tamper('CREATE TABLE letter (words TEXT)');
    expect(() => logs.open()).toThrow(/is not a decision log/);
    expect(() => logs.open('readonly')).toThrow(/is not a decision log/);
  });

  it('no database at all', () => {
    writeFileSync(logs.file, 'Mötesanteckningar från Åsmark '.repeat(400));
    expect(() => logs.open()).toThrow(CorruptLog);
    rmSync(logs.file);
    logs.open().close();
  });

  it('an event type this program does not know', () => {
    filled();
    const { AssignmentAcknowledged: _gone, ...versions } = currentShapes.versions;
    const log = logs.keep(
      LocalLog.open(logs.file, { mode: 'readonly', shapes: { ...currentShapes, versions } }),
    );
    expect(() => log.after(null, 10)).toThrow(
      /assignment-0@0 \(position 1\): unknown event type AssignmentAck/,
    );
    expect(() => log.stream('assignment-3')).toThrow(CorruptLog);
  });
});

describe('a log whose process was killed', () => {
  const total = 60;
  const streamOfEvent = (i: number): string => `assignment-${i % 7}`;

  const left = (): Map<string, Buffer> =>
    new Map(['', '-wal', '.head'].map((suffix) => [suffix, readFileSync(logs.file + suffix)]));

  /** The files as a killed process leaves them: half of the events in the file, half in the write-ahead log. */
  function killed(): Map<string, Buffer> {
    for (const half of [0, total / 2]) {
      const log = logs.open();
      for (let i = half; i < half + total / 2; i++) {
        const write = { stream: streamOfEvent(i), events: [note(`sak ${i}`)], expected: 'any' as const };
        const [answer] = log.append([write]);
        if (answer instanceof Error) throw answer;
      }
      if (half === 0) log.close();
    }
    return left();
  }

  /** Puts the files elsewhere and reads them there: all events in order, or the error that stops. */
  function readBack(files: ReadonlyMap<string, Buffer>): unknown[] | Error {
    const there = mkdtempSync(join(logs.folder, 'killed-'));
    const path = join(there, 'log.sqlite');
    for (const [suffix, bytes] of files) writeFileSync(path + suffix, bytes);
    try {
      const log = logs.open('authority', path);
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
      rmSync(logs.file);
      rmSync(`${logs.file}-wal`);
      logs.closeAll();
      logs.open();
    }).toThrow(/position 1: everything from here to position 60/);
  });

  it('opens as it is once the witness is taken away', () => {
    const files = killed();
    files.delete('-wal');
    files.delete('.head');
    expect(readBack(files)).toEqual(everything.slice(0, total / 2));
  });

  it('is opened with a witness that a power cut emptied', () => {
    const files = killed();
    for (const length of [0, 17])
      expect(readBack(files.set('.head', Buffer.alloc(length)))).toEqual(everything);
  });

  it('is not opened with a witness that cannot be read', () => {
    const files = killed().set('.head', Buffer.from('ingenting'));
    expect(String(readBack(files))).toMatch(/\.head: does not hold a position/);
  });

  it('heals a commit that was never acknowledged', () => {
    killed();
    const log = logs.last();
    const files = left();
    log.append([{ stream: streamOfEvent(0), events: [note('aldrig besvarad')], expected: 'any' }]);
    const longer = readFileSync(`${logs.file}-wal`);
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
