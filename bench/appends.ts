import { join } from 'node:path';
import Database from 'libsql';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { MoveDeadlineDto } from '../src/api/dto/assignment.dto.js';
import { fieldsOf, whenOf } from '../src/api/dto/fact.dto.js';
import { shape } from '../src/api/shape.pipe.js';
import { SystemClock } from '../src/clock.js';
import { ExecuteAssignment, ExecuteBody } from '../src/commands/commands.js';
import { CLOCK, commandHandlers, EVENT_STORE } from '../src/commands/handlers.js';
import { assignment } from '../src/domain/assignment/assignment.js';
import { fold } from '../src/domain/decider.js';
import { isEventOf, type Recorded } from '../src/domain/events.js';
import type { EventStore } from '../src/event-store/event-store.js';
import { WrongExpectedRevision } from '../src/event-store/event-store.js';
import { LocalLog } from '../src/event-store/local-log.js';
import { SqliteEventStore } from '../src/event-store/sqlite.js';
import { actor, another, body, type Patterns } from './facts.js';
import { against, type Figure, must, stall, timed } from './figure.js';
import { RawLog } from './raw.js';

const samples = 5;
const perSecond = (count: number, ms: number): number => (count / ms) * 1_000;

/** All writers append one event after the other, each to a stream of its own; milliseconds for `count` appends. */
async function appendAll(
  store: SqliteEventStore,
  from: Patterns,
  writers: number,
  count: number,
  label: string,
): Promise<number> {
  const each = Math.ceil(count / writers);
  const before = store.log.count();
  const ms = await timed(() =>
    Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        const stream = `assignment-${label}-${writer.toString()}` as const;
        for (let i = 0; i < each; i += 1)
          await store.append(stream, [another(from, i)], i === 0 ? 'none' : i - 1);
      }),
    ),
  );
  must(store.log.count() - before === each * writers, 'every row is there');
  const stream = `assignment-${label}-0` as const;
  must(
    store.log.stream(stream).every(({ revision }, i) => revision === i),
    'revisions are dense',
  );
  const refused = await store.append(stream, [another(from, 0)], 'none').catch((error: unknown) => error);
  must(refused instanceof WrongExpectedRevision, 'a conflict is refused');
  must(store.log.head() === String(store.log.count()), 'positions are dense');
  return (ms * count) / (each * writers);
}

/** The figures of appending: alone, 64 at a time, and on a disk that takes 1 ms longer. */
export async function appendFigures(folder: string, from: Patterns, count: number): Promise<Figure[]> {
  const rates = { alone: [0], many: [0], slow: [0], raw: [0], rawSlow: [0] };
  for (const list of Object.values(rates)) list.length = 0;
  let slow = false;
  const store = SqliteEventStore.open(join(folder, 'append.db'), {
    onCommit: () => {
      if (slow) stall(1);
    },
  });
  const raw = new RawLog(join(folder, 'raw.db'));
  const few = Math.ceil(count / 5);
  const rawRate = (label: string, of: number, wait: number): Promise<number> =>
    timed(() => {
      for (let i = 0; i < of; i += 1) {
        raw.append(label, i, another(from, i));
        if (wait > 0) stall(wait);
      }
    }).then((ms) => perSecond(of, ms));
  for (let sample = -1; sample < samples; sample += 1) {
    const label = `s${sample.toString()}`;
    const found = {
      raw: await rawRate(label, count, 0),
      alone: perSecond(count, await appendAll(store, from, 1, count, `alone-${label}`)),
      many: perSecond(count * 4, await appendAll(store, from, 64, count * 4, `many-${label}`)),
      rawSlow: await rawRate(`slow-${label}`, few, 1),
      slow: 0,
    };
    slow = true;
    found.slow = perSecond(count, await appendAll(store, from, 16, count, `slow-${label}`));
    slow = false;
    if (sample < 0) continue;
    rates.alone.push(found.alone);
    rates.many.push(found.many);
    rates.slow.push(found.slow);
    rates.raw.push(found.raw);
    rates.rawSlow.push(found.rawSlow);
  }
  raw.close();
  await store.close();
  return [
    against('store append, one waiting writer', 'events/s', rates.alone, rates.raw, { atLeast: 0.85 }),
    against('store append, 64 in flight', 'events/s', rates.many, rates.raw, { atLeast: 2 }),
    against('store append, 1 ms added to every commit, 16 in flight', 'events/s', rates.slow, rates.rawSlow, {
      atLeast: 5,
    }),
  ];
}

class Buses {}

