import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { Said } from '../app/parts';
import { type Day, dayNumber, type Language, longDay } from './days';
import { mark, Months, percent, Picture } from './picture';
import { dayNear, handleText, keyed, laySlider, placeOf, type SliderEvent, sliderFinding } from './slider';

const texts = {
  sv: {
    name: 'Tidsreglage',
    play: 'Spela upp',
    pause: 'Pausa',
    previous: 'Föregående',
    next: 'Nästa',
    event: 'händelse',
    day: 'Dag',
    what: 'Händelse',
    handle: 'Reglage',
    empty:
      'När något är registrerat står här en ruta för varje händelse, och det går att se hur det stod två dagar.',
    help: 'Dra A och B, eller flytta dem med piltangenterna: till nästa händelse, med Skift en dag, med Page Up och Page Down en månad.',
    key: { already: 'redan vid A', inside: 'mellan A och B', later: 'efter B' },
    each: 'En ruta är en händelse; de som ligger tätt i tiden står ovanpå varandra.',
  },
  en: {
    name: 'Time slider',
    play: 'Play',
    pause: 'Pause',
    previous: 'Previous',
    next: 'Next',
    event: 'event',
    day: 'Day',
    what: 'Event',
    handle: 'Handle',
    empty:
      'When something is recorded there is a block for each event here, and how it stood on two days can be seen.',
    help: 'Drag A and B, or move them with the arrow keys: to the next event, with Shift one day, with Page Up and Page Down a month.',
    key: { already: 'already at A', inside: 'between A and B', later: 'after B' },
    each: 'A block is an event; those close in time stand on top of each other.',
  },
} as const;

/** How long each event stands when it plays, in milliseconds. */
const pace = 1100;
/** How near an event a pointer need be to mean its day, in pixels. */
const snap = 8;

interface TimeSliderProps {
  readonly events: readonly SliderEvent[];
  readonly until: Day;
  readonly a: Day;
  readonly b: Day;
  readonly onChange: (a: Day, b: Day) => void;
  readonly language: Language;
}

type Which = 'a' | 'b';

/** Two dates, A and B, set on a line with a bar per event; plays from A to the end. A is never after B. */
export function TimeSlider({ events, until, a, b, onChange, language }: TimeSliderProps) {
  const text = texts[language];
  const slider = laySlider(events, until, language);
  const track = useRef<HTMLDivElement>(null);
  const [playing, setPlaying] = useState(false);
  const [held, setHeld] = useState<{ readonly which: Which; readonly beside: number }>();

  const set = (which: Which, day: Day): void => {
    if (which === 'a') onChange(day < b ? day : b, b);
    else onChange(a, day > a ? day : a);
  };
  const next = slider.stops.find((stop) => stop > b);
  const previous = slider.stops.findLast((stop) => stop < b && stop >= a);
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

  const dayUnder = ({ clientX }: PointerEvent, beside = 0): Day => {
    const box = track.current?.getBoundingClientRect();
    return box ? dayNear(slider, (clientX - beside - box.left) / box.width, snap / box.width) : b;
  };
  const nearest = (day: Day): Which =>
    a === b
      ? day < a
        ? 'a'
        : 'b'
      : Math.abs(dayNumber(day) - dayNumber(a)) < Math.abs(dayNumber(day) - dayNumber(b))
        ? 'a'
        : 'b';
  const step = (to: Day | undefined): void => {
    setPlaying(false);
    if (to !== undefined) set('b', to);
  };
  const play = (): void => {
    if (!playing && next === undefined) onChange(a, a);
    setPlaying(!playing);
  };

  const handle = (which: Which) => {
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
        onPointerDown={(event) => {
          const box = track.current?.getBoundingClientRect();
          if (!box) return;
          event.stopPropagation();
          track.current?.setPointerCapture(event.pointerId);
          setPlaying(false);
          setHeld({ which, beside: event.clientX - box.left - placeOf(slider, day) * box.width });
        }}
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
  const standing = (day: Day): 'already' | 'inside' | 'later' =>
    day <= a ? 'already' : day <= b ? 'inside' : 'later';
  const { unit, height } = sizes(slider.levels);

  if (slider.bars.length === 0)
    return (
      <Picture name={text.name} finding={sliderFinding(slider, a, b, language)} language={language}>
        <p className="picture-empty">{text.empty}</p>
      </Picture>
    );
  return (
    <Picture
      name={text.name}
      finding={sliderFinding(slider, a, b, language)}
      language={language}
      table={
        <table className="slider-table">
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
                <td>
                  <Said>{label}</Said>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    >
      <div className="slider">
        <div
          ref={track}
          className="slider-track scale"
          onPointerDown={(event) => {
            const day = dayUnder(event);
            const which = nearest(day);
            event.currentTarget.setPointerCapture(event.pointerId);
            setPlaying(false);
            setHeld({ which, beside: 0 });
            set(which, day);
          }}
          onPointerMove={(event) => {
            if (held) set(held.which, dayUnder(event, held.beside));
          }}
          onPointerUp={() => {
            setHeld(undefined);
          }}
          onPointerCancel={() => {
            setHeld(undefined);
          }}
        >
          <svg className="slider-bars" height={height}>
            <rect
              className="slider-between"
              x={percent(placeOf(slider, a))}
              width={percent(placeOf(slider, b) - placeOf(slider, a))}
              y="0"
              height={height}
            />
            <line className="slider-line" x1="0" x2="100%" y1={height} y2={height} />
            <line
              className="slider-range"
              x1={percent(placeOf(slider, a))}
              x2={percent(placeOf(slider, b))}
              y1={height}
              y2={height}
            />
            {slider.bars.map(({ id, day, label, at, level }, index) => (
              <rect
                key={id}
                className={`slider-bar ${standing(day)}`}
                x={percent(at)}
                y={height - (level + 1) * unit}

                height={unit - 2}
                rx="2"
                {...mark(`${longDay(day, language)}: ${label}`, index === 0)}
              />
            ))}
          </svg>
          <svg className="slider-scale">
            <Months scale={slider.scale} />
          </svg>
          {handle('a')}
          {handle('b')}
        </div>
      </div>
      <ul className="picture-key" aria-hidden="true">
        {(['already', 'inside', 'later'] as const).map((how) => (
          <li key={how}>
            <svg width="20" height="12">
              <rect className={`slider-bar ${how}`} x="1" y="1" width="18" height="10" rx="2" />
            </svg>
            {text.key[how]}
          </li>
        ))}
        <li>{text.each}</li>
      </ul>
      <p className="slider-tools">
        <button
          type="button"
          aria-label={`${text.previous} ${text.event}`}
          aria-disabled={previous === undefined}
          onClick={() => {
            step(previous);
          }}
        >
          <span aria-hidden="true">← </span>
          {text.previous}
        </button>
        <button type="button" onClick={play}>
          {playing ? text.pause : text.play}
        </button>
        <button
          type="button"
          aria-label={`${text.next} ${text.event}`}
          aria-disabled={next === undefined}
          onClick={() => {
            step(next);
          }}
        >
          {text.next}
          <span aria-hidden="true"> →</span>
        </button>
      </p>
      <p className="slider-help">{text.help}</p>
    </Picture>
  );
}

/** How high a bar is with its gap, and all of them together, in pixels. */
function sizes(levels: number): { readonly unit: number; readonly height: number } {
  const unit = levels <= 3 ? 24 : Math.max(5, Math.min(18, 108 / levels));
  return { unit, height: Math.max(72, unit * levels) };
}
