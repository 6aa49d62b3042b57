import { english } from '../../src/base/messages/en';
import { makeTranslate } from '../../src/base/translate';
import type { Translate } from '../../src/base/translate';
import type { TableFindings } from '../../src/formats/table/findings';
import type { TableMapping } from '../../src/formats/table/table-mapping';
import { makeTableReading } from '../../src/formats/table/table-reading';
import type { Dataset, DiplomaticEvent } from '../../src/model/dataset';
import { datasetHead } from '../../src/model/dataset-head';
import type { EventTable } from '../../src/model/event-table';
import type { Rejection } from '../../src/model/rejection';
import { finishedTable } from './table-of';

export interface ReadCsv {
  readonly table: EventTable;
  /** In the table's order: by time, undated ones last. */
  readonly events: readonly DiplomaticEvent[];
  readonly rejections: readonly Rejection[];
  readonly findings: TableFindings;
  /** `line 2, column 1 | found | expected | effect` */
  readonly faults: readonly string[];
}

const inEnglish = makeTranslate('en', english);
const head = datasetHead({ id: 'rows', title: 'Rows', actors: [], asOf: '2020-01-01' });

/** A text with a header, read by a mapping. */
export function readCsv(
  csv: string,
  mapping: TableMapping,
  { dataset = head, t = inEnglish }: { readonly dataset?: Dataset; readonly t?: Translate } = {},
): ReadCsv {
  const reading = makeTableReading(mapping, dataset, t);
  reading.push(csv);
  const made = finishedTable(reading);
  if (!('table' in made)) throw new Error(`Refused: ${made.kind}: ${made.detail}`);
  const { table, rejections } = made;
  return {
    table,
    events: Array.from({ length: table.size }, (_, row) => table.eventAt(row)),
    rejections,
    findings: reading.findings(),
    faults: rejections.map(({ where, found, expected, effect }) => `${where} | ${found} | ${expected} | ${effect}`),
  };
}
