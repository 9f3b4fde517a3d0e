import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from '../clock.js';
import { addDays } from '../domain/calendar.js';
import { type EventStore, WrongExpectedRevision } from '../event-store/event-store.js';
import { balanceAsOf } from '../projections/board.js';
import type { Db } from '../projections/projection.js';
import { type ReadModels, ReadModelsNotReady } from '../projections/read-models.js';
import { possibleCopies, withheldCounts } from '../projections/reminders.js';
import { row, where } from '../projections/sql.js';
import { holds } from '../projections/timeline.js';
import type { EngineStatus } from '../reminders/engine.js';
import type { Swept } from '../reminders/sweep.js';
import type { DiskRoom } from './disk.js';

/** What the figures are read from when somebody asks for them. */
export interface Measured {
  readonly store: EventStore;
  readonly models: ReadModels;
  readonly clock: Clock;
  readonly disk?: () => Promise<DiskRoom>;
  readonly reminderStatus?: () => Promise<EngineStatus> | undefined;
}

interface Workload {
  readonly open: number;
  readonly late: number;
  readonly soon: number;
}

const seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];
const storeTimeout = 2_000;
const freshFor = 10_000;

/** The figures of one process, in the text form that Prometheus reads. `docs/operations.md` says what each means. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #commands = new Counter({
    name: 'beslutslogg_commands_total',
    help: 'Commands by type and result: done, replayed, or the code of the problem',
    labelNames: ['command', 'result'] as const,
    registers: [this.#registry],
  });
  readonly #commandSeconds = new Histogram({
    name: 'beslutslogg_command_seconds',
    help: 'Time from a command to its result',
    buckets: seconds,
    registers: [this.#registry],
  });
  readonly #appendSeconds = new Histogram({
    name: 'beslutslogg_append_seconds',
    help: 'Time until an append is durable, or refused',
    labelNames: ['result'] as const,
    buckets: seconds,
    registers: [this.#registry],
  });
  readonly #refused = new Counter({
    name: 'beslutslogg_refused_total',
    help: 'Requests answered 429, 503 or 507, by the limit they met or the code of the problem',
    labelNames: ['status', 'kind'] as const,
    registers: [this.#registry],
  });
  readonly #lag = this.#gauge('projection_lag_events', 'Facts a read model has not taken in', ['projection']);
  readonly #stopped = this.#gauge('projection_stopped', '1: the read model met a fact it cannot take', [
    'projection',
  ]);
  readonly #reachable = this.#gauge('store_reachable', '1: the event store answers');
  readonly #open = this.#gauge('assignments_open', 'Open assignments');
  readonly #late = this.#gauge('assignments_late', 'Open assignments whose window has passed');
  readonly #soon = this.#gauge(
    'assignments_due_30_days',
    'Open assignments whose window ends within 30 days',
  );
  readonly #free = this.#gauge('disk_free_bytes', 'Room left where the data lies');
  readonly #letters = new Counter({
    name: 'beslutslogg_letters_total',
    help: 'Attempts to deliver letters, by how they ended',
    labelNames: ['result'] as const,
    registers: [this.#registry],
  });
  readonly #unsent = this.#gauge('letters_unsent', 'Letters that should have gone and have not');
  readonly #oldest = this.#gauge('letters_oldest_minutes', 'How long the oldest of them has waited');
  readonly #copies = this.#gauge('letters_possible_copies', 'Letters that may have arrived twice');
  readonly #withheld = this.#gauge('reminders_withheld', 'Reminders that were withheld, by reason', [
    'reason',
  ]);
  readonly #queue = this.#gauge('queue_jobs', 'Wake-ups in Redis, by state', ['state']);
  readonly #queueUp = this.#gauge('queue_connected', '1: Redis answers and wakes; 0: the sweep is alone');
  #workload: { readonly at: number; readonly counted: Workload } | undefined;

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
    // A gauge says 0 until it is set; without a queue, or before there is a figure, there is nothing to say.
    for (const gauge of [this.#queueUp, this.#unsent, this.#oldest, this.#copies]) gauge.remove();
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** A command has come to its end. */
  command(type: string, result: string, ms: number): void {
    this.#commands.inc({ command: type, result });
    this.#commandSeconds.observe(ms / 1000);
  }

  /** A request was answered 429, 503 or 507. */
  refused(status: number, kind: string): void {
    this.#refused.inc({ status, kind });
  }

  /** A sweep of the letters, or a wake-up, has come to its end. */
  swept(counts: Partial<Swept>): void {
    for (const [result, count] of Object.entries(counts)) if (count > 0) this.#letters.inc({ result }, count);
  }

  /** Measures every append to a store from now on. */
  observe(store: EventStore): void {
    const append = store.append.bind(store);
    store.append = async (...write) => {
      const started = performance.now();
      let result = 'failed';
      try {
        const appended = await append(...write);
        result = 'done';
        return appended;
      } catch (error) {
        if (error instanceof WrongExpectedRevision) result = 'conflict';
        throw error;
      } finally {
        this.#appendSeconds.observe({ result }, (performance.now() - started) / 1000);
      }
    };
  }

  /** All figures, as they are now. */
  async text(measured: Measured): Promise<string> {
    for (const { name, lag, stopped } of measured.models.status().projections) {
      this.#lag.set({ projection: name }, lag);
      this.#stopped.set({ projection: name }, stopped ? 1 : 0);
    }
    this.#reachable.set((await storeAnswers(measured.store)) ? 1 : 0);
    const workload = this.#countWorkload(measured);
    if (workload) {
      this.#open.set(workload.open);
      this.#late.set(workload.late);
      this.#soon.set(workload.soon);
    }
    const letters = await measured.reminderStatus?.();
    if (letters) {
      this.#unsent.set(letters.unsent);
      this.#oldest.set(letters.oldestMinutes);
      const { queue } = letters;
      if (queue) {
        this.#queueUp.set(queue.state === 'connected' ? 1 : 0);
        for (const state of ['delayed', 'waiting', 'failed'] as const)
          this.#queue.set({ state }, queue[state] ?? 0);
      }
      this.#copies.set(possibleCopies(measured.models.db));
      for (const { why, n } of withheldCounts(measured.models.db)) this.#withheld.set({ reason: why }, n);
    }
    const room = await measured.disk?.();
    if (room) this.#free.set(room.freeBytes);
    return this.#registry.metrics();
  }

  #gauge(name: string, help: string, labelNames: readonly string[] = []): Gauge {
    return new Gauge({
      name: `beslutslogg_${name}`,
      help,
      labelNames: [...labelNames],
      registers: [this.#registry],
    });
  }

  /** Counted at most every ten seconds: on a long log it takes a while. */
  #countWorkload({ models, clock }: Measured): Workload | undefined {
    const at = performance.now();
    if (this.#workload && at - this.#workload.at < freshFor) return this.#workload.counted;
    try {
      const counted = workloadOf(models.db, clock.today());
      this.#workload = { at, counted };
      return counted;
    } catch (error) {
      if (error instanceof ReadModelsNotReady) return undefined;
      throw error;
    }
  }
}

function workloadOf(db: Db, today: string): Workload {
  const { open, late } = balanceAsOf(db, {}, today);
  const { sql, params } = where(
    ['open = 1'],
    holds(undefined),
    ["kind = 'assignment'"],
    ['due BETWEEN ? AND ?', today, addDays(today, 30)],
  );
  return {
    open,
    late,
    soon: row<{ n: number }>(db, `SELECT count(*) AS n FROM board ${sql}`, ...params)?.n ?? 0,
  };
}

/** Whether a store answers within two seconds. */
export async function storeAnswers(store: EventStore): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, storeTimeout);
  });
  const answers = store.head().then(
    () => true,
    () => false,
  );
  return Promise.race([answers, late]).finally(() => {
    clearTimeout(timer);
  });
}
