import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';

/** Where a page of a table or an index tells what it holds, by its first byte: the size of its header. */
const headerSize: ReadonlyMap<number, number> = new Map([
  [2, 12],
  [5, 12],
  [10, 8],
  [13, 8],
]);

/**
 * Blanks what pages of an SQLite file that `VACUUM INTO` wrote hold between their lists of rows and their rows: there it leaves
 * copies of rows that have moved to other pages, which an erasure would not find. The file must be closed.
 */
export function blankUnused(path: string): void {
  const file = openSync(path, 'r+');
  try {
    const head = Buffer.alloc(100);
    readSync(file, head, 0, head.length, 0);
    const size = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16);
    const page = Buffer.alloc(size);
    for (let at = 0; at + size <= fstatSync(file).size; at += size) {
      readSync(file, page, 0, size, at);
      const start = at === 0 ? head.length : 0;
      const header = headerSize.get(page[start] ?? 0);
      if (header === undefined) continue;
      const from = start + header + 2 * page.readUInt16BE(start + 3);
      const to = page.readUInt16BE(start + 5) || 65_536;
      if (from < to && to <= size && page.subarray(from, to).some((byte) => byte !== 0))
        writeSync(file, Buffer.alloc(to - from), 0, to - from, at + from);
    }
  } finally {
    closeSync(file);
  }
}
