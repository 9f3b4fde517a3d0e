import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { type Observable, of, tap } from 'rxjs';
import { type ActingRequest, actorOf } from './auth.js';
import { languageOf } from './language.js';
import { type ApiParts, PARTS } from './parts.js';

const mostPages = 100;

/**
 * Keeps the answers to questions that the log and the day decide alone, each for whoever asked it, until either moves on: in a
 * log that grows on a few days a year most questions are asked again before anything is recorded.
 */
@Injectable()
export class KeptPages implements NestInterceptor {
  readonly #pages = new Map<string, unknown>();
  #standing = '';
  #changes = 0;

  constructor(@Inject(PARTS) private readonly parts: ApiParts) {
    parts.models.onChange(() => {
      this.#changes += 1;
      this.#pages.clear();
    });
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const standing = this.#now();
    if (standing !== this.#standing) {
      this.#pages.clear();
      this.#standing = standing;
    }
    const request = context.switchToHttp().getRequest<ActingRequest>();
    const question = JSON.stringify([
      actorOf(request),
      languageOf(request.headers['accept-language']),
      request.url,
    ]);
    const kept = this.#pages.get(question);
    if (kept !== undefined) return of(kept);
    return next.handle().pipe(
      tap((page) => {
        if (standing === this.#now()) this.#keep(question, page);
      }),
    );
  }

  #now(): string {
    const { log, clock } = this.parts;
    return [log.head(), clock.today(), this.#changes].join(' ');
  }

  #keep(question: string, page: unknown): void {
    this.#pages.set(question, page);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= mostPages) break;
      this.#pages.delete(oldest);
    }
  }
}
