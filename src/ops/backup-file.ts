import { createHash } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, fsyncSync, openSync } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { parseStream, type Recorded, type StreamKind } from '../domain/events.js';
import type { LocalLog } from '../event-store/local-log.js';
import { SqliteFile } from '../event-store/sqlite-file.js';

/** What a backup says of itself: `manifest.json` beside `log.db.gz`. */
export interface Manifest {
  readonly format: 'beslutslogg-backup';
  readonly formatVersion: 1;
  /** Of the program that made it. */
  readonly version: string;
  readonly madeAt: string;
  /** `authority`: a log of its own. `copy`: the copy of a log on a server. */
  readonly kind: 'authority' | 'copy';
  readonly contents: Contents;
  /** The log file before compression. */
  readonly log: Digest;
  /** The compressed file. */
  readonly file: Digest & { readonly name: string };
}

export interface Digest {
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

/** What can be read in a log. */
export interface Contents {
  readonly events: number;
  readonly streams: number;
  readonly byKind: Readonly<Partial<Record<StreamKind, number>>>;
  readonly head: string | null;
  readonly lastRecordedAt: string | null;
  /** SHA-256 over every event as it reads, in order. */
  readonly sha256: string;
}

export const manifestName = 'manifest.json';
export const logName = 'log.db.gz';

/** Told bytes or events done, of how many. */
export type Told = (done: number, total: number) => void;

/** Copies a log, as it is at this moment, into a new file: what is committed, all of it, also while it is written to. */
export function snapshot(from: string, to: string): void {
  const file = SqliteFile.open(from, true);
  try {
    file.change('VACUUM INTO ?').run(to);
  } finally {
    file.close();
  }
}

/** Reads and counts everything in a log. Throws `CorruptLog` for what cannot be read. */
export function contentsOf(log: LocalLog, onProgress: Told = () => undefined): Contents {
  const hash = createHash('sha256');
  const byKind: Partial<Record<StreamKind, number>> = {};
  const total = log.count();
  let streams = 0;
  let events = 0;
  let last: Recorded | undefined;
  for (let batch = log.after(null, 500); batch.length > 0; batch = log.after(last?.position ?? null, 500)) {
    for (const event of batch) {
      const { kind } = parseStream(event.stream);
      byKind[kind] = (byKind[kind] ?? 0) + 1;
      if (event.revision === 0) streams += 1;
      hash.update(`${JSON.stringify(event)}\n`);
      last = event;
    }
    events += batch.length;
    onProgress(events, total);
  }
  return {
    events,
    streams,
    byKind,
    head: last?.position ?? null,
    lastRecordedAt: last?.recordedAt ?? null,
    sha256: hash.digest('hex'),
  };
}

/** Compresses a file durably; answers what went in and what came out. */
export async function compress(
  from: string,
  to: string,
  total: number,
  onProgress?: Told,
): Promise<{ readonly inner: Digest; readonly outer: Digest }> {
  const [inner, outer] = [new Measure(total, onProgress), new Measure()];
  await pipeline(
    createReadStream(from),
    inner,
    createGzip({ level: 6 }),
    outer,
    createWriteStream(to, { mode: 0o600 }),
  );
  syncPath(to);
  return { inner: inner.digest, outer: outer.digest };
}

/** Decompresses a file durably; answers what went in and what came out. Throws when it is no gzip. */
export async function decompress(
  from: string,
  to: string,
  total: number,
  onProgress?: Told,
): Promise<{ readonly inner: Digest; readonly outer: Digest }> {
  const [outer, inner] = [new Measure(), new Measure(total, onProgress)];
  await pipeline(
    createReadStream(from),
    outer,
    createGunzip(),
    inner,
    createWriteStream(to, { mode: 0o600 }),
  );
  syncPath(to);
  return { inner: inner.digest, outer: outer.digest };
}

/** Makes a file, or what a folder lists, durable. */
export function syncPath(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Passes bytes on and measures them. */
class Measure extends Transform {
  readonly #hash = createHash('sha256');
  #bytes = 0;

  constructor(total = 0, onProgress?: Told) {
    super({
      transform: (chunk: Buffer, _encoding, done) => {
        this.#hash.update(chunk);
        this.#bytes += chunk.length;
        onProgress?.(this.#bytes, total);
        done(null, chunk);
      },
    });
  }

  get digest(): Digest {
    return { bytes: this.#bytes, sha256: this.#hash.copy().digest('hex') };
  }
}

/** The manifest in a text; `undefined` when it is none that this program knows. */
export function readManifest(text: string): Manifest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isManifest(value) ? value : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const isDigest = (value: unknown): value is Digest =>
  isRecord(value) && typeof value['bytes'] === 'number' && typeof value['sha256'] === 'string';

function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value)) return false;
  const { contents, file } = value;
  return (
    value['format'] === 'beslutslogg-backup' &&
    value['formatVersion'] === 1 &&
    typeof value['version'] === 'string' &&
    typeof value['madeAt'] === 'string' &&
    (value['kind'] === 'authority' || value['kind'] === 'copy') &&
    isDigest(value['log']) &&
    isDigest(file) &&
    isRecord(contents) &&
    typeof contents['events'] === 'number' &&
    typeof contents['streams'] === 'number' &&
    typeof contents['sha256'] === 'string'
  );
}
