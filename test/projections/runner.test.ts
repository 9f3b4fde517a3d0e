import { describe, expect, it } from '@jest/globals';
import { newFile } from '../../src/projections/model-file.js';
import { type Db, onEvery, type Projection, projection } from '../../src/projections/projection.js';
import { Runner } from '../../src/projections/runner.js';
import { rows, run } from '../../src/projections/sql.js';
import { makeHistory } from '../support/histories.js';
import { Story } from '../support/story.js';
import { logOf, timeZone } from '../support/tables.js';

/** Counts the meetings of a log by title, and does not bear some of them. */
const counter = (
  name: string,
  trouble: { bears: (title: string | undefined, at: 'handle' | 'flush') => boolean },
): Projection =>
  projection<string[]>({
    name,
    version: 1,
    schema: `CREATE TABLE ${name} (title TEXT NOT NULL) STRICT;`,
    begin: () => [],
    on: {
      ...onEvery('body', 'ignored'),
      ...onEvery('meeting', 'ignored'),
      MeetingScheduled: ({ data: { title = '' } }, titles) => {
        if (!trouble.bears(title, 'handle')) throw new Error(`cannot bear ${title}`);
        titles.push(title);
      },
      ...onEvery('matter', 'ignored'),
      ...onEvery('decision', 'ignored'),
      ...onEvery('assignment', 'ignored'),
      ...onEvery('person', 'ignored'),
      ...onEvery('register', 'ignored'),
      ...onEvery('reminder', 'ignored'),
      ...onEvery('letter', 'ignored'),
      ...onEvery('feed', 'ignored'),
      ...onEvery('view', 'ignored'),
    },
    flush: (titles, { db }) => {
      for (const title of titles) {
        run(db, `INSERT INTO ${name} VALUES (?)`, title);
        if (!trouble.bears(title, 'flush')) throw new Error(`cannot write ${title}`);
      }
      titles.length = 0;
    },
  });

const never = { bears: () => true };
const titles = (db: Db, table: string): string[] =>
  rows<{ title: string }>(db, `SELECT title FROM ${table} ORDER BY rowid`).map(({ title }) => title);

function scheduled(...names: readonly string[]): Story {
  const story = new Story();
  for (const title of names)
    story.tell(
      `meeting-${title}`,
      { type: 'MeetingScheduled', data: { body: 'sra', kind: 'ordinary', date: '2026-06-04', title } },
      { on: '2026-01-01' },
    );
  return story;
}

const runnerOf = (story: Story, ...projections: readonly Projection[]): Runner =>
  new Runner(newFile(':memory:', projections, timeZone), story.log, projections, timeZone);

describe('a projection that cannot take an event', () => {
  it.each(['handle', 'flush'] as const)('stops before it, loudly, while the others go on (%s)', (where) => {
    const story = scheduled('a', 'b', 'bad', 'c');
    const runner = runnerOf(
      story,
      counter('sound', never),
      counter('brittle', { bears: (title, at) => title !== 'bad' || at !== where }),
    );
    expect(runner.step(100)).toHaveLength(4);
    expect(titles(runner.db, 'sound')).toEqual(['a', 'b', 'bad', 'c']);
    expect(titles(runner.db, 'brittle')).toEqual(['a', 'b']);
    expect(runner.status()).toEqual([
      { name: 'sound', version: 1, position: '4' },
      {
        name: 'brittle',
        version: 1,
        position: '2',
        stopped: {
          position: '3',
          event: '00000000-0000-4000-8000-000000000003',
          type: 'MeetingScheduled',
          message: where === 'handle' ? 'cannot bear bad' : 'cannot write bad',
        },
      },
    ]);
    expect(runner.reached('4', 'sound')).toBe(true);
    expect(runner.reached('4', 'brittle')).toBe(false);
    expect(runner.reached('2')).toBe(true);
    expect(runner.reached('3')).toBe(false);
    expect(runner.position).toBe('4');
  });

  it('stands still until it is repaired, and then misses nothing', () => {
    const story = scheduled('a', 'bad', 'c');
    let repaired = false;
    const brittle = counter('brittle', { bears: (title) => repaired || title !== 'bad' });
    const runner = runnerOf(story, counter('sound', never), brittle);
    runner.step(1);
    runner.step(1);
    runner.step(1);
    expect(runner.step(1)).toEqual([]);
    expect(titles(runner.db, 'brittle')).toEqual(['a']);
    repaired = true;
    runner.retry();
    while (runner.step(1).length > 0);
    expect(titles(runner.db, 'brittle')).toEqual(['a', 'bad', 'c']);
    expect(titles(runner.db, 'sound')).toEqual(['a', 'bad', 'c']);
    expect(runner.status().every(({ position, stopped }) => position === '3' && !stopped)).toBe(true);
  });

  it('tries again when the program is started again', () => {
    const story = scheduled('a', 'bad', 'c');
    const trouble = { bears: (title: string | undefined) => title !== 'bad' };
    const projections = [counter('sound', never), counter('brittle', trouble)];
    const first = runnerOf(story, ...projections);
    first.step(10);
    trouble.bears = () => true;
    const second = new Runner(first.db, story.log, projections, timeZone);
    second.step(10);
    expect(titles(second.db, 'brittle')).toEqual(['a', 'bad', 'c']);
    expect(titles(second.db, 'sound')).toEqual(['a', 'bad', 'c']);
  });

  it('goes on when what stopped a batch does not come back event by event', () => {
    const story = scheduled('a', 'b');
    let times = 0;
    const runner = runnerOf(story, counter('moody', { bears: (_, at) => at !== 'flush' || ++times !== 2 }));
    runner.step(10);
    expect(titles(runner.db, 'moody')).toEqual(['a', 'b']);
    expect(runner.status()).toEqual([{ name: 'moody', version: 1, position: '2' }]);
  });

  it.each([
    ['a type of event nobody has told it about', { type: 'MeetingHaunted' }],
    ['an event that no state can take in', { type: 'MeetingScheduled', data: null }],
  ])('does not take %s for granted', (_what, { type, ...data }) => {
    const story = scheduled('a');
    const [event] = story.log.after(null, 1);
    const stranger = { ...event, type, ...data, position: '2' } as unknown as NonNullable<typeof event>;
    const log = {
      after: (position: string | null) =>
        position === '2' ? [] : position === '1' ? [stranger] : [...(event ? [event] : []), stranger],
      stream: () => [],
      streams: () => [],
      head: () => '2',
      countAfter: () => 0,
    };
    const projections = [counter('sound', never)];
    const runner = new Runner(newFile(':memory:', projections, timeZone), log, projections, timeZone);
    runner.step(10);
    expect(titles(runner.db, 'sound')).toEqual(['a']);
    expect(runner.status()[0]?.stopped).toMatchObject({ position: '2', type });
  });
});

