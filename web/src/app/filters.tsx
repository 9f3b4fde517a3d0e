import { Fragment, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput, isoDay } from './day-input';
import { longDate } from '../i18n/dates';
import { Own, useOwn } from './parts';
import { useAddress, useLanguage } from './place';

/** Something a list is narrowed by; `name` is its part of the address. */
export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly date?: boolean;
  readonly options?: readonly (readonly [string, string])[];
  /** What choosing none of them means, where it is not all. */
  readonly usual?: string;
  /** Whether the options are named by the body. */
  readonly own?: boolean;
}

/** Filters that stand in the address. */
export function Filters({ filters }: { readonly filters: readonly Filter[] }) {
  const { t } = useTranslation();
  const id = useId();
  const [params, change] = useAddress();
  const lang = useOwn();
  const language = useLanguage();
  const some = filters.some(({ name }) => params.has(name));
  const chosen = filters.flatMap(({ name, label, date, options = [], own: named }) => {
    const value = params.get(name) ?? '';
    if (value === '') return [];
    const day = date === true ? isoDay(value) : undefined;
    const text = day === undefined ? options.find(([code]) => code === value)?.[1] : longDate(day, language);
    return [{ label, text: text ?? value, own: named === true }];
  });
  return (
    <>
      {chosen.length > 0 && (
        <p className="only-print">
          {t('filters.title')}:{' '}
          {chosen.map(({ label, text, own }, at) => (
            <Fragment key={label}>
              {at > 0 && ' · '}
              {label}: {own ? <Own>{text}</Own> : text}
            </Fragment>
          ))}
        </p>
      )}
      <form className="filters" onSubmit={(event) => event.preventDefault()} aria-label={t('filters.title')}>
        {filters.map(({ name, label, date, options = [], usual, own = false }) => (
          <div key={name}>
            <label htmlFor={`${id}-${name}`}>{label}</label>
            {date === true ? (
              <DayInput
                id={`${id}-${name}`}
                value={isoDay(params.get(name) ?? '') ?? ''}
                onChange={(day) => change({ [name]: day })}
              />
            ) : (
              <select
                id={`${id}-${name}`}
                value={params.get(name) ?? ''}
                onChange={(event) => change({ [name]: event.target.value })}
              >
                <option value="">{usual ?? t('filters.all')}</option>
                {options.map(([code, text]) => (
                  <option key={code} value={code} {...(own && lang)}>
                    {text}
                  </option>
                ))}
              </select>
            )}
          </div>
        ))}
        {some && (
          <button
            type="button"
            className="quiet"
            onClick={() => change(Object.fromEntries(filters.map(({ name }) => [name, undefined])))}
          >
            {t('filters.clear')}
          </button>
        )}
      </form>
    </>
  );
}
