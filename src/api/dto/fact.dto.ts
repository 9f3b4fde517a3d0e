import type { CommandType, DomainCommand } from '../../domain/commands.js';
import type { SourceRef, StatedWhen } from '../../domain/when.js';
import { DateText, Part, Text, Whole, Wholes } from '../fields.js';

/** What a command asks, without its name. */
export type Given<T extends CommandType> = Omit<Extract<DomainCommand, { type: T }>, 'type'>;

/** The codes of a glossary, which the compiler keeps whole. */
export const codesOf = (glossary: object): readonly string[] => Object.keys(glossary);

/** The longest texts the log takes, in characters. */
export const longest = { title: 300, line: 500, text: 10_000, deadline: 500 } as const;

/** The sentence a fact came from. */
export class SourceDto implements SourceRef {
  @Text(longest.line, {
    about: 'The document, as its readers know it.',
    example: 'Mötesanteckningar SRÄ 2026-03-19',
  })
  document: string;

  @Text(longest.text, {
    about: 'The words, verbatim.',
    example: 'Återkoppling sker senast i juni 2026.',
    optional: true,
  })
  quote?: string;

  @Wholes(
    0,
    100_000_000,
    { min: 2, max: 2 },
    { about: 'Where the words stand in the text of the document: first and last character.', optional: true },
  )
  span?: [start: number, end: number];
}

/** What every write may say about time and source. */
export class FactDto implements StatedWhen {
  @Text(40, {
    about:
      'When it happened, as precisely as the source says (EDTF: `2026-03-19`, `2026-03`, `2026`, `2024/2025`). Left out: the day it was stated. `null`: the source does not say.',
    optional: true,
    nullable: true,
  })
  occurred?: string | null;

  @DateText({ about: 'The date of the source that tells it. Left out: today.', optional: true })
  statedAt?: string;

  @DateText({ about: 'The first day on which it has effect.', optional: true })
  effectiveFrom?: string;

  @Part(SourceDto, { about: 'The sentence it came from.', optional: true })
  source?: SourceDto;
}

/** The command's own fields of a body. */
export function fieldsOf<D extends FactDto>(dto: D): Omit<D, keyof FactDto> {
  const { occurred: _occurred, statedAt: _statedAt, effectiveFrom: _from, source: _source, ...fields } = dto;
  return fields;
}

/** What a body says about time. */
export function whenOf(dto: FactDto): StatedWhen {
  const { occurred, statedAt, effectiveFrom } = dto;
  return {
    ...(occurred !== undefined && { occurred }),
    ...(statedAt !== undefined && { statedAt }),
    ...(effectiveFrom !== undefined && { effectiveFrom }),
  };
}

/** The number of a point of a decision, from 1. */
export const PointNumber = (optional: boolean): PropertyDecorator =>
  Whole(1, 1000, { about: 'The number of the point.', example: 2, optional });
