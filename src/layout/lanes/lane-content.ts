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
  readonly subRow: Uint8Array;
  readonly acts: Uint8Array;
  /** Ends in ms, to find what runs into a window. */
  readonly ends: MaxTree;
}

/** What of a lane passes the filter, ready to be cut to a window. */
export interface LaneContent {
  /** Marks that aren't bars, one run a sub-row. */
  readonly marks: readonly MarkRun[];
  readonly bars: BarRun;
}

interface Known {
  readonly mask: Uint8Array;
  readonly unitsOfRows: Float64Array;
  readonly content: LaneContent;
}

/**
 * A lane's content under the first filter it was met with, which is none, and under the last: a new one takes the room
 * of the old.
 */
const contents = new WeakMap<Lane, readonly Known[]>();

/**
 * Takes in a lane: O(rows of the lane), once per filter and scale, when the lane first comes into sight; later charts
 * of other sizes meet the same object. `unitsOfRows` as in unit-column.ts.
 */
export function laneContent(
  table: EventTable,
  stacked: StackedLane,
  mask: Uint8Array,
  unitsOfRows: Float64Array,
): LaneContent {
  const own = contents.get(stacked.lane) ?? [];
  const known = own.find((each) => each.mask === mask && each.unitsOfRows === unitsOfRows);
  if (known !== undefined) return known.content;
  const made = { mask, unitsOfRows, content: takeIn(table, stacked, mask, unitsOfRows) };
  contents.set(stacked.lane, [...own.slice(0, 1), made]);
  return made.content;
}

function takeIn(table: EventTable, stacked: StackedLane, mask: Uint8Array, unitsOfRows: Float64Array): LaneContent {
  const { bars, marks } = partedRows(table, stacked, mask);
  return {
    marks: marks.flatMap(({ rows, acts }, sub) => (rows.length === 0 ? [] : [makeRun(sub, rows, acts, unitsOfRows)])),
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
): { bars: Parts & { subRow: Uint8Array }; marks: readonly Parts[] } {
  const { lane, subRow, holds } = stacked;
  const BARE = 255;
  // Which sub-row each event stands in as a mark; first counted, then copied, so that each run is as long as it has to
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
    const sub = valueAt(subRow, i);
    place[i] = sub;
    counts[sub] = valueAt(counts, sub) + 1;
  }
  const marks = holds.map((_, sub) => ({
    rows: new Uint32Array(valueAt(counts, sub)),
    acts: new Uint8Array(valueAt(counts, sub)),
  }));
  counts.fill(0);
  for (let i = 0; i < place.length; i++) {
    const sub = place[i] ?? BARE;
    const own = marks[sub];
    if (sub === BARE || own === undefined) continue;
    const at = valueAt(counts, sub);
    own.rows[at] = valueAt(lane.rows, i);
    own.acts[at] = valueAt(lane.acts, i);
    counts[sub] = at + 1;
  }
  return {
    marks,
    bars: {
      rows: Uint32Array.from(bars, (i) => valueAt(lane.rows, i)),
      acts: Uint8Array.from(bars, (i) => valueAt(lane.acts, i)),
      subRow: Uint8Array.from(bars, (i) => valueAt(subRow, i)),
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
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(start, valueAt(rows, middle)) < endMs) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (
    let i = ends.previous(low - 1, Math.floor(startMs) + 1);
    i >= 0;
    i = ends.previous(i - 1, Math.floor(startMs) + 1)
  )
    found.push(i);
  return found.toReversed();
}
