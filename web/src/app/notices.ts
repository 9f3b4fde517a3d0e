import { useSyncExternalStore } from 'react';

/** Something that has just been done, and how to take it back. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly detail?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const shownFor = 12_000;
let notices: readonly Notice[] = [];
let last = 0;
const listeners = new Set<() => void>();

function set(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

export const forget = (id: number): void => {
  set(notices.filter((notice) => notice.id !== id));
};

/** Tells the reader something at the foot of the page for a while. */
export function tell(notice: Omit<Notice, 'id'>): void {
  const id = (last += 1);
  set([...notices.slice(-2), { id, ...notice }]);
  setTimeout(() => {
    forget(id);
  }, shownFor);
}

export const useNotices = (): readonly Notice[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => notices,
    () => notices,
  );
