import type { BodyState } from '../domain/body/body.js';
import type { RoleKind } from '../domain/body/events.js';
import { type EventOf, idOf, type Recorded } from '../domain/events.js';
import type { Language } from '../domain/person/events.js';
import type { PersonState } from '../domain/person/person.js';
import type { AsOf } from './as-of.js';
import { type Db, onEvery, projection, type Tools } from './projection.js';
import {
  type Page,
  pageLimit,
  pageOf,
  oneOf,
  type PageRequest,
  readCursor,
  row,
  rows,
  run,
  type Sql,
  where,
} from './sql.js';
import { swedishSortKey } from './swedish-sort.js';
import { holds, timelineSchema, Timelines, type TimelineTable } from './timeline.js';

const roleVersions: TimelineTable<'body'> = {
  name: 'role_version',
  kind: 'body',
  columns: ['title TEXT NOT NULL', 'kind TEXT NOT NULL', 'party TEXT', 'holders TEXT NOT NULL'],
  versions: ({ roles }) =>
    roles.map(({ role, title, kind, party, holders }) => ({
      part: role,
      values: [title, kind, party ?? null, JSON.stringify(holders)],
    })),
};

interface Work {
  readonly timelines: Timelines<'body'>;
  readonly bodies: Set<string>;
  readonly parties: Map<string, readonly [body: string, party: string]>;
  readonly roles: Map<string, readonly [body: string, role: string]>;
  readonly persons: Set<string>;
  readonly erased: Set<string>;
}

const touchBody = (event: Recorded, work: Work): void => {
  const id = idOf(event.stream);
  work.bodies.add(id);
  work.timelines.note(id, event);
};
const touchRole = (
  event: Recorded<EventOf<'RoleDefined' | 'RoleHolderAppointed' | 'RoleHolderLeft'>>,
  work: Work,
): void => {
  const body = idOf(event.stream);
  touchBody(event, work);
  work.roles.set(`${body} ${event.data.role}`, [body, event.data.role]);
};
const touchParty = (event: Recorded<EventOf<'PartyJoined' | 'PartyLeft'>>, work: Work): void => {
  const body = idOf(event.stream);
  touchBody(event, work);
  work.parties.set(`${body} ${event.data.party}`, [body, event.data.party]);
};
const touchPerson = ({ stream }: { readonly stream: string }, work: Work): void => {
  work.persons.add(idOf(stream));
};

/** Bodies with their parties, roles and holders; persons, as long as they are not erased. */
export const directory = projection<Work>({
  name: 'directory',
  version: 2,
  schema: `
    CREATE TABLE body (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      short_name TEXT NOT NULL,
      sort TEXT NOT NULL,
      revision INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX body_sort ON body (sort, id);
    CREATE TABLE party (
      body TEXT NOT NULL,
      party TEXT NOT NULL,
      name TEXT NOT NULL,
      party_group TEXT,
      has_left INTEGER NOT NULL,
      PRIMARY KEY (body, party)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE role (
      body TEXT NOT NULL,
      role TEXT NOT NULL,
      title TEXT NOT NULL,
      kind TEXT NOT NULL,
      party TEXT,
      holders TEXT NOT NULL,
      PRIMARY KEY (body, role)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX role_party ON role (body, party);
    ${timelineSchema(roleVersions)}
    CREATE TABLE role_holder (
      person TEXT NOT NULL,
      body TEXT NOT NULL,
      role TEXT NOT NULL,
      PRIMARY KEY (person, body, role)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX role_holder_role ON role_holder (body, role);
    CREATE TABLE person (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      sort TEXT NOT NULL,
      email TEXT,
      language TEXT NOT NULL,
      revision INTEGER NOT NULL,
      state TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX person_sort ON person (sort, id);
    CREATE TABLE person_erased (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;`,
  begin: (tools) => ({
    timelines: new Timelines(roleVersions, tools),
    bodies: new Set(),
    parties: new Map(),
    roles: new Map(),
    persons: new Set(),
    erased: new Set(),
  }),
  on: {
    BodyRegistered: touchBody,
    PartyGroupFormed: touchBody,
    PartyJoined: touchParty,
    PartyLeft: touchParty,
    RoleDefined: touchRole,
    RoleHolderAppointed: touchRole,
    RoleHolderLeft: touchRole,
    ReminderPolicySet: touchBody,
    CycleEntryPlaced: touchBody,
    ...onEvery('meeting', 'ignored'),
    ...onEvery('matter', 'ignored'),
    ...onEvery('decision', 'ignored'),
    ...onEvery('assignment', 'ignored'),
    ...onEvery('person', touchPerson),
    PersonErased: ({ data }, work) => {
      work.persons.add(data.person);
      work.erased.add(data.person);
    },
    ...onEvery('reminder', 'ignored'),
    ...onEvery('letter', 'ignored'),
    ...onEvery('feed', 'ignored'),
    ...onEvery('view', 'ignored'),
  },
  flush: (work, tools) => {
    work.timelines.flush();
    for (const id of work.bodies) writeBody(id, tools);
    for (const [body, party] of work.parties.values()) writeParty(body, party, tools);
    for (const [body, role] of work.roles.values()) writeRole(body, role, tools);
    for (const id of work.persons) writePerson(id, tools);
    for (const id of work.erased)
      run(tools.db, 'INSERT INTO person_erased VALUES (?) ON CONFLICT DO NOTHING', id);
    for (const collected of [work.bodies, work.parties, work.roles, work.persons, work.erased])
      collected.clear();
  },
});

