import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listMatters } from '../../projections/matters.js';
import { Ask, type Asked } from '../asked.js';
import { AsOfQuery, MattersQuery } from '../dto/query.dto.js';
import { Lookups } from '../lookups.js';
import { type ApiParts, PARTS } from '../parts.js';
import { ReadsOne, ReadsPage } from '../reading.js';
import { bodiesFor, Reads } from '../reads.js';
import { IdPipe } from '../shape.pipe.js';
import { MatterItemView, matterItemView, MatterView, matterView } from '../views/matter.js';
import { Resource } from '../written.js';

@ApiTags('Matters')
@Controller('api/matters')
export class MatterReads {
  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(Lookups) private readonly lookups: Lookups,
  ) {}

  @Get()
  @ReadsPage(MatterItemView, { operationId: 'listMatters', summary: 'Matters by title' })
  list(@Query() { body, state, limit, cursor }: MattersQuery, @Ask() { actor, language }: Asked) {
    const { items, next } = listMatters(
      this.parts.models.db,
      { phase: state, bodies: bodiesFor(actor, body) },
      { limit, cursor },
    );
    const names = this.lookups.names();
    const today = this.parts.clock.today();
    return { items: items.map((found) => matterItemView({ ...found, today }, names, language)), next };
  }

  @Get(':id')
  @ReadsOne(MatterView, {
    operationId: 'getMatter',
    summary: 'A matter with its timetable',
    params: { id: 'riktlinje' },
  })
  one(@Param('id', IdPipe) id: string, @Query() query: AsOfQuery, @Ask() { actor, language }: Asked) {
    const seen = this.reads.one(actor, 'matter', id, query, ({ body }) => body);
    return new Resource(matterView(seen, this.lookups.names(), language), seen.revision);
  }
}
