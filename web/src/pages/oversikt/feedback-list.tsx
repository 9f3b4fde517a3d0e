import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { A, Deadline, Empty, Tag } from '../../app/parts';

/** What the body waits for, as a table. */
export function FeedbackList({ items }: { readonly items: readonly Schemas['FeedbackView'][] }) {
  const { t } = useTranslation();
  const open = items.filter((item) => item.open);
  if (open.length === 0) return <Empty title={t('overview.nothingExpected')} />;
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-labelledby="band">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('columns.assignment')}</th>
            <th scope="col">{t('columns.responsible')}</th>
            <th scope="col">{t('columns.deadline')}</th>
            <th scope="col">{t('columns.state')}</th>
          </tr>
        </thead>
        <tbody>
          {open.map((item) => (
            <tr key={`${item.id} ${item.milestone ?? ''}`}>
              <th scope="row">
                {item.kind.code === 'assignment' ? (
                  <A to={`/uppdrag/${item.id}`}>{item.title}</A>
                ) : (
                  `${item.title}: ${item.label ?? ''}`
                )}
              </th>
              <td>{item.responsible.map(({ id, name }) => name ?? id).join(', ')}</td>
              <td>
                <Deadline window={item.window} expected={item.expected} />
              </td>
              <td>{item.late ? <Tag tone="late">{t('state.late')}</Tag> : <Tag>{item.state.text}</Tag>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
