import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { feedsOf } from '../../projections/feeds.js';
import { Ask, type Asked } from '../asked.js';
import { PageQuery } from '../dto/query.dto.js';
import { Lookups } from '../lookups.js';
import { type ApiParts, PARTS } from '../parts.js';
import { ReadsPage } from '../reading.js';
import { FeedView, feedView } from '../views/feed.js';

@ApiTags('Calendar feeds')
@Controller('api/feeds')
export class FeedReads {
  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(Lookups) private readonly lookups: Lookups,
  ) {}

  @Get()
  @ReadsPage(FeedView, {
    operationId: 'listFeeds',
    summary: 'Your calendar feeds, the newest first',
    about: 'Nobody else’s. The secrets are not kept, and cannot be shown again.',
  })
  list(@Query() query: PageQuery, @Ask() { actor, language }: Asked) {
    const { items, next } = feedsOf(this.parts.models.db, actor.id, query);
    const names = this.lookups.names();
    return { items: items.map((found) => feedView(found, names, language)), next };
  }
}
