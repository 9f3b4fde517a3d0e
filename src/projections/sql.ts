import type Database from 'libsql';
import type { Db } from './projection.js';

/** What a column holds. */
export type Sql = string | number | null;

/** Takes its parameters as one list: the driver copies a list it has to collect. */
type Statement = Database.Statement<[readonly Sql[]]>;

const prepared = new WeakMap<Db, Map<string, Statement>>();

/** The statement, prepared once per open file. */
export function statement(db: Db, sql: string): Statement {
  let known = prepared.get(db);
  if (!known) prepared.set(db, (known = new Map<string, Statement>()));
  let found = known.get(sql);
  if (!found) known.set(sql, (found = db.prepare<[readonly Sql[]]>(sql)));
  return found;
}

/** Every row of a query; `Row` is what its SELECT names. */
export function rows<Row>(db: Db, sql: string, ...params: readonly Sql[]): Row[] {
  return statement(db, sql).all(params) as Row[];
}

/** The first row of a query. */
export function row<Row>(db: Db, sql: string, ...params: readonly Sql[]): Row | undefined {
  return rows<Row>(db, sql, ...params)[0];
}

/** Runs a statement that writes. */
export function run(db: Db, sql: string, ...params: readonly Sql[]): void {
  statement(db, sql).run(params);
}

/** A condition on rows, with its parameters; anything false is no condition. */
export type Condition = readonly [sql: string, ...params: Sql[]] | false | undefined;

/** The conditions as a WHERE clause, empty when there are none. */
export function where(...conditions: readonly Condition[]): { readonly sql: string; readonly params: Sql[] } {
  const all = conditions.flatMap((condition) => (condition ? [condition] : []));
  return {
    sql: all.length === 0 ? '' : `WHERE ${all.map(([sql]) => sql).join(' AND ')}`,
    params: all.flatMap(([, ...params]) => params),
  };
}

/** The condition that a column is one of some values; a single one keeps the order of an index that begins with it. */
export function oneOf(column: string, values: readonly Sql[]): Condition {
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? [`${column} = ?`, only]
    : [`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(values)];
}

/** The same for a column of which several values are not to decide in which order rows are read. */
export const among = (column: string, values: readonly Sql[]): Condition =>
  oneOf(values.length === 1 ? column : `+${column}`, values);

/** A page: the items, and the cursor to ask for the next with, if there is more. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

/** How much of a list is asked for. `limit` 1–200, 50 when left out; `cursor` is the `next` of the page before. */
export interface PageRequest {
  readonly limit?: number;
  readonly cursor?: string;
}

/** A cursor that was not made by the list it was sent to. */
export class BadCursor extends Error {}

export const pageLimit = ({ limit }: PageRequest): number =>
  Math.min(Math.max(Math.trunc(limit ?? 50), 1), 200);

/** The sort key of the last row of a page, as an opaque text. */
export const cursorOf = (key: readonly Sql[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key in a cursor, of a length the list knows; `undefined` for the first page. Throws {@link BadCursor}. */
export function readCursor(
  request: PageRequest,
  ...lengths: readonly [number, ...number[]]
): readonly Sql[] | undefined {
  if (request.cursor === undefined) return undefined;
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(request.cursor, 'base64url').toString('utf8'));
  } catch {
    throw new BadCursor('not a cursor');
  }
  if (!Array.isArray(key) || !lengths.includes(key.length) || !key.every(isSql))
    throw new BadCursor('not a cursor');
  return key;
}

const isSql = (value: unknown): value is Sql =>
  value === null || typeof value === 'string' || typeof value === 'number';

/** Cuts one row more than was asked for into a page. */
export function pageOf<Row, Item>(
  found: readonly Row[],
  limit: number,
  key: (last: Row) => readonly Sql[],
  item: (row: Row) => Item,
): Page<Item> {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    next: found.length > limit && last !== undefined ? cursorOf(key(last)) : undefined,
  };
}
