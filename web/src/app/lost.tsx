import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { isMissing } from '../api/client';
import { longDate } from '../i18n/dates';
import { A, Fault, Page } from './parts';
import { useLanguage, usePast } from './place';
import { useMissing } from './title';

/** What a page may be about, with the list it stands in. */
const lists = {
  decision: '/beslut',
  assignment: '/uppdrag',
  meeting: '/moten',
  matter: '/beslut',
  review: '/granskning',
} as const;
type Missed = keyof typeof lists;

/** Opens the search; the shell knows how. */
export const OpenSearch = createContext<() => void>(() => {});

/** No such page or no such thing, or a page that could not be shown. */
export function Lost({ error, what }: { readonly error?: Error; readonly what?: Missed }) {
  const { t } = useTranslation();
  const past = usePast();
  const language = useLanguage();
  const search = useContext(OpenSearch);
  const broken = error !== undefined && !isMissing(error);
  useMissing(!broken);
  if (broken)
    return (
      <Page title={t('faults.title')}>
        <Fault error={error} again={() => location.reload()} />
      </Page>
    );
  const then = past && what && what !== 'review' && { date: longDate(past.date, language) };
  return (
    <Page
      title={
        what === undefined ? t('app.notFound') : then ? t(`missing.${what}Then`, then) : t(`missing.${what}`)
      }
      lead={what === undefined ? t('app.notFoundWhy') : then ? t('missing.whyThen') : t('missing.why')}
    >
      <div className="actions">
        <button type="button" className="primary" onClick={search}>
          {t('app.search')}
        </button>
        {what && (
          <A to={lists[what]} className="button">
            {t(`missing.to.${what}`)}
          </A>
        )}
        <A to="/oversikt" className="button">
          {t('app.toOverview')}
        </A>
      </div>
    </Page>
  );
}
