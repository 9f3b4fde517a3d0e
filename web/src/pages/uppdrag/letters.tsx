import { useTranslation } from 'react-i18next';
import { Empty } from '../../app/parts';

/** The letters about an assignment: sent, planned and held back, each with why. */
export function Letters() {
  const { t } = useTranslation();
  return <Empty title={t('assignment.noLetters')} />;
}
