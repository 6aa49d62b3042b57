import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import type { TimeSpan } from '../../model/dates/instant';
import { isBar } from './footprint';

/**
 * Of the rows of a mask (one byte a row, 1 is in it) those whose mark stands in a window, or whose bar reaches into it.
 * O(n).
 */
export function maskInWindow(table: EventTable, mask: Uint8Array, { start, end }: TimeSpan): Uint8Array {
  return mask.map((passes, row) => {
    const at = valueAt(table.anchor, row);
    const reaches = isBar(table, row) && valueAt(table.start, row) < end && valueAt(table.end, row) > start;
    return passes === 1 && ((at >= start && at < end) || reaches) ? 1 : 0;
  });
}
