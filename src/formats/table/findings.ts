import type { DateDecision, DayOrder } from '../../model/dates/reading/date-reading';
import type { EventType } from '../../model/vocabulary';

/** What reading a table by a mapping found out, so far: of the rows that were read, not of a sample. Words are the page's. */
export interface TableFindings {
  readonly records: number;
  readonly events: number;
  readonly undated: number;
  /** By the column's header: `date`, and `end` where there is one. */
  readonly dates: readonly { readonly column: string; readonly of: 'date' | 'end'; readonly decision: DateDecision }[];
  readonly names: readonly NameFindings[];
  readonly types: { readonly column: string; readonly words: readonly TypeWord[] } | undefined;
  readonly sources: { readonly addresses: number; readonly rowsWith: number };
  /** Different ones, counted up to 100,000; the longest; and how many were made from a text. */
  readonly titles: { readonly distinct: number; readonly longest: number; readonly made: number };
  /** Ids that stood there twice and were renamed. */
  readonly renamed: number;
  /** Rows that were merged into another (mirrored, grouped), and left out by `only`. */
  readonly merged: number;
  readonly passedOver: number;
  /** Years with how many events begin in them, oldest first; at most 400, else by decade or century. */
  readonly years: {
    readonly unit: 1 | 10 | 100 | 1000;
    readonly counts: readonly { readonly year: number; readonly events: number }[];
  };
  /** The last day on which an event ends, and how many do: perhaps the end of the data. Of a table with an end column. */
  /** What else could be made of the rows, with what would come of it: by the rows that were read, not by a sample. */
  readonly offers?: {
    readonly asked: readonly TableQuestion[];
    readonly suggested: readonly TableSuggestion[];
  };
  /** What the people of a known layout should be told of the rows, in whole sentences of the page's language. */
  readonly told?: readonly string[];
  readonly lastEnd?: { readonly column: string; readonly day: string; readonly count: number } | undefined;
}

export interface NameFindings {
  readonly column: string;
  /** Most frequent first, at most 1,000. */
  readonly names: readonly { readonly name: string; readonly count: number }[];
  readonly distinct: number;
  readonly rowsWithout: number;
  /** Names that only ever stand together, and so may be one: `Land`, `Water Board`. */
  readonly together: readonly { readonly names: readonly string[]; readonly whole: string; readonly count: number }[];
}

export interface TypeWord {
  readonly word: string;
  readonly count: number;
  readonly type: EventType | undefined;
}

/** What is put to a person; nothing of it is applied by itself. `answered` (mapping-edits.ts) gives the mapping that follows. */
export type TableQuestion =
  /** How is 3/4/2016 meant? */
  | { readonly about: 'day-order'; readonly of: 'date' | 'end'; readonly decision: DateDecision }
  | { readonly about: 'century'; readonly of: 'date' | 'end'; readonly decision: DateDecision }
  /** One event a row, or one a distinct value of these columns? */
  | { readonly about: 'grouping'; readonly by: readonly string[]; readonly rows: number; readonly events: number }
  /** One event a row, or one a column of dates? */
  | {
      readonly about: 'spreading';
      readonly columns: readonly string[];
      readonly rows: number;
      readonly events: number;
    };

/** A proposal with one button. */
export type TableSuggestion =
  | {
      readonly about: 'heap';
      readonly of: 'date' | 'end';
      readonly at: string;
      readonly count: number;
      readonly dates: number;
    }
  | {
      readonly about: 'one-name';
      readonly column: string;
      readonly whole: string;
      readonly names: readonly string[];
      readonly count: number;
    }
  | { readonly about: 'mirrored'; readonly rows: number; readonly events: number }
  | { readonly about: 'grouping'; readonly by: readonly string[]; readonly rows: number; readonly events: number }
  | { readonly about: 'only'; readonly column: string; readonly values: readonly string[]; readonly events: number }
  | { readonly about: 'country-names'; readonly column: string; readonly names: readonly string[] }
  | { readonly about: 'censored'; readonly column: string; readonly day: string; readonly count: number };

export type QuestionAnswer =
  | { readonly about: 'day-order'; readonly of: 'date' | 'end'; readonly order: DayOrder | 'either' }
  | { readonly about: 'century'; readonly of: 'date' | 'end'; readonly lastYear: number }
  | { readonly about: 'grouping'; readonly by: readonly string[] | 'rows' }
  | { readonly about: 'spreading'; readonly columns: readonly string[] | 'rows' };
