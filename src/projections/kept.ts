import { kindOf, type Recorded } from '../domain/events.js';
import type { Db } from './projection.js';

const most = 5_000;
const news = new WeakMap<Db, number>();

/**
 * A query that tells the same again, without asking, until something but letters comes into the read models: for those who
 * ask the same for every letter of a morning. Not for projections at work.
 */
export function keptUntilNews<T>(ask: (db: Db, id: string) => T): (db: Db, id: string) => T {
  const kept = new WeakMap<Db, { readonly news: number; readonly told: Map<string, { readonly told: T }> }>();
  return (db, id) => {
    const now = news.get(db) ?? 0;
    let of = kept.get(db);
    if (of?.news !== now || of.told.size > most) kept.set(db, (of = { news: now, told: new Map() }));
    let answer = of.told.get(id);
    if (!answer) of.told.set(id, (answer = { told: ask(db, id) }));
    return answer.told;
  };
}

/** Events have been taken in: what they may have changed is asked for anew. */
export function newsIn(db: Db, batch: readonly Recorded[]): void {
  if (batch.some(({ type }) => kindOf[type] !== 'letter')) news.set(db, (news.get(db) ?? 0) + 1);
}
