import { valueAt } from '../../base/value-at';
import type { Chart } from '../scene-input';
import { withinPlot } from './label-edges';
import { EDGE_PX, LABEL_HEIGHT_PX, widthOf } from './label-place';
import type { Projection } from '../scale/projection';
import type { SceneBar, SceneLabel } from '../scene';

/** Height of a bar's track that its label takes, as a share; the bar itself stands below. */
const BAR_LABEL_SHARE = 0.3;
export const BAR_LINE_SHARE = 0.74;

/**
 * Labels above bars, each event once (in the first lane where it acts). A label stands at the widest stretch of the
 * scale that its bar runs through and is held at the window's edges, so that it moves evenly with the hand and never
 * jumps.
 */
export function labelBars(chart: Chart, projection: Projection, bars: readonly SceneBar[]): SceneLabel[] {
  const labelled = new Set<number>();
  const taken: SceneLabel[] = [];
  // Thin lines have no room for words: marks and their labels stand there.
  const ordered = bars
    .filter(({ acts }) => acts)
    .toSorted(
      (a, b) => Number(a.lane.lane.kind !== 'actor') - Number(b.lane.lane.kind !== 'actor') || a.lane.top - b.lane.top,
    );
  return ordered.flatMap((bar) => {
    if (labelled.has(bar.row)) return [];
    const label = labelBar(chart, projection, bar, roomAfter(bar, bars));
    if (
      label === undefined ||
      taken.some(
        (other) =>
          other.y === label.y && other.x < label.x + label.width + EDGE_PX && label.x < other.x + other.width + EDGE_PX,
      )
    )
      return [];
    labelled.add(bar.row);
    taken.push(label);
    return [label];
  });
}

/** Where the next bar of the same line begins. */
function roomAfter(bar: SceneBar, bars: readonly SceneBar[]): number {
  let next = Infinity;
  for (const other of bars) {
    if (other !== bar && other.lane === bar.lane && other.y === bar.y && other.x0 >= bar.x0)
      next = Math.min(next, other.x0);
  }
  return next;
}

function labelBar(chart: Chart, projection: Projection, bar: SceneBar, nextX: number): SceneLabel | undefined {
  const whole = chart.labelOf(bar.row);
  const short = { ...whole, note: '' };
  // In a narrow plot words that are wider than it would be cut at its edge.
  const fits = (wide: number) =>
    wide <= projection.widthPx - 2 * EDGE_PX && barLabelX(projection, bar, wide) + wide < nextX - EDGE_PX;
  const text = [whole, short].find((option) => fits(widthOf(chart.measure, option)));
  if (text === undefined) return undefined;
  const width = widthOf(chart.measure, text);
  // What is left of a bar that leaves the window on the left has room for so much of its words.
  const held = withinPlot({ ...text, x: barLabelX(projection, bar, width), width }, projection.widthPx, chart.measure);
  if (held === undefined) return undefined;
  const track = bar.lane.trackHeights.findIndex(
    (height, i) => bar.y < bar.lane.top + valueAt(bar.lane.trackTops, i) + height,
  );
  const top = bar.lane.top + valueAt(bar.lane.trackTops, track);
  return {
    row: bar.row,
    lane: bar.lane,
    ...held,
    struck: false,
    y: top + valueAt(bar.lane.trackHeights, track) * BAR_LABEL_SHARE,
    height: LABEL_HEIGHT_PX,
  };
}

/** Over its bar, or beginning before it where the plot ends too soon. */
function barLabelX(projection: Projection, bar: SceneBar, width: number): number {
  const home = Math.max(homeOf(projection, bar), EDGE_PX);
  return Math.min(home, Math.max(bar.x1, bar.x0 + width) - width, projection.widthPx - EDGE_PX - width);
}

/** The left edge of the widest segment under the bar; the bar's own start where that is it. */
function homeOf(projection: Projection, bar: SceneBar): number {
  let widest = 0;
  let home = bar.x0;
  for (const piece of projection.scale.pieces) {
    if (piece.kind === 'fold') continue;
    const x0 = Math.max(projection.timeToPx(piece.span.start), bar.x0);
    const x1 = Math.min(projection.timeToPx(piece.span.end), bar.x1);
    if (x1 - x0 > widest) {
      widest = x1 - x0;
      home = x0 === bar.x0 ? x0 : x0 + EDGE_PX;
    }
  }
  return home;
}
