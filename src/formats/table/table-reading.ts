import { valueAt } from '../../base/value-at';
import { listInWords } from '../../base/translate';
import { ROWS_A_STEP } from '../../base/steps';
import type { Steps } from '../../base/steps';
import type { Translate } from '../../base/translate';
import type { EventColumns } from '../../model/event-columns';
import type { Dataset } from '../../model/dataset';
import { FLAG_ANNOUNCED, FLAG_DEED, NO_TYPE } from '../../model/event-table';
import type { Rejection } from '../../model/rejection';
import type { GrowingColumns } from '../../model/table-of-columns';
import { stanceOfType } from '../../model/tone';
import { EVENT_TYPES } from '../../model/vocabulary';
import { MOST_EVENTS } from '../json/read-dataset';
import { bindMapping } from './bind-mapping';
import { makeRecordFaults } from './record-faults';
import type { RecordFaults } from './record-faults';
import type { CsvMapping } from './mapping';
import { makeRecordSplitter } from './record-splitter';
import { LONGEST_TEXT } from './record';
import { makeRecordColumns } from './record-columns';
import type { RecordColumns } from './record-columns';
import { shortenAtWord } from '../../base/clean-text';
import type { TextColumn } from '../../model/text-column';

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

/** A table that is being read: columns that grow, with what had to be left out of them. */
export interface TableReading extends GrowingColumns {
  /**
   * Takes the next part of the text; it may end anywhere. About 2 ms for 16,000 characters. After a problem nothing is
   * taken. Not while the steps of `columns` run.
   */
  readonly push: (text: string) => void;
  readonly problem: () => TableProblem | undefined;
  /** Faults so far. */
  readonly rejections: () => readonly Rejection[];
  /**
   * Nothing more comes: gives the problem there was, or why no record can be used. `stopped` and `cut` are for a text
   * that wasn't pushed to its end: the record it breaks off in is none, and where it was cut by a fault the rejections
   * tell of it.
   */
  readonly finish: (how?: 'ended' | 'stopped' | 'cut') => TableProblem | undefined;
}

/** An empty table. `dataset` is its head; the actors that it lists are known by the names in the records. */
export function makeTableReading(
  mapping: CsvMapping,
  dataset: Dataset,
  t: Translate,
  limits: TableLimits = TABLE_LIMITS,
): TableReading {
  const faults = makeRecordFaults(t);
  let records: RecordColumns | undefined;
  let problem: TableProblem | undefined;
  let read = 0;
  let lastLine = 1;
  const size = (): number => records?.size() ?? 0;
  const begin = (header: readonly string[]): void => {
    const bound = bindMapping(mapping, header);
    if (!('missing' in bound)) records = makeRecordColumns(bound, dataset, faults, t);
    else
      problem = {
        kind: 'no-column',
        detail: t('problem.noColumn', { column: bound.missing, columns: headersInWords(bound.headers, t) }),
      };
  };
  const onRecord = (cells: readonly string[], line: number): void => {
    if (problem !== undefined) return;
    lastLine = line;
    if (records === undefined) return begin(cells);
    if (records.size() >= limits.events) problem = tooLarge(t('problem.moreEvents', { max: limits.events }));
    else if (records.actors.size() > limits.actors) problem = tooLarge(t('problem.moreActors', { max: limits.actors }));
    else records.add(cells, line);
    return undefined;
  };
  const splitter = makeRecordSplitter({ delimiter: mapping.delimiter, onRecord });
  return {
    push: (text) => {
      read += text.length;
      if (read > limits.text) problem ??= tooLarge(t('problem.moreText', { max: limits.text / 1e6 }));
      if (problem === undefined) splitter.push(text);
    },
    size,
    problem: () => problem,
    rejections: faults.all,
    columns: () => {
      if (records === undefined) throw new Error('No header was read, so there are no columns');
      return columnsOf(records, dataset, mapping);
    },
    finish: (how = 'ended') => {
      if (how === 'cut') tellCut(faults, lastLine, t);
      if (how === 'ended' && problem === undefined) tellUnclosed(faults, splitter.finish(), t);
      return problem ?? (size() === 0 ? noRows(faults, t) : undefined);
    },
  };
}

function tooLarge(detail: string): TableProblem {
  return { kind: 'too-large', detail };
}

function headersInWords(headers: readonly string[], t: Translate): string {
  const words = listInWords(
    headers.slice(0, 30).map((header) => `“${header.slice(0, 60)}”`),
    t,
  );
  return headers.length > 30 ? `${words} …` : words;
}

