import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import {
  ApiBody,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiProperty,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import type { CommandType } from '../domain/commands.js';
import { type Need, Needs, rolesFor } from './auth.js';
import { Written } from './written.js';

/** What is wrong with one field. */
export class FieldProblemView {
  @ApiProperty({
    description: 'JSON pointer into the body, or `?name` of a query parameter.',
    example: '/to',
  })
  pointer: string;

  @ApiProperty({ example: 'required' })
  code: string;

  @ApiProperty({ example: 'Uppgiften saknas.' })
  detail: string;
}

/** A problem as RFC 9457 has it. */
export class ProblemView {
  @ApiProperty({ example: '/problems/invalid', description: 'Open it to read more about the problem.' })
  type: string;

  @ApiProperty({ example: 'Uppgifterna har fel form' })
  title: string;

  @ApiProperty({ example: 400 })
  status: number;

  @ApiProperty({ example: 'En eller flera uppgifter behöver rättas; se listan.' })
  detail: string;

  @ApiProperty({ example: 'invalid' })
  code: string;

  @ApiProperty({ example: '/api/assignments/uppdrag-1/deadline' })
  instance: string;

  @ApiProperty({ type: FieldProblemView, isArray: true, required: false })
  errors?: FieldProblemView[];

  @ApiProperty({
    type: Number,
    nullable: true,
    required: false,
    description: 'With 412: the revision that holds now.',
  })
  currentRevision?: number | null;
}

const meanings = {
  400: 'The request has the wrong shape; `errors` names every field.',
  401: 'No known token.',
  403: 'The role does not allow it.',
  404: 'It does not exist, or belongs to a body that you cannot read.',
  409: 'It is not possible in the present state.',
  410: 'The personal data has been erased.',
  412: 'Someone else has changed it; `currentRevision` tells what holds now.',
  422: 'A rule refuses it, or the Idempotency-Key came with other content.',
  428: '`If-Match` is missing.',
  429: 'Too many requests of this actor or from this address; `Retry-After` tells when to try again.',
  503: 'The log cannot be reached, the service is overloaded, or the read models have not caught up; `Retry-After` tells when to try again.',
  507: 'There is no room to write more.',
} as const;

/** Documents the problems a route may answer with, and that there may be too many requests. */
export const Problems = (...statuses: readonly (keyof typeof meanings)[]): MethodDecorator =>
  applyDecorators(
    ApiExtraModels(ProblemView),
    ...([...statuses, 429] as const).map((status) =>
      ApiResponse({
        status,
        description: meanings[status],
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemView) } } },
      }),
    ),
  );

const textHeader = (description: string, example: string) => ({
  description,
  schema: { type: 'string', example },
});

const writtenHeaders = {
  ETag: textHeader('The revision, for `If-Match`.', '"3"'),
  'Log-Position': textHeader('The place in the log.', '128'),
  'Idempotent-Replayed': textHeader('The Idempotency-Key had been used: nothing was done now.', 'true'),
};

const keyHeader = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description:
    'Any text of 1–200 characters; the same key and body give the same answer, whatever happened on the way.',
  schema: { type: 'string', maxLength: 200 },
});

const asksFor = (need: Need): string => `Roles: ${rolesFor(need).join(', ')}.`;

/** What the documentation shows of a write. `example` is a body that works in the demo's world. */
export interface WriteDoc {
  readonly summary: string;
  readonly about?: string;
  readonly example: Readonly<Record<string, unknown>>;
  /** An example of every path parameter. */
  readonly params?: Readonly<Record<string, string>>;
}

const written = (command: CommandType, doc: WriteDoc): MethodDecorator =>
  applyDecorators(
    Needs(command),
    ApiOperation({
      operationId: command.charAt(0).toLowerCase() + command.slice(1),
      summary: doc.summary,
      description: [doc.about, asksFor(command)].filter(Boolean).join('\n\n'),
    }),
    ...Object.entries(doc.params ?? {}).map(([name, example]) =>
      ApiParam({ name, schema: { type: 'string', example } }),
    ),
    keyHeader,
  );

const exampleBody = (body: Type, doc: WriteDoc): MethodDecorator =>
  ApiBody({ type: body, examples: { example: { summary: doc.summary, value: doc.example } } });

/** A route that begins something new: 201 with `Location`. */
export const Creates = (command: CommandType, body: Type, doc: WriteDoc): MethodDecorator =>
  applyDecorators(
    written(command, doc),
    exampleBody(body, doc),
    HttpCode(201),
    ApiResponse({
      status: 201,
      description: 'Recorded.',
      type: Written,
      headers: {
        ...writtenHeaders,
        Location: textHeader('Where it is found.', '/api/assignments/uppdrag-1'),
      },
    }),
    Problems(400, 401, 403, 409, 422, 503, 507),
  );

/** A route that changes what exists: 200, needs `If-Match`. */
export const Changes = (command: CommandType, body: Type, doc: WriteDoc): MethodDecorator =>
  applyDecorators(
    written(command, doc),
    exampleBody(body, doc),
    HttpCode(200),
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The `ETag` of what you read, or `*` for whatever stands there.',
      schema: { type: 'string', example: '"3"' },
    }),
    ApiResponse({ status: 200, description: 'Recorded.', type: Written, headers: writtenHeaders }),
    Problems(400, 401, 403, 404, 409, 412, 422, 428, 503, 507),
  );

/** A route that erases something: 200, no revision is asked for. */
export const Erases = (command: CommandType, body: Type, doc: WriteDoc): MethodDecorator =>
  applyDecorators(
    written(command, doc),
    exampleBody(body, doc),
    HttpCode(200),
    ApiResponse({ status: 200, description: 'Recorded.', type: Written, headers: writtenHeaders }),
    Problems(400, 401, 403, 404, 409, 422, 503, 507),
  );
