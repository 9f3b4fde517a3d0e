import { describe, expect, it } from '@jest/globals';
import { streamOf } from '../../src/domain/events.js';
import { type AsOf, axes } from '../../src/projections/as-of.js';
import { decisionHistory, type DecisionHistory, type HistoryOrder } from '../../src/projections/history.js';
import { makeHistory } from '../support/histories.js';
import { logOf, modelsOf, timeZone } from '../support/tables.js';
import { decided, due, type Fact, given, logOfFacts } from './facts.js';

const body: readonly Fact[] = [
  ['body-sra', { type: 'BodyRegistered', data: { name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' } }],
  [
    'body-sra',
    {
      type: 'RoleDefined',
      data: { role: 'r1', title: 'Region Norrälvens utvecklingsdirektör', kind: 'responsible' },
    },
  ],
  [
    'body-sra',
    { type: 'RoleDefined', data: { role: 'r2', title: 'Kommunsams direktör', kind: 'responsible' } },
  ],
];

const june = due('4 juni 2026');
const september = due('1 september 2026');

/** A guideline whose standpoint is planned for 4 June and found, in other notes, to be moved to 1 September. */
const guideline: readonly Fact[] = [
  ...body,
  [
    'matter-riktlinje',
    { type: 'MatterOpened', data: { body: 'sra', title: 'Riktlinje för trygg utskrivning' } },
  ],
  [
    'decision-d1',
    {
      type: 'DecisionRecorded',
      data: {
        body: 'sra',
        title: 'Riktlinje för trygg utskrivning',
        matter: 'riktlinje',
        agendaItem: '6',
        points: [{ number: 1, kinds: ['noted'], text: 'noterar informationen' }],
      },
    },
    { source: { document: 'sra-2025-11-13', quote: 'SRÄ noterar informationen.' } },
  ],
  [
    'matter-riktlinje',
    {
      type: 'MilestonePlanned',
      data: { milestone: 'ms1', label: 'Ställningstagande', window: june, form: 'ordinary' },
    },
    { source: { document: 'sra-2025-11-13', quote: 'Ställningstagande i SRÄ: 4 juni 2026' } },
  ],
  [
    'matter-riktlinje',
    {
      type: 'MilestoneMoved',
      data: { milestone: 'ms1', from: june, to: september, form: 'perCapsulam', reasonStated: false },
    },
    {
      statedAt: '2026-06-04',
      occurred: null,
      recordedAt: '2026-06-08T07:00:00.000Z',
      source: { document: 'referensgruppen-2026-06-04', quote: 'Beslut planeras per capsulam 1 september.' },
    },
  ],
  ['matter-riktlinje', { type: 'MatterLinked', data: { kind: 'document', target: 'Remissbrev' } }],
];

function told(facts: readonly Fact[]) {
  const log = logOfFacts(...facts);
  const { db } = modelsOf(log);
  return (id: string, asOf?: AsOf, order?: HistoryOrder) =>
    decisionHistory(db, log, id, { asOf, order, timeZone });
}

const lines = (found: DecisionHistory | undefined) => found?.entries.map(({ line }) => line.sv);
const types = (found: DecisionHistory | undefined) =>
  found?.entries.map(({ event, relation }) => `${relation} ${event.type}`);

describe('the history of a decision', () => {
  it('tells why a guideline slipped, with the three dates and the sentence each fact came from', () => {
    const found = told(guideline)('d1');
    expect(lines(found)).toEqual([
      'Sekreteraren registrerade beslutet ”Riktlinje för trygg utskrivning” (dagordningens punkt 6): punkt 1 noterar',
      'Sekreteraren planerade delmålet ”Ställningstagande”: 4 juni 2026',
      'Sekreteraren flyttade delmålet ”Ställningstagande” från 4 juni till 1 september 2026, per capsulam; skäl anges inte',
    ]);
    const moved = found?.entries.at(-1);
    expect(moved?.line.en).toBe(
      'The secretary moved the milestone “Ställningstagande” from 4 June to 1 September 2026, per capsulam; no reason is stated',
    );
    expect(moved).toMatchObject({
      relation: 'matter',
      title: 'Riktlinje för trygg utskrivning',
      happenedBy: '2026-06-04',
      event: {
        actor: { id: 'u9', role: 'secretary' },
        occurred: null,
        statedAt: '2026-06-04',
        recordedAt: '2026-06-08T07:00:00.000Z',
        source: { quote: 'Beslut planeras per capsulam 1 september.' },
      },
    });
    expect(found).toMatchObject({ id: 'd1', revision: 0, complete: true, assignments: [], replaces: [] });
  });

  it.each<[AsOf['axis'], string, number]>([
    ['statedBy', '2026-03-01', 2],
    ['statedBy', '2026-06-04', 3],
    ['happenedBy', '2026-06-03', 2],
    ['happenedBy', '2026-06-05', 3],
    ['recordedBy', '2026-06-05', 2],
    ['recordedBy', '2026-06-08', 3],
  ])('tells only what counts %s %s', (axis, date, count) => {
    expect(told(guideline)('d1', { axis, date })?.entries).toHaveLength(count);
  });

  it('is not there before the decision was, nor for a decision nobody has recorded', () => {
    expect(told(guideline)('d1', { axis: 'statedBy', date: '2025-11-12' })).toBeUndefined();
    expect(told(guideline)('d2')).toBeUndefined();
  });

  const deliverables = ['plan för genomförande', 'kostnadsbedömning', 'tidplan'].map((text, at) => ({
    deliverable: `d${(at + 1).toString()}`,
    text,
  }));
  const study = [
    { deliverable: 'd1', text: 'nulägesbild' },
    { deliverable: 'd2', text: 'förslag till mått' },
  ];

  /** A study that was delivered by half, and the assignment that took over from it. */
  const followUp: readonly Fact[] = [
    ...body,
    [
      'decision-old',
      decided('Förstudie om uppföljning', 'ger i uppdrag att göra en förstudie'),
      { occurred: '2024', source: { document: 'sra-2025-11-13' } },
    ],
    [
      'assignment-study',
      given('Göra en förstudie', {
        decision: 'old',
        point: 1,
        deliverables: study,
        responsible: ['r1'],
        deadline: due('hösten 2025', '2024-11-01'),
      }),
      { occurred: '2024' },
    ],
    [
      'assignment-study',
      {
        type: 'DeliverableReported',
        data: { deliverable: 'd2', result: 'unanswerable', why: 'data saknas' },
      },
      { by: 'responsible' },
    ],
    [
      'decision-new',
      {
        type: 'DecisionRecorded',
        data: {
          body: 'sra',
          title: 'Gemensam uppföljning av nära vård',
          agendaItem: '4',
          points: [
            { number: 1, kinds: ['noted', 'endorsed'], text: 'noterar informationen och ställer sig bakom' },
            { number: 2, kinds: ['assigned'], text: 'ger i uppdrag att återkomma med en plan' },
          ],
        },
      },
    ],
    [
      'assignment-plan',
      given('Återkomma med en plan', {
        decision: 'new',
        point: 2,
        responsible: ['r1', 'r2'],
        deliverables,
        recipient: 'sra',
        deadline: due('senast i juni 2026 – efter dialog med arbetsgruppen'),
        replaces: 'study',
      }),
    ],
    [
      'assignment-study',
      { type: 'AssignmentReplaced', data: { by: 'plan', reason: 'resten tas om hand där' } },
    ],
    [
      'assignment-study',
      { type: 'AssignmentClosed', data: { outcome: 'replaced', reason: 'resten tas om hand där' } },
      { by: 'chair' },
    ],
  ];

  it('follows an assignment that was delivered by half to the one that took over', () => {
    const found = told(followUp)('old');
    expect(types(found)).toEqual([
      'self DecisionRecorded',
      'assignment AssignmentGiven',
      'assignment DeliverableReported',
      'laterAssignment AssignmentGiven',
      'assignment AssignmentReplaced',
      'assignment AssignmentClosed',
    ]);
    expect(lines(found)?.slice(2)).toEqual([
      'Den ansvariga redovisade att deluppdraget ”förslag till mått” inte kunde besvaras; skäl: data saknas',
      'Sekreteraren registrerade uppdraget ”Återkomma med en plan” till Region Norrälvens utvecklingsdirektör och Kommunsams direktör; att redovisa: ”plan för genomförande”, ”kostnadsbedömning” och ”tidplan”; återkoppling till SRÄ: ”senast i juni 2026 – efter dialog med arbetsgruppen”, alltså till och med 30 juni 2026; tar över efter ”Göra en förstudie”',
      'Sekreteraren ersatte uppdraget med ”Återkomma med en plan”; skäl: resten tas om hand där',
      'Ordföranden avslutade uppdraget som ersatt av ett annat uppdrag; skäl: resten tas om hand där',
    ]);
    expect(
      found?.assignments.map(({ id, relation, state }) => [id, relation, state.phase, state.outcome]),
    ).toEqual([
      ['study', 'assignment', 'closed', 'replaced'],
      ['plan', 'laterAssignment', 'given', undefined],
    ]);
  });

  it('gives the points, and the roles and deliverables that came of the second', () => {
    const found = told(followUp)('new');
    expect(found?.state.points.map(({ number, kinds }) => [number, kinds])).toEqual([
      [1, ['noted', 'endorsed']],
      [2, ['assigned']],
    ]);
    expect(found?.assignments.map(({ id, relation }) => [id, relation])).toEqual([
      ['plan', 'assignment'],
      ['study', 'earlierAssignment'],
    ]);
    expect(found?.assignments[0]?.state).toMatchObject({
      responsible: ['r1', 'r2'],
      deliverables,
      deadline: { latest: '2026-06-30' },
    });
  });

  it('follows links only as they were known', () => {
    const found = told(followUp)('old', { axis: 'happenedBy', date: '2024-12-31' });
    expect(types(found)).toEqual(['self DecisionRecorded', 'assignment AssignmentGiven']);
  });

  it('tells in the order in which things happened, were stated or were recorded', () => {
    const ask = told([
      ['decision-d1', decided('Ett ärende', 'noterar'), { statedAt: '2025-11-13' }],
      [
        'decision-d1',
        { type: 'DecisionConfirmed', data: {} },
        { statedAt: '2026-03-19', occurred: '2026-03-19' },
      ],
      [
        'decision-d1',
        { type: 'DecisionDispatched', data: { to: ['p1'] } },
        { statedAt: '2026-01-10', occurred: '2025-12-01', recordedAt: '2026-04-01T09:00:00.000Z' },
      ],
      [
        'decision-d1',
        { type: 'PointMarkedNoActionNeeded', data: { point: 1 } },
        { statedAt: '2026-02-01', occurred: '2025-11', recordedAt: '2026-04-01T09:00:01.000Z' },
      ],
    ]);
    const told1 = (order?: HistoryOrder) =>
      ask('d1', undefined, order)?.entries.map(({ event }) => event.type);
    const [recorded, confirmed, dispatched, marked] = [
      'DecisionRecorded',
      'DecisionConfirmed',
      'DecisionDispatched',
      'PointMarkedNoActionNeeded',
    ];
    expect(told1()).toEqual([recorded, marked, dispatched, confirmed]);
    expect(told1('stated')).toEqual([recorded, dispatched, marked, confirmed]);
    expect(told1('recorded')).toEqual([recorded, confirmed, dispatched, marked]);
  });

  it('tells from both sides what replaced what, and which decision changed it', () => {
    const ask = told([
      ['decision-a', decided('Färdplan 1', 'noterar')],
      ['decision-b', decided('Färdplan 2', 'noterar')],
      ['decision-c', decided('Färdplan 3', 'noterar')],
      ['decision-e', decided('Ett annat', 'noterar')],
      ['decision-a', { type: 'DecisionSuperseded', data: { by: 'b' } }, { effectiveFrom: '2026-01-01' }],
      ['decision-b', { type: 'DecisionSuperseded', data: { by: 'c' } }],
      ['decision-e', { type: 'DecisionConfirmed', data: {} }],
      ['decision-e', { type: 'DecisionRevoked', data: { reason: 'saknar grund', by: 'b' } }],
    ]);
    const b = ask('b');
    expect([
      b?.replaces.map(({ id }) => id),
      b?.replacedBy.map(({ id }) => id),
      b?.changed.map(({ id }) => id),
    ]).toEqual([['a'], ['c'], ['e']]);
    expect(types(b)).toEqual([
      'predecessor DecisionRecorded',
      'self DecisionRecorded',
      'successor DecisionRecorded',
      'predecessor DecisionSuperseded',
      'self DecisionSuperseded',
      'changed DecisionRevoked',
    ]);
    expect(ask('a')?.replacedBy.map(({ id, title }) => [id, title])).toEqual([
      ['b', 'Färdplan 2'],
      ['c', 'Färdplan 3'],
    ]);
    expect(ask('c')?.replaces.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(ask('a')?.state.ended).toEqual({ how: 'superseded', from: '2026-01-01', by: 'b' });
  });

  it('does not take in other decisions that the same one replaced', () => {
    const ask = told([
      ['decision-a', decided('Färdplan A', 'noterar')],
      ['decision-b', decided('Färdplan B', 'noterar')],
      ['decision-c', decided('Gemensam färdplan', 'noterar')],
      ['decision-a', { type: 'DecisionSuperseded', data: { by: 'c' } }],
      ['decision-b', { type: 'DecisionSuperseded', data: { by: 'c' } }],
    ]);
    expect(types(ask('a'))).toEqual([
      'self DecisionRecorded',
      'successor DecisionRecorded',
      'self DecisionSuperseded',
    ]);
    expect(ask('c')?.replaces.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('comes to an end where what replaces what goes round', () => {
    const ask = told([
      ['decision-a', decided('A', 'ger i uppdrag')],
      ['decision-b', decided('B', 'noterar')],
      ['decision-a', { type: 'DecisionSuperseded', data: { by: 'b' } }],
      ['decision-b', { type: 'DecisionSuperseded', data: { by: 'a' } }],
      ['assignment-x', given('X', { decision: 'a' })],
      ['assignment-y', given('Y')],
      ['assignment-x', { type: 'AssignmentReplaced', data: { by: 'y' } }],
      ['assignment-y', { type: 'AssignmentReplaced', data: { by: 'x' } }],
    ]);
    expect(ask('a')?.entries).toHaveLength(8);
    expect(ask('b')?.entries).toHaveLength(8);
  });

  it('takes in a commitment from the day it was made an assignment of the decision', () => {
    const ask = told([
      ['decision-a', decided('A', 'ger i uppdrag')],
      ['assignment-x', given('Återkomma', { kind: 'commitment' })],
      [
        'assignment-x',
        { type: 'CommitmentPromoted', data: { decision: 'a', point: 1 } },
        { statedAt: '2026-03-19' },
      ],
    ]);
    expect(ask('a', { axis: 'statedBy', date: '2026-03-18' })?.assignments).toEqual([]);
    expect(ask('a')?.assignments).toHaveLength(1);
    expect(ask('a')?.entries).toHaveLength(3);
  });

  it('says so when more hangs together than is told', () => {
    const many = Array.from({ length: 520 }, (_, at): Fact => [
      `assignment-${at.toString()}`,
      given(`Uppdrag ${at.toString()}`, { decision: 'a' }),
    ]);
    const found = told([['decision-a', decided('A', 'ger i uppdrag')], ...many])('a');
    expect(found?.complete).toBe(false);
    expect(found?.entries).toHaveLength(500);
  });

  it('holds every fact of any decision and of what came of it once, as of now as now', async () => {
    const { steps, events, today } = await makeHistory(7, 300);
    const log = logOf(steps);
    const { db } = modelsOf(log);
    const decisions = events.filter(({ type }) => type === 'DecisionRecorded').map(({ stream }) => stream);
    expect(decisions.length).toBeGreaterThan(5);
    for (const stream of decisions) {
      const ask = (asOf?: AsOf) =>
        decisionHistory(db, log, stream.slice('decision-'.length), { asOf, timeZone });
      const found = ask();
      const positions = found?.entries.map(({ event }) => event.position) ?? [];
      const given = events.filter(
        (event) =>
          event.type === 'AssignmentGiven' && streamOf('decision', event.data.decision ?? '') === stream,
      );
      const own = [stream, ...given.map((event) => event.stream)];
      const expected = events.filter((event) => own.includes(event.stream)).map(({ position }) => position);
      expect(new Set(positions).size).toBe(positions.length);
      expect(positions).toEqual(expect.arrayContaining(expected));
      for (const axis of axes) expect(ask({ axis, date: today })).toEqual(found);
    }
  });
});
