import type { StackedLane } from './tracks';

/** Heights in CSS px. A lane's first row must hold a name and an office; a heading's only a name. */
export interface HeightRules {
  readonly actorRowPx: number;
  readonly headingRowPx: number;
  readonly furtherRowPx: number;
  readonly barRowPx: number;
  /** How much rows may grow to fill the height. */
  readonly maxGrowth: number;
}

export const FINE_HEIGHTS: HeightRules = {
  actorRowPx: 36,
  headingRowPx: 27,
  furtherRowPx: 26,
  barRowPx: 36,
  maxGrowth: 1.7,
};
/** Beside a narrow column of names, which wrap. */
export const NARROW_HEIGHTS: HeightRules = {
  actorRowPx: 54,
  headingRowPx: 44,
  furtherRowPx: 44,
  barRowPx: 54,
  maxGrowth: 1.2,
};
/** For fingers: no lane lower than a 44 px target. */
export const COARSE_HEIGHTS: HeightRules = {
  actorRowPx: 44,
  headingRowPx: 44,
  furtherRowPx: 44,
  barRowPx: 48,
  maxGrowth: 1.5,
};

/** A lane with its place: `top` from the top of the first lane, rows from the lane's top, all CSS px. */
export interface PlacedLane extends StackedLane {
  readonly top: number;
  readonly height: number;
  readonly rowTops: readonly number[];
  readonly rowHeights: readonly number[];
}

/** Stacks the lanes and lets them grow evenly to fill `fillPx`; higher than that, and the chart scrolls. */
export function placeLanes(lanes: readonly StackedLane[], fillPx: number, rules: HeightRules): PlacedLane[] {
  const wanted = lanes.map((stacked) => rowHeightsOf(stacked, rules));
  const total = wanted.flat().reduce((sum, height) => sum + height, 0);
  const growth = Math.min(Math.max(fillPx / Math.max(total, 1), 1), rules.maxGrowth);
  let top = 0;
  // Borders are rounded, not heights, so that rounding leaves no strip of nothing at the end.
  let exact = 0;
  return lanes.map((stacked, i) => {
    const rowHeights = (wanted[i] ?? []).map((height) => {
      const from = Math.round(exact);
      exact += height * growth;
      return Math.round(exact) - from;
    });
    let at = 0;
    const rowTops = rowHeights.map((height) => {
      const start = at;
      at += height;
      return start;
    });
    const placed = { ...stacked, top, height: at, rowTops, rowHeights };
    top += at;
    return placed;
  });
}

function rowHeightsOf({ lane, holds, crowded }: StackedLane, rules: HeightRules): number[] {
  // What is crowded is seldom more than density, which wants height even where only a name stands beside it.
  const isHeading = !crowded && (lane.kind === 'country' || lane.kind === 'heading');
  return holds.map((held, row) => {
    const least = row > 0 ? rules.furtherRowPx : isHeading ? rules.headingRowPx : rules.actorRowPx;
    return held === 'bars' ? Math.max(least, rules.barRowPx) : least;
  });
}

/** Height of all lanes together. */
export function heightOfLanes(lanes: readonly PlacedLane[]): number {
  const last = lanes.at(-1);
  return last === undefined ? 0 : last.top + last.height;
}

/** Lanes that share a px with [top, bottom); O(log n + lanes in sight). */
export function lanesInSight(lanes: readonly PlacedLane[], top: number, bottom: number): readonly PlacedLane[] {
  let low = 0;
  let high = lanes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const lane = lanes[middle];
    if (lane !== undefined && lane.top + lane.height <= top) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < lanes.length && (lanes[end]?.top ?? Infinity) < bottom) end++;
  return lanes.slice(low, end);
}
