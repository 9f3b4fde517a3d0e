import { scaleLinear } from 'd3-scale';
import {
  type Day,
  dayNumber,
  dayOf,
  daysBetween,
  type Language,
  longDay,
  monthName,
  monthStarts,
  shortDay,
} from './days';
import { inDays } from './words';

/** A deadline as it was written and as it is understood. */
export interface Promised {
  readonly text: string;
  readonly from?: Day;
  readonly to?: Day;
}

/** An assignment that is waited for. */
export interface Awaited {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly responsible: readonly string[];
  readonly givenOn: Day;
  readonly promise: Promised;
  /** Earlier promises, the first one first. */
  readonly earlier: readonly Promised[];
  /** The day of the meeting at which it is to be heard. */
  readonly expected?: Day;
  readonly late: boolean;
  readonly state: string;
}

/** A meeting of the body. */
export interface MeetingDay {
  readonly id: string;
  readonly day: Day;
  readonly name: string;
  readonly kind: 'ordinary' | 'extra' | 'perCapsulam';
}

export interface BandInput {
  readonly today: Day;
  readonly meetings: readonly MeetingDay[];
  readonly awaited: readonly Awaited[];
}

/** A place on the time line; 0 is the left edge and 1 the right. */
export type Place = number;

export interface Tick {
  readonly at: Place;
  readonly label: string;
  /** Whether it is too near the one before it to be written: everywhere, or where there is little room. */
  readonly crowded: '' | 'narrow' | 'always';
}

/** What is drawn for an assignment. */
export interface Lane {
  readonly awaited: Awaited;
  /** From when to when it is waited for; missing when no time is given. */
  readonly span?: { readonly from: Place; readonly to: Place };
  readonly expected?: Place;
  /** Where earlier promises ended, the first one first. */
  readonly ghosts: readonly { readonly at: Place; readonly name: string }[];
  readonly tail?: { readonly from: Place; readonly to: Place };
  /** How many days it is late; 0 when it is not. */
  readonly lateBy: number;
  /** How many days the last day has moved in all. */
  readonly slip: number;
  /** What the lane says, in words. */
  readonly reading: string;
}

export interface Band {
  readonly from: Day;
  readonly to: Day;
  readonly months: readonly Tick[];
  readonly meetings: readonly (Tick & { readonly meeting: MeetingDay; readonly past: boolean })[];
  readonly today: Place;
  readonly groups: readonly { readonly name: string; readonly lanes: readonly Lane[] }[];
  readonly finding: string;
}

const nobody = { sv: 'Ingen ansvarig', en: 'Nobody responsible' } as const;

/** Lays out what a body waits for along the time line of its meetings. */
export function layBand({ today, meetings, awaited }: BandInput, language: Language): Band {
  const { from, to } = reach(today, meetings, awaited);
  const scale = scaleLinear([dayNumber(from), dayNumber(to)], [0, 1]).clamp(true);
  const at = (day: Day): Place => round(scale(dayNumber(day)));
  const shown = meetings
    .filter(({ day }) => day >= from && day <= to)
    .toSorted(
      (a, b) => Number(a.kind !== 'ordinary') - Number(b.kind !== 'ordinary') || a.day.localeCompare(b.day),
    );
  const lane = (one: Awaited): Lane => {
    const { promise, earlier, givenOn, expected, late } = one;
    const start = promise.from !== undefined && promise.from > givenOn ? promise.from : givenOn;
    const first = earlier[0]?.to;
    const slip = first === undefined || promise.to === undefined ? 0 : daysBetween(first, promise.to);
    const lateBy = late && promise.to !== undefined ? daysBetween(promise.to, today) : 0;
    return {
      awaited: one,
      span:
        promise.to === undefined
          ? undefined
          : { from: at(start < promise.to ? start : promise.to), to: at(promise.to) },
      expected: expected === undefined ? undefined : at(expected),
      ghosts: earlier.flatMap(({ to: end, text }) =>
        end === undefined ? [] : [{ at: at(end), name: text }],
      ),
      tail: late && promise.to !== undefined ? { from: at(promise.to), to: at(today) } : undefined,
      lateBy,
      slip,
      reading: readingOf(one, { slip, lateBy }, language),
    };
  };
  const groups = grouped(awaited, language).map(([name, members]) => ({ name, lanes: members.map(lane) }));
  return {
    from,
    to,
    today: at(today),
    months: ticks(
      monthStarts(from, to).map((day) => ({
        at: at(day),
        label: day.endsWith('-01-01') ? day.slice(0, 4) : monthName(day, language, 'short'),
      })),
      { wide: 0.05, narrow: 0.15 },
    ),
    meetings: ticks(
      shown.map((meeting) => ({
        at: at(meeting.day),
        label: shortDay(meeting.day, language, 'short'),
        meeting,
        past: meeting.day < today,
      })),
      { wide: 0.08, narrow: 0.2 },
    ),
    groups,
    finding: findingOf(
      groups.flatMap(({ lanes }) => lanes),
      language,
    ),
  };
}

