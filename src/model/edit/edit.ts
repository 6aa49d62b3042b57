import type { DayOrder } from '../dates/reading/date-reading';
import type { Actor, Chapter, Dataset, DiplomaticEvent, Note, Period, Source } from '../dataset';

/** The lists of a dataset whose records have ids. */
export interface RecordLists {
  readonly events: DiplomaticEvent;
  readonly sources: Source;
  readonly actors: Actor;
  readonly chapters: Chapter;
  readonly notes: Note;
  readonly periods: Period;
}

export type ListName = keyof RecordLists;
export const LIST_NAMES = ['events', 'sources', 'actors', 'chapters', 'notes', 'periods'] as const;

/** Everything of a dataset but its lists. */
export type DatasetFields = Omit<Dataset, ListName>;

/**
 * What becomes of one record: undefined `before` is one that is new, undefined `after` one that goes. Where it stands in
 * its list is told by `orders` of the edit.
 */
export interface RecordChange<Name extends ListName = ListName> {
  readonly list: Name;
  readonly id: string;
  readonly before: RecordLists[Name] | undefined;
  readonly after: RecordLists[Name] | undefined;
}

/** What somebody did, for its words: the name of a version, "Undo ...". */
export type EditAbout =
  /** In the text: what it came to is in the changes. */
  | { readonly did: 'type' }
  /** A field of a record, in cells or in the panel. */
  | { readonly did: 'set'; readonly list: ListName; readonly id: string; readonly field: string }
  /** A field of the dataset itself: title, as-of day ... */
  | { readonly did: 'set-head'; readonly field: string }
  | { readonly did: 'add' | 'delete' | 'move'; readonly list: ListName; readonly id: string }
  /** A range of cells, or lines of text. */
  | { readonly did: 'paste'; readonly rows: number; readonly columns: number }
  /** Dates with two readings. */
  | { readonly did: 'settle'; readonly dates: number; readonly order?: DayOrder | undefined }
  | { readonly did: 'evidence'; readonly event: string; readonly sources: number }
  | { readonly did: 'rename-actor'; readonly from: string; readonly to: string }
  | { readonly did: 'merge-actors'; readonly kept: string; readonly gone: readonly string[] }
  | { readonly did: 'revert'; readonly list: ListName; readonly id: string; readonly field: string | undefined }
  | { readonly did: 'restore'; readonly savedAt: number }
  /** By the strip of an opened file, or a host page. */
  | { readonly did: 'elsewhere' };

/**
 * One step from a dataset to another, as a value: it can be applied (`applyEdit`), inverted (`invertEdit`) and described
 * (`describeEdit`). Holds the records concerned and nothing else.
 */
export interface Edit {
  readonly about: EditAbout;
  /** The dataset's own fields, whole, where any of them changes. */
  readonly head: { readonly before: DatasetFields; readonly after: DatasetFields } | undefined;
  readonly changes: readonly RecordChange[];
  /** The new order of ids, of lists whose records change places; both whole. */
  readonly orders: readonly {
    readonly list: ListName;
    readonly before: readonly string[];
    readonly after: readonly string[];
  }[];
}
