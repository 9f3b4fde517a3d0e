import type { Db } from './projection.js';
import { rows } from './sql.js';

interface Key {
  readonly id: string;
  readonly revision: number;
}

const most = 4_000;

/**
 * The states that rows of a table tell, of which most come again: in one file the state of a thing follows from its id and
 * revision, so that it is read and parsed only when it is not remembered.
 */
export function rememberedStates<S>(
  table: 'assignment' | 'matter',
  parsed: (text: string) => S,
): (db: Db, wanted: readonly Key[]) => (key: Key) => S {
  const files = new WeakMap<Db, Map<string, S>>();
  return (db, wanted) => {
    const known = files.get(db) ?? new Map<string, S>();
    files.set(db, known);
    if (known.size > most) known.clear();
    const missing = wanted.filter((key) => !known.has(nameOf(key)));
    const read = (ids: readonly string[]): void => {
      for (const found of rows<Key & { readonly state: string }>(
        db,
        `SELECT id, revision, state FROM ${table} WHERE id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(ids),
      ))
        known.set(nameOf(found), parsed(found.state));
    };
    if (missing.length > 0) read(missing.map(({ id }) => id));
    return (key) => {
      const state = known.get(nameOf(key));
      if (state === undefined) throw new Error(`${table} ${nameOf(key)} is not in the file`);
      return state;
    };
  };
}

const nameOf = ({ id, revision }: Key): string => `${revision.toString()} ${id}`;
