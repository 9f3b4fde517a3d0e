import type { Language } from '../../domain/person/events.js';
import { type AgendaPoint, type AgendaReason, agendaTitle, agendaWhy } from '../../projections/agenda.js';
import type { Names } from '../../projections/names.js';
import type { Texts } from '../language.js';
import { RefView, roleRef } from './refs.js';
import { ListShown, MaybeShown, Shown, word, WordView } from './shown.js';

export class AgendaSubjectView {
  @Shown({ about: '`assignment`, `milestone` or `meeting`.', example: 'assignment' })
  readonly kind: string;

  @Shown({ about: 'Of a milestone, the id of the matter.', example: 'uppdrag-1' })
  readonly id: string;

  @MaybeShown({ example: 'stallningstagande' })
  readonly milestone?: string;
}

/** A point to take up at a meeting, and why. */
export class AgendaPointView {
  @Shown({ type: WordView })
  readonly reason: WordView;

  @Shown({ example: 'Återkomma med förslag' })
  readonly title: string;

  @Shown({ example: 'Väntas på det här mötet.' })
  readonly why: string;

  @MaybeShown({ about: 'The day the reason counts from.', example: '2026-06-04' })
  readonly since?: string;

  @Shown({ type: AgendaSubjectView })
  readonly subject: AgendaSubjectView;

  @ListShown(RefView, { about: 'Who is to report.' })
  readonly responsible: readonly RefView[];

  @Shown({ about: 'Where it can be read.', example: '/api/assignments/uppdrag-1' })
  readonly link: string;
}

/** "Punkter att ta upp": a draft, worked out from what the log holds now. */
export class AgendaDraftView {
  @Shown({ example: 'mote-september' })
  readonly meeting: string;

  @Shown({ example: '2026-09-24' })
  readonly date: string;

  @ListShown(AgendaPointView)
  readonly points: readonly AgendaPointView[];
}

const reasonWords: { readonly [R in AgendaReason]: Texts } = {
  perCapsulam: { sv: 'per capsulam att rapportera', en: 'per capsulam to report' },
  reported: { sv: 'slutredovisat, inte behandlat', en: 'finally reported, not taken up' },
  escalated: { sv: 'obesvarat trots påminnelser', en: 'unanswered despite reminders' },
  late: { sv: 'försenat', en: 'late' },
  missed: { sv: 'väntades på ett tidigare möte', en: 'expected at an earlier meeting' },
  review: { sv: 'utan frist', en: 'no deadline given' },
  commitment: { sv: 'åtagande att ta ställning till', en: 'commitment to promote or close' },
  expected: { sv: 'väntas på mötet', en: 'expected at the meeting' },
};

const collections = { assignment: 'assignments', milestone: 'matters', meeting: 'meetings' } as const;

export const agendaPointView = (point: AgendaPoint, names: Names, language: Language): AgendaPointView => ({
  reason: word(reasonWords, point.reason, language),
  title: agendaTitle(point, language),
  why: agendaWhy(point, language),
  since: point.since,
  subject: point.subject,
  responsible: point.responsible.map((role) => roleRef(point.body, role, names)),
  link: `/api/${collections[point.subject.kind]}/${point.subject.id}`,
});
