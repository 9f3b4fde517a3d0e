import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';

/** An event as the server holds it. Positions are places in an imagined log file: they grow and have gaps. */
export interface LogEvent {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** 100 ns since 1970, as text. */
  readonly created: string;
}

export type Proposed = Pick<LogEvent, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;
export type Expected = number | 'none' | 'any' | 'exists';

/** What the server decided about a write. `position` is missing where the server does not know it any more. */
export type Outcome =
  | { readonly kind: 'written'; readonly revision: number; readonly position: number | undefined }
  | { readonly kind: 'wrong'; readonly current: number | 'none' }
  | { readonly kind: 'deleted' };

interface Stream {
  events: LogEvent[];
  last: number;
  /** Events before this revision are gone for readers. */
  from: number;
  maxCount: number;
  tombstoned: boolean;
}

const softDeleted = Number.MAX_SAFE_INTEGER;
const recordOverhead = 137;
const chunkSize = 256 * 1024 * 1024;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const nothing = new Uint8Array();

/** An event the server writes itself. */
const system = (type: string, data: object): Proposed => ({
  id: randomUUID(),
  type,
  contentType: 'application/json',
  data: encoder.encode(JSON.stringify(data)),
  metadata: nothing,
});

/** A place in the order of everything: an event at `p` stands at (p, p), a checkpoint before the event with its `commit`. */
export interface Mark {
  readonly commit: number;
  readonly prepare: number;
}

