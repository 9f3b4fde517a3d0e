import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExecuteAssignment } from '../../commands/commands.js';
import { Ask, type Asked } from '../asked.js';
import {
  AcknowledgeAssignmentDto,
  AddResponsibleDto,
  CloseAssignmentDto,
  DefineDeliverableDto,
  GiveAssignmentDto,
  MeetPreconditionBody,
  MoveDeadlineDto,
  NameRecipientDto,
  PromoteCommitmentDto,
  ReleaseResponsibleBody,
  ReopenAssignmentDto,
  ReplaceAssignmentDto,
  ReportDeliverableBody,
  ReportProgressDto,
  RequestSupplementDto,
  ReportWrongAssigneeDto,
  SubmitFinalReportDto,
} from '../dto/assignment.dto.js';
import { fieldsOf } from '../dto/fact.dto.js';
import { Changes, Creates } from '../routes.js';
import { IdPipe } from '../shape.pipe.js';
import { Writes } from '../writes.js';

const here = { id: 'uppdrag-1' };

@ApiTags('Assignments')
@Controller('api/assignments')
export class AssignmentController {
  constructor(@Inject(Writes) private readonly writes: Writes) {}

  @Post()
  @Creates('GiveAssignment', GiveAssignmentDto, {
    summary: 'Give an assignment',
    about:
      'The deadline is written as in the minutes; see `GET /api/deadlines` for how words are understood.',
    example: {
      body: 'sra',
      title: 'Återkomma med förslag till gemensam uppföljning',
      responsible: ['utvecklingsdirektor', 'samordnare'],
      recipient: 'sra',
      decision: 'beslut-1',
      point: 2,
      deadline: 'senast i juni 2026 – efter dialog med den länsgemensamma arbetsgruppen',
      deliverables: ['en nulägesbild', 'förslag till mått', 'en tidsplan'],
      statedAt: '2026-03-19',
    },
  })
  give(@Body() dto: GiveAssignmentDto, @Ask() asked: Asked) {
    return this.writes.create(
      asked,
      dto,
      (id, call) => new ExecuteAssignment(id, { type: 'GiveAssignment', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/promote')
  @Changes('PromoteCommitment', PromoteCommitmentDto, {
    summary: 'Make a commitment an assignment',
    params: { id: 'atagande-1' },
    example: { decision: 'beslut-1', point: 2 },
  })
  promote(@Param('id', IdPipe) id: string, @Body() dto: PromoteCommitmentDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'PromoteCommitment', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/recipient')
  @Changes('NameRecipient', NameRecipientDto, {
    summary: 'Name the body that is to hear back',
    params: { id: 'uppdrag-utan-mottagare' },
    example: { recipient: 'sra' },
  })
  nameRecipient(@Param('id', IdPipe) id: string, @Body() dto: NameRecipientDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'NameRecipient', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/responsible')
  @Changes('AddResponsible', AddResponsibleDto, {
    summary: 'Add a responsible role',
    params: here,
    example: { role: 'samordnare' },
  })
  addResponsible(@Param('id', IdPipe) id: string, @Body() dto: AddResponsibleDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'AddResponsible', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/responsible/:role/release')
  @Changes('ReleaseResponsible', ReleaseResponsibleBody, {
    summary: 'Release a role from its responsibility',
    params: { ...here, role: 'utvecklingsdirektor' },
    example: { reason: 'Ny organisation' },
  })
  release(
    @Param('id', IdPipe) id: string,
    @Param('role', IdPipe) role: string,
    @Body() dto: ReleaseResponsibleBody,
    @Ask() asked: Asked,
  ) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'ReleaseResponsible', role, ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/deliverables')
  @Changes('DefineDeliverable', DefineDeliverableDto, {
    summary: 'Add a deliverable',
    params: here,
    example: { text: 'en tidsplan för införandet' },
  })
  define(@Param('id', IdPipe) id: string, @Body() dto: DefineDeliverableDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'DefineDeliverable', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/deliverables/:deliverable/report')
  @Changes('ReportDeliverable', ReportDeliverableBody, {
    summary: 'Report a deliverable in full, in part or as unanswerable',
    params: { ...here, deliverable: 'd1' },
    example: {
      result: 'partial',
      text: 'Fyra av sex mått är framtagna',
      why: 'Uppgifterna finns inte i alla kommuner',
    },
  })
  reportDeliverable(
    @Param('id', IdPipe) id: string,
    @Param('deliverable', IdPipe) deliverable: string,
    @Body() dto: ReportDeliverableBody,
    @Ask() asked: Asked,
  ) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'ReportDeliverable', deliverable, ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/preconditions/:precondition/met')
  @Changes('MeetPrecondition', MeetPreconditionBody, {
    summary: 'Record that a precondition is met',
    params: { ...here, precondition: 'c1' },
    example: { note: 'Dialogen hölls den 12 mars' },
  })
  meet(
    @Param('id', IdPipe) id: string,
    @Param('precondition', IdPipe) precondition: string,
    @Body() dto: MeetPreconditionBody,
    @Ask() asked: Asked,
  ) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'MeetPrecondition', precondition, ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/acknowledge')
  @Changes('AcknowledgeAssignment', AcknowledgeAssignmentDto, {
    summary: 'Acknowledge an assignment',
    params: here,
    example: { note: 'Vi tar oss an uppdraget' },
  })
  acknowledge(@Param('id', IdPipe) id: string, @Body() dto: AcknowledgeAssignmentDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'AcknowledgeAssignment', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/progress')
  @Changes('ReportProgress', ReportProgressDto, {
    summary: 'Report progress',
    params: here,
    example: { status: 'atRisk', text: 'Underlag saknas från två kommuner' },
  })
  progress(@Param('id', IdPipe) id: string, @Body() dto: ReportProgressDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'ReportProgress', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/deadline')
  @Changes('MoveDeadline', MoveDeadlineDto, {
    summary: 'Move the deadline',
    about: 'Give a reason, or say with `reasonStated: false` that the source gives none.',
    params: here,
    example: { to: 'hösten 2026', reason: 'Väntar på remissvar' },
  })
  moveDeadline(@Param('id', IdPipe) id: string, @Body() dto: MoveDeadlineDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'MoveDeadline', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/final-report')
  @Changes('SubmitFinalReport', SubmitFinalReportDto, {
    summary: 'Submit the final report',
    params: here,
    example: { text: 'Uppdraget slutredovisas härmed', document: 'Slutrapport uppföljning 2026' },
  })
  finalReport(@Param('id', IdPipe) id: string, @Body() dto: SubmitFinalReportDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'SubmitFinalReport', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/wrong-assignee')
  @Changes('ReportWrongAssignee', ReportWrongAssigneeDto, {
    summary: 'Say that the assignment has come to the wrong one',
    about: 'The secretary sees it; the assignment stays where it is until somebody else is named.',
    params: here,
    example: { text: 'Frågan hör till samordnaren för e-hälsa' },
  })
  wrongAssignee(@Param('id', IdPipe) id: string, @Body() dto: ReportWrongAssigneeDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'ReportWrongAssignee', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/supplement')
  @Changes('RequestSupplement', RequestSupplementDto, {
    summary: 'Ask for a supplement',
    params: { id: 'uppdrag-slutredovisat' },
    example: { text: 'Kostnaderna behöver redovisas per part', deadline: 'senast 1 oktober 2026' },
  })
  supplement(@Param('id', IdPipe) id: string, @Body() dto: RequestSupplementDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'RequestSupplement', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/close')
  @Changes('CloseAssignment', CloseAssignmentDto, {
    summary: 'Close an assignment',
    about: 'Only the body closes, never the responsible.',
    params: { id: 'uppdrag-slutredovisat' },
    example: { outcome: 'partly', reason: 'Resten tas om hand i ett nytt uppdrag' },
  })
  close(@Param('id', IdPipe) id: string, @Body() dto: CloseAssignmentDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'CloseAssignment', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/reopen')
  @Changes('ReopenAssignment', ReopenAssignmentDto, {
    summary: 'Open a closed assignment again',
    params: { id: 'uppdrag-avslutat' },
    example: { reason: 'Frågan visade sig inte vara löst' },
  })
  reopen(@Param('id', IdPipe) id: string, @Body() dto: ReopenAssignmentDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'ReopenAssignment', ...fieldsOf(dto) }, call),
    );
  }

  @Post(':id/replace')
  @Changes('ReplaceAssignment', ReplaceAssignmentDto, {
    summary: 'Replace an assignment by another',
    params: here,
    example: { by: 'uppdrag-nytt', reason: 'Ett bredare uppdrag har givits' },
  })
  replace(@Param('id', IdPipe) id: string, @Body() dto: ReplaceAssignmentDto, @Ask() asked: Asked) {
    return this.writes.change(
      asked,
      dto,
      (call) => new ExecuteAssignment(id, { type: 'ReplaceAssignment', ...fieldsOf(dto) }, call),
    );
  }
}
