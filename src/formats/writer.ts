import type { Translate } from '../base/translate';
import type { Steps } from '../base/steps';
import type { WholeDataset } from '../model/dataset';
import type { Loss, LossKind } from '../model/losses';

export const WRITER_IDS = [
  'json',
  'notebook',
  'csv',
  'xlsx',
  'icalendar',
  'timelinejs',
  'markdown',
  'json-ld',
  'csl',
  'bibtex',
  'ris',
] as const;
export type WriterId = (typeof WRITER_IDS)[number];

/** What a format is called and what its files are, known before anything of it is loaded. */
export interface WriterHead {
  readonly id: WriterId;
  /** What its own people call it. */
  readonly name: string;
  /** Without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** What its files are lists of. */
  readonly of: 'events' | 'sources';
}

export interface WriteOptions {
  /** In whose words dates are written where a file has them in words. */
  readonly t: Translate;
  /** CSV: cells that a spreadsheet would take for formulas, or for dates that they aren't, stay as they are. */
  readonly isRaw?: boolean;
  /** Address at which the timeline stands, where it has one. */
  readonly link?: string | undefined;
}

/** What writes a dataset as a file of one format: docs/exports.md says what each holds. */
export interface Writer extends WriterHead {
  /** Kinds of things that files of the format may leave out; of these alone `losses` tells. */
  readonly leavesOut: readonly LossKind[];
  /** Events, or sources, that the file will hold. */
  readonly count: (dataset: WholeDataset) => number;
  /** What the file will leave out, counted; empty where it holds everything. */
  readonly losses: (dataset: WholeDataset) => readonly Loss[];
  /** What the file will hold of the dataset: reading it gives as much. Of sources alone for a list of these. */
  readonly held: (dataset: WholeDataset) => WholeDataset;
  /** All of the file, in slices; the same dataset gives the same file. */
  readonly write: (dataset: WholeDataset, options: WriteOptions) => Steps<string | Uint8Array<ArrayBuffer>>;
}
