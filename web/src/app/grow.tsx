import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface GrowingTableProps<T> {
  readonly label: string;
  readonly head: ReactNode;
  readonly columns: number;
  readonly items: readonly T[];
  readonly row: (item: T) => ReactNode;
  readonly keyOf: (item: T) => string;
  readonly more: boolean;
  readonly onMore: () => void;
}

/** A real table that stays light however long it is: only rows near the window are there, and more is read as one scrolls. */
export function GrowingTable<T>({
  label,
  head,
  columns,
  items,
  row,
  keyOf,
  more,
  onMore,
}: GrowingTableProps<T>) {
  const { t } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  useEffect(() => {
    setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [items.length]);
  // The same function until the rows are others: every row is laid out anew for each new one.
  const getItemKey = useCallback(
    (at: number) => {
      const item = items[at];
      return item === undefined ? at : keyOf(item);
    },
    [items, keyOf],
  );
  const drawn = useMemo(() => ({ row, cells: new Map<T, ReactNode>() }), [row]);
  const cellsOf = (item: T): ReactNode => {
    const cells = drawn.cells.get(item) ?? drawn.row(item);
    drawn.cells.set(item, cells);
    return cells;
  };
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => 76,
    overscan: 12,
    scrollMargin: top,
    initialOffset: 0,
    initialRect: { width: 1280, height: 800 },
    getItemKey,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1);
  const near = last !== undefined && last.index >= items.length - 15;
  useEffect(() => {
    if (more && near) onMore();
  }, [more, near, onMore, items.length]);
  const before = (shown[0]?.start ?? top) - top;
  const after = rows.getTotalSize() - ((last?.end ?? top) - top);
  return (
    <div className="table-wrap table-sticky">
      <table className="table" aria-label={label} aria-rowcount={more ? -1 : items.length + 1}>
        <thead>{head}</thead>
        <tbody ref={body}>
          {before > 0 && (
            <tr aria-hidden="true">
              <td colSpan={columns} style={{ blockSize: before, padding: 0, border: 0 }} />
            </tr>
          )}
          {shown.map(({ index, key }) => {
            const item = items[index];
            return item === undefined ? null : (
              <tr key={key} data-index={index} ref={rows.measureElement} aria-rowindex={index + 2}>
                {cellsOf(item)}
              </tr>
            );
          })}
          {after > 0 && (
            <tr aria-hidden="true">
              <td colSpan={columns} style={{ blockSize: after, padding: 0, border: 0 }} />
            </tr>
          )}
        </tbody>
      </table>
      {more && (
        <button type="button" className="quiet" onClick={onMore}>
          {t('app.more')}
        </button>
      )}
    </div>
  );
}
