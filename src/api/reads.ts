import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../commands/commands.js';
import type { LocalDate } from '../domain/when.js';
import { type AsOf, asOfState, axes } from '../projections/as-of.js';
import type { Past } from '../projections/lists-as-of.js';
import type { FoldedKind, StateOf } from '../projections/projection.js';
import { mayRead, reachOf } from './auth.js';
import type { AsOfQuery } from './dto/query.dto.js';
import { PARTS, type ReadParts } from './parts.js';
import { Problem } from './problems.js';

/** The one axis and date a query names; nothing without. Throws {@link Problem} for more than one. */
export function asOfOf(query: AsOfQuery): AsOf | undefined {
  const named = axes.flatMap((axis) => {
    const date = query[axis];
    return date === undefined ? [] : [{ axis, date }];
  });
  const [first, ...others] = named;
  if (others.length > 0)
    throw new Problem('invalid', {
      errors: others.map(({ axis }) => ({ pointer: `?${axis}`, code: 'oneAxis' })),
    });
  return first;
}

/** As {@link asOfOf}, of a query that asks for more, with the rest of it. */
export function splitAsOf<Q extends AsOfQuery>({ happenedBy, statedBy, recordedBy, ...rest }: Q) {
  return { rest, asOf: asOfOf({ happenedBy, statedBy, recordedBy }) };
}

/** The bodies a list is narrowed to: the one asked for, if the actor may read it, or all they may; `undefined`: every one. */
export function bodiesFor(actor: Actor, body: string | undefined): readonly string[] | undefined {
  if (body !== undefined) return mayRead(actor, body) ? [body] : [];
  const reach = reachOf(actor);
  return reach === 'all' ? undefined : reach;
}

/** What the actor may see, or nothing: what belongs to another body is not found. Throws {@link Problem}. */
export function seen<T>(actor: Actor, found: T | undefined, bodyOf: (found: T) => string): T {
  if (found === undefined || !mayRead(actor, bodyOf(found))) throw new Problem('notFound');
  return found;
}

/** A stream's state now or as of a date, with the day it is then. */
export interface Seen<S> {
  readonly id: string;
  readonly state: S;
  readonly revision: number;
  readonly asOf?: AsOf;
  /** The day that "late" is judged by. */
  readonly today: LocalDate;
}

/** Reads single resources. */
@Injectable()
export class Reads {
  constructor(@Inject(PARTS) private readonly parts: ReadParts) {}

  /** What lists as of a date are read from. */
  past(asOf: AsOf): Past {
    const { models, log, clock } = this.parts;
    return { db: models.db, log, timeZone: clock.timeZone, asOf };
  }

  /** One stream that belongs to a body, as of what the query says. Throws {@link Problem}: not found. */
  one<K extends Exclude<FoldedKind, 'person'>>(
    actor: Actor,
    kind: K,
    id: string,
    query: AsOfQuery,
    bodyOf: (state: StateOf[K]) => string,
  ): Seen<StateOf[K]> {
    const asOf = asOfOf(query);
    const { log, clock } = this.parts;
    const found = asOfState(log, { kind, id }, asOf, clock.timeZone);
    const { state, revision } = seen(actor, found, (known) => bodyOf(known.state));
    return { id, state, revision, today: asOf?.date ?? clock.today(), ...(asOf && { asOf }) };
  }
}
