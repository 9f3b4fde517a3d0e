import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parseDueWindow } from '../../domain/due-window.js';
import { expectedMeeting } from '../../domain/expected-meeting.js';
import { attentionList } from '../../projections/attention.js';
import { auditPage } from '../../projections/audit.js';
import { balanceAsOf, boardAsOf, compareBoard } from '../../projections/board.js';
import { getBody } from '../../projections/directory.js';
import { expectedFeedback } from '../../projections/feedback.js';
import { searchTexts } from '../../projections/search-query.js';
import { Ask, type Asked } from '../asked.js';
import { mayRead } from '../auth.js';
import {
  AttentionQuery,
  AuditQuery,
  BalanceQuery,
  BoardCompareQuery,
  BoardQuery,
  DeadlineQuery,
  FeedbackQuery,
  SearchQuery,
} from '../dto/query.dto.js';
import { Lookups } from '../lookups.js';
import { type ApiParts, PARTS } from '../parts.js';
import { Problem } from '../problems.js';
import { ReadsAny, ReadsKeptPage, ReadsPage } from '../reading.js';
import { asOfOf, bodiesFor } from '../reads.js';
import { Standpoints } from '../standpoints.js';
import { AttentionView, attentionView } from '../views/attention.js';
import { HitView, hitView } from '../views/search.js';
import {
  BalanceView,
  balanceView,
  BoardChangeView,
  boardChangeView,
  BoardItemView,
  boardItemView,
  FeedbackView,
  feedbackView,
} from '../views/board.js';
import { FactView, factView } from '../views/fact.js';
import { UnderstoodView, understoodView } from '../views/window.js';

