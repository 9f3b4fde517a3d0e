import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DomainEvent } from '../../src/domain/events.js';
import { LocalLog } from '../../src/event-store/local-log.js';
import { allProjections } from '../../src/projections/all.js';
import { newFile } from '../../src/projections/model-file.js';
import { Runner } from '../../src/projections/runner.js';
import { type History, makeHistory, writeHistory } from '../support/histories.js';
import { due, type Fact, tell } from './facts.js';
import { logOf, modelsOf, tablesOf, takeAll, timeZone } from '../support/tables.js';

const seeds = [1, 2, 3, 4, 5, 6];
let histories: readonly History[];

beforeAll(async () => {
  histories = await Promise.all(seeds.map((seed) => makeHistory(seed, 140)));
}, 120_000);

/** Holds for each of the histories. */
const forEvery = (holds: (history: History) => void): void => {
  for (const history of histories) {
    try {
      holds(history);
    } catch (error) {
      throw new Error(`does not hold for the history of seed ${history.seed.toString()}`, { cause: error });
    }
  }
};

describe('any valid history', () => {
  it('gives the same rows live, event by event, as rebuilt in one pass', () => {
    forEvery(({ steps }) => {
      const log = LocalLog.open(':memory:', { mode: 'copy' });
      const live = new Runner(newFile(':memory:', allProjections, timeZone), log, allProjections, timeZone);
      for (const step of steps) {
        writeHistory(log, [step]);
        takeAll(live);
      }
      expect(tablesOf(live.db)).toEqual(tablesOf(modelsOf(log).db));
    });
  }, 120_000);

  it('gives the same rows whatever the size of the batches', () => {
    const logs = histories.map(({ steps }) => logOf(steps));
    const rebuilt = logs.map((log) => tablesOf(modelsOf(log).db));
    fc.assert(
      fc.property(fc.nat(logs.length - 1), fc.integer({ min: 2, max: 60 }), (at, size) => {
        const log = logs[at];
        expect(log && tablesOf(modelsOf(log, size).db)).toEqual(rebuilt[at]);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it('gives the same rows when the program was ended and begun again anywhere', () => {
    const logs = histories.map(({ steps }) => logOf(steps));
    const rebuilt = logs.map((log) => tablesOf(modelsOf(log).db));
    fc.assert(
      fc.property(fc.nat(logs.length - 1), fc.array(fc.nat(60), { minLength: 1 }), (at, cuts) => {
        const log = logs[at] ?? logOf([]);
        const db = newFile(':memory:', allProjections, timeZone);
        for (const size of cuts) new Runner(db, log, allProjections, timeZone).step(size + 1);
        const last = new Runner(db, log, allProjections, timeZone);
        takeAll(last, 40);
        expect(tablesOf(last.db)).toEqual(rebuilt[at]);
      }),
      { numRuns: 10 },
    );
  }, 120_000);

  it('gives the same rows when facts of one day, some of them late, come one by one', () => {
    const opened: DomainEvent = { type: 'MatterOpened', data: { body: 'sra', title: 'Lokaler' } };
    const planned = (milestone: string): DomainEvent => ({
      type: 'MilestonePlanned',
      data: { milestone, label: milestone, window: due('hösten 2026') },
    });
    const log = LocalLog.open(':memory:', { mode: 'copy' });
    const live = new Runner(newFile(':memory:', allProjections, timeZone), log, allProjections, timeZone);
    const statedAt = '2025-11-13';
    const facts: readonly Fact[] = [
      ['matter-x', opened, { statedAt, recordedAt: '2026-01-10T10:00:00.000Z' }],
      ['matter-x', planned('m1'), { statedAt, occurred: '2025-02', recordedAt: '2026-01-11T10:00:00.000Z' }],
      ['matter-x', planned('m2'), { statedAt, recordedAt: '2026-01-12T10:00:00.000Z' }],
    ];
    for (const fact of facts) {
      tell(log, fact);
      takeAll(live);
    }
    expect(tablesOf(live.db)).toEqual(tablesOf(modelsOf(log).db));
  });

  it('gives the same rows when something is taken back on the day of its recording', () => {
    const statedAt = '2025-11-13';
    const recordedAt = '2026-01-11T10:00:00.000Z';
    const window = due('hösten 2026');
    const log = LocalLog.open(':memory:', { mode: 'copy' });
    const live = new Runner(newFile(':memory:', allProjections, timeZone), log, allProjections, timeZone);
    const facts: readonly Fact[] = [
      [
        'matter-x',
        { type: 'MatterOpened', data: { body: 'sra', title: 'Lokaler' } },
        { statedAt, recordedAt },
      ],
      [
        'matter-x',
        { type: 'MilestonePlanned', data: { milestone: 'm1', label: 'Remiss', window } },
        { statedAt, recordedAt },
      ],
      [
        'matter-x',
        { type: 'MatterClosed', data: { reason: 'Klart' } },
        { statedAt: '2026-01-11', recordedAt },
      ],
      [
        'matter-x',
        { type: 'MatterReopened', data: { reason: 'Mer att göra' } },
        { statedAt: '2026-01-11', recordedAt },
      ],
    ];
    for (const fact of facts) {
      tell(log, fact);
      takeAll(live);
    }
    expect(tablesOf(live.db)).toEqual(tablesOf(modelsOf(log).db));
    expect(tablesOf(live.db)).toEqual(tablesOf(modelsOf(log, 3).db));
  });
});
