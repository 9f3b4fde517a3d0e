import { type Schemas, useGet } from '../../api/client';
import { useAsOf, useBody, useToday } from '../../app/place';

/** How the meetings of the page's body, or another, lie around today. */
export function useMeetings(of?: string): {
  readonly all: readonly Schemas['MeetingItemView'][];
  readonly last?: Schemas['MeetingItemView'];
  readonly next?: Schemas['MeetingItemView'];
} {
  const here = useBody();
  const body = of ?? here;
  const asOf = useAsOf();
  const today = useToday();
  const { data } = useGet('/api/meetings', { query: { body, limit: 200, order: 'asc', ...asOf } });
  const all = (data?.items ?? []).filter(({ state }) => state.code !== 'cancelled');
  return {
    all,
    last: all.findLast(({ date }) => date < today),
    next: all.find(({ date, kind }) => date >= today && kind.code === 'ordinary'),
  };
}
