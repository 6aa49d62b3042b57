import { valueAt } from '../base/value-at';
import type { Dataset, DiplomaticEvent } from './dataset';
import type { RowSources } from './event-columns';
import { DAY_MS, timeSpan } from './dates/instant';
import type { Instant, TimeSpan } from './dates/instant';

/** Bits of `EventTable.flags`. */
export const FLAG_DEED = 1;
export const FLAG_ANNOUNCED = 2;
/** One of several days, or a date signed `?` or `~`: drawn dashed. */
export const FLAG_DOUBT = 4;
/** No end known: drawn to the as-of day with an arrow. */
export const FLAG_OPEN = 8;

export const NO_TYPE = 255;

/**
 * The events as columns, one row an event: those with a date first, in time order (earliest start first, then the
 * file's order), then those without, in the file's order. Whatever asks about time looks at rows below `datedSize`.
 * Rows and ordinals are indices: `types[row]` into EVENT_TYPES, `participantActor[i]` into `actors`.
 * Text and evidence are looked up with `eventAt` when a person looks. A curated file and half a million imported rows
 * take this same form; what differs is only where `eventAt` finds the words.
 */
export interface EventTable {
  /** The dataset that the events belong to. */
  readonly dataset: Dataset;
  /** All rows. */
  readonly size: number;
  /** Rows with a date, which come first; `start`, `end` and the like are NaN in the rows after them. */
  readonly datedSize: number;
  /** Earliest possible start, UTC ms. */
  readonly start: Float64Array;
  /**
   * End of the span the start lies in; equal to `end` for a single date, and after it where a bar runs since the as-of
   * day's own month or year.
   */
  readonly startLatest: Float64Array;
  /** Start of the span the end lies in; equal to `start` for a single date. */
  readonly endEarliest: Float64Array;
  /** Latest possible end, not inside; the end of the as-of day for an open interval. Finite for every date. */
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
  /** From the earliest start to the latest end of the dated rows; one day of 1970 where there are none. */
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
  /** The chart's word for it, at most 32 characters. */
  readonly labelAt: (row: number) => string;
  /** Undefined for an id that isn't in the table. */
  readonly rowOf: (id: string) => number | undefined;
  /**
   * Events with more to tell than their columns (evidence, statements, claims, relations), in the file's order; all of
   * a file of whole events, none of a table made from columns alone.
   */
  readonly detailed: readonly DiplomaticEvent[];
  /**
   * Id of the source that every row rests on, where it is one and the same by nature (an imported file); else
   * undefined.
   */
  readonly restsOn: string | undefined;
  /** What each row rests on besides, of a table made from columns; absent where they say nothing of sources. */
  readonly evidence?: RowSources | undefined;
}

/** Words of a row besides its title; each empty where there are none. */
export interface RowWords {
  readonly summary: string;
  readonly place: string;
  /** EDTF, where the file has it; empty where the date is the columns' own. */
  readonly date: string;
  /** The file's own words for the date; of a row without one what stands where it should be. */
  readonly display: string;
  /** What the first source says, in its own words. */
  readonly quote: string;
}

/** From the earliest start to the latest end; one day of 1970 where there is nothing. `start` is sorted. */
export function extentOf(start: Float64Array, end: Float64Array): TimeSpan {
  if (start.length === 0) return timeSpan(0, DAY_MS);
  let latest = -Infinity;
  for (const value of end) if (value > latest) latest = value;
  return timeSpan(valueAt(start, 0), latest);
}
