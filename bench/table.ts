import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { type Figure, shown } from './figure.js';

const marks = ['<!-- bench: begin -->', '<!-- bench: end -->'] as const;

/** When and on which machine figures are measured, and the head of their table. */
export function tableHead(events: number): string[] {
  const processors = cpus();
  const machine = `${processors.length.toString()} × ${processors[0]?.model.trim() ?? 'processor'}`;
  const memory = `${(totalmem() / 2 ** 30).toFixed(0)} GiB`;
  const load = loadavg().map((each) => each.toFixed(1));
  return [
    `${new Date().toISOString().slice(0, 10)}, ${machine}, ${memory}, Node ${process.version}, ${shown(events)} events, load before ${load.join(' ')}`,
    '',
    '| Figure | Ours | Limit | Ratio | Goal | |',
    '|---|---|---|---|---|---|',
  ];
}

/** One line of the table. */
export const tableRow = ({ name, ours, limit, ratio, unit, goal, held }: Figure): string =>
  `| ${[
    name,
    `${shown(ours)} ${unit}`,
    limit === null ? '–' : shown(limit),
    ratio === null ? '–' : `${ratio.toFixed(2)} ×`,
    goal,
    held ? 'held' : 'missed',
  ].join(' | ')} |`;

/** What writes a table between the two marks of a Markdown file. Throws when the file has no such place. */
export function tableIn(path: string): (lines: readonly string[]) => void {
  const place = (): { readonly before: string; readonly after: string } => {
    const text = readFileSync(path, 'utf8');
    const [begin, end] = [text.indexOf(marks[0]), text.indexOf(marks[1])];
    if (begin < 0 || end < begin) throw new Error(`${path} has no place for the table: ${marks.join(' … ')}`);
    return { before: text.slice(0, begin + marks[0].length), after: text.slice(end) };
  };
  place();
  return (lines) => {
    const { before, after } = place();
    writeFileSync(path, `${before}\n\n${lines.join('\n')}\n\n${after}`);
  };
}
