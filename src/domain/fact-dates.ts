import { isLocalDate } from './calendar.js';
import { refuse } from './refusal.js';
import { edtfBounds, type LocalDate, readEdtf, type When } from './when.js';

/** Refuses dates that cannot be: a source from tomorrow, something that happened or ended after it was told. */
export function refuseImpossibleDates(when: When, today: LocalDate): void {
  if (!isLocalDate(when.statedAt)) refuse('notADate', '/statedAt');
  if (when.statedAt > today) refuse('statedInFuture', '/statedAt', { today });
  if (when.effectiveFrom !== undefined && !isLocalDate(when.effectiveFrom))
    refuse('notADate', '/effectiveFrom');
  if (when.occurred === null) return;
  const read = readEdtf(when.occurred) ?? refuse('notADate', '/occurred');
  const { earliest } = edtfBounds(when.occurred);
  const end = read.kind === 'interval' ? (read.to?.span.earliest ?? earliest) : earliest;
  const known = end > earliest ? end : earliest;
  if (known > today) refuse('occurredInFuture', '/occurred', { today });
  if (known > when.statedAt) refuse('occurredAfterStated', '/occurred', { statedAt: when.statedAt });
}

/** Refuses a day of effect on a fact that is none of a decision: it would take effect at once all the same. */
export function refuseEffectiveFrom(when: When): void {
  if (when.effectiveFrom !== undefined) refuse('effectOnlyForDecisions', '/effectiveFrom');
}
