import { describe, expect, it } from '@jest/globals';
import type { Context } from '../../src/domain/decider.js';
import {
  meeting,
  type MeetingCommand,
  type MeetingContext,
  type MeetingState,
} from '../../src/domain/meeting/meeting.js';
import type { MeetingEvent, MeetingScheduled } from '../../src/domain/meeting/events.js';
import type { RefusalCode } from '../../src/domain/refusal.js';
import { breachOf, type How, on, scenarios } from '../support/given.js';

type Around = Omit<MeetingContext, keyof Context<MeetingState>>;
const next: MeetingState = {
  ...meeting.initial,
  exists: true,
  body: 'srä',
  date: '2026-06-04',
  phase: 'held',
};
const around: Around = { bodyExists: true, otherMeeting: next };
const { given } = scenarios(meeting, 'meeting-m1', around, (context, outside: Around) => ({
  ...context,
  ...outside,
}));

const scheduled = (change: Partial<MeetingScheduled> = {}): MeetingEvent => ({
  type: 'MeetingScheduled',
  data: { body: 'srä', kind: 'ordinary', date: '2026-03-19', ...change },
});
const circulated = scheduled({ kind: 'perCapsulam' });
const opened: MeetingEvent = { type: 'PerCapsulamOpened', data: { replyBy: '2026-03-15' } };
const cancelled: MeetingEvent = { type: 'MeetingCancelled', data: {} };
const held = on<MeetingEvent>('2026-03-19', { type: 'MeetingHeld', data: { present: ['u-1'], absent: [] } });
const concluded = on<MeetingEvent>('2026-03-20', {
  type: 'PerCapsulamConcluded',
  data: { outcome: 'Bifall' },
});
const approved = on<MeetingEvent>('2026-06-04', { type: 'NotesApproved', data: { atMeeting: 'm2' } });
const reported = on<MeetingEvent>('2026-06-04', { type: 'PerCapsulamReported', data: { toMeeting: 'm2' } });

describe('scheduling', () => {
  const schedule: Extract<MeetingCommand, { type: 'ScheduleMeeting' }> = {
    ...{
      type: 'ScheduleMeeting',
      body: 'srä',
      kind: 'extra',
      date: '2026-08-24',
      start: '15:00',
      end: '16:30',
    },
    ...{ place: 'Björkvik', title: 'Avstämning' },
  };
  it('plans a meeting, also far ahead or long ago', () => {
    const { type: _, ...data } = schedule;
    given()
      .when(schedule)
      .then({ type: 'MeetingScheduled', data })
      .thenState({ phase: 'planned', date: '2026-08-24' });
    given()
      .when({ ...schedule, date: '2019-02-28' })
      .thenState({ phase: 'planned' });
  });
  const refused: readonly (readonly [
    string,
    Partial<typeof schedule>,
    Partial<Around>,
    RefusalCode,
    string,
  ])[] = [
    ['in no body', {}, { bodyExists: false }, 'unknownReference', '/body'],
    ['on a day that is none', { date: '2026-02-30' }, {}, 'notADate', '/date'],
    ['that ends before it starts', { end: '14:00' }, {}, 'endsBeforeStart', '/end'],
    ['that ends as it starts', { end: '15:00' }, {}, 'endsBeforeStart', '/end'],
  ];
  for (const [why, change, outside, code, pointer] of refused)
    it(`refused ${why}`, () => {
      given()
        .when({ ...schedule, ...change }, outside)
        .thenRefused(code, pointer);
    });
  it('refused twice', () => {
    given(scheduled()).when(schedule).thenRefused('alreadyExists');
  });
});

describe('the life of a meeting', () => {
  const commands: { readonly [name: string]: MeetingCommand } = {
    move: { type: 'MoveMeeting', to: '2026-04-02', reasonStated: false },
    cancel: { type: 'CancelMeeting' },
    hold: { type: 'RecordMeetingHeld' },
    open: { type: 'OpenPerCapsulam' },
    conclude: { type: 'ConcludePerCapsulam' },
    approve: { type: 'ApproveNotes', atMeeting: 'm2' },
    report: { type: 'ReportPerCapsulam', toMeeting: 'm2' },
  };
  const states: readonly (readonly [string, readonly MeetingEvent[], readonly string[]])[] = [
    ['planned', [scheduled()], ['move', 'cancel', 'hold']],
    ['planned, extra', [scheduled({ kind: 'extra' })], ['move', 'cancel', 'hold']],
    ['held', [scheduled(), held], ['approve']],
    ['held and approved', [scheduled(), held, approved], []],
    ['cancelled', [scheduled(), cancelled], []],
    ['per capsulam, planned', [circulated], ['move', 'cancel', 'open', 'conclude']],
    ['per capsulam, open', [circulated, opened], ['move', 'cancel', 'conclude']],
    ['per capsulam, concluded', [circulated, opened, concluded], ['approve', 'report']],
    ['per capsulam, reported', [circulated, concluded, reported], ['approve']],
    ['per capsulam, cancelled', [circulated, cancelled], []],
  ];
  for (const [state, facts, possible] of states)
    for (const [name, command] of Object.entries(commands)) {
      const may = possible.includes(name);
      it(`${state}: ${name} is ${may ? '' : 'not '}possible`, () => {
        const outcome = given(...facts).when(command);
        if (may) outcome.thenState({ exists: true });
        else outcome.thenRefused('notPossibleNow');
      });
    }
  for (const [name, command] of Object.entries(commands))
    it(`${name} needs a meeting`, () => {
      given().when(command).thenRefused('notFound');
    });
});

