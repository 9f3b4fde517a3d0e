import { useTranslation } from 'react-i18next';
import { Empty, Page } from '../../app/parts';

/** The letters the log has sent. */
export function Component() {
  const { t } = useTranslation();
  return (
    <Page title={t('pages.utkorgen')} lead={t('outbox.lead')}>
      <Empty title={t('outbox.none')}>
        <p>{t('outbox.noneWhy')}</p>
      </Empty>
    </Page>
  );
}
