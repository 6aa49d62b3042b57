import { DATE_FORMS } from '../model/event-date';
import type { EventTable } from '../model/event-table';
import { DAY_MS } from '../model/instant';
import type { Lane } from './lanes';

/** The most sub-rows one lane gets; what finds no free one shares the last of its kind. */
export const MAX_SUB_ROWS = 4;

const BAR = DATE_FORMS.indexOf('interval');
const SINGLE = DATE_FORMS.indexOf('single');

/** How a table row is drawn in a lane: a bar, a mark with a range, or a bare mark. Where nobody acts, a bar is a thin line and a range a bare mark. */
export type Footprint = 'bar' | 'line' | 'range' | 'mark';

/** Decided by the date's form and the role alone, so that it is the same at every zoom. */
export function footprintOf(table: EventTable, row: number, acts: boolean): Footprint {
  const form = table.form[row];
  if (form === BAR) return acts ? 'bar' : 'line';
  if (!acts || form === SINGLE) return 'mark';
  return 'range';
}

export interface StackedLane {
  readonly lane: Lane;
  /** Sub-row of each of `lane.rows`; 0 is the first. */
  readonly subRow: Uint8Array;
  /** What each sub-row holds: a row with bars needs room for the labels above them. */
  readonly holds: readonly ('marks' | 'bars')[];
}

/**
 * Gives ranges and bars a sub-row of their own where they would meet a mark (and its stem) or one another. In time, not
 * in pixels, and over all events: zooming, panning and filtering move nothing up or down. Greedy by start, O(n × sub-rows).
 */
export function stackRows(table: EventTable, lane: Lane): StackedLane {
  const footprints = Array.from(lane.rows, (row, i) => footprintOf(table, row, lane.acts[i] === 1));
  const marks = Array.from(lane.rows).filter((_, i) => footprints[i] === 'mark').map((row) => table.anchor[row] ?? 0).toSorted((a, b) => a - b);
  const lastEnd: number[] = marks.length > 0 ? [-Infinity] : [];
  const holds: ('marks' | 'bars')[] = marks.length > 0 ? ['marks'] : [];
  const subRow = Uint8Array.from(lane.rows, (row, i) => {
    const footprint = footprints[i];
    if (footprint === undefined || footprint === 'mark' || footprint === 'line') return 0;
    const start = (table.start[row] ?? 0) - DAY_MS / 2;
    const end = (table.end[row] ?? 0) + DAY_MS / 2;
    const kind = footprint === 'bar' ? 'bars' : 'marks';
    let found = holds.findIndex((held, r) => held === kind && (lastEnd[r] ?? 0) <= start && (r > 0 || !meetsMark(marks, start, end)));
    if (found < 0 && holds.length < MAX_SUB_ROWS) {
      found = holds.length;
      holds.push(kind);
    }
    if (found < 0) found = holds.lastIndexOf(kind);
    if (found < 0) found = holds.length - 1;
    lastEnd[found] = Math.max(lastEnd[found] ?? -Infinity, end);
    return found;
  });
  return { lane, subRow, holds: holds.length === 0 ? ['marks'] : holds };
}

function meetsMark(sortedMarks: readonly number[], start: number, end: number): boolean {
  return sortedMarks.some((at) => at >= start && at <= end);
}
