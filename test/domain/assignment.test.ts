import { describe, expect, it } from '@jest/globals';
import { assignment, type AssignmentCommand, slip } from '../../src/domain/assignment/assignment.js';
import type { AssignmentEvent } from '../../src/domain/assignment/events.js';
import { type DueWindow, parseDueWindow } from '../../src/domain/due-window.js';
import { sourcesDisagree } from '../../src/domain/matter/matter.js';
import type { RefusalCode } from '../../src/domain/refusal.js';
import { breachOf, type Fact, longAgo, on } from '../support/given.js';
import {
  closed,
  council,
  final,
  given,
  isGiven,
  june,
  partly,
  reads,
  reopened,
  replaced,
  undated,
  type Around,
} from './assignment-scene.js';

describe('giving', () => {
  const give: Extract<AssignmentCommand, { type: 'GiveAssignment' }> = {
    type: 'GiveAssignment',
    body: 'srä',
    title: ' Plan för nära vård ',
    responsible: ['director', 'manager'],
    deadline: 'senast i juni 2026 – efter dialog med den länsgemensamma arbetsgruppen',
    deliverables: ['plan', 'kostnadsbedömning', 'tidplan'],
    preconditions: ['efter beslut i nämnden'],
    recipient: 'srä',
    decision: 'd1',
    point: 2,
    matter: 'm1',
  };

  it('from a point: roles in two organisations, three deliverables, the deadline in the words of the minutes', () => {
    given()
      .when(give, { statedAt: longAgo })
      .then({
        type: 'AssignmentGiven',
        data: {
          body: 'srä',
          title: 'Plan för nära vård',
          kind: 'assignment',
          responsible: ['director', 'manager'],
          deadline: reads('senast i juni 2026 – efter dialog med den länsgemensamma arbetsgruppen'),
          deliverables: [
            { deliverable: 'd1', text: 'plan' },
            { deliverable: 'd2', text: 'kostnadsbedömning' },
            { deliverable: 'd3', text: 'tidplan' },
          ],
          preconditions: [
            { precondition: 'c1', text: 'efter beslut i nämnden' },
            { precondition: 'c2', text: 'efter dialog med den länsgemensamma arbetsgruppen' },
          ],
          recipient: 'srä',
          decision: 'd1',
          point: 2,
          matter: 'm1',
        },
      })
      .thenState({ phase: 'given', givenOn: longAgo, moves: 0 });
  });

  it('reads the deadline from the day it was said, and by the seasons of the body', () => {
    const { state } = given().when({ ...give, deadline: 'senast den 31 mars' }, { statedAt: '2025-12-17' });
    expect(state.deadline).toMatchObject({ latest: '2026-03-31', inferred: ['year'] });
    const seasons = {
      spring: ['01-01', '05-31'],
      summer: ['06-01', '08-31'],
      autumn: ['09-01', '11-30'],
      winter: ['12-01', '02-28'],
    } as const;
    given()
      .when({ ...give, deadline: 'hösten 2026' }, { body: { ...council, seasons } })
      .thenState({ deadline: parseDueWindow('hösten 2026', { statedAt: '2026-06-10', seasons }) });
  });

  it('may lack all that the attention list asks for later: deadline, recipient, responsible', () => {
    const nothing: Partial<Around> = {
      ...{ recipientExists: false, matterExists: false, replacesExists: false, decision: undefined },
    };
    given()
      .when({ type: 'GiveAssignment', body: 'srä', title: 'Återkommer med mer', kind: 'commitment' }, nothing)
      .then({
        type: 'AssignmentGiven',
        data: {
          ...{
            body: 'srä',
            title: 'Återkommer med mer',
            kind: 'commitment',
            responsible: [],
            deadline: undated,
          },
          ...{ deliverables: [], preconditions: [] },
        },
      });
  });

  it('keeps words it cannot read, without a date', () => {
    given()
      .when({ ...give, deadline: 'rapportering sker senare' })
      .thenState({ deadline: reads('rapportering sker senare') });
    expect(reads('rapportering sker senare').latest).toBeUndefined();
  });

  it('the same condition said twice is one condition', () => {
    const { state } = given().when({
      ...give,
      deadline: undefined,
      preconditions: ['efter avstämning', ' efter avstämning '],
    });
    expect(state.preconditions).toEqual([{ precondition: 'c1', text: 'efter avstämning', met: false }]);
  });

  const refused: readonly (readonly [string, Partial<typeof give>, Partial<Around>, RefusalCode, string])[] =
    [
      ['without words', { title: '  ' }, {}, 'emptyText', '/title'],
      ['with an empty deadline', { deadline: '' }, {}, 'emptyText', '/deadline'],
      ['with an empty deliverable', { deliverables: ['plan', ' '] }, {}, 'emptyText', '/deliverables/1'],
      ['with an empty condition', { preconditions: [''] }, {}, 'emptyText', '/preconditions/0'],
      ['in a body that is not there', {}, { body: undefined }, 'unknownReference', '/body'],
      ['to a recipient that is not there', {}, { recipientExists: false }, 'unknownReference', '/recipient'],
      ['in a matter that is not there', {}, { matterExists: false }, 'unknownReference', '/matter'],
      [
        'to a role the body has not',
        { responsible: ['director', 'nobody'] },
        {},
        'unknownReference',
        '/responsible/1',
      ],
      ['to one role twice', { responsible: ['manager', 'manager'] }, {}, 'duplicate', '/responsible/1'],
      ['from a decision that is not there', {}, { decision: undefined }, 'unknownReference', '/decision'],
      ['from another body’s decision', { body: 'rnä' }, {}, 'unknownReference', '/decision'],
      ['from a point without its decision', { decision: undefined }, {}, 'unknownReference', '/decision'],
      ['from a point that is not there', { point: 3 }, {}, 'unknownReference', '/point'],
      ['from a point that gives none', { point: 1 }, {}, 'noAssignedPoint', '/point'],
      [
        'in place of one that is not there',
        { replaces: 'a0' },
        { replacesExists: false },
        'unknownReference',
        '/replaces',
      ],
    ];
  for (const [why, change, outside, code, pointer] of refused)
    it(`refused ${why}`, () => {
      given()
        .when({ ...give, ...change }, outside)
        .thenRefused(code, pointer);
    });

  it('refused twice', () => {
    given(isGiven()).when(give).thenRefused('alreadyExists');
  });
});

