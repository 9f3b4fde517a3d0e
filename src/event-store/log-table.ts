import { crc32 } from 'node:zlib';
import type { StreamName } from '../domain/events.js';
import { toStored } from './codec.js';
import { CorruptLog, type ExpectedRevision, type NewEvent } from './event-store.js';
import type { SqliteFile } from './sqlite-file.js';

/**
 * `authority`: the log itself, durable at each commit, positions dense from 1. `copy`: fed from a store elsewhere with its
 * positions, may be thrown away. Both are locked against a second writer. `readonly`: either of them, read beside its writer.
 */
export type LogMode = 'authority' | 'copy' | 'readonly';

/** Events for one stream, to be appended if the stream is where the writer thinks. */
export interface Write {
  readonly stream: StreamName;
  readonly events: readonly NewEvent[];
  readonly expected: ExpectedRevision;
}

/** A write in its stored form. */
export interface Staged {
  readonly stream: StreamName;
  readonly expected: ExpectedRevision;
  readonly rows: readonly StagedRow[];
  /** Size of the data and metadata in UTF-16 units. */
  readonly size: number;
}

/** An event in the columns of the table, without its place. `data` and `metadata` are JSON texts. */
export interface StagedRow {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly data: string;
  readonly metadata: string;
  readonly commandKey: number | null;
}

/** An event in the columns of the table. */
export interface Row extends Omit<StagedRow, 'commandKey'> {
  readonly position: number;
  readonly stream: StreamName;
  readonly revision: number;
  readonly checksum: number;
  readonly erased: boolean;
}

const applicationIds = { authority: 0x62736c67, copy: 0x62736c63 } as const;
const schemaVersion = 1;
// An erased event keeps its row at its size, blanked: nothing on its page moves, so no stale copy of a neighbour is left.
const schema = `
  CREATE TABLE event (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    version INTEGER NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    erased INTEGER NOT NULL DEFAULT 0,
    command_key INTEGER,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE INDEX event_command_key ON event (command_key) WHERE command_key IS NOT NULL;
  CREATE INDEX event_erased ON event (stream) WHERE erased = 1;`;

const texts = 'stream || char(10) || id || char(10) || type || char(10) || data || char(10) || metadata';
const sizeOfTexts =
  'octet_length(stream) + octet_length(id) + octet_length(type) + octet_length(data) + octet_length(metadata) + 4';
const numbers = 'position, revision, version, erased, checksum'.replaceAll(', ', " || ' ' || ");
const line = `ifnull(${numbers} || ' ' || (${sizeOfTexts}) || char(10) || ${texts}, position)`;

// All rows as one value, which costs half of what rows do; and as bytes: on bytes that are no text, which a damaged file may
// hold, the driver ends the process.
const select = (which: string): string =>
  `SELECT CAST(group_concat(${line}, char(10)) AS BLOB) FROM (SELECT * FROM event ${which})`;

/** The stored form of a write. Throws RangeError when it holds no events or a name is not one line. */
export function stage({ stream, events, expected }: Write): Staged {
  if (events.length === 0) throw new RangeError(`nothing to append to ${stream}`);
  oneLine(stream);
  let size = 0;
  const rows = events.map((event) => {
    const row = stagedRow(event);
    oneLine(row.id);
    size += sizeOf(row);
    return row;
  });
  return { stream, expected, rows, size };
}

function oneLine(name: string): void {
  if (name.includes('\n')) throw new RangeError('the name of a stream and the id of an event are one line');
}

/** Checks that the file is a log of the wanted kind, making a new one into it. */
export function prepare(file: SqliteFile, mode: LogMode): 'authority' | 'copy' {
  const id = Number(file.value('PRAGMA application_id'));
  const isNew = id === 0 && file.value('SELECT count(*) FROM sqlite_schema') === 0;
  if (mode !== 'readonly' && isNew) {
    configure(file, mode);
    file.transaction(() => {
      file.exec(schema);
      file.exec(`PRAGMA application_id = ${applicationIds[mode]}; PRAGMA user_version = ${schemaVersion}`);
    });
    return mode;
  }
  const kind = (['authority', 'copy'] as const).find((known) => applicationIds[known] === id);
  if (!kind) throw new CorruptLog(file.path, 'is not a decision log');
  if (mode !== 'readonly' && mode !== kind)
    throw new CorruptLog(file.path, `is ${descriptions[kind]}, not ${descriptions[mode]}`);
  const version = file.value('PRAGMA user_version');
  if (version !== schemaVersion)
    throw new CorruptLog(file.path, `has layout ${String(version)}, this program knows ${schemaVersion}`);
  configure(file, mode);
  return kind;
}

const descriptions = { authority: 'a log of its own', copy: 'a copy of a log on a server' } as const;

function configure(file: SqliteFile, mode: LogMode): void {
  if (mode !== 'readonly') file.exec('PRAGMA journal_mode = WAL');
  file.exec(`PRAGMA synchronous = ${mode === 'copy' ? 'NORMAL' : 'FULL'}`);
  file.exec('PRAGMA secure_delete = ON; PRAGMA cache_size = -8000');
}

