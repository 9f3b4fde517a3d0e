import { describe, expect, it } from '@jest/globals';
import {
  assignment,
  type AssignmentCommand,
  type AssignmentPhase,
  assignmentPhases,
} from '../../src/domain/assignment/assignment.js';
import { breachOf, chair, secretary } from '../support/given.js';
import { closed, final, given, isGiven, supplement, wayTo } from './assignment-scene.js';

describe('the life of an assignment', () => {
  const commands: { readonly [name: string]: AssignmentCommand } = {
    acknowledge: { type: 'AcknowledgeAssignment' },
    progress: { type: 'ReportProgress', status: 'atRisk', text: 'Ett svar saknas' },
    deliver: { type: 'ReportDeliverable', deliverable: 'd2', result: 'full' },
    final: { type: 'SubmitFinalReport', text: 'Slutrapport' },
    supplement: { type: 'RequestSupplement', text: 'Kostnaden saknas' },
    close: { type: 'CloseAssignment', outcome: 'fulfilled' },
    closePartly: { type: 'CloseAssignment', outcome: 'partly', reason: 'Två av tre' },
    closeUnmet: { type: 'CloseAssignment', outcome: 'notFulfilled', reason: 'Underlag saknas' },
    lapse: { type: 'CloseAssignment', outcome: 'lapsed', reason: 'Överspelat' },
    replace: { type: 'ReplaceAssignment', by: 'a2' },
    reopen: { type: 'ReopenAssignment', reason: 'Nya uppgifter' },
    move: { type: 'MoveDeadline', to: '1 september 2026', reasonStated: false },
  };
  // The phase each command leads to; what is not named is not possible there.
  const leadsTo: { readonly [P in AssignmentPhase]: { readonly [name: string]: AssignmentPhase } } = {
    given: {
      ...{
        acknowledge: 'acknowledged',
        progress: 'inProgress',
        deliver: 'partlyReported',
        final: 'finallyReported',
      },
      ...{ lapse: 'closed', replace: 'closed', move: 'given' },
    },
    acknowledged: {
      ...{ progress: 'inProgress', deliver: 'partlyReported', final: 'finallyReported' },
      ...{ lapse: 'closed', replace: 'closed', move: 'acknowledged' },
    },
    inProgress: {
      ...{ progress: 'inProgress', deliver: 'partlyReported', final: 'finallyReported' },
      ...{ lapse: 'closed', replace: 'closed', move: 'inProgress' },
    },
    partlyReported: {
      ...{ progress: 'inProgress', deliver: 'partlyReported', final: 'finallyReported' },
      ...{ lapse: 'closed', replace: 'closed', move: 'partlyReported' },
    },
    finallyReported: {
      ...{ supplement: 'inProgress', close: 'closed', closePartly: 'closed', closeUnmet: 'closed' },
      ...{ lapse: 'closed', replace: 'closed', move: 'finallyReported' },
    },
    closed: { reopen: 'inProgress', replace: 'closed' },
  };
  for (const phase of assignmentPhases)
    for (const [name, command] of Object.entries(commands)) {
      const next = leadsTo[phase][name];
      it(`${phase}: ${name} ${next ? `leads to ${next}` : 'is not possible'}`, () => {
        const scene = given(...wayTo[phase]);
        expect(scene.state.phase).toBe(phase);
        const outcome = scene.when(command);
        if (next) outcome.thenState({ phase: next });
        else outcome.thenRefused('notPossibleNow');
      });
    }

  it('a supplement leads back to work, and the work to a new final report', () => {
    given(isGiven(), final, supplement)
      .when({ type: 'SubmitFinalReport', text: 'Kompletterad' })
      .thenState({ phase: 'finallyReported', supplement: undefined });
  });

  it('a reopened assignment has no outcome until it is closed again', () => {
    const { state } = given(isGiven(), final, closed('partly')).when({
      type: 'ReopenAssignment',
      reason: 'Nya uppgifter',
    });
    expect([state.outcome, state.closedOn]).toEqual([undefined, undefined]);
  });

  it('nothing more is defined, moved or released once it is closed', () => {
    const late: readonly AssignmentCommand[] = [
      { type: 'AddResponsible', role: 'manager' },
      { type: 'ReleaseResponsible', role: 'director' },
      { type: 'NameRecipient', recipient: 'rnä' },
      { type: 'DefineDeliverable', text: 'tidplan' },
      { type: 'MeetPrecondition', precondition: 'c1' },
      { type: 'PromoteCommitment' },
      { type: 'RequestSupplement', text: 'Mer' },
    ];
    for (const command of late)
      given(...wayTo.closed)
        .when(command)
        .thenRefused('notPossibleNow');
  });

  it('every command but the first needs an assignment', () => {
    const { replace, reopen, move, progress, deliver, final: report, supplement: more } = commands;
    for (const command of [replace, reopen, move, progress, deliver, report, more])
      if (command) given().when(command).thenRefused('notFound');
  });
});

