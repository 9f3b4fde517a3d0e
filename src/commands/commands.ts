import { Command } from '@nestjs/cqrs';
import type { AssignmentCommand } from '../domain/assignment/assignment.js';
import type { BodyCommand } from '../domain/body/body.js';
import { authority, type DomainCommand } from '../domain/commands.js';
import type { DecisionCommand } from '../domain/decision/decision.js';
import type { ActorRef, ActorRole } from '../domain/events.js';
import type { FeedCommand } from '../domain/feed/feed.js';
import type { MatterCommand } from '../domain/matter/matter.js';
import type { MeetingCommand } from '../domain/meeting/meeting.js';
import type { PersonCommand, RegisterCommand } from '../domain/person/person.js';
import { refuse } from '../domain/refusal.js';
import type { ReminderCommand } from '../domain/reminder/reminder.js';
import type { ViewCommand } from '../domain/view/view.js';
import type { SourceRef, StatedWhen } from '../domain/when.js';
import type { CommandKey, Executed } from '../event-store/run-decider.js';

/** What a person may do towards a body; `*` stands for every body. */
export interface Grant {
  readonly body: string;
  readonly role: ActorRole;
}

/** Who calls, by opaque id, with what they may do. */
export interface Actor {
  readonly id: string;
  readonly grants: readonly Grant[];
}

/** Everything about a call that is not the command itself. */
export interface Call {
  readonly actor: Actor;
  readonly when: StatedWhen;
  readonly source?: SourceRef;
  readonly key?: CommandKey;
  /** The revision named in `If-Match`. */
  readonly expected?: number;
  readonly correlationId: string;
  readonly causationId?: string;
}

abstract class Execute<C extends DomainCommand> extends Command<Executed> {
  constructor(
    /** Id of the stream: of the body, meeting, matter, decision, assignment, person, feed or view; of a reminder, its assignment. */
    readonly id: string,
    readonly command: C,
    readonly call: Call,
  ) {
    super();
  }
}

export class ExecuteBody extends Execute<BodyCommand> {}
export class ExecuteMeeting extends Execute<MeetingCommand> {}
export class ExecuteMatter extends Execute<MatterCommand> {}
export class ExecuteDecision extends Execute<DecisionCommand> {}
export class ExecuteAssignment extends Execute<AssignmentCommand> {}
export class ExecutePerson extends Execute<PersonCommand> {}
export class ExecuteRegister extends Execute<RegisterCommand> {}
export class ExecuteReminder extends Execute<ReminderCommand> {}
export class ExecuteFeed extends Execute<FeedCommand> {}
export class ExecuteView extends Execute<ViewCommand> {}

/** Whether the actor has a capacity that allows the command, towards the body or (without one) towards any. */
export function actingRole(
  actor: Actor,
  command: DomainCommand['type'],
  body?: string,
): ActorRole | undefined {
  return authority[command].find((role) =>
    actor.grants.some(
      (grant) => grant.role === role && (body === undefined || grant.body === '*' || grant.body === body),
    ),
  );
}

/** The actor in the capacity in which they may give the command. Refuses who may not. */
export function actAs(actor: Actor, command: DomainCommand['type'], body?: string): ActorRef {
  const role = actingRole(actor, command, body);
  return role ? { id: actor.id, role } : refuse('notAllowed', '', { command });
}
