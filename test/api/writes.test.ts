import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '../../src/event-store/event-store.js';
import { type Answer, type Ask, withStore, world, type World } from './world.js';

let w: World;
beforeEach(async () => {
  w = await world();
});
afterEach(() => w.close());

const seen = (revision: number) => ({ 'if-match': `"${revision.toString()}"` });
const events = (stream: string) => w.parts.log.stream(stream);

describe('the revision a client has seen', () => {
  const move = (ask: Ask) =>
    w.post('/api/assignments/uppdrag-1/deadline', {
      body: { to: 'hösten 2026', reasonStated: false },
      ...ask,
    });

  it('is asked for on every change', async () => {
    const answer = await move({});
    expect([answer.status, answer.at('code')]).toEqual([428, 'ifMatchMissing']);
    expect(events('assignment-uppdrag-1')).toHaveLength(1);
  });

  it('lets the change through when nothing has happened since', async () => {
    const answer = await move({ headers: seen(0) });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ id: 'uppdrag-1', revision: 1 });
    expect(answer.headers.get('idempotent-replayed')).toBeNull();
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.headers.get('log-position')).toBe(answer.at('position'));
    expect(answer.headers.get('location')).toBeNull();
  });

  it('stops the change when somebody was faster, and tells where it stands', async () => {
    await move({ headers: seen(0) });
    const answer = await move({ headers: seen(0), body: { to: 'våren 2027', reasonStated: false } });
    expect(answer.status).toBe(412);
    expect(answer.json).toMatchObject({ code: 'stale', currentRevision: 1 });
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.at('detail')).toContain('Senaste version: 1');
  });

  it('may be any with a star', async () => {
    expect((await move({ headers: { 'if-match': '*' } })).status).toBe(200);
  });

  it.each(['3', 'W/"0"', '"0", "1"', '"noll"', '""', '"-2"'])('is not read from %s', async (ifMatch) => {
    const answer = await move({ headers: { 'if-match': ifMatch } });
    expect([answer.status, answer.at('code')]).toEqual([400, 'ifMatchMalformed']);
  });

  it('of something that is not there is not found', async () => {
    const answer = await w.post('/api/assignments/finns-inte/acknowledge', {
      body: {},
      headers: { 'if-match': '*' },
    });
    expect([answer.status, answer.at('code')]).toEqual([404, 'notFound']);
    const named = await w.post('/api/assignments/finns-inte/acknowledge', { body: {}, headers: seen(4) });
    expect(named.json).toMatchObject({ code: 'stale', currentRevision: null });
  });
});

