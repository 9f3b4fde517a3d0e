import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { commandExecutor } from '../../../src/commands/execute.js';
import { readConfig } from '../../../src/config.js';
import { fold } from '../../../src/domain/decider.js';
import { idOf, isEventOf, kindOf, streamOf } from '../../../src/domain/events.js';
import { isSettled, letter, type LetterState } from '../../../src/domain/reminder/letter.js';
import { LocalLog } from '../../../src/event-store/local-log.js';
import { files } from '../../../src/log.js';
import { openParts } from '../../../src/parts.js';
import type { ReadableLog } from '../../../src/projections/projection.js';
import type { RedisServer } from '../../support/redis-server.js';
import { Dice } from '../../support/histories.js';
import { eventsOf } from '../checks.js';
import { EsdbProcess } from '../esdb.js';
import { Program } from '../program.js';
import { judge, type Sight } from './judge.js';
import { type Conversation, MailServer, type Reply, type Step } from './mail-server.js';
import { NotAcknowledged, overHttp } from './over-http.js';
import { befallRedis, type RedisTrouble, troubleName } from './redis-trouble.js';
import type { Run } from './run.js';
import { SharedClock } from './shared-clock.js';
import { dueDay, lettersTo, quietDays, type Tell, Town } from './town.js';

export interface RealOptions {
  /** `dist/main.js` of the program to try. */
  readonly main: string;
  readonly seed: number;
  /** Programs on one log; more than one need a store of their own. */
  readonly programs: 1 | 2;
  /** Wake-ups come from a Redis of its own, which something befalls: this, as the first letters are due, or now and then anything. */
  readonly redis?: RedisTrouble | 'anything' | 'nothing';
  /** The one thing that befalls anybody, instead of what the seed brings. */
  readonly once?: Once;
}

/** In the first conversation that comes to a step its program is stopped for so long, past its claim, or the mail server says nothing more. */
export type Once = { readonly step: Step } & (
  { readonly fault: 'stopped'; readonly seconds: number } | { readonly fault: 'hang' }
);

const actor = { id: 'kaos', grants: [{ body: '*', role: 'secretary' as const }] };
const secret = 'the-secret-of-the-letters-is-long-enough';
const quickTime = pathToFileURL(join(import.meta.dirname, 'quick-time.mjs')).href;
const minutes = [0, 1, 3, 7, 13, 21, 34, 55, 90, 150, 240, 360];
/** How long one look at what is due may take, and how long is waited for everything to come right, in ms. */
const [look, patience] = [200, 40_000];
/** How long is waited for letters that nobody sees to, in ms. */
const inVain = 3_000;
/** Longer than the program bears with a mail server that says nothing, in ms. */
const silence = 35_000;

/** What befalls Redis now and then. */
const passing: readonly RedisTrouble[] = [
  { kind: 'killed' },
  { kind: 'flushed' },
  { kind: 'cut' },
  { kind: 'stopped', seconds: 1 },
];

const possible = {
  sender: ['killed', 'stopped', 'change'],
  recipient: ['killed', 'stopped', 'change', 'later', 'never', 'drop'],
  data: ['killed', 'stopped', 'change'],
  dot: ['killed', 'stopped', 'later', 'drop'],
  taken: ['killed', 'stopped', 'drop', 'change'],
  answered: ['killed', 'change'],
} as const satisfies Record<Step, readonly string[]>;
type Fault = (typeof possible)[Step][number];

/** The built program, its log on disk or in a store beside it, killed with SIGKILL and stopped with SIGSTOP under a real mail server. */
export async function realRun(options: RealOptions): Promise<Run> {
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), 'beslutslogg-chaos-'));
  const play = new RealPlay(options, folder);
  try {
    const sight = await play.whole();
    if (sight.flaws.length === 0) rmSync(folder, { recursive: true, force: true });
    else sight.flaws.push(`the data is kept in ${folder}`);
    return {
      ...sight,
      again: `--runs 1 --seed ${options.seed.toString()}`,
      faults: play.faults,
      seconds: (performance.now() - began) / 1000,
    };
  } finally {
    await play.end();
  }
}

