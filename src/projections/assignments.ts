import { assignmentPhases, type AssignmentState } from '../domain/assignment/assignment.js';
import type { AssignmentKind } from '../domain/assignment/events.js';
import type { Recorded } from '../domain/events.js';
import type { Instant, LocalDate } from '../domain/when.js';
import { Bulk } from './bulk.js';
import type { Revised } from './directory.js';
import { type Db, onEvery, projection, type Tools } from './projection.js';
import { rememberedStates } from './states.js';
import {
  type Condition,
  among,
  oneOf,
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
import { swedishSortKey } from './swedish-sort.js';
import { forever } from './timeline.js';

interface Work {
  readonly given: Set<string>;
  readonly changed: Set<string>;
  readonly responsible: Set<string>;
}

const idOf = ({ stream }: Recorded): string => stream.slice('assignment-'.length);

function touch(event: Recorded, { given, changed, responsible }: Work): void {
  const id = idOf(event);
  changed.add(id);
  if (event.type === 'AssignmentGiven') given.add(id);
  if (
    event.type === 'AssignmentGiven' ||
    event.type === 'ResponsibleAdded' ||
    event.type === 'ResponsibleReleased'
  )
    responsible.add(id);
}

/** Assignments as they are now. `due` is the last day of the deadline, or the end of time. */
export const assignments = projection<Work>({
  name: 'assignments',
  version: 2,
  schema: `
    CREATE TABLE assignment (
      id TEXT PRIMARY KEY,
      body TEXT NOT NULL,
      title TEXT NOT NULL,
      sort TEXT NOT NULL,
      given TEXT NOT NULL,
      kind TEXT NOT NULL,
      phase TEXT NOT NULL,
      open INTEGER NOT NULL,
      vague INTEGER NOT NULL,
      due TEXT NOT NULL,
      recipient TEXT,
      decision TEXT,
      matter TEXT,
      changed TEXT NOT NULL,
      revision INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT;
    CREATE TABLE assignment_role (
      body TEXT NOT NULL,
      role TEXT NOT NULL,
      assignment TEXT NOT NULL,
      PRIMARY KEY (body, role, assignment)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX assignment_role_assignment ON assignment_role (assignment);`,
  indexes: `
    CREATE INDEX assignment_due ON assignment (due, id);
    CREATE INDEX assignment_body_due ON assignment (body, due, id);
    CREATE INDEX assignment_open_due ON assignment (due, id) WHERE open = 1;
    CREATE INDEX assignment_open_body_due ON assignment (body, due, id) WHERE open = 1;
    CREATE INDEX assignment_sort ON assignment (sort, id);
    CREATE INDEX assignment_body_sort ON assignment (body, sort, id);
    CREATE INDEX assignment_given ON assignment (given, id);
    CREATE INDEX assignment_body_given ON assignment (body, given, id);
    CREATE INDEX assignment_changed ON assignment (changed, id);
    CREATE INDEX assignment_body_changed ON assignment (body, changed, id);
    CREATE INDEX assignment_commitment ON assignment (due, id) WHERE kind = 'commitment';
    CREATE INDEX assignment_decision ON assignment (decision) WHERE decision IS NOT NULL;
    CREATE INDEX assignment_matter ON assignment (matter) WHERE matter IS NOT NULL;`,
  begin: () => ({ given: new Set(), changed: new Set(), responsible: new Set() }),
  on: {
    ...onEvery('body', 'ignored'),
    ...onEvery('meeting', 'ignored'),
    ...onEvery('matter', 'ignored'),
    ...onEvery('decision', 'ignored'),
    ...onEvery('assignment', touch),
    ...onEvery('person', 'ignored'),
    ...onEvery('register', 'ignored'),
    ...onEvery('reminder', 'ignored'),
    ...onEvery('letter', 'ignored'),
    ...onEvery('feed', 'ignored'),
    ...onEvery('view', 'ignored'),
  },
  flush: (work, tools) => {
    for (const id of work.changed) write(id, work.given.has(id), tools);
    writeResponsible(work, tools);
    work.given.clear();
    work.changed.clear();
    work.responsible.clear();
  },
});

function write(id: string, isNew: boolean, { db, folds }: Tools): void {
  const state = folds.state('assignment', id);
  const { revision, recordedAt } = folds.standing('assignment', id);
  const changing: readonly Sql[] = [
    state.kind,
    state.phase,
    Number(state.phase !== 'closed'),
    Number(state.deadline.precision !== 'day'),
    state.deadline.latest ?? forever,
    state.recipient ?? null,
    state.decision ?? null,
    state.matter ?? null,
    recordedAt,
    revision,
    packed(state),
  ];
  if (isNew)
    run(
      db,
      'INSERT INTO assignment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      state.body,
      state.title,
      swedishSortKey(state.title),
      state.givenOn,
      ...changing,
    );
  else
    run(
      db,
      `UPDATE assignment SET kind = ?, phase = ?, open = ?, vague = ?, due = ?, recipient = ?, decision = ?, matter = ?,
       changed = ?, revision = ?, state = ? WHERE id = ?`,
      ...changing,
      id,
    );
}

const roles = new Bulk('assignment_role', ['body', 'role', 'assignment']);

function writeResponsible({ given, responsible: changed }: Work, { db, folds }: Tools): void {
  const written: Sql[][] = [];
  for (const id of changed) {
    const { body, responsible } = folds.state('assignment', id);
    if (!given.has(id)) run(db, 'DELETE FROM assignment_role WHERE assignment = ?', id);
    for (const role of new Set(responsible)) written.push([body, role, id]);
  }
  roles.write(db, written);
}

/** How far an assignment has come, or whether it is closed at all. */
export const assignmentStates = [...assignmentPhases, 'open'] as const;
export type AssignmentStateFilter = (typeof assignmentStates)[number];

export const assignmentSorts = ['due', 'title', 'given', 'changed'] as const;
export type AssignmentSort = (typeof assignmentSorts)[number];

/** `role` and `party` are ids within a body: name the body with them. */
export interface AssignmentFilter {
  /** Only these bodies. */
  readonly bodies?: readonly string[];
  /** The party whose role is responsible. */
  readonly party?: string;
  readonly role?: string;
  /** Someone who holds a responsible role now. */
  readonly person?: string;
  readonly recipient?: string;
  readonly decision?: string;
  readonly matter?: string;
  readonly kind?: AssignmentKind;
  readonly state?: AssignmentStateFilter;
  /** The last day of the deadline, both days included. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** Open and not finally reported, and the last day of the deadline lies before `today`. */
  readonly late?: boolean;
  /** The deadline names no day. */
  readonly vague?: boolean;
  readonly sort?: AssignmentSort;
  /** Without it: `desc` for `given` and `changed`, `asc` for the others. */
  readonly order?: 'asc' | 'desc';
}

/** An assignment in a list. `changed` is when its newest fact was recorded. */
export interface AssignmentItem extends Revised<AssignmentState> {
  readonly changed: Instant;
}

interface AssignmentRow {
  readonly id: string;
  readonly revision: number;
  readonly changed: Instant;
  readonly key: string;
}

const statesOf = rememberedStates('assignment', unpacked);

/** A state as JSON that says a deadline that has never moved once. */
const packed = (state: AssignmentState): string =>
  JSON.stringify(state.firstDeadline === state.deadline ? { ...state, firstDeadline: undefined } : state);

function unpacked(text: string): AssignmentState {
  const state = JSON.parse(text) as Omit<AssignmentState, 'firstDeadline'> & Partial<AssignmentState>;
  return { ...state, firstDeadline: state.firstDeadline ?? state.deadline };
}

/** An assignment as it is now. */
export function getAssignment(db: Db, id: string): AssignmentItem | undefined {
  const found = row<Omit<AssignmentRow, 'key'>>(
    db,
    'SELECT id, revision, changed FROM assignment WHERE id = ?',
    id,
  );
  return found && { ...found, state: statesOf(db, [found])(found) };
}

/** The window has passed and those responsible have not reported finally; then it is the body that is waited for. */
export const overdue = `due < ? AND phase <> 'finallyReported'`;

const ofKind: { readonly [K in AssignmentKind]: string } = {
  assignment: "kind = 'assignment'",
  commitment: "kind = 'commitment'",
};

const sortColumns: { readonly [S in AssignmentSort]: string } = {
  due: 'due',
  title: 'sort',
  given: 'given',
  changed: 'changed',
};

/** The assignments whose responsible roles are held by, belong to or are what the filter says. */
export function responsibleConditions(
  filter: Pick<AssignmentFilter, 'bodies' | 'party' | 'role' | 'person'>,
): Condition[] {
  const through = (join: string, condition: string, param: string): Condition => {
    const { sql, params } = where([condition, param], filter.bodies && oneOf('ar.body', filter.bodies));
    return [`id IN (SELECT assignment FROM assignment_role AS ar ${join} ${sql})`, ...params];
  };
  const role = 'JOIN role AS r ON r.body = ar.body AND r.role = ar.role';
  const holder = 'JOIN role_holder AS h ON h.body = ar.body AND h.role = ar.role';
  return [
    filter.role !== undefined && through('', 'ar.role = ?', filter.role),
    filter.party !== undefined && through(role, 'r.party = ?', filter.party),
    filter.person !== undefined && through(holder, 'h.person = ?', filter.person),
  ];
}

/** Whether only open assignments can fit the filter. */
export const openOnly = ({ late, state }: Pick<AssignmentFilter, 'late' | 'state'>): boolean =>
  late === true || (state !== undefined && state !== 'closed');

/** Assignments by deadline, title (in Swedish order), when given or when last changed. */
export function listAssignments(
  db: Db,
  filter: AssignmentFilter,
  today: LocalDate,
  request: PageRequest = {},
): Page<AssignmentItem> {
  const limit = pageLimit(request);
  const after = readCursor(request, 2);
  const sort = filter.sort ?? 'due';
  const column = sortColumns[sort];
  const descending = (filter.order ?? (sort === 'given' || sort === 'changed' ? 'desc' : 'asc')) === 'desc';
  const direction = descending ? 'DESC' : 'ASC';
  const { state } = filter;
  const open = openOnly(filter);
  const { sql, params } = where(
    filter.bodies && among('body', filter.bodies),
    open && ['open = 1'],
    state !== undefined && state !== 'open' && ['phase = ?', state],
    filter.late !== undefined && [filter.late ? overdue : `NOT (open = 1 AND ${overdue})`, today],
    filter.kind && [ofKind[filter.kind]],
    filter.recipient !== undefined && ['recipient = ?', filter.recipient],
    filter.decision !== undefined && ['decision = ?', filter.decision],
    filter.matter !== undefined && ['matter = ?', filter.matter],
    filter.vague !== undefined && ['vague = ?', Number(filter.vague)],
    filter.from !== undefined && ['due >= ?', filter.from],
    filter.to !== undefined && ['due <= ?', filter.to],
    ...responsibleConditions(filter),
    after && [`(${column}, id) ${descending ? '<' : '>'} (?, ?)`, ...after],
  );
  const found = rows<AssignmentRow>(
    db,
    `SELECT id, revision, changed, ${column} AS key FROM assignment ${sql}
     ORDER BY ${column} ${direction}, id ${direction} LIMIT ?`,
    ...params,
    limit + 1,
  );
  const stateOf = statesOf(db, found);
  return pageOf(
    found,
    limit,
    ({ key, id }) => [key, id],
    ({ key: _key, ...item }) => ({ ...item, state: stateOf(item) }),
  );
}
