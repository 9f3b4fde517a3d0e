import type { Schemas } from '../../api/client';
import { useLanguage } from '../../app/place';
import { CaseBalance } from '../../pictures/case-balance';

/** How many are open, by how long they have been. */
export default function Balance({ balance }: { readonly balance: Schemas['BalanceView'] }) {
  return <CaseBalance balance={balance} language={useLanguage()} />;
}
