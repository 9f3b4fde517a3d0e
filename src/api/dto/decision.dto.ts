import { OmitType } from '@nestjs/swagger';
import { type PointKind, pointKinds } from '../../domain/decision/events.js';
import { Choices, Id, Parts, Text, Texts } from '../fields.js';
import { FactDto, type Given, longest, PointNumber } from './fact.dto.js';

const kindsField = { about: 'What the point does; one point may do two things.', example: ['assigned'] };

export class PointDto {
  @Choices(pointKinds, { min: 1, max: 3 }, kindsField)
  kinds: PointKind[];

  @Text(longest.text, {
    about: 'The point, verbatim.',
    example: 'ger i uppdrag åt Region Norrälvens utvecklingsdirektör att återkomma med förslag',
  })
  text: string;
}

export class NumberedPointDto extends PointDto {
  @PointNumber(false)
  number: number;
}

export class RecordDecisionDto extends FactDto implements Given<'RecordDecision'> {
  @Id({ about: 'The body that decided.', example: 'sra' })
  body: string;

  @Text(longest.title, { about: 'What it is about.', example: 'Färdplan för god och nära vård' })
  title: string;

  @Parts(PointDto, { min: 1, max: 100 }, { about: 'The points, in order; they are numbered from 1.' })
  points: PointDto[];

  @Id({ about: 'The meeting where it was taken.', example: 'mote-mars', optional: true })
  meeting?: string;

  @Text(40, { about: 'The item on the agenda.', example: '5 b', optional: true })
  agendaItem?: string;

  @Id({ about: 'The matter it belongs to.', example: 'riktlinje', optional: true })
  matter?: string;
}

export class MarkNoActionNeededDto extends FactDto implements Given<'MarkNoActionNeeded'> {
  @PointNumber(false)
  point: number;

  @Text(longest.text, {
    about: 'Why nothing needs to follow.',
    example: 'Ställningstagandet är i sig tillräckligt',
    optional: true,
  })
  reason?: string;
}

export class MarkNoActionNeededBody extends OmitType(MarkNoActionNeededDto, ['point']) {}

export class ConfirmDecisionDto extends FactDto implements Given<'ConfirmDecision'> {
  @Id({
    about: 'The meeting whose approval of the notes confirmed it.',
    example: 'mote-juni',
    optional: true,
  })
  meeting?: string;
}

export class CorrectDecisionDto extends FactDto implements Given<'CorrectDecision'> {
  @Text(longest.text, { about: 'Why.', example: 'Skrivfel i anteckningarna' })
  reason: string;

  @Text(longest.title, { about: 'The title as it should be.', optional: true })
  title?: string;

  @Parts(
    NumberedPointDto,
    { max: 100 },
    {
      about: 'The points as they should be; only those that change. The next number adds a point.',
      optional: true,
    },
  )
  points?: NumberedPointDto[];
}

export class AmendDecisionDto extends CorrectDecisionDto implements Given<'AmendDecision'> {
  @Id({ about: 'The decision that amends it.', optional: true })
  by?: string;
}

export class SupersedeDecisionDto extends FactDto implements Given<'SupersedeDecision'> {
  @Id({ about: 'The decision that takes its place.', example: 'beslut-nytt' })
  by: string;

  @Text(longest.text, { about: 'Why.', example: 'Ny överenskommelse', optional: true })
  reason?: string;
}

export class RevokeDecisionDto extends FactDto implements Given<'RevokeDecision'> {
  @Text(longest.text, { about: 'Why.', example: 'Förutsättningarna finns inte längre' })
  reason: string;

  @Id({ about: 'The decision that revokes it.', optional: true })
  by?: string;
}

export class DispatchDecisionDto extends FactDto implements Given<'DispatchDecision'> {
  @Texts(
    longest.title,
    { min: 1, max: 200 },
    {
      about: 'To whom it was sent: parties of the body or others.',
      example: ['Björkviks kommun', 'Kommunsam'],
    },
  )
  to: string[];
}
