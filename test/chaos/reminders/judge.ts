import PostalMime from 'postal-mime';
import { localDate } from '../../../src/clock.js';
import { breaches, fold } from '../../../src/domain/decider.js';
import {
  comparePositions,
  isEventOf,
  kindOf,
  parseStream,
  type Recorded,
} from '../../../src/domain/events.js';
import type { PlannedMeeting } from '../../../src/domain/expected-meeting.js';
import type { LetterItem } from '../../../src/domain/reminder/events.js';
import { letter, type LetterState } from '../../../src/domain/reminder/letter.js';
import { plan, type Rung } from '../../../src/domain/reminder/plan.js';
import { policyPeriods } from '../../../src/domain/reminder/policy.js';
import { addressees, addresseesOf } from '../../../src/domain/reminder/recipients.js';
import { swedishHolidays, WorkingDays } from '../../../src/domain/reminder/working-days.js';
import type { LocalDate } from '../../../src/domain/when.js';
import { folders, stateOf } from '../../../src/projections/folds.js';
import type { FoldedKind, StateOf } from '../../../src/projections/projection.js';
import type { Received } from './mail-server.js';

/** A change that was acknowledged: from that turn on nothing may tell the words that it made old. */
export interface Acknowledged {
  readonly turn: number;
  readonly title: string;
  readonly old: string;
}

/** What there is to judge by when a run is over and everything has been given time. */
export interface Evidence {
  readonly events: readonly Recorded[];
  readonly received: readonly Received[];
  /** Addresses, once for each time that a sender could not know whether its mail arrived. */
  readonly ambiguous: readonly string[];
  readonly acknowledged: readonly Acknowledged[];
  /** The day up to which everything that was due must have come. */
  readonly day: LocalDate;
  readonly timeZone: string;
}

/** What was seen, for tables. */
export interface Sight {
  readonly flaws: string[];
  mails: number;
  /** Mails that came more than once. */
  copies: number;
  /** Rungs for a role that were held against the mails. */
  rungs: number;
  withheld: number;
}

const days = new WorkingDays(swedishHolidays);

/** The state of any stream as the log told it up to a position. */
class Told {
  readonly #streams = new Map<string, Recorded[]>();

  constructor(
    events: readonly Recorded[],
    private readonly timeZone: string,
  ) {
    for (const event of events) {
      const known = this.#streams.get(event.stream);
      if (known) known.push(event);
      else this.#streams.set(event.stream, [event]);
    }
  }

  ids(kind: FoldedKind): string[] {
    return [...this.#streams.keys()].flatMap((stream) => {
      const found = parseStream(stream);
      return found.kind === kind ? [found.id] : [];
    });
  }

  events(kind: FoldedKind, id: string, upTo?: string): Recorded[] {
    const all = this.#streams.get(`${kind}-${id}`) ?? [];
    return upTo === undefined ? all : all.filter(({ position }) => comparePositions(position, upTo) <= 0);
  }

  state<K extends FoldedKind>(kind: K, id: string, upTo?: string): StateOf[K] {
    return stateOf<StateOf[K]>(folders[kind], this.events(kind, id, upTo));
  }

  /** The ladder of an assignment. */
  plan(id: string, upTo?: string): { statement: number; rungs: readonly Rung[] } {
    const state = this.state('assignment', id, upTo);
    const hearing = state.recipient ?? state.body;
    const meetings = this.ids('meeting').flatMap((meeting): PlannedMeeting[] => {
      const { exists, body, date, kind, phase } = this.state('meeting', meeting, upTo);
      return exists && body === hearing
        ? [{ id: meeting, date, kind, cancelled: phase === 'cancelled' }]
        : [];
    });
    const owner = this.state('body', state.body, upTo);
    const localDay = (instant: string): string => localDate(instant, this.timeZone);
    return plan(
      {
        assignment: state,
        meetings,
        policies: policyPeriods(owner, localDay),
        steering: this.state('reminder', id, upTo),
        localDay,
      },
      days,
    );
  }

  /** Who a rung is for on a day; who is in `dead` cannot be reached. */
  addressees(
    { id, role, rung, today }: { id: string; role: string; rung: string; today: LocalDate },
    dead: ReadonlySet<string>,
    upTo?: string,
  ): string[] {
    const { body } = this.state('assignment', id, upTo);
    const instead = this.state('reminder', id, upTo).instead[role];
    const asked = {
      body: this.state('body', body, upTo),
      role,
      today,
      ...(instead !== undefined && { instead }),
      personOf: (person: string) => {
        const { email, ...found } = this.state('person', person, upTo);
        if (!found.exists) return undefined;
        return dead.has(person) || email === undefined ? found : { ...found, email };
      },
    };
    const found = addresseesOf(asked, rung);
    return (addressees(asked).length === 0 ? [] : found).map(({ person }) => person);
  }
}

