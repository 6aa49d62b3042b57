import type { Translate } from '../../../base/translate';
import type { PlanNote } from '../../reader';
import type { TableMapping } from '../table-mapping';

/** A table as a preset sees it: the first records, and what its columns are called where somebody has said so. */
export interface PresetLook {
  /** Undefined where nobody knows yet whether the first record is a header. */
  readonly headers: readonly string[] | undefined;
  /** Under the header; where there is none, from the first record on. */
  readonly sample: readonly (readonly string[])[];
  /** Cells of a record. */
  readonly width: number;
}

/** The same with its file's name, as one of several of a drop. */
export interface NamedLook extends PresetLook {
  readonly name: string;
}

/** A known layout of columns. */
export interface Preset {
  readonly id: string;
  /** What its people call it. */
  readonly name: string;
  /** What follows where a table has this layout; undefined where it hasn't. `others` came in the same drop. */
  readonly find: (look: PresetLook, others: readonly NamedLook[]) => PresetFinding | undefined;
  /** Which other ways of making events of its rows are worth asking about. */
  readonly offers?: (mapping: TableMapping, headers: readonly string[]) => readonly GroupingOffer[];
  /** Looks at all rows of a table while it is read, for what is said of them at the end. */
  readonly watch?: (headers: readonly string[]) => RowWatch;
}

export interface PresetFinding {
  /** What its people call it, where that is more than the preset's name says: `GDELT 1.0`. */
  readonly name?: string;
  /** Of a table that has none: then the first record is one like all others. */
  readonly headers?: readonly string[];
  readonly mapping: TableMapping;
  /** Title and description, where rows of the table say them. */
  readonly dataset?: { readonly title?: string; readonly description?: string };
  /** What was decided, and what a person should settle. */
  readonly notes?: (t: Translate) => readonly PlanNote[];
  /** Why a file of this community is no timeline, in its words: it is refused. */
  readonly missing?: (t: Translate) => string;
}

/** A known layout that a table has. */
export interface FoundPreset extends PresetFinding {
  readonly id: string;
  readonly name: string;
  readonly notes: (t: Translate) => readonly PlanNote[];
}

/** Rows that may be events otherwise than one by one; each becomes a question or a suggestion with its counts. */
export type GroupingOffer =
  /** A question where it changes what an event is, else a suggestion. */
  | {
      readonly kind: 'group';
      readonly by: readonly string[];
      readonly group: NonNullable<NonNullable<TableMapping['regroup']>['group']>;
      readonly isQuestion: boolean;
    }
  | { readonly kind: 'spread'; readonly columns: readonly string[] }
  | { readonly kind: 'only'; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: 'mirrored' };

/** Looks at rows one by one. */
export interface RowWatch {
  readonly see: (cells: readonly string[]) => void;
  /** What is said of all rows that were seen, in whole sentences; none where there is nothing to say. */
  readonly told: (t: Translate) => readonly string[];
}
