import { words } from '../../projections/words.js';
import { OmitType } from '@nestjs/swagger';
import type { SeasonBounds } from '../../domain/calendar.js';
import type { ReminderPolicy, RoleKind } from '../../domain/body/events.js';
import { Choice, Flag, Id, Part, SeasonDays, Text, Texts, Whole, Wholes } from '../fields.js';
import { codesOf, FactDto, type Given, longest } from './fact.dto.js';

export const roleKinds = codesOf(words.roleKind);

/** What the seasons mean to the body when a deadline says "hösten 2026". */
export class SeasonsDto implements SeasonBounds {
  @SeasonDays({ about: 'Spring.', example: ['01-01', '06-30'] })
  spring: [from: string, to: string];

  @SeasonDays({ about: 'Summer.', example: ['06-01', '08-31'] })
  summer: [from: string, to: string];

  @SeasonDays({ about: 'Autumn.', example: ['07-01', '12-31'] })
  autumn: [from: string, to: string];

  @SeasonDays({ about: 'Winter.', example: ['12-01', '02-29'] })
  winter: [from: string, to: string];
}

export class RegisterBodyDto extends FactDto implements Given<'RegisterBody'> {
  @Text(longest.title, { about: 'The full name.', example: 'Samrådsorganet för Älvdalarna' })
  name: string;

  @Text(40, { about: 'What people call it.', example: 'SRÄ' })
  shortName: string;

  @Part(SeasonsDto, {
    about: 'What the seasons mean to the body. Left out: the usual half-years.',
    optional: true,
  })
  seasons?: SeasonsDto;
}

export class FormPartyGroupDto extends FactDto implements Given<'FormPartyGroup'> {
  @Id({ about: 'Its id within the body. Left out: one is made.', example: 'kommunsam', optional: true })
  group?: string;

  @Text(longest.title, { about: 'The name.', example: 'Kommunsam' })
  name: string;
}

export class AdmitPartyDto extends FactDto implements Given<'AdmitParty'> {
  @Id({ about: 'Its id within the body. Left out: one is made.', example: 'bjorkvik', optional: true })
  party?: string;

  @Text(longest.title, { about: 'The name.', example: 'Björkviks kommun' })
  name: string;

  @Texts(longest.title, { max: 20 }, { about: 'Other names for it.', example: ['Björkvik'], optional: true })
  aliases?: string[];

  @Id({ about: 'The party group it belongs to.', example: 'kommunsam', optional: true })
  group?: string;
}

export class RecordPartyLeftDto extends FactDto implements Given<'RecordPartyLeft'> {
  @Id({ about: 'The party that left.', example: 'bjorkvik' })
  party: string;
}

export class RecordPartyLeftBody extends OmitType(RecordPartyLeftDto, ['party']) {}

export class DefineRoleDto extends FactDto implements Given<'DefineRole'> {
  @Id({
    about: 'Its id within the body. Left out: one is made.',
    example: 'utvecklingsdirektor',
    optional: true,
  })
  role?: string;

  @Text(longest.title, { about: 'The title.', example: 'Region Norrälvens utvecklingsdirektör' })
  title: string;

  @Choice(roleKinds, { about: 'What the role is for.', example: 'responsible' })
  kind: RoleKind;

  @Id({
    about: 'The party whose role it is; a role of the body itself has none.',
    example: 'rna',
    optional: true,
  })
  party?: string;
}

export class AppointHolderDto extends FactDto implements Given<'AppointHolder'> {
  @Id({ about: 'The role.', example: 'utvecklingsdirektor' })
  role: string;

  @Id({ about: 'The person who holds it from now on.', example: 'person-1' })
  person: string;
}

export class AppointHolderBody extends OmitType(AppointHolderDto, ['role']) {}

export class RecordHolderLeftDto extends FactDto implements Given<'RecordHolderLeft'> {
  @Id({ about: 'The role.', example: 'utvecklingsdirektor' })
  role: string;

  @Id({ about: 'The person who no longer holds it.', example: 'person-1' })
  person: string;
}

export class RecordHolderLeftBody extends OmitType(RecordHolderLeftDto, ['role', 'person']) {}

export class ReminderPolicyDto implements ReminderPolicy {
  @Flag({ about: 'Whether those responsible hear of an assignment at once.', example: true })
  received: boolean;

  @Whole(0, 365, { about: 'Days before a meeting by which material must be in.', example: 14 })
  materialDays: number;

  @Wholes(
    0,
    365,
    { max: 10 },
    { about: 'Reminders before material is due, in days before the meeting.', example: [42, 21] },
  )
  beforeMeeting: number[];

  @Wholes(
    1,
    365,
    { max: 10 },
    { about: 'Reminders after a meeting at which nothing was heard, in days.', example: [1] },
  )
  afterMeeting: number[];

  @Wholes(
    0,
    365,
    { max: 10 },
    { about: 'Reminders before the end of what is bound to no meeting, in working days.', example: [10, 3] },
  )
  beforeEnd: number[];

  @Wholes(
    1,
    365,
    { max: 10 },
    { about: 'Reminders after the end, in days, with a copy to the secretary.', example: [7] },
  )
  afterEnd: number[];

  @Whole(1, 365, {
    about: 'Days after the end from which silence is a matter for the meeting.',
    example: 21,
  })
  escalateDays: number;
}

export class SetReminderPolicyDto extends FactDto implements Given<'SetReminderPolicy'> {
  @Part(ReminderPolicyDto, { about: 'When reminders go out.' })
  policy: ReminderPolicyDto;
}

export class PlaceCycleEntryDto extends FactDto implements Given<'PlaceCycleEntry'> {
  @Id({
    about: 'Its id within the body. Left out: one is made; an id in use is moved.',
    example: 'fardplan',
    optional: true,
  })
  entry?: string;

  @Text(longest.title, { about: 'What comes back every year.', example: 'Uppföljning av färdplanen' })
  topic: string;

  @Id({ about: 'The meeting where it is taken up.', example: 'mote-juni' })
  meeting: string;
}
