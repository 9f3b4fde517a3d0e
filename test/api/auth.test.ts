import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryModule, DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { ApiModule } from '../../src/api/api.module.js';
import { covers, mayRead, needOf, reachOf, TokenIdentities } from '../../src/api/auth.js';
import { Sessions } from '../../src/api/session.js';
import { hashToken, type TokenHolder } from '../../src/config.js';
import { authority } from '../../src/domain/commands.js';
import { openApi } from '../../src/api/openapi.js';
import { tokens, type Who, world, type World } from './world.js';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

const signingIn = ['/api/session', '/api/demo/personas'];

describe('a token', () => {
  const known: readonly TokenHolder[] = [
    { tokenHash: hashToken('the-right-token-1'), actor: 'u-1', grants: [{ body: 'a', role: 'chair' }] },
    { tokenHash: hashToken('the-right-token-2'), actor: 'u-2', grants: [] },
  ];
  const identities = new TokenIdentities(known, new Sessions(known, { secure: false }), {
    baseUrl: 'http://localhost:3000',
  });

  it('finds its actor', () => {
    expect(identities.byToken('the-right-token-1')).toEqual({
      id: 'u-1',
      grants: [{ body: 'a', role: 'chair' }],
    });
    expect(identities.byToken('the-right-token-2')?.id).toBe('u-2');
    expect(identities.byToken('the-right-token-3')).toBeUndefined();
  });

  it.each([
    '',
    'Bearer',
    'Bearer ',
    'Basic dXNlcjpwYXNz',
    `Bearer ${'x'.repeat(600)}`,
    'Bearer wrong',
    tokens.admin,
  ])('is asked for: %j is none', async (authorization) => {
    const answer = await w.get('/api/bodies', { headers: { authorization } });
    expect([answer.status, answer.at('code')]).toEqual([401, 'unauthenticated']);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('is not taken from the address', async () => {
    const url = `/api/bodies?access_token=${tokens.admin}`;
    expect((await w.get(url, { headers: { authorization: '' } })).status).toBe(401);
  });
});

describe('every route', () => {
  it('says what it needs, or that anyone may ask', async () => {
    const module = await Test.createTestingModule({
      imports: [DiscoveryModule, ApiModule.with(w.parts)],
    }).compile();
    const reflector = module.get(Reflector);
    const scanner = new MetadataScanner();
    const routes = module
      .get(DiscoveryService)
      .getControllers()
      .flatMap(({ instance, name }) => {
        const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
        return scanner.getAllMethodNames(prototype).flatMap((method) => {
          const handler = prototype[method];
          return handler && Reflect.hasMetadata('path', handler)
            ? [{ route: `${name}.${method}`, need: needOf(reflector, handler) }]
            : [];
        });
      });
    expect(routes.length).toBeGreaterThan(75);
    expect(routes.filter(({ need }) => need === undefined)).toEqual([]);
    expect(
      routes
        .filter(({ need }) => need === 'public')
        .map(({ route }) => route)
        .sort(),
    ).toEqual([
      'AnswerController.open',
      'AnswerController.send',
      'CalendarController.read',
      'ProblemsController.all',
      'ProblemsController.one',
      'ServiceController.live',
      'ServiceController.ready',
      'ServiceController.version',
      'SessionController.personas',
      'SessionController.signIn',
      'SessionController.signOut',
    ]);
    const commands = new Set(routes.map(({ need }) => need));
    expect(Object.keys(authority).filter((type) => !commands.has(type as keyof typeof authority))).toEqual(
      [],
    );
    await module.close();
  });

  it('under /api asks for a token, but for signing in', async () => {
    const paths = Object.entries(openApi(w.app, { version: '1' }).paths).filter(
      ([path]) => path.startsWith('/api/') && !signingIn.includes(path),
    );
    for (const [path, item] of paths) {
      const url = path.replace(/\{\w+\}/g, 'x');
      for (const method of Object.keys(item)) {
        const answer = await fetch(`${w.base}${url}`, { method });
        expect([method, path, answer.status]).toEqual([method, path, 401]);
      }
    }
  });
});

describe('what an actor may do', () => {
  const who = (role: 'chair' | 'secretary' | 'reader', ...bodies: string[]) => ({
    id: 'u',
    grants: bodies.map((body) => ({ body, role })),
  });

  it('follows from the roles, towards some body', () => {
    expect(covers(who('chair', 'a'), 'MoveDeadline')).toBe(true);
    expect(covers(who('reader', 'a'), 'MoveDeadline')).toBe(false);
    expect(covers(who('reader', 'a'), 'read')).toBe(true);
    expect(covers({ id: 'u', grants: [] }, 'read')).toBe(false);
    expect(covers(who('reader', 'a'), 'readPeople')).toBe(false);
    expect(covers(who('secretary', 'a'), 'readPeople')).toBe(true);
  });

  it('reaches the bodies of the grants, or all', () => {
    expect(reachOf(who('reader', 'a', 'b', 'a'))).toEqual(['a', 'b']);
    expect(reachOf(who('reader', 'a', '*'))).toBe('all');
    expect(mayRead(who('reader', 'a'), 'b')).toBe(false);
    expect(mayRead(who('reader', '*'), 'b')).toBe(true);
  });

  const cases: [Who, string, object, number][] = [
    ['reader', '/api/matters', { body: 'sra', title: 'X' }, 403],
    ['auditor', '/api/matters', { body: 'sra', title: 'X' }, 403],
    ['responsible', '/api/matters', { body: 'sra', title: 'X' }, 403],
    ['admin', '/api/matters', { body: 'sra', title: 'X' }, 403],
    ['chair', '/api/matters', { body: 'sra', title: 'X' }, 201],
    ['outsider', '/api/matters', { body: 'sra', title: 'X' }, 403],
    ['chair', '/api/meetings', { body: 'sra', kind: 'extra', date: '2026-12-01' }, 403],
  ];
  it.each(cases)('%s at %s with %j', async (as, url, body, status) => {
    const answer = await w.post(url, { as, body });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.at('code')).toBe('notAllowed');
  });

  it('lets the responsible report on their own, and only that', async () => {
    const report = (id: string, as: Who) =>
      w.post(`/api/assignments/${id}/progress`, {
        as,
        body: { status: 'onTrack', text: 'Går bra' },
        headers: { 'if-match': '*' },
      });
    expect((await report('uppdrag-1', 'responsible')).status).toBe(200);
    const other = await report('uppdrag-nytt', 'responsible');
    expect([other.status, other.at('code')]).toEqual([403, 'notResponsible']);
    const close = await w.post('/api/assignments/uppdrag-1/close', {
      as: 'responsible',
      body: { outcome: 'fulfilled' },
      headers: { 'if-match': '*' },
    });
    expect(close.status).toBe(403);
  });
});

describe('another body', () => {
  it.each([
    '/api/bodies/sra',
    '/api/meetings/mote-mars',
    '/api/matters/riktlinje',
    '/api/decisions/beslut-1',
    '/api/decisions/beslut-1/history',
    '/api/assignments/uppdrag-1',
    '/api/assignments/uppdrag-1/replay',
    '/api/assignments/uppdrag-1/compare?from=2026-01-01',
    '/api/deadlines?text=juni&body=sra',
  ])('is not found at %s', async (url) => {
    expect((await w.get(url, { as: 'reader' })).status).toBe(200);
    const hidden = await w.get(url, { as: 'outsider' });
    const missing = await w.get(url.replace(/sra|mote-mars|riktlinje|beslut-1|uppdrag-1/, 'finns-inte'), {
      as: 'outsider',
    });
    expect([hidden.status, hidden.at('code')]).toEqual([404, 'notFound']);
    expect(missing.status).toBe(404);
    expect(missing.at('detail')).toBe(hidden.at('detail'));
  });

  it('cannot be told to exist by a write', async () => {
    const write = (id: string) =>
      w.post(`/api/assignments/${id}/supplement`, {
        as: 'outsider',
        body: { text: 'Mer' },
        headers: { 'if-match': '*' },
      });
    const [hidden, missing] = [await write('uppdrag-1'), await write('finns-inte')];
    expect([hidden.status, missing.status]).toEqual([404, 404]);
    expect({ ...(hidden.json as object), instance: '' }).toEqual({
      ...(missing.json as object),
      instance: '',
    });
  });

  it.each([
    '/api/bodies',
    '/api/meetings',
    '/api/matters',
    '/api/decisions',
    '/api/assignments',
    '/api/feedback',
    '/api/attention',
    '/api/board',
    '/api/board/compare?from=2025-01-01',
    '/api/audit?limit=200',
    '/api/search?text=utreda',
  ])('is left out of %s', async (url) => {
    const mine = await w.get(url, { as: 'reader' });
    expect(mine.status).toBe(200);
    expect(mine.at('items.0')).toBeDefined();
    expect(mine.text).not.toContain('annat"');
    expect(mine.text).not.toContain('hemligt');
    const theirs = await w.get(url, { as: 'outsider' });
    expect(theirs.status).toBe(200);
    expect(theirs.text).not.toMatch(/"sra"|uppdrag-1|riktlinje|beslut-1/);
    const asked = `${url}${url.includes('?') ? '&' : '?'}body=sra`;
    if (url !== '/api/bodies') expect((await w.get(asked, { as: 'outsider' })).at('items')).toEqual([]);
  });

  it.each([
    '/api/meetings?limit=200',
    '/api/matters',
    '/api/assignments',
    '/api/feedback',
    '/api/board',
    '/api/audit?limit=200',
    '/api/search?text=uppdrag',
  ])('shows beside their own to who has grants for both in %s', async (url) => {
    const both = await w.get(url, { as: 'neighbour' });
    expect(both.status).toBe(200);
    const bodies = new Set([...both.text.matchAll(/"id":"(sra|annat)","name"/g)].map(([, body]) => body));
    const subjects = /mote-annat|arende-annat|uppdrag-annat/.test(both.text);
    expect([bodies.has('sra') || both.text.includes('riktlinje'), bodies.has('annat') || subjects]).toEqual([
      true,
      true,
    ]);
  });

  it('shows to who may read all', async () => {
    const all = await w.get('/api/bodies', { as: 'admin' });
    expect((all.at('items') as { id: string }[]).map(({ id }) => id).sort()).toEqual(['annat', 'sra']);
  });
});

describe('people', () => {
  it('are read by who keeps the register, and by themselves', async () => {
    expect((await w.get('/api/people')).status).toBe(200);
    expect((await w.get('/api/people', { as: 'reader' })).status).toBe(403);
    expect((await w.get('/api/people', { as: 'responsible' })).status).toBe(403);
    expect((await w.get('/api/people/person-1', { as: 'responsible' })).at('email')).toBe(
      'asa@bjorkvik.example',
    );
    expect((await w.get('/api/people/person-2', { as: 'responsible' })).status).toBe(403);
    expect((await w.get('/api/people/finns-inte')).status).toBe(404);
  });

  it('show in the audit trail to who reads every body only', async () => {
    const persons = '/api/audit?kind=person&id=person-1';
    expect((await w.get(persons)).at('items')).toEqual([]);
    expect((await w.get(persons, { as: 'admin' })).at('items.0.type.code')).toBe('PersonRegistered');
  });
});

describe('a new body', () => {
  it('is registered by who has the role for all bodies: others could not go on with it', async () => {
    const body = { name: 'Nytt organ', shortName: 'NYTT' };
    const named = await w.post('/api/bodies', { as: 'secretary', body });
    expect([named.status, named.at('code')]).toEqual([403, 'notAllowed']);
    expect((await w.post('/api/bodies', { as: 'admin', body })).status).toBe(201);
  });
});
