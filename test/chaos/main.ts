import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chaos, complaintsOf, tableOf } from './chaos.js';
import { flawsIn } from './checks.js';
import { play } from './scenario.js';
import { isScenarioName, type ScenarioName, scenarios } from './scenarios/all.js';

/**
 * `npm run chaos -- --kills 1000 --seed 1 [--store eventstoredb]`, `--scenario writers` (more than once, too) or `--all`: all
 * scenarios, then the kills on both stores. `--small` takes seconds, `--json` prints one line per result. Exit 0 when nothing was
 * lost, doubled or otherwise wrong, 1 when something was, 3 when nothing was wrong but something could not be tried here.
 */
const { values } = parseArgs({
  options: {
    kills: { type: 'string' },
    seed: { type: 'string', default: '1' },
    store: { type: 'string', default: 'sqlite' },
    scenario: { type: 'string', multiple: true, default: [] },
    all: { type: 'boolean', default: false },
    small: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const main = join(import.meta.dirname, '../../dist/main.js');
if (!existsSync(main)) throw new Error('the program is not built: npm run build');
const names = values.all ? Object.keys(scenarios) : values.scenario;
const kills = Number(values.kills ?? (values.all ? 1_000 : names.length > 0 ? 0 : 100));
const seed = Number(values.seed);
if (!Number.isInteger(kills) || kills < 0 || !Number.isInteger(seed))
  throw new Error('--kills and --seed are whole numbers');
const store = values.store;
if (store !== 'sqlite' && store !== 'eventstoredb') throw new Error('--store is sqlite or eventstoredb');
process.stderr.write(`seed ${seed.toString()}\n`);

let lastSaid = 0;
/** On a terminal at once, elsewhere a line now and then. */
const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  else if (text !== '' && performance.now() - lastSaid > 30_000) {
    lastSaid = performance.now();
    process.stderr.write(`${text}\n`);
  }
};
let worst = 0;
const rows: string[] = [];

async function oneScenario(name: ScenarioName): Promise<void> {
  const size = values.small ? 'small' : 'full';
  const say = (text: string): void => progress(`${name}: ${text}`);
  const outcome = await play(scenarios[name], { main, seed, size, say });
  progress('');
  const verdict = outcome.flaws.length > 0 ? 'FAILED' : outcome.skipped === undefined ? 'held' : 'NOT TRIED';
  if (verdict === 'FAILED') worst = 1;
  if (verdict === 'NOT TRIED') untried.push(`${name}: ${outcome.skipped ?? ''}`);
  const figures = Object.entries(outcome.figures).map(([what, value]) => `${what} ${value.toString()}`);
  const said = outcome.skipped ?? figures.join(', ');
  rows.push(`${name.padEnd(16)}${verdict.padEnd(11)}${outcome.seconds.toFixed(0).padStart(4)} s  ${said}`);
  if (values.json)
    process.stdout.write(`${JSON.stringify({ scenario: name, seed, size, verdict, ...outcome })}\n`);
  for (const flaw of outcome.flaws.slice(0, 20)) process.stderr.write(`${name}: ${flaw}\n`);
}

async function killing(where: 'sqlite' | 'eventstoredb'): Promise<void> {
  const tally = await chaos({
    main,
    kills,
    seed,
    store: where,
    onRound: (so) =>
      progress(
        `${where}: ${so.kills.toString()}/${kills.toString()} kills, ${so.counts.acknowledged.toString()} acknowledged, ${flawsIn(so.flaws).toString()} flaws, ${so.seconds.toFixed(0)} s`,
      ),
  });
  progress('');
  if (flawsIn(tally.flaws) > 0) worst = 1;
  if (values.json)
    process.stdout.write(`${JSON.stringify({ seed, store: where, ...tally, starts: undefined })}\n`);
  else process.stdout.write(`seed ${seed.toString()}, ${where}\n${tableOf(tally)}\n`);
  for (const complaint of complaintsOf(tally.flaws).slice(0, 20)) process.stderr.write(`${complaint}\n`);
}

const untried: string[] = [];
for (const name of names) {
  if (!isScenarioName(name)) throw new Error(`--scenario is one of ${Object.keys(scenarios).join(', ')}`);
  await oneScenario(name);
}
if (rows.length > 0 && !values.json) process.stdout.write(`seed ${seed.toString()}\n${rows.join('\n')}\n`);
const stores = values.all ? (['sqlite', 'eventstoredb'] as const) : ([store] as const);
if (kills > 0) for (const where of stores) await killing(where);
for (const what of untried) process.stderr.write(`NOT TRIED: ${what}\n`);
process.exitCode = worst > 0 ? worst : untried.length > 0 ? 3 : 0;
