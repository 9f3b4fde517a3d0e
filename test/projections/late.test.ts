import { describe, expect, it } from '@jest/globals';
import { listAssignments } from '../../src/projections/assignments.js';
import { attentionList } from '../../src/projections/attention.js';
import { balanceAsOf } from '../../src/projections/board.js';
import { decisionLine } from '../../src/projections/decision-log.js';
import { expectedFeedback } from '../../src/projections/feedback.js';
import { due, establishBody, Story } from '../support/story.js';

const given = '2025-11-13';
const lastDay = '2026-04-30';
const dayAfter = '2026-05-01';

describe('late', () => {
  const story = new Story();
  establishBody(story);
  story.tell(
    'decision-beslut',
    {
      type: 'DecisionRecorded',
      data: {
        body: 'sra',
        title: 'Två uppdrag',
        points: [{ number: 1, kinds: ['assigned'], text: 'ger i uppdrag' }],
      },
    },
    { on: given },
  );
  for (const id of ['tyst', 'redovisat'])
    story.tell(
      `assignment-${id}`,
      {
        type: 'AssignmentGiven',
        data: {
          body: 'sra',
          title: id,
          kind: 'assignment',
          responsible: ['r-dir'],
          deadline: due('senast den 30 april 2026', given),
          deliverables: [],
          preconditions: [],
          recipient: 'sra',
          decision: 'beslut',
          point: 1,
        },
      },
      { on: given },
    );
  story.tell(
    'assignment-redovisat',
    { type: 'FinalReportSubmitted', data: { text: 'Planen lämnas.' } },
    { on: '2026-04-20' },
  );
  const late = (today: string): string[] =>
    listAssignments(story.db, { late: true }, today).items.map(({ id }) => id);

  it('begins the day after the last day of the window', () => {
    expect(late(lastDay)).toEqual([]);
    expect(late(dayAfter)).toEqual(['tyst']);
  });

  it('is nothing that has been reported finally, wherever it is asked', () => {
    expect(listAssignments(story.db, { late: false }, dayAfter).items.map(({ id }) => id)).toEqual([
      'redovisat',
    ]);
    const flags = expectedFeedback(story.db, { kind: 'assignment' }, dayAfter).items;
    expect(Object.fromEntries(flags.map((item) => [item.id, item.late]))).toEqual({
      tyst: true,
      redovisat: false,
    });
    expect(expectedFeedback(story.db, { late: true }, dayAfter).items.map(({ id }) => id)).toEqual(['tyst']);
    expect(balanceAsOf(story.db, {}, dayAfter)).toMatchObject({ open: 2, late: 1 });
    expect(decisionLine(story.db, 'beslut', dayAfter)?.assignments).toEqual({ open: 2, late: 1, closed: 0 });
    const passed = attentionList(story.db, {}, dayAfter).items.filter((row) => row.reason === 'windowPassed');
    expect(passed.map(({ subject }) => subject.id)).toEqual(['tyst']);
  });
});
