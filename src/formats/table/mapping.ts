import type { ActorKind, EventType, Role, Tone } from '../../model/vocabulary';

/**
 * How the cells of a date column are written. `edtf` reads plain years, months and days too; `iso` and the two with
 * slashes leave a time of day out.
 */
export const CSV_DATE_FORMATS = ['edtf', 'iso', 'M/D/YYYY', 'D/M/YYYY', 'YYYYMMDD'] as const;
export type CsvDateFormat = (typeof CSV_DATE_FORMATS)[number];

export const CSV_DELIMITERS = [',', ';', '\t'] as const;
export type CsvDelimiter = (typeof CSV_DELIMITERS)[number];

/**
 * A column of which each value stands for one of our words; a value that isn't in the table, where it isn't empty, is
 * told of and dropped.
 */
export interface CsvValues<Word extends string> {
  readonly column: string;
  readonly values: Readonly<Record<string, Word>>;
}

/** A column that names actors: one a cell, or several with a separator. */
export interface CsvActor {
  readonly column: string;
  /** What they do in the event; `party` where absent. */
  readonly role?: Role;
  /** Guessed from the name where absent. */
  readonly kind?: ActorKind;
  /** Column with the actor's country, ISO 3166-1 alpha-2 ("NA" is Namibia); an empty cell is no country. */
  readonly countryColumn?: string;
  /** The actor's own cell is such a code. */
  readonly country?: 'as-actor';
  /** Parts the actors of one cell, and in the same way their countries. */
  readonly separator?: string;
}

/**
 * Which column of a CSV file means what; columns go by their header. A record whose date, title or actors can't be used is
 * left out, any other fault costs the field alone. What has no column is as docs/data.md says for an event without the
 * field.
 */
export interface CsvMapping {
  /** Guessed from the header where absent. */
  readonly delimiter?: CsvDelimiter;
  readonly date: string | { readonly column: string; readonly format?: CsvDateFormat };
  /** Last day, written as `date` is; an empty cell leaves the event at its one date. */
  readonly end?: string;
  /** A column, or a text with columns in braces: `{country} votes {vote}`. */
  readonly title: string;
  /** Unique; without it events are called `row-1`, `row-2` ... as they stand in the file. */
  readonly id?: string;
  /** At least one. */
  readonly actors: readonly CsvActor[];
  /** Column with the event's countries, all acting; without it, those of the actors who act. */
  readonly countries?: string | { readonly column: string; readonly separator?: string };
  /** A type for all, or a column. */
  readonly type?: EventType | CsvValues<EventType>;
  /** A tone for all, or a column; without it the type decides. */
  readonly tone?: Tone | CsvValues<Tone>;
  /** 1 to 3 for all, or a column of such numbers; 2 where absent. */
  readonly importance?: 1 | 2 | 3 | { readonly column: string };
  readonly place?: string;
  readonly summary?: string;
  /** Id of the source that all records rest on; the dataset's source, where it has just one. */
  readonly restsOn?: string;
}
