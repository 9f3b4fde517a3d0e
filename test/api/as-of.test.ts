import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { world, type World } from './world.js';

/** A milestone planned on 13 November for 4 June; moved, by notes of 4 June that were typed in on 10 June, to 1 September. */
let w: World;
beforeAll(async () => {
  w = await world();
  const move = {
    to: '1 september 2026',
    form: 'perCapsulam',
    reasonStated: false,
    occurred: null,
    statedAt: '2026-06-04',
  };
  const moved = await w.post('/api/matters/riktlinje/milestones/stallningstagande/move', {
    body: {
      ...move,
      source: {
        document: 'Mötesanteckningar 2026-06-04',
        quote: 'Beslut planeras per capsulam 1 september.',
      },
    },
    headers: { 'if-match': '"1"' },
  });
  const given = await w.post('/api/assignments/uppdrag-1/deadline', {
    body: { to: 'hösten 2026', reason: 'Väntar på remissvar', statedAt: '2026-06-04' },
    headers: { 'if-match': '"0"' },
  });
  expect([moved.status, given.status]).toEqual([200, 200]);
  await w.get('/api/board', { headers: { 'log-position': String(given.at('position')) } });
});
afterAll(() => w.close());

const latest = async (url: string) => (await w.get(url)).at('milestones.0.window.latest');

describe('what was known of a date', () => {
  it.each([
    ['statedBy=2026-03-01', '2026-06-04'],
    ['statedBy=2026-06-03', '2026-06-04'],
    ['statedBy=2026-06-04', '2026-09-01'],
    ['happenedBy=2026-06-05', '2026-09-01'],
    ['recordedBy=2026-06-05', '2026-06-04'],
    ['recordedBy=2026-06-10', '2026-09-01'],
  ])('in the matter, %s', async (query, expected) => {
    expect(await latest(`/api/matters/riktlinje?${query}`)).toBe(expected);
  });

  it('as of now is what is known now', async () => {
    const now = await w.get('/api/matters/riktlinje');
    for (const axis of ['happenedBy', 'statedBy', 'recordedBy']) {
      const then = await w.get(`/api/matters/riktlinje?${axis}=2026-06-10`);
      expect({ ...(then.json as object), asOf: undefined }).toEqual({
        ...(now.json as object),
        asOf: undefined,
      });
    }
    expect(now.at('milestones.0.slipDays')).toBe(89);
  });

  it.each(['/api/feedback?kind=milestone&', '/api/board?kind=milestone&'])('in %s', async (url) => {
    const at = async (query: string) => (await w.get(`${url}${query}`)).at('items.0.window.latest');
    expect(await at('statedBy=2026-03-01')).toBe('2026-06-04');
    expect(await at('statedBy=2026-06-05')).toBe('2026-09-01');
    expect(await at('recordedBy=2026-06-05')).toBe('2026-06-04');
  });

  it('in the history of the decision', async () => {
    const types = async (query: string) =>
      (
        (await w.get(`/api/decisions/beslut-1/history?${query}`)).at('entries') as {
          type: { code: string };
        }[]
      ).map(({ type }) => type.code);
    expect(await types('statedBy=2026-03-01')).not.toContain('MilestoneMoved');
    expect(await types('statedBy=2026-06-05')).toContain('MilestoneMoved');
    expect(await types('recordedBy=2026-06-05')).not.toContain('DeadlineMoved');
  });

  it('in the lists', async () => {
    const first = async (url: string, path: string) => (await w.get(url)).at(`items.0.${path}`);
    expect(await first('/api/matters?statedBy=2026-03-01', 'milestones.0.window.latest')).toBe('2026-06-04');
    expect(await first('/api/matters?statedBy=2026-06-05', 'milestones.0.window.latest')).toBe('2026-09-01');
    const given = async (query: string) =>
      ((await w.get(`/api/assignments?decision=beslut-1&${query}`)).at('items') as { moves: number }[]).map(
        ({ moves }) => moves,
      );
    expect(await given('recordedBy=2026-06-05')).toContain(0);
    expect(await given('recordedBy=2026-06-10')).toContain(1);
    for (const list of ['decisions', 'assignments', 'matters', 'meetings']) {
      expect((await w.get(`/api/${list}?recordedBy=2025-11-12`)).at('items')).toEqual([]);
      expect((await w.get(`/api/${list}?recordedBy=2026-06-10`)).at('items')).toEqual(
        (await w.get(`/api/${list}`)).at('items'),
      );
    }
  });

  it('does not say in which order assignments were last changed then', async () => {
    const answer = await w.get('/api/assignments?sort=changed&statedBy=2026-03-01');
    expect([answer.status, answer.at('errors.0')]).toMatchObject([400, { pointer: '?sort', code: 'oneOf' }]);
  });

  it('before anything was, there is nothing', async () => {
    expect((await w.get('/api/matters/riktlinje?statedBy=2025-11-12')).status).toBe(404);
    expect((await w.get('/api/feedback?statedBy=2025-11-12')).at('items')).toEqual([]);
    expect((await w.get('/api/board/balance?recordedBy=2025-11-12')).at('open')).toBe(0);
  });

  it('goes by one axis only', async () => {
    const answer = await w.get('/api/matters/riktlinje?statedBy=2026-01-01&recordedBy=2026-01-01');
    expect([answer.status, answer.at('errors.0.code')]).toEqual([400, 'oneAxis']);
  });

  it.each(['2026-02-30', 'i går', '2026'])('is asked for with a day, not %s', async (date) => {
    const answer = await w.get(`/api/matters/riktlinje?statedBy=${encodeURIComponent(date)}`);
    expect([answer.status, answer.at('errors.0')]).toMatchObject([
      400,
      { pointer: '?statedBy', code: 'day' },
    ]);
  });

  it('late is judged by that day', async () => {
    expect((await w.get('/api/matters/riktlinje?recordedBy=2026-06-04')).at('milestones.0.late')).toBe(false);
    expect((await w.get('/api/matters/riktlinje?recordedBy=2026-06-05')).at('milestones.0.late')).toBe(true);
  });
});

