import type { Recorded, StreamKind, StreamName } from '../domain/events.js';
import { currentShapes, type Shapes } from '../domain/upcast.js';
import { fromStored, parseJson } from './codec.js';
import {
  type Appended,
  CorruptLog,
  LogIoError,
  StoreFull,
  StoreUnavailable,
  WrongExpectedRevision,
} from './event-store.js';
import { KeptStreams } from './kept-streams.js';
import {
  blanks,
  checkedRows,
  checksumOf,
  keyDigest,
  type LogMode,
  prepare,
  type Row,
  sizeOf,
  stage,
  type Staged,
  stagedRow,
  statements,
  values,
  type Write,
} from './log-table.js';
import { type Change, FileLock, SqliteFile, uniqueViolation, Witness } from './sqlite-file.js';

export type { LogMode, Write } from './log-table.js';

/** Where a stream ends. */
interface Head {
  readonly revision: number;
  readonly erased: boolean;
}

const chunk = 100;
const batchBytes = 8 * 1024 * 1024;
const cachedHeads = 20_000;
const keptSize = 4 * 1024 * 1024;
const tail = 64;

/**
 * The SQLite file every reader reads. All its methods are synchronous. They throw `CorruptLog` for what cannot be read,
 * `StoreFull` for want of room, {@link LogIoError} when nobody knows whether a write is durable.
 */
export class LocalLog {
  readonly #file: SqliteFile;
  readonly #lock: FileLock | undefined;
  readonly #sql: ReturnType<typeof statements>;
  readonly #heads = new Map<StreamName, Head>();
  readonly #kept = new KeptStreams(keptSize);
  readonly #dense: boolean;
  readonly #witness: Witness | undefined;
  #last = 0;
  #broken: LogIoError | undefined;

