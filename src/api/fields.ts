import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { isEmail, ValidateBy, ValidateNested } from 'class-validator';
import { isLocalDate, isMonthDay } from '../domain/calendar.js';
import type { FieldCode } from './field-texts.js';

/** What is wrong with a value; `at` leads to the part of it that is wrong (`/2`). */
export interface Fault {
  readonly code: FieldCode;
  readonly at?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

type Check = (value: unknown) => Fault | undefined;

/** What the documentation says about a field, and whether it may be left out (or be null). */
export interface FieldOptions {
  readonly about: string;
  readonly example?: unknown;
  readonly optional?: boolean;
  readonly nullable?: boolean;
  readonly default?: unknown;
}

/** The name of the one class-validator constraint every field carries; its message is a {@link Fault} as JSON. */
export const shapeConstraint = 'shape';

const isAbsent = ({ optional, nullable }: FieldOptions, value: unknown): boolean =>
  (optional === true && value === undefined) || (nullable === true && value === null);

function field(options: FieldOptions, schema: ApiPropertyOptions, check: Check): PropertyDecorator {
  const { about, example, optional, nullable, default: fallback } = options;
  const documented: Record<string, unknown> = { description: about, required: optional !== true };
  if (example !== undefined) documented['example'] = example;
  if (nullable) documented['nullable'] = true;
  if (fallback !== undefined) documented['default'] = fallback;
  const whole: Check = (value) =>
    isAbsent(options, value) ? undefined : value === undefined ? { code: 'required' } : check(value);
  return applyDecorators(
    ApiProperty({ ...schema, ...documented }),
    ValidateBy({
      name: shapeConstraint,
      validator: {
        validate: (value: unknown) => whole(value) === undefined,
        defaultMessage: (args) => JSON.stringify(whole(args?.value)),
      },
    }),
  );
}

// NUL and other control characters, and halves of surrogate pairs, never belong in a text of the log.
// eslint-disable-next-line no-control-regex
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const halves = /\p{Surrogate}/u;

const text =
  (max: number): Check =>
  (value) => {
    if (typeof value !== 'string' || unfit.test(value) || halves.test(value)) return { code: 'text' };
    return value.length > max ? { code: 'tooLong', params: { max } } : undefined;
  };

const matching =
  (code: FieldCode, fits: (value: string) => boolean): Check =>
  (value) =>
    typeof value === 'string' && fits(value) ? undefined : { code };

/** What an id may look like: of a stream, or of something inside one. */
export const isId = (value: string): boolean => /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(value);

const oneOf =
  (values: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && values.includes(value)
      ? undefined
      : { code: 'oneOf', params: { values: values.join(', ') } };

const whole =
  (min: number, max: number): Check =>
  (value) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return { code: 'integer' };
    return value < min || value > max ? { code: 'range', params: { min, max } } : undefined;
  };

interface Size {
  readonly min?: number;
  readonly max: number;
}

const listOf =
  ({ min = 0, max }: Size, check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return { code: 'list' };
    if (value.length < min || value.length > max) return { code: 'listSize', params: { min, max } };
    for (const [at, item] of value.entries()) {
      const fault = check(item);
      if (fault) return { ...fault, at: `/${at.toString()}${fault.at ?? ''}` };
    }
    return undefined;
  };

const object: Check = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : { code: 'object' };

const idSchema: ApiPropertyOptions = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$' };

/** A text of at most `max` characters. */
export const Text = (max: number, options: FieldOptions): PropertyDecorator =>
  field(options, { type: 'string', maxLength: max }, text(max));

export const Texts = (max: number, size: Size, options: FieldOptions): PropertyDecorator =>
  field(
    options,
    { type: 'array', items: { type: 'string', maxLength: max }, minItems: size.min ?? 0, maxItems: size.max },
    listOf(size, text(max)),
  );

/** The id of a stream or of something inside one. */
export const Id = (options: FieldOptions): PropertyDecorator =>
  field(options, idSchema, matching('id', isId));

export const Ids = (size: Size, options: FieldOptions): PropertyDecorator =>
  field(
    options,
    {
      type: 'array',
      items: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$' },
      minItems: size.min ?? 0,
      maxItems: size.max,
    },
    listOf(size, matching('id', isId)),
  );

/** One of the given words. */
export const Choice = (values: readonly string[], options: FieldOptions): PropertyDecorator =>
  field(options, { type: 'string', enum: [...values] }, oneOf(values));

export const Choices = (values: readonly string[], size: Size, options: FieldOptions): PropertyDecorator =>
  field(
    options,
    {
      type: 'array',
      items: { type: 'string', enum: [...values] },
      minItems: size.min ?? 0,
      maxItems: size.max,
    },
    listOf(size, oneOf(values)),
  );

/** A whole number within bounds, both included. */
export const Whole = (min: number, max: number, options: FieldOptions): PropertyDecorator =>
  field(options, { type: 'integer', minimum: min, maximum: max }, whole(min, max));

export const Wholes = (min: number, max: number, size: Size, options: FieldOptions): PropertyDecorator =>
  field(
    options,
    {
      type: 'array',
      items: { type: 'integer', minimum: min, maximum: max },
      minItems: size.min ?? 0,
      maxItems: size.max,
    },
    listOf(size, whole(min, max)),
  );

export const Flag = (options: FieldOptions): PropertyDecorator =>
  field(options, { type: 'boolean' }, (value) =>
    typeof value === 'boolean' ? undefined : { code: 'boolean' },
  );

/** A date as text. Whether there is such a day is for the rules to say, in their own words. */
export const DateText = (options: FieldOptions): PropertyDecorator =>
  field(options, { type: 'string', format: 'date', maxLength: 40 }, text(40));

/** A day, or a point in time with its zone. */
export const Moment = (options: FieldOptions): PropertyDecorator =>
  field(
    options,
    { type: 'string', maxLength: 40 },
    matching(
      'instant',
      (value) =>
        isLocalDate(value) ||
        (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
          !Number.isNaN(Date.parse(value))),
    ),
  );

export const TimeOfDay = (options: FieldOptions): PropertyDecorator =>
  field(
    options,
    { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
    matching('timeOfDay', (value) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value)),
  );

/** Two days of the year, `MM-DD`: the first and the last of a season. */
export const SeasonDays = (options: FieldOptions): PropertyDecorator =>
  field(
    options,
    { type: 'array', items: { type: 'string', pattern: '^\\d{2}-\\d{2}$' }, minItems: 2, maxItems: 2 },
    listOf({ min: 2, max: 2 }, matching('dayOfYear', isMonthDay)),
  );

export const Email = (options: FieldOptions): PropertyDecorator =>
  field(
    options,
    { type: 'string', format: 'email', maxLength: 254 },
    matching('email', (value) => value.length <= 254 && isEmail(value)),
  );

/** A part with fields of its own. */
export const Part = (part: new () => object, options: FieldOptions): PropertyDecorator =>
  applyDecorators(
    field(options, { type: part }, object),
    ValidateNested(),
    Type(() => part),
  );

export const Parts = (part: new () => object, size: Size, options: FieldOptions): PropertyDecorator =>
  applyDecorators(
    field(
      options,
      { type: part, isArray: true, minItems: size.min ?? 0, maxItems: size.max },
      listOf(size, object),
    ),
    ValidateNested({ each: true }),
    Type(() => part),
  );

/** A day that exists; for query parameters, where no rule of the log looks at it. */
export const QueryDay = (options: FieldOptions): PropertyDecorator =>
  field({ optional: true, ...options }, { type: 'string', format: 'date' }, matching('day', isLocalDate));

const number = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value;
const boolean = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;
const list = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',') : value;

export const QueryWhole = (min: number, max: number, options: FieldOptions): PropertyDecorator =>
  applyDecorators(Whole(min, max, { optional: true, ...options }), Transform(number));

export const QueryFlag = (options: FieldOptions): PropertyDecorator =>
  applyDecorators(Flag({ optional: true, ...options }), Transform(boolean));

/** One or more of the given words: repeated, or with commas between. */
export const QueryChoices = (values: readonly string[], options: FieldOptions): PropertyDecorator =>
  applyDecorators(
    Choices(values, { min: 1, max: values.length }, { optional: true, ...options }),
    Transform(list),
  );
