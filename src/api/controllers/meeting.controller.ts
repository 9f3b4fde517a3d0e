import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExecuteMeeting } from '../../commands/commands.js';
import { Approval } from '../approval.js';
import { Ask, type Asked } from '../asked.js';
import {
  ApproveNotesBody,
  CancelMeetingDto,
  ConcludePerCapsulamDto,
  MoveMeetingDto,
  OpenPerCapsulamDto,
  RecordMeetingHeldDto,
  ReportPerCapsulamDto,
  ScheduleMeetingDto,
} from '../dto/meeting.dto.js';
import { fieldsOf } from '../dto/fact.dto.js';
import { Changes, Creates } from '../routes.js';
import { IdPipe } from '../shape.pipe.js';
import { Writes } from '../writes.js';

const here = { id: 'mote-september' };

@ApiTags('Meetings')
@Controller('api/meetings')
export class MeetingController {
  constructor(
    @Inject(Writes) private readonly writes: Writes,
    @Inject(Approval) private readonly approval: Approval,
  ) {}

  @Post()
  @Creates('ScheduleMeeting', ScheduleMeetingDto, {
    summary: 'Schedule a meeting',
    example: {
      body: 'sra',
      kind: 'ordinary',
      date: '2026-11-26',
      start: '13:00',
      end: '16:30',
      place: 'Älvsalen, Östersele',
      title: 'Möte 4 2026',
    },
  })
  schedule(@Body() dto: ScheduleMeetingDto, @Ask() asked: Asked) {
    return this.writes.create(
      asked,
      dto,
      (id, call) => new ExecuteMeeting(id, { type: 'ScheduleMeeting', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/move')
  @Changes('MoveMeeting', MoveMeetingDto, {
    summary: 'Move a meeting',
    params: here,
    example: { to: '2026-10-01', reason: 'Krock med förbundets årsmöte' },
  })
  move(@Param('id', IdPipe) id: string, @Body() dto: MoveMeetingDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteMeeting(id, { type: 'MoveMeeting', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/cancel')
  @Changes('CancelMeeting', CancelMeetingDto, {
    summary: 'Cancel a meeting',
    params: here,
    example: { reason: 'För få ärenden' },
  })
  cancel(@Param('id', IdPipe) id: string, @Body() dto: CancelMeetingDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteMeeting(id, { type: 'CancelMeeting', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/held')
  @Changes('RecordMeetingHeld', RecordMeetingHeldDto, {
    summary: 'Record that a meeting was held',
    params: { id: 'mote-juni' },
    example: { present: ['person-1'], absent: ['person-2'], statedAt: '2026-06-04' },
  })
  held(@Param('id', IdPipe) id: string, @Body() dto: RecordMeetingHeldDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteMeeting(id, { type: 'RecordMeetingHeld', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/per-capsulam/open')
  @Changes('OpenPerCapsulam', OpenPerCapsulamDto, {
    summary: 'Send out a decision per capsulam',
    params: { id: 'per-capsulam-planerad' },
    example: { replyBy: '2026-09-01' },
  })
  openPerCapsulam(@Param('id', IdPipe) id: string, @Body() dto: OpenPerCapsulamDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteMeeting(id, { type: 'OpenPerCapsulam', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/per-capsulam/conclude')
  @Changes('ConcludePerCapsulam', ConcludePerCapsulamDto, {
    summary: 'Conclude a decision per capsulam',
    params: { id: 'per-capsulam-utsand' },
    example: { outcome: 'Samtliga ställer sig bakom' },
  })
  concludePerCapsulam(
    @Param('id', IdPipe) id: string,
    @Body() dto: ConcludePerCapsulamDto,
    @Ask() asked: Asked,
  ) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteMeeting(id, { type: 'ConcludePerCapsulam', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/per-capsulam/report')
  @Changes('ReportPerCapsulam', ReportPerCapsulamDto, {
    summary: 'Record that a decision per capsulam was reported to a meeting',
    params: { id: 'per-capsulam-avslutad' },
    example: { toMeeting: 'mote-juni' },
  })
  reportPerCapsulam(@Param('id', IdPipe) id: string, @Body() dto: ReportPerCapsulamDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteMeeting(id, { type: 'ReportPerCapsulam', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/notes-approval')
  @Changes('ApproveNotes', ApproveNotesBody, {
    summary: 'Record that the notes were approved',
    about: 'With `confirmDecisions` every recorded decision of the meeting is confirmed as well.',
    params: { id: 'mote-mars' },
    example: { atMeeting: 'mote-juni', confirmDecisions: true },
  })
  approve(@Param('id', IdPipe) id: string, @Body() dto: ApproveNotesBody, @Ask() asked: Asked) {
    return this.approval.approve(id, dto, asked);
  }
}
