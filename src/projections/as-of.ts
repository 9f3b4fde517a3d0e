import { endOfDay } from '../clock.js';
import { byStated } from '../domain/decider.js';
import { kindOf, type Recorded, streamOf } from '../domain/events.js';
import type { LocalDate } from '../domain/when.js';
import { type AsOf, type Axis, countsFrom } from './axes.js';
import { folders, stateOf } from './folds.js';
import { localDays } from './local-days.js';
import type { FoldedKind, ReadableLog, StateOf } from './projection.js';

export { type AsOf, axes, type Axis, countsFrom } from './axes.js';

/** A stream by kind and id. */
export interface StreamRef<K extends FoldedKind> {
  readonly kind: K;
  readonly id: string;
}

/** The facts that count as of a date; all of them without one. */
export function asOfEvents(
  events: readonly Recorded[],
  asOf: AsOf | undefined,
  timeZone: string,
): readonly Recorded[] {
  if (!asOf) return events;
  if (asOf.axis === 'recordedBy') {
    const end = endOfDay(asOf.date, timeZone);
    return events.filter((event) => event.recordedAt < end);
  }
  const localDay = localDays(timeZone);
  return events.filter((event) => countsFrom(asOf.axis, event, localDay) <= asOf.date);
}

/** A state, and how many facts it stands on. */
export interface StateAsOf<S> {
  readonly state: S;
  /** The revision of the newest fact that counts. */
  readonly revision: number;
  readonly events: number;
}

/** The state of a stream as of a date (now, without one); `undefined` when it did not exist. `timeZone` is the body's. */
export function asOfState<K extends FoldedKind>(
  log: ReadableLog,
  stream: StreamRef<K>,
  asOf: AsOf | undefined,
  timeZone: string,
): StateAsOf<StateOf[K]> | undefined {
  const events = asOfEvents(log.stream(streamOf(stream.kind, stream.id)), asOf, timeZone);
  const state = stateOf(folders[stream.kind], events);
  if (!state.exists) return undefined;
  return {
    state,
    revision: Math.max(...events.map(({ revision }) => revision)),
    events: events.length,
  };
}

/** One field that differs: its path (`deadline`, `deliverables/d2/result`), with the old and the new value. */
export interface FieldChange {
  readonly field: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** A fact in the story of a stream, with the state after it and what it changed. */
export interface ReplayStep<K extends FoldedKind> {
  readonly event: Recorded;
  readonly state: StateOf[K];
  readonly changes: readonly FieldChange[];
}

/** The story of a stream in the order its state is folded in, fact by fact. Empty when it does not exist. */
export function replay<K extends FoldedKind>(
  log: ReadableLog,
  stream: StreamRef<K>,
  asOf: AsOf | undefined,
  timeZone: string,
): ReplayStep<K>[] {
  const { initial, evolve } = folders[stream.kind];
  const events = asOfEvents(log.stream(streamOf(stream.kind, stream.id)), asOf, timeZone);
  const steps: ReplayStep<K>[] = [];
  let before: StateOf[K] = initial;
  for (const event of [...events].sort(byStated)) {
    if (kindOf[event.type] !== stream.kind) continue;
    const state = evolve(before, event);
    steps.push({ event, state, changes: changedFields(before, state) });
    before = state;
  }
  return steps;
}

/** What differs between two dates on an axis, with the state at each; `undefined` where it did not exist. */
export interface Comparison<K extends FoldedKind> {
  readonly from?: StateOf[K];
  readonly to?: StateOf[K];
  readonly changes: readonly FieldChange[];
}

/** Compares a stream as of two dates. */
export function compare<K extends FoldedKind>(
  log: ReadableLog,
  stream: StreamRef<K>,
  axis: Axis,
  from: LocalDate,
  to: LocalDate,
  timeZone: string,
): Comparison<K> {
  const before = asOfState(log, stream, { axis, date: from }, timeZone)?.state;
  const after = asOfState(log, stream, { axis, date: to }, timeZone)?.state;
  return {
    ...(before && { from: before }),
    ...(after && { to: after }),
    changes: changedFields(before ?? folders[stream.kind].initial, after ?? folders[stream.kind].initial),
  };
}

const inward = new Set(['exists', 'statements', 'roused', 'lastReportAt']);
const whole = new Set([
  'deadline',
  'firstDeadline',
  'window',
  'firstWindow',
  'lastReport',
  'ended',
  'policy',
  'seasons',
]);
const names = ['deliverable', 'precondition', 'milestone', 'number', 'role', 'party', 'group', 'entry'];

/** The fields in which two states differ. Lists of named things are compared thing by thing. */
export function changedFields(before: object, after: object): FieldChange[] {
  return differences('', before, after);
}

function differences(path: string, from: unknown, to: unknown): FieldChange[] {
  if (same(from, to)) return [];
  const parts = takenApart(path, from, to);
  if (!parts) return [{ field: path, from, to }];
  const [old, now] = parts;
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key) =>
    differences(path === '' ? key : `${path}/${key}`, old.get(key), now.get(key)),
  );
}

type Parts = ReadonlyMap<string, unknown>;

function takenApart(path: string, from: unknown, to: unknown): readonly [Parts, Parts] | undefined {
  if (whole.has(path.slice(path.lastIndexOf('/') + 1))) return undefined;
  if (Array.isArray(from) && Array.isArray(to)) {
    const old = byName(from);
    const now = byName(to);
    return old && now && old.size + now.size > 0 ? [old, now] : undefined;
  }
  const old = fieldsOf(from);
  const now = fieldsOf(to);
  return old && now && [old, now];
}

function fieldsOf(value: unknown): Parts | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value).filter(([key]) => !inward.has(key)));
}

function byName(list: readonly unknown[]): Parts | undefined {
  const found = new Map<string, unknown>();
  for (const item of list) {
    const fields = fieldsOf(item);
    const name = fields && names.map((key) => fields.get(key)).find((id) => id !== undefined);
    if (typeof name !== 'string' && typeof name !== 'number') return undefined;
    found.set(String(name), item);
  }
  return found.size === list.length ? found : undefined;
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => same(item, b[at]));
  const old = fieldsOf(a);
  const now = fieldsOf(b);
  if (!old || !now) return false;
  return [...new Set([...old.keys(), ...now.keys()])].every((key) => same(old.get(key), now.get(key)));
}
