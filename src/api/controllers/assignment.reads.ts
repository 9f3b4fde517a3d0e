import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { compare, replay } from '../../projections/as-of.js';
import { assignmentsAsOf, assignmentSortsAsOf } from '../../projections/lists-as-of.js';
import { type AssignmentSort, listAssignments } from '../../projections/assignments.js';
import { Ask, type Asked } from '../asked.js';
import {
  AsOfQuery,
  AssignmentSheetQuery,
  AssignmentsQuery,
  CompareQuery,
  ReplayQuery,
} from '../dto/query.dto.js';
import { Lookups } from '../lookups.js';
import { type ApiParts, PARTS } from '../parts.js';
import { Problem } from '../problems.js';
import { ReadsAny, ReadsOne, ReadsKeptPage, ReadsSheet } from '../reading.js';
import { asOfOf, bodiesFor, Reads, splitAsOf } from '../reads.js';
import { IdPipe } from '../shape.pipe.js';
import { assignmentColumns, sheetOf } from '../sheets.js';
import { Standpoints } from '../standpoints.js';
import {
  AssignmentItemView,
  assignmentItemView,
  AssignmentView,
  assignmentView,
} from '../views/assignment.js';
import { ComparisonView, comparisonView, ReplayView, replayView } from '../views/replay.js';
import { Resource } from '../written.js';

const here = { id: 'uppdrag-1' };
const bodyOf = ({ body }: { readonly body: string }): string => body;

/** When something was last changed is told by the log as it is now, not as of a date. Throws {@link Problem}. */
function sortThen(sort: AssignmentSort | undefined) {
  const found = assignmentSortsAsOf.find((known) => known === (sort ?? 'due'));
  if (found) return found;
  const values = assignmentSortsAsOf.join(', ');
  throw new Problem('invalid', { errors: [{ pointer: '?sort', code: 'oneOf', params: { values } }] });
}

@ApiTags('Assignments')
@Controller('api/assignments')
export class AssignmentReads {
  constructor(
    @Inject(PARTS) private readonly parts: ApiParts,
    @Inject(Reads) private readonly reads: Reads,
    @Inject(Lookups) private readonly lookups: Lookups,
    @Inject(Standpoints) private readonly standpoints: Standpoints,
  ) {}

  @Get()
  @ReadsKeptPage(AssignmentItemView, { operationId: 'listAssignments', summary: 'Assignments' })
  async list(@Query() query: AssignmentsQuery, @Ask() { actor, language }: Asked) {
    const { rest, asOf } = splitAsOf(query);
    const { body, review, limit, cursor, sort, ...wanted } = rest;
    const { parts, reads, lookups } = await this.standpoints.of(actor, review);
    const { models, clock } = parts;
    const today = asOf?.date ?? clock.today();
    const filter = { ...wanted, bodies: bodiesFor(actor, body) };
    const { items, next } = asOf
      ? assignmentsAsOf(reads.past(asOf), { ...filter, sort: sortThen(sort) }, { limit, cursor })
      : listAssignments(models.db, { ...filter, sort }, today, { limit, cursor });
    const names = lookups.names();
    return { items: items.map((found) => assignmentItemView({ ...found, today }, names, language)), next };
  }

  @Get('sheet.csv')
  @ReadsSheet({ operationId: 'assignmentSheet', summary: 'Assignments as a spreadsheet' })
  async sheet(@Query() { language: named, ...query }: AssignmentSheetQuery, @Ask() asked: Asked) {
    const language = named ?? asked.language;
    const { parts } = await this.standpoints.of(asked.actor, query.review);
    return sheetOf({
      name: { sv: 'uppdrag', en: 'assignments' },
      day: asOfOf(query)?.date ?? parts.clock.today(),
      columns: assignmentColumns,
      page: (cursor) => this.list({ ...query, limit: 200, cursor }, { ...asked, language }),
      language,
      baseUrl: this.parts.baseUrl,
    });
  }

  @Get(':id')
  @ReadsOne(AssignmentView, {
    operationId: 'getAssignment',
    summary: 'An assignment: how far it has come, and when to expect an answer',
    params: here,
  })
  one(@Param('id', IdPipe) id: string, @Query() query: AsOfQuery, @Ask() { actor, language }: Asked) {
    const seen = this.reads.one(actor, 'assignment', id, query, bodyOf);
    const { recipient, body } = seen.state;
    const hearing = recipient === undefined ? undefined : this.lookups.hearingOf(recipient, seen.asOf);
    const holders = this.lookups.holdersIn(body, seen.asOf, language);
    return new Resource(
      assignmentView(seen, { hearing, holders, names: this.lookups.names() }, language),
      seen.revision,
    );
  }

  @Get(':id/replay')
  @ReadsAny(ReplayView, {
    operationId: 'replayAssignment',
    summary: 'How an assignment evolved, fact by fact',
    about: 'In the order the facts were stated; each with the state after it and what it changed.',
    params: here,
  })
  async replay(
    @Param('id', IdPipe) id: string,
    @Query() query: ReplayQuery,
    @Ask() { actor, language }: Asked,
  ) {
    const { parts, reads, lookups } = await this.standpoints.of(actor, query.review);
    reads.one(actor, 'assignment', id, query, bodyOf);
    const { log, clock } = parts;
    const steps = replay(log, { kind: 'assignment', id }, asOfOf(query), clock.timeZone);
    return replayView(steps, lookups.names(), language, clock.timeZone);
  }

  @Get(':id/compare')
  @ReadsAny(ComparisonView, {
    operationId: 'compareAssignment',
    summary: 'What differs in an assignment between two dates',
    params: here,
  })
  async compare(
    @Param('id', IdPipe) id: string,
    @Query() query: CompareQuery,
    @Ask() { actor, language }: Asked,
  ) {
    const { parts, reads, lookups } = await this.standpoints.of(actor, query.review);
    reads.one(actor, 'assignment', id, {}, bodyOf);
    const { log, clock } = parts;
    const { axis = 'statedBy', from, to = clock.today() } = query;
    const found = compare(log, { kind: 'assignment', id }, axis, from, to, clock.timeZone);
    return comparisonView({ axis, from, to }, found, lookups.names(), language);
  }
}
