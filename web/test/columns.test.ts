import { describe, expect, it } from 'vitest';
import { addressOf, shownOf } from '../src/app/columns';

const all = [
  { code: 'datum' },
  { code: 'beslut', shown: 'always' },
  { code: 'mote', shown: 'chosen' },
  { code: 'lage' },
] as const;
const shown = (address: string | null): readonly string[] => shownOf(all, address).map(({ code }) => code);

describe('the columns of a list', () => {
  it('are the usual ones until the address asks for others', () => {
    expect(shown(null)).toEqual(['datum', 'beslut', 'lage']);
    expect(shown('')).toEqual(['datum', 'beslut', 'lage']);
    expect(shown('finns-inte')).toEqual(['datum', 'beslut', 'lage']);
  });
  it('are those the address asks for, in the order of the list, and always the one that names the row', () => {
    expect(shown('lage,mote')).toEqual(['beslut', 'mote', 'lage']);
    expect(shown('beslut')).toEqual(['beslut']);
  });
  it('are in the address only when they are not the usual ones', () => {
    expect(addressOf(all, ['lage', 'datum'])).toBeUndefined();
    expect(addressOf(all, ['lage', 'mote'])).toBe('beslut,mote,lage');
    expect(addressOf(all, [])).toBe('beslut');
  });
  it('are the same when their address is read again', () => {
    for (const codes of [['mote'], ['datum', 'mote', 'lage'], []])
      expect(shown(addressOf(all, codes) ?? null)).toEqual(
        all.filter(({ code }) => code === 'beslut' || codes.includes(code)).map(({ code }) => code),
      );
  });
});
