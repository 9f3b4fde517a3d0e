import { createHash, timingSafeEqual } from 'node:crypto';
import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBearerAuth, ApiSecurity } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Actor, actingRole } from '../commands/commands.js';
import type { TokenHolder } from '../config.js';
import { authority, type CommandType } from '../domain/commands.js';
import type { ActorRole } from '../domain/events.js';
import { Buckets, noLimits } from './limits.js';
import { type ApiParts, PARTS } from './parts.js';
import { Problem, refuseTooMany } from './problems.js';
import { fromOwnPage, Sessions } from './session.js';

/** Injection token of the configured {@link TokenHolder}s. */
export const TOKENS = Symbol('Tokens');

/** Injection token of the {@link Sessions} of browsers. */
export const SESSIONS = Symbol('Sessions');

/** Finds who is calling. */
export abstract class Identities {
  /** The actor a request speaks for, `undefined` when it carries nothing that is known. */
  abstract of(request: FastifyRequest): Promise<Actor | undefined>;
}

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Actors by bearer token, else by the session of a browser. Only hashes of tokens are compared, all of them, in constant
 * time. A session that changes something must come from our own pages; throws {@link Problem} when it does not.
 */
@Injectable()
export class TokenIdentities extends Identities {
  private readonly known: readonly { readonly hash: Buffer; readonly holder: TokenHolder }[];

  constructor(
    @Inject(TOKENS) holders: readonly TokenHolder[],
    @Inject(SESSIONS) private readonly sessions: Sessions,
    @Inject(PARTS) private readonly parts: Pick<ApiParts, 'baseUrl'>,
  ) {
    super();
    this.known = holders.map((holder) => ({ hash: Buffer.from(holder.tokenHash, 'hex'), holder }));
  }

  async of(request: FastifyRequest): Promise<Actor | undefined> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const [, token] = /^Bearer +([\w.~+/=-]{1,512})$/i.exec(authorization) ?? [];
      return token === undefined ? undefined : this.byToken(token);
    }
    const holder = this.sessions.holderOf(request);
    if (!holder) return undefined;
    if (!safeMethods.includes(request.method) && !fromOwnPage(request, this.parts.baseUrl, false))
      throw new Problem('foreignPage');
    return actorOfHolder(holder);
  }

  byToken(token: string): Actor | undefined {
    const holder = this.holderOf(token);
    return holder && actorOfHolder(holder);
  }

  /** Who holds a token. */
  holderOf(token: string): TokenHolder | undefined {
    const hash = createHash('sha256').update(token).digest();
    let found: TokenHolder | undefined;
    for (const { hash: known, holder } of this.known) if (timingSafeEqual(known, hash)) found = holder;
    return found;
  }
}

const actorOfHolder = ({ actor, grants }: TokenHolder): Actor => ({ id: actor, grants });

/** What a caller must be able to do: give a command, read, or read personal data. */
export type Need = CommandType | 'read' | 'readPeople';

/** Who may read names, addresses and absences of people. */
export const readersOfPeople: readonly ActorRole[] = ['secretary', 'admin'];

const needKey = 'beslutslogg:need';
const publicKey = 'beslutslogg:public';

/** Says what a route needs its caller to be able to do. Every route has this or {@link Public}. */
export const Needs = (need: Need): MethodDecorator =>
  applyDecorators(SetMetadata(needKey, need), ApiBearerAuth('token'));

/** A route that anyone may ask. */
export const Public = (): MethodDecorator => applyDecorators(SetMetadata(publicKey, true), ApiSecurity({}));

/** What a route says about its callers, for the guard and for the test that walks all routes. */
export function needOf(reflector: Reflector, handler: object): Need | 'public' | undefined {
  const read = <T>(key: string) => reflector.get<T | undefined, string>(key, handler as () => void);
  return read<boolean>(publicKey) ? 'public' : read<Need>(needKey);
}

/** Whether the actor has a capacity that covers the need towards any body. */
export function covers(actor: Actor, need: Need): boolean {
  if (need === 'read') return actor.grants.length > 0;
  if (need === 'readPeople') return actor.grants.some(({ role }) => readersOfPeople.includes(role));
  return actingRole(actor, need) !== undefined;
}

/** A request after the guard. */
export interface ActingRequest extends FastifyRequest {
  actor?: Actor;
}

/** Lets in who is known, does not ask too often and has a capacity that the route needs; which body it is about is looked at later. */
@Injectable()
export class AuthGuard implements CanActivate {
  private readonly buckets: Buckets;

  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(Identities) private readonly identities: Identities,
    @Inject(PARTS) { limits = noLimits }: ApiParts,
  ) {
    this.buckets = new Buckets(limits.perActor);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const need = needOf(this.reflector, context.getHandler());
    if (need === 'public') return true;
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const actor = await this.identities.of(request);
    if (!actor) throw new Problem('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
    refuseTooMany(this.buckets.take(actor.id), 'perActor');
    if (need === undefined || !covers(actor, need)) throw new Problem('notAllowed');
    request.actor = actor;
    return true;
  }
}

/** The actor the guard let in. */
export function actorOf(request: ActingRequest): Actor {
  if (!request.actor) throw new Problem('unauthenticated');
  return request.actor;
}

/** Parameter decorator: the actor. */
export const TheActor = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actorOf(context.switchToHttp().getRequest<ActingRequest>()),
);

/** The bodies an actor may read: all of them, or those named. */
export type Reach = 'all' | readonly string[];

export function reachOf(actor: Actor): Reach {
  if (actor.grants.some(({ body }) => body === '*')) return 'all';
  return [...new Set(actor.grants.map(({ body }) => body))];
}

export const mayRead = (actor: Actor, body: string): boolean => {
  const reach = reachOf(actor);
  return reach === 'all' || reach.includes(body);
};

/** The roles that may give each command, as words for the documentation. */
export const rolesFor = (need: Need): readonly string[] =>
  need === 'read' ? ['any'] : need === 'readPeople' ? readersOfPeople : authority[need];
