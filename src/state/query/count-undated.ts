import type { EventTable } from '../../model/event-table';

/** How many of the events that pass have no date, and so stand in the list but on no chart. O(events without a date). */
export function countUndated({ datedSize, size }: EventTable, mask: Uint8Array): number {
  let count = 0;
  for (let row = datedSize; row < size; row++) if (mask[row] === 1) count += 1;
  return count;
}
