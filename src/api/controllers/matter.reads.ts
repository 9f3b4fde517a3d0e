import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { mattersAsOf } from '../../projections/lists-as-of.js';
import { listMatters } from '../../projections/matters.js';
import { Ask, type Asked } from '../asked.js';
import { AsOfQuery, MattersQuery } from '../dto/query.dto.js';
import { Lookups } from '../lookups.js';
import { type ApiParts, PARTS } from '../parts.js';
import { ReadsOne, ReadsKeptPage } from '../reading.js';
import { asOfOf, bodiesFor, Reads } from '../reads.js';
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
  @ReadsKeptPage(MatterItemView, { operationId: 'listMatters', summary: 'Matters by title' })
  list(@Query() query: MattersQuery, @Ask() { actor, language }: Asked) {
    const { body, state, limit, cursor } = query;
    const asOf = asOfOf(query);
    const filter = { phase: state, bodies: bodiesFor(actor, body) };
    const { items, next } = asOf
      ? mattersAsOf(this.reads.past(asOf), filter, { limit, cursor })
      : listMatters(this.parts.models.db, filter, { limit, cursor });
    const names = this.lookups.names();
    const today = asOf?.date ?? this.parts.clock.today();
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
