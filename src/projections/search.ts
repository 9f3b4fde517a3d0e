import { type Envelope, isOfNoBody, parseStream, type StreamName } from '../domain/events.js';
import { formatDate } from '../domain/swedish-dates.js';
import { Bulk } from './bulk.js';
import { type Db, type Folds, onEvery, projection } from './projection.js';
import { rows, run } from './sql.js';
import { words } from './words.js';

/** What a text that can be found is. Reports and reasons stand under what they report on or give the reason for. */
export const searchKinds = [
  'decision',
  'assignment',
  'matter',
  'milestone',
  'meeting',
  'role',
  'report',
  'reason',
] as const;
export type SearchKind = (typeof searchKinds)[number];

/** One text that can be found: a thing whose wording may change, or something said once. */
interface Entry {
  readonly kind: SearchKind;
  readonly subject: StreamName;
  readonly part: string;
  /** The position of the fact it begins with, when that is in the batch. */
  readonly begins?: number;
  /** What was said, when it cannot change. */
  readonly said?: string;
}

type Work = Map<string, Entry>;

const thing = (work: Work, event: Envelope, kind: SearchKind, begins: boolean, part = ''): void => {
  const key = `${kind} ${event.stream} ${part}`;
  const first = begins ? Number(event.position) : work.get(key)?.begins;
  work.set(key, { kind, subject: event.stream, part, begins: first });
};

const saying = (
  work: Work,
  { stream, position }: Envelope,
  kind: 'report' | 'reason',
  ...texts: readonly (string | undefined)[]
): void => {
  const said = inLines(texts);
  if (said !== '')
    work.set(position, { kind, subject: stream, part: position, begins: Number(position), said });
};

const reason = (event: Envelope & { readonly data: { readonly reason?: string } }, work: Work): void => {
  saying(work, event, 'reason', event.data.reason);
};

const inLines = (texts: readonly (string | undefined)[]): string =>
  texts.filter((text) => text !== undefined && text !== '').join('\n');

/**
 * Everything people write, to be found by its words: decisions, assignments, matters and their milestones, meetings,
 * roles, reports and reasons, in their newest wording. Names of persons are not in it.
 */
