import { Temporal } from 'temporal-polyfill';
import type { Passed } from './api/parts.js';
import type { SystemClock } from './clock.js';
import type { Instant } from './domain/when.js';

/** Tells what a demo's story recorded no later than an instant, unless it is told already. */
export type TellUntil = (until: Instant) => Promise<Passed>;

/**
 * Lets a demo's time pass as it would: day by day, each fact of the story told at its own time, each morning with its
 * work done before the next thing happens.
 */
export class DemoTime {
  #tell: TellUntil | undefined;
  #passing: Promise<unknown> = Promise.resolve();

  /** `morning` is done every day with the clock at eight, and where the clock stops. */
  constructor(
    private readonly clock: SystemClock,
    private readonly morning: () => Promise<void>,
  ) {}

  /** From now on a story is told as the clock passes it. */
  follow(tell: TellUntil): void {
    this.#tell = tell;
  }

  /** Moves the clock to a later instant; one move at a time, never back. Throws what the morning's work throws. */
  passTo(to: Instant): Promise<Passed> {
    const passed = this.#passing.then(() => this.#pass(to));
    this.#passing = passed.catch(() => undefined);
    return passed;
  }

  async #pass(to: Instant): Promise<Passed> {
    const { clock } = this;
    let told = 0;
    let unfit = 0;
    for (const stop of [...mornings(clock.now(), to, clock.timeZone), to]) {
      const passed = await this.#tell?.(stop);
      told += passed?.told ?? 0;
      unfit += passed?.unfit ?? 0;
      if (stop > clock.now()) clock.moveTo(stop);
      await this.morning();
    }
    return { told, unfit };
  }
}

/** Eight o'clock of every day after `from` and before `to`. */
function* mornings(from: Instant, to: Instant, timeZone: string): Generator<Instant> {
  let day = Temporal.Instant.from(from).toZonedDateTimeISO(timeZone).toPlainDate();
  for (;;) {
    const eight = day.toZonedDateTime({ timeZone, plainTime: '08:00' });
    const at = new Date(eight.epochMilliseconds).toISOString();
    if (at >= to) return;
    if (at > from) yield at;
    day = day.add({ days: 1 });
  }
}
