import { describe, expect, it } from 'vitest';
import { axisIn } from '../src/app/place';
import { dayIn, daysIn } from '../src/pages/granskning/dates';
import { medianOf } from '../src/pages/granskning/reports';

const at = (query: string): URLSearchParams => new URLSearchParams(query);

describe('the address of a review', () => {
  it('names two days in order, or none', () => {
    expect(daysIn(at('jamfor=2025-11-13..2026-06-04'))).toEqual(['2025-11-13', '2026-06-04']);
    for (const bad of [
      '',
      'jamfor=2026-06-04..2025-11-13',
      'jamfor=2026-06-04',
      'jamfor=2026-02-31x..2026-03-01',
    ])
      expect(daysIn(at(bad))).toBeUndefined();
  });
  it('names the axis; by what was stated when it does not', () => {
    expect([axisIn(at('datum=hande')), axisIn(at('datum=registrerades')), axisIn(at(''))]).toEqual([
      'happenedBy',
      'recordedBy',
      'statedBy',
    ]);
  });
  it('takes no day that is none', () => {
    expect(dayIn(at('dag=2026-13-01'), 'dag')).toBeUndefined();
    expect(dayIn(at('dag=2026-03-01'), 'dag')).toBe('2026-03-01');
  });
});

describe('the median', () => {
  it('is the middle, or lies between the two in the middle', () => {
    expect([medianOf([9, 5, 1]), medianOf([210, 0]), medianOf([])]).toEqual([5, 105, 0]);
  });
});
