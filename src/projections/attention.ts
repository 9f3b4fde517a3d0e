import type { CommandType } from '../domain/commands.js';
import type { LocalDate } from '../domain/when.js';
import type { AsOf } from './as-of.js';
import { uncoveredPoints } from './attention-points.js';
import { boardColumns, type BoardItem, type BoardRow, openRows, readItem } from './board.js';
import { type RoleTitle, roleTitles } from './directory.js';
import { expectedOf, isLate } from './feedback.js';
import { type MeetingBrief, meetingsOf, unreportedPerCapsulam } from './meetings.js';
import type { Db } from './projection.js';
import {
  BadCursor,
  type Condition,
  cursorOf,
  type Page,
  pageLimit,
  type PageRequest,
  readCursor,
  rows,
  type Sql,
  where,
} from './sql.js';
import { spanColumns } from './timeline.js';

/** Why something stands in the list "mellan stolarna". */
export const attentionReasons = [
  'noResponsible',
  'roleWithoutHolder',
  'wrongAssignee',
  'noRecipient',
  'noDeadline',
  'windowPassed',
  'noWordSinceTwoMeetings',
  'expectedAtNoMeeting',
  'reportedNotTakenUp',
  'perCapsulamNotReported',
  'pointWithoutFollowUp',
  'sourcesDisagree',
  'commitmentOpen',
] as const;
export type AttentionReason = (typeof attentionReasons)[number];

/** What a row is about; `milestone` and `point` say which one of the matter or the decision. */
export interface AttentionSubject {
  readonly kind: 'assignment' | 'milestone' | 'meeting' | 'decision';
  readonly id: string;
  readonly milestone?: string;
  readonly point?: number;
}

/** Something that is about to fall between the chairs: why, and what to do about it. */
export interface AttentionRow {
  readonly reason: AttentionReason;
  readonly subject: AttentionSubject;
  readonly body: string;
  readonly title: string;
  /** What the milestone is called. */
  readonly label?: string;
  /** The words of the reason: dates, the role, why no meeting is expected. */
  readonly why: { readonly code: AttentionReason; readonly params: Readonly<Record<string, string>> };
  /** The command that would help. */
  readonly nextStep: CommandType;
  /** The day from which it has been so. */
  readonly since?: LocalDate;
}

export interface AttentionFilter {
  /** Only these bodies. */
  readonly bodies?: readonly string[];
  readonly reasons?: readonly AttentionReason[];
  readonly asOf?: AsOf;
}

interface Finding {
  readonly reason: AttentionReason;
  readonly params?: Readonly<Record<string, string>>;
  readonly nextStep: CommandType;
  /** The first day, or what to look for in older versions to find it. */
  readonly since: LocalDate | ((older: BoardItem) => boolean);
}

/** The meetings of a body, as the reasons look at them. */
export interface Calendar {
  readonly all: readonly MeetingBrief[];
  /** Those at which people have met by the day asked about, by date. */
  readonly past: readonly MeetingBrief[];
  readonly pastOrdinary: readonly MeetingBrief[];
}

/** What the reasons look at besides the item itself. */
export interface Around {
  readonly day: LocalDate;
  /** Of the recipient; of the giving body when none is named. */
  readonly calendar: Calendar;
  /** The roles of the giving body. */
  readonly roles: ReadonlyMap<string, RoleTitle>;
}

/** A meeting of the day itself is past only when it is known to have been held. */
export function calendarOf(meetings: readonly MeetingBrief[], day: LocalDate): Calendar {
  const past = meetings.filter(
    ({ kind, phase, date }) =>
      kind !== 'perCapsulam' && phase !== 'cancelled' && (date < day || (date === day && phase === 'held')),
  );
  return { all: meetings, past, pastOrdinary: past.filter(({ kind }) => kind === 'ordinary') };
}

/** The `nth` (from 0) of some meetings by date that took place after a day. */
function meetingAfter(meetings: readonly MeetingBrief[], day: LocalDate, nth = 0): MeetingBrief | undefined {
  let first = meetings.length;
  while (first > 0 && (meetings[first - 1]?.date ?? '') > day) first -= 1;
  return meetings[first + nth];
}

/** Every reason an item on the board has to stand in the list. */
export function findingsOf(item: BoardItem, around: Around): Finding[] {
  if (!item.open) return [];
  return item.kind === 'assignment' ? assignmentFindings(item, around) : milestoneFindings(item, around);
}

