import { randomBytes } from 'node:crypto';
import type { ApiParts } from './api/parts.js';
import type { Clock } from './clock.js';
import type { Config } from './config.js';
import { files } from './log.js';
import { OutboxFile } from './projections/outbox-file.js';
import type { Attempt, PostOffice } from './reminders/deliver.js';
import { type EngineStatus, ReminderEngine } from './reminders/engine.js';
import type { Mailer } from './reminders/mailer.js';
import type { Swept } from './reminders/sweep.js';
import type { WakeUps } from './reminders/wake-ups.js';

/** The sending of letters, and the mails that are kept instead of sent. */
export interface Reminding {
  readonly engine: ReminderEngine;
  /** Set when there is no mail server: mails are kept here. */
  readonly outbox?: OutboxFile;
  /** Begins to send, or to watch over those who do, by the role of the process. */
  start(): Promise<void>;
  /** How the sending stands; nothing before it has begun. */
  status(): Promise<EngineStatus> | undefined;
  close(): Promise<void>;
}

type Stands = Pick<ApiParts, 'store' | 'log' | 'models' | 'baseUrl' | 'linkSecret'> & {
  readonly clock: Clock;
};

/** How long one worker keeps a letter before another may take it, in ms: longer than all the times a mail server is given. */
const lease = 5 * 60_000;

/** Told of what happens to the sending. */
export interface RemindingHooks {
  readonly onTrouble?: (message: string) => void;
  readonly onNews?: (message: string) => void;
  readonly onSwept?: (swept: Partial<Swept>) => void;
}

/** Puts together what letters are sent with. Nothing is loaded before the first letter is looked for. */
export function openReminding(config: Config, parts: Stands, hooks: RemindingHooks): Reminding {
  const { smtpUrl, mailFrom, eventStore, dataDir, timeZone } = config;
  const outbox =
    smtpUrl === undefined
      ? new OutboxFile(eventStore === 'memory' ? ':memory:' : files.outbox(dataDir))
      : undefined;
  const mailer = async (): Promise<Mailer> => {
    if (smtpUrl === undefined || outbox) {
      const { outboxMailer } = await import('./reminders/outbox.js');
      return outboxMailer(outbox ?? new OutboxFile(':memory:'), parts.clock);
    }
    const { SmtpMailer } = await import('./reminders/smtp.js');
    return new SmtpMailer({ url: smtpUrl, from: mailFrom, perSecond: 10 });
  };
  const office = async (): Promise<PostOffice> => {
    const { compose } = await import('./reminders/letters/compose.js');
    const { store, models, clock, log, baseUrl, linkSecret } = parts;
    return {
      store,
      models,
      clock,
      mailer: await mailer(),
      compose,
      desk: { models, log, baseUrl, timeZone, linkSecret },
      worker: randomBytes(6).toString('hex'),
      leaseMs: lease,
      onTrouble: hooks.onTrouble,
    };
  };
  const engine = new ReminderEngine({
    office,
    onTrouble: hooks.onTrouble,
    onSwept: hooks.onSwept,
    onErased: (persons) => outbox?.forget(persons),
  });
  let queue: Pick<WakeUps, 'stop'> | undefined;
  let status: (() => Promise<EngineStatus>) | undefined;
  return {
    engine,
    ...(outbox && { outbox }),
    start: async () => {
      const { role, redisUrl, production } = config;
      const link = { url: redisUrl ?? '', strict: production, ...hooks };
      if (role === 'api') {
        const { WorkerWatch } = await import('./reminders/wake-ups.js');
        const watch = new WorkerWatch(link);
        watch.start();
        queue = watch;
        status = async () => ({ ...(await engine.status()), alive: watch.alive, queue: watch.status });
        return;
      }
      engine.start();
      status = () => engine.status();
      if (redisUrl === undefined) return;
      const { WakeUps } = await import('./reminders/wake-ups.js');
      const wakeUps = new WakeUps({
        ...link,
        office: await engine.office(),
        alive: () => engine.alive,
        onEnds: (ends) => hooks.onSwept?.(counted(ends)),
      });
      wakeUps.start();
      queue = wakeUps;
      status = async () => ({ ...(await engine.status()), queue: wakeUps.status });
    },
    status: () => status?.(),
    close: async () => {
      await queue?.stop();
      await engine.stop();
      outbox?.close();
    },
  };
}

const counted = (ends: readonly Attempt[]): Partial<Swept> =>
  Object.fromEntries(ends.map((end) => [end, ends.filter((other) => other === end).length]));
