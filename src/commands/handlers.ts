import { Inject, Injectable } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Clock } from '../clock.js';
import { assignment } from '../domain/assignment/assignment.js';
import { body, type BodyState, holdersOf } from '../domain/body/body.js';
import type { DomainCommand } from '../domain/commands.js';
import { fold } from '../domain/decider.js';
import { decision, type DecisionState } from '../domain/decision/decision.js';
import { isEventOf, type Recorded, streamOf } from '../domain/events.js';
import { feed } from '../domain/feed/feed.js';
import { matter } from '../domain/matter/matter.js';
import { meeting, type MeetingState } from '../domain/meeting/meeting.js';
import { isAway, person, register } from '../domain/person/person.js';
import { reminder } from '../domain/reminder/reminder.js';
import { view } from '../domain/view/view.js';
import type { LocalDate } from '../domain/when.js';
import type { EventStore } from '../event-store/event-store.js';
import { type Executed, type Request, runDecider } from '../event-store/run-decider.js';
import {
  actAs,
  type Call,
  ExecuteAssignment,
  ExecuteBody,
  ExecuteDecision,
  ExecuteFeed,
  ExecuteMatter,
  ExecuteMeeting,
  ExecutePerson,
  ExecuteRegister,
  ExecuteReminder,
  ExecuteView,
} from './commands.js';

export const EVENT_STORE = Symbol('EventStore');
export const CLOCK = Symbol('Clock');

/** Folds each list once: a store may hand out the same list until its stream grows. */
function remembering<S>(fold: (events: readonly Recorded[]) => S): (events: readonly Recorded[]) => S {
  const folded = new WeakMap<readonly Recorded[], { readonly state: S }>();
  return (events) => {
    const known = folded.get(events) ?? { state: fold(events) };
    folded.set(events, known);
    return known.state;
  };
}

/** Reads and folds the streams a decision looks at besides its own. */
@Injectable()
export class Surroundings {
  private readonly states = {
    body: remembering((events) => fold(body, events.filter(isEventOf.body))),
    meeting: remembering((events) => fold(meeting, events.filter(isEventOf.meeting))),
    matter: remembering((events) => fold(matter, events.filter(isEventOf.matter))),
    decision: remembering((events) => fold(decision, events.filter(isEventOf.decision))),
    assignment: remembering((events) => fold(assignment, events.filter(isEventOf.assignment))),
    person: remembering((events) => fold(person, events.filter(isEventOf.person))),
    view: remembering((events) => fold(view, events.filter(isEventOf.view))),
    register: remembering((events) => fold(register, events.filter(isEventOf.register))),
  } as const;

  constructor(
    @Inject(EVENT_STORE) readonly store: EventStore,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}

  #turns: Promise<unknown> = Promise.resolve();

  /**
   * One after the other: what says which stream takes over from which is decided on streams that it does not append to, and
   * two such commands under way at once could name each other.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turns.then(work);
    this.#turns = mine.catch(() => undefined);
    return mine;
  }

  async body(id: string) {
    return this.states.body(await this.store.read(streamOf('body', id)));
  }

  async meeting(id: string | undefined) {
    return id === undefined ? undefined : this.states.meeting(await this.store.read(streamOf('meeting', id)));
  }

  async matter(id: string) {
    return this.states.matter(await this.store.read(streamOf('matter', id)));
  }

  async decision(id: string | undefined) {
    return id === undefined
      ? undefined
      : this.states.decision(await this.store.read(streamOf('decision', id)));
  }

  async assignment(id: string) {
    return this.states.assignment(await this.store.read(streamOf('assignment', id)));
  }

  async person(id: string) {
    return this.states.person(await this.store.read(streamOf('person', id)));
  }

  /** How the reminders of an assignment are steered. */
  async steering(assignment: string) {
    return fold(
      reminder,
      (await this.store.read(streamOf('reminder', assignment))).filter(isEventOf.reminder),
    );
  }

  /** Whether a letter, in any of its wordings, is about an assignment. */
  async isAbout(letter: string, assignment: string): Promise<boolean> {
    return (await this.store.read(streamOf('letter', letter))).some(
      (event) =>
        (event.type === 'LetterClaimed' || event.type === 'LetterHandedOver') &&
        event.data.items.some((item) => item.assignment === assignment),
    );
  }

  /** Who stands in, on a day, for those of the persons who are away. */
  async deputiesOf(persons: readonly string[], day: LocalDate): Promise<string[]> {
    const states = await Promise.all(persons.map((id) => this.person(id)));
    return states.flatMap((state) =>
      state.deputy !== undefined && isAway(state, day) ? [state.deputy] : [],
    );
  }

