// A grid of boxes, since rows that are being written in grow and others are left out.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events */
import type { PointerEvent, RefObject } from 'react';
import type { CellField } from '../../formats/cells/cell-types';
import { useText } from '../context/store-context';
import { spaceOf } from '../kit/screen-space';
import type { ScreenPoint } from '../kit/screen-space';
import { usePointerHold } from '../kit/use-pointer-hold';
import { NARROWEST_PX } from './grid-columns';
import type { GridColumn } from './grid-columns';

/** In which order rows are shown; undefined is the dataset's own. */
export interface GridSort {
  readonly field: CellField;
  readonly isDescending: boolean;
}

interface GridHeadProps {
  readonly head: RefObject<HTMLDivElement | null>;
  readonly columns: readonly GridColumn[];
  readonly widths: readonly number[];
  readonly sort: GridSort | undefined;
  /** Column that has the focus, or would have; undefined where another row has it. */
  readonly active: number | undefined;
  readonly onSort: (field: CellField) => void;
  readonly onWidth: (field: CellField, px: number) => void;
}

/** The names of the columns: each sorts what is shown, and its edge can be dragged. */
export function GridHead({ head, columns, widths, sort, active, onSort, onWidth }: GridHeadProps) {
  const t = useText();
  return (
    <div ref={head} role="row" aria-rowindex={1} className="dt-grid-row dt-grid-head" data-row={-1}>
      <div
        role="columnheader"
        aria-colindex={1}
        className="dt-grid-number"
        tabIndex={active === 0 ? 0 : -1}
        data-column={0}
      >
        <span className="dt-visually-hidden">{t('grid.column.number')}</span>
      </div>
      {columns.map(({ field, label }, at) => {
        const isSorted = sort?.field === field;
        return (
          <div
            key={field}
            role="columnheader"
            aria-colindex={at + 2}
            aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
            className="dt-cell dt-grid-name"
            tabIndex={active === at + 1 ? 0 : -1}
            data-column={at + 1}
            title={t('grid.sortBy', { column: t(label) })}
            onClick={() => onSort(field)}
          >
            <strong>{t(label)}</strong>
            {isSorted ? <span aria-hidden="true">{sort.isDescending ? ' ▾' : ' ▴'}</span> : null}
            {at === 0 && sort === undefined ? <span className="dt-cell-more"> {t('grid.inOrder')}</span> : null}
            <Edge widthPx={widths[at] ?? 0} onWidth={(px) => onWidth(field, px)} />
          </div>
        );
      })}
    </div>
  );
}

/** The edge of a column; for the pointer alone, since widths only help the eye. */
function Edge({ widthPx, onWidth }: { readonly widthPx: number; readonly onWidth: (px: number) => void }) {
  const hold = usePointerHold();
  const set = (px: number): void => onWidth(Math.max(NARROWEST_PX, Math.round(px)));
  return (
    <span
      className="dt-grid-edge"
      aria-hidden="true"
      onClick={(event) => event.stopPropagation()}
      onPointerDown={(press: PointerEvent<HTMLElement>) => {
        press.stopPropagation();
        press.preventDefault();
        const element = press.currentTarget;
        // The edge itself moves.
        const page = element.closest<HTMLElement>('.dt-app') ?? element;
        const xOf = (place: ScreenPoint): number => spaceOf(page).pointAt(place).x;
        const onward = getComputedStyle(element).direction === 'rtl' ? -1 : 1;
        const from = xOf(press);
        hold(press, {
          onMove: (move) => set(widthPx + (xOf(move) - from) * onward),
          onEnd: (how) => {
            if (how === 'taken back') set(widthPx);
          },
        });
      }}
    />
  );
}
