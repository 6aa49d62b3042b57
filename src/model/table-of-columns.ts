import { partitionPoint } from '../base/sorted';
import { valueAt } from '../base/value-at';
import { ROWS_A_STEP, runToEnd } from '../base/steps';
import type { Steps } from '../base/steps';
import { columnEvents } from './events-of-columns';
import { checkColumns, usableRecords } from './column-faults';
import { DATE_FORMS } from './dates/event-date';
import type { Dataset } from './dataset';
import { FLAG_ANNOUNCED, FLAG_DEED, NO_TYPE, extentOf } from './event-table';
import type { EventColumns, EvidenceLists, RowSources, SourceSum } from './event-columns';
import type { EventTable } from './event-table';
import { precisionOfSpan } from './dates/edtf-of-span';
import { DAY_MS, timeSpan } from './dates/instant';
import type { TimeSpan } from './dates/instant';
import { packOffsets, packPairs } from './pack-pairs';
import type { OpenLists, PackedPairs, Pairs } from './pack-pairs';
import { ACTS } from './postings';
import type { Rejection } from './rejection';
import { sortedOrder } from '../base/sorted-order';
import { stanceOfType } from './tone';
import { COUNTRY_ROLES, EVENT_TYPES, ROLES, TONES } from './vocabulary';

/** A table with what had to be left out of it. */
export interface ColumnTable {
  readonly table: EventTable;
  readonly rejections: readonly Rejection[];
}

/** Columns that a reader goes on filling. */
export interface GrowingColumns {
  readonly size: () => number;
  /** What there is so far; the arrays must not change any more, those of a later call may be longer ones. */
  readonly columns: () => Steps<EventColumns>;
}

/**
 * What gives the table of columns that may still be growing. The builder knows no more of it: whole events, as a page's
 * first dataset has them, then ask for no code of columns.
 */
export interface TableSource {
  readonly size: () => number;
  readonly build: () => Steps<ColumnTable>;
}

/** Columns, there already or still growing, as what a TableBuilder takes. */
export function columnSource(columns: EventColumns | GrowingColumns): TableSource {
  if ('start' in columns) return { size: () => columns.start.length, build: () => columnTableSteps(columns) };
  return {
    size: columns.size,
    build: function* build() {
      return yield* columnTableSteps(yield* columns.columns());
    },
  };
}

/** All of `columnTableSteps` at once: some 20 ms for half a million records in time order. */
export function makeColumnTable(columns: EventColumns): ColumnTable {
  return runToEnd(columnTableSteps(columns));
}

/**
 * An EventTable from columns. A record that can't be used (an infinite start, an end before it, an actor that isn't
 * there) is left out with a Rejection; columns that don't fit together are the caller's mistake and throw a RangeError
 * naming column and lengths.
 */
export function* columnTableSteps(columns: EventColumns): Steps<ColumnTable> {
  checkColumns(columns);
  const { rejections, kept } = yield* usableRecords(columns);
  const order = yield* sortedOrder(columns.start, kept);
  const at = inOrder(order);
  const n = order?.length ?? columns.start.length;
  const start = yield* at(columns.start);
  const datedSize = datedRows(start);
  const dates = yield* dateColumns(columns, start, at);
  const type = columns.type === undefined ? new Uint8Array(n).fill(NO_TYPE) : yield* at(columns.type);
  const { dataset } = columns;
  const asOfEnd = dataset.asOf?.start.end;
  const stances =
    columns.tone === undefined || columns.flags === undefined ? yield* stanceColumns(type, start, asOfEnd) : undefined;
  const party: Pairs = {
    offset: columns.participantOffset,
    value: columns.participantActor,
    role: columns.participantRole,
  };
  const participants = yield* packPairs(party, order, ROLES.indexOf('party'));
  const countries = yield* countryColumns(columns, participants, order);
  const evidence = yield* evidenceLists(columns, order);
  yield 0.9;
  const extent = yield* extentSteps(start.subarray(0, datedSize), dates.end.subarray(0, datedSize));
  const rows = columnEvents(columns, order);
  const table: EventTable = {
    dataset,
    size: n,
    datedSize,
    start,
    ...dates,
    type,
    tone: columns.tone === undefined ? (stances?.tone ?? new Uint8Array(n)) : yield* at(columns.tone),
    flags: columns.flags === undefined ? (stances?.flags ?? new Uint8Array(n)) : yield* at(columns.flags),
    importance: columns.importance === undefined ? new Uint8Array(n).fill(2) : yield* at(columns.importance),
    participantOffset: participants.offset,
    participantActor: participants.value as Uint32Array,
    participantRole: participants.role,
    ...countries,
    actors: dataset.actors.map(({ id }) => id),
    extent,
    asOfEnd,
    hasHours: columns.hasHours ?? dates.hasHours,
    eventAt: (row) => rows.eventAt(table, row),
    titleAt: rows.titleAt,
    wordsAt: rows.wordsAt,
    idAt: rows.idAt,
    labelAt: rows.labelAt,
    rowOf: rows.rowOf,
    detailed: columns.detailed ?? [],
    restsOn: columns.restsOn,
    evidence,
  };
  return { table, rejections };
}

