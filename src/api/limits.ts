/** How much the service takes on before it says so. Rates are requests per second; 0: no limit. */
export interface Limits {
  /** Of one actor over time; ten seconds' worth may come at once. */
  readonly perActor: number;
  /** Of one address over time, whoever it speaks for; ten seconds' worth may come at once. */
  readonly perAddress: number;
  /** Requests that may be under way at once; 0: no limit. */
  readonly inFlight: number;
  /** Milliseconds by which the process may be late with what it has to do; 0: no limit. */
  readonly delay: number;
}

export const noLimits: Limits = { perActor: 0, perAddress: 0, inFlight: 0, delay: 0 };

/** Requests per second from one address to what is secret by its address: plenty for people, nothing for whoever guesses. */
export const guessPace = 10;

const burstSeconds = 10;
const mostKeys = 10_000;

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

/** A bucket of tokens for each of the last ten thousand callers, filled again at a steady rate. */
export class Buckets {
  readonly #buckets = new Map<string, Bucket>();

  /** `rate` in tokens per second, 0 for no limit; `now` in milliseconds. */
  constructor(
    private readonly rate: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one of the caller's tokens. Answers in how many whole seconds there is one again, 0 when there was one. */
  take(caller: string): number {
    if (this.rate <= 0) return 0;
    const at = this.now();
    const full = this.rate * burstSeconds;
    const known = this.#buckets.get(caller) ?? { tokens: full, at };
    const tokens = Math.min(full, known.tokens + ((at - known.at) / 1_000) * this.rate);
    const left = tokens >= 1 ? tokens - 1 : tokens;
    this.#buckets.delete(caller);
    this.#buckets.set(caller, { tokens: left, at });
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= mostKeys) break;
      this.#buckets.delete(oldest);
    }
    return tokens >= 1 ? 0 : Math.ceil((1 - tokens) / this.rate);
  }
}

const beat = 50;

/** How hard pressed the process is: how many requests are under way, and how late it is. */
export class Pressure {
  #inFlight = 0;
  #late = 0;
  readonly #pulse: NodeJS.Timeout | undefined;

  constructor(private readonly limits: Pick<Limits, 'inFlight' | 'delay'>) {
    if (limits.delay <= 0) return;
    let due = performance.now() + beat;
    this.#pulse = setInterval(() => {
      const now = performance.now();
      this.#late = now - due;
      due = now + beat;
    }, beat);
    this.#pulse.unref();
  }

  /** Whether one more request is too much. */
  get tooHigh(): boolean {
    const { inFlight, delay } = this.limits;
    return (inFlight > 0 && this.#inFlight >= inFlight) || (delay > 0 && this.#late > delay);
  }

  /** A request begins. The answer ends it, once however often it is called. */
  begin(): () => void {
    let open = 1;
    this.#inFlight += open;
    return () => {
      this.#inFlight -= open;
      open = 0;
    };
  }

  close(): void {
    clearInterval(this.#pulse);
  }
}
