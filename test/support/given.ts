import { expect } from '@jest/globals';
import {
  type Context,
  type Dated,
  type Decider,
  decideAsStated,
  fold,
  type Told,
} from '../../src/domain/decider.js';
import type { ActorRef, DomainEvent, Recorded, StreamName } from '../../src/domain/events.js';
import { Refusal, type RefusalCode } from '../../src/domain/refusal.js';
import type { LocalDate, SourceRef, StatedWhen } from '../../src/domain/when.js';

/** When and by what a fact was told; what is left out is filled in the same way every time. */
export interface Telling extends StatedWhen {
  readonly source?: SourceRef;
}
export type Fact<E extends DomainEvent> = E & Telling;

/** A fact told on a day. */
export const on = <E extends DomainEvent>(
  statedAt: LocalDate,
  event: E,
  telling: Telling = {},
): E & Telling => ({
  ...event,
  ...telling,
  statedAt,
});

/** How a command is given: in which capacity, told when, and what surrounds the stream. */
export type How<O> = Partial<O> & Telling & { readonly actor?: ActorRef; readonly today?: LocalDate };

export const secretary: ActorRef = { id: 'u-secretary', role: 'secretary' };
export const chair: ActorRef = { id: 'u-chair', role: 'chair' };

/** The day it is in every scenario, unless it says otherwise. */
export const today: LocalDate = '2026-06-10';
/** The day on which given facts were told, unless they say otherwise. */
export const longAgo: LocalDate = '2025-11-13';

/** The envelope of the `at`:th fact of a stream: same place, same envelope. */
export function recorded<E extends DomainEvent>(stream: StreamName, fact: Fact<E>, at: number): Recorded<E> {
  const { statedAt = longAgo, occurred = statedAt } = fact;
  return {
    ...fact,
    id: `${stream}/${at.toString()}`,
    stream,
    revision: at,
    position: (at + 1).toString(),
    recordedAt: new Date(Date.UTC(2026, 0, 1, 8, at)).toISOString(),
    statedAt,
    occurred,
    actor: secretary,
    correlationId: `request-${at.toString()}`,
    causationId: `request-${at.toString()}`,
  };
}

/** What came of a command. */
export interface Outcome<S, E extends DomainEvent> {
  /** Exactly these facts and no others. */
  then(...expected: readonly E[]): Outcome<S, E>;
  thenRefused(code: RefusalCode, pointer?: string): void;
  /** The state afterwards holds at least this. */
  thenState(expected: Partial<S>): Outcome<S, E>;
  readonly state: S;
  /** The whole stream afterwards. */
  readonly events: readonly Recorded<E>[];
}

/**
 * Given/when/then for one kind of stream: `around` answers for everything outside it. The dates, the facts stated later
 * and the state go the same way as in the program.
 */
export function scenarios<S, C, E extends DomainEvent, X extends Context<S>, O extends object>(
  decider: Decider<S, C, E, X>,
  stream: StreamName,
  around: O,
  contextOf: (context: Context<S>, around: O) => X,
) {
  const outcome = (before: readonly Recorded<E>[], decide: () => readonly (E & Told)[]): Outcome<S, E> => {
    let facts: readonly (E & Told)[] | undefined;
    let refusal: Refusal | undefined;
    try {
      facts = decide();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusal = error;
    }
    const after = (): readonly Recorded<E>[] => {
      if (!facts) throw refusal ?? new Error('nothing came of it');
      return [
        ...before,
        ...facts.map((fact, at) => {
          const revision = before.length + at;
          const id = `${stream}/${revision.toString()}`;
          return { ...fact, id, stream, revision, position: (revision + 1).toString() };
        }),
      ];
    };
    const self: Outcome<S, E> = {
      then: (...expected) => {
        after();
        expect(facts?.map(({ type, data }) => ({ type, data }))).toEqual(expected);
        return self;
      },
      thenRefused: (code, pointer = '') => {
        expect(refusal ?? facts).toBeInstanceOf(Refusal);
        expect({ code: refusal?.code, pointer: refusal?.pointer }).toEqual({ code, pointer });
      },
      thenState: (expected) => {
        expect(fold(decider, after())).toMatchObject(expected);
        return self;
      },
      get state() {
        return fold(decider, after());
      },
      get events() {
        return after();
      },
    };
    return self;
  };

  return {
    /** The facts the stream holds, in the order they were recorded. */
    given: (...facts: readonly Fact<E>[]) => {
      const before = facts.map((fact, at) => recorded(stream, fact, at));
      return {
        state: fold(decider, before),
        when: (command: C, how?: How<O>): Outcome<S, E> => {
          const day = how?.today ?? today;
          const statedAt = how?.statedAt ?? day;
          const told: Told = {
            statedAt,
            occurred: how?.occurred === undefined ? statedAt : how.occurred,
            recordedAt: `${day}T12:00:00.000Z`,
            effectiveFrom: how?.effectiveFrom,
            actor: how?.actor ?? secretary,
            source: how?.source,
            correlationId: 'request',
            causationId: 'request',
          };
          return outcome(before, () =>
            decideAsStated(decider, stream, before, command, told, day, (context) =>
              contextOf(context, { ...around, ...how }),
            ),
          );
        },
      };
    },
  };
}

/** The breach of a rule a fact would be, checked in the state of the facts before it. */
export function breachOf<S, C, E extends DomainEvent, X extends Context<S>>(
  decider: Decider<S, C, E, X>,
  before: readonly Fact<E>[],
  event: Fact<E>,
): string | undefined {
  const state = fold(
    decider,
    before.map((fact, at) => recorded('x-1', fact, at)),
  );
  const dated: Dated<E> = recorded('x-1', event, before.length);
  return decider.check(state, dated)?.code;
}
