import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { comparePositions, type EventType } from '../../src/domain/events.js';
import { LocalLog } from '../../src/event-store/local-log.js';
import { files } from '../../src/log.js';
import { Dice } from '../support/histories.js';
import { type Acknowledged, checkLog, checkReadModels, eventsOf, type Flaws } from './checks.js';
import { actor, type Answer, type Program } from './program.js';
import { isPlace, type Sent, Writer } from './writer.js';

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
  readonly #acknowledged = new Map<string, Acknowledged>();
  readonly #acceptable = new Map<string, EventType | undefined>();
  readonly #sent: Sent[] = [];
  #writers: Writer[] = [];
  #reached: string | undefined;

  constructor(
    readonly dataDir: string,
    private readonly log: 'authority' | 'copy',
    private readonly dice: Dice,
    private readonly counts: Counts,
    private readonly flaws: Flaws,
  ) {}

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
    const path = this.log === 'authority' ? files.log(this.dataDir) : files.copy(this.dataDir);
    const log = LocalLog.open(path, { mode: 'readonly' });
    try {
      checkLog(eventsOf(log), this.#acknowledged, this.#acceptable, this.log === 'authority', this.flaws);
      checkReadModels(join(this.dataDir, 'read-models.db'), log, this.flaws);
    } finally {
      log.close();
    }
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
    const sent: Sent = {
      key: 'body',
      path: '/api/bodies',
      body: { name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' },
      leadsTo: 'BodyRegistered',
    };
    this.#note(sent);
    const answer = await until(() => program.post(sent.path, sent.body, headersOf(sent)));
    if (!isPlace(answer?.json)) throw new Error(`the ground could not be laid: ${JSON.stringify(answer)}`);
    this.#acknowledge(sent, answer.json);
    const { id } = answer.json;
    this.#writers = Array.from(
      { length: writers },
      (_, i) => new Writer(`w${i.toString()}`, id, new Dice(this.dice.below(2 ** 31))),
    );
  }

  #note(sent: Sent): void {
    const key = `${actor}/${sent.key}`;
    if (this.#acceptable.has(key)) return;
    this.#acceptable.set(key, sent.leadsTo);
    this.#sent.push(sent);
  }

  #acknowledge(sent: Sent, { id, revision, position }: Acknowledged['place']): void {
    if (sent.leadsTo === undefined) return;
    this.counts.acknowledged += 1;
    if (this.#reached === undefined || comparePositions(this.#reached, position) < 0)
      this.#reached = position;
    this.#acknowledged.set(`${actor}/${sent.key}`, {
      place: { id, revision, position },
      leadsTo: sent.leadsTo,
    });
  }

  /** Whether the command was answered for good. */
  async #send(writer: Writer, program: Program, broken = 0): Promise<boolean> {
    const sent = writer.next();
    this.#note(sent);
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
    const settled = this.#sent.filter(({ key }) => !waiting.has(key));
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
    const before = this.#acknowledged.get(`${actor}/${sent.key}`)?.place;
    if (!isPlace(answer?.json)) return false;
    const { id, revision, position } = answer.json;
    return (
      answer.replayed && id === before?.id && revision === before.revision && position === before.position
    );
  }

  async #caughtUp(program: Program): Promise<void> {
    const there = ({ status, json }: Answer): boolean => status === 200 && standAt(json, this.#reached);
    const ready = await until(() => program.get('/health/ready'), there);
    if (!ready || !there(ready))
      this.flaws.misbehaved.push(`the read models do not catch up: ${JSON.stringify(ready?.json)}`);
  }
}

function headersOf({ key, ifMatch }: Sent): Record<string, string> {
  return { 'idempotency-key': key, ...(ifMatch !== undefined && { 'if-match': ifMatch }) };
}

/** Whether every read model has taken in all there is, and that is no less than what was acknowledged. */
function standAt(json: unknown, position: string | undefined): boolean {
  if (typeof json !== 'object' || json === null || !('readModels' in json)) return false;
  const models: unknown = json.readModels;
  return Array.isArray(models) && models.length > 0 && models.every((model) => standsAt(model, position));
}

function standsAt(model: unknown, position = '0'): boolean {
  if (typeof model !== 'object' || model === null || !('lag' in model) || !('position' in model))
    return false;
  const at = typeof model.position === 'string' ? model.position : '0';
  return model.lag === 0 && comparePositions(at, position) >= 0;
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
