import { beforeAll, describe, expect, it } from '@jest/globals';
import { byStated } from '../../src/domain/decider.js';
import { isEventOf, type Recorded } from '../../src/domain/events.js';
import { assignment } from '../../src/domain/assignment/assignment.js';
import { matter } from '../../src/domain/matter/matter.js';
import { meeting } from '../../src/domain/meeting/meeting.js';
import { happenedBy, type LocalDate } from '../../src/domain/when.js';
import { localDate } from '../../src/clock.js';
import { type Axis, axes, asOfState, replay } from '../../src/projections/as-of.js';
import { type BoardItem, balanceAsOf, boardAsOf, compareBoard } from '../../src/projections/board.js';
import { expectedFeedback } from '../../src/projections/feedback.js';
import { listBodies } from '../../src/projections/directory.js';
import { meetingsOf } from '../../src/projections/meetings.js';
import type { Db } from '../../src/projections/projection.js';
import { Dice, type History, makeHistory } from '../support/histories.js';
import { logOf, modelsOf, timeZone } from '../support/tables.js';

const seeds = [11, 12, 13, 14];
let told: readonly { readonly history: History; readonly log: ReturnType<typeof logOf>; readonly db: Db }[];

beforeAll(async () => {
  const histories = await Promise.all(seeds.map((seed) => makeHistory(seed, 180)));
  told = histories.map((history) => {
    const log = logOf(history.steps);
    return { history, log, db: modelsOf(log).db };
  });
}, 120_000);

const dayOf: { readonly [A in Axis]: (event: Recorded) => LocalDate } = {
  happenedBy,
  statedBy: ({ statedAt }) => statedAt,
  recordedBy: ({ recordedAt }) => localDate(recordedAt, timeZone),
};

/** The streams of a history as of a date: filtered by the axis, in the order in which they were stated. */
function streamsAsOf(events: readonly Recorded[], axis: Axis, date: LocalDate): Map<string, Recorded[]> {
  const streams = new Map<string, Recorded[]>();
  for (const event of [...events].filter((each) => dayOf[axis](each) <= date).sort(byStated))
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return streams;
}

/** What is waited for, told straight from the facts. */
function waitedFor(events: readonly Recorded[], axis: Axis, date: LocalDate): string[] {
  return [...streamsAsOf(events, axis, date)].flatMap(([stream, facts]) => {
    const id = stream.slice(stream.indexOf('-') + 1);
    const given = facts.filter(isEventOf.assignment).reduce(assignment.evolve, assignment.initial);
    if (given.exists)
      return given.phase === 'closed'
        ? []
        : [
            `${id} ${given.title} ${given.phase} ${given.deadline.original} ${given.responsible.join()} ${String(given.recipient)}`,
          ];
    const opened = facts.filter(isEventOf.matter).reduce(matter.evolve, matter.initial);
    if (!opened.exists || opened.phase === 'closed') return [];
    return opened.milestones
      .filter(({ phase }) => phase === 'planned')
      .map(({ milestone, window }) => `${id} ${milestone} ${opened.title} ${window.original}`);
  });
}

const asLine = (item: BoardItem): string =>
  item.kind === 'assignment'
    ? `${item.id} ${item.title} ${item.phase} ${item.window.original} ${item.responsible.join()} ${String(item.recipient)}`
    : `${item.id} ${String(item.milestone)} ${item.title} ${item.window.original}`;

