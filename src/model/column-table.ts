import { ROWS_A_STEP, runToEnd } from '../base/steps';
import type { Steps } from '../base/steps';
import { columnEvents } from './column-events';
import type { EventTexts } from './column-events';
import { checkColumns, usableRecords } from './column-faults';
import { DATE_FORMS } from './event-date';
import type { Dataset } from './dataset';
import { FLAG_ANNOUNCED, FLAG_DEED, NO_TYPE, extentOf } from './event-table';
import type { EventTable } from './event-table';
import { precisionOfSpan } from './edtf-of-span';
import { DAY_MS, timeSpan } from './instant';
import { packOffsets, packPairs } from './pack-pairs';
import type { PackedPairs, Pairs } from './pack-pairs';
import type { Rejection } from './rejection';
import { sortedOrder } from './sorted-order';
import { stanceOfType } from './tone';
import { ACTING_ROLES, COUNTRY_ROLES, EVENT_TYPES, ROLES, TONES } from './vocabulary';

/**
 * Events as typed arrays, one entry a record: what an import or a host page hands over. Records may stand in any order; where they
 * are in time order and none has a fault, the arrays are used as they are and must not be changed afterwards. Lists of pairs are
 * compressed sparse rows: the entries of record r are those from `offset[r]` up to, not including, `offset[r + 1]`.
 */
export interface EventColumns {
  readonly dataset: Dataset;
  /** Earliest start, ms as `Date.UTC` counts them, of civil time in the event's place. */
  readonly start: Float64Array;
  /** End, not inside; without the column every event is a day. A span that is exactly a day, month or year, or shorter than a day, is one date; any other is a bar. */
  readonly end?: Float64Array;
  /** For dates that aren't so plain (EventTable says what they mean); all four or none. */
  readonly startLatest?: Float64Array;
  readonly endEarliest?: Float64Array;
  readonly anchor?: Float64Array;
  /** Index into DATE_FORMS. */
  readonly form?: Uint8Array;
  /** Index into EVENT_TYPES; 255 for none, as for all without the column. */
  readonly type?: Uint8Array;
  /** Index into TONES; without the column the type decides (data.md, "Types"). */
  readonly tone?: Uint8Array;
  /** Bits of FLAG_…; without the column the type and the as-of day decide. */
  readonly flags?: Uint8Array;
  /** 1 to 3; 2 without the column. */
  readonly importance?: Uint8Array;
  readonly participantOffset: Uint32Array;
  /** Index into `dataset.actors`. */
  readonly participantActor: Uint32Array;
  /** Index into ROLES; without the column everybody is a party. */
  readonly participantRole?: Uint8Array;
  /** ISO 3166-1 alpha-2; with `countryOffset` and `countryIndex`, or none of them: then the countries of those who act, acting. */
  readonly countries?: readonly string[];
  readonly countryOffset?: Uint32Array;
  readonly countryIndex?: Uint16Array;
  /** Index into COUNTRY_ROLES; without the column all act. */
  readonly countryRole?: Uint8Array;
  readonly texts: EventTexts;
  /** Id of the one source of `dataset.sources` that all of it rests on. */
  readonly restsOn?: string;
}

/** A table with what had to be left out of it. */
export interface ColumnTable {
  readonly table: EventTable;
  readonly rejections: readonly Rejection[];
}

/** All of `columnTableSteps` at once: some 20 ms for half a million records in time order. */
export function makeColumnTable(columns: EventColumns): ColumnTable {
  return runToEnd(columnTableSteps(columns));
}

/**
 * An EventTable from columns. A record that can't be used (no finite start, an end before it, an actor that isn't there) is left
 * out with a Rejection; columns that don't fit together are the caller's mistake and throw a RangeError naming column and lengths.
 */
