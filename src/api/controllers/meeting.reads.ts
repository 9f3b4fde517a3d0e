import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { agendaDraft } from '../../projections/agenda.js';
import { coverage } from '../../projections/attention-points.js';
import { meetingsAsOf } from '../../projections/lists-as-of.js';
import { getMeeting, listMeetings } from '../../projections/meetings.js';
import { Ask, type Asked } from '../asked.js';
import { AsOfQuery, MeetingsQuery } from '../dto/query.dto.js';
import { Lookups } from '../lookups.js';
import { type ApiParts, PARTS } from '../parts.js';
import { ReadsAny, ReadsOne, ReadsKeptPage } from '../reading.js';
import { bodiesFor, Reads, seen, splitAsOf } from '../reads.js';
import { IdPipe } from '../shape.pipe.js';
import { AgendaDraftView, agendaPointView } from '../views/agenda.js';
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
  @ReadsKeptPage(MeetingItemView, { operationId: 'listMeetings', summary: 'Meetings by date' })
  list(@Query() query: MeetingsQuery, @Ask() { actor, language }: Asked) {
    const { rest, asOf } = splitAsOf(query);
    const { body, state, limit, cursor, ...wanted } = rest;
    const filter = { ...wanted, phase: state, bodies: bodiesFor(actor, body) };
    const { items, next } = asOf
      ? meetingsAsOf(this.reads.past(asOf), filter, { limit, cursor })
      : listMeetings(this.parts.models.db, filter, { limit, cursor });
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

  @Get(':id/agenda-draft')
  @ReadsAny(AgendaDraftView, {
    operationId: 'agendaDraft',
    summary: 'Points to take up at a meeting (punkter att ta upp)',
    about:
      'What is expected at the meeting, late, reported but not taken up, decided per capsulam, or promised; each with its ' +
      'reason. A draft: worked out from the log as it is now, empty for a meeting that is held or cancelled.',
    params: { id: 'mote-september' },
  })
  agenda(@Param('id', IdPipe) id: string, @Ask() { actor, language }: Asked): AgendaDraftView {
    const { models, clock } = this.parts;
    const { state } = seen(actor, getMeeting(models.db, id), (found) => found.state.body);
    const names = this.lookups.names();
    return {
      meeting: id,
      date: state.date,
      points: agendaDraft(models.db, id, clock.today()).map((point) =>
        agendaPointView(point, names, language),
      ),
    };
  }
}
