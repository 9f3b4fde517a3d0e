import { setImmediate as turn } from 'node:timers/promises';
import type { Recorded } from '../domain/events.js';
import { discardFile, fingerprint, indexStatements, newFile, openFile, putInPlace } from './model-file.js';
import type { Db, Projection, ReadableLog } from './projection.js';
import { type ProjectionStatus, Runner } from './runner.js';

/** Told how far a rebuild has come, in events. */
export type Progress = (done: number, total: number) => void;

export interface ReadModelsOptions {
  /** The SQLite file; `:memory:` for one that dies with the process. */
  readonly path: string;
  readonly log: ReadableLog;
  /** The time zone that says which day something was recorded. */
  readonly timeZone: string;
  readonly projections: readonly Projection[];
  /** Told about the building of a file that was missing, damaged or of another version. */
  readonly onProgress?: Progress;
  /** Told of trouble with the file or the log as it happens, and when a projection stops. */
  readonly onTrouble?: (message: string) => void;
}

export interface ReadModelsStatus {
  readonly projections: readonly (ProjectionStatus & {
    /** How many events of the log it has not taken in. */
    readonly lag: number;
  })[];
  /** While a file is built: events taken in, and events in the log. */
  readonly building?: { readonly done: number; readonly total: number };
  /** What is wrong with the file or the log; it is tried again. */
  readonly trouble?: string;
}

/** The first file is being built; there is nothing to read yet. */
export class ReadModelsNotReady extends Error {}

/** At most so many events at once, and not for longer than so many milliseconds: meanwhile nobody else is served. */
interface Turn {
  readonly most: number;
  readonly longest: number;
}
const fewest = 50;
const live: Turn = { most: 500, longest: 25 };
const buildBeside: Turn = { most: 2_000, longest: 40 };
const buildFirst: Turn = { most: 2_000, longest: 100 };
const secondTry = 1_000;
const longestPause = 60_000;
// A batch costs much the same whether it holds one event or twenty: under load each rests, so that the next is larger.
const rest = 15;

/** How many events to take at once, by what the last ones cost. */
class Pace {
  #size: number;

  constructor(private readonly turn: Turn) {
    this.#size = turn.most / 4;
  }

  step(runner: Runner): { readonly batch: readonly Recorded[]; readonly atEnd: boolean } {
    const asked = this.#size;
    const began = performance.now();
    const batch = runner.step(asked);
    const { most, longest } = this.turn;
    if (batch.length >= fewest) {
      const fitting = Math.floor((batch.length * longest) / (performance.now() - began));
      this.#size = Math.max(fewest, Math.min(most, fitting));
    }
    return { batch, atEnd: batch.length < Math.min(asked, live.most) };
  }
}

interface Waiter {
  readonly position: string;
  readonly name?: string;
  readonly settle: (reached: boolean) => void;
}

/** The read models of one log in one file, kept up to date by {@link ReadModels.wake}. */
export class ReadModels {
  #runner: Runner | undefined;
  #building: { done: number; total: number } | undefined;
  #trouble: string | undefined;
  #awake = false;
  #resting: NodeJS.Timeout | undefined;
  #lastStep = -Infinity;
  readonly #pace = new Pace(live);
  #closed = false;
  #again: NodeJS.Timeout | undefined;
  #rebuilding: Promise<void> | undefined;
  readonly #waiters = new Set<Waiter>();
  readonly #listeners = new Set<(events: readonly Recorded[]) => void>();
  readonly #reported = new Set<string>();

  /** Settles when there is something to read. Rejects when the first file cannot be built. */
  readonly ready: Promise<void>;

  private constructor(private readonly options: ReadModelsOptions) {
    const { path, log, projections, timeZone } = options;
    const found = openFile(path, fingerprint(projections, timeZone), log);
    if (found) this.#runner = new Runner(found, log, projections, timeZone);
    this.ready = found ? Promise.resolve() : this.rebuild(options.onProgress);
    this.ready.catch((error: unknown) => {
      this.#notBuilt(error);
    });
    this.wake();
  }

  /** Opens the file, and starts to build it when it is missing, damaged, of another version or of another log. */
  static open(options: ReadModelsOptions): ReadModels {
    return new ReadModels(options);
  }

  /** The open file, for queries. Ask each time: a rebuild changes it. Throws {@link ReadModelsNotReady}. */
  get db(): Db {
    if (!this.#runner) throw new ReadModelsNotReady('the read models are being built');
    return this.#runner.db;
  }

  /** How far a read model has come; `null` at the start of the log. */
  position(name: string): string | null {
    return this.#runner?.positionOf(name) ?? null;
  }

  /** Says that the log has grown. Cheap, and harmless when it has not. Unless somebody waits, batches come with a pause between. */
  wake(): void {
    if (this.#closed) return;
    const pause = this.#waiters.size > 0 ? 0 : this.#lastStep + rest - performance.now();
    if (this.#resting && pause <= 0) {
      clearTimeout(this.#resting);
      this.#resting = undefined;
      this.#awake = false;
    }
    if (this.#awake) return;
    this.#awake = true;
    if (pause <= 0) this.#followSoon();
    else
      this.#resting = setTimeout(() => {
        this.#resting = undefined;
        this.#follow();
      }, pause);
  }

  /**
   * Settles with true when the event at a position can be read in a read model (in all without a name), with false when
   * that takes longer than `timeoutMs`.
   */
  waitFor(position: string, timeoutMs = 2_000, name?: string): Promise<boolean> {
    if (this.#runner?.reached(position, name)) return Promise.resolve(true);
    if (this.#closed) return Promise.resolve(false);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiter.settle(false);
      }, timeoutMs);
      const waiter: Waiter = {
        position,
        name,
        settle: (reached) => {
          clearTimeout(timer);
          this.#waiters.delete(waiter);
          resolve(reached);
        },
      };
      this.#waiters.add(waiter);
      this.wake();
    });
  }

