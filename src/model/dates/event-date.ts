import type { Instant, TimeSpan } from './instant';
import type { DateBasis } from '../vocabulary';

/**
 * How a date is known, which decides how it is drawn.
 * - `single`: one day, month, year ...; `start` is the whole span it may stand in.
 * - `interval`: from somewhere in `start` to somewhere in `end`; `open` instead of `end` where there is none.
 * - `one-of`, `all-of`: `candidates` are the days; `start` the first of them, `end` the last.
 * - `before`, `after`: on or before / on or after `start`.
 */
export const DATE_FORMS = ['single', 'interval', 'one-of', 'all-of', 'before', 'after'] as const;
export type DateForm = (typeof DATE_FORMS)[number];

export const DATE_PRECISIONS = ['minute', 'day', 'month', 'season', 'year', 'decade', 'century', 'millennium'] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** An EDTF date (ISO 8601-2, levels 0-2) worked out. Spans are half-open; days are civil days of the event's place. */
export interface EventDate {
  readonly edtf: string;
  readonly form: DateForm;
  /** Of the start; an interval's end may be coarser or finer. */
  readonly precision: DatePrecision;
  readonly start: TimeSpan;
  readonly end: TimeSpan | undefined;
  /** `ongoing` is `a/..`; `unknown` is `a/` (it ended, nobody says when). */
  readonly open: 'ongoing' | 'unknown' | undefined;
  /** Days of a set, in time order; empty for other forms. */
  readonly candidates: readonly TimeSpan[];
  /** The signs `?` and `~` (`%` is both), on any part. */
  readonly uncertain: boolean;
  readonly approximate: boolean;
  /**
   * Only when a source gives the hour: `civil` is the place's wall clock read as if it were UTC, `at` is the true
   * instant.
   */
  readonly clock: { readonly civil: Instant; readonly at: Instant; readonly zone: string | undefined } | undefined;
  readonly basis: DateBasis | undefined;
  /** The author's own words for it, used instead of ours. */
  readonly display: string | undefined;
  /** Of `display`, where the dataset says which: readers of another language get our words in theirs. */
  readonly displayLanguage?: string;
  readonly note: string | undefined;
  /** Fields of the date that this version doesn't know, as the file has them. */
  readonly extra?: Readonly<Record<string, unknown>>;
}
