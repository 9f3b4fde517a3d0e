import { applyDecorators, type Type, UseInterceptors } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';
import { type Need, Needs } from './auth.js';
import { KeptPages } from './kept-pages.js';
import { Problems } from './routes.js';

interface ReadDoc {
  readonly operationId: string;
  readonly summary: string;
  readonly about?: string;
  /** An example of every path parameter. */
  readonly params?: Readonly<Record<string, string>>;
  readonly need?: Need;
}

const read = ({ operationId, summary, about, params = {}, need = 'read' }: ReadDoc): MethodDecorator =>
  applyDecorators(
    Needs(need),
    ApiOperation({ operationId, summary, description: about }),
    ...Object.entries(params).map(([name, example]) =>
      ApiParam({ name, schema: { type: 'string', example } }),
    ),
    ApiHeader({
      name: 'Log-Position',
      required: false,
      description: 'From an earlier write: the answer waits until it shows that change (2 seconds at most).',
      schema: { type: 'string', example: '128' },
    }),
  );

/** A route that answers with one thing. */
export const ReadsOne = (view: Type, doc: ReadDoc): MethodDecorator =>
  applyDecorators(
    read(doc),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'An `ETag`: 304 when the revision is still the same.',
      schema: { type: 'string', example: '"3"' },
    }),
    ApiResponse({
      status: 200,
      type: view,
      headers: { ETag: { description: 'The revision.', schema: { type: 'string', example: '"3"' } } },
    }),
    ApiResponse({ status: 304, description: 'Not changed.' }),
    Problems(400, 401, 403, 404, 503),
  );

/** A route that answers with something that has no revision. */
export const ReadsAny = (view: Type, doc: ReadDoc): MethodDecorator =>
  applyDecorators(read(doc), ApiResponse({ status: 200, type: view }), Problems(400, 401, 403, 404, 503));

/** A route that answers with a page of a list: `items`, and `next` when there is more. */
export const ReadsPage = (item: Type, doc: ReadDoc): MethodDecorator =>
  applyDecorators(
    read(doc),
    ApiExtraModels(item),
    ApiResponse({
      status: 200,
      schema: {
        type: 'object',
        required: ['items'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(item) } },
          next: { type: 'string', description: 'The `cursor` of the next page; missing on the last one.' },
        },
      },
    }),
    Problems(400, 401, 403, 404, 503),
  );

/** A route that answers with a whole list as a CSV file. */
export const ReadsSheet = (doc: ReadDoc): MethodDecorator =>
  applyDecorators(
    read(doc),
    ApiResponse({
      status: 200,
      description: 'UTF-8 with its mark, semicolons between cells.',
      content: { 'text/csv': { schema: { type: 'string' } } },
    }),
    Problems(400, 401, 403, 404, 503),
  );

/** As {@link ReadsPage}, of a list that the log and the day decide alone. */
export const ReadsKeptPage = (item: Type, doc: ReadDoc): MethodDecorator =>
  applyDecorators(ReadsPage(item, doc), UseInterceptors(KeptPages));
