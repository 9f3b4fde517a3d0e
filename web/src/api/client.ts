import {
  hydrate,
  type InfiniteData,
  infiniteQueryOptions,
  QueryClient,
  type QueryKey,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { use, useMemo } from 'react';
import type { components, paths } from './schema';

/** The shapes of the API's answers. */
export type Schemas = components['schemas'];

type JsonOf<R> = R extends { content: { 'application/json': infer A } } ? A : undefined;
type Answers<O> = O extends { responses: infer R }
  ? R extends { 200: infer A }
    ? JsonOf<A>
    : R extends { 201: infer A }
      ? JsonOf<A>
      : undefined
  : never;
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? Q : never;
type PathOf<O> = O extends { parameters: { path: infer P } } ? P : undefined;
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer B } } } ? B : undefined;

type With<M extends 'get' | 'post'> = {
  [P in keyof paths]: paths[P] extends { [K in M]: { responses: unknown } } ? P : never;
}[keyof paths];

/** Addresses that can be read. */
export type Readable = With<'get'>;
/** Addresses that can be written to. */
export type Writable = With<'post'>;
export type Answer<P extends Readable> = Answers<paths[P]['get']>;

/** What a question says besides where it is asked. */
export interface Asking<P extends Readable> {
  readonly path?: PathOf<paths[P]['get']>;
  readonly query?: QueryOf<paths[P]['get']>;
}

/** Who refused, and why, in the reader's language. */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Partial<Schemas['ProblemView']>,
  ) {
    super(problem.detail ?? problem.title ?? String(status));
  }
}

/** Whether asking again would give the same refusal: the page can be drawn with it. */
export const isSettled = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && [400, 403, 404].includes(error.status);

/** Whether there is no such thing. */
export const isMissing = (error: unknown): boolean => error instanceof ProblemError && error.status === 404;

/** The answer never came: no network, or the service is down. */
export class Unreachable extends Error {}

const language = (): string => document.documentElement.lang || 'sv';
let position: string | undefined;

/** The address with its parameters, in the one spelling that names an answer. */
export function urlOf(
  path: string,
  { path: parts, query }: { readonly path?: object; readonly query?: object } = {},
): string {
  const named = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(textOf(parts, name)));
  const asked = Object.entries(query ?? {}).flatMap(
    ([name, value]: [string, string | number | boolean | undefined]) =>
      value === undefined || value === '' ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  );
  return asked.length > 0 ? `${named}?${asked.join('&')}` : named;
}

function textOf(parts: object | undefined, name: string): string {
  const found = Object.entries(parts ?? {}).find(([key]) => key === name) as [string, string] | undefined;
  return found?.[1] ?? '';
}

let sessionEnded: (() => void) | undefined;

/** Does something when the service no longer knows who is signed in. Returns how to stop that. */
export function whenSessionEnds(then: () => void): () => void {
  sessionEnded = then;
  return () => {
    sessionEnded = undefined;
  };
}

async function call(method: string, url: string, init: RequestInit = {}): Promise<unknown> {
  const headers = new Headers(init.headers);
  headers.set('accept-language', language());
  if (method === 'GET' && position !== undefined) headers.set('log-position', position);
  let answer: Response;
  try {
    answer = await fetch(url, { ...init, method, headers, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable(url);
  }
  if (method !== 'GET') position = answer.headers.get('log-position') ?? position;
  const body: unknown = answer.headers.get('content-type')?.includes('json')
    ? await answer.json()
    : undefined;
  if (answer.ok) return body;
  if (answer.status === 503) position = undefined;
  if (answer.status === 401 && url !== '/api/me') sessionEnded?.();
  throw new ProblemError(answer.status, isObject(body) ? body : {});
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Reads once. Throws {@link ProblemError} or {@link Unreachable}. */
export const read = <P extends Readable>(path: P, asking: Asking<P> = {}): Promise<Answer<P>> =>
  call('GET', urlOf(path, asking)) as Promise<Answer<P>>;

/** Bytes in hexadecimal. */
export const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** A key for a write that may be sent again without harm. */
export const newKey = (): string => hex(crypto.getRandomValues(new Uint8Array(16)));

export interface Sending<P extends Writable> {
  readonly path?: PathOf<paths[P]['post']>;
  readonly body: BodyOf<paths[P]['post']>;
  /** The revision that was read; `any` for whatever stands there. Left out for what begins something new. */
  readonly revision?: number | 'any';
  readonly key?: string;
}

/** Writes once. Throws {@link ProblemError} or {@link Unreachable}. */
export function send<P extends Writable>(
  path: P,
  { path: parts, body, revision, key = newKey() }: Sending<P>,
): Promise<Answers<paths[P]['post']>> {
  const headers: Record<string, string> = { 'content-type': 'application/json', 'idempotency-key': key };
  if (revision !== undefined) headers['if-match'] = revision === 'any' ? '*' : `"${revision.toString()}"`;
  return call('POST', urlOf(path, { path: parts as object }), {
    headers,
    body: JSON.stringify(body),
  }) as Promise<Answers<paths[P]['post']>>;
}

export const signOut = (): Promise<unknown> => call('DELETE', '/api/session');

const pageOf = (url: string, cursor: unknown): string =>
  typeof cursor === 'string' && cursor !== ''
    ? `${url}${url.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}`
    : url;

type Get = (url: string, signal?: AbortSignal) => Promise<unknown>;

/** What a page knows, and how it asks for more. */
export const queryClientOf = (get: Get): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retryOnMount: ({ state: { error } }) => !isSettled(error),
        retry: (times, error) =>
          !onServer && !(error instanceof ProblemError && error.status < 500) && times < 2,
        refetchOnWindowFocus: 'always',
        queryFn: ({ queryKey: [url], signal, ...rest }) =>
          get(pageOf(String(url), 'pageParam' in rest ? rest.pageParam : undefined), signal),
      },
    },
  });

