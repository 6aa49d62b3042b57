import { valueAt } from '../../base/value-at';
import { cleanText } from '../../base/clean-text';
import type { Translate } from '../../base/translate';
import type { Dataset } from '../../model/dataset';
import { makeNamedActors } from './named-actors';
import type { NamedActors } from './named-actors';
import type { BoundMapping } from './bind-mapping';
import { makeDateCells } from './date-cells';
import type { DateCells } from './date-cells';
import type { RecordFaults } from './record-faults';
import { makePartyCells } from './party-cells';
import type { PartyCells } from './party-cells';
import { dateInWords } from '../../model/dates/date-prose';
import { hasDoubtfulHyphen, isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import { makeTableRecord } from './record';
import type { TableRecord } from './record';
import { makeWordCells } from './word-cells';
import type { WordCells } from './word-cells';
import { growableArray } from '../../base/growable-array';
import type { GrowableArray } from '../../base/growable-array';
import { makeTextStore, listedColumn } from './text-store';
import type { TextStore } from './text-store';
import type { TextColumn } from '../../model/text-column';
import { makeFreeIds } from '../../base/free-ids';
import { makeUtf8Strings, ownText, writeText } from '../../base/utf8-strings';

/** The good records of a file so far, as columns that grow. */
export interface RecordColumns {
  readonly binding: BoundMapping;
  /** Takes a record, or tells what is wrong with it. A blank line is none. */
  readonly add: (cells: readonly string[], line: number) => void;
  readonly size: () => number;
  readonly actors: NamedActors;
  readonly dates: DateCells;
  readonly dateCodes: GrowableArray<Uint32Array>;
  readonly parties: PartyCells;
  readonly words: WordCells;
  readonly ids: UniqueIds | undefined;
  /** By the place of their column. */
  readonly texts: ReadonlyMap<number, TextStore>;
}

/** No records yet. */
export function makeRecordColumns(
  binding: BoundMapping,
  dataset: Dataset,
  faults: RecordFaults,
  t: Translate,
): RecordColumns {
  const record = makeTableRecord(binding.headers, faults, t);
  const actors = makeNamedActors(dataset.actors);
  const dates = makeDateCells(binding.dateFormat, dataset.asOf?.start.end, t);
  const dateCodes = growableArray((length) => new Uint32Array(length));
  const parties = makePartyCells(binding, actors, record, t);
  const words = makeWordCells(binding, record, t);
  const ids = binding.id === undefined ? undefined : makeUniqueIds();
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
      const date = dateOf(record, binding, dates, t);
      // The id is taken last: a record that is left out takes none, and makes no actors.
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

function textColumns({ title, place, summary }: BoundMapping): readonly number[] {
  const columns = title.flatMap((part) => (typeof part === 'string' ? [] : [part.column]));
  return [
    ...new Set([...columns, ...(place === undefined ? [] : [place]), ...(summary === undefined ? [] : [summary])]),
  ];
}

/** A delimiter too many: nobody can say which cell belongs under which header. */
function isTooWide(record: TableRecord, { width }: BoundMapping, t: Translate): boolean {
  const cells = record.cells();
  for (let column = width; column < cells.length; column++) {
    if (record.cell(column) === '') continue;
    record.tell(column, record.cell(column), t('expected.cells', { n: width }), 'left-out');
    return true;
  }
  return false;
}

function dateOf(record: TableRecord, { date, end }: BoundMapping, dates: DateCells, t: Translate): number | undefined {
  const found = dates.add(record.cell(date), end === undefined ? '' : record.cell(end));
  if (typeof found === 'number') {
    noteHyphen(record, date, t);
    return found;
  }
  const column = found.of === 'end' ? (end ?? date) : date;
  record.tell(column, record.cell(column), found.expected, 'left-out');
  return undefined;
}

/** Told of each that is read, since half of them may be meant so. */
function noteHyphen(record: TableRecord, column: number, t: Translate): void {
  const cell = record.cell(column);
  if (!hasDoubtfulHyphen(cell)) return;
  const date = parseEventDate(cell);
  if (!isDateFault(date)) record.tell(column, cell, t('expected.noHyphen', { date: dateInWords(date, t) }), 'noted');
}

function hasTitle(record: TableRecord, columns: readonly number[], t: Translate): boolean {
  if (columns.length === 0 || columns.some((column) => record.cell(column) !== '')) return true;
  record.tell(valueAt(columns, 0), '', t('expected.nonEmpty'), 'left-out');
  return false;
}

function hasId(record: TableRecord, column: number | undefined, ids: UniqueIds | undefined, t: Translate): boolean {
  if (column === undefined || ids === undefined) return true;
  const id = cleanText(record.cell(column));
  const fault = idFault(id, t);
  if (fault === undefined) {
    const taken = ids.take(id);
    if (taken !== id) record.tell(column, id, t('expected.uniqueId', { id: taken }), 'noted');
    return true;
  }
  record.tell(column, id, fault, 'left-out');
  return false;
}

function idFault(id: string, t: Translate): string | undefined {
  if (id === '') return t('expected.nonEmpty');
  if (id.length > LONGEST_ID) return t('expected.maxLength', { max: LONGEST_ID, n: id.length });
  return /[\r\n]/.test(id) ? t('expected.id') : undefined;
}

/** Most characters of an id. */
export const LONGEST_ID = 128;

/** Ids of the records so far, no two the same. */
interface UniqueIds {
  /**
   * Adds an id of at most LONGEST_ID characters and returns it; where it is there already, one made of it. O(1) on the
   * average.
   */
  readonly take: (id: string) => string;
  readonly column: () => TextColumn;
}

const FIRST_SLOTS = 4096;

/** No ids yet. A hash table with open addressing over the packed bytes: a Set would hold half a million strings. */
export function makeUniqueIds(): UniqueIds {
  const words = makeUtf8Strings();
  const hashes = growableArray((length) => new Uint32Array(length));
  const bytes = new Uint8Array(LONGEST_ID * 3);
  // Each holds the index of an id + 1, or 0 while it is free.
  let slots = new Uint32Array(FIRST_SLOTS);
  const slotOf = (hash: number, isIt: (index: number) => boolean): number => {
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let held = valueAt(slots, slot); held !== 0 && !isIt(held - 1); held = valueAt(slots, slot))
      slot = (slot + 1) & mask;
    return slot;
  };
  const widen = (): void => {
    slots = new Uint32Array(slots.length * 2);
    for (let index = 0; index < hashes.length(); index++) slots[slotOf(hashes.at(index) ?? 0, () => false)] = index + 1;
  };
  const add = (id: string): boolean => {
    const count = writeText(id, bytes, 0);
    const hash = hashOf(bytes, count);
    const slot = slotOf(hash, (index) => hashes.at(index) === hash && words.is(index, bytes, count));
    if (slots[slot] !== 0) return false;
    slots[slot] = words.add(id) + 1;
    hashes.push(hash);
    if (words.size() * 2 > slots.length) widen();
    return true;
  };
  // Asked whether an id is free, it adds it.
  const free = makeFreeIds((id) => !add(id));
  return {
    take: (id) => (add(id) ? id : free(ownText(id))),
    column: () => listedColumn(words),
  };
}

/** FNV-1a, 32 bits (draft-eastlake-fnv). */
function hashOf(bytes: Uint8Array, count: number): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < count; i++) hash = Math.imul(hash ^ valueAt(bytes, i), 0x0100_0193);
  return hash >>> 0;
}
