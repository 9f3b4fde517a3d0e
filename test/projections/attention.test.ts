import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AssignmentGiven } from '../../src/domain/assignment/events.js';
import type { PointKind } from '../../src/domain/decision/events.js';
import { axes } from '../../src/projections/as-of.js';
import { attentionList, attentionReasons, type AttentionFilter } from '../../src/projections/attention.js';
import { coverage } from '../../src/projections/attention-points.js';
import { type History, makeHistory } from '../support/histories.js';
import { due, establishBody, Story, type Told } from '../support/story.js';
import { logOf, modelsOf } from '../support/tables.js';

const begun = (): Story => {
  const story = new Story();
  establishBody(story);
  return story;
};

const give = (
  story: Story,
  id: string,
  on: string,
  given: Partial<AssignmentGiven>,
  told: Partial<Told> = {},
): void => {
  story.tell(
    `assignment-${id}`,
    {
      type: 'AssignmentGiven',
      data: {
        body: 'sra',
        title: `Uppdrag ${id}`,
        kind: 'assignment',
        responsible: ['r-dir'],
        deadline: due('senast den 10 december 2026', on),
        deliverables: [],
        preconditions: [],
        recipient: 'sra',
        ...given,
      },
    },
    { on, ...told },
  );
};

const decide = (story: Story, id: string, on: string, points: readonly (readonly PointKind[])[]): void => {
  story.tell(
    `decision-${id}`,
    {
      type: 'DecisionRecorded',
      data: {
        body: 'sra',
        title: `Beslut ${id}`,
        points: points.map((kinds, at) => ({ number: at + 1, kinds, text: `punkt ${(at + 1).toString()}` })),
        meeting: 'm-2025-11-13',
      },
    },
    { on },
  );
};

const rowsOf = (story: Story, today: string, filter: AttentionFilter = {}) =>
  attentionList(story.db, filter, today, { limit: 200 }).items;
const listed = (story: Story, today: string, filter: AttentionFilter = {}): string[] =>
  rowsOf(story, today, filter).map(({ reason, subject, nextStep, since }) =>
    [reason, subject.id, subject.milestone, subject.point, nextStep, since]
      .filter((part) => part !== undefined)
      .join(' '),
  );

