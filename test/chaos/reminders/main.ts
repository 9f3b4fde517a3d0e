import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { play } from '../scenario.js';
import { isReminderScenario, reminderScenarios } from './scenarios.js';
import { runAll, tableOf } from './tally.js';

/**
 * `npm run chaos:reminders -- --runs 100 --seed 1`: so many runs, run n of a seed is the first run of seed + n. `--scenario outage` or
 * `redis` (more than once, too; `--small` is shorter). Exit 0 when every mail that was due came and none that should not, 1 when not.
 * SIGINT and SIGTERM end it with the table of what was done until then, and exit 130.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    scenario: { type: 'string', multiple: true, default: [] },
    small: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const [runs, seed] = [Number(values.runs ?? (values.scenario.length > 0 ? 0 : 100)), Number(values.seed)];
if (!Number.isInteger(runs) || runs < 0 || !Number.isInteger(seed))
  throw new Error('--runs and --seed are whole numbers');
const main = join(import.meta.dirname, '../../../dist/main.js');
if (!existsSync(main)) throw new Error('the program is not built: npm run build');
process.stderr.write(`seed ${seed.toString()}\n`);

let worst = 0;
for (const name of values.scenario) {
  if (!isReminderScenario(name))
    throw new Error(`--scenario is one of ${Object.keys(reminderScenarios).join(', ')}`);
  const size = values.small ? 'small' : 'full';
  const { flaws, figures, seconds } = await play(reminderScenarios[name], { main, seed, size });
  const told = Object.entries(figures).map(([what, value]) => `${what} ${value.toString()}`);
  const verdict = flaws.length > 0 ? 'FAILED' : 'held';
  process.stdout.write(
    `${name.padEnd(10)}${verdict.padEnd(8)}${seconds.toFixed(0).padStart(4)} s  ${told.join(', ')}\n`,
  );
  for (const flaw of flaws) process.stderr.write(`${name}: ${flaw}\n`);
  if (flaws.length > 0) worst = 1;
}
if (runs === 0) process.exit(worst);

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    stop.abort();
  });
let lastSaid = 0;
let toldFlaws = 0;
const seeds = Array.from({ length: runs }, (_, nth) => seed + nth);
const tally = await runAll(seeds, {
  main,
  width: 4,
  stop: stop.signal,
  onRun: (so) => {
    for (const flaw of so.flaws.slice(toldFlaws)) process.stderr.write(`${flaw}\n`);
    toldFlaws = so.flaws.length;
    const text = `${so.runs.toString()}/${runs.toString()} runs, ${so.mails.toString()} mails, ${so.flaws.length.toString()} flaws`;
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
    else if (performance.now() - lastSaid > 30_000) {
      lastSaid = performance.now();
      process.stderr.write(`${text}\n`);
    }
  },
});
if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
process.stdout.write(values.json ? `${JSON.stringify(tally)}\n` : `${tableOf(tally)}\n`);
process.exitCode = tally.flaws.length > 0 ? 1 : stop.signal.aborted ? 130 : worst;
