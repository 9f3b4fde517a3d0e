import { HttpException } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyLimit } from '../../src/api/adapter.js';
import { problemBody, problemOf } from '../../src/api/problems.js';
import { problemCatalogue } from '../../src/api/problem-texts.js';
import { Refusal } from '../../src/domain/refusal.js';
import {
  CorruptLog,
  type EventStore,
  LogIoError,
  StoreBusy,
  StoreFull,
  StoreUnavailable,
  WrongExpectedRevision,
} from '../../src/event-store/event-store.js';
import { KeyReused } from '../../src/event-store/run-decider.js';
import { ReadModelsNotReady } from '../../src/projections/read-models.js';
import { BadCursor } from '../../src/projections/sql.js';
import { withStore, world, type World } from './world.js';

describe('an error', () => {
  it.each([
    [new Refusal('notPossibleNow', '/outcome', { state: 'given' }), 409, 'notPossibleNow'],
    [new Refusal('unknownReference', '/body'), 422, 'unknownReference'],
    [new Refusal('notFound'), 404, 'notFound'],
    [new Refusal('responsibleCannotClose'), 403, 'responsibleCannotClose'],
    [new WrongExpectedRevision('body-x', 1, 2), 412, 'stale'],
    [new KeyReused('k'), 422, 'keyReused'],
    [new StoreBusy('busy'), 503, 'storeBusy'],
    [new StoreUnavailable('gone'), 503, 'storeUnavailable'],
    [new LogIoError('disk'), 503, 'logFailed'],
    [new StoreFull('full'), 507, 'storeFull'],
    [new CorruptLog('here', 'why'), 500, 'logDamaged'],
    [new ReadModelsNotReady('building'), 503, 'beingBuilt'],
    [new BadCursor('no'), 400, 'cursorMalformed'],
    [new HttpException('x', 413), 413, 'tooLarge'],
    [new HttpException('x', 415), 415, 'notJson'],
    [new HttpException('x', 404), 404, 'noSuchPath'],
    [new HttpException('x', 401), 401, 'unauthenticated'],
    [new HttpException('x', 403), 403, 'notAllowed'],
    [new HttpException('x', 400), 400, 'malformed'],
    [new HttpException('x', 500), 500, 'unexpected'],
    [new TypeError('secret'), 500, 'unexpected'],
    ['thrown text', 500, 'unexpected'],
  ])('%p becomes %i %s', (error, status, code) => {
    const problem = problemOf(error);
    expect([problem.status, problem.code]).toEqual([status, code]);
  });

  it('names the state in words', () => {
    const problem = problemOf(new Refusal('notPossibleNow', '/outcome', { state: 'finallyReported' }));
    expect(problemBody(problem, 'sv', '/api/x').detail).toBe(
      'Läget är: slutredovisat. Då går det inte att göra detta.',
    );
    expect(problemBody(problem, 'en', '/api/x')).toMatchObject({
      type: '/problems/notPossibleNow',
      instance: '/api/x',
      detail: 'The state is: finally reported. This cannot be done then.',
      errors: [{ pointer: '/outcome', code: 'notPossibleNow' }],
    });
  });
});

describe('the catalogue', () => {
  const params: Readonly<Record<string, string>> = {
    state: 'closed',
    statedAt: '2026-03-01',
    today: '2026-06-10',
    effectiveFrom: '2026-07-01',
    current: '3',
    now: '2026-06-10T08:00:00.000Z',
    seconds: '10',
  };

  it.each(Object.entries(problemCatalogue))(
    'says %s in both languages',
    (code, { status, title, detail }) => {
      expect(status).toBeGreaterThanOrEqual(400);
      for (const text of [title.sv, title.en, detail.sv, detail.en]) {
        expect(text.length).toBeGreaterThan(5);
        expect([...text.matchAll(/\{(\w+)\}/g)].filter(([, name = '']) => !(name in params))).toEqual([]);
      }
      expect(title.sv).not.toBe(title.en);
      expect(code).toMatch(/^[a-zA-Z]+$/);
    },
  );
});

