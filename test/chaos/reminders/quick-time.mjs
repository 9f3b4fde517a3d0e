// Loaded before the built program: it reads its clock from a file that all share, and does as often as it is told
// what it otherwise does every minute. Nothing else about it is changed.
import { openSync, readSync } from 'node:fs';

const file = openSync(process.env.CHAOS_CLOCK, 'r');
const ahead = Buffer.alloc(8);
const machine = Date.now;
Date.now = () => {
  readSync(file, ahead, 0, 8, 0);
  return machine() + Number(ahead.readBigInt64LE());
};

const sweepMs = Number(process.env.CHAOS_SWEEP_MS);
const every = globalThis.setInterval;
globalThis.setInterval = (work, ms, ...rest) => every(work, ms === 60_000 ? sweepMs : ms, ...rest);