/** A log with a town in it, looked at from outside, and what a program needs to work on it. */
interface Ground {
  readonly log: ReadableLog;
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Fills a log of its own kind: a file for one program, a store beside them for several. */
async function layGround(
  { programs, seed }: RealOptions,
  folder: string,
  settle: (tell: Tell, at: (instant: string) => void) => Promise<void>,
): Promise<Ground> {
  const esdb = programs > 1 ? new EsdbProcess(join(folder, 'server'), seed) : undefined;
  await esdb?.start();
  const where: Readonly<Record<string, string>> = esdb
    ? { EVENT_STORE: 'eventstoredb', ESDB_CONNECTION_STRING: esdb.connectionString }
    : { EVENT_STORE: 'sqlite' };
  const dataDir = join(folder, esdb ? 'desk' : dirOf(0));
  const parts = await openParts(readConfig({ ...where, DATA_DIR: dataDir, LINK_SECRET: secret }), {
    onFailure: (error) => {
      throw error;
    },
  });
  const execute = commandExecutor(parts.store, parts.clock);
  await settle(
    async (id, command) => {
      await execute(id, command, { actor, when: {}, correlationId: 'kaos' });
    },
    (instant) => parts.clock.moveTo(instant),
  );
  if (esdb)
    return {
      log: parts.log,
      env: where,
      close: async () => {
        await parts.close();
        await esdb.kill();
      },
    };
  await parts.close();
  const log = LocalLog.open(files.log(dataDir), { mode: 'readonly' });
  return { log, env: where, close: async () => log.close() };
}

const dirOf = (nth: number): string => `program-${nth.toString()}`;

class RealPlay {
  readonly faults: Record<string, number> = {};
  readonly #dice: Dice;
  readonly #clock: SharedClock;
  readonly #programs: (Program | undefined)[];
  readonly #ambiguous: string[] = [];
  /** Everybody whose letter has been asked the text of. */
  readonly #asked = new Set<string>();
  readonly #ends: (() => Promise<void>)[] = [];
  readonly #met = new Map<string, number>();
  #env: Readonly<Record<string, string>> = {};
  #log: ReadableLog | undefined;
  #redis: RedisServer | undefined;
  #turn = 0;
  #keys = 0;
  /** How many times more a program is killed or stopped. */
  #left: number;
  #restless = false;
  /** Until who stands still, or waits for an answer, no longer does. */
  #standing: Promise<void> = Promise.resolve();
  #befell = false;
  /** Whoever has letters in hand was killed, or is kept waiting, so that only the clock can free them. */
  #forsaken = false;

  constructor(
    private readonly options: RealOptions,
    private readonly folder: string,
  ) {
    this.#dice = new Dice(options.seed);
    this.#clock = new SharedClock(join(folder, 'clock'));
    this.#programs = Array.from({ length: options.programs }, () => undefined);
    this.#left = 1 + this.#dice.below(3);
  }

