import { type Day, daysBetween, type Language, longDay } from './days';
import { inDays } from './words';

/** A fact of the log, as the API gives it. */
export interface TimelineFact {
  readonly id: string;
  readonly type: { readonly code: string; readonly text: string };
  readonly line: string;
  readonly actor: { readonly role: { readonly text: string } };
  readonly subject: { readonly title?: string };
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
  readonly day: Day;
  readonly dayText: string;
  /** All three dates in words, when they are not the same. */
  readonly dates: readonly { readonly which: FactDate; readonly name: string; readonly text: string }[];
  /** Days of silence before it, when they are many. */
  readonly silence?: string;
}

export const dateNames = {
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

/** Lays out facts in time, oldest first, with their dates where they differ and the silences between them. */
export function layTimeline(
  facts: readonly TimelineFact[],
  date: FactDate,
  language: Language,
): readonly Entry[] {
  const sv = language === 'sv';
  const dated = facts
    .map((fact, index) => ({ fact, index, day: dayOfFact(fact, date) }))
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.index - b.index);
  return dated.map(({ fact, day }, index) => {
    const before = dated[index - 1];
    const gap = before === undefined ? 0 : daysBetween(before.day, day);
    const same = fact.occurred?.slice(0, 10) === fact.statedAt && fact.statedAt === fact.recordedOn;
    return {
      fact,
      day,
      dayText: longDay(day, language),
      dates: same
        ? []
        : [
            { which: 'happened', name: dateNames.happened[language], text: fact.occurredText },
            { which: 'stated', name: dateNames.stated[language], text: longDay(fact.statedAt, language) },
            {
              which: 'recorded',
              name: dateNames.recorded[language],
              text: longDay(fact.recordedOn, language),
            },
          ],
      silence:
        gap < longSilence
          ? undefined
          : sv
            ? `${inDays(gap, language)} utan händelse`
            : `${inDays(gap, language)} without an event`,
    };
  });
}

/** What the timeline shows, as a sentence. */
export function timelineFinding(entries: readonly Entry[], language: Language): string {
  const sv = language === 'sv';
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return sv ? 'Inget är registrerat.' : 'Nothing is recorded.';
  const many = entries.length;
  const moved = entries.filter(({ fact }) => /Moved$/.test(fact.type.code)).length;
  const parts = sv
    ? [
        `${many.toString()} ${many === 1 ? 'händelse' : 'händelser'}${first.day === last.day ? ` den ${first.dayText}` : ` mellan ${first.dayText} och ${last.dayText}`}`,
        moved > 0 && `tiden har flyttats ${moved === 1 ? 'en gång' : `${moved.toString()} gånger`}`,
      ]
    : [
        `${many.toString()} ${many === 1 ? 'event' : 'events'}${first.day === last.day ? ` on ${first.dayText}` : ` between ${first.dayText} and ${last.dayText}`}`,
        moved > 0 && `the time has moved ${moved === 1 ? 'once' : `${moved.toString()} times`}`,
      ];
  return `${parts.filter((part) => part !== false).join('; ')}.`;
}