describe('an Idempotency-Key', () => {
  const body = { body: 'sra', title: 'Kartlägga läget' };
  const give = (key: string, ask: Ask = {}) =>
    w.post('/api/assignments', { body, ...ask, headers: { 'idempotency-key': key, ...ask.headers } });

  it('gives the same answer to the same request, and does nothing twice', async () => {
    const first = await give('k-1');
    const again = await give('k-1', { body: { title: 'Kartlägga läget', body: 'sra' } });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(events(`assignment-${String(first.at('id'))}`)).toHaveLength(1);
  });

  it('answers as it did then, also when more has happened', async () => {
    const first = await give('k-1');
    const id = String(first.at('id'));
    await w.post(`/api/assignments/${id}/recipient`, { body: { recipient: 'sra' }, headers: seen(0) });
    const again = await give('k-1');
    expect(again.text).toBe(first.text);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(again.at('warnings')).toEqual(first.at('warnings'));
  });

  it('is refused with another body, to another path, or in another stream', async () => {
    await give('k-1');
    const results = [
      await give('k-1', { body: { ...body, title: 'Något annat' } }),
      await w.post('/api/matters', {
        body: { body: 'sra', title: 'X' },
        headers: { 'idempotency-key': 'k-1' },
      }),
      await w.post('/api/assignments/uppdrag-1/acknowledge', {
        body: {},
        headers: { 'idempotency-key': 'k-1', ...seen(0) },
      }),
    ];
    expect(results.map((answer) => [answer.status, answer.at('code')])).toEqual([
      [422, 'keyReused'],
      [422, 'keyReused'],
      [422, 'keyReused'],
    ]);
  });

  it('belongs to who sent it', async () => {
    const first = await give('1');
    const other = await give('1', { as: 'chair' });
    expect([first.status, other.status]).toEqual([201, 201]);
    expect(other.at('id')).not.toBe(first.at('id'));
    expect(other.headers.get('idempotent-replayed')).toBeNull();
  });

  it('makes one thing of many requests at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => give('samtidigt')));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(8).fill(201));
    expect(new Set(answers.map((answer) => answer.at('id'))).size).toBe(1);
    expect(new Set(answers.map((answer) => answer.at('position'))).size).toBe(1);
    expect(events(`assignment-${String(answers[0]?.at('id'))}`)).toHaveLength(1);
  });

  it('makes one change of many requests at the same time, at the revision they all saw', async () => {
    const headers = { 'idempotency-key': 'flytt', ...seen(0) };
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        w.post('/api/assignments/uppdrag-1/deadline', {
          body: { to: 'hösten 2026', reasonStated: false },
          headers,
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(8).fill(200));
    expect(new Set(answers.map((answer) => answer.at('revision')))).toEqual(new Set([1]));
    expect(events('assignment-uppdrag-1')).toHaveLength(2);
  });

  it('answers a change again although its revision is old by now', async () => {
    const headers = { 'idempotency-key': 'flytt', ...seen(0) };
    const change = { body: { to: 'hösten 2026', reasonStated: false }, headers };
    const first = await w.post('/api/assignments/uppdrag-1/deadline', change);
    const again = await w.post('/api/assignments/uppdrag-1/deadline', change);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });

  it.each(['é', 'x'.repeat(201)])('is not read from %j', async (key) => {
    const answer = await give(key);
    expect([answer.status, answer.at('code')]).toEqual([400, 'keyMalformed']);
  });

  it('left out makes something new each time', async () => {
    const [first, second] = [
      await w.post('/api/assignments', { body }),
      await w.post('/api/assignments', { body }),
    ];
    expect(first.at('id')).not.toBe(second.at('id'));
  });
});

describe('warnings', () => {
  const codes = (answer: Answer) =>
    (answer.at('warnings') as { code: string }[] | undefined)?.map(({ code }) => code) ?? [];
  const give = (more: object, ask: Ask = {}) =>
    w.post('/api/assignments', {
      body: { body: 'sra', title: 'Utreda', recipient: 'sra', responsible: ['samordnare'], ...more },
      ...ask,
    });

  it('are silent when all is well', async () => {
    expect(codes(await give({ deadline: 'senast 30 september 2026' }))).toEqual([]);
  });

  it('tell that nobody is responsible and nobody hears back', async () => {
    const answer = await give({ deadline: '2026-09-30', responsible: [], recipient: undefined });
    expect(codes(answer)).toEqual(['noResponsible', 'noRecipient']);
    expect(answer.at('warnings.1.pointer')).toBe('/recipient');
  });

  it('tell that no time could be read', async () => {
    expect(codes(await give({ deadline: 'rapportering sker senare' }))).toEqual(['deadlineUndated']);
    expect(codes(await give({}))).toEqual(['deadlineUndated']);
  });

  it('tell how words were understood when something was inferred, in both languages', async () => {
    const answer = await give({ deadline: 'senast 24 september' });
    expect(codes(answer)).toEqual(['deadlineInferred']);
    expect(answer.at('warnings.0')).toEqual({
      code: 'deadlineInferred',
      detail: '”senast 24 september” förstods som till och med 24 september 2026; årtalet är tolkat.',
      pointer: '/deadline',
    });
    const english = await give(
      { deadline: 'senast 24 september' },
      { headers: { 'accept-language': 'en-GB,en;q=0.9,sv;q=0.1' } },
    );
    expect(english.at('warnings.0.detail')).toBe(
      '“senast 24 september” was understood as no later than 24 September 2026; the year is inferred.',
    );
  });

  it('tell when no meeting falls inside the time', async () => {
    const answer = await give({ deadline: 'senast 31 augusti 2026' });
    expect(codes(answer)).toEqual(['expectedAtNoMeeting']);
    expect(answer.at('warnings.0.detail')).toContain('Inget ordinarie möte i SRÄ');
  });

  it('are told of a moved deadline too, at its own field', async () => {
    const answer = await w.post('/api/assignments/uppdrag-1/deadline', {
      body: { to: 'senast 31 augusti 2026', reason: 'Väntar på remissvar' },
      headers: seen(0),
    });
    expect(answer.at('warnings.0.pointer')).toBe('/to');
    expect(codes(answer)).toEqual(['expectedAtNoMeeting']);
  });

  it('say nothing of the deadline when a supplement has none of its own', async () => {
    const ask = (body: object, revision: number) =>
      w.post('/api/assignments/uppdrag-slutredovisat/supplement', { body, headers: seen(revision) });
    expect(codes(await ask({ text: 'Kostnader saknas' }, 1))).toEqual([]);
  });
});

