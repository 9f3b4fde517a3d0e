import { idOf } from '../domain/events.js';
import type { MeetingKind } from '../domain/meeting/events.js';
import type { LetterItem, LetterKind, ReminderItem, RungName, Withheld } from '../domain/reminder/events.js';
import type { LetterPhase } from '../domain/reminder/letter.js';
import { type HeldRung, type NoRung, plan } from '../domain/reminder/plan.js';
import { kindOfRung, policyPeriods } from '../domain/reminder/policy.js';
import { swedishHolidays, WorkingDays } from '../domain/reminder/working-days.js';
import type { Instant, LocalDate } from '../domain/when.js';
import { Bulk } from './bulk.js';
import { type Db, onEvery, projection, type Tools } from './projection.js';
import { oneOf, row, rows, run, type Sql, where } from './sql.js';

interface Work {
  readonly assignments: Set<string>;
  readonly meetings: Set<string>;
  readonly bodies: Set<string>;
  readonly letters: Set<string>;
  readonly days: WorkingDays;
}

const rungs = new Bulk(
  'reminder_rung',
  ['assignment', 'statement', 'rung', 'role', 'day', 'body', 'meeting', 'done', 'held'],
  { update: ['day', 'body', 'meeting', 'done', 'held'] },
);
const plans = new Bulk(
  'reminder_plan',
  ['assignment', 'body', 'hearing', 'open', 'statement', 'none', 'instead', 'withheld'],
  { update: ['body', 'hearing', 'open', 'statement', 'none', 'instead', 'withheld'] },
);
const items = new Bulk('letter_item', [
  'assignment',
  'letter',
  'statement',
  'rung',
  'role',
  'person',
  'item',
  'withheld',
]);

/**
 * Every rung of every open assignment, for each of its roles, and whether it has been seen to; every letter and what it
 * says. Worked out from the log alone: which of it is due depends on the day one asks.
 */
export const reminders = projection<Work>({
  name: 'reminders',
  version: 5,
  schema: `
    CREATE TABLE reminder_rung (
      assignment TEXT NOT NULL,
      statement INTEGER NOT NULL,
      rung TEXT NOT NULL,
      role TEXT NOT NULL,
      day TEXT NOT NULL,
      body TEXT NOT NULL,
      meeting TEXT,
      done INTEGER NOT NULL,
      held TEXT,
      PRIMARY KEY (assignment, statement, rung, role)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE reminder_plan (
      assignment TEXT PRIMARY KEY,
      body TEXT NOT NULL,
      hearing TEXT NOT NULL,
      open INTEGER NOT NULL,
      statement INTEGER NOT NULL,
      none TEXT NOT NULL,
      instead TEXT NOT NULL,
      withheld TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reminder_plan_hearing ON reminder_plan (hearing) WHERE open = 1;
    CREATE INDEX reminder_plan_body ON reminder_plan (body) WHERE open = 1;
    CREATE TABLE reminder_meeting (
      id TEXT PRIMARY KEY,
      body TEXT NOT NULL,
      date TEXT NOT NULL,
      kind TEXT NOT NULL,
      cancelled INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reminder_meeting_date ON reminder_meeting (date, id);
    CREATE INDEX reminder_meeting_body ON reminder_meeting (body, date);
    CREATE TABLE letter (
      id TEXT PRIMARY KEY,
      kind TEXT NOT NULL,
      person TEXT NOT NULL,
      day TEXT NOT NULL,
      about TEXT,
      phase TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      copies INTEGER NOT NULL,
      until TEXT NOT NULL,
      last_at TEXT NOT NULL,
      state TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX letter_open ON letter (last_at) WHERE phase IN ('claimed', 'handedOver', 'refused', 'lost');
    CREATE INDEX letter_day ON letter (day, id);
    CREATE INDEX letter_person ON letter (person, day);
    CREATE TABLE letter_item (
      assignment TEXT NOT NULL,
      letter TEXT NOT NULL,
      statement INTEGER NOT NULL,
      rung TEXT NOT NULL,
      role TEXT NOT NULL,
      person TEXT NOT NULL,
      item TEXT NOT NULL,
      withheld TEXT,
      PRIMARY KEY (assignment, letter, statement, rung, role)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX letter_item_letter ON letter_item (letter);`,
  indexes: `
    CREATE INDEX reminder_rung_due ON reminder_rung (day, assignment, rung, role) WHERE done = 0;
    CREATE INDEX reminder_rung_day ON reminder_rung (day, assignment, rung, role);`,
  begin: () => ({
    assignments: new Set(),
    meetings: new Set(),
    bodies: new Set(),
    letters: new Set(),
    days: new WorkingDays(swedishHolidays),
  }),
  on: {
    ...onEvery('body', 'ignored'),
    ReminderPolicySet: (event, work) => {
      work.bodies.add(idOf(event.stream));
    },
    ...onEvery('meeting', (event, work: Work) => {
      work.meetings.add(idOf(event.stream));
    }),
    ...onEvery('matter', 'ignored'),
    ...onEvery('decision', 'ignored'),
    ...onEvery('assignment', (event, work: Work) => {
      work.assignments.add(idOf(event.stream));
    }),
    ...onEvery('person', 'ignored'),
    ...onEvery('register', 'ignored'),
    ...onEvery('reminder', (event, work: Work) => {
      work.assignments.add(idOf(event.stream));
    }),
    ...onEvery('letter', (event, work: Work) => {
      work.letters.add(idOf(event.stream));
    }),
    ...onEvery('feed', 'ignored'),
    ...onEvery('view', 'ignored'),
  },
  flush: (work, tools) => {
    const { db } = tools;
    for (const id of work.letters)
      for (const assignment of writeLetter(id, tools)) work.assignments.add(assignment);
    const hearing = new Set([...work.meetings].map((id) => writeMeeting(id, tools)));
    for (const assignment of openWhere(db, 'hearing', hearing)) work.assignments.add(assignment);
    for (const assignment of openWhere(db, 'body', work.bodies)) work.assignments.add(assignment);
    writePlans(work, tools);
    for (const collected of [work.assignments, work.meetings, work.bodies, work.letters]) collected.clear();
  },
});

