import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { CorruptLog, LogIoError, LogLocked, StoreFull, StoreUnavailable } from './event-store.js';

/** A prepared statement whose rows come as lists of values. */
export interface Query {
  get(...values: readonly Value[]): unknown;
  all(...values: readonly Value[]): unknown[];
}
export type Value = string | number | null;

/** A prepared statement that changes something. */
export interface Change {
  run(...values: readonly Value[]): { readonly changes: number };
}

/** What went wrong in SQLite, in the words of the event store. */
export function translated(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) {
    const message = error instanceof Error ? error.message : '';
    return message.includes('Unable to open connection')
      ? new StoreUnavailable(`${file} cannot be opened`, { cause: error })
      : error;
  }
  const { code, message } = error;
  // The shared-memory file grows with the log: no room for it is no room for the log.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE')
    return new StoreFull(`no room left for ${file}`, { cause: error });
  if (code.startsWith('SQLITE_IOERR'))
    return new LogIoError(`${file}: ${code}: ${message}`, { cause: error });
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return new CorruptLog(file, message);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_CANTOPEN'))
    return new StoreUnavailable(`${file}: ${message}`, { cause: error });
  return error;
}

/** The columns whose uniqueness a row would have broken, `event.id`; undefined for any other error. */
export function uniqueViolation(error: unknown): string | undefined {
  if (!(error instanceof Database.SqliteError)) return undefined;
  return /^UNIQUE constraint failed: (.+)$/.exec(error.message)?.[1];
}

/**
 * An exclusive lock on a file, held by the operating system for as long as this process lives, however it dies. It is an
 * exclusive transaction that nobody commits, on the SQLite file `<file>.lock`.
 */
export class FileLock {
  readonly #connection: Database.Database;

  /** Throws {@link LogLocked} when another holds it. */
  constructor(file: string) {
    mkdirSync(dirname(file), { recursive: true });
    this.#connection = connect(`${file}.lock`);
    try {
      this.#connection.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = MEMORY');
      this.#connection.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      this.#connection.close();
      if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
        throw new LogLocked(`${file} is in use by another process; only one may write to it at a time`);
      throw translated(error, `${file}.lock`);
    }
  }

  release(): void {
    if (!this.#connection.open) return;
    this.#connection.exec('ROLLBACK');
    this.#connection.close();
  }
}

/**
 * The last position that was acknowledged, in a small file beside the log, written after each commit and never synced: it
 * may lag behind the log, never run ahead of it. A log that ends before it has lost something, which SQLite cannot tell
 * from a commit that was never finished.
 */
export class Witness {
  readonly #descriptor: number;
  readonly #line = Buffer.alloc(17, '\n');

  private constructor(readonly path: string) {
    this.#descriptor = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
  }

  static of(file: string): Witness {
    return new Witness(`${file}.head`);
  }

  /** What the witness of a log says, 0 if there is none. Throws `CorruptLog` if it cannot be read. */
  static read(file: string): number {
    const path = `${file}.head`;
    const text = existsSync(path) ? readFileSync(path, 'latin1') : '';
    // Nothing, or nothing but zeros, is a new file whose content a power cut took.
    if (/^\0*$/.test(text)) return 0;
    if (!/^\d{16}\n$/.test(text)) throw new CorruptLog(path, 'does not hold a position');
    return Number(text);
  }

  /** A witness that cannot be written says less; nothing depends on it but the finding of a loss. */
  note(position: number): boolean {
    try {
      this.#line.write(String(position).padStart(16, '0'), 'latin1');
      return writeSync(this.#descriptor, this.#line, 0, this.#line.length, 0) > 0;
    } catch {
      return false;
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

/** One connection to one SQLite file, `:memory:` for none. Errors come translated. */
export class SqliteFile {
  readonly #connection: Database.Database;
  readonly #begin: Change;
  readonly #commit: Change;

  private constructor(
    readonly path: string,
    readonly writable: boolean,
  ) {
    this.#connection = connect(path);
    this.exec('PRAGMA busy_timeout = 1000');
    this.#begin = this.change('BEGIN IMMEDIATE');
    this.#commit = this.change('COMMIT');
  }

  /** Opens a file, a new one unless it is only to be read; its folder must exist. */
  static open(path: string, writable: boolean): SqliteFile {
    if (!writable && !existsSync(path)) throw new StoreUnavailable(`there is no ${path}`);
    const file = new SqliteFile(path, writable);
    if (!writable) file.exec('PRAGMA query_only = ON');
    return file;
  }

  get inMemory(): boolean {
    return this.path === ':memory:';
  }

  get isOpen(): boolean {
    return this.#connection.open;
  }

  exec(sql: string): void {
    this.#guarded(() => this.#connection.exec(sql));
  }

  /** The first value of the first row. */
  value(sql: string): unknown {
    const row: unknown = this.query(sql).get();
    return Array.isArray(row) ? row[0] : undefined;
  }

  query(sql: string): Query {
    const statement = this.#guarded(() => this.#connection.prepare(sql)).raw();
    return {
      get: (...values) => this.#guarded(() => statement.get(values)),
      all: (...values) => this.#guarded(() => statement.all(values)),
    };
  }

  change(sql: string): Change {
    const statement = this.#guarded(() => this.#connection.prepare(sql));
    return { run: (...values) => this.#guarded(() => statement.run(values)) };
  }

  /** All that `work` does, durably, or nothing of it. */
  transaction<R>(work: () => R): R {
    this.#begin.run();
    try {
      const result = work();
      this.#commit.run();
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  /** After what went wrong; a rollback that fails too says nothing more than that. */
  #rollBack(): void {
    try {
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK');
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
    }
  }

  /**
   * Moves everything from the write-ahead log into the file and empties it. False when a reader stood in the way for as
   * long as one waits.
   */
  checkpoint(): boolean {
    return this.inMemory || this.value('PRAGMA wal_checkpoint(TRUNCATE)') === 0;
  }

  /** Throws {@link CorruptLog} when the file is longer or shorter than it says itself; only after a checkpoint. */
  measure(): void {
    if (this.inMemory) return;
    const length = statSync(this.path).size;
    const pages = Number(this.value('PRAGMA page_count')) * Number(this.value('PRAGMA page_size'));
    if (length !== pages) throw new CorruptLog(this.path, `is ${length} bytes long and should be ${pages}`);
  }

  /** What SQLite's own check of the whole file finds; empty when all is well. Reads the whole file. */
  flaws(): string[] {
    const rows = this.query('PRAGMA integrity_check').all();
    return rows.map((row) => String(Array.isArray(row) ? row[0] : row)).filter((flaw) => flaw !== 'ok');
  }

  close(): void {
    if (this.isOpen) this.#connection.close();
  }

  #guarded<R>(work: () => R): R {
    try {
      return work();
    } catch (error) {
      throw translated(error, this.path);
    }
  }
}

function connect(path: string): Database.Database {
  try {
    return new Database(path);
  } catch (error) {
    throw translated(error, path);
  }
}
