import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Recorded } from '../../src/domain/events.js';
import { type ActionLink, signLink } from '../../src/reminders/links.js';
import { type Answer, claimLetter, world, type World } from './world.js';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

const link = (change: Partial<ActionLink> = {}): ActionLink => ({
  act: 'onTrack',
  assignment: 'uppdrag-1',
  person: 'person-1',
  reminder: 'r-1',
  until: '2026-09-30',
  turn: 0,
  ...change,
});
const path = (change: Partial<ActionLink> = {}): string =>
  `/svar/${signLink(link(change), w.parts.linkSecret)}`;

const open = (url: string): Promise<Answer> => w.get(url, { headers: { authorization: '' } });
const send = (url: string, text: string): Promise<Answer> =>
  w.post(url, {
    raw: new URLSearchParams({ text }).toString(),
    headers: { authorization: '', 'content-type': 'application/x-www-form-urlencoded' },
  });
const eventsOf = async (id: string): Promise<Recorded[]> => [
  ...(await w.parts.store.read(`assignment-${id}`)),
];
const claimed = (letter: string, assignment: string) => claimLetter(w.parts.store, letter, assignment);
const hrefs = (answer: Answer): string[] =>
  [...answer.text.matchAll(/href="(\/svar\/[^"]+)"/g)].map(([, href = '']) => href);

