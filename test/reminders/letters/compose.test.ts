import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDemo } from '../../../src/cli/demo.js';
import { endOfDay, SystemClock } from '../../../src/clock.js';
import { SqliteEventStore } from '../../../src/event-store/sqlite.js';
import { allProjections } from '../../../src/projections/all.js';
import { ReadModels } from '../../../src/projections/read-models.js';
import type { Desk, LetterToWrite, Mail } from '../../../src/reminders/letter.js';
import { compose } from '../../../src/reminders/letters/compose.js';
import { readLink } from '../../../src/reminders/links.js';

const timeZone = 'Europe/Stockholm';
const linkSecret = 'the-secret-of-the-letters-is-long-enough';

/** A desk with the demo's story told up to the end of a day. */
async function deskOn(day: string) {
  const clock = new SystemClock(timeZone);
  const store = SqliteEventStore.open(':memory:');
  await loadDemo({ store, log: store.log, clock }, { before: endOfDay(day, timeZone) });
  const models = ReadModels.open({ path: ':memory:', log: store.log, timeZone, projections: allProjections });
  await models.ready;
  const head = store.log.head();
  if (head !== null) await models.waitFor(head);
  const desk: Desk = { models, log: store.log, baseUrl: 'https://logg.example', timeZone, linkSecret };
  return { desk, close: () => models.close().then(() => store.close()) };
}

const harriet = {
  person: 'p04',
  name: 'Harriet Kvarnlöf',
  email: 'harriet.kvarnlof@rna.example',
  language: 'sv',
} as const;

const letter = (change: Partial<LetterToWrite> = {}): LetterToWrite => ({
  id: 'b0a5c1de-0000-4000-8000-000000000001',
  kind: 'reminder',
  day: '2026-04-23',
  recipient: harriet,
  items: [
    {
      assignment: 'uppfoljning-plan',
      rung: 'beforeMeeting-42',
      statement: 0,
      role: 'vardutvecklingsdirektor',
      on: '2026-04-23',
      capacity: 'holder',
      to: ['p04'],
    },
  ],
  ...change,
});

describe('a letter, from the log', () => {
  let april: Awaited<ReturnType<typeof deskOn>>;
  let mail: Mail;

  beforeAll(async () => {
    april = await deskOn('2026-04-23');
    const written = compose(letter(), april.desk);
    if (!written) throw new Error('nothing was written');
    mail = written;
  });
  afterAll(() => april.close());

  it('says what was asked, by when, and what was last heard', () => {
    const text = mail.text.replace(/\s+/g, ' ');
    for (const part of [
      'SRÄ väntar sig återkoppling på mötet den 4 juni 2026 (om 42 dagar). Hur går det?',
      'SRÄ ger Region Norrälvens vårdutvecklingsdirektör och Kommunsams direktör i uppdrag att senast i juni 2026',
      '– Mötesanteckning SRÄ 2025-11-13',
      'alltså till mötet 4 juni; underlag senast 21 maj',
      'Kvar: en genomförandeplan, en kostnadsberäkning, en tidsplan',
      'Senast hört: 22 januari 2026, enligt plan: Arbetsgruppen har träffats två gånger och följer planen.',
    ])
      expect(text).toContain(part);
  });

  it('is answered by links of its own, and by a reply to the secretary', () => {
    const links = [...mail.text.matchAll(/\/svar\/(\S+)/g)].map(([, token = '']) =>
      readLink(token, linkSecret),
    );
    expect(links.map((link) => link?.act)).toEqual(['onTrack', 'delayed', 'final', 'wrongRecipient']);
    for (const link of links)
      expect(link).toMatchObject({
        person: 'p04',
        assignment: 'uppfoljning-plan',
        reminder: letter().id,
        until: '2026-06-22',
      });
    expect(mail.replyTo).toEqual({ name: 'Ylva Sundhed', address: 'ylva.sundhed@rna.example' });
  });

  it('is known as one that a machine wrote, and kept together with the others about the same', () => {
    expect(mail.headers).toMatchObject({ 'Auto-Submitted': 'auto-generated' });
    expect(mail.messageId).toBe('<b0a5c1de-0000-4000-8000-000000000001@logg.example>');
    expect(mail.references).toEqual(['<uppdrag-uppfoljning-plan@logg.example>']);
    expect(mail.subject).toBe('Uppdrag från SRÄ: Plan för gemensam uppföljning av vård i hemmet');
    for (const name of ['Harriet', 'Kvarnlöf', 'Ylva']) expect(mail.subject).not.toContain(name);
  });

  it('brings the day of the meeting for the calendar, and another when the deadline has moved', async () => {
    expect(mail.calendar).toContain('DTSTART;VALUE=DATE:20260604');
    const sequence = (text: string | undefined) => Number(/SEQUENCE:(\d+)/.exec(text ?? '')?.[1]);
    const uid = (text: string | undefined) => /UID:(\S+)/.exec(text ?? '')?.[1];
    const nattlinje = letter({
      items: letter().items.map((item) => ({
        ...item,
        assignment: 'nattlinje',
        role: 'kommunsam-direktor',
      })),
    });
    const before = compose(nattlinje, april.desk)?.calendar;
    const may = await deskOn('2026-05-02');
    const after = compose(nattlinje, may.desk)?.calendar;
    await may.close();
    expect(before).toContain('DTSTART;VALUE=DATE:20260604');
    expect(after).toContain('DTSTART;VALUE=DATE:20261112');
    expect(uid(after)).toBe(uid(before));
    expect(sequence(after)).toBeGreaterThan(sequence(before));
  });

  it('tells the chair what is expected, what is late and what nobody has taken up', () => {
    const brief = compose(
      letter({ kind: 'brief', about: 'sra-2026-06-04', items: [], day: '2026-05-25' }),
      april.desk,
    );
    expect(brief?.subject).toBe('Inför mötet i SRÄ 4 juni 2026');
    expect(brief?.text).toMatch(/Väntas på mötet[\s\S]*Plan för gemensam uppföljning/);
    expect(brief?.text).toMatch(/Ingen har tagit upp[\s\S]*per capsulam/);
    expect(brief?.text).toContain('https://logg.example/moten/sra-2026-06-04');
  });

  it('tells the secretary on Mondays what needs a hand, and nothing when nothing does', () => {
    const monday = { kind: 'digest', items: [], day: '2026-04-20' } as const;
    const digest = compose(letter({ ...monday, about: 'sra' }), april.desk);
    expect(digest?.subject).toBe('Veckan i SRÄ: vecka 17');
    expect(digest?.text).toMatch(/Roller utan innehavare eller adress[\s\S]*Förbundsdirektör, Kustförbundet/);
    expect(compose(letter({ ...monday, about: 'prg' }), april.desk)).toBeUndefined();
  });

  it('is not written about what is not there', () => {
    expect(compose(letter({ items: [] }), april.desk)).toBeUndefined();
    expect(compose(letter({ kind: 'brief', about: 'finns-inte', items: [] }), april.desk)).toBeUndefined();
  });
});
