import { useEventCount } from '../context/EventCount';
import { useEffect, useRef } from 'react';
import { valueAt } from '../../base/value-at';
import { eventsAbove } from './list-items';
import type { ListView } from './ListPosition';
import { COLUMNS, EventRow, HeadRow, ShelfRow } from './ListTable';
import type { ListTableProps } from './ListTable';
import { useChosenPosition } from './use-chosen-position';
import { useVirtualList } from './virtual/use-virtual-list';

/** Until one has been measured: a row of two lines and their padding, the head of the shelf. */
const ESTIMATES_PX = [60, 40];
/** No head of the table is higher. */
const MOST_HEAD_PX = 40;

/** The same of any length: only the rows in view stand in the document, and each says which it is of how many. */
export function LongListTable({
  dataset,
  table,
  items,
  onView,
}: ListTableProps & { readonly onView: (view: ListView) => void }) {
  const name = useEventCount();
  const body = useRef<HTMLTableSectionElement>(null);
  const chosen = useChosenPosition(table, items.rows);
  const { parts, inView, handlers } = useVirtualList(body, {
    count: items.count,
    kindAt: items.kindAt,
    estimatesPx: ESTIMATES_PX,
    coveredPx: MOST_HEAD_PX,
    identity: items.rows,
    wholeSelector: '.dt-list',
    wanted: chosen === undefined ? undefined : items.indexOf(chosen),
  });
  const first = eventsAbove(items, inView.first);
  const last = Math.max(first, eventsAbove(items, inView.last + 1) - 1);
  useEffect(() => onView({ first, last }), [onView, first, last]);
  const rowOf = (index: number) => {
    const item = items.itemAt(index);
    if (item.kind !== 'event')
      return <ShelfRow key={index} dataset={dataset} section={items.sections[0]} index={index} />;
    const row = valueAt(items.rows, item.position);
    return <EventRow key={index} dataset={dataset} table={table} row={row} index={index} />;
  };
  return (
    // The head counts as a row.
    <table className="dt-list-table dt-list-long" aria-label={name} aria-rowcount={items.count + 1}>
      <thead>
        <HeadRow index={1} />
      </thead>
      <tbody ref={body} {...handlers}>
        {parts.map((part) =>
          part.kind === 'room' ? (
            <tr key={part.key} aria-hidden="true">
              {/* No control stands in a cell that only keeps room. */}
              {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
              <td className="dt-list-room" colSpan={COLUMNS.length} style={{ height: part.px }} />
            </tr>
          ) : (
            rowOf(part.index)
          ),
        )}
      </tbody>
    </table>
  );
}
