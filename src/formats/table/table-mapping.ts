import type { DayOrder, PrecisionBook } from '../../model/dates/reading/date-reading';
import type { ActorKind, EventType, Role, SourceGrade, SourceKind, Tone } from '../../model/vocabulary';
import type { CsvDateFormat, CsvValues } from './mapping';

/**
 * Which column of a table means what: a superset of `CsvMapping`, which is one of these. Columns go by their header; a table
 * without headers has `1`, `2` ... and a header that stands twice is `When`, `When (2)`. This is the file that "Save this
 * mapping" writes and the command line takes. Everything may be absent: what no column says is nothing the event has.
 */
export interface TableMapping {
  readonly layout?: TableLayout;
  readonly date?: string | DateMapping;
  /** The last day; an empty cell leaves the event at its one date. */
  readonly end?: string | DateMapping;
  /** A column, or a text with columns in braces: `{country} votes {vote}`. Absent: the first sentence of the summary. */
  readonly title?: string;
  readonly summary?: string;
  /** Unique; absent or empty cells are named for their row, repeated ones renamed and counted. */
  readonly id?: string;
  readonly actors?: readonly ActorMapping[];
  readonly countries?: string | { readonly column: string; readonly separator?: string; readonly names?: boolean };
  /** A type for all, or a column; with `known` a word that `values` lacks is looked up among our own words for types. */
  readonly type?: EventType | (CsvValues<EventType> & { readonly known?: boolean });
  /** Column with statuses, parted by semicolons, each perhaps with the day by which it holds: `held 2016-02-24`. */
  readonly status?: string;
  readonly cameo?: { readonly column: string; readonly scheme: 'cameo' | 'weis' };
  readonly tone?: Tone | CsvValues<Tone>;
  readonly importance?: 1 | 2 | 3 | { readonly column: string };
  readonly place?: string;
  /** Column with the country of the place, ISO 3166-1 alpha-2; empty cells are no country. */
  readonly placeCountry?: string;
  /** One source a distinct address (or name, where there is no address). */
  readonly source?: SourceMapping;
  /** Id of the source that all records rest on. */
  readonly restsOn?: string;
  /** Columns made of others, in this order, before anything is read by them; later ones may be made of earlier ones. */
  readonly derive?: readonly DerivedColumn[];
  readonly regroup?: RegroupMapping;
  /** `gdelt`, `acled` ...: which known layout of columns it began with. */
  readonly preset?: string;
}

/** How the records stand in the table. */
export interface TableLayout {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string;
  /** Line of the record, counted from 1, that holds the headers; `none`, or `side`: down the first column. */
  readonly header?: number | 'none' | 'side';
  /** Given to a table that has none. */
  readonly headers?: readonly string[];
}

export interface DateMapping {
  /** One column, or its parts. */
  readonly column?: string;
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
  readonly time?: string;
  /** Absent: whatever people write (`readDate`); else nothing but this. */
  readonly format?: CsvDateFormat;
  /** What somebody has said of 3/4/2016; absent: the column's cells decide. */
  readonly order?: DayOrder;
  readonly lastYear?: number;
  readonly serials?: '1900' | '1904';
  /** BCP 47 of the words in it, besides those of the page. */
  readonly languages?: readonly string[];
  /** Days of a heap (`01-01`, any) that are known as years, `01` (the first of months) as months. */
  readonly coarse?: readonly string[];
  readonly precision?: { readonly column: string; readonly book: PrecisionBook };
  /** Column with the words to show in the place of ours. */
  readonly display?: string;
  /** The last day that the data knows: a date on it is an open end (`2015-12-31` of leaders in office). */
  readonly censoredAt?: string;
}

export interface ActorMapping {
  readonly column: string;
  /** `party` where absent. */
  readonly role?: Role;
  /** Role by the cell of a column: { column: 'vote', values: { no: 'target' } }. */
  readonly roleBy?: CsvValues<Role>;
  readonly kind?: ActorKind;
  readonly countryColumn?: string;
  readonly country?: 'as-actor';
  /** The cells of `countryColumn` may be names of countries too. */
  readonly names?: boolean;
  /** What parts names in a cell: `;`, ` and `; several where more than one does. */
  readonly separator?: string | readonly string[];
  /** Names that hold a separator and are one: `Land and Water Board`. */
  readonly whole?: readonly string[];
}

