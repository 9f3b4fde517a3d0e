import { OmitType } from '@nestjs/swagger';
import { languages } from '../language.js';
import type { Language } from '../../domain/person/events.js';
import { Choice, DateText, Email, Id, Text } from '../fields.js';
import { FactDto, type Given, longest } from './fact.dto.js';

export class RegisterPersonDto extends FactDto implements Given<'RegisterPerson'> {
  @Text(longest.title, { about: 'The name.', example: 'Åsa Öberg-Ängström' })
  name: string;

  @Email({ about: 'Where reminders go.', example: 'asa.oberg@bjorkvik.example', optional: true })
  email?: string;

  @Choice(languages, { about: 'The language of mails.', example: 'sv', optional: true, default: 'sv' })
  language?: Language;
}

export class UpdatePersonDto extends FactDto implements Given<'UpdatePerson'> {
  @Text(longest.title, { about: 'The name.', optional: true })
  name?: string;

  @Email({ about: 'Where reminders go.', example: 'asa.oberg@asmark.example', optional: true })
  email?: string;

  @Choice(languages, { about: 'The language of mails.', optional: true })
  language?: Language;
}

export class StateAbsenceDto extends FactDto implements Given<'StateAbsence'> {
  @DateText({ about: 'The first day away.', example: '2026-07-06' })
  from: string;

  @DateText({ about: 'The last day away.', example: '2026-08-02' })
  to: string;
}

export class NameDeputyDto extends FactDto implements Given<'NameDeputy'> {
  @Id({ about: 'Who stands in.', example: 'person-2' })
  deputy: string;
}

export class ErasePersonDto extends FactDto implements Given<'ErasePerson'> {
  @Id({ about: 'The person.', example: 'person-1' })
  person: string;

  @Text(longest.line, {
    about: 'Why; name nobody here, it is kept for ever.',
    example: 'På egen begäran',
    optional: true,
  })
  reason?: string;
}

export class ErasePersonBody extends OmitType(ErasePersonDto, ['person']) {}
