import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu } from './menu';
import { useAddress } from './place';

/** A column of a list; `code` is its name in the address. */
export interface Column<T> {
  readonly code: string;
  readonly title: string;
  /** Its heading, when that is more than the title. */
  readonly head?: ReactNode;
  /** The `td` or `th` of a row. */
  readonly cell: (item: T) => ReactNode;
  /** `always`: names the row. `chosen`: only when the address asks for it. */
  readonly shown?: 'always' | 'chosen';
}

type Chosen = Pick<Column<unknown>, 'code' | 'shown'>;

/** The columns that an address, `kolumner=datum,slag`, asks for, in the order of the list; the usual ones when it names none. */
export function shownOf<C extends Chosen>(all: readonly C[], address: string | null): readonly C[] {
  const asked = (address ?? '').split(',');
  const found = all.filter(({ code }) => asked.includes(code));
  return all.filter((column) =>
    found.length > 0 ? column.shown === 'always' || found.includes(column) : column.shown !== 'chosen',
  );
}

/** Whether an address asks for a column by name. */
export const asksFor = (params: URLSearchParams, code: string): boolean =>
  (params.get('kolumner') ?? '').split(',').includes(code);

/** How an address asks for columns; nothing for the usual ones. */
export function addressOf(all: readonly Chosen[], codes: readonly string[]): string | undefined {
  const spelled = (columns: readonly Chosen[]): string => columns.map(({ code }) => code).join(',');
  const wanted = spelled(all.filter(({ code, shown }) => shown === 'always' || codes.includes(code)));
  return wanted === spelled(shownOf(all, null)) ? undefined : wanted;
}

/** The columns of a list that the address asks for. */
export function useShown<T>(all: readonly Column<T>[]): readonly Column<T>[] {
  const [params] = useAddress();
  return shownOf(all, params.get('kolumner'));
}

/** The heading of a column that the list can be sorted by. `order`: how it is now, if by this one. */
export function SortHead({
  title,
  order,
  onSort,
}: {
  readonly title: string;
  readonly order: 'asc' | 'desc' | undefined;
  /** Asks for the other order, or for the usual one of a column that the list is not sorted by. */
  readonly onSort: (order: 'asc' | 'desc' | undefined) => void;
}) {
  const sorted = { asc: 'ascending', desc: 'descending' } as const;
  return (
    <th scope="col" aria-sort={order && sorted[order]}>
      <button
        type="button"
        className="sort"
        onClick={() => onSort(order && (order === 'asc' ? 'desc' : 'asc'))}
      >
        {title}
        <span aria-hidden="true">{order === undefined ? '' : order === 'asc' ? ' ↑' : ' ↓'}</span>
      </button>
    </th>
  );
}

/** A menu in which one chooses what columns a list has. */
export function ColumnChoice<T>({ columns }: { readonly columns: readonly Column<T>[] }) {
  const { t } = useTranslation();
  const [, change] = useAddress();
  const shown = useShown(columns).map(({ code }) => code);
  return (
    <Menu className="columns" summary={t('columns.title')}>
      <fieldset>
        <legend>{t('columns.which')}</legend>
        {columns.map(({ code, title, shown: when }) => (
          <label key={code}>
            <input
              type="checkbox"
              checked={shown.includes(code)}
              disabled={when === 'always'}
              onChange={({ target: { checked } }) =>
                change((now) => {
                  const codes = shownOf(columns, now.get('kolumner')).map((one) => one.code);
                  const wanted = checked ? [...codes, code] : codes.filter((one) => one !== code);
                  return { kolumner: addressOf(columns, wanted) };
                })
              }
            />
            {title}
          </label>
        ))}
      </fieldset>
      <button type="button" className="quiet" onClick={() => change({ kolumner: undefined })}>
        {t('columns.usual')}
      </button>
    </Menu>
  );
}