  async view(id: string) {
    return this.states.view(await this.store.read(streamOf('view', id)));
  }

  async register() {
    return this.states.register(await this.store.read(streamOf('register', '')));
  }

  async bodyExists(id: string | undefined): Promise<boolean> {
    return id !== undefined && (await this.body(id)).exists;
  }

  /** The body a new stream names, or the one an existing stream belongs to. */
  async bodyOf(kind: 'meeting' | 'matter' | 'decision' | 'assignment' | 'view', id: string, named?: string) {
    if (named !== undefined) return named;
    const found = await this[kind](id);
    return found?.exists ? found.body : undefined;
  }

  /** The decision named and all that followed it, until the chain ends or comes back to where it began. */
  async decisionsFrom(id: string | undefined): Promise<{ id: string; state: DecisionState }[]> {
    const chain: { id: string; state: DecisionState }[] = [];
    for (let next = id; next !== undefined && !chain.some((seen) => seen.id === next);) {
      const state = await this.decision(next);
      if (!state?.exists) break;
      chain.push({ id: next, state });
      next = state.ended?.by;
    }
    return chain;
  }

  async assignmentsFrom(id: string | undefined): Promise<{ id: string }[]> {
    const chain: { id: string }[] = [];
    for (let next = id; next !== undefined && !chain.some((seen) => seen.id === next);) {
      const state = await this.assignment(next);
      if (!state.exists) break;
      chain.push({ id: next });
      next = state.replacedBy;
    }
    return chain;
  }
}

function request(call: Call, command: DomainCommand['type'], body?: string): Request {
  const { actor, ...rest } = call;
  return { ...rest, actor: actAs(actor, command, body) };
}

@CommandHandler(ExecuteBody)
export class BodyHandler implements ICommandHandler<ExecuteBody, Executed> {
  constructor(@Inject(Surroundings) private readonly look: Surroundings) {}

  async execute({ id, command, call }: ExecuteBody): Promise<Executed> {
    const [personExists, meetingExists] = await Promise.all([
      command.type === 'AppointHolder'
        ? this.look.person(command.person).then((found) => found.exists)
        : false,
      command.type === 'PlaceCycleEntry'
        ? this.look.meeting(command.meeting).then((found) => found?.exists === true && found.body === id)
        : false,
    ]);
    return runDecider(
      this.look.store,
      this.look.clock,
      body,
      (events) => events.filter(isEventOf.body),
      streamOf('body', id),
      command,
      request(call, command.type, id),
      (context) => ({ ...context, personExists, meetingExists }),
    );
  }
}

@CommandHandler(ExecuteMeeting)
export class MeetingHandler implements ICommandHandler<ExecuteMeeting, Executed> {
  constructor(@Inject(Surroundings) private readonly look: Surroundings) {}

  async execute({ id, command, call }: ExecuteMeeting): Promise<Executed> {
    const named = command.type === 'ScheduleMeeting' ? command.body : undefined;
    const other =
      command.type === 'ApproveNotes'
        ? command.atMeeting
        : command.type === 'ReportPerCapsulam'
          ? command.toMeeting
          : undefined;
    const [owner, bodyExists, otherMeeting] = await Promise.all([
      this.look.bodyOf('meeting', id, named),
      this.look.bodyExists(named),
      this.look.meeting(other),
    ]);
    return runDecider(
      this.look.store,
      this.look.clock,
      meeting,
      (events) => events.filter(isEventOf.meeting),
      streamOf('meeting', id),
      command,
      request(call, command.type, owner),
      (context) => ({ ...context, bodyExists, otherMeeting }),
    );
  }
}

@CommandHandler(ExecuteMatter)
export class MatterHandler implements ICommandHandler<ExecuteMatter, Executed> {
  constructor(@Inject(Surroundings) private readonly look: Surroundings) {}

  async execute({ id, command, call }: ExecuteMatter): Promise<Executed> {
    const owner = await this.look.bodyOf(
      'matter',
      id,
      command.type === 'OpenMatter' ? command.body : undefined,
    );
    const [ownerState, targetExists] = await Promise.all([
      owner === undefined ? undefined : this.look.body(owner),
      command.type === 'LinkMatter' && command.kind !== 'document'
        ? this.look[command.kind](command.target).then((found) => found?.exists === true)
        : false,
    ]);
    return runDecider(
      this.look.store,
      this.look.clock,
      matter,
      (events) => events.filter(isEventOf.matter),
      streamOf('matter', id),
      command,
      request(call, command.type, owner),
      (context) => ({
        ...context,
        bodyExists: ownerState?.exists === true,
        targetExists,
        seasons: ownerState?.seasons,
      }),
    );
  }
}

