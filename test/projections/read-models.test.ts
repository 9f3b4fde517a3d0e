import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalLog } from '../../src/event-store/local-log.js';
import { allProjections } from '../../src/projections/all.js';
import { listPersons, personById, personNames } from '../../src/projections/directory.js';
import { onEvery, projection } from '../../src/projections/projection.js';
import { ReadModels, ReadModelsNotReady, type ReadModelsOptions } from '../../src/projections/read-models.js';
import { makeHistory, writeHistory } from '../support/histories.js';
import { establishBody, Story } from '../support/story.js';
import { logOf, modelsOf, tablesOf, timeZone } from '../support/tables.js';

let folder: string;
const opened: ReadModels[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-models-'));
});
afterEach(async () => {
  for (const models of opened.splice(0)) await models.close();
  rmSync(folder, { recursive: true });
});

const file = (): string => join(folder, 'read-models.db');

function open(log: LocalLog, options: Partial<ReadModelsOptions> = {}): ReadModels {
  const models = ReadModels.open({ path: file(), log, timeZone, projections: allProjections, ...options });
  opened.push(models);
  return models;
}

async function caughtUp(models: ReadModels, log: LocalLog): Promise<ReadModels> {
  await models.ready;
  expect(await models.waitFor(log.head() ?? '', 20_000)).toBe(true);
  return models;
}

