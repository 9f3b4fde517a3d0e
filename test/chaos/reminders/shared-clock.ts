import { openSync, writeSync } from 'node:fs';

/** The clock of programs that were started with `quick-time.mjs`: how far it is from the machine's, in a file. */
export class SharedClock {
  readonly #file: number;
  #ahead = Number.MIN_SAFE_INTEGER;

  constructor(readonly path: string) {
    this.#file = openSync(path, 'w+');
  }

  now(): string {
    return new Date(Date.now() + this.#ahead).toISOString();
  }

  /** From now on it shows `to`, unless it shows something later already. */
  moveTo(to: string): void {
    this.#ahead = Math.max(this.#ahead, Date.parse(to) - Date.now());
    this.#write();
  }

  #write(): void {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(this.#ahead));
    writeSync(this.#file, bytes, 0, 8, 0);
  }
}
