import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sessions } from '../../src/api/session.js';
import { inHtml } from '../../src/api/web.js';
import { hashToken } from '../../src/config.js';
import { tokens, world, type World } from './world.js';

/** Draws as the built web does, only less. */
const drawing = `export const draw = async ({ url, language }) => {
  if (url === '/trasig') throw new Error('nothing can be drawn');
  return { html: '<p>' + url + '</p>', title: 'A < B & ' + language, answers: { me: '</script>' } };
};`;

let w: World;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'beslutslogg-web-'));
  mkdirSync(join(folder, '.vite'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, 'server'));
  writeFileSync(join(folder, 'server/draw.js'), drawing);
  writeFileSync(
    join(folder, 'index.html'),
    '<html lang="sv"><title>Beslutslogg</title><div id="app"></div><!--first--></html>',
  );
  writeFileSync(join(folder, 'assets/main-D4c_e-9x.js'), 'export {}');
  writeFileSync(
    join(folder, '.vite/manifest.json'),
    JSON.stringify({ 'src/pages/beslut/page.tsx': { file: 'assets/beslut.js' } }),
  );
  w = await world({ web: folder });
});
afterAll(async () => {
  await w.close();
  rmSync(folder, { recursive: true, force: true });
});

const own = { 'sec-fetch-site': 'same-origin' };
const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: unknown) =>
  fetch(`${w.base}${path}`, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

async function signIn(token: string = tokens.secretary): Promise<string> {
  const answer = await ask('POST', '/api/session', own, { token });
  expect(answer.status).toBe(200);
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';');
  return cookie;
}

