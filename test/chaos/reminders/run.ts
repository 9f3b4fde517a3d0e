import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { commandExecutor } from '../../../src/commands/execute.js';
import { readConfig } from '../../../src/config.js';
import { fold } from '../../../src/domain/decider.js';
import { idOf, isEventOf, type Recorded, streamOf } from '../../../src/domain/events.js';
import { isSettled, letter } from '../../../src/domain/reminder/letter.js';
import type { EventStore } from '../../../src/event-store/event-store.js';
import { openParts, type Parts } from '../../../src/parts.js';
import { openLetters } from '../../../src/projections/reminders.js';
import { ReminderEngine } from '../../../src/reminders/engine.js';
import { compose } from '../../../src/reminders/letters/compose.js';
import { SmtpMailer } from '../../../src/reminders/smtp.js';
import { Dice } from '../../support/histories.js';
import { eventsOf } from '../checks.js';
import { judge, type Sight } from './judge.js';
import { type Conversation, MailServer, type Reply, type Step } from './mail-server.js';
import { addressOf, dueDay, lettersTo, quietDays, Town } from './town.js';

/** A run that is over, and all that befell it. */
export interface Run extends Sight {
  /** The words on the command line that do it again. */
  readonly again: string;
  /** How often each fault came. */
  readonly faults: Readonly<Record<string, number>>;
  readonly seconds: number;
}

/** What a run is given to bear. Shares are of the moments at which it could happen. */
interface Mood {
  readonly workers: number;
  readonly assignments: number;
  readonly server: number;
  readonly death: number;
  readonly standing: number;
  readonly change: number;
  /** Nobody gets through on the first day; no address works on any. */
  readonly all?: 'down' | 'broken';
}

const actor = { id: 'kaos', grants: [{ body: '*', role: 'secretary' as const }] };
const leaseMs = 5 * 60_000;
/** Minutes after eight at which everybody looks for what is due. */
const minutes = [0, 1, 2, 4, 7, 12, 20, 35, 60, 100, 160, 240, 330, 420];
const tries = 3;
/** How long a worker bears with a mail server that says nothing, in ms: little where one does, much where none does, however busy this machine is. */
const [patience, calm] = [1_000, 60_000];
/** What a look that has waited ten seconds for its turn on a busy machine says; the next one makes good for it. */
const tooSlow = 'does not follow the log';

function moodOf(dice: Dice): Mood {
  const all = dice.maybe(['down', 'broken'] as const, 0.06);
  return {
    workers: 1 + dice.below(3),
    assignments: 3 + dice.below(7),
    server: dice.pick([0, 0.3, 0.7]),
    death: dice.pick([0, 0.2, 0.5]),
    standing: dice.pick([0, 0.2, 0.5]),
    change: dice.pick([0, 0.2, 0.6]),
    ...(all && { all }),
  };
}

type Fault = 'later' | 'never' | 'hang' | 'drop' | 'slow' | 'killed' | 'stands still' | 'change';

/** What can befall a conversation at each of its steps; `change` stands for everything that can happen to an assignment. */
const possible: { readonly [S in Step]: readonly Fault[] } = {
  sender: ['later', 'drop', 'hang', 'slow', 'killed', 'stands still', 'change'],
  recipient: ['later', 'never', 'drop', 'hang', 'slow', 'killed', 'stands still', 'change'],
  data: ['killed', 'change'],
  dot: ['later', 'never', 'drop', 'hang', 'slow', 'killed', 'stands still'],
  taken: ['drop', 'hang', 'killed', 'stands still', 'change'],
  answered: ['drop', 'killed', 'change'],
};

const shareOf = (fault: Fault, mood: Mood): number => {
  switch (fault) {
    case 'killed':
      return mood.death;
    case 'stands still':
      return mood.standing;
    case 'change':
      return mood.change;
    case 'later':
    case 'never':
    case 'hang':
    case 'drop':
    case 'slow':
      return mood.server;
  }
};

/** A number made of a seed and words, the same whatever happened before. */
function mixed(seed: number, words: string): number {
  let made = seed;
  for (const sign of words) made = (Math.imul(made, 31) + sign.charCodeAt(0)) | 0;
  return made;
}

/** Addresses of letters whose sender says that it had no answer, once for each time. */
const unanswered = (events: readonly Recorded[]): string[] =>
  events.flatMap(({ type, data, stream }) =>
    type === 'LetterUnknown' && data.why === 'noAnswer' ? [addressOf(idOf(stream).split('.')[1] ?? '')] : [],
  );

