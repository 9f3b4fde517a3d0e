import { setTimeout as pause } from 'node:timers/promises';
import { Dice } from '../support/histories.js';
import type { Flaws } from './checks.js';
import { ground, headersOf, Ledger, standAt } from './ledger.js';
import type { Answer, Program } from './program.js';
import { isPlace, type Place, type Sent, Writer } from './writer.js';

const writers = 8;
const patience = 20_000;
const someKeys = 32;
const brokenLines = 0.03;

/** What became of the commands so far. */
export interface Counts {
  acknowledged: number;
  /** Sent, and no answer came. */
  unanswered: number;
  /** Answered, and the answer was thrown away, as if the line had broken. */
  thrownAway: number;
  /** Sent again after one of these two, and found to have been done. */
  found: number;
  /** Refused because the revision named was old. */
  refused: number;
  /** Answers of a key asked for again. */
  askedAgain: number;
}

/** One log from its first event on, with all that was sent to it. */
export class World {
  readonly #ledger: Ledger;
  #writers: Writer[] = [];

  constructor(
    readonly dataDir: string,
    private readonly log: 'authority' | 'copy',
    private readonly dice: Dice,
    private readonly counts: Counts,
    private readonly flaws: Flaws,
  ) {
    this.#ledger = new Ledger(flaws);
  }

  /** Sends every command that got no answer again, or lays the ground in an empty log. */
  async settle(program: Program): Promise<void> {
    if (this.#writers.length === 0) await this.#begin(program);
    await Promise.all(
      this.#writers
        .filter(({ waiting }) => waiting)
        .map((writer) => this.#sendUntilAnswered(writer, program)),
    );
  }

  /** Holds answers, log and read models of a program that has nothing to do against what was sent. */
  async check(program: Program): Promise<void> {
    await this.#askAgain(program);
    await this.#caughtUp(program);
    this.#ledger.hold(this.dataDir, this.log);
  }

  /** All clients send as fast as answers come. Resolves when `enough` were answered or the program has ended. */
  async load(program: Program, enough: number, stop: AbortSignal): Promise<void> {
    let answered = 0;
    const reached = new AbortController();
    const over = AbortSignal.any([reached.signal, stop]);
    const running = this.#writers.map(async (writer) => {
      while (!stop.aborted && program.alive) {
        const done = await this.#send(writer, program, brokenLines);
        if (!done) await pause(20);
        else if ((answered += 1) >= enough) reached.abort();
      }
    });
    void Promise.all(running).then(() => reached.abort());
    if (!over.aborted)
      await new Promise<void>((resolve) => over.addEventListener('abort', () => resolve(), { once: true }));
    this.#running = Promise.all(running);
  }

  /** Until all clients have noticed that it is over. */
  async quiet(): Promise<void> {
    await this.#running;
    this.counts.unanswered += this.#writers.filter(({ waiting }) => waiting).length;
  }

  #running: Promise<unknown> = Promise.resolve();

  async #begin(program: Program): Promise<void> {
    this.#ledger.note(ground);
    const answer = await until(() => program.post(ground.path, ground.body, headersOf(ground)));
    if (!isPlace(answer?.json)) throw new Error(`the ground could not be laid: ${JSON.stringify(answer)}`);
    this.#acknowledge(ground, answer.json);
    const { id } = answer.json;
    this.#writers = Array.from(
      { length: writers },
      (_, i) => new Writer(`w${i.toString()}`, id, new Dice(this.dice.below(2 ** 31))),
    );
  }

  #acknowledge(sent: Sent, place: Place): void {
    this.counts.acknowledged += 1;
    this.#ledger.acknowledge(sent, place);
  }

  /** Whether the command was answered for good. */
  async #send(writer: Writer, program: Program, broken = 0): Promise<boolean> {
    const sent = writer.next();
    this.#ledger.note(sent);
    const answer = await program.post(sent.path, sent.body, headersOf(sent));
    if (!answer || answer.status === 503) return false;
    if (writer.dice.chance(broken)) {
      this.counts.thrownAway += 1;
      return false;
    }
    if (sent.leadsTo === undefined && answer.status === 412) {
      this.counts.refused += 1;
      writer.refused();
    } else if (sent.leadsTo !== undefined && answer.status < 300 && isPlace(answer.json)) {
      if (answer.replayed) this.counts.found += 1;
      this.#acknowledge(sent, answer.json);
      writer.accepted(sent, answer.json);
    } else {
      this.flaws.misbehaved.push(`${JSON.stringify(sent)} was answered ${JSON.stringify(answer)}`);
      writer.refused();
    }
    return true;
  }

  async #sendUntilAnswered(writer: Writer, program: Program): Promise<void> {
    const end = Date.now() + patience;
    while (!(await this.#send(writer, program))) {
      if (!program.alive || Date.now() > end) {
        this.flaws.misbehaved.push(`${writer.name} gets no answer: ${program.lastWords}`);
        return;
      }
      await pause(50);
    }
  }

  /** Every key again, some at a time: the answer must name the same place. */
  async #askAgain(program: Program): Promise<void> {
    const waiting = new Set(this.#writers.map((writer) => writer.waiting?.key));
    const settled = this.#ledger.sent.filter(({ key }) => !waiting.has(key));
    for (let from = 0; from < settled.length; from += someKeys)
      await Promise.all(
        settled.slice(from, from + someKeys).map(async (sent) => {
          const answer = await until(() => program.post(sent.path, sent.body, headersOf(sent)));
          this.counts.askedAgain += 1;
          if (!this.#answersAsBefore(sent, answer))
            this.flaws.changed.push(`${sent.key}: ${JSON.stringify(answer ?? program.lastWords)}`);
        }),
      );
  }

  #answersAsBefore(sent: Sent, answer: Answer | undefined): boolean {
    if (sent.leadsTo === undefined) return answer?.status === 412;
    const before = this.#ledger.placeOf(sent);
    if (!isPlace(answer?.json)) return false;
    const { id, revision, position } = answer.json;
    return (
      answer.replayed && id === before?.id && revision === before.revision && position === before.position
    );
  }

  async #caughtUp(program: Program): Promise<void> {
    const there = ({ status, json }: Answer): boolean =>
      status === 200 && standAt(json, this.#ledger.reached);
    const ready = await until(() => program.get('/health/ready'), there);
    if (!ready || !there(ready))
      this.flaws.misbehaved.push(`the read models do not catch up: ${JSON.stringify(ready?.json)}`);
  }
}

/** Asks until the answer is a good one; then, or when patience ends, the last answer. */
async function until(
  ask: () => Promise<Answer | undefined>,
  good: (answer: Answer) => boolean = ({ status }) => status !== 503,
): Promise<Answer | undefined> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if ((answer && good(answer)) || Date.now() > end) return answer;
    await pause(25);
  }
}
