import { describe, expect, it } from '@jest/globals';
import { asOfState, type Axis, compare, replay } from '../../src/projections/as-of.js';
import { balanceAsOf, boardAsOf, compareBoard } from '../../src/projections/board.js';
import { expectedFeedback } from '../../src/projections/feedback.js';
import { due, establishBody, Story } from '../support/story.js';
import { timeZone } from '../support/tables.js';

/** A guideline whose standpoint was planned for 4 June and found to be moved; the move was typed in on 20 August. */
function guideline(): Story {
  const story = new Story();
  establishBody(story);
  const notes = { on: '2025-11-13', recorded: '2025-11-20' };
  story.tell(
    'matter-rikt',
    { type: 'MatterOpened', data: { body: 'sra', title: 'Riktlinje för utskrivning' } },
    notes,
  );
  story.tell(
    'matter-rikt',
    {
      type: 'MilestonePlanned',
      data: {
        milestone: 'stand',
        label: 'Ställningstagande',
        window: due('den 4 juni 2026', '2025-11-13'),
        form: 'ordinary',
      },
    },
    notes,
  );
  story.tell(
    'matter-rikt',
    {
      type: 'MilestoneMoved',
      data: {
        milestone: 'stand',
        from: due('den 4 juni 2026', '2025-11-13'),
        to: due('1 september 2026', '2026-06-04'),
        form: 'perCapsulam',
        reasonStated: false,
      },
    },
    { on: '2026-06-04', occurred: null, recorded: '2026-08-20' },
  );
  return story;
}

const standpoint = (story: Story, axis: Axis, date: string) =>
  boardAsOf(story.db, { kind: 'milestone', asOf: { axis, date } }).items.map(
    ({ window, form, moves }) => `${String(window.latest)} ${String(form)} ${moves.toString()}`,
  );

describe('a standpoint that was moved', () => {
  it('was on 4 June as stated until the notes of that day said otherwise', () => {
    const story = guideline();
    expect(standpoint(story, 'statedBy', '2025-11-12')).toEqual([]);
    expect(standpoint(story, 'statedBy', '2026-03-01')).toEqual(['2026-06-04 ordinary 0']);
    expect(standpoint(story, 'statedBy', '2026-06-03')).toEqual(['2026-06-04 ordinary 0']);
    expect(standpoint(story, 'statedBy', '2026-06-05')).toEqual(['2026-09-01 perCapsulam 1']);
  });

  it('had moved by 4 June, as nobody says when it happened', () => {
    const story = guideline();
    expect(standpoint(story, 'happenedBy', '2026-06-03')).toEqual(['2026-06-04 ordinary 0']);
    expect(standpoint(story, 'happenedBy', '2026-06-04')).toEqual(['2026-09-01 perCapsulam 1']);
  });

  it('was unknown to the log until it was typed in', () => {
    const story = guideline();
    expect(standpoint(story, 'recordedBy', '2025-11-19')).toEqual([]);
    expect(standpoint(story, 'recordedBy', '2026-06-05')).toEqual(['2026-06-04 ordinary 0']);
    expect(standpoint(story, 'recordedBy', '2026-08-19')).toEqual(['2026-06-04 ordinary 0']);
    expect(standpoint(story, 'recordedBy', '2026-08-20')).toEqual(['2026-09-01 perCapsulam 1']);
  });

  it('gives the same answers from the stream itself', () => {
    const { log } = guideline();
    const known = (axis: Axis, date: string) =>
      asOfState(log, { kind: 'matter', id: 'rikt' }, { axis, date }, timeZone)?.state.milestones.map(
        ({ window }) => window.latest,
      );
    expect(known('statedBy', '2025-11-12')).toBeUndefined();
    expect(known('statedBy', '2026-03-01')).toEqual(['2026-06-04']);
    expect(known('statedBy', '2026-06-05')).toEqual(['2026-09-01']);
    expect(known('recordedBy', '2026-06-05')).toEqual(['2026-06-04']);
    expect(asOfState(log, { kind: 'matter', id: 'rikt' }, undefined, timeZone)).toMatchObject({
      revision: 2,
      events: 3,
    });
  });

  it('tells what one fact changed, and what differs between two dates', () => {
    const { log } = guideline();
    const june = expect.objectContaining({ latest: '2026-06-04' }) as unknown;
    const september = expect.objectContaining({ latest: '2026-09-01' }) as unknown;
    const moved = [
      { field: 'milestones/stand/window', from: june, to: september },
      { field: 'milestones/stand/form', from: 'ordinary', to: 'perCapsulam' },
    ];
    const steps = replay(log, { kind: 'matter', id: 'rikt' }, undefined, timeZone);
    expect(steps.map(({ event, changes }) => [event.type, changes.map(({ field }) => field)])).toEqual([
      ['MatterOpened', ['body', 'title']],
      ['MilestonePlanned', ['milestones/stand']],
      ['MilestoneMoved', ['milestones/stand/window', 'milestones/stand/form']],
    ]);
    expect(steps[2]?.changes).toEqual(moved);
    const between = (from: string, to: string) =>
      compare(log, { kind: 'matter', id: 'rikt' }, 'statedBy', from, to, timeZone);
    expect(between('2026-03-01', '2026-06-05').changes).toEqual(moved);
    expect(between('2026-03-01', '2026-05-01').changes).toEqual([]);
    expect(between('2020-01-01', '2026-05-01').from).toBeUndefined();
  });

  it('is one change between two boards', () => {
    const story = guideline();
    const { items } = compareBoard(story.db, 'statedBy', '2026-03-01', '2026-06-05');
    expect(
      items.map(({ change, from, to, fields }) => [
        change,
        from?.window.latest,
        to?.window.latest,
        fields.map(({ field }) => field),
      ]),
    ).toEqual([['changed', '2026-06-04', '2026-09-01', ['window', 'moves', 'form', 'statedOn']]]);
    expect(compareBoard(story.db, 'recordedBy', '2026-03-01', '2026-06-05').items).toEqual([]);
    expect(
      compareBoard(story.db, 'statedBy', '2025-01-01', '2026-03-01').items.map(({ change }) => change),
    ).toEqual(['added']);
    expect(
      compareBoard(story.db, 'statedBy', '2026-03-01', '2025-01-01').items.map(({ change }) => change),
    ).toEqual(['removed']);
  });
});

