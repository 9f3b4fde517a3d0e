import { lastOfDays } from './calendar.js';
import type { DueWindow } from './due-window.js';
import type { MeetingKind } from './meeting/events.js';
import type { LocalDate } from './when.js';

/** A meeting of the body that is to hear the answer. */
export interface PlannedMeeting {
  readonly id: string;
  readonly date: LocalDate;
  readonly kind: MeetingKind;
  readonly cancelled: boolean;
}

/** The ordinary meetings that are not cancelled, by date: those at which an answer is heard. */
export const ordinaryMeetings = (meetings: readonly PlannedMeeting[]): readonly PlannedMeeting[] =>
  meetings
    .filter(({ kind, cancelled }) => kind === 'ordinary' && !cancelled)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1));

/**
 * At which meeting an answer can be expected, and why: a person bound it there, it is the last one inside the window,
 * the words name it, what recurs is heard at every meeting, or nothing is said and it must be reviewed.
 * None: the meetings planned pass the window by, they do not reach its end (or the bound one was cancelled), or the
 * window itself has no end.
 */
export type ExpectedMeeting =
  | {
      readonly kind: 'meeting';
      readonly id: string;
      readonly date: LocalDate;
      readonly why: 'bound' | 'lastInside' | 'named' | 'nextRecurring' | 'review';
    }
  | { readonly kind: 'none'; readonly why: 'noMeetingInside' | 'noMeetingPlanned' | 'notBounded' };

type Why = Extract<ExpectedMeeting, { kind: 'meeting' }>['why'];

/**
 * The meeting at which the body can expect to hear back. Only ordinary meetings that are not cancelled count, except
 * the one a person chose. Nothing is heard at the meeting it was stated at, unless the words name that very day.
 * A term that runs from a day is heard after it, one that ends before a meeting at that meeting.
 * `statedAt` is the day the window was stated, which for a deadline that has moved is the day of the move.
 * `today` matters only to what recurs and to what has no date: the next meeting may be today's.
 */
export function expectedMeeting(
  window: DueWindow,
  meetings: readonly PlannedMeeting[],
  statedAt: LocalDate,
  today: LocalDate = statedAt,
): ExpectedMeeting {
  if (window.boundToMeeting !== undefined) {
    const bound = meetings.find(({ id }) => id === window.boundToMeeting);
    return found(bound?.cancelled ? undefined : bound, 'bound');
  }
  const ordinary = ordinaryMeetings(meetings);
  const later = ordinary.filter(({ date }) => date > statedAt);
  const { earliest = '', latest = lastOfDays } = window;
  const lastInside = (inside: readonly PlannedMeeting[]): ExpectedMeeting => {
    const last = inside.at(-1);
    if (last) return found(last, 'lastInside');
    const reached = ordinary.some(({ date }) => date > latest);
    return { kind: 'none', why: reached ? 'noMeetingInside' : 'noMeetingPlanned' };
  };

  switch (window.kind) {
    case 'undated':
      return found(
        later.find(({ date }) => date >= today),
        'review',
      );
    case 'recurring': {
      const coming = later.filter(({ date }) => date >= today && date >= earliest);
      const ended = coming[0] !== undefined && coming[0].date > latest;
      return ended ? { kind: 'none', why: 'noMeetingInside' } : found(coming[0], 'nextRecurring');
    }
    case 'on':
      return lastInside(ordinary.filter(({ date }) => date === window.latest));
    case 'oneOf':
      return lastInside(ordinary.filter(({ date }) => window.dates?.includes(date)));
    case 'relative': {
      const before = window.offset?.startsWith('-') ?? true;
      if (window.nextMeeting && before) return found(later[0], 'named');
      const leadsTo = before ? ordinary.find(({ date }) => date === window.anchor) : undefined;
      if (leadsTo) return found(leadsTo, 'named');
      if (window.latest === undefined) return { kind: 'none', why: 'notBounded' };
      const { anchor = '' } = window;
      return lastInside(later.filter(({ date }) => date > anchor && date >= earliest && date <= latest));
    }
    case 'by':
    case 'window':
      return window.latest === undefined
        ? { kind: 'none', why: 'notBounded' }
        : lastInside(later.filter(({ date }) => date >= earliest && date <= latest));
  }
}

/** Something that is waited for: its window now, and what has been stated about it. */
export interface Awaited {
  readonly deadline: DueWindow;
  readonly statements: readonly { readonly statedAt: LocalDate }[];
  readonly givenOn: LocalDate;
  /** The body that is to hear the answer. */
  readonly recipient?: string;
}

/** The day on which the deadline in force was stated: the day an expected meeting is counted from. */
export const deadlineStatedOn = ({
  statements,
  givenOn,
}: Pick<Awaited, 'statements' | 'givenOn'>): LocalDate => statements.at(-1)?.statedAt ?? givenOn;

/** The meeting at which the recipient, among whose `meetings` it is, can expect the answer; nothing without a recipient. */
export const expectedAnswer = (
  awaited: Awaited,
  meetings: readonly PlannedMeeting[],
  today: LocalDate,
): ExpectedMeeting | undefined =>
  awaited.recipient === undefined
    ? undefined
    : expectedMeeting(awaited.deadline, meetings, deadlineStatedOn(awaited), today);

const found = (meeting: PlannedMeeting | undefined, why: Why): ExpectedMeeting =>
  meeting
    ? { kind: 'meeting', id: meeting.id, date: meeting.date, why }
    : { kind: 'none', why: 'noMeetingPlanned' };
