import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoCurls, demoPersonas, loadDemo, storyOf } from '../../src/cli/demo.js';
import { localDate, SystemClock } from '../../src/clock.js';
import { commandExecutor } from '../../src/commands/execute.js';
import { DemoTime } from '../../src/demo-time.js';
import { personRoles, type Recorded } from '../../src/domain/events.js';
import { pointKinds } from '../../src/domain/decision/events.js';
import { SqliteEventStore } from '../../src/event-store/sqlite.js';

const all = (store: SqliteEventStore): Recorded[] => store.log.after(null, 10_000);

async function told(from?: string) {
  const store = SqliteEventStore.open(':memory:');
  const clock = new SystemClock('Europe/Stockholm');
  const summary = await loadDemo({ store, log: store.log, clock }, { from });
  return { store, clock, summary };
}

describe('the demo', () => {
  let demo: Awaited<ReturnType<typeof told>>;
  let events: Recorded[];

  beforeAll(async () => {
    demo = await told();
    events = all(demo.store);
  });
  afterAll(() => demo.store.close());

  it('tells everything without a refusal and leaves the clock where the story ends', () => {
    expect(demo.summary).toMatchObject({ files: 3, already: 0, leftOut: 0 });
    expect(demo.summary.facts).toBeGreaterThan(120);
    expect(demo.clock.today()).toBe('2026-06-05');
    const days = events.map(({ recordedAt }) => recordedAt);
    expect(days).toEqual([...days].sort());
    expect(days[0]).toMatch(/^2025-11-13T/);
  });

  it('tells it the same way every time, and adds nothing the second time', async () => {
    const again = await told();
    expect(all(again.store)).toEqual(events);
    const twice = await loadDemo({ store: again.store, log: again.store.log, clock: again.clock });
    expect(twice).toMatchObject({ facts: 0, events: 0, already: demo.summary.facts });
    expect(again.clock.today()).toBe('2026-06-05');
    await again.store.close();
  });

  it('can begin earlier, and go on from there', async () => {
    const early = await told('2025-11-13');
    const recorded = all(early.store).map(({ recordedAt }) => localDate(recordedAt, 'Europe/Stockholm'));
    expect(new Set(recorded)).toEqual(new Set(['2025-11-13']));
    expect(early.clock.today()).toBe('2025-11-13');
    expect(early.summary.leftOut).toBeGreaterThan(50);
    const later = await loadDemo(
      { store: early.store, log: early.store.log, clock: early.clock },
      { from: '2026-03-01' },
    );
    expect(later.facts).toBeGreaterThan(0);
    expect(early.clock.now()).toMatch(/^2026-03-01T07:00:00/);
    await loadDemo({ store: early.store, log: early.store.log, clock: early.clock });
    expect(all(early.store)).toEqual(events);
    await early.store.close();
  });

  it('quotes documents that can be read, word for word', () => {
    const minutes = readdirSync('demo/minutes').map((name) => readFileSync(`demo/minutes/${name}`, 'utf8'));
    const quoted = events.flatMap(({ source }) => (source ? [source] : []));
    expect(quoted.length).toBeGreaterThan(120);
    for (const { document, quote, span } of quoted) {
      const text = minutes.find((candidate) => candidate.startsWith(`${document}\n`));
      expect(text?.slice(...(span ?? [0, 0]))).toBe(quote);
    }
  });

  it('names people only where they can be erased', () => {
    const names = events.flatMap((event) =>
      event.type === 'PersonRegistered' ? event.data.name.split(' ') : [],
    );
    expect(names.length).toBeGreaterThan(10);
    const permanent = JSON.stringify(events.filter(({ stream }) => !stream.startsWith('person-')));
    for (const name of names) expect(permanent).not.toContain(name);
  });

  it('has every kind of point and of deadline', () => {
    const kinds = events.flatMap((event) =>
      event.type === 'DecisionRecorded' ? event.data.points.flatMap((point) => point.kinds) : [],
    );
    expect(new Set(kinds)).toEqual(new Set(pointKinds));
    const deadlines = events.flatMap((event) =>
      event.type === 'AssignmentGiven' ? [event.data.deadline.kind] : [],
    );
    expect([...new Set(deadlines)].sort()).toEqual(
      ['by', 'on', 'oneOf', 'recurring', 'relative', 'undated', 'window'].sort(),
    );
  });

  it('has a persona per role, known by tokens long enough for the configuration', () => {
    expect(demoPersonas.map(({ role }) => role).sort()).toEqual([...personRoles].sort());
    for (const { token, grants, role } of demoPersonas) {
      expect(token).toMatch(/^demo-[a-z-]{11,}$/);
      expect(grants.every((grant) => grant.role === role)).toBe(true);
    }
  });

  it('offers lines that can be pasted into a shell', () => {
    const curls = demoCurls('http://localhost:3000');
    expect(curls.length).toBeGreaterThanOrEqual(10);
    for (const { command } of curls)
      expect(command).toMatch(/^curl -s( -[Hd] '[^']+')+ 'http:\/\/localhost:3000\/api\/[^'\s]+'$/);
  });
});

describe('the time of a demo', () => {
  it('tells each fact as the clock passes it, with every morning in its place, and ends as if told at once', async () => {
    const whole = await told();
    const early = await told('2025-11-13');
    const mornings: string[] = [];
    const time = new DemoTime(early.clock, async () => {
      const last = all(early.store).at(-1)?.recordedAt ?? '';
      mornings.push(`${early.clock.now().slice(0, 16)} ${last.slice(0, 10)}`);
    });
    time.follow(storyOf({ store: early.store, log: early.store.log, clock: early.clock }));
    expect(await time.passTo('2025-11-20T12:00:00.000Z')).toEqual({ told: 1, unfit: 0 });
    expect(mornings).toEqual([
      '2025-11-14T07:00 2025-11-13',
      '2025-11-15T07:00 2025-11-13',
      '2025-11-16T07:00 2025-11-13',
      '2025-11-17T07:00 2025-11-13',
      '2025-11-18T07:00 2025-11-13',
      '2025-11-19T07:00 2025-11-13',
      '2025-11-20T07:00 2025-11-13',
      '2025-11-20T12:00 2025-11-20',
    ]);
    mornings.length = 0;
    await time.passTo('2026-06-06T12:00:00.000Z');
    expect(mornings).toContain('2026-03-29T06:00 2026-03-23');
    expect(all(early.store)).toEqual(all(whole.store));
    await early.store.close();
    await whole.store.close();
  });

  it('leaves out of the story what no longer fits what was done in the demo, and goes on', async () => {
    const { store, clock } = await told('2025-11-13');
    const execute = commandExecutor(store, clock);
    await execute(
      'uppfoljning-plan',
      { type: 'CloseAssignment', outcome: 'lapsed', reason: 'Provas i demon' },
      { actor: { id: 'p01', grants: [{ body: '*', role: 'chair' }] }, when: {}, correlationId: 'try' },
    );
    const time = new DemoTime(clock, async () => undefined);
    time.follow(storyOf({ store, log: store.log, clock }));
    const passed = await time.passTo('2026-06-06T12:00:00.000Z');
    expect(passed.unfit).toBe(4);
    expect(passed.told).toBeGreaterThan(60);
    expect(clock.today()).toBe('2026-06-06');
    await store.close();
  });
});
