import type { MessageKey } from '../../base/translate';
import type { CellField } from '../../formats/cells/cell-types';

/** A column of cells; the one before them all is that of the rows' numbers and marks. */
export interface GridColumn {
  readonly field: CellField;
  readonly label: MessageKey;
  /** As wide as it is made without more room, px. */
  readonly widthPx: number;
  /** Its share of what room is left. */
  readonly share: number;
}

export const GRID_COLUMNS: readonly GridColumn[] = [
  { field: 'date', label: 'grid.column.date', widthPx: 200, share: 0.6 },
  { field: 'title', label: 'grid.column.title', widthPx: 240, share: 3 },
  { field: 'who', label: 'grid.column.who', widthPx: 200, share: 2 },
  { field: 'type', label: 'grid.column.type', widthPx: 118, share: 0 },
  { field: 'status', label: 'grid.column.status', widthPx: 104, share: 0 },
  { field: 'source', label: 'grid.column.source', widthPx: 190, share: 1 },
  { field: 'place', label: 'grid.column.place', widthPx: 140, share: 0.5 },
  { field: 'summary', label: 'grid.column.summary', widthPx: 240, share: 1 },
  { field: 'importance', label: 'grid.column.importance', widthPx: 110, share: 0 },
  { field: 'label', label: 'grid.column.label', widthPx: 170, share: 0.5 },
  { field: 'id', label: 'grid.column.id', widthPx: 130, share: 0 },
];

export const FIRST_COLUMNS: readonly CellField[] = ['date', 'title', 'who', 'type', 'status', 'source'];

/** How wide the column of numbers and marks is, px. */
export const HEAD_PX = 78;
/** On a phone the date and the title stand beside it at once. */
const PHONE_PX: Readonly<Partial<Record<CellField, number>>> = { date: 132, title: 176 };

/** Widths of columns in px: what was set by hand, else what they ask for and their share of the room that is left. */
export function columnWidths(
  columns: readonly GridColumn[],
  roomPx: number,
  own: Readonly<Partial<Record<CellField, number>>>,
): readonly number[] {
  const isPhone = roomPx < 500;
  const asked = columns.map(({ field, widthPx }) => own[field] ?? (isPhone ? PHONE_PX[field] : undefined) ?? widthPx);
  const left = roomPx - HEAD_PX - asked.reduce((sum, px) => sum + px, 0);
  const shares = columns.map(({ field, share }) => (own[field] === undefined ? share : 0));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return left <= 0 || all === 0 ? asked : asked.map((px, at) => px + Math.floor((left * (shares[at] ?? 0)) / all));
}

/** Narrower than this no column is made by hand, px. */
export const NARROWEST_PX = 64;
