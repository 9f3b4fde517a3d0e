import { randomUUID } from 'node:crypto';
import { type ConnectionOptions, type DefaultJobOptions, Queue, UnrecoverableError, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { addDays } from '../domain/calendar.js';
import { comingRungs, lastDueRungs } from '../projections/reminders.js';
import { type Attempt, pauseAfter, type PostOffice } from './deliver.js';
import { type LinkState, RedisLink } from './redis-link.js';
import { sentAt } from './sweep.js';
import { type WakeUp, wakeUpFor, wakeUpId, Waking } from './wake.js';

/** Everything of this service in Redis begins with it. */
const prefix = 'beslutslogg';
const queueName = 'reminders';
const beatKey = `${prefix}:worker`;
const epochKey = `${prefix}:epoch`;

/** Wake-ups are planned so many days ahead; the most that are planned at a time, and that go to Redis at a time. */
const daysAhead = 3;
const mostPlanned = 20_000;
const bulk = 500;
/** How long a worker counts as alive after its last sign of life, in ms. */
const beatLasts = 60_000;
/** What is overdue by this and taken by nobody shows that a worker has stopped, in ms. */
const overdue = 15_000;

/** A letter that is refused for now is tried again, later each time; wake-ups that failed for good are kept and can be seen. */
const defaultJobOptions: DefaultJobOptions = {
  attempts: 10,
  backoff: { type: 'custom' },
  removeOnComplete: true,
  removeOnFail: { age: 30 * 86_400, count: 5_000 },
};

/** How the queue of wake-ups stands. */
export interface QueueStatus {
  readonly state: LinkState;
  /** How long it has been so, in seconds. */
  readonly seconds: number;
  /** Wake-ups that are still to come, that wait to be seen to, and whose letters could not be delivered. */
  readonly delayed: number;
  readonly waiting: number;
  readonly failed: number;
}

export interface WakeUpOptions {
  readonly url: string;
  readonly strict: boolean;
  readonly office: PostOffice;
  /** Whether the sweep of this process is alive; only then it says so to others. */
  readonly alive: () => boolean;
  /** Told how each letter ended. */
  readonly onEnds?: (ends: readonly Attempt[]) => void;
  readonly onTrouble?: (message: string) => void;
  readonly onNews?: (message: string) => void;
  readonly concurrency?: number;
  /** How often Redis is asked whether it is there, and what has come to be planned is planned, in ms. */
  readonly everyMs?: number;
}

type WakeUpQueue = Queue<WakeUp, readonly Attempt[], WakeUp['type']>;
type WakeUpWorker = Worker<WakeUp, readonly Attempt[], WakeUp['type']>;

/**
 * Wakes the sending of letters at the time they are due, by jobs in Redis. Loses nothing when Redis does: what is due and
 * unsent is found by the sweep. Comes back by itself, with a new worker, when Redis does.
 */
export class WakeUps {
  readonly #link: RedisLink;
  readonly #waking: Waking;
  readonly #inHand = new Set<Promise<unknown>>();
  #queue: WakeUpQueue | undefined;
  #worker: { readonly worker: WakeUpWorker; readonly redis: Redis } | undefined;
  #planned = new Set<string>();
  #epoch = '';
  /** What the read models showed when it was last planned, and on which day. */
  #seen = '';
  #idleSince: number | undefined;
  #counts = { delayed: 0, waiting: 0, failed: 0 };
  #stopped = false;

  constructor(private readonly options: WakeUpOptions) {
    const { url, strict, everyMs, onTrouble, onNews, office } = options;
    this.#waking = new Waking(office);
    this.#link = new RedisLink({
      url,
      strict,
      everyMs,
      onBack: (redis) => this.#begin(redis),
      onTick: (redis) => this.#tick(redis),
      onChange: (state, why) => {
        if (state === 'connected') onNews?.('Redis answers: letters are woken for when they are due');
        else onTrouble?.(`${troubles[state]} (${why}): letters are found by the sweep alone`);
      },
    });
  }

  start(): void {
    this.#link.start();
  }

  get status(): QueueStatus {
    return { state: this.#link.state, seconds: Math.round(this.#link.sinceMs / 1000), ...this.#counts };
  }

  /** Plans what has come since the last time, without waiting for the next. */
  async plan(): Promise<void> {
    await this.#link.tick();
  }

  /** Takes no more wake-ups, and waits for what is in hand. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#link.stop();
    await this.#drop();
    await Promise.allSettled(this.#inHand);
  }

  /** Redis is there: whatever was before it went is not trusted. */
  async #begin(redis: Redis): Promise<void> {
    const connection: ConnectionOptions = redis;
    if (!this.#queue) {
      const queue: WakeUpQueue = new Queue(queueName, { connection, prefix, defaultJobOptions });
      queue.on('error', () => undefined);
      this.#queue = queue;
    }
    await this.#renew();
    this.#epoch = '';
  }

  async #renew(): Promise<void> {
    await this.#drop();
    const { url, concurrency = 16 } = this.options;
    const redis = new Redis(url, {
      maxRetriesPerRequest: null,
      retryStrategy: (times) => Math.min(times * 200, 2_000),
    });
    redis.on('error', () => undefined);
    const connection: ConnectionOptions = redis;
    const worker: WakeUpWorker = new Worker(queueName, ({ data }) => this.#answer(data), {
      connection,
      prefix,
      concurrency,
      maxStalledCount: 10,
      settings: { backoffStrategy: (attempts) => pauseAfter(attempts) + 1_000 },
    });
    worker.on('error', () => undefined);
    this.#worker = { worker, redis };
    this.#idleSince = undefined;
  }

  /** Lets go of the worker without waiting for Redis, which may be away. */
  async #drop(): Promise<void> {
    const old = this.#worker;
    this.#worker = undefined;
    if (!old) return;
    const closing = old.worker.close(this.#link.state !== 'connected').catch(() => undefined);
    await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
    old.redis.disconnect();
  }

  async #answer(wakeUp: WakeUp): Promise<readonly Attempt[]> {
    if (this.#stopped) return [];
    const answering = this.#waking.answer(wakeUp);
    this.#inHand.add(answering);
    try {
      const ends = await answering;
      this.options.onEnds?.(ends);
      if (ends.includes('failed'))
        throw new UnrecoverableError(
          'the mail server does not take the letter, and another try would not help',
        );
      const again = ends.find((end) => end === 'refused' || end === 'unknown');
      if (again !== undefined) throw new Error(`the letter is ${again}; it is tried again`);
      return ends;
    } finally {
      this.#inHand.delete(answering);
      this.#idleSince = undefined;
    }
  }

  async #tick(redis: Redis): Promise<void> {
    const queue = this.#queue;
    if (!queue) return;
    await redis.set(epochKey, randomUUID(), 'NX');
    const epoch = (await redis.get(epochKey)) ?? '';
    if (epoch !== this.#epoch) {
      this.#planned.clear();
      this.#seen = '';
      await this.#schedule(queue);
      this.#epoch = epoch;
    }
    await this.#planComing(queue);
    if (this.options.alive()) await redis.set(beatKey, this.options.office.worker, 'PX', beatLasts);
    const { delayed = 0, waiting = 0, failed = 0 } = await queue.getJobCounts('delayed', 'waiting', 'failed');
    this.#counts = { delayed, waiting, failed };
    await this.#seeThatItWorks(queue);
  }

  /** What goes to secretaries and chairs is looked for every working morning; on most of them there is nothing. */
  async #schedule(queue: WakeUpQueue): Promise<void> {
    const repeat = { pattern: '0 8 * * 1-5', tz: this.options.office.clock.timeZone };
    for (const type of ['digests', 'briefs'] as const)
      await queue.upsertJobScheduler(type, repeat, { name: type, data: { type } });
  }

  /** Adds wake-ups for the coming days. Those that are there are left alone; those that no longer hold do nothing. */
  async #planComing(queue: WakeUpQueue): Promise<void> {
    const { office } = this.options;
    const shown = office.models.status().projections.find(({ name }) => name === 'reminders');
    if (!shown) return;
    const { position } = shown;
    const seen = `${position ?? ''} ${office.clock.today()}`;
    if (seen === this.#seen) return;
    const now = Date.parse(office.clock.now());
    const { db } = office.models;
    const today = office.clock.today();
    const due = lastDueRungs(db, today, mostPlanned);
    const coming = [...due, ...comingRungs(db, today, addDays(today, daysAhead), mostPlanned)];
    const fresh = coming.filter((rung) => !this.#planned.has(wakeUpId(rung)));
    for (let from = 0; from < fresh.length; from += bulk) {
      const some = fresh.slice(from, from + bulk);
      await queue.addBulk(
        some.map((rung) => ({
          name: 'rung' as const,
          data: wakeUpFor(rung),
          opts: { jobId: wakeUpId(rung), delay: sentAt(office, rung.day) - now },
        })),
      );
    }
    this.#planned = new Set(coming.map(wakeUpId));
    this.#seen = seen;
  }

  /** A worker that takes nothing although something is due is replaced. */
  async #seeThatItWorks(queue: WakeUpQueue): Promise<void> {
    const [next] = await queue.getDelayed(0, 0);
    const isLate = this.#counts.waiting > 0 || (next && next.timestamp + next.delay < Date.now() - 1_000);
    if (!isLate || this.#inHand.size > 0) {
      this.#idleSince = undefined;
      return;
    }
    this.#idleSince ??= performance.now();
    if (performance.now() - this.#idleSince < overdue) return;
    this.options.onTrouble?.('the worker of the queue has stopped taking wake-ups: another takes its place');
    await this.#renew();
  }
}

