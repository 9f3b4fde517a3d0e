import type { Db } from './projection.js';
import { run, type Sql } from './sql.js';

/** A statement that writes many rows at once: the fewer calls into the file, the faster a rebuild. */
export class Bulk {
  readonly #sql: string;

  /** `onConflict` is what follows ON CONFLICT, `update` for every column that is not part of a key. */
  constructor(
    table: string,
    readonly columns: readonly string[],
    onConflict?: 'DO NOTHING' | { readonly update: readonly string[] },
  ) {
    const conflict =
      onConflict === undefined || onConflict === 'DO NOTHING'
        ? (onConflict ?? '')
        : `DO UPDATE SET ${onConflict.update.map((column) => `${column} = excluded.${column}`).join(', ')}`;
    this.#sql = `INSERT INTO ${table} (${columns.join(', ')})
      SELECT ${columns.map((_, at) => `value ->> ${at.toString()}`).join(', ')} FROM json_each(?)
      WHERE true ${conflict && `ON CONFLICT ${conflict}`}`;
  }

  /** Writes rows, each with a value for every column, in order. */
  write(db: Db, rows: readonly (readonly Sql[])[]): void {
    if (rows.length > 0) run(db, this.#sql, json(rows));
  }
}

/** Half a character, as a damaged text may hold, would stop the program when the file gives it back. */
function json(rows: readonly (readonly Sql[])[]): string {
  const text = JSON.stringify(rows);
  if (!text.includes('\\ud')) return text;
  return JSON.stringify(
    rows.map((row) =>
      row.map((value) => (typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value)),
    ),
  );
}
