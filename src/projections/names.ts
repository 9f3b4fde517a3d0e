import { assignment } from '../domain/assignment/assignment.js';
import { fold } from '../domain/decider.js';
import {
  isEventOf,
  parseStream,
  type Recorded,
  type StreamKind,
  type StreamName,
  streamOf,
} from '../domain/events.js';
import { matter } from '../domain/matter/matter.js';
import type { MeetingKind } from '../domain/meeting/events.js';
import type { LocalDate } from '../domain/when.js';
import { Bulk } from './bulk.js';
import type { PersonName } from './directory.js';
import { type Db, type Folds, onEvery, projection } from './projection.js';
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

type Named = 'body' | 'role' | 'party' | 'group' | 'meeting' | 'matter' | 'decision' | 'assignment';

/** One thing to name: in a body (roles, parties, groups) or on its own (scope empty). */
interface Thing {
  readonly kind: Named;
  readonly scope: string;
  readonly id: string;
}

interface Row {
  readonly body: string;
  readonly name: string;
  readonly detail: string | null;
}

type Things = Map<string, Thing>;

const own = (things: Things, kind: Named, event: Recorded): void => {
  things.set(event.stream, { kind, scope: '', id: parseStream(event.stream).id });
};

const inBody = (things: Things, kind: 'role' | 'party' | 'group', event: Recorded, id: string): void => {
  const scope = parseStream(event.stream).id;
  things.set(`${kind} ${scope} ${id}`, { kind, scope, id });
};

const labels = new Bulk('name', ['scope', 'kind', 'id', 'body', 'name', 'detail'], {
  update: ['name', 'detail'],
});

/** The names and bodies of everything that has one; no names of persons. */
export const names = projection<Things>({
  name: 'names',
  version: 1,
  schema: `
    CREATE TABLE name (
      scope TEXT NOT NULL,
      kind TEXT NOT NULL,
      id TEXT NOT NULL,
      body TEXT NOT NULL,
      name TEXT NOT NULL,
      detail TEXT,
      PRIMARY KEY (scope, kind, id)
    ) STRICT, WITHOUT ROWID;`,
  begin: () => new Map(),
  on: {
    BodyRegistered: (event, things) => {
      own(things, 'body', event);
    },
    PartyGroupFormed: (event, things) => {
      inBody(things, 'group', event, event.data.group);
    },
    PartyJoined: (event, things) => {
      inBody(things, 'party', event, event.data.party);
    },
    PartyLeft: 'ignored',
    RoleDefined: (event, things) => {
      inBody(things, 'role', event, event.data.role);
    },
    RoleHolderAppointed: 'ignored',
    RoleHolderLeft: 'ignored',
    ReminderPolicySet: 'ignored',
    CycleEntryPlaced: 'ignored',
    MeetingScheduled: (event, things) => {
      own(things, 'meeting', event);
    },
    MeetingMoved: (event, things) => {
      own(things, 'meeting', event);
    },
    MeetingCancelled: 'ignored',
    MeetingHeld: 'ignored',
    PerCapsulamOpened: 'ignored',
    PerCapsulamConcluded: 'ignored',
    NotesApproved: 'ignored',
    PerCapsulamReported: 'ignored',
    MatterOpened: (event, things) => {
      own(things, 'matter', event);
    },
    MilestonePlanned: 'ignored',
    MilestoneMoved: 'ignored',
    MilestoneReached: 'ignored',
    MilestoneDropped: 'ignored',
    MatterLinked: 'ignored',
    MatterClosed: 'ignored',
    MatterReopened: 'ignored',
    DecisionRecorded: (event, things) => {
      own(things, 'decision', event);
    },
    PointMarkedNoActionNeeded: 'ignored',
    DecisionConfirmed: 'ignored',
    DecisionCorrected: (event, things) => {
      if (event.data.title) own(things, 'decision', event);
    },
    DecisionAmended: (event, things) => {
      if (event.data.title) own(things, 'decision', event);
    },
    DecisionSuperseded: 'ignored',
    DecisionRevoked: 'ignored',
    DecisionDispatched: 'ignored',
    AssignmentGiven: (event, things) => {
      own(things, 'assignment', event);
    },
    CommitmentPromoted: 'ignored',
    RecipientNamed: 'ignored',
    ResponsibleAdded: 'ignored',
    ResponsibleReleased: 'ignored',
    DeliverableDefined: 'ignored',
    PreconditionMet: 'ignored',
    AssignmentAcknowledged: 'ignored',
    ProgressReported: 'ignored',
    DeliverableReported: 'ignored',
    DeadlineMoved: 'ignored',
    FinalReportSubmitted: 'ignored',
    WrongAssigneeReported: 'ignored',
    SupplementRequested: 'ignored',
    AssignmentClosed: 'ignored',
    AssignmentReopened: 'ignored',
    AssignmentReplaced: 'ignored',
    ...onEvery('person', 'ignored'),
    ...onEvery('register', 'ignored'),
  },
  flush: (things, { db, folds }) => {
    labels.write(
      db,
      [...things.values()].map((thing) => {
        const { body, name, detail } = named(folds, thing);
        return [thing.scope, thing.kind, thing.id, body, name, detail];
      }),
    );
    things.clear();
  },
});

function named(folds: Folds, { kind, scope, id }: Thing): Row {
  switch (kind) {
    case 'body':
      return { body: id, name: folds.state('body', id).shortName, detail: null };
    case 'group': {
      const found = folds.state('body', scope).groups.find(({ group }) => group === id);
      return { body: scope, name: found?.name ?? '', detail: null };
    }
    case 'party': {
      const found = folds.state('body', scope).parties.find(({ party }) => party === id);
      return { body: scope, name: found?.name ?? '', detail: null };
    }
    case 'role': {
      const found = folds.state('body', scope).roles.find(({ role }) => role === id);
      return { body: scope, name: found?.title ?? '', detail: null };
    }
    case 'meeting': {
      const { body, date, kind } = folds.state('meeting', id);
      return { body, name: date, detail: kind };
    }
    case 'matter':
    case 'decision':
    case 'assignment': {
      const { body, title } = folds.state(kind, id);
      return { body, name: title, detail: null };
    }
  }
}

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
  const look = (kind: Named, id: string, scope = ''): Row | undefined => {
    const key = `${kind} ${scope} ${id}`;
    if (!found.has(key))
      found.set(
        key,
        row<Row>(
          db,
          'SELECT body, name, detail FROM name WHERE scope = ? AND kind = ? AND id = ?',
          ...[scope, kind, id],
        ),
      );
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
      return kind === 'person' || kind === 'register' ? undefined : look(kind, id)?.body;
    },
    body: (id) => look('body', id)?.name,
    role: (body, id) => look('role', id, body)?.name,
    party: (body, id) => look('party', id, body)?.name,
    group: (body, id) => look('group', id, body)?.name,
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
    case 'person':
    case 'register':
      return undefined;
  }
}

/** The persons an event speaks of, besides who recorded it: the ids to look names up for. */
export function personsIn(event: Recorded): readonly string[] {
  if (event.type === 'RoleHolderAppointed' || event.type === 'RoleHolderLeft') return [event.data.person];
  if (!isEventOf.person(event)) return [];
  const { id } = parseStream(event.stream);
  return event.type === 'DeputyNamed' ? [id, event.data.deputy] : [id];
}