const troubles: { readonly [S in Exclude<LinkState, 'connected'>]: string } = {
  connecting: 'Redis has not answered yet',
  lost: 'Redis does not answer',
  unfit: 'Redis is not used',
};

/** Whether some worker is alive, as Redis knows it; for a process that leaves the sending to others. */
export class WorkerWatch {
  readonly #link: RedisLink;
  readonly #lasts: number;
  #lastBeat = performance.now();

  /** `lastsMs`: how long a worker counts as alive that gives no sign of life; a minute unless told otherwise. */
  constructor({
    lastsMs = beatLasts,
    ...options
  }: Pick<WakeUpOptions, 'url' | 'strict' | 'everyMs' | 'onTrouble' | 'onNews'> & {
    readonly lastsMs?: number;
  }) {
    const { onTrouble, onNews } = options;
    this.#lasts = lastsMs;
    this.#link = new RedisLink({
      ...options,
      onBack: () => {
        this.#lastBeat = performance.now();
        return Promise.resolve();
      },
      onTick: async (redis) => {
        if ((await redis.exists(beatKey)) === 1) this.#lastBeat = performance.now();
      },
      onChange: (state, why) => {
        if (state === 'connected') onNews?.('Redis answers: workers are seen again');
        else onTrouble?.(`${troubles[state]} (${why}): nobody knows here whether a worker is alive`);
      },
    });
  }

  start(): void {
    this.#link.start();
  }

  /** Whether a worker has given a sign of life; true also while Redis, which tells, is away: then only what is unsent tells. */
  get alive(): boolean {
    return this.#link.state !== 'connected' || performance.now() - this.#lastBeat < this.#lasts;
  }

  get status(): Pick<QueueStatus, 'state' | 'seconds'> {
    return { state: this.#link.state, seconds: Math.round(this.#link.sinceMs / 1000) };
  }

  stop(): Promise<void> {
    return this.#link.stop();
  }
}
