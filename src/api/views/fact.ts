import { localDate } from '../../clock.js';
import { parseStream, type Recorded } from '../../domain/events.js';
import type { Language } from '../../domain/person/events.js';
import { formatDate, formatEdtf } from '../../domain/swedish-dates.js';
import { describe } from '../../projections/describe.js';
import { type Names, titleOf } from '../../projections/names.js';
import { words } from '../../projections/words.js';
import { SourceDto } from '../dto/fact.dto.js';
import { MaybeShown, Shown, word, WordView } from './shown.js';

/** What a fact is about. */
export class SubjectView {
  @Shown({ type: WordView })
  readonly kind: WordView;

  @Shown({ example: 'uppdrag-1' })
  readonly id: string;

  @MaybeShown({ about: 'What it is called now.', example: 'Återkomma med förslag' })
  readonly title?: string;
}

/** Who recorded a fact: an opaque id and the capacity. */
export class ActorView {
  @Shown({ example: 'u-secretary' })
  readonly id: string;

  @Shown({ type: WordView })
  readonly role: WordView;
}

/** A fact of the log with its three dates, its source and a readable line. */
export class FactView {
  @Shown({ example: '0c2f6d58-3f7e-5a41-9a60-1f2b7e0f6c11' })
  readonly id: string;

  @Shown({ about: 'Its place in the log.', example: '128' })
  readonly position: string;

  @Shown({ about: 'The revision it gave its subject.', example: 3 })
  readonly revision: number;

  @Shown({ type: WordView })
  readonly type: WordView;

  @Shown({ type: SubjectView })
  readonly subject: SubjectView;

  @Shown({
    example: 'Sekreteraren flyttade återkopplingen från 4 juni till 1 september 2026; skäl anges inte',
  })
  readonly line: string;

  @Shown({ type: ActorView })
  readonly actor: ActorView;

  @Shown({
    type: String,
    about: 'When it happened (EDTF); `null`: the source does not say.',
    example: '2026-06-04',
  })
  readonly occurred: string | null;

  @Shown({ example: '4 juni 2026' })
  readonly occurredText: string;

  @Shown({ about: 'The date of the source that tells it.', example: '2026-06-04' })
  readonly statedAt: string;

  @Shown({ example: '4 juni 2026' })
  readonly statedText: string;

  @Shown({ about: 'When the log recorded it.', example: '2026-06-05T07:30:00.000Z' })
  readonly recordedAt: string;

  @Shown({ about: 'The local day of the recording.', example: '2026-06-05' })
  readonly recordedOn: string;

  @MaybeShown({ about: 'The first day on which it has effect.' })
  readonly effectiveFrom?: string;

  @MaybeShown({ type: SourceDto, about: 'The sentence it came from.' })
  readonly source?: Recorded['source'];
}

export function factView(event: Recorded, names: Names, language: Language, timeZone: string): FactView {
  const { kind, id } = parseStream(event.stream);
  return {
    id: event.id,
    position: event.position,
    revision: event.revision,
    type: word(words.event, event.type, language),
    subject: { kind: word(words.subject, kind, language), id, title: titleOf(names, event.stream) },
    line: describe(event, language, names),
    actor: { id: event.actor.id, role: word(words.actor, event.actor.role, language) },
    occurred: event.occurred,
    occurredText: formatEdtf(event.occurred, language),
    statedAt: event.statedAt,
    statedText: formatDate(event.statedAt, language),
    recordedAt: event.recordedAt,
    recordedOn: localDate(event.recordedAt, timeZone),
    effectiveFrom: event.effectiveFrom,
    source: event.source,
  };
}
