import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chaos, complaintsOf, tableOf } from './chaos.js';
import { flawsIn } from './checks.js';

/** `npm run chaos -- --kills 1000 --seed 1`: exit 0 when nothing was lost, doubled or otherwise wrong, 1 when something was. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    store: { type: 'string', default: 'sqlite' },
    json: { type: 'boolean', default: false },
  },
});

const main = join(import.meta.dirname, '../../dist/main.js');
if (!existsSync(main)) throw new Error('the program is not built: npm run build');
const { kills, seed } = { kills: Number(values.kills), seed: Number(values.seed) };
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed))
  throw new Error('--kills and --seed are whole numbers');
const { store } = values;
if (store !== 'sqlite' && store !== 'eventstoredb') throw new Error('--store is sqlite or eventstoredb');
process.stderr.write(`seed ${seed.toString()}\n`);

const tally = await chaos({
  main,
  kills,
  seed,
  store,
  onRound: (so) => {
    process.stderr.write(
      `\r${so.kills.toString()}/${kills.toString()} kills, ${so.counts.acknowledged.toString()} acknowledged, ${flawsIn(so.flaws).toString()} flaws, ${so.seconds.toFixed(0)} s `,
    );
  },
});
process.stderr.write('\n');
process.stdout.write(
  values.json
    ? `${JSON.stringify({ seed, ...tally, starts: undefined })}\n`
    : `seed ${seed.toString()}\n${tableOf(tally)}\n`,
);
for (const complaint of complaintsOf(tally.flaws).slice(0, 20)) process.stderr.write(`${complaint}\n`);
process.exitCode = flawsIn(tally.flaws) === 0 ? 0 : 1;
