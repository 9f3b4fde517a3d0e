import { describe, expect, it } from 'vitest';
import { layScale, type Room } from '../../src/pictures/scale';

const written = (from: string, to: string, room: Room) => {
  const { years, months } = layScale(from, to, 'sv');
  const seen = [...years, ...months].filter(({ rooms }) => rooms.includes(room));
  return seen.map(({ text }) => text).join(' ');
};

describe('the scale of months and years', () => {
  it('writes as many months as have room, evenly, and none that the edge would cut', () => {
    expect(written('2025-11-01', '2026-11-03', 'roomy')).toBe(
      '2025 2026 nov dec jan feb mar apr maj jun jul aug sep okt',
    );
    expect(written('2025-11-01', '2026-11-03', 'narrow')).toBe('2025 2026 nov jan mar maj jul sep');
  });
  it.each([
    ['2026-03-18', '2026-06-05', '2026 apr maj'],
    ['2026-03-10', '2026-03-20', 'mars 2026'],
    ['2025-12-20', '2026-06-05', '2026 jan feb mar apr maj'],
    ['2016-05-01', '2026-06-05', '2016 2018 2020 2022 2024'],
  ])('always writes a year: %s to %s is %s on a phone', (from, to, words) => {
    expect(written(from, to, 'narrow')).toBe(words);
  });
});
