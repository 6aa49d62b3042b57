import type { Translate } from '../../base/translate';
import { dateFormatOf } from '../../base/messages/locale-formats';
import { growableArray } from '../../base/growable-array';
import { valueAt } from '../../base/value-at';
import type { Dataset } from '../../model/dataset';
import { dateInWords } from '../../model/dates/date-prose';
import { DAY_MS } from '../../model/dates/instant';
import { hasDoubtfulHyphen, isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import type { BoundDate, BoundMapping } from './bind-mapping';
import { countryCode } from '../../model/country-names';
import { makeDateCells } from './dates/date-cells';
import type { DateCells } from './dates/date-cells';
import type { DateTrouble } from './dates/date-of-record';
import { makeNamedActors } from './parties/named-actors';
import type { NamedActors } from './parties/named-actors';
import { makePartyCells } from './parties/party-cells';
import type { PartyCells } from './parties/party-cells';
import { makeStatusCells } from './status-cells';
import type { StatusCells } from './status-cells';
import { makeTableRecord, tellBeyond } from './record';
import type { TableRecord } from './record';
import type { RecordFaults } from './record-faults';
import { makeSourceCells } from './source-cells';
import type { SourceCells } from './source-cells';
import { makeLateTextStore, makeTextStore } from './text-store';
import type { LateTextStore, TextStore } from './text-store';
import { makeTitleCells } from './title-cells';
import type { TitleCells } from './title-cells';
import { idOfCell, makeUniqueIds } from './unique-ids';
import type { UniqueIds } from './unique-ids';
import { makeWordCells } from './word-cells';
import type { WordCells } from './word-cells';

/** The records of a file so far, as columns that grow: every record that isn't blank is an event. */
export interface RecordColumns {
  readonly binding: BoundMapping;
  /** Takes a record. A blank line is none. */
  readonly add: (cells: readonly string[], line: number, members?: readonly (readonly string[])[]) => void;
  readonly size: () => number;
  readonly actors: NamedActors;
  readonly dates: DateCells;
  readonly parties: PartyCells;
  readonly words: WordCells;
  readonly statuses: StatusCells | undefined;
  readonly sources: SourceCells | undefined;
  readonly titles: TitleCells;
  readonly ids: UniqueIds | undefined;
  /** How many ids stood there before and were renamed. */
  readonly renamed: () => number;
  readonly placeCountries: LateTextStore | undefined;
  /** By the place of their column. */
  readonly texts: ReadonlyMap<number, TextStore>;
}

/** No records yet. `languages` are those in whose words dates are read. */
export function makeRecordColumns(
  binding: BoundMapping,
  dataset: Dataset,
  faults: RecordFaults,
  t: Translate,
  languages: readonly string[],
): RecordColumns {
  const record = makeTableRecord(binding.headers, faults, t);
  const actors = makeNamedActors(dataset.actors);
  const dates = makeDateCells(binding, dataset.asOf, languages);
  const lines = growableArray((length) => new Uint32Array(length));
  const parties = makePartyCells(binding, actors, record, t);
  const words = makeWordCells(binding, record, t);
  const statuses = binding.status === undefined ? undefined : makeStatusCells(binding.status, dataset.asOf, record, t);
  const sources = binding.source === undefined ? undefined : makeSourceCells(binding.source, record, dataset);
  const titles = makeTitleCells(binding, record, t);
  const ids = binding.id === undefined ? undefined : makeUniqueIds();
  const texts = new Map(textColumns(binding).map((column) => [column, makeTextStore()]));
  const { placeCountry } = binding;
  const placeCountries = placeCountry === undefined ? undefined : makeLateTextStore();
  let renamed = 0;
  faults.later((reject) => {
    dates.forEachTrouble((index, trouble) => {
      const column = columnOf(trouble, binding);
      const { found, effect } = trouble;
      reject(
        { line: valueAt(lines.view(), index), column: column + 1 },
        { field: binding.headers[column] ?? '', found, expected: expectedOf(trouble, t), effect },
      );
    });
  });
  return {
    binding,
    actors,
    dates,
    parties,
    words,
    statuses,
    sources,
    titles,
    ids,
    texts,
    placeCountries,
    renamed: () => renamed,
    size: dates.size,
    add: (cells, line, members) => {
      if (cells.every((cell) => cell.trim() === '')) return;
      record.take(cells, line, members);
      if (cells.length > binding.width) tellBeyond(binding.headers, cells, line, faults, t);
      const index = dates.size();
      lines.push(line);
      dates.take(record.cell);
      noteHyphen(record, binding.date?.column, t);
      titles.take(index);
      if (takeId(record, binding.id, ids, index, t)) renamed += 1;
      parties.takeActors();
      parties.takeCountries();
      words.take();
      statuses?.take();
      sources?.take();
      if (placeCountry !== undefined) placeCountries?.add(countryCode(record.cell(placeCountry)) ?? '');
      for (const [column, store] of texts) store.add(record.text(column));
    },
  };
}

function textColumns({ title, place, summary }: BoundMapping): readonly number[] {
  const columns = title.flatMap((part) => (typeof part === 'string' ? [] : [part.column]));
  return [
    ...new Set([...columns, ...(place === undefined ? [] : [place]), ...(summary === undefined ? [] : [summary])]),
  ];
}

/** Told of each that is read, since half of them may be meant so. */
function noteHyphen(record: TableRecord, column: number | undefined, t: Translate): void {
  if (column === undefined) return;
  const cell = record.cell(column);
  if (!hasDoubtfulHyphen(cell)) return;
  const date = parseEventDate(cell);
  if (!isDateFault(date)) record.tell(column, cell, t('expected.noHyphen', { date: dateInWords(date, t) }), 'noted');
}

/** Takes the record's id, or makes one; tells whether it was another's and had to be renamed. */
function takeId(
  record: TableRecord,
  column: number | undefined,
  ids: UniqueIds | undefined,
  index: number,
  t: Translate,
): boolean {
  if (column === undefined || ids === undefined) return false;
  const cell = record.cell(column);
  const id = idOfCell(cell);
  if (id === '') {
    ids.take(`row-${index + 1}`);
    return false;
  }
  const taken = ids.take(id);
  if (taken !== id) record.tell(column, id, t('expected.uniqueId', { id: taken }), 'noted');
  else if (id.length < cell.length) record.tell(column, cell, t('expected.shortId', { id }), 'noted');
  return taken !== id;
}

function columnOf({ of, part }: DateTrouble, { date, end }: BoundMapping): number {
  const bound: BoundDate | undefined = of === 'date' ? date : (end ?? date);
  const own = part === 'time' ? bound?.time : part === 'precision' ? bound?.precision : undefined;
  return own ?? bound?.column ?? bound?.year ?? bound?.month ?? bound?.day ?? 0;
}

/** The first Sunday after 1970 began, with which weekdays are counted. */
const SUNDAY = Date.UTC(1970, 0, 4);

function expectedOf({ key, params = {} }: DateTrouble, t: Translate): string {
  const { weekday } = params;
  if (typeof weekday !== 'number') return t(key, params);
  return t(key, { weekday: dateFormatOf(t.locale, { weekday: 'long' }).format(SUNDAY + weekday * DAY_MS) });
}
