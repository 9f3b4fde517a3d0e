import type { PlannedMeeting } from '../domain/expected-meeting.js';
import type { MeetingKind } from '../domain/meeting/events.js';
import type { MeetingPhase, MeetingState } from '../domain/meeting/meeting.js';
import type { LocalDate } from '../domain/when.js';
import type { AsOf } from './as-of.js';
import type { Revised } from './directory.js';
import { type Db, onEvery, projection, type Tools } from './projection.js';
import {
  type Page,
  pageLimit,
  among,
  oneOf,
  pageOf,
  type PageRequest,
  readCursor,
  row,
  rows,
  run,
  type Sql,
  where,
} from './sql.js';
import { forever, holds, timelineSchema, Timelines, type TimelineTable } from './timeline.js';

/** What has to be known of a meeting to tell what is expected there and what has become of it. */
export interface MeetingBrief extends PlannedMeeting {
  readonly body: string;
  readonly phase: MeetingPhase;
  readonly reportedTo?: string;
  readonly title?: string;
}

const versions: TimelineTable<'meeting'> = {
  name: 'meeting_version',
  kind: 'meeting',
  columns: [
    'body TEXT NOT NULL',
    'date TEXT NOT NULL',
    'kind TEXT NOT NULL',
    'phase TEXT NOT NULL',
    'reported_to TEXT',
    'title TEXT',
  ],
  versions: ({ body, date, kind, phase, reportedTo, title }) => [
    { part: '', values: [body, date, kind, phase, reportedTo ?? null, title ?? null] },
  ],
};

interface Work {
  readonly touched: Set<string>;
  readonly timelines: Timelines<'meeting'>;
}

/** Meetings as they are now, and how they were planned as of any date. */
export const meetings = projection<Work>({
  name: 'meetings',
  version: 1,
  schema: `
    CREATE TABLE meeting (
      id TEXT PRIMARY KEY,
      body TEXT NOT NULL,
      date TEXT NOT NULL,
      kind TEXT NOT NULL,
      phase TEXT NOT NULL,
      revision INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    ${timelineSchema(versions)}`,
  indexes: `
    CREATE INDEX meeting_date ON meeting (date, id);
    CREATE INDEX meeting_body_date ON meeting (body, date, id);
    CREATE INDEX meeting_version_body ON meeting_version (body, date);
    CREATE INDEX meeting_version_now ON meeting_version (body, date, id, kind, phase, reported_to, title)
      WHERE recorded_to = '${forever}';
    CREATE INDEX meeting_version_unreported ON meeting_version (date, id)
      WHERE kind = 'perCapsulam' AND phase = 'held' AND reported_to IS NULL;`,
  begin: (tools) => ({ touched: new Set(), timelines: new Timelines(versions, tools) }),
  on: {
    ...onEvery('body', 'ignored'),
    ...onEvery('meeting', (event, { touched, timelines }: Work) => {
      const id = event.stream.slice('meeting-'.length);
      touched.add(id);
      timelines.note(id, event);
    }),
    ...onEvery('matter', 'ignored'),
    ...onEvery('decision', 'ignored'),
    ...onEvery('assignment', 'ignored'),
    ...onEvery('person', 'ignored'),
    ...onEvery('register', 'ignored'),
    ...onEvery('reminder', 'ignored'),
    ...onEvery('letter', 'ignored'),
    ...onEvery('feed', 'ignored'),
    ...onEvery('view', 'ignored'),
  },
  flush: ({ touched, timelines }, tools) => {
    for (const id of touched) write(id, tools);
    touched.clear();
    timelines.flush();
  },
});

function write(id: string, { db, folds }: Tools): void {
  const state = folds.state('meeting', id);
  run(
    db,
    'INSERT OR REPLACE INTO meeting VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    state.body,
    state.date,
    state.kind,
    state.phase,
    folds.standing('meeting', id).revision,
    JSON.stringify(state),
  );
}

interface MeetingRow {
  readonly id: string;
  readonly date: LocalDate;
  readonly revision: number;
  readonly state: string;
}

const revised = ({ id, revision, state }: MeetingRow): Revised<MeetingState> => ({
  id,
  revision,
  state: JSON.parse(state) as MeetingState,
});

export function getMeeting(db: Db, id: string): Revised<MeetingState> | undefined {
  const found = row<MeetingRow>(db, 'SELECT id, date, revision, state FROM meeting WHERE id = ?', id);
  return found && revised(found);
}

