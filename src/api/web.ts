import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { askFirst } from './first-page.js';

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
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/**
 * Serves the built web: its files under `/assets/`, and its page at every address that is nothing else. What the
 * first page asks the API is asked here and comes along as JSON. Without a built web, nothing is served.
 */
export function serveWeb(app: NestFastifyApplication, folder: string): void {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  const fastify = app.getHttpAdapter().getInstance();
  const [head = '', tail = ''] = readFileSync(index, 'utf8').split('<!--first-->');
  const hints = pageHints(join(folder, '.vite/manifest.json'));
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
    const [, page = ''] = path.split('/');
    const first = await firstAnswers(request);
    return reply
      .headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .send(
        `${head}${hints.get(page === '' ? 'oversikt' : page) ?? ''}<script type="application/json" id="first">${inHtml(first)}</script>${tail}`,
      );
  });

  async function firstAnswers(request: FastifyRequest): Promise<Record<string, unknown>> {
    const answers: Record<string, unknown> = {};
    const { cookie } = request.headers;
    const language = /(?:^|; *)sprak=(sv|en)(?:;|$)/.exec(cookie ?? '')?.[1];
    const ask = async (url: string): Promise<unknown> => {
      const answer = await fastify.inject({
        method: 'GET',
        url,
        remoteAddress: request.ip,
        headers: {
          ...(cookie !== undefined && { cookie }),
          'accept-language': language ?? 'sv',
        },
      });
      if (answer.statusCode !== 200) return undefined;
      return (answers[url] = answer.json<unknown>());
    };
    if (cookie?.includes('beslutslogg=') !== true) return answers;
    await askFirst(ask, new URL(request.url, 'http://page'));
    return answers;
  }
}

/** JSON that may stand inside an element of HTML. */
export const inHtml = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** For each page the links that fetch its script and style along with the first, not after it. */
function pageHints(manifest: string): ReadonlyMap<string, string> {
  const chunks = JSON.parse(readFileSync(manifest, 'utf8')) as Readonly<Record<string, Chunk>>;
  return new Map(
    Object.entries(chunks).flatMap(([source, chunk]): [string, string][] => {
      const [, page] = /^src\/pages\/(\w+)\/page\.tsx$/.exec(source) ?? [];
      if (page === undefined) return [];
      const all = withImports(chunks, source, new Set());
      const scripts = [...all].map(
        (one) => `<link rel="modulepreload" crossorigin href="/${chunks[one]?.file ?? ''}">`,
      );
      const styles = (chunk.css ?? []).map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`);
      return [[page, [...scripts, ...styles].join('')]];
    }),
  );
}

function withImports(chunks: Readonly<Record<string, Chunk>>, from: string, found: Set<string>): Set<string> {
  if (found.has(from)) return found;
  found.add(from);
  for (const next of chunks[from]?.imports ?? []) withImports(chunks, next, found);
  return found;
}