/**
 * Holds what the mail server received against the log, from outside: what was due came, nothing came that the log had made
 * old, a mail came twice only where its sender could not know, and the letters' own story says the same and is a legal one.
 */
export async function judge(evidence: Evidence): Promise<Sight> {
  const { events, received, ambiguous, acknowledged, timeZone } = evidence;
  const told = new Told(events, timeZone);
  const sight: Sight = { flaws: [], mails: received.length, copies: 0, rungs: 0, withheld: 0 };
  const { flaws } = sight;
  const letters = new Map<string, LetterState>();
  for (const id of told.ids('letter')) {
    const story = told.events('letter', id).filter(isEventOf.letter);
    letters.set(id, fold(letter, story));
    for (const { event, breach } of breaches(letter, story))
      flaws.push(`letter ${id}: ${event.type} in a state where it cannot be: ${breach.code}`);
  }

  const byLetter = new Map<string, Received[]>();
  for (const mail of received) byLetter.set(mail.letter, [...(byLetter.get(mail.letter) ?? []), mail]);
  for (const [id, mails] of byLetter) {
    sight.copies += mails.length - 1;
    const allowed = 1 + ambiguous.filter((to) => to === mails[0]?.to).length;
    if (mails.length > allowed)
      flaws.push(
        `letter ${id} came ${mails.length.toString()} times, ${allowed.toString()} can be explained`,
      );
    if (new Set(mails.map(({ to }) => to)).size > 1) flaws.push(`letter ${id} went to several addresses`);
    const state = letters.get(id);
    if (!state) flaws.push(`letter ${id} came and is not in the log`);
    else if (state.phase !== 'accepted' && allowed === 1)
      flaws.push(`letter ${id} came and stands as ${state.phase}`);
    else if (state.copies < mails.length - 1)
      flaws.push(
        `letter ${id} came ${mails.length.toString()} times and counts ${state.copies.toString()} copies`,
      );
  }
  for (const [id, { phase, until }] of letters) {
    if (phase === 'accepted' && !byLetter.has(id))
      flaws.push(`letter ${id} counts as accepted and never came`);
    if (phase === 'claimed' || phase === 'handedOver' || phase === 'refused' || phase === 'lost')
      flaws.push(`letter ${id} is left ${phase}, claimed until ${until}`);
  }

  const items = new Map<string, readonly LetterItem[]>();
  for (const mail of received) {
    const text = await textOf(mail);
    const handed = told
      .events('letter', mail.letter)
      .flatMap((event) =>
        event.type === 'LetterHandedOver' && isBefore(event.position, mail.head)
          ? [{ items: event.data.items, position: event.position }]
          : [],
      )
      .reverse();
    if (handed.length === 0) flaws.push(`letter ${mail.letter} came before it was handed over`);
    if (letters.get(mail.letter)?.kind !== 'reminder') continue;
    const readings = handed.map((one) => ({ ...one, wrong: wordsIn(mail, text, one.items, one.position) }));
    const reading = readings.find(({ wrong }) => wrong.length === 0) ?? readings[0];
    if (!reading) continue;
    items.set(mail.letter, [...(items.get(mail.letter) ?? []), ...reading.items]);
    flaws.push(...reading.wrong);
    for (const { turn, title, old } of acknowledged)
      if (turn < mail.asked && sectionOf(partsOf(text).text, title)?.includes(old) === true)
        flaws.push(`letter ${mail.letter} says ${title} ${old}, which was known to be old`);
  }
  const reached = new Map<string, string>();
  for (const [id, about] of items)
    for (const { assignment, statement, rung, role } of about) {
      const person = letters.get(id)?.person ?? '';
      const key = [assignment, statement, rung, role, person].join(' ');
      const other = reached.get(key);
      const before = letters.get(other ?? '');
      // Of what only a lost copy of a letter told, its sender cannot know that it arrived.
      const known =
        before?.phase === 'accepted' &&
        before.items.some((item) => same(item, { assignment, statement, rung, role }));
      if (known && other !== id)
        flaws.push(`${person} was told ${assignment} (${rung}) by letter ${other ?? ''} and again by ${id}`);
      reached.set(key, id);
    }
  checkDue();
  return sight;

  /** What is wrong when a mail is what was handed over at a position: each of it is to stand in the log then. */
  function wordsIn(mail: Received, all: string, handed: readonly LetterItem[], position: string): string[] {
    const wrong: string[] = [];
    const { text, ended } = partsOf(all);
    const person = letters.get(mail.letter)?.person ?? '';
    const day = letters.get(mail.letter)?.day ?? '';
    const titles = new Set<string>();
    for (const { assignment, statement, rung, role } of handed) {
      const what = `letter ${mail.letter} tells ${assignment} (${rung})`;
      const { title, deadline, phase } = told.state('assignment', assignment, position);
      titles.add(title);
      const section = sectionOf(text, title);
      if (section === undefined) wrong.push(`${what}, it says, and does not`);
      else if (!section.includes(deadline.original))
        wrong.push(`${what} and not that it is due ${deadline.original}`);
      const { paused } = told.state('reminder', assignment, position);
      const byHand = rung.startsWith('now-');
      if (!byHand && paused && paused.from <= day && day <= (paused.until ?? day))
        wrong.push(`${what}, which was paused`);
      const made = told.plan(assignment, position);
      if (phase === 'closed' || made.statement !== statement || !made.rungs.some(({ name }) => name === rung))
        wrong.push(`${what}, which did not stand when it was handed over (${phase})`);
      const dead = failedFor({ assignment, statement, rung, role });
      dead.delete(person);
      const to = told.addressees({ id: assignment, role, rung, today: day }, dead, position);
      const meant = told.addressees({ id: assignment, role, rung, today: day }, new Set(), position);
      if (!to.includes(person) && !meant.includes(person))
        wrong.push(`${what} to ${person}, who is not to have it`);
    }
    for (const id of told.ids('assignment')) {
      const { title, phase } = told.state('assignment', id, position);
      if (title === '') continue;
      if (!titles.has(title) && sectionOf(text, title) !== undefined)
        wrong.push(`letter ${mail.letter} tells ${id}, which was not handed over`);
      if (ended.includes(title) && phase !== 'closed')
        wrong.push(`letter ${mail.letter} says that ${id} is closed, which is ${phase}`);
    }
    return wrong;
  }

  /** Persons whose letter about a rung was refused for good. */
  function failedFor(item: About): Set<string> {
    const found = new Set<string>();
    for (const { phase, person, items: about } of letters.values())
      if (phase === 'failed' && about.some((known) => same(known, item))) found.add(person);
    return found;
  }

  /** The last rung of each open assignment that was due by the day has come to everybody it was for. */
  function checkDue(): void {
    const turns = events.flatMap((event, at) =>
      ['body', 'person', 'reminder'].includes(kindOf[event.type])
        ? [{ event, before: events[at - 1]?.position }]
        : [],
    );
    for (const id of told.ids('assignment')) {
      const { phase, responsible } = told.state('assignment', id);
      if (phase === 'closed') continue;
      const { statement, rungs } = told.plan(id);
      const rung = rungs.findLast(({ on }) => on <= evidence.day);
      const { paused } = told.state('reminder', id);
      if (!rung || (paused && rung.on < paused.from && !rung.name.startsWith('now-'))) continue;
      for (const role of responsible) {
        sight.rungs += 1;
        const item = { assignment: id, statement, rung: rung.name, role };
        const has = new Set<string>();
        for (const [letterId, about] of items)
          if (about.some((known) => sameDeadline(known, item) && known.on >= rung.on))
            has.add(letters.get(letterId)?.person ?? '');
        const dead = failedFor(item);
        const asked = { id, role, rung: rung.name };
        const changed = turns.filter(({ event }) => dayOf(event) >= rung.on);
        const epochs = [undefined, ...changed.flatMap(({ event, before }) => [before, event.position])];
        const sets = epochs.flatMap((upTo) =>
          [...new Set([rung.on, evidence.day])].map((today) =>
            told.addressees({ ...asked, today }, dead, upTo),
          ),
        );
        const withheld = told
          .state('reminder', id)
          .withheld.some(
            (known) => known.rung === rung.name && known.statement === statement && known.role === role,
          );
        if (withheld) sight.withheld += 1;
        const reached = sets.some((people) => people.length > 0 && people.every((person) => has.has(person)));
        if (reached && !withheld) continue;
        if (withheld && sets.some((people) => people.every((person) => has.has(person)))) continue;
        flaws.push(
          `${id}: ${rung.name} of ${rung.on} for ${role} was due to ${sets[0]?.join(' and ') ?? ''} and came to ${[...has].join(' and ') || 'nobody'}${withheld ? ', withheld' : ''}`,
        );
      }
    }
  }

  function dayOf({ recordedAt }: Recorded): LocalDate {
    return localDate(recordedAt, timeZone);
  }
}

