import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { coverage } from '../../projections/attention-points.js';
import { listMeetings } from '../../projections/meetings.js';
import { Ask, type Asked } from '../asked.js';
import { AsOfQuery, MeetingsQuery } from '../dto/query.dto.js';
import { Lookups } from '../lookups.js';
import { type ApiParts, PARTS } from '../parts.js';
import { ReadsOne, ReadsPage } from '../reading.js';
import { bodiesFor, Reads } from '../reads.js';
import { IdPipe } from '../shape.pipe.js';
import { MeetingItemView, meetingItemView, MeetingView, meetingView } from '../views/meeting.js';
import { Resource } from '../written.js';

@ApiTags('Meetings')
@Controller('api/meetings')
export class MeetingReads {
  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(Lookups) private readonly lookups: Lookups,
  ) {}

  @Get()
  @ReadsPage(MeetingItemView, { operationId: 'listMeetings', summary: 'Meetings by date' })
  list(@Query() { body, state, limit, cursor, ...filter }: MeetingsQuery, @Ask() { actor, language }: Asked) {
    const { items, next } = listMeetings(
      this.parts.models.db,
      { ...filter, phase: state, bodies: bodiesFor(actor, body) },
      { limit, cursor },
    );
    const names = this.lookups.names();
    return { items: items.map((found) => meetingItemView(found, names, language)), next };
  }

  @Get(':id')
  @ReadsOne(MeetingView, {
    operationId: 'getMeeting',
    summary: 'A meeting, who was there, and how much of what it decided is followed up',
    params: { id: 'mote-mars' },
  })
  one(@Param('id', IdPipe) id: string, @Query() query: AsOfQuery, @Ask() { actor, language }: Asked) {
    const seen = this.reads.one(actor, 'meeting', id, query, ({ body }) => body);
    const persons = this.lookups.persons([...seen.state.present, ...seen.state.absent]);
    return new Resource(
      meetingView(
        seen,
        coverage(this.parts.models.db, id, seen.asOf),
        persons,
        this.lookups.names(),
        language,
      ),
      seen.revision,
    );
  }
}
