import type { AssignmentState } from '../domain/assignment/assignment.js';
import { expectedAnswer } from '../domain/expected-meeting.js';
import type { MeetingState } from '../domain/meeting/meeting.js';
import type { Language } from '../domain/person/events.js';
import type { Instant, LocalDate } from '../domain/when.js';
import type { Revised } from '../projections/directory.js';
import { words } from '../projections/words.js';
import { type CalendarEntry, feedbackDays } from './calendar-text.js';
import { dueSentence, materialDay } from './letters/due-words.js';

/** What an entry about an assignment is made of. */
export interface FeedbackSource {
  readonly id: string;
  readonly state: AssignmentState;
  readonly revision: number;
  readonly changed: Instant;
  /** Short name of the body that asked, and how long before a meeting it wants material. */
  readonly body: { readonly shortName: string; readonly materialDays?: number };
  /** Every meeting of the body that is to hear back; none when no body is. */
  readonly meetings: readonly Revised<MeetingState>[];
}

/**
 * The whole day, or days, on which feedback can be expected; nothing when no day is known. SEQUENCE counts what has
 * happened to the assignment and to the meetings at which it may be heard: it grows with whatever can move the entry.
 */
export function feedbackEntry(
  { id, state, revision, changed, body, meetings }: FeedbackSource,
  today: LocalDate,
  language: Language,
  baseUrl: string,
): CalendarEntry | undefined {
  const expected = expectedAnswer(state, meetings.map(planned), today);
  const days = feedbackDays(state.deadline, expected);
  if (!days) return undefined;
  const url = `${baseUrl}/uppdrag/${encodeURIComponent(id)}`;
  const due = { window: state.deadline, expected, materialBy: materialDay(expected, body.materialDays) };
  const heard = state.closedOn !== undefined && state.closedOn >= days.last;
  return {
    uid: `${id}.assignment@beslutslogg`,
    sequence: meetings.reduce((sum, meeting) => sum + meeting.revision + 1, revision),
    summary: `${body.shortName}: ${state.title}`,
    description: `${dueSentence(due, language)}\n${url}`,
    ...days,
    url,
    cancelled: state.phase === 'closed' && !heard,
    changed,
  };
}

const planned = ({ id, state }: Revised<MeetingState>) => ({
  id,
  date: state.date,
  kind: state.kind,
  cancelled: state.phase === 'cancelled',
});

/** The day of a meeting; one that is cancelled stays as cancelled. */
export const meetingEntry = (
  { id, state, revision }: Revised<MeetingState>,
  changed: Instant,
  shortName: string,
  language: Language,
  baseUrl: string,
): CalendarEntry => {
  const hours = state.start === undefined ? undefined : [state.start, state.end].filter(Boolean).join('–');
  const url = `${baseUrl}/moten/${encodeURIComponent(id)}`;
  return {
    uid: `${id}.meeting@beslutslogg`,
    sequence: revision,
    summary: `${shortName}: ${state.title ?? words.meetingKind[state.kind][language]}`,
    description: hours === undefined ? url : `${hours}\n${url}`,
    first: state.date,
    last: state.date,
    url,
    ...(state.place !== undefined && { place: state.place }),
    cancelled: state.phase === 'cancelled',
    changed,
  };
};
