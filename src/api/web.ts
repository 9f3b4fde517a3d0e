import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PassThrough } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { type Drawn, type FirstPage, firstPages } from './first-page.js';
import type { ApiLog } from './log.js';

/** Where the built web lies beside the built service. */
export const webFolder = fileURLToPath(new URL('../web/', import.meta.url));

/** Addresses that are never a page. */
const notPages = /^\/(api|svar|kalender|health|metrics|version|problems|assets)(\/|$)|^\/[^/]*\.\w{1,12}$/;

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

/**
 * Serves the built web: its files under `/assets/`, and its page at every address that is nothing else, drawn and with
 * its data when somebody is signed in. Without a built web, nothing is served.
 */
export function serveWeb(fastify: FastifyInstance, folder: string, log: ApiLog): void {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  const firstPage = firstPages(fastify, join(folder, 'server/draw.js'), log);
  const [head = '', body = ''] = readFileSync(index, 'utf8').split('<title>Beslutslogg</title>');
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
    const page = firstPage(request);
    // Whether there is anything at the address is said before the rest; of a list without a query it is known.
    const known = request.url === `/${name}` && scripts.has(name);
    const drawn = known ? undefined : await page.draw();
    const packed = request.headers['accept-encoding']?.includes('gzip') === true;
    const html = packed ? createGzip({ flush: constants.Z_SYNC_FLUSH }) : new PassThrough();
    const finish = async (): Promise<void> => {
      html.end(bodyOf(body, drawn ?? (await page.draw()), scripts.get(name) ?? ''));
    };
    html.write(headOf(head, page), (error) => {
      // Drawing takes the thread, so it waits until the head has left.
      if (!error) setImmediate(() => void finish());
    });
    return reply
      .code(drawn?.missing ? 404 : 200)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'private, no-store',
        vary: 'Cookie, Accept-Language, Accept-Encoding',
        ...(packed && { 'content-encoding': 'gzip' }),
      })
      .send(html);
  });
}

/** What a browser can begin with while the page is drawn: its language, its look and the styles. */
function headOf(head: string, { language, theme, contrast }: FirstPage): string {
  const look = `${theme === undefined ? '' : ` data-theme="${theme}"`}${contrast ? ' data-contrast="more"' : ''}`;
  return head.replace('<html lang="sv">', `<html lang="${language}"${look}>`);
}

/** The page; the scripts stay last, so that what is to be seen comes first on a slow line. */
function bodyOf(body: string, { title = 'Beslutslogg', html = '', answers }: Drawn, scripts: string): string {
  const parts: Readonly<Record<string, string>> = {
    '<div id="app"></div>': `<div id="app">${html}</div>`,
    '<!--first-->': `<script type="application/json" id="first">${inHtml(answers)}</script>${scripts}`,
  };
  const filled = body.replace(/<div id="app"><\/div>|<!--first-->/g, (place) => parts[place] ?? place);
  return `<title>${textInHtml(title)}</title>${filled}`;
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
      const sources = withImports(chunks, source, withImports(chunks, 'src/main.tsx', new Set()));
      const files = [...sources].map((one) => chunks[one]?.file ?? '');
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
