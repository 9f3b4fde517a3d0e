import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Who, world, type World } from './world.js';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

const save = async (as: Who, name: string, address: string, shared: boolean): Promise<Answer> =>
  w.post('/api/views', { as, body: { body: 'sra', name, address, shared } });

/** Reads, when what was written last can be seen. */
const seeing = (written: Answer, as: Who, url: string): Promise<Answer> =>
  w.get(url, { as, headers: { 'log-position': String(written.at('position')) } });

const namesOf = (answer: Answer): readonly string[] =>
  (answer.at('items') as { name: string }[]).map(({ name }) => name);

describe('saved views', () => {
  it('of the body are seen by all who read it, one’s own only by oneself', async () => {
    await save('secretary', 'Öppet hos oss', '/uppdrag?lage=given', true);
    const last = await save('reader', 'Ärenden jag följer', '/beslut?oppna=ja', false);
    const list = '/api/views?body=sra';
    expect(namesOf(await seeing(last, 'reader', list))).toEqual([
      'Försenat',
      'Ärenden jag följer',
      'Öppet hos oss',
    ]);
    expect(namesOf(await w.get(list, { as: 'chair' }))).toEqual(['Försenat', 'Öppet hos oss']);
    expect(namesOf(await w.get(list, { as: 'outsider' }))).toEqual([]);
    const id = String(last.at('id'));
    expect((await w.get(`/api/views/${id}`, { as: 'reader' })).at('shared')).toBe(false);
    expect((await w.get(`/api/views/${id}`, { as: 'chair' })).status).toBe(404);
  });

  it('are renamed and removed at the revision that was read, and can be put back', async () => {
    const saved = await save('secretary', 'Tillfällig', '/beslut', true);
    const url = `/api/views/${String(saved.at('id'))}`;
    const match = (revision: number) => ({ 'if-match': `"${revision.toString()}"` });
    const renamed = await w.post(`${url}/rename`, { body: { name: 'Fast' }, headers: match(0) });
    expect(renamed.status).toBe(200);
    const stale = await w.post(`${url}/remove`, { body: {}, headers: match(0) });
    expect([stale.status, stale.at('currentRevision')]).toEqual([412, 1]);
    const removed = await w.post(`${url}/remove`, { body: {}, headers: match(1) });
    expect(namesOf(await seeing(removed, 'chair', '/api/views?body=sra'))).not.toContain('Fast');
    const restored = await w.post(`${url}/restore`, { body: {}, headers: match(2) });
    expect(namesOf(await seeing(restored, 'chair', '/api/views?body=sra'))).toContain('Fast');
  });

  it('stand in the audit trail of the body, one’s own without its name', async () => {
    const saved = await save('auditor', 'Mitt urval', '/granskning/laget', false);
    const trail = await seeing(saved, 'chair', '/api/audit?body=sra&type=ReviewSaved');
    expect(trail.at('items.0.line')).toBe('Revisorn sparade en egen granskning, med loggen som den då var');
  });
});

describe('a saved review', () => {
  const questions = [
    '/api/board?body=sra&statedBy=2026-03-01',
    '/api/board?body=sra&happenedBy=2026-06-10',
    '/api/board/compare?body=sra&axis=statedBy&from=2026-03-01',
    '/api/board/balance?body=sra',
    '/api/assignments?body=sra&state=open',
    '/api/assignments/uppdrag-1/replay',
    '/api/assignments/uppdrag-1/compare?axis=statedBy&from=2026-03-01&to=2026-06-05',
    '/api/decisions/beslut-1',
    '/api/decisions/beslut-1/history',
    '/api/audit?body=sra&date=stated&order=oldest&limit=200',
  ];
  const ask = async (as: Who, review?: string): Promise<readonly unknown[]> =>
    Promise.all(
      questions.map(async (url) => {
        const also = review === undefined ? '' : `${url.includes('?') ? '&' : '?'}review=${review}`;
        return (await w.get(`${url}${also}`, { as })).json;
      }),
    );

  it('answers as on the day it was saved, however much is told afterwards about the time before', async () => {
    const before = await ask('auditor');
    const saved = await save('auditor', 'Läget före sommaren', '/granskning/laget?dag=2026-03-01', true);
    const review = String(saved.at('id'));
    await seeing(saved, 'auditor', `/api/views/${review}`);
    expect(await ask('auditor', review)).toEqual(before);

    w.parts.clock.moveTo('2027-05-01T08:00:00.000Z');
    const told = { statedAt: '2026-02-20' };
    const changes = [
      ['/api/assignments/uppdrag-1/deadline', { to: 'hösten 2026', reasonStated: false, ...told }],
      ['/api/assignments/uppdrag-1/progress', { status: 'atRisk', text: 'Halvvägs', ...told }],
      ['/api/assignments', { body: 'sra', title: 'Glömt i mars', deadline: 'våren 2026', ...told }],
    ] as const;
    let last = saved;
    for (const [url, body] of changes) {
      last = await w.post(url, { body, headers: { 'if-match': '*' } });
      expect([url, last.status]).toEqual([url, url === '/api/assignments' ? 201 : 200]);
    }
    await seeing(last, 'auditor', '/api/me');
    expect(await ask('auditor')).not.toEqual(before);
    expect(await ask('auditor', review)).toEqual(before);
    expect((await w.get(`/api/views/${review}`, { as: 'auditor' })).at('asked')).toEqual({
      position: String(saved.at('position')),
      at: expect.stringContaining('2026-06-10T08:') as unknown,
      on: '2026-06-10',
    });
  });

  it('lets the names of erased people go, also out of old answers', async () => {
    const saved = await save('secretary', 'Före radering', '/granskning/logg', true);
    const question = `/api/audit?body=sra&type=RoleHolderAppointed&review=${String(saved.at('id'))}`;
    expect((await seeing(saved, 'secretary', question)).text).toContain('Åsa Öberg-Ängström');
    const erased = await w.post('/api/people/person-1/erase', { as: 'admin', body: {} });
    expect(erased.status).toBe(200);
    const after = await seeing(erased, 'secretary', question);
    expect(after.at('items.0.line')).toContain('innehavare av rollen');
    expect(after.text).not.toContain('Åsa');
  });

  it('is found only by those who may see it, and a view is no review', async () => {
    const saved = await save('auditor', 'Bara min', '/granskning', false);
    const review = String(saved.at('id'));
    const url = `/api/board?body=sra&review=${review}`;
    expect((await seeing(saved, 'auditor', url)).status).toBe(200);
    expect((await w.get(url, { as: 'secretary' })).status).toBe(404);
    expect((await w.get('/api/board?body=sra&review=vy-1')).status).toBe(404);
    expect((await w.get('/api/board?body=sra&review=finns-inte')).status).toBe(404);
  });
});