function assignmentFindings(item: BoardItem, { day, calendar, roles }: Around): Finding[] {
  const { givenOn, responsible, reportedOn } = item;
  const found: Finding[] = [];
  if (responsible.length === 0)
    found.push({
      reason: 'noResponsible',
      nextStep: 'AddResponsible',
      since: (older) => older.responsible.length === 0,
    });
  for (const role of responsible) {
    const known = roles.get(role);
    if (known && known.holders.length > 0) continue;
    found.push({
      reason: 'roleWithoutHolder',
      params: { role, title: known?.title ?? role },
      nextStep: 'AppointHolder',
      since: (older) => older.responsible.includes(role),
    });
  }
  if (item.disputedOn !== undefined)
    found.push({
      reason: 'wrongAssignee',
      params: { date: item.disputedOn },
      nextStep: 'AddResponsible',
      since: item.disputedOn,
    });
  if (item.recipient === undefined)
    found.push({
      reason: 'noRecipient',
      nextStep: 'NameRecipient',
      since: (older) => older.recipient === undefined,
    });
  if (item.sourcesDisagree) found.push(disagreement('MoveDeadline', item));

  const isCommitment = item.assignmentKind === 'commitment';
  const heardAt = isCommitment ? meetingAfter(calendar.past, givenOn) : undefined;
  if (heardAt)
    found.push({
      reason: 'commitmentOpen',
      params: { meeting: heardAt.id, date: heardAt.date },
      nextStep: 'PromoteCommitment',
      since: heardAt.date,
    });

  if (reportedOn !== undefined) {
    const missed = meetingAfter(calendar.past, reportedOn);
    if (missed)
      found.push({
        reason: 'reportedNotTakenUp',
        params: { reported: reportedOn, meeting: missed.id, date: missed.date },
        nextStep: 'CloseAssignment',
        since: missed.date,
      });
    return found;
  }
  if (isUndated(item)) found.push({ reason: 'noDeadline', nextStep: 'MoveDeadline', since: isUndated });
  const lastWord = item.lastWord ?? givenOn;
  const silent = meetingAfter(calendar.pastOrdinary, lastWord, 1);
  if (silent)
    found.push({
      reason: 'noWordSinceTwoMeetings',
      params: { lastWord, meeting: silent.id, date: silent.date },
      nextStep: 'ReportProgress',
      since: silent.date,
    });
  if (isLate(item, day)) found.push(passed(item, 'MoveDeadline'));
  else if (!isUndated(item) && item.recipient !== undefined)
    found.push(...unheard(item, calendar.all, day, 'MoveDeadline'));
  return found;
}

/** Nothing is said about when, nor has anyone bound it to a meeting. */
const isUndated = ({ window }: BoardItem): boolean =>
  window.kind === 'undated' && window.boundToMeeting === undefined;

function milestoneFindings(item: BoardItem, { day, calendar }: Around): Finding[] {
  const found: Finding[] = [];
  if (item.sourcesDisagree) found.push(disagreement('MoveMilestone', item));
  if (isUndated(item)) found.push({ reason: 'noDeadline', nextStep: 'MoveMilestone', since: isUndated });
  else if (isLate(item, day)) found.push(passed(item, 'MoveMilestone'));
  else if (item.form === 'ordinary') found.push(...unheard(item, calendar.all, day, 'MoveMilestone'));
  return found;
}

const disagreement = (nextStep: CommandType, { window }: BoardItem): Finding => ({
  reason: 'sourcesDisagree',
  params: { deadline: window.original },
  nextStep,
  since: (older) => older.sourcesDisagree,
});

const passed = ({ window }: BoardItem, nextStep: CommandType): Finding => ({
  reason: 'windowPassed',
  params: { deadline: window.original, latest: window.latest ?? '' },
  nextStep,
  since: window.latest ?? '',
});

function unheard(
  item: BoardItem,
  meetings: readonly MeetingBrief[],
  day: LocalDate,
  move: CommandType,
): Finding[] {
  const { window } = item;
  const expected = expectedOf(item, meetings, day);
  if (expected.kind === 'meeting') return [];
  return [
    {
      reason: 'expectedAtNoMeeting',
      params: { deadline: window.original, because: expected.why },
      nextStep: expected.why === 'noMeetingPlanned' ? 'ScheduleMeeting' : move,
      since: (older) => older.window.original === window.original && older.window.latest === window.latest,
    },
  ];
}

