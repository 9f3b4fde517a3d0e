import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { endOfDay, type SystemClock } from '../clock.js';
import type { Grant } from '../commands/commands.js';
import type { ActorRole } from '../domain/events.js';
import type { Instant, LocalDate } from '../domain/when.js';
import type { EventStore } from '../event-store/event-store.js';
import type { LocalLog } from '../event-store/local-log.js';
import { type Loaded, loadFacts } from './load.js';

/** What the demo is loaded into. `log` is the local log, from which the clock learns how far the story had come. */
export interface DemoTarget {
  readonly store: EventStore;
  readonly log: Pick<LocalLog, 'head' | 'after'>;
  readonly clock: SystemClock;
}

/** What of the demo is in the log now, summed over its files. */
export interface DemoSummary {
  readonly files: number;
  readonly facts: number;
  readonly events: number;
  readonly already: number;
  /** Facts that lie after the day the demo begins on. */
  readonly leftOut: number;
  /** Where the demo's clock stands. */
  readonly now: Instant;
}

const folder = fileURLToPath(new URL('../../demo/', import.meta.url));
const secretary = { id: 'p03', role: 'secretary' } as const;

/**
 * Tells the demo's story to a log: everything that was recorded up to the end of the day `from` (default: all of it), each
 * fact at its own time. Afterwards the clock stands at the last fact, or in the morning of `from` if that is later. Telling
 * it again adds only what is missing. Throws when a file is refused.
 */
export async function loadDemo(
  { store, log, clock }: DemoTarget,
  { from }: { readonly from?: LocalDate } = {},
): Promise<DemoSummary> {
  const before = from === undefined ? undefined : endOfDay(from, clock.timeZone);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .sort();
  const loaded: Loaded[] = [];
  let reached = lastRecorded(log);
  const moveClock = (to: Instant): void => {
    if (to <= reached) return;
    reached = to;
    clock.moveTo(to);
  };
  if (reached !== '') clock.moveTo(reached);
  for (const name of names) {
    const file = { name, text: readFileSync(`${folder}${name}`, 'utf8') };
    const done = await loadFacts(
      file,
      { store, clock, moveClock, latest: reached === '' ? undefined : reached },
      { actor: secretary, before },
    );
    const [refused] = done.refusals;
    if (refused)
      throw new Error(`${name}:${refused.line.toString()} ${refused.pointer} ${refused.detail.en}`);
    loaded.push(done);
  }
  if (from !== undefined) moveClock(morningOf(from, clock.timeZone));
  const sum = (count: (one: Loaded) => number): number => loaded.reduce((all, one) => all + count(one), 0);
  return {
    files: names.length,
    facts: sum((one) => one.facts),
    events: sum((one) => one.events),
    already: sum((one) => one.already),
    leftOut: sum((one) => one.leftOut),
    now: clock.now(),
  };
}

const hour = 3_600_000;

/** Eight in the morning of a day, but for the nights on which summer time begins or ends. */
const morningOf = (day: LocalDate, timeZone: string): Instant =>
  new Date(Date.parse(endOfDay(day, timeZone)) - 16 * hour).toISOString();

function lastRecorded(log: DemoTarget['log']): Instant {
  const head = log.head();
  if (head === null) return '';
  const [last] = log.after((BigInt(head) - 1n).toString(), 1);
  return last?.recordedAt ?? '';
}

/** Someone to try the demo as. */
export interface Persona {
  readonly role: ActorRole;
  /** What the persona is, in Swedish, for the list that is printed at start. */
  readonly title: string;
  readonly token: string;
  /** Opaque id, as the demo's facts know it. */
  readonly actor: string;
  readonly grants: readonly Grant[];
}

const everywhere = (role: ActorRole): readonly Grant[] => [{ body: '*', role }];

