import { refuse } from './refusal.js';
import { edtfBounds, isEdtf, type LocalDate, type When } from './when.js';
import { isLocalDate } from './calendar.js';

/** Refuses dates that cannot be: a source from tomorrow, something that happened after it was told. */
export function refuseImpossibleDates(when: When, today: LocalDate): void {
  if (!isLocalDate(when.statedAt)) refuse('notADate', '/statedAt');
  if (when.statedAt > today) refuse('statedInFuture', '/statedAt', { today });
  if (when.effectiveFrom !== undefined && !isLocalDate(when.effectiveFrom))
    refuse('notADate', '/effectiveFrom');
  if (when.occurred === null) return;
  if (!isEdtf(when.occurred)) refuse('notADate', '/occurred');
  const { earliest } = edtfBounds(when.occurred);
  if (earliest > today) refuse('occurredInFuture', '/occurred', { today });
  if (earliest > when.statedAt) refuse('occurredAfterStated', '/occurred', { statedAt: when.statedAt });
}