describe('moving and cancelling', () => {
  it('says why, or that the source does not', () => {
    given(scheduled())
      .when({ type: 'MoveMeeting', to: '2026-04-02', reason: 'Krock med fullmäktige' })
      .then({
        type: 'MeetingMoved',
        data: { from: '2026-03-19', to: '2026-04-02', reason: 'Krock med fullmäktige', reasonStated: true },
      })
      .thenState({ date: '2026-04-02' });
    given(scheduled())
      .when({ type: 'MoveMeeting', to: '2026-04-02', reasonStated: false })
      .then({ type: 'MeetingMoved', data: { from: '2026-03-19', to: '2026-04-02', reasonStated: false } });
    given(scheduled())
      .when({ type: 'MoveMeeting', to: '2026-04-02' })
      .thenRefused('reasonMissing', '/reason');
    given(scheduled())
      .when({ type: 'CancelMeeting', reason: 'För få ärenden' })
      .then({ type: 'MeetingCancelled', data: { reason: 'För få ärenden' } })
      .thenState({ phase: 'cancelled' });
    given(scheduled()).when({ type: 'CancelMeeting', reason: ' ' }).thenRefused('emptyText', '/reason');
  });
  it('only to another day that exists', () => {
    given(scheduled())
      .when({ type: 'MoveMeeting', to: '2026-03-19', reasonStated: false })
      .thenRefused('sameDeadline', '/to');
    given(scheduled())
      .when({ type: 'MoveMeeting', to: '2026-13-01', reasonStated: false })
      .thenRefused('notADate', '/to');
  });
});

describe('a plan is not something that has happened', () => {
  const happenings: readonly (readonly [MeetingCommand, MeetingEvent])[] = [
    [{ type: 'RecordMeetingHeld', present: ['u-1'], absent: ['u-2'] }, scheduled()],
    [{ type: 'ConcludePerCapsulam', outcome: 'Bifall' }, circulated],
  ];
  for (const [command, planned] of happenings) {
    it(`${command.type}: not before its day, by no source`, () => {
      given(planned).when(command, { statedAt: '2026-03-18' }).thenRefused('plannedIsNotDone', '/statedAt');
      given(planned).when(command, { today: '2026-03-18' }).thenRefused('plannedIsNotDone', '/statedAt');
      given(planned)
        .when(command, { statedAt: '2026-03-20', occurred: '2026-03-18' })
        .thenRefused('plannedIsNotDone', '/occurred');
      given(planned)
        .when(command, { statedAt: '2026-03-19', occurred: '2026-03-18' })
        .thenRefused('plannedIsNotDone', '/occurred');
    });
    it(`${command.type}: on its day, or some time in the year of its day`, () => {
      for (const how of [{ statedAt: '2026-03-19' }, { occurred: '2026' }, { occurred: null }])
        given(planned).when(command, how).thenState({ phase: 'held' });
    });
    it(`${command.type}: on the new day when it was moved`, () => {
      const moved: MeetingEvent = {
        type: 'MeetingMoved',
        data: { from: '2026-03-19', to: '2026-04-02', reasonStated: false },
      };
      given(planned, moved)
        .when(command, { statedAt: '2026-04-01' })
        .thenRefused('plannedIsNotDone', '/statedAt');
      given(planned, moved).when(command, { statedAt: '2026-04-02' }).thenState({ phase: 'held' });
    });
  }
  it('a move typed in late cannot put a meeting after the day it was held', () => {
    given(scheduled(), held)
      .when({ type: 'MoveMeeting', to: '2026-04-02', reasonStated: false }, { statedAt: '2026-02-01' })
      .thenRefused('contradictsLaterFact', '/statedAt');
    expect(breachOf(meeting, [scheduled({ date: '2026-04-02' })], held)).toBe('plannedIsNotDone');
    given(scheduled(), held)
      .when({ type: 'MoveMeeting', to: '2026-03-18', reasonStated: false }, { statedAt: '2026-02-01' })
      .thenState({ date: '2026-03-18', phase: 'held' });
  });
});