function* evidenceLists(
  { evidence, dataset }: EventColumns,
  order: Uint32Array | undefined,
): Steps<RowSources | undefined> {
  if (evidence === undefined) return undefined;
  if (order === undefined) return withSum(evidence, dataset);
  const { offset, value } = yield* packPairs({ offset: evidence.offset, value: evidence.source }, order, 0);
  return withSum({ offset, source: value as Uint32Array }, dataset);
}

function withSum({ offset, source }: EvidenceLists, { sources }: Dataset): RowSources {
  let known: SourceSum | undefined;
  const sum = (): SourceSum => {
    const used = new Set([...new Set(source)].flatMap((index) => sources[index]?.id ?? []));
    let rowsWithout = 0;
    for (let row = 0; row + 1 < offset.length; row++)
      if (valueAt(offset, row) === valueAt(offset, row + 1)) rowsWithout += 1;
    return { used, rowsWithout };
  };
  return { offset, source, sum: () => (known ??= sum()) };
}

/** Undated rows are the last ones. O(log n). */
function datedRows(start: Float64Array): number {
  return partitionPoint(0, start.length, (row) => !Number.isNaN(valueAt(start, row)));
}

/** `extentOf` in slices. */
function* extentSteps(start: Float64Array, end: Float64Array): Steps<TimeSpan> {
  let latest = -Infinity;
  for (let from = 0; from < end.length; from += ROWS_A_STEP) {
    latest = Math.max(latest, extentOf(start, end.subarray(from, from + ROWS_A_STEP)).end);
    yield 0.9;
  }
  return end.length === 0 ? extentOf(start, end) : timeSpan(valueAt(start, 0), latest);
}

type Column = Float64Array | Uint8Array | Uint16Array | Uint32Array;

/** Brings a column into the table's order; the same array where that is the records' own. */
function inOrder(order: Uint32Array | undefined) {
  return function* at<Kind extends Column>(column: Kind): Steps<Kind> {
    if (order === undefined) return column;
    const sorted = column.slice(0, order.length) as Kind;
    for (let row = 0; row < order.length; row++) {
      if (row % ROWS_A_STEP === 0) yield 0.5;
      sorted[row] = valueAt(column, valueAt(order, row));
    }
    return sorted;
  };
}

type DateColumns = Pick<EventTable, 'startLatest' | 'endEarliest' | 'end' | 'anchor' | 'form' | 'hasHours'>;

/**
 * The further columns of the dates; where all are single dates, `startLatest` is the very array `end` is, and
 * `endEarliest` that of `start`.
 */
function* dateColumns(columns: EventColumns, start: Float64Array, at: ReturnType<typeof inOrder>): Steps<DateColumns> {
  const n = start.length;
  const end = columns.end === undefined ? start.map((value) => value + DAY_MS) : yield* at(columns.end);
  if (
    columns.startLatest !== undefined &&
    columns.endEarliest !== undefined &&
    columns.anchor !== undefined &&
    columns.form !== undefined
  ) {
    const anchor = yield* at(columns.anchor);
    return {
      end,
      startLatest: yield* at(columns.startLatest),
      endEarliest: yield* at(columns.endEarliest),
      anchor,
      form: yield* at(columns.form),
      hasHours: hasHours(anchor, start, end),
    };
  }
  const made = { anchor: new Float64Array(n), form: new Uint8Array(n), bars: 0, hours: false };
  for (let from = 0; from < n; from += ROWS_A_STEP) {
    yield 0.5 + (0.2 * from) / n;
    readSpans(start, end, made, from, Math.min(from + ROWS_A_STEP, n));
  }
  const { anchor, form } = made;
  if (made.bars === 0) return { end, startLatest: end, endEarliest: start, anchor, form, hasHours: made.hours };
  const startLatest = end.slice();
  const endEarliest = start.slice();
  for (let row = 0; row < n; row++) {
    if (form[row] !== BAR) continue;
    startLatest[row] = Math.min(valueAt(start, row) + DAY_MS, valueAt(end, row));
    endEarliest[row] = Math.max(valueAt(end, row) - DAY_MS, valueAt(start, row));
  }
  return { end, startLatest, endEarliest, anchor, form, hasHours: made.hours };
}

const BAR = DATE_FORMS.indexOf('interval');

