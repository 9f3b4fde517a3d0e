import { useTranslation } from 'react-i18next';
import { useGet } from '../../api/client';
import { Empty, Wait } from '../../app/parts';

/** What has happened to the reminders of an assignment: sent, held back, paused, asked for, each with why. */
export function Letters({ assignment }: { readonly assignment: string }) {
  const { t } = useTranslation();
  const facts = useGet('/api/audit', { query: { kind: 'reminder', id: assignment, limit: 100 } });
  return (
    <Wait for={facts}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('assignment.noLetters')} />
        ) : (
          <ul className="rows">
            {items.map((fact) => (
              <li key={fact.id} className="row">
                <p className="row-main">{fact.line}.</p>
                <span className="far">{fact.statedText}</span>
              </li>
            ))}
          </ul>
        )
      }
    </Wait>
  );
}
