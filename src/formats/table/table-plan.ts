import type { Dataset } from '../../model/dataset';
import type { RecordHead, RecordSource } from '../record-source';
import { NOTHING_OPEN } from '../reader';
import type { Plan } from '../reader';
import type { CsvMapping } from './mapping';
import type { TableLayout, TableMapping } from './table-mapping';

/** A table, with what its columns mean as far as somebody, or the table itself, has said it. */
export interface TablePlan extends Plan {
  readonly mapping: TableMapping | undefined;
  /** Undefined for a table that nobody looked at before reading it. */
  readonly survey: TableSurvey | undefined;
}

/** What a table looks like before it is read. */
export interface TableSurvey {
  /** The table that the events stand in, and the other tables of the same drop. */
  readonly source: RecordSource;
  readonly others: readonly RecordSource[];
  /** As it was found or chosen: header line, encoding, delimiter, sheet. */
  readonly layout: TableLayout;
  readonly columns: readonly ColumnProfile[];
  /** Records under the header, at most 1,000. */
  readonly sample: RecordHead['records'];
  /** Whether the sample is all of it. */
  readonly isWhole: boolean;
  readonly notes: RecordHead['notes'];
}

/** A column by what stands in its sample. */
export interface ColumnProfile {
  readonly header: string;
  /** Three real values, the first distinct ones that aren't empty. */
  readonly values: readonly string[];
  readonly filled: number;
  readonly distinct: number;
  readonly longest: number;
  /** Share of the filled cells that are: 0 to 1. Bare years from 1000 to 2100 look like dates and like numbers. */
  readonly dates: number;
  readonly years?: number;
  readonly numbers: number;
  readonly addresses: number;
  readonly countryCodes: number;
}

/** The plan for a table that nothing needs to be asked about, nor looked at. */
export function mappedPlan(source: string, dataset: Dataset, mapping: CsvMapping): TablePlan {
  return {
    ...NOTHING_OPEN,
    source,
    dataset,
    mapping,
    survey: undefined,
    counts: { records: undefined, events: undefined },
    isRead: false,
  };
}
