import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../commands/commands.js';
import { Needs, TheActor } from '../auth.js';
import { LiveFeed } from '../live-feed.js';
import { Problem } from '../problems.js';
import { Problems } from '../routes.js';

@ApiTags('Live')
@Controller('api/events')
export class LiveController {
  constructor(@Inject(LiveFeed) private readonly feed: LiveFeed) {}

  @Get()
  @Needs('read')
  @ApiOperation({
    operationId: 'events',
    summary: 'What changes, as it changes',
    description:
      'Server-sent events. `changed`: `{position, changes: [{kind, id, body, type}]}`, the event id is the place in the log. `reset`: too much has happened, fetch everything again. `clock`: the clock of a demo was moved. With `Last-Event-ID` it goes on where it was.',
  })
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', required: false, schema: { type: 'string', example: '128' } })
  @ApiResponse({
    status: 200,
    content: {
      'text/event-stream': {
        schema: { type: 'string' },
        example:
          'id: 128\nevent: changed\ndata: {"position":"128","changes":[{"kind":"assignment","id":"uppdrag-1","body":"sra","type":"DeadlineMoved"}]}\n\n',
      },
    },
  })
  @Problems(400, 401, 403, 503)
  events(
    @TheActor() actor: Actor,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') after: string | undefined,
  ): void {
    if (after !== undefined && !/^\d{1,20}$/.test(after)) throw new Problem('positionMalformed');
    this.feed.open(actor, reply, after);
  }
}
