import { partitionPoint } from '../../base/sorted';
import type { StackedLane } from './tracks';

/** Heights in CSS px. A lane's first track must hold a name and an office; a heading's only a name. */
export interface HeightRules {
  readonly actorTrackPx: number;
  readonly headingTrackPx: number;
  readonly furtherTrackPx: number;
  readonly barTrackPx: number;
  /** How much tracks may grow to fill the height. */
  readonly maxGrowth: number;
}

export const FINE_HEIGHTS: HeightRules = {
  actorTrackPx: 36,
  headingTrackPx: 27,
  furtherTrackPx: 26,
  barTrackPx: 36,
  maxGrowth: 1.7,
};
/** Beside a narrow column of names, which wrap. */
export const NARROW_HEIGHTS: HeightRules = {
  actorTrackPx: 54,
  headingTrackPx: 44,
  furtherTrackPx: 44,
  barTrackPx: 54,
  maxGrowth: 1.2,
};
/** For fingers: no lane lower than a 44 px target. */
export const COARSE_HEIGHTS: HeightRules = {
  actorTrackPx: 44,
  headingTrackPx: 44,
  furtherTrackPx: 44,
  barTrackPx: 48,
  maxGrowth: 1.5,
};

/** In a strip, which no names stand beside. */
export const STRIP_HEIGHTS: HeightRules = {
  actorTrackPx: 20,
  headingTrackPx: 20,
  furtherTrackPx: 18,
  barTrackPx: 18,
  maxGrowth: 3,
};

/** A lane with its place: `top` from the top of the first lane, tracks from the lane's top, all CSS px. */
export interface PlacedLane extends StackedLane {
  readonly top: number;
  readonly height: number;
  readonly trackTops: readonly number[];
  readonly trackHeights: readonly number[];
}

/** Stacks the lanes and lets them grow evenly to fill `fillPx`; higher than that, and the chart scrolls. */
export function placeLanes(lanes: readonly StackedLane[], fillPx: number, rules: HeightRules): PlacedLane[] {
  const wanted = lanes.map((stacked) => trackHeightsOf(stacked, rules));
  const total = wanted.flat().reduce((sum, height) => sum + height, 0);
  const growth = Math.min(Math.max(fillPx / Math.max(total, 1), 1), rules.maxGrowth);
  let top = 0;
  // Borders are rounded, not heights, so that rounding leaves no strip of nothing at the end.
  let exact = 0;
  return lanes.map((stacked, i) => {
    const trackHeights = (wanted[i] ?? []).map((height) => {
      const from = Math.round(exact);
      exact += height * growth;
      return Math.round(exact) - from;
    });
    let at = 0;
    const trackTops = trackHeights.map((height) => {
      const start = at;
      at += height;
      return start;
    });
    const placed = { ...stacked, top, height: at, trackTops, trackHeights };
    top += at;
    return placed;
  });
}

function trackHeightsOf({ lane, holds, crowded }: StackedLane, rules: HeightRules): number[] {
  // What is crowded is seldom more than density, which wants height even where only a name stands beside it.
  const isHeading = !crowded && (lane.kind === 'country' || lane.kind === 'heading');
  return holds.map((held, track) => {
    const least = track > 0 ? rules.furtherTrackPx : isHeading ? rules.headingTrackPx : rules.actorTrackPx;
    return held === 'bars' ? Math.max(least, rules.barTrackPx) : least;
  });
}

/** Height of all lanes together. */
export function heightOfLanes(lanes: readonly PlacedLane[]): number {
  const last = lanes.at(-1);
  return last === undefined ? 0 : last.top + last.height;
}

/** Lanes that share a px with [top, bottom); O(log n + lanes in sight). */
export function lanesInSight(lanes: readonly PlacedLane[], top: number, bottom: number): readonly PlacedLane[] {
  const first = partitionPoint(0, lanes.length, (index) => {
    const lane = lanes[index];
    return lane !== undefined && lane.top + lane.height <= top;
  });
  let end = first;
  while (end < lanes.length && (lanes[end]?.top ?? Infinity) < bottom) end++;
  return lanes.slice(first, end);
}
