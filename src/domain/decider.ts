import {
  type ActorRef,
  type DomainEvent,
  type Envelope,
  parseStream,
  type Recorded,
  type StreamName,
} from './events.js';
import { refuseImpossibleDates } from './fact-dates.js';
import { refuse, type RefusalCode } from './refusal.js';
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
  readonly check: (state: S, event: Dated<E>) => RuleBreach | undefined;
  /** The facts a command leads to. Throws {@link Refusal}. */
  readonly decide: (command: C, state: S, context: X) => readonly E[];
}

/** A fact with its dates, whether the log holds it yet or not. */
export type Dated<E extends DomainEvent> = E & When;

/** A rule that a fact does not keep. */
export interface RuleBreach {
  readonly code: RefusalCode;
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

/** Everything about a fact that is known before it has a place in the log. */
export type Told = Omit<Envelope, 'id' | 'stream' | 'revision' | 'position'>;

/**
 * The facts a command leads to in a stream that holds `events` (in order of revision): decided on what had been stated by the command's own
 * date, then held against everything stated later. Throws {@link Refusal}.
 */
export function decideAsStated<S, C, E extends DomainEvent, X extends Context<S>>(
  decider: Decider<S, C, E, X>,
  stream: StreamName,
  events: readonly Recorded<E>[],
  command: C,
  told: Told,
  today: LocalDate,
  contextOf: (context: Context<S>) => X,
): readonly (E & Told)[] {
  const { statedAt } = told;
  refuseImpossibleDates(told, today);
  const known = fold(decider, events);
  const ordered = inStatedOrder(events);
  const later = ordered.filter((event) => event.statedAt > statedAt);
  const [first] = ordered;
  if (first && statedAt < first.statedAt)
    refuse('statedBeforeStart', '/statedAt', { statedAt: first.statedAt });

  const stated = later.length === 0 ? known : fold(decider, ordered.slice(0, ordered.length - later.length));
  const context = contextOf({
    id: parseStream(stream).id,
    actor: told.actor,
    when: told,
    today,
    known,
    serial: events.length,
  });
  const facts = decider.decide(command, stated, context).map((fact) => ({ ...fact, ...told }));
  let state = stated;
  facts.forEach((fact, at) => {
    const breach = decider.check(state, fact);
    if (breach) refuse(breach.code, breach.pointer, breach.params);
    state = decider.evolve(state, { ...fact, id: '', stream, revision: events.length + at, position: '' });
  });
  for (const event of later) {
    if (decider.check(state, event))
      refuse('contradictsLaterFact', '/statedAt', { statedAt: event.statedAt });
    state = decider.evolve(state, event);
  }
  return facts;
}