describe('responsible, recipient, deliverables, conditions', () => {
  it('a responsible role is added, jointly', () => {
    given(isGiven())
      .when({ type: 'AddResponsible', role: 'manager' })
      .then({ type: 'ResponsibleAdded', data: { role: 'manager' } })
      .thenState({ responsible: ['director', 'manager'] });
    given(isGiven()).when({ type: 'AddResponsible', role: 'director' }).thenRefused('duplicate', '/role');
    given(isGiven())
      .when({ type: 'AddResponsible', role: 'nobody' })
      .thenRefused('unknownReference', '/role');
  });

  it('the last responsible may be released: it then stands between the chairs until it has a new one', () => {
    given(isGiven())
      .when({ type: 'ReleaseResponsible', role: 'director', reason: 'Tjänsten upphör' })
      .then({ type: 'ResponsibleReleased', data: { role: 'director', reason: 'Tjänsten upphör' } })
      .thenState({ responsible: [] });
    given(isGiven())
      .when({ type: 'ReleaseResponsible', role: 'manager' })
      .thenRefused('unknownReference', '/role');
  });

  it('the recipient is named, once', () => {
    given(isGiven({ recipient: undefined }))
      .when({ type: 'NameRecipient', recipient: 'srä' })
      .then({ type: 'RecipientNamed', data: { recipient: 'srä' } });
    given(isGiven()).when({ type: 'NameRecipient', recipient: 'srä' }).thenRefused('unchanged', '/recipient');
    given(isGiven())
      .when({ type: 'NameRecipient', recipient: 'rnä' }, { recipientExists: false })
      .thenRefused('unknownReference', '/recipient');
  });

  it('a deliverable gets the next number, also among those stated later', () => {
    const later: AssignmentEvent = {
      type: 'DeliverableDefined',
      data: { deliverable: 'd3', text: 'tidplan' },
    };
    given(isGiven(), on('2026-05-01', later))
      .when({ type: 'DefineDeliverable', text: 'riskanalys' }, { statedAt: '2026-03-01' })
      .then({ type: 'DeliverableDefined', data: { deliverable: 'd4', text: 'riskanalys' } });
    given(isGiven()).when({ type: 'DefineDeliverable', text: '' }).thenRefused('emptyText', '/text');
    expect(breachOf(assignment, [isGiven(), later], later)).toBe('duplicate');
  });

  it('a condition is met once', () => {
    const met: AssignmentEvent = { type: 'PreconditionMet', data: { precondition: 'c1' } };
    given(isGiven())
      .when({ type: 'MeetPrecondition', precondition: 'c1' })
      .then(met)
      .thenState({
        preconditions: [{ precondition: 'c1', text: 'efter dialog med arbetsgruppen', met: true }],
      });
    given(isGiven(), met)
      .when({ type: 'MeetPrecondition', precondition: 'c1' })
      .thenRefused('duplicate', '/precondition');
    given(isGiven())
      .when({ type: 'MeetPrecondition', precondition: 'c9' })
      .thenRefused('unknownReference', '/precondition');
  });
});

