import {
  defaultShouldDehydrateQuery,
  type DehydratedState,
  dehydrate,
  type QueryClient,
} from '@tanstack/react-query';
import { prerenderToNodeStream } from 'react-dom/static';
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router';
import { isSettled, ProblemError, queryClientOf } from './api/client';
import { Root } from './app/root';
import { routes, scriptsOf } from './app/router';
import { DrawnOnServer, type PageDrawn } from './app/title';
import { type Language, textsIn } from './i18n';

/** Which page is drawn, for whom, and within what time. */
interface Wanted {
  /** Path and query. */
  readonly url: string;
  readonly language: Language;
  /** Asks the API as whoever opens the page. */
  readonly ask: (url: string) => Promise<{ readonly status: number; readonly body: unknown }>;
  readonly signal: AbortSignal;
}

/** A page as far as the server came with it. */
interface Drawn {
  /** Left out when the API refused something: the browser then asks anew, and says what the refusal was. */
  readonly html?: string;
  readonly title?: string;
  /** There is nothing at the address. */
  readonly missing?: boolean;
  /** What the API answered, for the browser to begin with. */
  readonly answers: DehydratedState;
}

/** What was answered, and what was refused for good. */
const answersOf = (client: QueryClient): DehydratedState =>
  dehydrate(client, {
    shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || isSettled(query.state.error),
    shouldRedactErrors: () => false,
  });

const texts = { sv: textsIn('sv'), en: textsIn('en') };

/** Draws a page with all its data. Throws when something is wrong with the page, or it takes too long. */
export async function draw({ url, language, ask, signal }: Wanted): Promise<Drawn> {
  const client = queryClientOf(async (address) => {
    const { status, body } = await ask(address);
    if (status === 200) return body;
    throw new ProblemError(status, typeof body === 'object' && body !== null ? body : {});
  });
  const held: PageDrawn = {};
  let refused = false;
  let fault: Error | undefined;
  const failed = (error: unknown): void => {
    if (error instanceof ProblemError) refused = true;
    else fault ??= error instanceof Error ? error : new Error(String(error));
  };
  const { pathname } = new URL(url, 'http://page');
  await scriptsOf(pathname);
  const handler = createStaticHandler(routes);
  const context = await handler.query(new Request(new URL(url, 'http://page'), { signal }));
  if (context instanceof Response) throw new Error(`${pathname} leads elsewhere`);
  try {
    await client.fetchQuery({ queryKey: ['/api/me'] });
    const { prelude } = await prerenderToNodeStream(
      <DrawnOnServer value={held}>
        <Root client={client} texts={await texts[language]}>
          <StaticRouterProvider
            router={createStaticRouter(handler.dataRoutes, context)}
            context={context}
            hydrate={false}
          />
        </Root>
      </DrawnOnServer>,
      { signal, onError: failed, progressiveChunkSize: Number.MAX_SAFE_INTEGER },
    );
    let html = '';
    for await (const chunk of prelude) html += String(chunk);
    if (fault) throw fault;
    signal.throwIfAborted();
    return { ...(!refused && { html, ...held }), answers: answersOf(client) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { answers: answersOf(client) };
  } finally {
    client.clear();
  }
}
