import Database from 'libsql';
import { comparePositions, type EventType, parseStream, type Recorded } from '../../src/domain/events.js';
import type { LocalLog } from '../../src/event-store/local-log.js';
import type { Db } from '../../src/projections/projection.js';
import { modelsOf, tablesOf } from '../support/tables.js';
import type { Place } from './writer.js';

/** A command that was acknowledged: the events it led to, and where the last of them stands. */
export interface Acknowledged {
  readonly place: Place;
  readonly leadsTo: readonly EventType[];
}

/** What is wrong, in words, by kind; nothing anywhere when all is well. */
export interface Flaws {
  /** Acknowledged, and not in the log where the answer said. */
  readonly lost: string[];
  /** More than once in the log. */
  readonly doubled: string[];
  /** In the log without a command that was sent, or by a command that was refused. */
  readonly uninvited: string[];
  /** Revisions or positions that are not dense, or not in order. */
  readonly disordered: string[];
  /** A read model that differs from a rebuild. */
  readonly differing: string[];
  /** A key that answers otherwise than before. */
  readonly changed: string[];
  /** The program did what it should never do: did not start, ended by itself, gave an unexpected answer. */
  readonly misbehaved: string[];
}

export const noFlaws = (): Flaws => ({
  lost: [],
  doubled: [],
  uninvited: [],
  disordered: [],
  differing: [],
  changed: [],
  misbehaved: [],
});

export function flawsIn(flaws: Flaws): number {
  const lists: readonly (readonly string[])[] = Object.values(flaws);
  return lists.reduce((sum, list) => sum + list.length, 0);
}

/** Every event of a log. */
export function eventsOf(log: Pick<LocalLog, 'after'>): Recorded[] {
  const events: Recorded[] = [];
  for (let batch = log.after(null, 1_000); batch.length > 0;) {
    events.push(...batch);
    batch = log.after(batch.at(-1)?.position ?? null, 1_000);
  }
  return events;
}

/**
 * Holds a log against what was sent. `acceptable` says of a key (as the log has it) which events it may have led to. Dense
 * positions are 1, 2, 3 …; a store with a clock of its own has positions that only grow.
 */
export function checkLog(
  events: readonly Recorded[],
  acknowledged: ReadonlyMap<string, Acknowledged>,
  acceptable: ReadonlyMap<string, readonly EventType[]>,
  densePositions: boolean,
  flaws: Flaws,
): void {
  const byKey = new Map<string, Recorded[]>();
  const ids = new Set<string>();
  const revisions = new Map<string, number>();
  let before: string | null = null;
  events.forEach((event, at) => {
    const what = `${event.type} ${event.stream}@${event.revision.toString()} (position ${event.position})`;
    const inOrder = before === null || comparePositions(before, event.position) < 0;
    if (densePositions ? event.position !== String(at + 1) : !inOrder) flaws.disordered.push(what);
    before = event.position;
    const expected = (revisions.get(event.stream) ?? -1) + 1;
    if (event.revision !== expected)
      flaws.disordered.push(`${what}, expected revision ${expected.toString()}`);
    revisions.set(event.stream, event.revision);

    const key = event.command?.key ?? '';
    const mine = byKey.get(key) ?? [];
    const invited = acceptable.get(key) ?? [];
    if (ids.has(event.id) || mine.length >= Math.max(1, invited.length))
      flaws.doubled.push(`${key}: ${what}`);
    if (invited[mine.length] !== event.type) flaws.uninvited.push(`${key}: ${what}`);
    ids.add(event.id);
    mine.push(event);
    byKey.set(key, mine);
  });
  for (const [key, { place, leadsTo }] of acknowledged) {
    const mine = byKey.get(key) ?? [];
    const event = mine.at(-1);
    const there =
      event !== undefined &&
      mine.length === leadsTo.length &&
      parseStream(event.stream).id === place.id &&
      event.revision === place.revision &&
      event.position === place.position;
    if (!there)
      flaws.lost.push(
        `${key}: ${leadsTo.join()} ${place.id}@${place.revision.toString()} (position ${place.position})`,
      );
  }
}

/** Holds the tables of a program's read models against those built anew from its log. */
export function checkReadModels(path: string, log: LocalLog, flaws: Flaws): void {
  const db = new Database(path);
  const fresh = modelsOf(log);
  try {
    db.exec('PRAGMA query_only = ON; PRAGMA busy_timeout = 2000');
    checkTables(db, fresh.db, flaws);
  } finally {
    db.close();
    fresh.db.close();
  }
}

/** Holds the tables of read models in use against those that were built anew. */
export function checkTables(inUse: Db, rebuilt: Db, flaws: Flaws): void {
  const [theirs, ours] = [tablesOf(inUse), tablesOf(rebuilt)];
  for (const table of new Set([...Object.keys(theirs), ...Object.keys(ours)])) {
    const [a, b] = [theirs[table] ?? [], ours[table] ?? []];
    const first = a.findIndex((row, i) => row !== b[i]);
    if (a.length !== b.length || first >= 0)
      flaws.differing.push(
        `${table}: ${a.length.toString()} rows, rebuilt ${b.length.toString()}; ${a[first] ?? ''} | ${b[first] ?? ''}`,
      );
  }
}
