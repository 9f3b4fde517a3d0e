import { type Day, dayNumber, dayOf, type Language, longDay } from './days';

/** An event on the slider: a bar, as high as it changed much. */
export interface SliderEvent {
  readonly id: string;
  readonly day: Day;
  readonly label: string;
  /** How many fields it changed. */
  readonly weight: number;
}

export interface SliderBar extends SliderEvent {
  /** From 0 to 1. */
  readonly at: number;
  /** From 0 to 1. */
  readonly height: number;
  /** The bars of one day stand beside each other: which one this is. */
  readonly beside: number;
}

export interface Slider {
  readonly from: Day;
  readonly to: Day;
  readonly bars: readonly SliderBar[];
  /** The days on which something happened, in order. */
  readonly stops: readonly Day[];
}

/** Lays out the bars between the day before the first event and the last day that can be asked for. */
export function laySlider(events: readonly SliderEvent[], until: Day): Slider {
  const inOrder = events.toSorted((a, b) => a.day.localeCompare(b.day));
  const from = dayOf(dayNumber(inOrder[0]?.day ?? until) - 1);
  const last = inOrder.at(-1)?.day ?? until;
  const to = last > until ? last : until;
  const length = Math.max(1, dayNumber(to) - dayNumber(from));
  const most = Math.max(1, ...inOrder.map(({ weight }) => weight));
  const seen = new Map<Day, number>();
  return {
    from,
    to,
    bars: inOrder.map((event) => {
      const beside = seen.get(event.day) ?? 0;
      seen.set(event.day, beside + 1);
      return {
        ...event,
        at: (dayNumber(event.day) - dayNumber(from)) / length,
        height: 0.25 + 0.75 * Math.sqrt(event.weight / most),
        beside,
      };
    }),
    stops: [...new Set(inOrder.map(({ day }) => day))],
  };
}

/** Where a day stands between the ends, from 0 to 1. */
export const placeOf = ({ from, to }: Slider, day: Day): number =>
  Math.min(1, Math.max(0, (dayNumber(day) - dayNumber(from)) / Math.max(1, dayNumber(to) - dayNumber(from))));

/** The day at a place between the ends. */
export const dayAt = ({ from, to }: Slider, place: number): Day =>
  dayOf(Math.round(dayNumber(from) + Math.min(1, Math.max(0, place)) * (dayNumber(to) - dayNumber(from))));

/**
 * Where a key takes a handle: arrows to the next event, with shift to the next day, page keys a month, Home and End to
 * the ends. `undefined` when the key means nothing here.
 */
export function keyed(slider: Slider, day: Day, key: string, shift: boolean): Day | undefined {
  const within = (number: number): Day =>
    dayOf(Math.min(dayNumber(slider.to), Math.max(dayNumber(slider.from), number)));
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return shift ? within(dayNumber(day) + 1) : (slider.stops.find((stop) => stop > day) ?? slider.to);
    case 'ArrowLeft':
    case 'ArrowDown':
      return shift
        ? within(dayNumber(day) - 1)
        : (slider.stops.findLast((stop) => stop < day) ?? slider.from);
    case 'PageUp':
      return within(dayNumber(day) + 30);
    case 'PageDown':
      return within(dayNumber(day) - 30);
    case 'Home':
      return slider.from;
    case 'End':
      return slider.to;
    default:
      return undefined;
  }
}

/** What a handle says of itself. */
export function handleText(slider: Slider, day: Day, language: Language): string {
  const count = slider.bars.filter((bar) => bar.day <= day).length;
  const date = longDay(day, language);
  return language === 'sv'
    ? `${date}, ${count.toString()} av ${slider.bars.length.toString()} händelser`
    : `${date}, ${count.toString()} of ${slider.bars.length.toString()} events`;
}
