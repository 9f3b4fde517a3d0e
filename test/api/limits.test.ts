import { afterEach, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Buckets, noLimits } from '../../src/api/limits.js';
import { type Config, ConfigError, readConfig } from '../../src/config.js';
import { withStore, world, type World } from './world.js';

let w: World | undefined;
let refused: (readonly [status: number, kind: string])[] = [];
afterEach(() => {
  refused = [];
  return w?.close();
});

const limited = async (limits: Partial<Config['limits']>, wait = 0): Promise<World> =>
  (w = await world({
    change: ({ store }) => ({
      limits: { ...noLimits, ...limits },
      onRefused: (...refusal) => refused.push(refusal),
      store: withStore(store, {
        append: async (...write) => {
          await pause(wait);
          return store.append(...write);
        },
      }),
    }),
  }));

describe('a bucket of tokens', () => {
  it('holds ten seconds’ worth, fills again steadily, and is its owner’s alone', () => {
    let now = 0;
    const buckets = new Buckets(2, () => now);
    const taken = Array.from({ length: 21 }, () => buckets.take('a'));
    expect(taken.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 0));
    expect(taken[20]).toBe(1);
    expect(buckets.take('b')).toBe(0);
    now = 499;
    expect(buckets.take('a')).toBe(1);
    now = 500;
    expect(buckets.take('a')).toBe(0);
    expect(buckets.take('a')).toBe(1);
    now = 1e6;
    expect(Array.from({ length: 21 }, () => buckets.take('a')).filter((wait) => wait === 0)).toHaveLength(20);
  });

  it('says how long to wait when tokens are rare', () => {
    const buckets = new Buckets(0.1, () => 0);
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 10]);
  });

  it('never empties without a limit, and forgets who came longest ago', () => {
    const free = new Buckets(0, () => 0);
    expect(Array.from({ length: 100 }, () => free.take('a')).every((wait) => wait === 0)).toBe(true);
    const buckets = new Buckets(0.1, () => 0);
    buckets.take('first');
    expect(buckets.take('first')).toBe(10);
    for (let i = 0; i < 10_000; i += 1) buckets.take(`other ${i.toString()}`);
    expect(buckets.take('first')).toBe(0);
  });
});

describe('who asks too often', () => {
  it('is told so in their language, with the time to wait, and hinders nobody else', async () => {
    const { get } = await limited({ perActor: 0.1 });
    expect((await get('/api/bodies')).status).toBe(200);
    const sv = await get('/api/bodies');
    expect([sv.status, sv.headers.get('retry-after'), sv.headers.get('content-type')]).toEqual([
      429,
      '10',
      'application/problem+json; charset=utf-8',
    ]);
    expect(sv.json).toMatchObject({
      type: '/problems/tooManyRequests',
      title: 'För många anrop',
      detail: 'Gränsen för hur ofta tjänsten får anropas är nådd. Försök igen om 10 sekunder.',
    });
    const en = await get('/api/bodies', { headers: { 'accept-language': 'en' } });
    expect([en.at('title'), en.headers.get('content-language')]).toEqual(['Too many requests', 'en']);
    expect((await get('/api/bodies', { as: 'reader' })).status).toBe(200);
    expect(refused).toEqual([
      [429, 'perActor'],
      [429, 'perActor'],
    ]);
  });

  it('is counted by address before anybody looks at the token, but may ask after the health of the service', async () => {
    const { get } = await limited({ perAddress: 0.2 });
    const answers = [];
    for (const as of ['secretary', 'reader', 'admin'] as const)
      answers.push(await get('/api/bodies', { as }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect((await get('/api/bodies', { headers: { authorization: 'Bearer none-such-token' } })).status).toBe(
      429,
    );
    for (let i = 0; i < 5; i += 1) expect((await get('/health/live')).status).toBe(200);
    expect((await get('/health/ready')).status).toBe(200);
    expect(refused).toEqual([
      [429, 'perAddress'],
      [429, 'perAddress'],
    ]);
  });
});

describe('more than the service can take', () => {
  it('on a slow disk is answered 503 with the time to wait; what was accepted is done, and then all is as before', async () => {
    const { get, post, parts } = await limited({ inFlight: 20 }, 20);
    const before = parts.log.count();
    const answers = await Promise.all(
      Array.from({ length: 400 }, (_, i) =>
        post('/api/matters', { body: { body: 'sra', title: `Ärende ${i.toString()}` } }),
      ),
    );
    const done = answers.filter(({ status }) => status === 201);
    const turnedAway = answers.filter(({ status }) => status === 503);
    expect(done.length + turnedAway.length).toBe(400);
    expect(done.length).toBeGreaterThan(0);
    expect(turnedAway.length).toBeGreaterThan(0);
    expect(refused).toEqual(turnedAway.map(() => [503, 'overloaded']));
    for (const answer of turnedAway)
      expect([answer.at('code'), answer.headers.get('retry-after')]).toEqual(['overloaded', '1']);
    expect(parts.log.count() - before).toBe(done.length);
    expect((await get('/api/matters')).status).toBe(200);
  });

  it('is not what came one after the other', async () => {
    const { get } = await limited({ inFlight: 3 });
    for (let i = 0; i < 8; i += 1) expect((await get('/api/bodies')).status).toBe(200);
  });

  it('is refused by a process that is late too, for reading as well, while it still says that it lives', async () => {
    const { get } = await limited({ delay: 40 });
    const health: Promise<number>[] = [];
    const statuses = new Set<number>();
    for (let round = 0; round < 20 && !statuses.has(503); round += 1) {
      const reads = Array.from({ length: 300 }, () => get('/api/assignments?limit=200'));
      health.push(get('/health/live').then(({ status }) => status));
      for (const { status } of await Promise.all(reads)) statuses.add(status);
    }
    expect([...statuses].sort()).toEqual([200, 503]);
    expect(new Set(await Promise.all(health))).toEqual(new Set([200]));
    await pause(200);
    expect((await get('/api/assignments')).status).toBe(200);
  });
});

describe('the settings', () => {
  it('are generous unless something else is said', () => {
    expect(readConfig({}).limits).toEqual({ perActor: 50, perAddress: 200, inFlight: 1_000, delay: 2_000 });
    expect(
      readConfig({ RATE_PER_ACTOR: '0', RATE_PER_ADDRESS: '5', TRUSTED_PROXIES: '10.0.0.0/8,::1' }),
    ).toMatchObject({ limits: { perActor: 0, perAddress: 5 }, trustedProxies: ['10.0.0.0/8', '::1'] });
  });

  it('are checked at the start', () => {
    const wrong = { RATE_PER_ACTOR: 'many', MAX_IN_FLIGHT: '-1', TRUSTED_PROXIES: 'proxy' };
    expect(() => readConfig(wrong)).toThrow(ConfigError);
    expect(() => readConfig(wrong)).toThrow(/TRUSTED_PROXIES[\s\S]*RATE_PER_ACTOR[\s\S]*MAX_IN_FLIGHT/);
  });
});
