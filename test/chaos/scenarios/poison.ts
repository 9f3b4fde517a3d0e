import { files } from '../../../src/log.js';
import { LocalLog } from '../../../src/event-store/local-log.js';
import type { Staged } from '../../../src/event-store/log-table.js';
import type { StreamName } from '../../../src/domain/events.js';
import { Process } from '../program.js';
import { ground, Ledger, newMatter } from '../ledger.js';
import type { Lab, Scenario } from '../scenario.js';
import { settled, until } from '../scenario.js';

/** Puts a row at the end of a log whose program is not running. Returns its position. */
function slipIn(dataDir: string, stream: StreamName, type: string, data: object): string {
  const log = LocalLog.open(files.log(dataDir), { mode: 'authority' });
  try {
    const metadata = {
      occurred: null,
      statedAt: '2026-03-19',
      recordedAt: '2026-03-19T08:00:00.000Z',
      actor: { id: 'person-kaos', role: 'secretary' },
      correlationId: 'kaos',
      causationId: 'kaos',
    };
    const texts = { data: JSON.stringify(data), metadata: JSON.stringify(metadata) };
    const row = { id: `${type}-1`, type, version: 1, ...texts, commandKey: null };
    const write: Staged = { stream, expected: 'any', rows: [row], size: 0 };
    const [answer] = log.appendStaged([write]);
    if (!answer || answer instanceof Error) throw new Error('the row could not be put there');
    return answer.position;
  } finally {
    log.close();
  }
}

/** What the program says and does with an event it cannot take. */
async function meet(
  { main, start, folder }: Lab,
  name: string,
  type: string,
  data: object,
): Promise<{ flaws: string[]; stopped: number }> {
  const dataDir = `${folder}/${name}`;
  const flaws: string[] = [];
  const ledger = new Ledger();
  let program = await start({ dataDir });
  const { id } = await ledger.must(program, ground);
  const { id: matter } = await ledger.must(program, newMatter('before', id));
  await settled(program, ledger, dataDir);
  await program.kill('SIGTERM');
  const position = slipIn(dataDir, `matter-${matter}`, type, data);
  program = await start({ dataDir });
  let stopped = 0;
  for (const turn of ['first', 'after a kill']) {
    const says = (json: unknown): boolean => {
      const said = JSON.stringify(json ?? {});
      return (
        said.includes(type) &&
        (said.includes(`(position ${position})`) || said.includes(`{"position":"${position}"`))
      );
    };
    const ready = await until(
      () => program.get('/health/ready'),
      ({ json }) => says(json),
      10_000,
    );
    const said = JSON.stringify(ready?.json ?? {});
    stopped = said.split('"stopped":{').length - 1;
    if (ready?.status !== 503 || !says(ready.json))
      flaws.push(`${turn}: it does not say that it stands still, and at what: ${said}`);
    const written = await ledger.send(program, newMatter(`beside ${turn}`, id));
    if (written?.status !== 201) flaws.push(`${turn}: a write to another stream: ${JSON.stringify(written)}`);
    if ((await program.get('/health/live'))?.status !== 200) flaws.push(`${turn}: it does not live`);
    await program.kill();
    if (turn === 'first') program = await start({ dataDir });
  }
  const verify = new Process([main.replace('main.js', 'cli/beslutslogg.js'), 'verify', '--json'], {
    DATA_DIR: dataDir,
  });
  const code = await verify.ended();
  if (code !== 1 || !verify.lastWords.includes(position))
    flaws.push(`verify ended with ${String(code)}: ${verify.lastWords}`);
  return { flaws: flaws.map((flaw) => `${name}: ${flaw}`), stopped };
}

/** An event of a type that is not known, and one of a known type that no read model can take: both stop, loudly and by name. */
export const poison: Scenario = async (lab) => {
  const unknown = await meet(lab, 'unknown type', 'MatterForetold', { what: 'en ny sorts uppgift' });
  const broken = await meet(lab, 'poison', 'MilestonePlanned', { label: 7 });
  return {
    figures: { 'events it could not take': 2, 'read models stopped by the poison': broken.stopped },
    flaws: [...unknown.flaws, ...broken.flaws],
  };
};
