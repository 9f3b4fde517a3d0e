import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, type Who, world, type World } from './world.js';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

interface Planned {
  readonly kind: { readonly code: string };
  readonly day: string;
  readonly assignment?: { readonly id: string; readonly name?: string };
  readonly body: { readonly id: string };
  readonly rung?: { readonly code: string; readonly text: string };
  readonly state: { readonly code: string };
  readonly why?: { readonly code: string; readonly text: string };
  readonly to: readonly { readonly person: { readonly name?: string } }[];
}
const items = (answer: Answer) => answer.at('items') as Planned[];

const change = async (url: string, body: object, as: Who = 'secretary'): Promise<Answer> => {
  const answer = await w.post(url, { as, body, headers: { 'if-match': '*' } });
  await w.parts.models.waitFor(String(answer.at('position')));
  return answer;
};

const about = async (id: string): Promise<Planned[]> =>
  items(await w.get('/api/reminders?body=sra&limit=200')).filter(({ assignment }) => assignment?.id === id);

describe('what is planned', () => {
  it('is shown by day for the coming 90 days: what, why, to whom, and what does not go out and why', async () => {
    await change('/api/assignments', {
      body: 'sra',
      title: 'Ta fram en plan',
      responsible: ['utvecklingsdirektor'],
      recipient: 'sra',
      deadline: 'senast 30 september 2026',
    });
    const all = items(await w.get('/api/reminders?body=sra&limit=200'));
    expect(all.map(({ day }) => day)).toEqual(all.map(({ day }) => day).sort());
    expect(all.every(({ day }) => day <= '2026-09-08')).toBe(true);
    const overdue = all.filter(({ day }) => day < '2026-06-10');
    expect(new Set(overdue.map(({ assignment }) => assignment?.id)).size).toBe(overdue.length);
    const mine = all.filter(({ assignment }) => assignment?.name === 'Ta fram en plan');
    expect(mine[0]).toMatchObject({
      kind: { code: 'reminder' },
      rung: { code: 'received', text: 'när uppdraget har getts' },
      state: { code: 'planned' },
      to: [{ person: { name: 'Åsa Öberg-Ängström' }, capacity: { code: 'holder' } }],
    });
    expect(all.filter(({ kind }) => kind.code === 'digest').length).toBe(13);
    expect(all.find(({ kind }) => kind.code === 'brief')).toBeUndefined();
    const id = mine[0]?.assignment?.id ?? '';
    await change(`/api/assignments/${id}/reminders/pause`, {});
    const paused = await about(id);
    expect(paused.map(({ state, why }) => [state.code, why?.code])).toEqual([
      ['suppressed', 'paused'],
      ['suppressed', 'paused'],
    ]);
  });

  it('comes in pages that fit together', async () => {
    const all = items(await w.get('/api/reminders?limit=200', { as: 'admin' }));
    const pages: Planned[] = [];
    for (let cursor = '', more = true; more;) {
      const page = await w.get(`/api/reminders?limit=3${cursor && `&cursor=${cursor}`}`, { as: 'admin' });
      pages.push(...items(page));
      cursor = (page.at('next') as string | undefined) ?? '';
      more = cursor !== '';
    }
    expect(all.length).toBeGreaterThan(6);
    expect(pages).toEqual(all);
  });

  it('shows only the bodies one may read, and refuses a period it does not know', async () => {
    const theirs = items(await w.get('/api/reminders?limit=200', { as: 'outsider' }));
    expect(new Set(theirs.map(({ body }) => body.id))).toEqual(new Set(['annat']));
    expect(items(await w.get('/api/reminders?body=sra', { as: 'outsider' }))).toEqual([]);
    const wrong = await w.get('/api/reminders?period=evigt');
    expect([wrong.status, wrong.at('errors.0.pointer')]).toEqual([400, '?period']);
  });

  it('of this week tells also what will not go out because it has been answered', async () => {
    await change('/api/assignments/uppdrag-1/reminders/now', {});
    const now = (await w.get('/api/reminders?body=sra&period=week')).json;
    expect(JSON.stringify(now)).toContain('begärd för hand');
    await change(
      '/api/assignments/uppdrag-1/progress',
      { status: 'onTrack', text: 'Går bra' },
      'responsible',
    );
    const after = items(await w.get('/api/reminders?body=sra&period=week'));
    expect(
      after.filter(({ rung }) => rung?.code === 'now').map(({ state, why }) => [state.code, why?.code]),
    ).toEqual([['suppressed', 'answered']]);
  });
});

describe('the policy of a body', () => {
  const policy = {
    received: true,
    materialDays: 14,
    beforeMeeting: [42],
    afterMeeting: [1],
    beforeEnd: [30, 14, 3, 0],
    afterEnd: [7],
    escalateDays: 21,
  };

  it('is shown from the start, and decides what is planned when it is set anew', async () => {
    expect((await w.get('/api/bodies/sra')).json).toMatchObject({
      reminderPolicy: policy,
      reminderPolicyVersion: 0,
    });
    const written = await change('/api/assignments', {
      body: 'sra',
      title: 'Ta fram en budget',
      responsible: ['utvecklingsdirektor'],
      recipient: 'sra',
      deadline: 'senast 30 september 2026',
    });
    const id = String(written.at('id'));
    const texts = async () => (await about(id)).map(({ rung }) => rung?.text);
    expect(await texts()).toEqual(['när uppdraget har getts', '6 veckor före mötet']);
    await change('/api/bodies/sra/reminder-policy', { policy: { ...policy, beforeMeeting: [20, 60] } });
    expect(await texts()).toEqual(['när uppdraget har getts', '60 dagar före mötet', '20 dagar före mötet']);
    expect((await w.get('/api/bodies/sra')).at('reminderPolicyVersion')).toBe(1);
  });

  it('is refused with the field that is wrong', async () => {
    const set = (part: object) =>
      w.post('/api/bodies/sra/reminder-policy', {
        body: { policy: { ...policy, ...part } },
        headers: { 'if-match': '*' },
      });
    const shape = await set({ beforeEnd: [3, 999], escalateDays: 'snart' });
    expect([shape.status, shape.at('errors.0.pointer'), shape.at('errors.1.pointer')]).toEqual([
      400,
      '/policy/beforeEnd/1',
      '/policy/escalateDays',
    ]);
    const rule = await set({ beforeMeeting: [42, 14] });
    expect([rule.status, rule.at('code'), rule.at('errors.0.pointer')]).toEqual([
      422,
      'afterMaterial',
      '/policy/beforeMeeting/1',
    ]);
  });
});