const personas: { readonly [R in ActorRole]: Persona } = {
  chair: {
    role: 'chair',
    title: 'Ordförande i Samrådsorganet för Älvdalarna',
    token: 'demo-ordforande-astrid',
    actor: 'p01',
    grants: everywhere('chair'),
  },
  secretary: {
    role: 'secretary',
    title: 'Mötessekreterare',
    token: 'demo-sekreterare-ylva',
    actor: 'p03',
    grants: everywhere('secretary'),
  },
  responsible: {
    role: 'responsible',
    title: 'Vårdutvecklingsdirektör, ansvarig för uppdrag',
    token: 'demo-ansvarig-harriet',
    actor: 'p04',
    grants: [{ body: 'sra', role: 'responsible' }],
  },
  auditor: {
    role: 'auditor',
    title: 'Revisor',
    token: 'demo-revisor-granskar',
    actor: 'revisor-1',
    grants: everywhere('auditor'),
  },
  reader: {
    role: 'reader',
    title: 'Läsare i Samrådsorganet för Älvdalarna',
    token: 'demo-lasare-nyfiken',
    actor: 'lasare-1',
    grants: [{ body: 'sra', role: 'reader' }],
  },
  admin: {
    role: 'admin',
    title: 'Administratör',
    token: 'demo-administrator-all',
    actor: 'admin-1',
    grants: everywhere('admin'),
  },
};

/** One persona per role. The tokens are public: they work in demo mode only. */
export const demoPersonas: readonly Persona[] = Object.values(personas);

/** A line worth trying, with what it shows. */
export interface DemoCurl {
  readonly title: string;
  readonly command: string;
}

/** `curl` lines that tell the demo's story through the API at `baseUrl`. */
export function demoCurls(baseUrl: string): readonly DemoCurl[] {
  const call = (role: ActorRole, path: string, more: readonly string[] = []): string =>
    ['curl -s', ...more, `-H 'Authorization: Bearer ${personas[role].token}'`, `'${baseUrl}${path}'`].join(
      ' ',
    );
  const post = (role: ActorRole, path: string, body: object, headers: readonly string[]): string =>
    call(role, path, [
      ...['Content-Type: application/json', ...headers].map((header) => `-H '${header}'`),
      `-d '${JSON.stringify(body)}'`,
    ]);
  return [
    {
      title: 'Ordföranden: hela historiken för ett beslut',
      command: call('chair', '/api/decisions/beslut-uppfoljning/history'),
    },
    {
      title: 'Ordföranden: vad har hänt med riktlinjen som skulle behandlas den 4 juni',
      command: call('chair', '/api/decisions/beslut-remiss/history'),
    },
    {
      title: 'Mellan stolarna: det som riskerar att glömmas',
      command: call('secretary', '/api/attention?body=sra'),
    },
    { title: 'När väntas återkoppling', command: call('secretary', '/api/feedback?body=sra') },
    {
      title: 'Revisorn: ett uppdrag, händelse för händelse',
      command: call('auditor', '/api/assignments/uppfoljning-plan/replay'),
    },
    {
      title: 'Revisorn: vad ändrades i uppdraget mellan två datum',
      command: call(
        'auditor',
        '/api/assignments/nattlinje/compare?from=2026-03-20&to=2026-05-01&axis=statedBy',
      ),
    },
    {
      title: 'Ärendebalans per den 19 mars 2026',
      command: call('auditor', '/api/board/balance?body=sra&statedBy=2026-03-19'),
    },
    {
      title: 'Allt som väntades den 19 mars 2026',
      command: call('auditor', '/api/board?body=sra&statedBy=2026-03-19'),
    },
    {
      title: 'Vad trodde organet den 1 mars om ställningstagandet? (4 juni)',
      command: call('chair', '/api/matters/riktlinje-utskrivning?statedBy=2026-03-01'),
    },
    { title: 'Sök i beslut och uppdrag', command: call('reader', '/api/search?text=kostnadsber%C3%A4kning') },
    {
      title: 'Hur förstås en frist? Ingenting registreras',
      command: call('secretary', '/api/deadlines?text=28%20maj%20el%2026%20juni&body=sra'),
    },
    {
      title: 'Flytta en frist, med skydd mot samtidiga ändringar och dubbla anrop',
      command: post(
        'secretary',
        '/api/assignments/nattbemanning/deadline',
        { to: 'senast vecka 45 2026', reasonStated: false },
        ['If-Match: "0"', 'Idempotency-Key: flytta-nattbemanning-1'],
      ),
    },
    {
      title: 'Den ansvariga kan inte avsluta sitt uppdrag (svar 403 med förklaring)',
      command: post('responsible', '/api/assignments/uppfoljning-plan/close', { outcome: 'fulfilled' }, [
        'If-Match: *',
      ]),
    },
    {
      title: 'Flytta demons klocka en vecka framåt',
      command: post('secretary', '/api/demo/clock', { days: 7 }, []),
    },
  ];
}
