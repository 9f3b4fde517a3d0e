import { mkdirSync } from 'node:fs';
import { facts, patterns } from '../../../bench/facts.js';
import { LocalLog, type Write } from '../../../src/event-store/local-log.js';
import { files } from '../../../src/log.js';
import { standAt } from '../ledger.js';
import { memoryOf, type Scenario, until } from '../scenario.js';

const mostMegabytes = 300;

/** So many events in a log that nobody has read yet. Returns the last position. */
async function fillLog(dataDir: string, count: number, say: (text: string) => void): Promise<string> {
  mkdirSync(dataDir);
  const log = LocalLog.open(files.log(dataDir), { mode: 'authority' });
  let batch: Write[] = [];
  for (const { stream, revision, position: _ours, ...event } of facts(await patterns(), count)) {
    batch.push({ stream, events: [event], expected: revision === 0 ? 'none' : revision - 1 });
    if (batch.length < 5_000) continue;
    log.appendAll(batch);
    batch = [];
    say(`${String(log.head())} events written`);
  }
  if (batch.length > 0) log.appendAll(batch);
  const head = log.head() ?? '0';
  log.close();
  return head;
}

/** All read models built from a long log, in flat memory; then a command, and a second start. */
export const million: Scenario = async ({ folder, size, start, say }) => {
  const dataDir = `${folder}/data`;
  const head = await fillLog(dataDir, size === 'full' ? 1_000_000 : 10_000, say);
  const began = performance.now();
  const flaws: string[] = [];
  let program = await start({ dataDir });
  const built = await until(
    () => program.get('/health/ready'),
    ({ status, json }) => {
      say(`building, ${memoryOf(program.pid).now.toString()} MB`);
      return status === 200 && standAt(json, head);
    },
    30 * 60_000,
  );
  if (built?.status !== 200) flaws.push(`the read models were not built: ${JSON.stringify(built)}`);
  const seconds = (performance.now() - began) / 1_000;
  const building = memoryOf(program.pid);
  await program.kill('SIGTERM');
  program = await start({ dataDir });
  const again = await until(
    () => program.get('/health/ready'),
    ({ status, json }) => status === 200 && standAt(json, head),
    60_000,
  );
  if (again?.status !== 200) flaws.push(`not ready after a second start: ${JSON.stringify(again)}`);
  for (const path of [
    '/api/assignments?body=sra',
    '/api/board?body=sra',
    '/api/attention?body=sra',
    '/api/search?text=riktlinje',
  ]) {
    const page = await program.get(path);
    if (page?.status !== 200) flaws.push(`${path}: ${JSON.stringify(page)}`);
  }
  const serving = memoryOf(program.pid);
  for (const [what, { peak }] of [
    ['building', building],
    ['serving', serving],
  ] as const)
    if (peak > mostMegabytes)
      flaws.push(`${peak.toString()} MB while ${what}, the most is ${mostMegabytes.toString()}`);
  return {
    figures: {
      events: head,
      'built in': `${seconds.toFixed(0)} s`,
      'peak while building': `${building.peak.toString()} MB`,
      'peak while serving': `${serving.peak.toString()} MB`,
    },
    flaws,
  };
};
