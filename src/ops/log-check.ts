import { localDate } from '../clock.js';
import { assignment } from '../domain/assignment/assignment.js';
import { body } from '../domain/body/body.js';
import { breaches, byStated, type RuleBreach } from '../domain/decider.js';
import { decision } from '../domain/decision/decision.js';
import {
  comparePositions,
  isEventOf,
  kindOf,
  parseStream,
  type Recorded,
  type StreamKind,
  type StreamName,
  streamOf,
} from '../domain/events.js';
import { refuseImpossibleDates } from '../domain/fact-dates.js';
import { feed } from '../domain/feed/feed.js';
import { matter } from '../domain/matter/matter.js';
import { meeting } from '../domain/meeting/meeting.js';
import { person, register } from '../domain/person/person.js';
import { Refusal } from '../domain/refusal.js';
import { letter } from '../domain/reminder/letter.js';
import { reminder } from '../domain/reminder/reminder.js';
import { view } from '../domain/view/view.js';
import { CorruptLog } from '../event-store/event-store.js';
import type { LocalLog } from '../event-store/local-log.js';
import { type Reference, referencesOf } from './references.js';

/** What can be wrong with a log and with what was built from it. */
export type FindingCode =
  | 'damaged'
  | 'unreadable'
  | 'revisions'
  | 'wrongStream'
  | 'dates'
  | 'rule'
  | 'reference'
  | 'loop'
  | 'erasure'
  | 'modelStopped'
  | 'modelRows';

/** One thing that is wrong: what, where in the log, and words for it. */
export interface Finding {
  readonly code: FindingCode;
  /** `stream@revision (position n)`, a file or a table. */
  readonly where: string;
  readonly sv: string;
  readonly en: string;
}

/** How far a check has come: events looked at, or streams, of how many. */
export type CheckProgress = (work: 'events' | 'rules', done: number, total: number) => void;

/** What was looked at. */
export interface LogChecked {
  readonly events: number;
  readonly streams: number;
  readonly head: string | null;
}

const batch = 500;
const placeOf = ({ stream, revision, position }: Recorded): string =>
  `${stream}@${revision.toString()} (position ${position})`;

/**
 * Looks at the whole log: SQLite's own check, every event read and brought to its current shape, positions and revisions
 * dense, every rule of the domain, every reference, erasures done. Tells what it finds and goes on behind it.
 */
export function checkLog(
  log: LocalLog,
  timeZone: string,
  found: (finding: Finding) => void,
  onProgress: CheckProgress = () => undefined,
): LogChecked {
  for (const flaw of log.flaws())
    found({
      code: 'damaged',
      where: log.path,
      sv: `Filen är skadad: ${flaw}`,
      en: `The file is damaged: ${flaw}`,
    });
  const reader = new Reading(timeZone, found);
  const head = log.head();
  const total = log.count();
  for (const event of eventsUpTo(log, head, found)) {
    reader.take(event);
    if (reader.events % batch === 0) onProgress('events', reader.events, total);
  }
  onProgress('events', reader.events, total);
  reader.finish(log, onProgress);
  return { events: reader.events, streams: reader.streams, head };
}

/** Every event that can be read, up to a position; what cannot is told, once, and passed over. */
function* eventsUpTo(
  log: LocalLog,
  head: string | null,
  found: (finding: Finding) => void,
): Generator<Recorded> {
  if (head === null) return;
  let after: string | null = null;
  let limit = batch;
  while (after === null || comparePositions(after, head) < 0) {
    let events: readonly Recorded[];
    try {
      events = log.after(after, limit);
    } catch (error) {
      if (!(error instanceof CorruptLog)) throw error;
      if (limit > 1) {
        limit = 1;
        continue;
      }
      found({
        code: 'unreadable',
        where: error.where,
        sv: `Uppgiften går inte att läsa: ${error.message}`,
        en: `The event cannot be read: ${error.message}`,
      });
      const [, at] = /position (\d+)/.exec(error.where) ?? [];
      if (at === undefined) return;
      after = at;
      limit = batch;
      continue;
    }
    if (events.length === 0) return;
    for (const event of events) {
      if (comparePositions(event.position, head) > 0) return;
      yield event;
      after = event.position;
    }
  }
}

