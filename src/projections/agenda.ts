import { compareDates, daysBetween } from '../domain/calendar.js';
import type { Language } from '../domain/person/events.js';
import { formatDate } from '../domain/swedish-dates.js';
import { defaultPolicy, policyOf } from '../domain/reminder/policy.js';
import type { LocalDate } from '../domain/when.js';
import { type BoardItem, openRows, readItem } from './board.js';
import { getBody } from './directory.js';
import { type ExpectedFeedback, withExpected } from './feedback.js';
import { getMeeting, type MeetingBrief, unreportedPerCapsulam } from './meetings.js';
import type { Db } from './projection.js';
import { words } from './words.js';

/** Why something is a point to take up at a meeting, in the order in which they are taken up. */
export const agendaReasons = [
  'perCapsulam',
  'reported',
  'expected',
  'escalated',
  'late',
  'missed',
  'review',
  'commitment',
] as const;
export type AgendaReason = (typeof agendaReasons)[number];

/** A point to take up at a meeting. `since`: the day the reason counts from. */
export interface AgendaPoint {
  readonly reason: AgendaReason;
  readonly subject: {
    readonly kind: 'assignment' | 'milestone' | 'meeting';
    readonly id: string;
    readonly milestone?: string;
  };
  readonly title: string;
  readonly label?: string;
  /** The deadline in the words of the minutes. */
  readonly deadline?: string;
  readonly since?: LocalDate;
  readonly responsible: readonly string[];
  /** The body that gave the assignment, in which the responsible roles are. */
  readonly body: string;
}

/** What of the items that a body waits for belongs on the agenda of one of its meetings, as things stand today. */
export function agendaPoints(
  items: readonly ExpectedFeedback[],
  unreported: readonly MeetingBrief[],
  meeting: { readonly id: string; readonly date: LocalDate },
  today: LocalDate,
  escalationDays = defaultPolicy.escalateDays,
): AgendaPoint[] {
  const points: AgendaPoint[] = unreported
    .filter(({ date }) => date <= meeting.date)
    .map(({ id, title, body, date }) => ({
      reason: 'perCapsulam',
      subject: { kind: 'meeting', id },
      title: title ?? '',
      since: date,
      responsible: [],
      body,
    }));
  for (const item of items) {
    const found = reasonOf(item, meeting, today, escalationDays);
    if (found) points.push(pointOf(item, found));
  }
  return points.sort(
    (a, b) =>
      agendaReasons.indexOf(a.reason) - agendaReasons.indexOf(b.reason) ||
      compareDates(a.since ?? '', b.since ?? ''),
  );
}

type Found = Pick<AgendaPoint, 'reason' | 'since'>;

function reasonOf(
  item: ExpectedFeedback,
  meeting: { readonly id: string; readonly date: LocalDate },
  today: LocalDate,
  escalationDays: number,
): Found | undefined {
  const { kind, form, reportedOn, window, expected, late, givenOn, statedOn, assignmentKind } = item;
  if (givenOn >= meeting.date) return undefined;
  if (kind === 'milestone' && form !== 'ordinary') return undefined;
  if (reportedOn !== undefined) return { reason: 'reported', since: reportedOn };
  if (late && window.latest !== undefined)
    return {
      reason: daysBetween(window.latest, today) >= escalationDays ? 'escalated' : 'late',
      since: window.latest,
    };
  if (expected?.kind === 'meeting' && expected.date < today)
    return { reason: 'missed', since: expected.date };
  if (assignmentKind === 'commitment') return { reason: 'commitment', since: givenOn };
  if (expected?.kind !== 'meeting' || expected.id !== meeting.id) return undefined;
  return expected.why === 'review'
    ? { reason: 'review', since: statedOn }
    : { reason: 'expected', since: expected.date };
}

