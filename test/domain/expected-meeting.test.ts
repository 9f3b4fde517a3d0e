import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDueWindow } from '../../src/domain/due-window.js';
import { expectedAnswer, expectedMeeting, type PlannedMeeting } from '../../src/domain/expected-meeting.js';

const ordinary = (date: string): PlannedMeeting => ({
  id: `m${date}`,
  date,
  kind: 'ordinary',
  cancelled: false,
});
const year2026 = ['2026-03-19', '2026-06-04', '2026-09-24', '2026-11-12'].map(ordinary);
const read = (words: string) => parseDueWindow(words, { statedAt: '2025-11-13' });
const at = (date: string, why: string) => ({ kind: 'meeting', id: `m${date}`, date, why });
const none = (why: string) => ({ kind: 'none', why });

describe('the meeting at which an answer is expected', () => {
  it.each([
    ['senast i juni 2026', at('2026-06-04', 'lastInside')],
    ['4 juni 2026', at('2026-06-04', 'lastInside')],
    ['hösten 2026', at('2026-11-12', 'lastInside')],
    ['under 2026', at('2026-11-12', 'lastInside')],
    ['19 mars eller 4 juni 2026', at('2026-06-04', 'lastInside')],
    ['19 mars eller 5 juni 2026', at('2026-03-19', 'lastInside')],
    ['två veckor före mötet den 4 juni 2026', at('2026-06-04', 'named')],
    ['sex månader efter mötet den 4 juni 2026', at('2026-11-12', 'lastInside')],
    ['vid nästa möte', at('2026-03-19', 'named')],
    ['två veckor före nästa möte', at('2026-03-19', 'named')],
    ['rapportering sker senare', at('2026-03-19', 'review')],
    ['kontinuerligt återrapporteras', at('2026-03-19', 'nextRecurring')],
    ['5 juni 2026', none('noMeetingInside')],
    ['i april 2026', none('noMeetingInside')],
    ['senast den 1 mars 2026', none('noMeetingInside')],
    ['28 maj eller 26 juni 2026', none('noMeetingInside')],
    ['senast i juni 2025', none('noMeetingInside')],
    ['i december 2026', none('noMeetingPlanned')],
    ['våren 2027', none('noMeetingPlanned')],
    ['en vecka', none('notBounded')],
    ['två veckor efter mötet den 4 juni 2026', none('noMeetingInside')],
    ['två veckor efter nästa möte', none('notBounded')],
    ['tidigast i maj 2026', none('notBounded')],
  ])('%s', (words, expected) => {
    expect(expectedMeeting(read(words), year2026, '2025-11-13')).toEqual(expected);
  });

  it('is not the meeting it was given at, unless the words name that day', () => {
    expect(expectedMeeting(read('senast i juni 2026'), year2026, '2026-06-04')).toEqual(
      none('noMeetingInside'),
    );
    expect(expectedMeeting(read('hum'), year2026, '2026-06-04')).toEqual(at('2026-09-24', 'review'));
    expect(expectedMeeting(read('hum'), year2026, '2025-11-13', '2026-06-05')).toEqual(
      at('2026-09-24', 'review'),
    );
    expect(expectedMeeting(read('4 juni 2026'), year2026, '2026-06-04')).toEqual(
      at('2026-06-04', 'lastInside'),
    );
  });

  it('is not an extra meeting, a decision per capsulam or a cancelled one', () => {
    const others: PlannedMeeting[] = [
      { ...ordinary('2026-06-04'), cancelled: true },
      { ...ordinary('2026-06-10'), kind: 'extra' },
      { ...ordinary('2026-06-20'), kind: 'perCapsulam' },
      ordinary('2026-09-24'),
    ];
    expect(expectedMeeting(read('senast i juni 2026'), others, '2025-11-13')).toEqual(
      none('noMeetingInside'),
    );
    expect(expectedMeeting(read('hum'), others, '2025-11-13')).toEqual(at('2026-09-24', 'review'));
  });

  it('is the one a person bound it to, of any kind and on any day', () => {
    const extra: PlannedMeeting = { ...ordinary('2026-08-24'), kind: 'extra' };
    const bound = { ...read('senast i juni 2026'), boundToMeeting: extra.id };
    expect(expectedMeeting(bound, [...year2026, extra], '2025-11-13')).toEqual(at('2026-08-24', 'bound'));
    const cancelled = { ...extra, cancelled: true };
    expect(expectedMeeting(bound, [...year2026, cancelled], '2025-11-13')).toEqual(none('noMeetingPlanned'));
    expect(expectedMeeting(bound, year2026, '2025-11-13')).toEqual(none('noMeetingPlanned'));
  });

  it('comes again for what recurs, until it ends', () => {
    const always = read('löpande');
    expect(expectedMeeting(always, year2026, '2025-11-13', '2026-06-04')).toEqual(
      at('2026-06-04', 'nextRecurring'),
    );
    expect(expectedMeeting(always, year2026, '2025-11-13', '2026-06-05')).toEqual(
      at('2026-09-24', 'nextRecurring'),
    );
    expect(expectedMeeting(always, year2026, '2025-11-13', '2026-12-01')).toEqual(none('noMeetingPlanned'));
    const spring = read('löpande under våren 2026');
    expect(expectedMeeting(spring, year2026, '2025-11-13', '2026-06-05')).toEqual(none('noMeetingInside'));
  });

  it('does not depend on the order the meetings come in', () => {
    const phrases = fc.constantFrom(
      'senast i juni 2026',
      'hösten 2026',
      'löpande',
      'hum',
      'nästa möte',
      '4 juni 2026',
    );
    const shuffled = fc.shuffledSubarray(year2026, { minLength: year2026.length });
    fc.assert(
      fc.property(phrases, shuffled, (phrase, meetings) => {
        const inOrder = expectedMeeting(read(phrase), year2026, '2025-11-13');
        expect(expectedMeeting(read(phrase), meetings, '2025-11-13')).toEqual(inOrder);
      }),
    );
  });
});

describe('what a body waits for', () => {
  const statements = (...days: string[]) => days.map((statedAt) => ({ statedAt }));
  const awaited = { deadline: read('vid nästa möte'), givenOn: '2025-11-13' };

  it('is expected counted from the newest statement of its deadline, else from when it was given', () => {
    const expected = (...days: string[]) =>
      expectedAnswer(
        { ...awaited, statements: statements(...days), recipient: 'sra' },
        year2026,
        '2026-06-10',
      );
    expect(expected('2025-11-13', '2026-06-10')).toEqual(at('2026-09-24', 'named'));
    expect(expected()).toEqual(at('2026-03-19', 'named'));
  });

  it('is expected nowhere without a body that is to hear it', () => {
    expect(expectedAnswer({ ...awaited, statements: [] }, year2026, '2026-06-10')).toBeUndefined();
  });
});
