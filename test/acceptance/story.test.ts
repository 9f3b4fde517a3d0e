import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, callers, RunningService } from './service.js';
import { june, march, november, type Told } from './telling.js';

/** The part of a list answer that stories look into. */
interface Items {
  readonly items: readonly object[];
}

interface Word {
  readonly code: string;
}

/** A fact in a history or a replay. */
interface Entry {
  readonly type: Word;
  readonly subject: { readonly id: string };
  readonly line: string;
}

const entriesOf = ({ json }: Answer): readonly Entry[] =>
  (json as { readonly entries: readonly Entry[] }).entries;

describe.each(['sqlite', 'eventstoredb'] as const)('the acceptance story on %s', (store) => {
  let service: RunningService;
  let told: Told;

  beforeAll(async () => {
    service = await RunningService.start(store, '2025-11-13T14:30:00.000Z');
    told = await november(service);
    await service.moveClock('2026-03-19T14:30:00Z');
    await march(service, told);
    await service.moveClock('2026-06-05T07:30:00Z');
    await june(service, told);
  }, 60_000);
  afterAll(() => service.close());

  const items = async (path: string): Promise<readonly object[]> =>
    ((await service.read('auditor', path)) as Items).items;
  const standpointAsOf = (asOf: string) =>
    service.read('chair', `/api/matters/${told.guideline}${asOf && `?${asOf}`}`);
  const withStandpoint = (milestone: object): object => ({
    milestones: expect.arrayContaining([
      expect.objectContaining({ milestone: 'stallningstagande', ...milestone }),
    ]) as unknown,
  });

  describe('the guideline', () => {
    it('was believed on 1 March to be taken a stand on at the meeting of 4 June', async () => {
      expect(await standpointAsOf('statedBy=2026-03-01')).toMatchObject(
        withStandpoint({
          window: expect.objectContaining({ original: '4 juni 2026', latest: '2026-06-04' }) as unknown,
          form: expect.objectContaining({ code: 'ordinary' }) as unknown,
        }),
      );
    });

    it('was known on 5 June to have slipped 89 days, to per capsulam on 1 September', async () => {
      for (const asOf of ['statedBy=2026-06-05', 'statedBy=2026-06-04', ''])
        expect(await standpointAsOf(asOf)).toMatchObject(
          withStandpoint({
            window: expect.objectContaining({
              original: '1 september 2026',
              latest: '2026-09-01',
            }) as unknown,
            firstWindow: expect.objectContaining({ latest: '2026-06-04' }) as unknown,
            form: expect.objectContaining({ code: 'perCapsulam' }) as unknown,
            state: expect.objectContaining({ code: 'planned' }) as unknown,
            slipDays: 89,
          }),
        );
    });

    it('moved in the log only when the other notes were typed in', async () => {
      const latest = (day: string) =>
        withStandpoint({ window: expect.objectContaining({ latest: day }) as unknown });
      expect(await standpointAsOf('recordedBy=2026-03-01')).toMatchObject(latest('2026-06-04'));
      expect(await standpointAsOf('recordedBy=2026-06-04')).toMatchObject(latest('2026-06-04'));
      expect(await standpointAsOf('recordedBy=2026-06-05')).toMatchObject(latest('2026-09-01'));
      expect(await standpointAsOf('happenedBy=2026-06-03')).toMatchObject(latest('2026-06-04'));
      expect(await standpointAsOf('happenedBy=2026-06-04')).toMatchObject(latest('2026-09-01'));
    });

    it('tells the chair who moved it, from when to when, and that no reason is stated', async () => {
      const moves = async (language: string) =>
        entriesOf(
          await service.get('chair', `/api/decisions/${told.referralDecision}/history`, {
            'accept-language': language,
          }),
        ).filter(({ type }) => type.code === 'MilestoneMoved');
      expect(await moves('sv')).toMatchObject([
        {
          line: 'Sekreteraren flyttade delmålet ”Ställningstagande i SRÄ” från 4 juni till 1 september 2026, per capsulam; skäl anges inte',
          actor: { id: callers.secretary.actor, role: { code: 'secretary' } },
          occurred: null,
          statedAt: '2026-06-04',
          recordedOn: '2026-06-05',
          source: {
            document: 'Mötesanteckning Politisk referensgrupp 2026-06-04',
            quote: 'Ställningstagandet planeras nu per capsulam i SRÄ den 1 september 2026.',
          },
        },
      ]);
      expect((await moves('en')).map(({ line }) => line)).toEqual([
        'The secretary moved the milestone “Ställningstagande i SRÄ” from 4 June to 1 September 2026, per capsulam; no reason is stated',
      ]);
    });
  });

  describe('the standpoint of 13 November', () => {
    it('gave two roles in two organisations three deliverables, to be heard on 4 June', async () => {
      expect(await service.read('chair', `/api/assignments/${told.plan}`)).toMatchObject({
        responsible: [{ id: 'vardutveckling' }, { id: 'kommunsam-direktor' }],
        deliverables: [
          { text: 'en genomförandeplan' },
          { text: 'en kostnadsberäkning' },
          { text: 'en tidsplan' },
        ],
        preconditions: [{ text: 'efter dialog med den länsgemensamma arbetsgruppen', met: false }],
        deadline: {
          original: 'senast i juni 2026 – efter dialog med den länsgemensamma arbetsgruppen',
          kind: { code: 'by' },
          precision: { code: 'month' },
          latest: '2026-06-30',
        },
        expected: { meeting: told.june, date: '2026-06-04' },
        late: false,
        replaces: { id: told.study },
      });
    });

    it('is told whole in one request: what came of it, and what that took over from', async () => {
      const history = await service.get('chair', `/api/decisions/${told.standpoint}/history`);
      expect(entriesOf(history).map(({ type, subject }) => [type.code, subject.id])).toEqual([
        ['AssignmentGiven', told.study],
        ['DeliverableReported', told.study],
        ['DeliverableReported', told.study],
        ['DeliverableReported', told.study],
        ['FinalReportSubmitted', told.study],
        ['DecisionRecorded', told.standpoint],
        ['AssignmentGiven', told.plan],
        ['AssignmentClosed', told.study],
        ['AssignmentReplaced', told.study],
        ['DecisionConfirmed', told.standpoint],
      ]);
    });
  });

  describe('the study', () => {
    it('was delivered in part, closed as such, and taken over by the plan', async () => {
      expect(await service.read('chair', `/api/assignments/${told.study}`)).toMatchObject({
        state: { code: 'closed' },
        outcome: { code: 'partly' },
        replacedBy: { id: told.plan },
        deliverables: [
          { result: { code: 'full' } },
          { result: { code: 'unanswerable' }, why: 'Uppgifterna kan inte föras samman.' },
          { result: { code: 'partial' } },
        ],
      });
    });

    it('was given in 2024, and counts as given from the end of that year', async () => {
      const asOf = (date: string) =>
        service.get('auditor', `/api/assignments/${told.study}?happenedBy=${date}`);
      expect((await asOf('2024-06-30')).status).toBe(404);
      expect((await asOf('2024-12-31')).json).toMatchObject({ state: { code: 'given' } });
    });

    it('can be replayed, and compared between two dates', async () => {
      const replay = (await service.read('auditor', `/api/assignments/${told.study}/replay`)) as {
        readonly steps: readonly { readonly fact: Entry; readonly after: { readonly state: Word } }[];
      };
      expect(replay.steps.map(({ fact, after }) => [fact.type.code, after.state.code])).toEqual([
        ['AssignmentGiven', 'given'],
        ['DeliverableReported', 'partlyReported'],
        ['DeliverableReported', 'partlyReported'],
        ['DeliverableReported', 'partlyReported'],
        ['FinalReportSubmitted', 'finallyReported'],
        ['AssignmentClosed', 'closed'],
        ['AssignmentReplaced', 'closed'],
      ]);
      const compared = (await service.read(
        'auditor',
        `/api/assignments/${told.study}/compare?axis=happenedBy&from=2024-12-31&to=2025-11-13`,
      )) as { readonly changes: readonly object[] };
      for (const change of [
        { field: 'phase', from: 'given', to: 'closed', fromText: 'givet', toText: 'avslutat av organet' },
        { field: 'outcome', to: 'partly' },
        { field: 'deliverables/d2/result', to: 'unanswerable' },
        { field: 'replacedBy', to: told.plan },
      ])
        expect(compared.changes).toContainEqual(expect.objectContaining(change));
    });
  });

  it('lists what is between the chairs, and why', async () => {
    const rows = (await items(`/api/attention?body=${told.body}&limit=200`)) as readonly {
      readonly reason: Word;
      readonly subject: { readonly id: string };
    }[];
    const found = rows.map(({ reason, subject }) => `${reason.code} ${subject.id}`);
    for (const row of [
      `noResponsible ${told.wish}`,
      `noDeadline ${told.later}`,
      `roleWithoutHolder ${told.vacant}`,
      `perCapsulamNotReported ${told.perCapsulam}`,
    ])
      expect(found).toContain(row);
    expect(rows.map(({ subject }) => subject.id)).not.toContain(told.study);
  });

  it('tells when to expect to hear back', async () => {
    const rows = await items(`/api/feedback?body=${told.body}&limit=200`);
    expect(rows).toContainEqual(
      expect.objectContaining({
        id: told.plan,
        expected: expect.objectContaining({ meeting: told.june, date: '2026-06-04' }) as unknown,
        late: false,
      }),
    );
    expect(rows).not.toContainEqual(expect.objectContaining({ id: told.study }));
  });

  it('shows the board as it was on 19 March', async () => {
    const board = await items(`/api/board?body=${told.body}&statedBy=2026-03-19&limit=200`);
    const on = (latest: string): object => ({
      id: told.guideline,
      milestone: 'stallningstagande',
      window: expect.objectContaining({ latest }) as unknown,
    });
    expect(board).toContainEqual(expect.objectContaining(on('2026-06-04')));
    expect(await items(`/api/board?body=${told.body}&statedBy=2026-06-05&limit=200`)).toContainEqual(
      expect.objectContaining(on('2026-09-01')),
    );
  });

  it('lets the responsible report, and only the body close', async () => {
    const path = `/api/assignments/${told.plan}`;
    const { headers } = await service.get('director', path);
    const reported = await service.write(
      'director',
      `${path}/progress`,
      { status: 'onTrack', text: 'Planen är klar.' },
      { 'if-match': headers.get('etag') ?? '', 'idempotency-key': 'lagesrapport-1' },
    );
    const refused = await service.post('director', `${path}/close`, { outcome: 'lapsed', reason: 'Klart' });
    expect(refused.status).toBe(403);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    const stale = await service.post(
      'chair',
      `${path}/close`,
      { outcome: 'lapsed', reason: 'Inte längre aktuellt' },
      { 'if-match': `"${(reported.revision - 1).toString()}"` },
    );
    expect(stale).toMatchObject({ status: 412, json: { currentRevision: reported.revision } });
    expect(await service.read('chair', path)).toMatchObject({ state: { code: 'inProgress' } });
  });

  it('refuses what cannot be: a plan shown as done, a source from tomorrow', async () => {
    const early = await service.post('secretary', '/api/decisions', {
      body: told.body,
      meeting: told.june,
      title: 'För tidigt',
      points: [{ kinds: ['decided'], text: 'SRÄ beslutar.' }],
      statedAt: '2026-06-03',
    });
    expect(early.json).toMatchObject({ code: 'plannedIsNotDone' });
    const tomorrow = await service.post('secretary', `/api/assignments/${told.plan}/deadline`, {
      to: 'hösten 2026',
      reasonStated: false,
      statedAt: '2026-06-06',
    });
    expect(tomorrow.json).toMatchObject({
      code: 'statedInFuture',
      errors: [{ pointer: '/statedAt' }],
    });
  });

  it('finds what was said, with the sentence', async () => {
    const hits = await items(`/api/search?text=kostnadsber&body=${told.body}`);
    expect(hits).toContainEqual(
      expect.objectContaining({
        subject: expect.objectContaining({ id: told.plan }) as unknown,
        sentence: expect.objectContaining({ text: 'en kostnadsberäkning' }) as unknown,
      }),
    );
  });

  it('keeps a trail of who recorded what', async () => {
    const trail = await items(`/api/audit?kind=matter&id=${told.guideline}&type=MilestoneMoved`);
    expect(trail).toMatchObject([
      { actor: { id: callers.secretary.actor }, statedAt: '2026-06-04', recordedOn: '2026-06-05' },
    ]);
  });

  it('was told, read and refused without an error of the service', () => {
    expect(service.troubles).toEqual([]);
  });
});
