import { Temporal } from 'temporal-polyfill';
import { localDate } from '../clock.js';
import { addDays } from '../domain/calendar.js';
import { streamOf } from '../domain/events.js';
import type { LetterItem, Withheld } from '../domain/reminder/events.js';
import { secretariesOf } from '../domain/reminder/recipients.js';
import { swedishHolidays, WorkingDays } from '../domain/reminder/working-days.js';
import type { LocalDate } from '../domain/when.js';
import { WrongExpectedRevision } from '../event-store/event-store.js';
import { derivedId } from '../event-store/run-decider.js';
import { getBody, listBodies, personById } from '../projections/directory.js';
import type { Db } from '../projections/projection.js';
import {
  hasLetter,
  hasLetterAbout,
  lastDueRungs,
  meetingsBetween,
  openLetters,
  type RungRow,
} from '../projections/reminders.js';
import { type Attempt, catchUp, deliver, type PostOffice, type Wanted } from './deliver.js';
import { briefDay, chairsOf, digestDay, lastBriefed } from './planned.js';
import { whoGets } from './recipients.js';

/** How many letters ended how. */
export type Swept = { readonly [A in Attempt]: number };

/** Letters go out from this hour on. */
const hour = 8;
/** The most that one letter tells, and the most that one sweep looks at. */
const mostItems = 400;
const mostDue = 5_000;

const days = new WorkingDays(swedishHolidays);

/** The last day whose letters may go out now: today from eight on a working day, else the day before. */
export function lastMorning({ clock }: Pick<PostOffice, 'clock'>): LocalDate {
  const now = Temporal.Instant.from(clock.now()).toZonedDateTimeISO(clock.timeZone);
  const today = clock.today();
  return now.hour >= hour ? today : addDays(today, -1);
}

