import { type StreamKind, type StreamName, streamOf } from '../domain/events.js';

const kinds: readonly StreamKind[] = ['person'];
const prefixes = kinds.map((kind) => streamOf(kind, ''));

/** Whether a stream may be erased. The others are permanent. */
export const isErasable = (stream: StreamName): boolean =>
  prefixes.some((prefix) => stream.startsWith(prefix));
