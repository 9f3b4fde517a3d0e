import { HttpException } from '@nestjs/common';
import { isLocalDate } from '../domain/calendar.js';
import type { Language } from '../domain/person/events.js';
import { formatDate } from '../domain/swedish-dates.js';
import { Refusal } from '../domain/refusal.js';
import {
  CorruptLog,
  LogIoError,
  StoreBusy,
  StoreFull,
  StoreUnavailable,
  WrongExpectedRevision,
} from '../event-store/event-store.js';
import { KeyReused } from '../event-store/run-decider.js';
import { ReadModelsNotReady } from '../projections/read-models.js';
import { BadCursor } from '../projections/sql.js';
import { fill } from './language.js';
import { type ProblemCode, problemCatalogue, stateWords } from './problem-texts.js';
import { type FieldCode, fieldTexts } from './field-texts.js';

export type { ProblemCode } from './problem-texts.js';

/** What is wrong with one field: where (JSON pointer into the body, or `?name` of a query parameter), and why. */
export interface FieldError {
  readonly pointer: string;
  readonly code: FieldCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

interface Details {
  readonly params?: Readonly<Record<string, string | number>>;
  /** The field a rule refused. */
  readonly pointer?: string;
  readonly errors?: readonly FieldError[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly limit?: LimitKind;
  /** Members beside the standard ones, such as `currentRevision`. */
  readonly extra?: Readonly<Record<string, string | number | null>>;
}

/** A request that cannot be met, with everything its answer says (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: Details = {},
  ) {
    super(code);
  }

  get status(): number {
    return problemCatalogue[this.code].status;
  }
}

/** Which limit a caller met: that of an actor, of an address, or of an address among what is secret by its address. */
export type LimitKind = 'perActor' | 'perAddress' | 'perSecret';

/** Refuses a caller who has to wait so many seconds; nobody when that is 0. */
export function refuseTooMany(seconds: number, limit: LimitKind): void {
  if (seconds > 0)
    throw new Problem('tooManyRequests', {
      params: { seconds },
      limit,
      headers: { 'retry-after': seconds.toString() },
    });
}

/** The body of a problem answer (`application/problem+json`). */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly instance: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
  readonly [extra: string]: unknown;
}

/** The problem that any error is, from the one total catalogue; what is not expected says nothing about its cause. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof Refusal)
    return new Problem(error.code, { params: error.params, pointer: error.pointer });
  if (error instanceof WrongExpectedRevision)
    return new Problem('stale', {
      params: { current: error.current },
      extra: { currentRevision: error.current === 'none' ? null : error.current },
      headers: error.current === 'none' ? {} : { etag: `"${error.current.toString()}"` },
    });
  if (error instanceof KeyReused) return new Problem('keyReused');
  if (error instanceof LogIoError) return new Problem('logFailed');
  if (error instanceof StoreBusy) return new Problem('storeBusy', { headers: { 'retry-after': '1' } });
  if (error instanceof StoreUnavailable)
    return new Problem('storeUnavailable', { headers: { 'retry-after': '5' } });
  if (error instanceof StoreFull) return new Problem('storeFull');
  if (error instanceof CorruptLog) return new Problem('logDamaged');
  if (error instanceof ReadModelsNotReady)
    return new Problem('beingBuilt', { headers: { 'retry-after': '5' } });
  if (error instanceof BadCursor) return new Problem('cursorMalformed', { pointer: '?cursor' });
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  return new Problem('unexpected');
}

function ofStatus(status: number): Problem {
  switch (status) {
    case 401:
      return new Problem('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
    case 403:
      return new Problem('notAllowed');
    case 404:
      return new Problem('noSuchPath');
    case 413:
      return new Problem('tooLarge');
    case 415:
      return new Problem('notJson');
    default:
      return new Problem(status >= 400 && status < 500 ? 'malformed' : 'unexpected');
  }
}

/** The answer's body in a language. `instance` is the path asked for. */
export function problemBody(problem: Problem, language: Language, instance: string): ProblemBody {
  const { params = {}, pointer, errors, extra = {} } = problem.details;
  const { status, title, detail } = problemCatalogue[problem.code];
  const said = fill(detail[language], readable(params, language));
  return {
    type: `/problems/${problem.code}`,
    title: title[language],
    status,
    detail: said,
    code: problem.code,
    instance,
    ...(errors && {
      errors: errors.map((error) => ({
        pointer: error.pointer,
        code: error.code,
        detail: fill(fieldTexts[error.code][language], error.params ?? {}),
      })),
    }),
    ...(pointer && { errors: [{ pointer, code: problem.code, detail: said }] }),
    ...extra,
  };
}

function readable(
  params: Readonly<Record<string, string | number>>,
  language: Language,
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]): [string, string | number] => {
      if (typeof value !== 'string') return [name, value];
      if (name === 'state') return [name, stateWords[value]?.[language] ?? value];
      return [name, isLocalDate(value) ? formatDate(value, language) : value];
    }),
  );
}
