import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadFacts, type LoadTarget } from '../../src/cli/load.js';
import { SystemClock } from '../../src/clock.js';
import type { EventStore } from '../../src/event-store/event-store.js';
import { InMemoryEventStore } from '../../src/event-store/in-memory.js';
import { SqliteEventStore } from '../../src/event-store/sqlite.js';

const actor = { id: 'u-1', role: 'secretary' } as const;
const noon = '2026-03-20T11:00:00.000Z';
const clockAtNoon = (): SystemClock => new SystemClock('Europe/Stockholm', () => Date.parse(noon));
const ndjson = (...lines: readonly object[]): string => lines.map((line) => JSON.stringify(line)).join('\n');
const file = (text: string) => ({ name: 'fakta.ndjson', text });

const registered = { do: 'RegisterBody', id: 'sra', name: 'Samrådsorganet', shortName: 'SRÄ' };
const role = { do: 'DefineRole', id: 'sra', role: 'chef', title: 'Chef', kind: 'responsible' };
const given = {
  do: 'GiveAssignment',
  id: 'plan',
  body: 'sra',
  title: 'Plan',
  responsible: ['chef'],
  deadline: 'senast i juni 2026',
  source: { document: 'Anteckning', quote: 'senast i juni 2026', span: [4, 22] },
};

async function everything(store: EventStore) {
  const found = [];
  const head = await store.head();
  if (head === null) return [];
  for await (const batch of store.follow(null, AbortSignal.timeout(5000))) {
    found.push(...batch);
    if (found.at(-1)?.position === head) return found;
  }
  return found;
}

