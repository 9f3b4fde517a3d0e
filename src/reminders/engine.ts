import { kindOfRung } from '../domain/reminder/policy.js';
import { erasedPersons } from '../projections/directory.js';
import { letterId, type PostOffice, type Wanted } from './deliver.js';
import type { QueueStatus } from './wake-ups.js';
import { begunLetters, isOpen, lettersDue, openingOn, sweep, type Swept } from './sweep.js';

/** How the sending of letters stands. */
export interface EngineStatus {
  /** Letters that should have gone and have not. */
  readonly unsent: number;
  /** How long the oldest of them has waited, in minutes. */
  readonly oldestMinutes: number;
  /** Whether the sweep has come to its end within the last minutes. */
  readonly alive: boolean;
  /** What the last sweep that failed ran into. */
  readonly trouble?: string;
  /** The queue of wake-ups, where there is one. */
  readonly queue?: Pick<QueueStatus, 'state' | 'seconds'> & Partial<QueueStatus>;
}

/** How long a count of what is unsent serves those who ask, in ms. */
const freshFor = 10_000;

export interface EngineOptions {
  /** Makes what letters are sent with; done at the first sweep, so that nothing is loaded before it is needed. */
  readonly office: () => Promise<PostOffice>;
  readonly everyMs?: number;
  readonly concurrency?: number;
  readonly onTrouble?: (message: string) => void;
  readonly onSwept?: (swept: Swept) => void;
  /** Told of everyone who has been erased when there are more than before. */
  readonly onErased?: (persons: readonly string[]) => void;
}

/** Sends what is due, by a sweep at a time: every minute once started, and whenever somebody asks. */
export class ReminderEngine {
  #office: Promise<PostOffice> | undefined;
  #running: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #lastEnd = performance.now();
  #trouble: string | undefined;
  #erased = 0;
  #counted: { readonly at: number; readonly unsent: number; readonly oldestMinutes: number } | undefined;
  /** Letters that wait, and when they were first seen to, in ms. */
  #firstSeen: ReadonlyMap<string, number> = new Map();
  #stopped = false;

  constructor(private readonly options: EngineOptions) {}

  /** Begins to sweep; every minute unless told otherwise. */
  start(): void {
    this.#lastEnd = performance.now();
    this.#timer ??= setInterval(() => {
      void this.run().catch(() => undefined);
    }, this.#every).unref();
  }

  get started(): boolean {
    return this.#timer !== undefined;
  }

  /** One sweep, after those that are under way. Rejects with what it runs into. */
  run(): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    const swept = this.#running.then(() => this.#sweep());
    this.#running = swept.catch(() => undefined);
    return swept;
  }

  /** Letters that wait longer than they should, and whether anybody sees to them; counted at most every ten seconds. */
  async status(): Promise<EngineStatus> {
    const at = performance.now();
    if (!this.#counted || at - this.#counted.at > freshFor)
      this.#counted = { at, ...this.#count(await this.office()) };
    const { unsent, oldestMinutes } = this.#counted;
    return {
      unsent,
      oldestMinutes,
      alive: this.alive,
      ...(this.#trouble !== undefined && { trouble: this.#trouble }),
    };
  }

  /** Whether a sweep has come to its end within the last minutes. */
  get alive(): boolean {
    return performance.now() - this.#lastEnd < 3 * this.#every;
  }

  /** What letters are sent with, made when it is first needed. */
  office(): Promise<PostOffice> {
    return (this.#office ??= this.options.office());
  }

  /** Lets the sweep that is under way end, and begins no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
    if (this.#office) (await this.#office.catch(() => undefined))?.mailer.close();
  }

  get #every(): number {
    return this.options.everyMs ?? 60_000;
  }

  #count(office: PostOffice): Pick<EngineStatus, 'unsent' | 'oldestMinutes'> {
    const { clock, models } = office;
    const now = Date.parse(clock.now());
    const waiting = [
      ...(isOpen(office) ? lettersDue(models.db, clock.today()).letters : []),
      ...begunLetters(models.db, 1_000),
    ];
    this.#firstSeen = new Map(
      waiting.map((letter) => [letterId(letter), this.#firstSeen.get(letterId(letter)) ?? now]),
    );
    const since = waiting.map((letter) =>
      dueSince(letter, this.#firstSeen.get(letterId(letter)) ?? now, clock.timeZone),
    );
    return { unsent: waiting.length, oldestMinutes: Math.max(0, (now - Math.min(...since)) / 60_000) };
  }

  async #sweep(): Promise<void> {
    const { concurrency, onSwept, onTrouble, onErased } = this.options;
    try {
      const office = await this.office();
      const swept = await sweep(office, concurrency);
      onSwept?.(swept);
      const erased = erasedPersons(office.models.db);
      if (erased.length > this.#erased) onErased?.(erased);
      this.#erased = erased.length;
      this.#trouble = undefined;
    } catch (error) {
      this.#trouble = error instanceof Error ? error.message : String(error);
      onTrouble?.(`letters could not be seen to: ${this.#trouble}`);
      throw error;
    } finally {
      this.#lastEnd = performance.now();
      this.#counted = undefined;
    }
  }
}

/** When a letter should have begun to go out, in ms; what somebody asks for during a day counts from when it was first seen. */
function dueSince({ day, items }: Wanted, firstSeen: number, timeZone: string): number {
  const asked = items.length > 0 && items.every(({ rung, on }) => on === day && kindOfRung(rung) === 'now');
  const oldest = items.reduce((before, { on }) => (on < before ? on : before), day);
  return asked ? firstSeen : openingOn(oldest, timeZone);
}
