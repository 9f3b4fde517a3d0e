import { describe, expect, it } from '@jest/globals';
import { SystemClock } from '../src/clock.js';

describe('the day in Stockholm', () => {
  const clockAt = (start: string) => {
    let now = Date.parse(start);
    return { clock: new SystemClock('Europe/Stockholm', () => now), pass: (ms: number) => void (now += ms) };
  };

  it('turns at midnight there, in summer and in winter, and on the days of 23 and 25 hours', () => {
    for (const [lastMillisecond, day, next] of [
      ['2026-06-30T21:59:59.999Z', '2026-06-30', '2026-07-01'],
      ['2026-12-31T22:59:59.999Z', '2026-12-31', '2027-01-01'],
      ['2026-03-29T21:59:59.999Z', '2026-03-29', '2026-03-30'],
      ['2026-10-25T22:59:59.999Z', '2026-10-25', '2026-10-26'],
    ] as const) {
      const { clock, pass } = clockAt(lastMillisecond);
      expect(clock.today()).toBe(day);
      expect(clock.today()).toBe(day);
      pass(1);
      expect(clock.today()).toBe(next);
      pass(-1);
      expect(clock.today()).toBe(day);
    }
  });

  it('follows a clock that is moved', () => {
    const { clock } = clockAt('2026-03-01T08:00:00.000Z');
    expect(clock.today()).toBe('2026-03-01');
    clock.moveTo('2026-06-05T06:00:00.000Z');
    expect(clock.today()).toBe('2026-06-05');
    expect(clock.now()).toBe('2026-06-05T06:00:00.000Z');
  });
});