describe.each([
  ['in memory', () => new InMemoryEventStore()],
  ['on SQLite', () => SqliteEventStore.open(':memory:')],
])('loading facts %s', (_, open) => {
  let store: EventStore;
  let target: LoadTarget;

  beforeEach(() => {
    store = open();
    target = { store, clock: clockAtNoon() };
  });
  afterEach(() => store.close());

  it('records every line in order, with its actor, dates and source', async () => {
    const loaded = await loadFacts(
      file(ndjson(registered, role, { ...given, statedAt: '2026-03-19', occurred: null })),
      target,
      { actor },
    );
    expect(loaded).toEqual({
      file: 'fakta.ndjson',
      facts: 3,
      events: 3,
      already: 0,
      leftOut: 0,
      refusals: [],
    });
    const events = await everything(store);
    expect(events.map(({ stream, type }) => [stream, type])).toEqual([
      ['body-sra', 'BodyRegistered'],
      ['body-sra', 'RoleDefined'],
      ['assignment-plan', 'AssignmentGiven'],
    ]);
    expect(events[2]).toMatchObject({
      actor,
      statedAt: '2026-03-19',
      occurred: null,
      recordedAt: noon,
      source: given.source,
      data: { deadline: { original: 'senast i juni 2026', latest: '2026-06-30' } },
    });
  });

  it('records nothing when one line is refused, and names every refusal', async () => {
    const text = [
      ndjson(registered, role),
      '{"do": "GiveAssignment", "id": "plan"',
      ndjson(
        { ...given, id: 'plan 1' },
        { ...given, responsible: ['ingen'] },
        { do: 'GetRid', id: 'x' },
        { ...given, id: 'a2', mood: 'glad' },
        { ...given, id: 'a3', statedAt: '2026-04-01' },
        { ...given, id: 'a4', at: '2026-03-21T08:00:00Z' },
      ),
    ].join('\n');
    const { facts, refusals } = await loadFacts(file(text), target, { actor });
    expect(facts).toBe(0);
    expect(refusals.map(({ line, pointer, code }) => [line, pointer, code])).toEqual([
      [3, '', 'lineNotJson'],
      [4, '/id', 'lineIdWrong'],
      [5, '/responsible/0', 'unknownReference'],
      [6, '/do', 'unknownCommand'],
      [7, '/mood', 'unknownField'],
      [8, '/statedAt', 'statedInFuture'],
      [9, '/at', 'atNotAllowed'],
    ]);
    for (const { detail } of refusals) {
      expect(detail.sv).toMatch(/^\P{Ll}.+\.$/u);
      expect(detail.en).not.toBe(detail.sv);
    }
    expect(await store.head()).toBeNull();
  });

  it('changes nothing the second time, and says so', async () => {
    const text = ndjson(registered, role, given);
    await loadFacts(file(text), target, { actor });
    const head = await store.head();
    const again = await loadFacts(file(text), target, { actor: { ...actor, id: 'u-2' } });
    expect(again).toMatchObject({ facts: 0, events: 0, already: 3, refusals: [] });
    expect(await store.head()).toBe(head);
  });

  it('refuses another file that tells the same again', async () => {
    await loadFacts(file(ndjson(registered)), target, { actor });
    const { refusals } = await loadFacts(file(`${ndjson(registered)}\n`), target, { actor });
    expect(refusals.map(({ code }) => code)).toEqual(['alreadyExists']);
  });

  it('holds each line to what its actor may do', async () => {
    await loadFacts(file(ndjson(registered, role, given)), target, { actor });
    const close = { do: 'CloseAssignment', id: 'plan', outcome: 'lapsed', reason: 'Inaktuellt' };
    const as = (acting: string) => file(ndjson({ ...close, as: { actor: 'u-7', role: acting } }));
    const refused = await loadFacts(as('responsible'), target, { actor });
    expect(refused.refusals.map(({ code }) => code)).toEqual(['notAllowed']);
    const closed = await loadFacts(as('chair'), target, { actor });
    expect(closed.refusals).toEqual([]);
    expect((await store.read('assignment-plan')).at(-1)).toMatchObject({
      type: 'AssignmentClosed',
      actor: { id: 'u-7', role: 'chair' },
    });
  });

  it('erases a person for good', async () => {
    const person = { do: 'RegisterPerson', id: 'p1', name: 'Elof Brännäs' };
    const erased = { do: 'ErasePerson', id: 'p1', reason: 'På egen begäran' };
    await loadFacts(file(ndjson(person, erased)), target, { actor: { id: 'u-1', role: 'admin' } });
    expect(await store.read('person-p1')).toEqual([]);
    expect((await store.read('register')).map(({ data }) => data)).toEqual([
      { person: 'p1', reason: 'På egen begäran' },
    ]);
  });

  it('tells how far it has come', async () => {
    const seen: [string, number, number][] = [];
    await loadFacts(file(ndjson(registered, role)), target, {
      actor,
      onProgress: (...how) => void seen.push(how),
    });
    expect(seen).toContainEqual(['check', 2, 2]);
  });
});

