import { assignment, type AssignmentState } from '../../domain/assignment/assignment.js';
import type { AssignmentEvent } from '../../domain/assignment/events.js';
import { body, type BodyState } from '../../domain/body/body.js';
import { addDays, weekOf } from '../../domain/calendar.js';
import { decision } from '../../domain/decision/decision.js';
import { fold } from '../../domain/decider.js';
import { isEventOf, type Recorded, streamOf } from '../../domain/events.js';
import { expectedAnswer } from '../../domain/expected-meeting.js';
import type { LetterItem, RungName } from '../../domain/reminder/events.js';
import { agendaDraft, type AgendaPoint, agendaTitle, agendaWhy } from '../../projections/agenda.js';
import { keptUntilNews } from '../../projections/kept.js';
import { everyMeeting, getMeeting, meetingsOf } from '../../projections/meetings.js';
import { toldBefore } from '../../projections/reminders.js';
import { askedWords } from '../asked.js';
import { feedbackEntry } from '../calendar-entries.js';
import { type CalendarEntry, calendarText } from '../calendar-text.js';
import type { Compose, Desk, LetterToWrite, Mail } from '../letter.js';
import { signLink } from '../links.js';
import { bodyKept, personKept } from '../recipients.js';
import { type ActionUrls, acts } from './acts.js';
import {
  type AskedFor,
  assigneeDocument,
  type AssigneeLetter,
  assigneeSubject,
  type Occasion,
} from './assignee.js';
import { digestLines } from './digest-lines.js';
import {
  briefDocument,
  briefSubject,
  type ChairBrief,
  digestDocument,
  type DigestLine,
  digestSubject,
  type SecretaryDigest,
} from './digests.js';
import { type MailDocument, mailHtml, mailText } from './document.js';
import { dueOn } from './due-words.js';
import { oneLine } from './html.js';

const meetingsKept = keptUntilNews((db, id) => meetingsOf(db, id));
const everyMeetingKept = keptUntilNews(everyMeeting);
const bodyTold = onceTold((events) => fold(body, events.filter(isEventOf.body)));
const decisionTold = onceTold((events) => fold(decision, events.filter(isEventOf.decision)));

/** What the events of a stream tell, worked out once: the log gives the same list until the stream grows. */
function onceTold<S>(tell: (events: readonly Recorded[]) => S): (events: readonly Recorded[]) => S {
  const known = new WeakMap<readonly Recorded[], S>();
  return (events) => {
    const told = known.get(events) ?? tell(events);
    known.set(events, told);
    return told;
  };
}

/** How long the links of a letter can be used, in days from its own. */
const linkDays = 60;

/** Writes every kind of letter, in the reader's language, from what the log and the read models hold now. */
export const compose: Compose = (letter, desk) => {
  switch (letter.kind) {
    case 'reminder':
      return reminder(letter, desk);
    case 'brief':
      return brief(letter, desk);
    case 'digest':
      return digest(letter, desk);
  }
};

interface Written {
  readonly item: AskedFor;
  readonly entry?: CalendarEntry;
  readonly owner: BodyState;
}

function reminder(letter: LetterToWrite, desk: Desk): Mail | undefined {
  const written = letter.items.flatMap((item) => write(item, letter, desk) ?? []);
  const [first] = written;
  if (!first) return undefined;
  const { language } = letter.recipient;
  const takenBack = entriesTakenBack(letter, desk);
  const titles = (why: TakenBack['why']): string[] =>
    takenBack.flatMap((one) => (one.why === why ? [one.title] : []));
  const text: AssigneeLetter = {
    language,
    today: letter.day,
    items: written.map(({ item }) => item),
    linksUntil: addDays(letter.day, linkDays),
    ended: titles('closed'),
    withoutDay: titles('noDay'),
  };
  const entries = written.flatMap(({ entry }) => entry ?? []);
  return {
    ...mailOf(letter, desk, assigneeSubject(text), assigneeDocument(text)),
    replyTo: secretaryOf(first.owner, desk),
    references: [...new Set(letter.items.map((item) => messageId(`uppdrag-${item.assignment}`, desk)))],
    ...(entries.length > 0 && {
      calendar: calendarText({ name: assigneeSubject(text), language, entries, mailed: 'published' }),
    }),
    ...(takenBack.length > 0 && {
      cancelled: calendarText({
        name: assigneeSubject(text),
        language,
        entries: takenBack.map(({ entry }) => entry),
        mailed: 'cancelled',
      }),
    }),
  };
}