describe('signing in from a browser', () => {
  it('gives a cookie that scripts cannot read and that goes nowhere else', async () => {
    const answer = await ask('POST', '/api/session', own, { token: tokens.secretary });
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/);
    expect(cookie).not.toContain(tokens.secretary);
    expect(await answer.json()).toMatchObject({ id: 'u-secretary', today: '2026-06-10', demo: false });
  });

  it('is refused to an unknown token and to a page of somebody else', async () => {
    const unknown = await ask('POST', '/api/session', own, { token: 'nobody-has-this-token' });
    expect([unknown.status, unknown.headers.get('set-cookie')]).toEqual([401, null]);
    expect(await unknown.json()).toMatchObject({ code: 'unknownToken' });
    const foreign = await ask(
      'POST',
      '/api/session',
      { 'sec-fetch-site': 'cross-site' },
      { token: tokens.chair },
    );
    expect([foreign.status, foreign.headers.get('set-cookie')]).toEqual([403, null]);
  });

  it('is remembered by the cookie, until one signs out', async () => {
    const cookie = await signIn();
    const me = await ask('GET', '/api/me', { cookie });
    expect(await me.json()).toMatchObject({
      id: 'u-secretary',
      capacities: [{ role: { code: 'secretary' }, body: { id: 'sra', name: 'SRÄ' } }],
      bodies: [{ id: 'sra', shortName: 'SRÄ' }],
    });
    const out = await ask('DELETE', '/api/session', { cookie });
    expect([out.status, out.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')]);
  });

  it('lets only our own pages change something', async () => {
    const cookie = await signIn();
    const write = (headers: Readonly<Record<string, string>>) =>
      ask('POST', '/api/assignments/uppdrag-nytt/acknowledge', { cookie, 'if-match': '*', ...headers }, {});
    const foreign: readonly Readonly<Record<string, string>>[] = [
      {},
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ];
    for (const headers of foreign) {
      const answer = await write(headers);
      expect([headers, answer.status]).toEqual([headers, 403]);
      expect(await answer.json()).toMatchObject({ code: 'foreignPage' });
    }
    expect((await write({ origin: w.base })).status).toBe(200);
  });

  it.each([
    ['cut short', (cookie: string) => cookie.slice(0, -1)],
    ['made to last longer', (cookie: string) => cookie.replace(/\.\d+\./, '.99999999999.')],
    [
      'of somebody else',
      (cookie: string) => cookie.replace(/=[0-9a-f]{32}/, `=${hashToken(tokens.admin).slice(0, 32)}`),
    ],
  ])('is not given by a cookie %s', async (_, forge) => {
    expect((await ask('GET', '/api/me', { cookie: forge(await signIn()) })).status).toBe(401);
  });

  it('does not outlive its hours, nor the key it was sealed with', () => {
    const holder = { tokenHash: hashToken('the-token-of-somebody'), actor: 'u', grants: [] };
    const cookies: string[] = [];
    const reply = { header: (_: string, value: string) => cookies.push(value) };
    const one = new Sessions([holder], { secret: 'x'.repeat(32), secure: true });
    one.open(holder, reply as never);
    const [cookie = ''] = cookies[0]?.split(';') ?? [];
    expect(cookie).toMatch(/^__Host-/);
    expect(cookies[0]).toMatch(/; Secure$/);
    const request = { headers: { cookie } };
    expect(new Sessions([holder], { secret: 'x'.repeat(32), secure: true }).holderOf(request)).toBe(holder);
    expect(
      new Sessions([holder], { secret: 'y'.repeat(32), secure: true }).holderOf(request),
    ).toBeUndefined();
    expect(new Sessions([], { secret: 'x'.repeat(32), secure: true }).holderOf(request)).toBeUndefined();
  });
});

describe('the demo', () => {
  it('names whom to try it as, and only in demo mode', async () => {
    expect((await ask('GET', '/api/demo/personas')).status).toBe(404);
    const demo = await world({
      empty: true,
      demo: true,
      change: ({ tokens: [first] }) => ({
        tokens: first ? [{ ...first, persona: { title: 'Ordförande', token: tokens.chair } }] : [],
      }),
    });
    const answer = await demo.get('/api/demo/personas', { headers: { authorization: '' } });
    expect(answer.json).toEqual([
      {
        id: 'u-chair',
        title: 'Ordförande',
        token: tokens.chair,
        roles: [{ code: 'chair', text: expect.any(String) }],
      },
    ]);
    await demo.close();
  });
});

describe('the web', () => {
  it('is served at every address that is nothing else', async () => {
    for (const path of ['/oversikt', '/beslut', '/beslut/beslut-1?perDatum=2026-03-19']) {
      const answer = await ask('GET', path);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        200,
        'text/html; charset=utf-8',
      ]);
      expect(await answer.text()).toContain('<script type="application/json" id="first">{}</script>');
    }
    for (const path of [
      '/api/nothing',
      '/svar',
      '/kalender/x.ics',
      '/health/x',
      '/metrics/x',
      '/version/x',
      '/assets/none.js',
      '/favicon.ico',
    ]) {
      const answer = await ask('GET', path);
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([
        path,
        404,
        'application/problem+json; charset=utf-8',
      ]);
    }
    const script = await ask('GET', '/assets/main-D4c_e-9x.js');
    expect([script.status, script.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
  });

  it('allows no script that stands in a page', async () => {
    const csp = (await ask('GET', '/beslut')).headers.get('content-security-policy') ?? '';
    expect(csp.split(';')).toContain("script-src 'self'");
  });

  it('names the script of the page, so that it is fetched along with the first', async () => {
    expect(await (await ask('GET', '/beslut')).text()).toContain(
      '<link rel="modulepreload" crossorigin href="/assets/beslut.js">',
    );
  });

  it('comes drawn to whoever is signed in, in the language asked for, and to nobody else', async () => {
    const cookie = await signIn(tokens.chair);
    const answer = await ask('GET', '/oversikt', { cookie, 'accept-language': 'en' });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(await answer.text()).toBe(
      '<html lang="en"><title>A &lt; B &amp; en</title><div id="app"><p>/oversikt</p></div>' +
        '<script type="application/json" id="first">{"me":"\\u003c/script\\u003e"}</script></html>',
    );
    const chosen = await ask('GET', '/oversikt', {
      cookie: `${cookie}; sprak=sv; utseende=dark; kontrast=hog`,
    });
    expect(await chosen.text()).toContain('<html lang="sv" data-theme="dark" data-contrast="more">');
    expect(await (await ask('GET', '/oversikt')).text()).toContain(
      '<html lang="sv"><title>Beslutslogg</title><div id="app"></div>',
    );
  });

  it('is left to the browser when it cannot be drawn, which the log says', async () => {
    const cookie = await signIn(tokens.chair);
    const answer = await ask('GET', '/trasig', { cookie });
    expect([answer.status, await answer.text()]).toEqual([
      200,
      expect.stringContaining('<div id="app"></div><script type="application/json" id="first">{}</script>'),
    ]);
    const [logged] = w.lines.filter(({ level }) => level === 'error');
    expect(logged).toMatchObject({
      fields: { page: 'trasig', error: expect.stringContaining('nothing can be drawn') },
    });
  });

  it('begins with the overview', async () => {
    const answer = await fetch(`${w.base}/?organ=sra`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/oversikt?organ=sra']);
  });

  it('holds nothing that could end the block of data', () => {
    const text = inHtml({ title: '</script><script>alert(1)</script>&\u2028' });
    expect(text).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(text)).toEqual({ title: '</script><script>alert(1)</script>&\u2028' });
  });
});
