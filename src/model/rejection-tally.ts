import type { Rejection } from './rejection';

/** What became of the records of a file that could not be used as they are. */
export interface RejectionTally {
  /** Events not loaded. */
  readonly events: number;
  /** Other records not loaded: actors, sources. */
  readonly others: number;
  /** Fields and entries not used, their records are shown. */
  readonly dropped: number;
  readonly noted: number;
  /** The file ended before its end: how many records that cost nobody knows. */
  readonly cutShort: boolean;
}

/** Counts records, not rows: an event with two faults is one event left out. O(n). */
export function tallyRejections(rejections: readonly Rejection[]): RejectionTally {
  const leftOut = rejections.filter(({ effect }) => effect === 'left-out');
  const records = new Set(leftOut.map(recordOf));
  const others = [...records].filter((record) => /^\/(?!events\/)/.test(record)).length;
  return {
    events: records.size - others + uncounted(leftOut),
    others,
    dropped: countOf(rejections, 'dropped'),
    noted: countOf(rejections, 'noted'),
    cutShort: rejections.some(({ effect }) => effect === 'cut-short'),
  };
}

function countOf(rejections: readonly Rejection[], wanted: Rejection['effect']): number {
  const those = rejections.filter(({ effect }) => effect === wanted);
  return those.length + uncounted(those);
}

/** Faults that stand behind a rejection which tells of many. */
function uncounted(rejections: readonly Rejection[]): number {
  return rejections.reduce((sum, { count = 1 }) => sum + count - 1, 0);
}

/** `/events/3` of `/events/3/date`; `line 12` of `line 12, column 5`: files with lines hold one event a line. */
function recordOf({ where }: Rejection): string {
  return where.startsWith('/') ? where.split('/').slice(0, 3).join('/') : (where.split(',')[0] ?? where);
}