export function* columnTableSteps(columns: EventColumns): Steps<ColumnTable> {
  checkColumns(columns);
  const { rejections, kept } = yield* usableRecords(columns);
  const order = yield* sortedOrder(columns.start, kept);
  const at = inOrder(order);
  const n = order?.length ?? columns.start.length;
  const start = at(columns.start);
  const dates = yield* dateColumns(columns, start, at);
  const type = columns.type === undefined ? new Uint8Array(n).fill(NO_TYPE) : at(columns.type);
  const { dataset } = columns;
  const asOfEnd = dataset.asOf?.start.end;
  const stances = columns.tone === undefined || columns.flags === undefined ? yield* stanceColumns(type, start, asOfEnd) : undefined;
  const party: Pairs = { offset: columns.participantOffset, value: columns.participantActor, role: columns.participantRole };
  const participants = yield* packPairs(party, order, ROLES.indexOf('party'));
  const countries = yield* countryColumns(columns, participants, order);
  yield 0.9;
  const rows = columnEvents(columns.texts, order);
  const table: EventTable = {
    dataset, size: n, start, ...dates,
    type, tone: columns.tone === undefined ? stances?.tone ?? new Uint8Array(n) : at(columns.tone),
    flags: columns.flags === undefined ? stances?.flags ?? new Uint8Array(n) : at(columns.flags),
    importance: columns.importance === undefined ? new Uint8Array(n).fill(2) : at(columns.importance),
    participantOffset: participants.offset, participantActor: participants.value as Uint32Array, participantRole: participants.role,
    ...countries,
    actors: dataset.actors.map(({ id }) => id),
    extent: extentOf(start, dates.end), asOfEnd, hasHours: dates.hasHours,
    eventAt: (row) => rows.eventAt(table, row), titleAt: rows.titleAt, idAt: rows.idAt, rowOf: rows.rowOf,
    detailed: [], restsOn: columns.restsOn,
  };
  return { table, rejections };
}

type Column = Float64Array | Uint8Array | Uint16Array | Uint32Array;

/** Brings a column into the table's order; the same array where that is the records' own. */
function inOrder(order: Uint32Array | undefined) {
  return <Kind extends Column>(column: Kind): Kind => {
    if (order === undefined) return column;
    const sorted = column.slice(0, order.length) as Kind;
    for (let row = 0; row < order.length; row++) sorted[row] = column[order[row] ?? 0] ?? 0;
    return sorted;
  };
}

type DateColumns = Pick<EventTable, 'startLatest' | 'endEarliest' | 'end' | 'anchor' | 'form' | 'hasHours'>;

/** The further columns of the dates; where all are single dates, `startLatest` is the very array `end` is, and `endEarliest` that of `start`. */
function* dateColumns(columns: EventColumns, start: Float64Array, at: ReturnType<typeof inOrder>): Steps<DateColumns> {
  const n = start.length;
  const end = columns.end === undefined ? start.map((value) => value + DAY_MS) : at(columns.end);
  if (columns.startLatest !== undefined && columns.endEarliest !== undefined && columns.anchor !== undefined && columns.form !== undefined) {
    const anchor = at(columns.anchor);
    return { end, startLatest: at(columns.startLatest), endEarliest: at(columns.endEarliest), anchor, form: at(columns.form), hasHours: hasHours(anchor, start, end) };
  }
  const anchor = new Float64Array(n);
  const form = new Uint8Array(n);
  const bar = DATE_FORMS.indexOf('interval');
  let bars = 0;
  let hours = false;
  for (let row = 0; row < n; row++) {
    if (row % ROWS_A_STEP === 0) yield 0.5 + (0.2 * row) / n;
    const from = start[row] ?? 0;
    const to = end[row] ?? 0;
    const isDate = to - from <= DAY_MS || precisionOfSpan(timeSpan(from, to)) !== undefined;
    if (!isDate) {
      form[row] = bar;
      bars++;
    }
    const isInsideDay = to - from < DAY_MS;
    if (isInsideDay) hours = true;
    anchor[row] = isDate && !isInsideDay ? from + (to - from) / 2 : from;
  }
  if (bars === 0) return { end, startLatest: end, endEarliest: start, anchor, form, hasHours: hours };
  const startLatest = start.map((from, row) => (form[row] === bar ? Math.min(from + DAY_MS, end[row] ?? from) : end[row] ?? from));
  const endEarliest = start.map((from, row) => (form[row] === bar ? Math.max((end[row] ?? from) - DAY_MS, from) : from));
  return { end, startLatest, endEarliest, anchor, form, hasHours: hours };
}

