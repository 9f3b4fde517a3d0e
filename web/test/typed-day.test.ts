import { describe, expect, it } from 'vitest';
import { came, stands, tells, type Typed, wrote } from '../src/app/typed-day';

const written = (...steps: readonly ((typed: Typed | undefined) => Typed | undefined)[]): Typed | undefined =>
  steps.reduce<Typed | undefined>((typed, step) => step(typed), undefined);
const write = (text: string, day: string) => (typed: Typed | undefined) => wrote(typed, day, text);
const tell = (day: string) => (typed: Typed | undefined) => tells(typed, day);
const come = (day: string) => (typed: Typed | undefined) => came(typed, day);

describe('what is written in a field for a day', () => {
  it('stays when the day it stood for comes after more has been written', () => {
    const typed = written(
      write('19 mars', ''),
      tell('2027-03-19'),
      write('19 mars 20', ''),
      write('19 mars 2026', ''),
      tell('2026-03-19'),
    );
    expect(stands(typed, '')?.text).toBe('19 mars 2026');
    expect(stands(typed, '2027-03-19')?.text).toBe('19 mars 2026');
    expect(stands(came(typed, '2027-03-19'), '2026-03-19')?.text).toBe('19 mars 2026');
  });
  it('goes when another day comes, also the one it began with', () => {
    const typed = written(write('19 mars 2026', ''), tell('2026-03-19'), come('2026-03-19'));
    expect(stands(typed, '2026-03-19')?.text).toBe('19 mars 2026');
    expect(stands(typed, '')).toBeUndefined();
    expect(stands(typed, '2026-06-04')).toBeUndefined();
    expect(came(typed, '2026-06-04')).toBeUndefined();
    expect(wrote(typed, '2026-06-04', '5')).toEqual({ text: '5', day: '2026-06-04', told: [] });
  });
  it('forgets the days that others have passed by', () => {
    const typed = written(write('a', ''), tell('1'), tell('2'), tell('3'), come('2'));
    expect(typed).toEqual({ text: 'a', day: '2', told: ['3'] });
    expect(stands(typed, '1')).toBeUndefined();
  });
});