const pointOf = (item: BoardItem, found: Found): AgendaPoint => ({
  ...found,
  subject: {
    kind: item.kind,
    id: item.id,
    ...(item.milestone !== undefined && { milestone: item.milestone }),
  },
  title: item.title,
  ...(item.label !== undefined && { label: item.label }),
  ...(item.window.original !== '' && { deadline: item.window.original }),
  responsible: item.responsible,
  body: item.body,
});

const everything = 100_000;

/** "Punkter att ta upp" at a meeting. Nothing for a meeting that is held or cancelled, and for a decision per capsulam. */
export function agendaDraft(db: Db, meetingId: string, today: LocalDate): AgendaPoint[] {
  const meeting = getMeeting(db, meetingId);
  if (!meeting || meeting.state.kind === 'perCapsulam' || meeting.state.phase !== 'planned') return [];
  const { body, date } = meeting.state;
  const items = openRows(
    db,
    {},
    [['(recipient = ? OR (recipient IS NULL AND body = ?))', body, body]],
    undefined,
    everything,
  ).map(readItem);
  const owner = getBody(db, body)?.state;
  return agendaPoints(
    withExpected(db, items, today, undefined),
    unreportedPerCapsulam(db, [body], undefined, undefined, everything),
    { id: meetingId, date },
    today,
    owner && policyOf(owner).policy.escalateDays,
  );
}

const why: { readonly [R in AgendaReason]: { readonly [L in Language]: (day: string) => string } } = {
  perCapsulam: {
    sv: (day) => `Beslutet per capsulam den ${day} ska rapporteras till mötet.`,
    en: (day) => `The decision per capsulam of ${day} is to be reported to the meeting.`,
  },
  reported: {
    sv: (day) =>
      `Slutredovisat den ${day}. Mötet behöver ta ställning till redovisningen och avsluta uppdraget.`,
    en: (day) =>
      `Finally reported on ${day}. The meeting needs to consider the report and close the assignment.`,
  },
  escalated: {
    sv: (day) => `Skulle ha redovisats den ${day}. Påminnelser har inte gett något slutligt svar.`,
    en: (day) => `Was to be reported by ${day}. Reminders have brought no final answer.`,
  },
  late: {
    sv: (day) => `Skulle ha redovisats den ${day}, men är inte slutredovisat.`,
    en: (day) => `Was to be reported by ${day}, but no final report has come.`,
  },
  missed: {
    sv: (day) => `Väntades på mötet den ${day}, men är inte slutredovisat.`,
    en: (day) => `Was expected at the meeting of ${day}, but no final report has come.`,
  },
  review: {
    sv: (day) => `Gavs den ${day} utan att någon frist går att utläsa. Mötet behöver ange en.`,
    en: (day) => `Given on ${day} with no deadline that can be read. The meeting needs to state one.`,
  },
  commitment: {
    sv: (day) => `Åtagande från den ${day}. Mötet behöver göra det till uppdrag eller avsluta det.`,
    en: (day) => `Commitment of ${day}. The meeting needs to make it an assignment or close it.`,
  },
  expected: {
    sv: () => 'Väntas på det här mötet.',
    en: () => 'Expected at this meeting.',
  },
};

/** Why it is taken up, as a sentence, with the deadline's own words where there are any. */
export function agendaWhy({ reason, since, deadline }: AgendaPoint, language: Language): string {
  const said = why[reason][language](since === undefined ? '' : formatDate(since, language));
  if (deadline === undefined || reason === 'perCapsulam') return said;
  return `${said} ${language === 'sv' ? `Fristen angavs som ”${deadline}”.` : `The deadline was given as “${deadline}”.`}`;
}

/** What the point is called: the assignment, the matter and its milestone, or the meeting. */
export const agendaTitle = ({ title, label, subject }: AgendaPoint, language: Language): string =>
  label === undefined
    ? title === '' && subject.kind === 'meeting'
      ? words.meetingKind.perCapsulam[language]
      : title
    : `${title}: ${label}`;
