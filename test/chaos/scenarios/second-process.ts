import { ground, Ledger, newMatter } from '../ledger.js';
import { Program } from '../program.js';
import { flawsOf, type Scenario, settled } from '../scenario.js';

/** A second process on the same file is turned away, hinders nobody, and gets in once the first is dead. */
export const secondProcess: Scenario = async ({ main, folder, size, start }) => {
  const rounds = size === 'full' ? 20 : 2;
  const ledger = new Ledger();
  const flaws: string[] = [];
  let first = await start({ dataDir: folder });
  const { id } = await ledger.must(first, ground);
  for (let round = 0; round < rounds; round += 1) {
    const second = new Program({ main, dataDir: folder });
    const turnedAway = second.ended();
    for (let nth = 0; nth < 20; nth += 1)
      await ledger.must(first, newMatter(`m${round.toString()}-${nth.toString()}`, id));
    const code = await turnedAway;
    if (code !== 70 || !second.lastWords.includes('in use by another process'))
      flaws.push(`the second process ended with ${String(code)}: ${second.lastWords}`);
    await first.kill();
    first = await start({ dataDir: folder });
  }
  await settled(first, ledger, folder);
  return { figures: { rounds, acknowledged: ledger.acknowledged }, flaws: [...flaws, ...flawsOf(ledger)] };
};
