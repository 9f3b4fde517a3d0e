import 'reflect-metadata';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appendFigures, commandFigures } from './appends.js';
import { patterns } from './facts.js';
import type { Figure } from './figure.js';
import { httpFigures, startFigures } from './http.js';
import { rebuildFigures, visibleFigures } from './models.js';
import { webFigures } from './web.js';

/** `npm run bench`: every figure with its limit measured in the same run, in a temporary folder. Exit 1 when a goal is missed. */
const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '20000' },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const events = Number(values.events);
if (!Number.isInteger(events) || events < 1_000) throw new Error('--events is a whole number from 1000');
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
    start: () => startFigures(folder, program),
    web: webFigures,
  };
  if (!values.json) {
    process.stdout.write(
      `${new Date().toISOString().slice(0, 10)}, ${availableParallelism().toString()} cores, Node ${process.version}, ${events.toString()} events, load ${loadavg()
        .map((load) => load.toFixed(1))
        .join(' ')}\n\n`,
    );
    process.stdout.write('| Figure | Ours | Limit | Ratio | Goal | |\n|---|---|---|---|---|---|\n');
  }
  for (const [name, measure] of Object.entries(groups)) {
    if (values.only !== undefined && values.only !== name) continue;
    for (const figure of await measure()) {
      tell(figure);
      measured.push(figure);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = measured.every(({ held }) => held) ? 0 : 1;