export interface MeetingFilter {
  /** Only these bodies. */
  readonly bodies?: readonly string[];
  readonly year?: number;
  readonly kind?: MeetingKind;
  readonly phase?: MeetingPhase;
  /** Both days included. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** Newest first unless `asc`. */
  readonly order?: 'asc' | 'desc';
}

/** Meetings by date. */
export function listMeetings(
  db: Db,
  filter: MeetingFilter,
  request: PageRequest = {},
): Page<Revised<MeetingState>> {
  const limit = pageLimit(request);
  const after = readCursor(request, 2);
  const [direction, beyond] = filter.order === 'asc' ? ['ASC', '>'] : ['DESC', '<'];
  const year = filter.year?.toString().padStart(4, '0');
  const { sql, params } = where(
    filter.bodies && among('body', filter.bodies),
    year !== undefined && ['date BETWEEN ? AND ?', `${year}-01-01`, `${year}-12-31`],
    filter.kind && ['kind = ?', filter.kind],
    filter.phase && ['phase = ?', filter.phase],
    filter.from !== undefined && ['date >= ?', filter.from],
    filter.to !== undefined && ['date <= ?', filter.to],
    after && [`(date, id) ${beyond} (?, ?)`, ...after],
  );
  const found = rows<MeetingRow>(
    db,
    `SELECT id, date, revision, state FROM meeting ${sql}
     ORDER BY date ${direction}, id ${direction} LIMIT ?`,
    ...params,
    limit + 1,
  );
  return pageOf(found, limit, ({ date, id }) => [date, id], revised);
}

/** Every meeting of a body by date, as it is now. */
export const everyMeeting = (db: Db, body: string): Revised<MeetingState>[] =>
  rows<MeetingRow>(
    db,
    'SELECT id, date, revision, state FROM meeting WHERE body = ? ORDER BY date, id',
    body,
  ).map(revised);

/** The meetings of a body by date, as they are now or as of a date. */
export function meetingsOf(db: Db, body: string, asOf?: AsOf): MeetingBrief[] {
  return meetingsOfAll(db, [body], asOf).get(body) ?? [];
}

/** The meetings of several bodies, by body, each by date. */
export function meetingsOfAll(db: Db, bodies: readonly string[], asOf?: AsOf): Map<string, MeetingBrief[]> {
  const { sql, params } = where(oneOf('body', bodies), holds(asOf));
  const found = rows<{ body: string; list: string }>(
    db,
    `SELECT body, json_group_array(json_array(id, date, kind, phase, reported_to, title) ORDER BY date, id) AS list
     FROM meeting_version ${sql} GROUP BY body`,
    ...params,
  );
  const told = found.map(({ body, list }): [string, MeetingBrief[]] => [
    body,
    (JSON.parse(list) as BriefTexts[]).map(([id, date, kind, phase, reportedTo, title]) =>
      briefOf({ id, body, date, kind, phase, reportedTo, title }),
    ),
  ]);
  return new Map([...bodies.map((body): [string, MeetingBrief[]] => [body, []]), ...told]);
}

type BriefTexts = readonly [
  id: string,
  date: LocalDate,
  kind: MeetingKind,
  phase: MeetingPhase,
  reportedTo: string | null,
  title: string | null,
];

interface BriefRow {
  readonly id: string;
  readonly body: string;
  readonly date: LocalDate;
  readonly kind: MeetingKind;
  readonly phase: MeetingPhase;
  readonly reportedTo: string | null;
  readonly title: string | null;
}

const briefOf = ({ reportedTo, title, ...meeting }: BriefRow): MeetingBrief => ({
  ...meeting,
  cancelled: meeting.phase === 'cancelled',
  ...(reportedTo !== null && { reportedTo }),
  ...(title !== null && { title }),
});

/** Concluded per capsulam and not reported to a meeting, by date; `after` is the date and id of the last one seen. */
export function unreportedPerCapsulam(
  db: Db,
  bodies: readonly string[] | undefined,
  asOf: AsOf | undefined,
  after: readonly Sql[] | undefined,
  limit: number,
): MeetingBrief[] {
  const { sql, params } = where(
    ["kind = 'perCapsulam' AND phase = 'held' AND reported_to IS NULL"],
    holds(asOf),
    bodies && among('body', bodies),
    after && ['(date, id) > (?, ?)', ...after],
  );
  return rows<BriefRow>(
    db,
    `SELECT id, body, date, kind, phase, reported_to AS reportedTo, title FROM meeting_version ${sql}
     ORDER BY date, id LIMIT ?`,
    ...params,
    limit,
  ).map(briefOf);
}
