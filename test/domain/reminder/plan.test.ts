import { describe, expect, it } from '@jest/globals';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { localDate } from '../../../src/clock.js';
import { assignment, type AssignmentState } from '../../../src/domain/assignment/assignment.js';
import type { AssignmentEvent } from '../../../src/domain/assignment/events.js';
import { addDays, daysBetween, weekday } from '../../../src/domain/calendar.js';
import { fold } from '../../../src/domain/decider.js';
import { parseDueWindow } from '../../../src/domain/due-window.js';
import type { Recorded } from '../../../src/domain/events.js';
import type { PlannedMeeting } from '../../../src/domain/expected-meeting.js';
import { plan, type Planned } from '../../../src/domain/reminder/plan.js';
import type { ReminderPolicy } from '../../../src/domain/body/events.js';
import { defaultPolicy, policyPeriods } from '../../../src/domain/reminder/policy.js';
import { swedishHolidays, WorkingDays } from '../../../src/domain/reminder/working-days.js';

const days = new WorkingDays(swedishHolidays);
const localDay = (instant: string) => localDate(instant, 'Europe/Stockholm');
const meetingOn = (date: string, more: Partial<PlannedMeeting> = {}): PlannedMeeting => ({
  id: `m-${date}`,
  date,
  kind: 'ordinary',
  cancelled: false,
  ...more,
});
const meetings = ['2025-11-13', '2026-03-19', '2026-06-04', '2026-09-24'].map((date) => meetingOn(date));

type Told = readonly [on: string, event: AssignmentEvent];

function state(told: readonly Told[]): AssignmentState {
  return fold(
    assignment,
    told.map(([on, event], revision): Recorded<AssignmentEvent> => ({
      ...event,
      id: revision.toString(),
      stream: 'assignment-a',
      revision,
      position: revision.toString(),
      occurred: on,
      statedAt: on,
      recordedAt: `${on}T12:00:00.000Z`,
      actor: { id: 'p', role: 'secretary' },
      correlationId: '',
      causationId: '',
    })),
  );
}

const window = (words: string, statedAt: string) => parseDueWindow(words, { statedAt });
const given = (on: string, words: string): Told => [
  on,
  {
    type: 'AssignmentGiven',
    data: {
      body: 'sra',
      title: 'Återkomma med förslag',
      kind: 'assignment',
      responsible: ['r1'],
      deadline: window(words, on),
      deliverables: [],
      preconditions: [],
      recipient: 'sra',
    },
  },
];
const reported = (on: string): Told => [
  on,
  { type: 'ProgressReported', data: { status: 'onTrack', text: 'ok' } },
];
const moved = (on: string, words: string): Told => [
  on,
  {
    type: 'DeadlineMoved',
    data: { from: window('våren 2026', on), to: window(words, on), reasonStated: false },
  },
];

const planned = (told: readonly Told[], more: Partial<Planned> = {}) =>
  plan(
    {
      assignment: state(told),
      meetings,
      policies: [{ policy: defaultPolicy, after: '' }],
      steering: { asked: [] },
      localDay,
      ...more,
    },
    days,
  );
const ladder = (told: readonly Told[], more: Partial<Planned> = {}) =>
  planned(told, more).rungs.map(({ name, on }) => `${on} ${name}`);

