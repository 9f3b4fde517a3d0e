import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { type Clock, localDate } from '../clock.js';
import type { Actor } from '../commands/commands.js';
import { allProjections } from '../projections/all.js';
import { LogUpTo } from '../projections/log-up-to.js';
import { ReadModels } from '../projections/read-models.js';
import { reminders } from '../projections/reminders.js';
import { getSavedView, type SavedFound } from '../projections/saved-views.js';
import { search } from '../projections/search.js';
import { mayRead } from './auth.js';
import { Lookups } from './lookups.js';
import { type ApiParts, PARTS, type ReadParts } from './parts.js';
import { Problem } from './problems.js';
import { Reads } from './reads.js';

/** What answers are read from: the log as it is, or as it was when a review was saved. */
export interface Standpoint {
  readonly parts: ReadParts;
  readonly reads: Reads;
  readonly lookups: Lookups;
}

const asked = allProjections.filter((each) => each !== search && each !== reminders);

/** Whether something saved may be seen by an actor: the body's by all who may read it, one's own by its owner. */
export const maySee = (actor: Actor, { state }: SavedFound): boolean =>
  mayRead(actor, state.body) && (state.owner === undefined || state.owner === actor.id);

const mostKept = 2;

/**
 * Finds where an answer is read from. For a review the read models are built again from the part of the log that was there
 * when it was saved, and its clock stands at that time: every question gets the answer it got then. The last ones asked for
 * are kept in memory, until somebody is erased.
 */
@Injectable()
export class Standpoints implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly now: Standpoint;
  private readonly kept = new Map<string, Promise<Standpoint>>();
  private stopListening: (() => void) | undefined;

  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(Reads) reads: Reads,
    @Inject(Lookups) lookups: Lookups,
  ) {
    this.now = { parts, reads, lookups };
  }

  onApplicationBootstrap(): void {
    this.stopListening = this.parts.models.onChange((events) => {
      if (events.some(({ type }) => type === 'PersonErased')) this.kept.clear();
    });
  }

  beforeApplicationShutdown(): void {
    this.stopListening?.();
  }

  /** Where to read, by the id of a review or without one. Throws {@link Problem}: not found. */
  async of(actor: Actor, review: string | undefined): Promise<Standpoint> {
    if (review === undefined) return this.now;
    const found = getSavedView(this.parts.models.db, review);
    if (!found?.state.review || !maySee(actor, found)) throw new Problem('notFound');
    const past = this.kept.get(review) ?? this.before(found);
    this.kept.delete(review);
    this.kept.set(review, past);
    for (const [oldest] of [...this.kept].slice(0, -mostKept)) this.kept.delete(oldest);
    try {
      return await past;
    } catch (error) {
      this.kept.delete(review);
      throw error;
    }
  }

  private async before({ position, recordedAt }: SavedFound): Promise<Standpoint> {
    const { log: whole, clock: here } = this.parts;
    const { timeZone } = here;
    const log = new LogUpTo(whole, (BigInt(position) - 1n).toString());
    const models = ReadModels.open({ path: ':memory:', log, timeZone, projections: asked });
    await models.ready;
    const today = localDate(recordedAt, timeZone);
    const clock: Clock = { now: () => recordedAt, today: () => today, timeZone };
    const parts: ReadParts = { log, models, clock };
    return { parts, reads: new Reads(parts), lookups: new Lookups(parts) };
  }
}
