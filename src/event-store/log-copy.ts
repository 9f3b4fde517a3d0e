import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { comparePositions, type Recorded, type StreamName, streamOf } from '../domain/events.js';
import { isErasable } from './erasable.js';
import { CorruptLog, type EventStore, StoreUnavailable } from './event-store.js';
import { LocalLog } from './local-log.js';

export interface LogCopyOptions {
  /** Milliseconds between two questions to the store whether it is there. Default 5000. */
  readonly heartbeat?: number;
}

/** An event of the store that the copy cannot take in beside what it holds. */
class Unfit extends Error {
  constructor(
    readonly position: string,
    cause: CorruptLog,
  ) {
    super(cause.message, { cause });
  }
}

const longestPause = 5_000;
const register: StreamName = streamOf('register', '');

/**
 * A local copy of a store's log, fed in order, from where it left off. Everything that reads the whole log reads this file. A
 * copy that does not belong to the store (the store was replaced, or restored from a backup) is emptied and fed anew.
 * Listeners must not throw.
 */
export class LogCopy {
  readonly #stop = new AbortController();
  readonly #batchListeners = new Set<(batch: readonly Recorded[]) => void>();
  readonly #rebuildListeners = new Set<() => void>();
  readonly #waiting = new Set<() => void>();
  readonly #erased = new Set<StreamName>();
  readonly #toErase = new Set<StreamName>();
  #position: string | null;
  #answers = false;
  #storeError: Error | undefined;
  #feedError: Error | undefined;
  #followingSince = Infinity;
  #unfitAt: string | undefined;
  #rebuilds = 0;
  #running: Promise<unknown> | undefined;

  private constructor(
    private readonly store: EventStore,
    /** The copy, for reading. */
    readonly log: LocalLog,
    private readonly heartbeat: number,
  ) {
    this.#position = log.head();
    for (const event of log.stream(register)) this.#noteErasure(event);
    for (const stream of this.#erased) if (log.stream(stream).length === 0) this.#toErase.delete(stream);
  }

  /**
   * Opens the copy in a file and begins to follow the store; it need not be reachable. A file that is damaged is begun anew.
   * Throws `LogLocked` when another process has the file.
   */
  static open(store: EventStore, path: string, options: LogCopyOptions = {}): LogCopy {
    const copy = new LogCopy(store, openLog(path), options.heartbeat ?? 5_000);
    copy.#running = Promise.all([copy.#follow(), copy.#askNowAndThen()]);
    return copy;
  }

  /** Whether the store answered when it was last asked, or has sent something since. */
  get connected(): boolean {
    return this.#answers;
  }

  /** What keeps the copy from being fed; gone when it goes on. */
  get lastError(): Error | undefined {
    return this.#feedError ?? this.#storeError;
  }

  /** How often the copy was emptied because it did not belong to the store. */
  get rebuilds(): number {
    return this.#rebuilds;
  }

  /** The position of the last event taken in. */
  get position(): string | null {
    return this.#position;
  }

  /** Calls the listener after each batch that was taken in. Returns what ends that. */
  onBatch(listener: (batch: readonly Recorded[]) => void): () => void {
    this.#batchListeners.add(listener);
    return () => this.#batchListeners.delete(listener);
  }

  /** Calls the listener when the copy was emptied: what was built from it must be built anew. Returns what ends that. */
  onRebuild(listener: () => void): () => void {
    this.#rebuildListeners.add(listener);
    return () => this.#rebuildListeners.delete(listener);
  }

  /** Until the copy has taken in the event at a position; `false` when it has not within `timeout` ms. */
  async waitFor(position: string, timeout: number): Promise<boolean> {
    const there = (): boolean => this.#position !== null && comparePositions(this.#position, position) >= 0;
    const end = AbortSignal.any([AbortSignal.timeout(timeout), this.#stop.signal]);
    while (!there() && !end.aborted) {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          this.#waiting.delete(wake);
          end.removeEventListener('abort', wake);
          resolve();
        };
        this.#waiting.add(wake);
        end.addEventListener('abort', wake);
      });
    }
    return there();
  }