/** When letters begin to go out on a day, in ms since 1970. */
export const openingOn = (day: LocalDate, timeZone: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds;

/** When what is planned for a day goes out, seen from now: in the morning of that day, at once, or the next working day. */
export function sentAt({ clock }: Pick<PostOffice, 'clock'>, day: LocalDate): number {
  const now = Date.parse(clock.now());
  const today = clock.today();
  const first = days.onOrAfter(day > today ? day : today);
  const opening = openingOn(first, clock.timeZone);
  return first === today ? Math.max(opening, now) : opening;
}

/** Whether letters go out at this moment. */
export const isOpen = (office: Pick<PostOffice, 'clock'>): boolean =>
  lastMorning(office) === office.clock.today() && days.isWorking(office.clock.today());

/**
 * Looks over the log's read models for everything that is due and unsent and sees to it, the oldest first: letters that
 * were begun, then new ones, one per person and day. Needs no queue; two at once do no harm. Throws what the store throws.
 */
export async function sweep(office: PostOffice, concurrency = 4): Promise<Swept> {
  await catchUp(office);
  const { db } = office.models;
  const counts: { [A in Attempt]: number } = {
    accepted: 0,
    refused: 0,
    failed: 0,
    unknown: 0,
    withdrawn: 0,
    busy: 0,
    settled: 0,
    kept: 0,
  };
  await inParallel(begunLetters(db, mostDue), concurrency, async (wanted) => {
    counts[await deliver(office, wanted)] += 1;
  });
  if (!isOpen(office)) return counts;
  await catchUp(office);
  const today = office.clock.today();
  const { letters, nobodyLeft } = lettersDue(db, today);
  for (const { rung, why } of nobodyLeft) await withhold(office, rung, why);
  const all = [...letters, ...digestsDue(office, today), ...briefsDue(db, today)];
  await inParallel(all, concurrency, async (wanted) => {
    counts[await deliver(office, wanted)] += 1;
  });
  return counts;
}

/** Letters that are under way or wait for another try; their own streams say what they are about. */
export const begunLetters = (db: Db, most: number): Wanted[] =>
  openLetters(db, most).map(({ kind, person, day, about }) => ({
    kind,
    person,
    day,
    items: [],
    ...(about !== null && { about }),
  }));

/** What is to be begun on a day: letters, those with the oldest news first, and rungs that nobody is left to get. */
export interface Due {
  readonly letters: readonly Wanted[];
  readonly nobodyLeft: readonly { readonly rung: RungRow; readonly why: Withheld }[];
}

/** The letters to assignees that are to be begun on a day. */
export function lettersDue(db: Db, today: LocalDate): Due {
  const nobodyLeft: Due['nobodyLeft'][number][] = [];
  const letters = new Map<string, LetterItem[]>();
  for (const rung of lastDueRungs(db, today, mostDue)) {
    const { all, left, none } = whoGets(db, rung, today);
    if (none !== undefined) nobodyLeft.push({ rung, why: none });
    const to = all.map(({ person }) => person);
    for (const { person, capacity } of left) {
      const { assignment, statement, role, day } = rung;
      const items = letters.get(person) ?? [];
      items.push({ assignment, rung: rung.rung, statement, role, on: day, capacity, to });
      letters.set(person, items);
    }
  }
  const begun = [...letters].flatMap(([person, items]): Wanted[] =>
    hasLetter(db, person, today, 'reminder')
      ? []
      : [{ kind: 'reminder', person, day: today, items: items.slice(0, mostItems) }],
  );
  return { letters: begun, nobodyLeft };
}

/**
 * The weekly letters to secretaries, on the first working day of a week; on a later one when none has been delivered
 * although the body was known on the first.
 */
export function digestsDue(
  { models: { db }, desk: { log }, clock: { timeZone } }: PostOffice,
  today: LocalDate,
): Wanted[] {
  const first = digestDay(today);
  if (today < first) return [];
  const wasKnown = (id: string): boolean => {
    const [registered] = log.stream(streamOf('body', id));
    return registered !== undefined && localDate(registered.recordedAt, timeZone) < first;
  };
  const due = listBodies(db).flatMap(({ id }) => {
    const body = getBody(db, id)?.state;
    return body ? toEach('digest', id, secretariesOf(body), db, today, first) : [];
  });
  return today === first ? due : due.filter(({ about }) => about !== undefined && wasKnown(about));
}

/** The letters to chairs before a meeting. */
export function briefsDue(db: Db, today: LocalDate): Wanted[] {
  return meetingsBetween(db, addDays(today, 1), lastBriefed(today)).flatMap(({ id, body, date }) =>
    briefDay(date) <= today ? toEach('brief', id, chairsOf(db, body), db, today, '') : [],
  );
}

const toEach = (
  kind: 'digest' | 'brief',
  about: string,
  people: readonly string[],
  db: Db,
  day: LocalDate,
  since: LocalDate,
): Wanted[] =>
  [...new Set(people)].flatMap((person) =>
    personById(db, person)?.state.email === undefined || hasLetterAbout(db, person, kind, about, since)
      ? []
      : [{ kind, person, day, about, items: [] }],
  );

/** Says in the ledger why a rung goes to nobody any more. */
export async function withhold(
  office: PostOffice,
  { assignment, rung, statement, role, day }: RungRow,
  why: Withheld,
): Promise<void> {
  const { store, clock } = office;
  const stream = streamOf('reminder', assignment);
  const last = (await store.read(stream)).at(-1)?.revision;
  const id = derivedId(stream, 'withheld', rung, statement, role);
  try {
    await store.append(
      stream,
      [
        {
          type: 'ReminderWithheld',
          data: { rung, statement, role, on: day, why },
          id,
          occurred: clock.today(),
          statedAt: clock.today(),
          recordedAt: clock.now(),
          actor: { id: 'paminnelser', role: 'system' },
          correlationId: stream,
          causationId: stream,
        },
      ],
      last ?? 'none',
    );
  } catch (error) {
    if (!(error instanceof WrongExpectedRevision)) throw error;
  }
}

/** Does some work for each, so many at a time. */
export async function inParallel<T>(
  all: readonly T[],
  width: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const left = all.values();
  await Promise.all(
    Array.from({ length: Math.min(width, all.length) }, async () => {
      for (const one of left) await work(one);
    }),
  );
}