describe('what falls between the chairs', () => {
  it('is nothing as long as someone answers for it in time', () => {
    const story = begun();
    give(story, 'a', '2026-03-19', {});
    expect(listed(story, '2026-03-20')).toEqual([]);
  });

  it('is what somebody has said is not theirs, until somebody reports', () => {
    const story = begun();
    give(story, 'a', '2026-03-19', {});
    story.tell(
      'assignment-a',
      { type: 'WrongAssigneeReported', data: { via: 'mailLink' } },
      { on: '2026-04-01' },
    );
    expect(listed(story, '2026-04-02')).toEqual(['wrongAssignee a AddResponsible 2026-04-01']);
    expect(listed(story, '2026-04-02', { reasons: ['wrongAssignee'] })).toHaveLength(1);
    story.tell(
      'assignment-a',
      { type: 'ProgressReported', data: { status: 'onTrack', text: 'Vi gör det' } },
      { on: '2026-04-03' },
    );
    expect(listed(story, '2026-04-04')).toEqual([]);
  });

  it('is what nobody is responsible for, from the day the last one was released', () => {
    const story = begun();
    give(story, 'a', '2026-03-19', {});
    story.tell(
      'assignment-a',
      { type: 'ResponsibleReleased', data: { role: 'r-dir' } },
      { on: '2026-03-25' },
    );
    story.tell(
      'assignment-a',
      { type: 'ProgressReported', data: { status: 'onTrack', text: 'pågår' } },
      { on: '2026-04-01' },
    );
    expect(listed(story, '2026-04-02')).toEqual(['noResponsible a AddResponsible 2026-03-25']);
  });

  it('is a role that nobody holds, once for each', () => {
    const story = begun();
    give(story, 'a', '2026-03-19', { responsible: ['r-dir', 'r-empty'] });
    expect(rowsOf(story, '2026-03-20')).toEqual([
      {
        reason: 'roleWithoutHolder',
        subject: { kind: 'assignment', id: 'a' },
        body: 'sra',
        title: 'Uppdrag a',
        why: { code: 'roleWithoutHolder', params: { role: 'r-empty', title: 'Åsmarks socialchef' } },
        nextStep: 'AppointHolder',
        since: '2026-03-19',
      },
    ]);
    story.tell(
      'body-sra',
      { type: 'RoleHolderLeft', data: { role: 'r-dir', person: 'u-asa' } },
      { on: '2026-03-30' },
    );
    expect(listed(story, '2026-03-31')).toHaveLength(2);
    expect(listed(story, '2026-03-31', { asOf: { axis: 'statedBy', date: '2026-03-29' } })).toHaveLength(1);
  });

  it('is what nobody is to receive and what has no time', () => {
    const story = begun();
    give(story, 'a', '2026-03-19', { recipient: undefined });
    give(story, 'b', '2026-03-19', { deadline: due('rapportering sker senare', '2026-03-19') });
    expect(listed(story, '2026-03-20')).toEqual([
      'noRecipient a NameRecipient 2026-03-19',
      'noDeadline b MoveDeadline 2026-03-19',
    ]);
  });

  it('is what is late, but only after the end of its window', () => {
    const story = begun();
    give(story, 'a', '2026-05-01', { deadline: due('senast i juni 2026', '2026-05-01') });
    expect(listed(story, '2026-06-30')).toEqual([]);
    expect(listed(story, '2026-07-01')).toEqual(['windowPassed a MoveDeadline 2026-06-30']);
    story.tell(
      'assignment-a',
      { type: 'FinalReportSubmitted', data: { text: 'klart' } },
      { on: '2026-07-02' },
    );
    expect(listed(story, '2026-07-03')).toEqual([]);
  });

  it('is what nobody has said a word about at two meetings', () => {
    const story = begun();
    give(story, 'a', '2025-11-13', {});
    expect(listed(story, '2026-06-04')).toEqual([]);
    expect(listed(story, '2026-06-05')).toEqual(['noWordSinceTwoMeetings a ReportProgress 2026-06-04']);
    story.tell(
      'assignment-a',
      { type: 'ProgressReported', data: { status: 'atRisk', text: 'dröjer' } },
      { on: '2026-03-20' },
    );
    expect(listed(story, '2026-06-05')).toEqual([]);
  });

  it('counts a meeting of today once it has been held, and no cancelled one', () => {
    const story = begun();
    give(story, 'a', '2025-11-13', {});
    story.tell(
      'meeting-m-2026-06-04',
      { type: 'MeetingHeld', data: { present: [], absent: [] } },
      { on: '2026-06-04' },
    );
    expect(listed(story, '2026-06-04')).toEqual(['noWordSinceTwoMeetings a ReportProgress 2026-06-04']);
    story.tell('meeting-m-2026-03-19', { type: 'MeetingCancelled', data: {} }, { on: '2026-06-04' });
    expect(listed(story, '2026-06-05')).toEqual([]);
  });

  it('is what no meeting will hear', () => {
    const story = begun();
    give(story, 'a', '2026-06-05', { deadline: due('senast i augusti 2026', '2026-06-05') });
    give(story, 'b', '2026-06-05', { deadline: due('senast i juni 2027', '2026-06-05') });
    give(story, 'c', '2026-12-11', { deadline: due('senast i juni 2027', '2026-12-11') });
    expect(
      rowsOf(story, '2026-06-06').map(({ subject, why, nextStep }) => [
        subject.id,
        why.params.because,
        nextStep,
      ]),
    ).toEqual([
      ['a', 'noMeetingInside', 'MoveDeadline'],
      ['c', 'noMeetingPlanned', 'ScheduleMeeting'],
    ]);
  });

  it('is what was finally reported and passed over by a meeting', () => {
    const story = begun();
    give(story, 'a', '2025-11-13', {});
    story.tell(
      'assignment-a',
      { type: 'FinalReportSubmitted', data: { text: 'klart' } },
      { on: '2026-03-19' },
    );
    expect(listed(story, '2026-06-04')).toEqual([]);
    expect(listed(story, '2026-06-05')).toEqual(['reportedNotTakenUp a CloseAssignment 2026-06-04']);
    story.tell(
      'assignment-a',
      { type: 'AssignmentClosed', data: { outcome: 'fulfilled' } },
      { on: '2026-06-04' },
    );
    expect(listed(story, '2026-06-05')).toEqual([]);
  });

  it('is a decision per capsulam until it has been reported to a meeting', () => {
    const story = begun();
    const pc = 'meeting-pc';
    story.tell(
      pc,
      {
        type: 'MeetingScheduled',
        data: { body: 'sra', kind: 'perCapsulam', date: '2026-02-02', title: 'Per capsulam 1' },
      },
      { on: '2026-01-20' },
    );
    expect(listed(story, '2026-02-03')).toEqual([]);
    story.tell(pc, { type: 'PerCapsulamConcluded', data: {} }, { on: '2026-02-02' });
    expect(rowsOf(story, '2026-03-20')).toEqual([
      {
        reason: 'perCapsulamNotReported',
        subject: { kind: 'meeting', id: 'pc' },
        body: 'sra',
        title: 'Per capsulam 1',
        why: {
          code: 'perCapsulamNotReported',
          params: { date: '2026-02-02', meeting: 'm-2026-03-19', passed: '2026-03-19' },
        },
        nextStep: 'ReportPerCapsulam',
        since: '2026-02-02',
      },
    ]);
    expect(rowsOf(story, '2026-02-03')[0]?.why.params).toEqual({ date: '2026-02-02' });
    story.tell(
      pc,
      { type: 'PerCapsulamReported', data: { toMeeting: 'm-2026-06-04' } },
      { on: '2026-06-04' },
    );
    expect(listed(story, '2026-06-05')).toEqual([]);
    expect(listed(story, '2026-06-05', { asOf: { axis: 'statedBy', date: '2026-06-03' } })).toHaveLength(1);
  });

  it('is a confirmed point that gives an assignment nobody has', () => {
    const story = begun();
    decide(story, 'd', '2025-11-13', [['endorsed'], ['noted', 'assigned'], ['assigned']]);
    expect(listed(story, '2025-12-01')).toEqual([]);
    story.tell('decision-d', { type: 'DecisionConfirmed', data: {} }, { on: '2025-12-01' });
    expect(listed(story, '2025-12-02')).toEqual([
      'pointWithoutFollowUp d 2 GiveAssignment 2025-11-13',
      'pointWithoutFollowUp d 3 GiveAssignment 2025-11-13',
    ]);
    give(story, 'a', '2025-12-03', { decision: 'd', point: 2 });
    expect(listed(story, '2025-12-04')).toEqual(['pointWithoutFollowUp d 3 GiveAssignment 2025-11-13']);
    story.tell('decision-d', { type: 'PointMarkedNoActionNeeded', data: { point: 3 } }, { on: '2025-12-05' });
    expect(listed(story, '2025-12-06')).toEqual([]);
    expect(listed(story, '2025-12-06', { asOf: { axis: 'statedBy', date: '2025-12-04' } })).toHaveLength(1);
    expect(listed(story, '2025-12-06', { asOf: { axis: 'statedBy', date: '2025-12-02' } })).toHaveLength(2);
  });

  it('leaves out the points of a decision that has ended, from the day it ends', () => {
    const story = begun();
    decide(story, 'd', '2025-11-13', [['assigned']]);
    story.tell('decision-d', { type: 'DecisionConfirmed', data: {} }, { on: '2025-11-13' });
    story.tell(
      'decision-d',
      { type: 'DecisionRevoked', data: { reason: 'saknar grund' } },
      { on: '2025-12-01', effectiveFrom: '2026-01-01' },
    );
    expect(listed(story, '2025-12-31')).toHaveLength(1);
    expect(listed(story, '2026-01-01')).toEqual([]);
  });

  it('is a date about which two sources of a day disagree', () => {
    const story = begun();
    give(
      story,
      'a',
      '2026-03-19',
      { deadline: due('den 24 september 2026', '2026-03-19') },
      { source: { document: 'protokoll A' } },
    );
    story.tell(
      'assignment-a',
      {
        type: 'DeadlineMoved',
        data: {
          from: due('den 24 september 2026', '2026-03-19'),
          to: due('den 10 december 2026', '2026-03-19'),
          reasonStated: false,
        },
      },
      { on: '2026-03-19', source: { document: 'protokoll B' } },
    );
    expect(listed(story, '2026-03-20')).toEqual(['sourcesDisagree a MoveDeadline 2026-03-19']);
  });

  it('is a commitment that the next meeting neither closed nor made an assignment', () => {
    const story = begun();
    give(story, 'a', '2026-03-19', { kind: 'commitment' });
    expect(listed(story, '2026-06-04')).toEqual([]);
    expect(listed(story, '2026-06-05')).toEqual(['commitmentOpen a PromoteCommitment 2026-06-04']);
    story.tell('assignment-a', { type: 'CommitmentPromoted', data: {} }, { on: '2026-06-04' });
    expect(listed(story, '2026-06-05')).toEqual([]);
  });

  it('holds milestones too, but asks only those to be taken at a meeting for one', () => {
    const story = begun();
    const on = { on: '2026-06-05' };
    story.tell('matter-ma', { type: 'MatterOpened', data: { body: 'sra', title: 'Riktlinje' } }, on);
    const plan = (milestone: string, words: string, form?: 'ordinary' | 'perCapsulam') =>
      story.tell(
        'matter-ma',
        {
          type: 'MilestonePlanned',
          data: { milestone, label: milestone, window: due(words, '2026-06-05'), form },
        },
        on,
      );
    plan('remiss', 'senast i juli 2026');
    plan('stand', 'senast i augusti 2026', 'ordinary');
    plan('caps', 'senast i augusti 2026', 'perCapsulam');
    plan('open', 'datum meddelas senare', 'ordinary');
    expect(listed(story, '2026-06-06')).toEqual([
      'expectedAtNoMeeting ma stand MoveMilestone 2026-06-05',
      'noDeadline ma open MoveMilestone 2026-06-05',
    ]);
    expect(listed(story, '2026-08-01')[0]).toBe('windowPassed ma remiss MoveMilestone 2026-07-31');
    story.tell('matter-ma', { type: 'MatterClosed', data: {} }, { on: '2026-06-07' });
    expect(listed(story, '2026-08-01')).toEqual([]);
  });

  it('can be asked for by body and by reason', () => {
    const story = begun();
    give(story, 'a', '2026-03-19', { responsible: [], recipient: undefined });
    expect(listed(story, '2026-03-20', { reasons: ['noRecipient'] })).toEqual([
      'noRecipient a NameRecipient 2026-03-19',
    ]);
    expect(listed(story, '2026-03-20', { bodies: ['another'] })).toEqual([]);
    expect(listed(story, '2026-03-20', { bodies: ['another', 'sra'] })).toHaveLength(2);
  });
});