function hasHours(anchor: Float64Array, start: Float64Array, end: Float64Array): boolean {
  return anchor.some((at, row) => (end[row] ?? 0) - (start[row] ?? 0) <= DAY_MS && at % (DAY_MS / 2) !== 0);
}

/** Tone and flags by type; what begins after the as-of day is announced, and so a word. */
function* stanceColumns(type: Uint8Array, start: Float64Array, asOfEnd: number | undefined): Steps<{ tone: Uint8Array; flags: Uint8Array }> {
  const tones = new Uint8Array(256).fill(TONES.indexOf('neutral'));
  const deeds = new Uint8Array(256);
  EVENT_TYPES.forEach((name, index) => {
    const stance = stanceOfType(name, undefined);
    tones[index] = TONES.indexOf(stance.tone);
    deeds[index] = stance.deed ? FLAG_DEED : 0;
  });
  const tone = new Uint8Array(type.length);
  const flags = new Uint8Array(type.length);
  for (let row = 0; row < type.length; row++) {
    if (row % ROWS_A_STEP === 0) yield 0.7 + (0.1 * row) / type.length;
    const at = type[row] ?? NO_TYPE;
    tone[row] = tones[at] ?? 0;
    flags[row] = asOfEnd !== undefined && (start[row] ?? 0) >= asOfEnd ? FLAG_ANNOUNCED : deeds[at] ?? 0;
  }
  return { tone, flags };
}

type CountryColumns = Pick<EventTable, 'countries' | 'countryOffset' | 'countryIndex' | 'countryRole'>;

function* countryColumns(columns: EventColumns, participants: PackedPairs, order: Uint32Array | undefined): Steps<CountryColumns> {
  const { countries, countryOffset, countryIndex, countryRole } = columns;
  if (countries === undefined || countryOffset === undefined || countryIndex === undefined) return yield* countriesOfActors(columns.dataset, participants);
  const packed = yield* packPairs({ offset: countryOffset, value: countryIndex, role: countryRole }, order, COUNTRY_ROLES.indexOf('acting'));
  return { countries, countryOffset: packed.offset, countryIndex: packed.value as Uint16Array, countryRole: packed.role };
}

/** The countries of those who act, of all where nobody does; each once. */
function* countriesOfActors({ actors }: Dataset, { offset, value, role }: PackedPairs): Steps<CountryColumns> {
  const codes = new Map<string, number>();
  const own = actors.map((actor) => actor.countries.map((code) => {
    const index = codes.get(code) ?? codes.size;
    codes.set(code, index);
    return index;
  }));
  const acts = Uint8Array.from(ROLES, (name) => (ACTING_ROLES.has(name) ? 1 : 0));
  const lists = packOffsets(offset.length - 1, value.length);
  const seen = new Int32Array(codes.size).fill(-1);
  for (let row = 0; row < offset.length - 1; row++) {
    if (row % ROWS_A_STEP === 0) yield 0.85 + (0.05 * row) / offset.length;
    const from = offset[row] ?? 0;
    const to = offset[row + 1] ?? 0;
    let somebody = false;
    for (let i = from; i < to && !somebody; i++) somebody = acts[role[i] ?? 0] === 1;
    for (let i = from; i < to; i++) {
      if (somebody && acts[role[i] ?? 0] !== 1) continue;
      for (const index of own[value[i] ?? 0] ?? []) {
        if (seen[index] === row) continue;
        seen[index] = row;
        lists.push(index);
      }
    }
    lists.close(row);
  }
  const countryIndex = Uint16Array.from(lists.values());
  return { countries: [...codes.keys()], countryOffset: lists.offset, countryIndex, countryRole: new Uint8Array(countryIndex.length) };
}
