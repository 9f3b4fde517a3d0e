import { parseArgs } from 'node:util';
import { complaintsOf } from '../chaos/chaos.js';
import { counted, type Counts } from './history.js';
import { inProcesses } from './processes.js';
import { type Failure, simulate } from './simulate.js';

/**
 * `npm run simulate -- --histories 20000 --seed 1` makes so many histories, numbered from 0, in as many processes as there are
 * processors. `--only 17` makes that one alone and prints all that happens in it. `--json` prints the result as one line. Exit 0
 * when every history is as it should be, 1 when one is not.
 */
const { values } = parseArgs({
  options: {
    histories: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const wholeNumber = (name: string, text: string): number => {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} is a whole number`);
  return number;
};
const seed = wholeNumber('seed', values.seed);
const only = values.only === undefined ? undefined : wholeNumber('only', values.only);
const histories = wholeNumber('histories', values.histories);

const began = performance.now();
process.stderr.write(`seed ${seed.toString()}\n`);
const { failure, ...result } =
  only === undefined
    ? await inProcesses(seed, histories, (done) => {
        if (process.stderr.isTTY)
          process.stderr.write(`\r\u001b[K${done.toString()}/${histories.toString()}`);
      })
    : await simulate({
        seed,
        from: only,
        to: only + 1,
        onHistory: (trace) => process.stdout.write(`${trace.join('\n')}\n`),
      });
if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
const seconds = (performance.now() - began) / 1_000;
if (failure) tell(failure);
if (values.json)
  process.stdout.write(`${JSON.stringify({ seed, ...result, seconds, failed: failure?.number })}\n`);
else {
  const { counts, digest } = result;
  const lines: readonly (readonly [string, string | number])[] = [
    ['histories', result.histories],
    ...Object.entries(counted).map(([name, words]) => [words, counts[name as keyof Counts]] as const),
    ['digest of all that happened', digest.slice(0, 16)],
    ['time', `${seconds.toFixed(1)} s`],
  ];
  for (const [name, value] of lines) process.stdout.write(`${name.padEnd(34)}${value.toString()}\n`);
}
process.exitCode = failure ? 1 : 0;

/** What went wrong, everything that happened before it, and how to do it again. */
function tell({ number, flaws, trace }: Failure): void {
  process.stderr.write(`${trace.join('\n')}\n`);
  for (const complaint of complaintsOf(flaws)) process.stderr.write(`${complaint}\n`);
  process.stderr.write(
    `history ${number.toString()} of seed ${seed.toString()}; once more: npm run simulate -- --seed ${seed.toString()} --only ${number.toString()}\n`,
  );
}
