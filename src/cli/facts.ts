import { commandDtos } from '../api/dto/command-dtos.js';
import { type FactDto, fieldsOf, whenOf } from '../api/dto/fact.dto.js';
import type { Texts } from '../api/language.js';
import type { FieldError } from '../api/problems.js';
import { shape } from '../api/shape.pipe.js';
import { authority, type CommandType, type DomainCommand } from '../domain/commands.js';
import { type ActorRole, roles } from '../domain/events.js';
import type { Instant, SourceRef, StatedWhen } from '../domain/when.js';

/** A line of a file of facts, read: what is to be done, to which stream, on whose word and when. */
export interface Fact {
  /** Id of the body, meeting, matter, decision, assignment or person. */
  readonly id: string;
  readonly command: DomainCommand;
  readonly when: StatedWhen;
  readonly source?: SourceRef;
  /** Who recorded it, when it is not the one who loads. */
  readonly as?: { readonly actor: string; readonly role: ActorRole };
  /** Where the demo's clock is moved before it is recorded. */
  readonly at?: Instant;
}

/** What can be wrong with a line besides the fields of its command. */
export type LineCode =
  | 'lineNotJson'
  | 'lineNotObject'
  | 'unknownCommand'
  | 'lineIdWrong'
  | 'asWrong'
  | 'atWrong'
  | 'atNotAllowed'
  | 'atBackwards';

export const lineTexts: { readonly [C in LineCode]: Texts } = {
  lineNotJson: { sv: 'Raden är inte giltig JSON ({why}).', en: 'The line is not valid JSON ({why}).' },
  lineNotObject: { sv: 'Raden är inte ett JSON-objekt.', en: 'The line is not a JSON object.' },
  unknownCommand: {
    sv: '"{do}" är inget som loggen kan göra. Exempel: GiveAssignment, RecordDecision.',
    en: '"{do}" is nothing the log can do. Examples: GiveAssignment, RecordDecision.',
  },
  lineIdWrong: {
    sv: 'Ange vad raden gäller: bokstäver a–z, siffror och bindestreck, 1–64 tecken.',
    en: 'Say what the line is about: letters a–z, digits and hyphens, 1–64 characters.',
  },
  asWrong: {
    sv: 'Ange { "actor": "…", "role": "…" } med en av rollerna {roles}.',
    en: 'Give { "actor": "…", "role": "…" } with one of the roles {roles}.',
  },
  atWrong: {
    sv: 'Ange en tidpunkt i UTC, till exempel 2026-06-04T13:30:00Z.',
    en: 'Give an instant in UTC, for example 2026-06-04T13:30:00Z.',
  },
  atNotAllowed: {
    sv: 'Klockan kan bara flyttas i demoläge. Ta bort fältet; statedAt säger när källan berättade.',
    en: 'The clock can be moved only in demo mode. Remove the field; statedAt says when the source told it.',
  },
  atBackwards: {
    sv: 'Klockan går bara framåt: {at} ligger före {before}.',
    en: 'The clock only goes forward: {at} lies before {before}.',
  },
};

/** A mistake in a line: of the line itself, or of a field of its command. */
export type LineFault =
  | {
      readonly code: LineCode;
      readonly pointer: string;
      readonly params?: Readonly<Record<string, string>>;
    }
  | FieldError;

const streamId = /^[A-Za-z0-9-]{1,64}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCommandType = (value: unknown): value is CommandType =>
  typeof value === 'string' && Object.hasOwn(authority, value);

/** Reads one line: the fact it tells, or everything that is wrong with it. */
export function readFact(line: string): Fact | { readonly faults: readonly LineFault[] } {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    return { faults: [{ code: 'lineNotJson', pointer: '', params: { why } }] };
  }
  if (!isRecord(content)) return { faults: [{ code: 'lineNotObject', pointer: '' }] };

  const { do: type, id, as, at, ...fields } = content;
  const faults: LineFault[] = [];
  if (typeof id !== 'string' || !streamId.test(id)) faults.push({ code: 'lineIdWrong', pointer: '/id' });
  if (as !== undefined && !isActing(as))
    faults.push({ code: 'asWrong', pointer: '/as', params: { roles: roles.join(', ') } });
  if (at !== undefined && (typeof at !== 'string' || !instant.test(at) || Number.isNaN(Date.parse(at))))
    faults.push({ code: 'atWrong', pointer: '/at' });
  if (!isCommandType(type)) {
    faults.push({
      code: 'unknownCommand',
      pointer: '/do',
      params: { do: typeof type === 'string' ? type : '' },
    });
    return { faults };
  }
  const asked = type === 'ErasePerson' && !('person' in fields) ? { ...fields, person: id } : fields;
  const form: new () => FactDto = commandDtos[type];
  const { value, errors } = shape(form, asked);
  faults.push(...errors);
  if (faults.length > 0) return { faults };
  const command: unknown = { type, ...fieldsOf(value) };
  return {
    id: String(id),
    // The shape of each command is exactly its fields.
    command: command as DomainCommand,
    when: whenOf(value),
    source: value.source && { ...value.source },
    as: isActing(as) ? as : undefined,
    at: typeof at === 'string' ? new Date(at).toISOString() : undefined,
  };
}

function isActing(value: unknown): value is { actor: string; role: ActorRole } {
  return (
    isRecord(value) &&
    typeof value['actor'] === 'string' &&
    /^[\w-]{1,64}$/.test(value['actor']) &&
    roles.some((role) => role === value['role']) &&
    Object.keys(value).length === 2
  );
}