/** What is known of the log so far. */
class Reading {
  events = 0;
  readonly #revisions = new Map<StreamName, number>();
  readonly #bodies = new Map<StreamName, string>();
  readonly #roles = new Set<string>();
  readonly #points = new Set<string>();
  readonly #erased = new Map<StreamName, Recorded>();
  readonly #followedBy = new Map<StreamName, StreamName>();
  readonly #missing: { readonly event: Recorded; readonly pointer: string; readonly stream: StreamName }[] =
    [];

  constructor(
    private readonly timeZone: string,
    private readonly found: (finding: Finding) => void,
  ) {}

  get streams(): number {
    return this.#revisions.size;
  }

  take(event: Recorded): void {
    this.events += 1;
    const { stream, revision } = event;
    const next = (this.#revisions.get(stream) ?? -1) + 1;
    if (revision !== next)
      this.#tell('revisions', event, {
        sv: `Strömmen fortsätter med ${revision.toString()}, väntat ${next.toString()}`,
        en: `The stream goes on with ${revision.toString()}, expected ${next.toString()}`,
      });
    this.#revisions.set(stream, revision);
    if (kindIn(stream) !== kindOf[event.type])
      this.#tell('wrongStream', event, {
        sv: `${event.type} hör inte hemma i strömmen ${stream}`,
        en: `${event.type} does not belong in the stream ${stream}`,
      });
    this.#checkDates(event);
    try {
      for (const reference of referencesOf(event)) this.#checkReference(event, reference);
      this.#learn(event);
    } catch (error) {
      this.#tellMisshapen(event, error);
    }
  }

  /** What can be told only when the whole log is known; the rules of each stream. */
  finish(log: LocalLog, onProgress: CheckProgress): void {
    for (const { event, pointer, stream } of this.#missing)
      if (!this.#erased.has(stream)) this.#tellReference(event, pointer, stream);
    for (const [stream, event] of this.#erased)
      if (log.stream(stream).length > 0)
        this.#tell('erasure', event, {
          sv: 'Personen är raderad, men uppgifterna finns kvar; tjänsten tar bort dem när den startar',
          en: 'The person is erased but the data is still there; the service removes it when it starts',
        });
    this.#checkLoops();
    let done = 0;
    for (const stream of this.#revisions.keys()) {
      this.#checkRules(log, stream);
      done += 1;
      if (done % 100 === 0) onProgress('rules', done, this.streams);
    }
    onProgress('rules', done, this.streams);
  }

  #tell(code: FindingCode, event: Recorded, words: { readonly sv: string; readonly en: string }): void {
    this.found({ code, where: placeOf(event), ...words });
  }

  #tellMisshapen(event: Recorded, error: unknown): void {
    if (!(error instanceof TypeError)) throw error;
    this.#tell('unreadable', event, {
      sv: `Innehållet i ${event.type} har inte den form det ska ha: ${error.message}`,
      en: `The data of ${event.type} does not have its shape: ${error.message}`,
    });
  }

  #tellReference(event: Recorded, pointer: string, missing: string): void {
    this.#tell('reference', event, {
      sv: `${event.type} ${pointer} hänvisar till ${missing}, som inte fanns`,
      en: `${event.type} ${pointer} refers to ${missing}, which did not exist`,
    });
  }

  #checkDates(event: Recorded): void {
    try {
      refuseImpossibleDates(event, localDate(event.recordedAt, this.timeZone));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#tell('dates', event, {
        sv: `Datumen går inte ihop: ${error.message}`,
        en: `The dates do not fit: ${error.message}`,
      });
    }
  }

  #checkReference(event: Recorded, reference: Reference): void {
    const own = this.#bodies.get(event.stream) ?? parseStreamOr(event.stream).id;
    const bodyOf = (named: string | null): string => named ?? own;
    switch (reference.kind) {
      case 'stream': {
        const { stream, pointer } = reference;
        const wanted = reference.ofBody === undefined ? undefined : bodyOf(reference.ofBody);
        if (!this.#revisions.has(stream)) this.#missing.push({ event, pointer, stream });
        else if (wanted !== undefined && this.#bodies.get(stream) !== wanted)
          this.#tellReference(event, pointer, `${stream} (${wanted})`);
        return;
      }
      case 'role': {
        const name = `${bodyOf(reference.ofBody)}/${reference.role}`;
        if (!this.#roles.has(name)) this.#tellReference(event, reference.pointer, `role ${name}`);
        return;
      }
      case 'point': {
        const name = `${reference.decision}#${reference.point.toString()}`;
        if (!this.#points.has(name)) this.#tellReference(event, reference.pointer, `point ${name}`);
      }
    }
  }

  #learn(event: Recorded): void {
    const { id } = parseStreamOr(event.stream);
    if ('body' in event.data) this.#bodies.set(event.stream, event.data.body);
    if ('points' in event.data)
      for (const point of event.data.points) {
        const { number } = 'to' in point ? point.to : point;
        this.#points.add(`${id}#${number.toString()}`);
      }
    if (event.type === 'DecisionSuperseded')
      this.#followedBy.set(event.stream, streamOf('decision', event.data.by));
    if (event.type === 'AssignmentReplaced')
      this.#followedBy.set(event.stream, streamOf('assignment', event.data.by));
    if (event.type === 'RoleDefined') this.#roles.add(`${id}/${event.data.role}`);
    if (event.type === 'PersonErased') this.#erased.set(streamOf('person', event.data.person), event);
  }

  /** What takes over from what, followed to its end; a chain that comes back to a link of its own is a loop. */
  #checkLoops(): void {
    const sound = new Set<StreamName>();
    for (const start of this.#followedBy.keys()) {
      const chain = new Set<StreamName>();
      let at: StreamName | undefined = start;
      for (; at !== undefined && !sound.has(at) && !chain.has(at); at = this.#followedBy.get(at))
        chain.add(at);
      if (at !== undefined && chain.has(at))
        this.found({
          code: 'loop',
          where: at,
          sv: 'Kedjan av ersättningar går i cirkel',
          en: 'What supersedes what goes round in a circle',
        });
      for (const link of chain) sound.add(link);
    }
  }

  #checkRules(log: LocalLog, stream: StreamName): void {
    let events: readonly Recorded[];
    try {
      events = log.stream(stream);
    } catch (error) {
      if (error instanceof CorruptLog) return;
      throw error;
    }
    try {
      for (const { event, breach } of breachesOf(kindIn(stream), events))
        this.#tell('rule', event, {
          sv: `${event.type} bryter mot regeln ${breach.code} ${breach.pointer ?? ''}`.trim(),
          en: `${event.type} breaks the rule ${breach.code} ${breach.pointer ?? ''}`.trim(),
        });
    } catch (error) {
      this.#tellMisshapen(firstMisshapen(events), error);
    }
  }
}

