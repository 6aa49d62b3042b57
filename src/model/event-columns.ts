import type { Dataset, DiplomaticEvent } from './dataset';
import type { TextColumn } from './text-column';

/**
 * Events as typed arrays, one entry a record: what an import or a host page hands over. Records may stand in any order;
 * where they are in time order and none has a fault, the arrays are used as they are and must not be changed
 * afterwards. Lists of pairs are compressed sparse rows: the entries of record r are those from `offset[r]` up to, not
 * including, `offset[r + 1]`.
 */
export interface EventColumns {
  readonly dataset: Dataset;
  /**
   * Earliest start, ms as `Date.UTC` counts them, of civil time in the event's place; NaN for an event without a date,
   * whose end is NaN too.
   */
  readonly start: Float64Array;
  /**
   * End, not inside; without the column every event is a day. A span that is exactly a day, month or year, or shorter
   * than a day, is one date; any other is a bar.
   */
  readonly end?: Float64Array;
  /** For dates that aren't so plain (EventTable says what they mean); all four or none. */
  readonly startLatest?: Float64Array;
  readonly endEarliest?: Float64Array;
  readonly anchor?: Float64Array;
  /** Index into DATE_FORMS. */
  readonly form?: Uint8Array;
  /** Index into EVENT_TYPES; 255 for none, as for all without the column. */
  readonly type?: Uint8Array | undefined;
  /** Index into TONES; without the column the type decides (docs/data.md, "Types"). */
  readonly tone?: Uint8Array | undefined;
  /** Bits of FLAG_…; without the column the type and the as-of day decide. */
  readonly flags?: Uint8Array | undefined;
  /** 1 to 3; 2 without the column. */
  readonly importance?: Uint8Array | undefined;
  readonly participantOffset: Uint32Array;
  /** Index into `dataset.actors`. */
  readonly participantActor: Uint32Array;
  /** Index into ROLES; without the column everybody is a party. */
  readonly participantRole?: Uint8Array;
  /**
   * ISO 3166-1 alpha-2; with `countryOffset` and `countryIndex`, or none of them: then the countries of those who act,
   * acting.
   */
  readonly countries?: readonly string[];
  readonly countryOffset?: Uint32Array;
  readonly countryIndex?: Uint16Array;
  /** Index into COUNTRY_ROLES; without the column all act. */
  readonly countryRole?: Uint8Array;
  readonly texts: EventTexts;
  /**
   * The whole event of a record whose file tells more of it than columns hold (evidence, statements ...): then it is
   * this very object that the table gives. Undefined for a record that its columns tell all of, as all are without it.
   */
  readonly whole?: ((record: number) => DiplomaticEvent | undefined) | undefined;
  /** The events that `whole` gives, in the file's order. */
  readonly detailed?: readonly DiplomaticEvent[] | undefined;
  /** Whether any source gives an hour; worked out from the marks where it isn't said. */
  readonly hasHours?: boolean | undefined;
  /** Id of the one source of `dataset.sources` that all of it rests on. */
  readonly restsOn?: string | undefined;
  /** What each record rests on besides; without it nothing. */
  readonly evidence?: EvidenceLists | undefined;
}

/** Sources of records or rows: those of r are `source[i]` for i from `offset[r]` up to, not including, `offset[r + 1]`. */
export interface EvidenceLists {
  readonly offset: Uint32Array;
  /** Index into `dataset.sources`. */
  readonly source: Uint32Array;
}

/** The same of a table's rows. */
export interface RowSources extends EvidenceLists {
  /** What all rows together rest on; O(evidence), counted when it is first asked for. */
  readonly sum: () => SourceSum;
}

export interface SourceSum {
  /** Ids of the sources that any row rests on. */
  readonly used: ReadonlySet<string>;
  readonly rowsWithout: number;
}

/** The words of columns, in the records' own order. */
export interface EventTexts {
  /** Unique; without the column a record is `row-1`, `row-2` ... by its place. */
  readonly id?: TextColumn | undefined;
  readonly title: TextColumn;
  /** The chart's word for it; made from the title where it is empty. */
  readonly label?: TextColumn | undefined;
  readonly summary?: TextColumn | undefined;
  readonly place?: TextColumn | undefined;
  /** Of the place, ISO 3166-1 alpha-2. */
  readonly placeCountry?: TextColumn | undefined;
  /** The date as the file writes it, EDTF; without the column it is made from start and end. */
  readonly date?: TextColumn | undefined;
  /**
   * The file's own words for the date, shown in the place of ours; of a record without a date what stands where it
   * should be.
   */
  readonly display?: TextColumn | undefined;
  /** The words that matter of the record's first source. */
  readonly quote?: TextColumn | undefined;
  /** Statuses, as `statusText` has them; whether one is only announced stands in the flags. */
  readonly status?: TextColumn | undefined;
  /** CAMEO code: `010` is not `10`. */
  readonly cameo?: TextColumn | undefined;
  /** What no column holds, by the key under which it stands in an event's `extra`. */
  readonly kept?: Readonly<Record<string, TextColumn>> | undefined;
}

/** Under this key an event without a date keeps what stands where the date should be. */
export const DATE_TEXT = 'dateText';
