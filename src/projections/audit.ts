import {
  type EventType,
  isOfNoBody,
  kindOf,
  parseStream,
  type Recorded,
  type StreamKind,
  type StreamName,
  streamOf,
} from '../domain/events.js';
import { happenedBy, type LocalDate } from '../domain/when.js';
import { Bulk } from './bulk.js';
import { type Db, type Folds, onEvery, projection, type Tools } from './projection.js';
import {
  among,
  type Condition,
  type Page,
  pageLimit,
  pageOf,
  type PageRequest,
  readCursor,
  row,
  rows,
  run,
  type Sql,
  where,
} from './sql.js';

/** The three dates of a fact; each can give the audit trail its period and order. */
export type FactDate = 'happened' | 'stated' | 'recorded';

interface Work {
  readonly found: Recorded[];
  readonly erased: string[];
}

const note = (event: Recorded, { found }: Work): void => {
  found.push(event);
};

/** The audit trail: a narrow row per event, to find events by; what they say is read from the log. */
export const audit = projection<Work>({
  name: 'audit',
  version: 1,
  schema: `
    CREATE TABLE audit (
      position INTEGER PRIMARY KEY,
      stream TEXT NOT NULL,
      body TEXT,
      type TEXT NOT NULL,
      actor TEXT NOT NULL,
      recorded TEXT NOT NULL,
      stated TEXT NOT NULL,
      happened TEXT NOT NULL
    ) STRICT;
    CREATE INDEX audit_erasable ON audit (stream) WHERE body IS NULL;`,
  indexes: `
    CREATE INDEX audit_stream ON audit (stream);
    CREATE INDEX audit_body ON audit (body);
    CREATE INDEX audit_type ON audit (type);
    CREATE INDEX audit_actor ON audit (actor);
    CREATE INDEX audit_recorded ON audit (recorded);
    CREATE INDEX audit_stated ON audit (stated);
    CREATE INDEX audit_happened ON audit (happened);`,
  begin: () => ({ found: [], erased: [] }),
  on: {
    ...onEvery('body', note),
    ...onEvery('meeting', note),
    ...onEvery('matter', note),
    ...onEvery('decision', note),
    ...onEvery('assignment', note),
    ...onEvery('person', note),
    PersonErased: (event, work) => {
      note(event, work);
      work.erased.push(event.data.person);
    },
    ...onEvery('reminder', note),
    ...onEvery('letter', note),
    ...onEvery('feed', note),
    ...onEvery('view', note),
  },
  flush: ({ found, erased }, tools) => {
    places.write(
      tools.db,
      found.map((event) => placeOf(event, tools)),
    );
    for (const person of erased)
      run(tools.db, 'DELETE FROM audit WHERE body IS NULL AND stream = ?', streamOf('person', person));
    found.length = 0;
    erased.length = 0;
  },
});

const places = new Bulk('audit', [
  'position',
  'stream',
  'body',
  'type',
  'actor',
  'recorded',
  'stated',
  'happened',
]);

const placeOf = (event: Recorded, tools: Tools): Sql[] => [
  Number(event.position),
  event.stream,
  bodyOf(event, tools.folds),
  event.type,
  event.actor.id,
  tools.localDay(event.recordedAt),
  event.statedAt,
  happenedBy(event),
];

function bodyOf(event: Recorded, folds: Folds): string | null {
  const kind = kindOf[event.type];
  const { id } = parseStream(event.stream);
  if (kind === 'body') return id;
  if (kind === 'reminder') return folds.state('assignment', id).body;
  return isOfNoBody(kind) ? null : folds.state(kind, id).body;
}

/** What the audit trail may be narrowed to. The period lies on `date`, both days included, and so does the order. */
export interface AuditFilter {
  /** Only these bodies; what belongs to no body (persons, erasures) is then left out. */
  readonly bodies?: readonly string[];
  readonly subject?: { readonly kind: StreamKind; readonly id: string };
  readonly actor?: string;
  readonly type?: EventType;
  /** Left out: `recorded`, which without a period is the order of the log. */
  readonly date?: FactDate;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly order?: 'newest' | 'oldest';
}

