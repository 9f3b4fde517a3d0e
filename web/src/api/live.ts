import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const gather = 250;
const pollEvery = 30_000;

/**
 * Fetches anew what is shown when somebody else changes something. While the feed is cut it asks every half minute.
 * Returns whether the feed is open.
 */
export function useLiveChanges(): boolean {
  const client = useQueryClient();
  const [open, setOpen] = useState(true);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let polling: ReturnType<typeof setInterval> | undefined;
    let feed: EventSource | undefined;
    const refresh = (): void => {
      waiting ??= setTimeout(() => {
        waiting = undefined;
        void client.invalidateQueries();
      }, gather);
    };
    const connect = (): void => {
      feed?.close();
      feed = new EventSource('/api/events');
      for (const name of ['changed', 'reset', 'clock']) feed.addEventListener(name, refresh);
      feed.onopen = () => {
        if (polling !== undefined) refresh();
        clearInterval(polling);
        polling = undefined;
        setOpen(true);
      };
      feed.onerror = () => {
        setOpen(false);
        polling ??= setInterval(() => {
          refresh();
          if (feed?.readyState === EventSource.CLOSED) connect();
        }, pollEvery);
      };
    };
    connect();
    return () => {
      clearTimeout(waiting);
      clearInterval(polling);
      feed?.close();
    };
  }, [client]);
  return open;
}