/** One standpoint whose second point gives two roles three deliverables by June; one deliverable is reported in part. */
function deliverables(): Story {
  const story = new Story();
  establishBody(story);
  const at = { on: '2025-11-13' };
  story.tell(
    'assignment-a1',
    {
      type: 'AssignmentGiven',
      data: {
        body: 'sra',
        title: 'Återkomma med förslag till uppföljning',
        kind: 'assignment',
        responsible: ['r-dir', 'r-kom'],
        deadline: due('senast i juni 2026 – efter dialog med arbetsgruppen', '2025-11-13'),
        deliverables: [
          { deliverable: 'd1', text: 'nulägesbild' },
          { deliverable: 'd2', text: 'förslag till mått' },
          { deliverable: 'd3', text: 'tidsplan' },
        ],
        preconditions: [],
        recipient: 'sra',
      },
    },
    at,
  );
  story.tell(
    'assignment-a1',
    { type: 'DeliverableReported', data: { deliverable: 'd2', result: 'partial', why: 'data finns inte' } },
    { on: '2026-03-19', recorded: '2026-03-27' },
  );
  story.tell(
    'assignment-a1',
    { type: 'ResponsibleReleased', data: { role: 'r-kom' } },
    { on: '2026-02-02', recorded: '2026-04-10' },
  );
  return story;
}