  async whole(): Promise<Sight> {
    const turn = (): number => (this.#turn += 1);
    let tell = overHttp(
      () => this.#anyone(),
      () => `k${(this.#keys += 1).toString()}`,
    );
    const town = new Town((id, command) => tell(id, command), turn);
    const http = tell;
    const ground = await layGround(this.options, this.folder, async (directly, at) => {
      tell = directly;
      await town.settle(6 + this.#dice.below(6), this.#dice, at);
      tell = http;
    });
    const { log } = ground;
    this.#log = log;
    this.#ends.unshift(() => ground.close());
    const server = await MailServer.open({
      meets: (step, talk) => this.#meets(step, talk, town),
      turn,
      ...(this.options.programs === 1 && { head: () => log.head() }),
    });
    this.#ends.unshift(() => server.close());
    if (this.options.redis !== undefined) {
      const { RedisServer } = await import('../../support/redis-server.js');
      const redis = await RedisServer.start();
      this.#redis = redis;
      this.#ends.unshift(() => redis.close());
    }
    this.#env = {
      ...ground.env,
      SMTP_URL: server.url,
      CHAOS_SWEEP_MS: this.#redis ? '700' : '100',
      ...(this.#redis && { REDIS_URL: this.#redis.url }),
    };
    this.#clock.moveTo(`${dueDay}T05:59:00.000Z`);
    await this.#fill();
    this.#restless = true;
    await this.#day(dueDay);
    this.#restless = false;
    for (const day of quietDays) await this.#day(day);
    await this.#standing;
    for (const end = performance.now() + patience; ;) {
      const sight = await judge({
        events: eventsOf(log),
        received: server.received,
        ambiguous: [...server.ambiguous, ...this.#ambiguous],
        acknowledged: town.acknowledged,
        day: quietDays[1],
        timeZone: 'Europe/Stockholm',
      });
      if (sight.flaws.length === 0 || performance.now() > end) {
        const words = sight.flaws.length > 0 ? this.#programs.map((program) => program?.lastWords ?? '') : [];
        return { ...sight, flaws: [...sight.flaws, ...words] };
      }
      this.#pass(2);
      await this.#fill();
      await this.#quiet();
    }
  }

  async end(): Promise<void> {
    for (const program of this.#programs) await program?.kill();
    for (const end of this.#ends) await end();
  }

  async #day(day: string): Promise<void> {
    for (const minute of minutes) {
      const troubled = this.#restless ? this.#trouble(minute) : undefined;
      this.#moveTo(Date.parse(`${day}T06:00:30.000Z`) + minute * 60_000);
      await this.#quiet();
      await troubled;
      await this.#fill();
      const letters = this.#letters();
      if (minute >= 13 && letters.length > 0 && letters.every((state) => isSettled(state))) return;
    }
  }

  /** Whatever befalls Redis at this minute after eight. */
  async #trouble(minute: number): Promise<void> {
    const { redis: wanted } = this.options;
    if (!this.#redis || wanted === undefined || wanted === 'nothing') return;
    const trouble =
      wanted !== 'anything' ? wanted : this.#dice.chance(0.4) ? this.#dice.pick(passing) : undefined;
    if (!trouble || (wanted !== 'anything' && minute > 0)) return;
    const what = troubleName(trouble);
    this.faults[what] = (this.faults[what] ?? 0) + 1;
    await befallRedis(this.#redis, trouble);
  }

  /**
   * Until everybody has had time for a look, letters have been begun, and none is in anybody's hands; not longer than a
   * while, and a short one when somebody who has them is gone.
   */
  async #quiet(): Promise<void> {
    await pause(this.#redis ? 2 * look : look);
    for (const began = performance.now(); ; await pause(50)) {
      if (this.#letters().length > 0 && this.#inHand().length === 0) {
        this.#forsaken = false;
        return;
      }
      if (performance.now() - began > (this.#forsaken ? inVain : patience)) return;
    }
  }

  #pass(minutesMore: number): void {
    this.#moveTo(Date.parse(this.#clock.now()) + minutesMore * 60_000);
  }

  /** The clock goes on, in ms since 1970; whose claim it may go past cannot know what becomes of the letter. */
  #moveTo(instant: number): void {
    const held = this.#inHand().length > 0;
    this.#clock.moveTo(new Date(instant).toISOString());
    if (held) this.#ambiguous.push(...this.#unsettled());
  }

  /** Who was killed is started again. */
  async #fill(): Promise<void> {
    for (const [nth, before] of this.#programs.entries()) {
      if (before?.alive === true) continue;
      const program = new Program({
        main: this.options.main,
        dataDir: join(this.folder, dirOf(nth)),
        env: {
          ...this.#env,
          MAIL_FROM: `program-${nth.toString()}@logg.example`,
          LINK_SECRET: secret,
          BASE_URL: 'http://logg.example',
          CHAOS_CLOCK: this.#clock.path,
          NODE_OPTIONS: `--import=${quickTime}`,
        },
      });
      this.#programs[nth] = program;
      if (!(await program.listens())) throw new Error(`it did not start: ${program.lastWords}`);
    }
  }

  #anyone(): Program {
    const found = this.#programs.find((program) => program?.alive === true && program.url !== '');
    if (!found) throw new NotAcknowledged('nobody is there');
    return found;
  }

  async #meets(step: Step, { from, to }: Conversation, town: Town): Promise<Reply | undefined> {
    if (step === 'data') this.#asked.add(to);
    if (!this.#restless) return undefined;
    if (this.options.once) return this.#meetsOnce(this.options.once, step, from);
    const key = `${to} ${step}`;
    const nth = (this.#met.get(key) ?? 0) + 1;
    this.#met.set(key, nth);
    const fault: Fault = this.#dice.pick(possible[step]);
    const violent = fault === 'killed' || fault === 'stopped';
    if (!this.#dice.chance(violent ? 0.25 : 0.1) || nth > 3 || (violent && this.#left <= 0)) return undefined;
    if (violent) this.#left -= 1;
    const what = `${fault}, ${step}`;
    this.faults[what] = (this.faults[what] ?? 0) + 1;
    const program = this.#speaker(from);
    switch (fault) {
      case 'later':
        return { code: 451 };
      case 'never':
        return { code: 550 };
      case 'drop':
        return 'drop';
      case 'change':
        await town.happens(this.#dice).catch((error: unknown) => {
          if (!(error instanceof NotAcknowledged)) throw error;
        });
        return undefined;
      case 'killed':
        this.#forsaken = true;
        await program?.kill();
        this.#ambiguous.push(...this.#unsettled());
        return 'drop';
      case 'stopped':
        await this.#standStill(program, look);
        return undefined;
    }
  }

  async #meetsOnce(once: Once, step: Step, from: string): Promise<Reply | undefined> {
    if (this.#befell || step !== once.step) return undefined;
    this.#befell = true;
    this.faults[`${once.fault}, ${step}`] = 1;
    if (once.fault === 'hang') {
      this.#forsaken = true;
      this.#standing = pause(silence);
      return 'hang';
    }
    this.#standing = this.#standStill(this.#speaker(from), once.seconds * 1_000);
    await this.#standing;
    return undefined;
  }

  /** The program whose letters come from an address. */
  #speaker(from: string): Program | undefined {
    return this.#programs[Number(/\d+/.exec(from)?.[0])];
  }

  /** A program is stopped for so long, in ms, and its claims run out meanwhile. */
  async #standStill(program: Program | undefined, ms: number): Promise<void> {
    if (!program?.alive) return;
    this.#forsaken = true;
    process.kill(program.pid, 'SIGSTOP');
    this.#pass(6);
    await pause(ms);
    if (program.alive) process.kill(program.pid, 'SIGCONT');
  }

  #letters(): LetterState[] {
    const ids = new Set(
      (this.#log ? eventsOf(this.#log) : []).flatMap(({ stream, type }) =>
        kindOf[type] === 'letter' ? [idOf(stream)] : [],
      ),
    );
    return [...ids].map((id) => this.#letter(id));
  }

  /** Letters that somebody has a claim to. */
  #inHand(): LetterState[] {
    const now = this.#clock.now();
    return this.#letters().filter(
      ({ phase, until }) => (phase === 'claimed' || phase === 'handedOver') && until > now,
    );
  }

  #letter(id: string): LetterState {
    return fold(letter, (this.#log?.stream(streamOf('letter', id)) ?? []).filter(isEventOf.letter));
  }

  /** Addresses of the letters that are handed over, as far as anybody can know, and not settled. */
  #unsettled(): string[] {
    const settled = (id: string): boolean => {
      const state = this.#letter(id);
      return !state.exists || isSettled(state);
    };
    return [...this.#asked].filter((to) => !lettersTo(to).every(settled));
  }
}
