import { words } from '../../projections/words.js';
import { OmitType } from '@nestjs/swagger';
import type {
  AssignmentKind,
  ClosingOutcome,
  DeliverableResult,
  ProgressStatus,
} from '../../domain/assignment/events.js';
import { Choice, Flag, Id, Ids, Text, Texts } from '../fields.js';
import { codesOf, FactDto, type Given, longest, PointNumber } from './fact.dto.js';

const assignmentKinds = codesOf(words.assignmentKind);
const progressStatuses = codesOf(words.progress);
const deliverableResults = codesOf(words.deliverableResult);
/** How a body may close; what is replaced is closed by that. */
const closingOutcomes = codesOf(words.outcome).filter((outcome) => outcome !== 'replaced');

export class GiveAssignmentDto extends FactDto implements Given<'GiveAssignment'> {
  @Id({ about: 'The body that gives it.', example: 'sra' })
  body: string;

  @Text(longest.title, {
    about: 'What is asked.',
    example: 'Återkomma med förslag till gemensam uppföljning',
  })
  title: string;

  @Choice(assignmentKinds, {
    about: '`commitment`: an informal promise, promoted or closed at the next meeting.',
    optional: true,
    default: 'assignment',
  })
  kind?: AssignmentKind;

  @Ids(
    { max: 50 },
    {
      about: 'The responsible roles of the body, jointly.',
      example: ['utvecklingsdirektor'],
      optional: true,
    },
  )
  responsible?: string[];

  @Text(longest.deadline, {
    about: 'The deadline in the words of the minutes; the answer shows how they were understood.',
    example: 'senast i juni 2026 – efter dialog med den länsgemensamma arbetsgruppen',
    optional: true,
  })
  deadline?: string;

  @Texts(
    longest.text,
    { max: 50 },
    { about: 'What is to be delivered.', example: ['en nulägesbild', 'förslag till mått'], optional: true },
  )
  deliverables?: string[];

  @Texts(
    longest.text,
    { max: 50 },
    { about: 'What must come first, besides what the deadline says.', optional: true },
  )
  preconditions?: string[];

  @Id({ about: 'The body that is to hear back.', example: 'sra', optional: true })
  recipient?: string;

  @Id({ about: 'The decision it comes from.', example: 'beslut-1', optional: true })
  decision?: string;

  @PointNumber(true)
  point?: number;

  @Id({ about: 'The matter it belongs to.', example: 'riktlinje', optional: true })
  matter?: string;

  @Id({ about: 'The assignment it takes over from.', optional: true })
  replaces?: string;
}

export class PromoteCommitmentDto extends FactDto implements Given<'PromoteCommitment'> {
  @Id({ about: 'The decision that made it an assignment.', example: 'beslut-1', optional: true })
  decision?: string;

  @PointNumber(true)
  point?: number;
}

export class NameRecipientDto extends FactDto implements Given<'NameRecipient'> {
  @Id({ about: 'The body that is to hear back.', example: 'sra' })
  recipient: string;
}

export class AddResponsibleDto extends FactDto implements Given<'AddResponsible'> {
  @Id({ about: 'The role.', example: 'samordnare' })
  role: string;
}

export class ReleaseResponsibleDto extends FactDto implements Given<'ReleaseResponsible'> {
  @Id({ about: 'The role.', example: 'utvecklingsdirektor' })
  role: string;

  @Text(longest.text, { about: 'Why.', example: 'Ny organisation', optional: true })
  reason?: string;
}

export class ReleaseResponsibleBody extends OmitType(ReleaseResponsibleDto, ['role']) {}

export class DefineDeliverableDto extends FactDto implements Given<'DefineDeliverable'> {
  @Text(longest.text, { about: 'What is to be delivered.', example: 'en tidsplan för införandet' })
  text: string;
}

export class ReportDeliverableDto extends FactDto implements Given<'ReportDeliverable'> {
  @Id({ about: 'The deliverable.', example: 'd1' })
  deliverable: string;

  @Choice(deliverableResults, { about: 'How much of it could be delivered.', example: 'partial' })
  result: DeliverableResult;

  @Text(longest.text, { about: 'The report.', example: 'Fyra av sex mått är framtagna', optional: true })
  text?: string;

