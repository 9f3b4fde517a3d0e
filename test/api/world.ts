import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastifyAdapter } from '../../src/api/adapter.js';
import { ApiModule } from '../../src/api/api.module.js';
import { configureApi } from '../../src/api/configure.js';
import type { ApiLog } from '../../src/api/log.js';
import type { ApiParts } from '../../src/api/parts.js';
import { SystemClock } from '../../src/clock.js';
import { commandExecutor, type ExecuteCommand } from '../../src/commands/execute.js';
import { hashToken, type TokenHolder } from '../../src/config.js';
import type { DomainCommand } from '../../src/domain/commands.js';
import type { ActorRole } from '../../src/domain/events.js';
import type { StatedWhen } from '../../src/domain/when.js';
import type { EventStore } from '../../src/event-store/event-store.js';
import { SqliteEventStore } from '../../src/event-store/sqlite.js';
import { allProjections } from '../../src/projections/all.js';
import { ReadModels } from '../../src/projections/read-models.js';

/** Tokens of the people in the world; `outsider` belongs to another body, `neighbour` reads in both. */
export const tokens = {
  chair: 'token-of-the-chair',
  secretary: 'token-of-the-secretary',
  responsible: 'token-of-the-responsible',
  auditor: 'token-of-the-auditor',
  reader: 'token-of-the-reader',
  admin: 'token-of-the-admin',
  outsider: 'token-of-the-outsider',
  neighbour: 'token-of-the-neighbour',
} as const;
export type Who = keyof typeof tokens;

const holder = (who: Who, actor: string, role: ActorRole, body: string): TokenHolder => ({
  tokenHash: hashToken(tokens[who]),
  actor,
  grants: [{ body, role }],
});

const holders: readonly TokenHolder[] = [
  holder('chair', 'u-chair', 'chair', 'sra'),
  holder('secretary', 'u-secretary', 'secretary', 'sra'),
  holder('responsible', 'person-1', 'responsible', 'sra'),
  holder('auditor', 'u-auditor', 'auditor', 'sra'),
  holder('reader', 'u-reader', 'reader', 'sra'),
  holder('admin', 'u-admin', 'admin', '*'),
  holder('outsider', 'u-outsider', 'secretary', 'annat'),
  {
    tokenHash: hashToken(tokens.neighbour),
    actor: 'u-neighbour',
    grants: [
      { body: 'sra', role: 'reader' },
      { body: 'annat', role: 'auditor' },
    ],
  },
];

/** The day it is in the world. */
export const today = '2026-06-10';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; `undefined` when there is none. */
  readonly json: unknown;
  /** A part of the body: `errors.0.pointer`. */
  at(path: string): unknown;
}