describe('the ladder to a meeting', () => {
  it('is: received, six weeks before, the last day for material, the day after', () => {
    expect(ladder([given('2026-03-19', 'senast i juni 2026')])).toEqual([
      '2026-03-20 received',
      '2026-04-23 beforeMeeting-42',
      '2026-05-21 material-14',
      '2026-06-05 afterMeeting-1',
    ]);
  });

  it('asks for nothing before the meeting before it has been held', () => {
    const close = [...meetings, meetingOn('2026-05-07'), meetingOn('2026-05-28')];
    expect(ladder([given('2026-03-19', 'senast i juni 2026')], { meetings: close })).toEqual([
      '2026-03-20 received',
      '2026-05-29 material-14',
      '2026-06-05 afterMeeting-1',
    ]);
  });

  it('is quiet up to a report, and after the meeting when something has been heard since the last rung', () => {
    expect(ladder([given('2026-03-19', 'senast i juni 2026'), reported('2026-04-23')])).toEqual([
      '2026-05-21 material-14',
      '2026-06-05 afterMeeting-1',
    ]);
    expect(ladder([given('2026-03-19', 'senast i juni 2026'), reported('2026-05-21')])).toEqual([]);
  });

  it('asks for what recurs when material is due for each meeting, and not weeks before', () => {
    const { rungs } = planned([given('2025-11-13', 'kontinuerligt återrapportera till SRÄ')]);
    expect(rungs.map(({ name }) => name).filter((name) => name !== 'received')).toEqual([
      'material-14-2026-03-19',
      'afterMeeting-1-2026-03-19',
      'material-14-2026-06-04',
      'afterMeeting-1-2026-06-04',
      'material-14-2026-09-24',
      'afterMeeting-1-2026-09-24',
    ]);
  });

  it('asks about what has no time before one meeting, and leaves it to the agenda from then on', () => {
    const { rungs, none } = planned([given('2025-11-13', 'rapportering sker senare')]);
    expect(rungs.map(({ name, meeting }) => `${name} ${meeting ?? ''}`.trim())).toEqual([
      'received',
      'beforeMeeting-42 m-2026-03-19',
      'material-14 m-2026-03-19',
      'afterMeeting-1 m-2026-03-19',
    ]);
    expect(none).toBe('ladderDone');
  });

  it('says nothing about a date that no longer holds', () => {
    const told = [given('2026-03-19', '4 juni 2026'), moved('2026-05-20', 'hösten 2026')];
    expect(ladder(told)).toEqual([
      '2026-05-21 received',
      '2026-08-13 beforeMeeting-42',
      '2026-09-10 material-14',
      '2026-09-25 afterMeeting-1',
    ]);
    expect(planned(told).statement).toBe(Date.parse('2026-05-20T12:00:00.000Z'));
  });
});

describe('the ladder to the end of a window', () => {
  it('counts working days, past Easter, and goes on after the end', () => {
    const told = [given('2026-02-20', '9 april 2026')];
    expect(ladder(told)).toEqual([
      '2026-02-23 received',
      '2026-02-24 beforeEnd-30',
      '2026-03-18 beforeEnd-14',
      '2026-04-02 beforeEnd-3',
      '2026-04-09 beforeEnd-0',
      '2026-04-16 afterEnd-7',
    ]);
  });

  it('leaves what had passed before the log came to know it', () => {
    const [, event] = given('2024-01-10', 'senast 1 mars 2024');
    const old = state([['2026-03-19', event]]);
    const typedIn = {
      ...old,
      statements: old.statements.map((said) => ({ ...said, statedAt: '2024-01-10' })),
    };
    expect(planned([], { assignment: typedIn })).toMatchObject({ rungs: [], none: 'ladderDone' });
  });
});

describe('a reminder asked for by hand', () => {
  const base = given('2026-03-19', 'senast i juni 2026');
  const told = [base, reported('2026-04-01')];
  const at = (time: string): Partial<Planned> => ({
    steering: { asked: [{ on: '2026-04-01', at: `2026-04-01T${time}:00.000Z`, revision: 0 }] },
  });
  const byHand = (events: Told[], time: string): string[] => {
    const { rungs, held } = planned(events, at(time));
    return [...rungs, ...held.map((rung) => ({ ...rung, name: `${rung.name} ${rung.why}` }))].flatMap(
      ({ name }) => (name.startsWith('now-') ? [name] : []),
    );
  };

  it('after a report of the same day goes out, before it is answered by it', () => {
    expect(byHand(told, '12:01')).toEqual(['now-0']);
    expect(byHand(told, '11:59')).toEqual(['now-0 answered']);
  });

  it('says why it does not go out, when nobody is to be asked any more', () => {
    const wrong: Told = ['2026-04-01', { type: 'WrongAssigneeReported', data: {} }];
    const final: Told = ['2026-04-01', { type: 'FinalReportSubmitted', data: { text: 'klart' } }];
    expect(byHand([base, wrong], '12:01')).toEqual(['now-0 notAnAssignee']);
    expect(byHand([base, final], '11:59')).toEqual(['now-0 answered']);
  });
});

