import { ApiProperty } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from './language.js';

/** Something worth a look in what was just recorded; it is recorded all the same. */
export class WarningView {
  @ApiProperty({ example: 'expectedAtNoMeeting' })
  readonly code: string;

  @ApiProperty({ example: 'Inget ordinarie möte i SRÄ ligger inom fristen.' })
  readonly detail: string;

  @ApiProperty({ required: false, example: '/deadline' })
  readonly pointer?: string;
}

/** The answer to every write. */
export class Written {
  @ApiProperty({ description: 'Id of what was written to.', example: 'b9f2c6a0-6b1f-5c1e-9d0a-3b7a0f4c2d11' })
  readonly id: string;

  @ApiProperty({ description: 'Its revision now, also in `ETag`.', example: 3 })
  readonly revision: number;

  @ApiProperty({
    description:
      'The place in the log, also in `Log-Position`; send it with the next read to see the change.',
    type: 'string',
    nullable: true,
    example: '128',
  })
  readonly position: string | null;

  /** The Idempotency-Key had been used: nothing was done now. Said in the head, so that the same request has the same body. */
  readonly replayed: boolean;

  @ApiProperty({ required: false, type: WarningView, isArray: true })
  readonly warnings?: readonly WarningView[];

  constructor(fields: Written) {
    this.id = fields.id;
    this.revision = fields.revision;
    this.position = fields.position;
    this.replayed = fields.replayed;
    if (fields.warnings && fields.warnings.length > 0) this.warnings = fields.warnings;
  }
}

/** One resource, read: its body, and the revision that becomes its `ETag`. */
export class Resource<T> {
  constructor(
    readonly body: T,
    readonly revision: number,
  ) {}
}

/**
 * The body of an answer, once what belongs in its head is there: language, `ETag`, `Location`, `Log-Position`, and 304
 * where it fits.
 */
export function answered(answer: unknown, request: FastifyRequest, reply: FastifyReply): unknown {
  void reply.headers({
    'content-language': languageOf(request.headers['accept-language']),
    vary: 'Accept-Language',
    'cache-control': 'no-store',
  });
  if (answer instanceof Written) return writtenAnswer(answer, request, reply);
  if (answer instanceof Resource) return resourceAnswer(answer, request, reply);
  return answer;
}

function writtenAnswer(
  { replayed, ...written }: Written,
  request: FastifyRequest,
  reply: FastifyReply,
): Omit<Written, 'replayed'> {
  if (replayed) void reply.header('idempotent-replayed', 'true');
  void reply.header('etag', etag(written.revision));
  if (written.position !== null) void reply.header('log-position', written.position);
  if (reply.statusCode === 201) {
    const [path = ''] = request.url.split('?');
    void reply.header('location', `${path.replace(/\/$/, '')}/${written.id}`);
  }
  return written;
}

function resourceAnswer(resource: Resource<unknown>, request: FastifyRequest, reply: FastifyReply): unknown {
  void reply.header('etag', etag(resource.revision));
  if (!isSeen(request.headers['if-none-match'], resource.revision)) return resource.body;
  void reply
    .status(304)
    .removeHeader('content-type')
    .serializer(() => '');
  return resource.body;
}

const etag = (revision: number): string => `"${revision.toString()}"`;

const isSeen = (ifNoneMatch: string | undefined, revision: number): boolean =>
  ifNoneMatch !== undefined &&
  ifNoneMatch.split(',').some((seen) => ['*', etag(revision)].includes(seen.trim().replace(/^W\//, '')));