export const search = projection<Work>({
  name: 'search',
  version: 1,
  schema: `
    CREATE TABLE search_text (
      entry INTEGER PRIMARY KEY,
      kind TEXT NOT NULL,
      subject TEXT NOT NULL,
      part TEXT NOT NULL,
      body TEXT NOT NULL,
      title TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX search_text_subject ON search_text (subject)
      WHERE kind NOT IN ('report', 'reason');
    CREATE VIRTUAL TABLE search_index USING fts5 (
      title, text, scope,
      content = '', contentless_delete = 1,
      tokenize = 'unicode61 remove_diacritics 0', prefix = '3 4'
    );`,
  begin: () => new Map(),
  on: {
    BodyRegistered: 'ignored',
    PartyGroupFormed: 'ignored',
    PartyJoined: 'ignored',
    PartyLeft: 'ignored',
    RoleDefined: (event, work) => {
      thing(work, event, 'role', true, event.data.role);
    },
    RoleHolderAppointed: 'ignored',
    RoleHolderLeft: 'ignored',
    ReminderPolicySet: 'ignored',
    CycleEntryPlaced: 'ignored',
    MeetingScheduled: (event, work) => {
      thing(work, event, 'meeting', true);
    },
    MeetingMoved: (event, work) => {
      thing(work, event, 'meeting', false);
      reason(event, work);
    },
    MeetingCancelled: reason,
    MeetingHeld: 'ignored',
    PerCapsulamOpened: 'ignored',
    PerCapsulamConcluded: (event, work) => {
      saying(work, event, 'report', event.data.outcome);
    },
    NotesApproved: 'ignored',
    PerCapsulamReported: 'ignored',
    MatterOpened: (event, work) => {
      thing(work, event, 'matter', true);
    },
    MilestonePlanned: (event, work) => {
      thing(work, event, 'milestone', true, event.data.milestone);
    },
    MilestoneMoved: (event, work) => {
      thing(work, event, 'milestone', false, event.data.milestone);
      reason(event, work);
    },
    MilestoneReached: (event, work) => {
      saying(work, event, 'report', event.data.note);
    },
    MilestoneDropped: reason,
    MatterLinked: (event, work) => {
      thing(work, event, 'matter', false);
    },
    MatterClosed: reason,
    MatterReopened: reason,
    DecisionRecorded: (event, work) => {
      thing(work, event, 'decision', true);
    },
    PointMarkedNoActionNeeded: reason,
    DecisionConfirmed: 'ignored',
    DecisionCorrected: (event, work) => {
      thing(work, event, 'decision', false);
      reason(event, work);
    },
    DecisionAmended: (event, work) => {
      thing(work, event, 'decision', false);
      reason(event, work);
    },
    DecisionSuperseded: reason,
    DecisionRevoked: reason,
    DecisionDispatched: 'ignored',
    AssignmentGiven: (event, work) => {
      thing(work, event, 'assignment', true);
    },
    CommitmentPromoted: 'ignored',
    RecipientNamed: 'ignored',
    ResponsibleAdded: 'ignored',
    ResponsibleReleased: reason,
    DeliverableDefined: (event, work) => {
      thing(work, event, 'assignment', false);
    },
    PreconditionMet: (event, work) => {
      saying(work, event, 'report', event.data.note);
    },
    AssignmentAcknowledged: (event, work) => {
      saying(work, event, 'report', event.data.note);
    },
    ProgressReported: (event, work) => {
      saying(work, event, 'report', event.data.text);
    },
    DeliverableReported: (event, work) => {
      saying(work, event, 'report', event.data.text, event.data.why);
    },
    DeadlineMoved: (event, work) => {
      thing(work, event, 'assignment', false);
      reason(event, work);
    },
    FinalReportSubmitted: (event, work) => {
      saying(work, event, 'report', event.data.text, event.data.document);
    },
    WrongAssigneeReported: (event, work) => {
      saying(work, event, 'report', event.data.text);
    },
    SupplementRequested: (event, work) => {
      if (event.data.deadline) thing(work, event, 'assignment', false);
      saying(work, event, 'report', event.data.text);
    },
    AssignmentClosed: reason,
    AssignmentReopened: reason,
    AssignmentReplaced: reason,
    ...onEvery('person', 'ignored'),
    ...onEvery('register', 'ignored'),
    ...onEvery('reminder', 'ignored'),
    ...onEvery('letter', 'ignored'),
    ...onEvery('feed', 'ignored'),
    ...onEvery('view', 'ignored'),
  },
  flush: (work, { db, folds }) => {
    write([...work.values()], db, folds);
    work.clear();
  },
});

interface Written {
  readonly body: string;
  readonly title: string;
  readonly text: string;
}

const texts = new Bulk('search_text', ['entry', 'kind', 'subject', 'part', 'body', 'title', 'text'], {
  update: ['title', 'text'],
});
const indexed = new Bulk('search_index', ['rowid', 'title', 'text', 'scope']);

interface Row extends Written {
  readonly entry: number;
  readonly kind: SearchKind;
  readonly subject: StreamName;
  readonly part: string;
}

/**
 * Few statements, each in the order of the entries: the index writes out all it holds back before every statement, and
 * whenever it is to step back.
 */
function write(entries: readonly Entry[], db: Db, folds: Folds): void {
  const reworded = rewordedIn(
    entries.filter(({ begins }) => begins === undefined),
    db,
    folds,
  ).sort((a, b) => a.entry - b.entry);
  const begun: Row[] = [];
  for (const { begins, kind, subject, part, said } of entries) {
    if (begins === undefined) continue;
    const { body, title, text } = wordingOf({ kind, subject, part, said }, folds);
    begun.push({ entry: begins, kind, subject, part: said === undefined ? part : '', body, title, text });
  }
  const now = [...reworded, ...begun];
  if (reworded.length > 0)
    run(
      db,
      'DELETE FROM search_index WHERE rowid IN (SELECT value FROM json_each(?))',
      JSON.stringify(reworded.map(({ entry }) => entry)),
    );
  texts.write(
    db,
    now.map(({ entry, kind, subject, part, body, title, text }) => [
      entry,
      kind,
      subject,
      part,
      body,
      title,
      text,
    ]),
  );
  indexed.write(
    db,
    now.map(({ entry, kind, body, title, text }) => [
      entry,
      title,
      text,
      `${kindToken(kind)} ${bodyToken(body)}`,
    ]),
  );
}

