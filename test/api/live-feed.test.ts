import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { tokens, type Who, world, type World } from './world.js';

interface Message {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
}

let w: World;
const open: AbortController[] = [];
beforeEach(async () => {
  w = await world({ demo: true });
});
afterEach(async () => {
  for (const feed of open.splice(0)) feed.abort();
  await w.close();
});

/** Listens, and gives the next message that has data. */
async function listen(as: Who, after?: string) {
  const aborting = new AbortController();
  open.push(aborting);
  const answer = await fetch(`${w.base}/api/events`, {
    headers: {
      authorization: `Bearer ${tokens[as]}`,
      ...(after !== undefined && { 'last-event-id': after }),
    },
    signal: aborting.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  const nextPart = async (): Promise<Message | undefined> => {
    while (!rest.includes('\n\n')) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
      if (done) return undefined;
      rest += value ?? '';
    }
    const [part = '', ...others] = rest.split('\n\n');
    rest = others.join('\n\n');
    return Object.fromEntries(
      part.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
    );
  };
  const next = async (): Promise<Message | undefined> => {
    for (;;) {
      const part = await nextPart();
      if (!part || part.data !== undefined) return part;
    }
  };
  return { answer, nextPart, next };
}

const change = (title: string) => w.post('/api/matters', { body: { body: 'sra', title } });
const said = (message: Message | undefined): unknown => JSON.parse(message?.data ?? '{}');
/** Every change told up to that of one thing; several may come in one message. */
async function told(next: () => Promise<Message | undefined>, until: unknown): Promise<{ id: string }[]> {
  const all: { id: string }[] = [];
  while (!all.some(({ id }) => id === until)) {
    const message = await next();
    if (!message) break;
    all.push(...(JSON.parse(message.data ?? '{}') as { changes: { id: string }[] }).changes);
  }
  return all;
}

describe('the live feed', () => {
  it('says what changed, once it can be read', async () => {
    const feed = await listen('reader');
    expect(feed.answer.status).toBe(200);
    expect(feed.answer.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(feed.answer.headers.get('cache-control')).toBe('no-store');
    expect(await feed.nextPart()).toMatchObject({ retry: '3000', id: w.parts.log.head() });
    const made = await change('Nytt');
    const message = await feed.next();
    expect(message).toMatchObject({ event: 'changed', id: made.at('position') });
    expect(said(message)).toEqual({
      position: made.at('position'),
      changes: [{ kind: 'matter', id: made.at('id'), body: 'sra', type: 'MatterOpened' }],
    });
    expect((await w.get(`/api/matters/${String(made.at('id'))}`)).status).toBe(200);
  });

  it('goes on where it was', async () => {
    const before = w.parts.log.head() ?? '';
    const first = await change('Ett');
    const second = await change('Två');
    await w.get('/api/matters', { headers: { 'log-position': String(second.at('position')) } });
    const feed = await listen('reader', before);
    expect(said(await feed.next())).toMatchObject({
      position: second.at('position'),
      changes: [{ id: first.at('id') }, { id: second.at('id') }],
    });
    const third = await change('Tre');
    expect(said(await feed.next())).toMatchObject({ changes: [{ id: third.at('id') }] });
  });

  it('tells everything again to who comes from a log that is not this one', async () => {
    const feed = await listen('reader', '999999');
    expect(await feed.next()).toMatchObject({ event: 'reset', id: w.parts.log.head() });
    const made = await change('Nytt');
    expect(said(await feed.next())).toMatchObject({ changes: [{ id: made.at('id') }] });
  });

  it('is silent about other bodies, and about people to who may not read them', async () => {
    const [outsider, reader, secretary] = [
      await listen('outsider'),
      await listen('reader'),
      await listen('secretary'),
    ];
    await change('Deras');
    const person = await w.post('/api/people', { body: { name: 'Någon' } });
    const own = await w.post('/api/matters', { as: 'admin', body: { body: 'annat', title: 'X' } });
    expect(own.status).toBe(403);
    const last = await change('Sist');
    const end = last.at('id');
    expect(await told(secretary.next, end)).toMatchObject([
      { kind: 'matter' },
      { kind: 'person', id: person.at('id') },
      { kind: 'matter', id: end },
    ]);
    expect(await told(reader.next, end)).toMatchObject([{ kind: 'matter' }, { kind: 'matter', id: end }]);
    expect(await told(outsider.next, person.at('id'))).toMatchObject([{ kind: 'person' }]);
  });

  it('tells that the clock of a demo was moved', async () => {
    const feed = await listen('reader');
    await feed.nextPart();
    const moved = await w.post('/api/demo/clock', { body: { days: 1 } });
    expect(moved.status).toBe(200);
    expect((await feed.next())?.event).toBe('clock');
  });

  it('asks for a token and a position it can read', async () => {
    expect((await fetch(`${w.base}/api/events`)).status).toBe(401);
    const answer = await w.get('/api/events', { headers: { 'last-event-id': 'x' } });
    expect([answer.status, answer.at('code')]).toEqual([400, 'positionMalformed']);
  });

  it('ends when the service ends', async () => {
    const feed = await listen('reader');
    await feed.nextPart();
    await w.close();
    expect(await feed.nextPart().catch(() => undefined)).toBeUndefined();
    w = await world({ demo: true });
  });

  it('keeps no more than a message for a reader that does not read', async () => {
    const aborting = new AbortController();
    open.push(aborting);
    const slow = await fetch(`${w.base}/api/events`, {
      headers: { authorization: `Bearer ${tokens.reader}` },
      signal: aborting.signal,
    });
    const feed = await listen('reader');
    await feed.nextPart();
    const made = [];
    for (let at = 0; at < 40; at++) made.push(await change(`Nummer ${at.toString()}`));
    const told: string[] = [];
    while (told.length < made.length) {
      const { changes } = said(await feed.next()) as { changes: { id: string }[] };
      told.push(...changes.map(({ id }) => id));
    }
    expect(told).toEqual(made.map((answer) => answer.at('id')));
    expect(slow.status).toBe(200);
  });
});
