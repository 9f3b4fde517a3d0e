import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';

/** How many are open, by how long they have been. */
export default function Balance({ balance }: { readonly balance: Schemas['BalanceView'] }) {
  const { t } = useTranslation();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t('overview.age')}</th>
          <th scope="col" className="number">
            {t('overview.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {balance.byAge.map(({ fromDays, count }) => (
          <tr key={fromDays}>
            <th scope="row">{t('overview.fromDays', { days: fromDays })}</th>
            <td className="number">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