const openWhere = (db: Db, column: 'hearing' | 'body', values: ReadonlySet<string>): string[] =>
  [...values].flatMap((value) =>
    rows<{ assignment: string }>(
      db,
      `SELECT assignment FROM reminder_plan WHERE open = 1 AND ${column} = ?`,
      value,
    ).map(({ assignment }) => assignment),
  );

function writeMeeting(id: string, { db, folds }: Tools): string {
  const { body, date, kind, phase } = folds.state('meeting', id);
  run(
    db,
    'INSERT OR REPLACE INTO reminder_meeting VALUES (?, ?, ?, ?, ?)',
    ...[id, body, date, kind, Number(phase === 'cancelled')],
  );
  return body;
}

const keyOf = ({ assignment, statement, rung, role }: ReminderItem): string =>
  [assignment, statement, rung, role].join(' ');

/** Writes a letter with its items; tells for which assignments that changes who has been written to. */
function writeLetter(id: string, { db, folds }: Tools): ReadonlySet<string> {
  const state = folds.state('letter', id);
  const { kind, person, day, about, phase, attempts, copies, until, lastAt } = state;
  const was = row<{ phase: LetterPhase }>(db, 'SELECT phase FROM letter WHERE id = ?', id)?.phase;
  run(
    db,
    'INSERT OR REPLACE INTO letter VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[id, kind, person, day, about ?? null, phase, attempts, copies, until, lastAt, JSON.stringify(state)],
  );
  const told = new Map<string, (string | number | null)[]>();
  const tell = (item: LetterItem, why: Withheld | null): void => {
    const { assignment, statement, rung, role } = item;
    told.set(keyOf(item), [assignment, id, statement, rung, role, person, JSON.stringify(item), why]);
  };
  for (const { item, why } of state.left) tell(item, why);
  for (const item of state.items) tell(item, null);
  const before = rows<ReminderItem & { readonly item: string; readonly withheld: string | null }>(
    db,
    'SELECT assignment, statement, rung, role, item, withheld FROM letter_item WHERE letter = ?',
    id,
  );
  const isTold = (known: (typeof before)[number]): boolean => {
    const now = told.get(keyOf(known));
    return now !== undefined && now[6] === known.item && now[7] === known.withheld;
  };
  const sameItems = before.length === told.size && before.every(isTold);
  if (sameItems && (was === 'failed') === (phase === 'failed')) return new Set();
  run(db, 'DELETE FROM letter_item WHERE letter = ?', id);
  items.write(db, [...told.values()]);
  return new Set([
    ...before.map(({ assignment }) => assignment),
    ...[...state.left.map(({ item }) => item), ...state.items].map(({ assignment }) => assignment),
  ]);
}

