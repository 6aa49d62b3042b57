import { DAY_MS, FIRST_INSTANT, LAST_INSTANT, instant, timeSpan } from '../../model/dates/instant';
import type { Instant, TimeSpan } from '../../model/dates/instant';
import type { TimeScale } from './time-scale';

/** How far past the domain a window may reach, as a share of it. */
const OVERSHOOT = 0.05;
/** The closest look: a day this wide. */
const DAY_MAX_PX = 960;

/**
 * A window of a scale laid over a plot. `timeToPx` gives **view** space (0 at the plot's left edge); `absolute`
 * space (px from the domain's start at this zoom) doesn't change while panning, so clusters and labels are decided
 * there.
 */
export interface Projection {
  readonly scale: TimeScale;
  readonly window: TimeSpan;
  readonly widthPx: number;
  /** CSS px for the whole domain at this zoom. */
  readonly domainPx: number;
  /** view x = absolute x - offsetPx. */
  readonly offsetPx: number;
  readonly timeToPx: (time: Instant | number) => number;
  readonly pxToTime: (x: number) => Instant;
}

/** Lays a window over a plot of `widthPx` CSS px (at least 1). */
export function project(scale: TimeScale, window: TimeSpan, widthPx: number): Projection {
  const unitStart = scale.unitOf(window.start);
  const unitSpan = Math.max(scale.unitOf(window.end) - unitStart, 1e-12);
  const domainPx = Math.max(widthPx, 1) / unitSpan;
  const offsetPx = unitStart * domainPx;
  return {
    scale,
    window,
    widthPx,
    domainPx,
    offsetPx,
    timeToPx: (time) => scale.unitOf(instant(time)) * domainPx - offsetPx,
    pxToTime: (x) => scale.timeAt((x + offsetPx) / domainPx),
  };
}

/**
 * The window whose left and right edges stand at view px `left` and `right` of the projection, kept within the limits.
 * Where they make it wider or narrower, what stands at `share` of its width (0 to 1, the middle by default) stays
 * there.
 */
export function windowAt(projection: Projection, left: number, right: number, share = 0.5): TimeSpan {
  const { scale, domainPx, offsetPx, widthPx } = projection;
  return clampUnits(scale, (left + offsetPx) / domainPx, (right + offsetPx) / domainPx, widthPx, share);
}

/** Zoomed by `factor` (above 1 goes closer) about view px `about`, which keeps its time while the limits allow. */
export function zoomedWindow(projection: Projection, factor: number, about: number = projection.widthPx / 2): TimeSpan {
  return windowAt(
    projection,
    about - about / factor,
    about + (projection.widthPx - about) / factor,
    about / projection.widthPx,
  );
}

/** Panned by `dx` view px; positive goes forward in time. */
export function pannedWindow(projection: Projection, dx: number): TimeSpan {
  return windowAt(projection, dx, projection.widthPx + dx);
}

/** A window within the limits: the whole domain and 5 % on both sides at most, one day 960 px wide at the closest. */
export function clampWindow(scale: TimeScale, window: TimeSpan, widthPx: number): TimeSpan {
  return clampUnits(scale, scale.unitOf(window.start), scale.unitOf(window.end), widthPx);
}

function clampUnits(scale: TimeScale, from: number, to: number, widthPx: number, share = 0.5): TimeSpan {
  const fixed = from + (to - from) * share;
  const least = leastUnits(scale, from, to, widthPx);
  const first = Math.max(-OVERSHOOT, scale.unitOf(FIRST_INSTANT));
  const last = Math.min(1 + OVERSHOOT, scale.unitOf(LAST_INSTANT));
  const length = Math.min(Math.max(to - from, least), last - first);
  const start = Math.min(Math.max(fixed - length * share, first), last - length);
  return timeSpan(scale.timeAt(start), scale.timeAt(start + length));
}

/** Units a plot must show so that no day on it is wider than DAY_MAX_PX; the fastest piece in sight decides. */
function leastUnits(scale: TimeScale, from: number, to: number, widthPx: number): number {
  let rate = 0;
  for (const piece of scale.pieces) {
    const inSight = piece.unitStart <= to && piece.unitEnd >= from;
    const pieceRate = (piece.unitEnd - piece.unitStart) / (piece.span.end - piece.span.start);
    if (inSight && pieceRate > rate) rate = pieceRate;
  }
  if (rate === 0) return 0;
  return (widthPx / DAY_MAX_PX) * DAY_MS * rate;
}

/** Part way from one window to another (share 0 to 1), moving evenly on the scale rather than in time. */
export function windowBetween(scale: TimeScale, a: TimeSpan, b: TimeSpan, share: number): TimeSpan {
  const mix = (from: Instant, to: Instant) =>
    scale.timeAt(scale.unitOf(from) + (scale.unitOf(to) - scale.unitOf(from)) * share);
  return timeSpan(mix(a.start, b.start), mix(a.end, b.end));
}
