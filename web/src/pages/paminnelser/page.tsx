import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/client';
import { More, Nothing } from '../../app/grow';
import { A, Fault, Page, Skeleton } from '../../app/parts';
import { useBody } from '../../app/place';
import { Feeds } from './feeds';
import { PlannedByDay } from './planned';
import './paminnelser.css';

/** What goes out in the coming 90 days, and one’s calendars to subscribe to. */
export function Component() {
  const { t } = useTranslation();
  const body = useBody();
  const { items, result } = usePages('/api/reminders', { query: { body, period: 'quarter', limit: 100 } });
  return (
    <Page
      title={t('pages.paminnelser')}
      lead={t('reminders.lead')}
      actions={
        <A to="/utkorgen" className="button">
          {t('overview.toOutbox')}
        </A>
      }
    >
      <section aria-labelledby="planned">
        <h2 id="planned">{t('reminders.quarter')}</h2>
        {result.isPending ? (
          <Skeleton lines={8} />
        ) : result.error && !result.data ? (
          <Fault error={result.error} again={() => void result.refetch()} />
        ) : items.length === 0 ? (
          <Nothing title={t('reminders.none')} why={t('reminders.noneWhy')} />
        ) : (
          <PlannedByDay items={items} />
        )}
        <More result={result} />
      </section>
      <Feeds />
    </Page>
  );
}