describe('when the file fails', () => {
  it('keeps nothing of the batch, says so, and takes it again', () => {
    const story = scheduled('a', 'b');
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    let isFull = true;
    const projections = [
      counter('sound', never),
      counter('writer', {
        bears: (_, at) => {
          if (at === 'flush' && isFull) throw full;
          return true;
        },
      }),
    ];
    const runner = runnerOf(story, ...projections);
    expect(() => runner.step(10)).toThrow(full);
    expect(titles(runner.db, 'sound')).toEqual([]);
    expect(runner.status().map(({ position }) => position)).toEqual([null, null]);
    isFull = false;
    runner.step(10);
    expect(titles(runner.db, 'sound')).toEqual(['a', 'b']);
    expect(titles(runner.db, 'writer')).toEqual(['a', 'b']);
  });
});

describe('the states that projections share', () => {
  it('are those after the event being handled, and in flush those after the batch', async () => {
    const { steps } = await makeHistory(5, 120);
    const seen: [string, number, number][] = [];
    const watcher = projection<string[]>({
      name: 'watcher',
      version: 1,
      schema: '',
      begin: () => [],
      on: {
        ...onEvery('body', 'ignored'),
        ...onEvery('meeting', 'ignored'),
        ...onEvery('matter', 'ignored'),
        ...onEvery('decision', 'ignored'),
        ...onEvery('assignment', ({ stream }, streams: string[]) => {
          streams.push(stream);
        }),
        ...onEvery('person', 'ignored'),
        ...onEvery('register', 'ignored'),
        ...onEvery('reminder', 'ignored'),
        ...onEvery('letter', 'ignored'),
        ...onEvery('feed', 'ignored'),
        ...onEvery('view', 'ignored'),
      },
      flush: (streams, { folds }) => {
        for (const stream of streams) {
          const id = stream.slice('assignment-'.length);
          seen.push([
            stream,
            folds.standing('assignment', id).revision,
            folds.events('assignment', id).length - 1,
          ]);
        }
        streams.length = 0;
      },
    });
    const log = logOf(steps);
    const events = log.after(null, 1_000);
    const runner = new Runner(newFile(':memory:', [watcher], timeZone), log, [watcher], timeZone);
    let at = 0;
    for (let batch = runner.step(7); batch.length > 0; batch = runner.step(7)) {
      at += batch.length;
      const sofar = events.slice(0, at);
      for (const [stream, revision, count] of seen.splice(0)) {
        const last = sofar.filter((event) => event.stream === stream).length - 1;
        expect([revision, count]).toEqual([last, last]);
      }
    }
    expect(at).toBeGreaterThan(60);
  });
});
