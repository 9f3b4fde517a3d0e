import { useTranslation } from 'react-i18next';
import { useGet } from '../../api/client';
import { A, Day, Empty, Roles, Wait } from '../../app/parts';
import { useAsOf, useBody, useToday } from '../../app/place';
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
