import type { Recorded, StreamName } from '../domain/events.js';

/** A stream as it was read. The list never changes; a stream that has grown gets a new one. */
export interface KeptStream {
  readonly events: readonly Recorded[];
  /** Size of the content in UTF-16 units. */
  readonly size: number;
  /** Nothing has been appended since. */
  readonly whole: boolean;
}

/** Streams that were read lately, as many as there is room for. */
export class KeptStreams {
  readonly #kept = new Map<StreamName, KeptStream>();
  #size = 0;

  /** `room` in UTF-16 units of content. */
  constructor(private readonly room: number) {}

  get(name: StreamName): KeptStream | undefined {
    return this.#kept.get(name);
  }

  keep(name: StreamName, stream: KeptStream): void {
    this.forget(name);
    this.#kept.set(name, stream);
    this.#size += stream.size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.room) break;
      this.forget(oldest);
    }
  }

  /** The stream has grown; what was read of it still holds. */
  grown(name: StreamName): void {
    const kept = this.#kept.get(name);
    if (kept?.whole) this.#kept.set(name, { ...kept, whole: false });
  }

  forget(name: StreamName): void {
    this.#size -= this.#kept.get(name)?.size ?? 0;
    this.#kept.delete(name);
  }

  clear(): void {
    this.#kept.clear();
    this.#size = 0;
  }
}
