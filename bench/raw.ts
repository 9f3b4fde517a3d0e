import Database from 'libsql';
import { toStored } from '../src/event-store/codec.js';
import type { NewEvent } from '../src/event-store/event-store.js';

/** The limit of every append: one prepared durable INSERT with the keys a log cannot do without, on the same library. */
export class RawLog {
  readonly #db: Database.Database;
  readonly #insert: Database.Statement;
  #position = 0;

  constructor(path: string) {
    this.#db = new Database(path);
    this.#db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      CREATE TABLE event (position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, id TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL, version INTEGER NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL, UNIQUE (stream, revision));`);
    this.#insert = this.#db.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  }

  append(stream: string, revision: number, event: NewEvent): void {
    const { id, type, version, data, metadata } = toStored(event);
    this.#position += 1;
    this.#insert.run(
      this.#position,
      stream,
      revision,
      id,
      type,
      version,
      JSON.stringify(data),
      JSON.stringify(metadata),
    );
  }

  close(): void {
    this.#db.close();
  }
}
