import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Recorded } from '../../../src/domain/events.js';
import { CorruptLog } from '../../../src/event-store/event-store.js';
import { LocalLog } from '../../../src/event-store/local-log.js';
import { files } from '../../../src/log.js';
import { Dice } from '../../support/histories.js';
import { eventsOf } from '../checks.js';
import { ground, Ledger, newMatter } from '../ledger.js';
import type { Lab, Outcome, Scenario } from '../scenario.js';

const suffixes = ['', '-wal', '.head'] as const;
const page = 4_096;
/** So many of the last events were committed, and the process died before it said so. */
const unacknowledged = 3;

type Files = Readonly<Record<(typeof suffixes)[number], Buffer>>;

/** What a killed program leaves, half of the log moved into the file and half not, and every event of it. */
interface Remains {
  readonly files: Files;
  readonly events: readonly Recorded[];
  readonly acknowledged: number;
}

async function remains({ folder, start }: Lab): Promise<Remains> {
  const dataDir = join(folder, 'data');
  const ledger = new Ledger();
  for (const half of ['a', 'b']) {
    const program = await start({ dataDir });
    const { id } = await ledger.must(program, ground);
    for (let nth = 0; nth < 40; nth += 1)
      await ledger.must(program, newMatter(`${half}${nth.toString()}`, id));
    await program.kill(half === 'a' ? 'SIGTERM' : 'SIGKILL');
  }
  const log = LocalLog.open(files.log(dataDir), { mode: 'readonly' });
  const events = eventsOf(log);
  log.close();
  const read = (suffix: string): Buffer => readFileSync(`${files.log(dataDir)}${suffix}`);
  const acknowledged = events.length - unacknowledged;
  const head = Buffer.from(`${String(acknowledged).padStart(16, '0')}\n`);
  return { files: { '': read(''), '-wal': read('-wal'), '.head': head }, events, acknowledged };
}

/** What became of a damaged log: `whole`, `healed` (only an unacknowledged tail is gone), `stopped`, or a flaw in words. */
function judge(folder: string, damaged: Files, { events, acknowledged }: Remains): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const path = join(folder, 'log.db');
  for (const suffix of suffixes) writeFileSync(path + suffix, damaged[suffix]);
  let log: LocalLog | undefined;
  try {
    log = LocalLog.open(path, { mode: 'authority' });
    const found = eventsOf(log);
    for (const stream of new Set(found.map((event) => event.stream)))
      if (
        !isDeepStrictEqual(
          log.stream(stream),
          found.filter((event) => event.stream === stream),
        )
      )
        return `${stream} reads otherwise alone than in the whole`;
    if (!isDeepStrictEqual(found, events.slice(0, found.length)))
      return 'it reads otherwise than it was written';
    if (found.length < acknowledged)
      return `${found.length.toString()} of ${acknowledged.toString()} acknowledged events are left`;
    return found.length === events.length ? 'whole' : 'healed';
  } catch (error) {
    if (!(error instanceof CorruptLog)) return `not a finding but ${String(error)}`;
    return error.where.includes('log.db') || error.where.includes('@')
      ? 'stopped'
      : `stops without saying where: ${error.message}`;
  } finally {
    log?.close();
  }
}

function tally(lab: Lab, left: Remains, damages: Iterable<readonly [string, Files]>): Outcome {
  const figures: Record<string, number> = { tried: 0, whole: 0, healed: 0, stopped: 0 };
  const flaws: string[] = [];
  for (const [what, damaged] of damages) {
    const verdict = judge(join(lab.folder, 'damaged'), damaged, left);
    figures['tried'] = (figures['tried'] ?? 0) + 1;
    if (verdict in figures) figures[verdict] = (figures[verdict] ?? 0) + 1;
    else flaws.push(`${what}: ${verdict}`);
    if (flaws.length > 20) break;
    if ((figures['tried'] ?? 0) % 500 === 0) lab.say(`${String(figures['tried'])} tried`);
  }
  return { figures, flaws };
}

/** The file, and the write-ahead log, cut at each byte of the last page. */
export const cuts: Scenario = async (lab) => {
  const left = await remains(lab);
  const step = lab.size === 'full' ? 1 : 97;
  return tally(
    lab,
    left,
    (function* () {
      for (const suffix of ['', '-wal'] as const) {
        const bytes = left.files[suffix];
        const least = Math.max(0, bytes.length - (suffix === '' ? 1 : 4) * (page + 24));
        for (let at = least; at < bytes.length; at += step)
          yield [
            `log.db${suffix} cut at ${at.toString()} of ${bytes.length.toString()}`,
            { ...left.files, [suffix]: bytes.subarray(0, at) },
          ] as const;
      }
    })(),
  );
};

/** Single bits flipped anywhere in the file, its write-ahead log or its witness. */
export const flips: Scenario = async (lab) => {
  const left = await remains(lab);
  const dice = new Dice(lab.seed);
  const count = lab.size === 'full' ? 10_000 : 100;
  return tally(
    lab,
    left,
    (function* () {
      for (let nth = 0; nth < count; nth += 1) {
        const suffix = dice.pick(['', '', '-wal', '-wal', '-wal', '.head'] as const);
        const bytes = Buffer.from(left.files[suffix]);
        const [at, bit] = [dice.below(bytes.length), dice.below(8)];
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
        yield [
          `bit ${bit.toString()} of byte ${at.toString()} of log.db${suffix}`,
          { ...left.files, [suffix]: bytes },
        ] as const;
      }
    })(),
  );
};
