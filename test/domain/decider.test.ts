import { describe, expect, it } from '@jest/globals';
import {
  assignment,
  type AssignmentContext,
  type AssignmentState,
} from '../../src/domain/assignment/assignment.js';
import type { AssignmentEvent } from '../../src/domain/assignment/events.js';
import { breaches, type Context, fold } from '../../src/domain/decider.js';
import { type DueWindow, parseDueWindow } from '../../src/domain/due-window.js';
import { type Fact, on, recorded, scenarios } from '../support/given.js';

type Around = Omit<AssignmentContext, keyof Context<AssignmentState>>;
const around: Around = {
  ...{ recipientExists: true, matterExists: true, replacesExists: true, meetingExists: true },
  successors: [{ id: 'a2' }],
  deputies: [],
};
const asked: Context<AssignmentState>[] = [];
const { given } = scenarios(assignment, 'assignment-a1', around, (context, outside: Around) => {
  asked.push(context);
  return { ...context, ...outside };
});

const june: DueWindow = parseDueWindow('senast i juni 2026', { statedAt: '2025-11-13' });
const september: DueWindow = parseDueWindow('1 september 2026', { statedAt: '2026-06-04' });
const isGiven = on<AssignmentEvent>('2025-11-13', {
  type: 'AssignmentGiven',
  data: {
    ...{ body: 'srä', title: 'Plan', kind: 'assignment', responsible: [], deadline: june },
    ...{ deliverables: [], preconditions: [] },
  },
});
const moved = on<AssignmentEvent>('2026-06-04', {
  type: 'DeadlineMoved',
  data: { from: june, to: september, reasonStated: false },
});
const progressed = on<AssignmentEvent>('2026-02-19', {
  type: 'ProgressReported',
  data: { status: 'onTrack', text: 'Följer plan' },
});
const final = on<AssignmentEvent>('2026-03-19', { type: 'FinalReportSubmitted', data: { text: 'Klart' } });
const closed = on<AssignmentEvent>('2026-06-04', {
  type: 'AssignmentClosed',
  data: { outcome: 'fulfilled' },
});

describe('an old fact typed in late', () => {
  it('takes its place in the story: a deadline of March does not overturn the one of June', () => {
    const { state, events } = given(isGiven, moved).when(
      { type: 'MoveDeadline', to: 'senast den 15 augusti 2026', reasonStated: false },
      { statedAt: '2026-03-19' },
    );
    expect(state.deadline).toEqual(september);
    expect(state.moves).toBe(2);
    expect(state.statements.map(({ statedAt, latest }) => [statedAt, latest])).toEqual([
      ['2025-11-13', '2026-06-30'],
      ['2026-03-19', '2026-08-15'],
      ['2026-06-04', '2026-09-01'],
    ]);
    expect(
      fold(
        assignment,
        events.filter((event) => event.statedAt <= '2026-03-31'),
      ).deadline.latest,
    ).toBe('2026-08-15');
  });

  it('is decided on what had been stated by its own day', () => {
    given(isGiven, moved)
      .when(
        { type: 'MoveDeadline', to: 'senast den 15 augusti 2026', reasonStated: false },
        { statedAt: '2026-03-19' },
      )
      .then({
        type: 'DeadlineMoved',
        data: {
          from: june,
          to: parseDueWindow('senast den 15 augusti 2026', { statedAt: '2026-03-19' }),
          reasonStated: false,
        },
      });
    given(isGiven, final, closed)
      .when({ type: 'ReportProgress', status: 'onTrack', text: 'Följer plan' }, { statedAt: '2026-02-19' })
      .thenState({ phase: 'closed', lastReport: { status: 'final', text: 'Klart', statedAt: '2026-03-19' } });
    given(isGiven, progressed)
      .when({ type: 'AcknowledgeAssignment' }, { statedAt: '2025-12-01' })
      .thenState({ phase: 'inProgress' });
  });

  it('is refused when it was not possible then', () => {
    given(isGiven, progressed)
      .when({ type: 'AcknowledgeAssignment' }, { statedAt: '2026-02-20' })
      .thenRefused('notPossibleNow');
    given(isGiven, final, closed)
      .when({ type: 'ReopenAssignment', reason: 'Nytt' }, { statedAt: '2026-06-03' })
      .thenRefused('notPossibleNow');
  });

  it('is refused when what was stated later could then not be true', () => {
    given(isGiven, final, closed)
      .when({ type: 'RequestSupplement', text: 'Kostnaden saknas' }, { statedAt: '2026-04-01' })
      .thenRefused('contradictsLaterFact', '/statedAt');
    given(isGiven, final, closed)
      .when({ type: 'CloseAssignment', outcome: 'lapsed', reason: 'Överspelat' }, { statedAt: '2026-02-01' })
      .thenRefused('contradictsLaterFact', '/statedAt');
  });

  it('is refused when it is older than the first one', () => {
    given(isGiven)
      .when({ type: 'AcknowledgeAssignment' }, { statedAt: '2025-11-12' })
      .thenRefused('statedBeforeStart', '/statedAt');
  });

  it('stated on the same day comes after what was recorded before it', () => {
    given(isGiven, moved)
      .when(
        { type: 'MoveDeadline', to: '24 september 2026', reasonStated: false },
        { statedAt: '2026-06-04' },
      )
      .thenState({ deadline: parseDueWindow('24 september 2026', { statedAt: '2026-06-04' }), moves: 2 });
  });

  it('is refused from tomorrow, and about tomorrow', () => {
    given(isGiven)
      .when({ type: 'AcknowledgeAssignment' }, { statedAt: '2026-06-11' })
      .thenRefused('statedInFuture', '/statedAt');
    given(isGiven)
      .when({ type: 'AcknowledgeAssignment' }, { occurred: '2026-06-11' })
      .thenRefused('occurredInFuture', '/occurred');
  });
});