describe('what is recorded', () => {
  it('is answered as recorded also when nothing can be said about it', async () => {
    w.parts.models.db.exec('DROP TABLE meeting_version');
    const answer = await w.post('/api/assignments', {
      body: { body: 'sra', title: 'Utreda', recipient: 'sra', deadline: 'senast 31 augusti 2026' },
    });
    expect(answer.status).toBe(201);
    expect(answer.at('warnings')).toBeUndefined();
    expect(w.lines.map(({ message }) => message)).toContain('no warnings could be given');
  });
});

describe('the approval of notes', () => {
  const approve = (headers: Readonly<Record<string, string>> = {}, more: object = {}) =>
    w.post('/api/meetings/mote-mars/notes-approval', {
      body: { atMeeting: 'mote-juni', confirmDecisions: true, ...more },
      headers: { 'if-match': '*', ...headers },
    });
  const types = (id: string) => events(`decision-${id}`).map(({ type }) => type);

  it('alone confirms nothing', async () => {
    expect((await approve({}, { confirmDecisions: false })).status).toBe(200);
    expect(types('beslut-oppet')).toEqual(['DecisionRecorded']);
  });

  it('confirms every recorded decision of the meeting when asked to', async () => {
    const answer = await approve();
    expect(answer.status).toBe(200);
    expect(types('beslut-oppet')).toEqual(['DecisionRecorded', 'DecisionConfirmed']);
    expect(types('beslut-oppet-2')).toEqual(['DecisionRecorded', 'DecisionConfirmed']);
    expect(events('decision-beslut-oppet')[1]?.data).toEqual({ meeting: 'mote-juni' });
    expect(answer.at('position')).toBe(w.parts.log.head());
    expect(answer.headers.get('etag')).toBe('"2"');
    const shown = await w.get('/api/decisions?meeting=mote-mars&state=recorded', {
      headers: { 'log-position': String(answer.at('position')) },
    });
    expect(shown.at('items')).toEqual([]);
  });

  it('sent again with its key finishes what a crash cut', async () => {
    await w.close();
    let down = true;
    w = await world({
      change: ({ store }) => ({
        store: withStore(store, {
          append: (stream, ...rest) =>
            down && stream === 'decision-beslut-oppet'
              ? Promise.reject(new StoreUnavailable('gone'))
              : store.append(stream, ...rest),
        }),
      }),
    });
    const headers = { 'idempotency-key': 'hela protokollet' };
    const cut = await approve(headers);
    expect([cut.status, cut.at('code')]).toEqual([503, 'storeUnavailable']);
    expect(types('beslut-oppet')).toEqual(['DecisionRecorded']);
    down = false;
    const again = await approve(headers);
    expect(again.status).toBe(200);
    expect(again.json).toMatchObject({ id: 'mote-mars', revision: 2 });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(types('beslut-oppet')).toEqual(['DecisionRecorded', 'DecisionConfirmed']);
    expect(types('beslut-oppet-2')).toEqual(['DecisionRecorded', 'DecisionConfirmed']);
  });

  it('warns of a decision that cannot be confirmed, and confirms the others', async () => {
    const late = { statedAt: '2026-06-09' };
    const more = {
      body: 'sra',
      meeting: 'mote-mars',
      title: 'Sent',
      points: [{ kinds: ['decided'], text: 'beslutar' }],
    };
    const recorded = await w.post('/api/decisions', { body: { ...more, ...late } });
    expect(recorded.status).toBe(201);
    const answer = await approve({}, { statedAt: '2026-06-04' });
    expect(answer.status).toBe(200);
    expect(answer.at('warnings')).toEqual([
      {
        code: 'decisionNotConfirmed',
        detail: expect.stringContaining('”Sent”'),
        pointer: '/confirmDecisions',
      },
    ]);
    expect(types('beslut-oppet')).toHaveLength(2);
  });
});

