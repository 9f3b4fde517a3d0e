import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Day, dayNumber, type Language, longDay, monthName, monthStarts } from './days';
import { dayAt, handleText, keyed, laySlider, placeOf, type SliderEvent } from './slider';
import { mark, percent, Picture } from './picture';

const texts = {
  sv: {
    name: 'Tidsreglage',
    play: 'Spela upp',
    pause: 'Pausa',
    day: 'Dag',
    what: 'Händelse',
    handle: 'Reglage',
    finding: 'ändringar mellan',
    and: 'och',
    help: 'Pil: nästa händelse. Skift + pil: en dag.',
  },
  en: {
    name: 'Time slider',
    play: 'Play',
    pause: 'Pause',
    day: 'Day',
    what: 'Event',
    handle: 'Handle',
    finding: 'changes between',
    and: 'and',
    help: 'Arrow: next event. Shift + arrow: one day.',
  },
} as const;

/** How long each event stands when it plays, in milliseconds. */
const pace = 1100;

interface TimeSliderProps {
  readonly events: readonly SliderEvent[];
  readonly until: Day;
  readonly a: Day;
  readonly b: Day;
  readonly onChange: (a: Day, b: Day) => void;
  readonly language: Language;
}

/** Two dates, A and B, set on a line with a bar per event; plays from A to the end. A is never after B. */
export function TimeSlider({ events, until, a, b, onChange, language }: TimeSliderProps) {
  const text = texts[language];
  const slider = laySlider(events, until);
  const track = useRef<HTMLDivElement>(null);
  const [playing, setPlaying] = useState(false);
  const [held, setHeld] = useState<'a' | 'b'>();

  const set = (which: 'a' | 'b', day: Day): void => {
    if (which === 'a') onChange(day < b ? day : b, b);
    else onChange(a, day > a ? day : a);
  };
  const next = slider.stops.find((stop) => stop > b);
  useEffect(() => {
    if (!playing) return;
    if (next === undefined) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => {
      onChange(a, next);
    }, pace);
    return () => {
      clearTimeout(timer);
    };
  }, [playing, next, a, onChange]);

  const dayUnder = ({ clientX }: PointerEvent): Day => {
    const box = track.current?.getBoundingClientRect();
    return box ? dayAt(slider, (clientX - box.left) / box.width) : b;
  };
  const nearest = (day: Day): 'a' | 'b' =>
    a === b
      ? day < a
        ? 'a'
        : 'b'
      : Math.abs(dayNumber(day) - dayNumber(a)) < Math.abs(dayNumber(day) - dayNumber(b))
        ? 'a'
        : 'b';
  const between = slider.bars.filter(({ day }) => day > a && day <= b).length;
  const play = (): void => {
    if (!playing && next === undefined) onChange(a, a);
    setPlaying(!playing);
  };

  const handle = (which: 'a' | 'b') => {
    const day = which === 'a' ? a : b;
    return (
      <div
        className={`slider-handle ${which}`}
        role="slider"
        tabIndex={0}
        aria-label={`${text.handle} ${which.toUpperCase()}`}
        aria-valuemin={dayNumber(slider.from)}
        aria-valuemax={dayNumber(slider.to)}
        aria-valuenow={dayNumber(day)}
        aria-valuetext={handleText(slider, day, language)}
        style={{ left: percent(placeOf(slider, day)) }}
        onKeyDown={(event) => {
          const to = keyed(slider, day, event.key, event.shiftKey);
          if (to === undefined) return;
          event.preventDefault();
          setPlaying(false);
          set(which, to);
        }}
      >
        <span aria-hidden="true">{which.toUpperCase()}</span>
      </div>
    );
  };

  return (
    <Picture
      name={text.name}
      finding={`${between.toString()} ${text.finding} ${longDay(a, language)} ${text.and} ${longDay(b, language)}.`}
      language={language}
      table={
        <table>
          <thead>
            <tr>
              <th scope="col">{text.day}</th>
              <th scope="col">{text.what}</th>
            </tr>
          </thead>
          <tbody>
            {slider.bars.map(({ id, day, label }) => (
              <tr key={id}>
                <td>{longDay(day, language)}</td>
                <td>{label}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <div className="slider">
        <div
          ref={track}
          className="slider-track"
          onPointerDown={(event) => {
            const day = dayUnder(event);
            const which = nearest(day);
            event.currentTarget.setPointerCapture(event.pointerId);
            setPlaying(false);
            setHeld(which);
            set(which, day);
          }}
          onPointerMove={(event) => {
            if (held !== undefined) set(held, dayUnder(event));
          }}
          onPointerUp={() => {
            setHeld(undefined);
          }}
          onPointerCancel={() => {
            setHeld(undefined);
          }}
        >
          <svg className="slider-bars">
            {monthStarts(slider.from, slider.to).map((month) => (
              <g key={month} aria-hidden="true">
                <line
                  className="slider-month"
                  x1={percent(placeOf(slider, month))}
                  x2={percent(placeOf(slider, month))}
                  y1="0"
                  y2="64"
                />
                <text className="slider-month-name" x={percent(placeOf(slider, month))} y="80" dx="3">
                  {month.endsWith('-01-01') ? month.slice(0, 4) : monthName(month, language, 'short')}
                </text>
              </g>
            ))}
            <rect
              className="slider-between"
              x={percent(placeOf(slider, a))}
              width={percent(placeOf(slider, b) - placeOf(slider, a))}
              y="0"
              height="64"
            />
            <line className="slider-line" x1="0" x2="100%" y1="64" y2="64" />
            {slider.bars.map(({ id, day, label, at, height, beside }, index) => (
              <svg key={id} x={percent(at)} y="64" className="band-point">
                <rect
                  className={`slider-bar${day > a && day <= b ? ' inside' : ''}${day > b ? ' later' : ''}`}
                  x={beside * 7 - 2.5}
                  y={-height * 52}
                  width="5"
                  height={height * 52}
                  {...mark(`${longDay(day, language)}: ${label}`, index === 0)}
                />
              </svg>
            ))}
          </svg>
          {handle('a')}
          {handle('b')}
        </div>
        <p className="slider-tools">
          <button type="button" aria-pressed={playing} onClick={play}>
            {playing ? text.pause : text.play}
          </button>
          <span className="slider-help">{text.help}</span>
        </p>
      </div>
    </Picture>
  );
}
