import { valueAt } from '../../base/value-at';
import { useEffect, useRef } from 'react';
import type { ListView } from './ListPosition';
import { COLUMNS, EventRow, HeadRow, ListCaption } from './ListTable';
import type { ListTableProps } from './ListTable';
import { useChosenPosition } from './use-chosen-position';
import { useListWindow } from './virtual/use-list-window';

/** Until a row has been measured: two lines and their padding. */
const ESTIMATES_PX = [60];
const kindAt = () => 0;

/** The same of any length: only the rows in view stand in the document, and each says which it is of how many. */
export function LongListTable({
  dataset,
  table,
  rows,
  onView,
}: ListTableProps & { readonly onView: (view: ListView) => void }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { parts, inView, handlers } = useListWindow(body, {
    count: rows.length,
    kindAt,
    estimatesPx: ESTIMATES_PX,
    rows,
    wanted: useChosenPosition(table, rows),
  });
  const { first, last } = inView;
  useEffect(() => onView({ first, last }), [onView, first, last]);
  return (
    // The head counts as a row.
    <table className="dt-list-table dt-list-long" aria-rowcount={rows.length + 1}>
      <ListCaption />
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
            <EventRow
              key={part.index}
              dataset={dataset}
              table={table}
              row={valueAt(rows, part.index)}
              position={part.index}
            />
          ),
        )}
      </tbody>
    </table>
  );
}