/** Marks and forms of rows from one up to another, not inside. */
function readSpans(
  start: Float64Array,
  end: Float64Array,
  into: { anchor: Float64Array; form: Uint8Array; bars: number; hours: boolean },
  first: number,
  last: number,
): void {
  for (let row = first; row < last; row++) {
    const from = valueAt(start, row);
    const length = valueAt(end, row) - from;
    if (length > DAY_MS && precisionOfSpan(timeSpan(from, from + length)) === undefined) {
      into.form[row] = BAR;
      into.bars++;
      into.anchor[row] = from;
    } else if (length < DAY_MS) {
      into.hours = true;
      into.anchor[row] = from;
    } else {
      into.anchor[row] = from + length / 2;
    }
  }
}

function hasHours(anchor: Float64Array, start: Float64Array, end: Float64Array): boolean {
  return anchor.some((at, row) => valueAt(end, row) - valueAt(start, row) <= DAY_MS && at % (DAY_MS / 2) !== 0);
}

/** Tone and flags by type; what begins after the as-of day is announced, and so a word. */
function* stanceColumns(
  type: Uint8Array,
  start: Float64Array,
  asOfEnd: number | undefined,
): Steps<{ tone: Uint8Array; flags: Uint8Array }> {
  const tones = new Uint8Array(256).fill(TONES.indexOf('neutral'));
  const deeds = new Uint8Array(256);
  EVENT_TYPES.forEach((name, index) => {
    const stance = stanceOfType(name, undefined);
    tones[index] = TONES.indexOf(stance.tone);
    deeds[index] = stance.deed ? FLAG_DEED : 0;
  });
  const tone = new Uint8Array(type.length);
  const flags = new Uint8Array(type.length);
  const ahead = asOfEnd ?? Infinity;
  for (let from = 0; from < type.length; from += ROWS_A_STEP) {
    yield 0.7 + (0.1 * from) / type.length;
    for (let row = from, to = Math.min(from + ROWS_A_STEP, type.length); row < to; row++) {
      const at = type[row] ?? NO_TYPE;
      tone[row] = valueAt(tones, at);
      flags[row] = valueAt(start, row) >= ahead ? FLAG_ANNOUNCED : valueAt(deeds, at);
    }
  }
  return { tone, flags };
}

type CountryColumns = Pick<EventTable, 'countries' | 'countryOffset' | 'countryIndex' | 'countryRole'>;

function* countryColumns(
  columns: EventColumns,
  participants: PackedPairs,
  order: Uint32Array | undefined,
): Steps<CountryColumns> {
  const { countries, countryOffset, countryIndex, countryRole } = columns;
  if (countries === undefined || countryOffset === undefined || countryIndex === undefined)
    return yield* countriesOfActors(columns.dataset, participants);
  const packed = yield* packPairs(
    { offset: countryOffset, value: countryIndex, role: countryRole },
    order,
    COUNTRY_ROLES.indexOf('acting'),
  );
  return {
    countries,
    countryOffset: packed.offset,
    countryIndex: packed.value as Uint16Array,
    countryRole: packed.role,
  };
}

/** The countries of those who act, of all where nobody does; each once. */
function* countriesOfActors({ actors }: Dataset, participants: PackedPairs): Steps<CountryColumns> {
  const codes = new Map<string, number>();
  const own = actors.map((actor) =>
    actor.countries.map((code) => {
      const index = codes.get(code) ?? codes.size;
      codes.set(code, index);
      return index;
    }),
  );
  const n = participants.offset.length - 1;
  const lists = packOffsets(n, participants.value.length);
  const state = { own, seen: new Int32Array(codes.size).fill(-1), lists };
  for (let from = 0; from < n; from += ROWS_A_STEP) {
    yield 0.85 + (0.05 * from) / n;
    listCountries(participants, state, from, Math.min(from + ROWS_A_STEP, n));
  }
  const values = lists.values();
  return {
    countries: [...codes.keys()],
    countryOffset: lists.offset,
    countryIndex: new Uint16Array(values),
    countryRole: new Uint8Array(values.length),
  };
}

function listCountries(
  { offset, value, role }: PackedPairs,
  { own, seen, lists }: { own: readonly (readonly number[])[]; seen: Int32Array; lists: OpenLists },
  first: number,
  last: number,
): void {
  for (let row = first; row < last; row++) {
    const from = valueAt(offset, row);
    const to = valueAt(offset, row + 1);
    let somebody = false;
    for (let i = from; i < to && !somebody; i++) somebody = ACTS[valueAt(role, i)] === 1;
    for (let i = from; i < to; i++) {
      const its = own[valueAt(value, i)];
      if (its === undefined || (somebody && ACTS[valueAt(role, i)] !== 1)) continue;
      for (let c = 0; c < its.length; c++) {
        const index = valueAt(its, c);
        if (seen[index] === row) continue;
        seen[index] = row;
        lists.push(index);
      }
    }
    lists.close(row);
  }
}
