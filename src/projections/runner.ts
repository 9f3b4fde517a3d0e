import { comparePositions, type Recorded } from '../domain/events.js';
import { CorruptLog } from '../event-store/event-store.js';
import { SharedFolds } from './folds.js';
import { newsIn } from './kept.js';
import { localDays } from './local-days.js';
import type { Db, Projection, ReadableLog, Running, Tools } from './projection.js';
import { rows, run } from './sql.js';

/** The event a projection could not take, and why. */
export interface Stop {
  readonly position: string;
  readonly event: string;
  readonly type: string;
  readonly message: string;
}

/** Where a projection stands. `position` null: at the start of the log. */
export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  readonly position: string | null;
  /** It stands still before this event until it is repaired; nothing is skipped. */
  readonly stopped?: Stop;
}

interface Member {
  readonly projection: Projection;
  running: Running;
  position: string | null;
  stopped?: Stop;
}

export const checkpointSchema = `
  CREATE TABLE checkpoint (
    projection TEXT PRIMARY KEY,
    position TEXT,
    event TEXT
  ) WITHOUT ROWID;`;

const whole = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'] as const;
const nested = ['SAVEPOINT batch', 'RELEASE batch', 'ROLLBACK TO batch; RELEASE batch'] as const;

const before = (position: string | null, event: Recorded): boolean =>
  position === null || comparePositions(position, event.position) < 0;

/**
 * Takes the log to the read models of one open file: one pass for all, one transaction per batch, rows and checkpoints
 * together. Live, catching up and rebuilding are this one function with batches of different size.
 */
export class Runner {
  readonly #members: Member[];
  readonly #localDay: Tools['localDay'];
  #folds: SharedFolds;
  #foldedTo: string | null;
  #interested = new Map<string, readonly Member[]>();

