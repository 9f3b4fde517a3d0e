import { describe, expect, it } from '@jest/globals';
import { type Context, fold } from '../../src/domain/decider.js';
import {
  decision,
  type DecisionCommand,
  type DecisionContext,
  decisionPhase,
  type DecisionState,
  inForce,
  wordingOn,
} from '../../src/domain/decision/decision.js';
import type { DecisionEvent, DecisionPoint } from '../../src/domain/decision/events.js';
import { meeting } from '../../src/domain/meeting/meeting.js';
import type { RefusalCode } from '../../src/domain/refusal.js';
import { breachOf, type Fact, type How, longAgo, on, recorded, scenarios } from '../support/given.js';

const autumnMeeting = fold(meeting, [
  recorded(
    'meeting-m1',
    { type: 'MeetingScheduled', data: { body: 'srä', kind: 'ordinary', date: longAgo } },
    0,
  ),
]);
const follower = (change: Partial<Pick<DecisionState, 'takenOn' | 'effectiveFrom'>> = {}): DecisionState => ({
  ...decision.initial,
  ...{
    exists: true,
    body: 'srä',
    title: 'Ny riktlinje',
    takenOn: '2026-03-19',
    statedAt: '2026-03-19',
    confirmed: true,
  },
  ...change,
});

type Around = Omit<DecisionContext, keyof Context<DecisionState>>;
const around: Around = {
  bodyExists: true,
  matterExists: true,
  meeting: autumnMeeting,
  successors: [{ id: 'd2', state: follower() }],
};
const { given } = scenarios(decision, 'decision-d1', around, (context, outside: Around) => ({
  ...context,
  ...outside,
}));

const first: DecisionPoint = {
  number: 1,
  kinds: ['noted', 'endorsed'],
  text: 'SRÄ noterar och ställer sig bakom',
};
const second: DecisionPoint = { number: 2, kinds: ['assigned'], text: 'SRÄ ger i uppdrag att återkomma' };
const taken: DecisionEvent = {
  type: 'DecisionRecorded',
  data: { body: 'srä', title: 'Riktlinje för utskrivning', points: [first, second], meeting: 'm1' },
};
const confirmed: DecisionEvent = { type: 'DecisionConfirmed', data: {} };
const marked: DecisionEvent = { type: 'PointMarkedNoActionNeeded', data: { point: 1 } };
const superseded: DecisionEvent = { type: 'DecisionSuperseded', data: { by: 'd2' } };
const revoked: DecisionEvent = { type: 'DecisionRevoked', data: { reason: 'Avtalet har upphört' } };

describe('recording', () => {
  const record: Extract<DecisionCommand, { type: 'RecordDecision' }> = {
    type: 'RecordDecision',
    body: 'srä',
    title: ' Riktlinje för utskrivning ',
    points: [
      { kinds: ['noted', 'endorsed'], text: 'SRÄ noterar och ställer sig bakom' },
      { kinds: ['assigned'], text: 'SRÄ ger i uppdrag att återkomma' },
    ],
    meeting: 'm1',
    agendaItem: '§ 12',
    matter: 'ma1',
  };

  it('numbers the points and keeps their words', () => {
    given()
      .when(record, { statedAt: longAgo })
      .then({
        type: 'DecisionRecorded',
        data: {
          ...{ body: 'srä', title: 'Riktlinje för utskrivning', points: [first, second] },
          ...{ meeting: 'm1', agendaItem: '§ 12', matter: 'ma1' },
        },
      })
      .thenState({ confirmed: false, takenOn: longAgo, statedAt: longAgo });
  });

  it('from later minutes keeps when it was taken, as precisely as they say', () => {
    for (const occurred of ['2025-08-21', '2023', null])
      given()
        .when({ ...record, meeting: undefined }, { statedAt: longAgo, occurred })
        .thenState({ takenOn: occurred, statedAt: longAgo });
  });

  const refused: readonly (readonly [string, Partial<typeof record>, How<Around>, RefusalCode, string])[] = [
    ['in no body', {}, { bodyExists: false }, 'unknownReference', '/body'],
    ['in a matter that is not there', {}, { matterExists: false }, 'unknownReference', '/matter'],
    ['at a meeting that is not there', {}, { meeting: undefined }, 'unknownReference', '/meeting'],
    ['at another body’s meeting', { body: 'rnä' }, {}, 'unknownReference', '/meeting'],
    ['before the meeting', {}, { statedAt: '2025-11-12' }, 'plannedIsNotDone', '/meeting'],
    [
      'at a meeting that was cancelled',
      {},
      { meeting: { ...autumnMeeting, phase: 'cancelled' } },
      'notPossibleNow',
      '/meeting',
    ],
    [
      'in effect before it was taken',
      {},
      { effectiveFrom: '2026-06-09' },
      'effectiveBeforeDecided',
      '/effectiveFrom',
    ],
    ['without a title', { title: ' ' }, {}, 'emptyText', '/title'],
    ['without points', { points: [] }, {}, 'emptyText', '/points'],
    ['with an empty point', { points: [{ kinds: ['noted'], text: '' }] }, {}, 'emptyText', '/points/0/text'],
    ['with a point of no kind', { points: [{ kinds: [], text: 'SRÄ' }] }, {}, 'emptyText', '/points/0/kinds'],
    [
      'with one kind twice',
      { points: [{ kinds: ['noted', 'noted'], text: 'SRÄ' }] },
      {},
      'duplicate',
      '/points/0/kinds',
    ],
  ];
  for (const [why, change, how, code, pointer] of refused)
    it(`refused ${why}`, () => {
      given()
        .when({ ...record, ...change }, how)
        .thenRefused(code, pointer);
    });

  it('refused twice', () => {
    given(taken).when(record).thenRefused('alreadyExists');
  });
});

