import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { assignment } from '../src/domain/assignment/assignment.js';
import { isEventOf, type Recorded } from '../src/domain/events.js';
import { fold } from '../src/domain/decider.js';
import { StoreBusy } from '../src/event-store/event-store.js';
import { LocalLog } from '../src/event-store/local-log.js';
import { SqliteEventStore } from '../src/event-store/sqlite.js';
import { allProjections } from '../src/projections/all.js';
import { assignments } from '../src/projections/assignments.js';
import { newFile } from '../src/projections/model-file.js';
import type { Projection } from '../src/projections/projection.js';
import { ReadModels } from '../src/projections/read-models.js';
import { Runner } from '../src/projections/runner.js';
import { fill, type Patterns } from './facts.js';
import { absolute, against, type Figure, median, must, quantile, timed } from './figure.js';

const samples = 5;
const timeZone = 'Europe/Stockholm';
const batch = 2_000;

async function rebuilt(
  path: string,
  log: LocalLog,
  projections: readonly Projection[],
): Promise<{ ms: number; rows: unknown[][] }> {
  const db = newFile(path, projections, timeZone);
  const runner = new Runner(db, log, projections, timeZone);
  const ms = await timed(() => {
    while (runner.step(batch).length > 0);
  });
  must(runner.position === log.head(), 'every event was taken in');
  must(
    runner.status().every(({ stopped }) => !stopped),
    'no projection stopped',
  );
  const rows = db.prepare('SELECT * FROM assignment ORDER BY id').raw().all() as unknown[][];
  db.close();
  for (const suffix of ['', '.building', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  return { ms, rows };
}

/** The limit of a rebuild: the log read once, every stream folded in memory, the same rows written in one transaction. */
async function folded(path: string, log: LocalLog, rows: readonly (readonly unknown[])[]): Promise<number> {
  const db = newFile(path, [assignments], timeZone);
  const width = rows[0]?.length ?? 1;
  const insert = db.prepare(
    `INSERT INTO assignment VALUES (${Array.from({ length: width }, () => '?').join(', ')})`,
  );
  const ms = await timed(() => {
    const streams = new Map<string, Recorded[]>();
    for (
      let events = log.after(null, batch);
      events.length > 0;
      events = log.after(events.at(-1)?.position ?? null, batch)
    )
      for (const event of events) {
        const known = streams.get(event.stream);
        if (known) known.push(event);
        else streams.set(event.stream, [event]);
      }
    for (const [stream, events] of streams)
      if (stream.startsWith('assignment-'))
        must(fold(assignment, events.filter(isEventOf.assignment)).exists, 'it folds');
    db.exec('BEGIN');
    for (const row of rows) insert.run(...row);
    db.exec('COMMIT');
  });
  db.close();
  for (const suffix of ['', '.building', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  return ms;
}

/** The figures of building read models from a log of `count` facts. */
export async function rebuildFigures(folder: string, from: Patterns, count: number): Promise<Figure[]> {
  const log = LocalLog.open(join(folder, 'filled.db'), { mode: 'copy' });
  const total = fill(log, from, count);
  const [one, limit, all]: [number[], number[], number[]] = [[], [], []];
  for (let sample = 0; sample < samples; sample += 1) {
    const ours = await rebuilt(join(folder, 'one.db'), log, [assignments]);
    must(ours.rows.length > 0, 'there are rows');
    one.push((total / ours.ms) * 1_000);
    limit.push((total / (await folded(join(folder, 'limit.db'), log, ours.rows))) * 1_000);
    all.push((total / (await rebuilt(join(folder, 'all.db'), log, allProjections)).ms) * 1_000);
  }
  log.close();
  return [
    against('rebuild of one read model', 'events/s', one, limit, { atLeast: 0.5 }),
    absolute(`all ${allProjections.length.toString()} read models in one pass`, 'events/s', median(all), {
      atLeast: 40_000,
    }),
  ];
}

/** What a client does that is told to come back, later each time: the time it waits counts. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let wait = 10; ; wait = Math.min(2 * wait, 1_000)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreBusy)) throw error;
      await pause(wait);
    }
  }
}

/** How long after its acknowledgement a fact can be read, one at a time and at half of what the service and the log take. */
export async function visibleFigures(
  folder: string,
  from: Patterns,
  count: number,
  ceiling: number,
): Promise<Figure[]> {
  const wakes: (() => void)[] = [];
  const store = SqliteEventStore.open(join(folder, 'visible.db'), { onCommit: () => wakes[0]?.() });
  const visible = ReadModels.open({
    path: join(folder, 'visible-models.db'),
    log: store.log,
    timeZone,
    projections: allProjections,
  });
  wakes.push(() => visible.wake());
  await visible.ready;
  const lives = from.lives.filter(([first]) => first?.type === 'AssignmentGiven');
  await store.append(
    'body-sra',
    from.ground.map((event) => ({ ...event })),
    'none',
  );
  const one = async (nth: number): Promise<number> => {
    const stream = `assignment-v${nth.toString()}` as const;
    const life = lives[nth % lives.length] ?? [];
    const event = life.slice(0, 1).map((first) => ({ ...first, id: `v${nth.toString()}` }));
    const began = performance.now();
    const { position } = await patiently(() => store.append(stream, event, 'none'));
    must(await visible.waitFor(position, 60_000), 'it can be read');
    return performance.now() - began;
  };
  const alone: number[] = [];
  for (let i = 0; i < count; i += 1) alone.push(await one(i));

  let sent = alone.length;
  const rateOf = async (clients: number, seconds: number): Promise<number> => {
    const began = performance.now();
    const first = sent;
    const end = began + seconds * 1_000;
    await Promise.all(
      Array.from({ length: clients }, async () => {
        while (performance.now() < end) await one(sent++);
      }),
    );
    return (sent - first) / ((performance.now() - began) / 1_000);
  };
  /** What each of so many facts per second takes, for three seconds. */
  const loadedBy = async (rate: number): Promise<number[]> => {
    const seconds = 3;
    const [times, pending]: [number[], Promise<void>[]] = [[], []];
    const began = performance.now();
    while (pending.length < rate * seconds) {
      const due = Math.min(rate * seconds, ((performance.now() - began) / 1_000) * rate);
      while (pending.length < due) pending.push(one(sent++).then((ms) => void times.push(ms)));
      await pause(1);
    }
    await Promise.all(pending);
    return times;
  };
  const together = (await rateOf(64, 3)) / 2;
  const halfOfBoth = await loadedBy(together);
  const half = ceiling / 2;
  const halfOfLog = await loadedBy(half);
  const rows = visible.db.prepare('SELECT count(*) AS n FROM assignment').get() as { n: number };
  must(rows.n === sent, 'every fact has its row');
  await visible.close();
  await store.close();
  return [
    absolute('append to visible, p50', 'ms', median(alone), { atMost: 2.5 }),
    absolute('append to visible, p99', 'ms', quantile(alone, 0.99), { atMost: 15 }),
    absolute(
      `append to visible at ${together.toFixed(0)} appends/s, half of what log and read models take, p99`,
      'ms',
      quantile(halfOfBoth, 0.99),
      { atMost: 250 },
    ),
    absolute(
      `append to visible at ${half.toFixed(0)} appends/s, half of what the log alone takes, p99`,
      'ms',
      quantile(halfOfLog, 0.99),
      { atMost: 250 },
    ),
  ];
}
