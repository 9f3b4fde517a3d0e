import { type Day, dayNumber, dayOf, daysBetween, type Language, longDay, shortDay } from './days';
import { fitted, type Label, layScale, type Place, placeBetween, type TimeScale } from './scale';
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
  /** The day of the last word about it. */
  readonly heard?: Day;
  readonly late: boolean;
  readonly state: string;
}

/** A meeting of the body. */
export interface MeetingDay {
  readonly id: string;
  readonly day: Day;
  readonly name: string;
  /** Whether the name is one that the body has given. */
  readonly titled?: boolean;
  readonly kind: 'ordinary' | 'extra' | 'perCapsulam';
}

export interface BandInput {
  readonly today: Day;
  readonly meetings: readonly MeetingDay[];
  readonly awaited: readonly Awaited[];
}

/** What is drawn for an assignment. */
export interface Lane {
  readonly awaited: Awaited;
  /** From when to when it is waited for; missing when no time is given. */
  readonly span?: { readonly from: Place; readonly to: Place };
  /** The meeting at which it is, or was, to be heard. */
  readonly expected?: { readonly at: Place; readonly passed: boolean };
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
  readonly scale: TimeScale;
  readonly meetings: readonly (Label & { readonly meeting: MeetingDay; readonly past: boolean })[];
  readonly today: Place;
  readonly groups: readonly { readonly name: string; readonly lanes: readonly Lane[] }[];
  readonly finding: string;
}

const nobody = { sv: 'Ingen ansvarig', en: 'Nobody responsible' } as const;

/** Lays out what a body waits for along the time line of its meetings. */
export function layBand({ today, meetings, awaited }: BandInput, language: Language): Band {
  const { from, to } = reach(today, meetings, awaited);
  const at = (day: Day): Place => placeBetween(from, to, day);
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
      expected: expected === undefined ? undefined : { at: at(expected), passed: expected < today },
      ghosts: earlier.flatMap(({ to: end, text }) =>
        end === undefined ? [] : [{ at: at(end), name: text }],
      ),
      tail: late && promise.to !== undefined ? { from: at(promise.to), to: at(today) } : undefined,
      lateBy,
      slip,
      reading: readingOf(one, { slip, lateBy, today }, language),
    };
  };
  const groups = grouped(awaited, language).map(([name, members]) => ({ name, lanes: members.map(lane) }));
  return {
    from,
    to,
    today: at(today),
    scale: layScale(from, to, language),
    meetings: fitted(
      meetings
        .filter(({ day }) => day >= from && day <= to)
        .toSorted((one, other) => weight(one, today) - weight(other, today))
        .map((meeting) => ({
          at: at(meeting.day),
          text: shortDay(meeting.day, language, 'short'),
          meeting,
          past: meeting.day < today,
        })),
      52,
    ),
    groups,
    finding: findingOf(
      groups.flatMap(({ lanes }) => lanes),
      today,
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

/** Which meeting's date is written first: the ordinary ones, from the next one on, and then backwards from today. */
const weight = ({ day, kind }: MeetingDay, today: Day): number => {
  const ahead = daysBetween(today, day);
  return (kind === 'ordinary' ? 0 : 20_000) + (ahead >= 0 ? ahead : 10_000 - ahead);
};

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
  one: Awaited,
  { slip, lateBy, today }: { readonly slip: number; readonly lateBy: number; readonly today: Day },
  language: Language,
): string {
  const sv = language === 'sv';
  const { title, promise, earlier, expected, heard, state } = one;
  const written =
    promise.text === ''
      ? sv
        ? 'ingen frist är angiven'
        : 'no deadline is given'
      : sv
        ? `”${promise.text}”`
        : `“${promise.text}”`;
  const parts = [
    `${sv ? title : `“${title}”`}: ${state}, ${written}`,
    expected !== undefined && expectedAt(expected, today, language),
    silent(one, today)
      ? sv
        ? 'inget är rapporterat sedan dess'
        : 'nothing is reported since'
      : heard !== undefined && `${sv ? 'senast hört' : 'last heard of'} ${longDay(heard, language)}`,
    earlier[0] !== undefined &&
      earlier[0].text !== '' &&
      (sv
        ? `lovades först ”${earlier[0].text}”${slip > 0 ? `, flyttat ${inDays(slip, language)}` : ''}`
        : `first promised “${earlier[0].text}”${slip > 0 ? `, moved ${inDays(slip, language)}` : ''}`),
    lateBy > 0 && `${inDays(lateBy, language)} ${sv ? 'försenat' : 'late'}`,
  ];
  return `${parts.filter((part) => part !== false).join('; ')}.`;
}

/** At which meeting it is expected; of one that has been, that it was. */
export function expectedAt(expected: Day, today: Day, language: Language): string {
  const passed = expected < today;
  const words = {
    sv: passed ? 'väntades till mötet' : 'väntas till mötet',
    en: passed ? 'was expected at the meeting of' : 'expected at the meeting of',
  };
  return `${words[language]} ${longDay(expected, language)}`;
}

/** Whether its meeting has been and nothing is reported since. */
const silent = ({ expected, heard }: Awaited, today: Day): boolean =>
  expected !== undefined && expected < today && (heard === undefined || heard < expected);

/** What the lanes show beyond their number: what is latest, what has moved farthest, what has no time. */
function findingOf(lanes: readonly Lane[], today: Day, language: Language): string {
  const sv = language === 'sv';
  if (lanes.length === 0)
    return sv ? 'Inget uppdrag väntar på återkoppling.' : 'No assignment awaits an answer.';
  const most = (by: 'lateBy' | 'slip'): Lane | undefined =>
    lanes.filter((lane) => lane[by] > 0).toSorted((a, b) => b[by] - a[by])[0];
  const [latest, farthest] = [most('lateBy'), most('slip')];
  const undated = lanes.filter(({ span, expected }) => span === undefined && expected === undefined).length;
  const waited = lanes.flatMap(({ awaited }) => (silent(awaited, today) ? [awaited.expected ?? today] : []));
  const [last] = waited.toSorted().toReversed();
  const parts = [
    latest &&
      (sv
        ? `Mest försenat är ”${latest.awaited.title}”, ${inDays(latest.lateBy, language)}.`
        : `Most overdue is “${latest.awaited.title}”, by ${inDays(latest.lateBy, language)}.`),
    last !== undefined &&
      (sv
        ? `${waited.length.toString()} väntades ${waited.every((day) => day === last) ? `till mötet ${longDay(last, language)}` : 'till möten som har varit'}, och inget är rapporterat sedan dess.`
        : `${waited.length.toString()} ${waited.length === 1 ? 'was' : 'were'} expected ${waited.every((day) => day === last) ? `at the meeting of ${longDay(last, language)}` : 'at meetings that have been'}, and nothing is reported since.`),
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
    ? 'Inget är försenat, och ingen frist har flyttats fram.'
    : 'Nothing is late, and no deadline has been moved on.';
}
