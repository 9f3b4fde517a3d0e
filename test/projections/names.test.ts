import { describe, expect, it } from '@jest/globals';
import { changesIn } from '../../src/projections/changes.js';
import { namesOf, personsIn, titleOf } from '../../src/projections/names.js';
import { modelsOf, takeAll } from '../support/tables.js';
import { decided, due, type Fact, given, logOfFacts, reported, tell } from './facts.js';

const facts: readonly Fact[] = [
  ['body-sra', { type: 'BodyRegistered', data: { name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' } }],
  ['body-sra', { type: 'PartyGroupFormed', data: { group: 'g1', name: 'Kommunsam' } }],
  ['body-sra', { type: 'PartyJoined', data: { party: 'p1', name: 'Björkviks kommun', aliases: [] } }],
  [
    'body-sra',
    { type: 'RoleDefined', data: { role: 'r1', title: 'Kommunsams direktör', kind: 'responsible' } },
  ],
  ['person-u1', { type: 'PersonRegistered', data: { name: 'Åsa Öbom', language: 'sv' } }],
  ['body-sra', { type: 'RoleHolderAppointed', data: { role: 'r1', person: 'u1' } }],
  ['meeting-m1', { type: 'MeetingScheduled', data: { body: 'sra', kind: 'extra', date: '2026-06-04' } }],
  ['matter-ma1', { type: 'MatterOpened', data: { body: 'sra', title: 'Riktlinje' } }],
  [
    'matter-ma1',
    { type: 'MilestonePlanned', data: { milestone: 'ms1', label: 'Remisstid', window: due('mars') } },
  ],
  ['decision-d1', decided('Färdplan', 'noterar')],
  [
    'assignment-a1',
    given('Ta fram en plan', {
      deliverables: [{ deliverable: 'd1', text: 'tidplan' }],
      preconditions: [{ precondition: 'c1', text: 'efter dialog' }],
    }),
  ],
  ['assignment-a1', { type: 'DeliverableDefined', data: { deliverable: 'd2', text: 'kostnader' } }],
];

function named() {
  const log = logOfFacts(...facts);
  const models = modelsOf(log, 500);
  return { log, models, look: () => namesOf(models.db, log) };
}

describe('names', () => {
  it('tell what the ids in events stand for, and which body streams belong to', () => {
    const found = named().look();
    expect([
      found.body('sra'),
      found.group('sra', 'g1'),
      found.party('sra', 'p1'),
      found.role('sra', 'r1'),
    ]).toEqual(['SRÄ', 'Kommunsam', 'Björkviks kommun', 'Kommunsams direktör']);
    expect(found.meeting('m1')).toEqual({ date: '2026-06-04', kind: 'extra' });
    expect([found.matter('ma1'), found.decision('d1'), found.assignment('a1')]).toEqual([
      'Riktlinje',
      'Färdplan',
      'Ta fram en plan',
    ]);
    expect([
      found.milestone('ma1', 'ms1'),
      found.deliverable('a1', 'd2'),
      found.precondition('a1', 'c1'),
    ]).toEqual(['Remisstid', 'kostnader', 'efter dialog']);
    const streams = ['body-sra', 'meeting-m1', 'matter-ma1', 'decision-d1', 'assignment-a1'];
    expect(streams.map((stream) => found.bodyOf(stream))).toEqual(streams.map(() => 'sra'));
    expect(['person-u1', 'register', 'decision-d2'].map((stream) => found.bodyOf(stream))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([...streams, 'person-u1'].map((stream) => titleOf(found, stream))).toEqual([
      'SRÄ',
      '2026-06-04',
      'Riktlinje',
      'Färdplan',
      'Ta fram en plan',
      undefined,
    ]);
  });

  it('know nothing of other bodies, and nobody by name unless told', () => {
    const { log, models } = named();
    const found = namesOf(models.db, log, new Map([['u1', { kind: 'named', name: 'Åsa Öbom' }]]));
    expect(found.role('arg', 'r1')).toBeUndefined();
    expect(found.person('u1')).toEqual({ kind: 'named', name: 'Åsa Öbom' });
    expect(namesOf(models.db, log).person('u1')).toBeUndefined();
  });

  it('follow what things are called now', () => {
    const { log, models, look } = named();
    tell(
      log,
      [
        'decision-d1',
        {
          type: 'DecisionCorrected',
          data: { reason: 'r', title: { from: 'Färdplan', to: 'Vägkarta' }, points: [] },
        },
        { statedAt: '2026-01-02' },
      ],
      [
        'meeting-m1',
        { type: 'MeetingMoved', data: { from: '2026-06-04', to: '2026-06-11', reasonStated: false } },
        { statedAt: '2026-01-02' },
      ],
    );
    takeAll(models);
    expect(look().decision('d1')).toBe('Vägkarta');
    expect(look().meeting('m1')?.date).toBe('2026-06-11');
  });

  it('are looked up for the persons a fact speaks of', () => {
    const { log } = named();
    const events = log.after(null, 100);
    expect(events.flatMap(personsIn)).toEqual(['u1', 'u1']);
    const [deputy] = tell(log, ['person-u1', { type: 'DeputyNamed', data: { deputy: 'u2' } }]);
    expect(deputy && personsIn(deputy)).toEqual(['u1', 'u2']);
  });
});

describe('changesIn', () => {
  it('says once what changed, in which body, up to the last position', () => {
    const { log, look } = named();
    const events = tell(
      log,
      ['assignment-a1', reported('ett')],
      ['assignment-a1', reported('två')],
      ['person-u1', { type: 'PersonUpdated', data: { language: 'en' } }],
    );
    expect(changesIn(events, look())).toEqual({
      position: '15',
      changes: [
        { kind: 'assignment', id: 'a1', body: 'sra', type: 'ProgressReported' },
        { kind: 'person', id: 'u1', body: null, type: 'PersonUpdated' },
      ],
    });
    expect(changesIn([], look())).toBeUndefined();
  });
});