async function busOn(store: EventStore): Promise<{ bus: CommandBus; close: () => Promise<void> }> {
  const app = await NestFactory.createApplicationContext(
    {
      module: Buses,
      imports: [CqrsModule.forRoot()],
      providers: [
        { provide: EVENT_STORE, useValue: store },
        { provide: CLOCK, useValue: new SystemClock('Europe/Stockholm') },
        ...commandHandlers,
      ],
    },
    { logger: false },
  );
  return { bus: app.get(CommandBus), close: () => app.close() };
}

/** A command from its JSON to the durable fact, and a stream of five facts read and folded. */
export async function commandFigures(folder: string, from: Patterns, count: number): Promise<Figure[]> {
  const path = join(folder, 'commands.db');
  const store = SqliteEventStore.open(path);
  const raw = new RawLog(join(folder, 'raw-commands.db'));
  const { bus, close } = await busOn(store);
  const call = { actor, when: {}, correlationId: 'bench' };
  await bus.execute(
    new ExecuteBody(body, { type: 'RegisterBody', name: 'Samrådsorganet', shortName: 'SRÄ' }, call),
  );
  const ids = Array.from({ length: Math.ceil(count / 4) }, (_, i) => `u${i.toString()}`);
  const commands: number[] = [];
  const inserts: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const of = (id: string): string => `${id}-${sample.toString()}`;
    for (const id of ids)
      await bus.execute(
        new ExecuteAssignment(
          of(id),
          { type: 'GiveAssignment', body, recipient: body, title: `Uppdrag ${id}`, deadline: 'hösten 2027' },
          call,
        ),
      );
    inserts.push(
      await timed(() => {
        for (let i = 0; i < count; i += 1) raw.append(`raw-${sample.toString()}`, i, another(from, i));
      }).then((ms) => perSecond(count, ms)),
    );
    const ms = await timed(async () => {
      for (let turn = 0; turn < 4; turn += 1)
        for (const id of ids) {
          const json: unknown = { to: `${(turn + 1).toString()} oktober 2027`, reasonStated: false };
          const { value, errors } = shape(MoveDeadlineDto, json);
          must(errors.length === 0, 'the command has the right shape');
          const command = { type: 'MoveDeadline', ...fieldsOf(value) } as const;
          await bus.execute(
            new ExecuteAssignment(of(id), command, { ...call, when: whenOf(value), expected: turn }),
          );
        }
    });
    commands.push(perSecond(ids.length * 4, ms));
    for (const id of ids)
      must((await store.read(`assignment-${of(id)}`)).length === 5, 'every command led to its fact');
  }
  const late = new ExecuteAssignment(
    `u0-0`,
    { type: 'MoveDeadline', to: 'hösten 2028', reasonStated: false },
    { ...call, expected: 0 },
  );
  must(
    (await bus.execute(late).catch((error: unknown) => error)) instanceof WrongExpectedRevision,
    'a conflict is refused',
  );
  const loads = await loadFigures(
    store,
    path,
    ids.map((id) => `assignment-${id}-0` as const),
  );
  raw.close();
  await close();
  await store.close();
  return [
    against('whole command through the bus', 'commands/s', commands, inserts, { atLeast: 0.5 }),
    ...loads,
  ];
}

/** As commands read, which a store may remember; and from a log that remembers nothing. */
async function loadFigures(
  store: SqliteEventStore,
  path: string,
  streams: readonly `assignment-${string}`[],
): Promise<Figure[]> {
  const forgetful = LocalLog.open(path, { mode: 'readonly' });
  const db = new Database(path);
  const select = db.prepare('SELECT * FROM event WHERE stream = ? ORDER BY revision').raw();
  const [again, first, limit]: [number[], number[], number[]] = [[], [], []];
  const often = Array.from({ length: Math.ceil(1_000 / streams.length) }, () => streams).flat();
  const microseconds = (ms: number): number => (ms / often.length) * 1_000;
  const folded = (events: readonly Recorded[]): void => {
    must(events.length === 5, 'five events');
    must(fold(assignment, events.filter(isEventOf.assignment)).exists, 'the stream folds');
  };
  for (let sample = -1; sample < samples; sample += 1) {
    const raw = await timed(() => {
      for (const stream of often) must(select.all(stream).length === 5, 'five rows');
    });
    const remembered = await timed(async () => {
      for (const stream of often) folded(await store.read(stream));
    });
    const read = await timed(() => {
      for (const stream of often) folded(forgetful.stream(stream));
    });
    if (sample < 0) continue;
    limit.push(microseconds(raw));
    again.push(microseconds(remembered));
    first.push(microseconds(read));
  }
  db.close();
  forgetful.close();
  const goal = { atMost: 1.5 };
  return [
    against('load and fold a 5-event stream, as commands do again and again', 'µs', again, limit, goal),
    against('load and fold a 5-event stream, the first time', 'µs', first, limit, goal),
  ];
}
