import { useTranslation } from 'react-i18next';
import { Empty, Page } from '../../app/parts';

export function Component() {
  const { t } = useTranslation();
  return (
    <Page title={t('pages.moten')}>
      <Empty title={t('app.none')} />
    </Page>
  );
}
