import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ground, Ledger, newMatter } from '../ledger.js';
import { flawsOf, type Scenario, settled, skip, until } from '../scenario.js';

/** Takes all the room there is. */
function fillUp(path: string): void {
  const file = openSync(path, 'w');
  for (const size of [1 << 16, 1 << 12, 1])
    try {
      for (;;) writeSync(file, Buffer.alloc(size));
    } catch (error) {
      if (typeof error !== 'object' || error === null || !('code' in error) || error.code !== 'ENOSPC')
        throw error;
    }
  closeSync(file);
}

/** No room on the disk: writes are refused with 507, reads go on, also after a kill; once there is room all goes on by itself. */
export const diskFull: Scenario = async ({ folder, size, start }) => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk], { encoding: 'utf8' });
  if (mounted.status !== 0) return skip(`no small tmpfs: ${mounted.stderr || 'mount is missing'}`.trim());
  try {
    const rounds = size === 'full' ? 10 : 2;
    const dataDir = join(disk, 'data');
    const ballast = join(disk, 'ballast');
    const ledger = new Ledger();
    const flaws: string[] = [];
    let refused = 0;
    let program = await start({ dataDir });
    const { id: body } = await ledger.must(program, ground);
    for (let round = 0; round < rounds && flaws.length === 0; round += 1) {
      const matter = (nth: number) => newMatter(`m${round.toString()}-${nth.toString()}`, body);
      const { id } = await ledger.must(program, matter(0));
      const path = `/api/matters/${id}`;
      await until(
        () => program.get(path),
        ({ status }) => status === 200,
      );
      fillUp(ballast);
      const turnedAway: number[] = [];
      for (let nth = 1; nth < 3_000 && turnedAway.length < 20; nth += 1) {
        const answer = await ledger.send(program, matter(nth));
        if (answer?.status === 507) turnedAway.push(nth);
        else if (answer?.status !== 201)
          flaws.push(`with a full disk: ${JSON.stringify(answer ?? program.lastWords)}`);
      }
      refused += turnedAway.length;
      if (turnedAway.length === 0) flaws.push('nothing was refused though the disk is full');
      const read = await program.get(path);
      if (read?.status !== 200) flaws.push(`a read with a full disk: ${JSON.stringify(read)}`);
      if (round % 2 === 1) {
        await program.kill();
        program = await start({ dataDir });
        const again = await until(
          () => program.get(path),
          ({ status }) => status === 200,
        );
        if (again?.status !== 200)
          flaws.push(`a read after a start with a full disk: ${JSON.stringify(again)}`);
      }
      rmSync(ballast);
      for (const nth of turnedAway) await ledger.must(program, matter(nth));
      await settled(program, ledger, dataDir);
    }
    await program.kill();
    return {
      figures: { rounds, refused, acknowledged: ledger.acknowledged },
      flaws: [...flaws, ...flawsOf(ledger)],
    };
  } finally {
    spawnSync('umount', ['-l', disk]);
  }
};
