import { valueAt } from '../../base/value-at';
import { DATE_FORMS } from '../../model/dates/event-date';
import { eventMiddle } from '../lanes/event-lanes';
import type { PlacedLane } from '../lanes/lane-heights';
import type { SceneLabel, SceneMark } from '../scene';
import { reaches } from '../scene-input';
import type { SceneContext } from '../scene-input';
import { withinPlot } from './label-edges';
import { EDGE_PX, LABEL_HEIGHT_PX, MARK_GAP_PX, labelLeft, lineOffset } from './label-place';
import type { LabelPlace } from './label-place';
import type { LabelTiles } from './label-tiles';

/**
 * Labels of the marks and pills in the window. Where each hangs was decided for the zoom level and its tile
 * (label-tiles.ts), whatever the window: panning moves a label with its mark and never to another side of it.
 */
export function labelMarks(
  context: SceneContext,
  tiles: LabelTiles,
  lanes: readonly PlacedLane[],
  marks: readonly SceneMark[],
): SceneLabel[] {
  const { projection, level, input } = context;
  const inSight = new Set(lanes);
  const ranges = new Map(marks.map(({ lane, row, range }) => [`${lane.lane.id} ${row}`, range]));
  const toUnit = (x: number) => (x + projection.offsetPx) / projection.domainPx;
  return tiles.blocks
    .filter((block) => block.lanes.some(({ top, height }) => top < input.bottom && top + height > input.top))
    .flatMap((block) => tiles.labelsIn(level.step, block, toUnit(0), toUnit(projection.widthPx)))
    .filter(({ lane }) => inSight.has(lane))
    .flatMap((place) => labelAt(context, place, ranges.get(`${place.lane.lane.id} ${place.row}`)));
}

function labelAt(context: SceneContext, place: LabelPlace, range: SceneMark['range']): SceneLabel[] {
  const { chart, projection } = context;
  const { row, lane, line, anchor } = place;
  if (!isSeen(context, place, range)) return [];
  const label = withinPlot(
    { ...place.text, x: heldX(context, place), width: place.width },
    projection.widthPx,
    chart.measure,
  );
  if (label === undefined) return [];
  const isOverRange = line === 0 && range !== undefined && label.x < range.x1 && label.x + label.width > range.x0;
  return [
    {
      row,
      lane,
      ...label,
      height: LABEL_HEIGHT_PX,
      struck: isOverRange || anchor.group.raised || place.overStem,
      y: eventMiddle(lane, row) + lineOffset(line),
    },
  ];
}

/** Words whose mark, with its range, or whose pill has left the window name nothing that can be seen. */
function isSeen(
  { chart, projection }: SceneContext,
  { row, anchor: { group } }: LabelPlace,
  range: SceneMark['range'],
): boolean {
  const toX = (unit: number) => unit * projection.domainPx - projection.offsetPx;
  if (group.kind !== 'single')
    return reaches(projection, toX(group.firstUnit) - group.reachPx, toX(group.lastUnit) + group.reachPx);
  const x = projection.timeToPx(valueAt(chart.table.anchor, row));
  return (x >= 0 && x <= projection.widthPx) || (range !== undefined && reaches(projection, range.x0, range.x1));
}

const SETS: ReadonlySet<number> = new Set([DATE_FORMS.indexOf('one-of'), DATE_FORMS.indexOf('all-of')]);

/**
 * A label beside a range of days goes with the end it stands at; once that end has left the window it is held at the
 * edge, over the range, until the mark pushes it out. Moves evenly with the hand.
 */
function heldX({ chart: { table }, projection }: SceneContext, place: LabelPlace): number {
  const { row, side, line, width, anchor } = place;
  const x = labelLeft(place, projection.domainPx) - projection.offsetPx;
  if (line !== 0 || anchor.group.kind !== 'single' || !SETS.has(valueAt(table.form, row))) return x;
  const markX = projection.timeToPx(valueAt(table.anchor, row));
  return side === 'left'
    ? Math.max(x, Math.min(EDGE_PX, markX - MARK_GAP_PX - width))
    : Math.min(x, Math.max(projection.widthPx - EDGE_PX - width, markX + MARK_GAP_PX));
}
