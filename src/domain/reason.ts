import { refuse, words } from './refusal.js';

/** A reason, or the statement that the source gives none. One of the two is required, never both. */
export interface ReasonInput {
  readonly reason?: string;
  readonly reasonStated?: boolean;
}

/** The reason as the log keeps it. Refuses silence: "no reason stated" has to be said. */
export function statedReason(input: ReasonInput): { reason?: string; reasonStated: boolean } {
  if (input.reason !== undefined) {
    if (input.reasonStated === false) refuse('reasonContradicted', '/reasonStated');
    return { reason: words(input.reason, '/reason'), reasonStated: true };
  }
  if (input.reasonStated !== false) refuse('reasonMissing', '/reason');
  return { reasonStated: false };
}