describe('a movable clock', () => {
  const lines = [
    { ...registered, at: '2025-11-13T14:30:00Z' },
    { ...role, at: '2025-11-13T23:30:00Z' },
    given,
  ];

  it('is moved to each line, and the facts are recorded then', async () => {
    const store = new InMemoryEventStore();
    const clock = clockAtNoon();
    const moved: string[] = [];
    const moveClock = (to: string): void => void moved.push(to);
    await loadFacts(file(ndjson(...lines)), { store, clock, moveClock }, { actor });
    const events = await everything(store);
    expect(events.map(({ recordedAt, statedAt }) => [recordedAt, statedAt])).toEqual([
      ['2025-11-13T14:30:00.000Z', '2025-11-13'],
      ['2025-11-13T23:30:00.000Z', '2025-11-14'],
      ['2025-11-13T23:30:00.000Z', '2025-11-14'],
    ]);
    expect(moved).toEqual(['2025-11-13T23:30:00.000Z']);
  });

  it('only goes forward', async () => {
    const store = new InMemoryEventStore();
    const moved: string[] = [];
    const target = { store, clock: clockAtNoon(), moveClock: (to: string) => void moved.push(to) };
    const earlier = { ...role, at: '2025-11-13T14:29:59Z' };
    const backwards = await loadFacts(file(ndjson(lines[0] ?? {}, earlier)), target, { actor });
    expect(backwards.refusals.map(({ line, code }) => [line, code])).toEqual([[2, 'atBackwards']]);
    const behind = await loadFacts(
      file(ndjson(lines[0] ?? {})),
      { ...target, latest: '2025-12-01T00:00:00.000Z' },
      { actor },
    );
    expect(behind.refusals.map(({ code }) => code)).toEqual(['atBackwards']);
    expect(moved).toEqual([]);
    expect(await store.head()).toBeNull();
  });

  it('leaves out what lies ahead, and takes it later', async () => {
    const store = new InMemoryEventStore();
    const target = { store, clock: clockAtNoon(), moveClock: () => undefined };
    const text = ndjson(...lines.slice(0, 2));
    const early = await loadFacts(file(text), target, { actor, before: '2025-11-13T23:00:00.000Z' });
    expect(early).toMatchObject({ facts: 1, leftOut: 1 });
    expect(await loadFacts(file(text), target, { actor })).toMatchObject({
      facts: 1,
      already: 1,
      leftOut: 0,
    });
  });
});

/** A log that fails after some appends, as a process does that is killed. */
class Dying extends InMemoryEventStore {
  left = Infinity;

  override async append(...asked: Parameters<InMemoryEventStore['append']>) {
    this.left -= 1;
    if (this.left < 0) throw new Error('killed');
    return super.append(...asked);
  }
}

/** A log to which someone else appends just before the first append. */
class Meddled extends InMemoryEventStore {
  meddle: (() => Promise<unknown>) | undefined;

  override async append(...asked: Parameters<InMemoryEventStore['append']>) {
    const { meddle } = this;
    this.meddle = undefined;
    await meddle?.();
    return super.append(...asked);
  }
}

describe('a crash', () => {
  it.each([0, 1, 2])('after %i appends is made good by loading again', async (appends) => {
    const store = new Dying();
    const target = { store, clock: clockAtNoon() };
    const text = ndjson(registered, role, given);
    store.left = appends;
    await expect(loadFacts(file(text), target, { actor })).rejects.toThrow('killed');
    store.left = Infinity;
    const again = await loadFacts(file(text), target, { actor });
    expect(again).toMatchObject({ facts: 3 - appends, already: appends, refusals: [] });
    expect((await everything(store)).map(({ type }) => type)).toEqual([
      'BodyRegistered',
      'RoleDefined',
      'AssignmentGiven',
    ]);
  });

  it('leaves all or nothing on SQLite', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beslutslogg-load-'));
    try {
      const store = SqliteEventStore.open(join(folder, 'log.db'));
      const text = ndjson(registered, role, given);
      await loadFacts(file(text), { store, clock: clockAtNoon() }, { actor });
      expect(store.commits).toBe(1);
      await store.close();
      const reopened = SqliteEventStore.open(join(folder, 'log.db'));
      const again = await loadFacts(file(text), { store: reopened, clock: clockAtNoon() }, { actor });
      expect(again).toMatchObject({ facts: 0, already: 3 });
      await reopened.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is not what a change by someone else in between is: then it is decided anew', async () => {
    const store = new Meddled();
    const target = { store, clock: clockAtNoon() };
    await loadFacts(file(ndjson(registered)), target, { actor });
    store.meddle = () => loadFacts(file(ndjson({ ...role, role: 'annan' })), target, { actor });
    const loaded = await loadFacts(file(ndjson(role)), target, { actor });
    expect(loaded).toMatchObject({ facts: 1, refusals: [] });
    expect((await store.read('body-sra')).map(({ data }) => ('role' in data ? data.role : ''))).toEqual([
      '',
      'annan',
      'chef',
    ]);
  });
});
