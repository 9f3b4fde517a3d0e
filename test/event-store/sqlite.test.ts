import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { currentShapes } from '../../src/domain/upcast.js';
import {
  CorruptLog,
  LogLocked,
  StoreBusy,
  StoreUnavailable,
  WrongExpectedRevision,
} from '../../src/event-store/event-store.js';
import { type Commit, type SqliteOptions, SqliteEventStore } from '../../src/event-store/sqlite.js';
import { describeEventStore, fact, followed, newStream, note, refusal } from './contract.js';
import { samples } from './samples.js';

let folder: string;
let file: string;
const opened: SqliteEventStore[] = [];
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
  file = join(folder, 'log.sqlite');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const store of opened.splice(0)) await store.close();
  rmSync(folder, { recursive: true });
});

function open(options?: SqliteOptions, path = file): SqliteEventStore {
  const store = SqliteEventStore.open(path, options);
  opened.push(store);
  return store;
}

describeEventStore('the log in a SQLite file', async () => ({
  store: open(),
  reopen: async () => {
    await opened.at(-1)?.close();
    return open();
  },
  close: async () => undefined,
}));

describeEventStore('the log in SQLite without a file', async () => ({
  store: open({}, ':memory:'),
  close: async () => undefined,
}));

interface Acknowledged {
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly id: string;
}

/** A process that appends to the file until it is killed or fails; `until` says which lines are enough. */
async function appending(
  writers: number,
  until: (line: string, count: number) => boolean,
  limit = '',
): Promise<{ lines: string[]; code: number | null }> {
  const program = fileURLToPath(new URL('./appending.ts', import.meta.url));
  const command = `${limit} exec "$0" --import tsx "$1" "$2" "$3"`;
  const child = spawn('sh', ['-c', command, process.execPath, program, file, String(writers)], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (until(line, lines.length)) child.kill('SIGKILL');
  }
  return { lines, code: await exited };
}

const acknowledged = (lines: readonly string[]): Acknowledged[] =>
  lines.flatMap((line) => {
    const [word, stream, revision, position, id] = line.split(' ');
    const whole = word === 'ack' && stream && position && id?.length === 36;
    return whole ? [{ stream, revision: Number(revision), position, id }] : [];
  });

async function expectAllPresent(acks: readonly Acknowledged[]): Promise<void> {
  const store = open();
  for (const stream of new Set(acks.map((ack) => ack.stream))) {
    const read = await store.read(stream);
    expect(read.map((event) => event.revision)).toEqual(read.map((_, i) => i));
    const own = acks.filter((ack) => ack.stream === stream);
    const { length } = own;
    expect(
      read.slice(0, length).map(({ id, revision, position }) => ({ stream, revision, position, id })),
    ).toEqual(own);
    expect(read.length - length).toBeLessThanOrEqual(1);
  }
  const all = store.log.after(null, 1_000_000);
  expect(all.map((event) => event.position)).toEqual(all.map((_, i) => String(i + 1)));
  expect(store.log.flaws()).toEqual([]);
}

