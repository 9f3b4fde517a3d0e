import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { acts } from '../../src/reminders/letters/acts.js';
import { type ActionLink, keyOfLink, readLink, signLink } from '../../src/reminders/links.js';

const secret = 'a-secret-of-the-service-that-is-long';
const link: ActionLink = {
  act: 'onTrack',
  assignment: 'uppfoljning-plan',
  person: 'p04',
  reminder: 'r-1.2_3',
  until: '2026-08-31',
  turn: 0,
};

const id = fc.stringMatching(/^[A-Za-z0-9._-]{1,40}$/);
const anyLink: fc.Arbitrary<ActionLink> = fc.record({
  act: fc.constantFrom(...acts),
  assignment: id,
  person: id,
  reminder: id,
  until: fc.constantFrom('2026-01-01', '2026-08-31'),
  turn: fc.nat({ max: 50 }),
});

describe('a link in a letter', () => {
  it('reads back as what was signed, and stands in an address as it is', () => {
    fc.assert(
      fc.property(anyLink, (some) => {
        const token = signLink(some, secret);
        expect(readLink(token, secret)).toEqual(some);
        expect(encodeURIComponent(token)).toBe(token);
      }),
    );
  });

  it('is nothing once any sign of it is another, or the secret is', () => {
    const token = signLink(link, secret);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(readLink(token.slice(0, at) + other + token.slice(at + 1), secret)).toBeUndefined();
      expect(readLink(token.slice(0, at), secret)).toBeUndefined();
    }
    expect(readLink(token, `${secret}r`)).toBeUndefined();
    expect(readLink(`${token}~`, secret)).toBeUndefined();
  });

  it('cannot be read out of whatever somebody sends', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 600 }),
        (text) => readLink(text, secret) === undefined,
      ),
    );
  });

  it('has a key of its own for every act, person, reminder, assignment and turn', () => {
    const others: readonly ActionLink[] = [
      link,
      { ...link, act: 'delayed' },
      { ...link, person: 'p05' },
      { ...link, reminder: 'r-2' },
      { ...link, assignment: 'annat' },
      { ...link, turn: 1 },
    ];
    expect(new Set(others.map(keyOfLink)).size).toBe(others.length);
  });

  it('is not made of ids that would change what it says', () => {
    for (const odd of ['a~b', 'a b', '', 'a\n', 'å', 'x'.repeat(101)])
      expect(() => signLink({ ...link, assignment: odd }, secret)).toThrow(RangeError);
  });
});