describe('the life of a decision', () => {
  const commands: { readonly [name: string]: DecisionCommand } = {
    mark: { type: 'MarkNoActionNeeded', point: 1 },
    confirm: { type: 'ConfirmDecision', meeting: 'm1' },
    correct: { type: 'CorrectDecision', reason: 'Skrivfel', title: 'Riktlinje om utskrivning' },
    amend: { type: 'AmendDecision', reason: 'Nytt läge', title: 'Riktlinje om in- och utskrivning' },
    supersede: { type: 'SupersedeDecision', by: 'd2' },
    revoke: { type: 'RevokeDecision', reason: 'Avtalet har upphört' },
    dispatch: { type: 'DispatchDecision', to: ['Kommunsam'] },
  };
  const states: readonly (readonly [string, readonly DecisionEvent[], readonly string[]])[] = [
    ['recorded', [taken], ['mark', 'confirm', 'correct', 'dispatch']],
    ['confirmed', [taken, confirmed], ['mark', 'correct', 'amend', 'supersede', 'revoke', 'dispatch']],
    ['superseded', [taken, confirmed, superseded], ['correct', 'dispatch']],
    ['revoked', [taken, confirmed, revoked], ['correct', 'dispatch']],
  ];
  for (const [phase, facts, possible] of states)
    for (const [name, command] of Object.entries(commands)) {
      const may = possible.includes(name);
      it(`${phase}: ${name} is ${may ? '' : 'not '}possible`, () => {
        const scene = given(...facts);
        expect(decisionPhase(scene.state, '2026-06-10')).toBe(phase);
        if (may) scene.when(command).thenState({ exists: true });
        else scene.when(command).thenRefused('notPossibleNow');
      });
    }
  for (const [name, command] of Object.entries(commands))
    it(`${name} needs a decision`, () => {
      given().when(command).thenRefused('notFound');
    });
});

describe('confirming', () => {
  it('is what approved notes do, by a meeting that took place', () => {
    given(taken)
      .when({ type: 'ConfirmDecision', meeting: 'm1' })
      .then({ type: 'DecisionConfirmed', data: { meeting: 'm1' } })
      .thenState({ confirmed: true });
    given(taken).when({ type: 'ConfirmDecision' }).thenState({ confirmed: true });
  });
  it('not by a meeting that is unknown, cancelled or still to come', () => {
    const confirm: DecisionCommand = { type: 'ConfirmDecision', meeting: 'm4' };
    given(taken).when(confirm, { meeting: undefined }).thenRefused('unknownReference', '/meeting');
    given(taken)
      .when(confirm, { meeting: { ...autumnMeeting, phase: 'cancelled' } })
      .thenRefused('notPossibleNow', '/meeting');
    given(taken)
      .when(confirm, { meeting: { ...autumnMeeting, date: '2026-09-24' } })
      .thenRefused('plannedIsNotDone', '/meeting');
  });
});

