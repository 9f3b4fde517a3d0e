import { arc } from 'd3-shape';
import { type Day, dayNumber, type Language, longDay, monthName, shortDay } from './days';
import type { MeetingDay } from './band';

/** A topic that comes back, with the meetings at which it is taken up. */
export interface Topic {
  readonly name: string;
  readonly meetings: readonly string[];
}

export interface WheelInput {
  readonly year: number;
  readonly today: Day;
  readonly meetings: readonly (MeetingDay & { readonly href: string; readonly held: boolean })[];
  readonly topics: readonly Topic[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Held; still to come; or past its day without anybody having said that it was held. */
type MeetingStanding = 'held' | 'ahead' | 'unsaid';

const standings = {
  sv: { held: 'genomfört', ahead: 'planerat', unsaid: 'inte markerat som genomfört' },
  en: { held: 'held', ahead: 'planned', unsaid: 'not marked as held' },
} as const;

export interface Wheel {
  /** Half the side of the square it is drawn in; the middle is (0, 0). */
  readonly half: number;
  readonly months: readonly {
    readonly name: string;
    readonly path: string;
    readonly at: Point;
    readonly past: boolean;
  }[];
  readonly meetings: readonly (WheelInput['meetings'][number] & {
    readonly at: Point;
    readonly spoke: readonly [Point, Point];
    readonly tick: readonly [Point, Point];
    readonly label: Point;
    readonly anchor: 'start' | 'middle' | 'end';
    readonly short: string;
    readonly reading: string;
    readonly standing: MeetingStanding;
  })[];
  readonly topics: readonly {
    readonly number: number;
    readonly name: string;
    readonly radius: number;
    readonly marks: readonly { readonly at: Point; readonly reading: string }[];
    /** The days of the meetings that take it up, in words; empty when none of the year does. */
    readonly days: string;
  }[];
  readonly today?: readonly [Point, Point];
  readonly finding: string;
}

const half = 200;
const ring = { inner: 132, outer: 156 } as const;
const dots = 118;
const labels = 168;
const topicsFrom = 96;
const mostRings = 4;

/** Lays out a year of meetings and recurring topics as a ring that begins at the top and runs clockwise. */
export function layWheel({ year, today, meetings, topics }: WheelInput, language: Language): Wheel {
  const first = dayNumber(`${year.toString()}-01-01`);
  const length = dayNumber(`${(year + 1).toString()}-01-01`) - first;
  const turn = (day: Day): number => ((dayNumber(day) - first + 0.5) / length) * 2 * Math.PI;
  const ofYear = meetings
    .filter(({ day }) => day.startsWith(`${year.toString()}-`))
    .toSorted((a, b) => a.day.localeCompare(b.day));
  const step = Math.min(20, (topicsFrom - 44) / Math.max(1, Math.min(topics.length, mostRings) - 1));
  const labelled = spread(ofYear.map(({ day }) => turn(day)));
  return {
    half,
    months: Array.from({ length: 12 }, (_, index) => {
      const start = `${year.toString()}-${(index + 1).toString().padStart(2, '0')}-01`;
      const next =
        index === 11
          ? `${(year + 1).toString()}-01-01`
          : `${year.toString()}-${(index + 2).toString().padStart(2, '0')}-01`;
      const [from, to] = [start, next].map((day) => ((dayNumber(day) - first) / length) * 2 * Math.PI) as [
        number,
        number,
      ];
      return {
        name: monthName(start, language, 'short'),
        path:
          arc()({
            innerRadius: ring.inner,
            outerRadius: ring.outer,
            startAngle: from,
            endAngle: to,
            padAngle: 0.014,
          }) ?? '',
        at: onCircle((from + to) / 2, (ring.inner + ring.outer) / 2),
        past: next <= today,
      };
    }),
    meetings: ofYear.map((meeting, index) => {
      const angle = turn(meeting.day);
      const labelAngle = labelled[index] ?? angle;
      const standing = meeting.held ? 'held' : meeting.day < today ? 'unsaid' : 'ahead';
      const about = topics.filter((topic) => topic.meetings.includes(meeting.id)).map(({ name }) => name);
      return {
        ...meeting,
        at: onCircle(angle, dots),
        spoke: [onCircle(angle, 40), onCircle(angle, dots)],
        tick: [onCircle(angle, ring.outer + 1), onCircle(labelAngle, labels - 4)],
        label: onCircle(labelAngle, labels),
        anchor: Math.abs(Math.sin(labelAngle)) < 0.3 ? 'middle' : Math.sin(labelAngle) > 0 ? 'start' : 'end',
        standing,
        short: shortDay(meeting.day, language, 'short'),
        reading: `${shortDay(meeting.day, language, 'short')}, ${named(meeting, language)} ${longDay(meeting.day, language)}, ${standings[language][standing]}${about.length > 0 ? `: ${about.map((topic) => own(topic, language)).join(', ')}` : ''}`,
      };
    }),
    topics: topics.map((topic, index) => {
      const radius = topicsFrom - (index % mostRings) * step;
      const taken = ofYear.filter(({ id }) => topic.meetings.includes(id));
      return {
        number: index + 1,
        name: topic.name,
        radius,
        marks: taken.map(({ day }) => ({
          at: onCircle(turn(day), radius),
          reading: `${own(topic.name, language)}, ${shortDay(day, language)}`,
        })),
        days: taken.map(({ day }) => shortDay(day, language)).join(', '),
      };
    }),
    today: today.startsWith(`${year.toString()}-`)
      ? [onCircle(turn(today), ring.inner - 4), onCircle(turn(today), ring.outer + 4)]
      : undefined,
    finding: findingOf(year, today, ofYear, topics, language),
  };
}

/** The body's own words, in quotation marks where the text is in English. */
const own = (words: string, language: Language): string => (language === 'sv' ? words : `“${words}”`);

const named = ({ name, titled }: MeetingDay, language: Language): string =>
  titled === true ? own(name, language) : name;

const onCircle = (angle: number, radius: number): Point => ({
  x: Math.round(Math.sin(angle) * radius * 100) / 100,
  y: Math.round(-Math.cos(angle) * radius * 100) / 100,
});

/** Angles in order, moved apart until their labels have room. */
function spread(angles: readonly number[]): readonly number[] {
  const room = 0.17;
  const placed: number[] = [];
  for (const angle of angles) placed.push(Math.max(angle, (placed.at(-1) ?? -1) + room));
  return placed;
}

function findingOf(
  year: number,
  today: Day,
  meetings: WheelInput['meetings'],
  topics: readonly Topic[],
  language: Language,
): string {
  const sv = language === 'sv';
  if (meetings.length === 0)
    return sv
      ? `Inget möte är inlagt för ${year.toString()}.`
      : `No meeting is scheduled for ${year.toString()}.`;
  const ordinary = meetings.filter(({ kind }) => kind === 'ordinary').length;
  const others = meetings.length - ordinary;
  const left = meetings.filter(({ day, held }) => day >= today && !held);
  const next = left.find(({ kind }) => kind === 'ordinary');
  const sooner = left.filter(
    ({ day, kind }) => kind !== 'ordinary' && (next === undefined || day < next.day),
  )[0];
  const parts = sv
    ? [
        `${year.toString()} har ${ordinary === 0 ? 'inga' : ordinary.toString()} ${ordinary === 1 ? 'ordinarie möte' : 'ordinarie möten'}${others > 0 ? ` och ${others.toString()} ${others === 1 ? 'annat' : 'andra'}` : ''}${topics.length > 0 ? `, med ${topics.length.toString()} ${topics.length === 1 ? 'återkommande fråga' : 'återkommande frågor'}` : ''}.`,
        next && `Nästa ordinarie möte är ${longDay(next.day, language)}.`,
        sooner &&
          `${next ? 'Dessförinnan' : 'Härnäst'}: ${named(sooner, language)} ${longDay(sooner.day, language)}.`,
      ]
    : [
        `${year.toString()} has ${ordinary.toString()} ordinary ${ordinary === 1 ? 'meeting' : 'meetings'}${others > 0 ? ` and ${others.toString()} other` : ''}${topics.length > 0 ? `, with ${topics.length.toString()} recurring ${topics.length === 1 ? 'topic' : 'topics'}` : ''}.`,
        next && `The next ordinary one is on ${longDay(next.day, language)}.`,
        sooner &&
          `${next ? 'Before that' : 'Next'}: ${named(sooner, language)} ${longDay(sooner.day, language)}.`,
      ];
  return parts.filter((part) => part !== undefined).join(' ');
}
