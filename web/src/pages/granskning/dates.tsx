import { useCallback, useEffect, useId, useState } from 'react';
import { DayInput, isoDay } from '../../app/day-input';
import { axes, type Axis, axisWords, useAddress, useLanguage } from '../../app/place';
import { longDate } from '../../i18n/dates';
import { useTexts } from './texts';

/** A day that an address names. */
export function dayIn(params: URLSearchParams, name: string): string | undefined {
  const value = params.get(name);
  return isoDay(value ?? '');
}

/** Two days as an address names them, `2025-11-13..2026-06-04`. */
export function daysIn(params: URLSearchParams): readonly [string, string] | undefined {
  const [from = '', to = ''] = (params.get('jamfor') ?? '').split('..');
  return isoDay(from) && isoDay(to) && from <= to ? [from, to] : undefined;
}

/** How long a choice stands before it is written in the address, in milliseconds. */
const rest = 150;

/**
 * The address, for what is changed many times in a row: the first of the answers is what was chosen at once, the second
 * what the address says, which follows when the hand rests.
 */
export function useQuickAddress(): readonly [
  now: URLSearchParams,
  settled: URLSearchParams,
  change: (changes: Readonly<Record<string, string>>) => void,
] {
  const [settled, write] = useAddress();
  const [ahead, setAhead] = useState<Readonly<Record<string, string>>>({});
  const written = Object.entries(ahead).every(([name, value]) => settled.get(name) === value);
  useEffect(() => {
    if (written) setAhead((before) => (Object.keys(before).length > 0 ? {} : before));
    else {
      const timer = setTimeout(() => {
        write(ahead);
      }, rest);
      return () => {
        clearTimeout(timer);
      };
    }
    return undefined;
  }, [ahead, written, write]);
  const change = useCallback((changes: Readonly<Record<string, string>>) => {
    setAhead((before) => ({ ...before, ...changes }));
  }, []);
  const now = new URLSearchParams(settled);
  for (const [name, value] of Object.entries(ahead)) now.set(name, value);
  return [now, settled, change];
}

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
    <>
      <p className="only-print">
        {text.axis.legend}: {text.axis[axis]}
      </p>
      <fieldset className="axis">
        <legend>{text.axis.legend}</legend>
        {axes.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={name}
              checked={axis === one}
              onChange={() => {
                onChange(axisWords[one]);
              }}
            />
            {text.axis[one]}
          </label>
        ))}
        <p className="hint">{text.axis.about[axis]}</p>
      </fieldset>
    </>
  );
}

/** A day to choose. */
export function DayField({
  label,
  day,
  required = false,
  onChange,
}: {
  readonly label: string;
  readonly day: string;
  /** Whether there has to be one. */
  readonly required?: boolean;
  readonly onChange: (day: string) => void;
}) {
  const id = useId();
  const language = useLanguage();
  return (
    <>
      {day !== '' && (
        <p className="only-print">
          {label}: {longDate(day, language)}
        </p>
      )}
      <div className="day-field">
        <label htmlFor={id}>{label}</label>
        <DayInput id={id} value={day} required={required} onChange={onChange} />
      </div>
    </>
  );
}
