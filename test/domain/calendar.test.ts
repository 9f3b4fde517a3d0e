import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addPeriod,
  compareDates,
  daysBetween,
  endOfMonth,
  isLocalDate,
  isMonthDay,
  quarterSpan,
  seasonSpan,
  weekday,
  weekOf,
  weekSpan,
  yearSpan,
} from '../../src/domain/calendar.js';

const days = fc
  .integer({ min: -700_000, max: 2_900_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));

describe('a local date', () => {
  it.each(['2026-06-04', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each(['2026-06-31', '2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01'])(
    '%s does not',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );

  it.each(['', '2026-6-4', '20260604', '2026-06-04T00:00', ' 2026-06-04', '2026-06-04\n', '٢٠٢٦-٠٦-٠٤'])(
    '%j is not written as one',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );

  it('is a day of the year without its year', () => {
    expect(['02-29', '12-31', '06-31', '13-01', '6-1', ''].map(isMonthDay)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('counting', () => {
  it('goes over months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2026-06-04', -126)).toBe('2026-01-29');
    expect(daysBetween('2026-06-04', '2026-09-01')).toBe(89);
    expect(daysBetween('2026-09-01', '2026-06-04')).toBe(-89);
  });

  it('keeps to the end of shorter months', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2026-03-31', -13)).toBe('2025-02-28');
    expect(endOfMonth('2028-02-03')).toBe('2028-02-29');
  });

  it.each([
    ['P7D', '2026-02-26'],
    ['P2W', '2026-03-05'],
    ['P1M', '2026-03-19'],
    ['P1Y', '2027-02-19'],
    ['P1Y2M3D', '2027-04-22'],
    ['-P14D', '2026-02-05'],
    ['P0D', '2026-02-19'],
  ])('adds %s', (period, expected) => {
    expect(addPeriod('2026-02-19', period)).toBe(expected);
  });

  it.each(['', 'P', 'PT1H', '7D', 'P1.5D', 'P-7D', 'P7', 'R/P7D'])('%j is no duration', (text) => {
    expect(() => addPeriod('2026-02-19', text)).toThrow(RangeError);
  });

  it('refuses what is no day, and days outside the calendar', () => {
    expect(() => addDays('2026-06-31', 1)).toThrow(RangeError);
    expect(() => addMonths('soon', 1)).toThrow(RangeError);
    expect(() => endOfMonth('2026-13-01')).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('0001-01-01', -1)).toThrow(RangeError);
    expect(() => addMonths('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addDays('2026-06-04', 1e12)).toThrow(RangeError);
  });

  it('there and back again is the same day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -9000, max: 9000 }), (date, count) => {
        const moved = addDays(date, count);
        expect(isLocalDate(moved)).toBe(true);
        expect(daysBetween(date, moved)).toBe(count);
        expect(Math.sign(compareDates(moved, date))).toBe(Math.sign(count));
        expect(addDays(moved, -count)).toBe(date);
      }),
    );
  });
});

describe('spans', () => {
  it('of weeks begin on Monday and follow ISO 8601 at the turn of the year', () => {
    expect(weekday('2026-06-04')).toBe(4);
    expect(weekSpan(2026, 1)).toEqual({ earliest: '2025-12-29', latest: '2026-01-04' });
    expect(weekSpan(2026, 12)).toEqual({ earliest: '2026-03-16', latest: '2026-03-22' });
    expect(weekSpan(2026, 53)).toEqual({ earliest: '2026-12-28', latest: '2027-01-03' });
    expect(weekSpan(2025, 53)).toBeUndefined();
    expect([weekSpan(2026, 0), weekSpan(2026, 54), weekSpan(2026, 1.5)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(weekOf('2027-01-03')).toEqual({ year: 2026, week: 53 });
    expect(weekOf('2025-12-29')).toEqual({ year: 2026, week: 1 });
  });

  it('of a week hold the days that say they are in it', () => {
    fc.assert(
      fc.property(days, (date) => {
        const { year, week } = weekOf(date);
        const span = weekSpan(year, week);
        expect(span && span.earliest <= date && date <= span.latest).toBe(true);
        expect(span && weekday(span.earliest)).toBe(1);
      }),
    );
  });

  it('of quarters and years', () => {
    expect(quarterSpan(2026, 2)).toEqual({ earliest: '2026-04-01', latest: '2026-06-30' });
    expect(quarterSpan(2026, 5)).toBeUndefined();
    expect(yearSpan(2026)).toEqual({ earliest: '2026-01-01', latest: '2026-12-31' });
    expect(yearSpan(10_000)).toBeUndefined();
  });

  it('of seasons are half-years of planning by default; winter belongs to the year it begins in', () => {
    expect(seasonSpan(2026, 'spring')).toEqual({ earliest: '2026-01-01', latest: '2026-06-30' });
    expect(seasonSpan(2026, 'summer')).toEqual({ earliest: '2026-06-01', latest: '2026-08-31' });
    expect(seasonSpan(2026, 'autumn')).toEqual({ earliest: '2026-07-01', latest: '2026-12-31' });
    expect(seasonSpan(2026, 'winter')).toEqual({ earliest: '2026-12-01', latest: '2027-02-28' });
    expect(seasonSpan(2027, 'winter')).toEqual({ earliest: '2027-12-01', latest: '2028-02-29' });
  });

  it('of seasons follow the policy of the body, and refuse one that is none', () => {
    const policy = {
      spring: ['02-01', '05-31'],
      summer: ['06-15', '08-15'],
      autumn: ['08-16', '11-30'],
      winter: ['12-01', '01-31'],
    } as const;
    expect(seasonSpan(2026, 'autumn', policy)).toEqual({ earliest: '2026-08-16', latest: '2026-11-30' });
    expect(() => seasonSpan(2026, 'spring', { ...policy, spring: ['02-31', 'May'] })).toThrow(RangeError);
  });
});