describe('reports', () => {
  it('a deliverable in full needs no explanation; in part or unanswerable it does', () => {
    given(isGiven())
      .when({ type: 'ReportDeliverable', deliverable: 'd1', result: 'full', text: 'Bilaga 1' })
      .then({ type: 'DeliverableReported', data: { deliverable: 'd1', result: 'full', text: 'Bilaga 1' } });
    for (const result of ['partial', 'unanswerable'] as const) {
      given(isGiven())
        .when({ type: 'ReportDeliverable', deliverable: 'd1', result })
        .thenRefused('reasonMissing', '/why');
      given(isGiven())
        .when({ type: 'ReportDeliverable', deliverable: 'd1', result, why: '  ' })
        .thenRefused('emptyText', '/why');
      const { state } = given(isGiven()).when({
        ...{ type: 'ReportDeliverable', deliverable: 'd1', result, why: 'mått saknas' },
      });
      expect(state.deliverables[0]).toMatchObject({ result, why: 'mått saknas' });
      expect(state.deliverables[1]?.result).toBeUndefined();
    }
  });

  it('a deliverable that was not asked for cannot be reported', () => {
    given(isGiven())
      .when({ type: 'ReportDeliverable', deliverable: 'd9', result: 'full' })
      .thenRefused('unknownReference', '/deliverable');
  });

  it('the last word is kept, with its day', () => {
    given(isGiven(), on('2026-01-20', partly))
      .when(
        { type: 'ReportProgress', status: 'delayed', text: 'Två veckor', via: 'mailLink' },
        { statedAt: '2026-02-01' },
      )
      .then({ type: 'ProgressReported', data: { status: 'delayed', text: 'Två veckor', via: 'mailLink' } })
      .thenState({ lastReport: { status: 'delayed', text: 'Två veckor', statedAt: '2026-02-01' } });
    expect(given(isGiven(), on('2026-01-20', partly)).state.lastReport).toEqual({
      ...{ status: 'partial', text: 'mått saknas', statedAt: '2026-01-20' },
    });
  });

  it('half delivered: closed as partly, and the rest goes on in a successor', () => {
    given(isGiven(), partly, final, closed('partly'))
      .when({ type: 'ReplaceAssignment', by: 'a2', reason: 'Resten i nytt uppdrag' })
      .then({ type: 'AssignmentReplaced', data: { by: 'a2', reason: 'Resten i nytt uppdrag' } })
      .thenState({ outcome: 'partly', replacedBy: 'a2' });
  });

  it('texts may not be empty', () => {
    const texts: readonly (readonly [AssignmentCommand, string])[] = [
      [{ type: 'ReportProgress', status: 'onTrack', text: ' ' }, '/text'],
      [{ type: 'SubmitFinalReport', text: '' }, '/text'],
      [{ type: 'AcknowledgeAssignment', note: '' }, '/note'],
      [{ type: 'ReportDeliverable', deliverable: 'd1', result: 'full', text: ' ' }, '/text'],
      [{ type: 'ReleaseResponsible', role: 'director', reason: ' ' }, '/reason'],
      [{ type: 'MeetPrecondition', precondition: 'c1', note: ' ' }, '/note'],
      [{ type: 'ReplaceAssignment', by: 'a2', reason: ' ' }, '/reason'],
      [{ type: 'ReopenAssignment', reason: ' ' }, '/reason'],
      [{ type: 'RequestSupplement', text: ' ' }, '/text'],
      [{ type: 'RequestSupplement', text: 'Mer', deadline: ' ' }, '/deadline'],
    ];
    for (const [command, pointer] of texts) given(isGiven()).when(command).thenRefused('emptyText', pointer);
  });
});

