import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Language } from '../domain/person/events.js';
import { languageOf, languages } from './language.js';
import type { ApiLog } from './log.js';

/** A page as it is sent the first time. */
export interface FirstPage {
  readonly language: Language;
  /** How whoever opens it wants it to look. */
  readonly theme?: 'light' | 'dark';
  readonly contrast: boolean;
  /** Draws it, which takes its time and the thread; never fails. */
  readonly draw: () => Promise<Drawn>;
}

/** What is drawn of a page already, and what it needs to go on in the browser. */
export interface Drawn {
  readonly title?: string;
  /** There is nothing at the address. */
  readonly missing?: boolean;
  /** Nothing when the browser has to draw it. */
  readonly html?: string;
  /** What the API answered, as the web keeps it. */
  readonly answers: object;
}

/** `draw` of `web/src/server.tsx`, as it is built. */
type Draw = (wanted: {
  readonly url: string;
  readonly language: Language;
  readonly ask: (url: string) => Promise<{ readonly status: number; readonly body: unknown }>;
  readonly signal: AbortSignal;
}) => Promise<Drawn>;

const longestMs = 3_000;

/**
 * Draws pages for whoever is signed in, with what the API answers that person; it is asked as any client asks it. The
 * drawing is loaded when the first page is wanted. A page that cannot be drawn is drawn by the browser, and logged.
 */
export function firstPages(
  fastify: FastifyInstance,
  built: string,
  log: ApiLog,
): (request: FastifyRequest) => FirstPage {
  let loading: Promise<Draw> | undefined;
  const drawnFor = async (request: FastifyRequest, cookie: string, language: Language): Promise<Drawn> => {
    if (!cookie.includes('beslutslogg=') || !existsSync(built)) return { answers: {} };
    const ask = async (url: string): Promise<{ readonly status: number; readonly body: unknown }> => {
      const answer = await fastify.inject({
        method: 'GET',
        url,
        remoteAddress: request.ip,
        headers: { cookie, 'accept-language': language },
      });
      return {
        status: answer.statusCode,
        body: answer.headers['content-type']?.toString().includes('json')
          ? answer.json<unknown>()
          : undefined,
      };
    };
    try {
      loading ??= loadDraw(built).catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
      const draw = await loading;
      return await draw({ url: request.url, language, ask, signal: AbortSignal.timeout(longestMs) });
    } catch (error) {
      const stack = error instanceof Error ? error.stack : String(error);
      log.error(
        { requestId: request.id, page: request.url.split(/[?/]/)[1], error: stack },
        'a page could not be drawn; the browser draws it',
      );
      return { answers: {} };
    }
  };
  return (request) => {
    const { cookie = '' } = request.headers;
    const language = cookieOf(cookie, 'sprak', languages) ?? languageOf(request.headers['accept-language']);
    return {
      language,
      theme: cookieOf(cookie, 'utseende', ['light', 'dark'] as const),
      contrast: cookieOf(cookie, 'kontrast', ['hog'] as const) !== undefined,
      draw: () => drawnFor(request, cookie, language),
    };
  };
}

async function loadDraw(built: string): Promise<Draw> {
  const module: unknown = await import(pathToFileURL(built).href);
  if (
    typeof module !== 'object' ||
    module === null ||
    !('draw' in module) ||
    typeof module.draw !== 'function'
  )
    throw new Error(`${built} draws nothing`);
  return module.draw as Draw;
}

function cookieOf<T extends string>(cookie: string, name: string, values: readonly T[]): T | undefined {
  const found = new RegExp(`(?:^|; *)${name}=([^;]*)`).exec(cookie)?.[1];
  return values.find((value) => value === found);
}
