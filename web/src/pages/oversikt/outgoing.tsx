import { useTranslation } from 'react-i18next';
import { useGet } from '../../api/client';
import { A, Wait } from '../../app/parts';
import { useBody } from '../../app/place';
import { onceEach, PlannedByDay, together } from '../paminnelser/planned';
import '../paminnelser/paminnelser.css';

/** How many rows are shown here; all of them are on the page of reminders. */
const most = 6;
const rows = (items: Parameters<typeof onceEach>[0]): number => together(onceEach(items)).length;

/** What mail goes out this week, and what has gone out already. */
export function Outgoing() {
  const { t } = useTranslation();
  const body = useBody();
  const week = useGet('/api/reminders', { query: { body, period: 'week', limit: 200 } });
  return (
    <section aria-labelledby="outgoing">
      <h2 id="outgoing">{t('overview.outgoing')}</h2>
      <Wait for={week} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet-text">{t('overview.nothingOut')}</p>
          ) : (
            <>
              <PlannedByDay items={items} most={most} />
              {rows(items) > most && (
                <p className="quiet-text">{t('overview.restOut', { count: rows(items) - most })}</p>
              )}
            </>
          )
        }
      </Wait>
      <p>
        <A to="/paminnelser">{t('overview.toPlan')}</A> · <A to="/utkorgen">{t('overview.toOutbox')}</A>
      </p>
    </section>
  );
}
