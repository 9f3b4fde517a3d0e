import { type Day, daysBetween, type Language, longDay } from './days';
import { inDays, inMonths } from './words';

/** A fact of the log, as the API gives it. */
export interface TimelineFact {
  readonly id: string;
  readonly type: { readonly code: string; readonly text: string };
  readonly line: string;
  readonly actor: { readonly role: { readonly text: string } };
  readonly subject: { readonly id: string; readonly title?: string };
  readonly relation?: { readonly code: string; readonly text: string };
  readonly occurred: string | null;
  readonly occurredText: string;
  readonly statedAt: Day;
  readonly recordedOn: Day;
  readonly source?: { readonly document: string; readonly quote?: string };
}

/** By which of a fact's three dates something goes. */
export type FactDate = 'happened' | 'stated' | 'recorded';

export interface Entry {
  readonly fact: TimelineFact;
  /** What it is about, where that is something else than what the one before it was about. */
  readonly about?: string;
  /** All three dates in words, when they are not the same. */
  readonly dates: readonly { readonly which: FactDate; readonly name: string; readonly text: string }[];
  /** That it was told or recorded later than it happened. */
  readonly afterwards?: string;
}

interface TimelineDay {
  readonly day: Day;
  readonly dayText: string;
  /** The time without an event before it, when it is long. */
  readonly silence?: { readonly days: number; readonly text: string };
  readonly entries: readonly Entry[];
}

const dateNames = {
  happened: { sv: 'hände', en: 'happened' },
  stated: { sv: 'sades', en: 'was stated' },
  recorded: { sv: 'registrerades', en: 'was recorded' },
} as const;

const longSilence = 60;

/** The day a fact goes by: where it is not known when it happened, the day it was stated. */
export function dayOfFact(
  { occurred, statedAt, recordedOn }: Pick<TimelineFact, 'occurred' | 'statedAt' | 'recordedOn'>,
  date: FactDate,
): Day {
  switch (date) {
    case 'happened':
      return occurred !== null && /^\d{4}-\d{2}-\d{2}/.test(occurred) ? occurred.slice(0, 10) : statedAt;
    case 'stated':
      return statedAt;
    case 'recorded':
      return recordedOn;
  }
}

/** Lays out facts day by day, oldest first, with their dates where they differ and the silences between them. */
export function layTimeline(
  facts: readonly TimelineFact[],
  date: FactDate,
  language: Language,
): readonly TimelineDay[] {
  const days = new Map<Day, TimelineFact[]>();
  for (const fact of facts) {
    const day = dayOfFact(fact, date);
    const told = days.get(day);
    if (told) told.push(fact);
    else days.set(day, [fact]);
  }
  const inOrder = [...days].toSorted(([a], [b]) => a.localeCompare(b));
  return inOrder.map(([day, told], index) => {
    const before = inOrder[index - 1];
    const gap = before === undefined ? 0 : daysBetween(before[0], day);
    return {
      day,
      dayText: longDay(day, language),
      silence:
        gap < longSilence ? undefined : { days: gap, text: `${inMonths(gap, language)} ${silent[language]}` },
      entries: told.map((fact, at) => entryOf(fact, told[at - 1], language)),
    };
  });
}

const silent = { sv: 'utan händelse', en: 'without an event' } as const;

function entryOf(fact: TimelineFact, before: TimelineFact | undefined, language: Language): Entry {
  const { occurred, statedAt, recordedOn, subject, relation } = fact;
  const other = relation !== undefined && relation.code !== 'self';
  const same = occurred?.slice(0, 10) === statedAt && statedAt === recordedOn;
  const told = occurred !== null && occurred < statedAt.slice(0, occurred.length);
  const recorded = statedAt < recordedOn;
  const words = {
    sv: told
      ? recorded
        ? 'Sagt och registrerat i efterhand'
        : 'Sagt i efterhand'
      : 'Registrerat i efterhand',
    en: told ? (recorded ? 'Told and recorded afterwards' : 'Told afterwards') : 'Recorded afterwards',
  };
  return {
    fact,
    about: other && before?.subject.id !== subject.id ? subject.title : undefined,
    afterwards: told || recorded ? words[language] : undefined,
    dates: same
      ? []
      : [
          { which: 'happened', name: dateNames.happened[language], text: fact.occurredText },
          { which: 'stated', name: dateNames.stated[language], text: longDay(statedAt, language) },
          { which: 'recorded', name: dateNames.recorded[language], text: longDay(recordedOn, language) },
        ],
  };
}

/** What the timeline shows, as a sentence. */
export function timelineFinding(days: readonly TimelineDay[], language: Language): string {
  const sv = language === 'sv';
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return sv ? 'Inget är registrerat.' : 'Nothing is recorded.';
  const facts = days.flatMap(({ entries }) => entries.map(({ fact }) => fact));
  const many = facts.length;
  const moved = facts.filter(({ type }) => /Moved$/.test(type.code)).length;
  const longest = Math.max(...days.map(({ silence }) => silence?.days ?? 0));
  const parts = sv
    ? [
        `${many.toString()} ${many === 1 ? 'händelse' : 'händelser'}${first === last ? ` den ${first.dayText}` : ` mellan ${first.dayText} och ${last.dayText}`}`,
        longest > 0 && `som längst ${inDays(longest, language)} utan händelse`,
        moved > 0 && `tiden har flyttats ${moved === 1 ? 'en gång' : `${moved.toString()} gånger`}`,
      ]
    : [
        `${many.toString()} ${many === 1 ? 'event' : 'events'}${first === last ? ` on ${first.dayText}` : ` between ${first.dayText} and ${last.dayText}`}`,
        longest > 0 && `at most ${inDays(longest, language)} without an event`,
        moved > 0 && `the time has moved ${moved === 1 ? 'once' : `${moved.toString()} times`}`,
      ];
  return `${parts.filter((part) => part !== false).join('; ')}.`;
}