@CommandHandler(ExecuteDecision)
export class DecisionHandler implements ICommandHandler<ExecuteDecision, Executed> {
  constructor(@Inject(Surroundings) private readonly look: Surroundings) {}

  execute(asked: ExecuteDecision): Promise<Executed> {
    const names = 'by' in asked.command && asked.command.by !== undefined;
    return names ? this.look.inTurn(() => this.decide(asked)) : this.decide(asked);
  }

  private async decide({ id, command, call }: ExecuteDecision): Promise<Executed> {
    const recorded = command.type === 'RecordDecision' ? command : undefined;
    const [owner, bodyExists, matterExists, meetingState, successors] = await Promise.all([
      this.look.bodyOf('decision', id, recorded?.body),
      this.look.bodyExists(recorded?.body),
      recorded?.matter === undefined
        ? false
        : this.look.matter(recorded.matter).then((found) => found.exists),
      this.look.meeting('meeting' in command ? command.meeting : undefined),
      this.look.decisionsFrom('by' in command ? command.by : undefined),
    ]);
    return runDecider(
      this.look.store,
      this.look.clock,
      decision,
      (events) => events.filter(isEventOf.decision),
      streamOf('decision', id),
      command,
      request(takenAt(recorded && meetingState, call, this.look.clock.today()), command.type, owner),
      (context) => ({ ...context, bodyExists, matterExists, meeting: meetingState, successors }),
    );
  }
}

/** A decision was taken on the day of its meeting, unless the call says otherwise; a meeting still to come says nothing. */
function takenAt(meetingState: MeetingState | undefined, call: Call, today: LocalDate): Call {
  if (!meetingState?.exists || call.when.occurred !== undefined) return call;
  const { statedAt = today } = call.when;
  return statedAt < meetingState.date
    ? call
    : { ...call, when: { ...call.when, occurred: meetingState.date } };
}

@CommandHandler(ExecuteAssignment)
export class AssignmentHandler implements ICommandHandler<ExecuteAssignment, Executed> {
  constructor(@Inject(Surroundings) private readonly look: Surroundings) {}

  execute(asked: ExecuteAssignment): Promise<Executed> {
    const names = asked.command.type === 'ReplaceAssignment';
    return names ? this.look.inTurn(() => this.decide(asked)) : this.decide(asked);
  }

  private async decide({ id, command, call }: ExecuteAssignment): Promise<Executed> {
    const given = command.type === 'GiveAssignment' ? command : undefined;
    const owner = await this.look.bodyOf('assignment', id, given?.body);
    const recipient = 'recipient' in command ? command.recipient : undefined;
    const named = 'decision' in command ? command.decision : undefined;
    const bound = command.type === 'MoveDeadline' ? command.boundToMeeting : undefined;
    const [
      ownerState,
      recipientExists,
      matterExists,
      replacesExists,
      boundMeeting,
      decisionState,
      successors,
    ] = await Promise.all([
      owner === undefined ? undefined : this.look.body(owner),
      this.look.bodyExists(recipient),
      given?.matter === undefined ? false : this.look.matter(given.matter).then((found) => found.exists),
      given?.replaces === undefined
        ? false
        : this.look.assignment(given.replaces).then((found) => found.exists),
      this.look.meeting(bound),
      this.look.decision(named),
      this.look.assignmentsFrom('by' in command ? command.by : undefined),
    ]);
    const asked = request(call, command.type, owner);
    const deputies =
      asked.actor.role === 'responsible' && ownerState ? await this.deputies(id, ownerState, asked) : [];
    return runDecider(
      this.look.store,
      this.look.clock,
      assignment,
      (events) => events.filter(isEventOf.assignment),
      streamOf('assignment', id),
      command,
      asked,
      (context) => ({
        ...context,
        body: ownerState,
        recipientExists,
        matterExists,
        replacesExists,
        meetingExists: boundMeeting?.exists === true,
        decision: decisionState,
        successors,
        deputies,
      }),
    );
  }

  /** Those who stand in for the responsible; of no interest when a responsible person is asking. */
  private async deputies(id: string, owner: BodyState, { actor, when }: Request): Promise<string[]> {
    const { responsible } = await this.look.assignment(id);
    const holders = holdersOf(owner, responsible);
    if (holders.includes(actor.id)) return [];
    const { instead } = await this.look.steering(id);
    return [
      ...Object.values(instead),
      ...(await this.look.deputiesOf(holders, when.statedAt ?? this.look.clock.today())),
    ];
  }
}

@CommandHandler(ExecutePerson)
export class PersonHandler implements ICommandHandler<ExecutePerson, Executed> {
  constructor(@Inject(Surroundings) private readonly look: Surroundings) {}

