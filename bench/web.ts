import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { absolute, against, type Figure, quantile } from './figure.js';

interface Beside {
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
}

/** What `web/e2e/measure.ts` writes: sizes in bytes, times in milliseconds. */
interface Measures {
  readonly scripts: number;
  readonly paint: Beside;
  readonly slowPaint: Beside;
  readonly frames: Beside;
}

const run = promisify(execFile);

/** What the first page loads, how soon it is painted beside a static page of the same content, and how a long list scrolls. */
export async function webFigures(): Promise<Figure[]> {
  const root = join(import.meta.dirname, '..');
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'web/e2e/measure.ts'], { cwd: root });
  const { scripts, paint, slowPaint, frames } = JSON.parse(stdout) as Measures;
  const late = (gaps: readonly number[]): readonly number[] => [quantile(gaps, 0.95)];
  const halting = (gaps: readonly number[]): number =>
    (100 * gaps.filter((gap) => gap > 50).length) / gaps.length;
  return [
    absolute('web: JavaScript of the first page, gzip', 'kB', scripts / 1000, { atMost: 180 }),
    against('web: largest paint of the first page', 'ms', paint.ours, paint.theirs, { atMost: 1.6 }),
    against('web: largest paint, slow 4G and 4 × CPU', 'ms', slowPaint.ours, slowPaint.theirs, {
      atMost: 1.6,
    }),
    against('web: frame while 10,000 rows scroll, 95 %', 'ms', late(frames.ours), late(frames.theirs), {
      atMost: 2,
    }),
    absolute('web: frames over 50 ms while 10,000 rows scroll', '%', halting(frames.ours), { atMost: 1 }),
  ];
}
