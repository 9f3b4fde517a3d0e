import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  assignment,
  type AssignmentCommand,
  type AssignmentContext,
  type AssignmentState,
} from '../../src/domain/assignment/assignment.js';
import { body } from '../../src/domain/body/body.js';
import { addDays } from '../../src/domain/calendar.js';
import {
  breaches,
  byStated,
  type Context,
  type Decider,
  decideAsStated,
  fold,
  type Told,
} from '../../src/domain/decider.js';
import { decision } from '../../src/domain/decision/decision.js';
import {
  type ActorRef,
  type DomainEvent,
  isEventOf,
  kindOf,
  parseStream,
  type Recorded,
  type StreamName,
} from '../../src/domain/events.js';
import { matter } from '../../src/domain/matter/matter.js';
import { meeting } from '../../src/domain/meeting/meeting.js';
import { person, register } from '../../src/domain/person/person.js';
import { Refusal } from '../../src/domain/refusal.js';
import { samples } from '../event-store/samples.js';
import {
  assignmentCommands,
  bodyCommands,
  decisionCommands,
  matterCommands,
  meetingCommands,
  personCommands,
} from '../support/arbitrary-commands.js';
import { recorded, today } from '../support/given.js';

const council = fold(body, [
  recorded(
    'body-b1',
    { type: 'BodyRegistered', data: { name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' } },
    0,
  ),
  recorded(
    'body-b1',
    { type: 'RoleDefined', data: { role: 'r1', title: 'Direktör', kind: 'responsible' } },
    1,
  ),
  recorded('body-b1', { type: 'RoleDefined', data: { role: 'r2', title: 'Chef', kind: 'responsible' } }, 2),
  recorded('body-b1', { type: 'RoleHolderAppointed', data: { role: 'r1', person: 'u-director' } }, 3),
]);
const standpoint = fold(decision, [recorded('decision-d1', samples.DecisionRecorded, 0)]);
const taken = { ...standpoint, body: 'b1', takenOn: '2025-11-13', statedAt: '2025-11-13' };
const met = { ...meeting.initial, exists: true, body: 'b1', date: '2025-11-13' };

/** How a random command is told: by whom, on which day (or, unless late, the last day told of), of what day. */
interface Telling {
  readonly late: boolean;
  readonly actor: ActorRef;
  readonly statedAt: string;
  readonly occurred: string | null;
  readonly effectiveFrom?: string;
}
const tellings: fc.Arbitrary<Telling> = fc
  .record({
    actor: fc.oneof(
      { weight: 3, arbitrary: fc.constant<ActorRef>({ id: 'u-secretary', role: 'secretary' }) },
      {
        weight: 2,
        arbitrary: fc.record({
          id: fc.constantFrom('u-director', 'u-other'),
          role: fc.constantFrom('chair', 'responsible'),
        }),
      },
    ),
    late: fc.boolean(),
    day: fc.nat({ max: 520 }),
    before: fc.option(fc.nat({ max: 300 }), { nil: null }),
    effect: fc.oneof(
      { weight: 7, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.nat({ max: 900 }) },
    ),
  })
  .map(({ actor, late, day, before, effect }) => {
    const statedAt = addDays('2025-01-01', day);
    return {
      ...{ actor, late, statedAt, occurred: before === null ? null : addDays(statedAt, -before) },
      effectiveFrom: effect === undefined ? undefined : addDays('2025-01-01', effect),
    };
  });

const atFirst: Telling = {
  actor: { id: 'u-secretary', role: 'secretary' },
  ...{ late: false, statedAt: '2025-01-01', occurred: null },
};

/** The stream random commands lead to, one command after the other; what is refused leaves no trace. */
function history<S, C, E extends DomainEvent, X extends Context<S>>(
  decider: Decider<S, C, E, X>,
  stream: StreamName,
  asked: readonly (readonly [C, Telling])[],
  contextOf: (context: Context<S>) => X,
): readonly Recorded<E>[] {
  let events: readonly Recorded<E>[] = [];
  for (const [command, telling] of asked) {
    const told: Told = {
      ...{
        ...telling,
        recordedAt: `${today}T12:00:00.000Z`,
        correlationId: 'request',
        causationId: 'request',
      },
    };
    try {
      const facts = decideAsStated(decider, stream, events, command, told, today, contextOf);
      const from = events.length;
      events = [
        ...events,
        ...facts.map((fact, at) => {
          const revision = from + at;
          return { ...fact, id: revision.toString(), stream, revision, position: revision.toString() };
        }),
      ];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return events;
}

/** A kind of stream with everything typed away: histories, and what must hold for each of them. */
interface Kind {
  readonly name: string;
  readonly check: () => void;
  readonly anyOrder: () => void;
}

function kind<S, C, E extends DomainEvent, X extends Context<S>>(
  name: string,
  decider: Decider<S, C, E, X>,
  stream: StreamName,
  opening: fc.Arbitrary<C>,
  commands: fc.Arbitrary<C>,
  contextOf: (context: Context<S>) => X,
  ours: (events: readonly Recorded[]) => readonly Recorded<E>[],
): Kind {
  const histories = fc
    .tuple(opening, fc.array(fc.tuple(commands, tellings), { minLength: 10, maxLength: 40, size: 'max' }))
    .map(([first, asked]) => history(decider, stream, [[first, atFirst], ...asked], contextOf));
  const runs = { numRuns: 150, seed: 20260604 };
  return {
    name,
    check: () => {
      const seen = new Set<string>();
      fc.assert(
        fc.property(histories, (events) => {
          for (const { type } of events) seen.add(type);
          expect(breaches(decider, events)).toEqual([]);
          for (const [at, { statedAt }] of events.entries()) {
            expect(breaches(decider, events.slice(0, at))).toEqual([]);
            expect(
              breaches(
                decider,
                events.filter((event) => event.statedAt <= statedAt),
              ),
            ).toEqual([]);
          }
          const inOrder = [...events].sort(byStated).map((event, revision) => ({ ...event, revision }));
          const told = inOrder.reduce((state, event) => decider.evolve(state, event), decider.initial);
          expect(fold(decider, events)).toEqual(told);
          expect(fold(decider, [...events].reverse())).toEqual(fold(decider, events));
        }),
        runs,
      );
      const possible = Object.values(samples).filter(({ type }) => kindOf[type] === parseStream(stream).kind);
      expect([...seen].sort()).toEqual(possible.map(({ type }) => type).sort());
    },
    anyOrder: () => {
      const others = ours(
        Object.values(samples).map((sample, at) => recorded<DomainEvent>(stream, sample, at)),
      );
      const jumble = histories.chain((events) =>
        fc.shuffledSubarray([...events, ...others]).map((some) => [...some, ...some.slice(0, 3)]),
      );
      fc.assert(
        fc.property(jumble, (events) => {
          expect(() =>
            events.reduce((state, event) => {
              decider.check(state, event);
              return decider.evolve(state, event);
            }, decider.initial),
          ).not.toThrow();
        }),
        runs,
      );
    },
  };
}

const ofAssignment = (context: Context<AssignmentState>): AssignmentContext => ({
  ...{ ...context, body: council, recipientExists: true, matterExists: true, replacesExists: true },
  ...{ meetingExists: true, decision: taken, successors: [{ id: 'a2' }], deputies: [] },
});
const give: AssignmentCommand = {
  ...{ type: 'GiveAssignment', body: 'b1', title: 'Plan', responsible: ['r1'] },
  ...{ deliverables: ['plan', 'tidplan'], preconditions: ['efter dialog'] },
};

const kinds: readonly Kind[] = [
  kind(
    'assignments',
    assignment,
    'assignment-a1',
    fc.constantFrom(give, { ...give, kind: 'commitment' }),
    assignmentCommands,
    ofAssignment,
    (events) => events.filter(isEventOf.assignment),
  ),
  kind(
    'matters',
    matter,
    'matter-ma1',
    fc.constant({ type: 'OpenMatter', body: 'b1', title: 'Riktlinje' }),
    matterCommands,
    (context) => ({ ...context, bodyExists: true, targetExists: true }),
    (events) => events.filter(isEventOf.matter),
  ),
  kind(
    'meetings',
    meeting,
    'meeting-m1',
    fc.record({
      ...{ type: fc.constant('ScheduleMeeting'), body: fc.constant('b1'), date: fc.constant('2025-03-01') },
      kind: fc.constantFrom('ordinary', 'perCapsulam'),
    }),
    meetingCommands,
    (context) => ({ ...context, bodyExists: true, otherMeeting: met }),
    (events) => events.filter(isEventOf.meeting),
  ),
  kind(
    'decisions',
    decision,
    'decision-d1',
    fc.constant({
      type: 'RecordDecision',
      body: 'b1',
      title: 'Riktlinje',
      points: [{ kinds: ['noted'], text: 'Ett' }],
    }),
    decisionCommands,
    (context) => ({
      ...{ ...context, bodyExists: true, matterExists: true, meeting: met },
      successors: [{ id: 'd2', state: taken }],
    }),
    (events) => events.filter(isEventOf.decision),
  ),
  kind(
    'bodies',
    body,
    'body-b1',
    fc.constant({ type: 'RegisterBody', name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' }),
    bodyCommands,
    (context) => ({ ...context, personExists: true, meetingExists: true }),
    (events) => events.filter(isEventOf.body),
  ),
  kind(
    'people',
    person,
    'person-u1',
    fc.constant({ type: 'RegisterPerson', name: 'Åsa Ek' }),
    personCommands,
    (context) => ({ ...context, erased: false, deputyExists: true }),
    (events) => events.filter(isEventOf.person),
  ),
  kind(
    'erasures',
    register,
    'register',
    fc.constant({ type: 'ErasePerson', person: 'u0' }),
    fc.record({ type: fc.constant('ErasePerson'), person: fc.constantFrom('u1', 'u2', 'u3', 'u4') }),
    (context) => ({ ...context, personExists: true }),
    (events) => events.filter(isEventOf.register),
  ),
];

describe('any history of commands told in any order', () => {
  for (const { name, check, anyOrder } of kinds) {
    it(`${name}: keeps every rule, cut at any fact or day, and tells one story`, check);
    it(`${name}: folds whatever the facts and their order`, anyOrder);
  }

  it('no assignment is ever closed by who is responsible for it', () => {
    let closings = 0;
    let releasedFirst = 0;
    const closing: fc.Arbitrary<AssignmentCommand> = fc.constantFrom<AssignmentCommand>(
      ...[
        { type: 'SubmitFinalReport' as const, text: 'Klart' },
        { type: 'ReopenAssignment' as const, reason: 'Nytt' },
      ],
      ...[{ type: 'CloseAssignment' as const, outcome: 'lapsed' as const, reason: 'Överspelat' }],
      ...[{ type: 'CloseAssignment' as const, outcome: 'fulfilled' as const }],
      ...[
        { type: 'AddResponsible' as const, role: 'r1' },
        { type: 'ReleaseResponsible' as const, role: 'r1' },
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(closing, tellings), { maxLength: 40, size: 'max' }), (asked) => {
        const events = history(assignment, 'assignment-a1', [[give, atFirst], ...asked], ofAssignment);
        for (const event of events.filter(({ type }) => type === 'AssignmentClosed')) {
          const before = events.filter(
            (other) => byStated(other, event) < 0 && other.revision < event.revision,
          );
          const { responsible } = fold(assignment, before);
          if (event.actor.id === 'u-director') releasedFirst += 1;
          closings += 1;
          expect(event.actor.role).not.toBe('responsible');
          expect(event.actor.id === 'u-director' && responsible.includes('r1')).toBe(false);
        }
      }),
      { numRuns: 200, seed: 20260604 },
    );
    expect(closings).toBeGreaterThan(50);
    expect(releasedFirst).toBeGreaterThan(0);
  });
});
