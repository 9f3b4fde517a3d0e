import { assignment } from '../domain/assignment/assignment.js';
import type { AssignmentEvent } from '../domain/assignment/events.js';
import { addDays, compareDates, weekday } from '../domain/calendar.js';
import { fold } from '../domain/decider.js';
import type { Recorded } from '../domain/events.js';
import type { Capacity, LetterKind, RungName, Withheld } from '../domain/reminder/events.js';
import type { LetterState } from '../domain/reminder/letter.js';
import { plan } from '../domain/reminder/plan.js';
import { policyPeriods } from '../domain/reminder/policy.js';
import { secretariesOf } from '../domain/reminder/recipients.js';
import { swedishHolidays, WorkingDays } from '../domain/reminder/working-days.js';
import type { Instant, LocalDate } from '../domain/when.js';
import { getBody, listBodies, personById } from '../projections/directory.js';
import type { Db } from '../projections/projection.js';
import {
  type LedgerRung,
  letterById,
  meetingsBetween,
  meetingsFor,
  type PlannedFilter,
  plannedKey,
  type PlannedKey,
  plannedRungs,
  rungsOf,
  toldOf,
} from '../projections/reminders.js';
import { type Page, pageLimit, pageOf, type PageRequest, readCursor, type Sql } from '../projections/sql.js';
import { letterId } from './deliver.js';
import { whoGets } from './recipients.js';

/** The chair's letter comes so many days before a meeting. */
const briefDays = 10;

const days = new WorkingDays(swedishHolidays);

/** The day of the secretaries' letter in the week of a day: its first working day. */
export const digestDay = (inWeek: LocalDate): LocalDate =>
  days.onOrAfter(addDays(inWeek, 1 - weekday(inWeek)));

/** The day of the chair's letter before a meeting. */
export const briefDay = (meeting: LocalDate): LocalDate => days.onOrBefore(addDays(meeting, -briefDays));

/** The last day on which a meeting can be whose letter goes out by a day: closed days move it to before. */
export const lastBriefed = (by: LocalDate): LocalDate => addDays(by, briefDays + 14);

/** The persons who hold a chair's role in a body. */
export const chairsOf = (db: Db, body: string): readonly string[] =>
  getBody(db, body)?.state.roles.flatMap(({ kind, holders }) => (kind === 'chair' ? holders : [])) ?? [];

/** Somebody who is to get a letter as things are now, or has a letter about it. */
export interface PlannedReader {
  readonly person: string;
  readonly capacity: Capacity;
  readonly letter?: { readonly id: string } & Pick<LetterState, 'phase' | 'kept' | 'why'>;
  /** Why it is not in that letter after all. */
  readonly withheld?: Withheld;
}

/** Something that is to go out, or would if nothing stood in its way. */
export interface PlannedLetter {
  readonly kind: LetterKind;
  readonly day: LocalDate;
  readonly body: string;
  readonly assignment?: string;
  readonly rung?: RungName;
  readonly role?: string;
  /** The meeting it is about. */
  readonly meeting?: string;
  /** Why it does not go out. */
  readonly why?: Withheld;
  /** Only when there is something new to tell. */
  readonly onlyWithNews: boolean;
  readonly to: readonly PlannedReader[];
}

type Keyed = PlannedLetter & { readonly key: PlannedKey };

/**
 * Everything planned for a period, by day, page by page: reminders, the secretaries' weekly letters and the chairs'
 * briefs. To whom is told as people and roles are known today. A letter that is begun is told with how far it has come.
 */
export function plannedLetters(
  db: Db,
  filter: PlannedFilter,
  request: PageRequest = {},
): Page<PlannedLetter> {
  const limit = pageLimit(request);
  const after = readCursor(request, 4);
  const rungs = plannedRungs(db, filter, limit + 1, after).map((rung) =>
    reminderPlanned(db, rung, filter.today),
  );
  const others = [...digestsPlanned(db, filter), ...briefsPlanned(db, filter)].filter(
    ({ key }) => after === undefined || compareKeys(key, after) > 0,
  );
  const found = [...rungs, ...others].sort((a, b) => compareKeys(a.key, b.key)).slice(0, limit + 1);
  return pageOf(
    found,
    limit,
    ({ key }) => key,
    ({ key: _, ...planned }) => planned,
  );
}

/** What the plan of one assignment is told from. */
export interface PlannedOf {
  readonly id: string;
  /** The assignment's, in order. */
  readonly events: readonly Recorded<AssignmentEvent>[];
  readonly today: LocalDate;
  readonly localDay: (instant: Instant) => LocalDate;
}

/** What is to be sent about one assignment, or does not go out and why, by day. */
export const plannedAbout = (db: Db, of: PlannedOf): PlannedLetter[] =>
  [
    ...rungsOf(db, of.id)
      .filter(({ done, held }) => done === 0 || held !== null)
      .map((rung) => reminderPlanned(db, rung, of.today))
      .map(({ key: _, ...planned }) => planned),
    ...fellAway(db, of),
  ].sort((a, b) => compareDates(a.day, b.day));

