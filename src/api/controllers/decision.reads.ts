import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type StreamName, streamOf } from '../../domain/events.js';
import { listDecisions } from '../../projections/decision-log.js';
import { decisionHistory, type DecisionHistory, type RelatedDecision } from '../../projections/history.js';
import { decisionsAsOf } from '../../projections/lists-as-of.js';
import { Ask, type Asked } from '../asked.js';
import { mayRead } from '../auth.js';
import { DecisionSheetQuery, DecisionsQuery, HistoryQuery, ReplayQuery } from '../dto/query.dto.js';
import { Lookups } from '../lookups.js';
import { type ApiParts, PARTS } from '../parts.js';
import { Problem } from '../problems.js';
import { ReadsAny, ReadsOne, ReadsKeptPage, ReadsSheet } from '../reading.js';
import { asOfOf, bodiesFor, Reads, splitAsOf } from '../reads.js';
import { IdPipe } from '../shape.pipe.js';
import { decisionColumns, sheetOf } from '../sheets.js';
import { Standpoints } from '../standpoints.js';
import { DecisionItemView, decisionItemView, DecisionView, decisionView } from '../views/decision.js';
import { HistoryView, historyView } from '../views/history.js';
import { Resource } from '../written.js';

@ApiTags('Decisions')
@Controller('api/decisions')
export class DecisionReads {
  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(Lookups) private readonly lookups: Lookups,
    @Inject(Standpoints) private readonly standpoints: Standpoints,
  ) {}

  @Get()
  @ReadsKeptPage(DecisionItemView, { operationId: 'listDecisions', summary: 'The decision log' })
  list(@Query() query: DecisionsQuery, @Ask() { actor, language }: Asked) {
    const { models, clock } = this.parts;
    const { rest, asOf } = splitAsOf(query);
    const { body, limit, cursor, ...wanted } = rest;
    const filter = { ...wanted, bodies: bodiesFor(actor, body) };
    const { items, next } = asOf
      ? decisionsAsOf(this.reads.past(asOf), filter, { limit, cursor })
      : listDecisions(models.db, filter, clock.today(), { limit, cursor });
    const names = this.lookups.names();
    return { items: items.map((row) => decisionItemView(row, names, language)), next };
  }

  @Get('sheet.csv')
  @ReadsSheet({ operationId: 'decisionSheet', summary: 'The decision log as a spreadsheet' })
  sheet(@Query() { language: named, ...query }: DecisionSheetQuery, @Ask() asked: Asked) {
    const language = named ?? asked.language;
    const { baseUrl, clock } = this.parts;
    return sheetOf({
      name: { sv: 'beslut', en: 'decisions' },
      day: asOfOf(query)?.date ?? clock.today(),
      columns: decisionColumns,
      page: (cursor) => this.list({ ...query, limit: 200, cursor }, { ...asked, language }),
      language,
      baseUrl,
    });
  }

  @Get(':id')
  @ReadsOne(DecisionView, {
    operationId: 'getDecision',
    summary: 'A decision with its points, as it is worded now',
    params: { id: 'beslut-1' },
  })
  async one(@Param('id', IdPipe) id: string, @Query() query: ReplayQuery, @Ask() { actor, language }: Asked) {
    const { reads, lookups } = await this.standpoints.of(actor, query.review);
    const seen = reads.one(actor, 'decision', id, query, ({ body }) => body);
    return new Resource(decisionView(seen, lookups.names(), language), seen.revision);
  }

  @Get(':id/history')
  @ReadsAny(HistoryView, {
    operationId: 'decisionHistory',
    summary: 'The full history of a decision',
    about:
      'Its points, every assignment that came of it and of their successors, every move, report and closing, in time order, each with who, the three dates, the sentence it came from and a readable line.',
    params: { id: 'beslut-1' },
  })
  async history(
    @Param('id', IdPipe) id: string,
    @Query() query: HistoryQuery,
    @Ask() { actor, language }: Asked,
  ) {
    const { parts, reads, lookups } = await this.standpoints.of(actor, query.review);
    const { today, asOf } = reads.one(actor, 'decision', id, query, ({ body }) => body);
    const { models, log, clock } = parts;
    const { timeZone } = clock;
    const found = decisionHistory(models.db, log, id, { asOf, order: query.order, timeZone });
    if (!found) throw new Problem('notFound');
    const names = lookups.names();
    const shown = withinReach(found, (stream) => mayRead(actor, names.bodyOf(stream) ?? found.state.body));
    return historyView(shown, { names, language, timeZone, today, asOf });
  }
}

/** A history without what belongs to bodies the reader may not read. */
function withinReach(history: DecisionHistory, may: (stream: StreamName) => boolean): DecisionHistory {
  const decisions = (found: readonly RelatedDecision[]) =>
    found.filter(({ id }) => may(streamOf('decision', id)));
  return {
    ...history,
    replaces: decisions(history.replaces),
    replacedBy: decisions(history.replacedBy),
    changed: decisions(history.changed),
    assignments: history.assignments.filter(({ id }) => may(streamOf('assignment', id))),
    entries: history.entries.filter(({ event }) => may(event.stream)),
  };
}