  /** Follows no longer and closes the file. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.log.close();
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stop;
    for (let failures = 0; !signal.aborted; failures += 1) {
      if (failures > 0) await pause(Math.min(longestPause, 50 * 2 ** Math.min(failures, 10)), signal);
      try {
        if (await unless(signal, this.#isForeign())) this.#beginAnew();
        this.#followingSince = performance.now();
        for await (const batch of this.store.follow(this.#position, signal)) {
          this.#take(batch);
          this.#feedError = undefined;
          failures = 0;
        }
      } catch (error) {
        if (!signal.aborted) this.#stumble(error);
      }
      this.#followingSince = Infinity;
    }
  }

  /** An event that does not fit means that the copy is another log's; if it does not fit the new copy either, it stays so. */
  #stumble(error: unknown): void {
    this.#feedError = asError(error);
    if (!(error instanceof Unfit) || error.position === this.#unfitAt) return;
    this.#unfitAt = error.position;
    this.#beginAnew();
  }

  async #askNowAndThen(): Promise<void> {
    const { signal } = this.#stop;
    for (; !signal.aborted; await pause(this.heartbeat, signal)) {
      try {
        await unless(signal, this.store.head());
        this.#answers = true;
        this.#storeError = undefined;
        if (performance.now() - this.#followingSince > this.heartbeat) this.#feedError = undefined;
        this.#eraseWhatIsDue();
      } catch (error) {
        this.#answers = false;
        this.#storeError = asError(error);
      }
    }
  }

  /** Whether the last permanent event here is not the store's. */
  async #isForeign(): Promise<boolean> {
    if (this.#position === null) return false;
    const last = this.#lastPermanent();
    if (!last) return true;
    const head = await this.store.head();
    if (head === null || comparePositions(head, last.position) < 0) return true;
    const there = (await this.store.read(last.stream)).find(({ revision }) => revision === last.revision);
    return there?.id !== last.id || there.position !== last.position;
  }

  #lastPermanent(): Recorded | undefined {
    const head = Number(this.log.head());
    for (let reach = 4_096; ; reach *= 16) {
      let found: Recorded | undefined;
      let after = reach < head ? String(head - reach) : null;
      for (let batch = this.log.after(after, 500); batch.length > 0; batch = this.log.after(after, 500)) {
        found = batch.findLast(({ stream }) => !isErasable(stream)) ?? found;
        after = batch.at(-1)?.position ?? after;
      }
      if (found || reach >= head) return found;
    }
  }

  #beginAnew(): void {
    this.log.clear();
    this.#position = null;
    this.#erased.clear();
    this.#toErase.clear();
    this.#rebuilds += 1;
    for (const listener of this.#rebuildListeners) listener();
  }

  #take(batch: readonly Recorded[]): void {
    const taken: Recorded[] = [];
    for (const event of batch) {
      if (this.#erased.has(event.stream)) continue;
      taken.push(event);
      this.#noteErasure(event);
    }
    this.#copyIn(taken);
    this.#position = batch.at(-1)?.position ?? this.#position;
    this.#eraseWhatIsDue();
    for (const wake of [...this.#waiting]) wake();
    if (taken.length > 0) for (const listener of this.#batchListeners) listener(taken);
  }

  #copyIn(events: readonly Recorded[]): void {
    try {
      this.log.copyIn(events);
    } catch (error) {
      if (!(error instanceof CorruptLog)) throw error;
      const [first, ...rest] = events;
      if (first && rest.length === 0) throw new Unfit(first.position, error);
      for (const event of events) this.#copyIn([event]);
    }
  }

  #noteErasure(event: Recorded): void {
    if (event.type !== 'PersonErased') return;
    const stream = streamOf('person', event.data.person);
    this.#erased.add(stream);
    this.#toErase.add(stream);
  }

  /** What a reader of the file keeps alive is tried again later. */
  #eraseWhatIsDue(): void {
    for (const stream of this.#toErase) {
      try {
        this.log.eraseStream(stream);
        this.#toErase.delete(stream);
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
      }
    }
  }
}

/** The outcome of a promise that nobody waits for any longer once the signal aborts. */
async function unless<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  let giveUp = (): void => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    giveUp = () => reject(new StoreUnavailable('stopped'));
    signal.addEventListener('abort', giveUp);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);

/** The mark that `LocalLog` puts on its copies, where SQLite keeps an application's mark. */
function isCopy(path: string): boolean {
  const mark = Buffer.alloc(4);
  const file = openSync(path, 'r');
  try {
    readSync(file, mark, 0, 4, 68);
  } finally {
    closeSync(file);
  }
  return mark.toString('latin1') === 'bslc';
}

/** Opens the copy. Only what is marked as a copy is ever thrown away: a log of its own is not replaced by mistake. */
function openLog(path: string): LocalLog {
  try {
    return LocalLog.open(path, { mode: 'copy' });
  } catch (error) {
    if (!(error instanceof CorruptLog) || !isCopy(path)) throw error;
    for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true });
    return LocalLog.open(path, { mode: 'copy' });
  }
}