describe('the coverage of a meeting', () => {
  it('counts the points of its confirmed decisions, now and as of a day', () => {
    const story = begun();
    decide(story, 'd', '2025-11-13', [['endorsed'], ['noted'], ['assigned'], ['assigned'], ['decided']]);
    expect(coverage(story.db, 'm-2025-11-13')).toMatchObject({ points: 0, covered: 0 });
    story.tell('decision-d', { type: 'DecisionConfirmed', data: {} }, { on: '2025-12-01' });
    story.tell('decision-d', { type: 'PointMarkedNoActionNeeded', data: { point: 5 } }, { on: '2025-12-02' });
    give(story, 'a', '2025-12-03', { decision: 'd', point: 3 });
    expect(coverage(story.db, 'm-2025-11-13')).toEqual({
      points: 5,
      covered: 3,
      tracked: 1,
      marked: 1,
      noted: 1,
      uncovered: [
        { decision: 'd', title: 'Beslut d', point: 1 },
        { decision: 'd', title: 'Beslut d', point: 4 },
      ],
    });
    expect(coverage(story.db, 'm-2025-11-13', { axis: 'statedBy', date: '2025-12-02' })).toMatchObject({
      covered: 2,
      tracked: 0,
    });
  });
});

describe('any valid history', () => {
  const seeds = [21, 22, 23];
  let told: readonly { readonly history: History; readonly db: Story['db'] }[];
  beforeAll(async () => {
    const histories = await Promise.all(seeds.map((seed) => makeHistory(seed, 200)));
    told = histories.map((history) => ({ history, db: modelsOf(logOf(history.steps)).db }));
  }, 120_000);

  it('has the same attention list as of today as now, on each axis but for the day since when', () => {
    for (const { history, db } of told)
      for (const axis of axes) {
        const list = (filter: AttentionFilter) =>
          attentionList(db, filter, history.today, { limit: 200 }).items.map(({ since: _, ...row }) => row);
        expect(list({ asOf: { axis, date: history.today } })).toEqual(list({}));
      }
  });

  it('gives the whole list page by page', () => {
    for (const { history, db } of told) {
      const whole = attentionList(db, {}, history.today, { limit: 200 });
      const paged = [];
      for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
        const page = attentionList(db, {}, history.today, { limit: 3, cursor });
        paged.push(...page.items);
        cursor = page.next;
      }
      expect(whole.next).toBeUndefined();
      expect(paged).toEqual(whole.items);
    }
  });

  it('meets most of the reasons', () => {
    const met = new Set(
      told.flatMap(({ history, db }) =>
        attentionList(db, {}, history.today, { limit: 200 }).items.map(({ reason }) => reason),
      ),
    );
    expect(attentionReasons.filter((reason) => !met.has(reason)).length).toBeLessThanOrEqual(2);
  });
});