  /** Calls the listener with the events of each batch once their rows can be read; the answer ends it. */
  onChange(listener: (events: readonly Recorded[]) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  status(): ReadModelsStatus {
    const { log } = this.options;
    const lags = new Map<string | null, number>();
    const lagOf = (position: string | null): number => {
      const lag = lags.get(position) ?? log.countAfter(position);
      lags.set(position, lag);
      return lag;
    };
    return {
      projections: (this.#runner?.status() ?? []).map((status) => ({
        ...status,
        lag: lagOf(status.position),
      })),
      ...(this.#building && { building: { ...this.#building } }),
      ...(this.#trouble !== undefined && { trouble: this.#trouble }),
    };
  }

  /** Lets projections that have stopped try again. */
  retry(): void {
    this.#runner?.retry();
    this.#reported.clear();
    this.wake();
  }

  /** Builds a new file from the log, beside the present one, and changes over when it has caught up. */
  rebuild(onProgress?: Progress): Promise<void> {
    this.#rebuilding ??= this.#build(onProgress).finally(() => {
      this.#rebuilding = undefined;
      this.#building = undefined;
    });
    return this.#rebuilding;
  }

  /** Stops following and closes the file. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#again);
    clearTimeout(this.#resting);
    await this.#rebuilding?.catch(() => undefined);
    for (const waiter of [...this.#waiters]) waiter.settle(false);
    if (this.#runner?.db.open) this.#runner.db.close();
  }

  #followSoon(): void {
    setImmediate(() => {
      this.#follow();
    });
  }

  #follow(): void {
    if (this.#closed || !this.#runner) {
      this.#awake = false;
      return;
    }
    let batch: readonly Recorded[];
    try {
      ({ batch } = this.#pace.step(this.#runner));
    } catch (error) {
      this.#awake = false;
      this.#failed(error);
      return;
    }
    this.#trouble = undefined;
    this.#report(this.#runner);
    this.#settle(this.#runner);
    if (batch.length === 0) {
      this.#awake = false;
      return;
    }
    this.#lastStep = performance.now();
    this.#awake = false;
    this.wake();
    for (const listener of this.#listeners) listener(batch);
  }

  #failed(error: unknown): void {
    this.#trouble = error instanceof Error ? error.message : String(error);
    this.options.onTrouble?.(this.#trouble);
    const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code === 'string' && /^SQLITE_(CORRUPT|NOTADB)/.test(code)) {
      this.rebuild(this.options.onProgress).catch((again: unknown) => {
        this.#retryLater(again);
      });
    } else this.#retryLater(error);
  }

  #retryLater(error: unknown): void {
    this.#trouble = error instanceof Error ? error.message : String(error);
    if (this.#closed) return;
    this.#again = setTimeout(() => {
      this.wake();
    }, secondTry);
    this.#again.unref();
  }

  /** The first file could not be built: said, and tried again, less and less often. */
  #notBuilt(error: unknown, pause = secondTry): void {
    this.#trouble = error instanceof Error ? error.message : String(error);
    if (this.#closed) return;
    this.options.onTrouble?.(`the read models cannot be built: ${this.#trouble}`);
    this.#again = setTimeout(() => {
      this.rebuild(this.options.onProgress).catch((again: unknown) => {
        this.#notBuilt(again, Math.min(2 * pause, longestPause));
      });
    }, pause);
    this.#again.unref();
  }

  #report(runner: Runner): void {
    for (const { name, stopped } of runner.status()) {
      if (!stopped || this.#reported.has(name)) continue;
      this.#reported.add(name);
      this.options.onTrouble?.(
        `read model ${name} stopped before position ${stopped.position}, event ${stopped.event} (${stopped.type}): ${stopped.message}`,
      );
    }
  }

  #settle(runner: Runner): void {
    for (const waiter of [...this.#waiters])
      if (runner.reached(waiter.position, waiter.name)) waiter.settle(true);
  }

  async #build(onProgress?: Progress): Promise<void> {
    const { path, log, projections, timeZone } = this.options;
    const fresh = newFile(path, projections, timeZone);
    const total = log.countAfter(null);
    const building = { done: 0, total };
    this.#building = building;
    const breathe = async (): Promise<void> => {
      await turn();
      if (this.#closed) throw new Error('closed while the read models were being built');
    };
    try {
      await breathe();
      const runner = new Runner(fresh, log, projections, timeZone);
      const pace = new Pace(this.#runner ? buildBeside : buildFirst);
      const takeAll = async (): Promise<void> => {
        for (let ended = false; !ended;) {
          const { batch, atEnd } = pace.step(runner);
          ended = atEnd;
          building.done += batch.length;
          building.total = Math.max(building.total, building.done);
          onProgress?.(building.done, building.total);
          await breathe();
        }
      };
      onProgress?.(0, total);
      await takeAll();
      for (const statement of indexStatements(projections)) {
        fresh.exec(statement);
        await breathe();
      }
      await takeAll();
    } catch (error) {
      discardFile(path, fresh);
      throw error;
    }
    clearTimeout(this.#again);
    const db = putInPlace(path, fresh, this.#runner?.db);
    this.#runner = new Runner(db, log, projections, timeZone);
    this.#trouble = undefined;
    this.#report(this.#runner);
    this.#settle(this.#runner);
    this.wake();
  }
}