/** What was to be sent about a deadline and fell away when it was moved, as meetings and roles are known today. */
function fellAway(db: Db, { id, events, today, localDay }: PlannedOf): PlannedLetter[] {
  const told = toldOf(db, id);
  return events.flatMap((move, at): PlannedLetter[] => {
    if (move.type !== 'DeadlineMoved') return [];
    const before = fold(assignment, events.slice(0, at));
    const owner = getBody(db, before.body)?.state;
    if (!owner) return [];
    const { statement, rungs } = plan(
      {
        assignment: before,
        meetings: meetingsFor(db, before.recipient ?? before.body),
        policies: policyPeriods(owner, localDay),
        steering: { asked: [] },
        localDay,
      },
      days,
    );
    const movedOn = localDay(move.recordedAt);
    return before.responsible.flatMap((role) =>
      rungs
        .filter(
          ({ name, on }) =>
            on >= movedOn &&
            !told.some(
              ({ item }) => item.statement === statement && item.rung === name && item.role === role,
            ),
        )
        .map(({ name, on, meeting }): PlannedLetter => {
          const about = { assignment: id, statement, rung: name, role, body: before.body };
          return {
            kind: 'reminder',
            day: on,
            body: before.body,
            assignment: id,
            rung: name,
            role,
            ...(meeting !== undefined && { meeting }),
            why: 'moved',
            onlyWithNews: false,
            to: whoGets(db, about, on > today ? on : today).all,
          };
        }),
    );
  });
}

function compareKeys(a: readonly Sql[], b: readonly Sql[]): number {
  for (const [at, part] of a.entries()) {
    const [left, right] = [String(part), String(b[at])];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

function reminderPlanned(db: Db, rung: LedgerRung, today: LocalDate): Keyed {
  const { day, body, assignment, role, meeting, done, held } = rung;
  const told =
    held === null
      ? toldOf(db, assignment).filter(
          ({ item }) =>
            item.statement === rung.statement && item.rung === rung.rung && item.role === rung.role,
        )
      : [];
  const { all, left, none } = whoGets(db, rung, day > today ? day : today);
  const to: readonly PlannedReader[] = [
    ...told.map(({ person, letter, item, withheld }) => ({
      person,
      capacity: item.capacity,
      ...letterOf(db, letter),
      ...(withheld !== null && { withheld }),
    })),
    ...(held !== null ? all : done === 0 ? left : []),
  ];
  const why = held ?? (to.length === 0 ? none : undefined);
  return {
    key: plannedKey(rung),
    kind: 'reminder',
    day,
    body,
    assignment,
    rung: rung.rung,
    role,
    onlyWithNews: false,
    to,
    ...(meeting !== null && { meeting }),
    ...(why !== undefined && { why }),
  };
}

const letterOf = (db: Db, id: string): Pick<PlannedReader, 'letter'> => {
  const found = letterById(db, id);
  if (!found) return {};
  const { phase, kept, why } = JSON.parse(found.state) as LetterState;
  return { letter: { id, phase, kept, why } };
};

/** Digests and briefs stand before the reminders of a day. */
const keyOfOther = (day: LocalDate, kind: 'digest' | 'brief', about: string): PlannedKey => [
  day,
  '',
  kind,
  about,
];

function digestsPlanned(db: Db, { bodies, from, to }: PlannedFilter): Keyed[] {
  const owners = listBodies(db, bodies);
  const found: Keyed[] = [];
  for (let week = from; digestDay(week) <= to; week = addDays(week, 7)) {
    const day = digestDay(week);
    if (day < from) continue;
    for (const { id } of owners) {
      const body = getBody(db, id)?.state;
      found.push({
        key: keyOfOther(day, 'digest', id),
        kind: 'digest',
        day,
        body: id,
        onlyWithNews: true,
        ...readers(db, body ? secretariesOf(body) : [], 'digest', id, day),
      });
    }
  }
  return found;
}

const briefsPlanned = (db: Db, { bodies, from, to }: PlannedFilter): Keyed[] =>
  meetingsBetween(db, from, lastBriefed(to)).flatMap(({ id, body, date }): Keyed[] => {
    const day = briefDay(date);
    if (day < from || day > to || (bodies && !bodies.includes(body))) return [];
    return [
      {
        key: keyOfOther(day, 'brief', id),
        kind: 'brief',
        day,
        body,
        meeting: id,
        onlyWithNews: false,
        ...readers(db, chairsOf(db, body), 'brief', id, day),
      },
    ];
  });

function readers(
  db: Db,
  people: readonly string[],
  kind: 'digest' | 'brief',
  about: string,
  day: LocalDate,
): Pick<PlannedLetter, 'to' | 'why'> {
  const to = [...new Set(people)].flatMap((person): PlannedReader[] =>
    personById(db, person)?.state.email === undefined
      ? []
      : [
          {
            person,
            capacity: 'holder',
            ...letterOf(db, letterId({ kind, person, day, about, items: [] })),
          },
        ],
  );
  return { to, ...(to.length === 0 && { why: 'nobodyToReach' }) };
}
