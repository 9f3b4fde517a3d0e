/** Every reason the log has for refusing a command. The compiler asks for a status and a text for each. */
export type RefusalCode =
  | 'alreadyExists'
  | 'notFound'
  | 'unknownReference'
  | 'notAllowed'
  | 'notResponsible'
  | 'responsibleCannotClose'
  | 'notPossibleNow'
  | 'contradictsLaterFact'
  | 'statedBeforeStart'
  | 'statedInFuture'
  | 'occurredInFuture'
  | 'occurredAfterStated'
  | 'plannedIsNotDone'
  | 'effectiveBeforeDecided'
  | 'effectOnlyForDecisions'
  | 'notADate'
  | 'emptyText'
  | 'duplicate'
  | 'reasonMissing'
  | 'reasonContradicted'
  | 'supersessionLoop'
  | 'supersededByEarlier'
  | 'successorNotInForce'
  | 'sameDeadline'
  | 'noAssignedPoint'
  | 'pointGivesAssignment'
  | 'unchanged'
  | 'endsBeforeStart'
  | 'notSavable'
  | 'afterMaterial'
  | 'afterEscalation';

/** A command refused by a rule: which rule, the field it is about (JSON pointer), and words for the message. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly pointer: string = '',
    readonly params: Readonly<Record<string, string>> = {},
  ) {
    super(`${code}${pointer && ` at ${pointer}`}`);
  }
}

export function refuse(
  code: RefusalCode,
  pointer = '',
  params: Readonly<Record<string, string>> = {},
): never {
  throw new Refusal(code, pointer, params);
}

/** The text without surrounding white space; refuses an empty one. */
export function words(text: string, pointer: string): string {
  const trimmed = text.trim();
  return trimmed === '' ? refuse('emptyText', pointer) : trimmed;
}

/** The text of a field that may be left out; refuses one that is there and empty. */
export const optionalWords = (text: string | undefined, pointer: string): string | undefined =>
  text === undefined ? undefined : words(text, pointer);
