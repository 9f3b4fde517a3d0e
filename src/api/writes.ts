import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  type Call,
  ExecuteAssignment,
  ExecuteBody,
  ExecuteDecision,
  type ExecuteFeed,
  ExecuteMatter,
  ExecuteMeeting,
  type ExecutePerson,
  type ExecuteRegister,
  ExecuteReminder,
  ExecuteView,
} from '../commands/commands.js';
import { Surroundings } from '../commands/handlers.js';
import { Refusal } from '../domain/refusal.js';
import { type CommandKey, derivedId, type Executed, KeyReused } from '../event-store/run-decider.js';
import type { Asked } from './asked.js';
import { mayRead } from './auth.js';
import { type FactDto, whenOf } from './dto/fact.dto.js';
import { API_LOG, type ApiLog } from './log.js';
import { type ApiParts, PARTS } from './parts.js';
import { Problem, problemOf } from './problems.js';
import { Warnings } from './warnings.js';
import { type WarningView, Written } from './written.js';

/** A command in its envelope. */
export type Message =
  | ExecuteBody
  | ExecuteMeeting
  | ExecuteMatter
  | ExecuteDecision
  | ExecuteAssignment
  | ExecutePerson
  | ExecuteRegister
  | ExecuteReminder
  | ExecuteFeed
  | ExecuteView;

/** Sends commands and words their answers. */
@Injectable()
export class Writes {
  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(Surroundings) private readonly look: Surroundings,
    @Inject(Warnings) private readonly warnings: Warnings,
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(API_LOG) private readonly log: ApiLog,
  ) {}

  /** Begins a new stream. With a key its id follows from the key, so that the same request makes the same thing once. */
  async create(asked: Asked, dto: FactDto, message: (id: string, call: Call) => Message): Promise<Written> {
    const key = asked.key();
    const id = key ? derivedId(key.key) : randomUUID();
    return this.written(asked, await this.send(message(id, callOf(asked, dto, key))));
  }

  /** Changes what exists, at the revision the request names. */
  async change(asked: Asked, dto: FactDto, message: (call: Call) => Message): Promise<Written> {
    const expected = asked.expected();
    const call = { ...callOf(asked, dto, asked.key()), expected };
    return this.written(asked, await this.send(message(call)));
  }

  /** Erases something by its id: there is nothing left in it that two could overwrite, so no revision is asked for. */
  async erase(asked: Asked, dto: FactDto, id: string, message: (call: Call) => Message): Promise<Written> {
    const written = await this.written(asked, await this.send(message(callOf(asked, dto, asked.key()))));
    return new Written({ ...written, id });
  }

  /** Executes one command. Throws {@link Problem} or what `problemOf` knows. */
  async send(message: Message): Promise<Executed> {
    const { key } = message.call;
    const started = performance.now();
    let result = 'done';
    try {
      if (key) this.refuseReuse(key);
      const done = await this.bus.execute(message);
      if (done.replayed) result = 'replayed';
      return done;
    } catch (error) {
      result = problemOf(error).code;
      throw await this.withoutTelling(error, message);
    } finally {
      this.parts.onCommand?.(message.command.type, result, performance.now() - started);
    }
  }

  private async written(asked: Asked, done: Executed): Promise<Written> {
    return new Written({
      id: done.id,
      revision: done.revision,
      position: done.position,
      replayed: done.replayed,
      warnings: await this.warningsOf(done, asked),
    });
  }

  /** What is recorded is recorded, whether or not anything can be said about it. */
  private async warningsOf(
    done: Executed,
    { language, correlationId }: Asked,
  ): Promise<readonly WarningView[]> {
    try {
      return await this.warnings.of(done, language);
    } catch (error) {
      this.log.error({ requestId: correlationId, error: String(error) }, 'no warnings could be given');
      return [];
    }
  }

  /** A key stands for one request. What it did may lie in another stream than the one now asked for. */
  private refuseReuse({ key, digest }: CommandKey): void {
    const earlier = this.parts.log.byCommandKey(key);
    if (earlier.some(({ command }) => command?.key === key && command.digest !== digest))
      throw new KeyReused(key);
  }

  /** Whoever may not read a body is not told that something in it exists. */
  private async withoutTelling(error: unknown, message: Message): Promise<unknown> {
    if (!(error instanceof Refusal) || error.code !== 'notAllowed') return error;
    const body = await this.ownerOf(message);
    return body === undefined || mayRead(message.call.actor, body) ? error : new Problem('notFound');
  }

  private async ownerOf(message: Message): Promise<string | undefined> {
    if (message instanceof ExecuteBody)
      return message.command.type === 'RegisterBody' ? undefined : message.id;
    if (message instanceof ExecuteMeeting) return this.look.bodyOf('meeting', message.id);
    if (message instanceof ExecuteMatter) return this.look.bodyOf('matter', message.id);
    if (message instanceof ExecuteDecision) return this.look.bodyOf('decision', message.id);
    if (message instanceof ExecuteAssignment || message instanceof ExecuteReminder)
      return this.look.bodyOf('assignment', message.id);
    if (message instanceof ExecuteView) return this.look.bodyOf('view', message.id);
    return undefined;
  }
}

/** Everything about a request that is not the command itself. */
export function callOf(asked: Asked, dto: FactDto, key: CommandKey | undefined): Call {
  return {
    actor: asked.actor,
    when: whenOf(dto),
    correlationId: asked.correlationId,
    ...(dto.source && { source: dto.source }),
    ...(key && { key }),
  };
}
