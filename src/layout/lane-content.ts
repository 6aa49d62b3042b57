import type { EventTable } from '../model/event-table';
import { instant } from '../model/instant';
import { MaxTree } from './max-tree';
import { makeRun } from './mark-run';
import type { MarkRun } from './mark-run';
import type { PlacedLane } from './lane-heights';
import { isBar } from './rows';
import type { TimeScale } from './time-scale';

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
  /** Bars long enough to be drawn at an octave of zoom. */
  readonly barsAt: (octave: number) => BarRun;
  /** The others, which stand as marks where they begin; runs of their sub-rows. */
  readonly shortBarsAt: (octave: number) => readonly MarkRun[];
}

/** A lane with no more bars than this shows them all, however short. */
const FEW_BARS = 40;
/** In other lanes a bar shorter than this at the coarse end of an octave is a mark. */
const SHORT_BAR_PX = 8;
/** And so many bars lie over one another on average, all of a lane's lines together, at the most; the longest are kept. */
const MOST_DEEP = 8;

/** Takes in a lane: O(rows of the lane), once per filter, when the lane first comes into sight. `unitsOfRows` as in unit-column.ts. */
export function laneContent(table: EventTable, placed: PlacedLane, mask: Uint8Array, scale: TimeScale, unitsOfRows: Float64Array, widthPx: number): LaneContent {
  const { bars, marks } = partedRows(table, placed, mask);
  const runs = marks.flatMap(({ rows, acts }, sub) => (rows.length === 0 ? [] : [makeRun(sub, rows, acts, unitsOfRows)]));
  const lengths = Float64Array.from(bars.rows, (row) => scale.unitOf(instant(table.end[row] ?? 0)) - scale.unitOf(instant(table.start[row] ?? 0)));
  const depthLimit = lengths.length <= FEW_BARS ? 0 : lengthForDepth(lengths, MOST_DEEP);
  const limitAt = (octave: number) => (lengths.length <= FEW_BARS ? 0 : Math.max(depthLimit, SHORT_BAR_PX / (widthPx * 2 ** octave)));
  const all = lengths.length <= FEW_BARS ? barRun(table, bars, () => true) : undefined;
  return {
    marks: runs,
    barsAt: remembered((octave) => all ?? barRun(table, bars, (i) => (lengths[i] ?? 0) >= limitAt(octave))),
    shortBarsAt: remembered((octave) => (all === undefined ? shortRuns(bars, (i) => (lengths[i] ?? 0) < limitAt(octave), placed.holds.length, unitsOfRows) : [])),
  };
}

interface Parts {
  readonly rows: Uint32Array;
  readonly acts: Uint8Array;
}

function partedRows(table: EventTable, { lane, subRow, holds }: PlacedLane, mask: Uint8Array): { bars: Parts & { subRow: Uint8Array }; marks: readonly Parts[] } {
  const BARE = 255;
  // Which sub-row each event stands in as a mark; first counted, then copied, so that each run is as long as it has to be.
  const place = new Uint8Array(lane.rows.length).fill(BARE);
  const counts = new Uint32Array(BARE);
  const bars: number[] = [];
  for (let i = 0; i < place.length; i++) {
    const row = lane.rows[i] ?? 0;
    if (mask[row] !== 1) continue;
    if (isBar(table, row)) {
      bars.push(i);
      continue;
    }
    const sub = subRow[i] ?? 0;
    place[i] = sub;
    counts[sub] = (counts[sub] ?? 0) + 1;
  }
  const marks = holds.map((_, sub) => ({ rows: new Uint32Array(counts[sub] ?? 0), acts: new Uint8Array(counts[sub] ?? 0) }));
  counts.fill(0);
  for (let i = 0; i < place.length; i++) {
    const sub = place[i] ?? BARE;
    const own = marks[sub];
    if (sub === BARE || own === undefined) continue;
    const at = counts[sub] ?? 0;
    own.rows[at] = lane.rows[i] ?? 0;
    own.acts[at] = lane.acts[i] ?? 0;
    counts[sub] = at + 1;
  }
  return {
    marks,
    bars: {
      rows: Uint32Array.from(bars, (i) => lane.rows[i] ?? 0), acts: Uint8Array.from(bars, (i) => lane.acts[i] ?? 0), subRow: Uint8Array.from(bars, (i) => subRow[i] ?? 0),
    },
  };
}

/** The length from which on bars, longest first, cover the domain at most `most` times. */
function lengthForDepth(lengths: Float64Array, most: number): number {
  let covered = 0;
  for (const length of lengths.toSorted().toReversed()) {
    covered += length;
    if (covered > most) return length;
  }
  return 0;
}

function barRun({ end }: EventTable, { rows, acts, subRow }: Parts & { subRow: Uint8Array }, isTaken: (i: number) => boolean): BarRun {
  const taken = Uint32Array.from(rows, (_, i) => i).filter(isTaken);
  const own = taken.map((i) => rows[i] ?? 0);
  return {
    rows: own, acts: Uint8Array.from(taken, (i) => acts[i] ?? 0), subRow: Uint8Array.from(taken, (i) => subRow[i] ?? 0),
    ends: new MaxTree(own.length, (i) => end[own[i] ?? 0] ?? 0),
  };
}

function shortRuns({ rows, acts, subRow }: Parts & { subRow: Uint8Array }, isShort: (i: number) => boolean, subRows: number, unitsOfRows: Float64Array): MarkRun[] {
  const short = Uint32Array.from(rows, (_, i) => i).filter(isShort);
  return Array.from({ length: subRows }, (_, sub) => short.filter((i) => subRow[i] === sub))
    .flatMap((own, sub) => (own.length === 0 ? [] : [makeRun(sub, own.map((i) => rows[i] ?? 0), Uint8Array.from(own, (i) => acts[i] ?? 0), unitsOfRows)]));
}

/** Positions of the bars that touch a window in ms, by start. O(bars found × log n). */
export function barsTouching({ start }: EventTable, { rows, ends }: BarRun, startMs: number, endMs: number): readonly number[] {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((start[rows[middle] ?? 0] ?? 0) < endMs) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let i = ends.previous(low - 1, Math.floor(startMs) + 1); i >= 0; i = ends.previous(i - 1, Math.floor(startMs) + 1)) found.push(i);
  return found.toReversed();
}

function remembered<Value>(make: (key: number) => Value): (key: number) => Value {
  const made = new Map<number, Value>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}
