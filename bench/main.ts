import 'reflect-metadata';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appendFigures, commandFigures } from './appends.js';
import { patterns } from './facts.js';
import { esdbFigures } from './esdb.js';
import type { Figure } from './figure.js';
import { fullFigures } from './full.js';
import { httpFigures, startFigures } from './http.js';
import { rebuildFigures, visibleFigures } from './models.js';
import { remindersFigures } from './reminders.js';
import { soakFigures } from './soak.js';
import { webFigures } from './web.js';

/**
 * `npm run bench`: every figure with its limit measured in the same run, in a temporary folder. Names choose groups
 * (`npm run bench -- appends http`); `--full` and `--soak` are groups that take long and run only when asked for. Exit 1
 * when a goal is missed.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    events: { type: 'string', default: '20000' },
    json: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    'full-events': { type: 'string', default: '1000000' },
    soak: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '10' },
    rate: { type: 'string', default: '200' },
    keep: { type: 'string' },
  },
});
const events = Number(values.events);
if (!Number.isInteger(events) || events < 1_000) throw new Error('--events is a whole number from 1000');
const [fullEvents, minutes, rate] = [
  Number(values['full-events']),
  Number(values.minutes),
  Number(values.rate),
];
if (!(fullEvents >= 100_000 && minutes > 0 && rate > 0))
  throw new Error('--full-events is at least 100000; --minutes and --rate are above 0');
const program = join(import.meta.dirname, '../dist/main.js');
if (!existsSync(program)) throw new Error('the program is not built: npm run build');

const scale = (share: number): number => Math.max(40, Math.round(events * share));
const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en').replaceAll(',', ' ') : value.toPrecision(3);

function tell(figure: Figure): void {
  const { name, ours, limit, ratio, unit, goal, held } = figure;
  if (values.json) process.stdout.write(`${JSON.stringify(figure)}\n`);
  else
    process.stdout.write(
      `| ${[name, `${number(ours)} ${unit}`, limit === null ? '–' : number(limit), ratio === null ? '–' : `${ratio.toFixed(2)} ×`, goal, held ? 'held' : 'missed'].join(' | ')} |\n`,
    );
}

const folder = mkdtempSync(join(tmpdir(), 'beslutslogg-bench-'));
const measured: Figure[] = [];
try {
  const from = await patterns();
  let ceiling = 4_000;
  const groups: Readonly<Record<string, () => Promise<Figure[]>>> = {
    appends: async () => {
      const figures = await appendFigures(folder, from, scale(0.02));
      ceiling = figures.find(({ name }) => name.includes('64 in flight'))?.ours ?? ceiling;
      return figures;
    },
    commands: () => commandFigures(folder, from, scale(0.02)),
    rebuild: () => rebuildFigures(folder, from, events),
    visible: () => visibleFigures(folder, from, scale(0.02), ceiling),
    http: () => httpFigures(folder, program, scale(0.02)),
    esdb: () => esdbFigures(from, scale(0.02)),
    start: () => startFigures(folder, program),
    reminders: () => remindersFigures(folder, scale(5), scale(0.5)),
    web: webFigures,
    full: () => fullFigures(values.keep ?? folder, program, from, fullEvents),
    soak: () => soakFigures(folder, program, { rate, seconds: minutes * 60 }),
  };
  if (!values.json) {
    process.stdout.write(
      `${new Date().toISOString().slice(0, 10)}, ${availableParallelism().toString()} cores, Node ${process.version}, ${events.toString()} events, load ${loadavg()
        .map((load) => load.toFixed(1))
        .join(' ')}\n\n`,
    );
    process.stdout.write('| Figure | Ours | Limit | Ratio | Goal | |\n|---|---|---|---|---|---|\n');
  }
  const unknown = positionals.filter((name) => !Object.hasOwn(groups, name));
  if (unknown.length > 0)
    throw new Error(`there is no ${unknown.join(', ')}; there are ${Object.keys(groups).join(', ')}`);
  const long = [...(values.full ? ['full'] : []), ...(values.soak ? ['soak'] : [])];
  const short = Object.keys(groups).filter((name) => name !== 'full' && name !== 'soak');
  const chosen = positionals.length > 0 ? [...positionals, ...long] : long.length > 0 ? long : short;
  for (const [name, measure] of Object.entries(groups)) {
    if (!chosen.includes(name)) continue;
    for (const figure of await measure()) {
      tell(figure);
      measured.push(figure);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = measured.every(({ held }) => held) ? 0 : 1;
