import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Said } from '../app/parts';
import type { Language } from './days';
import { inRooms, type TimeScale } from './scale';
import './pictures.css';

interface PictureProps {
  readonly name: string;
  /** What the picture shows, as a sentence. */
  readonly finding: string;
  readonly language: Language;
  /** The same as a table. */
  readonly table?: ReactNode;
  readonly children: ReactNode;
}

const asTable = { sv: 'Visa som tabell', en: 'Show as a table' } as const;
const steps: Readonly<Record<string, number | undefined>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/**
 * A picture with its finding as caption and its twin as a table. Marks in it carry `data-mark` and a name: one of them
 * is reached by Tab, the others by the arrow keys; the one that has focus, or lies under the pointer, is read out below.
 */
export function Picture({ name, finding, language, table, children }: PictureProps) {
  const caption = useId();
  const marks = useRef<HTMLDivElement>(null);
  const [reading, setReading] = useState('');

  const all = (): readonly Element[] => [...(marks.current?.querySelectorAll('[data-mark]') ?? [])];
  const go = (event: KeyboardEvent): void => {
    if (!(event.target instanceof Element) || !event.target.hasAttribute('data-mark')) return;
    const found = all();
    const index = found.indexOf(event.target);
    const step = steps[event.key];
    const next =
      event.key === 'Home'
        ? found[0]
        : event.key === 'End'
          ? found.at(-1)
          : step === undefined
            ? undefined
            : found[index + step];
    if (!next) return;
    event.preventDefault();
    for (const mark of found) mark.setAttribute('tabindex', mark === next ? '0' : '-1');
    if (next instanceof HTMLElement || next instanceof SVGElement) next.focus();
  };
  const read = (target: EventTarget): void => {
    const mark = target instanceof Element ? target.closest('[data-mark=""]') : null;
    setReading(mark?.getAttribute('aria-label') ?? '');
  };

  return (
    <figure className="picture" aria-labelledby={caption}>
      <figcaption id={caption}>
        <span className="only-read">{name}: </span>
        <Said>{finding}</Said>
      </figcaption>
      <div
        ref={marks}
        className="picture-drawing"
        onKeyDown={go}
        onFocus={({ target }) => {
          read(target);
        }}
        onBlur={() => {
          setReading('');
        }}
        onPointerOver={({ target }) => {
          read(target);
        }}
        onPointerLeave={() => {
          setReading('');
        }}
      >
        {children}
        <p className="picture-reading" aria-hidden="true">
          <Said>{reading}</Said>
        </p>
      </div>
      {table !== undefined && (
        <details className="picture-table">
          <summary>{asTable[language]}</summary>
          <div className="picture-scroll" tabIndex={0} role="group" aria-label={name}>
            {table}
          </div>
        </details>
      )}
    </figure>
  );
}

/** The years and months of a time line, in a drawing that stands in a `.scale`; as high as three lines of its text. */
export function Months({ scale: { ticks, months, years } }: { readonly scale: TimeScale }) {
  return (
    <g className="months" aria-hidden="true">
      {ticks.map(({ at, year }) => (
        <line key={at} x1={percent(at)} x2={percent(at)} y1={year ? '1.3em' : '2.2em'} y2="2.7em" />
      ))}
      {[...years, ...months].map((label, index) => (
        <text
          key={`${label.text}${label.at.toString()}`}
          className={`${index < years.length ? 'year ' : ''}${inRooms(label)}`}
          x={percent(label.at)}
          y={index < years.length ? '0.9em' : '2.2em'}
          dx={index === 0 ? 0 : '0.25em'}
        >
          {label.text}
        </text>
      ))}
    </g>
  );
}

/** Stripes for a fill, so that colour is never alone in telling. */
export function Stripes({ id, className }: { readonly id: string; readonly className: string }) {
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" className={`${className}-ground`} />
      <rect width="2.5" height="6" className={className} />
    </pattern>
  );
}

/** What the attributes of a mark are: the first one of a picture is reached by Tab. */
export const mark = (label: string, first: boolean) =>
  ({ 'data-mark': '', role: 'img', 'aria-label': label, tabIndex: first ? 0 : -1 }) as const;

/** As {@link mark}, for what has its words beside it and need not be read out. */
export const worded = (label: string, first: boolean) =>
  ({ ...mark(label, first), 'data-mark': 'entry' }) as const;

/** As {@link mark}, for what is read as text and holds links of its own. */
export const entry = (label: string, first: boolean) =>
  ({ 'data-mark': 'entry', role: 'group', 'aria-label': label, tabIndex: first ? 0 : -1 }) as const;

/** A share of the width, as an attribute of SVG wants it. */
export const percent = (place: number): string => `${(place * 100).toFixed(2)}%`;
