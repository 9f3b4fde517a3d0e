import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FirstPage, firstPages } from './first-page.js';
import type { ApiLog } from './log.js';

/** Where the built web lies beside the built service. */
export const webFolder = fileURLToPath(new URL('../web/', import.meta.url));

/** Addresses that are never a page. */
const notPages = /^\/(api|svar|kalender|health|metrics|version|problems|assets)(\/|$)|\.\w{1,12}$/;

const encodings = [
  { suffix: '.br', word: 'br' },
  { suffix: '.gz', word: 'gzip' },
] as const;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

interface Asset {
  readonly type: string;
  readonly bytes: Buffer;
}

/** The files of the built web by name, in memory: they are few and small. */
const readAssets = (folder: string): ReadonlyMap<string, Asset> =>
  new Map(
    readdirSync(folder).map((name) => [
      name,
      { type: types[extname(name)] ?? 'application/octet-stream', bytes: readFileSync(join(folder, name)) },
    ]),
  );

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const compressed = promisify(gzip);

/**
 * Serves the built web: its files under `/assets/`, and its page at every address that is nothing else, drawn and with
 * its data when somebody is signed in. Without a built web, nothing is served.
 */
export function serveWeb(app: NestFastifyApplication, folder: string, log: ApiLog): void {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  const fastify = app.getHttpAdapter().getInstance();
  const firstPage = firstPages(fastify, join(folder, 'server/draw.js'), log);
  const shell = readFileSync(index, 'utf8');
  const scripts = pageScripts(join(folder, '.vite/manifest.json'));
  const assets = readAssets(join(folder, 'assets'));
  fastify.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => {
    const { name } = request.params;
    const asset = assets.get(name);
    if (!asset) {
      reply.callNotFound();
      return reply;
    }
    const accepted = request.headers['accept-encoding'] ?? '';
    const way = encodings.find(({ suffix, word }) => accepted.includes(word) && assets.has(name + suffix));
    return reply
      .headers({
        'content-type': asset.type,
        'cache-control': /-[\w-]{8}\.\w+$/.test(name)
          ? 'public, max-age=31536000, immutable'
          : 'public, max-age=3600',
        vary: 'Accept-Encoding',
        ...(way && { 'content-encoding': way.word }),
      })
      .send(assets.get(name + (way?.suffix ?? ''))?.bytes ?? asset.bytes);
  });
  fastify.get('/*', async (request, reply) => {
    const [path = ''] = request.url.split('?');
    if (notPages.test(path)) {
      reply.callNotFound();
      return reply;
    }
    if (path === '/') return reply.redirect(`/oversikt${request.url.slice(1)}`, 302);
    const [, name = ''] = path.split('/');
    const page = await firstPage(request);
    const html = filled(shell, page, scripts.get(name) ?? '');
    const packed = request.headers['accept-encoding']?.includes('gzip') === true;
    return reply
      .code(page.missing ? 404 : 200)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'private, no-store',
        vary: 'Cookie, Accept-Language, Accept-Encoding',
        ...(packed && { 'content-encoding': 'gzip' }),
      })
      .send(packed ? await compressed(html) : html);
  });
}

/** The shell with a page in it; the scripts stay last, so that what is to be seen comes first on a slow line. */
function filled(shell: string, page: FirstPage, scripts: string): string {
  const { language, theme, contrast, title, html, answers } = page;
  const parts: Readonly<Record<string, string>> = {
    '<html lang="sv">': `<html lang="${language}"${theme === undefined ? '' : ` data-theme="${theme}"`}${contrast ? ' data-contrast="more"' : ''}>`,
    ...(title !== undefined && { '<title>Beslutslogg</title>': `<title>${textInHtml(title)}</title>` }),
    ...(html !== undefined && { '<div id="app"></div>': `<div id="app">${html}</div>` }),
    '<!--first-->': `<script type="application/json" id="first">${inHtml(answers)}</script>${scripts}`,
  };
  return shell.replace(
    /<html lang="sv">|<title>Beslutslogg<\/title>|<div id="app"><\/div>|<!--first-->/g,
    (place) => parts[place] ?? place,
  );
}

const textInHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** JSON that may stand inside an element of HTML. */
export const inHtml = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** For each page the links that fetch its scripts along with the first one, not after it. */
function pageScripts(manifest: string): ReadonlyMap<string, string> {
  const chunks = JSON.parse(readFileSync(manifest, 'utf8')) as Readonly<Record<string, Chunk>>;
  return new Map(
    Object.keys(chunks).flatMap((source): [string, string][] => {
      const [, page] = /^src\/pages\/(\w+)\/page\.tsx$/.exec(source) ?? [];
      if (page === undefined) return [];
      const files = [...withImports(chunks, source, new Set())].map((one) => chunks[one]?.file ?? '');
      return [[page, files.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`).join('')]];
    }),
  );
}

function withImports(chunks: Readonly<Record<string, Chunk>>, from: string, found: Set<string>): Set<string> {
  if (found.has(from)) return found;
  found.add(from);
  for (const next of chunks[from]?.imports ?? []) withImports(chunks, next, found);
  return found;
}
