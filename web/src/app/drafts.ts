import { useMemo, useState } from 'react';
import { useInBrowser } from './in-browser';
import { useMe } from './place';

/** What is read from a draft of an older shape, or not at all: the form begins anew. */
type Read<T> = (kept: unknown) => T | undefined;

const nameOf = (person: string, about: string): string => `utkast:${person}:${about}`;

/** A browser may refuse a page its storage; then nothing was kept. */
function stored<T>(name: string, read: Read<T>): T | undefined {
  try {
    return read(JSON.parse(localStorage.getItem(name) ?? 'null'));
  } catch {
    return undefined;
  }
}

function store(name: string, value: unknown): boolean {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** Lays a draft ready for a form that is opened later; `about` as that form has it. */
export const layDraft = (person: string, about: string, value: object): boolean =>
  store(nameOf(person, about), value);

export interface Draft<T> {
  readonly value: T;
  readonly set: (value: T) => void;
  /** Forgets what was written, and begins with `next`, else empty. */
  readonly clear: (next?: T) => void;
  /** What the writer is told: it was begun before this page was opened, or this browser keeps nothing. */
  readonly note?: 'kept' | 'unkept';
}

/**
 * What somebody has begun to write about something; kept on this computer until it is sent, and shown to nobody else who
 * signs in here. `about` holds all that says how the form begins, so that a draft never beats what was just pressed.
 * What belongs to the words lies in `T` with them, such as the revision that they were begun against. `read` is one and the
 * same function from one drawing to the next.
 */
export function useDraft<T extends object>(about: string, empty: T, read: Read<T>): Draft<T> {
  const inBrowser = useInBrowser();
  const name = nameOf(useMe().id, about);
  const found = useMemo(() => (inBrowser ? stored(name, read) : undefined), [inBrowser, name, read]);
  const [last, write] = useState<{ name: string; value: T; note: Draft<T>['note'] }>();
  const { value, note } =
    last?.name === name ? last : { value: found ?? empty, note: found && ('kept' as const) };
  return {
    value,
    note,
    set: (next) => {
      // Until then it is not known what there is, and it would be written over.
      if (!inBrowser) return;
      write({ name, value: next, note: store(name, next) ? note : 'unkept' });
    },
    clear: (next = empty) => {
      store(name, undefined);
      write({ name, value: next, note: undefined });
    },
  };
}
