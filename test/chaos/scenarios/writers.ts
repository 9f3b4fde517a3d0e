import { ground, Ledger, newMatter, newMilestone } from '../ledger.js';
import type { Answer } from '../program.js';
import { flawsOf, type Scenario, settled } from '../scenario.js';

const racing = 16;
const roundsPerStream = 40;

const currentRevision = ({ json }: Answer): unknown =>
  typeof json === 'object' && json !== null && 'currentRevision' in json ? json.currentRevision : undefined;

/** Sixteen writers who all saw the same revision of one stream: one wins, the others are told where it stands now. */
export const writers: Scenario = async ({ folder, size, start, say }) => {
  const rounds = size === 'full' ? 1_000 : 40;
  const ledger = new Ledger();
  const flaws: string[] = [];
  const program = await start({ dataDir: folder });
  const body = await ledger.must(program, ground);
  let matter = '';
  let revision = 0;
  for (let round = 0; round < rounds && flaws.length === 0; round += 1) {
    if (round % roundsPerStream === 0) {
      ({ id: matter, revision } = await ledger.must(program, newMatter(`m${round.toString()}`, body.id)));
      say(`${round.toString()}/${rounds.toString()} rounds`);
    }
    const answers = await Promise.all(
      Array.from({ length: racing }, (_, nth) =>
        ledger.send(program, newMilestone(`r${round.toString()}-${nth.toString()}`, matter, revision)),
      ),
    );
    const won = answers.filter((answer) => answer && answer.status < 300).length;
    const told = answers.filter(
      (answer) =>
        answer &&
        (answer.status === 412 || answer.status === 409) &&
        currentRevision(answer) === revision + 1,
    ).length;
    if (won !== 1 || told !== racing - 1)
      flaws.push(`round ${round.toString()}: ${JSON.stringify(answers.map((a) => a?.json))}`);
    revision += 1;
  }
  await settled(program, ledger, folder);
  return {
    figures: { rounds, writers: racing, acknowledged: ledger.acknowledged },
    flaws: [...flaws, ...flawsOf(ledger)],
  };
};
