import type { Language } from '../../domain/person/events.js';
import { formatDate } from '../../domain/swedish-dates.js';
import { formerOfficial, type PersonName } from '../../projections/directory.js';
import type { Names } from '../../projections/names.js';
import { words } from '../../projections/words.js';
import { MaybeShown, Shown } from './shown.js';

/** Something named elsewhere: its id and what it is called. */
export class RefView {
  @Shown({ example: 'sra' })
  readonly id: string;

  @MaybeShown({ about: 'What it is called now.', example: 'SRÄ' })
  readonly name?: string;
}

/** A person. Who has been erased is a former official. */
export class PersonRefView {
  @Shown({ example: 'person-1' })
  readonly id: string;

  @MaybeShown({ example: 'Åsa Öberg-Ängström' })
  readonly name?: string;

  @MaybeShown({ about: 'The data of this person has been erased.' })
  readonly erased?: boolean;
}

type Persons = ReadonlyMap<string, PersonName>;

export const personRef = (id: string, persons: Persons, language: Language): PersonRefView =>
  personView(id, persons.get(id), language);

/** A person as the names of a request know them. */
export const namedPerson = (id: string, names: Names, language: Language): PersonRefView =>
  personView(id, names.person(id), language);

function personView(id: string, known: PersonName | undefined, language: Language): PersonRefView {
  if (!known) return { id };
  return known.kind === 'erased'
    ? { id, name: formerOfficial[language], erased: true }
    : { id, name: known.name };
}

export const bodyRef = (id: string, names: Names): RefView => ({ id, name: names.body(id) });
export const roleRef = (body: string, id: string, names: Names): RefView => ({
  id,
  name: names.role(body, id),
});
export const matterRef = (id: string, names: Names): RefView => ({ id, name: names.matter(id) });
export const decisionRef = (id: string, names: Names): RefView => ({ id, name: names.decision(id) });
export const assignmentRef = (id: string, names: Names): RefView => ({ id, name: names.assignment(id) });

/** A meeting by its kind and day: "ordinarie möte 4 juni 2026". */
export function meetingRef(id: string, names: Names, language: Language): RefView {
  const meeting = names.meeting(id);
  if (!meeting) return { id };
  return { id, name: `${words.meetingKind[meeting.kind][language]} ${formatDate(meeting.date, language)}` };
}

/** A reference that may be missing. */
export const maybe = <T, V>(value: T | undefined, view: (value: T) => V): V | undefined =>
  value === undefined ? undefined : view(value);
