import type { Recorded, StreamName } from '../domain/events.js';
import type { Shapes } from '../domain/upcast.js';
import {
  type Appended,
  type EventStore,
  type ExpectedRevision,
  LogIoError,
  type NewEvent,
  StoreBusy,
  StoreUnavailable,
  WrongExpectedRevision,
} from './event-store.js';
import { Bell, following } from './following.js';
import { LocalLog } from './local-log.js';
import { stage, type Staged, type Write } from './log-table.js';

/** A transaction that has become durable: how many appends and how many milliseconds it took. */
export interface Commit {
  readonly appends: number;
  readonly ms: number;
}

export interface SqliteOptions {
  /** Appends that may wait for their commit; more are refused with `StoreBusy`. Default 1024. */
  readonly maxWaiting?: number;
  /** Called after each commit, in the same turn: whoever waits goes on when it returns. */
  readonly onCommit?: (commit: Commit) => void;
  /** Called once when nobody knows any more what is durable: the process should leave. */
  readonly onFailure?: (error: LogIoError) => void;
  /** The event shapes to read by; default: the current ones. */
  readonly shapes?: Shapes;
}

interface Waiting {
  readonly staged: Staged;
  readonly answer: (appended: Appended) => void;
  readonly refuse: (error: unknown) => void;
}

const commitAppends = 128;
const commitSize = 4 * 1024 * 1024;
const waitingSize = 64 * 1024 * 1024;
const batchSize = 500;

/**
 * The log in one SQLite file of this process. Appends that come in the same turn of the event loop, or while a commit is
 * under way, share one transaction and one fsync; an append that is alone waits for nobody.
 */
export class SqliteEventStore implements EventStore {
  readonly #bell = new Bell();
  #waiting: Waiting[] = [];
  #waitingSize = 0;
  #scheduled = false;
  #commits = 0;
  #broken = false;

  private constructor(
    readonly log: LocalLog,
    private readonly options: SqliteOptions,
  ) {}

  /**
   * Opens the log in a file, or `:memory:`, and locks it. Throws `LogLocked`, `CorruptLog`, `StoreUnavailable`. Its `log` is
   * for reading only.
   */
  static open(path: string, options: SqliteOptions = {}): SqliteEventStore {
    return new SqliteEventStore(LocalLog.open(path, { mode: 'authority', shapes: options.shapes }), options);
  }

  /** Transactions for appends since the log was opened. */
  get commits(): number {
    return this.#commits;
  }

  async append(
    stream: StreamName,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    this.#open();
    const { maxWaiting = 1024 } = this.options;
    if (this.#waiting.length >= maxWaiting || this.#waitingSize >= waitingSize)
      throw new StoreBusy(`${this.#waiting.length} appends wait already`);
    const staged = stage({ stream, events, expected });
    return new Promise<Appended>((answer, refuse) => {
      this.#waiting.push({ staged, answer, refuse });
      this.#waitingSize += staged.size;
      this.#schedule();
    });
  }

  async read(stream: StreamName): Promise<readonly Recorded[]> {
    return this.log.stream(stream);
  }

  follow(after: string | null, signal: AbortSignal): AsyncIterable<readonly Recorded[]> {
    this.#open();
    return following((position) => this.log.after(position, batchSize), this.#bell, after, signal);
  }

  async head(): Promise<string | null> {
    return this.log.head();
  }

  async erase(stream: StreamName): Promise<void> {
    this.#open();
    this.#commitAll();
    try {
      this.log.eraseStream(stream);
    } catch (error) {
      this.#leaveIfBroken(error);
      throw error;
    }
  }

  /** Appends all writes or none, in one transaction; throws the first `WrongExpectedRevision`. For loading whole files. */
  async appendAll(writes: readonly Write[]): Promise<Appended[]> {
    this.#open();
    this.#commitAll();
    const started = performance.now();
    try {
      const appended = this.log.appendAll(writes);
      this.#committed(writes.length, started);
      return appended;
    } catch (error) {
      this.#leaveIfBroken(error);
      throw error;
    } finally {
      this.#bell.ring();
    }
  }

  /** Commits what waits, lets who follows go, and gives the file free. */
  async close(): Promise<void> {
    if (this.#bell.silenced) return;
    this.#commitAll();
    this.#bell.silence();
    this.log.close();
  }

  #open(): void {
    if (this.#bell.silenced) throw new StoreUnavailable('the log is closed');
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#commit();
      if (this.#waiting.length > 0) this.#schedule();
    });
  }

  #commitAll(): void {
    while (this.#waiting.length > 0) this.#commit();
  }

  /** Commits the appends that have waited longest, as many as one transaction should hold. */
  #commit(): void {
    const batch = this.#takeBatch();
    if (batch.length === 0) return;
    const started = performance.now();
    let answers: readonly (Appended | WrongExpectedRevision)[];
    try {
      answers = this.log.appendStaged(batch.map(({ staged }) => staged));
    } catch (error) {
      for (const { refuse } of batch) refuse(error);
      this.#leaveIfBroken(error);
      return;
    }
    answers.forEach((outcome, i) => {
      if (outcome instanceof WrongExpectedRevision) batch[i]?.refuse(outcome);
      else batch[i]?.answer(outcome);
    });
    this.#bell.ring();
    this.#committed(batch.length, started);
  }

  #takeBatch(): Waiting[] {
    let size = 0;
    const end = this.#waiting.findIndex((waiting, i) => {
      size += waiting.staged.size;
      return i > 0 && (i >= commitAppends || size > commitSize);
    });
    const batch = this.#waiting.splice(0, end < 0 ? this.#waiting.length : end);
    for (const { staged } of batch) this.#waitingSize -= staged.size;
    return batch;
  }

  #committed(appends: number, started: number): void {
    this.#commits += 1;
    this.options.onCommit?.({ appends, ms: performance.now() - started });
  }

  #leaveIfBroken(error: unknown): void {
    if (!(error instanceof LogIoError) || this.#broken) return;
    this.#broken = true;
    this.options.onFailure?.(error);
  }
}