  private constructor(
    path: string,
    readonly mode: LogMode,
    private readonly shapes: Shapes,
  ) {
    const writable = mode !== 'readonly';
    this.#lock = writable && path !== ':memory:' ? new FileLock(path) : undefined;
    let file: SqliteFile | undefined;
    try {
      this.#file = file = SqliteFile.open(path, writable);
      const kind = prepare(this.#file, mode);
      this.#dense = kind === 'authority';
      this.#sql = statements(this.#file);
      // The witness first: beside a writer that goes on, the log is never behind what the witness has said.
      const acknowledged = this.#dense && !this.#file.inMemory ? Witness.read(path) : 0;
      this.#last = this.#lastPosition();
      this.#checkTail(acknowledged);
      if (mode === 'authority' && !this.#file.inMemory) this.#witness = Witness.of(path);
      this.#witness?.note(this.#last);
    } catch (error) {
      file?.close();
      this.#lock?.release();
      throw error;
    }
  }

  /**
   * Opens the log in a file; `:memory:` for one that dies with the process. Writers create it and lock it: throws
   * `LogLocked` when another process has it. `shapes` are the event shapes to read by.
   */
  static open(path: string, options: { readonly mode: LogMode; readonly shapes?: Shapes }): LocalLog {
    return new LocalLog(path, options.mode, options.shapes ?? currentShapes);
  }

  get path(): string {
    return this.#file.path;
  }

  /**
   * Appends each write if its stream is where the writer thinks, all in one durable transaction. A write in conflict
   * hinders no other. Events that already stand where they belong are answered with their place.
   */
  append(writes: readonly Write[]): (Appended | WrongExpectedRevision)[] {
    this.#writable('authority');
    return this.appendStaged(writes.map(stage));
  }

  /** {@link append} for writes that are staged. */
  appendStaged(writes: readonly Staged[]): (Appended | WrongExpectedRevision)[] {
    this.#writable('authority');
    return this.#appendWithout(writes, new Map());
  }

  /** Appends all writes or none, in one durable transaction. Throws the first `WrongExpectedRevision`. */
  appendAll(writes: readonly Write[]): Appended[] {
    this.#writable('authority');
    const staged = writes.map(stage);
    const pending = new Pending(this.#last);
    const answers = staged.map((write) => {
      const answer = this.#take(write, pending);
      if (answer instanceof WrongExpectedRevision) throw answer;
      return answer;
    });
    const collision = this.#insert(pending);
    if (collision) throw conflict(collision, this.#headOf(collision.stream));
    return answers;
  }

  /**
   * The next events after a position (`null`: from the start), in order, at most `limit` and some megabytes of them; none
   * only at the end of the log.
   */
  after(position: string | null, limit: number): Recorded[] {
    this.#usable();
    const found: Recorded[] = [];
    let at = placeOf(position);
    let size = 0;
    while (found.length < limit && size < batchBytes) {
      const wanted = Math.min(chunk, limit - found.length);
      const rows = checkedRows(this.#sql.after.get(at, wanted), this.path);
      for (const row of rows) {
        if (this.#dense && row.position !== at + 1)
          throw new CorruptLog(`${this.path} position ${at + 1}`, 'the event is missing');
        at = row.position;
        if (row.erased) continue;
        size += sizeOf(row);
        found.push(this.#decoded(row));
      }
      if (rows.length < wanted) break;
    }
    return found;
  }

  /**
   * The events of one stream in order of revision; empty if it does not exist or was erased. Whoever writes to the log
   * gets the same list until the stream grows.
   */
  stream(name: StreamName): readonly Recorded[] {
    this.#usable();
    const kept = this.#kept.get(name);
    if (kept?.whole) return kept.events;
    const before = kept?.events ?? [];
    const rows = this.#rowsOf(name, before.at(-1)?.revision ?? -1);
    rows.forEach((row, at) => {
      const revision = before.length + at;
      if (row.stream !== name || (this.#dense && row.revision !== revision))
        throw new CorruptLog(`${name}@${revision}`, 'the event is missing');
    });
    const events = Object.freeze([...before, ...this.#readable(rows)]);
    if (this.mode !== 'readonly' && events.length > 0) {
      const size = rows.reduce((sum, row) => sum + sizeOf(row), kept?.size ?? 0);
      this.#kept.keep(name, { events, size, whole: true });
    }
    return events;
  }

  /** The events of several streams in order of position. */
  streams(names: readonly StreamName[]): Recorded[] {
    this.#usable();
    return this.#readable(checkedRows(this.#sql.streams.get(JSON.stringify(names)), this.path));
  }

  /** The events at these positions, in order of position; what is not there, or was erased, is left out. */
  byPositions(positions: readonly string[]): Recorded[] {
    this.#usable();
    const found = this.#sql.byPositions.get(JSON.stringify(positions.map(Number)));
    return this.#readable(checkedRows(found, this.path));
  }

  /** The events that were recorded by a command with this Idempotency-Key, in order of position. */
  byCommandKey(key: string): Recorded[] {
    this.#usable();
    const events = this.#readable(checkedRows(this.#sql.byCommandKey.get(keyDigest(key)), this.path));
    return events.filter((event) => event.command?.key === key);
  }

  /** The position of the last event that can be read, `null` when there is none. */
  head(): string | null {
    this.#usable();
    const [position] = values(this.#sql.head.get());
    return typeof position === 'number' ? String(position) : null;
  }

  /** The position of the last event after another (`null`: from the start) in no stream of a kind; `null` when there is none. Reads what lies between. */
  lastBesides(kind: StreamKind, after: string | null): string | null {
    this.#usable();
    const [position] = values(this.#sql.lastBesides.get(placeOf(after), `${kind}-*`));
    return typeof position === 'number' ? String(position) : null;
  }

  /** How many events can be read. */
  count(): number {
    this.#usable();
    const [all, erased] = values(this.#sql.count.get());
    return Number(all) - Number(erased);
  }

  /** How many events after a position (`null`: from the start) can be read. */
  countAfter(position: string | null): number {
    this.#usable();
    return Number(values(this.#sql.countAfter.get(placeOf(position)))[0]);
  }

  /** Takes in events of the store this is a copy of, with their positions; what is already here is passed over. */
  copyIn(events: readonly Recorded[]): void {
    this.#writable('copy');
    const write = (): void => {
      for (const event of events) this.#copyOne(event);
    };
    this.#durably(() => this.#file.transaction(write));
    for (const { stream } of events) this.#kept.forget(stream);
    this.#last = this.#lastPosition();
  }

  /** Removes every event of a copy, so that it can be fed anew. */
  clear(): void {
    this.#writable('copy');
    this.#durably(() => this.#sql.clear.run());
    this.#heads.clear();
    this.#kept.clear();
    this.#last = 0;
    this.#file.checkpoint();
  }

  /**
   * Removes the content of a stream so that no byte of it is left in the file or beside it. Its places stay taken. Harmless
   * when there is nothing to remove. Throws `StoreUnavailable` when a reader stands in the way; erasing again completes it.
   */
  eraseStream(stream: StreamName): void {
    this.#writable();
    this.#kept.forget(stream);
    const rows = this.#rowsOf(stream, -1);
    if (rows.length === 0) return;
    const whole = rows.filter((row) => !row.erased);
    const blank = (): void => {
      for (const row of whole) {
        const empty: Row = { ...row, data: blanks(row.data), metadata: blanks(row.metadata), erased: true };
        this.#sql.blank.run(empty.data, empty.metadata, checksumOf(empty), row.position);
      }
    };
    if (whole.length > 0) this.#durably(() => this.#file.transaction(blank));
    this.#heads.delete(stream);
    if (!this.#file.checkpoint())
      throw new StoreUnavailable(
        `${stream} is erased, but a reader keeps traces of it alive; erase it again`,
      );
  }

  /** What is wrong with the file, in words; empty when all is well. Reads all of it. */
  flaws(): string[] {
    this.#usable();
    return this.#file.flaws();
  }

  close(): void {
    if (!this.#file.isOpen) return;
    try {
      if (this.mode !== 'readonly' && !this.#broken) this.#checkpointIfRoom();
    } finally {
      this.#file.close();
      this.#witness?.close();
      this.#lock?.release();
    }
  }

  #appendWithout(
    writes: readonly Staged[],
    refused: Map<Staged, WrongExpectedRevision>,
  ): (Appended | WrongExpectedRevision)[] {
    const pending = new Pending(this.#last);
    const answers = writes.map((write) => refused.get(write) ?? this.#take(write, pending));
    const collision = this.#insert(pending);
    if (!collision) return answers;
    refused.set(collision, conflict(collision, this.#headOf(collision.stream)));
    return this.#appendWithout(writes, refused);
  }

  /** What a write comes to after those already pending; what it adds becomes pending. */
  #take(write: Staged, pending: Pending): Appended | WrongExpectedRevision {
    const { stream, expected, rows } = write;
    const head = pending.heads.get(stream) ?? this.#headOf(stream);
    const next = (head?.revision ?? -1) + 1;
    const from =
      expected === 'none' ? 0 : expected === 'any' ? this.#anyFrom(write, pending, next) : expected + 1;
    if (head?.erased || from > next) return conflict(write, head);
    if (from === next) return pending.add(write, next);
    const places = rows.map((row, i) => this.#placeOf(row.id, stream, from + i, pending));
    const last = places.at(-1);
    return last !== undefined && !places.includes(undefined)
      ? { revision: from + rows.length - 1, position: String(last) }
      : conflict(write, head);
  }

  /** The revision the first event has in the stream, or would get. */
  #anyFrom({ stream, rows: [first] }: Staged, pending: Pending, next: number): number {
    if (!first) return next;
    const row = pending.byId.get(first.id);
    if (row) return row.stream === stream ? row.revision : next;
    const [inStream, revision] = values(this.#sql.byId.get(stream, first.id));
    return inStream === 1 ? Number(revision) : next;
  }

  /** The position of the event, if it stands at this revision of this stream. */
  #placeOf(id: string, stream: StreamName, revision: number, pending: Pending): number | undefined {
    const row = pending.rows.find((one) => one.stream === stream && one.revision === revision);
    if (row) return row.id === id ? row.position : undefined;
    const [same, position] = values(this.#sql.place.get(id, stream, revision));
    return same === 1 ? Number(position) : undefined;
  }

  /** Writes what is pending, durably. Answers the write one of whose event ids stands elsewhere: then nothing is written. */
  #insert(pending: Pending): Staged | undefined {
    if (pending.rows.length === 0) return undefined;
    let current: PendingRow | undefined;
    const work = (): void => {
      for (current of pending.rows) this.#insertRow(this.#sql.insert, current, current.commandKey);
    };
    try {
      this.#durably(() => (pending.rows.length === 1 ? work() : this.#file.transaction(work)));
    } catch (error) {
      const taken = uniqueViolation(error);
      if (!current || !taken) throw error;
      if (taken === 'event.id') return current.write;
      throw new CorruptLog(`${current.stream}@${current.revision}`, `the place is taken (${taken})`);
    }
    this.#last = pending.last;
    this.#witness?.note(this.#last);
    for (const [stream, head] of pending.heads) {
      this.#remember(stream, head);
      this.#kept.grown(stream);
    }
    return undefined;
  }

  #insertRow(into: Change, row: Row, commandKey: number | null): number {
    const { position, stream, revision, id, type, version, data, metadata } = row;
    const checksum = checksumOf(row);
    return into.run(position, stream, revision, id, type, version, data, metadata, checksum, commandKey)
      .changes;
  }

  #copyOne(event: Recorded): void {
    const { stream, revision } = event;
    const position = Number(event.position);
    if (!Number.isSafeInteger(position) || position < 0)
      throw new CorruptLog(`${stream}@${revision}`, `position ${event.position} cannot be kept`);
    const { commandKey, ...staged } = stagedRow(event);
    const row: Row = { ...staged, position, stream, revision, erased: false, checksum: 0 };
    try {
      if (this.#insertRow(this.#sql.copy, row, commandKey) > 0) return;
    } catch (error) {
      if (!uniqueViolation(error)) throw error;
    }
    const [inStream, at, known] = values(this.#sql.byId.get(stream, event.id));
    if (inStream !== 1 || at !== revision || known !== position)
      throw new CorruptLog(`${this.path} position ${position}`, `another event than ${event.id} stands here`);
  }

  #headOf(stream: StreamName): Head | undefined {
    const known = this.#heads.get(stream);
    if (known) return known;
    const [revision, erased] = values(this.#sql.headOf.get(stream));
    if (revision === undefined) return undefined;
    const head = { revision: Number(revision), erased: erased === 1 };
    this.#remember(stream, head);
    return head;
  }

  #remember(stream: StreamName, head: Head): void {
    this.#heads.delete(stream);
    this.#heads.set(stream, head);
    if (this.#heads.size <= cachedHeads) return;
    for (const oldest of this.#heads.keys()) {
      this.#heads.delete(oldest);
      break;
    }
  }

  #rowsOf(stream: StreamName, after: number): Row[] {
    return checkedRows(this.#sql.stream.get(stream, after), this.path);
  }

  #readable(rows: readonly Row[]): Recorded[] {
    return rows.filter((row) => !row.erased).map((row) => this.#decoded(row));
  }

  #decoded(row: Row): Recorded {
    const place = { stream: row.stream, revision: row.revision, position: String(row.position) };
    const { id, type, version } = row;
    const data = parseJson(row.data, place);
    const metadata = parseJson(row.metadata, place);
    return fromStored({ id, type, version, data, metadata }, place, this.shapes);
  }

  /** A write after which the log is durable, or of which it is not known. */
  #durably<R>(work: () => R): R {
    if (this.#broken) throw this.#broken;
    try {
      return work();
    } catch (error) {
      if (error instanceof LogIoError) this.#broken = error;
      throw error;
    }
  }

  #usable(): void {
    if (!this.#file.isOpen) throw new StoreUnavailable('the log is closed');
  }

  #writable(mode?: LogMode): void {
    this.#usable();
    if (this.mode === 'readonly' || (mode && this.mode !== mode))
      throw new Error(`${this.path} is open as ${this.mode}, not as ${mode ?? 'its writer'}`);
  }

  #lastPosition(): number {
    return Number(this.#file.value('SELECT coalesce(max(position), 0) FROM event'));
  }

  /** A full disk hinders no reading, and what is not moved now is moved later. */
  #checkpointIfRoom(): boolean {
    try {
      return this.#file.checkpoint();
    } catch (error) {
      if (error instanceof StoreFull) return false;
      throw error;
    }
  }

  /** The end of the log is what a torn file loses first. */
  #checkTail(acknowledged: number): void {
    if (this.#last < acknowledged)
      throw new CorruptLog(
        `${this.path} position ${this.#last + 1}`,
        `everything from here to position ${acknowledged} was acknowledged and is missing`,
      );
    if (this.mode === 'readonly') return;
    if (this.#checkpointIfRoom()) this.#file.measure();
    const rows = checkedRows(this.#sql.tail.get(tail), this.path);
    if (!this.#dense) return;
    const missing = rows.findIndex((row, i) => row.position !== this.#last - i);
    if (missing >= 0)
      throw new CorruptLog(`${this.path} position ${this.#last - missing}`, 'the event is missing');
  }
}

interface PendingRow extends Row {
  readonly commandKey: number | null;
  readonly write: Staged;
}

/** What a transaction will write. */
class Pending {
  readonly rows: PendingRow[] = [];
  readonly byId = new Map<string, PendingRow>();
  readonly heads = new Map<StreamName, Head>();

  constructor(public last: number) {}

  add(write: Staged, from: number): Appended {
    const { stream, rows } = write;
    let revision = from - 1;
    for (const { id, type, version, data, metadata, commandKey } of rows) {
      this.last += 1;
      revision += 1;
      const row: PendingRow = {
        position: this.last,
        stream,
        revision,
        id,
        type,
        version,
        data,
        metadata,
        checksum: 0,
        erased: false,
        commandKey,
        write,
      };
      this.rows.push(row);
      this.byId.set(id, row);
    }
    this.heads.set(stream, { revision, erased: false });
    return { revision, position: String(this.last) };
  }
}

function conflict({ stream, expected }: Staged, head: Head | undefined): WrongExpectedRevision {
  return new WrongExpectedRevision(stream, expected, head?.revision ?? 'none');
}

function placeOf(position: string | null): number {
  const place = Number(position ?? 0);
  if (!Number.isSafeInteger(place)) throw new RangeError(`${position} is no position of this log`);
  return place;
}
