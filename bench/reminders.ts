import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ConnectionOptions, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { commandExecutor } from '../src/commands/execute.js';
import type { DomainCommand } from '../src/domain/commands.js';
import { type Recorded, streamOf, type StreamName } from '../src/domain/events.js';
import { InMemoryEventStore } from '../src/event-store/in-memory.js';
import { SqliteEventStore } from '../src/event-store/sqlite.js';
import { SystemClock } from '../src/clock.js';
import { allProjections } from '../src/projections/all.js';
import { indexStatements, newFile } from '../src/projections/model-file.js';
import { ReadModels } from '../src/projections/read-models.js';
import { reminders } from '../src/projections/reminders.js';
import { Runner } from '../src/projections/runner.js';
import type { PostOffice } from '../src/reminders/deliver.js';
import { compose } from '../src/reminders/letters/compose.js';
import type { Mailer } from '../src/reminders/mailer.js';
import { sweep } from '../src/reminders/sweep.js';
import { WakeUps } from '../src/reminders/wake-ups.js';
import { SetClock } from '../test/support/histories.js';
import { RedisServer } from '../test/support/redis-server.js';
import { actor } from './facts.js';
import { absolute, against, type Figure, must, quantile, timed } from './figure.js';

const timeZone = 'Europe/Stockholm';
const given = '2026-03-19T08:00:00.000Z';
/** The morning on which all letters of the bench are due: six weeks before the meeting. */
const due = '2026-04-23';
const rolesEach = 20;
const manyEach = 5;