function writePlans({ assignments, days }: Work, { db, folds, localDay }: Tools): void {
  const meetings = new Map<string, ReturnType<typeof meetingsFor>>();
  folds.load('assignment', assignments);
  folds.load('reminder', assignments);
  const planned = [...assignments].flatMap((id) => {
    const state = folds.state('assignment', id);
    if (!state.exists) return [];
    const hearing = state.recipient ?? state.body;
    const known = meetings.get(hearing) ?? meetingsFor(db, hearing);
    meetings.set(hearing, known);
    const steering = folds.state('reminder', id);
    const policies = policyPeriods(folds.state('body', state.body), localDay);
    const made = plan({ assignment: state, meetings: known, policies, steering, localDay }, days);
    return [{ id, state, hearing, steering, made }];
  });
  plans.write(
    db,
    planned.map(({ id, state, hearing, steering, made }) => [
      id,
      state.body,
      hearing,
      Number(state.phase !== 'closed'),
      made.statement,
      made.none,
      JSON.stringify(steering.instead),
      JSON.stringify(steering.withheld.map(({ why }) => why)),
    ]),
  );
  const ids = JSON.stringify(planned.map(({ id }) => id));
  const seenTo = seenToOf(db, ids);
  const written: (string | number | null)[][] = [];
  for (const { id, state, steering, made } of planned) {
    for (const role of state.responsible) {
      const done = [
        ...(seenTo.get(id)?.get(role) ?? []),
        ...steering.withheld
          .filter((known) => known.role === role && known.statement === made.statement)
          .map(({ rung, on }) => ({ rung, on })),
      ];
      const last = done.reduce((day, { on }) => (on > day ? on : day), '');
      for (const { name, on, meeting } of made.rungs) {
        const seen = kindOfRung(name) === 'now' ? done.some(({ rung }) => rung === name) : on <= last;
        // What was due before a pause and has not gone out does not go out in it.
        const held = !seen && steering.paused && on < steering.paused.from ? 'paused' : null;
        const settled = Number(seen || held !== null);
        written.push([id, made.statement, name, role, on, state.body, meeting ?? null, settled, held]);
      }
      for (const { name, on, meeting, why } of made.held)
        if (!done.some(({ rung }) => rung === name))
          written.push([id, made.statement, name, role, on, state.body, meeting ?? null, 1, why]);
    }
  }
  writeRungs(db, ids, written);
}

/** Of the rungs of some assignments, writes those that are new or other than before, and removes those that are no more. */
function writeRungs(db: Db, assignments: string, written: readonly (readonly Sql[])[]): void {
  const before = new Map(
    rows<{ key: string; line: string }>(
      db,
      `SELECT json_array(assignment, statement, rung, role) AS key,
         json_array(assignment, statement, rung, role, day, body, meeting, done, held) AS line
       FROM reminder_rung WHERE assignment IN (SELECT value FROM json_each(?))`,
      assignments,
    ).map(({ key, line }) => [key, line]),
  );
  if (before.size === 0) {
    rungs.write(db, written);
    return;
  }
  const keyed = written.map((line) => ({ key: JSON.stringify(line.slice(0, 4)), line }));
  rungs.write(
    db,
    keyed.flatMap(({ key, line }) => (before.get(key) === JSON.stringify(line) ? [] : [line])),
  );
  for (const { key } of keyed) before.delete(key);
  if (before.size > 0)
    run(
      db,
      `DELETE FROM reminder_rung WHERE (assignment, statement, rung, role) IN
         (SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(?))`,
      `[${[...before.keys()].join(',')}]`,
    );
}

/** The meetings of a body by date, as they are planned now. */
export const meetingsFor = (db: Db, body: string) =>
  rows<{ id: string; date: LocalDate; kind: MeetingKind; cancelled: number }>(
    db,
    'SELECT id, date, kind, cancelled FROM reminder_meeting WHERE body = ? ORDER BY date, id',
    body,
  ).map(({ cancelled, ...meeting }) => ({ ...meeting, cancelled: cancelled === 1 }));

