import { compareDates } from '../domain/calendar.js';
import { type ExpectedMeeting, expectedMeeting } from '../domain/expected-meeting.js';
import type { LocalDate } from '../domain/when.js';
import type { AsOf } from './as-of.js';
import { type AssignmentFilter, overdue, responsibleConditions } from './assignments.js';
import { type BoardFilter, type BoardItem, openRows, readItem } from './board.js';
import { type MeetingBrief, meetingsOfAll } from './meetings.js';
import type { Db } from './projection.js';
import {
  type Condition,
  type Page,
  pageLimit,
  pageOf,
  type PageRequest,
  readCursor,
  type Sql,
  where,
} from './sql.js';
import { holds } from './timeline.js';

/** `role` and `party` are ids within a body: name the body with them. */
export interface FeedbackFilter extends BoardFilter {
  readonly party?: string;
  readonly role?: string;
  /** The last day of the window, both days included. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly late?: boolean;
  /** The window names no day. */
  readonly vague?: boolean;
}

/** What the body waits to hear, and when it can expect to. */
export interface ExpectedFeedback extends BoardItem {
  /** The meeting of the recipient at which it can be expected, or why there is none; absent without a recipient. */
  readonly expected?: ExpectedMeeting;
  /** Its window has passed without a final report. */
  readonly late: boolean;
}

/**
 * What is waited for, page by page in the order of the last day of its window, within a page by the expected meeting.
 * As of a date if the filter says so; then "late" means late on that date.
 */
export function expectedFeedback(
  db: Db,
  filter: FeedbackFilter,
  today: LocalDate,
  request: PageRequest = {},
): Page<ExpectedFeedback> {
  const limit = pageLimit(request);
  const after = readCursor(request, 3);
  const day = filter.asOf?.date ?? today;
  const conditions: Condition[] = [
    filter.kind && ['kind = ?', filter.kind],
    filter.from !== undefined && ['due >= ?', filter.from],
    filter.to !== undefined && ['due <= ?', filter.to],
    filter.late !== undefined && [filter.late ? overdue : `NOT (${overdue})`, day],
    filter.vague !== undefined && [filter.vague ? 'vague = 1' : 'vague = 0'],
    ...responsibilityConditions(filter),
  ];
  const found = openRows(db, filter, conditions, after, limit + 1);
  const { items, next } = pageOf(found, limit, ({ due, id, part }): Sql[] => [due, id, part], readItem);
  const expected = withExpected(db, items, day, filter.asOf);
  return { items: [...expected].sort(byExpected), next };
}

/** The items with the meeting at which each can be expected, as the recipients' meetings were planned then. */
export function withExpected(
  db: Db,
  items: readonly BoardItem[],
  day: LocalDate,
  asOf: BoardFilter['asOf'],
): ExpectedFeedback[] {
  const recipients = [...new Set(items.flatMap(({ recipient }) => recipient ?? []))];
  const meetings = meetingsOfAll(db, recipients, asOf);
  return items.map((item) => ({
    ...item,
    ...(item.recipient !== undefined && {
      expected: expectedOf(item, meetings.get(item.recipient) ?? [], day),
    }),
    late: isLate(item, day),
  }));
}

/** The meeting at which an item can be expected, among the recipient's meetings. */
export const expectedOf = (
  { window, statedOn }: BoardItem,
  meetings: readonly MeetingBrief[],
  day: LocalDate,
): ExpectedMeeting => expectedMeeting(window, meetings, statedOn, day);

/** Late only after the window's end, and not when what was waited for has been reported finally. */
export const isLate = ({ open, phase, window }: BoardItem, day: LocalDate): boolean =>
  open && phase !== 'finallyReported' && window.latest !== undefined && window.latest < day;

const dateOf = ({ expected, window }: ExpectedFeedback): LocalDate =>
  expected?.kind === 'meeting' ? expected.date : (window.latest ?? '9999-12-31');

const byExpected = (a: ExpectedFeedback, b: ExpectedFeedback): number => compareDates(dateOf(a), dateOf(b));

/** Now, by the table of who is responsible; as of a date, by what each row says. */
const responsibilityConditions = (filter: FeedbackFilter): Condition[] =>
  filter.asOf ? responsibleAsOf(filter, filter.asOf) : responsibleConditions(filter);

/** The conditions on rows of the board as of a date for who was responsible then, and held that role then. */
export function responsibleAsOf(
  { role, party, person }: Pick<AssignmentFilter, 'role' | 'party' | 'person'>,
  asOf: AsOf,
): Condition[] {
  const among = (roles: string, ...params: Sql[]): Condition => [
    `EXISTS (SELECT 1 FROM json_each(item, '$.responsible') AS r WHERE ${roles})`,
    ...params,
  ];
  const held = where(
    ['v.id = board.body'],
    holds(asOf, 'v'),
    person !== undefined && ['h.value = ?', person],
  );
  return [
    role !== undefined && among('r.value = ?', role),
    party !== undefined &&
      among('r.value IN (SELECT role FROM role WHERE role.body = board.body AND party = ?)', party),
    person !== undefined &&
      among(
        `r.value IN (SELECT v.part FROM role_version AS v, json_each(v.holders) AS h ${held.sql})`,
        ...held.params,
      ),
  ];
}
