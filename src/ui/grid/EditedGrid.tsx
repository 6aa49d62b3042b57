// A grid of boxes, since rows that are being written in grow and others are left out.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import { useRef } from 'react';
import type { Desk } from '../context/desk';
import { useText } from '../context/store-context';
import { SCROLL_BOX } from '../kit/scroller';
import type { CellTools } from './cell-tools';
import { GridBar } from './GridBar';
import { InWriteBar } from './InWriteBar';
import { HEAD_PX } from './grid-columns';
import { GridContext } from './grid-context';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import { GridStatus } from './GridStatus';
import { rangeOf } from './grid-range';
import { useGrid } from './use-grid';

/** The table of a timeline that is being written, with what is done with its rows and what was done last. */
export function EditedGrid({ desk, tools }: { readonly desk: Desk; readonly tools: CellTools }) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const grid = useGrid(desk, tools, box, head);
  const { parts, rows, window, widths, selected, editing, sort, note } = grid;
  const { columns } = parts;
  const range = rangeOf(selected, columns.length);
  const isFramed = range.bottom > range.top || range.right > range.left;
  const { active } = selected;
  const shown = shownRows(window.from, window.to, active.row, rows.length);
  const wide = HEAD_PX + widths.reduce((sum, px) => sum + px, 0);
  // The last takes what pixels are left.
  const tracks = widths.map((px, index) => (index === widths.length - 1 ? `minmax(${px}px, 1fr)` : `${px}px`));
  const template = `${HEAD_PX}px ${tracks.join(' ')}`;
  const last = shown.at(-1) ?? -1;
  return (
    <GridContext value={parts}>
      <InWriteBar>
        <GridBar
          shown={columns.map(({ field }) => field)}
          onShow={grid.show}
          row={active.row < 0 || active.row >= rows.length ? undefined : active.row}
          onAdd={grid.add}
          onAddBelow={grid.addBelow}
          onDelete={grid.remove}
          onMove={grid.move}
        />
      </InWriteBar>
      <div ref={box} className="dt-grid-box" role="group" aria-label={t('write.face.table')} {...SCROLL_BOX}>
        <div
          role="grid"
          aria-label={t('grid.label')}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          aria-multiselectable="true"
          className="dt-grid"
          // By script, so that no style stands in the markup.
          ref={(element) => {
            element?.style.setProperty('--dt-grid-columns', template);
            element?.style.setProperty('--dt-grid-wide', `${wide}px`);
          }}
          tabIndex={-1}
          {...grid.handlers}
        >
          <GridHead
            head={head}
            columns={columns}
            widths={widths}
            sort={sort}
            active={active.row < 0 ? active.column : undefined}
            onSort={grid.sortBy}
            onWidth={grid.setWidth}
          />
          {shown.map((row, at) => {
            const event = rows[row];
            if (event === undefined) return null;
            const isIn = isFramed && row >= range.top && row <= range.bottom;
            return (
              <GridRow
                key={event.id}
                event={event}
                row={row}
                roomPx={(row - (at === 0 ? 0 : (shown[at - 1] ?? 0) + 1)) * window.rowPx}
                active={row === active.row ? active.column : undefined}
                left={isIn ? range.left : undefined}
                right={isIn ? range.right : undefined}
                isTop={row === range.top}
                isBottom={row === range.bottom}
                editing={editing?.event === event.id ? editing : undefined}
              />
            );
          })}
          <div role="presentation" style={{ blockSize: Math.max(0, rows.length - 1 - last) * window.rowPx }} />
        </div>
        {rows.length === 0 ? <p className="dt-grid-none">{t('grid.none')}</p> : null}
      </div>
      <GridStatus
        note={note}
        sortedBy={sort === undefined ? undefined : t(`grid.column.${sort.field}`)}
        onUndo={grid.undo}
        onOrder={grid.toOrder}
      />
    </GridContext>
  );
}

/** The rows that stand in the document: those in view, and the one that has the focus. */
function shownRows(from: number, to: number, active: number, count: number): readonly number[] {
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
  if (active < 0 || active >= count || (active >= from && active < to)) return rows;
  return active < from ? [active, ...rows] : [...rows, active];
}