function wholeBoard(db: Db, axis: Axis, date: LocalDate): BoardItem[] {
  const items: BoardItem[] = [];
  let cursor: string | undefined;
  do {
    const page = boardAsOf(db, { asOf: { axis, date } }, { limit: 7, cursor });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

const someDates = (history: History): LocalDate[] => {
  const dice = new Dice(history.seed);
  const dates = history.events.flatMap((event) => axes.map((axis) => dayOf[axis](event)));
  return Array.from({ length: 6 }, () => dice.pick(dates));
};

describe('any valid history, read as of a date', () => {
  it('shows the board that its facts tell, on each axis', () => {
    for (const { history, db } of told)
      for (const axis of axes)
        for (const date of [...someDates(history), history.today])
          expect(wholeBoard(db, axis, date).map(asLine).sort()).toEqual(
            waitedFor(history.events, axis, date).sort(),
          );
  });

  it('shows the meetings as they were planned', () => {
    for (const { history, db } of told)
      for (const axis of axes)
        for (const date of someDates(history)) {
          const planned = [...streamsAsOf(history.events, axis, date)].flatMap(([stream, facts]) => {
            const state = facts.filter(isEventOf.meeting).reduce(meeting.evolve, meeting.initial);
            return state.exists ? [`${stream} ${state.date} ${state.phase}`] : [];
          });
          const shown = listBodies(db).flatMap(({ id }) =>
            meetingsOf(db, id, { axis, date }).map(
              (brief) => `meeting-${brief.id} ${brief.date} ${brief.phase}`,
            ),
          );
          expect(shown.sort()).toEqual(planned.sort());
        }
  });

  it('is as now when read as of today, on each axis', () => {
    for (const { history, log, db } of told) {
      const { today } = history;
      for (const axis of axes) {
        const asOf = { axis, date: today };
        expect(boardAsOf(db, { asOf }, { limit: 200 })).toEqual(boardAsOf(db, {}, { limit: 200 }));
        expect(balanceAsOf(db, { asOf }, today)).toEqual(balanceAsOf(db, {}, today));
        expect(expectedFeedback(db, { asOf }, today, { limit: 200 })).toEqual(
          expectedFeedback(db, {}, today, { limit: 200 }),
        );
        for (const { id } of boardAsOf(db, { kind: 'assignment' }).items)
          expect(asOfState(log, { kind: 'assignment', id }, asOf, timeZone)).toEqual(
            asOfState(log, { kind: 'assignment', id }, undefined, timeZone),
          );
      }
    }
  });

  it('compares two boards as they are one by one', () => {
    for (const { history, db } of told)
      for (const axis of axes) {
        const [from = '', to = ''] = someDates(history);
        const key = ({ id, milestone }: BoardItem): string => `${id} ${String(milestone)}`;
        const before = new Map(wholeBoard(db, axis, from).map((item) => [key(item), item]));
        const after = new Map(wholeBoard(db, axis, to).map((item) => [key(item), item]));
        const { items } = compareBoard(db, axis, from, to, {}, { limit: 200 });
        const told = (kind: string): string[] =>
          items
            .flatMap(({ change, from: was, to: is }) =>
              change === kind && (was ?? is) ? [key((was ?? is) as BoardItem)] : [],
            )
            .sort();
        expect(told('added')).toEqual([...after.keys()].filter((id) => !before.has(id)).sort());
        expect(told('removed')).toEqual([...before.keys()].filter((id) => !after.has(id)).sort());
        expect(told('changed')).toEqual(
          [...before]
            .filter(([id, item]) => after.has(id) && JSON.stringify(after.get(id)) !== JSON.stringify(item))
            .map(([id]) => id)
            .sort(),
        );
      }
  });

  it('replays each stream, cut after any fact, to the state its facts tell', () => {
    for (const { history, log } of told) {
      const ids = new Set(
        history.events.flatMap(({ stream }) => (stream.startsWith('assignment-') ? [stream.slice(11)] : [])),
      );
      for (const id of ids) {
        const steps = replay(log, { kind: 'assignment', id }, undefined, timeZone);
        steps.forEach(({ state }, at) => {
          const facts = steps.slice(0, at + 1).map(({ event }) => event);
          expect(facts.filter(isEventOf.assignment).reduce(assignment.evolve, assignment.initial)).toEqual(
            state,
          );
        });
        expect(steps.at(-1)?.state).toEqual(
          asOfState(log, { kind: 'assignment', id }, undefined, timeZone)?.state,
        );
      }
    }
  });
});
