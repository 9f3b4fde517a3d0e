import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { endOfDay, type SystemClock } from '../clock.js';
import type { Grant } from '../commands/commands.js';
import type { ActorRole, personRoles } from '../domain/events.js';
import type { Instant, LocalDate } from '../domain/when.js';
import type { TellUntil } from '../demo-time.js';
import type { EventStore } from '../event-store/event-store.js';
import type { LocalLog } from '../event-store/local-log.js';
import { readFact } from './facts.js';
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

/** The files of the story, in its order. */
const demoFiles = (): { readonly name: string; readonly text: string }[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .map((name) => ({ name, text: readFileSync(`${folder}${name}`, 'utf8') }));

/** When the facts of the story were recorded, each time once, in order. */
function timesOfStory(): readonly Instant[] {
  const times = demoFiles().flatMap(({ text }) =>
    text.split('\n').flatMap((line) => {
      const fact = line.trim() === '' ? undefined : readFact(line);
      return fact && 'at' in fact && fact.at !== undefined ? [fact.at] : [];
    }),
  );
  return [...new Set(times)].sort();
}

/** How much of the story is told. */
export interface Telling {
  /** The day the demo begins on: nothing recorded after it is told. */
  readonly from?: LocalDate;
  /** Facts recorded at this instant or later are not told either. */
  readonly before?: Instant;
  /** Lines of each file that no longer fit what has been done in the demo. Without it such a line is an error. */
  readonly unfit?: Map<string, Set<number>>;
}

/**
 * Tells the demo's story to a log: everything that was recorded up to the end of the day `from` (default: all of it), each
 * fact at its own time. Afterwards the clock stands at the last fact, or in the morning of `from` if that is later. Telling
 * it again adds only what is missing. Throws when a file is refused and `unfit` is not there to take what is refused.
 */
export async function loadDemo(
  { store, log, clock }: DemoTarget,
  { from, before: end, unfit }: Telling = {},
): Promise<DemoSummary> {
  const before = from === undefined ? end : endOfDay(from, clock.timeZone);
  const loaded: Loaded[] = [];
  let reached = lastRecorded(log);
  const moveClock = (to: Instant): void => {
    if (to <= reached) return;
    reached = to;
    clock.moveTo(to);
  };
  if (reached !== '' && end === undefined) clock.moveTo(reached);
  for (const file of demoFiles()) {
    const without = unfit?.get(file.name) ?? new Set<number>();
    const tell = (): Promise<Loaded> =>
      loadFacts(
        file,
        { store, clock, moveClock, latest: reached === '' ? undefined : reached },
        { actor: secretary, before, without },
      );
    let done = await tell();
    while (unfit && done.refusals.length > 0) {
      for (const { line } of done.refusals) without.add(line);
      unfit.set(file.name, without);
      done = await tell();
    }
    const [refused] = done.refusals;
    if (refused)
      throw new Error(`${file.name}:${refused.line.toString()} ${refused.pointer} ${refused.detail.en}`);
    loaded.push(done);
  }
  if (from !== undefined) moveClock(morningOf(from, clock.timeZone));
  const sum = (count: (one: Loaded) => number): number => loaded.reduce((all, one) => all + count(one), 0);
  return {
    files: loaded.length,
    facts: sum((one) => one.facts),
    events: sum((one) => one.events),
    already: sum((one) => one.already),
    leftOut: sum((one) => one.leftOut),
    now: clock.now(),
  };
}

/** The story, told on from where it stands. What no longer fits what has been done in the demo is left out. */
export function storyOf(target: DemoTarget): TellUntil {
  const unfit = new Map<string, Set<number>>();
  let untold = timesOfStory();
  const count = (): number => [...unfit.values()].reduce((sum, lines) => sum + lines.size, 0);
  return async (until) => {
    const later = untold.filter((at) => at > until);
    if (later.length === untold.length) return { told: 0, unfit: 0 };
    untold = later;
    const known = count();
    const before = new Date(Date.parse(until) + 1).toISOString();
    const { facts } = await loadDemo(target, { before, unfit });
    return { told: facts, unfit: count() - known };
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

const personas: { readonly [R in (typeof personRoles)[number]]: Persona } = {
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
  const call = (role: keyof typeof personas, path: string, more: readonly string[] = []): string =>
    ['curl -s', ...more, `-H 'Authorization: Bearer ${personas[role].token}'`, `'${baseUrl}${path}'`].join(
      ' ',
    );
  const post = (
    role: keyof typeof personas,
    path: string,
    body: object,
    headers: readonly string[],
  ): string =>
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
    {
      title: 'Utkast till dagordning: punkter att ta upp på nästa möte',
      command: call('secretary', '/api/meetings/sra-2026-09-24/agenda-draft'),
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
