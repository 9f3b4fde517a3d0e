import type { ActorRef, DomainEvent, Envelope, Recorded } from './events.js';
import type { LocalDate, When } from './when.js';

/**
 * The rules of one kind of stream, as plain functions.
 *
 * State is always folded in the order in which facts were *stated* (then recorded), so an old fact that is typed in
 * late takes its place in the story instead of overturning what was stated after it.
 */
export interface Decider<S, C, E extends DomainEvent, X extends Context<S>> {
  readonly initial: S;
  /** The state after a fact. Total: it never throws, whatever the order. */
  readonly evolve: (state: S, event: Recorded<E>) => S;
  /** The rule a fact would break in this state, if any. Used before an append, for facts told late, and by `verify`. */
  readonly check: (state: S, event: E) => RuleBreach | undefined;
  /** The facts a command leads to. Throws {@link Refusal}. */
  readonly decide: (command: C, state: S, context: X) => readonly E[];
}

/** A rule that a fact does not keep. */
export interface RuleBreach {
  readonly code: 'notFound' | 'alreadyExists' | 'notPossibleNow' | 'duplicate' | 'unknownReference';
  readonly pointer?: string;
  readonly params?: Readonly<Record<string, string>>;
}

/** What every decision may know besides the state as it was stated by the fact's own date. */
export interface Context<S> {
  readonly id: string;
  readonly actor: ActorRef;
  readonly when: When;
  readonly today: LocalDate;
  /** The state with every fact the log holds, also those stated later than this one. */
  readonly known: S;
  /** How many facts the stream holds; numbers what is created inside it. */
  readonly serial: number;
}

type StatedOrder = Pick<Envelope, 'statedAt' | 'revision'>;

/** The order in which a stream's facts build its state. Stable for facts stated on the same day. */
export const byStated = (a: StatedOrder, b: StatedOrder): number =>
  a.statedAt < b.statedAt ? -1 : a.statedAt > b.statedAt ? 1 : a.revision - b.revision;

/** Folds facts of one stream, in any order given, to the state they tell. */
export function fold<S, C, E extends DomainEvent, X extends Context<S>>(
  decider: Decider<S, C, E, X>,
  events: readonly Recorded<E>[],
): S {
  return inStatedOrder(events).reduce((state, event) => decider.evolve(state, event), decider.initial);
}

function inStatedOrder<E extends DomainEvent>(events: readonly Recorded<E>[]): readonly Recorded<E>[] {
  const ordered = events.every((event, at) => at === 0 || byStated(events[at - 1] ?? event, event) <= 0);
  return ordered ? events : [...events].sort(byStated);
}

/** Every breach of the stream's rules in its whole story. Empty for a sound stream. */
export function breaches<S, C, E extends DomainEvent, X extends Context<S>>(
  decider: Decider<S, C, E, X>,
  events: readonly Recorded<E>[],
): { readonly event: Recorded<E>; readonly breach: RuleBreach }[] {
  const found: { event: Recorded<E>; breach: RuleBreach }[] = [];
  let state = decider.initial;
  for (const event of inStatedOrder(events)) {
    const breach = decider.check(state, event);
    if (breach) found.push({ event, breach });
    state = decider.evolve(state, event);
  }
  return found;
}
