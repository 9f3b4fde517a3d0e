import { useCallback, useMemo, useState } from 'react';
import { useInBrowser } from './in-browser';

const nameOf = (key: string): string => `utkast:${key}`;

function stored<T>(key: string): T | undefined {
  const text = localStorage.getItem(nameOf(key));
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}

export interface Draft<T> {
  readonly value: T;
  readonly set: (value: T) => void;
  readonly clear: () => void;
  /** It was begun before this page was opened. */
  readonly kept: boolean;
}

/** What somebody has begun to write; kept on this computer until it is sent. */
export function useDraft<T>(key: string, empty: T): Draft<T> {
  const inBrowser = useInBrowser();
  const found = useMemo(() => (inBrowser ? stored<T>(key) : undefined), [inBrowser, key]);
  const [written, write] = useState<{ readonly value: T; readonly kept: boolean }>();
  const { value, kept } = written ?? { value: found ?? empty, kept: found !== undefined };
  const set = useCallback(
    (next: T) => {
      // Until then it is not known what there is, and it would be written over.
      if (!inBrowser) return;
      localStorage.setItem(nameOf(key), JSON.stringify(next));
      write((before) => ({ value: next, kept: before?.kept ?? found !== undefined }));
    },
    [inBrowser, key, found],
  );
  const clear = useCallback(() => {
    localStorage.removeItem(nameOf(key));
    write({ value: empty, kept: false });
  }, [key, empty]);
  return { value, set, clear, kept };
}
