import { describe, expect, it } from '@jest/globals';
import { audit, type AuditFilter, auditPage } from '../../src/projections/audit.js';
import { modelsOf, tablesOf, takeAll } from '../support/tables.js';
import { decided, type Fact, given, logOfFacts, reported, tell } from './facts.js';

const facts: readonly Fact[] = [
  [
    'body-sra',
    { type: 'BodyRegistered', data: { name: 'Samrådsorganet', shortName: 'SRÄ' } },
    { by: 'admin', actor: 'u1' },
  ],
  [
    'person-u5',
    { type: 'PersonRegistered', data: { name: 'Åsa Öbom', language: 'sv' } },
    { by: 'admin', actor: 'u1' },
  ],
  [
    'decision-d1',
    decided('Färdplan', 'noterar'),
    { statedAt: '2026-03-19', recordedAt: '2026-03-19T22:59:59.000Z' },
  ],
  ['assignment-a1', given('Uppdrag'), { statedAt: '2026-03-19', recordedAt: '2026-03-19T23:00:00.000Z' }],
  ['assignment-a1', reported('går bra'), { statedAt: '2026-04-02', by: 'responsible', actor: 'u5' }],
  [
    'decision-d0',
    decided('Ett äldre beslut', 'noterar'),
    { statedAt: '2024-02-01', occurred: '2023', recordedAt: '2026-04-03T08:00:00.000Z' },
  ],
  [
    'decision-d9',
    { type: 'DecisionRecorded', data: { body: 'arg', title: 'I ett annat organ', points: [] } },
    { statedAt: '2026-04-04', actor: 'u2' },
  ],
];

function trail(given: readonly Fact[] = facts) {
  const log = logOfFacts(...given);
  const models = modelsOf(log, 500, [audit]);
  return {
    log,
    models,
    db: models.db,
    at: (filter: AuditFilter) => auditPage(models.db, filter).items.map(({ position }) => Number(position)),
  };
}

describe('the audit trail', () => {
  it('has a place for every fact, newest first, with the local day it was recorded', () => {
    const { db, at } = trail();
    expect(at({})).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(at({ order: 'oldest' })).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const { items } = auditPage(db, { order: 'oldest' });
    expect(items.slice(2, 4).map(({ recorded }) => recorded)).toEqual(['2026-03-19', '2026-03-20']);
    expect(items[5]).toEqual({
      position: '6',
      subject: { kind: 'decision', id: 'd0' },
      body: 'sra',
      type: 'DecisionRecorded',
      actor: 'u9',
      recorded: '2026-04-03',
      stated: '2024-02-01',
      happened: '2023-12-31',
    });
  });

  it('can be narrowed to a body, a subject, an actor, a type, and several of them', () => {
    const { at } = trail();
    expect(at({ bodies: ['arg'] })).toEqual([7]);
    expect(at({ bodies: ['sra'] })).toEqual([6, 5, 4, 3, 1]);
    expect(at({ bodies: ['sra', 'arg'] })).toEqual([7, 6, 5, 4, 3, 1]);
    expect(at({ bodies: [] })).toEqual([]);
    expect(at({ subject: { kind: 'assignment', id: 'a1' } })).toEqual([5, 4]);
    expect(at({ actor: 'u1' })).toEqual([2, 1]);
    expect(at({ type: 'DecisionRecorded' })).toEqual([7, 6, 3]);
    expect(at({ type: 'DecisionRecorded', bodies: ['sra'], actor: 'u9' })).toEqual([6, 3]);
    expect(at({ actor: 'nobody' })).toEqual([]);
  });

  it.each<[AuditFilter, number[]]>([
    [{ date: 'recorded', from: '2026-03-19', to: '2026-03-19' }, [3]],
    [{ date: 'recorded', from: '2026-03-20' }, [7, 6, 5, 4]],
    [{ date: 'stated', to: '2025-12-31' }, [2, 1, 6]],
    [{ date: 'stated', from: '2026-03-19', to: '2026-04-02', order: 'oldest' }, [3, 4, 5]],
    [{ date: 'happened', to: '2023-12-31' }, [6]],
    [{ date: 'happened' }, [7, 5, 4, 3, 2, 1, 6]],
    [{ date: 'stated', from: '2026-03-19', bodies: ['sra'] }, [5, 4, 3]],
  ])('keeps to a period and the order of its date: %j', (filter, expected) => {
    expect(trail().at(filter)).toEqual(expected);
  });

  const many: readonly Fact[] = [
    ['assignment-a1', given('Uppdrag')],
    ...Array.from({ length: 2_500 }, (_, at): Fact => [
      `assignment-b${(at % 50).toString()}`,
      reported(`rapport ${at.toString()}`),
      { statedAt: `2026-0${(1 + ((at * 7) % 9)).toString()}-11`, actor: at % 500 === 3 ? 'u-rare' : 'u9' },
    ]),
  ];
  const scene = trail(many);

  it.each<[AuditFilter, number]>([
    [{}, 2_501],
    [{ type: 'ProgressReported' }, 2_500],
    [{ type: 'ProgressReported', date: 'stated' }, 2_500],
    [{ actor: 'u-rare', date: 'stated', order: 'oldest' }, 5],
    [{ actor: 'u-rare', type: 'ProgressReported' }, 5],
    [{ date: 'recorded', from: '2026-01-01', to: '2026-05-30' }, -1],
    [{ date: 'happened', order: 'oldest', type: 'ProgressReported' }, 2_500],
  ])('goes through many pages without a gap or a fact twice: %j', (filter, count) => {
    const found: { position: string; stated: string }[] = [];
    let cursor: string | undefined;
    do {
      const page = auditPage(scene.db, filter, { limit: 200, cursor });
      found.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined);
    const inPeriod = many.filter(([, , telling]) => {
      const day = telling?.statedAt ?? '2025-11-13';
      return (filter.from ?? '') <= day && day <= (filter.to ?? '9');
    });
    expect(found).toHaveLength(count < 0 ? inPeriod.length : count);
    expect(new Set(found.map(({ position }) => position)).size).toBe(found.length);
    const keys = found.map(({ stated, position }) =>
      filter.date === undefined ? position.padStart(9, '0') : `${stated} ${position.padStart(9, '0')}`,
    );
    const sorted = [...keys].sort();
    expect(keys).toEqual(filter.order === 'oldest' ? sorted : sorted.reverse());
  });

  it('forgets the facts of an erased person, and keeps that they were erased', () => {
    const { log, models, at, db } = trail();
    tell(log, ['register', { type: 'PersonErased', data: { person: 'u5' } }, { by: 'admin', actor: 'u1' }]);
    log.eraseStream('person-u5');
    takeAll(models);
    expect(at({})).toEqual([8, 7, 6, 5, 4, 3, 1]);
    expect(tablesOf(db)).toEqual(tablesOf(modelsOf(log, 500, [audit]).db));
  });
});
