import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { comparePositions } from '../domain/events.js';
import { type ApiParts, PARTS } from './parts.js';
import { Problem } from './problems.js';

/** How long a read waits for the change it was told to show, in milliseconds. */
export const patience = 2_000;

/** A read that carries `Log-Position` waits until that place in the log can be seen. */
@Injectable()
export class ReadYourWrites implements NestInterceptor {
  constructor(@Inject(PARTS) private readonly parts: ApiParts) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const position = request.headers['log-position'];
    if (position !== undefined && request.method === 'GET') await this.wait(position);
    return next.handle();
  }

  private async wait(position: string | string[]): Promise<void> {
    if (typeof position !== 'string' || !/^\d{1,20}$/.test(position)) throw new Problem('positionMalformed');
    const { models } = this.parts;
    if (await models.waitFor(position, patience)) return;
    const following = models.status().projections.filter(({ stopped }) => !stopped);
    const reached = following.every(
      (known) => known.position !== null && comparePositions(known.position, position) >= 0,
    );
    if (following.length === 0 || !reached)
      throw new Problem('notYetVisible', { headers: { 'retry-after': '1' } });
  }
}
