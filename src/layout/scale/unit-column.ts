import { memoByObject } from '../../base/memo';
import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { instant } from '../../model/dates/instant';
import type { TimeScale } from './time-scale';

/**
 * Where each row's mark stands on the scale, in **unit** space; 0 for rows without a date. Worked out once a table and
 * scale.
 */
export function unitColumn(table: EventTable, scale: TimeScale): Float64Array {
  return columnsOf(table)(scale);
}

const columnsOf = memoByObject((table: EventTable) => memoByObject((scale: TimeScale) => makeColumn(table, scale)));

function makeColumn(table: EventTable, scale: TimeScale): Float64Array {
  const units = new Float64Array(table.size);
  let last = Number.NaN;
  let unit = 0;
  for (let row = 0; row < table.datedSize; row++) {
    const at = valueAt(table.anchor, row);
    // Rows come by time: many in a row stand at the same place.
    if (at !== last) unit = scale.unitOf(instant(at));
    last = at;
    units[row] = unit;
  }
  return units;
}
