import { partitionPoint } from '../../base/sorted';
import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { MaxTree } from '../marks/max-tree';
import { makeRun } from '../marks/mark-run';
import type { MarkRun } from '../marks/mark-run';
import type { Lane } from './lanes';
import { runsAsBar } from './tracks';
import type { StackedLane } from './tracks';

/** Bars of a lane that pass the filter and are drawn as such, by start; thin lines, where nobody acts, among them. */
export interface BarRun {
  readonly rows: Uint32Array;
  readonly tracks: Uint8Array;
  readonly acts: Uint8Array;
  /** Ends in ms, to find what runs into a window. */
  readonly ends: MaxTree;
}

/** What of a lane passes the filter, ready to be cut to a window. */
export interface LaneContent {
  /** Marks that aren't bars, one run a track. */
  readonly marks: readonly MarkRun[];
  readonly bars: BarRun;
}

/** Takes in what of a lane passes the filter: O(rows of the lane). `unitsOfRows` as in unit-column.ts. */
export function laneContent(
  table: EventTable,
  stacked: StackedLane,
  mask: Uint8Array,
  unitsOfRows: Float64Array,
): LaneContent {
  const { bars, marks } = partedRows(table, stacked, mask);
  return {
    marks: marks.flatMap(({ rows, acts }, track) =>
      rows.length === 0 ? [] : [makeRun(table, track, rows, acts, unitsOfRows)],
    ),
    bars: { ...bars, ends: new MaxTree(bars.rows.length, (i) => valueAt(table.end, valueAt(bars.rows, i))) },
  };
}

interface Parts {
  readonly rows: Uint32Array;
  readonly acts: Uint8Array;
}

/** Stands for "drawn nowhere, or as a bar" where a track is asked for. */
const NO_TRACK = 255;

function partedRows(
  table: EventTable,
  stacked: StackedLane,
  mask: Uint8Array,
): { bars: Parts & { tracks: Uint8Array }; marks: readonly Parts[] } {
  const { lane, tracks, holds } = stacked;
  const bars: number[] = [];
  const trackOfMark = new Uint8Array(lane.rows.length).fill(NO_TRACK);
  for (let i = 0; i < trackOfMark.length; i++) {
    if (mask[valueAt(lane.rows, i)] !== 1) continue;
    if (runsAsBar(table, stacked, i)) bars.push(i);
    else trackOfMark[i] = valueAt(tracks, i);
  }
  return {
    marks: marksByTrack(lane, trackOfMark, holds.length),
    bars: {
      rows: Uint32Array.from(bars, (i) => valueAt(lane.rows, i)),
      acts: Uint8Array.from(bars, (i) => valueAt(lane.acts, i)),
      tracks: Uint8Array.from(bars, (i) => valueAt(tracks, i)),
    },
  };
}

/** First counted, then copied, so that each track's list is as long as it has to be. */
function marksByTrack({ rows, acts }: Lane, trackOfMark: Uint8Array, count: number): readonly Parts[] {
  const lengths = new Uint32Array(NO_TRACK + 1);
  for (let i = 0; i < trackOfMark.length; i++) {
    const track = valueAt(trackOfMark, i);
    lengths[track] = valueAt(lengths, track) + 1;
  }
  const marks = Array.from({ length: count }, (_, track) => ({
    rows: new Uint32Array(valueAt(lengths, track)),
    acts: new Uint8Array(valueAt(lengths, track)),
  }));
  lengths.fill(0);
  for (let i = 0; i < trackOfMark.length; i++) {
    const track = valueAt(trackOfMark, i);
    const own = marks[track];
    if (own === undefined) continue;
    const at = valueAt(lengths, track);
    own.rows[at] = valueAt(rows, i);
    own.acts[at] = valueAt(acts, i);
    lengths[track] = at + 1;
  }
  return marks;
}

/** Positions of the bars that touch a window in ms, by start. O(bars found × log n). */
export function barsTouching(
  { start }: EventTable,
  { rows, ends }: BarRun,
  startMs: number,
  endMs: number,
): readonly number[] {
  const beyond = partitionPoint(0, rows.length, (i) => valueAt(start, valueAt(rows, i)) < endMs);
  // Ends are whole ms, so "after the start" is "at least a ms after".
  const leastEnd = Math.floor(startMs) + 1;
  const found: number[] = [];
  for (let i = ends.previous(beyond - 1, leastEnd); i >= 0; i = ends.previous(i - 1, leastEnd)) found.push(i);
  return found.toReversed();
}
