import { createHash } from 'node:crypto';
import type { Clock } from '../clock.js';
import { fold } from '../domain/decider.js';
import { comparePositions, isEventOf, streamOf } from '../domain/events.js';
import type { LeftOut, LetterEvent, LetterItem, LetterKind, Withheld } from '../domain/reminder/events.js';
import { isSettled, letter, type LetterState } from '../domain/reminder/letter.js';
import type { LocalDate } from '../domain/when.js';
import { type EventStore, type NewEvent, WrongExpectedRevision } from '../event-store/event-store.js';
import { derivedId } from '../event-store/run-decider.js';
import { personById } from '../projections/directory.js';
import type { ReadModels } from '../projections/read-models.js';
import { planOf, rungNow } from '../projections/reminders.js';
import type { Compose, Desk, LettersLog, LetterToWrite, Mail } from './letter.js';
import type { Mailer } from './mailer.js';
import { whoGets } from './recipients.js';

/** What letters are delivered with. */
export interface PostOffice {
  readonly store: EventStore;
  readonly models: ReadModels;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly compose: Compose;
  readonly desk: Desk;
  /** Names this worker in claims. */
  readonly worker: string;
  /** How long a claim holds, in ms: longer than any conversation with the mail server. */
  readonly leaseMs: number;
  /** Told of what should not happen: a claim that was lost on the way, a store that does not answer. */
  readonly onTrouble?: (message: string) => void;
}

/** A letter that may be due. */
export interface Wanted {
  readonly kind: LetterKind;
  readonly person: string;
  readonly day: LocalDate;
  readonly about?: string;
  readonly items: readonly LetterItem[];
}

/** How an attempt ended. `kept`: without a mail server it was put by. `busy`: another worker has it, or it waits for its next try. */
export type Attempt =
  'accepted' | 'kept' | 'refused' | 'failed' | 'unknown' | 'withdrawn' | 'busy' | 'settled';

/** The id of a letter: one per person and day, so that there can only be one. */
export const letterId = ({ kind, person, day, about }: Wanted): string =>
  kind === 'reminder' ? `${day}.${person}` : `${day}.${person}.${kind}.${about ?? ''}`;

/** The pause before the next try, in ms: a minute, doubled each time, an hour at most. */
export const pauseAfter = (attempts: number): number =>
  Math.min(60_000 * 2 ** Math.max(attempts - 1, 0), 3_600_000);

/**
 * Brings one letter as far as it goes now: claims it by an append that only one can make, asks the log again when the
 * mail server is ready for the text, and records what came of it. Acting twice is harmless. Throws what the store throws.
 */
export async function deliver(office: PostOffice, wanted: Wanted): Promise<Attempt> {
  const stream = streamOf('letter', letterId(wanted));
  const events = (await office.store.read(stream)).filter(isEventOf.letter);
  const state = fold(letter, events);
  const record = recorder(office, stream, events.length - 1);
  try {
    return await attempt(office, wanted, state, record);
  } catch (error) {
    if (error instanceof WrongExpectedRevision) return 'busy';
    throw error;
  }
}

/** Answers with the position of the event. */
type Record = (event: LetterEvent) => Promise<string>;

/** Appends to the letter's stream where this worker left it; anyone else's append in between makes it throw. */
function recorder({ store, clock }: PostOffice, stream: string, revision: number): Record {
  let last = revision;
  return async (event) => {
    const now = clock.now();
    const fact: NewEvent = {
      ...event,
      id: derivedId(
        stream,
        last + 1,
        event.type,
        now,
        event.type === 'LetterClaimed' ? event.data.worker : '',
      ),
      occurred: clock.today(),
      statedAt: clock.today(),
      recordedAt: now,
      actor: { id: 'paminnelser', role: 'system' },
      correlationId: stream,
      causationId: stream,
    };
    const { revision: reached, position } = await store.append(stream, [fact], last < 0 ? 'none' : last);
    last = reached;
    return position;
  };
}

async function attempt(
  office: PostOffice,
  wanted: Wanted,
  state: LetterState,
  record: Record,
): Promise<Attempt> {
  const { clock } = office;
  const now = clock.now();
  if (isSettled(state)) return 'settled';
  const held = state.phase === 'claimed' || state.phase === 'handedOver';
  if (held && state.until > now) return 'busy';
  if (state.phase === 'handedOver') await record({ type: 'LetterUnknown', data: { why: 'senderLost' } });
  const waits = state.phase === 'refused' || state.phase === 'lost';
  if (waits && Date.parse(state.lastAt) + pauseAfter(state.attempts) > Date.parse(now)) return 'busy';
  const neverWritten = state.phase === 'claimed' || state.phase === 'refused';
  if (neverWritten && state.day < clock.today() && state.copies === 0) {
    await record({ type: 'LetterWithdrawn', data: { why: 'dayPassed', left: [] } });
    return 'withdrawn';
  }

  await catchUpBesidesLetters(office);
  const begun = state.phase === 'none' ? wanted : { ...wanted, items: state.items };
  const { items, left } = sift(office, begun);
  const writable = wanted.kind !== 'reminder' || items.length > 0;
  const person = personById(office.models.db, wanted.person)?.state;
  if (!writable || person?.email === undefined) {
    if (state.phase === 'none') return 'settled';
    const why = writable ? 'noAddress' : 'nothingLeft';
    await record({ type: 'LetterWithdrawn', data: { why, left } });
    return 'withdrawn';
  }

  const { kind, day, about } = wanted;
  const until = new Date(Date.parse(now) + office.leaseMs).toISOString();
  await record({
    type: 'LetterClaimed',
    data: {
      kind,
      person: wanted.person,
      day,
      ...(about !== undefined && { about }),
      items,
      worker: office.worker,
      until,
    },
  });
  return handOver(office, { ...wanted, items }, { email: person.email, until }, record);
}

