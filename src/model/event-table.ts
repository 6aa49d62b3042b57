import { valueAt } from '../base/value-at';
import type { Dataset, DiplomaticEvent, WholeDataset } from './dataset';
import { dateNumbers } from './dates/date-columns';
import { DAY_MS, timeSpan } from './dates/instant';
import type { Instant, TimeSpan } from './dates/instant';
import { COUNTRY_ROLES, EVENT_TYPES, ROLES, TONES } from './vocabulary';

/** Bits of `EventTable.flags`. */
export const FLAG_DEED = 1;
export const FLAG_ANNOUNCED = 2;
/** One of several days, or a date signed `?` or `~`: drawn dashed. */
export const FLAG_DOUBT = 4;
/** No end known: drawn to the as-of day with an arrow. */
export const FLAG_OPEN = 8;

export const NO_TYPE = 255;

/**
 * The events as columns, one row an event, in time order (earliest start first, then the file's order).
 * Rows and ordinals are indices: `types[row]` into EVENT_TYPES, `participantActor[i]` into `actors`.
 * Text and evidence are looked up with `eventAt` when a person looks. A curated file and half a million imported rows
 * take this same form; what differs is only where `eventAt` finds the words.
 */
export interface EventTable {
  /** The dataset that the events belong to. */
  readonly dataset: Dataset;
  readonly size: number;
  /** Earliest possible start, UTC ms. */
  readonly start: Float64Array;
  /**
   * End of the span the start lies in; equal to `end` for a single date, and after it where a bar runs since the as-of
   * day's own month or year.
   */
  readonly startLatest: Float64Array;
  /** Start of the span the end lies in; equal to `start` for a single date. */
  readonly endEarliest: Float64Array;
  /** Latest possible end, not inside; the end of the as-of day for an open interval. Always finite. */
  readonly end: Float64Array;
  /** Where the mark stands: the middle of the date, or its hour when a source gives one; a bar's earliest start. */
  readonly anchor: Float64Array;
  /** Index into DATE_FORMS. */
  readonly form: Uint8Array;
  /** Index into EVENT_TYPES, or NO_TYPE. */
  readonly type: Uint8Array;
  /** Index into TONES. */
  readonly tone: Uint8Array;
  readonly flags: Uint8Array;
  /** 1 to 3. */
  readonly importance: Uint8Array;
  /**
   * Participants of a row: `participantActor[i]` for i from `participantOffset[row]` up to, not including,
   * `participantOffset[row + 1]`.
   */
  readonly participantOffset: Uint32Array;
  readonly participantActor: Uint32Array;
  /** Index into ROLES. */
  readonly participantRole: Uint8Array;
  readonly countryOffset: Uint32Array;
  readonly countryIndex: Uint16Array;
  /** Index into COUNTRY_ROLES. */
  readonly countryRole: Uint8Array;
  /** Ids of actors in the dataset's order. */
  readonly actors: readonly string[];
  /** ISO 3166-1 alpha-2, in order of first use. */
  readonly countries: readonly string[];
  /** From the earliest start to the latest end. */
  readonly extent: TimeSpan;
  /** Whether any source gives an hour; without one a day is the finest thing there is to show. */
  readonly hasHours: boolean;
  /** End of the as-of day; undefined when the dataset names none. */
  readonly asOfEnd: Instant | undefined;
  /** The same row gives the same object for as long as anybody is likely to hold it; throws outside the table. */
  readonly eventAt: (row: number) => DiplomaticEvent;
  readonly titleAt: (row: number) => string;
  /** What else a row's file has in words, without making its event. */
  readonly wordsAt: (row: number) => RowWords;
  readonly idAt: (row: number) => string;
  /** The chart's word for it, as the event's `label`. */
  readonly labelAt: (row: number) => string;
  /** Undefined for an id that isn't in the table. */
  readonly rowOf: (id: string) => number | undefined;
  /**
   * Events with more to tell than their columns (evidence, statements, claims, relations), in the file's order; none in
   * a table made from columns.
   */
  readonly detailed: readonly DiplomaticEvent[];
  /**
   * Id of the source that every row rests on, where it is one and the same by nature (an imported file); else
   * undefined.
   */
  readonly restsOn: string | undefined;
}

/** Words of a row besides its title; each empty where there are none. */
export interface RowWords {
  readonly summary: string;
  readonly place: string;
  /** EDTF, where the file has it; empty where the date is the columns' own. */
  readonly date: string;
}

/**
 * Columns of a dataset; O(n log n) once per dataset. A dataset without events gives an empty table over one day of
 * 1970.
 */