function writeBody(id: string, { db, folds }: Tools): void {
  const state = folds.state('body', id);
  run(
    db,
    'INSERT INTO body VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, short_name = excluded.short_name, sort = excluded.sort, revision = excluded.revision, state = excluded.state',
    id,
    state.name,
    state.shortName,
    swedishSortKey(state.name),
    folds.standing('body', id).revision,
    JSON.stringify(state),
  );
}

function writeParty(body: string, id: string, { db, folds }: Tools): void {
  const party = folds.state('body', body).parties.find((known) => known.party === id);
  if (!party) return;
  run(
    db,
    'INSERT OR REPLACE INTO party VALUES (?, ?, ?, ?, ?)',
    body,
    id,
    party.name,
    party.group ?? null,
    Number(party.left),
  );
}

function writeRole(body: string, id: string, { db, folds }: Tools): void {
  const role = folds.state('body', body).roles.find((known) => known.role === id);
  run(db, 'DELETE FROM role_holder WHERE body = ? AND role = ?', body, id);
  if (!role) return;
  run(
    db,
    'INSERT OR REPLACE INTO role VALUES (?, ?, ?, ?, ?, ?)',
    body,
    id,
    role.title,
    role.kind,
    role.party ?? null,
    JSON.stringify(role.holders),
  );
  for (const person of role.holders)
    run(db, 'INSERT INTO role_holder VALUES (?, ?, ?) ON CONFLICT DO NOTHING', person, body, id);
}

function writePerson(id: string, { db, folds }: Tools): void {
  const state = folds.state('person', id);
  run(db, 'DELETE FROM person WHERE id = ?', id);
  if (!state.exists) return;
  run(
    db,
    'INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?)',
    id,
    state.name,
    swedishSortKey(state.name),
    state.email ?? null,
    state.language,
    folds.standing('person', id).revision,
    JSON.stringify(state),
  );
}

/** A state with the revision of its stream. */
export interface Revised<S> {
  readonly id: string;
  readonly revision: number;
  readonly state: S;
}

const revised = <S>(found: { readonly id: string; readonly revision: number; readonly state: string }) => ({
  id: found.id,
  revision: found.revision,
  state: JSON.parse(found.state) as S,
});

export interface BodySummary {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly revision: number;
}

/** The bodies by name; only some of them with `ids`. */
export function listBodies(db: Db, ids?: readonly string[]): BodySummary[] {
  const { sql, params } = where(ids && oneOf('id', ids));
  return rows(
    db,
    `SELECT id, name, short_name AS shortName, revision FROM body ${sql} ORDER BY sort, id`,
    ...params,
  );
}

