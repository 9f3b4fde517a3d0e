import type { Clock } from '../../src/clock.js';
import { localDate } from '../../src/clock.js';
import type { Call } from '../../src/commands/commands.js';
import { commandExecutor } from '../../src/commands/execute.js';
import { assignment } from '../../src/domain/assignment/assignment.js';
import { addDays } from '../../src/domain/calendar.js';
import type { DomainCommand } from '../../src/domain/commands.js';
import { fold } from '../../src/domain/decider.js';
import { decision } from '../../src/domain/decision/decision.js';
import { pointKinds } from '../../src/domain/decision/events.js';
import {
  isEventOf,
  type Recorded,
  type StreamKind,
  streamOf,
  type StreamName,
} from '../../src/domain/events.js';
import { matter } from '../../src/domain/matter/matter.js';
import { meeting } from '../../src/domain/meeting/meeting.js';
import { Refusal } from '../../src/domain/refusal.js';
import type { Edtf, Instant, LocalDate } from '../../src/domain/when.js';
import type { EventStore } from '../../src/event-store/event-store.js';
import { InMemoryEventStore } from '../../src/event-store/in-memory.js';
import type { LocalLog } from '../../src/event-store/local-log.js';

/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** At least 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0, below `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of the list; throws for an empty one. */
  pick<T>(list: readonly T[]): T {
    const found = list[this.below(list.length)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  }

  maybe<T>(list: readonly T[], share = 0.5): T | undefined {
    return list.length > 0 && this.chance(share) ? this.pick(list) : undefined;
  }
}

/** A clock that stands still until it is moved. */
export class SetClock implements Clock {
  readonly timeZone = 'Europe/Stockholm';

  constructor(private instant: Instant) {}

  now(): Instant {
    return this.instant;
  }

  today(): LocalDate {
    return localDate(this.instant, this.timeZone);
  }

  pass(milliseconds: number): void {
    this.instant = new Date(Date.parse(this.instant) + milliseconds).toISOString();
  }
}

/** What happened to a log: a fact was appended, or a stream was erased. */
export type HistoryStep =
  | { readonly kind: 'event'; readonly event: Recorded }
  | { readonly kind: 'erasure'; readonly stream: StreamName };

/** A valid history: what real command handling made of random commands, the refused ones left out. */
export interface History {
  readonly seed: number;
  readonly steps: readonly HistoryStep[];
  readonly events: readonly Recorded[];
  /** How many commands were refused on the way. */
  readonly refused: number;
  /** The day after the last fact. */
  readonly today: LocalDate;
  /** What further commands can be about. */
  readonly scene: Scene;
}

const titles = [
  'Riktlinje för utskrivning',
  'Färdplan för nära vård',
  'Ärendet om å, ä och ö',
  'Överenskommelse om läkarmedverkan',
  'Handlingsplan för psykisk hälsa',
  'Åldrande och teknik',
  'Gemensam uppföljning',
] as const;
const deadlines = [
  'senast i juni 2026',
  'senast den 31 mars efter avstämning med parterna',
  'hösten 2026',
  '28 maj el 26 juni',
  'har en vecka på er',
  'rapportering sker senare',
  'kontinuerligt återrapporteras',
  '1 september 2026',
  'vecka 12',
  '2027',
] as const;
const documents = ['protokoll A', 'protokoll B', 'tjänsteanteckning'] as const;

/** What random commands can be about. It grows as commands are accepted. */
export interface Scene {
  readonly bodies: { readonly id: string; readonly roles: string[]; readonly parties: string[] }[];
  readonly persons: string[];
  readonly meetings: { readonly id: string; readonly body: string }[];
  readonly matters: { readonly id: string; readonly body: string }[];
  readonly decisions: { readonly id: string; readonly body: string }[];
  readonly assignments: { readonly id: string; readonly body: string }[];
}

class Recorder extends InMemoryEventStore {
  readonly steps: HistoryStep[] = [];

  override async append(...[stream, events, expected]: Parameters<InMemoryEventStore['append']>) {
    const appended = await super.append(stream, events, expected);
    events.forEach((event, at) => {
      const back = events.length - 1 - at;
      const recorded: Recorded = {
        ...event,
        stream,
        revision: appended.revision - back,
        position: String(Number(appended.position) - back),
      };
      this.steps.push({ kind: 'event', event: recorded });
    });
    return appended;
  }

  override async erase(stream: StreamName): Promise<void> {
    await super.erase(stream);
    this.steps.push({ kind: 'erasure', stream });
  }
}

/** Makes a history of at least `length` facts. The same seed gives the same history. */
export async function makeHistory(seed: number, length: number): Promise<History> {
  const dice = new Dice(seed);
  const clock = new SetClock('2024-01-08T08:00:00.000Z');
  const store = new Recorder();
  const execute = commandExecutor(store, clock);
  const scene: Scene = { bodies: [], persons: [], meetings: [], matters: [], decisions: [], assignments: [] };
  let refused = 0;
  for (let turn = 0; store.steps.length < length; turn++) {
    clock.pass(dice.below(30) * 3_600_000 + dice.below(3_600_000));
    const next = await propose(dice, scene, store, clock.today(), turn);
    try {
      const { id } = await execute(next.id, next.command, callOf(dice, turn, clock.today(), next.since));
      next.made?.(id);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused += 1;
    }
  }
  const events = store.steps.flatMap((step) => (step.kind === 'event' ? [step.event] : []));
  return { seed, steps: store.steps, events, refused, today: addDays(clock.today(), 1), scene };
}

/** Does to a log (opened as a copy) what the history did to its own. */
export function writeHistory(log: LocalLog, steps: readonly HistoryStep[]): void {
  for (const step of steps)
    if (step.kind === 'event') log.copyIn([step.event]);
    else log.eraseStream(step.stream);
}

/** How the command of a turn is given: by whom, told when, with a key of its own. */
export function callOf(dice: Dice, turn: number, today: LocalDate, since: LocalDate | undefined): Call {
  const late = dice.chance(0.3);
  const earliest = since ?? addDays(today, -500);
  const back = late ? dice.below(dice.chance(0.5) ? 20 : 500) : 0;
  const wanted = addDays(today, -back);
  const statedAt = wanted < earliest ? earliest : wanted;
  return {
    actor: {
      id: dice.pick(['u-1', 'u-2', 'u-3']),
      grants: [
        { body: '*', role: 'secretary' },
        { body: '*', role: 'admin' },
      ],
    },
    when: {
      statedAt: late || dice.chance(0.2) ? statedAt : undefined,
      occurred: occurredOf(dice, statedAt),
    },
    source: dice.chance(0.4) ? { document: dice.pick(documents), quote: 'som det står' } : undefined,
    key: { key: `k-${turn.toString()}`, digest: `d-${turn.toString()}` },
    correlationId: `c-${turn.toString()}`,
  };
}

function occurredOf(dice: Dice, statedAt: LocalDate): Edtf | null | undefined {
  const roll = dice.below(10);
  if (roll < 5) return undefined;
  if (roll < 7) return null;
  const day = addDays(statedAt, -dice.below(200));
  if (roll === 7) return day.slice(0, 4);
  return roll === 8 ? day.slice(0, 7) : day;
}

/** A random command, and the stream it is about. */
export interface Proposal extends Idea {
  readonly stream: StreamName;
}

interface Idea {
  readonly id: string;
  readonly command: DomainCommand;
  /** The day before which nothing about the stream can have been stated. */
  readonly since?: LocalDate;
  readonly made?: (id: string) => void;
}

type Reader = Pick<EventStore, 'read'>;

/** A random command that has some chance of being accepted. */
export async function propose(
  dice: Dice,
  scene: Scene,
  store: Reader,
  today: LocalDate,
  turn: number,
): Promise<Proposal> {
  const [first] = scene.bodies;
  if (!first || scene.bodies.length < 2) return on('body', newBody(scene, turn));
  if (first.roles.length < 3) return on('body', bodyCommand(dice, scene, turn, today, first));
  const roll = dice.below(100);
  if (roll < 8) return on('person', personCommand(dice, scene, turn, today));
  if (roll < 20) return on('body', bodyCommand(dice, scene, turn, today, dice.pick(scene.bodies)));
  if (roll < 35) return on('meeting', await meetingCommand(dice, scene, store, turn, today));
  if (roll < 52) return on('matter', await matterCommand(dice, scene, store, turn));
  if (roll < 68) return on('decision', await decisionCommand(dice, scene, store, turn));
  return on('assignment', await assignmentCommand(dice, scene, store, turn));
}

const on = (kind: StreamKind, idea: Idea): Proposal => ({
  ...idea,
  stream: idea.command.type === 'ErasePerson' ? streamOf('register', '') : streamOf(kind, idea.id),
});

function newBody(scene: Scene, turn: number): Idea {
  const number = scene.bodies.length + 1;
  return {
    id: `b-${turn.toString()}`,
    command: {
      type: 'RegisterBody',
      name: `Samrådsorganet ${number.toString()}`,
      shortName: `SO${number.toString()}`,
    },
    made: (id) => scene.bodies.push({ id, roles: [], parties: [] }),
  };
}

function bodyCommand(
  dice: Dice,
  scene: Scene,
  turn: number,
  today: LocalDate,
  body: Scene['bodies'][number],
): Idea {
  const { id, roles, parties } = body;
  const about = (command: DomainCommand, made?: (id: string) => void): Idea => ({ id, command, made });
  const role = dice.maybe(roles, 1);
  const person = dice.maybe(scene.persons, 1);
  const roll = dice.below(12);
  if (roll < 3 || role === undefined) {
    const named = `r${turn.toString()}`;
    const party = dice.maybe(parties);
    return about(
      {
        type: 'DefineRole',
        role: named,
        title: `${dice.pick(titles)}s ansvariga`,
        kind: 'responsible',
        party,
      },
      () => roles.push(named),
    );
  }
  if (roll < 6 && person !== undefined) return about({ type: 'AppointHolder', role, person });
  if (roll < 8 && person !== undefined) return about({ type: 'RecordHolderLeft', role, person });
  if (roll === 8) return about({ type: 'FormPartyGroup', group: dice.pick(['g1', 'g2']), name: 'Kommunsam' });
  if (roll === 9) {
    const party = `p${turn.toString()}`;
    return about({ type: 'AdmitParty', party, name: 'Björkviks kommun', group: dice.maybe(['g1']) }, () =>
      parties.push(party),
    );
  }
  if (roll === 10 && parties.length > 0) return about({ type: 'RecordPartyLeft', party: dice.pick(parties) });
  const meetings = scene.meetings.filter((known) => known.body === id);
  if (meetings.length > 0 && dice.chance(0.5))
    return about({
      type: 'PlaceCycleEntry',
      topic: `Uppföljning ${today.slice(0, 4)}`,
      meeting: dice.pick(meetings).id,
    });
  return about({
    type: 'SetReminderPolicy',
    policy: {
      received: true,
      materialDays: 14,
      beforeMeeting: [42, 21],
      afterMeeting: [1],
      beforeEnd: [10],
      afterEnd: [1],
      escalateDays: 14,
    },
  });
}

function personCommand(dice: Dice, scene: Scene, turn: number, today: LocalDate): Idea {
  const known = dice.maybe(scene.persons, 0.6);
  if (known === undefined)
    return {
      id: `u-${turn.toString()}`,
      command: {
        type: 'RegisterPerson',
        name: `Åsa Ek ${turn.toString()}`,
        email: `asa${turn.toString()}@bjorkvik.example`,
      },
      made: (id) => scene.persons.push(id),
    };
  const roll = dice.below(8);
  if (roll < 3)
    return { id: known, command: { type: 'UpdatePerson', name: `Örjan Lind ${turn.toString()}` } };
  if (roll < 5) return { id: known, command: { type: 'StateAbsence', from: today, to: addDays(today, 14) } };
  if (roll < 7) return { id: known, command: { type: 'NameDeputy', deputy: dice.pick(scene.persons) } };
  return { id: '', command: { type: 'ErasePerson', person: known, reason: 'på egen begäran' } };
}

async function meetingCommand(
  dice: Dice,
  scene: Scene,
  store: Reader,
  turn: number,
  today: LocalDate,
): Promise<Idea> {
  const known = dice.maybe(scene.meetings, 0.65);
  if (!known) {
    const body = dice.pick(scene.bodies).id;
    return {
      id: `m-${turn.toString()}`,
      command: {
        type: 'ScheduleMeeting',
        body,
        kind: dice.pick(['ordinary', 'ordinary', 'extra', 'perCapsulam']),
        date: addDays(today, dice.below(260) - 100),
        title: dice.maybe(titles),
      },
      made: (id) => scene.meetings.push({ id, body }),
    };
  }
  const events = (await store.read(streamOf('meeting', known.id))).filter(isEventOf.meeting);
  const state = fold(meeting, events);
  const others = scene.meetings.filter(({ body }) => body === known.body);
  const about = (command: DomainCommand): Idea => ({ id: known.id, command, since: events[0]?.statedAt });
  const roll = dice.below(6);
  if (roll === 0)
    return about({ type: 'MoveMeeting', to: addDays(state.date, dice.below(60) - 20), reasonStated: false });
  if (roll === 1 && dice.chance(0.4)) return about({ type: 'CancelMeeting', reason: 'För få ärenden' });
  if (state.phase === 'held' && state.kind === 'perCapsulam' && roll < 5)
    return about({ type: 'ReportPerCapsulam', toMeeting: dice.pick(others).id });
  if (state.phase === 'held') return about({ type: 'ApproveNotes', atMeeting: dice.maybe(others)?.id });
  if (state.kind === 'perCapsulam')
    return about(
      roll < 4
        ? { type: 'ConcludePerCapsulam', outcome: 'Samtliga ställer sig bakom' }
        : { type: 'OpenPerCapsulam' },
    );
  return about({ type: 'RecordMeetingHeld', present: scene.persons.slice(0, 2), absent: [] });
}

async function matterCommand(dice: Dice, scene: Scene, store: Reader, turn: number): Promise<Idea> {
  const known = dice.maybe(scene.matters, 0.8);
  if (!known) {
    const body = dice.pick(scene.bodies).id;
    return {
      id: `ma-${turn.toString()}`,
      command: {
        type: 'OpenMatter',
        body,
        title: `${dice.pick(titles)} ${turn.toString()}`,
        number: `SO ${turn.toString()}`,
      },
      made: (id) => scene.matters.push({ id, body }),
    };
  }
  const events = (await store.read(streamOf('matter', known.id))).filter(isEventOf.matter);
  const state = fold(matter, events);
  const about = (command: DomainCommand): Idea => ({ id: known.id, command, since: events[0]?.statedAt });
  if (state.phase === 'closed') return about({ type: 'ReopenMatter', reason: 'Ny lagstiftning' });
  const planned = dice.maybe(state.milestones, 0.7)?.milestone;
  if (planned === undefined)
    return dice.chance(0.2)
      ? about({ type: 'LinkMatter', kind: 'document', target: `Remissversion ${turn.toString()}` })
      : about({
          type: 'PlanMilestone',
          label: 'Ställningstagande',
          date: dice.pick(deadlines),
          form: dice.maybe(['ordinary', 'perCapsulam']),
        });
  const roll = dice.below(10);
  if (roll < 6)
    return about({
      type: 'MoveMilestone',
      milestone: planned,
      to: dice.pick(deadlines),
      reasonStated: false,
    });
  if (roll === 6) return about({ type: 'ReachMilestone', milestone: planned });
  if (roll === 7) return about({ type: 'DropMilestone', milestone: planned, reason: 'Ingår i nästa' });
  return roll === 8
    ? about({ type: 'CloseMatter' })
    : about({ type: 'LinkMatter', kind: 'matter', target: dice.pick(scene.matters).id });
}

async function decisionCommand(dice: Dice, scene: Scene, store: Reader, turn: number): Promise<Idea> {
  const known = dice.maybe(scene.decisions, 0.65);
  if (!known) {
    const body = dice.pick(scene.bodies).id;
    const inBody = (about: { readonly body: string }): boolean => about.body === body;
    return {
      id: `d-${turn.toString()}`,
      command: {
        type: 'RecordDecision',
        body,
        title: `${dice.pick(titles)} ${turn.toString()}`,
        points: Array.from({ length: 1 + dice.below(3) }, (_, at) => ({
          kinds: dice.chance(0.5) ? ['assigned'] : [dice.pick(pointKinds)],
          text: `punkt ${(at + 1).toString()}`,
        })),
        meeting: dice.maybe(scene.meetings.filter(inBody), 0.7)?.id,
        agendaItem: `${(1 + dice.below(9)).toString()} b`,
        matter: dice.maybe(scene.matters.filter(inBody))?.id,
      },
      made: (id) => scene.decisions.push({ id, body }),
    };
  }
  const events = (await store.read(streamOf('decision', known.id))).filter(isEventOf.decision);
  const state = fold(decision, events);
  const about = (command: DomainCommand): Idea => ({ id: known.id, command, since: events[0]?.statedAt });
  const roll = dice.below(12);
  if (!state.confirmed && roll < 7) return about({ type: 'ConfirmDecision' });
  if (roll < 3) return about({ type: 'MarkNoActionNeeded', point: 1 + dice.below(state.points.length) });
  if (roll < 6)
    return about({
      type: 'CorrectDecision',
      reason: 'Skrivfel',
      points: [{ number: 1, kinds: ['noted', 'assigned'], text: `rättad ${turn.toString()}` }],
    });
  if (roll < 8)
    return about({
      type: 'AmendDecision',
      reason: 'Ny punkt',
      points: [{ number: state.points.length + 1, kinds: ['assigned'], text: 'ny punkt' }],
    });
  if (roll === 8) return about({ type: 'SupersedeDecision', by: dice.pick(scene.decisions).id });
  if (roll === 9 && dice.chance(0.3)) return about({ type: 'RevokeDecision', reason: 'Saknar grund' });
  return about({ type: 'DispatchDecision', to: ['p1'] });
}

async function assignmentCommand(dice: Dice, scene: Scene, store: Reader, turn: number): Promise<Idea> {
  const known = dice.maybe(scene.assignments, 0.8);
  if (!known) {
    const body = dice.pick(scene.bodies);
    const decided = dice.maybe(
      scene.decisions.filter((about) => about.body === body.id),
      0.7,
    )?.id;
    return {
      id: `a-${turn.toString()}`,
      command: {
        type: 'GiveAssignment',
        body: body.id,
        title: `${dice.pick(titles)} ${turn.toString()}`,
        kind: dice.chance(0.2) ? 'commitment' : 'assignment',
        responsible: body.roles.filter(() => dice.chance(0.3)),
        deadline: dice.maybe(deadlines, 0.85),
        deliverables: dice.chance(0.5) ? ['nulägesbild', 'förslag till mått'] : undefined,
        preconditions: dice.chance(0.2) ? ['efter dialog med parterna'] : undefined,
        recipient: dice.maybe(scene.bodies, 0.8)?.id,
        decision: decided,
        point: decided === undefined ? undefined : dice.maybe([1, 2]),
        matter: dice.maybe(scene.matters.filter((about) => about.body === body.id))?.id,
        replaces: dice.maybe(scene.assignments, 0.1)?.id,
      },
      made: (id) => scene.assignments.push({ id, body: body.id }),
    };
  }
  const events = (await store.read(streamOf('assignment', known.id))).filter(isEventOf.assignment);
  const state = fold(assignment, events);
  const about = (command: DomainCommand): Idea => ({ id: known.id, command, since: events[0]?.statedAt });
  const roles = scene.bodies.find(({ id }) => id === known.body)?.roles ?? [];
  const roll = dice.below(20);
  if (state.phase === 'closed' && roll < 12)
    return about({ type: 'ReopenAssignment', reason: 'Frågan är inte löst' });
  if (state.phase === 'finallyReported' && roll < 10)
    return about({ type: 'CloseAssignment', outcome: 'partly', reason: 'Resten i nytt uppdrag' });
  if (state.phase === 'finallyReported' && roll < 16)
    return about({ type: 'RequestSupplement', text: 'Kostnader saknas', deadline: dice.maybe(deadlines) });
  if (roll < 5) {
    const bound = dice.maybe(scene.meetings, 0.2)?.id;
    return about({
      type: 'MoveDeadline',
      to: dice.pick(deadlines),
      boundToMeeting: bound,
      reasonStated: false,
    });
  }
  if (roll < 8)
    return about({
      type: 'ReportProgress',
      status: dice.pick(['onTrack', 'atRisk', 'delayed']),
      text: `läge ${turn.toString()}`,
    });
  if (roll < 10 && state.deliverables.length > 0)
    return about({
      type: 'ReportDeliverable',
      deliverable: dice.pick(state.deliverables).deliverable,
      result: dice.pick(['full', 'partial']),
      why: 'data finns',
    });
  if (roll === 10) return about({ type: 'AddResponsible', role: dice.maybe(roles, 1) ?? 'r0' });
  if (roll === 11) return about({ type: 'ReleaseResponsible', role: dice.maybe(roles, 1) ?? 'r0' });
  if (roll === 12) return about({ type: 'NameRecipient', recipient: dice.pick(scene.bodies).id });
  if (roll === 13) return about({ type: 'AcknowledgeAssignment' });
  if (roll === 14) return about({ type: 'DefineDeliverable', text: `leverans ${turn.toString()}` });
  if (roll === 15) return about({ type: 'PromoteCommitment' });
  if (roll === 16) return about({ type: 'MeetPrecondition', precondition: 'c1' });
  if (roll === 17) return about({ type: 'ReplaceAssignment', by: dice.pick(scene.assignments).id });
  if (roll === 18)
    return about({ type: 'CloseAssignment', outcome: 'lapsed', reason: 'Inte längre aktuellt' });
  return about({ type: 'SubmitFinalReport', text: `slutrapport ${turn.toString()}` });
}
