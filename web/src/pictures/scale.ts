import { type Day, dayNumber, type Language, monthName, monthStarts } from './days';

/** A place on a time line; 0 is the left edge and 1 the right. */
export type Place = number;

/** How long a time line is drawn: over 45 rem, over 30 rem, or down to the width of a phone. */
export type Room = 'roomy' | 'wide' | 'narrow';

/** The shortest line of each room, in pixels. */
const shortest = { roomy: 720, wide: 480, narrow: 256 } as const satisfies Record<Room, number>;
const rooms = ['roomy', 'wide', 'narrow'] as const satisfies readonly Room[];

/** Words at a place, with the rooms in which they stand clear of their neighbours and of the edges. */
export interface Label {
  readonly at: Place;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly rooms: readonly Room[];
}

export interface TimeScale {
  /** Where months begin. */
  readonly ticks: readonly { readonly at: Place; readonly year: boolean }[];
  readonly months: readonly Label[];
  readonly years: readonly Label[];
}

/** Where a day stands between two others; the ends when it lies outside them. */
export const placeBetween = (from: Day, to: Day, day: Day): Place =>
  Math.min(1, Math.max(0, (dayNumber(day) - dayNumber(from)) / Math.max(1, dayNumber(to) - dayNumber(from))));

/** Months, as many as have room and evenly, and above them years; at least one year is always written. */
export function layScale(from: Day, to: Day, language: Language): TimeScale {
  const length = Math.max(1, dayNumber(to) - dayNumber(from));
  const at = (day: Day): Place => placeBetween(from, to, day);
  const starts = monthStarts(from, to);
  const every = (days: number, steps: readonly number[], pixels: number, room: Room): number =>
    steps.find((step) => (step * days * shortest[room]) / length >= pixels) ?? NaN;
  const label = (day: Day, text: string, pixels: number, shows: (room: Room) => boolean): Label => ({
    at: at(day),
    text,
    anchor: 'start',
    rooms: rooms.filter((room) => (1 - at(day)) * shortest[room] >= pixels && shows(room)),
  });
  const months = starts.map((day) =>
    label(
      day,
      monthName(day, language, 'short'),
      28,
      (room) => (Number(day.slice(5, 7)) - 1) % every(30.4, [1, 2, 3, 6], 38, room) === 0,
    ),
  );
  const years = starts
    .filter((day) => day.endsWith('-01-01'))
    .map((day) =>
      label(
        day,
        day.slice(0, 4),
        36,
        (room) => Number(day.slice(0, 4)) % every(365, [1, 2, 5, 10, 20], 48, room) === 0,
      ),
    );
  const start = from.slice(0, 4);
  return {
    ticks: starts
      .map((day) => ({ at: at(day), year: day.endsWith('-01-01') }))
      .filter(({ year }) => year || length < 1_000),
    months,
    years: [
      label(from, starts.length === 0 ? `${monthName(from, language)} ${start}` : start, 0, (room) =>
        years.every((year) => !year.rooms.includes(room) || year.at * shortest[room] >= 38),
      ),
      ...years,
    ],
  };
}

/** Labels centred on their places, in the order of their weight: what would collide with one before it is left out. */
export function fitted<T extends { readonly at: Place; readonly text: string }>(
  labels: readonly T[],
  pixels: number,
): readonly (T & Label)[] {
  const placed = labels.map((label) => ({
    ...label,
    anchor: label.at < 0.1 ? ('start' as const) : label.at > 0.9 ? ('end' as const) : ('middle' as const),
  }));
  const kept = new Map(
    rooms.map((room) => {
      const wide = pixels / shortest[room];
      const taken: [Place, T][] = [];
      for (const label of placed) {
        const begins = label.at - { start: 0, middle: wide / 2, end: wide }[label.anchor];
        if (taken.every(([other]) => Math.abs(other - begins) >= wide)) taken.push([begins, label]);
      }
      return [room, new Set(taken.map(([, label]) => label))];
    }),
  );
  return placed.map((label) => ({ ...label, rooms: rooms.filter((room) => kept.get(room)?.has(label)) }));
}

/** The class of what is seen in some rooms only. */
export const inRooms = ({ rooms: seen }: Pick<Label, 'rooms'>): string =>
  ['in-room', ...seen.map((room) => `in-${room}`)].join(' ');
