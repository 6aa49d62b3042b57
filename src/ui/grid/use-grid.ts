import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { CellField } from '../../formats/cells/cell-types';
import type { DiplomaticEvent } from '../../model/dataset';
import { hoverEvent } from '../../state/view/choose';
import type { Desk } from '../context/desk';
import { useText, useTimelineStore } from '../context/store-context';
import { useOnDesk } from '../context/use-desk';
import type { Editing } from './CellEditor';
import type { CellTools } from './cell-tools';
import { columnWidths, FIRST_COLUMNS, GRID_COLUMNS, HEAD_PX } from './grid-columns';
import type { GridParts } from './grid-context';
import { addRow, clearRange, deleteRows, fillFrom, moveRows, setOne, textsIn } from './grid-edits';
import type { ShownCells } from './grid-edits';
import type { GridSort } from './GridHead';
import { at, neighbour, rangeOf, sizeOf } from './grid-range';
import type { Place, Selected } from './grid-range';
import { filledInWords } from './GridStatus';
import type { GridNote } from './GridStatus';
import { sortedIds } from './sorted-rows';
import { useRowWindow } from './row-window';
import { useGridHands } from './use-grid-hands';

/** Everything that a table of cells holds, and what is done with it. */
export function useGrid(
  desk: Desk,
  tools: CellTools,
  box: RefObject<HTMLDivElement | null>,
  head: RefObject<HTMLDivElement | null>,
) {
  const t = useText();
  const store = useTimelineStore();
  const draft = useOnDesk(desk, (each) => each.draft());
  const past = useOnDesk(desk, (each) => each.past());
  const { dataset, baseline } = draft;
  const [fields, setFields] = useState<readonly CellField[]>(FIRST_COLUMNS);
  const [own, setOwn] = useState<Readonly<Partial<Record<CellField, number>>>>({});
  const [sort, setSort] = useState<GridSort>();
  const [order, setOrder] = useState<readonly string[]>();
  const [selected, setSelected] = useState<Selected>(at({ row: 0, column: 1 }));
  const [editing, setEditing] = useState<Editing>();
  const [told, setNote] = useState<GridNote>();
  const context = useMemo(() => ({ t, baseline }), [t, baseline]);
  const columns = useMemo(() => GRID_COLUMNS.filter(({ field }) => fields.includes(field)), [fields]);
  const rows = useMemo(() => inOrder(dataset.events, order), [dataset.events, order]);
  const window = useRowWindow(box, head, rows.length, HEAD_PX);
  const widths = useMemo(() => columnWidths(columns, window.widthPx, own), [columns, window.widthPx, own]);
  const note = told !== undefined && (told.step === undefined || told.step === past.at(-1)) ? told : undefined;
  const grid = { desk, tools, context };
  const shown = (): ShownCells => ({
    rows: inOrder(desk.draft().dataset.events, order).map(({ id }) => id),
    fields: columns.map(({ field }) => field),
  });
  const isFocused = useRef(false);
  const wantsFocus = useRef(false);

  const go = (place: Place, isFurther = false): void => {
    setSelected((was) => (isFurther ? { active: place, anchor: was.anchor } : at(place)));
    reveal(place);
    wantsFocus.current = true;
  };
  const reveal = ({ row, column }: Place): void => {
    const before = widths.slice(0, Math.max(0, column - 1)).reduce((sum, px) => sum + px, 0);
    window.show(row, column === 0 ? undefined : { fromPx: before, toPx: before + (widths[column - 1] ?? 0) });
  };
  /** What an edit did, with its undo. */
  const tell = (words: string, text = '', undo: GridNote['undo'] = 'grid.undo'): void =>
    setNote({ head: words, text, undo, step: desk.past().at(-1) });
  /** What changes nothing. */
  const say = (words: string): void => setNote({ head: words, text: '', undo: undefined, step: undefined });

  const edit = (place: Place, typed?: string): void => {
    const event = rows[place.row];
    const column = columns[place.column - 1];
    if (event === undefined || column === undefined) return;
    const { field } = column;
    const text = tools.cellText(dataset, event, field, context);
    setSelected(at(place));
    reveal(place);
    setEditing({ event: event.id, field, text: typed ?? text, isWhole: typed === undefined, refused: undefined });
  };
  const finish: GridParts['finish'] = (text, to) => {
    if (editing === undefined) return;
    const { event, field } = editing;
    const refused = text === undefined ? undefined : setOne(grid, event, field, text);
    if (refused !== undefined) {
      setEditing({ ...editing, text: text ?? '', refused });
      return;
    }
    setEditing(undefined);
    if (to === 'blur') return;
    const { active } = selected;
    const count = rows.length;
    const next =
      to === 'stay'
        ? active
        : to === 'next' || to === 'previous'
          ? neighbour(active, to === 'next' ? 1 : -1, count, columns.length)
          : { ...active, row: Math.max(0, Math.min(count - 1, active.row + (to === 'down' ? 1 : -1))) };
    go(next);
  };
  const range = () => rangeOf(selected, columns.length);
  const idsIn = (): readonly string[] => {
    const { top, bottom } = range();
    return rows.slice(top, bottom + 1).map(({ id }) => id);
  };

  const addAt = (index: number): void => {
    const id = addRow(grid, index);
    if (id === undefined) return;
    const ids = shown().rows;
    const row = ids.indexOf(id);
    const column = Math.max(1, columns.findIndex(({ field }) => field === 'date') + 1);
    const field = columns[column - 1]?.field ?? 'title';
    tell(t('grid.added', { row: t.digits(row + 1) }));
    setSelected(at({ row, column }));
    reveal({ row, column });
    setEditing({ event: id, field, text: '', isWhole: true, refused: undefined });
  };
  const ownPlace = (row: number): number => {
    const id = rows[row]?.id;
    return desk.draft().dataset.events.findIndex((event) => event.id === id);
  };
  const acts = {
    add: () => addAt(desk.draft().dataset.events.length),
    addBelow: () => addAt(ownPlace(selected.active.row) + 1),
    remove: () => {
      const ids = idsIn();
      if (ids.length === 0) return;
      const { top } = range();
      deleteRows(grid, ids);
      tell(t('grid.deletedRows', { n: ids.length }));
      go({ row: Math.max(0, Math.min(top, rows.length - ids.length - 1)), column: selected.active.column });
    },
    move: (step: 1 | -1) => {
      if (order !== undefined) return say(t('grid.cannotMove'));
      if (!moveRows(grid, idsIn(), step)) return undefined;
      const moved = (place: Place): Place => ({ ...place, row: place.row + step });
      setSelected({ active: moved(selected.active), anchor: moved(selected.anchor) });
      reveal(moved(selected.active));
      wantsFocus.current = true;
      return tell(t('grid.moved', { row: t.digits(selected.active.row + step + 1) }));
    },
    clear: () => {
      const n = clearRange(grid, shown(), range());
      if (n > 0) tell(t('grid.cleared', { n }));
    },
    texts: () => textsIn(grid, shown(), range()),
    copied: () => say(t('grid.copied', { n: sizeOf(range()) })),
    paste: (texts: readonly (readonly string[])[]) => {
      const { top, left } = range();
      const filled = fillFrom(grid, shown(), { row: top, column: left }, texts);
      if ('faults' in filled) return say(t('grid.fault', { expected: filled.faults[0]?.expected ?? '' }));
      const { head: words, text } = filledInWords(filled, t);
      const { top: first, bottom, left: start, right } = filled.range;
      setSelected({ active: { row: first, column: start }, anchor: { row: bottom, column: right } });
      wantsFocus.current = true;
      return tell(words, text, 'grid.undoPaste');
    },
    fillDown: () => {
      const { top, bottom, left, right } = range();
      const from = Math.max(0, bottom > top ? top : top - 1);
      if (from === bottom) return;
      const [first = []] = textsIn(grid, shown(), { top: from, bottom: from, left, right });
      const filled = fillFrom(grid, shown(), { row: from + 1, column: left }, Array(bottom - from).fill(first));
      if (!('faults' in filled)) tell(t('grid.filledCells', { n: filled.cells }), t('grid.filledDown'));
    },
    undo: () => {
      desk.undo();
      say(t('grid.undone'));
      wantsFocus.current = true;
    },
    sortBy: (field: CellField) => {
      const next = nextSort(sort, field);
      setSort(next);
      setOrder(next === undefined ? undefined : sortedIds(desk.draft().dataset, next, grid));
    },
    toOrder: () => {
      setSort(undefined);
      setOrder(undefined);
      wantsFocus.current = true;
    },
    show: setFields,
    setWidth: (field: CellField, px: number) => {
      // Those before it stay as they are, or the edge would not be where the hand is.
      const before = columns.findIndex((column) => column.field === field);
      const kept = Object.fromEntries(columns.slice(0, before).map((column, index) => [column.field, widths[index]]));
      setOwn((was) => ({ ...was, ...kept, [field]: px }));
    },
  };

  // Rows may go by another face's undo.
  const place = inGrid(selected.active, rows.length, columns.length);
  if (place !== selected.active) setSelected(at(place));
  const activeId = rows[place.row]?.id;
  useLayoutEffect(() => {
    if (!wantsFocus.current && !isFocused.current) return;
    if (editing !== undefined) return;
    wantsFocus.current = false;
    const cell = box.current?.querySelector<HTMLElement>(`[data-row="${place.row}"] [data-column="${place.column}"]`);
    if (cell !== null && cell !== undefined && cell !== cell.ownerDocument.activeElement)
      cell.focus({ preventScroll: true });
  });
  // The timeline below rings the row's event.
  useLayoutEffect(() => {
    if (activeId !== undefined) store.apply(hoverEvent, activeId);
  }, [store, activeId]);
  useLayoutEffect(() => () => store.apply(hoverEvent, undefined), [store]);

  const parts = useStableParts({ ...grid, dataset, columns, finish });
  const handlers = useGridHands({
    selected,
    isEditing: editing !== undefined,
    rows: rows.length,
    columns: columns.length,
    page: window.page,
    onFocused: (isIn) => {
      isFocused.current = isIn;
    },
    go,
    edit,
    select: (next) => {
      setSelected(next);
      wantsFocus.current = true;
    },
    ...acts,
    sortAt: (column) => {
      const field = columns[column - 1]?.field;
      if (field !== undefined) acts.sortBy(field);
    },
  });
  return { parts, rows, window, widths, selected, editing, sort, note, handlers, ...acts };
}

