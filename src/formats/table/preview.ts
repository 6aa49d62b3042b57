import { runToEnd } from '../../base/steps';
import type { Translate } from '../../base/translate';
import type { Dataset } from '../../model/dataset';
import { datasetHead } from '../../model/dataset-head';
import type { EventTable } from '../../model/event-table';
import type { Rejection } from '../../model/rejection';
import { columnTableSteps } from '../../model/table-of-columns';
import { mappingThatFits } from './column-meanings';
import type { TableFindings, TableQuestion, TableSuggestion } from './findings';
import { makeRecordReading } from './record-reading';
import type { RecordReading } from './record-reading';
import type { TableMapping } from './table-mapping';
import type { TableSurvey } from './table-plan';
import { regroupedSample } from './regroup/regrouped-sample';
import { questionsOf, suggestionsOf } from './table-questions';

/** The sample of a table, read by a mapping as all of it would be. */
export interface TablePreview {
  /** Its events, as the timeline would have them; those without a date at its end. */
  readonly table: EventTable;
  readonly findings: TableFindings;
  readonly questions: readonly TableQuestion[];
  readonly suggestions: readonly TableSuggestion[];
  readonly rejections: readonly Rejection[];
  /** Rows of the table, each under one head. */
  readonly rows: PreviewRows;
}

export interface PreviewRows {
  readonly first: readonly number[];
  /** Both of whose readings are shown. */
  readonly toSettle: readonly number[];
  readonly undated: readonly number[];
}

export interface PreviewOptions {
  /** BCP 47: in whose words dates are read, besides those of the mapping. */
  readonly languages?: readonly string[];
  /** The day the dataset looks from, EDTF. */
  readonly asOf?: string;
  /** What the events stand under, where more is known of it. */
  readonly dataset?: Dataset;
}

/** Reads the sample of a survey by a mapping; some ten milliseconds for a thousand records. */
export function previewTable(
  survey: TableSurvey,
  mapping: TableMapping,
  t: Translate,
  { languages, asOf, dataset }: PreviewOptions = {},
): TablePreview {
  const { name } = survey.source;
  const head = dataset ?? datasetHead({ id: name, title: name, actors: [], ...(asOf !== undefined && { asOf }) });
  const headers = survey.columns.map(({ header }) => header);
  const records = regroupedSample({ name, headers }, survey.sample, survey.others, mapping);
  // A column that isn't there, as while somebody chooses among them, says nothing.
  const reading = makeRecordReading(mappingThatFits(records.mapping, records.headers), head, t, { languages });
  reading.begin(records.headers);
  records.read(reading.add);
  const { table, rejections } = runToEnd(columnTableSteps(runToEnd(reading.columns())));
  const { records: read, merged, passedOver } = records.counts();
  const findings: TableFindings = {
    ...reading.findings(),
    records: read,
    merged,
    passedOver,
    offers: records.offers(),
  };
  return {
    table,
    findings,
    questions: questionsOf(survey, findings, mapping),
    suggestions: suggestionsOf(survey, findings, mapping),
    rejections: [...reading.rejections(), ...rejections],
    rows: rowsOf(table, reading),
  };
}

/** The table's rows stand in the order of their starts, those of one start in the records' own, and undated ones last. */
function rowsOf(table: EventTable, reading: RecordReading): PreviewRows {
  const standings = reading.dateStandings();
  const records = Array.from({ length: reading.size() }, (_, record) => record);
  const keyOf = (record: number): number => (standings?.isDated(record) === true ? standings.start(record) : Infinity);
  const order = records.toSorted((a, b) => (keyOf(a) === keyOf(b) ? a - b : keyOf(a) - keyOf(b)));
  const rows = Array.from({ length: table.size }, (_, row) => row);
  const isEither = (row: number): boolean => row < table.datedSize && standings?.isEither(order[row] ?? 0) === true;
  return {
    first: rows.filter((row) => row < table.datedSize && !isEither(row)),
    toSettle: rows.filter(isEither),
    undated: rows.filter((row) => row >= table.datedSize),
  };
}
