import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { silent } from '../../src/api/log.js';
import { serveWeb } from '../../src/api/web.js';

const built: Readonly<Record<string, string>> = {
  'index.html':
    '<html lang="sv"><head><link rel="stylesheet" href="/assets/a.css"><title>Beslutslogg</title></head><body><div id="app"></div><!--first--></body></html>',
  '.vite/manifest.json': JSON.stringify({
    'src/main.tsx': { file: 'assets/main.js' },
    'src/pages/oversikt/page.tsx': { file: 'assets/oversikt.js', imports: ['src/main.tsx'] },
  }),
  'assets/a.css': 'p {}',
  // Draws when it is told to, by whoever has the page's address.
  'server/draw.js': `export const draw = async ({ url }) => {
    const missing = await new Promise((tell) => { (globalThis.drawing ??= new Map()).set(url, tell); });
    return { html: '<p>' + url + '</p>', title: 'En <sida>', missing, answers: { '</script>': 1 } };
  };`,
};

const drawing = (): Map<string, (missing: boolean) => void> | undefined =>
  (globalThis as { drawing?: Map<string, (missing: boolean) => void> }).drawing;

const folder = mkdtempSync(join(tmpdir(), 'web-'));
const server: FastifyInstance = fastify();
let base = '';
beforeAll(async () => {
  for (const [name, text] of Object.entries(built)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  serveWeb(server, folder, silent);
  base = await server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Asks as a browser that is signed in, with what has come so far. */
function ask(path: string, encoding = 'identity') {
  const pieces: Buffer[] = [];
  const text = (): string => {
    const all = Buffer.concat(pieces);
    if (encoding !== 'gzip' || all.length === 0) return all.toString();
    return gunzipSync(all, { finishFlush: constants.Z_SYNC_FLUSH }).toString();
  };
  let status: number | undefined;
  const ended = new Promise<string>((resolve, reject) => {
    const headers = { cookie: 'beslutslogg=x; sprak=en', 'accept-encoding': encoding };
    get(base + path, { headers }, (answer) => {
      status = answer.statusCode;
      answer.on('data', (piece: Buffer) => pieces.push(piece)).on('error', reject);
      answer.on('end', () => {
        resolve(text());
      });
    }).on('error', reject);
  });
  return { ended, sofar: () => ({ status, text: text() }) };
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !holds(); await new Promise((wait) => setTimeout(wait, 2)))
    if (Date.now() > end) throw new Error('it never came to that');
}

const head = '<html lang="en"><head><link rel="stylesheet" href="/assets/a.css">';

describe('a page that is drawn', () => {
  it.each(['identity', 'gzip'])('begins with its styles before it is drawn (%s)', async (encoding) => {
    const asked = ask('/oversikt', encoding);
    await until(() => drawing()?.has('/oversikt') === true && asked.sofar().text !== '');
    expect(asked.sofar()).toEqual({ status: 200, text: head });
    drawing()?.get('/oversikt')?.(false);
    drawing()?.delete('/oversikt');
    expect(await asked.ended).toBe(
      `${head}<title>En &lt;sida></title></head><body><div id="app"><p>/oversikt</p></div>` +
        '<script type="application/json" id="first">{"\\u003c/script\\u003e":1}</script>' +
        '<link rel="modulepreload" crossorigin href="/assets/main.js">' +
        '<link rel="modulepreload" crossorigin href="/assets/oversikt.js"></body></html>',
    );
  });

  it('says nothing before it is known that there is one, where the address may lead nowhere', async () => {
    for (const [path, missing] of [
      ['/oversikt?organ=a', false],
      ['/oversikt/a', true],
      ['/oversikt/a.b', false],
      ['/annat', true],
    ] as const) {
      const asked = ask(path);
      await until(() => drawing()?.has(path) === true);
      expect(asked.sofar()).toEqual({ status: undefined, text: '' });
      drawing()?.get(path)?.(missing);
      expect(await asked.ended).toContain(`<p>${path}</p>`);
      expect([path, asked.sofar().status]).toEqual([path, missing ? 404 : 200]);
    }
  });
});
