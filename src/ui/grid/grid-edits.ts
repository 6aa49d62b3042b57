import type { CellContext, CellField, CellProblem } from '../../formats/cells/cell-types';
import type { WholeDataset } from '../../model/dataset';
import type { Rejection } from '../../model/rejection';
import type { Desk } from '../context/desk';
import type { CellTools } from './cell-tools';
import type { Range } from './grid-range';

/** What cells are written with. */
export interface GridDesk {
  readonly desk: Desk;
  readonly tools: CellTools;
  readonly context: CellContext;
}

/** Why a cell isn't kept. */
export type Refused = { readonly problem: CellProblem } | { readonly faults: readonly Rejection[] };

/** Sets one cell; why not, where it can't be. What isn't read of a date is kept as text. */
export function setOne(
  { desk, tools, context }: GridDesk,
  event: string,
  field: CellField,
  text: string,
): Refused | undefined {
  const { dataset, problem } = tools.setCell(desk.draft().dataset, event, field, text, context);
  if (problem !== undefined && field !== 'date') return { problem };
  const faults = desk.edit({ did: 'set', list: 'events', id: event, field }, () => dataset);
  return faults.length === 0 ? undefined : { faults };
}

/** What became of a range of cells. */
export interface Filled {
  readonly cells: number;
  readonly rows: number;
  readonly columns: number;
  readonly newRows: number;
  readonly newNames: number;
  readonly notRead: number;
  /** Columns that the table has no room for. */
  readonly beyond: number;
  readonly range: Range;
}

/** Rows and columns as they are shown. */
export interface ShownCells {
  /** Ids of events. */
  readonly rows: readonly string[];
  readonly fields: readonly CellField[];
}

/**
 * Texts into the cells from one on, right and down; where they are longer than the table, rows are added at its end. One
 * edit. Faults where the whole can't be kept.
 */
export function fillFrom(
  grid: GridDesk,
  shown: ShownCells,
  from: { readonly row: number; readonly column: number },
  texts: readonly (readonly string[])[],
): Filled | { readonly faults: readonly Rejection[] } {
  const { desk, tools, context } = grid;
  const wide = Math.max(...texts.map((row) => row.length));
  const columns = Math.min(wide, shown.fields.length - from.column + 1);
  const before = desk.draft().dataset;
  const newRows = Math.max(0, from.row + texts.length - shown.rows.length);
  const { dataset: room, ids } =
    newRows === 0 ? { dataset: before, ids: [] } : tools.addEvents(before, newRows, before.events.length, context);
  const rows = [...shown.rows, ...ids];
  const changes = texts.flatMap((row, down) =>
    row.slice(0, columns).flatMap((text, across) => {
      const event = rows[from.row + down];
      const field = shown.fields[from.column - 1 + across];
      return event === undefined || field === undefined ? [] : [{ event, field, text }];
    }),
  );
  const { dataset, outcomes, newNames } = tools.setCells(room, changes, context);
  const faults = desk.edit({ did: 'paste', rows: texts.length, columns }, () => dataset);
  if (faults.length > 0) return { faults };
  return {
    // A date that isn't read is kept as text.
    cells: outcomes.filter(({ problem }, index) => problem === undefined || changes[index]?.field === 'date').length,
    rows: texts.length,
    columns,
    newRows,
    newNames: newNames.length,
    notRead: outcomes.filter(({ problem }) => problem !== undefined).length,
    beyond: wide - columns,
    range: {
      top: from.row,
      bottom: from.row + texts.length - 1,
      left: from.column,
      right: from.column + columns - 1,
    },
  };
}

/** The texts of a range. */
export function textsIn(
  { desk, tools, context }: GridDesk,
  { rows, fields }: ShownCells,
  { top, bottom, left, right }: Range,
): readonly (readonly string[])[] {
  const { dataset } = desk.draft();
  const byId = new Map(dataset.events.map((event) => [event.id, event]));
  return rows.slice(top, bottom + 1).map((id) => {
    const event = byId.get(id);
    return fields
      .slice(left - 1, right)
      .map((field) => (event === undefined ? '' : tools.cellText(dataset, event, field, context)));
  });
}

/** Clears a range, ids left alone; how many cells were cleared. */
export function clearRange(grid: GridDesk, shown: ShownCells, range: Range): number {
  const { desk, tools, context } = grid;
  const texts = textsIn(grid, shown, range);
  const changes = texts.flatMap((row, down) =>
    row.flatMap((text, across) => {
      const event = shown.rows[range.top + down];
      const field = shown.fields[range.left - 1 + across];
      return event === undefined || field === undefined || field === 'id' || text === ''
        ? []
        : [{ event, field, text: '' }];
    }),
  );
  const [only] = changes;
  if (only === undefined) return 0;
  desk.edit(
    changes.length === 1
      ? { did: 'set', list: 'events', id: only.event, field: only.field }
      : { did: 'paste', rows: texts.length, columns: range.right - range.left + 1 },
    (dataset) => tools.setCells(dataset, changes, context).dataset,
  );
  return changes.length;
}

/** Adds a row before the place `at` of the dataset's own order; the id of its event. */
export function addRow({ desk, tools, context }: GridDesk, at: number): string | undefined {
  const { dataset, ids } = tools.addEvents(desk.draft().dataset, 1, at, context);
  const [id] = ids;
  if (id === undefined) return undefined;
  const faults = desk.edit({ did: 'add', list: 'events', id }, () => dataset);
  return faults.length === 0 ? id : undefined;
}

export function deleteRows({ desk, tools, context }: GridDesk, ids: readonly string[]): void {
  const [id] = ids;
  if (id === undefined) return;
  desk.edit({ did: 'delete', list: 'events', id }, (dataset) => tools.removeEvents(dataset, ids, context));
}

/** Moves rows that stand together by one place in the dataset's order; false where they are at its end. */
export function moveRows({ desk }: GridDesk, ids: readonly string[], step: 1 | -1): boolean {
  const { events } = desk.draft().dataset;
  const first = events.findIndex((event) => event.id === ids[0]);
  const [id] = ids;
  const to = first + step;
  if (id === undefined || first < 0 || to < 0 || to + ids.length > events.length) return false;
  desk.edit({ did: 'move', list: 'events', id }, (dataset) => moved(dataset, first, ids.length, to));
  return true;
}

function moved(dataset: WholeDataset, from: number, count: number, to: number): WholeDataset {
  const events = [...dataset.events];
  const block = events.splice(from, count);
  events.splice(to, 0, ...block);
  return { ...dataset, events };
}
