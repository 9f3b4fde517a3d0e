import { describe, expect, it } from 'vitest';
import type { Schemas } from '../src/api/client';
import { onceEach, together } from '../src/pages/paminnelser/planned';
import { newSecret, sha256 } from '../src/pages/paminnelser/secret';
import { linked } from '../src/pages/utkorgen/links';

const letter = (day: string, onlyWithNews: boolean, body = 'sra'): Schemas['PlannedReminderView'] => ({
  kind: { code: 'digest', text: 'sekreterarens veckobrev' },
  day,
  dayText: day,
  body: { id: body },
  state: { code: 'planned', text: 'planerad' },
  onlyWithNews,
  to: [],
});

describe('what is planned', () => {
  it('tells once of a letter that comes every week, and says so; of every body by itself', () => {
    const shown = onceEach([
      letter('2026-06-08', true),
      letter('2026-06-08', true, 'prg'),
      letter('2026-06-10', false),
      letter('2026-06-15', true),
      letter('2026-06-22', true),
    ]);
    expect(shown.map(({ day, body, weekly }) => [day, body.id, weekly])).toEqual([
      ['2026-06-08', 'sra', true],
      ['2026-06-08', 'prg', false],
      ['2026-06-10', 'sra', false],
    ]);
  });
});

describe('what goes out to several', () => {
  it('is one row for each assignment, step and morning, with every reader and the role each has', () => {
    const to = (id: string): Schemas['PlannedReminderView']['to'] => [
      { person: { id }, capacity: { code: 'holder', text: 'innehar rollen' } },
    ];
    const of = (id: string, role: string): Schemas['PlannedReminderView'] => ({
      ...letter('2026-06-05', false),
      assignment: { id },
      role: { id: role },
      to: to(role),
    });
    const rows = together([of('plan', 'a'), of('plan', 'b'), of('annat', 'a')]);
    expect(
      rows.map(({ assignment, to: readers }) => [assignment?.id, readers.map(({ role }) => role?.id)]),
    ).toEqual([
      ['plan', ['a', 'b']],
      ['annat', ['a']],
    ]);
  });
});

describe('the secret of a calendar', () => {
  it('is 256 random bits that may stand in an address; the service gets its SHA-256', async () => {
    const [one, other] = [newSecret(), newSecret()];
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(one).not.toBe(other);
    expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('a mail as text', () => {
  it('has its addresses as links, without the full stop after them', () => {
    expect(
      linked('Svara på http://localhost:3000/svar/ab-1. Eller se https://x.example/a?b=c, tack'),
    ).toEqual([
      { text: 'Svara på ' },
      { text: 'http://localhost:3000/svar/ab-1', href: 'http://localhost:3000/svar/ab-1' },
      { text: '. Eller se ' },
      { text: 'https://x.example/a?b=c', href: 'https://x.example/a?b=c' },
      { text: ', tack' },
    ]);
  });
  it('never makes a link of anything else', () => {
    expect(linked('javascript:alert(1) <a href=x>')).toEqual([{ text: 'javascript:alert(1) <a href=x>' }]);
  });
});
