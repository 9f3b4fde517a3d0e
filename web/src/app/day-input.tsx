import { useCallback, useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGet } from '../api/client';
import { dayFormat, longDate } from '../i18n/dates';
import { useBody, useLanguage } from './place';
import { came, stands, tells, type Typed, wrote } from './typed-day';

/** The day that is written as `2026-03-19`; nothing for other words, and for days that no month has. */
export function isoDay(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined;
  const time = Date.parse(`${text}T12:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined;
}

/**
 * A day, written as one likes: `2026-03-19`, `19 mars 2026`, `i morgon`; what it means stands under it, and a calendar is there to
 * choose from. `value` and what `onChange` gets is `2026-03-19`, or nothing when it may be left out.
 */
export function DayInput({
  id,
  value,
  required = false,
  hint = '',
  onChange,
}: {
  readonly id: string;
  readonly value: string;
  readonly required?: boolean;
  /** The id of what else is said about it. */
  readonly hint?: string;
  readonly onChange: (day: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const body = useBody();
  const input = useRef<HTMLInputElement>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<Typed>();
  const [left, setLeft] = useState(false);
  const own = stands(typed, value);
  const text = own?.text ?? value;
  const words = useDeferredValue(text.trim());
  const asked = own !== undefined && words !== '' && isoDay(words) === undefined;
  const meaning = useGet('/api/deadlines', { query: { text: words, body }, enabled: asked });
  const { precision, earliest, latest } = (asked && !meaning.isPlaceholderData && meaning.data?.window) || {};
  const read = precision?.code === 'day' && (earliest ?? latest) === latest ? latest : isoDay(words);
  const wrong = text.trim() === '' ? required : own !== undefined && read === undefined;

  const tell = useCallback(
    (day: string) => {
      setTyped((now) => tells(now, day));
      onChange(day);
    },
    [onChange],
  );
  useEffect(() => {
    setTyped((now) => came(now, value));
  }, [value]);
  const last = own?.told.at(-1) ?? value;
  useEffect(() => {
    if (asked && read !== undefined && words === text.trim() && read !== last) tell(read);
  }, [asked, read, words, text, last, tell]);
  useEffect(() => {
    input.current?.setCustomValidity(wrong && text.trim() !== '' ? t('day.wrong') : '');
  }, [wrong, text, t]);

  const write = (next: string): void => {
    const trimmed = next.trim();
    const day = trimmed === '' && !required ? '' : isoDay(trimmed);
    setTyped((now) => wrote(now, value, next));
    if (day !== undefined && day !== last) tell(day);
  };
  return (
    <>
      <span className="day-input">
        <input
          ref={input}
          id={id}
          value={text}
          required={required}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('day.example')}
          aria-invalid={left && wrong}
          aria-describedby={`${hint} ${id}-day`.trim()}
          onBlur={() => setLeft(true)}
          onChange={({ target }) => {
            setLeft(false);
            write(target.value);
          }}
        />
        <input
          ref={calendar}
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={value}
          onChange={({ target }) => write(target.value)}
        />
        <button type="button" aria-label={t('day.choose')} onClick={() => calendar.current?.showPicker()}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M1.5 3.5h13v11h-13zM1.5 6.5h13M5 1.5v3M11 1.5v3" fill="none" stroke="currentColor" />
          </svg>
        </button>
      </span>
      <output id={`${id}-day`} className={left && wrong ? 'hint late-text' : 'hint'} htmlFor={id}>
        {wrong && text.trim() !== ''
          ? t(left ? 'day.wrong' : 'day.hint')
          : value !== '' &&
            `${dayFormat(language, { weekday: 'long' }).format(new Date(`${value}T12:00:00Z`))} ${longDate(value, language)}`}
      </output>
    </>
  );
}