/** Every statement the log runs, prepared. */
export function statements(file: SqliteFile) {
  const insert = `INSERT INTO event (position, stream, revision, id, type, version, data, metadata, checksum, command_key)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
  return {
    insert: file.change(insert),
    copy: file.change(`${insert} ON CONFLICT (position) DO NOTHING`),
    blank: file.change(
      'UPDATE event SET data = ?, metadata = ?, checksum = ?, erased = 1 WHERE position = ?',
    ),
    clear: file.change('DELETE FROM event'),
    after: file.query(select('WHERE position > ? ORDER BY position LIMIT ?')),
    tail: file.query(select('ORDER BY position DESC LIMIT ?')),
    stream: file.query(select('WHERE stream = ? AND revision > ? ORDER BY revision')),
    streams: file.query(select('WHERE stream IN (SELECT value FROM json_each(?)) ORDER BY position')),
    byPositions: file.query(select('WHERE position IN (SELECT value FROM json_each(?)) ORDER BY position')),
    byCommandKey: file.query(select('WHERE command_key = ? ORDER BY position')),
    headOf: file.query('SELECT revision, erased FROM event WHERE stream = ? ORDER BY revision DESC LIMIT 1'),
    place: file.query('SELECT id = ?, position FROM event WHERE stream = ? AND revision = ?'),
    byId: file.query('SELECT stream = ?, revision, position FROM event WHERE id = ?'),
    head: file.query('SELECT position FROM event WHERE erased = 0 ORDER BY position DESC LIMIT 1'),
    lastBesides: file.query(
      'SELECT position FROM event WHERE position > ? AND stream NOT GLOB ? AND erased = 0 ORDER BY position DESC LIMIT 1',
    ),
    countAfter: file.query('SELECT count(*) FROM event WHERE position > ? AND erased = 0'),
    count: file.query('SELECT count(*), (SELECT count(*) FROM event WHERE erased = 1) FROM event'),
  };
}

/** The row of an event. */
export function stagedRow(event: NewEvent): StagedRow {
  const { id, type, version, data, metadata } = toStored(event);
  return {
    id,
    type,
    version,
    data: JSON.stringify(data),
    metadata: JSON.stringify(metadata),
    commandKey: event.command ? keyDigest(event.command.key) : null,
  };
}

/** What the index of command keys holds: keys are the client's own words and may say anything. Two keys may share it. */
export const keyDigest = (key: string): number => crc32(key);

/** Size of an event's content in UTF-16 units. */
export const sizeOf = (row: { readonly data: string; readonly metadata: string }): number =>
  row.data.length + row.metadata.length;

/** As many blanks as the text has bytes. */
export const blanks = (text: string): string => ' '.repeat(Buffer.byteLength(text));

/** CRC-32 of all that a row says, plus 2³²: always six bytes in the file, so that an erased row keeps its size. */
export function checksumOf(row: Omit<Row, 'checksum'>): number {
  const { stream, id, type, data, metadata } = row;
  return checksumOfTexts(row, `${stream}\n${id}\n${type}\n${data}\n${metadata}`);
}

function checksumOfTexts(
  { position, revision, version, erased }: Pick<Row, 'position' | 'revision' | 'version' | 'erased'>,
  texts: Buffer | string,
): number {
  const place = Math.imul(position, 0x9e3779b1) ^ Math.imul(position / 2 ** 32, 0x7feb352d);
  const shape = Math.imul(revision, 0x85ebca6b) ^ Math.imul(2 * version + (erased ? 1 : 0), 0xc2b2ae35);
  return 2 ** 32 + crc32(texts, (place ^ shape) >>> 0);
}

/** The values of a row; none if there is no row. */
export function values(row: unknown): readonly unknown[] {
  return Array.isArray(row) ? row : [];
}

/** The rows of a statement that reads events, if they still are what was written. Throws `CorruptLog` otherwise. */
export function checkedRows(found: unknown, path: string): Row[] {
  const [bytes] = values(found);
  const rows: Row[] = [];
  if (!(bytes instanceof Buffer)) return rows;
  for (let at = 0; at < bytes.length;) {
    const { numbers, end } = numbersIn(bytes, at);
    const [position = NaN, revision = NaN, version = NaN, erasure, checksum, size = NaN] = numbers;
    at = end + 1 + size;
    const content = bytes.subarray(end + 1, at);
    const erased = erasure === 1;
    const intact = checksumOfTexts({ position, revision, version, erased }, content) === checksum;
    const [stream, id, type, data, metadata] = content.toString().split('\n');
    if (!intact || !stream || !id || !type || !data || !metadata)
      throw new CorruptLog(`${path} position ${position}`, 'the event is not as it was written');
    rows.push({ position, stream, revision, id, type, version, data, metadata, checksum, erased });
    at += 1;
  }
  return rows;
}

/** The whole numbers of a line, between blanks, and where it ends. */
function numbersIn(
  bytes: Buffer,
  from: number,
): { readonly numbers: readonly number[]; readonly end: number } {
  const numbers: number[] = [];
  let number = 0;
  let end = from;
  for (; end < bytes.length && bytes[end] !== 10; end += 1) {
    const digit = (bytes[end] ?? 0) - 48;
    if (digit < 0) {
      numbers.push(number);
      number = 0;
    } else number = 10 * number + digit;
  }
  numbers.push(number);
  return { numbers, end };
}
