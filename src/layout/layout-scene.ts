import { labelBars } from './labels/bar-labels';
import type { LabelTiles } from './labels/label-tiles';
import { labelMarks } from './labels/mark-labels';
import { heightOfLanes, lanesInSight } from './lanes/lane-heights';
import type { PlacedLane } from './lanes/lane-heights';
import type { MarkGroup } from './marks/clusters';
import { curveRelations } from './marks/relation-curves';
import type { Box } from './marks/relation-curves';
import { densityOf, fullCell } from './marks/scene-density';
import { clusterOf, groupsInFrame } from './marks/scene-groups';
import { barsOf, markOf } from './marks/scene-marks';
import { portsOf, ringsOf, stemsOf, wishesOf } from './marks/scene-stems';
import { layoutAxis } from './scale/axis';
import type { Scene } from './scene';
import type { SceneContext } from './scene-input';

/** What there is to draw of a window, from what is the same for all of them. Costs what is in sight. */
export function layoutScene(context: SceneContext, tiles: LabelTiles): Scene {
  const { chart, projection, input } = context;
  const lanes = lanesInSight(chart.lanes, input.top, input.bottom);
  const groups = lanes.map((lane) => groupsInFrame(context, lane));
  const ink = layoutInk(context, lanes, groups);
  const labels = chart.labelled
    ? [...labelMarks(context, tiles, lanes, ink.marks), ...labelBars(chart, projection, ink.bars)]
    : [];
  return {
    widthPx: projection.widthPx,
    heightPx: heightOfLanes(chart.lanes),
    lanes,
    hoveredLanes: new Set(
      lanes.filter(({ lane }) => lane.kind === 'actor' && lane.key === input.hoveredActor).map(({ lane }) => lane.id),
    ),
    ...layoutGround(context),
    ...ink,
    stems: lanes[0] === undefined ? [] : stemsOf(context, groups, chart.lanes.indexOf(lanes[0])),
    labels,
    ...layoutSelection(context, ink, labels),
  };
}

type SceneInk = Pick<Scene, 'marks' | 'bars' | 'clusters' | 'density' | 'stretches'>;

/** The events of the lanes in sight, each drawn or counted; `groups` are those of each lane. */
function layoutInk(
  context: SceneContext,
  lanes: readonly PlacedLane[],
  groups: readonly (readonly MarkGroup[])[],
): SceneInk {
  const each = <Thing>(
    kind: MarkGroup['kind'],
    make: (context: SceneContext, lane: PlacedLane, group: MarkGroup) => readonly Thing[],
  ): Thing[] =>
    lanes.flatMap((lane, i) =>
      (groups[i] ?? []).flatMap((group) => (group.kind === kind ? make(context, lane, group) : [])),
    );
  const full = fullCell(groups.flat(), context.level);
  const densities = each('density', (about, lane, group) => [densityOf(about, lane, group, full)]);
  return {
    marks: each('single', markOf),
    bars: lanes.flatMap((lane) => barsOf(context, lane)),
    clusters: each('cluster', clusterOf),
    density: densities.flatMap(({ cells }) => cells),
    stretches: densities.flatMap(({ stretches }) => stretches),
  };
}

/** What the events stand on: folds, grid, and the time after the as-of day. */
function layoutGround({ chart: { table }, projection }: SceneContext): Pick<Scene, 'folds' | 'grid' | 'aheadX'> {
  const axis = layoutAxis(projection, table.hasHours);
  const periods = new Set(axis.periods.map((period) => period.start));
  const aheadX = table.asOfEnd === undefined ? undefined : projection.timeToPx(table.asOfEnd);
  return {
    folds: axis.folds,
    grid: axis.cells.filter(({ x0, x1 }) => x1 > x0).map((cell) => ({ x: cell.x0, strong: periods.has(cell.start) })),
    aheadX: aheadX !== undefined && aheadX < projection.widthPx ? aheadX : undefined,
  };
}

/** Rings about what is selected or pointed at, and curves to what the selected event has to do with. */
function layoutSelection(
  context: SceneContext,
  ink: SceneInk,
  labels: Scene['labels'],
): Pick<Scene, 'relations' | 'rings'> {
  const {
    chart,
    projection,
    input: { selected, hovered, top, bottom },
  } = context;
  const wishes = selected === undefined ? [] : wishesOf(context, selected);
  const wanted = [selected, hovered, ...wishes.flatMap(({ from, to }) => [from, to])];
  const ports = portsOf(new Set(wanted.filter((row) => row !== undefined)), ink.marks, ink.bars, ink.clusters);
  const plot = { x0: 0, x1: projection.widthPx, y0: top, y1: bottom };
  return {
    relations: wishes.length === 0 ? [] : curveRelations(wishes, ports, plot, inkBoxes(ink, labels), chart.measure),
    rings: [
      ...ringsOf(ports, ink.bars, selected, 'selected'),
      ...(hovered === selected ? [] : ringsOf(ports, ink.bars, hovered, 'hovered')),
    ],
  };
}

/** What stands in the way of further words. */
function inkBoxes({ marks, clusters }: SceneInk, labels: Scene['labels']): Box[] {
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
