import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listBodies } from '../../projections/directory.js';
import { Ask, type Asked } from '../asked.js';
import { AsOfQuery } from '../dto/query.dto.js';
import { Lookups } from '../lookups.js';
import { type ApiParts, PARTS } from '../parts.js';
import { ReadsOne, ReadsPage } from '../reading.js';
import { bodiesFor, Reads } from '../reads.js';
import { IdPipe } from '../shape.pipe.js';
import { BodySummaryView, BodyView, bodyView, personsOfBody } from '../views/body.js';
import { Resource } from '../written.js';

@ApiTags('Bodies')
@Controller('api/bodies')
export class BodyReads {
  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(Lookups) private readonly lookups: Lookups,
  ) {}

  @Get()
  @ReadsPage(BodySummaryView, { operationId: 'listBodies', summary: 'The bodies you may read' })
  list(@Ask() { actor }: Asked) {
    return { items: listBodies(this.parts.models.db, bodiesFor(actor, undefined)) };
  }

  @Get(':id')
  @ReadsOne(BodyView, {
    operationId: 'getBody',
    summary: 'A body: parties, roles and holders, policies',
    params: { id: 'sra' },
  })
  one(@Param('id', IdPipe) id: string, @Query() query: AsOfQuery, @Ask() { actor, language }: Asked) {
    const { state, revision } = this.reads.one(actor, 'body', id, query, () => id);
    const persons = this.lookups.persons(personsOfBody(state));
    return new Resource(bodyView(id, revision, state, persons, language), revision);
  }
}
