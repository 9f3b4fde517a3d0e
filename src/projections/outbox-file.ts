import Database from 'libsql';
import type { Db } from './projection.js';
import { type Page, pageLimit, pageOf, type PageRequest, readCursor, row, rows, run } from './sql.js';

/** A mail that was kept instead of sent. `mail` is the whole of it as JSON. */
export interface KeptMail {
  /** Id of its letter. */
  readonly id: string;
  /** Opaque id of who it is for. */
  readonly person: string;
  readonly at: string;
  readonly subject: string;
  readonly mail: string;
}

/**
 * Mails kept in a file of its own, where they can be looked at and thrown away: they hold personal data, which the log does
 * not. A rebuild leaves them; losing them loses nothing but the look of what went out.
 */
export class OutboxFile {
  readonly #db: Db;

  /** `:memory:` for one that dies with the process. */
  constructor(path: string) {
    this.#db = new Database(path);
    if (path !== ':memory:') this.#db.pragma('journal_mode = WAL');
    this.#db.exec(`CREATE TABLE IF NOT EXISTS mail (
      id TEXT PRIMARY KEY, person TEXT NOT NULL, at TEXT NOT NULL, subject TEXT NOT NULL, mail TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS mail_at ON mail (at, id);
    CREATE INDEX IF NOT EXISTS mail_person ON mail (person);`);
  }

  /** Keeps a mail; the same letter again takes its place. */
  keep({ id, person, at, subject, mail }: KeptMail): void {
    run(this.#db, 'INSERT OR REPLACE INTO mail VALUES (?, ?, ?, ?, ?)', id, person, at, subject, mail);
  }

  get(id: string): KeptMail | undefined {
    return row<KeptMail>(this.#db, 'SELECT id, person, at, subject, mail FROM mail WHERE id = ?', id);
  }

  /** The newest first. */
  list(request: PageRequest = {}): Page<KeptMail> {
    const limit = pageLimit(request);
    const after = readCursor(request, 2);
    const found = rows<KeptMail>(
      this.#db,
      `SELECT id, person, at, subject, mail FROM mail ${after ? 'WHERE (at, id) < (?, ?)' : ''}
       ORDER BY at DESC, id DESC LIMIT ?`,
      ...(after ?? []),
      limit + 1,
    );
    return pageOf(
      found,
      limit,
      ({ at, id }) => [at, id],
      (mail) => mail,
    );
  }

  /** Removes everything kept for some persons, also from the file itself. */
  forget(persons: readonly string[]): void {
    run(
      this.#db,
      'DELETE FROM mail WHERE person IN (SELECT value FROM json_each(?))',
      JSON.stringify(persons),
    );
    this.#db.pragma('wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.#db.close();
  }
}
