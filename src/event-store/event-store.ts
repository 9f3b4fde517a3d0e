import type { DomainEvent, Envelope, Recorded, StreamName } from '../domain/events.js';

/** A fact on its way into the log: everything but its place. */
export type NewEvent<E extends DomainEvent = DomainEvent> = E &
  Omit<Envelope, 'stream' | 'revision' | 'position'>;

/** The revision the writer last saw: `none` for a stream that must not exist, `any` to append whatever stands there. */
export type ExpectedRevision = number | 'none' | 'any';

/** Where the last of the appended events stands. */
export interface Appended {
  readonly revision: number;
  readonly position: string;
}

/** The stream is not where the writer thought. `current` is its last revision, or `none`. */
export class WrongExpectedRevision extends Error {
  constructor(
    readonly stream: StreamName,
    readonly expected: ExpectedRevision,
    readonly current: number | 'none',
  ) {
    super(`stream ${stream} is at ${current}, not at ${expected}`);
  }
}

/** The store cannot be reached or did not answer in time. Whether a write happened is unknown; sending it again is safe. */
export class StoreUnavailable extends Error {}

/** More appends wait than the store takes on. Nothing was written; try again in a moment. */
export class StoreBusy extends StoreUnavailable {}

/** The store refuses writes for want of room; reads go on. */
export class StoreFull extends Error {}

/**
 * Writing the log file failed in a way after which nobody knows what it holds. Nothing of the write may be acknowledged,
 * nothing more is written, and the process should leave: the next one finds what is durable.
 */
export class LogIoError extends StoreUnavailable {}

/** Another process holds the log file. */
export class LogLocked extends Error {}

/** Something in the log cannot be read: where, and why. It stops whoever reads it; nothing is skipped. */
export class CorruptLog extends Error {
  constructor(
    readonly where: string,
    reason: string,
  ) {
    super(`${where}: ${reason}`);
  }
}

/**
 * The log. Append and read for whoever decides, follow for whoever projects.
 * All adapters pass one contract suite (`test/event-store/contract.ts`).
 */
export interface EventStore {
  /**
   * Appends all events or none and answers when they are durable. Events whose ids already stand at the expected place
   * are not written again: the answer is the place they have; if only some of them do, the append is a conflict. An
   * erased stream takes no more events. Throws {@link WrongExpectedRevision}, {@link StoreUnavailable} (also
   * {@link StoreBusy}) or {@link StoreFull}; RangeError for no events at all.
   */
  append(stream: StreamName, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended>;

  /** The events of one stream in order of revision; empty if it does not exist or was erased. */
  read(stream: StreamName): Promise<readonly Recorded[]>;

  /**
   * Every event after `after` in the one order of the log (`null`: from the start), in batches, then new ones as they
   * are appended, until the signal aborts. Reconnects by itself and goes on where it was. The reader sets the pace: at
   * most a bounded number of events wait. Erased streams are passed over.
   */
  follow(after: string | null, signal: AbortSignal): AsyncIterable<readonly Recorded[]>;

  /** The position of the last event, `null` for an empty log. */
  head(): Promise<string | null>;

  /** Removes the content of a stream for good. Erasing twice, or what never was, is harmless. */
  erase(stream: StreamName): Promise<void>;

  close(): Promise<void>;
}
