import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listDecisions } from '../../projections/decision-log.js';
import { Ask, type Asked } from '../asked.js';
import { AsOfQuery, DecisionsQuery } from '../dto/query.dto.js';
import { Lookups } from '../lookups.js';
import { type ApiParts, PARTS } from '../parts.js';
import { ReadsOne, ReadsPage } from '../reading.js';
import { bodiesFor, Reads } from '../reads.js';
import { IdPipe } from '../shape.pipe.js';
import { DecisionItemView, decisionItemView, DecisionView, decisionView } from '../views/decision.js';
import { Resource } from '../written.js';

@ApiTags('Decisions')
@Controller('api/decisions')
export class DecisionReads {
  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(Lookups) private readonly lookups: Lookups,
  ) {}

  @Get()
  @ReadsPage(DecisionItemView, { operationId: 'listDecisions', summary: 'The decision log' })
  list(@Query() { body, limit, cursor, ...filter }: DecisionsQuery, @Ask() { actor, language }: Asked) {
    const { models, clock } = this.parts;
    const { items, next } = listDecisions(
      models.db,
      { ...filter, bodies: bodiesFor(actor, body) },
      clock.today(),
      { limit, cursor },
    );
    const names = this.lookups.names();
    return { items: items.map((row) => decisionItemView(row, names, language)), next };
  }

  @Get(':id')
  @ReadsOne(DecisionView, {
    operationId: 'getDecision',
    summary: 'A decision with its points, as it is worded now',
    params: { id: 'beslut-1' },
  })
  one(@Param('id', IdPipe) id: string, @Query() query: AsOfQuery, @Ask() { actor, language }: Asked) {
    const seen = this.reads.one(actor, 'decision', id, query, ({ body }) => body);
    return new Resource(decisionView(seen, this.lookups.names(), language), seen.revision);
  }
}
