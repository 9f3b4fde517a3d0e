import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '../commands/commands.js';
import type { Language } from '../domain/person/events.js';
import type { CommandKey } from '../event-store/run-decider.js';
import { type ActingRequest, actorOf } from './auth.js';
import { languageOf } from './language.js';
import { Problem } from './problems.js';

/** What a request says besides its body. */
export interface Asked {
  readonly actor: Actor;
  readonly language: Language;
  readonly correlationId: string;
  /** The Idempotency-Key, made the actor's own, with a digest of who asks for what. Throws {@link Problem}. */
  readonly key: () => CommandKey | undefined;
  /** The revision in `If-Match`, `undefined` for `*`. Throws {@link Problem} when it is missing or unreadable. */
  readonly expected: () => number | undefined;
}

/** Parameter decorator: what the request says besides its body. */
export const Ask = createParamDecorator((_: unknown, context: ExecutionContext) =>
  askedOf(context.switchToHttp().getRequest<ActingRequest>()),
);

export function askedOf(request: ActingRequest): Asked {
  const actor = actorOf(request);
  return {
    actor,
    language: languageOf(request.headers['accept-language']),
    correlationId: request.id,
    key: () => keyOf(request, actor),
    expected: () => expectedOf(request.headers['if-match']),
  };
}

function keyOf(request: ActingRequest, actor: Actor): CommandKey | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x20-\x7e]{1,200}$/.test(key)) throw new Problem('keyMalformed');
  const [path = ''] = request.url.split('?');
  const digest = createHash('sha256')
    .update([actor.id, request.method, path, canonicalJson(request.body ?? {})].join('\n'))
    .digest('hex');
  return { key: `${actor.id}/${key}`, digest };
}

function expectedOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined) throw new Problem('ifMatchMissing');
  if (ifMatch.trim() === '*') return undefined;
  const [, revision] = /^\s*"(-1|\d{1,9})"\s*$/.exec(ifMatch) ?? [];
  if (revision === undefined) throw new Problem('ifMatchMalformed');
  return Number(revision);
}

/** JSON with the names of every object in order: the same content gives the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : part,
  );
}
