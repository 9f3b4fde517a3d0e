/** The part of who is asking that the first page goes by. */
interface Asking {
  readonly bodies: readonly { readonly id: string }[];
}

const isAsking = (me: unknown): me is Asking => typeof me === 'object' && me !== null && 'bodies' in me;

/** What the page at an address asks the API first, in the words in which the web asks it. */
export function firstQuestions(me: unknown, { pathname, searchParams }: URL): readonly string[] {
  if (!isAsking(me)) return [];
  const body = searchParams.get('organ') ?? me.bodies[0]?.id;
  if (body === undefined || searchParams.has('perDatum')) return [];
  if (pathname !== '/' && pathname !== '/oversikt') return [];
  const about = `body=${encodeURIComponent(body)}`;
  return [
    `/api/attention?${about}&limit=200`,
    `/api/feedback?${about}&limit=200`,
    `/api/meetings?${about}&limit=200&order=asc`,
  ];
}
