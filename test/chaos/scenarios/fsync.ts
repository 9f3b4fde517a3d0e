import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Witness } from '../../../src/event-store/sqlite-file.js';
import { files } from '../../../src/log.js';
import { Dice } from '../../support/histories.js';
import { ground, Ledger, newMatter } from '../ledger.js';
import { Program } from '../program.js';
import { flawsOf, type Scenario, settled, skip } from '../scenario.js';

/** The nth sync of the log, or of its write-ahead log, fails. */
function failingSync(log: string, nth: number, notes: string): string[] {
  const paths = ['-P', log, '-P', `${log}-wal`];
  const fault = [
    '-e',
    'trace=fsync,fdatasync',
    '-e',
    `inject=fsync,fdatasync:error=EIO:when=${nth.toString()}`,
  ];
  return ['strace', '-D', '-f', '-qq', ...paths, ...fault, '-o', notes];
}

/**
 * A sync of the log fails: nothing of that commit is acknowledged, the process leaves with 70, and the next one finds
 * everything that was acknowledged. What was acknowledged is told by the witness beside the log.
 */
export const fsync: Scenario = async ({ main, folder, seed, size, start, say }) => {
  if (spawnSync('strace', ['-V']).status !== 0)
    return skip('strace is not installed (apt-get install strace)');
  const probe = spawnSync('strace', ['-f', '-qq', 'true']);
  if (probe.status !== 0) return skip(`strace may not trace here: ${probe.stderr.toString().trim()}`);
  const rounds = size === 'full' ? 60 : 4;
  const dice = new Dice(seed);
  const ledger = new Ledger();
  const flaws: string[] = [];
  let [atStart, underLoad] = [0, 0];
  let program = await start({ dataDir: folder });
  const { id } = await ledger.must(program, ground);
  await program.kill();
  for (let round = 0; round < rounds && flaws.length === 0; round += 1) {
    say(`${round.toString()}/${rounds.toString()} failing syncs`);
    const nth = 1 + dice.below(40);
    const before = failingSync(files.log(folder), nth, join(folder, 'strace'));
    const failing = new Program({ main, dataDir: folder, before });
    if (await failing.listens()) {
      underLoad += 1;
      const end = Date.now() + 30_000;
      const client = async (name: string): Promise<void> => {
        for (let turn = 0; failing.alive && Date.now() < end; turn += 1) {
          const answer = await ledger.send(failing, newMatter(`${name}-${turn.toString()}`, id));
          if (answer && answer.status !== 201 && answer.status !== 503)
            flaws.push(`answered ${JSON.stringify(answer)}`);
        }
      };
      await Promise.all(['a', 'b', 'c', 'd'].map((name) => client(`${name}${round.toString()}`)));
    } else atStart += 1;
    if (failing.alive) flaws.push(`it goes on though sync ${nth.toString()} failed`);
    await Promise.race([failing.ended(), new Promise((resolve) => setTimeout(resolve, 5_000))]);
    await failing.kill();
    const code = await failing.ended();
    if (code !== 70) flaws.push(`it left with ${String(code)}: ${failing.lastWords}`);
    const durable = Witness.read(files.log(folder));
    if (Number(ledger.reached) > durable)
      flaws.push(`${String(ledger.reached)} was acknowledged, and only ${durable.toString()} was synced`);
    program = await start({ dataDir: folder });
    await settled(program, ledger, folder);
    flaws.push(...flawsOf(ledger));
    await program.kill();
  }
  return {
    figures: {
      'syncs failed': rounds,
      'under load': underLoad,
      'at start': atStart,
      acknowledged: ledger.acknowledged,
    },
    flaws,
  };
};
