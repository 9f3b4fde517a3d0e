import type { Db } from '../../src/projections/projection.js';

/** The process ended in the middle of a statement. */
export class Ended extends Error {
  readonly code = 'SQLITE_IOERR';
}

/** What befalls a file after so many statements: one of them fails, or the process ends there. */
export interface Trap {
  readonly after: number;
  readonly kind: 'fails' | 'ends';
}

/**
 * The file of read models on a disk that can fail. What a history does to it lies in one transaction that is taken back in the
 * end; the program's own transactions are savepoints in it (as `Runner` makes them when one is open), and the last of them is
 * lost when the process ends before it is done.
 */
export class Disk {
  /** The file as the program has it open. */
  readonly db: Db;
  #trap: { left: number; readonly kind: Trap['kind'] } | undefined;
  #unfinished = false;

  constructor(private readonly file: Db) {
    this.db = new Proxy(file, {
      get: (target, property) => {
        if (property === 'prepare') return (sql: string) => this.#statement(sql);
        if (property === 'exec') return (sql: string) => this.#carryOut(sql, () => target.exec(sql));
        if (property === 'pragma') return () => [];
        const value: unknown = Reflect.get(target, property, target);
        return value;
      },
    });
  }

  begin(): void {
    this.file.exec('BEGIN');
  }

  /** As it was at {@link begin}. */
  takeBack(): void {
    this.file.exec('ROLLBACK');
    this.#unfinished = false;
  }

  /** Does something with the file open. Says whether the process ended in the middle of it. */
  withTrap(trap: Trap | undefined, work: () => void): 'done' | 'failed' | 'ended' {
    this.#trap = trap && { left: trap.after, kind: trap.kind };
    try {
      work();
      return 'done';
    } catch (error) {
      if (error instanceof Ended) {
        this.#loseUnfinished();
        return 'ended';
      }
      if (!isFault(error)) throw error;
      return 'failed';
    } finally {
      this.#trap = undefined;
    }
  }

  #loseUnfinished(): void {
    if (this.#unfinished) this.file.exec('ROLLBACK TO batch; RELEASE batch');
    this.#unfinished = false;
  }

  #statement(sql: string): ReturnType<Db['prepare']> {
    const statement = this.file.prepare(sql);
    return new Proxy(statement, {
      get: (target, property) => {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== 'function') return value;
        return (...params: unknown[]) =>
          this.#carryOut(sql, (): unknown => Reflect.apply(value, target, params));
      },
    });
  }

  #carryOut<R>(sql: string, work: () => R): R {
    const trap = this.#trap;
    if (trap && (trap.left -= 1) < 0) {
      if (trap.kind === 'ends') throw new Ended();
      this.#trap = undefined;
      throw Object.assign(new Error('no room left'), { code: 'SQLITE_FULL' });
    }
    const result = work();
    if (sql === 'SAVEPOINT batch') this.#unfinished = true;
    else if (sql.endsWith('RELEASE batch')) this.#unfinished = false;
    return result;
  }
}

const isFault = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL';
