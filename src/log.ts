import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.js';
import type { EventStore, LogIoError } from './event-store/event-store.js';
import { InMemoryEventStore } from './event-store/in-memory.js';
import type { LocalLog } from './event-store/local-log.js';
import { LogCopy } from './event-store/log-copy.js';
import { SqliteEventStore } from './event-store/sqlite.js';

/** The log as a process has it open: where commands go, and the local file all readers read. */
export interface OpenLog {
  readonly store: EventStore;
  readonly log: LocalLog;
  /** Set when the local log is a copy of a remote store. */
  readonly copy?: LogCopy;
  close(): Promise<void>;
}

export interface LogHooks {
  /** The local log has grown. */
  readonly onGrown: () => void;
  /** The local copy was emptied because it belonged to another log; what was built from it must be built anew. */
  readonly onReplaced: () => void;
  /** Nobody knows any more what is durable; the process must leave without acknowledging anything. */
  readonly onFailure: (error: LogIoError) => void;
}

/** Where things lie in `DATA_DIR`. */
export const files = {
  log: (dataDir: string) => join(dataDir, 'log.db'),
  copy: (dataDir: string) => join(dataDir, 'log-copy.db'),
  readModels: (dataDir: string) => join(dataDir, 'read-models.db'),
  outbox: (dataDir: string) => join(dataDir, 'outbox.db'),
  linkSecret: (dataDir: string) => join(dataDir, 'link-secret'),
} as const;

/** Opens the log that the configuration names; only its adapter is loaded. Throws `LogLocked`, `CorruptLog`, `StoreUnavailable`. */
export async function openLog(config: Config, hooks: LogHooks): Promise<OpenLog> {
  if (config.eventStore !== 'memory') mkdirSync(config.dataDir, { recursive: true });
  switch (config.eventStore) {
    case 'sqlite': {
      const store = SqliteEventStore.open(files.log(config.dataDir), {
        onCommit: hooks.onGrown,
        onFailure: hooks.onFailure,
      });
      return { store, log: store.log, close: () => store.close() };
    }
    case 'eventstoredb': {
      const { EventStoreDbStore } = await import('./event-store/eventstoredb.js');
      const store = new EventStoreDbStore(config.esdbConnectionString ?? '');
      return openCopied(store, files.copy(config.dataDir), hooks);
    }
    case 'memory':
      return openCopied(new InMemoryEventStore(), ':memory:', hooks);
  }
}

function openCopied(store: EventStore, path: string, hooks: LogHooks): OpenLog {
  const copy = LogCopy.open(store, path);
  copy.onBatch(hooks.onGrown);
  copy.onRebuild(hooks.onReplaced);
  return {
    store,
    log: copy.log,
    copy,
    close: async () => {
      await copy.stop();
      await store.close();
    },
  };
}