const isBefore = (position: string, head: string | undefined): boolean =>
  head === undefined || comparePositions(position, head) <= 0;

type About = Pick<LetterItem, 'assignment' | 'statement' | 'rung' | 'role'>;

const sameDeadline = (a: About, b: About): boolean =>
  a.assignment === b.assignment && a.statement === b.statement && a.role === b.role;

const same = (a: About, b: About): boolean => sameDeadline(a, b) && a.rung === b.rung;

/** The text of a mail with its white space made one. */
async function textOf({ raw }: Received): Promise<string> {
  const { text = '' } = await PostalMime.parse(raw);
  return text.replace(/\s+/g, ' ');
}

/**
 * A letter without the sentences about what is taken out of the reader's calendar and without the days of reports, which may
 * read like the words of a deadline; and the sentence about what has been closed.
 */
function partsOf(all: string): { readonly text: string; readonly ended: string } {
  const [ended = ''] =
    /(Avslutat sedan förra brevet|Closed since the last letter): .*?(kalender|calendar)/.exec(all) ?? [];
  const text = all
    .replace(ended, '')
    .replace(/(Har inte längre någon dag|No longer has a day): .*?(kalender|calendar)/, '')
    .replace(/(Senast hört|Last heard): \d+ \p{L}+ \d{4}/gu, '$1');
  return { text, ended };
}

/** What a letter says about an assignment, from where its title stands last; titles are `Uppdrag`, a number and a dot. */
function sectionOf(text: string, title: string): string | undefined {
  const at = text.lastIndexOf(title);
  if (at < 0) return undefined;
  const rest = text.slice(at + title.length);
  const next = rest.search(/Uppdrag \d+\./);
  return next < 0 ? rest : rest.slice(0, next);
}