export function makeEventTable(dataset: WholeDataset): EventTable {
  const asOfEnd = dataset.asOf?.start.end;
  const events = [...dataset.events].toSorted((a, b) => a.date.start.start - b.date.start.start);
  const n = events.length;
  const actors = dataset.actors.map((actor) => actor.id);
  const actorIndex = new Map(actors.map((id, index) => [id, index]));
  const countryIndexOf = new Map<string, number>();
  for (const event of dataset.events) {
    for (const { country } of event.countries) {
      if (!countryIndexOf.has(country)) countryIndexOf.set(country, countryIndexOf.size);
    }
  }
  const participants = packLists(events, (event) =>
    event.participants.map(({ actor, role }) => [actorIndex.get(actor) ?? 0, ROLES.indexOf(role)] as const),
  );
  const countries = packLists(events, (event) =>
    event.countries.map(
      ({ country, role }) => [countryIndexOf.get(country) ?? 0, COUNTRY_ROLES.indexOf(role)] as const,
    ),
  );
  const table = {
    start: new Float64Array(n),
    startLatest: new Float64Array(n),
    endEarliest: new Float64Array(n),
    end: new Float64Array(n),
    anchor: new Float64Array(n),
    form: new Uint8Array(n),
    type: new Uint8Array(n),
    tone: new Uint8Array(n),
    flags: new Uint8Array(n),
    importance: new Uint8Array(n),
  };
  events.forEach((event, row) => {
    const numbers = dateNumbers(event.date, asOfEnd);
    table.start[row] = numbers.start;
    table.startLatest[row] = numbers.startLatest;
    table.endEarliest[row] = numbers.endEarliest;
    table.end[row] = numbers.end;
    table.anchor[row] = numbers.anchor;
    table.form[row] = numbers.form;
    table.type[row] = event.type === undefined ? NO_TYPE : EVENT_TYPES.indexOf(event.type);
    table.tone[row] = TONES.indexOf(event.tone);
    table.importance[row] = event.importance;
    table.flags[row] = flagsOf(event);
  });
  const rows = new Map(events.map((event, row) => [event.id, row]));
  const eventAt = (row: number): DiplomaticEvent => {
    const event = events[row];
    if (event === undefined) throw new RangeError(`No event at row ${row}: the table has ${n}`);
    return event;
  };
  const { events: detailed, ...head } = dataset;
  return {
    dataset: head,
    size: n,
    ...table,
    participantOffset: participants.offset,
    participantActor: Uint32Array.from(participants.first),
    participantRole: Uint8Array.from(participants.second),
    countryOffset: countries.offset,
    countryIndex: Uint16Array.from(countries.first),
    countryRole: Uint8Array.from(countries.second),
    actors,
    countries: [...countryIndexOf.keys()],
    extent: extentOf(table.start, table.end),
    asOfEnd,
    hasHours: events.some(({ date }) => date.clock !== undefined),
    eventAt,
    titleAt: (row) => eventAt(row).title,
    idAt: (row) => eventAt(row).id,
    labelAt: (row) => eventAt(row).label,
    wordsAt: (row) => {
      const { summary = '', place, date } = eventAt(row);
      return { summary, place: place?.label ?? '', date: date.edtf };
    },
    rowOf: (id) => rows.get(id),
    detailed,
    restsOn: undefined,
  };
}

function flagsOf(event: DiplomaticEvent): number {
  const { date } = event;
  const doubt = date.form === 'one-of' || date.uncertain || date.approximate;
  return (
    (event.deed ? FLAG_DEED : 0) |
    (event.announced ? FLAG_ANNOUNCED : 0) |
    (doubt ? FLAG_DOUBT : 0) |
    (date.open === undefined ? 0 : FLAG_OPEN)
  );
}

/** Lists of pairs, one list an event, as offset and value arrays (compressed sparse rows). */
function packLists(
  events: readonly DiplomaticEvent[],
  listOf: (event: DiplomaticEvent) => readonly (readonly [number, number])[],
): { offset: Uint32Array; first: number[]; second: number[] } {
  const offset = new Uint32Array(events.length + 1);
  const first: number[] = [];
  const second: number[] = [];
  events.forEach((event, row) => {
    for (const [a, b] of listOf(event)) {
      first.push(a);
      second.push(b);
    }
    offset[row + 1] = first.length;
  });
  return { offset, first, second };
}

/** From the earliest start to the latest end; one day of 1970 where there is nothing. `start` is sorted. */
export function extentOf(start: Float64Array, end: Float64Array): TimeSpan {
  if (start.length === 0) return timeSpan(0, DAY_MS);
  let latest = -Infinity;
  for (const value of end) if (value > latest) latest = value;
  return timeSpan(valueAt(start, 0), latest);
}