describe('moving the deadline', () => {
  it('says from where, to where and why', () => {
    given(isGiven())
      .when({ type: 'MoveDeadline', to: '1 september 2026', reason: 'Remissen förlängd', decidedBy: 'd9' })
      .then({
        type: 'DeadlineMoved',
        data: {
          ...{ from: june, to: reads('1 september 2026', '2026-06-10'), reason: 'Remissen förlängd' },
          ...{ reasonStated: true, decidedBy: 'd9' },
        },
      })
      .thenState({ moves: 1, firstDeadline: june });
  });

  it('or that no reason is stated; silence is refused, and so is saying both', () => {
    const move = { type: 'MoveDeadline', to: '1 september 2026' } as const;
    const { state } = given(isGiven()).when({ ...move, reasonStated: false });
    expect(slip(state)).toBe(63);
    given(isGiven()).when(move).thenRefused('reasonMissing', '/reason');
    given(isGiven())
      .when({ ...move, reasonStated: true })
      .thenRefused('reasonMissing', '/reason');
    given(isGiven())
      .when({ ...move, reason: ' ' })
      .thenRefused('emptyText', '/reason');
    given(isGiven())
      .when({ ...move, reason: 'Förlängd', reasonStated: false })
      .thenRefused('reasonContradicted', '/reasonStated');
  });

  it('refused to the same time in other words, and to no words', () => {
    given(isGiven())
      .when({ type: 'MoveDeadline', to: 'senast den 30 juni 2026', reasonStated: false })
      .thenRefused('sameDeadline', '/to');
    given(isGiven())
      .when({ type: 'MoveDeadline', to: ' ', reasonStated: false })
      .thenRefused('emptyText', '/to');
  });

  it('can be bound to a meeting, also when the words name no day', () => {
    const later = 'rapportering sker senare';
    const undatedOne = isGiven({ deadline: reads(later) });
    given(undatedOne)
      .when({ type: 'MoveDeadline', to: later, boundToMeeting: 'm4', reasonStated: false })
      .thenState({ deadline: { ...reads(later), boundToMeeting: 'm4' } });
    given(undatedOne)
      .when(
        { type: 'MoveDeadline', to: later, boundToMeeting: 'm4', reasonStated: false },
        { meetingExists: false },
      )
      .thenRefused('unknownReference', '/boundToMeeting');
    given(undatedOne)
      .when({ type: 'MoveDeadline', to: later, reasonStated: false })
      .thenRefused('sameDeadline', '/to');
  });

  it('brings the conditions its words name, once', () => {
    const to = 'senast den 31 mars 2027 efter avstämning med presidiet';
    const once = given(isGiven()).when({ type: 'MoveDeadline', to, reasonStated: false });
    expect(once.state.preconditions.map(({ text, met }) => [text, met])).toEqual([
      ['efter dialog med arbetsgruppen', false],
      ['efter avstämning med presidiet', false],
    ]);
    const [, added] = once.state.preconditions;
    const again = given(...once.events)
      .when({ type: 'MeetPrecondition', precondition: added?.precondition ?? '' })
      .then({ type: 'PreconditionMet', data: { precondition: added?.precondition ?? '' } });
    const moved = given(...again.events).when({
      ...{ type: 'MoveDeadline', reasonStated: false },
      to: 'senast den 30 april 2027 efter avstämning med presidiet',
    });
    expect(moved.state.preconditions).toEqual(again.state.preconditions);
  });

  it('a supplement may set a new deadline: it counts as a move and as a statement', () => {
    const { state } = given(isGiven(), final).when(
      { type: 'RequestSupplement', text: 'Kostnaden saknas', deadline: 'senast den 1 oktober 2026' },
      { source: { document: 'protokoll B' } },
    );
    expect(state).toMatchObject({ moves: 1, deadline: { latest: '2026-10-01' } });
    expect(state.statements.at(-1)).toEqual({
      statedAt: '2026-06-10',
      recordedAt: '2026-06-10T12:00:00.000Z',
      document: 'protokoll B',
      latest: '2026-10-01',
    });
    given(isGiven(), final)
      .when({ type: 'RequestSupplement', text: 'Kostnaden saknas', deadline: 'senast i juni 2026' })
      .thenState({ moves: 0 });
  });

  it('two sources of one day that say different dates disagree', () => {
    const told = (document: string, latest: string): Fact<AssignmentEvent> => {
      const to: DueWindow = { ...june, original: latest, latest };
      return on(
        '2026-03-19',
        { type: 'DeadlineMoved', data: { from: june, to, reasonStated: false } },
        {
          source: { document },
        },
      );
    };
    const disagree = (...facts: readonly Fact<AssignmentEvent>[]) =>
      sourcesDisagree(given(isGiven(), ...facts).state.statements);
    expect(disagree(told('A', '2026-09-01'), told('B', '2026-09-15'))).toBe(true);
    expect(disagree(told('A', '2026-09-01'), told('A', '2026-09-15'))).toBe(false);
    expect(disagree(told('A', '2026-09-01'), told('B', '2026-09-15'), told('A', '2026-09-15'))).toBe(false);
    expect(disagree(told('A', '2026-09-01'), { ...told('B', '2026-09-15'), statedAt: '2026-04-01' })).toBe(
      false,
    );
  });
});

