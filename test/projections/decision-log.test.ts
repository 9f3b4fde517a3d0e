import { describe, expect, it } from '@jest/globals';
import type { PointKind } from '../../src/domain/decision/events.js';
import {
  type DecisionFilter,
  decisionLine,
  decisionLog,
  listDecisions,
} from '../../src/projections/decision-log.js';
import { modelsOf, takeAll } from '../support/tables.js';
import { due, type Fact, given, logOfFacts, tell } from './facts.js';

interface Taken {
  readonly title?: string;
  readonly body?: string;
  readonly kinds?: readonly (readonly PointKind[])[];
  readonly meeting?: string;
  readonly matter?: string;
}

const taken = (id: string, statedAt: string, more: Taken = {}, occurred?: string | null): Fact => [
  `decision-${id}`,
  {
    type: 'DecisionRecorded',
    data: {
      body: more.body ?? 'sra',
      title: more.title ?? id,
      points: (more.kinds ?? [['noted']]).map((kinds, at) => ({ number: at + 1, kinds, text: 'text' })),
      meeting: more.meeting,
      matter: more.matter,
      agendaItem: '4 a',
    },
  },
  { statedAt, ...(occurred !== undefined && { occurred }) },
];

const today = '2026-06-10';

function listed(...facts: readonly Fact[]) {
  const log = logOfFacts(...facts);
  const models = modelsOf(log, 500, [decisionLog]);
  return {
    db: models.db,
    ids: (filter: DecisionFilter = {}, day = today) =>
      listDecisions(models.db, filter, day).items.map(({ id }) => id),
    line: (id: string, day = today) => decisionLine(models.db, id, day),
    more: (...later: readonly Fact[]) => {
      tell(log, ...later);
      takeAll(models);
    },
  };
}

