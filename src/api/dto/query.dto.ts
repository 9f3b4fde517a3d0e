import { IntersectionType, OmitType } from '@nestjs/swagger';
import type { BoardItem } from '../../projections/board.js';
import { pointKinds } from '../../domain/decision/events.js';
import { assignmentPhases } from '../../domain/assignment/assignment.js';
import { kindOf, streamKinds } from '../../domain/events.js';
import type { AssignmentKind } from '../../domain/assignment/events.js';
import type { AssignmentSort, AssignmentStateFilter } from '../../projections/assignments.js';
import type { Language } from '../../domain/person/events.js';
import type { MeetingKind } from '../../domain/meeting/events.js';
import type { MeetingPhase } from '../../domain/meeting/meeting.js';
import type { LocalDate } from '../../domain/when.js';
import type { DecisionPhase } from '../../domain/decision/decision.js';
import type { PointKind } from '../../domain/decision/events.js';
import type { EventType, StreamKind } from '../../domain/events.js';
import { axes, type Axis } from '../../projections/as-of.js';
import { type AttentionReason, attentionReasons } from '../../projections/attention.js';
import { type HistoryOrder, historyOrders } from '../../projections/history.js';
import { type SearchKind, searchKinds } from '../../projections/search.js';
import type { FactDate } from '../../projections/audit.js';
import { words } from '../../projections/words.js';
import { languages } from '../language.js';
import { codesOf } from './fact.dto.js';
import { Choice, Id, QueryChoices, QueryDay, QueryFlag, QueryWhole, Text } from '../fields.js';

const BodyField = (): PropertyDecorator => Id({ about: 'Only this body.', optional: true });

/** Which page of a list. */
export class PageQuery {
  @QueryWhole(1, 200, { about: 'At most this many.', default: 50 })
  limit?: number;

  @Text(2000, { about: 'The `next` of the page before.', optional: true })
  cursor?: string;
}

/** Whether it is asked today or was asked in a review. */
export class ReviewQuery {
  @Id({
    about:
      'A saved review: answered from the log as it was when the review was saved, with the day it was then as today.',
    optional: true,
  })
  review?: string;
}

export class SavedViewsQuery {
  @Id({ about: 'The body.', example: 'sra' })
  body: string;
}

/** As of a date, on one of the three axes. */
export class AsOfQuery {
  @QueryDay({ about: 'As of the end of this day, by what had happened.' })
  happenedBy?: LocalDate;

  @QueryDay({ about: 'As of the end of this day, by what had been stated.' })
  statedBy?: LocalDate;

  @QueryDay({ about: 'As of the end of this day, by what the log had recorded.' })
  recordedBy?: LocalDate;
}

export class MeetingsQuery extends IntersectionType(PageQuery, AsOfQuery) {
  @BodyField()
  body?: string;

  @QueryWhole(1, 9999, { about: 'Only this year.', example: 2026 })
  year?: number;

  @Choice(codesOf(words.meetingKind), { about: 'Only this kind.', optional: true })
  kind?: MeetingKind;

  @Choice(codesOf(words.meetingPhase), { about: 'Only in this state.', optional: true })
  state?: MeetingPhase;

  @QueryDay({ about: 'From this day.' })
  from?: LocalDate;

  @QueryDay({ about: 'To this day.' })
  to?: LocalDate;

  @Choice(['asc', 'desc'], { about: 'By date.', optional: true, default: 'desc' })
  order?: 'asc' | 'desc';
}

export class MattersQuery extends IntersectionType(PageQuery, AsOfQuery) {
  @BodyField()
  body?: string;

  @Choice(codesOf(words.matterPhase), { about: 'Only in this state.', optional: true })
  state?: 'open' | 'closed';
}

export class DecisionsQuery extends IntersectionType(PageQuery, AsOfQuery) {
  @BodyField()
  body?: string;

  @Id({ about: 'Only of this meeting.', optional: true })
  meeting?: string;

  @Id({ about: 'Only of this matter.', optional: true })
  matter?: string;

  @Choice(pointKinds, { about: 'Only with a point of this kind.', optional: true })
  kind?: PointKind;

  @Choice(codesOf(words.decisionPhase), { about: 'Only in this state.', optional: true })
  state?: DecisionPhase;

  @QueryDay({ about: 'Taken from this day.' })
  from?: LocalDate;

  @QueryDay({ about: 'Taken to this day.' })
  to?: LocalDate;

  @QueryFlag({ about: 'Only with (`true`) or without (`false`) open assignments.' })
  open?: boolean;

  @Choice(['date', 'title'], { about: 'What to sort by.', optional: true, default: 'date' })
  sort?: 'date' | 'title';

  @Choice(['asc', 'desc'], { about: 'Left out: newest first by date, from A to Ö by title.', optional: true })
  order?: 'asc' | 'desc';
}

export class AuditQuery extends IntersectionType(PageQuery, ReviewQuery) {
  @Id({ about: 'Only what this actor recorded.', optional: true })
  actor?: string;

  @Choice(codesOf(kindOf), { about: 'Only this type of fact.', optional: true })
  type?: EventType;

  @Choice(streamKinds, { about: 'With `id`: only about this.', optional: true })
  kind?: StreamKind;

  @Id({ about: 'With `kind`: only about this.', optional: true })
  id?: string;

  @BodyField()
  body?: string;

  @Choice(['happened', 'stated', 'recorded'], {
    about: 'The dates that `from`, `to` and the order go by.',
    optional: true,
    default: 'recorded',
  })
  date?: FactDate;

  @QueryDay({ about: 'From this day.' })
  from?: LocalDate;

  @QueryDay({ about: 'To this day.' })
  to?: LocalDate;

