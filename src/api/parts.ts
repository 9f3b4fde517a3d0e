import type { Clock } from '../clock.js';
import type { Limits } from './limits.js';
import type { TokenHolder } from '../config.js';
import type { Instant } from '../domain/when.js';
import type { EventStore } from '../event-store/event-store.js';
import type { LocalLog } from '../event-store/local-log.js';
import type { PlacedLog } from '../projections/log-up-to.js';
import type { OutboxFile } from '../projections/outbox-file.js';
import type { ReadModels } from '../projections/read-models.js';
import type { EngineStatus } from '../reminders/engine.js';

/** What came of letting a demo's time pass: facts of its story that were told, and those that no longer fitted. */
export interface Passed {
  readonly told: number;
  readonly unfit: number;
}

/** What the API stands on; the composition root hands it over. */
export interface ApiParts {
  readonly store: EventStore;
  /** The local log that the read models follow. */
  readonly log: LocalLog;
  readonly models: ReadModels;
  readonly clock: Clock;
  readonly tokens: readonly TokenHolder[];
  /** Seals the sign-ins of browsers; without it they end when the process does. */
  readonly sessionSecret?: string;
  /** Demo mode: the clock can be moved. */
  readonly demo: boolean;
  /** Lets a demo's time pass up to an instant, with what belongs to every day on the way. */
  readonly passTime?: (to: Instant) => Promise<Passed>;
  /** How much it takes on; without it there is no limit. */
  readonly limits?: Limits;
  /** The mails that were kept instead of sent; none when there is a mail server. */
  readonly outbox?: OutboxFile;
  /** How the sending of letters stands, in a process that sends them. */
  readonly reminderStatus?: () => Promise<EngineStatus> | undefined;
  readonly baseUrl: string;
  /** What the links in letters are signed with. */
  readonly linkSecret: string;
  readonly version: string;
  /** Told about every command that came to an end: its type, `done`, `replayed` or the code of its problem, and its time. */
  readonly onCommand?: (type: string, result: string, ms: number) => void;
  /** Told about every request that was answered 429, 503 or 507: the limit it met, or the code of its problem. */
  readonly onRefused?: (status: number, kind: string) => void;
  /** Room on the disk where the data lies. */
  readonly disk?: () => Promise<{
    readonly freeBytes: number;
    readonly totalBytes: number;
    readonly low: boolean;
  }>;
}

/** What answers are read from. */
export interface ReadParts {
  readonly log: PlacedLog;
  readonly models: Pick<ReadModels, 'db'>;
  readonly clock: Clock;
}

/** Injection token of {@link ApiParts}. */
export const PARTS = Symbol('ApiParts');
