import type { Recorded, StreamName } from '../../src/domain/events.js';
import {
  type Appended,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  StoreUnavailable,
} from '../../src/event-store/event-store.js';
import type { Dice } from '../support/histories.js';
import type { Life, Stage } from './stage.js';

/** What a store can do to a call. */
export type Fate = 'done' | 'refused' | 'unanswered' | 'twice' | 'late';

/** Trouble in a hundred calls, by kind; the rest is done. */
const troubles: readonly Fate[] = [
  ...Array.from({ length: 4 }, () => 'refused' as const),
  ...Array.from({ length: 4 }, () => 'unanswered' as const),
  'twice',
  'twice',
  'late',
  'late',
];

/**
 * A store as one process sees it: each call waits for its turn, may fail before it is done, after it (nobody knows what came of
 * it), be done twice, or be done long after it was given up; its answer waits for a turn, too.
 */
export class TroubledStore implements EventStore {
  constructor(
    private readonly inner: EventStore,
    private readonly stage: Stage,
    private readonly dice: Dice,
    private readonly life: Life,
    /** Takes in the keys of commands whose append was given up and may still come. */
    private readonly late: Set<string>,
    /** Nothing fails. */
    private readonly peaceful: boolean,
  ) {}

  append(stream: StreamName, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended> {
    return this.#call(
      `append ${events.map(({ type }) => type).join()} to ${stream} at ${expected.toString()}`,
      () => this.inner.append(stream, events, expected),
      () => events.forEach(({ command }) => command && this.late.add(command.key)),
    );
  }

  read(stream: StreamName): Promise<readonly Recorded[]> {
    return this.#call(`read ${stream}`, () => this.inner.read(stream));
  }

  erase(stream: StreamName): Promise<void> {
    return this.#call(
      `erase ${stream}`,
      () => this.inner.erase(stream),
      () => undefined,
    );
  }

  follow(after: string | null, signal: AbortSignal): AsyncIterable<readonly Recorded[]> {
    return this.inner.follow(after, signal);
  }

  head(): Promise<string | null> {
    return this.#call('head', () => this.inner.head());
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** `whenLate` for what changes something: it may then be done later. */
  async #call<R>(what: string, work: () => Promise<R>, whenLate?: () => void): Promise<R> {
    await this.stage.wait(what, this.life);
    const fate = this.#fate(whenLate !== undefined);
    if (fate !== 'done') this.stage.trace.push(`  ${fate}`);
    if (fate === 'refused') throw new StoreUnavailable('refused');
    if (fate === 'late') {
      whenLate?.();
      this.stage.later(`late: ${what}`, () => {
        this.stage.work(work).catch(() => undefined);
      });
      throw new StoreUnavailable('given up');
    }
    if (fate === 'twice') await this.stage.work(work).catch(() => undefined);
    const outcome = await this.stage.work(work).then(
      (result) => ({ result }),
      (error: unknown) => ({ error }),
    );
    await this.stage.wait(`answer: ${what}`, this.life);
    if (fate === 'unanswered') throw new StoreUnavailable('no answer');
    if ('error' in outcome) throw outcome.error;
    return outcome.result;
  }

  #fate(changes: boolean): Fate {
    const fate = this.peaceful ? 'done' : (troubles[this.dice.below(100)] ?? 'done');
    return !changes && (fate === 'late' || fate === 'twice') ? 'refused' : fate;
  }
}
