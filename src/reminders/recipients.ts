import type { Addressee } from '../domain/reminder/recipients.js';
import { addresseesOf } from '../domain/reminder/recipients.js';
import type { LocalDate } from '../domain/when.js';
import { getBody, personById } from '../projections/directory.js';
import type { Db } from '../projections/projection.js';
import { insteadOf, type RungRow } from '../projections/reminders.js';

/** Who gets a letter about a rung on a day, as the read models know people and roles now. */
export function whoGets(
  db: Db,
  { assignment, body, role, rung }: Pick<RungRow, 'assignment' | 'body' | 'role' | 'rung'>,
  today: LocalDate,
): Addressee[] {
  const found = getBody(db, body)?.state;
  if (!found) return [];
  const personOf = (id: string) => personById(db, id)?.state;
  const instead = insteadOf(db, assignment)[role];
  return addresseesOf(
    { body: found, role, today, personOf, ...(instead !== undefined && { instead }) },
    rung,
  );
}