it('a meeting held tells who was there', () => {
  given(scheduled())
    .when({ type: 'RecordMeetingHeld', present: ['u-1'], absent: ['u-2'] })
    .then({ type: 'MeetingHeld', data: { present: ['u-1'], absent: ['u-2'] } })
    .thenState({ present: ['u-1'], absent: ['u-2'] });
  given(scheduled())
    .when({ type: 'RecordMeetingHeld' })
    .then({ type: 'MeetingHeld', data: { present: [], absent: [] } });
});

describe('per capsulam', () => {
  it('is opened with a day for answers, concluded with an outcome, reported to a meeting', () => {
    given(circulated)
      .when({ type: 'OpenPerCapsulam', replyBy: '2026-03-15' })
      .then(opened)
      .thenState({ phase: 'open', replyBy: '2026-03-15' });
    given(circulated, opened)
      .when({ type: 'ConcludePerCapsulam', outcome: ' Bifall ' })
      .then({ type: 'PerCapsulamConcluded', data: { outcome: 'Bifall' } })
      .thenState({ phase: 'held', outcome: 'Bifall' });
    given(circulated, concluded)
      .when({ type: 'ReportPerCapsulam', toMeeting: 'm2' })
      .then({ type: 'PerCapsulamReported', data: { toMeeting: 'm2' } })
      .thenState({ reportedTo: 'm2' });
  });
  it('refused: no day, an empty outcome', () => {
    given(circulated)
      .when({ type: 'OpenPerCapsulam', replyBy: '15 mars' })
      .thenRefused('notADate', '/replyBy');
    given(circulated)
      .when({ type: 'ConcludePerCapsulam', outcome: ' ' })
      .thenRefused('emptyText', '/outcome');
  });
});

describe('the meeting that approves the notes or hears the report', () => {
  const commands: readonly (readonly [MeetingCommand, string])[] = [
    [{ type: 'ApproveNotes', atMeeting: 'm2' }, '/atMeeting'],
    [{ type: 'ReportPerCapsulam', toMeeting: 'm2' }, '/toMeeting'],
  ];
  const wrong: readonly (readonly [string, How<Around>, RefusalCode])[] = [
    ['one that is not there', { otherMeeting: undefined }, 'unknownReference'],
    ['one of another body', { otherMeeting: { ...next, body: 'rnä' } }, 'unknownReference'],
    ['one before it', { otherMeeting: { ...next, date: '2026-03-18' } }, 'unknownReference'],
    ['one that was cancelled', { otherMeeting: { ...next, phase: 'cancelled' } }, 'notPossibleNow'],
    ['one still to come', { statedAt: '2026-06-03' }, 'plannedIsNotDone'],
  ];
  for (const [command, pointer] of commands)
    for (const [which, how, code] of wrong)
      it(`refused: ${command.type} by ${which}`, () => {
        given(circulated, concluded).when(command, how).thenRefused(code, pointer);
      });
  it('it may be one of the same day, told that day', () => {
    const otherMeeting: MeetingState = { ...next, date: '2026-03-20' };
    const moved: MeetingEvent = {
      type: 'MeetingMoved',
      data: { from: '2026-03-19', to: '2026-03-20', reasonStated: false },
    };
    for (const [command] of commands)
      given(circulated, moved, concluded)
        .when(command, { otherMeeting, statedAt: '2026-03-20' })
        .thenState({ exists: true });
  });
  it('a circulation is not a meeting to report to', () => {
    given(circulated, concluded)
      .when(
        { type: 'ReportPerCapsulam', toMeeting: 'm3' },
        { otherMeeting: { ...next, kind: 'perCapsulam' } },
      )
      .thenRefused('unknownReference', '/toMeeting');
  });
  it('notes may be approved outside any meeting', () => {
    given(scheduled(), held)
      .when({ type: 'ApproveNotes' }, { otherMeeting: undefined })
      .then({ type: 'NotesApproved', data: {} })
      .thenState({ notesApproved: true });
  });
});

it('takes effect when it happens: a day of effect is refused', () => {
  given(scheduled())
    .when({ type: 'CancelMeeting' }, { effectiveFrom: '2026-09-01' })
    .thenRefused('effectOnlyForDecisions', '/effectiveFrom');
});
