import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AssignmentGiven } from '../../src/domain/assignment/events.js';
import { type AssignmentFilter, getAssignment, listAssignments } from '../../src/projections/assignments.js';
import { boardAsOf } from '../../src/projections/board.js';
import {
  getBody,
  isErased,
  listBodies,
  listPersons,
  personNames,
  rolesHeldBy,
  roleTitles,
} from '../../src/projections/directory.js';
import { expectedFeedback, type FeedbackFilter } from '../../src/projections/feedback.js';
import { getMatter, listMatters } from '../../src/projections/matters.js';
import { getMeeting, listMeetings, type MeetingFilter, meetingsOf } from '../../src/projections/meetings.js';
import type { Db } from '../../src/projections/projection.js';
import { BadCursor, type Page, type PageRequest } from '../../src/projections/sql.js';
import { due, establishBody, Story } from '../support/story.js';

const today = '2026-05-01';
let db: Db;

beforeAll(() => {
  const story = new Story();
  establishBody(story);
  const on = '2025-11-13';
  story.tell(
    'body-bk',
    { type: 'BodyRegistered', data: { name: 'Ärvdabygdens kommitté', shortName: 'ÄK' } },
    { on },
  );
  story.tell('body-aa', { type: 'BodyRegistered', data: { name: 'Åmyrens råd', shortName: 'ÅR' } }, { on });
  story.tell('body-sra', { type: 'PartyLeft', data: { party: 'p-rna' } }, { on: '2026-02-01' });
  story.tell(
    'meeting-x',
    { type: 'MeetingScheduled', data: { body: 'bk', kind: 'extra', date: '2026-02-10' } },
    { on },
  );
  story.tell(
    'meeting-m-2026-03-19',
    { type: 'MeetingHeld', data: { present: ['u-asa'], absent: [] } },
    { on: '2026-03-19' },
  );
  story.tell('meeting-m-2026-09-24', { type: 'MeetingCancelled', data: {} }, { on: '2026-04-01' });
  ['Öppna data', 'Arbetsmiljö', 'Åldrande', 'ärendegång', 'zonterapi'].forEach((title, at) => {
    story.tell(
      `matter-${at.toString()}`,
      { type: 'MatterOpened', data: { body: at === 1 ? 'bk' : 'sra', title } },
      { on },
    );
  });
  story.tell('matter-0', { type: 'MatterClosed', data: {} }, { on: '2026-01-01' });
  story.tell(
    'matter-2',
    {
      type: 'MilestonePlanned',
      data: { milestone: 'm', label: 'Remiss', window: due('28 februari 2027', on) },
    },
    { on },
  );
  const give = (
    id: string,
    title: string,
    words: string,
    given: Partial<AssignmentGiven> = {},
    day = on,
  ): void => {
    const data = {
      body: 'sra',
      title,
      kind: 'assignment',
      responsible: ['r-dir'],
      deadline: due(words, day),
      deliverables: [],
      preconditions: [],
      recipient: 'sra',
      ...given,
    } as const;
    story.tell(`assignment-${id}`, { type: 'AssignmentGiven', data }, { on: day });
  };
  give('a', 'Översyn', 'den 19 mars 2026', { decision: 'd-1', matter: '2' });
  give('b', 'årsrapport', 'hösten 2026', { responsible: ['r-kom', 'r-empty'] });
  give('c', 'Anvisningar', 'rapportering sker senare', { kind: 'commitment', recipient: 'bk' }, '2026-01-15');
  give('d', 'Äldre', 'senast i juni 2026', { body: 'bk', responsible: [] });
  give('e', 'zzz', 'den 1 februari 2026', {}, '2025-12-01');
  story.tell(
    'assignment-e',
    { type: 'AssignmentClosed', data: { outcome: 'lapsed', reason: 'inaktuellt' } },
    { on: '2026-03-01' },
  );
  story.tell(
    'assignment-a',
    { type: 'ProgressReported', data: { status: 'atRisk', text: 'dröjer' } },
    { on: '2026-04-01' },
  );
  story.tell(
    'assignment-b',
    { type: 'ResponsibleReleased', data: { role: 'r-empty' } },
    { on: '2026-03-30' },
  );
  db = story.db;
});

/** Every id of a list, read in pages of two. */
function ids<Item>(list: (request: PageRequest) => Page<Item>, idOf: (item: Item) => string): string[] {
  const found: string[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = list({ limit: 2, cursor });
    found.push(...page.items.map(idOf));
    cursor = page.next;
  }
  return found;
}

const assignmentsBy = (filter: AssignmentFilter): string[] =>
  ids(
    (request) => listAssignments(db, filter, today, request),
    ({ id }) => id,
  );
const meetingsBy = (filter: MeetingFilter): string[] =>
  ids(
    (request) => listMeetings(db, filter, request),
    ({ state }) => state.date,
  );
