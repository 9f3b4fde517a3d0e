import { type EventType, parseStream, type Recorded, type StreamKind } from '../domain/events.js';
import type { Names } from './names.js';

/** One thing that changed: enough to know what to fetch again, and nothing to read. */
export interface Change {
  readonly kind: StreamKind;
  readonly id: string;
  readonly body: string | null;
  readonly type: EventType;
}

/** What the live feed says about a batch of events; `position` is the last one's. */
export interface Changes {
  readonly position: string;
  readonly changes: readonly Change[];
}

/** What changed, each change said once, in the order of the log. `undefined` for no events. */
export function changesIn(events: readonly Recorded[], names: Pick<Names, 'bodyOf'>): Changes | undefined {
  const last = events.at(-1);
  if (!last) return undefined;
  const changes = new Map<string, Change>();
  for (const { stream, type } of events) {
    const key = `${type} ${stream}`;
    if (!changes.has(key))
      changes.set(key, { ...parseStream(stream), body: names.bodyOf(stream) ?? null, type });
  }
  return { position: last.position, changes: [...changes.values()] };
}