describe('no rung', () => {
  const base = given('2026-03-19', 'senast i juni 2026');
  it.each<[string, Told[], Partial<Planned>]>([
    [
      'closed',
      [base, ['2026-04-01', { type: 'AssignmentClosed', data: { outcome: 'lapsed', reason: 'x' } }]],
      {},
    ],
    ['answered', [base, ['2026-04-01', { type: 'FinalReportSubmitted', data: { text: 'klart' } }]], {}],
    ['notAnAssignee', [base, ['2026-04-01', { type: 'WrongAssigneeReported', data: {} }]], {}],
    ['paused', [base], { steering: { asked: [], paused: { from: '2026-03-19' } } }],
    ['noMeetingPlanned', [given('2026-03-19', 'återkommer')], { meetings: [] }],
    ['noResponsible', [base, ['2026-04-01', { type: 'ResponsibleReleased', data: { role: 'r1' } }]], {}],
  ])('%s', (why, told, more) => {
    const { rungs, none } = planned(told, more);
    expect([none, rungs.filter(({ name }) => name !== 'received')]).toEqual([why, []]);
  });

  it('falls in a pause with an end, and the ladder goes on behind it', () => {
    const steering = { asked: [], paused: { from: '2026-04-01', until: '2026-05-20' } };
    expect(ladder([base], { steering })).toEqual([
      '2026-03-20 received',
      '2026-05-21 material-14',
      '2026-06-05 afterMeeting-1',
    ]);
  });
});

describe('working days', () => {
  it('are the days on which Swedish offices are open, 2024–2032', () => {
    const calendar = new Holidays('SE', { types: ['public', 'bank', 'observance', 'optional'] });
    const eves = ['midsommarafton', 'julafton', 'nyårsafton'];
    for (let year = 2024; year <= 2032; year++) {
      const named = calendar
        .getHolidays(year)
        .filter(({ type, name }) => type === 'public' || eves.includes(name.toLowerCase()))
        .map(({ date }) => date.slice(0, 10))
        .filter((date) => weekday(date) <= 5);
      const ours = swedishHolidays(year).filter((date) => weekday(date) <= 5);
      expect([...new Set(ours)].sort()).toEqual([...new Set(named)].sort());
    }
  });
});

const day = fc.integer({ min: 0, max: 3286 }).map((count) => addDays('2024-01-01', count));
const phrase = fc.oneof(
  day,
  day.map((date) => `senast ${date}`),
  day.map((date) => `senast i juni ${date.slice(0, 4)}`),
  fc.tuple(day, day).map(([a, b]) => `${a} el ${b}`),
  fc.constantFrom(
    'en vecka',
    'hösten 2027',
    'kontinuerligt',
    'rapportering sker senare',
    'till nästa möte',
    'efter sommaren',
    'två veckor före mötet',
    'vecka 53 2026',
    'våren 2028',
  ),
);
const story = fc
  .record({
    start: day,
    words: phrase,
    more: fc.array(
      fc.record({
        after: fc.integer({ min: 0, max: 400 }),
        what: fc.oneof(
          phrase.map((words) => ({ kind: 'move' as const, words })),
          fc.constant({ kind: 'report' as const, words: '' }),
        ),
      }),
      { maxLength: 5 },
    ),
    meetings: fc.uniqueArray(day, { maxLength: 30 }),
    lost: fc.integer({ min: 0, max: 30 }),
  })
  .map(({ start, words, more, meetings: dates, lost }) => {
    let on = start;
    const told: Told[] = [given(start, words)];
    for (const { after, what } of more) {
      on = addDays(on, after);
      told.push(what.kind === 'move' ? moved(on, what.words) : reported(on));
    }
    return {
      told,
      meetings: dates.map((date, at) => meetingOn(date, { cancelled: at === lost })),
      until: on,
    };
  });

