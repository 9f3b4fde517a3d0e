import type { Clock } from '../../src/clock.js';
import type { Call } from '../../src/commands/commands.js';
import { commandExecutor, type ExecuteCommand } from '../../src/commands/execute.js';
import { finishErasures } from '../../src/commands/handlers.js';
import { type EventType, type Recorded, type StreamName, streamOf } from '../../src/domain/events.js';
import { Refusal } from '../../src/domain/refusal.js';
import { isErasable } from '../../src/event-store/erasable.js';
import {
  type EventStore,
  StoreUnavailable,
  WrongExpectedRevision,
} from '../../src/event-store/event-store.js';
import { type Executed, KeyReused } from '../../src/event-store/run-decider.js';
import { SqliteEventStore } from '../../src/event-store/sqlite.js';
import { checkLog as checkRules } from '../../src/ops/log-check.js';
import type { Instant } from '../../src/domain/when.js';
import { localDays } from '../../src/projections/local-days.js';
import { allProjections } from '../../src/projections/all.js';
import { Runner } from '../../src/projections/runner.js';
import { type Acknowledged, checkLog, eventsOf, type Flaws, noFlaws } from '../chaos/checks.js';
import { callOf, type Dice, propose, type Proposal, type Scene } from '../support/histories.js';
import { takeAll, timeZone } from '../support/tables.js';
import type { Disk, Trap } from './disk.js';
import { checkModels, type Ground, lay } from './ground.js';
import { type Life, Stage } from './stage.js';
import { TroubledStore } from './troubled-store.js';

/** A fault planted in what is tried, to see that it is found. */
export type Plant = 'revisionIgnored' | 'keyForgotten' | 'checkpointFirst' | 'answeredTooEarly';

/** What is counted in all histories of a run, and what it is called. */
export const counted = {
  commands: 'commands',
  acknowledged: 'acknowledged',
  refused: 'refused by a rule',
  conflicts: 'refused: somebody was first',
  unanswered: 'unanswered, sent again',
  replayed: '  of which done already',
  late: 'appends given up and done later',
  ends: 'ends of a process',
  endsInBatch: '  in the middle of a batch',
  modelsLost: '  with its read models lost',
  failedBatches: 'batches that failed',
  turns: 'turns of the dice',
} as const;

export type Counts = Record<keyof typeof counted, number>;

export const noCounts = (): Counts => ({
  commands: 0,
  acknowledged: 0,
  refused: 0,
  conflicts: 0,
  unanswered: 0,
  replayed: 0,
  late: 0,
  ends: 0,
  endsInBatch: 0,
  modelsLost: 0,
  failedBatches: 0,
  turns: 0,
});

/** What came of a history: everything that happened, in order, and what was wrong. */
export interface Told {
  readonly trace: readonly string[];
  readonly flaws: Flaws;
}

interface Sent extends Proposal {
  readonly call: Call;
}

type Answer = Executed | Refusal | WrongExpectedRevision | 'none';

const clients = 3;
const localDay = localDays(timeZone);
const keyOf = (sent: Sent): string => sent.call.key?.key ?? '';

/** One process: it has the log and answers commands until it ends. */
interface Process extends Life {
  readonly execute: ExecuteCommand;
  /** Settles when the process ends: whoever waits for it gets no answer. */
  readonly ended: Promise<'none'>;
  readonly end: () => void;
}

/** What a history works with. */
export interface Surroundings {
  readonly dice: Dice;
  readonly ground: Ground;
  /** Read models that have taken in nothing; given back as they were. */
  readonly blank: Disk;
  readonly counts: Counts;
  readonly plant?: Plant;
}

