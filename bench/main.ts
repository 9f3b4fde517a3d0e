import 'reflect-metadata';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
import { tableHead, tableIn, tableRow } from './table.js';
import { webFigures } from './web.js';

/**
 * `npm run bench`: every figure with its limit measured in the same run, in a temporary folder. Names choose groups
 * (`npm run bench -- appends http`); `--full` and `--soak` are groups that take long and run only when asked for, alone
 * unless others are named; `--all` runs every group. `--markdown FILE` puts the table, with date and machine, between the
 * two marks of a file, in place of the one that stood there.
 * Exit 1 when a goal is missed or a figure does not count.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    events: { type: 'string', default: '20000' },
    json: { type: 'boolean', default: false },
    markdown: { type: 'string' },
    all: { type: 'boolean', default: false },
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
const write = values.markdown === undefined ? undefined : tableIn(values.markdown);

const say = (line: string): void => {
  if (!values.json) process.stdout.write(`${line}\n`);
};

const folder = mkdtempSync(join(tmpdir(), 'beslutslogg-bench-'));
const measured: Figure[] = [];
let whole = true;
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
  const head = tableHead(events);
  head.forEach(say);
  const unknown = positionals.filter((name) => !Object.hasOwn(groups, name));
  if (unknown.length > 0)
    throw new Error(`there is no ${unknown.join(', ')}; there are ${Object.keys(groups).join(', ')}`);
  const long = (['full', 'soak'] as const).filter((name) => values.all || values[name]);
  const short = Object.keys(groups).filter((name) => name !== 'full' && name !== 'soak');
  const chosen = positionals.length > 0 ? positionals : values.all || long.length === 0 ? short : [];
  for (const [name, measure] of Object.entries(groups)) {
    if (![...chosen, ...long].includes(name)) continue;
    try {
      for (const figure of await measure()) {
        if (values.json) process.stdout.write(`${JSON.stringify(figure)}\n`);
        else say(tableRow(figure));
        measured.push(figure);
      }
    } catch (error) {
      whole = false;
      process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  write?.([...head, ...measured.map(tableRow)]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = whole && measured.every(({ held }) => held) ? 0 : 1;
