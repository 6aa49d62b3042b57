import { listInWords } from '../../base/translate';
import type { Translate } from '../../base/translate';
import type { Dataset } from '../../model/dataset';
import type { Rejection } from '../../model/rejection';
import type { GrowingColumns } from '../../model/table-of-columns';
import { MOST_EVENTS } from '../json/read-dataset';
import { bindMapping } from './bind-mapping';
import { columnsOfRecords } from './columns-of-records';
import type { DateStandings } from './dates/date-cells';
import type { TableFindings } from './findings';
import { makeRecordColumns } from './record-columns';
import { tellBeyond } from './record';
import type { RecordColumns } from './record-columns';
import { makeRecordFaults } from './record-faults';
import type { RecordFaults } from './record-faults';
import { findingsOf } from './reading-findings';
import type { TableMapping } from './table-mapping';

/** Why a table was refused, or nothing more is taken of it; `detail` is in the reader's language. */
export interface TableProblem {
  readonly kind: 'no-column' | 'no-events' | 'too-large';
  readonly detail: string;
}

/** What a table may hold at most. */
export interface TableLimits {
  readonly events: number;
  /** Characters of text; a file's bytes are never fewer. */
  readonly text: number;
  readonly actors: number;
}

export const TABLE_LIMITS: TableLimits = { events: MOST_EVENTS, text: 200_000_000, actors: 100_000 };

/** Records on their way to events, as a mapping says. */
export interface RecordReading extends GrowingColumns {
  /** Names the columns; before the first record. */
  readonly begin: (headers: readonly string[]) => void;
  /** That a column is wanted which isn't among these. */
  readonly missing: (column: string, headers: readonly string[]) => TableProblem;
  /** Whether the columns have names. */
  readonly hasBegun: () => boolean;
  /**
   * Takes a record, and those that went into it. A blank line is none. After a problem nothing is taken. Not while the
   * steps of `columns` run.
   */
  readonly add: (cells: readonly string[], line: number, members?: readonly (readonly string[])[]) => void;
  readonly problem: () => TableProblem | undefined;
  /** Faults so far. */
  readonly rejections: () => readonly Rejection[];
  /** What was found out so far. O(names and days that differ). */
  readonly findings: () => TableFindings;
  /** How each record's date stands, as it was last read. */
  readonly dateStandings: () => DateStandings | undefined;
  readonly tell: RecordFaults['reject'];
  /** That a record has cells beyond its headers, which nothing is made of. */
  readonly tellBeyond: (headers: readonly string[], cells: readonly string[], line: number) => void;
  /** Nothing more comes: gives the problem there was, or that there is no record. */
  readonly finish: () => TableProblem | undefined;
  /** The line on which the last record starts; 1 before any. */
  readonly lastLine: () => number;
}

export interface RecordReadingOptions {
  readonly limits?: TableLimits | undefined;
  /** BCP 47, besides those of the mapping: in whose words dates are read. */
  readonly languages?: readonly string[] | undefined;
}

/** No records yet. `dataset` is their head; the actors that it lists are known by the names in the records. */
export function makeRecordReading(
  mapping: TableMapping,
  dataset: Dataset,
  t: Translate,
  { limits = TABLE_LIMITS, languages = [t.locale] }: RecordReadingOptions = {},
): RecordReading {
  const faults = makeRecordFaults(t);
  let records: RecordColumns | undefined;
  let problem: TableProblem | undefined;
  let lastLine = 1;
  const size = (): number => records?.size() ?? 0;
  const missing = (column: string, headers: readonly string[]): TableProblem => ({
    kind: 'no-column',
    detail: t('problem.noColumn', { column, columns: headersInWords(headers, t) }),
  });
  return {
    begin: (headers) => {
      const bound = bindMapping(mapping, headers);
      if ('missing' in bound) problem ??= missing(bound.missing, bound.headers);
      else records = makeRecordColumns(bound, dataset, faults, t, languages);
    },
    missing,
    hasBegun: () => records !== undefined,
    add: (cells, line, members) => {
      if (problem !== undefined || records === undefined) return;
      lastLine = line;
      if (records.size() >= limits.events) problem = tooLarge(t('problem.moreEvents', { max: limits.events }));
      else if (records.actors.size() > limits.actors)
        problem = tooLarge(t('problem.moreActors', { max: limits.actors }));
      else records.add(cells, line, members);
    },
    size,
    problem: () => problem,
    rejections: faults.all,
    findings: () => findingsOf(records, dataset),
    dateStandings: () => records?.dates.standings(),
    tell: faults.reject,
    tellBeyond: (headers, cells, line) => tellBeyond(headers, cells, line, faults, t),
    lastLine: () => lastLine,
    columns: () => {
      if (records === undefined) throw new Error('No header was read, so there are no columns');
      return columnsOfRecords(records, dataset, restsOnOf(mapping, dataset));
    },
    finish: () => problem ?? (size() === 0 ? { kind: 'no-events', detail: t('problem.noRows') } : undefined),
  };
}

/** The one source that all rests on: named, or the only one there is, where records name none of their own. */
function restsOnOf({ restsOn, source }: TableMapping, { sources }: Dataset): string | undefined {
  if (restsOn !== undefined || source !== undefined) return restsOn;
  return sources.length === 1 ? sources[0]?.id : undefined;
}

/** Nothing more is taken. */
export function tooLarge(detail: string): TableProblem {
  return { kind: 'too-large', detail };
}

function headersInWords(headers: readonly string[], t: Translate): string {
  const words = listInWords(
    headers.slice(0, 30).map((header) => `“${header.slice(0, 60)}”`),
    t,
  );
  return headers.length > 30 ? `${words} …` : words;
}
