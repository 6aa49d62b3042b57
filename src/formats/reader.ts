import type { Awaitable } from '../base/awaitable';
import type { Translate } from '../base/translate';
import type { Dataset } from '../model/dataset';
import type { LoadProblem } from '../model/load-problem';
import type { Rejection } from '../model/rejection';
import type { TableBuilder } from '../model/table-builder';
import type { Confidence } from './recognise';
import type { SourceFile } from './source-file';
import type { TableFindings } from './table/findings';
import type { TableLayout } from './table/table-mapping';

/** A format of files that a timeline is read from: docs/formats.md says how to add one. */
export interface Format {
  readonly id: string;
  /** What its own people call it. */
  readonly name: string;
  /** Looks at the first bytes of a file, HEAD_BYTES at most; its name says nothing. Under a millisecond. */
  readonly recognise: (head: Uint8Array) => Confidence;
  /** What reads it, loaded when such a file is met. Rejects with `CodeMissing`. */
  readonly load: () => Promise<Reader>;
  /** The same if it is here: what comes with the page is read without a pause. */
  readonly now: () => Reader | undefined;
}

/**
 * What reads the files of one format, in two steps, so that a page can say what would come and ask about it before
 * anything is replaced. Both are methods, since a format's own plan says more than others do, and is given to its own
 * reader alone.
 */
export interface Reader<Own extends Plan = Plan> {
  /**
   * What the files are and what would come of them; undefined where they are something else after all. Nothing is left
   * behind: it may be asked again. Aborting rejects with the signal's reason; code that can't be had with `CodeMissing`.
   */
  survey(files: readonly SourceFile[], options: SurveyOptions): Awaitable<Survey<Own> | undefined>;
  /**
   * Writes the events into a builder as the plan says: the survey's, or one whose questions somebody has answered, as
   * often as one likes. What was written before a problem, or before `stop`, can be used. Aborting rejects with the
   * signal's reason.
   */
  read(files: readonly SourceFile[], plan: Own, options: ReadOptions): Awaitable<ReadOutcome>;
}

export interface SurveyOptions {
  /** In whose language faults are told. */
  readonly t: Translate;
  /** Ends it: nothing of it is wanted any more. */
  readonly signal: AbortSignal;
  /** Told now and then how much of a long survey is done, 0 to 1. */
  readonly heard?: (share: number) => void;
  /** Of a table: how somebody has said that it is laid out; what is absent is found out. */
  readonly layout?: TableLayout;
}

export interface ReadOptions extends SurveyOptions {
  readonly into: TableBuilder;
  /** Ends reading early; what was read so far is wanted. */
  readonly stop: AbortSignal;
  /**
   * Told every few milliseconds of work, where the builder holds whole records only. Whoever listens may look at it
   * there, and lets the page have its turn: reading goes on when what it gives has resolved.
   */
  readonly onProgress: (progress: ReadProgress) => Promise<void>;
}

export interface ReadProgress {
  /** Share of the files that was read, 0 to 1, never less than before; undefined where nobody knows how long they are. */
  readonly done: number | undefined;
  /** What had to be left out so far. */
  readonly rejections: () => readonly Rejection[];
  /** What reading a table found out so far. */
  readonly findings?: () => TableFindings;
}

/** How a reading ended. With a problem it ended early, and there may be events all the same. */
export interface ReadOutcome {
  readonly rejections: readonly Rejection[];
  readonly problem: LoadProblem | undefined;
  /** Of a table. */
  readonly findings?: TableFindings;
}

export type Survey<Own extends Plan = Plan> =
  | { readonly ok: true; readonly plan: Own }
  /** Files of this format that can't be used at all. */
  | { readonly ok: false; readonly problem: LoadProblem };

/** What files are, and how they would be read. */
export interface Plan {
  /** What a reader of the page calls the file that the events stand in. */
  readonly source: string;
  /** What the events stand under: title, as-of day, sources, actors. */
  readonly dataset: Dataset;
  /** Columns in their order; none in a format that has no columns. */
  readonly columns: readonly PlanColumn[];
  /** First records, cell by cell under `columns`. */
  readonly sample: readonly (readonly string[])[];
  /** What somebody has to say before it can be read; none where the files say all of it. */
  readonly questions: readonly PlanQuestion[];
  readonly counts: PlanCounts;
  /** What the survey itself had to leave out of the files' description. */
  readonly rejections: readonly Rejection[];
  /** What its own people call it: `CSV`, `GDELT 2.0`, `TimelineJS`; absent where the format's name says it. */
  readonly format?: string;
  /** What was decided, and what a person should know or settle, in the language of the options. */
  readonly notes?: readonly PlanNote[];
  /** The survey has read all of it already: `read` then gives its outcome at once, and tells no progress. */
  readonly isRead: boolean;
}

export interface PlanNote {
  readonly kind: 'settled' | 'to-settle';
  readonly text: string;
}

/** Of a plan for files without columns, or whose columns nobody needs to look at. */
export const NOTHING_OPEN = { columns: [], sample: [], questions: [], rejections: [] } satisfies Partial<Plan>;

/** A column by its header; empty where the file has none. */
export interface PlanColumn {
  readonly header: string;
  /** A few real values, the first that aren't empty. */
  readonly values: readonly string[];
}

/**
 * `mapping`: which column means what; `no-dates`: which column is one of dates, since none looks like it.
 */
export type PlanQuestion = { readonly about: 'mapping' } | { readonly about: 'no-dates' };

/** Undefined is what only reading tells. */
export interface PlanCounts {
  /** Records that the files hold. */
  readonly records: number | undefined;
  /** Events that would come of them. */
  readonly events: number | undefined;
}

/** Files with what reads them, and how: all that is known before the first event. */
export interface Reading {
  readonly reader: Pick<Reader, 'read'>;
  readonly files: readonly SourceFile[];
  readonly plan: Plan;
}

/** The same of files that were just looked at: what its people call the format, and what can look at them once more. */
export interface FoundReading extends Reading {
  readonly reader: Reader;
  readonly format: string;
}