  @Choice(['newest', 'oldest'], { about: 'Which first.', optional: true, default: 'newest' })
  order?: 'newest' | 'oldest';
}

export class DeadlineQuery {
  @Text(500, { about: 'The words of the minutes.', example: 'senast i juni 2026' })
  text: string;

  @QueryDay({ about: 'The day they were said. Left out: today.', example: '2025-11-13' })
  statedAt?: LocalDate;

  @Id({
    about: 'The body that is to hear back: its seasons and its meetings.',
    example: 'sra',
    optional: true,
  })
  body?: string;

  @QueryDay({ about: 'The day a term (“en vecka”) runs from, when it is known.' })
  from?: LocalDate;
}

/** What assignments can be narrowed to by those responsible and by their time. */
export class TimeQuery extends PageQuery {
  @BodyField()
  body?: string;

  @Id({ about: 'Only where a role of this party is responsible.', optional: true })
  party?: string;

  @Id({ about: 'Only where this role is responsible.', optional: true })
  role?: string;

  @QueryDay({ about: 'The last day of the deadline is this day or later.' })
  from?: LocalDate;

  @QueryDay({ about: 'The last day of the deadline is this day or earlier.' })
  to?: LocalDate;

  @QueryFlag({ about: 'Only what is late (`true`) or not (`false`).' })
  late?: boolean;

  @QueryFlag({ about: 'Only deadlines that name no day (`true`) or a day (`false`).' })
  vague?: boolean;
}

export class AssignmentsQuery extends IntersectionType(TimeQuery, AsOfQuery, ReviewQuery) {
  @Id({ about: 'Only where this person holds a responsible role.', optional: true })
  person?: string;

  @Id({ about: 'Only those this body is to hear back from.', optional: true })
  recipient?: string;

  @Id({ about: 'Only those that came of this decision.', optional: true })
  decision?: string;

  @Id({ about: 'Only those of this matter.', optional: true })
  matter?: string;

  @Choice(codesOf(words.assignmentKind), { about: 'Only this kind.', optional: true })
  kind?: AssignmentKind;

  @Choice(['open', ...assignmentPhases], {
    about: 'Only in this state; `open` is every state but `closed`.',
    optional: true,
  })
  state?: AssignmentStateFilter;

  @Choice(['due', 'title', 'given', 'changed'], {
    about: 'What to sort by; as of a date not by `changed`.',
    optional: true,
    default: 'due',
  })
  sort?: AssignmentSort;

  @Choice(['asc', 'desc'], {
    about: 'Left out: newest first by `given` and `changed`, else ascending.',
    optional: true,
  })
  order?: 'asc' | 'desc';
}

/** How a list is fetched as a file. */
export class SheetQuery {
  @Choice(languages, { about: 'Of its headings and words. Left out: by `Accept-Language`.', optional: true })
  language?: Language;
}

export class DecisionSheetQuery extends IntersectionType(
  OmitType(DecisionsQuery, ['limit', 'cursor']),
  SheetQuery,
) {}

export class AssignmentSheetQuery extends IntersectionType(
  OmitType(AssignmentsQuery, ['limit', 'cursor']),
  SheetQuery,
) {}

/** Two dates on one axis. */
export class CompareQuery extends ReviewQuery {
  @Choice(axes, {
    about: 'By what had happened, been stated or been recorded.',
    optional: true,
    default: 'statedBy',
  })
  axis?: Axis;

  @QueryDay({ about: 'The first date.', example: '2026-03-01', optional: false })
  from: LocalDate;

  @QueryDay({ about: 'The second date. Left out: today.', example: '2026-06-05' })
  to?: LocalDate;
}

const ItemKind = (): PropertyDecorator =>
  Choice(['assignment', 'milestone'], { about: 'Only assignments, or only milestones.', optional: true });

export class FeedbackQuery extends IntersectionType(TimeQuery, AsOfQuery) {
  @ItemKind()
  kind?: BoardItem['kind'];
}

export class BoardQuery extends IntersectionType(PageQuery, AsOfQuery, ReviewQuery) {
  @BodyField()
  body?: string;

  @ItemKind()
  kind?: BoardItem['kind'];
}

export class BoardCompareQuery extends IntersectionType(PageQuery, CompareQuery) {
  @BodyField()
  body?: string;

  @ItemKind()
  kind?: BoardItem['kind'];
}

export class BalanceQuery extends IntersectionType(AsOfQuery, ReviewQuery) {
  @BodyField()
  body?: string;
}

export class AttentionQuery extends IntersectionType(PageQuery, AsOfQuery) {
  @BodyField()
  body?: string;

  @QueryChoices(attentionReasons, { about: 'Only for these reasons; several with commas between.' })
  reason?: AttentionReason[];
}

export class PlannedQuery extends PageQuery {
  @BodyField()
  body?: string;

  @Choice(['week', 'quarter'], {
    about: 'The week it is, Monday to Sunday, with what has gone out already; or the coming 90 days.',
    optional: true,
    default: 'quarter',
  })
  period?: 'week' | 'quarter';
}

/** As of a date, or in a review. */
export class ReplayQuery extends IntersectionType(AsOfQuery, ReviewQuery) {}

export class HistoryQuery extends ReplayQuery {
  @Choice(historyOrders, { about: 'Which date the facts follow.', optional: true, default: 'happened' })
  order?: HistoryOrder;
}

export class SearchQuery extends PageQuery {
  @Text(200, { about: 'Words, beginnings of words, or a phrase in quotes.', example: 'gemensam uppföljning' })
  text: string;

  @BodyField()
  body?: string;

  @QueryChoices(searchKinds, { about: 'Only in these; several with commas between.' })
  kind?: SearchKind[];
}
