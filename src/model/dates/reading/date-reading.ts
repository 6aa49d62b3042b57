/** Of `3/4/2016`: 3 April, or 4 March. */
export type DayOrder = 'day-first' | 'month-first';

/** What is known of dates before one of them is read. */
export interface DateReadingContext {
  /** BCP 47, in whose words months, weekdays and the like are read, German, Spanish and English besides. */
  readonly languages: readonly string[];
  /** Absent: a date that can be read both ways is. */
  readonly order?: DayOrder | undefined;
  /** The last year that two digits may stand for: with 2016, `15` is 2015 and `17` 1917. Absent: both centuries. */
  readonly lastYear?: number | undefined;
  /** Bare numbers are days of a spreadsheet: since 30 December 1899, or 1 January 1904. Absent: they are none. */
  readonly serials?: '1900' | '1904' | undefined;
  /** The year, and month, that a heading above gives to dates that lack theirs. Absent: such a date is none. */
  readonly within?: { readonly year: number; readonly month?: number | undefined } | undefined;
}

/** What a text says of a date, and no more: a part that is missing is never filled in. */
export interface DateReading {
  /** Undefined where nothing was understood; of two ways it is `[a,b]`, one event on one of these days. */
  readonly edtf: string | undefined;
  readonly sure: 'sure' | 'two-ways' | 'unread';
  /** The ways, where there are two or more; empty else. */
  readonly alternatives: readonly DateAlternative[];
  /** The text's own words, where EDTF can't hold them (`early 2002`). */
  readonly display: string | undefined;
  /** RFC 3339 with the offset that the text gives (`2016-02-27T00:00:00+02:00`); undefined where it gives no hour or no offset. */
  readonly time: string | undefined;
  /** `14:30`, where it gives an hour without saying where. */
  readonly civilTime: string | undefined;
  readonly notes: readonly DateNote[];
}

export interface DateAlternative {
  readonly edtf: string;
  readonly order?: DayOrder;
  readonly lastYear?: number;
}

/** What a person should know of how it was read; words for it are made where they are shown. */
export type DateNote =
  /** The weekday that the text names isn't that of the day (EDTF); 0 is Sunday. */
  | { readonly about: 'weekday'; readonly said: number; readonly is: number; readonly day: string }
  /** The written day was kept; the text gives this offset or zone. */
  | { readonly about: 'zone'; readonly zone: string }
  /** Two digits were taken for this year. */
  | { readonly about: 'century'; readonly year: number }
  /** A number of a spreadsheet. */
  | { readonly about: 'serial' }
  /** Months or days `00`: not known. */
  | { readonly about: 'unknown-part' }
  /** Midnight to the second, as machines write a day: it was taken for no hour. */
  | { readonly about: 'midnight' };

/** All dates of a column, taken in one after the other; what decides is in all of them. */
export interface DateColumn {
  /** A cell as it stands; equal texts are read once. O(1) on the average. */
  readonly add: (text: string) => void;
  /** What follows from the cells so far. `asOfYear` bounds the century of two digits. O(distinct texts). */
  readonly decide: (asOfYear: number | undefined) => DateDecision;
}

export interface DateDecision {
  /** The context given, with what the cells decide filled in. */
  readonly context: DateReadingContext;
  readonly counts: DateCounts;
  /** `cells`: some can be read one way only; `given`: the context said it; `asked`: nothing decides, or both do. */
  readonly order: 'none-needed' | 'cells' | 'given' | 'asked';
  /** How many of the dates with two ways stand in time order with their neighbours, read each way. */
  readonly inRowOrder: { readonly dayFirst: number; readonly monthFirst: number; readonly of: number };
  readonly heaps: readonly DateHeap[];
  /** Dates whose years rather look like those of another calendar (2559 Buddhist, 1437/05/13 Islamic), and the first. */
  readonly otherCalendar?: { readonly count: number; readonly example: string } | undefined;
  /** The first text with two ways, and how each reads. */
  readonly example: { readonly text: string; readonly alternatives: readonly DateAlternative[] } | undefined;
}

export interface DateCounts {
  readonly cells: number;
  readonly empty: number;
  readonly read: number;
  readonly unread: number;
  /** Can be only that. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  /** Could be either, and differ. */
  readonly either: number;
  /** With two digits for a year, of which the century isn't said. */
  readonly twoDigitYears: number;
}

/** Too many days on one month-day, or on the first of months: perhaps only the year, or the month, was known. */
export interface DateHeap {
  readonly on: 'month-day' | 'first-of-month';
  /** `01-09`; `01` for the first of months. */
  readonly at: string;
  readonly count: number;
  readonly of: number;
}

/** Code books of columns that say how exact a date is: UCDP `start_prec`, ACLED `time_precision`, Wikidata. */
export const PRECISION_BOOKS = ['ucdp', 'acled', 'wikidata'] as const;
export type PrecisionBook = (typeof PRECISION_BOOKS)[number];