async function handOver(
  office: PostOffice,
  wanted: Wanted,
  { email, until }: { readonly email: string; readonly until: string },
  record: Record,
): Promise<Attempt> {
  let writing: Promise<Written> | undefined;
  const envelope = { to: email, id: letterId(wanted), person: wanted.person };
  const outcome = await office.mailer.send(envelope, async () => {
    writing = write(office, wanted, { email, until }, record);
    return writing.then(({ mail }) => mail).catch(() => undefined);
  });
  // A mail server that has lost its patience does not end the writing.
  const written = await writing;
  if (written?.withdrawn) return 'withdrawn';
  switch (outcome.kind) {
    case 'accepted': {
      const { code, kept } = outcome;
      await record({
        type: 'LetterAccepted',
        data: { ...(code !== undefined && { code }), ...(kept && { kept }) },
      });
      return kept ? 'kept' : 'accepted';
    }
    case 'refused': {
      const { permanent, code, why } = outcome;
      await record({
        type: 'LetterRefused',
        data: { permanent, why, ...(code !== undefined && { code }) },
      });
      return permanent ? 'failed' : 'refused';
    }
    case 'unknown':
      await record({ type: 'LetterUnknown', data: { why: 'noAnswer' } });
      return 'unknown';
    case 'stopped':
      return 'withdrawn';
  }
}

/** The text of a letter, unless there is none; then it may have been withdrawn. */
interface Written {
  readonly mail?: Mail;
  readonly withdrawn?: boolean;
}

/** Writes a letter from what holds now, and says so in the log, until nothing has changed while that was being said. */
async function write(
  office: PostOffice,
  wanted: Wanted,
  { email, until }: { readonly email: string; readonly until: string },
  record: Record,
): Promise<Written> {
  let said: string | undefined;
  for (let { items } = wanted; ;) {
    const known = await catchUpBesidesLetters(office);
    const now = sift(office, { ...wanted, items });
    const person = personById(office.models.db, wanted.person)?.state;
    const tooLate = office.clock.now() >= until;
    if (tooLate || person?.email !== email) return {};
    const { name, language } = person;
    const recipient = { person: wanted.person, name, email, language };
    const toWrite: LetterToWrite = { ...wanted, id: letterId(wanted), items: now.items, recipient };
    const isSomething = wanted.kind !== 'reminder' || now.items.length > 0;
    const mail = isSomething ? office.compose(toWrite, office.desk) : undefined;
    if (!mail) {
      await record({ type: 'LetterWithdrawn', data: { why: 'nothingLeft', left: now.left } });
      return { withdrawn: true };
    }
    const textSha256 = createHash('sha256').update(mail.text.replaceAll('\r\n', '\n')).digest('hex');
    if (said === textSha256 && now.left.length === 0) return { mail };
    const at = await record({ type: 'LetterHandedOver', data: { ...now, textSha256 } });
    if (!(await changedSince(office, known, at))) return { mail };
    said = textSha256;
    ({ items } = now);
  }
}

/** Whether anything but letters has come into the log after a position, by the time it holds another. */
async function changedSince(
  { desk: { log }, models }: PostOffice,
  known: string | null,
  at: string,
): Promise<boolean> {
  if (!holds(log, at)) await shown(models, at);
  return log.lastBesides('letter', known) !== null;
}

const holds = (log: LettersLog, position: string): boolean => {
  const head = log.head();
  return head !== null && comparePositions(head, position) >= 0;
};

/** Waits until what letters are decided by shows the event at a position. */
async function shown(models: ReadModels, position: string): Promise<void> {
  for (const name of ['reminders', 'directory'])
    if (!(await models.waitFor(position, 10_000, name)))
      throw new Error(`the read model ${name} does not follow the log`);
}

/** Waits until the read models show everything that has been acknowledged. */
export async function catchUp({ store, models }: Pick<PostOffice, 'store' | 'models'>): Promise<void> {
  const head = await store.head();
  if (head !== null) await shown(models, head);
}

/**
 * The same but for letters, which come in crowds and change nothing of what another letter says; answers up to where. Who is
 * next in line after a letter that was refused for good is looked for when there is time to.
 */
export async function catchUpBesidesLetters({
  store,
  models,
  desk: { log },
}: PostOffice): Promise<string | null> {
  const head = await store.head();
  if (head === null) return null;
  const last = holds(log, head) ? log.lastBesides('letter', models.position('reminders')) : head;
  if (last !== null) await shown(models, last);
  return head;
}

/** What of a letter still holds, and what does not and why. */
function sift(
  { models: { db }, clock }: PostOffice,
  wanted: Wanted,
): { readonly items: readonly LetterItem[]; readonly left: readonly LeftOut[] } {
  const items: LetterItem[] = [];
  const left: LeftOut[] = [];
  for (const item of wanted.items) {
    const now = rungNow(db, item);
    if (!now || now.day > clock.today()) left.push({ item, why: whyNot(item) });
    else if (whoGets(db, now, clock.today()).all.some(({ person }) => person === wanted.person))
      items.push(item);
    else left.push({ item, why: 'recipientChanged' });
  }
  return { items, left };

  function whyNot({ assignment, statement }: LetterItem): Withheld {
    const made = planOf(db, assignment);
    if (!made) return 'closed';
    if (made.statement !== statement) return 'moved';
    switch (made.none) {
      case 'closed':
      case 'answered':
      case 'paused':
      case 'notAnAssignee':
        return made.none;
      case 'noResponsible':
        return 'reassigned';
      case 'ladderDone':
      case 'noMeetingInside':
      case 'noMeetingPlanned':
      case 'notBounded':
        return 'answered';
    }
  }
}