  async execute({ id, command, call }: ExecutePerson): Promise<Executed> {
    const [erasures, deputyExists] = await Promise.all([
      this.look.register(),
      command.type === 'NameDeputy' ? this.look.person(command.deputy).then((found) => found.exists) : false,
    ]);
    return runDecider(
      this.look.store,
      this.look.clock,
      person,
      (events) => events.filter(isEventOf.person),
      streamOf('person', id),
      command,
      request(call, command.type),
      (context) => ({ ...context, erased: erasures.erased.has(id), deputyExists }),
    );
  }
}

/** Erasure: first the permanent fact, then the removal; a crash in between is made good at the next start. */
@CommandHandler(ExecuteRegister)
export class RegisterHandler implements ICommandHandler<ExecuteRegister, Executed> {
  constructor(@Inject(Surroundings) private readonly look: Surroundings) {}

  async execute({ command, call }: ExecuteRegister): Promise<Executed> {
    const personExists = (await this.look.person(command.person)).exists;
    const done = await runDecider(
      this.look.store,
      this.look.clock,
      register,
      (events) => events.filter(isEventOf.register),
      streamOf('register', ''),
      command,
      request(call, command.type),
      (context) => ({ ...context, personExists }),
    );
    await this.look.store.erase(streamOf('person', command.person));
    return done;
  }
}

@CommandHandler(ExecuteReminder)
export class ReminderHandler implements ICommandHandler<ExecuteReminder, Executed> {
  constructor(@Inject(Surroundings) private readonly look: Surroundings) {}

  async execute({ id, command, call }: ExecuteReminder): Promise<Executed> {
    const [asked, personExists, letterExists] = await Promise.all([
      this.look.assignment(id),
      command.type === 'ChangeReminderRecipient' && command.person !== undefined
        ? this.look.person(command.person).then((found) => found.exists)
        : false,
      command.type === 'RevokeReminderLinks' ? this.look.isAbout(command.letter, id) : false,
    ]);
    return runDecider(
      this.look.store,
      this.look.clock,
      reminder,
      (events) => events.filter(isEventOf.reminder),
      streamOf('reminder', id),
      command,
      request(call, command.type, asked.exists ? asked.body : undefined),
      (context) => ({
        ...context,
        assignmentExists: asked.exists,
        phase: asked.phase,
        roles: asked.responsible,
        personExists,
        letterExists,
      }),
    );
  }
}

@CommandHandler(ExecuteFeed)
export class FeedHandler implements ICommandHandler<ExecuteFeed, Executed> {
  constructor(@Inject(Surroundings) private readonly look: Surroundings) {}

  async execute({ id, command, call }: ExecuteFeed): Promise<Executed> {
    const scope = command.type === 'OpenFeed' ? command.scope : undefined;
    const owner = scope?.kind === 'body' ? scope.body : undefined;
    const bodyExists = await this.look.bodyExists(owner);
    return runDecider(
      this.look.store,
      this.look.clock,
      feed,
      (events) => events.filter(isEventOf.feed),
      streamOf('feed', id),
      command,
      request(call, command.type, owner),
      (context) => ({ ...context, bodyExists }),
    );
  }
}

@CommandHandler(ExecuteView)
export class ViewHandler implements ICommandHandler<ExecuteView, Executed> {
  constructor(@Inject(Surroundings) private readonly look: Surroundings) {}

  async execute({ id, command, call }: ExecuteView): Promise<Executed> {
    const body = await this.look.bodyOf('view', id, command.type === 'SaveView' ? command.body : undefined);
    const bodyExists = await this.look.bodyExists(body);
    return runDecider(
      this.look.store,
      this.look.clock,
      view,
      (events) => events.filter(isEventOf.view),
      streamOf('view', id),
      command,
      request(call, command.type, body),
      (context) => ({ ...context, bodyExists }),
    );
  }
}

/** Removes again what the register says is erased; called at start, harmless when nothing is left to remove. */
export async function finishErasures(store: EventStore): Promise<void> {
  const erased = fold(
    register,
    (await store.read(streamOf('register', ''))).filter(isEventOf.register),
  ).erased;
  for (const id of erased)
    if ((await store.read(streamOf('person', id))).length > 0) await store.erase(streamOf('person', id));
}

export const commandHandlers = [
  Surroundings,
  BodyHandler,
  MeetingHandler,
  MatterHandler,
  DecisionHandler,
  AssignmentHandler,
  PersonHandler,
  RegisterHandler,
  ReminderHandler,
  FeedHandler,
  ViewHandler,
];
