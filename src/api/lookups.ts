import { Inject, Injectable } from '@nestjs/common';
import { getBody, personNames } from '../projections/directory.js';
import { type Names, namesOf } from '../projections/names.js';
import { type ApiParts, PARTS } from './parts.js';
import type { Hearing } from './warnings.js';

/** Small questions that many answers ask of the read models. */
@Injectable()
export class Lookups {
  constructor(@Inject(PARTS) private readonly parts: ApiParts) {}

  /** What the ids in answers are called; make one per request. Without `persons` nobody is named. */
  names(persons: readonly string[] = []): Names {
    const { db } = this.parts.models;
    const found = new Map<string, string>();
    for (const [id, person] of personNames(db, persons))
      if (person.kind === 'named') found.set(id, person.name);
    return namesOf(db, this.parts.log, found);
  }

  /** The body that is to hear back, and its meetings. */
  hearingOf(body: string): Hearing {
    const known = getBody(this.parts.models.db, body);
    return { name: known?.state.shortName ?? body, meetings: [] };
  }
}
