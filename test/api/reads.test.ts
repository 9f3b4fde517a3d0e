import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, world, type World } from './world.js';

let w: World;
beforeAll(async () => {
  w = await world();
});
afterAll(() => w.close());

const ids = (answer: Answer) => (answer.at('items') as { id: string }[]).map(({ id }) => id);

describe('a read after a write', () => {
  it('shows it when it carries the position', async () => {
    const made = await w.post('/api/matters', { body: { body: 'sra', title: 'Nytt ärende' } });
    const answer = await w.get('/api/matters?state=open', {
      headers: { 'log-position': String(made.at('position')) },
    });
    expect(ids(answer)).toContain(made.at('id'));
  });

  it('gives up when the position does not come', async () => {
    const answer = await w.get('/api/matters', { headers: { 'log-position': '999999' } });
    expect([answer.status, answer.at('code')]).toEqual([503, 'notYetVisible']);
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  it.each(['x', '-1', '1.5', '1'.repeat(21)])('is not waited for at %s', async (position) => {
    const answer = await w.get('/api/matters', { headers: { 'log-position': position } });
    expect([answer.status, answer.at('code')]).toEqual([400, 'positionMalformed']);
  });
});

describe('a single resource', () => {
  it('has the revision as ETag, and is not sent again to who has it', async () => {
    const answer = await w.get('/api/decisions/beslut-1');
    expect(answer.headers.get('etag')).toBe('"1"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    for (const seen of ['"1"', 'W/"1"', '"0", "1"', '*']) {
      const again = await w.get('/api/decisions/beslut-1', { headers: { 'if-none-match': seen } });
      expect([again.status, again.text]).toEqual([304, '']);
      expect(again.headers.get('etag')).toBe('"1"');
    }
    expect((await w.get('/api/decisions/beslut-1', { headers: { 'if-none-match': '"0"' } })).status).toBe(
      200,
    );
  });

  it('speaks the language asked for, beside the codes', async () => {
    const swedish = await w.get('/api/assignments/uppdrag-1');
    const english = await w.get('/api/assignments/uppdrag-1', { headers: { 'accept-language': 'en' } });
    expect(swedish.at('state')).toEqual({ code: 'given', text: 'givet' });
    expect(english.at('state')).toEqual({ code: 'given', text: 'given' });
    expect(swedish.at('deadline.text')).toBe('till och med 30 juni 2026');
    expect(english.at('deadline.text')).toBe('no later than 30 June 2026');
    expect(english.at('deadline.original')).toBe(swedish.at('deadline.original'));
    expect(english.headers.get('content-language')).toBe('en');
    expect(english.headers.get('vary')).toContain('Accept-Language');
  });

  it('tells when to expect an answer', async () => {
    const answer = await w.get('/api/assignments/uppdrag-1');
    expect(answer.json).toMatchObject({
      responsible: [
        {
          id: 'utvecklingsdirektor',
          name: 'Region Norrälvens utvecklingsdirektör',
          holders: [{ id: 'person-1', name: 'Åsa Öberg-Ängström' }],
        },
      ],
      expected: { meeting: 'mote-juni', date: '2026-06-04', why: { code: 'lastInside' } },
      deliverables: [{ deliverable: 'd1', text: 'en nulägesbild' }, { deliverable: 'd2' }],
      preconditions: [{ precondition: 'c1', met: false }],
      recipient: { id: 'sra', name: 'SRÄ' },
      decision: { id: 'beslut-1' },
      late: false,
    });
  });

  it('tells how much of a meeting is followed up', async () => {
    const answer = await w.get('/api/meetings/mote-november');
    expect(answer.at('coverage')).toMatchObject({
      points: 2,
      covered: 1,
      uncovered: [{ decision: 'beslut-1', point: 1 }],
    });
    expect(answer.at('present')).toEqual([{ id: 'person-1', name: 'Åsa Öberg-Ängström' }]);
  });

  it.each(['../x', 'a b', 'x'.repeat(101), '%00', 'åäö'])(
    'with the impossible id %j is not found',
    async (id) => {
      const answer = await w.get(`/api/matters/${encodeURIComponent(id)}`);
      expect([answer.status, answer.at('code')]).toEqual([404, 'notFound']);
    },
  );
});

describe('lists', () => {
  it('come in pages without gap or repeat', async () => {
    const whole = ids(await w.get('/api/assignments?sort=title&limit=200'));
    const found: string[] = [];
    for (let url: string | undefined = '/api/assignments?sort=title&limit=2'; url !== undefined;) {
      const page = await w.get(url);
      expect(page.status).toBe(200);
      found.push(...ids(page));
      const next = page.at('next') as string | undefined;
      url = next && `/api/assignments?sort=title&limit=2&cursor=${encodeURIComponent(next)}`;
    }
    expect(found).toEqual(whole);
    expect(whole.length).toBeGreaterThan(4);
  });

  it.each(['x', 'W10', 'WyJhIl0', '%F0%9F%98%80'])('refuse the cursor %s', async (cursor) => {
    const answer = await w.get(`/api/assignments?cursor=${cursor}`);
    expect([answer.status, answer.at('code')]).toEqual([400, 'cursorMalformed']);
  });

  it.each([
    ['/api/assignments?state=closed', ['uppdrag-avslutat']],
    ['/api/assignments?kind=commitment', ['atagande-1']],
    ['/api/assignments?role=utvecklingsdirektor', ['uppdrag-1']],
    ['/api/assignments?party=rna', ['uppdrag-1']],
    ['/api/assignments?person=person-1', ['uppdrag-1']],
    ['/api/assignments?decision=beslut-1', ['uppdrag-1']],
    ['/api/assignments?late=true', []],
    ['/api/assignments?vague=true&state=finallyReported', ['uppdrag-slutredovisat']],
    ['/api/assignments?body=finns-inte', []],
    ['/api/meetings?year=2025', ['mote-november']],
    ['/api/meetings?kind=perCapsulam&state=open', ['per-capsulam-utsand']],
    ['/api/meetings?from=2026-06-01&to=2026-08-31', ['mote-juni']],
    ['/api/matters?state=closed', ['riktlinje-avslutad']],
    ['/api/decisions?meeting=mote-november', ['beslut-1']],
    ['/api/decisions?matter=riktlinje', ['beslut-1']],
    ['/api/decisions?kind=approved', ['beslut-nytt']],
    ['/api/decisions?open=true', ['beslut-1']],
    ['/api/decisions?state=recorded&sort=title', ['beslut-oppet', 'beslut-oppet-2'].reverse().sort()],
    ['/api/feedback?role=utvecklingsdirektor', ['uppdrag-1']],
    ['/api/feedback?kind=milestone', ['riktlinje']],
    ['/api/board?kind=milestone', ['riktlinje']],
  ])('narrow down by %s', async (url, expected) => {
    const answer = await w.get(url);
    expect(answer.status).toBe(200);
    expect(ids(answer).sort()).toEqual([...expected].sort());
  });

  it('refuse what they do not know', async () => {
    const answer = await w.get('/api/assignments?fas=x&limit=9999', { headers: { 'accept-language': 'en' } });
    expect(answer.status).toBe(400);
    expect(answer.at('errors')).toEqual([
      { pointer: '?fas', code: 'unknownField', detail: 'There is no field “fas” here.' },
      { pointer: '?limit', code: 'range', detail: 'Must be from 1 to 200.' },
    ]);
  });
});

describe('what falls between the chairs', () => {
  it('says why and what to do, in both languages', async () => {
    const swedish = await w.get('/api/attention?limit=200');
    const english = await w.get('/api/attention?limit=200', { headers: { 'accept-language': 'en' } });
    const rows = [swedish, english].flatMap(
      (answer) =>
        answer.at('items') as {
          reason: { code: string; text: string };
          title: string;
          why: string;
          nextStep: { code: string; text: string };
        }[],
    );
    const reasons = new Set(rows.map(({ reason }) => reason.code));
    expect([...reasons].sort()).toEqual(
      expect.arrayContaining([
        'commitmentOpen',
        'noDeadline',
        'noRecipient',
        'noResponsible',
        'noWordSinceTwoMeetings',
        'perCapsulamNotReported',
        'reportedNotTakenUp',
        'roleWithoutHolder',
        'windowPassed',
      ]),
    );
    for (const { title, why, nextStep, reason } of rows) {
      expect(title).not.toBe('');
      expect(why).toMatch(/^[A-ZÅÄÖ][^{}]*\.$/);
      expect(nextStep.text).not.toBe(nextStep.code);
      expect(reason.text).not.toBe(reason.code);
    }
    expect(rows.map(({ why }) => why)).toContain('Fristen ”4 juni 2026” gick ut den 4 juni 2026.');
    expect(rows.map(({ why }) => why)).toContain('The deadline “4 juni 2026” was 4 June 2026.');
  });

  it('is narrowed to some reasons', async () => {
    const answer = await w.get('/api/attention?reason=noRecipient,noResponsible');
    const reasons = (answer.at('items') as { reason: { code: string } }[]).map(({ reason }) => reason.code);
    expect(new Set(reasons)).toEqual(new Set(['noRecipient', 'noResponsible']));
    expect((await w.get('/api/attention?reason=trött')).at('errors.0.code')).toBe('oneOf');
  });
});

describe('search', () => {
  it('finds the sentence', async () => {
    const answer = await w.get(`/api/search?text=${encodeURIComponent('gemensam uppföljning')}`);
    expect(answer.at('items.0')).toMatchObject({
      kind: { code: 'assignment', text: 'uppdrag' },
      subject: { id: 'uppdrag-1' },
      sentence: { text: 'Återkomma med förslag till gemensam uppföljning' },
    });
  });

  it.each(['"', "' OR 1=1 --", '*', 'NEAR(', 'a AND', '(((', '-', 'å', '<script>'])(
    'never fails for %s',
    async (text) => {
      expect((await w.get(`/api/search?text=${encodeURIComponent(text)}`)).status).toBe(200);
    },
  );

  it('asks for something to look for', async () => {
    expect((await w.get('/api/search')).at('errors.0')).toMatchObject({ pointer: '?text', code: 'required' });
  });
});

describe('the words of a deadline', () => {
  it('are explained without recording anything', async () => {
    const before = w.parts.log.head();
    const text = encodeURIComponent('senast i juni 2026 – efter dialog med arbetsgruppen');
    const answer = await w.get(`/api/deadlines?text=${text}&statedAt=2025-11-13&body=sra`);
    expect(answer.json).toMatchObject({
      understood: true,
      window: { latest: '2026-06-30', edtf: '../2026-06', preconditions: ['efter dialog med arbetsgruppen'] },
      expected: { meeting: 'mote-juni' },
      expectedText: '4 juni 2026 (sista ordinarie mötet inom fristen)',
    });
    expect(w.parts.log.head()).toBe(before);
  });

  it('may not be understood', async () => {
    const answer = await w.get(`/api/deadlines?text=${encodeURIComponent('rapportering sker senare')}`);
    expect(answer.json).toMatchObject({
      understood: false,
      window: { original: 'rapportering sker senare' },
    });
    expect(answer.at('expected')).toBeUndefined();
  });
});

describe('the draft of an agenda', () => {
  it('says what to take up, why and where to read it, in the language asked for', async () => {
    const swedish = await w.get('/api/meetings/mote-september/agenda-draft', { as: 'chair' });
    expect(swedish.status).toBe(200);
    expect(swedish.at('points.0')).toEqual({
      reason: { code: 'perCapsulam', text: 'per capsulam att rapportera' },
      title: 'per capsulam',
      why: 'Beslutet per capsulam den 15 april 2026 ska rapporteras till mötet.',
      since: '2026-04-15',
      subject: { kind: 'meeting', id: 'per-capsulam-avslutad' },
      responsible: [],
      link: '/api/meetings/per-capsulam-avslutad',
    });
    const english = await w.get('/api/meetings/mote-september/agenda-draft', {
      headers: { 'accept-language': 'en' },
    });
    expect(english.at('points.1.reason.text')).toBe('finally reported, not taken up');
    expect(english.at('points.1.why')).toContain('The meeting needs to consider the report');
  });

  it('is not found by whoever may not read the body', async () => {
    expect((await w.get('/api/meetings/mote-juni/agenda-draft', { as: 'outsider' })).status).toBe(404);
    expect((await w.get('/api/meetings/finns-inte/agenda-draft')).status).toBe(404);
  });
});

describe('the meeting at which an answer can be expected', () => {
  it('is counted from the newest statement of the deadline, wherever it is told', async () => {
    const moved = await w.post('/api/assignments/uppdrag-1/deadline', {
      body: { to: 'vid nästa möte', reason: 'Mer att utreda' },
      headers: { 'if-match': '*' },
    });
    const head = { headers: { 'log-position': String(moved.at('position')) } };
    const told = (items: unknown) =>
      (items as { id: string; expected: { date: string } }[]).find(({ id }) => id === 'uppdrag-1')?.expected
        .date;
    const assignment = await w.get('/api/assignments/uppdrag-1', head);
    const feedback = await w.get('/api/feedback?body=sra&limit=200', head);
    const agenda = await w.get('/api/meetings/mote-september/agenda-draft', head);
    const attention = await w.get('/api/attention?body=sra&reason=expectedAtNoMeeting&limit=200', head);
    expect(assignment.at('expected.date')).toBe('2026-09-24');
    expect(told(feedback.at('items'))).toBe('2026-09-24');
    expect(agenda.text).toContain('uppdrag-1');
    expect(attention.text).not.toContain('uppdrag-1');
  });
});
