import { partitionPoint } from '../../base/sorted';
import { valueAt } from '../../base/value-at';
import type { EventTable } from '../../model/event-table';
import { MaxTree } from '../marks/max-tree';
import { makeRun } from '../marks/mark-run';
import type { MarkRun } from '../marks/mark-run';
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

function partedRows(
  table: EventTable,
  stacked: StackedLane,
  mask: Uint8Array,
): { bars: Parts & { tracks: Uint8Array }; marks: readonly Parts[] } {
  const { lane, tracks, holds } = stacked;
  const BARE = 255;
  // Which track each event stands in as a mark; first counted, then copied, so that each run is as long as it has to
  // be.
  const place = new Uint8Array(lane.rows.length).fill(BARE);
  const counts = new Uint32Array(BARE);
  const bars: number[] = [];
  for (let i = 0; i < place.length; i++) {
    const row = valueAt(lane.rows, i);
    if (mask[row] !== 1) continue;
    if (runsAsBar(table, stacked, i)) {
      bars.push(i);
      continue;
    }
    const track = valueAt(tracks, i);
    place[i] = track;
    counts[track] = valueAt(counts, track) + 1;
  }
  const marks = holds.map((_, track) => ({
    rows: new Uint32Array(valueAt(counts, track)),
    acts: new Uint8Array(valueAt(counts, track)),
  }));
  counts.fill(0);
  for (let i = 0; i < place.length; i++) {
    const track = place[i] ?? BARE;
    const own = marks[track];
    if (track === BARE || own === undefined) continue;
    const at = valueAt(counts, track);
    own.rows[at] = valueAt(lane.rows, i);
    own.acts[at] = valueAt(lane.acts, i);
    counts[track] = at + 1;
  }
  return {
    marks,
    bars: {
      rows: Uint32Array.from(bars, (i) => valueAt(lane.rows, i)),
      acts: Uint8Array.from(bars, (i) => valueAt(lane.acts, i)),
      tracks: Uint8Array.from(bars, (i) => valueAt(tracks, i)),
    },
  };
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
