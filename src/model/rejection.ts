/**
 * One thing in a file that couldn't be used, with all a person needs to mend it. Bad data is a value, not an exception.
 */
export interface Rejection {
  /** JSON pointer (`/events/3/date`) or `line 12, column 5`. */
  readonly where: string;
  /** The id or title of the record concerned, where it has one. */
  readonly record: string | undefined;
  /** The field, in the format's own word; empty for a record as a whole. */
  readonly field: string;
  /** What stands there, shortened to 80 characters. */
  readonly found: string;
  /** What was expected, as a phrase that completes "expected ...". */
  readonly expected: string;
  /**
   * `left-out`: the record (event, actor ...) is not loaded; `dropped`: only this field or entry; `noted`: loaded as it
   * is, but look at it; `cut-short`: the file ends here, and nobody can say what came after.
   */
  readonly effect: 'left-out' | 'dropped' | 'noted' | 'cut-short';
  /** How many faults it stands for, where a file has too many to tell each; one where absent. */
  readonly count?: number;
  /** Of a table: the line on which the record starts, and which of its cells it is; both from 1. */
  readonly line?: number;
  readonly column?: number;
}
