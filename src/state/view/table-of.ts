import type { WholeDataset } from '../../model/dataset';
import { makeEventTable } from '../../model/event-table';
import type { EventTable } from '../../model/event-table';

const tables = new WeakMap<WholeDataset, EventTable>();

/** The columns of a dataset, made at the first call and kept as long as the dataset is. O(n log n) once. */
export function tableOf(dataset: WholeDataset): EventTable {
  const known = tables.get(dataset);
  if (known !== undefined) return known;
  const table = makeEventTable(dataset);
  tables.set(dataset, table);
  return table;
}