function nextSort(was: GridSort | undefined, field: CellField): GridSort | undefined {
  if (was?.field !== field) return { field, isDescending: false };
  return was.isDescending ? undefined : { field, isDescending: true };
}

/** The events in an order of ids; those that it doesn't know come last. */
function inOrder(events: readonly DiplomaticEvent[], order: readonly string[] | undefined): readonly DiplomaticEvent[] {
  if (order === undefined) return events;
  const byId = new Map(events.map((event) => [event.id, event]));
  const placed = order.flatMap((id) => byId.get(id) ?? []);
  for (const { id } of placed) byId.delete(id);
  return [...placed, ...byId.values()];
}

function inGrid(place: Place, rows: number, columns: number): Place {
  const row = Math.max(-1, Math.min(rows - 1, place.row));
  const column = Math.max(0, Math.min(columns, place.column));
  return row === place.row && column === place.column ? place : { row, column };
}

/** The same object until something in it changes; what it does is always the latest. */
function useStableParts(parts: GridParts): GridParts {
  const latest = useRef(parts);
  useLayoutEffect(() => {
    latest.current = parts;
  });
  const { desk, tools, context, dataset, columns } = parts;
  return useMemo(
    () => ({
      desk,
      tools,
      context,
      dataset,
      columns,
      finish: (text, to) => latest.current.finish(text, to),
    }),
    [desk, tools, context, dataset, columns],
  );
}