describe('the file of the read models', () => {
  it('is built when it is missing, and not read before it is there', async () => {
    const log = logOf((await makeHistory(31, 150)).steps);
    const progress: [number, number][] = [];
    const models = open(log, { onProgress: (done, total) => progress.push([done, total]) });
    expect(() => models.db).toThrow(ReadModelsNotReady);
    expect(models.status()).toMatchObject({
      projections: [],
      building: { done: 0, total: log.countAfter(null) },
    });
    await models.ready;
    expect(progress[0]).toEqual([0, log.countAfter(null)]);
    expect(progress.at(-1)).toEqual([log.countAfter(null), log.countAfter(null)]);
    expect(models.status().building).toBeUndefined();
    expect(models.status().projections.every(({ lag }) => lag === 0)).toBe(true);
    expect(tablesOf(models.db)).toEqual(tablesOf(modelsOf(log).db));
    expect(existsSync(`${file()}.building`)).toBe(false);
  });

  it('is used again as it is', async () => {
    const { steps } = await makeHistory(32, 150);
    const log = logOf(steps.slice(0, 100));
    const first = await caughtUp(open(log), log);
    first.db.exec("UPDATE body SET name = 'som den stod'");
    await first.close();
    writeHistory(log, steps.slice(100));
    const again = open(log);
    expect(again.db.prepare('SELECT name FROM body').all()).toContainEqual({ name: 'som den stod' });
    await caughtUp(again, log);
  });

  it('is built anew after it was deleted, with the same rows', async () => {
    const log = logOf((await makeHistory(33, 150)).steps);
    const first = await caughtUp(open(log), log);
    const before = tablesOf(first.db);
    await first.close();
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file()}${suffix}`, { force: true });
    expect(tablesOf((await caughtUp(open(log), log)).db)).toEqual(before);
  });

  it.each([
    [
      'damaged',
      (path: string) => writeFileSync(path, 'this is no database, however one looks at it'.repeat(200)),
    ],
    ['empty', (path: string) => writeFileSync(path, '')],
    ['cut', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 5_000))],
  ])('is built anew when it is %s', async (_, spoil) => {
    const log = logOf((await makeHistory(34, 80)).steps);
    const first = await caughtUp(open(log), log);
    const before = tablesOf(first.db);
    await first.close();
    spoil(file());
    expect(tablesOf((await caughtUp(open(log), log)).db)).toEqual(before);
  });

  it('is built anew for another version of a projection, for another time zone and for another log', async () => {
    const history = await makeHistory(35, 80);
    const log = logOf(history.steps);
    const spoilt = async (): Promise<void> => {
      const models = await caughtUp(open(log), log);
      models.db.exec("UPDATE body SET name = 'spoilt'");
      await models.close();
    };
    const namesIn = (models: ReadModels): unknown => models.db.prepare('SELECT name FROM body').all();
    const built: [string, Partial<ReadModelsOptions>][] = [
      ['version', { projections: allProjections.map((known) => ({ ...known, version: known.version + 1 })) }],
      ['zone', { timeZone: 'Europe/Helsinki' }],
    ];
    for (const [, options] of built) {
      await spoilt();
      const models = await caughtUp(open(log, options), log);
      expect(namesIn(models)).not.toContainEqual({ name: 'spoilt' });
      await models.close();
    }
    await spoilt();
    const other = logOf((await makeHistory(36, 80)).steps);
    const models = await caughtUp(open(other), other);
    expect(tablesOf(models.db)).toEqual(tablesOf(modelsOf(other).db));
  });

  it('is built anew when the log is shorter than it was', async () => {
    const { steps } = await makeHistory(37, 100);
    const log = logOf(steps);
    await (await caughtUp(open(log), log)).close();
    const shorter = logOf(steps.slice(0, 60));
    const models = await caughtUp(open(shorter), shorter);
    expect(tablesOf(models.db)).toEqual(tablesOf(modelsOf(shorter).db));
  });
});

describe('a rebuild', () => {
  it('happens beside the present file, which is read and kept up to date until it changes over', async () => {
    const { steps } = await makeHistory(38, 160);
    const log = logOf(steps.slice(0, 120));
    const models = await caughtUp(open(log), log);
    models.db.exec("UPDATE body SET name = 'the old one'");
    const old = models.db;
    const rebuilt = models.rebuild();
    expect(models.db).toBe(old);
    expect(models.rebuild()).toBe(rebuilt);
    writeHistory(log, steps.slice(120));
    models.wake();
    await rebuilt;
    expect(models.db).not.toBe(old);
    expect(tablesOf(models.db)).toEqual(tablesOf(modelsOf(log).db));
    await models.close();
    const next = open(log);
    expect(tablesOf(next.db)).toEqual(tablesOf(modelsOf(log).db));
  });

  it('leaves nothing behind when the program ends in the middle of it', async () => {
    const log = logOf((await makeHistory(39, 100)).steps);
    const models = await caughtUp(open(log), log);
    const rebuilding = models.rebuild();
    const failed = expect(rebuilding).rejects.toThrow('closed');
    await models.close();
    await failed;
    expect(existsSync(`${file()}.building`)).toBe(false);
    expect(existsSync(file())).toBe(true);
  });
});

describe('what was written', () => {
  it('can be waited for, and is reported once it can be read', async () => {
    const story = new Story();
    establishBody(story);
    const models = await caughtUp(open(story.log, { path: ':memory:' }), story.log);
    const heard: string[] = [];
    const stop = models.onChange((events) => {
      heard.push(...events.map(({ type }) => type));
    });
    const event = story.tell(
      'person-u-new',
      { type: 'PersonRegistered', data: { name: 'Åke Ny', language: 'sv' } },
      { on: '2026-01-01' },
    );
    expect(personById(models.db, 'u-new')).toBeUndefined();
    expect(await models.waitFor(event.position)).toBe(true);
    expect(personById(models.db, 'u-new')?.state.name).toBe('Åke Ny');
    expect(await models.waitFor(event.position, 0, 'directory')).toBe(true);
    expect(await models.waitFor('999', 20)).toBe(false);
    expect(heard).toEqual(['PersonRegistered']);
    stop();
    story.tell('person-u-new', { type: 'PersonUpdated', data: { name: 'Åke Äldre' } }, { on: '2026-01-02' });
    expect(await models.waitFor((Number(event.position) + 1).toString())).toBe(true);
    expect(heard).toHaveLength(1);
  });

  it('is taken in by smaller steps the longer each fact takes, so that others are served in between', async () => {
    const story = new Story();
    establishBody(story);
    const slow = projection<null>({
      name: 'slow',
      version: 1,
      schema: '',
      begin: () => null,
      on: {
        ...onEvery('body', 'ignored'),
        ...onEvery('meeting', 'ignored'),
        ...onEvery('matter', 'ignored'),
        ...onEvery('decision', 'ignored'),
        ...onEvery('assignment', 'ignored'),
        ...onEvery('person', () => {
          const until = performance.now() + 0.5;
          while (performance.now() < until);
        }),
        ...onEvery('register', 'ignored'),
        ...onEvery('reminder', 'ignored'),
        ...onEvery('letter', 'ignored'),
        ...onEvery('feed', 'ignored'),
        ...onEvery('view', 'ignored'),
      },
      flush: () => undefined,
    });
    const models = open(story.log, { path: ':memory:', projections: [slow] });
    await models.ready;
    const steps: number[] = [];
    models.onChange((events) => steps.push(events.length));
    for (let i = 0; i < 400; i += 1)
      story.tell(
        `person-u${i.toString()}`,
        { type: 'PersonRegistered', data: { name: 'Åke Ny', language: 'sv' } },
        { on: '2026-01-01' },
      );
    expect(await models.waitFor(story.log.head() ?? '', 20_000)).toBe(true);
    expect(steps.reduce((sum, taken) => sum + taken, 0)).toBe(400);
    expect(Math.max(...steps.slice(1))).toBeLessThanOrEqual(60);
  });

  it('is not waited for any longer once the read models are closed', async () => {
    const log = LocalLog.open(':memory:', { mode: 'authority' });
    const models = open(log, { path: ':memory:' });
    await models.ready;
    const waiting = models.waitFor('1', 60_000);
    await models.close();
    expect(await waiting).toBe(false);
  });
});

describe('a person who is erased', () => {
  it('leaves no byte behind in the file, and reads as a former official', async () => {
    const story = new Story();
    establishBody(story);
    const models = await caughtUp(open(story.log), story.log);
    const secret = 'orjan@kommunsam.example';
    story.tell(
      'person-u-orjan',
      { type: 'PersonUpdated', data: { name: 'Örjan Lind-Hemlig' } },
      { on: '2026-01-01' },
    );
    await caughtUp(models, story.log);
    const bytes = (): string =>
      ['', '-wal']
        .map((suffix) => (existsSync(file() + suffix) ? readFileSync(file() + suffix, 'latin1') : ''))
        .join('');
    expect(bytes()).toContain(secret);
    story.tell('register', { type: 'PersonErased', data: { person: 'u-orjan' } }, { on: '2026-02-01' });
    story.log.eraseStream('person-u-orjan');
    await caughtUp(models, story.log);
    expect(bytes()).not.toContain(secret);
    expect(bytes()).not.toContain('Lind-Hemlig');
    expect(personById(models.db, 'u-orjan')).toBeUndefined();
    expect(personNames(models.db, ['u-orjan', 'u-asa', 'u-nobody'])).toEqual(
      new Map([
        ['u-orjan', { kind: 'erased' }],
        ['u-asa', { kind: 'named', name: 'Åsa Öberg' }],
      ]),
    );
    expect(listPersons(models.db).items.map(({ id }) => id)).toEqual(['u-asa']);
  });
});

describe('trouble', () => {
  it('is told once, and shown until it is over', async () => {
    const log = logOf((await makeHistory(40, 60)).steps);
    const heard: string[] = [];
    let failing = true;
    const source = {
      after: (position: string | null, limit: number) => log.after(position, limit),
      stream: (name: string) => log.stream(name),
      streams: (names: readonly string[]) => log.streams(names),
      head: () => log.head(),
      countAfter: (position: string | null) => log.countAfter(position),
    };
    const models = ReadModels.open({
      path: ':memory:',
      log: {
        ...source,
        after: (position, limit) => {
          if (failing && position !== null) throw new Error('the log cannot be read');
          return source.after(position, limit);
        },
      },
      timeZone,
      projections: allProjections,
      onTrouble: (message) => heard.push(message),
    });
    opened.push(models);
    await expect(models.ready).rejects.toThrow('the log cannot be read');
    expect(models.status().trouble).toBe('the log cannot be read');
    failing = false;
    await models.rebuild();
    expect(models.status().trouble).toBeUndefined();
    failing = true;
    models.wake();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(models.status().trouble).toBe('the log cannot be read');
    expect(heard).toEqual([
      'the read models cannot be built: the log cannot be read',
      'the log cannot be read',
    ]);
    failing = false;
    models.wake();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(models.status().trouble).toBeUndefined();
  });

  it('does not keep a first file from being built for good', async () => {
    const log = logOf((await makeHistory(41, 20)).steps);
    let failing = true;
    const models = ReadModels.open({
      path: ':memory:',
      log: {
        stream: (name: string) => log.stream(name),
        streams: (names: readonly string[]) => log.streams(names),
        head: () => log.head(),
        countAfter: (position: string | null) => log.countAfter(position),
        after: (position, limit) => {
          if (failing) throw new Error('the log cannot be read');
          return log.after(position, limit);
        },
      },
      timeZone,
      projections: allProjections,
    });
    opened.push(models);
    await expect(models.ready).rejects.toThrow('the log cannot be read');
    failing = false;
    expect(await models.waitFor(log.head() ?? '', 20_000)).toBe(true);
    expect(models.status().trouble).toBeUndefined();
  });
});