/** The facts of one body whose roles each have a holder and assignments, to make many of. */
async function patternOf(assignmentsEach: number): Promise<readonly (readonly Recorded[])[]> {
  const store = new InMemoryEventStore();
  const clock = new SetClock(given);
  const execute = commandExecutor(store, clock);
  const streams: Recorded[][] = [];
  const tell = async (id: string, ...commands: readonly DomainCommand[]): Promise<void> => {
    let stream: StreamName = streamOf('body', id);
    for (const command of commands)
      ({ stream } = await execute(id, command, { actor, when: {}, correlationId: 'bench' }));
    streams.push([...(await store.read(stream))]);
  };
  const roles = Array.from({ length: rolesEach }, (_, i) => `r${i.toString()}`);
  for (const role of roles)
    await tell(`BODY-${role}`, { type: 'RegisterPerson', name: `Åsa ${role}`, email: `${role}@example.se` });
  await tell(
    'BODY',
    { type: 'RegisterBody', name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' },
    ...roles.flatMap((role): DomainCommand[] => [
      { type: 'DefineRole', role, title: `Direktör ${role}`, kind: 'responsible' },
      { type: 'AppointHolder', role, person: `BODY-${role}` },
    ]),
  );
  for (const date of ['2026-06-04', '2026-09-24'])
    await tell(`BODY-m-${date}`, { type: 'ScheduleMeeting', body: 'BODY', kind: 'ordinary', date });
  for (const role of roles) {
    for (let nth = 0; nth < assignmentsEach; nth += 1)
      await tell(`BODY-a-${role}-${nth.toString()}`, {
        type: 'GiveAssignment',
        body: 'BODY',
        recipient: 'BODY',
        title: `Återkomma med förslag ${nth.toString()}`,
        deadline: 'senast i juni 2026',
        responsible: [role],
      });
  }
  return streams;
}

/** A log of so many bodies, on disk, with one letter due to each holder of a role, about all of their assignments, on the morning of {@link due}. */
async function logOf(path: string, bodies: number, assignmentsEach: number): Promise<SqliteEventStore> {
  const store = SqliteEventStore.open(path);
  const pattern = (await patternOf(assignmentsEach)).map((events) => JSON.stringify(events));
  for (let nth = 0; nth < bodies; nth += 1)
    await store.appendAll(
      pattern.map((text) => {
        const events = JSON.parse(text.replaceAll('BODY', `b${nth.toString()}`)) as Recorded[];
        const [first] = events;
        if (!first) throw new Error('a stream without events');
        return {
          stream: first.stream,
          events: events.map((event) => ({ ...event, id: randomUUID() })),
          expected: 'none' as const,
        };
      }),
    );
  return store;
}

/** Takes every letter in as soon as it is written. */
class Sink implements Mailer {
  readonly at: number[] = [];

  async send(_: unknown, write: () => Promise<unknown>) {
    const mail = await write();
    if (mail === undefined) return { kind: 'stopped' as const };
    this.at.push(Date.now());
    return { kind: 'accepted' as const, code: 250 };
  }

  close(): void {
    this.at.length = 0;
  }
}

interface World {
  readonly office: PostOffice;
  readonly sink: Sink;
  readonly clock: SystemClock;
  readonly store: SqliteEventStore;
  close(): Promise<void>;
}

/** All it takes to send the letters of so many bodies. */
async function worldOf(path: string, bodies: number, assignmentsEach: number): Promise<World> {
  const store = await logOf(`${path}.db`, bodies, assignmentsEach);
  const models = ReadModels.open({
    path: `${path}-models.db`,
    log: store.log,
    timeZone,
    projections: allProjections,
  });
  await models.ready;
  const append = store.append.bind(store);
  store.append = async (...write) => {
    const appended = await append(...write);
    models.wake();
    return appended;
  };
  const clock = new SystemClock(timeZone);
  const sink = new Sink();
  const desk = {
    models,
    log: store.log,
    baseUrl: 'http://localhost:3000',
    timeZone,
    linkSecret: 'x'.repeat(32),
  };
  const office = { store, models, clock, mailer: sink, compose, desk, worker: 'bench', leaseMs: 300_000 };
  return {
    office,
    sink,
    clock,
    store,
    close: async () => {
      await models.close();
      await store.close();
    },
  };
}

/** What BullMQ does alone: so many delayed jobs added, and so many that are due taken by a worker that does nothing. */
async function bare(url: string, count: number): Promise<{ readonly added: number; readonly taken: number }> {
  const [own, blocking] = [new Redis(url), new Redis(url, { maxRetriesPerRequest: null })];
  const connection: ConnectionOptions = own;
  const queue = new Queue('bare', { connection });
  const jobs = (delay: number) =>
    Array.from({ length: count }, (_, nth) => ({
      name: 'rung',
      data: {
        assignment: `a${nth.toString()}`,
        statement: 1,
        rung: 'beforeMeeting-42',
        role: 'r1',
        day: due,
      },
      opts: { jobId: `job-${nth.toString()}`, delay, removeOnComplete: true },
    }));
  const add = async (delay: number): Promise<void> => {
    const all = jobs(delay);
    for (let from = 0; from < count; from += 1_000) await queue.addBulk(all.slice(from, from + 1_000));
  };
  const addedIn = await timed(() => add(86_400_000));
  await own.flushall();
  await add(1);
  let done = 0;
  const takenIn = await timed(async () => {
    const connection: ConnectionOptions = blocking;
    const worker = new Worker('bare', () => Promise.resolve((done += 1)), { connection, concurrency: 64 });
    while (done < count) await pause(5);
    await worker.close();
  });
  await own.flushall();
  await queue.close();
  own.disconnect();
  blocking.disconnect();
  return { added: (count / addedIn) * 1_000, taken: (count / takenIn) * 1_000 };
}

/** Reminders planned and delivered against BullMQ alone, on a Redis of its own that keeps what it is told. */
export async function remindersFigures(
  folder: string,
  planned: number,
  delivered: number,
): Promise<Figure[]> {
  const redis = await RedisServer.start();
  try {
    const alone = await bare(redis.url, planned);
    return [
      await planFigure(folder, planned, alone.added),
      ...(await deliverFigures(folder, delivered, alone.taken)),
      await latenessFigure(folder, redis.url),
    ];
  } finally {
    await redis.close();
  }
}

async function planFigure(folder: string, count: number, added: number): Promise<Figure> {
  const store = await logOf(join(folder, 'planned.db'), Math.ceil(count / rungsOfBody), manyEach);
  const db = newFile(join(folder, 'planned-models.db'), [reminders], timeZone);
  const runner = new Runner(db, store.log, [reminders], timeZone);
  const ms = await timed(() => {
    while (runner.step(2_000).length > 0);
    for (const statement of indexStatements([reminders])) db.exec(statement);
  });
  const rows = Number((db.prepare('SELECT count(*) AS n FROM reminder_rung').get() as { n: number }).n);
  must(rows >= count, 'as many reminders are planned');
  db.close();
  await store.close();
  return against('reminders planned from the log', 'reminders/s', [(rows / ms) * 1_000], [added], {
    atLeast: 3,
  });
}

/** Each assignment is reminded of at once, six weeks and two weeks before its meeting, and the day after it. */
const rungsOfBody = 4 * rolesEach * manyEach;

async function deliverFigures(folder: string, count: number, taken: number): Promise<Figure[]> {
  const world = await worldOf(join(folder, 'delivered'), Math.ceil(count / rolesEach / manyEach), manyEach);
  const { office, sink, clock, store } = world;
  clock.moveTo(`${due}T06:00:01.000Z`);
  const before = store.log.count();
  const sizes: number[] = [];
  const measuring = setInterval(() => sizes.push(process.memoryUsage.rss() / 1024 ** 2), 50);
  const ms = await timed(async () => {
    for (let last = -1; last !== sink.at.length;) {
      last = sink.at.length;
      await sweep(office, 64);
    }
  });
  clearInterval(measuring);
  const letters = sink.at.length;
  const told = letters * manyEach;
  must(told >= count, 'every reminder was delivered');
  must(
    store.log.count() - before === 3 * letters,
    'its claim, its hand-over and its acceptance are in the log',
  );
  const half = Math.floor(sizes.length / 2);
  const growth = quantile(sizes.slice(half), 0.5) - quantile(sizes.slice(0, half), 0.5);
  await world.close();
  return [
    against(
      `reminders delivered to a sink with their events, ${manyEach.toString()} to a letter`,
      'reminders/s',
      [(told / ms) * 1_000],
      [taken],
      { atLeast: 2 },
    ),
    absolute('memory that grows between the halves of delivering them', 'MB', growth, { atMost: 50 }),
  ];
}

async function latenessFigure(folder: string, url: string): Promise<Figure> {
  const world = await worldOf(join(folder, 'lateness'), 1_000 / rolesEach, 1);
  const { office, sink, clock } = world;
  const opening = Date.parse(`${due}T06:00:00.000Z`);
  clock.moveTo(new Date(opening - 8_000).toISOString());
  const instant = Date.now() + 8_000;
  const wakeUps = new WakeUps({
    url,
    strict: true,
    office,
    alive: () => true,
    everyMs: 500,
    concurrency: 64,
  });
  wakeUps.start();
  while (sink.at.length < 1_000 && Date.now() < instant + 60_000) await pause(50);
  await wakeUps.stop();
  must(sink.at.length === 1_000, 'every letter came');
  const late = sink.at.map((at) => at - instant);
  await world.close();
  return absolute('lateness of 1,000 letters due at one instant, p99', 'ms', quantile(late, 0.99), {
    atMost: 2_000,
  });
}