describe('an assignment', () => {
  it('takes a fact that was typed in late in its place', () => {
    const story = deliverables();
    const shown = (axis: Axis, date: string) =>
      boardAsOf(story.db, { asOf: { axis, date } }).items.map(
        ({ phase, responsible }) => `${phase} ${responsible.join()}`,
      );
    expect(shown('statedBy', '2026-01-01')).toEqual(['given r-dir,r-kom']);
    expect(shown('statedBy', '2026-02-02')).toEqual(['given r-dir']);
    expect(shown('statedBy', '2026-03-19')).toEqual(['partlyReported r-dir']);
    expect(shown('recordedBy', '2026-03-26')).toEqual(['given r-dir,r-kom']);
    expect(shown('recordedBy', '2026-03-27')).toEqual(['partlyReported r-dir,r-kom']);
    expect(shown('recordedBy', '2026-04-10')).toEqual(['partlyReported r-dir']);
    expect(
      replay(story.log, { kind: 'assignment', id: 'a1' }, undefined, timeZone).map(({ event }) => event.type),
    ).toEqual(['AssignmentGiven', 'ResponsibleReleased', 'DeliverableReported']);
  });

  it('compares deliverables one by one', () => {
    const { log } = deliverables();
    expect(
      compare(log, { kind: 'assignment', id: 'a1' }, 'statedBy', '2026-02-02', '2026-03-19', timeZone)
        .changes,
    ).toEqual([
      { field: 'phase', from: 'given', to: 'partlyReported' },
      { field: 'deliverables/d2/result', from: undefined, to: 'partial' },
      { field: 'deliverables/d2/why', from: undefined, to: 'data finns inte' },
      {
        field: 'lastReport',
        from: undefined,
        to: { status: 'partial', text: 'data finns inte', statedAt: '2026-03-19' },
      },
    ]);
  });

  it('is expected at the last ordinary meeting inside its window, as meetings were planned on the day asked for', () => {
    const story = deliverables();
    story.tell(
      'meeting-m-2026-06-04',
      { type: 'MeetingMoved', data: { from: '2026-06-04', to: '2026-06-11', reasonStated: false } },
      { on: '2026-04-20' },
    );
    const expected = (date: string) =>
      expectedFeedback(story.db, { asOf: { axis: 'statedBy', date } }, '2027-01-01').items.map(
        ({ expected, late }) => [expected?.kind === 'meeting' ? expected.date : undefined, late],
      );
    expect(expected('2026-04-19')).toEqual([['2026-06-04', false]]);
    expect(expected('2026-04-20')).toEqual([['2026-06-11', false]]);
    expect(expected('2026-07-01')).toEqual([['2026-06-11', true]]);
  });
});

describe('the balance of what is open', () => {
  it('counts by phase and age, what is late and what has no date, as of a day', () => {
    const story = deliverables();
    const give = (id: string, words: string, on: string) =>
      story.tell(
        `assignment-${id}`,
        {
          type: 'AssignmentGiven',
          data: {
            body: 'sra',
            title: id,
            kind: 'assignment',
            responsible: [],
            deadline: due(words, on),
            deliverables: [],
            preconditions: [],
          },
        },
        { on },
      );
    give('old', 'rapportering sker senare', '2025-02-01');
    give('new', 'den 1 mars 2026', '2026-01-10');
    story.tell(
      'assignment-new',
      { type: 'AssignmentClosed', data: { outcome: 'lapsed', reason: 'inaktuellt' } },
      { on: '2026-05-05' },
    );
    const per = (date: string) => balanceAsOf(story.db, { asOf: { axis: 'statedBy', date } }, '2027-01-01');
    expect(per('2026-03-19')).toMatchObject({
      date: '2026-03-19',
      open: 3,
      byPhase: { given: 2, acknowledged: 0, inProgress: 0, partlyReported: 1, finallyReported: 0 },
      byAge: [
        { fromDays: 0, count: 1 },
        { fromDays: 90, count: 1 },
        { fromDays: 180, count: 0 },
        { fromDays: 365, count: 1 },
      ],
      late: 1,
      undated: 1,
      oldest: { id: 'old' },
    });
    expect(per('2026-05-05')).toMatchObject({ open: 2, late: 0 });
    expect(per('2025-01-31')).toMatchObject({ open: 0, late: 0, undated: 0 });
    expect(per('2025-01-31').oldest).toBeUndefined();
    const { items } = compareBoard(story.db, 'statedBy', '2026-03-19', '2026-05-05');
    expect(items.map(({ change, to }) => [change, to?.id, to?.outcome])).toEqual([
      ['removed', 'new', 'lapsed'],
    ]);
    expect(
      compareBoard(story.db, 'statedBy', '2026-01-09', '2026-05-05').items.map(({ change, to }) => [
        change,
        to?.id,
      ]),
    ).toEqual([
      ['changed', 'a1'],
      ['cameAndWent', 'new'],
    ]);
  });
});
