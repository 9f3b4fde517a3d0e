import { afterEach, describe, expect, it } from '@jest/globals';
import { SystemClock } from '../../src/clock.js';
import { StoreUnavailable } from '../../src/event-store/event-store.js';
import { tokens, withStore, world, type World, type WorldOptions } from './world.js';

let w: World | undefined;
const begin = async (options?: WorldOptions): Promise<World> => (w = await world(options));
afterEach(async () => {
  await w?.close();
  w = undefined;
});

describe('health', () => {
  it('is good when the log answers and every read model follows', async () => {
    const { get, base } = await begin();
    expect(await (await fetch(`${base}/health/live`)).json()).toEqual({ status: 'ok' });
    const ready = await get('/health/ready', { headers: { authorization: '' } });
    expect(ready.status).toBe(200);
    expect(ready.json).toMatchObject({ status: 'ok', log: 'reachable' });
    const models = ready.at('readModels') as { name: string; lag: number }[];
    expect(models.map(({ name }) => name)).toContain('assignments');
    expect(models.every(({ lag }) => lag === 0)).toBe(true);
    expect((await get('/version')).json).toEqual({ name: 'beslutslogg', version: '0.0.0-test' });
  });

  it('is bad when the log does not answer; the process lives', async () => {
    const { get } = await begin({
      change: ({ store }) => ({
        store: withStore(store, { head: () => Promise.reject(new StoreUnavailable('gone')) }),
      }),
    });
    const ready = await get('/health/ready');
    expect([ready.status, ready.at('status'), ready.at('log')]).toEqual([503, 'failing', 'unreachable']);
    expect((await get('/health/live')).status).toBe(200);
  });

  it('names the read model that stands still, and the fact it stands before', async () => {
    const { get, parts } = await begin();
    parts.models.db.exec('DROP TABLE matter');
    await parts.store.append(
      'matter-sönder',
      [
        {
          type: 'MatterOpened',
          data: { body: 'sra', title: 'X' },
          id: 'event-sönder',
          occurred: null,
          statedAt: '2026-06-10',
          recordedAt: '2026-06-10T09:00:00.000Z',
          actor: { id: 'u', role: 'secretary' },
          correlationId: 'c',
          causationId: 'c',
        },
      ],
      'none',
    );
    const position = parts.log.head() ?? '';
    await parts.models.waitFor(position, 2_000, 'audit');
    const ready = await get('/health/ready');
    expect([ready.status, ready.at('status')]).toEqual([503, 'failing']);
    const models = ready.at('readModels') as { name: string; stopped?: object }[];
    expect(models.find(({ name }) => name === 'matters')?.stopped).toMatchObject({
      position,
      event: 'event-sönder',
      type: 'MatterOpened',
    });
    const others = await get('/api/meetings', { headers: { 'log-position': position } });
    expect(others.status).toBe(200);
  });
});

describe('the clock of a demo', () => {
  it('is shown and moves forward', async () => {
    const { get, post } = await begin({ demo: true });
    expect((await get('/api/demo/clock')).json).toMatchObject({
      today: '2026-06-10',
      timeZone: 'Europe/Stockholm',
    });
    expect((await post('/api/demo/clock', { body: { days: 21 } })).at('today')).toBe('2026-07-01');
    expect((await post('/api/demo/clock', { body: { to: '2026-09-01' } })).at('now')).toMatch(
      /^2026-09-01T06:00/,
    );
    expect((await post('/api/demo/clock', { body: { to: '2026-09-01T23:30:00+02:00' } })).at('today')).toBe(
      '2026-09-01',
    );
    expect((await get('/api/assignments?late=true')).at('items.length')).toBeGreaterThan(0);
  });

  it.each([{ to: '2026-06-09' }, { to: '2026-06-10' }, {}, { to: '2020-01-01T00:00:00Z' }])(
    'does not move back with %j',
    async (body) => {
      const { post } = await begin({ demo: true });
      const answer = await post('/api/demo/clock', { body });
      expect([answer.status, answer.at('code')]).toEqual([422, 'clockOnlyForward']);
    },
  );

  it.each([{ to: '2026-02-30' }, { to: 'i morgon' }, { days: 0 }, { days: '7' }])(
    'is not moved by %j',
    async (body) => {
      const { post } = await begin({ demo: true });
      expect((await post('/api/demo/clock', { body })).status).toBe(400);
    },
  );

  it('does not exist outside a demo', async () => {
    const { get, post, parts } = await begin();
    const before = parts.clock.today();
    for (const answer of [await get('/api/demo/clock'), await post('/api/demo/clock', { body: { days: 1 } })])
      expect([answer.status, answer.at('code')]).toEqual([404, 'noSuchPath']);
    expect(parts.clock).toBeInstanceOf(SystemClock);
    expect(parts.clock.today()).toBe(before);
  });
});

describe('every answer', () => {
  it('has its request id, and headers that keep browsers safe', async () => {
    const { get } = await begin();
    const given = await get('/api/bodies', { headers: { 'x-request-id': 'abc-123' } });
    expect(given.headers.get('x-request-id')).toBe('abc-123');
    const own = await get('/api/bodies', { headers: { 'x-request-id': 'a b"<script>' } });
    expect(own.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    for (const { headers } of [given, await get('/api/finns-inte')]) {
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('strict-transport-security')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('is bound to https when the service is', async () => {
    const { get } = await begin({ change: () => ({ baseUrl: 'https://logg.example' }) });
    expect((await get('/version')).headers.get('strict-transport-security')).toContain('max-age');
  });

  it('leaves one line in the log that names the route and nobody', async () => {
    const { get, post, lines } = await begin();
    await get('/api/people/person-1?x=hemligt', { headers: { 'x-request-id': 'r-1' } });
    await get('/api/search?text=hemligt', { headers: { 'x-request-id': 'r-2' } });
    await post('/api/people', { body: { name: 'Åsa Öberg-Ängström' }, headers: { 'x-request-id': 'r-3' } });
    await get('/api/finns-inte', { headers: { 'x-request-id': 'r-4' } });
    const logged = lines.map(({ fields }) => fields as Record<string, unknown>);
    expect(logged.map(({ ms, ...rest }) => [typeof ms, rest])).toEqual([
      ['number', { requestId: 'r-1', method: 'GET', route: '/api/people/:id', status: 200 }],
      ['number', { requestId: 'r-2', method: 'GET', route: '/api/search', status: 200 }],
      ['number', { requestId: 'r-3', method: 'POST', route: '/api/people', status: 201 }],
      ['number', { requestId: 'r-4', method: 'GET', route: 'none', status: 404 }],
    ]);
    const text = JSON.stringify(lines);
    for (const secret of ['hemligt', 'Öberg', 'person-1', tokens.secretary])
      expect(text).not.toContain(secret);
  });
});

describe('the description', () => {
  it('is served to anyone', async () => {
    const { base } = await begin();
    const answer = await fetch(`${base}/api/openapi.json`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Beslutslogg' } });
  });
});
