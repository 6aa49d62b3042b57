import type { Dataset } from '../../model/dataset';
import { NOTHING_OPEN } from '../reader';
import type { Plan } from '../reader';
import type { CsvMapping } from './mapping';

/** A table, with what its columns mean as far as somebody has said it. */
export interface TablePlan extends Plan {
  readonly mapping: CsvMapping | undefined;
}

/** The plan for a table that nothing needs to be asked about, nor looked at. */
export function mappedPlan(source: string, dataset: Dataset, mapping: CsvMapping): TablePlan {
  return {
    ...NOTHING_OPEN,
    source,
    dataset,
    mapping,
    counts: { records: undefined, events: undefined },
    isRead: false,
  };
}
