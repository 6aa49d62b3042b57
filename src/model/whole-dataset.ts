import type { DiplomaticEvent, WholeDataset } from './dataset';
import type { EventTable } from './event-table';

/**
 * A table's dataset with all of its events: in the file's order where the file told them whole, else in the table's.
 * Makes an object of each row.
 */
export function wholeDataset(table: EventTable): WholeDataset {
  const { dataset, detailed, size } = table;
  const events: readonly DiplomaticEvent[] =
    detailed.length === size ? detailed : Array.from({ length: size }, (_, row) => table.eventAt(row));
  return { ...dataset, events };
}
