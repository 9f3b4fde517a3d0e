import { useTranslation } from 'react-i18next';
import { A } from '../../app/parts';

/** What mail goes out this week. */
export function Outgoing() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="outgoing">
      <h2 id="outgoing">{t('overview.outgoing')}</h2>
      <p>
        <A to="/utkorgen">{t('overview.toOutbox')}</A>
      </p>
    </section>
  );
}