export interface Ask {
  readonly as?: Who;
  readonly body?: unknown;
  /** A body that is not JSON, or not yet. */
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface World {
  readonly app: NestFastifyApplication;
  readonly base: string;
  readonly parts: ApiParts & { readonly clock: SystemClock };
  readonly lines: { level: string; fields: object; message: string }[];
  readonly get: (url: string, ask?: Ask) => Promise<Answer>;
  readonly post: (url: string, ask?: Ask) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export interface WorldOptions {
  /** Without the facts of {@link tellStory}. */
  readonly empty?: boolean;
  readonly demo?: boolean;
  /** The folder of a built web; left out: none is served. */
  readonly web?: string;
  readonly change?: (parts: ApiParts) => Partial<ApiParts>;
}

/** A running API on a log in memory, with a small world in it, on {@link today}. */
export async function world(options: WorldOptions = {}): Promise<World> {
  let ms = Date.parse(`${today}T08:00:00Z`);
  const clock = new SystemClock('Europe/Stockholm', () => (ms += 1));
  const held: { models?: ReadModels } = {};
  const store = SqliteEventStore.open(':memory:', { onCommit: () => held.models?.wake() });
  if (!options.empty) await tellStory(commandExecutor(store, clock), clock);
  clock.moveTo(`${today}T08:00:00.000Z`);
  const models = ReadModels.open({
    path: ':memory:',
    log: store.log,
    timeZone: clock.timeZone,
    projections: allProjections,
  });
  held.models = models;
  await models.ready;
  const head = store.log.head();
  if (head !== null) await models.waitFor(head);
  const plain = {
    store,
    log: store.log,
    models,
    clock,
    tokens: holders,
    demo: options.demo ?? false,
    baseUrl: 'http://localhost:3000',
    linkSecret: 'the-secret-of-the-world-is-long-enough',
    version: '0.0.0-test',
  };
  const parts = { ...plain, ...options.change?.(plain) };
  const lines: World['lines'] = [];
  const log: ApiLog = {
    info: (fields, message) => lines.push({ level: 'info', fields, message }),
    error: (fields, message) => lines.push({ level: 'error', fields, message }),
  };
  const module = await Test.createTestingModule({ imports: [ApiModule.with(parts, log)] }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(fastifyAdapter(), { logger: false });
  configureApi(app, parts, { docs: false, web: options.web });
  await app.listen(0, '127.0.0.1');
  const base = await app.getUrl();

  const ask =
    (method: string) =>
    async (url: string, { as = 'secretary', body, raw, headers = {} }: Ask = {}): Promise<Answer> => {
      const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
      const answer = await fetch(`${base}${url}`, {
        method,
        headers: {
          authorization: `Bearer ${tokens[as]}`,
          ...(sent !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        body: sent,
      });
      const text = await answer.text();
      const type = answer.headers.get('content-type') ?? '';
      const json: unknown = type.includes('json') && text !== '' ? JSON.parse(text) : undefined;
      return {
        status: answer.status,
        headers: answer.headers,
        text,
        json,
        at: (path) => path.split('.').reduce(inside, json),
      };
    };
  return {
    app,
    base,
    parts: { ...parts, clock },
    lines,
    get: ask('GET'),
    post: ask('POST'),
    close: async () => {
      await app.close();
      await plain.models.close();
      await store.close();
    },
  };
}

/** A store that does some things its own way. */
export const withStore = (store: EventStore, own: Partial<EventStore>): EventStore => ({
  append: (...write) => store.append(...write),
  read: (stream) => store.read(stream),
  follow: (...where) => store.follow(...where),
  head: () => store.head(),
  erase: (stream) => store.erase(stream),
  close: () => store.close(),
  ...own,
});

const inside = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/** What has happened in the world before a test begins. */
async function tellStory(execute: ExecuteCommand, clock: SystemClock): Promise<void> {
  let at = 0;
  const tell = (id: string, command: DomainCommand, when: StatedWhen = {}): Promise<unknown> =>
    execute(id, command, {
      actor: { id: 'u-secretary', grants: [{ body: '*', role: 'secretary' }] },
      when,
      correlationId: `story-${(at += 1).toString()}`,
    });

  clock.moveTo('2025-11-13T09:00:00.000Z');
  await tell('person-1', {
    type: 'RegisterPerson',
    name: 'Åsa Öberg-Ängström',
    email: 'asa@bjorkvik.example',
  });
  await tell('person-2', { type: 'RegisterPerson', name: 'Ülle Ek', language: 'en' });
  await tell('sra', { type: 'RegisterBody', name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' });
  await tell('annat', { type: 'RegisterBody', name: 'Ett annat organ', shortName: 'EAO' });
  await tell('sra', { type: 'FormPartyGroup', group: 'kommunsam', name: 'Kommunsam' });
  await tell('sra', {
    type: 'AdmitParty',
    party: 'bjorkvik',
    name: 'Björkviks kommun',
    aliases: ['Björkvik'],
    group: 'kommunsam',
  });
  await tell('sra', { type: 'AdmitParty', party: 'rna', name: 'Region Norrälven', aliases: ['RNÄ'] });
  await tell('sra', {
    type: 'DefineRole',
    role: 'sekreterare',
    title: 'Mötessekreterare',
    kind: 'secretary',
  });
  await tell('sra', {
    type: 'DefineRole',
    role: 'utvecklingsdirektor',
    title: 'Region Norrälvens utvecklingsdirektör',
    kind: 'responsible',
    party: 'rna',
  });
  await tell('sra', {
    type: 'DefineRole',
    role: 'samordnare',
    title: 'Kommunsams samordnare',
    kind: 'responsible',
    party: 'bjorkvik',
  });
  await tell('sra', { type: 'AppointHolder', role: 'utvecklingsdirektor', person: 'person-1' });

  for (const [id, date] of [
    ['mote-november', '2025-11-13'],
    ['mote-mars', '2026-03-19'],
    ['mote-juni', '2026-06-04'],
    ['mote-september', '2026-09-24'],
  ] as const)
    await tell(id, { type: 'ScheduleMeeting', body: 'sra', kind: 'ordinary', date });
  await tell('mote-annat', { type: 'ScheduleMeeting', body: 'annat', kind: 'ordinary', date: '2026-05-20' });
  await tell('mote-november', { type: 'RecordMeetingHeld', present: ['person-1'], absent: [] });

  await tell('riktlinje', {
    type: 'OpenMatter',
    body: 'sra',
    title: 'Riktlinje för trygg utskrivning',
    number: 'SRÄ 2025/17',
  });
  await tell('riktlinje', {
    type: 'PlanMilestone',
    milestone: 'stallningstagande',
    label: 'Ställningstagande',
    date: '4 juni 2026',
    form: 'ordinary',
  });
  await tell('riktlinje-avslutad', { type: 'OpenMatter', body: 'sra', title: 'Äldre riktlinje' });
  await tell('riktlinje-avslutad', { type: 'CloseMatter', reason: 'Ersatt' });
  await tell('arende-annat', { type: 'OpenMatter', body: 'annat', title: 'Något hemligt' });

  await tell('beslut-1', {
    type: 'RecordDecision',
    body: 'sra',
    meeting: 'mote-november',
    matter: 'riktlinje',
    agendaItem: '5 b',
    title: 'Färdplan för god och nära vård',
    points: [
      { kinds: ['endorsed'], text: 'ställer sig bakom färdplanen' },
      { kinds: ['noted', 'assigned'], text: 'noterar läget och ger i uppdrag att återkomma med förslag' },
    ],
  });
  await tell('beslut-1', { type: 'ConfirmDecision', meeting: 'mote-november' });
  await tell('uppdrag-1', {
    type: 'GiveAssignment',
    body: 'sra',
    title: 'Återkomma med förslag till gemensam uppföljning',
    responsible: ['utvecklingsdirektor'],
    recipient: 'sra',
    decision: 'beslut-1',
    point: 2,
    matter: 'riktlinje',
    deadline: 'senast i juni 2026 – efter dialog med den länsgemensamma arbetsgruppen',
    deliverables: ['en nulägesbild', 'förslag till mått'],
  });
  for (const id of ['uppdrag-slutredovisat', 'uppdrag-avslutat', 'uppdrag-nytt'])
    await tell(id, {
      type: 'GiveAssignment',
      body: 'sra',
      title: `Utreda frågan om ${id}`,
      responsible: ['samordnare'],
      recipient: 'sra',
      deadline: 'våren 2026',
    });
  await tell('uppdrag-utan-mottagare', {
    type: 'GiveAssignment',
    body: 'sra',
    title: 'Utreda samverkan',
    deadline: 'rapportering sker senare',
  });
  await tell('atagande-1', {
    type: 'GiveAssignment',
    kind: 'commitment',
    body: 'sra',
    title: 'Återkomma med mer information',
    recipient: 'sra',
    responsible: ['samordnare'],
  });
  await tell('uppdrag-annat', {
    type: 'GiveAssignment',
    body: 'annat',
    title: 'Ett annat organs uppdrag',
    recipient: 'annat',
    deadline: 'våren 2026',
  });

  clock.moveTo('2026-03-19T15:00:00.000Z');
  await tell('mote-mars', { type: 'RecordMeetingHeld', present: ['person-1'], absent: ['person-2'] });
  await tell('beslut-oppet', {
    type: 'RecordDecision',
    body: 'sra',
    meeting: 'mote-mars',
    title: 'Årsplan',
    points: [{ kinds: ['decided'], text: 'beslutar om årsplanen' }],
  });
  await tell('beslut-oppet-2', {
    type: 'RecordDecision',
    body: 'sra',
    meeting: 'mote-mars',
    title: 'Budget',
    points: [{ kinds: ['noted'], text: 'noterar läget' }],
  });
  await tell('beslut-nytt', {
    type: 'RecordDecision',
    body: 'sra',
    title: 'Ny överenskommelse',
    points: [{ kinds: ['approved'], text: 'godkänner överenskommelsen' }],
  });
  await tell('beslut-nytt', { type: 'ConfirmDecision' });
  for (const id of ['uppdrag-slutredovisat', 'uppdrag-avslutat'])
    await tell(id, { type: 'SubmitFinalReport', text: 'Uppdraget är utfört' });
  await tell('uppdrag-avslutat', { type: 'CloseAssignment', outcome: 'fulfilled' });

  clock.moveTo('2026-04-01T08:00:00.000Z');
  await tell('per-capsulam-planerad', {
    type: 'ScheduleMeeting',
    body: 'sra',
    kind: 'perCapsulam',
    date: '2026-09-01',
  });
  for (const id of ['per-capsulam-utsand', 'per-capsulam-avslutad']) {
    await tell(id, { type: 'ScheduleMeeting', body: 'sra', kind: 'perCapsulam', date: '2026-04-15' });
    await tell(id, { type: 'OpenPerCapsulam', replyBy: '2026-04-15' });
  }
  clock.moveTo('2026-04-20T08:00:00.000Z');
  await tell('uppdrag-nytt', { type: 'PauseReminders' });
  await tell('flode-1', {
    type: 'OpenFeed',
    secretHash: 'f1'.repeat(32),
    scope: { kind: 'body', body: 'sra' },
  });
  for (const id of ['vy-1', 'vy-2'])
    await tell(id, { type: 'SaveView', body: 'sra', name: 'Försenat', address: '/uppdrag', shared: true });
  await tell('vy-2', { type: 'RemoveView' });
  await tell('per-capsulam-avslutad', { type: 'ConcludePerCapsulam', outcome: 'Samtliga ställer sig bakom' });
}

/** A letter to `person-1` about one assignment, claimed by a worker on {@link today}. */
export const claimLetter = (store: EventStore, letter: string, assignment: string) =>
  store.append(
    `letter-${letter}`,
    [
      {
        type: 'LetterClaimed',
        data: {
          ...{ kind: 'reminder', person: 'person-1', day: today, worker: 'w', until: '' },
          items: [
            {
              ...{ assignment, rung: 'received', statement: 0, role: 'utvecklingsdirektor' },
              ...{ on: today, capacity: 'holder', to: ['person-1'] },
            },
          ],
        },
        id: `claim-${letter}`,
        ...{ occurred: null, statedAt: today, recordedAt: `${today}T06:00:00.000Z` },
        actor: { id: 'paminnelser', role: 'system' },
        ...{ correlationId: letter, causationId: letter },
      },
    ],
    'none',
  );
