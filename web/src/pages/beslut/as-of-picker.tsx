import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../app/day-input';
import { A } from '../../app/parts';
import { type Axis, axes, axisIn, axisWords, useAddress, usePast, useToday } from '../../app/place';

/** Chooses a day to see the page as of, and which of the three dates counts. */
export function AsOfPicker({ replay }: { readonly replay?: string }) {
  const { t } = useTranslation();
  const id = useId();
  const past = usePast();
  const today = useToday();
  const [params, change] = useAddress();
  const [date, setDate] = useState(past?.date ?? today);
  const [axis, setAxis] = useState<Axis>(axisIn(params));
  const go = (event: FormEvent): void => {
    event.preventDefault();
    change({ perDatum: date, datum: axis === 'statedBy' ? undefined : axisWords[axis] }, true);
  };
  return (
    <form className="form only-screen" onSubmit={go}>
      <p>{t('asOf.why')}</p>
      <div className="field">
        <label htmlFor={id}>{t('asOf.day')}</label>
        <DayInput id={id} value={date} required onChange={setDate} />
      </div>
      <fieldset className="field">
        <legend>{t('asOf.which')}</legend>
        {axes.map((one) => (
          <label key={one} className="choice">
            <input type="radio" name="axis" checked={axis === one} onChange={() => setAxis(one)} />
            {t(`asOf.${axisWords[one]}`)}
          </label>
        ))}
      </fieldset>
      <div className="form-actions">
        <button type="submit" className="primary">
          {t('asOf.go')}
        </button>
        {replay !== undefined && (
          <A to={replay} className="button">
            {t('asOf.replay')}
          </A>
        )}
      </div>
    </form>
  );
}
