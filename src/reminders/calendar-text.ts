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

const methods = { published: 'PUBLISH', cancelled: 'CANCEL' } as const;

/** A text as RFC 5545 has it in a line. */
const value = (text: string): string =>
  plain(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

const dateOf = (day: LocalDate): string => day.replaceAll('-', '');
const momentOf = (at: Instant): string => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** A line in pieces of at most 75 bytes, each but the first after a space; no letter is cut in two. */
function folded(line: string): string {
  if (Buffer.byteLength(line) < mostBytes) return line;
  let [text, bytes] = ['', 0];
  for (const sign of line) {
    const size = sign < '\u0080' ? 1 : Buffer.byteLength(sign);
    if (bytes + size >= mostBytes) [text, bytes] = [`${text}\r\n `, 0];
    [text, bytes] = [text + sign, bytes + size];
  }
  return text;
}
const mostBytes = 75;

/**
 * The calendar as RFC 5545 text. The same entries give the same text, on any machine. Written here because half of what a
 * letter cost was a package's writing of it; the tests hold it against that package.
 */
export function calendarText({ name, language, entries, mailed }: Calendar): string {
  const ofCalendar = mailed
    ? [`METHOD:${methods[mailed]}`]
    : [
        `NAME:${value(name)}`,
        `X-WR-CALNAME:${value(name)}`,
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'X-PUBLISHED-TTL:PT1H',
      ];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Beslutslogg//Beslutslogg//${language.toUpperCase()}`,
    ...ofCalendar,
    ...entries.flatMap(entryLines),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}

const entryLines = ({ uid, sequence, summary, description, changed, ...entry }: CalendarEntry): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `SEQUENCE:${sequence.toString()}`,
  `DTSTAMP:${momentOf(changed)}`,
  `DTSTART;VALUE=DATE:${dateOf(entry.first)}`,
  `DTEND;VALUE=DATE:${dateOf(addDays(entry.last, 1))}`,
  'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE',
  'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE',
  `SUMMARY:${value(summary)}`,
  'TRANSP:TRANSPARENT',
  ...(entry.place === undefined ? [] : [`LOCATION:${value(entry.place)}`]),
  `DESCRIPTION:${value(description)}`,
  ...(entry.url === undefined ? [] : [`URL;VALUE=URI:${new URL(entry.url).href}`]),
  `STATUS:${entry.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
  `LAST-MODIFIED:${momentOf(changed)}`,
  'END:VEVENT',
];

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