const feedbackBy = (filter: FeedbackFilter): string[] =>
  ids(
    (request) => expectedFeedback(db, filter, today, request),
    ({ id }) => id,
  );

describe('bodies', () => {
  it('are listed by name as Swedes sort it', () => {
    expect(listBodies(db).map(({ shortName }) => shortName)).toEqual(['SRÄ', 'ÅR', 'ÄK']);
    expect(listBodies(db, ['bk', 'none']).map(({ id }) => id)).toEqual(['bk']);
  });

  it('tell their parties, roles and holders', () => {
    expect(getBody(db, 'none')).toBeUndefined();
    expect(getBody(db, 'sra')).toMatchObject({
      revision: 9,
      state: { shortName: 'SRÄ', parties: [{}, {}], roles: [{}, {}, {}] },
    });
    expect(roleTitles(db, 'sra').get('r-kom')).toEqual({
      role: 'r-kom',
      title: 'Kommunsams direktör',
      kind: 'responsible',
      party: 'p-bjv',
      partyName: 'Björkviks kommun',
      holders: ['u-orjan'],
    });
    expect(roleTitles(db, 'sra', { axis: 'statedBy', date: '2025-01-06' }).size).toBe(0);
    expect(rolesHeldBy(db, 'u-asa')).toEqual([{ body: 'sra', role: 'r-dir' }]);
  });
});

describe('persons', () => {
  it('are listed by name, and asked for by id', () => {
    expect(listPersons(db).items.map(({ state }) => state.name)).toEqual(['Åsa Öberg', 'Örjan Lind']);
    expect(personNames(db, ['u-asa', 'u-none']).size).toBe(1);
    expect(isErased(db, 'u-asa')).toBe(false);
  });
});

describe('meetings', () => {
  it('are listed newest first, by body, year, kind, phase and period', () => {
    const sra = ['2026-12-10', '2026-09-24', '2026-06-04', '2026-03-19', '2025-11-13'];
    expect(meetingsBy({ bodies: ['sra'] })).toEqual(sra);
    expect(meetingsBy({ bodies: ['sra'], order: 'asc' })).toEqual([...sra].reverse());
    expect(meetingsBy({ year: 2025 })).toEqual(['2025-11-13']);
    expect(meetingsBy({ kind: 'extra' })).toEqual(['2026-02-10']);
    expect(meetingsBy({ phase: 'held' })).toEqual(['2026-03-19']);
    expect(meetingsBy({ bodies: ['sra', 'bk'], from: '2026-02-10', to: '2026-06-04' })).toEqual([
      '2026-06-04',
      '2026-03-19',
      '2026-02-10',
    ]);
  });

  it('tell their state, and how they were planned as of a day', () => {
    expect(getMeeting(db, 'm-2026-03-19')).toMatchObject({
      revision: 1,
      state: { phase: 'held', present: ['u-asa'] },
    });
    const cancelled = (date?: string) =>
      meetingsOf(db, 'sra', date === undefined ? undefined : { axis: 'statedBy', date }).flatMap((meeting) =>
        meeting.cancelled ? [meeting.date] : [],
      );
    expect(cancelled()).toEqual(['2026-09-24']);
    expect(cancelled('2026-03-31')).toEqual([]);
    expect(meetingsOf(db, 'none')).toEqual([]);
  });
});

describe('matters', () => {
  it('are listed by title as Swedes sort it, by body and phase', () => {
    const by = (filter: Parameters<typeof listMatters>[1]) =>
      ids(
        (request) => listMatters(db, filter, request),
        ({ state }) => state.title,
      );
    expect(by({})).toEqual(['Arbetsmiljö', 'zonterapi', 'Åldrande', 'ärendegång', 'Öppna data']);
    expect(by({ bodies: ['bk'] })).toEqual(['Arbetsmiljö']);
    expect(by({ phase: 'closed' })).toEqual(['Öppna data']);
    expect(getMatter(db, '2')?.state.milestones).toHaveLength(1);
    expect(getMatter(db, 'none')).toBeUndefined();
  });
});

