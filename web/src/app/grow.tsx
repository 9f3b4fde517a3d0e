import { useVirtualizer, useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  Fragment,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Listed } from '../api/client';
import type { Column } from './columns';
import { Empty, Fault, Skeleton } from './parts';
import { useBeforePrint } from './print';

interface ListProps<T> {
  readonly label: string;
  /** Those that are shown, in order. */
  readonly columns: readonly Column<T>[];
  readonly pages: Listed<T>;
  readonly keyOf: (item: T) => string;
  /** What stands there instead of nothing. */
  readonly empty: ReactNode;
}

/** A list that is read page by page, as a table: what is there of it, or that it is on its way, empty or out of reach. */
export function List<T>({ pages: { items, result }, empty, ...table }: ListProps<T>) {
  const { fetchNextPage, isFetchingNextPage, hasNextPage } = result;
  useWholeOnPaper(result);
  const more = useCallback(() => {
    if (!isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, isFetchingNextPage]);
  if (result.isPending) return <Skeleton lines={8} />;
  const fault = result.error && <Fault error={result.error} again={() => void result.refetch()} />;
  if (!result.data) return fault;
  return (
    <div className="list" aria-busy={result.isPlaceholderData}>
      {fault}
      {items.length === 0 ? (
        !result.isPlaceholderData && empty
      ) : (
        <GrowingTable {...table} items={items} more={hasNextPage} onMore={more} />
      )}
    </div>
  );
}

/** More rows than these are not fetched for paper. */
const mostPrinted = 5_000;

/** Fetches what is left of a list before it is printed with the button of the page. */
export function useWholeOnPaper({ fetchNextPage }: Pick<Listed<unknown>['result'], 'fetchNextPage'>): void {
  useBeforePrint(
    useCallback(async () => {
      for (let rows = 0, more = true; more && rows < mostPrinted;) {
        const { hasNextPage, data, error } = await fetchNextPage();
        if (error) throw error;
        rows = data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
        more = hasNextPage;
      }
    }, [fetchNextPage]),
  );
}

/** On paper: how much of the list is there. */
export function Printed({ rows, more }: { readonly rows: number; readonly more: boolean }) {
  const { t } = useTranslation();
  return <p className="only-print">{t(more ? 'app.printedSome' : 'app.printedAll', { count: rows })}</p>;
}

/** That there is nothing in a list, and what to do. */
export const Nothing = ({ title, why }: { readonly title: string; readonly why: string }) => (
  <Empty title={title}>
    <p>{why}</p>
  </Empty>
);

/** A button that fetches the next part of a list, while there is more of it. */
export function More({ result }: Pick<Listed<unknown>, 'result'>) {
  const { t } = useTranslation();
  return result.hasNextPage ? (
    <button
      type="button"
      className="quiet"
      disabled={result.isFetchingNextPage}
      onClick={() => void result.fetchNextPage()}
    >
      {t('app.more')}
    </button>
  ) : null;
}

/** Whether the page is being printed. It is known before the paper is laid out. */
function usePrinting(): boolean {
  const [printing, set] = useState(false);
  useEffect(() => {
    const turn = (to: boolean) => () => {
      flushSync(() => set(to));
    };
    const [before, after] = [turn(true), turn(false)];
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}

/** How many columns fit in every window that is not narrow. */
const usualColumns = 5;

/** Below this a wide table scrolls within itself; the same as in the style sheet. */
const tooNarrow = '(max-width: 79.9rem)';

function useTooNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(tooNarrow);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(tooNarrow).matches,
    () => false,
  );
}

/** Whether there is more of a box to the right of what is seen. */
function useMoreAside(box: HTMLElement | null, width: unknown): boolean {
  const [more, set] = useState(false);
  useEffect(() => {
    if (!box) return;
    const look = (): void => set(box.scrollLeft + box.clientWidth < box.scrollWidth - 1);
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [box, width]);
  return more;
}

interface GrowingTableProps<T> extends Omit<ListProps<T>, 'pages' | 'empty'> {
  readonly items: readonly T[];
  readonly more: boolean;
  readonly onMore: () => void;
}

/**
 * A real table that stays light however long it is: only rows near the window are there, and more is read as one scrolls.
 * On paper all that has been read is there, with a line that says how much it is.
 */
function GrowingTable<T>({ label, columns, items, keyOf, more, onMore }: GrowingTableProps<T>) {
  const { t } = useTranslation();
  const printing = usePrinting();
  const body = useRef<HTMLTableSectionElement>(null);
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const wide = columns.length > usualColumns;
  const narrow = useTooNarrow();
  const boxed = wide && narrow && !printing;
  const aside = useMoreAside(boxed ? box : null, columns);
  const [top, setTop] = useState(0);
  useEffect(() => {
    const at = body.current?.getBoundingClientRect().top ?? 0;
    setTop(boxed && box ? at - box.getBoundingClientRect().top + box.scrollTop : at + window.scrollY);
  }, [items.length, boxed, box]);
  // The same function until the rows are others: every row is laid out anew for each new one.
  const getItemKey = useCallback(
    (at: number) => {
      const item = items[at];
      return item === undefined ? at : keyOf(item);
    },
    [items, keyOf],
  );
  const drawn = useMemo(() => ({ columns, cells: new Map<T, ReactNode>() }), [columns]);
  const cellsOf = (item: T): ReactNode => {
    const cells =
      drawn.cells.get(item) ??
      drawn.columns.map(({ code, cell }) => <Fragment key={code}>{cell(item)}</Fragment>);
    drawn.cells.set(item, cells);
    return cells;
  };
  const asked = {
    count: items.length,
    estimateSize: () => 76,
    overscan: 12,
    scrollMargin: top,
    initialOffset: 0,
    initialRect: { width: 1280, height: 800 },
    getItemKey,
  };
  const onPage = useWindowVirtualizer({ ...asked, enabled: !boxed });
  const inBox = useVirtualizer({ ...asked, enabled: boxed, getScrollElement: () => box });
  const rows = boxed ? inBox : onPage;
  const shown = rows.getVirtualItems();
  const last = shown.at(-1);
  const near = last !== undefined && last.index >= items.length - 15;
  useEffect(() => {
    if (more && near) onMore();
  }, [more, near, onMore, items.length]);
  const before = printing ? 0 : (shown[0]?.start ?? top) - top;
  const after = printing ? 0 : rows.getTotalSize() - ((last?.end ?? top) - top);
  const lines = printing ? items.map((item, index) => ({ index, key: keyOf(item) })) : shown;
  return (
    <div className={`table-all${aside ? ' table-more' : ''}`}>
      <Printed rows={items.length} more={more} />
      {aside && <p className="hint">{t('app.scrollAside')}</p>}
      <div
        className={`table-wrap table-sticky${wide ? ' table-wide' : ''}`}
        ref={setBox}
        {...(boxed && { role: 'region', 'aria-label': label, tabIndex: 0 })}
      >
        <table
          className="table"
          aria-label={label}
          aria-rowcount={more ? -1 : items.length + 1}
          data-named={columns.findIndex(({ shown: always }) => always === 'always') + 1}
        >
          <thead>
            <tr>
              {columns.map(({ code, title, head }) => (
                <Fragment key={code}>{head ?? <th scope="col">{title}</th>}</Fragment>
              ))}
            </tr>
          </thead>
          <tbody ref={body}>
            {before > 0 && (
              <tr aria-hidden="true">
                <td colSpan={columns.length} style={{ blockSize: before, padding: 0, border: 0 }} />
              </tr>
            )}
            {lines.map(({ index, key }) => {
              const item = items[index];
              return item === undefined ? null : (
                <tr
                  key={key}
                  data-index={index}
                  ref={printing ? undefined : rows.measureElement}
                  aria-rowindex={index + 2}
                >
                  {cellsOf(item)}
                </tr>
              );
            })}
            {after > 0 && (
              <tr aria-hidden="true">
                <td colSpan={columns.length} style={{ blockSize: after, padding: 0, border: 0 }} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {more && (
        <button type="button" className="quiet" onClick={onMore}>
          {t('app.more')}
        </button>
      )}
    </div>
  );
}
