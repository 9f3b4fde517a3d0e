import type { BodyState } from '../body/body.js';
import { isAway, type PersonState } from '../person/person.js';
import type { LocalDate } from '../when.js';
import type { Capacity, RungName } from './events.js';
import { kindOfRung } from './policy.js';

/** Somebody who gets a letter, and in which capacity. */
export interface Addressee {
  readonly person: string;
  readonly capacity: Capacity;
}

/** Who stands behind a role on a day. */
export interface RoleAsked {
  readonly body: BodyState;
  readonly role: string;
  /** Who is reminded instead of the holders. */
  readonly instead?: string;
  readonly today: LocalDate;
  /** A person, `undefined` when never registered or erased. */
  readonly personOf: (id: string) => PersonState | undefined;
}

/**
 * Who gets the letter for a role: the one named instead, else each holder, the deputy of a holder who is away, and the
 * secretaries of the body for a role in which nobody can be reached. Empty when they cannot be reached either.
 */
export function addressees({ body, role, instead, today, personOf }: RoleAsked): Addressee[] {
  const canBeReached = (id: string): boolean => {
    const found = personOf(id);
    return found?.email !== undefined && !isAway(found, today);
  };
  if (instead !== undefined && canBeReached(instead)) return [{ person: instead, capacity: 'named' }];
  const holders = body.roles.find((known) => known.role === role)?.holders ?? [];
  const found = holders.flatMap((holder): Addressee[] => {
    if (canBeReached(holder)) return [{ person: holder, capacity: 'holder' }];
    const { deputy } = personOf(holder) ?? {};
    return deputy !== undefined && canBeReached(deputy) ? [{ person: deputy, capacity: 'deputy' }] : [];
  });
  if (found.length > 0) return unique(found);
  return unique(
    secretariesOf(body)
      .filter(canBeReached)
      .map((person) => ({ person, capacity: 'secretaryForEmptyRole' })),
  );
}

/** The same with the copies that the secretaries get of what is late. */
export function addresseesOf(asked: RoleAsked, rung: RungName): Addressee[] {
  const first = addressees(asked);
  if (kindOfRung(rung) !== 'afterEnd') return first;
  const copies = secretariesOf(asked.body)
    .filter((id) => asked.personOf(id)?.email !== undefined)
    .map((person): Addressee => ({ person, capacity: 'secretaryCopy' }));
  return unique([...first, ...copies]);
}

/** The persons who hold a secretary's role in a body. */
export const secretariesOf = ({ roles }: BodyState): readonly string[] =>
  roles.filter(({ kind }) => kind === 'secretary').flatMap(({ holders }) => holders);

const unique = (all: readonly Addressee[]): Addressee[] =>
  all.filter(({ person }, at) => all.findIndex((other) => other.person === person) === at);