describe('assignments', () => {
  it('are sorted by deadline, title, when given and when changed, both ways', () => {
    expect(assignmentsBy({})).toEqual(['e', 'a', 'd', 'b', 'c']);
    expect(assignmentsBy({ order: 'desc' })).toEqual(['c', 'b', 'd', 'a', 'e']);
    expect(assignmentsBy({ sort: 'title' })).toEqual(['c', 'e', 'b', 'd', 'a']);
    expect(assignmentsBy({ sort: 'given' })).toEqual(['c', 'e', 'd', 'b', 'a']);
    expect(assignmentsBy({ sort: 'changed' })).toEqual(['a', 'b', 'e', 'c', 'd']);
    expect(assignmentsBy({ sort: 'changed', order: 'asc' })).toEqual(['d', 'c', 'e', 'b', 'a']);
  });

  it.each<[AssignmentFilter, string[]]>([
    [{ bodies: ['bk'] }, ['d']],
    [{ bodies: ['bk', 'sra'] }, ['e', 'a', 'd', 'b', 'c']],
    [{ bodies: [] }, []],
    [{ bodies: ['sra'], party: 'p-rna' }, ['e', 'a', 'c']],
    [{ bodies: ['sra'], party: 'p-bjv' }, ['b']],
    [{ bodies: ['sra'], role: 'r-kom' }, ['b']],
    [{ role: 'r-empty' }, []],
    [{ person: 'u-orjan' }, ['b']],
    [{ recipient: 'bk' }, ['c']],
    [{ decision: 'd-1' }, ['a']],
    [{ matter: '2' }, ['a']],
    [{ kind: 'commitment' }, ['c']],
    [{ state: 'open' }, ['a', 'd', 'b', 'c']],
    [{ state: 'closed' }, ['e']],
    [{ state: 'inProgress' }, ['a']],
    [{ late: true }, ['a']],
    [{ late: false }, ['e', 'd', 'b', 'c']],
    [{ vague: true }, ['d', 'b', 'c']],
    [{ vague: false }, ['e', 'a']],
    [{ from: '2026-03-19', to: '2026-06-30' }, ['a', 'd']],
  ])('are filtered by %j', (filter, expected) => {
    expect(assignmentsBy(filter)).toEqual(expected);
  });

  it('tell their state, revision and when they changed', () => {
    expect(getAssignment(db, 'a')).toMatchObject({
      revision: 1,
      changed: '2026-04-01T11:00:00.000Z',
      state: { phase: 'inProgress', lastReport: { text: 'dröjer' } },
    });
    expect(getAssignment(db, 'none')).toBeUndefined();
  });
});

describe('the feedback to expect', () => {
  it('comes in the order of its deadlines, milestones among them', () => {
    expect(feedbackBy({})).toEqual(['a', 'd', 'b', '2', 'c']);
  });

  it.each<[FeedbackFilter, string[]]>([
    [{ bodies: ['bk'] }, ['d']],
    [{ kind: 'milestone' }, ['2']],
    [{ bodies: ['sra'], party: 'p-bjv' }, ['b']],
    [{ bodies: ['sra'], role: 'r-dir' }, ['a', 'c']],
    [{ late: true }, ['a']],
    [{ late: false, kind: 'assignment' }, ['d', 'b', 'c']],
    [{ vague: true }, ['d', 'b', 'c']],
    [{ from: '2026-06-30', to: '2026-12-31' }, ['d', 'b']],
    [{ bodies: ['sra'], role: 'r-empty', asOf: { axis: 'statedBy', date: '2026-03-29' } }, ['b']],
    [{ bodies: ['sra'], role: 'r-empty', asOf: { axis: 'statedBy', date: '2026-03-30' } }, []],
    [{ bodies: ['sra'], party: 'p-bjv', asOf: { axis: 'statedBy', date: '2026-03-30' } }, ['b']],
    [{ late: true, asOf: { axis: 'statedBy', date: '2026-02-15' } }, ['e']],
  ])('is filtered by %j', (filter, expected) => {
    expect(feedbackBy(filter)).toEqual(expected);
  });

  it('is expected at a meeting of the recipient, sooner or later than its deadline', () => {
    const { items } = expectedFeedback(db, {}, today);
    expect(
      items.map(({ id, late, expected }) => [
        id,
        late,
        expected?.kind === 'meeting' ? `${expected.date} ${expected.why}` : expected?.why,
      ]),
    ).toEqual([
      ['a', true, '2026-03-19 lastInside'],
      ['d', false, '2026-06-04 lastInside'],
      ['b', false, '2026-12-10 lastInside'],
      ['2', false, 'noMeetingPlanned'],
      ['c', false, 'noMeetingPlanned'],
    ]);
  });
});

describe('a page', () => {
  it('holds 50 unless asked otherwise, and 200 at most', () => {
    const story = new Story();
    establishBody(story);
    for (let at = 0; at < 260; at++)
      story.tell(
        `matter-${at.toString()}`,
        { type: 'MatterOpened', data: { body: 'sra', title: `Ärende ${at.toString()}` } },
        { on: today },
      );
    expect(listMatters(story.db, {}).items).toHaveLength(50);
    expect(listMatters(story.db, {}, { limit: 1_000 }).items).toHaveLength(200);
    expect(listMatters(story.db, {}, { limit: 0 }).items).toHaveLength(1);
  });

  it.each([
    '',
    'x',
    'W10',
    'eyJhIjoxfQ',
    Buffer.from('[1,{}]').toString('base64url'),
    Buffer.from('[1,2,3,4,5]').toString('base64url'),
  ])('takes no cursor of another making (%s)', (cursor) => {
    expect(() => listMatters(db, {}, { cursor })).toThrow(BadCursor);
    expect(() => boardAsOf(db, {}, { cursor })).toThrow(BadCursor);
  });
});