describe('the history of a decision', () => {
  it('tells every fact with its dates, its source and a readable line', async () => {
    const answer = await w.get('/api/decisions/beslut-1/history');
    const entries = answer.at('entries') as { type: { code: string } }[];
    expect(entries.find(({ type }) => type.code === 'MilestoneMoved')).toMatchObject({
      occurred: null,
      occurredText: 'tidpunkt anges inte',
      statedAt: '2026-06-04',
      recordedOn: '2026-06-10',
      actor: { id: 'u-secretary', role: { code: 'secretary', text: 'sekreteraren' } },
      source: { document: 'Mötesanteckningar 2026-06-04' },
      line: expect.stringMatching(/^Sekreteraren flyttade .*skäl anges inte$/),
      relation: { code: 'matter' },
    });
    expect(answer.at('assignments.0')).toMatchObject({ id: 'uppdrag-1', moves: 1 });
    const english = await w.get('/api/decisions/beslut-1/history?order=recorded', {
      headers: { 'accept-language': 'en' },
    });
    expect(english.text).toContain('no reason is stated');
  });
});

describe('the auditor', () => {
  it('replays an assignment fact by fact, with what each changed', async () => {
    const answer = await w.get('/api/assignments/uppdrag-1/replay', { as: 'auditor' });
    expect(answer.at('steps.length')).toBe(2);
    expect(answer.at('steps.1.fact.type.code')).toBe('DeadlineMoved');
    const changes = answer.at('steps.1.changes') as { field: string }[];
    expect(changes.find(({ field }) => field === 'deadline')).toMatchObject({
      label: 'frist',
      fromText:
        'senast i juni 2026 – efter dialog med den länsgemensamma arbetsgruppen (till och med 30 juni 2026)',
      toText: 'hösten 2026 (1 juli–31 december 2026)',
    });
  });

  it('compares two dates', async () => {
    const url = '/api/assignments/uppdrag-1/compare?from=2026-03-01&to=2026-06-05';
    const stated = await w.get(url, { as: 'auditor' });
    expect((stated.at('changes') as { field: string }[]).map(({ field }) => field).sort()).toEqual([
      'deadline',
      'moves',
    ]);
    expect((await w.get(`${url}&axis=recordedBy`, { as: 'auditor' })).at('changes')).toEqual([]);
    const board = await w.get('/api/board/compare?from=2026-03-01&to=2026-06-05', { as: 'auditor' });
    expect(board.at('items')).toContainEqual(
      expect.objectContaining({ change: { code: 'changed', text: 'ändrat' } }),
    );
  });

  it('counts what was open', async () => {
    const [then, now] = [
      await w.get('/api/board/balance?statedBy=2026-03-18', { as: 'auditor' }),
      await w.get('/api/board/balance', { as: 'auditor' }),
    ];
    expect([then.at('open'), now.at('open')]).toEqual([6, 5]);
    expect(now.at('milestones')).toEqual({ planned: 1, late: 0 });
    expect(then.at('asOf')).toEqual({ axis: 'statedBy', date: '2026-03-18' });
  });

  it('lists who recorded what', async () => {
    const moves = await w.get('/api/audit?type=DeadlineMoved', { as: 'auditor' });
    expect(moves.at('items')).toMatchObject([
      {
        subject: { kind: { code: 'assignment' }, id: 'uppdrag-1' },
        actor: { id: 'u-secretary' },
        recordedOn: '2026-06-10',
      },
    ]);
    const one = await w.get('/api/audit?kind=assignment&id=uppdrag-1&order=oldest', { as: 'auditor' });
    expect((one.at('items') as { type: { code: string } }[]).map(({ type }) => type.code)).toEqual([
      'AssignmentGiven',
      'DeadlineMoved',
    ]);
    const period = await w.get('/api/audit?date=stated&from=2026-06-04&to=2026-06-04&actor=u-secretary', {
      as: 'auditor',
    });
    expect(period.at('items.length')).toBe(2);
    expect((await w.get('/api/audit?kind=assignment')).at('errors.0.pointer')).toBe('?id');
  });
});
