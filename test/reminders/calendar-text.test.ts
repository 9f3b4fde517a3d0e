import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDueWindow } from '../../src/domain/due-window.js';
import { type CalendarEntry, calendarText, feedbackDays } from '../../src/reminders/calendar-text.js';

const entry: CalendarEntry = {
  uid: 'uppfoljning-plan.assignment@beslutslogg',
  sequence: 4,
  summary: 'Återkoppling till SRÄ: Plan',
  description: '”senast i juni 2026”, alltså till mötet 4 juni',
  first: '2026-06-04',
  last: '2026-06-04',
  url: 'https://logg.example/uppdrag/plan',
  cancelled: false,
  changed: '2026-01-22T13:45:00.000Z',
};
const text = (entries: readonly CalendarEntry[]): string =>
  calendarText({ name: 'SRÄ', language: 'sv', entries });
const lines = (calendar: string): string[] => calendar.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('a calendar as text', () => {
  it('has whole days without a time zone, and all that Outlook and Google need to follow a change', () => {
    const found = lines(text([entry]));
    for (const line of [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'UID:uppfoljning-plan.assignment@beslutslogg',
      'SEQUENCE:4',
      'DTSTAMP:20260122T134500Z',
      'DTSTART;VALUE=DATE:20260604',
      'DTEND;VALUE=DATE:20260605',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
      'END:VCALENDAR',
    ])
      expect(found).toContain(line);
    expect(found.filter((line) => line.startsWith('METHOD'))).toEqual([]);
  });

  it('says that it is published when it comes by mail', () => {
    const mailed = calendarText({ name: 'x', language: 'en', entries: [entry], mailed: 'published' });
    expect(lines(mailed)).toContain('METHOD:PUBLISH');
    expect(mailed).not.toContain('CALNAME');
  });

  it('keeps what is cancelled as cancelled, under the same UID', () => {
    const found = lines(text([{ ...entry, sequence: 5, cancelled: true }]));
    expect(found).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'SEQUENCE:5', `UID:${entry.uid}`]));
  });

  it('lets no text begin a line of its own, whatever it holds', () => {
    const odd = fc
      .oneof(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.constantFrom('a\r\nATTENDEE:mailto:x@y.example', 'b\rX:1', 'c\nEND:VEVENT\n', 'd;e,f:g\\n\u0000'),
      )
      .map((some) => `x${some}`);
    fc.assert(
      fc.property(odd, odd, odd, (summary, description, place) => {
        const names = lines(text([{ ...entry, summary, description, place }])).map(
          (line) => /^[A-Z-]*/.exec(line)?.[0],
        );
        const expected = lines(text([{ ...entry, place: 'x' }])).map((line) => /^[A-Z-]*/.exec(line)?.[0]);
        expect(names).toEqual(expected);
      }),
    );
  });

  const window = (words: string) => parseDueWindow(words, { statedAt: '2025-11-13' });
  it.each([
    [
      'senast i juni 2026',
      { kind: 'meeting', id: 'm', date: '2026-06-04', why: 'lastInside' },
      '2026-06-04',
      '2026-06-04',
    ],
    ['senast vecka 38 2026', { kind: 'none', why: 'noMeetingInside' }, '2026-09-20', '2026-09-20'],
    ['hösten 2026', { kind: 'none', why: 'noMeetingPlanned' }, '2026-07-01', '2026-12-31'],
    ['den 15 september 2026', undefined, '2026-09-15', '2026-09-15'],
    ['28 maj el 26 juni 2026', undefined, '2026-06-26', '2026-06-26'],
  ] as const)('%s lies on the meeting, or on its own days', (words, expected, first, last) => {
    expect(feedbackDays(window(words), expected)).toEqual({ first, last });
  });

  it('has no days for what has none', () => {
    expect(feedbackDays(window('rapportering sker senare'), undefined)).toBeUndefined();
  });
});
