import { Redis, type RedisOptions } from 'ioredis';

/** What is wrong with how a Redis is set up; its texts say what to set. */
export interface Misset {
  readonly sv: string;
  readonly en: string;
}

/** What is to be put right before a Redis may wake anybody, read from its answer to INFO. */
export function missetIn(info: string): Misset[] {
  const setting = (name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? '';
  const version = setting('redis_version');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const policy = setting('maxmemory_policy');
  return [
    ...(major > 6 || (major === 6 && minor >= 2)
      ? []
      : [
          {
            sv: `Redis ${version} är för gammal; minst 6.2`,
            en: `Redis ${version} is too old; at least 6.2`,
          },
        ]),
    ...(setting('aof_enabled') === '1'
      ? []
      : [
          {
            sv: 'Redis glömmer vid omstart: sätt appendonly yes',
            en: 'Redis forgets at a restart: set appendonly yes',
          },
        ]),
    ...(policy === 'noeviction'
      ? []
      : [
          {
            sv: `Redis kastar poster när minnet tar slut (${policy}): sätt maxmemory-policy noeviction`,
            en: `Redis drops entries when memory runs out (${policy}): set maxmemory-policy noeviction`,
          },
        ]),
  ];
}

/** How a process stands with Redis. `unfit`: it answers, but is set up so that it must not be used. */
export type LinkState = 'connecting' | 'connected' | 'lost' | 'unfit';

export interface LinkOptions {
  readonly url: string;
  /** A Redis that may forget is not used. */
  readonly strict: boolean;
  /** How often it is asked whether it is there, in ms. */
  readonly everyMs?: number;
  /** The longest that one answer is waited for, in ms. */
  readonly patienceMs?: number;
  /** Redis answers, for the first time or again. */
  readonly onBack: (redis: Redis) => Promise<void>;
  /** Done again and again while it answers. What it throws counts as Redis being lost. */
  readonly onTick: (redis: Redis) => Promise<void>;
  /** Told when Redis is lost, is unfit, or answers again. */
  readonly onChange: (state: LinkState, why: string) => void;
}

/** No command waits for a Redis that is away: each is answered, refused at once, or given up in a few seconds. */
const impatient = (patienceMs: number): RedisOptions => ({
  lazyConnect: true,
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  connectTimeout: patienceMs,
  commandTimeout: patienceMs,
  retryStrategy: (times) => Math.min(times * 200, 2_000),
});

/** What is to be put right with the Redis at an address. Rejects when it does not answer. */
export async function missetOf(url: string): Promise<readonly Misset[]> {
  const redis = new Redis(url, { ...impatient(3_000), retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return missetIn(await redis.info());
  } finally {
    redis.disconnect();
  }
}

/** A connection to Redis that may go and come back, and knows which of the two it is. */
export class RedisLink {
  readonly #redis: Redis;
  #state: LinkState = 'connecting';
  #since = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #ticking: Promise<void> | undefined;
  #refused: string | undefined;
  #stopped = false;

  constructor(private readonly options: LinkOptions) {
    this.#redis = new Redis(options.url, impatient(options.patienceMs ?? 3_000));
    this.#redis.on('error', (error: Error) => {
      this.#refused = error.message;
    });
  }

  get state(): LinkState {
    return this.#state;
  }

  /** How long it has been so, in ms. */
  get sinceMs(): number {
    return performance.now() - this.#since;
  }

  start(): void {
    this.#redis.connect().catch(() => undefined);
    this.#redis.on('ready', () => void this.tick());
    this.#timer = setInterval(() => void this.tick(), this.options.everyMs ?? 5_000).unref();
  }

  /** Asks Redis whether it is there and does what is to be done; one at a time. Never rejects. */
  tick(): Promise<void> {
    return (this.#ticking ??= this.#tick().finally(() => {
      this.#ticking = undefined;
    }));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#ticking;
    this.#redis.disconnect();
  }

  async #tick(): Promise<void> {
    const { strict, onBack, onTick } = this.options;
    if (this.#stopped) return;
    try {
      if (this.#state !== 'connected') {
        const misset = missetIn(await this.#redis.info());
        if (strict && misset.length > 0) {
          this.#become('unfit', misset.map(({ sv, en }) => `${sv} / ${en}`).join('; '));
          return;
        }
        await onBack(this.#redis);
      }
      await onTick(this.#redis);
      this.#become('connected', '');
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.#become('lost', this.#redis.status === 'ready' ? why : (this.#refused ?? why));
    }
  }

  #become(state: LinkState, why: string): void {
    if (state === this.#state || this.#stopped) return;
    this.#state = state;
    this.#since = performance.now();
    this.options.onChange(state, why);
  }
}
