import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ConnectionOptions, Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { readConfig } from '../../src/config.js';
import { type QueueStatus, WakeUps, WorkerWatch } from '../../src/reminders/wake-ups.js';
import { startService } from '../../src/service.js';
import { RedisServer } from '../support/redis-server.js';
import { type Office, openOffice } from './office.js';

const day = '2026-04-23';
const eight = `${day}T06:00:00.000Z`;
const id = `${day}.asa`;

let redis: RedisServer;
let office: Office;
let started: WakeUps[];
let told: string[];

beforeEach(async () => {
  [redis, office] = await Promise.all([RedisServer.start(), openOffice()]);
  started = [];
  told = [];
});
afterEach(async () => {
  redis.signal('SIGCONT');
  await Promise.all(started.map((wakeUps) => wakeUps.stop()));
  await Promise.all([office.close(), redis.close()]);
});

/** A worker that is woken by the queue alone: no sweep runs here. */
function wakes(name = 'w1'): WakeUps {
  const wakeUps = new WakeUps({
    url: redis.url,
    strict: false,
    office: office.worker(name),
    alive: () => true,
    everyMs: 100,
    onTrouble: (message) => told.push(message),
    onNews: (message) => told.push(message),
  });
  started.push(wakeUps);
  wakeUps.start();
  return wakeUps;
}

async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 15_000): Promise<void> {
  for (const end = performance.now() + ms; !(await holds()); await pause(20))
    if (performance.now() > end) throw new Error(`in vain waited for: ${what}; told: ${told.join(' | ')}`);
}

/** Looks into the queue, as an operator would. */
async function looking<T>(look: (queue: Queue) => Promise<T>): Promise<T> {
  const own = new Redis(redis.url);
  const connection: ConnectionOptions = own;
  const queue = new Queue('reminders', { connection, prefix: 'beslutslogg' });
  try {
    return await look(queue);
  } finally {
    await queue.close();
    own.disconnect();
  }
}

const rungsPlanned = () =>
  looking(async (queue) => (await queue.getDelayed()).filter(({ name }) => name === 'rung'));
const connected = ({ status }: { readonly status: Pick<QueueStatus, 'state'> }) =>
  status.state === 'connected';
const arrived = () => office.mailer.arrived.map(({ to }) => to);
const before = (seconds: number) => {
  office.at(new Date(Date.parse(eight) - seconds * 1_000).toISOString());
};

describe('a wake-up', () => {
  it('comes when the letter is due, and not before', async () => {
    before(1.5);
    wakes();
    await until('a mail', () => arrived().length > 0);
    const { phase, lastAt } = await office.letter(id);
    expect(phase).toBe('accepted');
    expect(Date.parse(lastAt) - Date.parse(eight)).toBeGreaterThanOrEqual(0);
    expect(Date.parse(lastAt) - Date.parse(eight)).toBeLessThan(2_000);
  });

  it('comes at once for what somebody asks to have sent now', async () => {
    office.at(`${day}T09:00:00.000Z`);
    wakes();
    await until('the first mail', () => arrived().length === 1);
    await office.tell('b', {
      type: 'GiveAssignment',
      body: 'sra',
      title: 'Beskriva läget',
      responsible: ['sek'],
      recipient: 'sra',
      deadline: 'hösten 2026',
    });
    await office.tell('b', { type: 'RemindNow' });
    await until('the second', () => arrived().length === 2);
    expect(arrived()).toEqual(['asa@example.se', 'sekr@example.se']);
  });

  it('is planned once however many plan it, for the coming days only', async () => {
    office.at('2026-04-21T10:00:00.000Z');
    await office.tell('b', {
      type: 'GiveAssignment',
      body: 'sra',
      title: 'Följa upp',
      responsible: ['dir'],
      recipient: 'sra',
      deadline: 'senast i september 2026',
    });
    const [one, other] = [wakes('w1'), wakes('w2')];
    await until('both have planned', () => one.status.delayed >= 4 && other.status.delayed >= 4);
    const ids = (await rungsPlanned()).map(({ id }) => id ?? '').sort();
    expect(ids).toEqual([
      expect.stringMatching(/^rung\.2026-04-22\.b\.dir\.\d+\.received$/),
      expect.stringMatching(/^rung\.2026-04-23\.a\.dir\.\d+\.beforeMeeting-42$/),
    ]);
    expect(ids.join('')).not.toContain(':');
  });

  it('finds itself stale when the deadline has moved', async () => {
    before(1.5);
    const wakeUps = wakes();
    await until('it is planned', () => wakeUps.status.delayed > 2);
    await office.tell('a', { type: 'MoveDeadline', to: 'hösten 2026', reasonStated: false });
    await until('it has come', async () => (await rungsPlanned()).every(({ id }) => !id?.includes(day)));
    await pause(200);
    expect(arrived()).toEqual([]);
    expect(await office.letter(id)).toMatchObject({ exists: false });
  });

  it('brings one letter when two workers have it and the sweep of both is beside', async () => {
    before(1);
    wakes('w1');
    wakes('w2');
    await until('a mail', () => arrived().length > 0);
    await pause(300);
    expect(arrived()).toEqual(['asa@example.se']);
    expect(await office.letter(id)).toMatchObject({ attempts: 1, copies: 0 });
  });

  it.each([
    ['waits for its next try when the mail server refuses for now', false, 451, 'delayed'],
    ['is kept where it can be seen when the mail server refuses for good', true, 550, 'failed'],
  ] as const)('%s', async (_, permanent, code, kept) => {
    office.at(`${day}T09:00:00.000Z`);
    office.mailer.answer = () => ({ kind: 'refused', permanent, code, why: 'refused' });
    const wakeUps = wakes();
    await until('it is tried', async () => (await office.letter(id)).code === code);
    await until('it is seen', () =>
      looking(async (queue) => (await queue.getJob((await theOne(queue)) ?? ''))?.attemptsMade === 1),
    );
    expect(
      await looking(async (queue) => (await queue.getJob((await theOne(queue)) ?? ''))?.getState()),
    ).toBe(kept);
    await until('the figures tell', () => wakeUps.status[kept] >= 1);
  });

  const theOne = async (queue: Queue) =>
    (await queue.getJobs(['delayed', 'failed'])).find(({ name }) => name === 'rung')?.id;
});