describe('the page behind a link in a letter', () => {
  it('shows what was asked, by when and what was last heard, and opening it changes nothing', async () => {
    const head = await w.parts.store.head();
    const answer = await open(path());
    expect(answer.status).toBe(200);
    for (const part of [
      '<html lang="sv">',
      'Återkomma med förslag till gemensam uppföljning',
      'noterar läget och ger i uppdrag att återkomma med förslag',
      'mötet 4 juni har varit, svara senast 30 juni; tas upp på nästa möte, 24 september',
      'Enligt plan',
      'Arbetet följer planen.',
      'Skicka',
    ])
      expect(answer.text).toContain(part);
    expect(hrefs(answer)).toHaveLength(3);
    expect(await w.parts.store.head()).toBe(head);
  });

  it('is kept by nobody, found by no search engine, runs no script and tells no other site where it was', async () => {
    const { headers, text } = await open(path());
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).not.toMatch(/<script|<img|<link|onclick|src=/i);
  });

  it('records a report once, marked as come by mail, and says what happens next', async () => {
    const url = path({ reminder: 'r-2' });
    const sent = await send(url, 'Nulägesbilden är klar.');
    expect(sent.text).toContain('Tack, ditt svar är registrerat');
    expect(sent.text).toContain('Nulägesbilden är klar.');
    expect(sent.text).toContain('SRÄ ser ditt svar');
    const last = (await eventsOf('uppdrag-1')).at(-1);
    expect(last).toMatchObject({
      type: 'ProgressReported',
      data: { status: 'onTrack', text: 'Nulägesbilden är klar.', via: 'mailLink' },
      actor: { id: 'person-1', role: 'responsible' },
      causationId: 'r-2',
    });

    const count = (await eventsOf('uppdrag-1')).length;
    await send(url, 'Nulägesbilden är klar.');
    const other = await send(url, 'Något helt annat');
    expect(other.text).toContain('Du hade redan svarat');
    expect(other.text).toContain('Nulägesbilden är klar.');
    expect(other.text).not.toContain('Något helt annat');
    expect(await eventsOf('uppdrag-1')).toHaveLength(count);
  });

  it('can be corrected: the next answer is a fact of its own', async () => {
    const url = path({ reminder: 'r-3', act: 'delayed' });
    const sent = await send(url, 'Två veckor sent.');
    const [again = ''] = hrefs(sent);
    expect((await open(again)).text).toContain('Skicka');
    await send(again, 'Tre veckor sent.');
    const said = (await eventsOf('uppdrag-1')).slice(-2).map(({ data }) => ('text' in data ? data.text : ''));
    expect(said).toEqual(['Två veckor sent.', 'Tre veckor sent.']);
  });

  it('answers once though it is sent many times at once', async () => {
    const url = path({ reminder: 'r-4' });
    const count = (await eventsOf('uppdrag-1')).length;
    await Promise.all(Array.from({ length: 8 }, () => send(url, 'Samtidigt')));
    expect(await eventsOf('uppdrag-1')).toHaveLength(count + 1);
  });

  it('asks for a sentence where one is needed, and keeps what was written', async () => {
    const empty = await send(path({ act: 'delayed', reminder: 'r-5' }), '  ');
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Skriv en mening.');
    const long = await send(path({ act: 'delayed', reminder: 'r-5' }), 'x'.repeat(2001));
    expect(long.status).toBe(422);
    expect(long.text).toContain('x'.repeat(2001));
  });

  it('shows what somebody wrote as text, wherever it stands', async () => {
    const evil = '</textarea><script>alert(1)</script>"><img src=x onerror=alert(1)>';
    const refused = await send(path({ act: 'delayed', reminder: 'r-6' }), evil + 'x'.repeat(2000));
    const recorded = await send(path({ act: 'delayed', reminder: 'r-6' }), evil);
    const later = await open(path({ reminder: 'r-7' }));
    for (const { text } of [refused, recorded, later]) {
      expect(text).toContain('&#60;script&#62;');
      expect(text).not.toMatch(/<script|<img/);
    }
  });

  it('takes a final report, after which there is nothing more to answer', async () => {
    const sent = await send(
      path({ assignment: 'uppdrag-nytt', act: 'final', person: 'u-secretary-person', reminder: 'r-8' }),
      'Klart',
    );
    expect(sent.status).toBe(410);
    await w.post('/api/bodies/sra/roles/samordnare/holders', {
      body: { person: 'person-2' },
      headers: { 'if-match': '*' },
    });
    const done = await send(
      path({ assignment: 'uppdrag-nytt', act: 'final', person: 'person-2', reminder: 'r-8' }),
      'The report is attached to the agenda.',
    );
    expect(done.text).toContain('Thank you, your answer is recorded');
    expect(done.text).toContain('Reply to the letter');
    expect((await eventsOf('uppdrag-nytt')).at(-1)).toMatchObject({
      type: 'FinalReportSubmitted',
      data: { via: 'mailLink' },
    });
    const late = await open(path({ assignment: 'uppdrag-nytt', person: 'person-2', reminder: 'r-8' }));
    expect([late.status, late.text.includes('already been submitted')]).toEqual([410, true]);
  });

  it('lets somebody say that it is not theirs, which the secretary sees', async () => {
    await send(path({ act: 'wrongRecipient', reminder: 'r-9' }), 'Hör till samordnaren');
    const head = await w.parts.store.head();
    const list = await w.get('/api/attention?reason=wrongAssignee', {
      headers: { 'log-position': head ?? '' },
    });
    expect(list.at('items.0.subject.id')).toBe('uppdrag-1');
    const history = await w.get('/api/decisions/beslut-1/history', {
      headers: { 'log-position': head ?? '' },
    });
    expect(history.text).toContain('genom länken i ett brev');
  });

  it.each([
    ['whose day has passed', () => path({ until: '2026-06-09' }), 410, 'slutat gälla'],
    [
      'to a closed assignment',
      () => path({ assignment: 'uppdrag-avslutat', person: 'person-2' }),
      410,
      'closed',
    ],
    ['of somebody who is not responsible', () => path({ person: 'person-2' }), 410, 'passed to someone else'],
    ['of a person who is not there', () => path({ person: 'nobody' }), 410, 'gått över till någon annan'],
    ['to an assignment that is not there', () => path({ assignment: 'saknas' }), 404, 'går inte att använda'],
    ['that is cut off', () => path().slice(0, -3), 404, 'går inte att använda'],
    [
      'that is made up',
      () => '/svar/p~uppdrag-1~person-1~r-1~2026-09-30~0~AAAA',
      404,
      'går inte att använda',
    ],
    ['of signs that are no token', () => '/svar/%00%0d%0a<script>', 404, 'går inte att använda'],
  ])('of a link %s says so, and what to do', async (_, url, status, words) => {
    const head = await w.parts.store.head();
    for (const answer of [await open(url()), await send(url(), 'x')]) {
      expect(answer.status).toBe(status);
      expect(answer.text).toContain(words);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    expect(await w.parts.store.head()).toBe(head);
  });

  it('of a letter whose links are revoked is of no use, the others are', async () => {
    await claimed('r-spread', 'uppdrag-1');
    const revoke = (letter: string) =>
      w.post('/api/assignments/uppdrag-1/reminders/links/revoke', {
        body: { letter, reason: 'Brevet har skickats vidare' },
        headers: { 'if-match': '*' },
      });
    expect((await revoke('r-spred')).status).toBe(422);
    expect((await revoke('r-spread')).status).toBe(200);
    const revoked = await open(path({ reminder: 'r-spread' }));
    expect([revoked.status, revoked.text.includes('är spärrad')]).toEqual([410, true]);
    expect((await send(path({ reminder: 'r-spread' }), 'x')).status).toBe(410);
    expect((await open(path({ reminder: 'r-other' }))).status).toBe(200);
  });

  it('lets the one who is asked instead answer, and only as long as that holds', async () => {
    const instead = (person?: string) =>
      w.post('/api/assignments/uppdrag-1/reminders/recipient', {
        body: { role: 'utvecklingsdirektor', ...(person !== undefined && { person }) },
        headers: { 'if-match': '*' },
      });
    await instead('person-2');
    const answered = await send(path({ person: 'person-2', reminder: 'r-instead' }), 'Under way.');
    expect(answered.text).toContain('Thank you');
    await instead();
    expect((await open(path({ person: 'person-2', reminder: 'r-later' }))).status).toBe(410);
  });

  it('never stands in the log of requests', async () => {
    const url = path({ reminder: 'very-special' });
    await open(url);
    await send(url, 'och detta heller');
    const lines = JSON.stringify(w.lines);
    expect(lines).toContain('/svar/:token');
    for (const secret of ['very-special', 'och detta heller', url]) expect(lines).not.toContain(secret);
  });

  it('takes no form anywhere else', async () => {
    const answer = await w.post('/api/matters', {
      raw: 'title=x',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([answer.status, answer.at('code')]).toEqual([415, 'notJson']);
  });

  it('is not served without end to whoever keeps asking', async () => {
    const own = await world({ empty: true });
    const statuses: number[] = [];
    for (let at = 0; at < 140; at += 1) statuses.push((await own.get('/svar/gissning')).status);
    expect(statuses.slice(0, 100)).toEqual(Array.from({ length: 100 }, () => 404));
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect((await own.get('/health/live')).status).toBe(200);
    await own.close();
  });
});
