import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import type { Recorded } from '../../src/domain/events.js';
import { LocalLog, type LogMode } from '../../src/event-store/local-log.js';
import { note } from './contract.js';

/** A folder and the name of a log file in it, fresh for each test and gone after it. */
export interface LogFolder {
  readonly folder: string;
  readonly file: string;
  /** Opens the log file, or another, until the end of the test. */
  open(mode?: LogMode, path?: string): LocalLog;
  /** Leaves a log to be closed at the end of the test. */
  keep(log: LocalLog): LocalLog;
  /** The log opened last. */
  last(): LocalLog;
  closeAll(): void;
}

/** For use at the top of a test file. */
export function logFolder(): LogFolder {
  let folder = '';
  const opened: LocalLog[] = [];
  const closeAll = (): void => opened.splice(0).forEach((log) => log.close());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-'));
  });
  afterEach(() => {
    closeAll();
    rmSync(folder, { recursive: true });
  });
  const keep = (log: LocalLog): LocalLog => {
    opened.push(log);
    return log;
  };
  return {
    get folder() {
      return folder;
    },
    get file() {
      return join(folder, 'log.sqlite');
    },
    open: (mode = 'authority', path = join(folder, 'log.sqlite')) => keep(LocalLog.open(path, { mode })),
    keep,
    last: () => {
      const log = opened.at(-1);
      if (!log) throw new Error('no log was opened');
      return log;
    },
    closeAll,
  };
}

/** The texts of notes, the types of all else. */
export const notes = (log: readonly Recorded[]): unknown[] =>
  log.map((event) => ('note' in event.data ? event.data.note : event.type));
export const positions = (log: readonly Recorded[]): string[] => log.map((event) => event.position);
/** Notes with numbered texts. */
export const many = (count: number, label = 'nr'): ReturnType<typeof note>[] =>
  Array.from({ length: count }, (_, i) => note(`${label} ${i}`));
