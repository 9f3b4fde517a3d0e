import type { Withheld } from '../domain/reminder/events.js';
import type { Addressee } from '../domain/reminder/recipients.js';
import { addresseesOf } from '../domain/reminder/recipients.js';
import { isSettled } from '../domain/reminder/letter.js';
import type { LocalDate } from '../domain/when.js';
import { getBody, personById } from '../projections/directory.js';
import { keptUntilNews } from '../projections/kept.js';
import type { Db } from '../projections/projection.js';
import { insteadOf, lettersFor, type RungRow } from '../projections/reminders.js';

/** Who gets a letter about a rung on a day. */
export interface Recipients {
  readonly all: readonly Addressee[];
  /** Those of them who have none yet and none on its way. */
  readonly left: readonly Addressee[];
  /** Why nobody is left; absent while one who has none yet, or whose letter is on its way, may still get it. */
  readonly none?: Extract<Withheld, 'nobodyToReach' | 'recipientChanged'>;
}

/** A body, and a person, asked for once until something but letters comes. */
export const bodyKept = keptUntilNews(getBody);
export const personKept = keptUntilNews(personById);
const insteadKept = keptUntilNews(insteadOf);

/**
 * Who gets a letter about a rung on a day, as the read models know people and roles now. Whose letter about it was refused
 * for good cannot be reached, and whoever comes next in line gets it.
 */
export function whoGets(db: Db, row: Omit<RungRow, 'day' | 'meeting'>, today: LocalDate): Recipients {
  const { assignment, body, role, rung } = row;
  const found = bodyKept(db, body)?.state;
  if (!found) return { all: [], left: [], none: 'nobodyToReach' };
  const letters = lettersFor(db, row);
  const failed = new Set(letters.filter(({ phase }) => phase === 'failed').map(({ person }) => person));
  const personOf = (id: string) => {
    const state = personKept(db, id)?.state;
    if (!state || !failed.has(id)) return state;
    const { email: _, ...unreachable } = state;
    return unreachable;
  };
  const instead = insteadKept(db, assignment)[role];
  const all = addresseesOf(
    { body: found, role, today, personOf, ...(instead !== undefined && { instead }) },
    rung,
  );
  const has = new Set(letters.map(({ person }) => person));
  const left = all.filter(({ person }) => !has.has(person));
  if (left.length > 0 || letters.some((known) => !isSettled(known))) return { all, left };
  return { all, left, none: all.length > 0 && failed.size === 0 ? 'recipientChanged' : 'nobodyToReach' };
}