/** What the open page knows; primed with what came along with it. */
export function newQueryClient(): QueryClient {
  const client = queryClientOf((url, signal) => call('GET', url, { signal }));
  const first: unknown = JSON.parse(document.getElementById('first')?.textContent ?? '{}');
  if (isObject(first)) hydrate(client, first);
  for (const query of client.getQueryCache().getAll()) {
    const error: unknown = query.state.error;
    if (isObject(error) && typeof error['status'] === 'number' && isObject(error['problem']))
      query.setState({ error: new ProblemError(error['status'], error['problem']) });
  }
  return client;
}

const onServer = typeof document === 'undefined';
const nothing = Object.assign(Promise.resolve(), { status: 'fulfilled', value: undefined });

const unlessSettled = (error: unknown): void => {
  if (!isSettled(error)) throw error;
};

/** The server draws a page when its answers have come; a browser draws what it has. */
function useAnswer(pending: boolean, ask: () => Promise<unknown>): void {
  if (onServer) use(pending ? ask().catch(unlessSettled) : nothing);
}

/** What stands at an address; kept while the page is open, asked again when something changes. */
export function useGet<P extends Readable>(
  path: P,
  { enabled = true, ...asking }: Asking<P> & { readonly enabled?: boolean } = {},
): UseQueryResult<Answer<P>, Error> {
  const client = useQueryClient();
  const queryKey = [urlOf(path, asking)];
  const result = useQuery<Answer<P>, Error>({
    queryKey,
    enabled,
    placeholderData: (before, query) =>
      query && String(query.queryKey[0]).split('?')[0] === urlOf(path, asking).split('?')[0]
        ? before
        : undefined,
  });
  useAnswer(enabled && result.isPending, () => client.fetchQuery({ queryKey }));
  return result;
}

interface PageOf<T> {
  readonly items: readonly T[];
  readonly next?: string;
}
type Pages<T> = InfiniteData<PageOf<T>, string>;
type ItemOf<A> = A extends { items: (infer T)[] } ? T : never;

/** What has been read of a list, and how the reading stands. */
export interface Listed<T> {
  readonly items: readonly T[];
  readonly result: UseInfiniteQueryResult<Pages<T>, Error>;
}

/** A list read page by page, as far as somebody scrolls. */
export function usePages<P extends Readable>(
  path: P,
  { query, enabled = true }: { readonly query?: QueryOf<paths[P]['get']>; readonly enabled?: boolean },
): Listed<ItemOf<Answer<P>>> {
  const client = useQueryClient();
  const pages = infiniteQueryOptions<
    PageOf<ItemOf<Answer<P>>>,
    Error,
    Pages<ItemOf<Answer<P>>>,
    QueryKey,
    string
  >({
    queryKey: [urlOf(path, { query: query as object }), 'pages'],
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
  const result = useInfiniteQuery({ ...pages, enabled, placeholderData: (before) => before });
  useAnswer(enabled && result.isPending, () => client.fetchInfiniteQuery(pages));
  const { data } = result;
  return { items: useMemo(() => (data?.pages ?? []).flatMap(({ items }) => items), [data]), result };
}
