import type { Language } from '../../domain/person/events.js';
import type { Names } from '../../projections/names.js';
import type { SearchHit } from '../../projections/search-query.js';
import type { SearchKind } from '../../projections/search.js';
import { words } from '../../projections/words.js';
import type { Texts } from '../language.js';
import { bodyRef, RefView } from './refs.js';
import { MarksShown, MaybeShown, Shown, word, WordView } from './shown.js';

export class FoundInView {
  @Shown({ type: WordView })
  readonly kind: WordView;

  @Shown({ example: 'uppdrag-1' })
  readonly id: string;
}

/** A sentence with the places that were looked for. */
export class SentenceView {
  @Shown({ example: 'Återkomma med förslag till gemensam uppföljning' })
  readonly text: string;

  @MarksShown({ about: 'From and to (not included), in UTF-16 units.' })
  readonly marks: SearchHit['sentence']['marks'];
}

export class HitView {
  @Shown({ type: WordView })
  readonly kind: WordView;

  @Shown({ type: FoundInView, about: 'What it is, or what it stands under.' })
  readonly subject: FoundInView;

  @MaybeShown({ about: 'The milestone or the role within it.' })
  readonly part?: string;

  @Shown({ type: RefView })
  readonly body: RefView;

  @Shown({ example: 'Återkomma med förslag' })
  readonly title: string;

  @Shown({ type: SentenceView })
  readonly sentence: SentenceView;
}

const kindWords: { readonly [K in SearchKind]: Texts } = {
  decision: words.subject.decision,
  assignment: words.subject.assignment,
  matter: words.subject.matter,
  meeting: words.subject.meeting,
  milestone: { sv: 'delmål', en: 'milestone' },
  role: { sv: 'roll', en: 'role' },
  report: { sv: 'redovisning', en: 'report' },
  reason: { sv: 'skäl', en: 'reason' },
};

export const hitView = (hit: SearchHit, names: Names, language: Language): HitView => ({
  kind: word(kindWords, hit.kind, language),
  subject: { id: hit.subject.id, kind: word(words.subject, hit.subject.kind, language) },
  part: hit.part,
  body: bodyRef(hit.body, names),
  title: hit.title,
  sentence: hit.sentence,
});
