import { isoDay } from '../src/app/day-input';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, fromToday, longDate } from '../src/i18n/dates';

describe('a day', () => {
  it('is written as Swedes write it, and as Englishmen do', () => {
    expect(longDate('2026-06-04', 'sv')).toBe('4 juni 2026');
    expect(longDate('2026-06-04', 'en')).toBe('4 June 2026');
  });

  it.each([
    ['2026-06-17', 'om 12 dagar'],
    ['2026-06-05', 'i dag'],
    ['2026-06-04', 'i går'],
    ['2026-09-01', 'om 3 månader'],
    ['2026-05-01', 'för 5 veckor sedan'],
  ])('%s is %s from 5 June 2026', (day, words) => {
    expect(fromToday(day, '2026-06-05', 'sv')).toBe(words);
  });

  it('of an instant is the one where the body is', () => {
    expect(dayOf('2026-06-04T22:30:00Z', 'Europe/Stockholm')).toBe('2026-06-05');
  });

  it('is counted over the nights on which the clocks change', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  });
});

describe('a day as it is typed', () => {
  it('is one at once when it is written in full and there is such a day', () => {
    expect(isoDay('2026-03-19')).toBe('2026-03-19');
    expect(isoDay('2028-02-29')).toBe('2028-02-29');
    for (const none of ['2026-02-29', '2026-13-01', '2026-3-9', '19 mars 2026', '2026-03-19T00', ''])
      expect([none, isoDay(none)]).toEqual([none, undefined]);
  });
});