/** The entries that say something else now than what stands. */
function rewordedIn(entries: readonly Entry[], db: Db, folds: Folds): Row[] {
  if (entries.length === 0) return [];
  const wanted = new Map(
    entries.map((entry) => [JSON.stringify([entry.subject, entry.kind, entry.part]), entry]),
  );
  const known = rows<Row>(
    db,
    `SELECT t.* FROM json_each(?) w CROSS JOIN search_text t
     ON t.subject = w.value ->> 0 AND t.kind = w.value ->> 1 AND t.part = w.value ->> 2
       AND t.kind NOT IN ('report', 'reason')`,
    `[${[...wanted.keys()].join()}]`,
  );
  if (known.length < wanted.size) throw new Error('something is to be reworded that was never written');
  return known.flatMap((stood) => {
    const entry = wanted.get(JSON.stringify([stood.subject, stood.kind, stood.part]));
    const now = entry && wordingOf(entry, folds);
    return now && (now.title !== stood.title || now.text !== stood.text) ? [{ ...stood, ...now }] : [];
  });
}

/** How the index spells the kind and the body of an entry: one word each. */
export const kindToken = (kind: SearchKind): string => `k${kind}`;
export const bodyToken = (body: string): string => `b${body.toLowerCase().replace(/[^a-z0-9]/gu, '')}`;

function wordingOf({ kind, subject, part, said }: Entry, folds: Folds): Written {
  const stream = parseStream(subject);
  const { id } = stream;
  const written = (body: string, title: string, ...texts: readonly (string | undefined)[]): Written => ({
    body,
    title: clean(title),
    text: clean(inLines(texts)),
  });
  switch (kind) {
    case 'report':
    case 'reason':
      return written(bodyOf(stream, folds), '', said);
    case 'decision': {
      const { body, title, points } = folds.state('decision', id);
      return written(body, title, ...points.map(({ text }) => text));
    }
    case 'assignment': {
      const { body, title, deadline, deliverables, preconditions } = folds.state('assignment', id);
      const named = [...deliverables, ...preconditions].map(({ text }) => text);
      return written(body, title, ...named, deadline.original);
    }
    case 'matter': {
      const { body, title, number, description, links } = folds.state('matter', id);
      const linked = links.flatMap((link) => [link.kind === 'document' ? link.target : undefined, link.note]);
      return written(body, title, number, description, ...linked);
    }
    case 'milestone': {
      const { body, milestones } = folds.state('matter', id);
      const found = milestones.find(({ milestone }) => milestone === part);
      return written(body, found?.label ?? '', found?.window.original);
    }
    case 'meeting': {
      const { body, kind: form, date, title, place } = folds.state('meeting', id);
      const when = `${words.meetingKind[form].sv} ${formatDate(date, 'sv')}`;
      const called = `${when.charAt(0).toUpperCase()}${when.slice(1)}`;
      return title === undefined ? written(body, called, place) : written(body, title, called, place);
    }
    case 'role': {
      const found = folds.state('body', id).roles.find(({ role }) => role === part);
      return written(id, found?.title ?? '');
    }
  }
}

/** One spelling for what looks the same; the file would end a text at a NUL. */
function clean(text: string): string {
  const normal = text.normalize('NFC');
  return normal.includes('\u0000') ? normal.replaceAll('\u0000', ' ') : normal;
}

function bodyOf({ kind, id }: ReturnType<typeof parseStream>, folds: Folds): string {
  if (kind === 'body') return id;
  if (kind === 'reminder') return folds.state('assignment', id).body;
  return isOfNoBody(kind) ? '' : folds.state(kind, id).body;
}
