import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useGet } from '../../api/client';
import { A, Day, Empty, Roles, useOwn, Wait } from '../../app/parts';
import { useAsOf, useBody, useToday, withPlace } from '../../app/place';
import { daysBetween } from '../../i18n/dates';

/** The open assignments given longest ago. */
export function OldestOpen() {
  const { t } = useTranslation();
  const body = useBody();
  const today = useToday();
  const asOf = useAsOf();
  const oldest = useGet('/api/assignments', {
    query: { body, state: 'open', sort: 'given', order: 'asc', limit: 10, ...asOf },
  });
  return (
    <section aria-labelledby="oldest">
      <h2 id="oldest">{t('overview.oldest')}</h2>
      <Wait for={oldest}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('overview.noneOpen')} />
          ) : (
            <ol className="rows">
              {items.map(({ id, title, givenOn, responsible }) => (
                <li key={id} className="row">
                  <div className="row-main">
                    <A own to={`/uppdrag/${id}`} className="row-title">
                      {title}
                    </A>
                    <p>
                      <Roles of={responsible} />
                    </p>
                  </div>
                  <p className="row-side">
                    {t('overview.openDays', { count: daysBetween(givenOn, today) })}
                    <br />
                    <span className="far">
                      {t('overview.since')} <Day day={givenOn} far={false} />
                    </span>
                  </p>
                </li>
              ))}
            </ol>
          )
        }
      </Wait>
    </section>
  );
}

/** Chooses an assignment to see evolve. */
export function ReplayPicker() {
  const { t } = useTranslation();
  const body = useBody();
  const [params] = useSearchParams();
  const own = useOwn();
  const navigate = useNavigate();
  const [chosen, choose] = useState('');
  const all = useGet('/api/assignments', { query: { body, sort: 'title', limit: 200 } });
  const go = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen !== '') void navigate(withPlace(`/granskning/uppdrag/${chosen}`, params));
  };
  return (
    <section className="only-screen" aria-labelledby="replay">
      <h2 id="replay">{t('overview.replay')}</h2>
      <form className="inline-form" onSubmit={go}>
        <label>
          {t('columns.assignment')}
          <select value={chosen} onChange={(event) => choose(event.target.value)} required>
            <option value="">{t('overview.choose')}</option>
            {(all.data?.items ?? []).map(({ id, title }) => (
              <option key={id} value={id} {...own}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="primary">
          {t('overview.replayGo')}
        </button>
      </form>
    </section>
  );
}
