// A grid of boxes, since rows that are being written in grow and others are left out.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { memo } from 'react';
import type { DiplomaticEvent } from '../../model/dataset';
import { EventShape } from '../../written/ShapeIcon';
import { useText } from '../context/store-context';
import { CellEditor } from './CellEditor';
import type { Editing } from './CellEditor';
import { useGridParts } from './grid-context';
import { shownCell } from './shown-cell';

interface GridRowProps {
  readonly event: DiplomaticEvent;
  readonly row: number;
  /** Room above it, of rows that aren't in the document, px. */
  readonly roomPx: number;
  /** The column that has the focus, or would have; undefined in other rows. */
  readonly active: number | undefined;
  /** First and last column of what is selected in it; undefined where nothing is. */
  readonly left: number | undefined;
  readonly right: number | undefined;
  /** It is the first, or last, of what is selected. */
  readonly isTop: boolean;
  readonly isBottom: boolean;
  readonly editing: Editing | undefined;
}

/** An event as a row of cells. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { event, row, roomPx, active, left, right, isTop, isBottom, editing } = props;
  const t = useText();
  const { columns } = useGridParts();
  const isIn = (column: number): boolean =>
    left !== undefined && right !== undefined && column >= left && column <= right;
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={`dt-grid-row${active === undefined ? '' : ' dt-grid-row--active'}`}
      data-row={row}
      style={roomPx === 0 ? undefined : { marginBlockStart: roomPx }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className="dt-grid-number"
        tabIndex={active === 0 ? 0 : -1}
        data-column={0}
      >
        <span className="dt-grid-count">{t.digits(row + 1)}</span>
        <EventShape event={event} size={13} />
      </div>
      {columns.map((column, at) => {
        const index = at + 1;
        const isSelected = isIn(index);
        return (
          <GridCell
            key={column.field}
            event={event}
            row={row}
            index={index}
            at={at}
            isActive={active === index}
            edges={
              isSelected
                ? `${isTop ? ' dt-cell--top' : ''}${isBottom ? ' dt-cell--bottom' : ''}${index === left ? ' dt-cell--left' : ''}${index === right ? ' dt-cell--right' : ''}`
                : undefined
            }
            editing={editing?.field === column.field ? editing : undefined}
          />
        );
      })}
    </div>
  );
});

interface GridCellProps {
  readonly event: DiplomaticEvent;
  readonly row: number;
  readonly index: number;
  readonly at: number;
  readonly isActive: boolean;
  /** Sides of the frame about what is selected; undefined where it isn't. */
  readonly edges: string | undefined;
  readonly editing: Editing | undefined;
}

function GridCell({ event, row, index, at, isActive, edges, editing }: GridCellProps) {
  const t = useText();
  const parts = useGridParts();
  const { columns, dataset } = parts;
  const column = columns[at];
  if (column === undefined) return null;
  const { text, isEmpty, isUnread, more } = shownCell(parts, dataset, event, column.field, t);
  const kind = `${isEmpty ? ' dt-cell--empty' : ''}${isUnread ? ' dt-cell--unread' : ''}`;
  const selected = edges === undefined ? '' : ` dt-cell--selected${edges}`;
  return (
    <div
      role="gridcell"
      aria-colindex={index + 1}
      aria-selected={edges !== undefined}
      className={`dt-cell${kind}${selected}${editing === undefined ? '' : ' dt-cell--edited'}`}
      tabIndex={isActive && editing === undefined ? 0 : -1}
      data-column={index}
    >
      {editing === undefined ? (
        <>
          <span className="dt-cell-text" dir={column.field === 'id' ? 'ltr' : 'auto'}>
            {text}
          </span>
          {more === undefined ? null : (
            <>
              {' '}
              <span className="dt-cell-more">{more}</span>
            </>
          )}
          {isUnread ? (
            <>
              {' '}
              <span className="dt-cell-more">{t('grid.unreadDate')}</span>
            </>
          ) : null}
        </>
      ) : (
        <CellEditor key={`${event.id} ${column.field}`} editing={editing} event={event} column={column} row={row} />
      )}
    </div>
  );
}