/** One subject with all its rows, and its place in the list. */
interface Entry {
  readonly key: readonly [section: number, ...place: Sql[]];
  readonly rows: readonly AttentionRow[];
}

const chunk = 200;

/**
 * What is about to fall between the chairs: first per capsulam decisions nobody has reported, then points that nothing
 * followed from, then assignments and milestones by deadline. As of a date if the filter says so. The rows of one
 * subject stay on one page, which may make it longer than asked for.
 */
export function attentionList(
  db: Db,
  filter: AttentionFilter,
  today: LocalDate,
  request: PageRequest = {},
): Page<AttentionRow> {
  const limit = pageLimit(request);
  const after = readAfter(request);
  const items: AttentionRow[] = [];
  let last: Entry['key'] | undefined;
  for (const entry of entries(db, filter, filter.asOf?.date ?? today, after)) {
    const wanted = entry.rows.filter(({ reason }) => !filter.reasons || filter.reasons.includes(reason));
    if (wanted.length === 0) continue;
    if (items.length >= limit && last) return { items, next: cursorOf(last) };
    items.push(...wanted);
    last = entry.key;
  }
  return { items };
}

function readAfter(request: PageRequest): Entry['key'] | undefined {
  const [section, ...place] = readCursor(request, 3, 4) ?? [];
  if (section === undefined) return undefined;
  if (typeof section !== 'number' || (section === 2) !== (place.length === 3))
    throw new BadCursor('not a cursor of this list');
  return [section, ...place];
}

function* entries(
  db: Db,
  filter: AttentionFilter,
  day: LocalDate,
  after: Entry['key'] | undefined,
): Generator<Entry> {
  const asked = (...reasons: AttentionReason[]): boolean =>
    !filter.reasons || reasons.some((reason) => filter.reasons?.includes(reason));
  const [section = 0, ...place] = after ?? [];
  const startIn = (at: number): readonly Sql[] | undefined => (after && section === at ? place : undefined);
  if (section <= 0 && asked('perCapsulamNotReported')) yield* meetingEntries(db, filter, day, startIn(0));
  if (section <= 1 && asked('pointWithoutFollowUp')) yield* pointEntries(db, filter, day, startIn(1));
  const others = attentionReasons.filter(
    (reason) => reason !== 'perCapsulamNotReported' && reason !== 'pointWithoutFollowUp',
  );
  if (asked(...others)) yield* itemEntries(db, filter, day, startIn(2));
}

/** Goes through a list chunk by chunk, each from the last key of the one before. */
function* inChunks<Row>(
  read: (after: readonly Sql[] | undefined) => readonly Row[],
  keyOf: (row: Row) => readonly Sql[],
  after: readonly Sql[] | undefined,
): Generator<Row> {
  for (let from = after, found = read(from); found.length > 0; found = read(from)) {
    yield* found;
    const last = found.at(-1);
    if (!last || found.length < chunk) return;
    from = keyOf(last);
  }
}

function* meetingEntries(
  db: Db,
  { bodies, asOf }: AttentionFilter,
  day: LocalDate,
  after: readonly Sql[] | undefined,
): Generator<Entry> {
  const found = inChunks(
    (from) => unreportedPerCapsulam(db, bodies, asOf, from, chunk),
    ({ date, id }) => [date, id],
    after,
  );
  for (const { id, body, date, title } of found) {
    const passedBy = meetingAfter(calendarOf(meetingsOf(db, body, asOf), day).pastOrdinary, date);
    const params = { date, ...(passedBy && { meeting: passedBy.id, passed: passedBy.date }) };
    yield {
      key: [0, date, id],
      rows: [
        {
          reason: 'perCapsulamNotReported',
          subject: { kind: 'meeting', id },
          body,
          title: title ?? '',
          why: { code: 'perCapsulamNotReported', params },
          nextStep: 'ReportPerCapsulam',
          since: date,
        },
      ],
    };
  }
}