  @Text(longest.text, {
    about: 'Why it could not be delivered in full; required unless the result is full.',
    example: 'Uppgifterna finns inte i alla kommuner',
    optional: true,
  })
  why?: string;
}

export class ReportDeliverableBody extends OmitType(ReportDeliverableDto, ['deliverable']) {}

export class MeetPreconditionDto extends FactDto implements Given<'MeetPrecondition'> {
  @Id({ about: 'The precondition.', example: 'c1' })
  precondition: string;

  @Text(longest.text, { about: 'A note.', example: 'Dialogen hölls den 12 mars', optional: true })
  note?: string;
}

export class MeetPreconditionBody extends OmitType(MeetPreconditionDto, ['precondition']) {}

export class AcknowledgeAssignmentDto extends FactDto implements Given<'AcknowledgeAssignment'> {
  @Text(longest.text, { about: 'A note.', example: 'Vi tar oss an uppdraget', optional: true })
  note?: string;
}

export class ReportProgressDto extends FactDto implements Given<'ReportProgress'> {
  @Choice(progressStatuses, { about: 'How it goes.', example: 'atRisk' })
  status: ProgressStatus;

  @Text(longest.text, { about: 'The report.', example: 'Underlag saknas från två kommuner' })
  text: string;

  @Choice(['mailLink'], { about: 'The report came by the link in a mail.', optional: true })
  via?: 'mailLink';
}

export class MoveDeadlineDto extends FactDto implements Given<'MoveDeadline'> {
  @Text(longest.deadline, { about: 'The new deadline, in the words of the minutes.', example: 'hösten 2026' })
  to: string;

  @Id({ about: 'The meeting it is bound to.', optional: true })
  boundToMeeting?: string;

  @Id({ about: 'The decision that moved it.', optional: true })
  decidedBy?: string;

  @Text(longest.text, { about: 'Why it was moved.', example: 'Väntar på remissvar', optional: true })
  reason?: string;

  @Flag({
    about: '`false`: the source gives no reason. One of `reason` and this is required.',
    optional: true,
  })
  reasonStated?: boolean;
}

export class SubmitFinalReportDto extends FactDto implements Given<'SubmitFinalReport'> {
  @Text(longest.text, { about: 'The report.', example: 'Uppdraget slutredovisas härmed' })
  text: string;

  @Text(longest.line, {
    about: 'The document with the report.',
    example: 'Slutrapport uppföljning 2026',
    optional: true,
  })
  document?: string;
}

export class ReportWrongAssigneeDto extends FactDto implements Given<'ReportWrongAssignee'> {
  @Text(longest.text, {
    about: 'Who should have it, if that is known.',
    example: 'Frågan hör till samordnaren för e-hälsa',
    optional: true,
  })
  text?: string;
}

export class RequestSupplementDto extends FactDto implements Given<'RequestSupplement'> {
  @Text(longest.text, { about: 'What is missing.', example: 'Kostnaderna behöver redovisas per part' })
  text: string;

  @Text(longest.deadline, {
    about: 'Until when, in the words of the minutes.',
    example: 'senast 1 oktober 2026',
    optional: true,
  })
  deadline?: string;
}

export class CloseAssignmentDto extends FactDto implements Given<'CloseAssignment'> {
  @Choice(closingOutcomes, { about: 'How the body sees the result.', example: 'partly' })
  outcome: ClosingOutcome;

  @Text(longest.text, {
    about: 'Why; required unless it is fulfilled.',
    example: 'Resten tas om hand i ett nytt uppdrag',
    optional: true,
  })
  reason?: string;
}

export class ReopenAssignmentDto extends FactDto implements Given<'ReopenAssignment'> {
  @Text(longest.text, { about: 'Why.', example: 'Frågan visade sig inte vara löst' })
  reason: string;
}

export class ReplaceAssignmentDto extends FactDto implements Given<'ReplaceAssignment'> {
  @Id({ about: 'The assignment that takes its place.', example: 'uppdrag-nytt' })
  by: string;

  @Text(longest.text, { about: 'Why.', example: 'Ett bredare uppdrag har givits', optional: true })
  reason?: string;
}
