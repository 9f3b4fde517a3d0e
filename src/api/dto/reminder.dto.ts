import { DateText, Id, Text } from '../fields.js';
import { FactDto, type Given, longest } from './fact.dto.js';

export class PauseRemindersDto extends FactDto implements Given<'PauseReminders'> {
  @DateText({
    about: 'The last day without reminders; left out: until they are resumed.',
    example: '2026-08-16',
    optional: true,
  })
  until?: string;

  @Text(longest.line, { about: 'Why.', example: 'Arbetet vilar över sommaren', optional: true })
  reason?: string;
}

export class ResumeRemindersDto extends FactDto implements Given<'ResumeReminders'> {
  @Text(longest.line, { about: 'Why.', optional: true })
  reason?: string;
}

export class ChangeReminderRecipientDto extends FactDto implements Given<'ChangeReminderRecipient'> {
  @Id({ about: 'The responsible role.', example: 'utvecklingsdirektor' })
  role: string;

  @Id({
    about: 'Who is reminded instead; left out: whoever holds the role again.',
    example: 'person-2',
    optional: true,
  })
  person?: string;

  @Text(longest.line, { about: 'Why.', optional: true })
  reason?: string;
}

export class RemindNowDto extends FactDto implements Given<'RemindNow'> {
  @Text(longest.line, { about: 'Why.', optional: true })
  reason?: string;
}

export class RevokeReminderLinksDto extends FactDto implements Given<'RevokeReminderLinks'> {
  @Id({ about: 'The letter, as the ledger names it.', example: '2026-06-10.person-1' })
  letter: string;

  @Text(longest.line, { about: 'Why.', optional: true })
  reason?: string;
}
