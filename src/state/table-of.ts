import type { Dataset } from '../model/dataset';
import { makeEventTable } from '../model/event-table';
import type { EventTable } from '../model/event-table';

const tables = new WeakMap<Dataset, EventTable>();
const datasets = new WeakMap<EventTable, Dataset>();

/** The columns of a dataset, made at the first call and kept as long as the dataset is. O(n log n) once. */
export function tableOf(dataset: Dataset): EventTable {
  const known = tables.get(dataset);
  if (known !== undefined) return known;
  const table = makeEventTable(dataset);
  tables.set(dataset, table);
  datasets.set(table, dataset);
  return table;
}

/** The dataset a table was made from by `tableOf`; undefined for a table made elsewhere, which then has ids and no names. */
export function datasetOf(table: EventTable): Dataset | undefined {
  return datasets.get(table);
}