  constructor(
    readonly db: Db,
    private readonly log: ReadableLog,
    projections: readonly Projection[],
    timeZone: string,
  ) {
    this.#localDay = localDays(timeZone);
    const stored = checkpointsIn(db);
    for (const { name } of projections)
      if (!stored.has(name)) run(db, 'INSERT INTO checkpoint (projection) VALUES (?)', name);
    const positions = projections.map(({ name }) => stored.get(name) ?? null);
    this.#foldedTo = lowest(positions);
    this.#folds = new SharedFolds(log, this.#foldedTo, this.#localDay);
    this.#members = projections.map((projection, at) => ({
      projection,
      running: projection.start(this.#tools(this.#folds)),
      position: positions[at] ?? null,
    }));
  }

  /** How far every projection that has not stopped has come. */
  get position(): string | null {
    return lowest(this.#active().map(({ position }) => position));
  }

  status(): ProjectionStatus[] {
    return this.#members.map(({ projection: { name, version }, position, stopped }) => ({
      name,
      version,
      position,
      ...(stopped && { stopped }),
    }));
  }

  /** How far one projection has come. */
  positionOf(name: string): string | null {
    return this.#members.find(({ projection }) => projection.name === name)?.position ?? null;
  }

  /** Whether a projection (all of them without a name) has taken in the event at a position. */
  reached(position: string, name?: string): boolean {
    return this.#members
      .filter(({ projection }) => name === undefined || projection.name === name)
      .every((member) => member.position !== null && comparePositions(member.position, position) >= 0);
  }

  /**
   * Takes in the next events, at most `limit`, and returns them; none at the end of the log. One transaction, or part of
   * the one that is open. Throws when the file or the log itself fails; then nothing of the batch is kept, and it may be
   * tried again.
   */
  step(limit: number): readonly Recorded[] {
    const active = this.#active();
    if (active.length === 0) return [];
    const from = lowest(active.map(({ position }) => position));
    const batch = this.#next(from, limit);
    if (batch.length === 0) return batch;
    if (from !== this.#foldedTo) this.#restart(from);
    const [begin, commit, rollback] = this.db.inTransaction ? nested : whole;
    run(this.db, begin);
    try {
      const failed = this.#take(batch, active);
      for (const member of failed) this.#takeOneByOne(batch, member, from);
      run(this.db, commit);
    } catch (error) {
      if (this.db.inTransaction) this.db.exec(rollback);
      this.#reread();
      this.#restart(this.position);
      throw error;
    }
    newsIn(this.db, batch);
    this.#foldedTo = batch.at(-1)?.position ?? from;
    this.#folds.rest();
    if (batch.some(({ type }) => type === 'PersonErased')) this.db.pragma('wal_checkpoint(TRUNCATE)');
    return batch;
  }

  /** Lets stopped projections try again, from where they stand. */
  retry(): void {
    for (const member of this.#members) member.stopped = undefined;
    this.#restart(this.position);
  }

  #active(): Member[] {
    return this.#members.filter(({ stopped }) => stopped === undefined);
  }

  #tools(folds: SharedFolds): Tools {
    return { db: this.db, folds, localDay: this.#localDay };
  }

  #restart(from: string | null): void {
    this.#foldedTo = from;
    this.#folds = new SharedFolds(this.log, from, this.#localDay);
    this.#interested.clear();
    for (const member of this.#members) member.running = member.projection.start(this.#tools(this.#folds));
  }

  #reread(): void {
    const stored = checkpointsIn(this.db);
    for (const member of this.#members) member.position = stored.get(member.projection.name) ?? null;
  }

  #interestedIn(type: string, active: readonly Member[]): readonly Member[] {
    const known = this.#interested.get(type);
    if (known) return known;
    const found = active.filter(({ projection }) => projection.handles(type) !== false);
    this.#interested.set(type, found);
    return found;
  }

  /** The next events; where one of them cannot be read, those before it. Throws `CorruptLog` when that one is next. */
  #next(from: string | null, limit: number): readonly Recorded[] {
    try {
      return this.log.after(from, limit);
    } catch (error) {
      if (!(error instanceof CorruptLog) || limit === 1) throw error;
      return this.#next(from, Math.floor(limit / 2));
    }
  }

  /** One pass over a batch. Returns who could not take it; what they wrote is undone. */
  #take(batch: readonly Recorded[], active: readonly Member[]): readonly Member[] {
    const failed = new Set<Member>();
    const touched = new Set<Member>();
    try {
      this.#folds.prepare(batch);
      for (const event of batch) {
        this.#folds.advance(event);
        for (const member of this.#interestedIn(event.type, active)) {
          if (failed.has(member) || !before(member.position, event)) continue;
          touched.add(member);
          this.#attempt(member, failed, () => {
            member.running.handle(event);
          });
        }
      }
    } catch (error) {
      // An event that no state can take in; nobody has written anything yet.
      if (isNotTheProjection(error)) throw error;
      return active;
    }
    for (const member of active)
      if (touched.has(member) && !failed.has(member))
        this.#attempt(member, failed, () => {
          this.#saved(() => {
            member.running.flush();
          });
        });
    const last = batch.at(-1);
    if (last)
      this.#moveTo(
        active.filter((member) => !failed.has(member) && before(member.position, last)),
        last,
      );
    return [...failed];
  }

  #attempt(member: Member, failed: Set<Member>, work: () => void): void {
    try {
      work();
    } catch (error) {
      if (isNotTheProjection(error)) throw error;
      failed.add(member);
    }
  }

  /** Finds the event that cannot be taken: everything before it is kept, the projection stops before it. */
  #takeOneByOne(batch: readonly Recorded[], member: Member, from: string | null): void {
    const folds = new SharedFolds(this.log, from, this.#localDay);
    const running = member.projection.start(this.#tools(folds));
    for (const event of batch) {
      try {
        folds.advance(event);
        if (!before(member.position, event)) continue;
        this.#saved(() => {
          if (member.projection.handles(event.type) !== false) running.handle(event);
          running.flush();
        });
        this.#moveTo([member], event);
      } catch (error) {
        if (isNotTheProjection(error)) throw error;
        member.stopped = {
          position: event.position,
          event: event.id,
          type: event.type,
          message: error instanceof Error ? error.message : String(error),
        };
        this.#interested.clear();
        return;
      }
    }
    member.running = member.projection.start(this.#tools(this.#folds));
  }

  #saved(work: () => void): void {
    run(this.db, 'SAVEPOINT one');
    try {
      work();
    } catch (error) {
      if (this.db.inTransaction) {
        run(this.db, 'ROLLBACK TO one');
        run(this.db, 'RELEASE one');
      }
      throw error;
    }
    run(this.db, 'RELEASE one');
  }

  #moveTo(members: readonly Member[], { position, id }: Recorded): void {
    run(
      this.db,
      'UPDATE checkpoint SET position = ?, event = ? WHERE projection IN (SELECT value FROM json_each(?))',
      position,
      id,
      JSON.stringify(members.map(({ projection }) => projection.name)),
    );
    for (const member of members) member.position = position;
  }
}

/** Where each projection stands by the file. */
const checkpointsIn = (db: Db): ReadonlyMap<string, string | null> =>
  new Map(
    rows<{ projection: string; position: string | null }>(
      db,
      'SELECT projection, position FROM checkpoint',
    ).map(({ projection, position }) => [projection, position]),
  );

/** The lowest of some positions; `null`, the start, is below all. */
function lowest(positions: readonly (string | null)[]): string | null {
  return positions.reduce<string | null>(
    (low, position) =>
      low === null || position === null ? null : comparePositions(position, low) < 0 ? position : low,
    positions[0] ?? null,
  );
}

/** Whether the file or the log failed, not what a projection did with an event. */
function isNotTheProjection(error: unknown): boolean {
  if (error instanceof CorruptLog) return true;
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return (
    typeof code === 'string' &&
    /^SQLITE_(FULL|IOERR|CORRUPT|NOTADB|BUSY|LOCKED|CANTOPEN|READONLY|NOMEM)/.test(code)
  );
}
