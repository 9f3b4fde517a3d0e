import type { ApiParts } from './api/parts.js';
import { SystemClock } from './clock.js';
import { finishErasures } from './commands/handlers.js';
import type { Config } from './config.js';
import { DemoTime } from './demo-time.js';
import type { LogIoError } from './event-store/event-store.js';
import type { LogCopy } from './event-store/log-copy.js';
import { openReminding, type Reminding } from './post-office.js';
import { linkSecretOf } from './link-secret.js';
import { files, openLog } from './log.js';
import { diskRoom } from './ops/disk.js';
import { Metrics } from './ops/metrics.js';
import { allProjections } from './projections/all.js';
import { type Progress, ReadModels } from './projections/read-models.js';
import { version } from './version.js';

/** Everything a running process stands on, opened; the one place that picks adapters besides `log.ts`. */
export interface Parts extends ApiParts {
  readonly clock: SystemClock;
  readonly config: Config;
  readonly metrics: Metrics;
  /** The sending of letters; it does nothing until it is started. */
  readonly reminding: Reminding;
  /** How a demo's time passes. */
  readonly time: DemoTime;
  /** Set when the local log is a copy of a remote store. */
  readonly copy?: LogCopy;
  /** Tells on which port the service listens: the address users see holds it, where the system chose it. */
  listensOn(port: string): void;
  /** Lets go of everything, in order. Safe to call twice. */
  close(): Promise<void>;
}

export interface PartsHooks {
  readonly onProgress?: Progress;
  readonly onTrouble?: (message: string) => void;
  /** Told when trouble is over. */
  readonly onNews?: (message: string) => void;
  readonly onFailure: (error: LogIoError) => void;
}

/** Opens the log and its read models, and finishes erasures that a crash cut short. Throws what `openLog` throws. */
export async function openParts(config: Config, hooks: PartsHooks): Promise<Parts> {
  const clock = new SystemClock(config.timeZone);
  const opened = await openLog(config, {
    onGrown: () => {
      models.wake();
    },
    onReplaced: () => {
      models.rebuild().catch((error: unknown) => hooks.onTrouble?.(messageOf(error)));
    },
    onFailure: hooks.onFailure,
  });
  const models = ReadModels.open({
    path: config.eventStore === 'memory' ? ':memory:' : files.readModels(config.dataDir),
    log: opened.log,
    timeZone: config.timeZone,
    projections: allProjections,
    onProgress: hooks.onProgress,
    onTrouble: hooks.onTrouble,
  });
  finishErasures(opened.store).catch((error: unknown) => {
    hooks.onTrouble?.(
      `erasures could not be finished: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  const metrics = new Metrics();
  metrics.observe(opened.store);
  const { tokens, sessionSecret, demo, limits } = config;
  let { baseUrl } = config;
  const time = new DemoTime(clock, async () => {
    const head = await opened.store.head();
    if (head !== null) await models.waitFor(head, 30_000);
    await reminding.engine.run();
  });
  const linkSecret = linkSecretOf(config);
  const reminding = openReminding(
    config,
    {
      store: opened.store,
      log: opened.log,
      models,
      clock,
      linkSecret,
      get baseUrl() {
        return baseUrl;
      },
    },
    {
      onTrouble: hooks.onTrouble,
      onNews: hooks.onNews,
      onSwept: (swept) => {
        metrics.swept(swept);
      },
    },
  );
  let closing: Promise<void> | undefined;
  return {
    config,
    clock,
    metrics,
    store: opened.store,
    log: opened.log,
    copy: opened.copy,
    models,
    tokens,
    sessionSecret,
    demo,
    limits,
    get baseUrl() {
      return baseUrl;
    },
    listensOn: (port) => {
      if (baseUrl === anyPort) baseUrl = anyPort.replace(/0$/, port);
    },
    linkSecret,
    reminding,
    outbox: reminding.outbox,
    reminderStatus: () => reminding.status(),
    version,
    time,
    ...(demo && { passTime: (to) => time.passTo(to) }),
    onCommand: (type, result, ms) => {
      metrics.command(type, result, ms);
    },
    onRefused: (status, kind) => {
      metrics.refused(status, kind);
    },
    ...(config.eventStore !== 'memory' && { disk: () => diskRoom(config.dataDir) }),
    close: () =>
      (closing ??= reminding
        .close()
        .then(() => models.close())
        .then(() => opened.close())),
  };
}

/** The address users see when neither `PORT` nor `BASE_URL` says which. */
const anyPort = 'http://localhost:0';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