describe('a policy', () => {
  const stricter = { ...defaultPolicy, received: false, beforeMeeting: [60, 30], afterMeeting: [1, 8] };
  const set = (policy: ReminderPolicy, day: string) => ({ policy, recordedAt: `${day}T10:00:00.000Z` });

  it('decides from the day after it was set: what was planned before that day stays as it was', () => {
    const policies = policyPeriods({ policies: [set(stricter, '2026-04-28')] }, localDay);
    expect(ladder([given('2026-03-19', 'senast i juni 2026')], { policies })).toEqual([
      '2026-03-20 received',
      '2026-04-23 beforeMeeting-42',
      '2026-05-05 beforeMeeting-30',
      '2026-05-21 material-14',
      '2026-06-05 afterMeeting-1',
      '2026-06-12 afterMeeting-8',
    ]);
  });

  it('that was told late, when a newer one was known, decides nothing', () => {
    const late = { ...defaultPolicy, beforeMeeting: [100] };
    const told = [set(late, '2026-04-02'), set(stricter, '2026-04-01')];
    expect(policyPeriods({ policies: told }, localDay)).toEqual([
      { policy: defaultPolicy, after: '' },
      { policy: stricter, after: '2026-04-01' },
    ]);
  });
});

describe('any assignment, 2024–2032', () => {
  it('has its next rung or a reason why not, on working days, one a day, none before it was known', () => {
    fc.assert(
      fc.property(story, day, ({ told, meetings: planned, until }, today) => {
        const steering = { asked: [] };
        const made = plan(
          {
            assignment: state(told),
            meetings: planned,
            policies: [{ policy: defaultPolicy, after: '' }],
            steering,
            localDay,
          },
          days,
        );
        const dates = made.rungs.map(({ on }) => on);
        expect(dates).toEqual([...new Set(dates)].sort());
        for (const { on, name } of made.rungs) {
          expect(days.isWorking(on)).toBe(true);
          expect(on >= localDay(new Date(made.statement).toISOString())).toBe(true);
          const lastReport = told.findLast(([, event]) => event.type === 'ProgressReported')?.[0] ?? '';
          if (name !== 'received') expect(on > lastReport).toBe(true);
        }
        for (const { on, meeting, name } of made.rungs) {
          const target = planned.find(({ id }) => id === meeting);
          if (!target || name === 'afterMeeting-1') continue;
          expect(target.cancelled).toBe(false);
          const between = planned.filter(
            ({ date, cancelled }) => !cancelled && date >= until && date >= on && date < target.date,
          );
          expect(between).toEqual([]);
        }
        const next = made.rungs.find(({ on }) => on >= today) ?? made.none;
        if (typeof next === 'string') expect(next).toBe(made.none);
        else expect(daysBetween(today, next.on)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is planned alike whatever the order in which its moves are folded again', () => {
    fc.assert(
      fc.property(story, ({ told, meetings: planned }) => {
        const again = () =>
          plan(
            {
              assignment: state(told),
              meetings: [...planned].reverse(),
              policies: [{ policy: defaultPolicy, after: '' }],
              steering: { asked: [] },
              localDay,
            },
            new WorkingDays(swedishHolidays),
          );
        expect(again()).toEqual(
          plan(
            {
              assignment: state(told),
              meetings: planned,
              policies: [{ policy: defaultPolicy, after: '' }],
              steering: { asked: [] },
              localDay,
            },
            days,
          ),
        );
      }),
      { numRuns: 200 },
    );
  });
});