function* pointEntries(
  db: Db,
  { bodies, asOf }: AttentionFilter,
  day: LocalDate,
  after: readonly Sql[] | undefined,
): Generator<Entry> {
  const found = inChunks(
    (from) => uncoveredPoints(db, bodies, asOf, day, from, chunk),
    ({ decision, point }) => [decision, point],
    after,
  );
  for (const { decision, point, body, title, statedAt } of found)
    yield {
      key: [1, decision, point],
      rows: [
        {
          reason: 'pointWithoutFollowUp',
          subject: { kind: 'decision', id: decision, point },
          body,
          title,
          why: { code: 'pointWithoutFollowUp', params: { point: point.toString(), stated: statedAt } },
          nextStep: 'GiveAssignment',
          since: statedAt,
        },
      ],
    };
}

/** What a row must at least be to have a reason; for the reasons left out any row may have it. */
const needed: { readonly [R in AttentionReason]?: string } = {
  noResponsible: "json_array_length(item, '$.responsible') = 0",
  wrongAssignee: "item ->> '$.disputedOn' IS NOT NULL",
  noRecipient: 'recipient IS NULL',
  noDeadline: 'vague = 1',
  windowPassed: 'due < ?',
  reportedNotTakenUp: "phase = 'finallyReported'",
  sourcesDisagree: "item ->> '$.sourcesDisagree' = 1",
  commitmentOpen: "item ->> '$.assignmentKind' = 'commitment'",
  perCapsulamNotReported: 'false',
  pointWithoutFollowUp: 'false',
};

function candidates(reasons: readonly AttentionReason[] | undefined, day: LocalDate): Condition {
  const conditions = (reasons ?? []).map((reason) => needed[reason] ?? '');
  if (conditions.length === 0 || conditions.includes('')) return undefined;
  const days = reasons?.flatMap((reason) => (reason === 'windowPassed' ? [day] : [])) ?? [];
  return [`(${conditions.join(' OR ')})`, ...days];
}

function* itemEntries(
  db: Db,
  { bodies, asOf, reasons }: AttentionFilter,
  day: LocalDate,
  after: readonly Sql[] | undefined,
): Generator<Entry> {
  const calendars = remembered((body: string) => calendarOf(meetingsOf(db, body, asOf), day));
  const roles = remembered((body: string) => roleTitles(db, body, asOf));
  const conditions = [candidates(reasons, day)];
  const read = (from: readonly Sql[] | undefined): BoardRow[] =>
    openRows(db, { bodies, asOf }, conditions, from, chunk);
  for (const found of inChunks(read, ({ due, id, part }) => [due, id, part], after)) {
    const item = readItem(found);
    const findings = findingsOf(item, {
      day,
      calendar: calendars(item.recipient ?? item.body),
      roles: roles(item.body),
    });
    if (findings.length > 0)
      yield {
        key: [2, found.due, found.id, found.part],
        rows: findings.map((finding) => rowOf(db, item, finding, asOf)),
      };
  }
}

function remembered<V>(read: (id: string) => V): (id: string) => V {
  const known = new Map<string, V>();
  return (id) => {
    const found = known.get(id) ?? read(id);
    known.set(id, found);
    return found;
  };
}

function rowOf(db: Db, item: BoardItem, finding: Finding, asOf: AsOf | undefined): AttentionRow {
  const { reason, params = {}, nextStep, since } = finding;
  const { kind, id, milestone, body, title, label } = item;
  return {
    reason,
    subject: { kind, id, ...(milestone !== undefined && { milestone }) },
    body,
    title,
    ...(label !== undefined && { label }),
    why: { code: reason, params },
    nextStep,
    since: typeof since === 'string' ? since : firstDayOf(db, item, since, asOf),
  };
}

/** The day from which all versions of an item up to the one shown answer yes. */
function firstDayOf(
  db: Db,
  { id, milestone = '' }: BoardItem,
  isSo: (older: BoardItem) => boolean,
  asOf: AsOf | undefined,
): LocalDate | undefined {
  const { from } = spanColumns[asOf?.axis ?? 'statedBy'];
  const { sql, params } = where(
    ['id = ? AND part = ?', id, milestone],
    asOf ? [`${from} <= ?`, asOf.date] : [`${from} IS NOT NULL`],
  );
  let first: LocalDate | undefined;
  const versions = rows<BoardRow & { readonly from: LocalDate }>(
    db,
    `SELECT ${from} AS "from", ${boardColumns} FROM board ${sql} ORDER BY ${from} DESC`,
    ...params,
  );
  for (const version of versions) {
    if (!isSo(readItem(version))) break;
    first = version.from;
  }
  return first;
}
