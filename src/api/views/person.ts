import type { Language } from '../../domain/person/events.js';
import type { PersonState } from '../../domain/person/person.js';
import type { Revised } from '../../projections/directory.js';
import { ListShown, MaybeShown, Shown, word, WordView } from './shown.js';

export class AbsenceView {
  @Shown({ example: '2026-07-06' })
  readonly from: string;

  @Shown({ example: '2026-08-02' })
  readonly to: string;
}

export class PersonView {
  @Shown({ example: 'person-1' })
  readonly id: string;

  @Shown({ example: 0 })
  readonly revision: number;

  @Shown({ example: 'Åsa Öberg-Ängström' })
  readonly name: string;

  @MaybeShown({ example: 'asa.oberg@bjorkvik.example' })
  readonly email?: string;

  @Shown({ type: WordView })
  readonly language: WordView;

  @ListShown(AbsenceView)
  readonly absences: readonly AbsenceView[];

  @MaybeShown({ about: 'Who stands in.', example: 'person-2' })
  readonly deputy?: string;
}

const languageWords = {
  sv: { sv: 'svenska', en: 'Swedish' },
  en: { sv: 'engelska', en: 'English' },
} as const;

export const personView = (
  { id, revision, state }: Revised<PersonState>,
  language: Language,
): PersonView => ({
  id,
  revision,
  name: state.name,
  email: state.email,
  language: word(languageWords, state.language, language),
  absences: state.absences,
  deputy: state.deputy,
});
