import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { type Fault, isId, shapeConstraint } from './fields.js';
import { type FieldError, Problem } from './problems.js';

const maxDepth = 16;
const mostQueries = 200;

/** Holds bodies and query strings to the shape of their class; every field that is wrong is named. Throws {@link Problem}. */
@Injectable()
export class ShapePipe implements PipeTransform {
  /** The query strings that were last found to fit, by class and words. */
  readonly #queries = new Map<unknown, Map<string, object>>();

  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if ((type !== 'body' && type !== 'query') || !metatype || metatype === Object) return value;
    const shapeClass = metatype as new () => object;
    if (type === 'body') return fitting(shapeClass, value ?? {}, '/');
    const words = JSON.stringify(value ?? {});
    const known = this.#queries.get(shapeClass) ?? new Map<string, object>();
    const query = known.get(words) ?? Object.freeze(fitting(shapeClass, value ?? {}, '?'));
    if (known.size >= mostQueries) known.clear();
    this.#queries.set(shapeClass, known.set(words, query));
    return query;
  }
}

function fitting(type: new () => object, plain: unknown, root: string): object {
  const { value, errors } = shape(type, plain, root);
  if (errors.length > 0) throw new Problem('invalid', { errors });
  return value;
}

/** Reads a plain value as a class of fields. `root` stands before the name of a top field in a pointer. */
export function shape<T extends object>(
  type: new () => T,
  plain: unknown,
  root = '/',
): { value: T; errors: readonly FieldError[] } {
  const unfit = unfitParts(plain);
  if (unfit) return { value: new type(), errors: [unfit] };
  const value = plainToInstance(type, plain);
  const errors = validateSync(value, {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
  });
  leaveOutUnset(value);
  return { value, errors: errors.flatMap((error) => fieldErrors(error, root)) };
}

/** A class declares its fields on every instance; what was not sent is not there. */
function leaveOutUnset(value: object): void {
  for (const [name, part] of Object.entries(value) as [string, unknown][])
    if (part === undefined) Reflect.deleteProperty(value, name);
    else if (typeof part === 'object' && part !== null) leaveOutUnset(part);
}

function fieldErrors(error: ValidationError, prefix: string): FieldError[] {
  const pointer = `${prefix}${escape(error.property)}`;
  const message = error.constraints?.[shapeConstraint];
  if (message !== undefined) {
    // What `field` in fields.ts wrote.
    const fault = JSON.parse(message) as Fault;
    return [{ pointer: `${pointer}${fault.at ?? ''}`, code: fault.code, params: fault.params }];
  }
  if (error.constraints?.['whitelistValidation'] !== undefined)
    return [{ pointer, code: 'unknownField', params: { field: error.property } }];
  return (error.children ?? []).flatMap((child) => fieldErrors(child, `${pointer}/`));
}

const escape = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Names that every object has cannot be told from fields later on, and depth has to end somewhere. */
function unfitParts(plain: unknown): FieldError | undefined {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain))
    return { pointer: '', code: 'object' };
  const open: { value: object; pointer: string; depth: number }[] = [{ value: plain, pointer: '', depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.depth > maxDepth) return { pointer: next.pointer, code: 'unknownField', params: { field: '…' } };
    for (const [name, value] of Object.entries(next.value)) {
      const pointer = `${next.pointer}/${escape(name)}`;
      if (!Array.isArray(next.value) && name in Object.prototype)
        return { pointer, code: 'unknownField', params: { field: name } };
      if (typeof value === 'object' && value !== null)
        open.push({ value: value as object, pointer, depth: next.depth + 1 });
    }
  }
  return undefined;
}

/** Lets only what may be an id through; anything else names nothing, so it is not found. */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isId(value)) throw new Problem('notFound');
    return value;
  }
}

/** The number of a point in a path; anything else names nothing. */
@Injectable()
export class PointPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,3}$/.test(value)) throw new Problem('notFound');
    return Number(value);
  }
}