/** Makes a history from the numbers its dice show, and holds it against what must be true of all of them. */
export async function makeHistory(around: Surroundings): Promise<Told> {
  const log = SqliteEventStore.open(':memory:');
  await lay(log, around.ground.history.steps);
  const history = new Unfolding(around, log);
  try {
    await history.unrest();
    await history.peace();
    await history.check();
  } catch (error) {
    history.flaws.misbehaved.push(wordsOf(error));
  } finally {
    history.giveBack();
    await log.close();
  }
  return { trace: history.trace, flaws: history.flaws };
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/**
 * Three clients who send commands, and send them again when no answer comes; a process that ends and starts again; a log that
 * fails; read models that follow it; a clock.
 */
class Unfolding {
  readonly trace: string[] = [];
  readonly flaws = noFlaws();
  readonly #dice: Dice;
  readonly #counts: Counts;
  readonly #stage: Stage;
  readonly #clock: Clock;
  readonly #scene: Scene;
  readonly #acknowledged = new Map<Sent, Acknowledged>();
  readonly #acceptable = new Map<string, EventType[]>();
  readonly #late = new Set<string>();
  readonly #unsettled = new Set<Sent>();
  #last: Sent | undefined;
  #process: Process;
  #disk: Disk;
  #runner: Runner;
  #now: number;
  #peaceful = false;
  #busy = 0;
  #number = 1_000;

  constructor(
    private readonly around: Surroundings,
    private readonly log: SqliteEventStore,
  ) {
    this.#dice = around.dice;
    this.#counts = around.counts;
    this.#stage = new Stage(around.dice, this.trace);
    const { today, scene, events } = around.ground.history;
    this.#now = Date.parse(`${today}T07:00:00.000Z`);
    const now = (): Instant => new Date(this.#now).toISOString();
    this.#clock = { timeZone, now, today: () => localDay(now()) };
    this.#scene = copyOf(scene);
    for (const { command, type } of events) if (command) this.#invite(command.key, type);
    this.#disk = around.ground.inUse;
    this.#disk.begin();
    this.#process = this.#startProcess();
    this.#runner = this.#openModels();
  }

  giveBack(): void {
    this.#disk.takeBack();
  }

  /** Everything happens at once, and anything may fail. */
  async unrest(): Promise<void> {
    this.#busy = clients;
    for (let client = 1; client <= clients; client++) void this.#client(`client ${client.toString()}`);
    await this.#stage.settled();
    while (this.#busy > 0 || !this.#stage.empty) {
      this.#counts.turns += 1;
      this.#timePasses();
      const roll = this.#dice.below(100);
      if (roll < 2) await this.#endProcess();
      else if (roll < 12) await this.#takeIn();
      else await this.#stage.next();
    }
  }

  /** Nothing fails any more: the process starts once more, and what got no answer is sent until it gets one. */
  async peace(): Promise<void> {
    this.#peaceful = true;
    this.#counts.late += this.#late.size;
    await this.#endProcess();
    for (const sent of this.#unsettled)
      void this.#send(sent).then((settled) => {
        if (!settled) this.flaws.misbehaved.push(`${keyOf(sent)} gets no answer`);
      });
    await this.#stage.settled();
    while (!this.#stage.empty) await this.#stage.next();
    for (const sent of this.#unsettled) this.flaws.misbehaved.push(`${keyOf(sent)} waits for nothing`);
  }

  /** Holds everything against what was acknowledged. */
  async check(): Promise<void> {
    const { log } = this.log;
    const events = eventsOf(log);
    const came = [...this.#late].filter((key) => !this.#acceptable.has(key));
    for (const { command, type } of events)
      if (command && came.includes(command.key)) this.#invite(command.key, type);
    const standing = [...this.#acknowledged].filter(([{ stream }]) => !isErased(log.stream(stream), stream));
    const erased = events.some(({ type }) => type === 'PersonErased');
    const acknowledged = new Map(standing.map(([sent, answer]) => [keyOf(sent), answer]));
    checkLog(events, acknowledged, this.#acceptable, !erased, this.flaws);
    checkRules(log, timeZone, ({ code, where, en }) => {
      if (code !== 'loop' || this.#late.size === 0) this.flaws.misbehaved.push(`${code} ${where}: ${en}`);
    });
    for (const [sent, answer] of standing) await this.#askAgain(sent, answer);
    takeAll(this.#runner);
    checkModels(this.#disk, this.around.ground.rebuilt, log, this.flaws);
  }

  #invite(key: string, type: EventType): void {
    this.#acceptable.set(key, [...(this.#acceptable.get(key) ?? []), type]);
  }

  #timePasses(): void {
    const roll = this.#dice.below(40);
    if (roll === 0) this.#now += this.#dice.below(40 * 86_400_000);
    else if (roll === 1) this.#now -= this.#dice.below(300_000);
    else this.#now += this.#dice.below(2_000);
  }

  async #client(name: string): Promise<void> {
    try {
      for (let left = 1 + this.#dice.below(2); left > 0; left--) {
        await this.#stage.wait(name);
        const sent = await this.#compose();
        for (let attempts = 4; attempts > 0 && !(await this.#send(sent)); attempts--)
          await this.#stage.wait(`${name} waits`);
      }
    } catch (error) {
      this.flaws.misbehaved.push(wordsOf(error));
    } finally {
      this.#busy -= 1;
    }
  }

  /** A new command; often one that rivals the last one that anybody sent. */
  async #compose(): Promise<Sent> {
    const last = this.#last;
    const turn = (this.#number += 1);
    const today = this.#clock.today();
    const proposal =
      last && this.#dice.chance(0.35)
        ? rivalOf(last)
        : await propose(this.#dice, this.#scene, this.log, today, turn);
    const expected =
      proposal.stream === last?.stream && this.#dice.chance(0.8)
        ? last.call.expected
        : await this.#expected(proposal.stream);
    const sent = { ...proposal, call: { ...callOf(this.#dice, turn, today, proposal.since), expected } };
    this.#last = sent;
    this.#unsettled.add(sent);
    this.#counts.commands += 1;
    const at = expected === undefined ? '' : ` at ${expected.toString()}`;
    this.trace.push(`  ${keyOf(sent)}: ${sent.command.type} on ${sent.stream}${at}`);
    return sent;
  }

  /** The revision a client names: mostly the one it has seen, sometimes an older one, often none. */
  async #expected(stream: StreamName): Promise<number | undefined> {
    const revision = await this.#revision(stream);
    if (revision < 0 || this.#dice.chance(0.4)) return undefined;
    return this.#dice.chance(0.1) ? revision - 1 : revision;
  }

  async #revision(stream: StreamName): Promise<number> {
    return (await this.log.read(stream)).at(-1)?.revision ?? -1;
  }

  /** Sends a command. Whether there was an answer after which it need not be sent again. */
  async #send(sent: Sent): Promise<boolean> {
    const process = this.#process;
    const before = await this.#revision(sent.stream);
    const { id, command, call } = sent;
    const given = this.around.plant === 'keyForgotten' ? { ...call, key: undefined } : call;
    const answer = await Promise.race([process.execute(id, command, given).catch(answerIn), process.ended]);
    if (answer === 'none') {
      this.trace.push(`  no answer to ${keyOf(sent)}`);
      this.#counts.unanswered += 1;
      return false;
    }
    this.#unsettled.delete(sent);
    if (answer instanceof WrongExpectedRevision)
      this.#inConflict(sent, answer, before, await this.#revision(sent.stream));
    else if (answer instanceof Refusal) this.#refused(sent, answer);
    else this.#done(sent, answer);
    return true;
  }

  #done(sent: Sent, { id, revision, position, types, replayed }: Executed): void {
    this.trace.push(`  ${keyOf(sent)} done: ${types.join()} ${revision.toString()} ${position ?? ''}`);
    this.#counts.acknowledged += 1;
    if (replayed) this.#counts.replayed += 1;
    const { expected } = sent.call;
    if (expected !== undefined && types.length > 0 && revision !== expected + types.length)
      this.flaws.misbehaved.push(
        `${keyOf(sent)} was to follow ${expected.toString()} and is ${revision.toString()}`,
      );
    if (position === null || types.length === 0) return;
    this.#acceptable.set(keyOf(sent), [...types]);
    this.#acknowledged.set(sent, { place: { id, revision, position }, leadsTo: types });
    sent.made?.(id);
  }

  #refused(sent: Sent, refusal: Refusal): void {
    this.trace.push(`  ${keyOf(sent)} refused: ${refusal.message}`);
    this.#counts.refused += 1;
  }

  /** A conflict says where the stream stood at some time while the command was under way. */
  #inConflict(sent: Sent, conflict: WrongExpectedRevision, before: number, after: number): void {
    this.trace.push(`  ${keyOf(sent)} in conflict: ${conflict.message}`);
    this.#counts.conflicts += 1;
    const current = conflict.current === 'none' ? -1 : conflict.current;
    const { expected } = sent.call;
    if (isErasable(sent.stream)) return;
    if (expected === undefined || current === expected || current < before || current > after)
      this.flaws.misbehaved.push(
        `${keyOf(sent)} at ${String(expected)}: told ${current.toString()}, stood at ${before.toString()} to ${after.toString()}`,
      );
  }

  /** The same key, with the same content and with another, when all is done. */
  async #askAgain({ id, command, call, stream }: Sent, { place, leadsTo }: Acknowledged): Promise<void> {
    const execute = commandExecutor(this.log, this.#clock);
    const key = call.key?.key ?? '';
    const again = await execute(id, command, call).catch(wordsOf);
    const { revision, position } = place;
    const same =
      typeof again !== 'string' &&
      again.replayed &&
      again.stream === stream &&
      again.revision === revision &&
      again.position === position &&
      again.types.join() === leadsTo.join();
    if (!same) this.flaws.changed.push(`${key}: ${JSON.stringify(again)}`);
    if (this.#dice.chance(0.8)) return;
    const other = { ...call, key: { key, digest: 'other content' } };
    const refused = await execute(id, command, other).catch((error: unknown) => error);
    if (!(refused instanceof KeyReused)) this.flaws.changed.push(`${key} with other content is accepted`);
  }

  #startProcess(): Process {
    const life: Life = { alive: true };
    const beneath = this.around.plant ? planted(this.log, this.around.plant) : this.log;
    const store = new TroubledStore(beneath, this.#stage, this.#dice, life, this.#late, this.#peaceful);
    let end = (): void => undefined;
    const ended = new Promise<'none'>((resolve) => {
      end = () => resolve('none');
    });
    finishErasures(store).catch(() => undefined);
    return Object.assign(life, { execute: commandExecutor(store, this.#clock), ended, end });
  }

  /** The process ends, in the middle of a batch of the read models or elsewhere, and another one starts. */
  async #endProcess(): Promise<void> {
    this.#counts.ends += 1;
    if (this.#dice.chance(0.4)) await this.#takeIn({ kind: 'ends', after: this.#dice.below(60) });
    this.trace.push('the process ends');
    this.#stage.end(this.#process);
    this.#process.end();
    if (this.#dice.chance(0.2)) {
      this.trace.push('  and its read models are lost');
      this.#counts.modelsLost += 1;
      this.#disk.takeBack();
      this.#disk = this.around.blank;
      this.#disk.begin();
    }
    this.#process = this.#startProcess();
    this.#runner = this.#openModels();
    await this.#stage.settled();
  }

  #openModels(): Runner {
    return new Runner(this.#disk.db, this.log.log, allProjections, timeZone);
  }

  /** The read models take in the next few facts, if nothing befalls them. */
  async #takeIn(trap?: Trap): Promise<void> {
    const size = 1 + this.#dice.below(9);
    const failing: Trap = { kind: 'fails', after: this.#dice.below(60) };
    const befalls = trap ?? (this.#dice.chance(0.1) ? failing : undefined);
    const outcome = this.#disk.withTrap(befalls, () => this.#runner.step(size));
    this.trace.push(`a batch of ${size.toString()}: ${outcome}, at ${this.#runner.position ?? '0'}`);
    if (outcome === 'failed') this.#counts.failedBatches += 1;
    if (outcome !== 'ended') return;
    this.#counts.endsInBatch += 1;
    if (this.around.plant === 'checkpointFirst')
      this.#disk.db.exec(`UPDATE checkpoint SET position = ${this.log.log.head() ?? 'NULL'}`);
  }
}

/** Somebody else does the same, or, where one decision is to supersede another, the opposite. */
function rivalOf({ id, command, since, stream }: Sent): Proposal {
  return command.type === 'SupersedeDecision' || command.type === 'ReplaceAssignment'
    ? {
        id: command.by,
        command: { ...command, by: id },
        since,
        stream: streamOf(command.type === 'SupersedeDecision' ? 'decision' : 'assignment', command.by),
      }
    : { id, command, since, stream };
}

function copyOf({ bodies, persons, meetings, matters, decisions, assignments }: Scene): Scene {
  return {
    bodies: bodies.map(({ id, roles, parties }) => ({ id, roles: [...roles], parties: [...parties] })),
    persons: [...persons],
    meetings: [...meetings],
    matters: [...matters],
    decisions: [...decisions],
    assignments: [...assignments],
  };
}

/** What a client learns from an error: an answer, or none. Throws what no client should see. */
function answerIn(error: unknown): Answer {
  if (error instanceof Refusal || error instanceof WrongExpectedRevision) return error;
  if (error instanceof StoreUnavailable) return 'none';
  throw error;
}

const isErased = (events: readonly Recorded[], stream: StreamName): boolean =>
  events.length === 0 && isErasable(stream);

/** The log with a fault planted in it. */
function planted(log: SqliteEventStore, plant: Plant): EventStore {
  const appends = {
    revisionIgnored: (stream, events) => log.append(stream, events, 'any'),
    answeredTooEarly: async (stream) => ({
      revision: ((await log.read(stream)).at(-1)?.revision ?? -1) + 1,
      position: String(Number((await log.head()) ?? '0') + 1),
    }),
  } satisfies Partial<Record<Plant, EventStore['append']>>;
  const append = plant === 'revisionIgnored' || plant === 'answeredTooEarly' ? appends[plant] : undefined;
  return new Proxy<EventStore>(log, {
    get: (target, property) => {
      if (property === 'append' && append) return append;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