/** What the body waits for, across decisions and assignments. */
@ApiTags('Overview')
@Controller('api')
export class OverviewReads {
  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(Lookups) private readonly lookups: Lookups,
    @Inject(Standpoints) private readonly standpoints: Standpoints,
  ) {}

  @Get('feedback')
  @ReadsKeptPage(FeedbackView, {
    operationId: 'expectedFeedback',
    summary: 'When can we expect to hear back',
    about: 'Open assignments and planned milestones in the order of the last day of their time.',
  })
  feedback(@Query() query: FeedbackQuery, @Ask() { actor, language }: Asked) {
    const { body, party, role, kind, from, to, late, vague, limit, cursor } = query;
    const { models, clock } = this.parts;
    const { items, next } = expectedFeedback(
      models.db,
      { bodies: bodiesFor(actor, body), asOf: asOfOf(query), party, role, kind, from, to, late, vague },
      clock.today(),
      { limit, cursor },
    );
    const names = this.lookups.names();
    return { items: items.map((item) => feedbackView(item, names, language)), next };
  }

  @Get('attention')
  @ReadsKeptPage(AttentionView, {
    operationId: 'attention',
    summary: 'What is about to fall between the chairs (mellan stolarna)',
    about: 'Each row says why, and what to do about it.',
  })
  attention(@Query() query: AttentionQuery, @Ask() { actor, language }: Asked) {
    const { body, reason, limit, cursor } = query;
    const { models, clock } = this.parts;
    const { items, next } = attentionList(
      models.db,
      { bodies: bodiesFor(actor, body), reasons: reason, asOf: asOfOf(query) },
      clock.today(),
      { limit, cursor },
    );
    const names = this.lookups.names();
    return { items: items.map((row) => attentionView(row, names, language)), next };
  }

  @Get('search')
  @ReadsKeptPage(HitView, {
    operationId: 'search',
    summary: 'Search what was decided, asked, reported and reasoned',
    about: 'Hits come with the sentence they stand in. Names of people are not searched.',
  })
  search(@Query() query: SearchQuery, @Ask() { actor, language }: Asked) {
    const { text, body, kind, limit, cursor } = query;
    const { items, next } = searchTexts(
      this.parts.models.db,
      { text, bodies: bodiesFor(actor, body), kinds: kind },
      { limit, cursor },
    );
    const names = this.lookups.names();
    return { items: items.map((hit) => hitView(hit, names, language)), next };
  }

  @Get('board')
  @ReadsKeptPage(BoardItemView, {
    operationId: 'board',
    summary: 'What was waited for as of a date',
  })
  async board(@Query() query: BoardQuery, @Ask() { actor, language }: Asked) {
    const { body, kind, limit, cursor } = query;
    const { parts, lookups } = await this.standpoints.of(actor, query.review);
    const { items, next } = boardAsOf(
      parts.models.db,
      { bodies: bodiesFor(actor, body), kind, asOf: asOfOf(query) },
      { limit, cursor },
    );
    const names = lookups.names();
    return { items: items.map((item) => boardItemView(item, names, language)), next };
  }

  @Get('board/compare')
  @ReadsKeptPage(BoardChangeView, {
    operationId: 'compareBoard',
    summary: 'What was added, removed and changed between two dates',
  })
  async compareBoard(@Query() query: BoardCompareQuery, @Ask() { actor, language }: Asked) {
    const { parts, lookups } = await this.standpoints.of(actor, query.review);
    const { body, kind, axis = 'statedBy', from, to = parts.clock.today(), limit, cursor } = query;
    const { items, next } = compareBoard(
      parts.models.db,
      axis,
      from,
      to,
      { bodies: bodiesFor(actor, body), kind },
      { limit, cursor },
    );
    const names = lookups.names();
    return { items: items.map((item) => boardChangeView(item, names, language)), next };
  }

  @Get('board/balance')
  @ReadsAny(BalanceView, {
    operationId: 'balance',
    summary: 'What is open as of a date, counted (ärendebalans)',
  })
  async balance(@Query() query: BalanceQuery, @Ask() { actor, language }: Asked) {
    const asOf = asOfOf(query);
    const { parts, lookups } = await this.standpoints.of(actor, query.review);
    const { models, clock } = parts;
    const found = balanceAsOf(models.db, { bodies: bodiesFor(actor, query.body), asOf }, clock.today());
    return balanceView(found, asOf, lookups.names(), language);
  }

  @Get('audit')
  @ReadsPage(FactView, {
    operationId: 'audit',
    summary: 'The audit trail: who recorded what, when',
    about: 'What belongs to no body (persons, erasures) is shown to those who may read every body.',
  })
  async audit(@Query() query: AuditQuery, @Ask() { actor, language }: Asked) {
    const { body, kind, id, review, limit, cursor, ...filter } = query;
    if ((kind === undefined) !== (id === undefined) && kind !== 'register')
      throw new Problem('invalid', {
        errors: [{ pointer: kind === undefined ? '?kind' : '?id', code: 'required' }],
      });
    const { parts, lookups } = await this.standpoints.of(actor, review);
    const { models, log, clock } = parts;
    const page = auditPage(
      models.db,
      {
        ...filter,
        ...(kind !== undefined && { subject: { kind, id: id ?? '' } }),
        bodies: bodiesFor(actor, body),
      },
      { limit, cursor },
    );
    const events = log.byPositions(page.items.map(({ position }) => position));
    const byPosition = new Map(events.map((event) => [event.position, event]));
    const names = lookups.namesFor(events);
    const items = page.items.flatMap(({ position }) => {
      const event = byPosition.get(position);
      return event ? [factView(event, names, language, clock.timeZone)] : [];
    });
    return { items, next: page.next };
  }

  @Get('deadlines')
  @ReadsAny(UnderstoodView, {
    operationId: 'understandDeadline',
    summary: 'How the words of a deadline are understood',
    about: 'Nothing is recorded.',
  })
  deadline(@Query() query: DeadlineQuery, @Ask() { actor, language }: Asked) {
    const { text, body, from: anchor } = query;
    if (body !== undefined && !mayRead(actor, body)) throw new Problem('notFound');
    const { models, clock } = this.parts;
    const today = clock.today();
    const statedAt = query.statedAt ?? today;
    const known = body === undefined ? undefined : getBody(models.db, body);
    if (body !== undefined && !known) throw new Problem('notFound');
    const window = parseDueWindow(text, { statedAt, seasons: known?.state.seasons, anchor });
    const meetings = body === undefined ? undefined : this.lookups.hearingOf(body).meetings;
    return understoodView(window, meetings && expectedMeeting(window, meetings, statedAt, today), language);
  }
}
