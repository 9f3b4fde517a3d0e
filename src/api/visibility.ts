import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { comparePositions } from '../domain/events.js';
import { type ApiParts, PARTS } from './parts.js';
import { Problem } from './problems.js';

/** How long a read waits for the change it was told to show, in milliseconds. */
export const patience = 2_000;

/** A read that carries `Log-Position` is let in when that place in the log can be seen. */
@Injectable()
export class ReadYourWrites implements CanActivate {
  constructor(@Inject(PARTS) private readonly parts: ApiParts) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const position = request.headers['log-position'];
    return position === undefined || request.method !== 'GET' || this.seen(position);
  }

  private async seen(position: string | string[]): Promise<true> {
    if (typeof position !== 'string' || !/^\d{1,20}$/.test(position)) throw new Problem('positionMalformed');
    const { models } = this.parts;
    if (await models.waitFor(position, patience)) return true;
    const following = models.status().projections.filter(({ stopped }) => !stopped);
    const reached = following.every(
      (known) => known.position !== null && comparePositions(known.position, position) >= 0,
    );
    if (following.length === 0 || !reached)
      throw new Problem('notYetVisible', { headers: { 'retry-after': '1' } });
    return true;
  }
}