function write(item: LetterItem, letter: LetterToWrite, desk: Desk): Written | undefined {
  const { log, baseUrl } = desk;
  const { person } = letter.recipient;
  const events = log.stream(streamOf('assignment', item.assignment)).filter(isEventOf.assignment);
  const state = fold(assignment, events);
  if (!state.exists) return undefined;
  const owner = bodyTold(log.stream(streamOf('body', state.body)));
  const decided =
    state.decision === undefined ? undefined : decisionTold(log.stream(streamOf('decision', state.decision)));
  const meetings = state.recipient === undefined ? [] : meetingsKept(desk.models.db, state.recipient);
  const expected = expectedAnswer(state, meetings, letter.day);
  const due = dueOn(letter.day, state.deadline, expected, meetings, owner.policy?.policy.materialDays);
  const url = `${baseUrl}/uppdrag/${encodeURIComponent(item.assignment)}`;
  const isCopy = item.capacity === 'secretaryCopy';
  const entry = isCopy ? undefined : entryOf(item.assignment, events, state, owner, letter, desk);
  return {
    owner,
    item: {
      title: state.title,
      body: owner.shortName,
      url,
      occasion: occasionOf(item.rung, state),
      addressed: item.capacity,
      role: owner.roles.find(({ role }) => role === item.role)?.title ?? item.role,
      asked: askedWords(events, decided),
      remaining: state.deliverables.flatMap(({ text, result }) => (result === 'full' ? [] : [text])),
      supplement: state.supplement,
      due,
      lastReport: state.lastReport,
      ...(!isCopy && { actions: actionUrls(item.assignment, person, letter, desk) }),
    },
    ...(entry && { entry }),
  };
}

function entryOf(
  id: string,
  events: readonly Recorded<AssignmentEvent>[],
  state: AssignmentState,
  owner: BodyState,
  { day, recipient }: LetterToWrite,
  { models, baseUrl }: Desk,
): CalendarEntry | undefined {
  const last = events.at(-1);
  return (
    last &&
    feedbackEntry(
      {
        id,
        state,
        revision: last.revision,
        changed: last.recordedAt,
        body: { shortName: owner.shortName, materialDays: owner.policy?.policy.materialDays },
        meetings: state.recipient === undefined ? [] : everyMeetingKept(models.db, state.recipient),
      },
      day,
      recipient.language,
      baseUrl,
    )
  );
}

interface TakenBack {
  readonly title: string;
  readonly why: 'closed' | 'noDay';
  readonly entry: CalendarEntry;
}

/**
 * What earlier letters put into the reader's calendar, and does not belong there any more since the last of them: it was
 * closed before its day came, or its deadline has no day now.
 */
function entriesTakenBack(letter: LetterToWrite, desk: Desk): TakenBack[] {
  const { assignments, last } = toldBefore(desk.models.db, letter.recipient.person, letter.id);
  return assignments.flatMap((id): TakenBack[] => {
    const events = desk.log.stream(streamOf('assignment', id)).filter(isEventOf.assignment);
    const newest = events.at(-1);
    if (!newest || newest.recordedAt < last) return [];
    const state = fold(assignment, events);
    const owner = bodyKept(desk.models.db, state.body)?.state;
    if (!owner) return [];
    const { title } = state;
    const entry = entryOf(id, events, state, owner, letter, desk);
    if (entry?.cancelled) {
      const closed = events.findLast(({ type }) => type === 'AssignmentClosed');
      return closed && closed.recordedAt >= last ? [{ title, why: 'closed', entry }] : [];
    }
    if (entry) return [];
    const known = events.filter(({ recordedAt }) => recordedAt < last);
    const then = entryOf(id, known, fold(assignment, known), owner, letter, desk);
    if (!then) return [];
    const sequence = then.sequence + events.length - known.length;
    const { recordedAt: changed } = newest;
    return [{ title, why: 'noDay', entry: { ...then, sequence, changed, cancelled: true } }];
  });
}

