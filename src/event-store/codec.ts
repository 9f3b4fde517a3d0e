import { type ActorRef, type Envelope, type Recorded, roles } from '../domain/events.js';
import { currentShapes, currentVersions, type Shapes } from '../domain/upcast.js';
import { CorruptLog, type NewEvent } from './event-store.js';

/** A fact as a store keeps it: `data` and `metadata` are JSON values, `version` says which shape `data` has. */
export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
  /** The envelope without id and place. */
  readonly metadata: unknown;
}

/** Where a stored fact stands. */
export type Place = Pick<Envelope, 'stream' | 'revision' | 'position'>;

type Metadata = Omit<Envelope, 'id' | keyof Place>;

/** The stored form of a fact, in the shape of this version of the program. */
export function toStored(event: NewEvent): StoredEvent {
  const metadata: Metadata = {
    occurred: event.occurred,
    statedAt: event.statedAt,
    recordedAt: event.recordedAt,
    effectiveFrom: event.effectiveFrom,
    actor: event.actor,
    correlationId: event.correlationId,
    causationId: event.causationId,
    command: event.command,
    source: event.source,
  };
  return { id: event.id, type: event.type, version: currentVersions[event.type], data: event.data, metadata };
}

/**
 * The fact in a stored form, its data brought up to the current shape. Throws {@link CorruptLog} when the type or version
 * is not known, a step between versions fails, or the envelope is not whole.
 */
export function fromStored(stored: StoredEvent, place: Place, shapes: Shapes = currentShapes): Recorded {
  const { id, type, metadata } = stored;
  const data = upcast(stored, place, shapes);
  if (!isObject(data)) throw corrupt(place, `the data of ${type} is not an object`);
  if (typeof id !== 'string' || !isMetadata(metadata))
    throw corrupt(place, `the metadata of ${type} is not whole`);
  // One literal, always the same keys: copying the parsed metadata takes ten times as long.
  const event: unknown = {
    type,
    data,
    id,
    stream: place.stream,
    revision: place.revision,
    position: place.position,
    occurred: metadata.occurred,
    statedAt: metadata.statedAt,
    recordedAt: metadata.recordedAt,
    effectiveFrom: metadata.effectiveFrom,
    actor: metadata.actor,
    correlationId: metadata.correlationId,
    causationId: metadata.causationId,
    command: metadata.command,
    source: metadata.source,
  };
  // The type is known and its data has passed every step to the current shape; golden files hold the steps to it.
  return event as Recorded;
}

/** The JSON value in a stored text. Throws {@link CorruptLog} naming `place` when it is none. */
export function parseJson(text: string, place: Place): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw corrupt(place, `not JSON (${error instanceof Error ? error.message : 'unreadable'})`);
  }
}

/** The log is corrupt at this place. */
export function corrupt(place: Place, reason: string): CorruptLog {
  return new CorruptLog(`${place.stream}@${place.revision} (position ${place.position})`, reason);
}

function upcast({ type, version, data }: StoredEvent, place: Place, shapes: Shapes): unknown {
  const current = Object.hasOwn(shapes.versions, type) ? shapes.versions[type] : undefined;
  if (current === undefined) throw corrupt(place, `unknown event type ${type}`);
  if (version === current) return data;
  if (!Number.isInteger(version) || version < 1 || version > current)
    throw corrupt(place, `version ${version} of ${type} is not known, the newest known is ${current}`);
  let shaped = data;
  for (let from = version; from < current; from++) {
    const step = shapes.upcasters[type]?.[from];
    if (!step) throw corrupt(place, `no way from version ${from} of ${type} to ${from + 1}`);
    try {
      shaped = step(shaped);
    } catch (error) {
      throw corrupt(
        place,
        `version ${from} of ${type}: ${error instanceof Error ? error.message : 'unreadable'}`,
      );
    }
  }
  return shaped;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isMetadata(value: unknown): value is Metadata {
  return (
    isObject(value) &&
    (value.occurred === null || typeof value.occurred === 'string') &&
    typeof value.statedAt === 'string' &&
    typeof value.recordedAt === 'string' &&
    typeof value.correlationId === 'string' &&
    typeof value.causationId === 'string' &&
    isActor(value.actor) &&
    (value.effectiveFrom === undefined || typeof value.effectiveFrom === 'string') &&
    (value.command === undefined || isCommand(value.command)) &&
    (value.source === undefined || isSource(value.source))
  );
}

const isActor = (value: unknown): value is ActorRef =>
  isObject(value) && typeof value.id === 'string' && roles.some((role) => role === value.role);

const isCommand = (value: unknown): value is Envelope['command'] =>
  isObject(value) && typeof value.key === 'string' && typeof value.digest === 'string';

const isSource = (value: unknown): value is Envelope['source'] =>
  isObject(value) &&
  typeof value.document === 'string' &&
  (value.quote === undefined || typeof value.quote === 'string') &&
  (value.span === undefined ||
    (Array.isArray(value.span) && value.span.length === 2 && value.span.every(Number.isInteger)));