describe('group commit', () => {
  it('puts the appends of one turn in one transaction', async () => {
    const commits: Commit[] = [];
    const store = open({ onCommit: (commit) => commits.push(commit) });
    const streams = Array.from({ length: 64 }, () => newStream());
    const appended = await Promise.all(streams.map((stream) => store.append(stream, [note('1')], 'none')));
    expect(appended.map((answer) => answer.position)).toEqual(streams.map((_, i) => String(i + 1)));
    expect(store.commits).toBe(1);
    expect(commits).toEqual([{ appends: 64, ms: commits[0]?.ms }]);
  });

  it('lets writers who wait share transactions round after round', async () => {
    const store = open();
    const rounds = 20;
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        const stream = newStream();
        for (let i = 0; i < rounds; i++) await store.append(stream, [note(`${i}`)], i === 0 ? 'none' : i - 1);
      }),
    );
    expect(store.log.count()).toBe(50 * rounds);
    expect(store.commits).toBeLessThanOrEqual(2 * rounds);
  });

  it('commits an append that is alone at once', async () => {
    const store = open();
    const stream = newStream();
    for (let i = 0; i < 5; i++) await store.append(stream, [note('1')], i === 0 ? 'none' : i - 1);
    expect(store.commits).toBe(5);
  });

  it('lets a conflict or an event known elsewhere hinder nobody in the same transaction', async () => {
    const store = open();
    const known = note('en gång');
    const stream = newStream();
    await store.append(stream, [known], 'none');
    const outcomes = await Promise.allSettled([
      store.append(newStream(), [note('a')], 'none'),
      store.append(stream, [note('b')], 7),
      store.append(newStream(), [known], 'none'),
      store.append(newStream(), [note('c')], 'any'),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(store.commits).toBe(2);
    expect(await store.head()).toBe('3');
  });

  it('puts what is very large in transactions of its own', async () => {
    const store = open();
    const large = 'x'.repeat(1024 * 1024);
    await Promise.all(Array.from({ length: 12 }, () => store.append(newStream(), [note(large)], 'none')));
    expect(store.commits).toBeGreaterThanOrEqual(3);
    expect(store.log.count()).toBe(12);
  });

  it('refuses what would wait too long, and takes more when it has caught up', async () => {
    const store = open({ maxWaiting: 10 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 25 }, () => store.append(newStream(), [note('1')], 'none')),
    );
    const busy = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
    );
    expect(busy).toHaveLength(15);
    for (const error of busy) expect(error).toBeInstanceOf(StoreBusy);
    await store.append(newStream(), [note('1')], 'none');
    expect(store.log.count()).toBe(11);
  });

  it('loads several streams in one transaction and wakes who follows', async () => {
    const store = open();
    const [one, two] = [newStream(), newStream()];
    const following = followed(store, null, [one, two], 3);
    const waiting = store.append(one, [note('1')], 'none');
    const loaded = await store.appendAll([
      { stream: two, events: [note('2')], expected: 'none' },
      { stream: one, events: [note('3')], expected: 0 },
    ]);
    expect(await waiting).toEqual({ revision: 0, position: '1' });
    expect(loaded.map((answer) => answer.position)).toEqual(['2', '3']);
    expect((await following).map((event) => event.position)).toEqual(['1', '2', '3']);
    expect(
      await refusal(store.appendAll([{ stream: one, events: [note('4')], expected: 0 }])),
    ).toBeInstanceOf(WrongExpectedRevision);
  });

  it('erases after what was appended before', async () => {
    const store = open();
    const person = newStream('person');
    const appended = store.append(person, [fact(samples.PersonRegistered)], 'none');
    await store.erase(person);
    await appended;
    expect(await store.read(person)).toEqual([]);
  });

  it('commits what waits when it is closed, and then answers nobody', async () => {
    const store = open();
    const stream = newStream();
    const appended = store.append(stream, [note('1')], 'none');
    const ended = followed(store, null, [], 1);
    await store.close();
    expect(await appended).toEqual({ revision: 0, position: '1' });
    expect(await ended).toEqual([]);
    for (const late of [
      store.read(stream),
      store.head(),
      store.append(stream, [note('2')], 0),
      store.erase(stream),
    ])
      expect(await refusal(late)).toBeInstanceOf(StoreUnavailable);
    expect(() => store.follow(null, new AbortController().signal)).toThrow(StoreUnavailable);
    expect(await open().read(stream)).toHaveLength(1);
  });
});

it('an unknown event stops who reads or follows, with its place, after what stands before it', async () => {
  const { MeetingHeld: _gone, ...versions } = currentShapes.versions;
  const store = open({ shapes: { ...currentShapes, versions } });
  const meeting = newStream('meeting');
  const stream = newStream();
  await store.append(stream, [note('före')], 'none');
  const following = (async () => {
    for await (const batch of store.follow(null, new AbortController().signal))
      if (batch.length > 0) await store.append(meeting, [fact(samples.MeetingHeld)], 'none');
  })();
  const error = await refusal(following);
  expect(error).toBeInstanceOf(CorruptLog);
  expect(String(error)).toContain(`${meeting}@0 (position 2): unknown event type MeetingHeld`);
  expect(await refusal(store.read(meeting))).toBeInstanceOf(CorruptLog);
  expect(await store.read(stream)).toHaveLength(1);
});

describe('another process', () => {
  it('is kept out while this one has the file', async () => {
    open();
    const { lines, code } = await appending(1, () => false, 'exec 2>&1;');
    expect(lines.join('\n')).toMatch(/LogLocked|is in use by another process/);
    expect(code).not.toBe(0);
  });

  it('that is killed loses nothing it has acknowledged, and its lock', async () => {
    const acks: Acknowledged[] = [];
    for (const writers of [1, 16]) {
      let refused: unknown;
      const { lines, code } = await appending(writers, (line, count) => {
        if (line === 'open') refused = locked();
        return count > 150 * writers ** 0.5;
      });
      expect(refused).toBeInstanceOf(LogLocked);
      expect(code).toBeNull();
      expect(acknowledged(lines).length).toBeGreaterThan(100);
      acks.push(...acknowledged(lines));
    }
    await expectAllPresent(acks);
  });

  it('that cannot write any more acknowledges nothing more, and nothing it has acknowledged is lost', async () => {
    const { lines, code } = await appending(4, () => false, 'ulimit -f 600;');
    expect(code).toBe(3);
    expect(lines.filter((line) => line === 'leave')).toHaveLength(1);
    const failure = lines.findIndex((line) => line.startsWith('lost'));
    expect(lines.slice(failure).map((line) => line.split(' ')[0])).toEqual([
      'lost',
      'lost',
      'lost',
      'lost',
      'after',
    ]);
    expect(lines.at(-1)).toContain('SQLITE_IOERR');
    const acks = acknowledged(lines);
    expect(acks.length).toBeGreaterThan(10);
    await expectAllPresent(acks);
  });
});

function locked(): unknown {
  try {
    opened.push(SqliteEventStore.open(file));
    return undefined;
  } catch (error) {
    return error;
  }
}
