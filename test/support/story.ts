import type { DomainEvent, Recorded, StreamName } from '../../src/domain/events.js';
import type { DueWindow } from '../../src/domain/due-window.js';
import { parseDueWindow } from '../../src/domain/due-window.js';
import type { LocalDate, SourceRef } from '../../src/domain/when.js';
import { LocalLog } from '../../src/event-store/local-log.js';
import type { Db } from '../../src/projections/projection.js';
import type { Runner } from '../../src/projections/runner.js';
import { modelsOf, takeAll } from './tables.js';

/** When a fact of a story was told. `occurred` is the day it was stated when left out; recorded at noon of that day too. */
export interface Told {
  readonly on: LocalDate;
  readonly occurred?: string | null;
  readonly recorded?: LocalDate;
  readonly source?: SourceRef;
  readonly effectiveFrom?: LocalDate;
}

/** A log that facts are told to one by one, and the read models over it. */
export class Story {
  readonly log = LocalLog.open(':memory:', { mode: 'copy' });
  readonly #revisions = new Map<StreamName, number>();
  #position = 0;
  #runner: Runner | undefined;

  /** Appends a fact to the log. */
  tell(stream: StreamName, fact: DomainEvent, told: Told): Recorded {
    const revision = (this.#revisions.get(stream) ?? -1) + 1;
    this.#revisions.set(stream, revision);
    this.#position += 1;
    const event: Recorded = {
      ...fact,
      id: `00000000-0000-4000-8000-${this.#position.toString().padStart(12, '0')}`,
      stream,
      revision,
      position: this.#position.toString(),
      statedAt: told.on,
      occurred: told.occurred === undefined ? told.on : told.occurred,
      recordedAt: `${told.recorded ?? told.on}T11:00:00.000Z`,
      actor: { id: 'u-secretary', role: 'secretary' },
      correlationId: `c-${this.#position.toString()}`,
      causationId: `c-${this.#position.toString()}`,
      ...(told.source && { source: told.source }),
      ...(told.effectiveFrom && { effectiveFrom: told.effectiveFrom }),
    };
    this.log.copyIn([event]);
    return event;
  }

  /** The read models, with everything told so far. */
  get db(): Db {
    this.#runner ??= modelsOf(this.log);
    takeAll(this.#runner);
    return this.#runner.db;
  }
}

/** A deadline in the words of minutes of a day. */
export const due = (words: string, statedAt: LocalDate): DueWindow => parseDueWindow(words, { statedAt });

/** A body "SRÄ" with two parties, four roles (`r-dir` and `r-kom` held, `r-empty` not) and the meetings of 2025 and 2026. */
export function establishBody(story: Story, day: LocalDate = '2025-01-07'): void {
  const told = { on: day };
  const body = 'body-sra';
  story.tell(
    body,
    { type: 'BodyRegistered', data: { name: 'Samrådsorganet för Älvdalarna', shortName: 'SRÄ' } },
    told,
  );
  story.tell(body, { type: 'PartyGroupFormed', data: { group: 'g-kom', name: 'Kommunsam' } }, told);
  story.tell(
    body,
    { type: 'PartyJoined', data: { party: 'p-rna', name: 'Region Norrälven', aliases: ['RNÄ'] } },
    told,
  );
  story.tell(
    body,
    { type: 'PartyJoined', data: { party: 'p-bjv', name: 'Björkviks kommun', aliases: [], group: 'g-kom' } },
    told,
  );
  const roles = [
    ['r-dir', 'Region Norrälvens utvecklingsdirektör', 'p-rna'],
    ['r-kom', 'Kommunsams direktör', 'p-bjv'],
    ['r-empty', 'Åsmarks socialchef', 'p-bjv'],
  ] as const;
  for (const [role, title, party] of roles)
    story.tell(body, { type: 'RoleDefined', data: { role, title, kind: 'responsible', party } }, told);
  story.tell(body, { type: 'RoleHolderAppointed', data: { role: 'r-dir', person: 'u-asa' } }, told);
  story.tell(body, { type: 'RoleHolderAppointed', data: { role: 'r-kom', person: 'u-orjan' } }, told);
  story.tell('person-u-asa', { type: 'PersonRegistered', data: { name: 'Åsa Öberg', language: 'sv' } }, told);
  story.tell(
    'person-u-orjan',
    {
      type: 'PersonRegistered',
      data: { name: 'Örjan Lind', email: 'orjan@kommunsam.example', language: 'sv' },
    },
    told,
  );
  for (const date of ['2025-11-13', '2026-03-19', '2026-06-04', '2026-09-24', '2026-12-10'])
    story.tell(
      `meeting-m-${date}`,
      { type: 'MeetingScheduled', data: { body: 'sra', kind: 'ordinary', date } },
      told,
    );
}
