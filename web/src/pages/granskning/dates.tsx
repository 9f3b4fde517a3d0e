import { useId } from 'react';
import type { Axis } from '../../app/place';
import type { FactDate } from '../../pictures/timeline';
import { useTexts } from './texts';

const words = { happenedBy: 'hande', statedBy: 'sades', recordedBy: 'registrerades' } as const;
const axes = ['happenedBy', 'statedBy', 'recordedBy'] as const;

/** Which of a fact's dates an axis goes by. */
export const factDateOf: { readonly [A in Axis]: FactDate } = {
  happenedBy: 'happened',
  statedBy: 'stated',
  recordedBy: 'recorded',
};

/** The axis that an address names; by what was stated when it names none. */
export const axisIn = (params: URLSearchParams): Axis =>
  axes.find((axis) => words[axis] === params.get('datum')) ?? 'statedBy';

/** A day that an address names. */
export function dayIn(params: URLSearchParams, name: string): string | undefined {
  const value = params.get(name);
  return value !== null && isDay(value) ? value : undefined;
}

/** Two days as an address names them, `2025-11-13..2026-06-04`. */
export function daysIn(params: URLSearchParams): readonly [string, string] | undefined {
  const [from = '', to = ''] = (params.get('jamfor') ?? '').split('..');
  return isDay(from) && isDay(to) && from <= to ? [from, to] : undefined;
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));

/** A choice between the three dates of a fact. */
export function AxisChoice({
  axis,
  onChange,
}: {
  readonly axis: Axis;
  readonly onChange: (word: string) => void;
}) {
  const text = useTexts();
  const name = useId();
  return (
    <fieldset className="axis">
      <legend>{text.axis.legend}</legend>
      {axes.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={name}
            checked={axis === one}
            onChange={() => {
              onChange(words[one]);
            }}
          />
          {text.axis[one]}
        </label>
      ))}
      <p className="hint">{text.axis.about[axis]}</p>
    </fieldset>
  );
}

/** A day to choose. */
export function DayField({
  label,
  day,
  onChange,
}: {
  readonly label: string;
  readonly day: string;
  readonly onChange: (day: string) => void;
}) {
  return (
    <label className="day-field">
      {label}
      <input
        type="date"
        value={day}
        onChange={({ target }) => {
          if (isDay(target.value)) onChange(target.value);
        }}
      />
    </label>
  );
}
