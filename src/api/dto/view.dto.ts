import { Flag, Id, Text } from '../fields.js';
import { FactDto, type Given } from './fact.dto.js';

const Name = (): PropertyDecorator =>
  Text(80, { about: 'What it is called. No names of people.', example: 'Försenat före mötet i juni' });

export class SaveViewDto extends FactDto implements Given<'SaveView'> {
  @Id({ about: 'The body it is about.', example: 'sra' })
  body: string;

  @Name()
  name: string;

  @Text(2000, {
    about:
      'The address in the web, path and query. In Beslut and Uppdrag it is a view; in Granskning a review, which keeps its answer.',
    example: '/uppdrag?forsenat=ja',
  })
  address: string;

  @Flag({ about: 'For everyone in the body (chair, secretary, administrator, auditor); else for yourself.' })
  shared: boolean;
}

export class RenameViewDto extends FactDto implements Given<'RenameView'> {
  @Name()
  name: string;
}

export class RemoveViewDto extends FactDto implements Given<'RemoveView'> {}

export class RestoreViewDto extends FactDto implements Given<'RestoreView'> {}
