import { assignment } from '../domain/assignment/assignment.js';
import { fold } from '../domain/decider.js';
import {
  isEventOf,
  isOfNoBody,
  parseStream,
  type Recorded,
  type StreamKind,
  type StreamName,
  streamOf,
} from '../domain/events.js';
import { matter } from '../domain/matter/matter.js';
import type { MeetingKind } from '../domain/meeting/events.js';
import type { LocalDate } from '../domain/when.js';
import type { PersonName } from './directory.js';
import type { Db } from './projection.js';
import { row } from './sql.js';

/**
 * What the ids in events are called now. Roles, parties and groups are named within their body, milestones within their
 * matter, deliverables and preconditions within their assignment. `undefined`: not known, or erased.
 */
export interface Names {
  /** The body a stream belongs to; of a body, itself. */
  bodyOf(stream: StreamName): string | undefined;
  /** The short name. */
  body(id: string): string | undefined;
  role(body: string, id: string): string | undefined;
  party(body: string, id: string): string | undefined;
  group(body: string, id: string): string | undefined;
  meeting(id: string): { readonly date: LocalDate; readonly kind: MeetingKind } | undefined;
  matter(id: string): string | undefined;
  decision(id: string): string | undefined;
  assignment(id: string): string | undefined;
  milestone(matter: string, id: string): string | undefined;
  deliverable(assignment: string, id: string): string | undefined;
  precondition(assignment: string, id: string): string | undefined;
  person(id: string): PersonName | undefined;
}

type Named = 'body' | 'role' | 'party' | 'group' | 'meeting' | 'matter' | 'decision' | 'assignment' | 'view';

interface Row {
  readonly body: string;
  readonly name: string;
  readonly detail: string | null;
}

const titled = (table: string): string =>
  `SELECT body, title AS name, NULL AS detail FROM ${table} WHERE id = ?`;

/** Where the name of each kind of thing stands, by its id; of what belongs to a body, by body and id. */
const sources: { readonly [K in Named]: string } = {
  body: 'SELECT id AS body, short_name AS name, NULL AS detail FROM body WHERE id = ?',
  role: 'SELECT body, title AS name, NULL AS detail FROM role WHERE body = ? AND role = ?',
  party: 'SELECT body, name, NULL AS detail FROM party WHERE body = ? AND party = ?',
  group: `SELECT b.id AS body, g.value ->> 'name' AS name, NULL AS detail
    FROM body AS b, json_each(b.state, '$.groups') AS g WHERE b.id = ? AND g.value ->> 'group' = ?`,
  meeting: 'SELECT body, date AS name, kind AS detail FROM meeting WHERE id = ?',
  matter: titled('matter'),
  decision: titled('decision_log'),
  assignment: titled('assignment'),
  view: 'SELECT body, name, NULL AS detail FROM saved_view WHERE id = ?',
};

/** What gives the events of a stream. */
export interface StreamReader {
  stream(name: StreamName): readonly Recorded[];
}

/**
 * Names as the read models and the log know them, each looked up once: make one per request. `persons` are the names the
 * directory gives; without them nobody is named.
 */
export function namesOf(db: Db, log: StreamReader, persons?: ReadonlyMap<string, PersonName>): Names {
  const found = new Map<string, Row | undefined>();
  const look = (kind: Named, ...ids: readonly string[]): Row | undefined => {
    const key = [kind, ...ids].join(' ');
    if (!found.has(key)) found.set(key, row<Row>(db, sources[kind], ...ids));
    return found.get(key);
  };
  const streams = new Map<StreamName, readonly Recorded[]>();
  const read = (kind: StreamKind, id: string): readonly Recorded[] => {
    const stream = streamOf(kind, id);
    const events = streams.get(stream) ?? log.stream(stream);
    streams.set(stream, events);
    return events;
  };
  const milestones = (id: string) => fold(matter, read('matter', id).filter(isEventOf.matter)).milestones;
  const assigned = (id: string) => fold(assignment, read('assignment', id).filter(isEventOf.assignment));

  return {
    bodyOf: (stream) => {
      const { kind, id } = parseStream(stream);
      if (kind === 'body') return id;
      if (kind === 'reminder') return look('assignment', id)?.body;
      return isOfNoBody(kind) ? undefined : look(kind, id)?.body;
    },
    body: (id) => look('body', id)?.name,
    role: (body, id) => look('role', body, id)?.name,
    party: (body, id) => look('party', body, id)?.name,
    group: (body, id) => look('group', body, id)?.name,
    meeting: (id) => {
      const meeting = look('meeting', id);
      return meeting && { date: meeting.name, kind: meetingKind(meeting.detail) };
    },
    matter: (id) => look('matter', id)?.name,
    decision: (id) => look('decision', id)?.name,
    assignment: (id) => look('assignment', id)?.name,
    milestone: (matter, id) => milestones(matter).find(({ milestone }) => milestone === id)?.label,
    deliverable: (assignment, id) =>
      assigned(assignment).deliverables.find(({ deliverable }) => deliverable === id)?.text,
    precondition: (assignment, id) =>
      assigned(assignment).preconditions.find(({ precondition }) => precondition === id)?.text,
    person: (id) => persons?.get(id),
  };
}

const meetingKind = (text: string | null): MeetingKind =>
  text === 'extra' || text === 'perCapsulam' ? text : 'ordinary';

/** What a stream is called: its title, short name, or (of a meeting) its date. */
export function titleOf(names: Names, stream: StreamName): string | undefined {
  const { kind, id } = parseStream(stream);
  switch (kind) {
    case 'body':
    case 'matter':
    case 'decision':
    case 'assignment':
      return names[kind](id);
    case 'meeting':
      return names.meeting(id)?.date;
    case 'reminder':
      return names.assignment(id);
    case 'person':
    case 'register':
    case 'letter':
    case 'feed':
    case 'view':
      return undefined;
  }
}

/** The persons an event speaks of, besides who recorded it: the ids to look names up for. */
export function personsIn(event: Recorded): readonly string[] {
  if (event.type === 'RoleHolderAppointed' || event.type === 'RoleHolderLeft') return [event.data.person];
  if (event.type === 'ReminderRecipientChanged')
    return event.data.person === undefined ? [] : [event.data.person];
  if (event.type === 'LetterClaimed') return [event.data.person];
  if (!isEventOf.person(event)) return [];
  const { id } = parseStream(event.stream);
  return event.type === 'DeputyNamed' ? [id, event.data.deputy] : [id];
}
