import { valueAt } from '../../base/value-at';
import { cleanText } from '../../base/clean-text';
import type { Translate } from '../../base/translate';
import type { Dataset } from '../../model/dataset';
import { makeCsvActors } from './csv-actors';
import type { CsvActors } from './csv-actors';
import type { CsvBinding } from './csv-binding';
import { makeCsvDates } from './csv-dates';
import type { CsvDates } from './csv-dates';
import type { CsvFaults } from './csv-faults';
import { LONGEST_ID, makeCsvIds } from './csv-ids';
import type { CsvIds } from './csv-ids';
import { makeCsvParties } from './csv-parties';
import type { CsvParties } from './csv-parties';
import { makeCsvRecord } from './csv-record';
import type { CsvRecord } from './csv-record';
import { makeCsvVocabulary } from './csv-vocabulary';
import type { CsvVocabulary } from './csv-vocabulary';
import { growableArray } from '../../base/growable-array';
import type { GrowableArray } from '../../base/growable-array';
import { makeTextStore } from './text-store';
import type { TextStore } from './text-store';

/** The good records of a file so far, as columns that grow. */
export interface CsvRows {
  readonly binding: CsvBinding;
  /** Takes a record, or tells what is wrong with it. A blank line is none. */
  readonly add: (cells: readonly string[], line: number) => void;
  readonly size: () => number;
  readonly actors: CsvActors;
  readonly dates: CsvDates;
  readonly dateCodes: GrowableArray<Uint32Array>;
  readonly parties: CsvParties;
  readonly words: CsvVocabulary;
  readonly ids: CsvIds | undefined;
  /** By the place of their column. */
  readonly texts: ReadonlyMap<number, TextStore>;
}

/** No rows yet. */
export function makeCsvRows(binding: CsvBinding, dataset: Dataset, faults: CsvFaults, t: Translate): CsvRows {
  const record = makeCsvRecord(binding.headers, faults, t);
  const actors = makeCsvActors(dataset.actors);
  const dates = makeCsvDates(binding.dateFormat, dataset.asOf?.start.end, t);
  const dateCodes = growableArray((length) => new Uint32Array(length));
  const parties = makeCsvParties(binding, actors, record, t);
  const words = makeCsvVocabulary(binding, record, t);
  const ids = binding.id === undefined ? undefined : makeCsvIds();
  const texts = new Map(textColumns(binding).map((column) => [column, makeTextStore()]));
  const titled = binding.title.flatMap((part) => (typeof part === 'string' ? [] : [part.column]));
  return {
    binding,
    actors,
    dates,
    dateCodes,
    parties,
    words,
    ids,
    texts,
    size: dateCodes.length,
    add: (cells, line) => {
      if (cells.length === 1 && cells[0]?.trim() === '') return;
      record.take(cells, line);
      if (isTooWide(record, binding, t)) return;
      const date = dateOf(record, binding, dates);
      // The id is taken last: a row that is left out takes none, and makes no actors.
      if (
        date === undefined ||
        !hasTitle(record, titled, t) ||
        !parties.namesSomebody() ||
        !hasId(record, binding.id, ids, t)
      )
        return;
      dateCodes.push(date);
      parties.takeActors();
      parties.takeCountries();
      words.take();
      for (const [column, store] of texts) store.add(record.text(column));
    },
  };
}

function textColumns({ title, place, summary }: CsvBinding): readonly number[] {
  const columns = title.flatMap((part) => (typeof part === 'string' ? [] : [part.column]));
  return [
    ...new Set([...columns, ...(place === undefined ? [] : [place]), ...(summary === undefined ? [] : [summary])]),
  ];
}

/** A delimiter too many: nobody can say which cell belongs under which header. */
function isTooWide(record: CsvRecord, { width }: CsvBinding, t: Translate): boolean {
  const cells = record.cells();
  for (let column = width; column < cells.length; column++) {
    if (record.cell(column) === '') continue;
    record.tell(column, record.cell(column), t('expected.cells', { n: width }), 'left-out');
    return true;
  }
  return false;
}

function dateOf(record: CsvRecord, { date, end }: CsvBinding, dates: CsvDates): number | undefined {
  const found = dates.add(record.cell(date), end === undefined ? '' : record.cell(end));
  if (typeof found === 'number') return found;
  const column = found.of === 'end' ? (end ?? date) : date;
  record.tell(column, record.cell(column), found.expected, 'left-out');
  return undefined;
}

function hasTitle(record: CsvRecord, columns: readonly number[], t: Translate): boolean {
  if (columns.length === 0 || columns.some((column) => record.cell(column) !== '')) return true;
  record.tell(valueAt(columns, 0), '', t('expected.nonEmpty'), 'left-out');
  return false;
}

function hasId(record: CsvRecord, column: number | undefined, ids: CsvIds | undefined, t: Translate): boolean {
  if (column === undefined || ids === undefined) return true;
  const id = cleanText(record.cell(column));
  const fault = idFault(id, t) ?? (ids.add(id) ? undefined : t('expected.uniqueId'));
  if (fault === undefined) return true;
  record.tell(column, id, fault, 'left-out');
  return false;
}

function idFault(id: string, t: Translate): string | undefined {
  if (id === '') return t('expected.nonEmpty');
  if (id.length > LONGEST_ID) return t('expected.maxLength', { max: LONGEST_ID, n: id.length });
  return /[\r\n]/.test(id) ? t('expected.id') : undefined;
}
