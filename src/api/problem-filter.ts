import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.js';
import { API_LOG, type ApiLog } from './log.js';
import { type ApiParts, PARTS } from './parts.js';
import { problemBody, problemOf } from './problems.js';

/** Answers every error as a problem (RFC 9457) in the reader's language. What nobody expected is logged, never shown. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    @Inject(API_LOG) private readonly log: ApiLog,
    @Inject(PARTS) private readonly parts: ApiParts,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.status >= 500)
      this.log.error({ requestId: request.id, code: problem.code, error: traceOf(error) }, 'request failed');
    if (refusals.includes(problem.status))
      this.parts.onRefused?.(problem.status, problem.details.limit ?? problem.code);
    const language = languageOf(request.headers['accept-language']);
    const [path = ''] = request.url.split('?');
    void reply
      .status(problem.status)
      .headers({
        ...problem.details.headers,
        'content-type': 'application/problem+json; charset=utf-8',
        'content-language': language,
        vary: 'Accept-Language',
        'cache-control': 'no-store',
      })
      .send(JSON.stringify(problemBody(problem, language, path)));
  }
}

/** There is too much to do, or no room, or the store is not there. */
const refusals = [429, 503, 507];

const traceOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
