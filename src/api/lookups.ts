import { Inject, Injectable } from '@nestjs/common';
import type { Recorded } from '../domain/events.js';
import type { Language } from '../domain/person/events.js';
import { type AsOf, asOfState } from '../projections/as-of.js';
import { getBody, type PersonName, personNames } from '../projections/directory.js';
import { meetingsOf } from '../projections/meetings.js';
import { type Names, namesOf, personsIn } from '../projections/names.js';
import { PARTS, type ReadParts } from './parts.js';
import { personRef, type PersonRefView } from './views/refs.js';
import type { Hearing } from './warnings.js';

/** Small questions that many answers ask of the read models. */
@Injectable()
export class Lookups {
  constructor(@Inject(PARTS) private readonly parts: ReadParts) {}

  /** What the ids in answers are called; make one per request. Without `persons` nobody is named. */
  names(persons: readonly string[] = []): Names {
    return namesOf(this.parts.models.db, this.parts.log, this.persons(persons));
  }

  /** What the ids in some facts are called. */
  namesFor(events: readonly Recorded[]): Names {
    return this.names(events.flatMap(personsIn));
  }

  /** Who holds the roles of a body, as of a date when given. */
  holdersIn(body: string, asOf: AsOf | undefined, language: Language): (role: string) => PersonRefView[] {
    const { log, clock } = this.parts;
    const roles = asOfState(log, { kind: 'body', id: body }, asOf, clock.timeZone)?.state.roles ?? [];
    const persons = this.persons(roles.flatMap(({ holders }) => holders));
    return (role) =>
      (roles.find((known) => known.role === role)?.holders ?? []).map((id) =>
        personRef(id, persons, language),
      );
  }

  /** Who the persons are; those never registered are left out. */
  persons(ids: readonly string[]): ReadonlyMap<string, PersonName> {
    return ids.length === 0 ? new Map() : personNames(this.parts.models.db, ids);
  }

  /** The body that is to hear back, and its meetings, as of a date when given. */
  hearingOf(body: string, asOf?: AsOf): Hearing {
    const { db } = this.parts.models;
    return { name: getBody(db, body)?.state.shortName ?? body, meetings: meetingsOf(db, body, asOf) };
  }
}