export function getBody(db: Db, id: string): Revised<BodyState> | undefined {
  const found = row<{ id: string; revision: number; state: string }>(
    db,
    'SELECT id, revision, state FROM body WHERE id = ?',
    id,
  );
  return found && revised<BodyState>(found);
}

/** A role of a body, with the title it goes by and who holds it now, by opaque id. */
export interface RoleTitle {
  readonly role: string;
  readonly title: string;
  readonly kind: RoleKind;
  readonly party?: string;
  readonly partyName?: string;
  readonly holders: readonly string[];
}

/** The roles of a body by id, as they are now or as of a date. */
export function roleTitles(db: Db, body: string, asOf?: AsOf): Map<string, RoleTitle> {
  const { sql, params } = where(['v.id = ?', body], holds(asOf, 'v'));
  const found = rows<{
    role: string;
    title: string;
    kind: RoleKind;
    party: string | null;
    partyName: string | null;
    holders: string;
  }>(
    db,
    `SELECT v.part AS role, v.title, v.kind, v.party, party.name AS partyName, v.holders
     FROM role_version AS v LEFT JOIN party ON party.body = v.id AND party.party = v.party ${sql}`,
    ...params,
  );
  return new Map(
    found.map(({ role, title, kind, party, partyName, holders }) => [
      role,
      {
        role,
        title,
        kind,
        ...(party !== null && { party }),
        ...(partyName !== null && { partyName }),
        holders: JSON.parse(holders) as string[],
      },
    ]),
  );
}

/** The roles a person holds now. */
export function rolesHeldBy(db: Db, person: string): { readonly body: string; readonly role: string }[] {
  return rows(db, 'SELECT body, role FROM role_holder WHERE person = ? ORDER BY body, role', person);
}

/** The name of a person; an erased one has none and reads "tidigare handläggare". */
export type PersonName = { readonly kind: 'named'; readonly name: string } | { readonly kind: 'erased' };

/** What to call persons an erased person reads as. */
export const formerOfficial: { readonly [L in Language]: string } = {
  sv: 'tidigare handläggare',
  en: 'former official',
};

/** The names of persons, by id; who was never registered is left out. */
export function personNames(db: Db, ids: readonly string[]): Map<string, PersonName> {
  const { sql, params } = where(oneOf('id', [...new Set(ids)]));
  const erased = rows<{ id: string }>(db, `SELECT id FROM person_erased ${sql}`, ...params);
  const named = rows<{ id: string; name: string }>(db, `SELECT id, name FROM person ${sql}`, ...params);
  return new Map<string, PersonName>([
    ...erased.map(({ id }): [string, PersonName] => [id, { kind: 'erased' }]),
    ...named.map(({ id, name }): [string, PersonName] => [id, { kind: 'named', name }]),
  ]);
}

/** A person, `undefined` when never registered or erased. */
export function personById(db: Db, id: string): Revised<PersonState> | undefined {
  const found = row<{ id: string; revision: number; state: string }>(
    db,
    'SELECT id, revision, state FROM person WHERE id = ?',
    id,
  );
  return found && revised<PersonState>(found);
}

/** Whether a person has been erased. */
export const isErased = (db: Db, id: string): boolean =>
  row(db, 'SELECT 1 AS erased FROM person_erased WHERE id = ?', id) !== undefined;

/** Everyone who has been erased. */
export const erasedPersons = (db: Db): string[] =>
  rows<{ id: string }>(db, 'SELECT id FROM person_erased').map(({ id }) => id);

/** Persons by name. */
export function listPersons(db: Db, request: PageRequest = {}): Page<Revised<PersonState>> {
  const limit = pageLimit(request);
  const after = readCursor(request, 2);
  const { sql, params } = where(after && ['(sort, id) > (?, ?)', ...after]);
  const found = rows<{ id: string; revision: number; state: string; sort: string }>(
    db,
    `SELECT id, revision, state, sort FROM person ${sql} ORDER BY sort, id LIMIT ?`,
    ...params,
    limit + 1,
  );
  return pageOf(found, limit, ({ sort, id }): Sql[] => [sort, id], revised<PersonState>);
}