interface Seen {
  readonly rung: string;
  readonly on: LocalDate;
}

/**
 * Per assignment and role, the rungs that everyone they were last meant for has a letter about. What was refused for good
 * is no letter.
 */
function seenToOf(db: Db, assignments: string): ReadonlyMap<string, ReadonlyMap<string, readonly Seen[]>> {
  const found = rows<{ assignment: string; role: string; rung: string; people: string; items: string }>(
    db,
    `SELECT i.assignment, i.role, i.rung,
       json_group_array(i.person) AS people, json_group_array(json(i.item)) AS items
     FROM letter_item AS i JOIN reminder_plan AS p ON p.assignment = i.assignment AND p.statement = i.statement
       JOIN letter AS l ON l.id = i.letter
     WHERE i.assignment IN (SELECT value FROM json_each(?)) AND i.withheld IS NULL AND l.phase <> 'failed'
     GROUP BY i.assignment, i.role, i.rung`,
    assignments,
  );
  const seen = new Map<string, Map<string, Seen[]>>();
  for (const { assignment, role, rung, people, items: list } of found) {
    const written = new Set(JSON.parse(people) as string[]);
    const told = JSON.parse(list) as LetterItem[];
    if (!told.some(({ to }) => to.every((person) => written.has(person)))) continue;
    const on = told.reduce((day, item) => (item.on > day ? item.on : day), '');
    const roles = seen.get(assignment) ?? new Map<string, Seen[]>();
    seen.set(assignment, roles.set(role, [...(roles.get(role) ?? []), { rung, on }]));
  }
  return seen;
}

/** Every letter about a rung for a role, and how it stands; those it fell out of before it was written are left out. */
export const lettersFor = (
  db: Db,
  { assignment, statement, rung, role }: Pick<RungRow, 'assignment' | 'statement' | 'rung' | 'role'>,
): { readonly person: string; readonly phase: LetterPhase }[] =>
  rows(
    db,
    `SELECT i.person, l.phase FROM letter_item AS i JOIN letter AS l ON l.id = i.letter
     WHERE i.assignment = ? AND i.statement = ? AND i.rung = ? AND i.role = ? AND i.withheld IS NULL`,
    assignment,
    statement,
    rung,
    role,
  );

/** A rung for one role of an assignment. */
export interface RungRow {
  readonly assignment: string;
  readonly statement: number;
  readonly rung: string;
  readonly role: string;
  readonly day: LocalDate;
  readonly body: string;
  readonly meeting: string | null;
}

const rungColumns = 'assignment, statement, rung, role, day, body, meeting';

/** What comes after a day, up to and including another, and is not seen to, by day. */
export const comingRungs = (db: Db, after: LocalDate, upTo: LocalDate, limit: number): RungRow[] =>
  rows<RungRow>(
    db,
    `SELECT ${rungColumns} FROM reminder_rung WHERE done = 0 AND day > ? AND day <= ?
     ORDER BY day, assignment, rung, role LIMIT ?`,
    after,
    upTo,
    limit,
  );

/** Of each assignment and role the last rung that is due on a day and not seen to, the oldest first. */
export const lastDueRungs = (db: Db, today: LocalDate, limit: number): RungRow[] =>
  rows<RungRow>(
    db,
    `SELECT assignment, statement, rung, role, max(day) AS day, body, meeting FROM reminder_rung
     WHERE done = 0 AND day <= ? GROUP BY assignment, role ORDER BY 5, assignment, role LIMIT ?`,
    today,
    limit,
  );

/** The rung as it stands now, seen to or not; none when something stands in its way. */
export const rungNow = (
  db: Db,
  { assignment, statement, rung, role }: Pick<RungRow, 'assignment' | 'statement' | 'rung' | 'role'>,
): (RungRow & { readonly done: number }) | undefined =>
  row(
    db,
    `SELECT ${rungColumns}, done FROM reminder_rung
     WHERE assignment = ? AND statement = ? AND rung = ? AND role = ? AND held IS NULL`,
    assignment,
    statement,
    rung,
    role,
  );

/** Why an assignment has no more rungs, and which statement of its deadline they are about. */
export const planOf = (
  db: Db,
  assignment: string,
): { readonly statement: number; readonly none: NoRung } | undefined =>
  row(db, 'SELECT statement, none FROM reminder_plan WHERE assignment = ?', assignment);

