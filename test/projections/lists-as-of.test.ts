import { beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '../../src/clock.js';
import { type Recorded, type StreamName } from '../../src/domain/events.js';
import { happenedBy, type LocalDate } from '../../src/domain/when.js';
import { LocalLog } from '../../src/event-store/local-log.js';
import { type AsOf, type Axis, axes } from '../../src/projections/as-of.js';
import { type AssignmentFilter, assignments, listAssignments } from '../../src/projections/assignments.js';
import { type DecisionFilter, decisionLog, listDecisions } from '../../src/projections/decision-log.js';
import { directory, listBodies } from '../../src/projections/directory.js';
import {
  assignmentsAsOf,
  assignmentSortsAsOf,
  decisionsAsOf,
  mattersAsOf,
  meetingsAsOf,
  type Past,
} from '../../src/projections/lists-as-of.js';
import { listMatters, type MatterFilter, matters } from '../../src/projections/matters.js';
import { listMeetings, type MeetingFilter, meetings } from '../../src/projections/meetings.js';
import type { Db } from '../../src/projections/projection.js';
import { rows, type Page, type PageRequest } from '../../src/projections/sql.js';
import { Dice, type History, makeHistory } from '../support/histories.js';
import { logOf, modelsOf, timeZone } from '../support/tables.js';

const begins = new Set([
  'BodyRegistered',
  'MeetingScheduled',
  'MatterOpened',
  'DecisionRecorded',
  'AssignmentGiven',
]);

const lists = [directory, meetings, matters, assignments, decisionLog];

const dayOf: { readonly [A in Axis]: (event: Recorded) => LocalDate } = {
  happenedBy,
  statedBy: ({ statedAt }) => statedAt,
  recordedBy: ({ recordedAt }) => localDate(recordedAt, timeZone),
};

/** The log that holds only what counts as of a date. Streams that had not begun are left out. */
function cutLog(events: readonly Recorded[], { axis, date }: AsOf): LocalLog {
  const counted = events.filter(
    (event) => dayOf[axis](event) <= date && !/^(person-|register)/.test(event.stream),
  );
  const begun = new Set(counted.filter(({ type }) => begins.has(type)).map(({ stream }) => stream));
  const next = new Map<StreamName, number>();
  const log = LocalLog.open(':memory:', { mode: 'copy' });
  log.copyIn(
    counted
      .filter(({ stream }) => begun.has(stream))
      .map((event, at) => {
        const revision = next.get(event.stream) ?? 0;
        next.set(event.stream, revision + 1);
        return { ...event, revision, position: (at + 1).toString() };
      }),
  );
  return log;
}

/** Every item of a list, page by page; without what counts facts, which a cut log has fewer of. */
function whole<Item extends object>(list: (request: PageRequest) => Page<Item>): object[] {
  const items: object[] = [];
  let cursor: string | undefined;
  do {
    const page = list({ limit: 3, cursor });
    for (const item of page.items) items.push({ ...item, revision: undefined });
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

interface Case {
  readonly past: Past;
  readonly day: LocalDate;
  /** The read models of the log that was cut at the date. */
  readonly then: Db;
}
let cases: Case[];

beforeAll(async () => {
  const histories = await Promise.all([21, 22, 23].map((seed) => makeHistory(seed, 160)));
  cases = histories.flatMap((history: History) => {
    const log = logOf(history.steps);
    const { db } = modelsOf(log);
    const dice = new Dice(history.seed);
    return axes.flatMap((axis) =>
      [dice.pick(history.events), dice.pick(history.events)].map((event) => {
        const asOf = { axis, date: dayOf[axis](event) };
        const then = modelsOf(cutLog(history.events, asOf), 500, lists).db;
        return { past: { db, log, timeZone, asOf }, day: asOf.date, then };
      }),
    );
  });
}, 120_000);

/** The first value of a query, in any of the cases. */
const some = (sql: string): string[] =>
  [...new Set(cases.flatMap(({ past }) => rows<{ it: string | null }>(past.db, sql)))]
    .flatMap(({ it: value }) => value ?? [])
    .slice(0, 1);

describe('a list as of a date is the list of the log as it was then', () => {
  it('of assignments, however narrowed and sorted', () => {
    const filters: AssignmentFilter[] = [
      {},
      { state: 'open' },
      { state: 'closed' },
      { state: 'finallyReported' },
      { late: true },
      { late: false },
      { vague: true },
      { kind: 'commitment' },
      { from: '2024-06-01', to: '2026-12-31' },
      ...some('SELECT recipient AS it FROM assignment').map((recipient) => ({ recipient })),
      ...some('SELECT decision AS it FROM assignment').map((decision) => ({ decision })),
      ...some('SELECT matter AS it FROM assignment').map((matter) => ({ matter })),
      ...some('SELECT role AS it FROM assignment_role').map((role) => ({ role })),
      ...some('SELECT person AS it FROM role_holder').map((person) => ({ person })),
      ...assignmentSortsAsOf.flatMap((sort) =>
        (['asc', 'desc'] as const).map((order) => ({ sort, order, state: 'open' as const })),
      ),
    ];
    let shown = 0;
    for (const { past, day, then } of cases)
      for (const { sort, ...filter } of filters) {
        const sorted = { ...filter, sort: assignmentSortsAsOf.find((known) => known === sort) };
        const found = whole((request) => assignmentsAsOf(past, sorted, request));
        expect(found).toEqual(whole((request) => listAssignments(then, sorted, day, request)));
        shown += found.length;
      }
    expect(shown).toBeGreaterThan(100);
  });

  it('of decisions, with their assignments counted', () => {
    const filters: DecisionFilter[] = [
      {},
      { order: 'asc' },
      { state: 'recorded' },
      { state: 'confirmed' },
      { state: 'superseded' },
      { state: 'revoked' },
      { kind: 'assigned' },
      { open: true },
      { open: false },
      { from: '2024-03-01', to: '2024-06-30' },
      ...some('SELECT meeting AS it FROM decision_log').map((meeting) => ({ meeting })),
    ];
    let shown = 0;
    for (const { past, day, then } of cases)
      for (const filter of filters) {
        const found = whole((request) => decisionsAsOf(past, filter, request));
        expect(found).toEqual(whole((request) => listDecisions(then, filter, day, request)));
        shown += found.length;
      }
    expect(shown).toBeGreaterThan(50);
  });

  it('of matters', () => {
    const filters: MatterFilter[] = [{}, { phase: 'open' }, { phase: 'closed' }];
    for (const { past, then } of cases)
      for (const filter of filters)
        expect(whole((request) => mattersAsOf(past, filter, request))).toEqual(
          whole((request) => listMatters(then, filter, request)),
        );
  });

  it('of meetings, by the date they had then', () => {
    const filters: MeetingFilter[] = [
      {},
      { order: 'asc' },
      { kind: 'ordinary', phase: 'planned' },
      { year: 2024 },
      { from: '2024-01-01', to: '2024-06-30', phase: 'held' },
    ];
    for (const { past, then } of cases)
      for (const filter of filters)
        expect(whole((request) => meetingsAsOf(past, filter, request))).toEqual(
          whole((request) => listMeetings(then, filter, request)),
        );
  });

  it('of some bodies only', () => {
    for (const { past, day, then } of cases)
      for (const { id } of listBodies(past.db)) {
        const bodies = [id];
        for (const state of ['open', undefined] as const)
          expect(whole((request) => assignmentsAsOf(past, { bodies, state }, request))).toEqual(
            whole((request) => listAssignments(then, { bodies, state }, day, request)),
          );
        expect(whole((request) => decisionsAsOf(past, { bodies }, request))).toEqual(
          whole((request) => listDecisions(then, { bodies }, day, request)),
        );
        expect(whole((request) => mattersAsOf(past, { bodies }, request))).toEqual(
          whole((request) => listMatters(then, { bodies }, request)),
        );
        expect(whole((request) => meetingsAsOf(past, { bodies }, request))).toEqual(
          whole((request) => listMeetings(then, { bodies }, request)),
        );
      }
  });
});
