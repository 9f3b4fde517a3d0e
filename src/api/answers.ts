import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ExecuteAssignment } from '../commands/commands.js';
import { Surroundings } from '../commands/handlers.js';
import type { AssignmentCommand, AssignmentState } from '../domain/assignment/assignment.js';
import { assignment } from '../domain/assignment/assignment.js';
import type { AssignmentEvent } from '../domain/assignment/events.js';
import { type BodyState, holdersOf } from '../domain/body/body.js';
import { fold } from '../domain/decider.js';
import { isEventOf, type Recorded, streamOf } from '../domain/events.js';
import { expectedAnswer } from '../domain/expected-meeting.js';
import type { Language } from '../domain/person/events.js';
import type { ReminderState } from '../domain/reminder/reminder.js';
import { Refusal } from '../domain/refusal.js';
import { KeyReused } from '../event-store/run-decider.js';
import { meetingsOf } from '../projections/meetings.js';
import { askedWords } from '../reminders/asked.js';
import type { Act } from '../reminders/letters/acts.js';
import { dueOn } from '../reminders/letters/due-words.js';
import { type ActionLink, keyOfLink, readLink, signLink } from '../reminders/links.js';
import type { AnsweredAssignment, Recorded as Answer, UselessReason } from './pages/answer-page.js';
import { type ApiParts, PARTS } from './parts.js';

/** What a link leads to: a page to write on, an answer given before, or the reason why it is of no use. */
export type Standing =
  | {
      readonly kind: 'useless';
      readonly reason: UselessReason;
      readonly language?: Language;
      readonly secretaryEmail?: string;
    }
  | {
      readonly kind: 'open';
      readonly language: Language;
      readonly link: ActionLink;
      readonly about: AnsweredAssignment;
    }
  | {
      readonly kind: 'answered';
      readonly language: Language;
      readonly about: AnsweredAssignment;
      readonly answer: Omit<Answer, 'refused'>;
    };

type Capacity = 'responsible' | 'secretary';

