import { useTranslation } from 'react-i18next';
import { Page } from '../../app/parts';

/** How accessible the pages are, and what to do when they are not. */
export function Component() {
  const { t } = useTranslation();
  return (
    <Page title={t('accessibility.title')} lead={t('accessibility.lead')}>
      {t('accessibility.parts', { returnObjects: true }).map(({ title, text }) => (
        <section key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
        </section>
      ))}
    </Page>
  );
}