/** Who is reminded instead of the holders of the roles of an assignment, by role. */
export function insteadOf(db: Db, assignment: string): Readonly<Record<string, string>> {
  const found = row<{ instead: string }>(
    db,
    'SELECT instead FROM reminder_plan WHERE assignment = ?',
    assignment,
  );
  return found ? (JSON.parse(found.instead) as Record<string, string>) : {};
}

/** A rung with how it stands: seen to, or why it will not go out. */
export interface LedgerRung extends RungRow {
  readonly done: number;
  readonly held: HeldRung['why'] | null;
}

/** All rungs of one assignment, by day. */
export const rungsOf = (db: Db, assignment: string): LedgerRung[] =>
  rows(
    db,
    `SELECT ${rungColumns}, done, held FROM reminder_rung WHERE assignment = ? ORDER BY day, rung, role`,
    assignment,
  );

export interface PlannedFilter {
  readonly bodies?: readonly string[];
  /** The first day; what is older and has not been seen to comes along. */
  readonly from: LocalDate;
  /** Of what is due by this day and has not been seen to, only the newest about each assignment and role goes out. */
  readonly today: LocalDate;
  readonly to: LocalDate;
  /** Also what has been seen to. */
  readonly seenTo?: boolean;
  /** Also what will not go out. */
  readonly held?: boolean;
}

/** The place of something in the list of what is to go out. */
export type PlannedKey = readonly [day: LocalDate, assignment: string, rung: RungName, role: string];

export const plannedKey = ({
  day,
  assignment,
  rung,
  role,
}: Pick<RungRow, 'day' | 'assignment' | 'rung' | 'role'>): PlannedKey => [day, assignment, rung, role];

/** What is to go out in a period, in order; at most `limit` after a key. */
export function plannedRungs(
  db: Db,
  { bodies, from, today, to, seenTo, held }: PlannedFilter,
  limit: number,
  after?: readonly Sql[],
): LedgerRung[] {
  const oldest =
    row<{ day: LocalDate | null }>(db, 'SELECT min(day) AS day FROM reminder_rung WHERE done = 0')?.day ??
    from;
  const { sql, params } = where(
    ['day BETWEEN ? AND ?', oldest < from ? oldest : from, to],
    ['(day >= ? OR done = 0)', from],
    !seenTo && ['(done = 0 OR held IS NOT NULL)'],
    !held && ['held IS NULL'],
    [
      `(done = 1 OR day > ? OR NOT EXISTS (
         SELECT 1 FROM reminder_rung AS n
         WHERE n.assignment = r.assignment AND n.statement = r.statement AND n.role = r.role
           AND n.done = 0 AND n.day > r.day AND n.day <= ?))`,
      today,
      today,
    ],
    bodies && oneOf('+body', bodies),
    after && ['(day, assignment, rung, role) > (?, ?, ?, ?)', ...after],
  );
  return rows<LedgerRung>(
    db,
    `SELECT ${rungColumns}, done, held FROM reminder_rung AS r ${sql}
     ORDER BY day, assignment, rung, role LIMIT ?`,
    ...params,
    limit,
  );
}

/** A letter, as far as it has come. `state` is its {@link LetterState} as JSON. */
export interface LetterRow {
  readonly id: string;
  readonly kind: LetterKind;
  readonly person: string;
  readonly day: LocalDate;
  readonly about: string | null;
  readonly phase: LetterPhase;
  readonly attempts: number;
  readonly copies: number;
  readonly until: Instant;
  readonly lastAt: Instant;
  readonly state: string;
}

const letterColumns =
  'l.id, l.kind, l.person, l.day, l.about, l.phase, l.attempts, l.copies, l.until, l.last_at AS lastAt, l.state';

/** Letters that are under way or wait for another try, those that have waited longest first. */
export const openLetters = (db: Db, limit: number): LetterRow[] =>
  rows<LetterRow>(
    db,
    `SELECT ${letterColumns} FROM letter AS l WHERE l.phase IN ('claimed', 'handedOver', 'refused', 'lost')
     ORDER BY l.last_at LIMIT ?`,
    limit,
  );

/** Whether a person has had, or is getting, a letter of a kind on a day. */
export const hasLetter = (db: Db, person: string, day: LocalDate, kind: LetterKind): boolean =>
  row(db, 'SELECT 1 AS found FROM letter WHERE person = ? AND day = ? AND kind = ?', person, day, kind) !==
  undefined;

