import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExecuteFeed } from '../../commands/commands.js';
import { Ask, type Asked } from '../asked.js';
import { OpenFeedDto, RevokeFeedDto } from '../dto/feed.dto.js';
import { fieldsOf } from '../dto/fact.dto.js';
import { Changes, Creates } from '../routes.js';
import { IdPipe } from '../shape.pipe.js';
import { Writes } from '../writes.js';

@ApiTags('Calendar feeds')
@Controller('api/feeds')
export class FeedController {
  constructor(@Inject(Writes) private readonly writes: Writes) {}

  @Post()
  @Creates('OpenFeed', OpenFeedDto, {
    summary: 'Open a calendar feed at a secret address',
    about: 'Whoever opens it makes the secret; the log keeps only its digest.',
    example: { secretHash: 'c7'.repeat(32), scope: { kind: 'mine' } },
  })
  open(@Body() dto: OpenFeedDto, @Ask() asked: Asked) {
    return this.writes.create(
      asked,
      dto,
      (id, call) => new ExecuteFeed(id, { type: 'OpenFeed', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/revoke')
  @Changes('RevokeFeed', RevokeFeedDto, {
    summary: 'Revoke a calendar feed',
    params: { id: 'flode-1' },
    example: { reason: 'Adressen har spridits' },
  })
  revoke(@Param('id', IdPipe) id: string, @Body() dto: RevokeFeedDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteFeed(id, { type: 'RevokeFeed', ...fieldsOf(dto) }, call),
    );
  }
}
