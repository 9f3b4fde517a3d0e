import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Counts, noCounts } from './history.js';
import type { Simulated, SimulationOptions } from './simulate.js';

/** What one process does at a time. */
export type Share = Pick<SimulationOptions, 'seed' | 'from' | 'to'>;

const shareSize = 500;
// A history leaves much behind that is young and dead.
const youngSpace = '--max-semi-space-size=32';

/**
 * {@link simulate}, shared among processes. What comes of it does not depend on how many there are; after a failure no new share
 * is begun, and of several failures the one with the lowest number is told.
 */
export async function inProcesses(
  seed: number,
  histories: number,
  onProgress: (done: number) => void,
): Promise<Simulated> {
  const shares = Array.from({ length: Math.ceil(histories / shareSize) }, (_, at): Share => ({
    seed,
    from: at * shareSize,
    to: Math.min(histories, (at + 1) * shareSize),
  }));
  const results: Simulated[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    const child = fork(join(import.meta.dirname, 'worker.ts'), {
      execArgv: [...process.execArgv, youngSpace],
    });
    try {
      while (next < shares.length && !results.some(({ failure }) => failure)) {
        const at = next++;
        const share = shares[at];
        if (share) results[at] = await ask(child, share);
        onProgress(results.reduce((sum, result) => sum + result.histories, 0));
      }
    } finally {
      child.kill();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), shares.length) }, worker));
  return together(results);
}

function ask(child: ChildProcess, share: Share): Promise<Simulated> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null): void => {
      reject(new Error(`a process of the simulation ended with ${String(code)}`));
    };
    child.once('exit', gone);
    child.once('message', (result) => {
      child.off('exit', gone);
      resolve(result as Simulated);
    });
    child.send(share);
  });
}

function together(results: readonly Simulated[]): Simulated {
  const counts = noCounts();
  const digest = createHash('sha256');
  for (const result of results) {
    for (const name of Object.keys(counts) as (keyof Counts)[]) counts[name] += result.counts[name];
    digest.update(result.digest);
  }
  return {
    histories: results.reduce((sum, result) => sum + result.histories, 0),
    counts,
    digest: digest.digest('hex'),
    failure: results.find(({ failure }) => failure)?.failure,
  };
}