describe('points that need no action', () => {
  it('are marked one by one, with a reason if there is one', () => {
    given(taken)
      .when({ type: 'MarkNoActionNeeded', point: 1, reason: 'Endast information' })
      .then({ type: 'PointMarkedNoActionNeeded', data: { point: 1, reason: 'Endast information' } })
      .thenState({
        points: [
          { ...first, noActionNeeded: true },
          { ...second, noActionNeeded: false },
        ],
      });
  });
  it('never twice, never a point that is not there, never one that gives an assignment', () => {
    given(taken, marked).when({ type: 'MarkNoActionNeeded', point: 1 }).thenRefused('duplicate', '/point');
    given(taken).when({ type: 'MarkNoActionNeeded', point: 3 }).thenRefused('unknownReference', '/point');
    given(taken).when({ type: 'MarkNoActionNeeded', point: 2 }).thenRefused('pointGivesAssignment', '/point');
    given(taken)
      .when({ type: 'MarkNoActionNeeded', point: 1, reason: ' ' })
      .thenRefused('emptyText', '/reason');
  });
  it('keep the mark through a correction, until they give an assignment', () => {
    const reworded = (kinds: DecisionPoint['kinds']) =>
      given(taken, marked).when({
        ...{
          type: 'CorrectDecision',
          reason: 'Skrivfel',
          points: [{ number: 1, kinds, text: 'SRÄ noterar' }],
        },
      }).state.points[0];
    expect(reworded(['noted'])).toMatchObject({ text: 'SRÄ noterar', noActionNeeded: true });
    expect(reworded(['assigned'])).toMatchObject({ noActionNeeded: false });
    const third: DecisionPoint = { number: 3, kinds: ['noted'], text: 'SRÄ noterar' };
    const added: DecisionEvent = {
      type: 'DecisionCorrected',
      data: { reason: 'x', points: [{ number: 3, to: third }] },
    };
    const { state } = given(taken, marked, added).when({
      ...{
        type: 'CorrectDecision',
        reason: 'Skrivfel',
        points: [{ ...third, text: 'SRÄ noterar kostnaden' }],
      },
    });
    expect(state.points.map(({ noActionNeeded }) => noActionNeeded)).toEqual([true, false, false]);
  });
});

