import type { EventTable } from '../../model/event-table';
import type { Filter } from '../../model/filter';
import { matchEvents } from './matches';

/** Where an event stands among those that pass. */
export interface EventPlace {
  /** From 1; undefined for an event that doesn't pass the filter. */
  readonly place: number | undefined;
  readonly count: number;
  /** Rows; undefined at an end. */
  readonly previous: number | undefined;
  readonly next: number | undefined;
}

/** The place of an event in the order of the list on screen, else (undefined) in time. O(n). */
export function placeOfEvent(
  table: EventTable,
  filter: Filter,
  id: string,
  order: Uint32Array | undefined,
): EventPlace {
  const { mask, count } = matchEvents(table, filter);
  const row = table.rowOf(id);
  if (row === undefined) return { place: undefined, count, previous: undefined, next: undefined };
  const at = order?.indexOf(row) ?? -1;
  if (order !== undefined && at >= 0)
    return { place: at + 1, count: order.length, previous: order[at - 1], next: order[at + 1] };
  const place = mask[row] === 1 ? mask.subarray(0, row + 1).reduce((sum, bit) => sum + bit, 0) : undefined;
  return { place, count, previous: nearestRow(mask, row, -1), next: nearestRow(mask, row, 1) };
}

function nearestRow(mask: Uint8Array, from: number, step: 1 | -1): number | undefined {
  for (let row = from + step; row >= 0 && row < mask.length; row += step) {
    if (mask[row] === 1) return row;
  }
  return undefined;
}
