/** A cell by its row, counted from 0 (-1 is the head), and its column (0 has the rows' numbers). */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Cells from one corner to another; `active` is the one that has the focus. */
export interface Selected {
  readonly active: Place;
  readonly anchor: Place;
}

/** All four inside. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function at(place: Place): Selected {
  return { active: place, anchor: place };
}

/** What is selected: a row's number stands for all of the row. */
export function rangeOf({ active, anchor }: Selected, columns: number): Range {
  const isRows = active.column === 0 || anchor.column === 0;
  return {
    top: Math.max(0, Math.min(active.row, anchor.row)),
    bottom: Math.max(active.row, anchor.row),
    left: isRows ? 1 : Math.min(active.column, anchor.column),
    right: isRows ? columns : Math.max(active.column, anchor.column),
  };
}

/** How many cells are in it. */
export function sizeOf({ top, bottom, left, right }: Range): number {
  return Math.max(0, bottom - top + 1) * Math.max(0, right - left + 1);
}

/**
 * Where a key leads from a cell of a grid with so many rows and columns (the head's row and the column of numbers not
 * counted); undefined for keys that don't move.
 */
export function placeAfter(
  key: string,
  from: Place,
  grid: { readonly rows: number; readonly columns: number; readonly page: number; readonly isRightToLeft: boolean },
  isFar: boolean,
): Place | undefined {
  const { rows, columns, page, isRightToLeft } = grid;
  const last = rows - 1;
  const onward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const inGrid = (row: number, column: number): Place => ({
    row: Math.max(-1, Math.min(last, row)),
    column: Math.max(0, Math.min(columns, column)),
  });
  const { row, column } = from;
  switch (key) {
    case 'ArrowUp':
      return inGrid(isFar ? Math.min(0, row) : row - 1, column);
    case 'ArrowDown':
      return inGrid(isFar ? last : row + 1, column);
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = key === onward ? 1 : -1;
      return inGrid(row, isFar ? (step > 0 ? columns : 1) : column + step);
    }
    case 'Home':
      return inGrid(isFar ? 0 : row, 1);
    case 'End':
      return inGrid(isFar ? last : row, columns);
    case 'PageUp':
      return inGrid(Math.max(0, row - page), column);
    case 'PageDown':
      return inGrid(row + page, column);
    default:
      return undefined;
  }
}

/** The next cell in reading order, or the one before; the last of a row is followed by the first of the next. */
export function neighbour({ row, column }: Place, step: 1 | -1, rows: number, columns: number): Place {
  const index = row * columns + (column - 1) + step;
  const inside = Math.max(0, Math.min(rows * columns - 1, index));
  return { row: Math.floor(inside / columns), column: (inside % columns) + 1 };
}
