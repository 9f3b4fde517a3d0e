import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, world, type World } from './world.js';

let w: World;
let asked = 0;
beforeAll(async () => {
  w = await world({
    change: ({ models }) => {
      const db = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(models), 'db');
      Object.defineProperty(models, 'db', {
        get: () => {
          asked += 1;
          return db?.get?.call(models) as unknown;
        },
      });
      return {};
    },
  });
});
afterAll(() => w.close());

/** The answer, and whether the read models were asked for it. */
async function get(...[url, ask]: Parameters<World['get']>): Promise<{ answer: Answer; read: boolean }> {
  const before = asked;
  const answer = await w.get(url, ask);
  return { answer, read: asked > before };
}

describe('a page that was asked for before', () => {
  const url = '/api/assignments?body=sra';

  it('is given again, word for word', async () => {
    const first = await get(url);
    const again = await get(url);
    expect([first.answer.status, first.read, again.read]).toEqual([200, true, false]);
    expect(again.answer.text).toBe(first.answer.text);
    expect(again.answer.headers.get('content-type')).toBe(first.answer.headers.get('content-type'));
    expect(again.answer.headers.get('content-language')).toBe('sv');
  });

  it('is made anew in another language and for another reader', async () => {
    expect((await get(url, { headers: { 'accept-language': 'en' } })).read).toBe(true);
    const outsider = await get(url, { as: 'outsider' });
    expect([outsider.read, outsider.answer.at('items')]).toEqual([true, []]);
    expect((await get(url, { as: 'auditor' })).answer.at('items')).not.toEqual([]);
  });

  it('is refused to who is not known', async () => {
    expect((await fetch(`${w.base}${url}`)).status).toBe(401);
  });

  it('is made anew when something was recorded', async () => {
    await get(url);
    const made = await w.post('/api/assignments', {
      body: { body: 'sra', recipient: 'sra', title: 'Nytt', deadline: 'hösten 2026' },
    });
    const { answer } = await get(url, { headers: { 'log-position': String(made.at('position')) } });
    expect(answer.text).toContain(String(made.at('id')));
    expect((await get(url)).answer.text).toBe(answer.text);
  });

  it('is made anew on another day', async () => {
    await get(url);
    w.parts.clock.moveTo('2026-06-11T08:00:00.000Z');
    expect((await get(url)).read).toBe(true);
  });

  it('is never the answer to a question that was refused', async () => {
    const refused = await w.get('/api/assignments?sort=x');
    expect([refused.status, (await w.get('/api/assignments?sort=x')).text]).toEqual([400, refused.text]);
  });
});