/** Answers given by the links in letters. The log itself is asked, so that what was just recorded is seen. */
@Injectable()
export class Answers {
  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(Surroundings) private readonly look: Surroundings,
    @Inject(CommandBus) private readonly bus: CommandBus,
  ) {}

  /** What a token stands for now. Changes nothing. */
  async standing(token: string): Promise<Standing> {
    const link = readLink(token, this.parts.linkSecret);
    if (!link) return { kind: 'useless', reason: 'unknown' };
    const person = await this.look.person(link.person);
    if (!person.exists) return { kind: 'useless', reason: 'notYours' };
    const { language } = person;
    const events = (await this.look.store.read(streamOf('assignment', link.assignment))).filter(
      isEventOf.assignment,
    );
    const state = fold(assignment, events);
    if (!state.exists) return { kind: 'useless', reason: 'unknown', language };
    const owner = await this.look.body(state.body);
    const secretaryEmail = await this.secretaryEmail(owner);
    const useless = (reason: UselessReason): Standing => ({
      kind: 'useless',
      reason,
      language,
      secretaryEmail,
    });

    const steering = await this.look.steering(link.assignment);
    if (steering.revoked.includes(link.reminder)) return useless('revoked');
    if (!(await this.capacityOf(link.person, state, owner, steering))) return useless('notYours');
    const about = await this.about(state, events, owner, secretaryEmail);
    const given = events.find((event) => event.command?.key === keyOfLink(link));
    if (given)
      return { kind: 'answered', language, about, answer: this.answerOf(given, link, events, state) };
    if (this.parts.clock.today() > link.until) return useless('expired');
    if (state.phase === 'closed') return useless('closed');
    if (state.phase === 'finallyReported') return useless('reported');
    return { kind: 'open', language, link, about };
  }

  /** The address of the same link for another act. */
  href(link: ActionLink, act: Act): string {
    return `/svar/${signLink({ ...link, act }, this.parts.linkSecret)}`;
  }

  /**
   * Records the answer of a link that is open, once. False when another answer had been recorded by it. Throws what
   * command handling throws; `Refusal` when the assignment has changed meanwhile.
   */
  async give(link: ActionLink, text: string, correlationId: string): Promise<boolean> {
    const state = await this.look.assignment(link.assignment);
    const steering = await this.look.steering(link.assignment);
    const capacity = await this.capacityOf(link.person, state, await this.look.body(state.body), steering);
    if (!capacity) throw new Refusal('notResponsible');
    const command = commandOf(link.act, text);
    const digest = createHash('sha256').update(JSON.stringify(command)).digest('hex');
    const started = performance.now();
    let result = 'done';
    try {
      await this.bus.execute(
        new ExecuteAssignment(link.assignment, command, {
          actor: { id: link.person, grants: [{ body: state.body, role: capacity }] },
          when: {},
          key: { key: keyOfLink(link), digest },
          correlationId,
          causationId: link.reminder,
        }),
      );
      return true;
    } catch (error) {
      result =
        error instanceof Refusal ? error.code : error instanceof KeyReused ? 'keyReused' : 'unexpected';
      if (error instanceof KeyReused) return false;
      throw error;
    } finally {
      this.parts.onCommand?.(command.type, result, performance.now() - started);
    }
  }

  /** In which capacity a person may answer now; a deputy as the one who is away, the secretary as always. */
  private async capacityOf(
    person: string,
    { responsible }: AssignmentState,
    owner: BodyState,
    { instead }: ReminderState,
  ): Promise<Capacity | undefined> {
    const holders = holdersOf(owner, responsible);
    if (holders.includes(person) || Object.values(instead).includes(person)) return 'responsible';
    if ((await this.look.deputiesOf(holders, this.parts.clock.today())).includes(person))
      return 'responsible';
    return secretariesOf(owner).includes(person) ? 'secretary' : undefined;
  }

  private async secretaryEmail(owner: BodyState): Promise<string | undefined> {
    for (const id of secretariesOf(owner)) {
      const { email } = await this.look.person(id);
      if (email !== undefined) return email;
    }
    return undefined;
  }

  private async about(
    state: AssignmentState,
    events: readonly Recorded<AssignmentEvent>[],
    owner: BodyState,
    secretaryEmail: string | undefined,
  ): Promise<AnsweredAssignment> {
    const { models, clock } = this.parts;
    const meetings = state.recipient === undefined ? [] : meetingsOf(models.db, state.recipient);
    const today = clock.today();
    const expected = expectedAnswer(state, meetings, today);
    return {
      title: state.title,
      body: owner.shortName,
      asked: askedWords(events, await this.look.decision(state.decision)),
      due: dueOn(today, state.deadline, expected, meetings, owner.policy?.policy.materialDays),
      lastReport: state.lastReport,
      secretaryEmail,
    };
  }

  private answerOf(
    given: Recorded<AssignmentEvent>,
    link: ActionLink,
    events: readonly Recorded<AssignmentEvent>[],
    { phase }: AssignmentState,
  ): Omit<Answer, 'refused'> {
    const next = nextTurn(link, events);
    const canAnswer =
      phase !== 'closed' && phase !== 'finallyReported' && this.parts.clock.today() <= link.until;
    return {
      act: link.act,
      text: 'text' in given.data ? (given.data.text ?? '') : '',
      on: given.statedAt,
      ...(canAnswer && { again: this.href(next, link.act) }),
    };
  }
}

const secretariesOf = (owner: BodyState): string[] =>
  owner.roles.flatMap(({ kind, holders }) => (kind === 'secretary' ? holders : []));

/** The first turn of a link by which nothing has been recorded. */
function nextTurn(link: ActionLink, events: readonly Recorded[]): ActionLink {
  const used = new Set(events.flatMap(({ command }) => command?.key ?? []));
  let next = link;
  while (used.has(keyOfLink(next))) next = { ...next, turn: next.turn + 1 };
  return next;
}

function commandOf(act: Act, text: string): AssignmentCommand {
  const said = text.trim();
  switch (act) {
    case 'onTrack':
    case 'delayed':
      return { type: 'ReportProgress', status: act, text: said, via: 'mailLink' };
    case 'final':
      return { type: 'SubmitFinalReport', text: said, via: 'mailLink' };
    case 'wrongRecipient':
      return { type: 'ReportWrongAssignee', via: 'mailLink', ...(said !== '' && { text: said }) };
  }
}