describe('a decision may know', () => {
  it('who asks, when, how many facts there are, and what was stated later', () => {
    asked.length = 0;
    given(isGiven, moved).when({ type: 'AcknowledgeAssignment' }, { statedAt: '2026-01-01', occurred: null });
    expect(asked).toEqual([
      expect.objectContaining({
        ...{ id: 'a1', serial: 2, today: '2026-06-10', actor: { id: 'u-secretary', role: 'secretary' } },
        when: expect.objectContaining({ statedAt: '2026-01-01', occurred: null }) as unknown,
        known: expect.objectContaining({ deadline: september }) as unknown,
      }),
    ]);
  });
});

describe('a story', () => {
  const story: readonly Fact<AssignmentEvent>[] = [isGiven, progressed, final, moved, closed];

  it('is the same in whatever order it was recorded', () => {
    const told = (order: readonly number[]) => {
      const state = fold(
        assignment,
        order.map((from, at) => recorded('assignment-a1', story[from] ?? isGiven, at)),
      );
      // When the log came to know of something is of the record, not of the story.
      const { lastReportAt: _, ...said } = state;
      return { ...said, statements: said.statements.map(({ recordedAt: __, ...words }) => words) };
    };
    const inOrder = told([0, 1, 2, 3, 4]);
    expect(inOrder).toMatchObject({ phase: 'closed', deadline: september, closedOn: '2026-06-04' });
    for (const order of [
      [0, 2, 1, 3, 4],
      [3, 0, 1, 4, 2],
      [2, 1, 0, 3, 4],
    ])
      expect(told(order)).toEqual(inOrder);
  });

  it('that breaks no rule has no breaches; one that does names the fact and the rule', () => {
    const tell = (...facts: readonly Fact<AssignmentEvent>[]) =>
      facts.map((fact, at) => recorded('assignment-a1', fact, at));
    expect(breaches(assignment, tell(...story))).toEqual([]);
    expect(breaches(assignment, [])).toEqual([]);
    const unsound = tell(isGiven, moved, closed, progressed);
    expect(breaches(assignment, unsound)).toEqual([
      { event: unsound[2], breach: { code: 'notPossibleNow', params: { state: 'inProgress' } } },
    ]);
    expect(breaches(assignment, tell(moved, isGiven)).map(({ breach }) => breach.code)).toEqual([]);
    expect(breaches(assignment, tell(progressed)).map(({ breach }) => breach.code)).toEqual(['notFound']);
  });
});