/** The first index in `events` whose position is at least `position`. */
export function firstAtOrAfter(events: readonly LogEvent[], position: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const found = events[middle];
    if (found && found.position < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first index in `events` after a mark. */
export function firstAfter(events: readonly LogEvent[], mark: Mark): number {
  const at = firstAtOrAfter(events, mark.commit);
  return events[at]?.position === mark.commit && mark.prepare >= mark.commit ? at + 1 : at;
}

/**
 * The state of an EventStoreDB node: the one log and its streams, with the server's own rules for expected revisions and
 * repeated ids. With a `file` every write is also a line in that file, and an existing file is read back.
 */
export class ServerLog {
  all: LogEvent[] = [];
  /** How well a repeated append is known again: with its place, without its position, or not at all. */
  recall: 'whole' | 'noPosition' | 'nothing' = 'whole';
  readonly #streams = new Map<string, Stream>();
  #recent = new Map<string, { stream: string; revision: number }>();
  #writer = 0;
  readonly #waiting = new Set<() => void>();
  #file: number | undefined;

  constructor(private readonly path?: string) {
    if (path && existsSync(path)) {
      for (const text of readFileSync(path, 'utf8').split('\n').slice(0, -1)) this.#restore(text);
    }
    if (path) this.#file = openSync(path, 'a');
    if (this.all.length === 0) this.#append('$users', [system('$User', { loginName: 'admin' })]);
  }

  /** Where the next event will stand: where a reader stands that has seen everything. */
  get end(): Mark {
    return { commit: this.#writer, prepare: this.all.at(-1)?.position ?? 0 };
  }

  /** What a restarted server has forgotten: the ids it checks appends of `any` against are held in memory only. */
  forgetRecentIds(): void {
    this.#recent = new Map();
  }

  /** Resolves at the next write. */
  changed(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  /** The server's own check (IndexWriter.CheckCommit), then the write. */
  append(name: string, expected: Expected, events: readonly Proposed[]): Outcome {
    const stream = this.#streams.get(name);
    const current = stream?.last ?? -1;
    const wrong: Outcome = { kind: 'wrong', current: current < 0 ? 'none' : current };
    if (stream?.tombstoned) return { kind: 'deleted' };
    if (expected === 'exists') {
      if (stream?.from === softDeleted) return { kind: 'deleted' };
      if (!stream) return wrong;
    }
    if (expected === 'any' || expected === 'exists') {
      if (this.recall === 'nothing') return this.#write(name, events);
      let last = -1;
      for (const [i, event] of events.entries()) {
        const known = this.#recent.get(event.id);
        if (known?.stream !== name) {
          if (i > 0) return wrong;
          break;
        }
        last = known.revision;
      }
      if (last >= 0) return { kind: 'written', revision: last, position: this.#positionAt(name, last) };
      return this.#write(name, events);
    }
    const after = expected === 'none' ? -1 : expected;
    if (after > current) return wrong;
    if (after === current) return this.#write(name, events);
    if (this.recall === 'nothing') return wrong;
    let revision = after;
    for (const event of events) {
      revision += 1;
      const recent = this.#recent.get(event.id);
      if (recent?.stream === name && recent.revision === revision) continue;
      if (stream?.events.find((e) => e.revision === revision)?.id === event.id) continue;
      if (revision === after + 1 && expected === 'none' && stream?.from === softDeleted) {
        return this.#write(name, events);
      }
      return wrong;
    }
    return { kind: 'written', revision, position: this.#positionAt(name, revision) };
  }

  /** Hides a stream (soft) or ends it for ever (hard). */
  delete(name: string, expected: Expected, hard: boolean): Outcome {
    const stream = this.#streams.get(name);
    const current = stream?.last ?? -1;
    if (stream?.tombstoned) return { kind: 'deleted' };
    const after = expected === 'none' ? -1 : typeof expected === 'number' ? expected : current;
    if (after !== current || (expected === 'exists' && !stream))
      return { kind: 'wrong', current: current < 0 ? 'none' : current };
    return hard
      ? this.#append(name, [system('$streamDeleted', {})])
      : this.#append(`$$${name}`, [system('$metadata', { $tb: softDeleted })]);
  }

  /** What can be read of a stream, or why nothing can. */
  stream(name: string): readonly LogEvent[] | 'none' | 'deleted' {
    const stream = this.#streams.get(name);
    if (!stream) return 'none';
    if (stream.tombstoned) return 'deleted';
    if (stream.from === softDeleted) return 'none';
    const from = Math.max(stream.from, stream.last + 1 - stream.maxCount);
    return stream.events.filter((event) => event.revision >= from);
  }

  /** Removes from the log what deletions have hidden. Tombstones stay. */
  scavenge(): void {
    const kept = new Set<LogEvent>();
    for (const stream of this.#streams.values()) {
      stream.events = stream.events.filter((event) =>
        stream.tombstoned ? event.type === '$streamDeleted' : event.revision >= stream.from,
      );
      for (const event of stream.events) kept.add(event);
    }
    this.all = this.all.filter((event) => kept.has(event));
    if (!this.path || this.#file === undefined) return;
    closeSync(this.#file);
    writeFileSync(this.path, this.all.map(line).join(''));
    this.#file = openSync(this.path, 'a');
  }

  #positionAt(name: string, revision: number): number | undefined {
    if (this.recall === 'noPosition') return undefined;
    return this.#streams.get(name)?.events.find((event) => event.revision === revision)?.position;
  }

  #write(name: string, events: readonly Proposed[]): Outcome {
    const stream = this.#streams.get(name);
    if (stream?.from === softDeleted) {
      this.#append(`$$${name}`, [system('$metadata', { $tb: stream.last + 1 })]);
    }
    return this.#append(name, events);
  }

  #append(name: string, proposed: readonly Proposed[]): Outcome & { kind: 'written' } {
    const created = `${BigInt(Date.now()) * 10_000n}`;
    let revision = this.#streams.get(name)?.last ?? -1;
    let position = this.#writer;
    let lines = '';
    for (const event of proposed) {
      const size = recordOverhead + 2 * name.length + event.data.length + event.metadata.length;
      if ((this.#writer % chunkSize) + size > chunkSize)
        this.#writer += chunkSize - (this.#writer % chunkSize);
      position = this.#writer;
      this.#writer += size;
      const stored = { ...event, position, stream: name, revision: ++revision, created };
      this.#hold(stored);
      if (this.#file !== undefined) lines += line(stored);
    }
    if (this.#file !== undefined) writeSync(this.#file, lines);
    for (const wake of [...this.#waiting]) wake();
    return { kind: 'written', revision, position };
  }

  #hold(event: LogEvent): void {
    let stream = this.#streams.get(event.stream);
    if (!stream) {
      stream = { events: [], last: -1, from: 0, maxCount: Infinity, tombstoned: false };
      this.#streams.set(event.stream, stream);
    }
    stream.events.push(event);
    stream.last = event.revision;
    stream.tombstoned ||= event.type === '$streamDeleted';
    this.all.push(event);
    this.#recent.set(event.id, { stream: event.stream, revision: event.revision });
    if (event.stream.startsWith('$$')) this.#applyMetadata(event);
  }

  #applyMetadata(event: LogEvent): void {
    const stream = this.#streams.get(event.stream.slice(2));
    const metadata: unknown = JSON.parse(decoder.decode(event.data));
    if (!stream || typeof metadata !== 'object' || metadata === null) return;
    const entries = new Map<string, unknown>(Object.entries(metadata));
    stream.from = Math.min(Number(entries.get('$tb') ?? 0), softDeleted);
    stream.maxCount = Number(entries.get('$maxCount') ?? Infinity);
  }

  #restore(text: string): void {
    const values: unknown = JSON.parse(text);
    if (!Array.isArray(values)) throw new Error('not a log line');
    const [position, stream, revision, id, type, contentType, created, data, metadata] = values.map(String);
    const event: LogEvent = {
      position: Number(position),
      stream: stream ?? '',
      revision: Number(revision),
      id: id ?? '',
      type: type ?? '',
      contentType: contentType ?? '',
      created: created ?? '',
      data: Buffer.from(data ?? '', 'base64'),
      metadata: Buffer.from(metadata ?? '', 'base64'),
    };
    this.#hold(event);
    this.#writer =
      event.position + recordOverhead + 2 * event.stream.length + event.data.length + event.metadata.length;
  }
}

const line = (event: LogEvent): string =>
  `${JSON.stringify([
    event.position,
    event.stream,
    event.revision,
    event.id,
    event.type,
    event.contentType,
    event.created,
    Buffer.from(event.data).toString('base64'),
    Buffer.from(event.metadata).toString('base64'),
  ])}\n`;