function tellUnclosed(faults: RecordFaults, line: number | undefined, t: Translate): void {
  if (line === undefined) return;
  faults.reject(
    { line, column: undefined },
    { field: '', found: '"', expected: t('expected.closingQuote'), effect: 'noted' },
  );
}

function tellCut(faults: RecordFaults, line: number, t: Translate): void {
  faults.reject(
    { line, column: undefined },
    { field: '', found: t('found.stopped'), expected: t('expected.restOfFile'), effect: 'cut-short' },
  );
}

function noRows(faults: RecordFaults, t: Translate): TableProblem {
  const [first] = faults.all();
  if (first === undefined) return { kind: 'no-events', detail: t('problem.noRows') };
  return {
    kind: 'no-events',
    detail: t('problem.noUsableRow', { where: first.where, found: first.found, expected: first.expected }),
  };
}

/**
 * The columns of what was read; those of numbers are views on what is still growing, which more records leave as it is.
 */
function* columnsOf(records: RecordColumns, head: Dataset, mapping: CsvMapping): Steps<EventColumns> {
  const { binding, dates, parties, words, ids, texts } = records;
  const codes = records.dateCodes.view();
  const { dateFlags, words: dateWords, ...dateColumns } = yield* dates.columns(codes);
  const dataset: Dataset = { ...head, actors: records.actors.all() };
  const text = (column: number | undefined) => (column === undefined ? undefined : columns.get(column));
  const columns = new Map([...texts].map(([column, store]) => [column, store.column()]));
  yield 0.1;
  const [only] = binding.title;
  const title = binding.title.length === 1 && typeof only === 'object' ? text(only.column) : undefined;
  const type = words.type?.trimmed();
  yield 0.1;
  return {
    dataset,
    ...dateColumns,
    type,
    tone: words.tone?.trimmed(),
    importance: words.importance?.trimmed(),
    flags:
      dateFlags === undefined
        ? undefined
        : yield* withStance(dateFlags, type, dateColumns.start, dataset.asOf?.start.end),
    participantOffset: parties.participants.offset.trimmed(),
    participantActor: parties.participants.value.trimmed(),
    participantRole: parties.participants.role.trimmed(),
    ...countryColumns(records),
    texts: {
      id: ids?.column(),
      title:
        title ??
        composedColumn(
          binding.title.map((part) => (typeof part === 'string' ? part : (columns.get(part.column) ?? ''))),
          codes.length,
          LONGEST_TEXT,
        ),
      summary: text(binding.summary),
      place: text(binding.place),
      date: dateWords,
    },
    restsOn: mapping.restsOn ?? (dataset.sources.length === 1 ? dataset.sources[0]?.id : undefined),
  };
}

function countryColumns({
  parties: { countries },
}: RecordColumns): Pick<EventColumns, 'countries' | 'countryOffset' | 'countryIndex' | 'countryRole'> {
  if (countries === undefined) return {};
  const { pairs, codes } = countries;
  return {
    countries: codes(),
    countryOffset: pairs.offset.trimmed(),
    countryIndex: new Uint16Array(pairs.value.view()),
    countryRole: pairs.role.trimmed(),
  };
}

/**
 * The flags of dates with those that follow from type and as-of day, which a table works out only where it is given
 * none.
 */
function* withStance(
  flags: Uint8Array,
  type: Uint8Array | undefined,
  start: Float64Array,
  asOfEnd: number | undefined,
): Steps<Uint8Array> {
  const deeds = EVENT_TYPES.map((name) => (stanceOfType(name, undefined).deed ? FLAG_DEED : 0));
  for (let record = 0; record < flags.length; record++) {
    if (record % ROWS_A_STEP === 0) yield 0.1;
    const isAhead = asOfEnd !== undefined && valueAt(start, record) >= asOfEnd;
    // An event without a type (`NO_TYPE`) is a word.
    flags[record] = valueAt(flags, record) | (isAhead ? FLAG_ANNOUNCED : (deeds[type?.[record] ?? NO_TYPE] ?? 0));
  }
  return flags;
}

/** Texts put together from other columns when somebody looks; none of them is kept. At most `most` characters each. */
export function composedColumn(parts: readonly (string | TextColumn)[], size: number, most: number): TextColumn {
  const at = (record: number): string => {
    if (!(record >= 0 && record < size)) throw new RangeError(`No text at record ${record}: the column has ${size}`);
    let text = '';
    for (const part of parts) text += typeof part === 'string' ? part : part.at(record);
    return shortenAtWord(text, most);
  };
  return {
    size,
    at,
    find: (text) => {
      for (let record = 0; record < size; record++) if (at(record) === text) return record;
      return undefined;
    },
  };
}