describe('what comes every week', () => {
  it('is looked for at eight in Stockholm, in summer as in winter', async () => {
    office.at('2026-04-21T10:00:00.000Z');
    const wakeUps = wakes();
    await until('it is planned', () => wakeUps.status.delayed >= 2);
    const found = await looking((queue) => queue.getJobSchedulers());
    expect(
      found.map(({ key, pattern, tz }) => ({ key, pattern, tz })).sort((a, b) => (a.key < b.key ? -1 : 1)),
    ).toEqual([
      { key: 'briefs', pattern: '0 8 * * 1-5', tz: 'Europe/Stockholm' },
      { key: 'digests', pattern: '0 8 * * 1-5', tz: 'Europe/Stockholm' },
    ]);
    for (const { next } of found)
      expect(
        new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Stockholm', timeStyle: 'short' }).format(next),
      ).toBe('08:00');
  });
});

describe('a Redis that', () => {
  it('is flushed is planned anew', async () => {
    before(3);
    const wakeUps = wakes();
    await until('it is planned', async () => (await rungsPlanned()).length === 1);
    await redis.ask((client) => client.flushall());
    await until('it is planned again', async () => (await rungsPlanned()).length === 1);
    await until('a mail', () => arrived().length > 0);
    expect(connected(wakeUps)).toBe(true);
  });

  it.each([
    ['keeps what it is told', []],
    ['forgets', ['--appendonly', 'no']],
  ])('%s is killed and comes back: the letter goes once', async (_, args) => {
    await redis.close();
    redis = await RedisServer.start(...args);
    before(4);
    const wakeUps = wakes();
    await until('it is planned', async () => (await rungsPlanned()).length === 1);
    await pause(1_100);
    await redis.kill();
    await until('its loss is noticed', () => wakeUps.status.state === 'lost');
    expect(told.join()).toMatch(/Redis does not answer.*sweep alone/);
    await redis.start();
    await until('a mail', () => arrived().length > 0);
    await until('its return is told', () => told.at(-1)?.startsWith('Redis answers') ?? false);
    await pause(300);
    expect(arrived()).toEqual(['asa@example.se']);
  });

  it('stands still for three seconds when the letter is due delays it and no more', async () => {
    before(1);
    const wakeUps = wakes();
    await until('it is planned', async () => (await rungsPlanned()).length === 1);
    redis.signal('SIGSTOP');
    await pause(3_000);
    const began = performance.now();
    await wakeUps.plan();
    expect(performance.now() - began).toBeLessThan(4_000);
    redis.signal('SIGCONT');
    await until('a mail', () => arrived().length > 0);
    await pause(300);
    expect(arrived()).toEqual(['asa@example.se']);
  });

  it('cuts every connection loses no wake-up', async () => {
    before(2);
    wakes();
    await until('it is planned', async () => (await rungsPlanned()).length === 1);
    await redis.ask((client) => client.call('CLIENT', 'KILL', 'TYPE', 'normal'));
    await until('a mail', () => arrived().length > 0, 5_000);
  });

  it('is not there lets a worker start and end', async () => {
    await redis.kill();
    const wakeUps = wakes();
    await until('that is told', () => told.length > 0);
    expect(wakeUps.status.state).toBe('lost');
    const began = performance.now();
    await wakeUps.stop();
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('tells those who leave the sending to workers whether one lives, as long as it is there itself', async () => {
    const watch = new WorkerWatch({ url: redis.url, strict: false, everyMs: 50, lastsMs: 500 });
    watch.start();
    const wakeUps = wakes();
    await until('both see Redis', () => connected(wakeUps) && connected(watch));
    await pause(700);
    expect(watch.alive).toBe(true);
    await wakeUps.stop();
    expect(await redis.ask((client) => client.pttl('beslutslogg:worker'))).toBeGreaterThan(0);
    await redis.ask((client) => client.del('beslutslogg:worker'));
    await until('its silence is noticed', () => !watch.alive, 2_000);
    await redis.kill();
    await until('Redis is lost', () => watch.status.state === 'lost');
    expect(watch.alive).toBe(true);
    await watch.stop();
  });

  it.each([
    [['--appendonly', 'no'], /appendonly yes/],
    [['--maxmemory-policy', 'allkeys-lru'], /maxmemory-policy noeviction/],
  ])('with %s is refused in production, and what to set is said', async (args, what) => {
    await redis.close();
    redis = await RedisServer.start(...args);
    const config = readConfig({
      NODE_ENV: 'production',
      EVENT_STORE: 'memory',
      PORT: '0',
      REDIS_URL: redis.url,
    });
    await expect(startService(config, pino({ level: 'silent' }))).rejects.toThrow(what);
  });
});
