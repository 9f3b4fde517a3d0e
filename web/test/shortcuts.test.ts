import { describe, expect, it } from 'vitest';
import { pageOf } from '../src/app/place';
import { savedFor, shortcuts } from '../src/app/shortcuts';

const body = {
  parties: [
    { party: 'vastra', name: 'Västra kommunförbundet', aliases: ['VKF'] },
    { party: 'ostra', name: 'Östra kommunförbundet', aliases: [] },
  ],
  roles: [{ role: 'direktor', title: 'Direktör, Västra kommunförbundet' }],
};
const found = (text: string): readonly string[] => shortcuts(text, body).map(({ to }) => to);

describe('what is typed in the search', () => {
  it('means the late assignments of a party or a role', () => {
    expect(found('försenat Västra')).toEqual([
      '/uppdrag?part=vastra&forsenat=ja',
      '/uppdrag?roll=direktor&forsenat=ja',
    ]);
    expect(found('late vkf')).toEqual(['/uppdrag?part=vastra&forsenat=ja']);
    expect(found('försenade')).toEqual(['/uppdrag?forsenat=ja']);
  });
  it('means the open ones of a role by its words, in any order', () => {
    expect(found('västra direktör')).toEqual(['/uppdrag?roll=direktor']);
  });
  it('means no list when no name begins so', () => {
    expect(found('riktlinje')).toEqual([]);
    expect(found('försenat riktlinje')).toEqual([]);
    expect(found('')).toEqual([]);
  });
  it('finds what is saved by the words of its name, one’s own too', () => {
    const saved = [{ name: 'Försenat före sommaren' }, { name: 'Läget inför juni' }];
    expect(savedFor('sommar förs', saved)).toEqual([saved[0]]);
    expect(savedFor('juni', saved)).toEqual([saved[1]]);
    expect(savedFor('juli', saved)).toEqual([]);
    expect(savedFor(' ', saved)).toEqual([]);
  });
  it('leads from a role that is found to its assignments', () => {
    expect(pageOf('body', 'sra', 'direktor')).toBe('/uppdrag?roll=direktor');
    expect(pageOf('body', 'sra')).toBeUndefined();
  });
});