describe('who closes', () => {
  const closings: readonly AssignmentCommand[] = [
    { type: 'CloseAssignment', outcome: 'fulfilled' },
    { type: 'CloseAssignment', outcome: 'lapsed', reason: 'Överspelat' },
    { type: 'ReplaceAssignment', by: 'a2' },
  ];
  for (const command of closings) {
    const what = 'outcome' in command ? command.outcome : 'replaced';
    it(`${what}: the body may`, () => {
      for (const actor of [secretary, chair])
        given(...wayTo.finallyReported)
          .when(command, { actor })
          .thenState({ phase: 'closed' });
    });
    it(`${what}: the responsible may not, whoever they are`, () => {
      given(...wayTo.finallyReported)
        .when(command, { actor: { id: 'u-somebody', role: 'responsible' } })
        .thenRefused('responsibleCannotClose');
    });
    it(`${what}: who holds a responsible role may not in any capacity`, () => {
      for (const role of ['secretary', 'chair', 'admin'] as const)
        given(...wayTo.finallyReported)
          .when(command, { actor: { id: 'u-director', role } })
          .thenRefused('responsibleCannotClose');
    });
    it(`${what}: who holds a role that has been released may`, () => {
      given(isGiven({ responsible: ['manager'] }), final)
        .when(command, { actor: { id: 'u-director', role: 'chair' } })
        .thenState({ phase: 'closed' });
    });
  }

  it('every closing but a fulfilled one says why', () => {
    for (const outcome of ['partly', 'notFulfilled', 'lapsed'] as const) {
      given(...wayTo.finallyReported)
        .when({ type: 'CloseAssignment', outcome })
        .thenRefused('reasonMissing', '/reason');
      given(...wayTo.finallyReported)
        .when({ type: 'CloseAssignment', outcome, reason: ' ' })
        .thenRefused('emptyText', '/reason');
      given(...wayTo.finallyReported)
        .when({ type: 'CloseAssignment', outcome, reason: ' Två av tre ' })
        .then({ type: 'AssignmentClosed', data: { outcome, reason: 'Två av tre' } })
        .thenState({ outcome, closedOn: '2026-06-10' });
    }
  });

  it('replaced is no outcome to close with: a successor has to be named', () => {
    given(...wayTo.finallyReported)
      .when({ type: 'CloseAssignment', outcome: 'replaced', reason: 'Nytt uppdrag' })
      .thenRefused('notPossibleNow', '/outcome');
    expect(breachOf(assignment, wayTo.finallyReported, closed('replaced'))).toBe('notPossibleNow');
  });
});

describe('who reports', () => {
  const reports: readonly AssignmentCommand[] = [
    { type: 'AcknowledgeAssignment' },
    { type: 'MeetPrecondition', precondition: 'c1' },
    { type: 'ReportProgress', status: 'delayed', text: 'Två veckor sent' },
    { type: 'ReportDeliverable', deliverable: 'd1', result: 'full' },
    { type: 'SubmitFinalReport', text: 'Klart' },
    { type: 'ReportWrongAssignee' },
  ];
  for (const command of reports)
    it(`${command.type}: a holder of a responsible role and the secretary, nobody else responsible`, () => {
      given(isGiven())
        .when(command, { actor: { id: 'u-director', role: 'responsible' } })
        .thenState({ exists: true });
      given(isGiven()).when(command, { actor: secretary }).thenState({ exists: true });
      given(isGiven())
        .when(command, { actor: { id: 'u-other', role: 'responsible' } })
        .thenRefused('notResponsible');
      given(isGiven({ responsible: ['manager'] }))
        .when(command, { actor: { id: 'u-director', role: 'responsible' } })
        .thenRefused('notResponsible');
      given(isGiven())
        .when(command, { actor: { id: 'u-deputy', role: 'responsible' }, deputies: ['u-deputy'] })
        .thenState({ exists: true });
    });
});

describe('an assignment that has come to the wrong one', () => {
  const wrong: AssignmentCommand = {
    type: 'ReportWrongAssignee',
    text: ' Hör till samordnaren ',
    via: 'mailLink',
  };
  const said = {
    type: 'WrongAssigneeReported',
    data: { text: 'Hör till samordnaren', via: 'mailLink' },
  } as const;

  it('says so until somebody else is named, or somebody reports', () => {
    given(isGiven()).when(wrong).then(said);
    given(isGiven(), said).when({ type: 'AcknowledgeAssignment' }).thenState({ disputed: undefined });
    given(isGiven(), said)
      .when({ type: 'ReportProgress', status: 'onTrack', text: 'Det är vårt ändå' })
      .thenState({ disputed: undefined, phase: 'inProgress' });
    given(isGiven(), said)
      .when({ type: 'AddResponsible', role: 'manager' })
      .thenState({ disputed: undefined });
    given(isGiven(), said)
      .when({ type: 'ReleaseResponsible', role: 'director' })
      .thenState({ disputed: undefined, responsible: [] });
    const after = given(isGiven(), said).when({ type: 'DefineDeliverable', text: 'en tidsplan' });
    expect(after.state.disputed?.text).toBe('Hör till samordnaren');
  });

  it('is not said of what is closed', () => {
    given(isGiven(), { type: 'AssignmentClosed', data: { outcome: 'lapsed', reason: 'x' } })
      .when(wrong)
      .thenRefused('notPossibleNow');
  });
});
