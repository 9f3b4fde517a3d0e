import { type Day, dayNumber, dayOf, type Language, longDay } from './days';
import { layScale, type Place, placeBetween, type TimeScale } from './scale';

/** An event on the slider. */
export interface SliderEvent {
  readonly id: string;
  readonly day: Day;
  readonly label: string;
}

interface SliderBar extends SliderEvent {
  readonly at: Place;
  /** From 0, on the line; bars that would cover each other stand on each other. */
  readonly level: number;
}

interface Slider {
  readonly from: Day;
  readonly to: Day;
  readonly bars: readonly SliderBar[];
  /** How many bars stand on each other at most. */
  readonly levels: number;
  /** The days on which something happened, in order. */
  readonly stops: readonly Day[];
  readonly scale: TimeScale;
}

/** How wide a bar is, as a share of the line. */
const barWidth = 0.016;

/** Lays out a bar per event between the day before the first event and the last day that can be asked for. */
export function laySlider(events: readonly SliderEvent[], until: Day, language: Language): Slider {
  const inOrder = events.toSorted((a, b) => a.day.localeCompare(b.day));
  const from = dayOf(dayNumber(inOrder[0]?.day ?? until) - 1);
  const last = inOrder.at(-1)?.day ?? until;
  const to = last > until ? last : until;
  const ends: Place[] = [];
  const bars = inOrder.map((event) => {
    const at = placeBetween(from, to, event.day);
    const free = ends.findIndex((end) => at - end >= barWidth);
    const level = free === -1 ? ends.length : free;
    ends[level] = at;
    return { ...event, at, level };
  });
  return {
    from,
    to,
    bars,
    levels: ends.length,
    stops: [...new Set(inOrder.map(({ day }) => day))],
    scale: layScale(from, to, language),
  };
}

/** Where a day stands between the ends. */
export const placeOf = ({ from, to }: Slider, day: Day): Place => placeBetween(from, to, day);

/** The day at a place between the ends. */
export const dayAt = ({ from, to }: Slider, place: number): Day =>
  dayOf(Math.round(dayNumber(from) + Math.min(1, Math.max(0, place)) * (dayNumber(to) - dayNumber(from))));

/** The day at a place, or the day of an event that is as near as `reach`. */
export function dayNear(slider: Slider, place: Place, reach: Place): Day {
  const away = (day: Day): number => Math.abs(placeOf(slider, day) - place);
  const [nearest] = slider.stops.toSorted((a, b) => away(a) - away(b));
  return nearest !== undefined && away(nearest) <= reach ? nearest : dayAt(slider, place);
}

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

/** What the slider shows, as a sentence. What happens on the day of A is there already at A. */
export function sliderFinding({ bars }: Slider, a: Day, b: Day, language: Language): string {
  const sv = language === 'sv';
  if (bars.length === 0) return sv ? 'Ingen händelse är registrerad.' : 'No event is recorded.';
  const between = bars.filter(({ day }) => day > a && day <= b).length;
  const after = bars.filter(({ day }) => day > b).length;
  const before = bars.length - between - after;
  const [from, to] = [longDay(a, language), longDay(b, language)];
  const count = (many: number): string => (many === 0 ? (sv ? 'ingen' : 'none') : many.toString());
  return sv
    ? `${between === 0 ? 'Ingen händelse' : between === 1 ? '1 händelse' : `${between.toString()} händelser`} mellan A, ${from}, och B, ${to}; ${count(before)} redan vid A, ${count(after)} efter B.`
    : `${between === 0 ? 'No event' : between === 1 ? '1 event' : `${between.toString()} events`} between A, ${from}, and B, ${to}; ${count(before)} already at A, ${count(after)} after B.`;
}
