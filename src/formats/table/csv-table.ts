import { valueAt } from '../../base/value-at';
import { listInWords } from '../../base/translate';
import { ROWS_A_STEP } from '../../base/steps';
import type { Steps } from '../../base/steps';
import type { Translate } from '../../base/translate';
import { columnTableSteps } from '../../model/column-table';
import type { ColumnTable, EventColumns } from '../../model/column-table';
import type { Dataset } from '../../model/dataset';
import { FLAG_ANNOUNCED, FLAG_DEED, NO_TYPE } from '../../model/event-table';
import { stanceOfType } from '../../model/tone';
import { EVENT_TYPES } from '../../model/vocabulary';
import { MOST_EVENTS } from '../json/read-dataset';
import { bindMapping } from './csv-binding';
import { makeCsvFaults } from './csv-faults';
import type { CsvFaults } from './csv-faults';
import type { CsvMapping } from './csv-mapping';
import { makeCsvReader } from './csv-reader';
import { LONGEST_TEXT } from './csv-record';
import { makeCsvRows } from './csv-rows';
import type { CsvRows } from './csv-rows';
import { shortenAtWord } from '../../base/clean-text';
import type { TextColumn } from '../../model/text-column';

/** Why a file of rows was refused, or nothing more is taken of it; `detail` is in the reader's language. */
export interface CsvProblem {
  readonly kind: 'no-column' | 'no-events' | 'too-large';
  readonly detail: string;
}

/** What a table of rows may hold at most. */
export interface CsvLimits {
  readonly events: number;
  /** Characters of text; a file's bytes are never fewer. */
  readonly text: number;
  readonly actors: number;
}

export const CSV_LIMITS: CsvLimits = { events: MOST_EVENTS, text: 200_000_000, actors: 100_000 };

/** A file of rows on its way to becoming a table. */
export interface CsvTable {
  /**
   * Takes the next part of the text; it may end anywhere. About 2 ms for 16,000 characters. After a problem nothing is
   * taken.
   */
  readonly push: (text: string) => void;
  /** Rows that can be used, so far. */
  readonly rows: () => number;
  readonly problem: () => CsvProblem | undefined;
  /** What was read so far as a table of its own; more can be pushed afterwards, not while the steps run. */
  readonly soFar: () => Steps<ColumnTable>;
  /**
   * The table of all that was pushed, or why there is none. `stopped` and `cut` are for a text that wasn't pushed to
   * its end: the record it breaks off in is none, and where it was cut by a fault the rejections tell of it. A problem
   * counts only at the text's own end.
   */
  readonly finish: (how?: 'ended' | 'stopped' | 'cut') => Steps<ColumnTable | CsvProblem>;
}

/** An empty table of rows. `dataset` is its head; the actors that it lists are known by the rows' names. */
export function makeCsvTable(
  mapping: CsvMapping,
  dataset: Dataset,
  t: Translate,
  limits: CsvLimits = CSV_LIMITS,
): CsvTable {
  const faults = makeCsvFaults(t);
  let rows: CsvRows | undefined;
  let problem: CsvProblem | undefined;
  let read = 0;
  let lastLine = 1;
  const begin = (header: readonly string[]): void => {
    const bound = bindMapping(mapping, header);
    if (!('missing' in bound)) rows = makeCsvRows(bound, dataset, faults, t);
    else
      problem = {
        kind: 'no-column',
        detail: t('problem.noColumn', { column: bound.missing, columns: headersInWords(bound.headers, t) }),
      };
  };
  const onRecord = (cells: readonly string[], line: number): void => {
    if (problem !== undefined) return;
    lastLine = line;
    if (rows === undefined) return begin(cells);
    if (rows.size() >= limits.events) problem = tooLarge(t('problem.moreEvents', { max: limits.events }));
    else if (rows.actors.size() > limits.actors) problem = tooLarge(t('problem.moreActors', { max: limits.actors }));
    else rows.add(cells, line);
    return undefined;
  };
  const reader = makeCsvReader({ delimiter: mapping.delimiter, onRecord });
  const soFar = function* soFar(): Steps<ColumnTable> {
    if (rows === undefined) throw new Error('No header was read, so there is no table');
    const { table, rejections } = yield* columnTableSteps(yield* columnsOf(rows, dataset, mapping));
    return { table, rejections: [...faults.all(), ...rejections] };
  };
  return {
    push: (text) => {
      read += text.length;
      if (read > limits.text) problem ??= tooLarge(t('problem.moreText', { max: limits.text / 1e6 }));
      if (problem === undefined) reader.push(text);
    },
    rows: () => rows?.size() ?? 0,
    problem: () => problem,
    soFar,
    finish: function* finish(how = 'ended') {
      if (how === 'cut') tellCut(faults, lastLine, t);
      if (how === 'ended' && problem === undefined) tellUnclosed(faults, reader.finish(), t);
      if (how === 'ended' && problem !== undefined) return problem;
      return (rows?.size() ?? 0) === 0 ? noRows(faults, t) : yield* soFar();
    },
  };
}

function tooLarge(detail: string): CsvProblem {
  return { kind: 'too-large', detail };
}

function headersInWords(headers: readonly string[], t: Translate): string {
  const words = listInWords(
    headers.slice(0, 30).map((header) => `“${header.slice(0, 60)}”`),
    t,
  );
  return headers.length > 30 ? `${words} …` : words;
}

function tellUnclosed(faults: CsvFaults, line: number | undefined, t: Translate): void {
  if (line === undefined) return;
  faults.reject(
    { line, column: undefined },
    { field: '', found: '"', expected: t('expected.closingQuote'), effect: 'cut-short' },
  );
}

function tellCut(faults: CsvFaults, line: number, t: Translate): void {
  faults.reject(
    { line, column: undefined },
    { field: '', found: t('found.stopped'), expected: t('expected.restOfFile'), effect: 'cut-short' },
  );
}

function noRows(faults: CsvFaults, t: Translate): CsvProblem {
  const [first] = faults.all();
  if (first === undefined) return { kind: 'no-events', detail: t('problem.noRows') };
  return {
    kind: 'no-events',
    detail: t('problem.noUsableRow', { where: first.where, found: first.found, expected: first.expected }),
  };
}

/**
 * The columns of what was read; those of numbers are views on what is still growing, which more rows leave as it is.
 */
function* columnsOf(rows: CsvRows, head: Dataset, mapping: CsvMapping): Steps<EventColumns> {
  const { binding, dates, parties, words, ids, texts } = rows;
  const codes = rows.dateCodes.view();
  const { dateFlags, words: dateWords, ...dateColumns } = yield* dates.columns(codes);
  const dataset: Dataset = { ...head, actors: rows.actors.all() };
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
    ...countryColumns(rows),
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
}: CsvRows): Pick<EventColumns, 'countries' | 'countryOffset' | 'countryIndex' | 'countryRole'> {
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
