import { words } from '../../projections/words.js';
import type { MeetingKind } from '../../domain/meeting/events.js';
import { Choice, DateText, Flag, Id, Ids, Text, TimeOfDay } from '../fields.js';
import { codesOf, FactDto, type Given, longest } from './fact.dto.js';

export const meetingKinds = codesOf(words.meetingKind);

export class ScheduleMeetingDto extends FactDto implements Given<'ScheduleMeeting'> {
  @Id({ about: 'The body that meets.', example: 'sra' })
  body: string;

  @Choice(meetingKinds, {
    about: '`perCapsulam`: decided by circulation, without meeting.',
    example: 'ordinary',
  })
  kind: MeetingKind;

  @DateText({ about: 'The day.', example: '2026-09-24' })
  date: string;

  @TimeOfDay({ about: 'When it begins, local time.', example: '13:00', optional: true })
  start?: string;

  @TimeOfDay({ about: 'When it ends.', example: '16:30', optional: true })
  end?: string;

  @Text(longest.title, { about: 'Where.', example: 'Älvsalen, Östersele', optional: true })
  place?: string;

  @Text(longest.title, { about: 'What it is called.', example: 'Möte 3 2026', optional: true })
  title?: string;
}

export class MoveMeetingDto extends FactDto implements Given<'MoveMeeting'> {
  @DateText({ about: 'The new day.', example: '2026-10-01' })
  to: string;

  @Text(longest.text, { about: 'Why it was moved.', example: 'Krock med förbundets årsmöte', optional: true })
  reason?: string;

  @Flag({
    about: '`false`: the source gives no reason. One of `reason` and this is required.',
    optional: true,
  })
  reasonStated?: boolean;
}

export class CancelMeetingDto extends FactDto implements Given<'CancelMeeting'> {
  @Text(longest.text, { about: 'Why it was cancelled.', example: 'För få ärenden', optional: true })
  reason?: string;
}

export class RecordMeetingHeldDto extends FactDto implements Given<'RecordMeetingHeld'> {
  @Ids({ max: 200 }, { about: 'Persons present.', example: ['person-1'], optional: true })
  present?: string[];

  @Ids({ max: 200 }, { about: 'Persons absent.', example: ['person-2'], optional: true })
  absent?: string[];
}

export class OpenPerCapsulamDto extends FactDto implements Given<'OpenPerCapsulam'> {
  @DateText({ about: 'The last day to answer.', example: '2026-09-01', optional: true })
  replyBy?: string;
}

export class ConcludePerCapsulamDto extends FactDto implements Given<'ConcludePerCapsulam'> {
  @Text(longest.text, { about: 'How it ended.', example: 'Samtliga ställer sig bakom', optional: true })
  outcome?: string;
}

export class ReportPerCapsulamDto extends FactDto implements Given<'ReportPerCapsulam'> {
  @Id({ about: 'The meeting it was reported to.', example: 'mote-juni' })
  toMeeting: string;
}

export class ApproveNotesDto extends FactDto implements Given<'ApproveNotes'> {
  @Id({ about: 'The meeting that approved them.', example: 'mote-juni', optional: true })
  atMeeting?: string;
}

export class ApproveNotesBody extends ApproveNotesDto {
  @Flag({
    about: 'Also confirms every decision of the meeting that is recorded and not yet confirmed.',
    example: true,
    optional: true,
  })
  confirmDecisions?: boolean;
}

/** The approval alone, as the rules know it. */
export const approvalOf = (body: ApproveNotesBody): Omit<ApproveNotesBody, 'confirmDecisions'> => {
  const { confirmDecisions: _, ...approval } = body;
  return approval;
};
