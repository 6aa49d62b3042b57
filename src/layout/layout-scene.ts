import { valueAt } from '../base/value-at';
import type { Translate } from '../base/translate';
import { DATE_FORMS } from '../model/dates/event-date';
import { layoutAxis } from './scale/axis';
import { labelBars } from './labels/bar-labels';
import type { Chart } from './chart';
import { eventLanes, rowMiddle } from './lanes/event-lanes';
import type { MarkGroup } from './marks/clusters';
import { reaches } from './scene-input';
import type { SceneInput, Making } from './scene-input';
import { heightOfLanes, lanesInSight } from './lanes/lane-heights';
import type { PlacedLane } from './lanes/lane-heights';
import { withinPlot } from './labels/label-edges';
import { EDGE_PX, LABEL_HEIGHT_PX, MARK_GAP_PX, labelLeft, lineOffset } from './labels/label-place';
import type { LabelPlace } from './labels/label-place';
import { labelTiles } from './labels/label-tiles';
import type { LabelTiles } from './labels/label-tiles';
import { laneContent } from './lanes/lane-content';
import type { LaneContent } from './lanes/lane-content';
import { project } from './scale/projection';
import { curveRelations } from './marks/relation-curves';
import type { Box } from './marks/relation-curves';
import type { Scene, SceneCluster, SceneLabel, SceneMark } from './scene';
import { densityOf, fullCell } from './marks/scene-density';
import { clusterOf, groupsInFrame } from './marks/scene-groups';
import { barsOf, markOf } from './marks/scene-marks';
import { portsOf, ringsOf, stemsOf, wishesOf } from './marks/scene-stems';
import { unitColumn } from './scale/unit-column';
import { zoomLevelOf } from './scale/zoom-level';

/** A chart laid over a plot of a given width: what is the same for every window is worked out once and kept. */
export interface ChartLayout {
  readonly chart: Chart;
  readonly widthPx: number;
  readonly sceneAt: (frame: SceneInput, t: Translate) => Scene;
}

/**
 * Prepares a chart for a plot of `widthPx`; then `sceneAt` costs what is in sight, and a lane's rows when it first
 * comes into sight.
 */
export function layoutChart(chart: Chart, widthPx: number): ChartLayout {
  const units = unitColumn(chart.table, chart.scale);
  const contents = new Map<PlacedLane, LaneContent>();
  const contentOf = (lane: PlacedLane): LaneContent => {
    let content = contents.get(lane);
    if (content === undefined) {
      content = laneContent(chart.table, lane, chart.mask, units);
      contents.set(lane, content);
    }
    return content;
  };
  const lanesOf = eventLanes(chart.table, chart.lanes);
  const tiles = labelTiles({ chart, widthPx, contentOf, lanesOf });
  return {
    chart,
    widthPx,
    sceneAt: (frame, t) => {
      const projection = project(chart.scale, frame.window, widthPx);
      return layoutScene({ chart, projection, frame, level: zoomLevelOf(projection), contentOf, lanesOf, t }, tiles);
    },
  };
}

function layoutScene(making: Making, tiles: LabelTiles): Scene {
  const { chart, projection, frame } = making;
  const lanes = lanesInSight(chart.lanes, frame.top, frame.bottom);
  const bars = lanes.flatMap((lane) => barsOf(making, lane));
  const grouped = lanes.map((lane) => groupsInFrame(making, lane));
  const each = <Thing>(
    kind: MarkGroup['kind'],
    make: (making: Making, lane: PlacedLane, group: MarkGroup) => readonly Thing[],
  ): Thing[] =>
    lanes.flatMap((lane, i) =>
      (grouped[i] ?? []).flatMap((group) => (group.kind === kind ? make(making, lane, group) : [])),
    );
  const marks = each('single', markOf);
  const clusters = each('cluster', clusterOf);
  const full = fullCell(grouped.flat(), making.level);
  const densities = each('density', (about, lane, group) => [densityOf(about, lane, group, full)]);
  const axis = layoutAxis(projection, chart.table.hasHours);
  const relations = frame.selected === undefined ? [] : wishesOf(making, frame.selected);
  const ports = portsOf(
    new Set(
      [frame.selected, frame.hovered, ...relations.flatMap(({ from, to }) => [from, to])].filter(
        (row) => row !== undefined,
      ),
    ),
    marks,
    bars,
    clusters,
  );
  const labels = chart.labelled
    ? [...markLabels(making, tiles, lanes, marks), ...labelBars(chart, projection, bars)]
    : [];
  const aheadX = chart.table.asOfEnd === undefined ? undefined : projection.timeToPx(chart.table.asOfEnd);
  return {
    widthPx: projection.widthPx,
    heightPx: heightOfLanes(chart.lanes),
    lanes,
    hoveredLanes: new Set(
      lanes.filter(({ lane }) => lane.kind === 'actor' && lane.key === frame.hoveredActor).map(({ lane }) => lane.id),
    ),
    folds: axis.folds,
    grid: gridOf(axis),
    aheadX: aheadX !== undefined && aheadX < projection.widthPx ? aheadX : undefined,
    marks,
    bars,
    clusters,
    density: densities.flatMap(({ cells }) => cells),
    stretches: densities.flatMap(({ stretches }) => stretches),
    stems: lanes[0] === undefined ? [] : stemsOf(making, grouped, chart.lanes.indexOf(lanes[0])),
    labels,
    relations:
      relations.length === 0
        ? []
        : curveRelations(
            relations,
            ports,
            { x0: 0, x1: projection.widthPx, y0: frame.top, y1: frame.bottom },
            inkBoxes(marks, clusters, labels),
            chart.measure,
          ),
    rings: [
      ...ringsOf(ports, bars, frame.selected, 'selected'),
      ...(frame.hovered === frame.selected ? [] : ringsOf(ports, bars, frame.hovered, 'hovered')),
    ],
  };
}