describe('the decision log', () => {
  it('has a line for every decision, with what it says and how far it has come', () => {
    const { line } = listed(
      taken('d1', '2025-11-13', {
        title: 'Färdplan för nära vård',
        kinds: [['noted', 'endorsed'], ['assigned']],
        meeting: 'm1',
        matter: 'ma1',
      }),
      ['decision-d1', { type: 'PointMarkedNoActionNeeded', data: { point: 1 } }, { statedAt: '2025-12-01' }],
    );
    expect(line('d1')).toEqual({
      id: 'd1',
      body: 'sra',
      title: 'Färdplan för nära vård',
      meeting: 'm1',
      matter: 'ma1',
      agendaItem: '4 a',
      takenOn: '2025-11-13',
      date: '2025-11-13',
      statedAt: '2025-11-13',
      effectiveFrom: undefined,
      phase: 'recorded',
      inForce: true,
      ended: undefined,
      kinds: ['noted', 'endorsed', 'assigned'],
      points: 2,
      pointsWithoutAction: 1,
      corrections: 0,
      amendments: 0,
      assignments: { open: 0, late: 0, closed: 0 },
      revision: 1,
      recordedAt: '2025-12-01T10:00:00.000Z',
    });
    expect(line('d2')).toBeUndefined();
  });

  it('is in the order of the days decisions were taken, newest first, or of their titles as Swedes sort them', () => {
    const { ids } = listed(
      taken('a', '2025-11-13', { title: 'Öppna data' }, '2023'),
      taken('b', '2025-11-13', { title: 'Årshjul' }),
      taken('c', '2026-03-19', { title: 'Zonindelning' }),
      taken('d', '2026-03-19', { title: 'Äldreomsorg' }, null),
      taken('e', '2026-01-01', { title: 'avtal' }, '2025-12-24'),
    );
    expect(ids()).toEqual(['d', 'c', 'e', 'b', 'a']);
    expect(ids({ order: 'asc' })).toEqual(['a', 'b', 'e', 'c', 'd']);
    expect(ids({ sort: 'title' })).toEqual(['e', 'c', 'b', 'd', 'a']);
    expect(ids({ sort: 'title', order: 'desc' })).toEqual(['a', 'd', 'b', 'c', 'e']);
    expect(ids({ from: '2025-11-13', to: '2025-12-31' })).toEqual(['e', 'b']);
    expect(ids({ to: '2023-12-31' })).toEqual(['a']);
  });

  it('can be narrowed to bodies, a meeting, a matter and a kind of point', () => {
    const { ids } = listed(
      taken('a', '2026-01-01', { meeting: 'm1', kinds: [['noted'], ['assigned']] }),
      taken('b', '2026-01-02', { matter: 'ma1', kinds: [['assigned', 'noted']] }),
      taken('c', '2026-01-03', { body: 'arg', meeting: 'm2', kinds: [['rejected']] }),
    );
    expect(ids({ bodies: ['sra'] })).toEqual(['b', 'a']);
    expect(ids({ bodies: ['sra', 'arg'] })).toEqual(['c', 'b', 'a']);
    expect(ids({ bodies: [] })).toEqual([]);
    expect(ids({ meeting: 'm1' })).toEqual(['a']);
    expect(ids({ matter: 'ma1' })).toEqual(['b']);
    expect(ids({ kind: 'assigned' })).toEqual(['b', 'a']);
    expect(ids({ kind: 'assigned', sort: 'title' })).toEqual(['a', 'b']);
    expect(ids({ kind: 'rejected', bodies: ['sra'] })).toEqual([]);
  });

  it('shows a title with half a character in it', () => {
    const { line } = listed(taken('a', '2026-01-01', { title: 'Färd\ud800plan' }));
    expect(line('a')?.title).toBe('Färd\ufffdplan');
  });

  it('lets a kind of point go when the point is corrected', () => {
    const { ids, more } = listed(taken('a', '2026-01-01', { kinds: [['assigned']] }));
    more([
      'decision-a',
      {
        type: 'DecisionCorrected',
        data: { reason: 'r', points: [{ number: 1, to: { number: 1, kinds: ['noted'], text: 'noterar' } }] },
      },
      { statedAt: '2026-01-02' },
    ]);
    expect(ids({ kind: 'assigned' })).toEqual([]);
    expect(ids({ kind: 'assigned', sort: 'title' })).toEqual([]);
    expect(ids({ kind: 'noted' })).toEqual(['a']);
  });

  it('says where a decision stands on the day asked about', () => {
    const { ids, line } = listed(
      taken('recorded', '2026-01-01'),
      taken('confirmed', '2026-01-01'),
      ['decision-confirmed', { type: 'DecisionConfirmed', data: {} }, { statedAt: '2026-03-19' }],
      taken('ending', '2026-01-01'),
      ['decision-ending', { type: 'DecisionConfirmed', data: {} }, { statedAt: '2026-03-19' }],
      [
        'decision-ending',
        { type: 'DecisionSuperseded', data: { by: 'confirmed' } },
        { statedAt: '2026-03-20', effectiveFrom: '2026-07-01' },
      ],
      taken('revoked', '2026-01-01'),
      ['decision-revoked', { type: 'DecisionConfirmed', data: {} }, { statedAt: '2026-03-19' }],
      ['decision-revoked', { type: 'DecisionRevoked', data: { reason: 'r' } }, { statedAt: '2026-04-01' }],
    );
    expect(ids({ state: 'recorded' })).toEqual(['recorded']);
    expect(ids({ state: 'confirmed' })).toEqual(['ending', 'confirmed']);
    expect(ids({ state: 'superseded' })).toEqual([]);
    expect(ids({ state: 'revoked' })).toEqual(['revoked']);
    expect(ids({ state: 'superseded' }, '2026-07-01')).toEqual(['ending']);
    expect(line('ending')).toMatchObject({
      phase: 'confirmed',
      inForce: true,
      ended: { how: 'superseded', from: '2026-07-01', by: 'confirmed' },
    });
    expect(line('ending', '2026-07-01')).toMatchObject({ phase: 'superseded', inForce: false });
  });

  it('is not in force before the day it takes effect', () => {
    const [stream, event] = taken('d1', '2025-11-13');
    const { line } = listed([stream, event, { effectiveFrom: '2026-07-01' }]);
    expect(line('d1')).toMatchObject({ effectiveFrom: '2026-07-01', inForce: false });
    expect(line('d1', '2026-07-01')).toMatchObject({ inForce: true });
  });

  it('counts the assignments that came of it: open, late and closed', () => {
    const scene = listed(
      taken('d1', '2025-11-13', { kinds: [['assigned']] }),
      taken('d2', '2025-11-13', { kinds: [['assigned']] }),
      ['assignment-a', given('A', { decision: 'd1', deadline: due('senast i maj 2026') })],
      ['assignment-b', given('B', { decision: 'd1', deadline: due('senast i juni 2026') })],
      ['assignment-c', given('C', { decision: 'd1', deadline: due('kontinuerligt till och med maj 2026') })],
      ['assignment-e', given('E', { kind: 'commitment' })],
    );
    const counts = (id: string, day = today) => scene.line(id, day)?.assignments;
    expect(counts('d1')).toEqual({ open: 3, late: 1, closed: 0 });
    expect(counts('d1', '2026-05-31')).toMatchObject({ late: 0 });
    expect(counts('d1', '2026-07-01')).toMatchObject({ late: 2 });
    expect(scene.ids({ open: true })).toEqual(['d1']);
    expect(scene.ids({ open: false })).toEqual(['d2']);

    scene.more(
      [
        'assignment-a',
        { type: 'AssignmentClosed', data: { outcome: 'lapsed', reason: 'r' } },
        { statedAt: today },
      ],
      [
        'assignment-b',
        {
          type: 'DeadlineMoved',
          data: { from: due('senast i juni 2026'), to: due('senast i maj 2026'), reasonStated: false },
        },
        { statedAt: '2026-02-01' },
      ],
      ['assignment-e', { type: 'CommitmentPromoted', data: { decision: 'd2' } }, { statedAt: '2026-03-19' }],
    );
    expect(counts('d1')).toEqual({ open: 2, late: 1, closed: 1 });
    expect(counts('d2')).toEqual({ open: 1, late: 0, closed: 0 });

    scene.more(
      ['assignment-a', { type: 'AssignmentReopened', data: { reason: 'r' } }, { statedAt: today }],
      ['assignment-e', { type: 'CommitmentPromoted', data: { decision: 'd1' } }, { statedAt: '2026-04-19' }],
    );
    expect(counts('d1')).toEqual({ open: 4, late: 2, closed: 0 });
    expect(counts('d2')).toEqual({ open: 0, late: 0, closed: 0 });
  });

  it('does not count as late what is finally reported, until a supplement is asked for', () => {
    const { line, more } = listed(taken('d1', '2025-11-13', { kinds: [['assigned']] }), [
      'assignment-a',
      given('A', { decision: 'd1', deadline: due('senast i maj 2026') }),
    ]);
    const late = () => line('d1')?.assignments.late;
    expect(late()).toBe(1);
    more([
      'assignment-a',
      { type: 'FinalReportSubmitted', data: { text: 'klart' } },
      { statedAt: '2026-06-01' },
    ]);
    expect(late()).toBe(0);
    more([
      'assignment-a',
      { type: 'SupplementRequested', data: { text: 'mer' } },
      { statedAt: '2026-06-04' },
    ]);
    expect(late()).toBe(1);
  });

  it('goes through pages without a gap or a decision twice, by either order', () => {
    const facts = Array.from({ length: 130 }, (_, at) =>
      taken(`d${at.toString()}`, `2026-0${(1 + (at % 5)).toString()}-01`, {
        title: ['Ärende', 'Avtal', 'Plan'][at % 3],
        kinds: at % 2 === 0 ? [['assigned']] : [['noted']],
      }),
    );
    const { db, ids } = listed(...facts);
    const filters: DecisionFilter[] = [
      {},
      { sort: 'title' },
      { kind: 'assigned', order: 'asc' },
      { bodies: ['sra'], sort: 'title', order: 'desc', kind: 'noted' },
    ];
    for (const filter of filters) {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = listDecisions(db, filter, today, { limit: 17, cursor });
        found.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== undefined);
      expect(new Set(found).size).toBe(found.length);
      expect(found).toHaveLength(filter.kind ? 65 : 130);
      expect(found.slice(0, 50)).toEqual(ids(filter));
    }
  });
});