describe('commitments', () => {
  const commitment = isGiven({ kind: 'commitment' });
  it('are promoted to assignments, from a point that gives one', () => {
    given(commitment)
      .when({ type: 'PromoteCommitment', decision: 'd1', point: 2 })
      .then({ type: 'CommitmentPromoted', data: { decision: 'd1', point: 2 } })
      .thenState({ kind: 'assignment', decision: 'd1', point: 2 });
    given(commitment).when({ type: 'PromoteCommitment' }).thenState({ kind: 'assignment' });
    given(commitment)
      .when({ type: 'PromoteCommitment', decision: 'd1' })
      .then({ type: 'CommitmentPromoted', data: { decision: 'd1' } });
  });
  it('not from nowhere, and only once', () => {
    given(commitment)
      .when({ type: 'PromoteCommitment', decision: 'd1', point: 1 })
      .thenRefused('noAssignedPoint', '/point');
    given(commitment)
      .when({ type: 'PromoteCommitment', point: 2 })
      .thenRefused('unknownReference', '/decision');
    given(isGiven()).when({ type: 'PromoteCommitment' }).thenRefused('notPossibleNow');
  });
});

describe('replacing', () => {
  it('closes an open one as replaced, by one that is there', () => {
    given(isGiven())
      .when({ type: 'ReplaceAssignment', by: 'a2', reason: 'Nytt uppdrag' })
      .then(
        { type: 'AssignmentReplaced', data: { by: 'a2', reason: 'Nytt uppdrag' } },
        { type: 'AssignmentClosed', data: { outcome: 'replaced', reason: 'Nytt uppdrag' } },
      );
    given(isGiven())
      .when({ type: 'ReplaceAssignment', by: 'a9' }, { successors: [] })
      .thenRefused('unknownReference', '/by');
  });
  it('never by itself, nor by one that it replaces in the end', () => {
    given(isGiven())
      .when({ type: 'ReplaceAssignment', by: 'a1' }, { successors: [{ id: 'a1' }] })
      .thenRefused('supersessionLoop', '/by');
    given(isGiven())
      .when(
        { type: 'ReplaceAssignment', by: 'a2' },
        { successors: [{ id: 'a2' }, { id: 'a3' }, { id: 'a1' }] },
      )
      .thenRefused('supersessionLoop', '/by');
  });
  it('once: what has a successor is neither replaced again nor reopened', () => {
    for (const facts of [
      [isGiven(), replaced, closed('replaced')],
      [isGiven(), final, closed('partly'), replaced],
    ]) {
      given(...facts)
        .when({ type: 'ReplaceAssignment', by: 'a3' })
        .thenRefused('duplicate', '/by');
      given(...facts)
        .when({ type: 'ReopenAssignment', reason: 'Ångrat' })
        .thenRefused('notPossibleNow');
    }
    expect(breachOf(assignment, [isGiven(), final, closed('partly'), replaced], reopened)).toBe(
      'notPossibleNow',
    );
  });
});

it('takes effect when it happens: a day of effect is refused', () => {
  given(isGiven())
    .when({ type: 'AcknowledgeAssignment' }, { effectiveFrom: '2026-09-01' })
    .thenRefused('effectOnlyForDecisions', '/effectiveFrom');
});
