/** Asks the API, as whoever opens the page; `undefined` when it refuses. */
export type AskApi = (url: string) => Promise<unknown>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const text = (from: unknown, name: string): string | undefined => {
  const value = isRecord(from) ? from[name] : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** Asks what the page at an address asks first, in the words in which the web asks it. */
export async function askFirst(ask: AskApi, { pathname, searchParams }: URL): Promise<void> {
  const me = await ask('/api/me');
  const body = searchParams.get('organ') ?? text(me, 'home');
  const today = text(me, 'today');
  if (body === undefined || today === undefined || searchParams.has('perDatum')) return;
  if (pathname !== '/' && pathname !== '/oversikt') return;
  const about = `body=${encodeURIComponent(body)}`;
  const capacities: unknown = isRecord(me) ? me['capacities'] : [];
  const roles = Array.isArray(capacities)
    ? capacities.map((one: unknown) => text(isRecord(one) ? one['role'] : undefined, 'code'))
    : [];
  const since = ask(`/api/meetings?${about}&limit=200&order=asc`).then((meetings) => {
    const last = lastMeeting(meetings, today);
    return last === undefined ? undefined : ask(`/api/board/compare?${about}&from=${last}&limit=200`);
  });
  await Promise.all([
    since,
    ask(`/api/board/balance?${about}`),
    ask(`/api/feedback?${about}&limit=200`),
    ask(`/api/attention?${about}&limit=200`),
    ask(`/api/bodies/${encodeURIComponent(body)}`),
    ...(roles.includes('responsible')
      ? [ask(`/api/assignments?person=${encodeURIComponent(text(me, 'id') ?? '')}&state=open&limit=100`)]
      : []),
  ]);
}

/** The day of the last meeting that has been, before today. */
function lastMeeting(meetings: unknown, today: string): string | undefined {
  const items: unknown = isRecord(meetings) ? meetings['items'] : [];
  if (!Array.isArray(items)) return undefined;
  return items
    .filter((meeting: unknown) => isRecord(meeting) && text(meeting['state'], 'code') !== 'cancelled')
    .map((meeting: unknown) => text(meeting, 'date'))
    .findLast((date) => date !== undefined && date < today);
}