/** A place in the audit trail. `recorded` is the local day of the recording, `happened` the day by which it had happened. */
export interface AuditRow {
  readonly position: string;
  readonly subject: { readonly kind: StreamKind; readonly id: string };
  readonly body: string | null;
  readonly type: EventType;
  /** Opaque id of who recorded it. */
  readonly actor: string;
  readonly recorded: LocalDate;
  readonly stated: LocalDate;
  readonly happened: LocalDate;
}

interface Found {
  readonly position: number;
  readonly stream: StreamName;
  readonly body: string | null;
  readonly type: EventType;
  readonly actor: string;
  readonly recorded: LocalDate;
  readonly stated: LocalDate;
  readonly happened: LocalDate;
}

/** A page of the audit trail, newest first unless told. What the facts say is in the log, at these positions. */
export function auditPage(db: Db, filter: AuditFilter, request: PageRequest = {}): Page<AuditRow> {
  const { date = 'recorded', from, to, bodies } = filter;
  const limit = pageLimit(request);
  const [direction, beyond] = filter.order === 'oldest' ? ['ASC', '>'] : ['DESC', '<'];
  const byLog = date === 'recorded' && from === undefined && to === undefined;
  const key = byLog ? ['position'] : [date, 'position'];
  const after = readCursor(request, key.length);
  const narrow = narrowing(filter);
  const { sql, params } = where(
    bodies && among('body', bodies),
    ...narrow.map(({ column, value }): Condition => [`${column} = ?`, value]),
    from !== undefined && [`${date} >= ?`, from],
    to !== undefined && [`${date} <= ?`, to],
    after && [`(${key.join(', ')}) ${beyond} (${key.map(() => '?').join(', ')})`, ...after],
  );
  const found = rows<Found>(
    db,
    `SELECT position, stream, body, type, actor, recorded, stated, happened
     FROM audit ${through(db, narrow, byLog ? undefined : date)} ${sql}
     ORDER BY ${key.map((column) => `${column} ${direction}`).join(', ')} LIMIT ?`,
    ...params,
    limit + 1,
  );
  return pageOf(
    found,
    limit,
    (last) => (byLog ? [last.position] : [last[date], last.position]),
    ({ position, stream, ...rest }) => ({
      ...rest,
      position: String(position),
      subject: parseStream(stream),
    }),
  );
}

interface Narrow {
  readonly column: 'stream' | 'actor' | 'type' | 'body';
  readonly value: string;
}

function narrowing({ subject, actor, type, bodies }: AuditFilter): Narrow[] {
  const [body, ...others] = bodies ?? [];
  return [
    ...(subject ? [{ column: 'stream' as const, value: streamOf(subject.kind, subject.id) }] : []),
    ...(actor === undefined ? [] : [{ column: 'actor' as const, value: actor }]),
    ...(type === undefined ? [] : [{ column: 'type' as const, value: type }]),
    ...(body !== undefined && others.length === 0 ? [{ column: 'body' as const, value: body }] : []),
  ];
}

const few = 500;

/**
 * The index a page is read through: one whose matches are few enough to sort, or else one that is already in the order
 * of the page.
 */
function through(db: Db, narrow: readonly Narrow[], date: FactDate | undefined): string {
  const rare = narrow.find(
    ({ column, value }) =>
      (row<{ count: number }>(
        db,
        `SELECT count(*) AS count FROM (SELECT 1 FROM audit WHERE ${column} = ? LIMIT ${few})`,
        value,
      )?.count ?? 0) < few,
  );
  const column = rare?.column ?? date ?? narrow[0]?.column;
  return column === undefined ? 'NOT INDEXED' : `INDEXED BY audit_${column}`;
}