/** From a month before what is earliest, at most a year back, to a month after what is last. */
function reach(
  today: Day,
  meetings: readonly MeetingDay[],
  awaited: readonly Awaited[],
): { from: Day; to: Day } {
  const days = awaited.flatMap(({ givenOn, promise, earlier, expected }) =>
    [givenOn, promise.to, expected, ...earlier.map(({ to }) => to)].filter((day) => day !== undefined),
  );
  const ahead = meetings.flatMap(({ day }) => (day > today ? [day] : [])).toSorted()[1];
  const all = [today, ...days, ...(ahead === undefined ? [] : [ahead])].map(dayNumber);
  const now = dayNumber(today);
  return {
    from: dayOf(Math.max(Math.min(...all) - 14, now - 366)),
    to: dayOf(Math.min(Math.max(...all, now + 60) + 21, now + 731)),
  };
}

const round = (place: number): number => Math.round(place * 10_000) / 10_000;

function ticks<T extends { readonly at: Place }>(
  found: readonly T[],
  room: { readonly wide: number; readonly narrow: number },
): readonly (T & Pick<Tick, 'crowded'>)[] {
  let [wide, narrow] = [-1, -1];
  return found.map((tick) => {
    if (tick.at - wide < room.wide) return { ...tick, crowded: 'always' };
    wide = tick.at;
    if (tick.at - narrow < room.narrow) return { ...tick, crowded: 'narrow' };
    narrow = tick.at;
    return { ...tick, crowded: '' };
  });
}

/** By those responsible together, in the order in which their first answer is due. */
function grouped(awaited: readonly Awaited[], language: Language): [string, Awaited[]][] {
  const groups = new Map<string, Awaited[]>();
  const due = ({ promise, expected }: Awaited): Day => promise.to ?? expected ?? '9999';
  for (const one of awaited.toSorted((a, b) => due(a).localeCompare(due(b)) || a.id.localeCompare(b.id))) {
    const name = one.responsible.length > 0 ? one.responsible.join(' + ') : nobody[language];
    const members = groups.get(name);
    if (members) members.push(one);
    else groups.set(name, [one]);
  }
  return [...groups];
}

function readingOf(
  { title, promise, earlier, expected, state }: Awaited,
  { slip, lateBy }: { readonly slip: number; readonly lateBy: number },
  language: Language,
): string {
  const sv = language === 'sv';
  const written =
    promise.text === ''
      ? sv
        ? 'ingen tid är angiven'
        : 'no time is given'
      : sv
        ? `”${promise.text}”`
        : `“${promise.text}”`;
  const parts = [
    `${title}: ${state}, ${written}`,
    expected !== undefined &&
      `${sv ? 'väntas till mötet' : 'expected at the meeting of'} ${longDay(expected, language)}`,
    earlier[0] !== undefined &&
      earlier[0].text !== '' &&
      (sv
        ? `lovades först ”${earlier[0].text}”${slip > 0 ? `, flyttat ${inDays(slip, language)}` : ''}`
        : `first promised “${earlier[0].text}”${slip > 0 ? `, moved ${inDays(slip, language)}` : ''}`),
    lateBy > 0 && `${inDays(lateBy, language)} ${sv ? 'försenat' : 'late'}`,
  ];
  return `${parts.filter((part) => part !== false).join('; ')}.`;
}

/** What the lanes show beyond their number: what is latest, what has moved farthest, what has no time. */
function findingOf(lanes: readonly Lane[], language: Language): string {
  const sv = language === 'sv';
  if (lanes.length === 0)
    return sv ? 'Inget uppdrag väntar på återkoppling.' : 'No assignment awaits an answer.';
  const most = (by: 'lateBy' | 'slip'): Lane | undefined =>
    lanes.filter((lane) => lane[by] > 0).toSorted((a, b) => b[by] - a[by])[0];
  const [latest, farthest] = [most('lateBy'), most('slip')];
  const undated = lanes.filter(({ span, expected }) => span === undefined && expected === undefined).length;
  const parts = [
    latest &&
      (sv
        ? `Mest försenat är ”${latest.awaited.title}”, ${inDays(latest.lateBy, language)}.`
        : `Most overdue is “${latest.awaited.title}”, by ${inDays(latest.lateBy, language)}.`),
    farthest &&
      (sv
        ? `Längst framflyttat är ”${farthest.awaited.title}”, ${inDays(farthest.slip, language)}.`
        : `Moved the farthest is “${farthest.awaited.title}”, ${inDays(farthest.slip, language)}.`),
    undated > 0 &&
      (sv
        ? `${undated.toString()} väntas inte till något möte.`
        : `${undated.toString()} ${undated === 1 ? 'is' : 'are'} expected at no meeting.`),
  ].filter((part) => part !== undefined && part !== false);
  if (parts.length > 0) return parts.join(' ');
  return sv
    ? 'Inget är försenat, och ingen tid har flyttats fram.'
    : 'Nothing is late, and no time has been moved on.';
}
