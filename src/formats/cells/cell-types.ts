import type { MessageKey, MessageParams, Translate } from '../../base/translate';
import type { WholeDataset } from '../../model/dataset';
import type { DateReading } from '../../model/dates/reading/date-reading';

/** Fields of an event that are written as text. */
export const CELL_FIELDS = [
  'date',
  'title',
  'who',
  'type',
  'status',
  'source',
  'place',
  'summary',
  'importance',
  'label',
  'id',
] as const;
export type CellField = (typeof CELL_FIELDS)[number];

/** What cells are written and read by. */
export interface CellContext {
  /** In whose words they are written; they are read in those of all of the page's languages. */
  readonly t: Translate;
  /** As the dataset was before it was edited: names and sources that it had stay where nothing names them any more. */
  readonly baseline?: WholeDataset | undefined;
}

/** A reason in words: `t(key, params)`. */
export interface CellProblem {
  readonly key: MessageKey;
  readonly params: MessageParams;
}

/** What became of one cell. */
export interface CellOutcome {
  /** Of a date. */
  readonly reading?: DateReading;
  /** Why the text isn't what the field holds. The text of a date stays on its event; other fields stay as they were. */
  readonly problem?: CellProblem;
}

export interface CellChange {
  /** Id of the event. */
  readonly event: string;
  readonly field: CellField;
  readonly text: string;
}