export interface SourceMapping {
  readonly address?: string;
  readonly name?: string;
  readonly title?: string;
  readonly published?: string;
  readonly quote?: string;
  /** What parts several names, or addresses, of a cell. */
  readonly separator?: string;
  /** Cells of address, name, title and published hold a line a source, `–` where they say nothing of it. */
  readonly paired?: boolean;
  readonly kind?: SourceKind;
  /** C until somebody says otherwise; of paired sources none. */
  readonly grade?: SourceGrade;
}

/**
 * A column under the header `as`: what a code stands for (empty where nobody knows), by a table of its own (empty for what
 * isn't in it, unless it stays as it is), a column's own cell where that of another one is among some values, the first of several columns that isn't empty, or a text made of several. In `compose`, what stands in square brackets is written where a column in it is filled, and
 * `{who|?}` is `?` where `who` is empty.
 */
export type DerivedColumn =
  | { readonly as: string; readonly of: string; readonly lookUp: Lookup }
  | {
      readonly as: string;
      readonly of: string;
      readonly values: Readonly<Record<string, string>>;
      readonly otherwise?: 'empty' | 'as-is';
    }
  | {
      readonly as: string;
      readonly of: string;
      readonly when: { readonly column: string; readonly values: readonly string[] };
    }
  | { readonly as: string; readonly first: readonly string[] }
  | { readonly as: string; readonly compose: string };

/**
 * What a cell's text can be looked up in. Names of event codes (a bracket that strayed into a code counts for nothing); our
 * types for the codes that plainly are one; ISO 3166-1 alpha-2 of CAMEO's countries, of an actor code by its first three
 * letters, of FIPS 10-4, of the numbers of Correlates of War and Gleditsch-Ward, and of a country's English name; what such
 * numbers mean, with the number (`Spain (230)`) and without; the text of a cell that holds HTML; where it leads, an address a line, itself where it is one, and its text where it leads nowhere; the EDTF of precision, first and
 * last day of a UCDP event (`4 1990-01-01 1990-01-31`).
 */
export const LOOKUPS = [
  'cameo-name',
  'weis-name',
  'cameo-type',
  'weis-type',
  'cameo-country',
  'actor-code-country',
  'fips-country',
  'cow-country',
  'country-name',
  'cow-name',
  'cow-state',
  'html-text',
  'links',
  'unlinked-text',
  'ged-date',
] as const;
export type Lookup = (typeof LOOKUPS)[number];

/** Rows that aren't events one by one; each step in this order. */
export interface RegroupMapping {
  /** Columns of another file of the same drop, laid beside each row whose keys are equal. */
  readonly join?: readonly { readonly file: string; readonly key: string; readonly on: string }[];
  /** Only rows whose cell is one of these: root events. */
  readonly only?: { readonly column: string; readonly values: readonly string[] };
  /** One row -> several events: one for each of these columns that isn't empty, which is its date; `{}` in the title is the column's header. */
  readonly spread?: { readonly columns: readonly string[]; readonly title?: string };
  /**
   * Several rows -> one event: those whose cells in these columns are equal. Names of all of them take part. `span`: from the
   * first to the last day, the last by a column of its own where one is given. `title` and `id` are the event's, as those of
   * the mapping are a row's, which stand in for them. `tally` counts the values of a column, `yes 29, no 18, abstain 4`, as `{}`
   * in a text that may hold other columns, under the header `as`, in the place of a column that is called so already. With
   * `names` the values of `of` come first, and all but the most frequent of these say who: `Yes 29; no 2: Cuba, Peru; absent 4`;
   * of more than `most` the rest are counted, `{}` in `more`.
   */
  readonly group?: {
    readonly by: readonly string[];
    readonly span?: boolean | { readonly last: string };
    readonly title?: string;
    readonly id?: string;
    readonly tally?: {
      readonly column: string;
      readonly as: string;
      readonly compose?: string;
      readonly names?: {
        readonly column: string;
        readonly of: readonly string[];
        readonly most: number;
        readonly more: string;
      };
    };
  };
  /** A-B and B-A with all else equal are one event. */
  readonly mirrored?: boolean;
}
