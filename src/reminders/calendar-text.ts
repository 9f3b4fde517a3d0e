import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { addDays } from '../domain/calendar.js';
import type { DueWindow } from '../domain/due-window.js';
import type { ExpectedMeeting } from '../domain/expected-meeting.js';
import type { Language } from '../domain/person/events.js';
import type { Instant, LocalDate } from '../domain/when.js';

/** A whole day, or several, in somebody's calendar. */
export interface CalendarEntry {
  /** The same for as long as the entry is about the same thing. */
  readonly uid: string;
  /** Grows with every change. */
  readonly sequence: number;
  readonly summary: string;
  readonly description: string;
  /** Both days included. */
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly url?: string;
  readonly place?: string;
  readonly cancelled: boolean;
  /** When it last changed. */
  readonly changed: Instant;
}

export interface Calendar {
  readonly name: string;
  readonly language: Language;
  readonly entries: readonly CalendarEntry[];
  /** For entries that come by mail, or are taken back by one. They have no calendar of their own: Outlook would open one for a name. */
  readonly mailed?: 'published' | 'cancelled';
}

// Line breaks stay; nothing else that steers a program may stand in a calendar's texts.
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n]/gu, ' ');

const midnight = (day: LocalDate): Date => new Date(`${day}T00:00:00Z`);

const methods = {
  published: ICalCalendarMethod.PUBLISH,
  cancelled: ICalCalendarMethod.CANCEL,
} as const;

/** The calendar as RFC 5545 text. The same entries give the same text, on any machine. */
export function calendarText({ name, language, entries, mailed }: Calendar): string {
  const calendar = ical({
    prodId: { company: 'Beslutslogg', product: 'Beslutslogg', language: language.toUpperCase() },
    ...(mailed ? { method: methods[mailed] } : { name: plain(name), ttl: 3600 }),
  });
  for (const entry of entries)
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: new Date(entry.changed),
      lastModified: new Date(entry.changed),
      start: midnight(entry.first),
      end: midnight(addDays(entry.last, 1)),
      allDay: true,
      summary: plain(entry.summary),
      description: plain(entry.description),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      ...(entry.url !== undefined && { url: entry.url }),
      ...(entry.place !== undefined && { location: plain(entry.place) }),
    });
  return `${calendar.toString()}\r\n`;
}

/** The days on which feedback can be expected: the meeting's, else the window's own; none when nothing is known. */
export function feedbackDays(
  { kind, earliest, latest, precision }: DueWindow,
  expected: ExpectedMeeting | undefined,
): { readonly first: LocalDate; readonly last: LocalDate } | undefined {
  if (expected?.kind === 'meeting') return { first: expected.date, last: expected.date };
  if (latest === undefined) return undefined;
  const isSpan = kind !== 'by' && earliest !== undefined && precision !== 'day';
  return { first: isSpan ? earliest : latest, last: latest };
}
