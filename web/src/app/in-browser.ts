import { useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * Whether what only a browser knows may be shown: no on the server and in the first picture a browser makes of what
 * the server sent, since the two must be alike; yes from then on.
 */
export const useInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
