import { useTranslation } from 'react-i18next';
import { A, Fault, Page } from './parts';

/** No such page, or one that broke. */
export function Lost({ error }: { readonly error?: Error }) {
  const { t } = useTranslation();
  if (error)
    return (
      <Page title={t('faults.title')}>
        <Fault error={error} again={() => location.reload()} />
      </Page>
    );
  return (
    <Page title={t('app.notFound')} lead={t('app.notFoundWhy')}>
      <p>
        <A to="/oversikt" className="button">
          {t('app.toOverview')}
        </A>
      </p>
    </Page>
  );
}
