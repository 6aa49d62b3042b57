import type { RecordSource } from '../../src/formats/record-source';
import type { TablePlan, TableSurvey } from '../../src/formats/table/table-plan';
import { NOTHING_OPEN } from '../../src/formats/reader';
import { makeDataset } from './make-dataset';

/** A table at hand as a survey finds it: its headers, and its records cell by cell. */
export function makeSurvey(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  more: Partial<TableSurvey> = {},
): TableSurvey {
  const sample = rows.map((cells, index) => ({ cells, line: index + 2 }));
  return {
    source: sourceOf(headers, rows),
    others: [],
    layout: { header: 1 },
    columns: headers.map((header, at) =>
      profileOf(
        header,
        rows.map((cells) => cells[at] ?? ''),
      ),
    ),
    sample,
    isWhole: true,
    notes: [],
    ...more,
  };
}

function profileOf(header: string, cells: readonly string[]): TableSurvey['columns'][number] {
  const filled = cells.filter((cell) => cell !== '');
  const distinct = [...new Set(filled)];
  return {
    header,
    values: distinct.slice(0, 3),
    filled: filled.length,
    distinct: distinct.length,
    longest: Math.max(0, ...filled.map(({ length }) => length)),
    dates: 0,
    numbers: 0,
    addresses: 0,
    countryCodes: 0,
  };
}

function sourceOf(headers: readonly string[], rows: readonly (readonly string[])[]): RecordSource {
  const records = [headers, ...rows].map((cells, index) => ({ cells, line: index + 1 }));
  const source: RecordSource = {
    name: 'lake-talks.csv',
    format: 'CSV',
    headers: undefined,
    choices: [],
    with: () => source,
    head: () => ({ records, isWhole: true, count: records.length, notes: [] }),
    read: async (take) => {
      for (const { cells, line } of records) take(cells, line);
      return Promise.resolve(undefined);
    },
  };
  return source;
}

/** The plan for such a table. */
export function planOf(survey: TableSurvey, mapping: TablePlan['mapping']): TablePlan {
  const { events: _, ...dataset } = makeDataset([]);
  return {
    ...NOTHING_OPEN,
    source: survey.source.name,
    dataset,
    counts: { records: undefined, events: undefined },
    isRead: false,
    mapping,
    survey,
  };
}
