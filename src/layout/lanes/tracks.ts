import { partitionPoint } from '../../base/sorted';
import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { DAY_MS, durationOf } from '../../model/dates/instant';
import { BAR, footprintOf, isBar } from './footprint';
import type { Lane } from './lanes';
import { A_DAY, A_LONGER_DATE, widthColumn } from '../marks/width-column';

/** The most tracks one lane gets; what finds no free one shares the last of its kind. */
export const MAX_TRACKS = 4;

export interface StackedLane {
  readonly lane: Lane;
  /** Track of each of `lane.rows`; 0 is the first. */
  readonly tracks: Uint8Array;
  /** What each track holds: a track with bars needs room for the labels above them. */
  readonly holds: readonly ('marks' | 'bars')[];
  /**
   * Whether there are too many ranges and bars to give each its room: then only the longest bars run, and all else is
   * marks.
   */
  readonly crowded: boolean;
}

/** A lane with more ranges and bars than this is crowded. */
const CROWDED_FROM = 48;
/** Bars that run in a crowded lane last at least this share of the dataset's span. */
const LONG_SHARE = 0.02;

/** All there is in a lane of plain marks; what most lanes of a large dataset are. */
const MARKS_ALONE = ['marks'] as const;

/**
 * Gives ranges and bars a track of their own where they would meet a mark (and its stem) or one another. In time, not
 * in pixels, and over all events: zooming, panning and filtering move nothing up or down. Greedy by start,
 * O(n + ranges × (tracks + log n)).
 */
export function stackTracks(table: EventTable, lane: Lane): StackedLane {
  const tracks = new Uint8Array(lane.rows.length);
  const { wide, coarse, hasMarks } = partedByWidth(table, lane);
  if (wide.length === 0) return { lane, tracks, holds: MARKS_ALONE, crowded: false };
  if (wide.length > CROWDED_FROM) return stackCrowded(table, lane, wide, tracks);
  const lastEnd: number[] = hasMarks ? [-Infinity] : [];
  const holds: ('marks' | 'bars')[] = hasMarks ? ['marks'] : [];
  for (const i of wide) {
    const row = valueAt(lane.rows, i);
    const start = valueAt(table.start, row) - DAY_MS / 2;
    const end = valueAt(table.end, row) + DAY_MS / 2;
    const kind = footprintOf(table, row, true) === 'bar' ? 'bars' : 'marks';
    let found = holds.findIndex(
      (held, r) =>
        held === kind && valueAt(lastEnd, r) <= start && (r > 0 || !meetsMark(table, lane, coarse, start, end)),
    );
    if (found < 0 && holds.length < MAX_TRACKS) {
      found = holds.length;
      holds.push(kind);
    }
    if (found < 0) found = holds.lastIndexOf(kind);
    if (found < 0) found = holds.length - 1;
    lastEnd[found] = Math.max(lastEnd[found] ?? -Infinity, end);
    tracks[i] = found;
  }
  return { lane, tracks, holds: holds.length === 0 ? ['marks'] : holds, crowded: false };
}

/** One line for the longest bars that fit on it side by side; everything else stands as marks on the line above. */
function stackCrowded(
  { start, end, extent, ...table }: EventTable,
  lane: Lane,
  wide: readonly number[],
  tracks: Uint8Array,
): StackedLane {
  const lengthOf = (i: number) => valueAt(end, valueAt(lane.rows, i)) - valueAt(start, valueAt(lane.rows, i));
  const least = durationOf(extent) * LONG_SHARE;
  const long = wide
    .filter((i) => table.form[valueAt(lane.rows, i)] === BAR && lengthOf(i) >= least)
    .toSorted((a, b) => lengthOf(b) - lengthOf(a) || a - b);
  const taken: { from: number; to: number }[] = [];
  for (const i of long) {
    const from = valueAt(start, valueAt(lane.rows, i));
    const to = valueAt(end, valueAt(lane.rows, i));
    if (taken.some((other) => from < other.to && to > other.from)) continue;
    taken.push({ from, to });
    tracks[i] = 1;
  }
  return { lane, tracks, holds: taken.length === 0 ? MARKS_ALONE : ['marks', 'bars'], crowded: true };
}

/** Whether the event at a position of a lane is drawn as a bar, or, where nobody acts, as a thin line. */
export function runsAsBar(table: EventTable, { lane, tracks, crowded }: StackedLane, position: number): boolean {
  return isBar(table, valueAt(lane.rows, position)) && (!crowded || tracks[position] === 1);
}

interface Parted {
  /** Positions in the lane of bars and ranges, which ask for a track of their own. */
  readonly wide: readonly number[];
  /** Positions of plain marks that stand for more than a day. */
  readonly coarse: readonly number[];
  readonly hasMarks: boolean;
}

function partedByWidth(table: EventTable, { rows, acts }: Lane): Parted {
  const widths = widthColumn(table);
  const wide: number[] = [];
  const coarse: number[] = [];
  let lines = 0;
  for (let i = 0; i < rows.length; i++) {
    const width = widths[valueAt(rows, i)];
    if (width === A_DAY) continue;
    if (width === A_LONGER_DATE) coarse.push(i);
    else if (acts[i] === 1) wide.push(i);
    else if (isBar(table, valueAt(rows, i))) lines++;
    else coarse.push(i);
  }
  return { wide, coarse, hasMarks: rows.length > wide.length + lines };
}

/** Whether a plain mark stands between two times, ends included. */
function meetsMark(table: EventTable, lane: Lane, coarse: readonly number[], from: number, to: number): boolean {
  const stands = (i: number): boolean => {
    const row = valueAt(lane.rows, i);
    const at = valueAt(table.anchor, row);
    return at >= from && at <= to && footprintOf(table, row, lane.acts[i] === 1) === 'mark';
  };
  // Days come by start, and their marks stand within a day of it; longer dates are looked through.
  for (
    let i = firstStarting(table, lane, from - DAY_MS);
    i < lane.rows.length && valueAt(table.start, valueAt(lane.rows, i)) <= to;
    i++
  )
    if (stands(i)) return true;
  return coarse.some(stands);
}

function firstStarting({ start }: EventTable, { rows }: Lane, least: number): number {
  return partitionPoint(0, rows.length, (position) => valueAt(start, valueAt(rows, position)) < least);
}