function actionUrls(
  id: string,
  person: string,
  { id: reminder, day }: LetterToWrite,
  desk: Desk,
): ActionUrls {
  const until = addDays(day, linkDays);
  const url = (act: (typeof acts)[number]): string =>
    `${desk.baseUrl}/svar/${signLink({ act, assignment: id, person, reminder, until, turn: 0 }, desk.linkSecret)}`;
  return {
    onTrack: url('onTrack'),
    delayed: url('delayed'),
    final: url('final'),
    wrongRecipient: url('wrongRecipient'),
  };
}

const occasions: readonly Occasion[] = [
  'received',
  'beforeMeeting',
  'material',
  'afterMeeting',
  'beforeEnd',
  'afterEnd',
];

/** What a rung of the ladder is, whatever its number of days; one that somebody asked for by hand is `asked`. */
function occasionOf(rung: RungName, { supplement, moves }: AssignmentState): Occasion {
  if (rung === 'beforeEnd-0') return 'lastDay';
  if (rung === 'received' && supplement !== undefined) return 'supplement';
  if (rung === 'received' && moves > 0) return 'moved';
  const [name = ''] = rung.split('-');
  return occasions.find((known) => known === name) ?? 'asked';
}

function brief(letter: LetterToWrite, desk: Desk): Mail | undefined {
  const { about, day, recipient } = letter;
  const found = about === undefined ? undefined : getMeeting(desk.models.db, about);
  if (!found) return undefined;
  const { state, id } = found;
  const owner = bodyKept(desk.models.db, state.body)?.state;
  if (!owner) return undefined;
  const { language } = recipient;
  const points = agendaDraft(desk.models.db, id, day);
  const lines = (...reasons: readonly AgendaPoint['reason'][]): DigestLine[] =>
    points.filter(({ reason }) => reasons.includes(reason)).map((point) => lineOf(point, letter, desk));
  const text: ChairBrief = {
    language,
    body: owner.shortName,
    meeting: state.date,
    url: `${desk.baseUrl}/moten/${encodeURIComponent(id)}`,
    expected: lines('expected'),
    late: lines('escalated', 'late', 'missed'),
    notTakenUp: lines('reported', 'perCapsulam', 'commitment', 'review'),
  };
  return {
    ...mailOf(letter, desk, briefSubject(text), briefDocument(text)),
    replyTo: secretaryOf(owner, desk),
    references: [messageId(`mote-${id}`, desk)],
  };
}

const places = { assignment: 'uppdrag', meeting: 'moten' } as const;

function lineOf(point: AgendaPoint, { recipient }: LetterToWrite, { baseUrl }: Desk): DigestLine {
  const { kind, id } = point.subject;
  return {
    text: agendaTitle(point, recipient.language),
    note: agendaWhy(point, recipient.language),
    ...(kind !== 'milestone' && { url: `${baseUrl}/${places[kind]}/${encodeURIComponent(id)}` }),
  };
}

function digest(letter: LetterToWrite, desk: Desk): Mail | undefined {
  const { about, day, recipient } = letter;
  const owner = about === undefined ? undefined : bodyKept(desk.models.db, about)?.state;
  if (about === undefined || !owner) return undefined;
  const text: SecretaryDigest = {
    language: recipient.language,
    body: owner.shortName,
    week: weekOf(day).week,
    ...digestLines(about, owner, day, recipient.language, desk),
  };
  if (!text.isNews) return undefined;
  return {
    ...mailOf(letter, desk, digestSubject(text), digestDocument(text)),
    references: [messageId(`organ-${about}`, desk)],
  };
}

/** A Message-ID that is the same whenever it is made of the same. */
const messageId = (id: string, { baseUrl }: Desk): string => `<${id}@${new URL(baseUrl).hostname}>`;

function mailOf(letter: LetterToWrite, desk: Desk, subject: string, document: MailDocument): Mail {
  const { name, email, language } = letter.recipient;
  return {
    messageId: messageId(letter.id, desk),
    to: { name: oneLine(name), address: email },
    subject: oneLine(subject),
    text: mailText(document),
    html: mailHtml(document),
    language,
    references: [],
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  };
}

/** Who a reply goes to: the secretary of the body that asked, if there is an address. */
function secretaryOf(owner: BodyState, { models }: Desk): Mail['replyTo'] {
  for (const { kind, holders } of owner.roles) {
    if (kind !== 'secretary') continue;
    for (const id of holders) {
      const found = personKept(models.db, id);
      if (found?.state.email !== undefined)
        return { name: oneLine(found.state.name), address: found.state.email };
    }
  }
  return undefined;
}
