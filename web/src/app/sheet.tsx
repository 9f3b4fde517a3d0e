import { useTranslation } from 'react-i18next';
import { urlOf } from '../api/client';
import { useLanguage } from './place';

/** A link that fetches a list, as it is narrowed and sorted on the page, as a file for a spreadsheet. */
export function Sheet({
  path,
  query,
}: {
  readonly path: '/api/decisions/sheet.csv' | '/api/assignments/sheet.csv';
  readonly query: object;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <a className="sheet" href={urlOf(path, { query: { ...query, language } })} download>
      {t('sheet')}
    </a>
  );
}