/** A worker of its own, that can be killed: from then on it says nothing more to log or mail server. */
class Worker {
  readonly engine: ReminderEngine;
  readonly #mailer: SmtpMailer;
  #dead = false;
  readonly #killed: Promise<void>;
  #die: () => void = () => undefined;

  constructor(
    readonly name: string,
    parts: Parts,
    url: string,
    patience: number,
    onTrouble: (message: string) => void,
  ) {
    const { store, models, log, clock, baseUrl, linkSecret } = parts;
    this.#killed = new Promise((resolve) => {
      this.#die = resolve;
    });
    this.#mailer = new SmtpMailer({ url, from: name, connectMs: patience, silentMs: patience });
    this.engine = new ReminderEngine({
      office: () =>
        Promise.resolve({
          store: this.#mortal(store),
          models,
          clock,
          mailer: this.#mailer,
          compose,
          desk: { models, log, baseUrl, timeZone: clock.timeZone, linkSecret },
          worker: name,
          leaseMs,
        }),
      onTrouble,
    });
  }

  get alive(): boolean {
    return !this.#dead;
  }

  kill(): void {
    this.#dead = true;
    this.#mailer.close();
    this.#die();
  }

  /** Looks for what is due, until that is done, fails, which has been told, or it is killed. */
  async look(): Promise<void> {
    await Promise.race([this.engine.run().catch(() => undefined), this.#killed]);
  }

  #mortal(store: EventStore): EventStore {
    const living = async <T>(work: () => Promise<T>): Promise<T> => {
      if (this.#dead) return new Promise(() => undefined);
      const done = await work();
      return this.#dead ? new Promise(() => undefined) : done;
    };
    return {
      append: (...call) => living(() => store.append(...call)),
      read: (stream) => living(() => store.read(stream)),
      follow: (...call) => store.follow(...call),
      head: () => living(() => store.head()),
      erase: (stream) => living(() => store.erase(stream)),
      close: () => Promise.resolve(),
    };
  }
}

/** One run of the real engine, its log in memory and a real mail server, with everything that the seed says befalls them. */
export async function run(seed: number, onOver?: (events: readonly Recorded[]) => void): Promise<Run> {
  const began = performance.now();
  const standing = monitorEventLoopDelay();
  standing.enable();
  const dice = new Dice(seed);
  const mood = moodOf(dice);
  const trouble: string[] = [];
  const fail = (error: unknown): never => {
    throw error instanceof Error ? error : new Error(String(error));
  };
  const parts = await openParts(readConfig({ EVENT_STORE: 'memory', DEMO: '1' }), {
    onTrouble: (message) => trouble.push(message),
    onFailure: fail,
  });
  const server = await MailServer.open({ meets: () => Promise.resolve(undefined), turn: () => 0 });
  try {
    const play = new Play(seed, mood, parts, server, (message) => {
      if (message.endsWith(tooSlow)) play.count('the machine, too busy for a look');
      else trouble.push(message);
    });
    await play.whole(dice);
    standing.disable();
    const tooBusy = standing.max / 1e6 > patience / 4;
    if (tooBusy) play.count('the machine, too busy');
    const events = eventsOf(parts.log);
    onOver?.(events);
    const sight = await judge({
      events,
      received: server.received,
      ambiguous: [...server.ambiguous, ...play.ambiguous, ...(tooBusy ? unanswered(events) : [])],
      acknowledged: play.town.acknowledged,
      day: quietDays[1],
      timeZone: parts.clock.timeZone,
    });
    sight.flaws.push(...trouble);
    return {
      ...sight,
      again: `--runs 1 --seed ${seed.toString()}`,
      faults: play.faults,
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await server.close();
    await parts.close();
  }
}

class Play {
  readonly town: Town;
  readonly faults: Record<string, number> = {};
  readonly ambiguous: string[] = [];
  #workers: Worker[] = [];
  #born = 0;
  #turn = 0;
  #restless = false;
  readonly #met = new Map<string, number>();
  /** By worker, the addresses whose letters it has been asked the text of. */
  readonly #asked = new Map<string, Set<string>>();

  constructor(
    private readonly seed: number,
    private readonly mood: Mood,
    private readonly parts: Parts,
    private readonly server: MailServer,
    private readonly onTrouble: (message: string) => void,
  ) {
    const execute = commandExecutor(parts.store, parts.clock);
    const turn = (): number => (this.#turn += 1);
    this.town = new Town(async (id, command) => {
      await execute(id, command, { actor, when: {}, correlationId: 'kaos' });
    }, turn);
    server.behave({
      meets: (step, talk) => this.#meets(step, talk),
      turn,
      head: () => parts.log.head(),
    });
  }

  /** The log is filled, a day with everything the seed says, and two days on which nothing befalls anybody. */
  async whole(dice: Dice): Promise<void> {
    const { clock } = this.parts;
    await this.town.settle(this.mood.assignments, dice, (instant) => clock.moveTo(instant));
    clock.moveTo(`${dueDay}T05:59:00.000Z`);
    this.#restless = true;
    this.#fill();
    await this.#look();
    await this.#day(dueDay, dice);
    this.#restless = false;
    for (const worker of this.#workers) worker.kill();
    for (const day of quietDays) await this.#day(day, dice);
  }

  async #day(day: string, dice: Dice): Promise<void> {
    const { clock, models } = this.parts;
    for (const minute of minutes) {
      const at = new Date(Date.parse(`${day}T06:00:30.000Z`) + minute * 60_000).toISOString();
      if (at > clock.now()) clock.moveTo(at);
      if (this.#restless && dice.chance(this.mood.change)) {
        this.count('changed between');
        await this.town.happens(dice);
      }
      this.#fill();
      await this.#look();
      await this.#look();
      if (minute > 7 && openLetters(models.db, 1).length === 0) return;
    }
  }

  /** Who was killed is replaced. */
  #fill(): void {
    this.#workers = this.#workers.filter(({ alive }) => alive);
    while (this.#workers.length < this.mood.workers) {
      this.#born += 1;
      const name = `arbetare-${this.#born.toString()}@logg.example`;
      this.#workers.push(
        new Worker(name, this.parts, this.server.url, this.#restless ? patience : calm, this.onTrouble),
      );
    }
  }

  async #look(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.look()));
  }

  /** What befalls a conversation at a step: the same for the same seed, address, step and time of asking. */
  async #meets(step: Step, { from, to }: Conversation): Promise<Reply | undefined> {
    if (step === 'data') this.#asked.set(from, (this.#asked.get(from) ?? new Set()).add(to));
    const key = `${to} ${step}`;
    const nth = (this.#met.get(key) ?? 0) + 1;
    this.#met.set(key, nth);
    if (this.mood.all === 'broken' && step === 'recipient') return { code: 550 };
    if (this.mood.all === 'down' && this.#restless && step === 'sender') return 'drop';
    if (!this.#restless || (nth > tries && step !== 'sender')) return undefined;
    const dice = new Dice(mixed(this.seed, `${key} ${nth.toString()}`));
    const fault = dice.pick(possible[step]);
    if (!dice.chance(shareOf(fault, this.mood))) return undefined;
    this.count(`${fault}, ${step}`);
    return this.#befall(fault, step, from, dice);
  }

  async #befall(fault: Fault, step: Step, from: string, dice: Dice): Promise<Reply | undefined> {
    const worker = this.#workers.find(({ name }) => name === from);
    switch (fault) {
      case 'later':
        return { code: 451 };
      case 'never':
        return { code: step === 'dot' ? 554 : 550 };
      case 'hang':
      case 'drop':
        return fault;
      case 'slow':
        await pause(patience / 4);
        return undefined;
      case 'change':
        await this.town.happens(dice);
        return undefined;
      case 'killed':
        worker?.kill();
        this.ambiguous.push(...this.#unsettled(from));
        return 'drop';
      case 'stands still': {
        const { clock } = this.parts;
        clock.moveTo(new Date(Date.parse(clock.now()) + leaseMs + 1_000).toISOString());
        for (const { name } of this.#workers) this.ambiguous.push(...this.#unsettled(name));
        const others = this.#workers.filter((other) => other !== worker && other.alive);
        await Promise.race([Promise.all(others.map((other) => other.look())), pause(patience / 4)]);
        return undefined;
      }
    }
  }

  /** Addresses of the letters of a worker that it has handed over, as far as anybody can know, and that are not settled. */
  #unsettled(from: string): string[] {
    const settled = (id: string): boolean => {
      const story = this.parts.log.stream(streamOf('letter', id)).filter(isEventOf.letter);
      return story.length === 0 || isSettled(fold(letter, story));
    };
    return [...(this.#asked.get(from) ?? [])].filter((to) => !lettersTo(to).every(settled));
  }

  /** Something befell somebody. */
  count(what: string): void {
    this.faults[what] = (this.faults[what] ?? 0) + 1;
  }
}