describe('a problem over HTTP', () => {
  let w: World;
  const trouble: { error?: Error } = {};
  const troubled = (store: EventStore): EventStore =>
    withStore(store, {
      read: (stream) => (trouble.error ? Promise.reject(trouble.error) : store.read(stream)),
    });

  beforeAll(async () => {
    w = await world({ change: ({ store }) => ({ store: troubled(store) }) });
  });
  afterAll(() => w.close());

  it.each([
    ['sv', undefined],
    ['sv', 'sv-SE,sv;q=0.9,en;q=0.8'],
    ['en', 'en-GB,en;q=0.9'],
    ['en', 'de, en;q=0.3'],
    ['sv', 'de, fr'],
    ['sv', 'en;q=0.2, sv;q=0.9'],
    ['sv', 'en;q=0'],
    ['sv', '*'],
    ['sv', ';;;,=,q=x'],
  ])('is in %s for Accept-Language %s', async (language, wanted) => {
    const answer = await w.get('/api/finns-inte', {
      headers: wanted === undefined ? {} : { 'accept-language': wanted },
    });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('content-language')).toBe(language);
    expect(answer.headers.get('vary')).toContain('Accept-Language');
    expect(answer.json).toMatchObject({
      type: '/problems/noSuchPath',
      title: language === 'sv' ? 'Adressen finns inte' : 'No such address',
      status: 404,
      code: 'noSuchPath',
      instance: '/api/finns-inte',
    });
  });

  it('never shows the query of the address', async () => {
    const answer = await w.get('/api/finns-inte?text=hemligt');
    expect(answer.text).not.toContain('hemligt');
  });

  it.each([
    ['broken JSON', '{"title": ', 'application/json', 400, 'malformed'],
    ['a poisoned prototype', '{"__proto__": {"x": 1}}', 'application/json', 400, 'malformed'],
    ['a poisoned constructor', '{"constructor": {"prototype": {}}}', 'application/json', 400, 'malformed'],
    ['a form', 'title=x', 'application/x-www-form-urlencoded', 415, 'notJson'],
    ['plain text', 'title', 'text/plain', 415, 'notJson'],
    ['too much', JSON.stringify({ title: 'x'.repeat(bodyLimit) }), 'application/json', 413, 'tooLarge'],
    ['a list', '[]', 'application/json', 400, 'invalid'],
    ['a number', '7', 'application/json', 400, 'invalid'],
    ['nothing', '', 'application/json', 400, 'invalid'],
    ['depth without end', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 'application/json', 400, 'invalid'],
  ])('answers %s', async (_, raw, type, status, code) => {
    const answer = await w.post('/api/matters', { raw, headers: { 'content-type': type } });
    expect([answer.status, answer.at('code')]).toEqual([status, code]);
  });

  it('serves the page its type leads to', async () => {
    const answer = await w.get('/problems/stale', { headers: { authorization: '' } });
    expect(answer.json).toMatchObject({
      code: 'stale',
      status: 412,
      title: { sv: 'Någon annan har ändrat' },
    });
    expect((await w.get('/problems/finns-inte')).status).toBe(404);
    expect((await w.get('/problems/toString')).status).toBe(404);
    expect((await w.get('/problems')).json).toContain('/problems/stale');
  });

  it.each([
    [new StoreUnavailable('connection to 10.0.0.7 lost'), 503, 'storeUnavailable', '5'],
    [new StoreBusy('too many'), 503, 'storeBusy', '1'],
    [new StoreFull('disk'), 507, 'storeFull', null],
    [new Error('password=hunter2'), 500, 'unexpected', null],
  ])(
    'of the store (%p) says when to try again and nothing of the cause',
    async (error, status, code, after) => {
      trouble.error = error;
      const answer = await w.post('/api/matters', {
        body: { body: 'sra', title: 'X' },
        headers: { 'x-request-id': `trouble-${code}` },
      });
      trouble.error = undefined;
      expect([answer.status, answer.at('code')]).toEqual([status, code]);
      expect(answer.headers.get('retry-after')).toBe(after);
      expect(answer.text).not.toContain(error.message);
      const logged = w.lines.find(
        ({ level, fields }) =>
          level === 'error' && 'requestId' in fields && fields.requestId === `trouble-${code}`,
      );
      expect(JSON.stringify(logged)).toContain(error.message);
    },
  );
});
