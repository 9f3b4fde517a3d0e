import type { TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import { Unreachable } from '../api/client';

/** Something that has just been done, and how to take it back. */
interface Notice {
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

/** What was told one reader is not for the next. */
export const forgetAll = (): void => {
  set([]);
};

/** Tells the reader something at the foot of the page: for a while, or until it is closed where there is something to press. */
export function tell(notice: Omit<Notice, 'id'>): void {
  const id = (last += 1);
  set([...notices.slice(-2), { id, ...notice }]);
  if (!notice.action)
    setTimeout(() => {
      forget(id);
    }, shownFor);
}

/** Why something that was pressed did not happen, in the reader's language. */
export function whyNot(error: unknown, t: TFunction): string {
  if (error instanceof Unreachable) return t('faults.sendAgain');
  return error instanceof Error ? error.message : String(error);
}

/** Tells why something that was pressed did not happen. */
export const tellFault = (error: unknown, t: TFunction): void => tell({ text: whyNot(error, t) });

/** Lays a text on the clipboard and says so; `otherwise` is said where a page may not, as over plain http. */
export async function copy(text: string, copied: string, otherwise: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell({ text: copied });
  } catch {
    tell({ text: otherwise });
  }
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
