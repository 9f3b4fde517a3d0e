import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Language } from '../../domain/person/events.js';
import type { Texts } from '../language.js';

/** A word the code knows, with what people read. */
export class WordView {
  @ApiProperty({ description: 'What programs go by.', example: 'inProgress' })
  readonly code: string;

  @ApiProperty({ description: 'What people read, in the language asked for.', example: 'pågår' })
  readonly text: string;
}

/** The word for a code out of a glossary. */
export const word = <K extends string>(
  glossary: { readonly [W in K]: Texts },
  code: K,
  language: Language,
): WordView => ({ code, text: glossary[code][language] });

interface About {
  readonly about?: string;
  readonly example?: unknown;
}

/** A field of an answer. */
export const Shown = (options: About & { readonly type?: unknown } = {}): PropertyDecorator =>
  described(options, true);

/** A field of an answer that may be missing. */
export const MaybeShown = (options: About & { readonly type?: unknown } = {}): PropertyDecorator =>
  described(options, false);

/** A list in an answer. */
export const ListShown = (type: unknown, options: About = {}): PropertyDecorator =>
  described({ ...options, type, isArray: true }, true);

function described(
  { about, ...rest }: About & { readonly type?: unknown; readonly isArray?: true },
  required: boolean,
): PropertyDecorator {
  const schema: Record<string, unknown> = { required, ...rest };
  if (about !== undefined) schema['description'] = about;
  return applyDecorators(ApiProperty(schema));
}

/** A value of an answer that may be anything JSON can hold; missing when there is nothing. */
export const AnyShown = ({ about }: { readonly about: string }): PropertyDecorator =>
  ApiProperty({
    required: false,
    description: about,
    oneOf: [
      { type: 'string' },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'array', items: {} },
      { type: 'object' },
    ],
  });

/** Stretches of a text in an answer. */
export const MarksShown = ({ about }: { readonly about: string }): PropertyDecorator =>
  ApiProperty({
    description: about,
    type: 'array',
    items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
    example: [[35, 46]],
  });