/** Whether somebody has had a letter about a body or a meeting since a day, is getting it, or there was nothing to say. */
export const hasLetterAbout = (
  db: Db,
  person: string,
  kind: 'digest' | 'brief',
  about: string,
  since: LocalDate,
): boolean =>
  row(
    db,
    `SELECT 1 AS found FROM letter WHERE person = ? AND kind = ? AND about = ? AND day >= ?
     AND phase <> 'failed' AND (phase <> 'withdrawn' OR json_extract(state, '$.why') = 'nothingLeft')`,
    person,
    kind,
    about,
    since,
  ) !== undefined;

/** The meetings of every body in a period at which people meet, as they are planned now. */
export const meetingsBetween = (
  db: Db,
  from: LocalDate,
  to: LocalDate,
): { readonly id: string; readonly body: string; readonly date: LocalDate }[] =>
  rows(
    db,
    `SELECT id, body, date FROM reminder_meeting
     WHERE date BETWEEN ? AND ? AND cancelled = 0 AND kind <> 'perCapsulam' ORDER BY date, id`,
    from,
    to,
  );

/** Letters of a period that could not be delivered, by day; `failed` for good, `refused` for now, `withdrawn` after a day of trying. */
export const undelivered = (db: Db, from: LocalDate, to: LocalDate): LetterRow[] =>
  rows<LetterRow>(
    db,
    `SELECT ${letterColumns} FROM letter AS l
     WHERE l.day >= ? AND l.day <= ? AND (l.phase IN ('failed', 'refused')
       OR (l.phase = 'withdrawn' AND json_extract(l.state, '$.why') = 'dayPassed')) ORDER BY l.day, l.id`,
    from,
    to,
  );

export const letterById = (db: Db, id: string): LetterRow | undefined =>
  row<LetterRow>(db, `SELECT ${letterColumns} FROM letter AS l WHERE l.id = ?`, id);

/** What letters say of an assignment, item by item. */
export interface ToldItem {
  readonly letter: string;
  readonly person: string;
  readonly item: LetterItem;
  /** Why the item fell away when the letter was written. */
  readonly withheld: Withheld | null;
}

/** The assignments somebody has had letters about, and when the last of those letters was accepted; before a letter. */
export const toldBefore = (
  db: Db,
  person: string,
  letter: string,
): { readonly assignments: readonly string[]; readonly last: Instant } => {
  const found = rows<{ assignment: string; at: Instant }>(
    db,
    `SELECT i.assignment, max(l.last_at) AS at FROM letter AS l JOIN letter_item AS i ON i.letter = l.id
     WHERE l.person = ? AND l.kind = 'reminder' AND l.phase = 'accepted' AND l.id <> ?
       AND i.withheld IS NULL AND i.item ->> 'capacity' <> 'secretaryCopy'
     GROUP BY i.assignment ORDER BY i.assignment`,
    person,
    letter,
  );
  return {
    assignments: found.map(({ assignment }) => assignment),
    last: found.reduce((last, { at }) => (at > last ? at : last), ''),
  };
};

export const toldOf = (db: Db, assignment: string): ToldItem[] =>
  rows<Omit<ToldItem, 'item'> & { readonly item: string }>(
    db,
    'SELECT letter, person, item, withheld FROM letter_item WHERE assignment = ? ORDER BY letter, rung, role',
    assignment,
  ).map(({ item, ...told }) => ({ ...told, item: JSON.parse(item) as LetterItem }));

/** How many letters may have arrived twice. */
export const possibleCopies = (db: Db): number =>
  row<{ n: number }>(db, 'SELECT count(*) AS n FROM letter WHERE copies > 0')?.n ?? 0;

/** How many reminders that were due did not go out, by reason: left out when their letter was written, or never begun. */
export const withheldCounts = (db: Db): { readonly why: Withheld; readonly n: number }[] =>
  rows(
    db,
    `SELECT why, count(*) AS n FROM (
       SELECT withheld AS why FROM letter_item WHERE withheld IS NOT NULL
       UNION ALL SELECT w.value FROM reminder_plan, json_each(withheld) AS w WHERE withheld <> '[]'
     ) GROUP BY why`,
  );
