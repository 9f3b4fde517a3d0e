import { setTimeout as pause } from 'node:timers/promises';
import type { RungName, Withheld } from '../domain/reminder/events.js';
import type { LocalDate } from '../domain/when.js';
import { rungNow, type RungRow } from '../projections/reminders.js';
import {
  type Attempt,
  catchUpBesidesLetters,
  deliver,
  letterId,
  type PostOffice,
  type Wanted,
} from './deliver.js';
import { whoGets } from './recipients.js';
import { begunLetters, briefsDue, digestsDue, inParallel, isOpen, lettersDue, withhold } from './sweep.js';

/** What somebody is woken for. It holds no truth: what is done is decided from the log when it comes. */
export type WakeUp =
  | {
      readonly type: 'rung';
      readonly assignment: string;
      readonly statement: number;
      readonly rung: RungName;
      readonly role: string;
      readonly day: LocalDate;
    }
  | { readonly type: 'digests' }
  | { readonly type: 'briefs' };

type Planned = Pick<RungRow, 'assignment' | 'statement' | 'rung' | 'role' | 'day'>;

/** The wake-up for a rung. */
export const wakeUpFor = ({ assignment, statement, rung, role, day }: Planned): WakeUp => ({
  type: 'rung',
  assignment,
  statement,
  rung,
  role,
  day,
});

/**
 * Names the wake-up for a rung by its day, its subject and the statement of the deadline it is about: planned again it is the
 * same, and when the deadline moves it is another. Holds no colon, and is not digits only.
 */
export const wakeUpId = ({ assignment, statement, rung, role, day }: Planned): string =>
  ['rung', day, assignment, role, statement.toString(), rung].join('.').replaceAll(':', '_');

/** How long a look over all that is due serves the wake-ups that come together, and at least one that lacks a rung, in ms. */
const shared = 1_000;
const sharedAtLeast = 100;
/** Looking takes no more than this share of the time. */
const shareOfLooking = 0.05;

/** What is due, arranged for those who ask for one rung of it. */
interface Look {
  readonly at: number;
  /** How long it may be used, in ms. */
  readonly good: number;
  readonly today: LocalDate;
  readonly letters: ReadonlyMap<string, Wanted>;
  /** Rungs that nobody is left to get, and why. */
  readonly nobodyLeft: ReadonlyMap<string, Withheld>;
  /** Every rung of it, and who has no letter about it yet. */
  readonly rungs: ReadonlyMap<string, readonly string[]>;
}

/** Answers wake-ups, by the code that the sweep sends with. */
export class Waking {
  #look: Look | undefined;
  readonly #inHand = new Map<string, Promise<Attempt>>();

  constructor(private readonly office: PostOffice) {}

  /** Sees to what a wake-up is about, if it still holds. Answers how each letter ended; nothing when it does not hold. */
  async answer(wakeUp: WakeUp): Promise<readonly Attempt[]> {
    const { office } = this;
    await catchUpBesidesLetters(office);
    if (!isOpen(office)) return [];
    switch (wakeUp.type) {
      case 'rung':
        return this.#rung(wakeUp);
      case 'digests':
        return this.#all('digest', digestsDue(office, office.clock.today()));
      case 'briefs':
        return this.#all('brief', briefsDue(office.models.db, office.clock.today()));
    }
  }

  async #rung(wakeUp: Extract<WakeUp, { type: 'rung' }>): Promise<readonly Attempt[]> {
    const { office } = this;
    const { db } = office.models;
    const today = office.clock.today();
    const rung = rungNow(db, wakeUp);
    if (!rung || rung.day > today) return [];
    const look = rung.done === 0 ? await this.#lookFor(rung, today) : undefined;
    const why = look?.nobodyLeft.get(wakeUpId(rung));
    if (why !== undefined) await withhold(office, rung, why);
    const ends: Attempt[] = [];
    const readers =
      look?.rungs.get(wakeUpId(rung)) ?? whoGets(db, rung, today).all.map(({ person }) => person);
    for (const person of readers)
      ends.push(
        await this.#deliver(look?.letters.get(person) ?? { kind: 'reminder', person, day: today, items: [] }),
      );
    return ends;
  }

  /** Several wake-ups may be about one letter: it is brought on its way once, and all of them wait for it. */
  #deliver(wanted: Wanted): Promise<Attempt> {
    const id = letterId(wanted);
    const underWay = this.#inHand.get(id);
    if (underWay) return underWay;
    const delivering = deliver(this.office, wanted).finally(() => {
      this.#inHand.delete(id);
    });
    this.#inHand.set(id, delivering);
    return delivering;
  }

  /** A look that knows the rung, if it is due; one that is new enough to be sure of it when it does not. */
  async #lookFor(rung: RungRow, today: LocalDate): Promise<Look> {
    const asked = performance.now();
    for (let last = this.#look; last?.today === today; last = this.#look) {
      const age = performance.now() - last.at;
      if (last.at > asked || (last.rungs.has(wakeUpId(rung)) && age < last.good)) return last;
      if (age >= sharedAtLeast) break;
      await pause(sharedAtLeast - age);
    }
    const at = performance.now();
    const { letters, nobodyLeft } = lettersDue(this.office.models.db, today);
    const withoutReader = new Map(nobodyLeft.map(({ rung, why }) => [wakeUpId(rung), why]));
    const rungs = new Map<string, string[]>([...withoutReader.keys()].map((id) => [id, []]));
    for (const { person, items } of letters)
      for (const item of items) {
        const id = wakeUpId({ ...item, day: item.on });
        rungs.set(id, [...(rungs.get(id) ?? []), person]);
      }
    const look: Look = {
      at,
      good: Math.max(shared, (performance.now() - at) / shareOfLooking),
      today,
      letters: new Map(letters.map((letter) => [letter.person, letter])),
      nobodyLeft: withoutReader,
      rungs,
    };
    this.#look = look;
    return look;
  }

  async #all(kind: 'digest' | 'brief', due: readonly Wanted[]): Promise<readonly Attempt[]> {
    const begun = begunLetters(this.office.models.db, 1_000).filter((letter) => letter.kind === kind);
    const ends: Attempt[] = [];
    await inParallel([...begun, ...due], 4, async (wanted) => {
      ends.push(await this.#deliver(wanted));
    });
    return ends;
  }
}
