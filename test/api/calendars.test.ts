import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Who, world, type World } from './world.js';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

const ask = (secret: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  w.get(`/kalender/${secret}.ics`, { headers: { authorization: '', ...headers } });

async function opened(as: Who, scope: object): Promise<{ secret: string; id: string }> {
  const secret = randomBytes(32).toString('hex');
  const secretHash = createHash('sha256').update(secret).digest('hex');
  const answer = await w.post('/api/feeds', { as, body: { secretHash, scope } });
  expect(answer.status).toBe(201);
  await seen(answer);
  return { secret, id: String(answer.at('id')) };
}

const seen = async (written: Answer): Promise<void> => {
  await w.parts.models.waitFor(String(written.at('position')));
};

/** One entry of a calendar, its lines unfolded. */
const entry = (answer: Answer, uid: string): string =>
  answer.text
    .replace(/\r\n[ \t]/g, '')
    .split('BEGIN:VEVENT')
    .find((part) => part.includes(`UID:${uid}\r\n`)) ?? '';

describe('a calendar at a secret address', () => {
  it('shows the meetings of a body and what it waits for, whole days, for Outlook and Google to read', async () => {
    const { secret } = await opened('chair', { kind: 'body', body: 'sra' });
    const answer = await ask(secret);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
    expect(answer.text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(entry(answer, 'mote-september.meeting@beslutslogg')).toContain('DTSTART;VALUE=DATE:20260924');
    const waited = entry(answer, 'uppdrag-1.assignment@beslutslogg');
    expect(waited).toContain('DTSTART;VALUE=DATE:20260604');
    expect(waited).toContain('senast i juni 2026');
    expect(answer.text).not.toContain('Ett annat organs uppdrag');
    for (const line of answer.text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('is not sent again until something in it has changed, and then with a higher SEQUENCE', async () => {
    const { secret } = await opened('responsible', { kind: 'mine' });
    const first = await ask(secret);
    const etag = first.headers.get('etag') ?? '';
    expect((await ask(secret, { 'if-none-match': etag })).status).toBe(304);
    const moved = await w.post('/api/assignments/uppdrag-1/deadline', {
      body: { to: 'senast 24 september 2026', reason: 'Fler synpunkter' },
      headers: { 'if-match': '*' },
    });
    await seen(moved);
    const second = await ask(secret, { 'if-none-match': etag });
    expect(second.status).toBe(200);
    const uid = 'uppdrag-1.assignment@beslutslogg';
    const sequence = (answer: Answer) => Number(/SEQUENCE:(\d+)/.exec(entry(answer, uid))?.[1]);
    expect(entry(second, uid)).toContain('DTSTART;VALUE=DATE:20260924');
    expect(sequence(second)).toBeGreaterThan(sequence(first));

    const meeting = await w.post('/api/meetings/mote-september/move', {
      body: { to: '2026-09-22', reason: 'Krock' },
      headers: { 'if-match': '*' },
    });
    await seen(meeting);
    const third = await ask(secret);
    expect(entry(third, uid)).toContain('DTSTART;VALUE=DATE:20260922');
    expect(sequence(third)).toBeGreaterThan(sequence(second));
  });

  it('keeps what is withdrawn or cancelled as cancelled', async () => {
    const { secret } = await opened('secretary', { kind: 'body', body: 'sra' });
    await w.post('/api/meetings/mote-september/cancel', { body: {}, headers: { 'if-match': '*' } });
    const closed = await w.post('/api/assignments/uppdrag-1/close', {
      as: 'chair',
      body: { outcome: 'lapsed', reason: 'Inte längre aktuellt' },
      headers: { 'if-match': '*' },
    });
    await seen(closed);
    const answer = await ask(secret);
    for (const uid of ['mote-september.meeting@beslutslogg', 'uppdrag-1.assignment@beslutslogg'])
      expect(entry(answer, uid)).toContain('STATUS:CANCELLED');
  });

  it('shows a list as it was filtered, and vague windows as spans in their own words', async () => {
    const { secret } = await opened('secretary', { kind: 'view', query: 'body=sra&kind=commitment' });
    const given = await w.post('/api/assignments', {
      body: {
        body: 'sra',
        title: 'Något vagt',
        kind: 'commitment',
        recipient: 'annat',
        deadline: 'hösten 2027',
      },
    });
    await seen(given);
    const answer = await ask(secret);
    const vague = entry(answer, `${String(given.at('id'))}.assignment@beslutslogg`);
    expect(vague).toContain('DTSTART;VALUE=DATE:20270701');
    expect(vague).toContain('DTEND;VALUE=DATE:20280101');
    expect(vague).toContain('hösten 2027');
    expect(answer.text).not.toContain('uppdrag-nytt');
  });

  it('shows nobody more than they may read', async () => {
    const { secret } = await opened('outsider', { kind: 'view', query: 'state=open' });
    expect((await ask(secret)).text).not.toContain('SRÄ');
    const foreign = await opened('outsider', { kind: 'view', query: 'body=sra' });
    expect((await ask(foreign.secret)).text).not.toContain('BEGIN:VEVENT');
  });

  it('ends when it is revoked, which only its owner can do', async () => {
    const { secret, id } = await opened('reader', { kind: 'body', body: 'sra' });
    const other = await w.post(`/api/feeds/${id}/revoke`, {
      as: 'chair',
      body: {},
      headers: { 'if-match': '*' },
    });
    expect(other.status).toBe(404);
    const done = await w.post(`/api/feeds/${id}/revoke`, {
      as: 'reader',
      body: {},
      headers: { 'if-match': '*' },
    });
    await seen(done);
    const answer = await ask(secret);
    expect([answer.status, answer.at('code')]).toEqual([410, 'feedRevoked']);
  });

  it.each(['gissning', 'a'.repeat(64), '..%2f..%2fetc', 'x'.repeat(129)])(
    'is not found at %s',
    async (secret) => {
      expect((await ask(secret)).status).toBe(404);
    },
  );

  it('keeps the secret out of the log and out of the log of requests', async () => {
    const { secret } = await opened('auditor', { kind: 'mine' });
    await ask(secret);
    expect(JSON.stringify(w.lines)).not.toContain(secret);
    expect(JSON.stringify(w.parts.log.after(null, 100_000))).not.toContain(secret);
  });
});