describe('the ledger of an assignment', () => {
  it('tells what was changed by hand, by which revision it is changed, and what was answered', async () => {
    const before = await w.get('/api/assignments/uppdrag-slutredovisat/reminders');
    expect([before.at('revision'), before.at('none.code')]).toEqual([-1, 'answered']);
    const first = await w.post('/api/assignments/uppdrag-slutredovisat/reminders/recipient', {
      body: { role: 'samordnare', person: 'person-1', reason: 'Vikarierar' },
      headers: { 'if-match': '"-1"' },
    });
    expect(first.status).toBe(200);
    const stale = await w.post('/api/assignments/uppdrag-slutredovisat/reminders/pause', {
      body: {},
      headers: { 'if-match': '"-1"' },
    });
    expect([stale.status, stale.at('code')]).toEqual([412, 'stale']);
    await change('/api/assignments/uppdrag-slutredovisat/reminders/pause', { until: '2026-08-16' });
    const ledger = await w.get('/api/assignments/uppdrag-slutredovisat/reminders');
    expect(ledger.json).toMatchObject({
      revision: 1,
      paused: { from: '2026-06-10', until: '2026-08-16' },
      instead: [{ role: { id: 'samordnare' }, person: { name: 'Åsa Öberg-Ängström' } }],
      possibleCopies: 0,
      letters: [],
      answers: [{ what: { code: 'FinalReportSubmitted' }, text: 'Uppdraget är utfört', byLetter: false }],
      notes: [
        { what: { text: 'mottagare av påminnelser ändrad' }, reason: 'Vikarierar' },
        { what: { text: 'påminnelser pausade' }, until: '2026-08-16' },
      ],
    });
  });

  it('tells what fell away when the deadline was moved, and that this is why', async () => {
    const given = await change('/api/assignments', {
      body: 'sra',
      title: 'Ta fram ett underlag',
      responsible: ['utvecklingsdirektor'],
      recipient: 'sra',
      deadline: 'senast 30 september 2026',
    });
    const id = String(given.at('id'));
    const ledger = async () =>
      (await w.get(`/api/assignments/${id}/reminders`)).at('planned') as readonly Planned[];
    const before = await ledger();
    await change(`/api/assignments/${id}/deadline`, { to: 'senast 15 december 2026', reasonStated: false });
    const after = await ledger();
    const moved = after.filter(({ why }) => why?.code === 'moved');
    const names = (all: readonly Planned[]) => all.map(({ day, rung }) => [day, rung?.text]);
    expect(names(moved)).toEqual(names(before));
    expect(moved[0]).toMatchObject({ state: { code: 'suppressed' }, why: { text: 'fristen har flyttats' } });
    expect(after.filter(({ state }) => state.code === 'planned').length).toBeGreaterThan(0);
    expect(after.map(({ day }) => day)).toEqual(after.map(({ day }) => day).sort());
  });

  it('is not found by who may not read the body', async () => {
    const url = '/api/assignments/uppdrag-1/reminders';
    expect((await w.get(url, { as: 'reader' })).status).toBe(200);
    const hidden = await w.get(url, { as: 'outsider' });
    const missing = await w.get(url.replace('uppdrag-1', 'finns-inte'), { as: 'outsider' });
    expect([hidden.status, missing.status]).toEqual([404, 404]);
  });

  it('is steered by secretaries alone', async () => {
    for (const act of ['pause', 'resume', 'now'])
      expect(
        (
          await w.post(`/api/assignments/uppdrag-1/reminders/${act}`, {
            as: 'reader',
            body: {},
            headers: { 'if-match': '*' },
          })
        ).status,
      ).toBe(403);
  });
});

describe('calendar feeds', () => {
  it('are listed for who opened them, without their secrets, and revoked by them', async () => {
    const secretHash = 'ab'.repeat(32);
    const opened = await w.post('/api/feeds', {
      as: 'reader',
      body: { secretHash, scope: { kind: 'body', body: 'sra' } },
    });
    await w.parts.models.waitFor(String(opened.at('position')));
    const mine = await w.get('/api/feeds', { as: 'reader' });
    expect(mine.text).not.toContain(secretHash);
    expect(mine.json).toMatchObject({
      items: [
        {
          id: opened.at('id'),
          revision: 0,
          scope: { text: 'Möten och återkoppling' },
          body: { name: 'SRÄ' },
        },
      ],
    });
    expect((await w.get('/api/feeds', { as: 'chair' })).at('items')).toEqual([]);
    const gone = await w.post(`/api/feeds/${String(opened.at('id'))}/revoke`, {
      as: 'reader',
      body: {},
      headers: { 'if-match': '"0"' },
    });
    await w.parts.models.waitFor(String(gone.at('position')));
    expect((await w.get('/api/feeds', { as: 'reader' })).at('items.0.revoked')).toEqual(expect.any(String));
  });
});