describe('correcting and amending', () => {
  const correct: DecisionCommand = {
    type: 'CorrectDecision',
    reason: 'Fel siffra',
    title: 'Riktlinje om utskrivning',
    points: [{ number: 2, kinds: ['assigned'], text: 'SRÄ ger i uppdrag att återkomma i juni' }],
  };
  const newSecond = {
    number: 2,
    kinds: ['assigned'],
    text: 'SRÄ ger i uppdrag att återkomma i juni',
  } as const;

  it('tell the new words beside the old ones', () => {
    given(taken)
      .when(correct)
      .then({
        type: 'DecisionCorrected',
        data: {
          reason: 'Fel siffra',
          title: { from: 'Riktlinje för utskrivning', to: 'Riktlinje om utskrivning' },
          points: [{ number: 2, from: second, to: newSecond }],
        },
      })
      .thenState({ title: 'Riktlinje om utskrivning', corrections: 1 });
  });

  it('a correction is corrected by a new correction, from the words that stood', () => {
    const once = given(taken).when(correct);
    const twice = given(...once.events).when({
      ...{ type: 'CorrectDecision', reason: 'Rättelsen var fel' },
      points: [{ number: 2, kinds: ['assigned'], text: second.text }],
    });
    twice
      .then({
        type: 'DecisionCorrected',
        data: { reason: 'Rättelsen var fel', points: [{ number: 2, from: newSecond, to: second }] },
      })
      .thenState({ corrections: 2, title: 'Riktlinje om utskrivning' });
    expect(twice.state.points[1]).toEqual({ ...second, noActionNeeded: false });
  });

  it('points are added with the next numbers', () => {
    const { state } = given(taken, confirmed).when({
      type: 'AmendDecision',
      reason: 'Ny fråga',
      by: 'd2',
      points: [
        { number: 3, kinds: ['assigned'], text: 'SRÄ ger i uppdrag att följa upp' },
        { number: 4, kinds: ['noted'], text: 'SRÄ noterar kostnaden' },
      ],
    });
    expect(state.points.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(state.amendments).toBe(1);
  });

  const refused: readonly (readonly [string, DecisionCommand, RefusalCode, string])[] = [
    ['without a reason', { ...correct, reason: ' ' }, 'emptyText', '/reason'],
    ['that changes nothing', { type: 'CorrectDecision', reason: 'Skrivfel' }, 'unchanged', ''],
    [
      'to the same words',
      { type: 'CorrectDecision', reason: 'Skrivfel', title: ' Riktlinje för utskrivning' },
      'unchanged',
      '',
    ],
    ['to the same point', { type: 'CorrectDecision', reason: 'Skrivfel', points: [first] }, 'unchanged', ''],
    ['to an empty title', { type: 'CorrectDecision', reason: 'Skrivfel', title: ' ' }, 'emptyText', '/title'],
    [
      'of a point that is not there',
      { type: 'CorrectDecision', reason: 'Skrivfel', points: [{ ...first, number: 4 }] },
      ...(['unknownReference', '/points/0/number'] as const),
    ],
    [
      'of one point twice',
      { type: 'CorrectDecision', reason: 'Skrivfel', points: [newSecond, { ...second, text: 'Nytt' }] },
      ...(['duplicate', '/points/1/number'] as const),
    ],
  ];
  for (const [why, command, code, pointer] of refused)
    it(`refused: a correction ${why}`, () => {
      given(taken).when(command).thenRefused(code, pointer);
    });

  it('refused: a late correction that adds a point whose number was given later', () => {
    const added: DecisionEvent = {
      type: 'DecisionCorrected',
      data: { reason: 'Punkten saknades', points: [{ number: 3, to: { ...first, number: 3 } }] },
    };
    given(taken, on('2026-05-01', added))
      .when(
        { type: 'CorrectDecision', reason: 'Punkten saknades', points: [{ ...second, number: 3 }] },
        { statedAt: '2026-02-01' },
      )
      .thenRefused('contradictsLaterFact', '/statedAt');
  });
});

describe('nothing takes effect before its day', () => {
  it('a decision has effect from its day of effect, if it has one', () => {
    const { state } = given({ ...taken, effectiveFrom: '2027-05-01' });
    expect([inForce(state, '2027-04-30'), inForce(state, '2027-05-01')]).toEqual([false, true]);
    expect([inForce(given(taken).state, longAgo), inForce(given().state, longAgo)]).toEqual([true, false]);
  });

  it('an ending that lies ahead has not happened yet', () => {
    for (const [ending, phase] of [
      [superseded, 'superseded'],
      [revoked, 'revoked'],
    ] as const) {
      const { state } = given(taken, confirmed, {
        ...ending,
        statedAt: '2026-06-04',
        effectiveFrom: '2027-05-01',
      });
      expect(decisionPhase(state, '2027-04-30')).toBe('confirmed');
      expect(decisionPhase(state, '2027-05-01')).toBe(phase);
      expect([inForce(state, '2027-04-30'), inForce(state, '2027-05-01')]).toEqual([true, false]);
    }
  });

  it('a correction may give another day of effect', () => {
    given({ ...taken, effectiveFrom: '2027-05-01' })
      .when({ type: 'CorrectDecision', reason: 'Fel dag' }, { effectiveFrom: '2027-04-01' })
      .then({
        type: 'DecisionCorrected',
        data: { reason: 'Fel dag', points: [], effectiveFrom: { from: '2027-05-01', to: '2027-04-01' } },
      })
      .thenState({ effectiveFrom: '2027-04-01' });
  });

  it('the same day of effect again is no change', () => {
    given({ ...taken, effectiveFrom: '2027-05-01' })
      .when({ type: 'CorrectDecision', reason: 'Skrivfel' }, { effectiveFrom: '2027-05-01' })
      .thenRefused('unchanged');
  });

  it('an amendment of the title alone does not move the decision’s own day of effect', () => {
    given({ ...taken, effectiveFrom: '2026-01-01' }, confirmed)
      .when(
        { type: 'AmendDecision', reason: 'Nytt läge', title: 'Ny titel' },
        { effectiveFrom: '2027-01-01' },
      )
      .then({
        type: 'DecisionAmended',
        data: {
          reason: 'Nytt läge',
          title: { from: 'Riktlinje för utskrivning', to: 'Ny titel' },
          points: [],
        },
      })
      .thenState({ effectiveFrom: '2026-01-01' });
  });

  it('may hold from the very day it was taken', () => {
    given(taken, confirmed)
      .when({ type: 'RevokeDecision', reason: 'Fel' }, { effectiveFrom: longAgo })
      .thenState({ ended: { how: 'revoked', from: longAgo } });
  });

  it('so may an amendment, when it changes nothing else', () => {
    given({ ...taken, effectiveFrom: '2027-05-01' }, confirmed)
      .when({ type: 'AmendDecision', reason: 'Skjuts upp' }, { effectiveFrom: '2027-09-01' })
      .thenState({ effectiveFrom: '2027-09-01' });
  });

  it('amended words hold from the amendment’s day of effect; the decision holds all along', () => {
    const text = 'SRÄ ger i uppdrag att återkomma i juni';
    const { state } = given(taken, confirmed).when(
      { type: 'AmendDecision', reason: 'Nytt läge', title: 'Ny titel', points: [{ ...second, text }] },
      { effectiveFrom: '2027-01-01' },
    );
    expect(inForce(state, '2026-12-31')).toBe(true);
    expect(wordingOn(state, '2026-12-31')).toEqual(wordingOn(given(taken).state, '2026-12-31'));
    expect(wordingOn(state, '2027-01-01')).toEqual({ title: state.title, points: state.points });
    expect(state.points[1]?.text).toBe(text);
  });

  it('an amendment that takes effect earlier than one decided before it does not bring that one with it', () => {
    const amended = (number: number, text: string): DecisionEvent => ({
      type: 'DecisionAmended',
      data: {
        reason: 'Nytt läge',
        points: [{ number, from: [first, second][number - 1], to: { ...first, number, text } }],
      },
    });
    const { state } = given(...[taken, confirmed, { ...amended(1, 'A'), effectiveFrom: '2027-06-01' }], {
      ...amended(2, 'B'),
      effectiveFrom: '2027-01-01',
    });
    const texts = (day: string) => wordingOn(state, day).points.map(({ text }) => text);
    expect(texts('2026-12-31')).toEqual([first.text, second.text]);
    expect(texts('2027-03-01')).toEqual([first.text, 'B']);
    expect(texts('2027-06-01')).toEqual(['A', 'B']);
  });

  const before: How<Around> = { effectiveFrom: '2025-11-12' };
  const commands: readonly DecisionCommand[] = [
    { type: 'CorrectDecision', reason: 'Skrivfel', title: 'Ny titel' },
    { type: 'AmendDecision', reason: 'Nytt läge', title: 'Ny titel' },
    { type: 'SupersedeDecision', by: 'd2' },
    { type: 'RevokeDecision', reason: 'Avtalet har upphört' },
  ];
  for (const command of commands)
    it(`refused: ${command.type} with effect before the decision`, () => {
      given(taken, confirmed).when(command, before).thenRefused('effectiveBeforeDecided', '/effectiveFrom');
    });
  const immediate: readonly DecisionCommand[] = [
    { type: 'MarkNoActionNeeded', point: 1 },
    { type: 'ConfirmDecision' },
    { type: 'DispatchDecision', to: ['Kommunsam'] },
  ];
  for (const command of immediate)
    it(`refused: ${command.type} with a day of effect`, () => {
      given(taken)
        .when(command, { effectiveFrom: '2027-01-01' })
        .thenRefused('effectOnlyForDecisions', '/effectiveFrom');
    });
});

describe('superseding and revoking', () => {
  it('tells by what, from which day', () => {
    given(taken, confirmed)
      .when({ type: 'SupersedeDecision', by: 'd2', reason: 'Ny riktlinje' }, { effectiveFrom: '2026-07-01' })
      .then({ type: 'DecisionSuperseded', data: { by: 'd2', reason: 'Ny riktlinje' } })
      .thenState({ ended: { how: 'superseded', by: 'd2', from: '2026-07-01' } });
    given(taken, confirmed)
      .when({ type: 'RevokeDecision', reason: 'Avtalet har upphört', by: 'd2' })
      .then({ type: 'DecisionRevoked', data: { reason: 'Avtalet har upphört', by: 'd2' } })
      .thenState({ ended: { how: 'revoked', by: 'd2', from: '2026-06-10' } });
    given(taken, confirmed).when({ type: 'RevokeDecision', reason: ' ' }).thenRefused('emptyText', '/reason');
  });

  it('the old decision holds until the new one does', () => {
    const successors = [{ id: 'd2', state: follower({ effectiveFrom: '2027-05-01' }) }];
    const supersede: DecisionCommand = { type: 'SupersedeDecision', by: 'd2' };
    given(taken, confirmed)
      .when(supersede, { successors })
      .thenRefused('successorNotInForce', '/effectiveFrom');
    given(taken, confirmed)
      .when(supersede, { successors, effectiveFrom: '2027-05-01' })
      .thenState({ ended: { how: 'superseded', by: 'd2', from: '2027-05-01' } });
  });

  const byAnother: readonly DecisionCommand[] = [
    { type: 'SupersedeDecision', by: 'd2' },
    { type: 'RevokeDecision', reason: 'Avtalet har upphört', by: 'd2' },
    { type: 'AmendDecision', reason: 'Nytt läge', title: 'Ny titel', by: 'd2' },
  ];
  const state = follower();
  const wrong: readonly (readonly [string, How<Around>, RefusalCode])[] = [
    ['one that is not there', { successors: [] }, 'unknownReference'],
    ['itself', { successors: [{ id: 'd1', state }] }, 'supersessionLoop'],
    [
      'one that it follows itself',
      {
        successors: [
          { id: 'd2', state },
          { id: 'd3', state },
          { id: 'd1', state },
        ],
      },
      'supersessionLoop',
    ],
    [
      'an older one',
      { successors: [{ id: 'd2', state: follower({ takenOn: '2025-11-12' }) }] },
      'supersededByEarlier',
    ],
    ['one that is not taken yet', { statedAt: '2026-03-18' }, 'plannedIsNotDone'],
  ];
  for (const command of byAnother)
    for (const [by, how, code] of wrong)
      it(`refused: ${command.type} by ${by}`, () => {
        given(taken, confirmed).when(command, how).thenRefused(code, '/by');
      });

  it('dates that are not known, or not exactly, stand in nobody’s way', () => {
    for (const takenOn of [null, '2025', '2026'])
      given(taken, confirmed)
        .when(
          { type: 'SupersedeDecision', by: 'd2' },
          { successors: [{ id: 'd2', state: follower({ takenOn }) }] },
        )
        .thenState({ ended: { how: 'superseded', by: 'd2', from: '2026-06-10' } });
  });

  it('one day is enough: superseded by one taken the same day, told that day', () => {
    given(taken, confirmed)
      .when(
        { type: 'SupersedeDecision', by: 'd2' },
        { statedAt: longAgo, successors: [{ id: 'd2', state: follower({ takenOn: longAgo }) }] },
      )
      .thenState({ ended: { how: 'superseded', by: 'd2', from: longAgo } });
  });

  it('an empty reason is refused', () => {
    given(taken, confirmed)
      .when({ type: 'SupersedeDecision', by: 'd2', reason: ' ' })
      .thenRefused('emptyText', '/reason');
  });

  it('a decision ends once', () => {
    const again: readonly Fact<DecisionEvent>[] = [
      superseded,
      revoked,
      { type: 'DecisionAmended', data: { reason: 'x', points: [] } },
    ];
    for (const event of again)
      expect(breachOf(decision, [taken, confirmed, superseded], event)).toBe('notPossibleNow');
  });
});

it('is dispatched to named recipients, as often as needed', () => {
  given(taken, { type: 'DecisionDispatched', data: { to: ['Kommunsam'] } })
    .when({ type: 'DispatchDecision', to: [' Region Norrälven '] })
    .then({ type: 'DecisionDispatched', data: { to: ['Region Norrälven'] } })
    .thenState({ dispatchedTo: ['Kommunsam', 'Region Norrälven'] });
  given(taken).when({ type: 'DispatchDecision', to: [] }).thenRefused('emptyText', '/to');
  given(taken)
    .when({ type: 'DispatchDecision', to: ['Kommunsam', ' '] })
    .thenRefused('emptyText', '/to/1');
});
