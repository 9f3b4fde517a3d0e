import { OmitType } from '@nestjs/swagger';
import type { MatterLinked } from '../../domain/matter/events.js';
import type { MeetingKind } from '../../domain/meeting/events.js';
import { Choice, Flag, Id, Text } from '../fields.js';
import { FactDto, type Given, longest } from './fact.dto.js';
import { meetingKinds } from './meeting.dto.js';

export const linkKinds = [
  'matter',
  'decision',
  'document',
] as const satisfies readonly MatterLinked['kind'][];

export class OpenMatterDto extends FactDto implements Given<'OpenMatter'> {
  @Id({ about: 'The body whose matter it is.', example: 'sra' })
  body: string;

  @Text(longest.title, { about: 'What it is about.', example: 'Riktlinje för trygg utskrivning' })
  title: string;

  @Text(longest.text, {
    about: 'More about it.',
    example: 'Gemensam riktlinje för regionen och kommunerna',
    optional: true,
  })
  description?: string;

  @Text(100, { about: 'The registry number.', example: 'SRÄ 2026/17', optional: true })
  number?: string;
}

export class PlanMilestoneDto extends FactDto implements Given<'PlanMilestone'> {
  @Id({ about: 'Its id within the matter. Left out: one is made.', example: 'remiss', optional: true })
  milestone?: string;

  @Text(longest.title, { about: 'What happens then.', example: 'Remisstid slutar' })
  label: string;

  @Text(longest.deadline, { about: 'When, in the words of the minutes.', example: 'till 30 september 2026' })
  date: string;

  @Choice(meetingKinds, { about: 'How a standpoint is to be taken.', optional: true })
  form?: MeetingKind;
}

export class MoveMilestoneDto extends FactDto implements Given<'MoveMilestone'> {
  @Id({ about: 'The milestone.', example: 'stallningstagande' })
  milestone: string;

  @Text(longest.deadline, {
    about: 'The new time, in the words of the minutes.',
    example: '1 september 2026',
  })
  to: string;

  @Choice(meetingKinds, {
    about: 'How a standpoint is now to be taken.',
    example: 'perCapsulam',
    optional: true,
  })
  form?: MeetingKind;

  @Id({ about: 'The decision that moved it.', optional: true })
  decidedBy?: string;

  @Text(longest.text, { about: 'Why it was moved.', optional: true })
  reason?: string;

  @Flag({
    about: '`false`: the source gives no reason. One of `reason` and this is required.',
    example: false,
    optional: true,
  })
  reasonStated?: boolean;
}

export class MoveMilestoneBody extends OmitType(MoveMilestoneDto, ['milestone']) {}

export class ReachMilestoneDto extends FactDto implements Given<'ReachMilestone'> {
  @Id({ about: 'The milestone.', example: 'stallningstagande' })
  milestone: string;

  @Text(longest.text, { about: 'A note.', example: 'Beslutat per capsulam', optional: true })
  note?: string;
}

export class ReachMilestoneBody extends OmitType(ReachMilestoneDto, ['milestone']) {}

export class DropMilestoneDto extends FactDto implements Given<'DropMilestone'> {
  @Id({ about: 'The milestone.', example: 'stallningstagande' })
  milestone: string;

  @Text(longest.text, { about: 'Why it was dropped.', example: 'Ingår i nästa delmål', optional: true })
  reason?: string;
}

export class DropMilestoneBody extends OmitType(DropMilestoneDto, ['milestone']) {}

export class LinkMatterDto extends FactDto implements Given<'LinkMatter'> {
  @Choice(linkKinds, { about: 'What it is linked to.', example: 'document' })
  kind: MatterLinked['kind'];

  @Text(longest.line, { about: 'An id, or the title or address of a document.', example: 'Remissversion 2' })
  target: string;

  @Text(longest.text, { about: 'A note.', example: 'Bilaga 3 till kallelsen', optional: true })
  note?: string;
}

export class CloseMatterDto extends FactDto implements Given<'CloseMatter'> {
  @Text(longest.text, { about: 'Why it was closed.', example: 'Riktlinjen gäller', optional: true })
  reason?: string;
}

export class ReopenMatterDto extends FactDto implements Given<'ReopenMatter'> {
  @Text(longest.text, { about: 'Why it was opened again.', example: 'Ny lagstiftning' })
  reason: string;
}