/** What stands in the way of further words. */
function inkBoxes(
  marks: readonly SceneMark[],
  clusters: readonly SceneCluster[],
  labels: readonly SceneLabel[],
): Box[] {
  return [
    ...marks.map(({ x, y, size }) => ({ x0: x - size / 2, y0: y - size / 2, x1: x + size / 2, y1: y + size / 2 })),
    ...clusters.map(({ x0, x1, y, height }) => ({ x0, x1, y0: y - height / 2, y1: y + height / 2 })),
    ...labels.map(({ x, y, width, height }) => ({
      x0: x,
      y0: y - height / 2 + 1,
      x1: x + width,
      y1: y + height / 2 - 1,
    })),
  ];
}

function gridOf(axis: ReturnType<typeof layoutAxis>): Scene['grid'] {
  const periods = new Set(axis.periods.map((period) => period.start));
  return axis.cells.filter(({ x0, x1 }) => x1 > x0).map((cell) => ({ x: cell.x0, strong: periods.has(cell.start) }));
}

function markLabels(
  making: Making,
  tiles: LabelTiles,
  lanes: readonly PlacedLane[],
  marks: readonly SceneMark[],
): SceneLabel[] {
  const { chart, projection, level, frame } = making;
  const inSight = new Set(lanes);
  const own = new Map(marks.map((mark) => [`${mark.lane.lane.id} ${mark.row}`, mark]));
  const toUnit = (x: number) => (x + projection.offsetPx) / projection.domainPx;
  const places = tiles.blocks
    .filter((block) => block.lanes.some(({ top, height }) => top < frame.bottom && top + height > frame.top))
    .flatMap((block) => tiles.labelsIn(level.step, block, toUnit(0), toUnit(projection.widthPx)));
  return places.flatMap((place) => {
    const { anchor } = place;
    if (!inSight.has(place.lane)) return [];
    const range = own.get(`${place.lane.lane.id} ${place.row}`)?.range;
    if (!isSeen(making, place, range)) return [];
    const label = withinPlot(
      { ...place.text, x: heldX(making, place), width: place.width },
      projection.widthPx,
      chart.measure,
    );
    if (label === undefined) return [];
    const isOverRange =
      place.line === 0 && range !== undefined && label.x < range.x1 && label.x + label.width > range.x0;
    return [
      {
        row: place.row,
        lane: place.lane,
        ...label,
        height: LABEL_HEIGHT_PX,
        struck: isOverRange || anchor.group.raised || place.overStem,
        y: rowMiddle(place.lane, place.row) + lineOffset(place.line),
      },
    ];
  });
}

/** Words whose mark, with its range, or whose pill has left the window name nothing that can be seen. */
function isSeen(
  { chart, projection }: Making,
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
function heldX({ chart: { table }, projection }: Making, place: LabelPlace): number {
  const { row, side, line, width, anchor } = place;
  const x = labelLeft(place, projection.domainPx) - projection.offsetPx;
  if (line !== 0 || anchor.group.kind !== 'single' || !SETS.has(valueAt(table.form, row))) return x;
  const markX = projection.timeToPx(valueAt(table.anchor, row));
  return side === 'left'
    ? Math.max(x, Math.min(EDGE_PX, markX - MARK_GAP_PX - width))
    : Math.min(x, Math.max(projection.widthPx - EDGE_PX - width, markX + MARK_GAP_PX));
}
