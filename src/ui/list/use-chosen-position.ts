import { useMemo } from 'react';
import type { EventTable } from '../../model/event-table';
import { useTimeline } from '../context/store-context';

/** Where the selected event stands among rows; undefined where it isn't, or none is selected. O(n) a selection. */
export function useChosenPosition(table: EventTable, rows: Uint32Array): number | undefined {
  const selected = useTimeline((state) => state.selected);
  return useMemo(() => {
    const row = selected === undefined ? undefined : table.rowOf(selected);
    const position = row === undefined ? -1 : rows.indexOf(row);
    return position < 0 ? undefined : position;
  }, [table, rows, selected]);
}