describe('erasing a person', () => {
  const erase = () =>
    w.post('/api/people/person-1/erase', { as: 'admin', body: { reason: 'På egen begäran' } });

  it('removes the data, leaves history readable, and can be repeated', async () => {
    const answer = await erase();
    expect(answer.json).toMatchObject({ id: 'person-1' });
    expect(answer.headers.get('idempotent-replayed')).toBeNull();
    expect(events('person-person-1')).toEqual([]);
    const again = await erase();
    expect(again.status).toBe(200);
    const headers = { 'log-position': String(answer.at('position')) };
    const gone = await w.get('/api/people/person-1', { headers });
    expect([gone.status, gone.at('code')]).toEqual([410, 'personErased']);
    const body = await w.get('/api/bodies/sra', { headers });
    expect(body.text).not.toContain('Öberg');
    expect(body.at('roles.1.holders')).toEqual([
      { id: 'person-1', name: 'tidigare handläggare', erased: true },
    ]);
    const english = await w.get('/api/bodies/sra', { headers: { ...headers, 'accept-language': 'en' } });
    expect(english.at('roles.1.holders.0.name')).toBe('former official');
  });

  it('is for the administrator', async () => {
    const answer = await w.post('/api/people/person-1/erase', { as: 'secretary', body: {} });
    expect([answer.status, answer.at('code')]).toEqual([403, 'notAllowed']);
  });
});

describe('what is written', () => {
  it('keeps odd texts exactly as data', async () => {
    const title = '<script>alert("x")</script> \'; DROP TABLE event; -- 𝟙 👩‍👩‍👧 ‮ ÅÄÖ\n\tslut';
    const made = await w.post('/api/matters', { body: { body: 'sra', title } });
    expect(made.status).toBe(201);
    const headers = { 'log-position': String(made.at('position')) };
    const read = await w.get(String(made.headers.get('location')), { headers });
    expect(read.at('title')).toBe(title);
    expect(read.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(read.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('carries the three dates and the source', async () => {
    const made = await w.post('/api/matters', {
      body: {
        body: 'sra',
        title: 'Äldre ärende',
        occurred: null,
        statedAt: '2025-11-20',
        source: { document: 'Protokoll', quote: 'Ärendet tas upp.', span: [10, 26] },
      },
    });
    const [event] = events(`matter-${String(made.at('id'))}`);
    expect(event).toMatchObject({
      occurred: null,
      statedAt: '2025-11-20',
      source: { document: 'Protokoll', quote: 'Ärendet tas upp.', span: [10, 26] },
      actor: { id: 'u-secretary', role: 'secretary' },
    });
  });

  it('remembers which request it came from', async () => {
    const made = await w.post('/api/matters', {
      body: { body: 'sra', title: 'X' },
      headers: { 'x-request-id': 'r-17' },
    });
    expect(made.headers.get('x-request-id')).toBe('r-17');
    expect(events(`matter-${String(made.at('id'))}`)[0]?.correlationId).toBe('r-17');
  });
});
