import type { AssignmentEvent } from '../domain/assignment/events.js';
import type { DecisionState } from '../domain/decision/decision.js';
import type { Recorded } from '../domain/events.js';

/** What a body asked, in its own words, and the document they stand in. */
export interface AskedWords {
  readonly text: string;
  readonly document?: string;
}

/**
 * The body's own words for an assignment: the point that gave it, else the sentence of the source, else its title.
 * `events` are the assignment's, in order.
 */
export function askedWords(
  events: readonly Recorded<AssignmentEvent>[],
  decision: DecisionState | undefined,
): AskedWords {
  const given = events.find((event) => event.type === 'AssignmentGiven');
  if (!given) return { text: '' };
  const { source, data } = given;
  const promoted = events.findLast((event) => event.type === 'CommitmentPromoted');
  const number = promoted?.data.point ?? data.point;
  const point = decision?.points.find((known) => known.number === number);
  const text = point?.text ?? source?.quote ?? data.title;
  return { text, ...(source?.document !== undefined && { document: source.document }) };
}
