import { personWithKey, type RunningService } from './service.js';

/** Where the story's things are, by the ids the service gave them. */
export interface Told {
  readonly body: string;
  readonly march: string;
  readonly june: string;
  readonly perCapsulam: string;
  readonly guideline: string;
  readonly referralDecision: string;
  readonly standpoint: string;
  readonly study: string;
  readonly plan: string;
  readonly wish: string;
  readonly later: string;
  readonly vacant: string;
}

const minutes = (document: string) => (quote: string) => ({ source: { document, quote } });

/** 13 November 2025: the body, its year, and what the minutes of the day and older ones tell. */
export async function november(service: RunningService): Promise<Told> {
  const create = async (path: string, body: object, headers = {}): Promise<string> =>
    (await service.write('secretary', path, body, headers)).id;
  const change = (path: string, body: object) => service.write('secretary', path, body);
  const said = minutes('Mötesanteckning SRÄ 2025-11-13');

  const body = await create('/api/bodies', {
    name: 'Samrådsorganet för Älvdalarna',
    shortName: 'SRÄ',
    statedAt: '2025-08-21',
    occurred: '2019',
  });
  await change(`/api/bodies/${body}/party-groups`, { group: 'alvkommunerna', name: 'Älvkommunerna' });
  await change(`/api/bodies/${body}/parties`, { party: 'rna', name: 'Region Norrälven', aliases: ['RNÄ'] });
  await change(`/api/bodies/${body}/parties`, { party: 'kommunsam', name: 'Kommunsam' });
  await change(`/api/bodies/${body}/parties`, {
    party: 'bjorkvik',
    name: 'Björkviks kommun',
    group: 'alvkommunerna',
  });
  for (const [role, title, party] of [
    ['vardutveckling', 'Vårdutvecklingsdirektör, Region Norrälven', 'rna'],
    ['kommunsam-direktor', 'Direktör, Kommunsam', 'kommunsam'],
    ['forbundsdirektor', 'Förbundsdirektör, Älvkommunerna', undefined],
  ])
    await change(`/api/bodies/${body}/roles`, { role, title, kind: 'responsible', party });
  for (const [key, name, role] of [
    ['direktor', 'Harriet Kvarnlöf', 'vardutveckling'],
    ['kommunsam', 'Björn Östanvik', 'kommunsam-direktor'],
  ] as const) {
    await create('/api/people', { name }, { 'idempotency-key': key });
    await change(`/api/bodies/${body}/roles/${role}/holders`, { person: personWithKey(key) });
  }

  const meeting = (kind: string, date: string, statedAt?: string) =>
    create('/api/meetings', { body, kind, date, statedAt });
  const august = await meeting('ordinary', '2025-08-21', '2025-08-21');
  const perCapsulam = await meeting('perCapsulam', '2025-10-16', '2025-10-16');
  const today = await meeting('ordinary', '2025-11-13');
  const march = await meeting('ordinary', '2026-03-19');
  const june = await meeting('ordinary', '2026-06-04');
  for (const date of ['2026-09-24', '2026-11-12']) await meeting('ordinary', date);
  await change(`/api/meetings/${august}/held`, { statedAt: '2025-08-21' });

  const guideline = await create('/api/matters', {
    body,
    title: 'Riktlinje för trygg utskrivning',
    statedAt: '2025-08-21',
  });
  const referralDecision = await create('/api/decisions', {
    body,
    meeting: august,
    matter: guideline,
    title: 'Remiss av riktlinje för trygg utskrivning',
    points: [{ kinds: ['decided'], text: 'SRÄ beslutar att förslaget får skickas på remiss.' }],
    statedAt: '2025-08-21',
  });
  await create('/api/decisions', {
    body,
    meeting: perCapsulam,
    title: 'Ersättning för utbildningsplatser 2026',
    points: [{ kinds: ['approved'], text: 'SRÄ godkänner ersättningen.' }],
    statedAt: '2025-10-16',
  });
  await change(`/api/meetings/${perCapsulam}/per-capsulam/conclude`, {
    outcome: 'Bifall',
    statedAt: '2025-10-16',
  });

  await change(`/api/meetings/${today}/held`, {});
  for (const [milestone, label, date, form] of [
    ['remisstid', 'Remisstid', 'till 28 februari 2026', undefined],
    ['stallningstagande', 'Ställningstagande i SRÄ', '4 juni 2026', 'ordinary'],
    ['slutligt-beslut', 'Slutligt beslut', '30 april 2027', undefined],
    ['ikrafttradande', 'Ikraftträdande', '1 maj 2027', undefined],
  ])
    await change(`/api/matters/${guideline}/milestones`, {
      milestone,
      label,
      date,
      form,
      ...said(`${label ?? ''}: ${date ?? ''}`),
    });

  const followUp = await create('/api/matters', {
    body,
    title: 'Gemensam uppföljning av vård i hemmet',
    occurred: '2023',
    ...said('SRÄ beslutade 2023 att införa en årlig gemensam uppföljning.'),
  });
  const study = await create('/api/assignments', {
    body,
    matter: followUp,
    title: 'Förstudie om uppföljning av vård i hemmet',
    responsible: ['vardutveckling', 'kommunsam-direktor'],
    deadline: 'hösten 2025',
    recipient: body,
    deliverables: ['en kartläggning', 'en kostnadsbedömning', 'ett förslag till mått'],
    occurred: '2024',
    ...said('Året därpå gavs uppdrag att göra en förstudie i tre delar.'),
  });
  const report = (deliverable: string, result: string, why?: string) =>
    service.write('director', `/api/assignments/${study}/deliverables/${deliverable}/report`, {
      result,
      why,
      ...said('Två av tre delar kunde inte besvaras fullt ut.'),
    });
  await report('d1', 'full');
  await report('d2', 'unanswerable', 'Uppgifterna kan inte föras samman.');
  await report('d3', 'partial', 'Samsyn saknas om måtten för kommunal vård.');
  await service.write('director', `/api/assignments/${study}/final-report`, {
    text: 'Förstudien redovisas.',
    ...said('Två av tre delar kunde inte besvaras fullt ut.'),
  });

  const words =
    'SRÄ ger vårdutvecklingsdirektören och Kommunsams direktör i uppdrag att senast i juni 2026 – efter dialog med den ' +
    'länsgemensamma arbetsgruppen – återkomma med en genomförandeplan, en kostnadsberäkning och en tidsplan.';
  const standpoint = await create('/api/decisions', {
    body,
    meeting: today,
    matter: followUp,
    agendaItem: '4',
    title: 'Fortsatt arbete med uppföljning av vård i hemmet',
    points: [
      {
        kinds: ['noted', 'endorsed'],
        text: 'SRÄ noterar informationen och ställer sig bakom det fortsatta arbetet.',
      },
      { kinds: ['assigned'], text: words },
    ],
    ...said(words),
  });
  const plan = await create('/api/assignments', {
    body,
    matter: followUp,
    decision: standpoint,
    point: 2,
    title: 'Plan för gemensam uppföljning av vård i hemmet',
    responsible: ['vardutveckling', 'kommunsam-direktor'],
    deadline: 'senast i juni 2026 – efter dialog med den länsgemensamma arbetsgruppen',
    recipient: body,
    replaces: study,
    deliverables: ['en genomförandeplan', 'en kostnadsberäkning', 'en tidsplan'],
    ...said(words),
  });
  await service.write('chair', `/api/assignments/${study}/close`, {
    outcome: 'partly',
    reason: 'Två av tre delar kunde inte besvaras fullt ut.',
    ...said('Det som återstår tas om hand i det nya uppdraget.'),
  });
  await change(`/api/assignments/${study}/replace`, {
    by: plan,
    ...said('Det som återstår tas om hand i det nya uppdraget.'),
  });

  const wish = await create('/api/assignments', {
    body,
    title: 'Ta fram en modell för beslutslogg',
    recipient: body,
    deadline: 'senast den 12 november 2026',
  });
  const later = await create('/api/assignments', {
    body,
    title: 'Rapportera uppföljningen av försörjningsavtalen',
    responsible: ['vardutveckling'],
    recipient: body,
    deadline: 'rapportering sker senare',
  });
  const vacant = await create('/api/assignments', {
    body,
    title: 'Underlag om nattbemanning',
    responsible: ['forbundsdirektor'],
    recipient: body,
    deadline: 'senast i september 2026',
  });
  return {
    body,
    march,
    june,
    perCapsulam,
    guideline,
    referralDecision,
    standpoint,
    study,
    plan,
    wish,
    later,
    vacant,
  };
}

/** 19 March 2026: the notes of November are approved and their decisions confirmed. */
export async function march(service: RunningService, told: Told): Promise<void> {
  await service.write('secretary', `/api/meetings/${told.march}/held`, {});
  await service.write('secretary', `/api/decisions/${told.standpoint}/confirm`, { meeting: told.march });
  await service.write('secretary', `/api/decisions/${told.referralDecision}/confirm`, {
    meeting: told.march,
  });
}

/** 5 June 2026: what other notes of 4 June tell is typed in. They do not say when the plan was changed, nor why. */
export async function june(service: RunningService, told: Told): Promise<void> {
  await service.write('secretary', `/api/matters/${told.guideline}/milestones/stallningstagande/move`, {
    to: '1 september 2026',
    form: 'perCapsulam',
    reasonStated: false,
    occurred: null,
    statedAt: '2026-06-04',
    source: {
      document: 'Mötesanteckning Politisk referensgrupp 2026-06-04',
      quote: 'Ställningstagandet planeras nu per capsulam i SRÄ den 1 september 2026.',
    },
  });
}
