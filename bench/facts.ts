import { randomUUID } from 'node:crypto';
import type { Actor } from '../src/commands/commands.js';
import { commandExecutor } from '../src/commands/execute.js';
import type { DomainCommand } from '../src/domain/commands.js';
import { type Recorded, streamOf, type StreamName } from '../src/domain/events.js';
import type { NewEvent } from '../src/event-store/event-store.js';
import { InMemoryEventStore } from '../src/event-store/in-memory.js';
import type { LocalLog } from '../src/event-store/local-log.js';
import { SetClock } from '../test/support/histories.js';

export const body = 'sra';
export const actor: Actor = {
  id: 'person-1',
  grants: [
    { body: '*', role: 'admin' },
    { body: '*', role: 'secretary' },
  ],
};

const titles = [
  'Riktlinje för trygg utskrivning',
  'Färdplan för nära vård',
  'Överenskommelse om läkarmedverkan',
  'Handlingsplan för psykisk hälsa',
  'Åldrande och teknik',
  'Gemensam uppföljning av mått',
  'Ärendet om å, ä och ö',
  'Stöd till anhöriga',
];
const deadlines = [
  'senast i juni 2027',
  'hösten 2027',
  '1 september 2027',
  'vecka 12 2027',
  'rapportering sker senare',
];

/** The facts of real commands: a body with a role, and lives of matters, decisions and assignments to make many of. */
export interface Patterns {
  readonly ground: readonly Recorded[];
  readonly lives: readonly (readonly Recorded[])[];
}

export async function patterns(): Promise<Patterns> {
  const store = new InMemoryEventStore();
  const clock = new SetClock('2026-03-19T08:00:00.000Z');
  const execute = commandExecutor(store, clock);
  const give = async (id: string, ...commands: readonly DomainCommand[]): Promise<Recorded[]> => {
    let stream: StreamName = streamOf('body', id);
    for (const command of commands) {
      clock.pass(1_000);
      ({ stream } = await execute(id, command, { actor, when: {}, correlationId: 'bench' }));
    }
    return store.read(stream);
  };
  const ground = await give(
    body,
    { type: 'RegisterBody', name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' },
    { type: 'DefineRole', role: 'direktor', title: 'Utvecklingsdirektör', kind: 'responsible' },
  );
  const lives: Recorded[][] = [];
  for (let i = 0; i < 24; i += 1) {
    const title = `${titles[i % titles.length] ?? ''} ${i.toString()}`;
    const [first = '', second = '', third = ''] = [0, 1, 2].map((n) => deadlines[(i + n) % deadlines.length]);
    lives.push(
      await give(
        `a${i.toString()}`,
        { type: 'GiveAssignment', body, recipient: body, title, deadline: first, responsible: ['direktor'] },
        { type: 'DefineDeliverable', text: `en nulägesbild av ${title}` },
        { type: 'MoveDeadline', to: second, reasonStated: false },
        { type: 'DefineDeliverable', text: 'förslag till mått' },
        { type: 'MoveDeadline', to: third, reason: 'Väntar på remissvar' },
      ),
      await give(
        `m${i.toString()}`,
        {
          type: 'OpenMatter',
          body,
          title,
          description: `Gemensam ${title.toLowerCase()} för regionen och kommunerna`,
        },
        { type: 'PlanMilestone', label: 'Remisstid slutar', date: first },
        { type: 'PlanMilestone', label: 'Ställningstagande', date: second },
        { type: 'LinkMatter', kind: 'document', target: `Remissversion ${i.toString()}` },
      ),
      await give(`d${i.toString()}`, {
        type: 'RecordDecision',
        body,
        title,
        points: [
          { kinds: ['endorsed'], text: `Organet ställer sig bakom ${title.toLowerCase()}` },
          { kinds: ['noted'], text: 'Informationen noteras' },
        ],
      }),
    );
  }
  return { ground, lives };
}

/** So many facts and a few more, stream after stream interleaved as they come in a real log. */
export function* facts({ ground, lives }: Patterns, count: number): Generator<Recorded> {
  let position = 0;
  for (const event of ground) yield { ...event, position: String((position += 1)) };
  for (let round = 0; position < count; round += 1) {
    const longest = Math.max(...lives.map((life) => life.length));
    for (let revision = 0; revision < longest; revision += 1)
      for (const life of lives) {
        const event = life[revision];
        if (!event) continue;
        const stream: StreamName = `${event.stream}-${round.toString()}`;
        yield { ...event, id: randomUUID(), stream, position: String((position += 1)) };
      }
  }
}

/** Fills a log (opened as a copy) with so many facts. Returns how many there are. */
export function fill(log: LocalLog, from: Patterns, count: number): number {
  let batch: Recorded[] = [];
  let written = 0;
  const write = (): void => {
    log.copyIn(batch);
    written += batch.length;
    batch = [];
  };
  for (const event of facts(from, count)) if (batch.push(event) >= 1_000) write();
  write();
  return written;
}

/** A fact to append, like one of a life, with an id of its own. */
export function another(from: Patterns, nth: number): NewEvent {
  const life = from.lives[0];
  const event = life?.[2 + (nth % 2)] ?? life?.[0];
  if (!event) throw new Error('there are no patterns');
  return { ...event, id: randomUUID() };
}