function parseStreamOr(stream: StreamName): { kind?: StreamKind; id: string } {
  try {
    return parseStream(stream);
  } catch {
    return { id: stream };
  }
}

const kindIn = (stream: StreamName): StreamKind | undefined => parseStreamOr(stream).kind;

/** The first event, as stated, that the rules of its stream cannot be held against. */
function firstMisshapen(events: readonly Recorded[]): Recorded {
  const [first, ...rest] = [...events].sort(byStated);
  if (!first) throw new RangeError('no events');
  const told = [first];
  for (const event of rest) {
    try {
      breachesOf(kindIn(event.stream), told);
    } catch {
      break;
    }
    told.push(event);
  }
  return told.at(-1) ?? first;
}

function breachesOf(
  kind: StreamKind | undefined,
  events: readonly Recorded[],
): readonly { readonly event: Recorded; readonly breach: RuleBreach }[] {
  switch (kind) {
    case 'body':
      return breaches(body, events.filter(isEventOf.body));
    case 'meeting':
      return breaches(meeting, events.filter(isEventOf.meeting));
    case 'matter':
      return breaches(matter, events.filter(isEventOf.matter));
    case 'decision':
      return breaches(decision, events.filter(isEventOf.decision));
    case 'assignment':
      return breaches(assignment, events.filter(isEventOf.assignment));
    case 'person':
      return breaches(person, events.filter(isEventOf.person));
    case 'register':
      return breaches(register, events.filter(isEventOf.register));
    case 'reminder':
      return breaches(reminder, events.filter(isEventOf.reminder));
    case 'letter':
      return breaches(letter, events.filter(isEventOf.letter));
    case 'feed':
      return breaches(feed, events.filter(isEventOf.feed));
    case 'view':
      return breaches(view, events.filter(isEventOf.view));
    case undefined:
      return [];
  }
}
