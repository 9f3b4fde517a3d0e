import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '../clock.js';
import { type Context, decideAsStated, type Decider, type Told } from '../domain/decider.js';
import {
  type ActorRef,
  type DomainEvent,
  type Envelope,
  parseStream,
  type Recorded,
  type StreamName,
} from '../domain/events.js';
import { resolveWhen, type SourceRef, type StatedWhen } from '../domain/when.js';
import { type EventStore, type NewEvent, WrongExpectedRevision } from './event-store.js';

/** The Idempotency-Key of a command and a digest of everything it asks. */
export interface CommandKey {
  readonly key: string;
  readonly digest: string;
}

/** Who asks, on what source, and what the client saw. */
export interface Request {
  readonly actor: ActorRef;
  readonly when: StatedWhen;
  readonly source?: SourceRef;
  readonly key?: CommandKey;
  /** The revision the client named (`If-Match`); without it a conflict is decided again. */
  readonly expected?: number;
  readonly correlationId: string;
  readonly causationId?: string;
}

/** What a command led to. The same key gives the same answer. */
export interface Executed {
  readonly id: string;
  readonly stream: StreamName;
  /** Revision of the stream after the command; -1 when nothing has ever happened in it. */
  readonly revision: number;
  /** Position of the last fact, `null` when there is none. */
  readonly position: string | null;
  readonly types: readonly DomainEvent['type'][];
  /** The key had been used: nothing was done now. */
  readonly replayed: boolean;
}

/** An Idempotency-Key came back with other content. */
export class KeyReused extends Error {
  constructor(readonly key: string) {
    super(`the key ${key} was used for another command`);
  }
}

const attempts = 16;

/**
 * One command on one stream: read, fold as stated, decide, check what was stated later, append where it was read.
 * On a conflict it decides again unless the client named a revision. Throws `Refusal`, {@link KeyReused},
 * {@link WrongExpectedRevision} and what the store throws.
 */
export async function runDecider<
  S,
  C extends { readonly type: string },
  E extends DomainEvent,
  X extends Context<S>,
>(
  store: EventStore,
  clock: Clock,
  decider: Decider<S, C, E, X>,
  ours: (events: readonly Recorded[]) => readonly Recorded<E>[],
  stream: StreamName,
  command: C,
  request: Request,
  contextOf: (context: Context<S>) => X,
): Promise<Executed> {
  const attempt = randomUUID();
  for (let left = attempts; ; left--) {
    const events = ours(await store.read(stream));
    const before = request.key && answeredBefore(stream, events, request.key);
    if (before) return before;
    const last = events.at(-1);
    if (request.expected !== undefined && request.expected !== (last?.revision ?? -1))
      throw new WrongExpectedRevision(stream, request.expected, last?.revision ?? 'none');

    const facts = decideAsStated(
      decider,
      stream,
      events,
      command,
      told(events, request, clock),
      clock.today(),
      contextOf,
    );
    if (facts.length === 0)
      return answer(stream, { revision: last?.revision ?? -1, position: last?.position ?? null }, [], false);

    const newEvents = facts.map((fact, at): NewEvent => ({
      ...fact,
      id: request.key
        ? derivedId(stream, request.actor.id, request.key.key, at)
        : derivedId(stream, attempt, command.type, at),
    }));
    try {
      const appended = await store.append(stream, newEvents, last?.revision ?? 'none');
      return answer(stream, appended, newEvents, false);
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision) || request.expected !== undefined || left <= 1)
        throw error;
    }
  }
}

/** Who told what and when. The clock never runs backwards within a stream. */
function told(events: readonly Envelope[], request: Request, clock: Clock): Told {
  const lastRecorded = events.at(-1)?.recordedAt ?? '';
  const now = clock.now();
  return {
    ...resolveWhen(request.when, {
      today: clock.today(),
      instant: now < lastRecorded ? lastRecorded : now,
    }),
    actor: request.actor,
    correlationId: request.correlationId,
    causationId: request.causationId ?? request.correlationId,
    command: request.key,
    source: request.source,
  };
}

function answeredBefore(
  stream: StreamName,
  events: readonly (Envelope & { readonly type: DomainEvent['type'] })[],
  key: CommandKey,
): Executed | undefined {
  const mine = events.filter((event) => event.command?.key === key.key);
  const last = mine.at(-1);
  if (!last) return undefined;
  if (last.command?.digest !== key.digest) throw new KeyReused(key.key);
  return answer(stream, last, mine, true);
}

function answer(
  stream: StreamName,
  at: { readonly revision: number; readonly position: string | null },
  events: readonly { readonly type: DomainEvent['type'] }[],
  replayed: boolean,
): Executed {
  const types = events.map((event) => event.type);
  return {
    id: parseStream(stream).id,
    stream,
    revision: at.revision,
    position: at.position,
    types,
    replayed,
  };
}

/** A UUID (version 5 layout) made from names: the same names give the same id. */
export function derivedId(...names: readonly (string | number)[]): string {
  const hash = createHash('sha1').update(names.join('\n')).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
