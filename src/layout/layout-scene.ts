import type { Translate } from '../base/translate';
import { DATE_FORMS } from '../model/event-date';
import { layoutAxis } from './axis';
import { labelBars } from './bar-labels';
import type { Chart } from './chart';
import { reaches } from './frame';
import type { Frame, Making } from './frame';
import { heightOfLanes, lanesInSight } from './lane-heights';
import type { PlacedLane } from './lane-heights';
import { LABEL_HEIGHT_PX, MARK_GAP_PX, labelLeft, lineOffset } from './label-place';
import type { LabelPlace } from './label-place';
import { levelLayouts } from './level-layout';
import { project } from './projection';
import type { Projection } from './projection';
import { curveRelations } from './relation-curves';
import type { Box } from './relation-curves';
import type { Scene, SceneCluster, SceneLabel, SceneMark } from './scene';
import { clusterOf, densityOf, shareOut } from './scene-groups';
import { barsOf, markOf } from './scene-marks';
import { portsOf, ringsOf, stemsOf, wishesOf } from './scene-ties';
import { lanesByEvent, rowMiddle, stemSpans } from './stems';
import { zoomLevelOf } from './zoom-level';

/** A chart laid over a plot of a given width: what is the same for every window is worked out once and kept. */
export interface ChartLayout {
  readonly chart: Chart;
  readonly widthPx: number;
  readonly sceneAt: (frame: Frame, t: Translate) => Scene;
}

/** Prepares a chart for a plot of `widthPx`; then `sceneAt` costs what is in sight. */
export function layoutChart(chart: Chart, widthPx: number): ChartLayout {
  const lanesOf = lanesByEvent(chart);
  const stems = stemSpans(chart, lanesOf);
  const levelAt = levelLayouts(chart, widthPx, stems);
  return {
    chart, widthPx,
    sceneAt: (frame, t) => {
      const projection = project(chart.scale, frame.window, widthPx);
      return layoutScene({ chart, projection, frame, level: levelAt(zoomLevelOf(projection).step), stems, lanesOf, t });
    },
  };
}

function layoutScene(making: Making): Scene {
  const { chart, projection, frame, level } = making;
  const lanes = lanesInSight(chart.lanes, frame.top, frame.bottom);
  const bars = lanes.flatMap((lane) => barsOf(making, lane));
  const groups = lanes.flatMap((lane) => (level.groups.get(lane) ?? []).map((group) => ({ lane, group })));
  const marks = groups.flatMap(({ lane, group }) => (group.kind === 'single' ? markOf(making, lane, group) : []));
  const clusters = groups.flatMap(({ lane, group }) => (group.kind === 'cluster' ? clusterOf(making, lane, group) : []));
  const density = groups.flatMap(({ lane, group }) => (group.kind === 'density' ? densityOf(making, lane, group) : []));
  const axis = layoutAxis(projection, chart.table.hasHours);
  const ports = portsOf(marks, bars, clusters);
  const labels = chart.labelled ? [...markLabels(making, lanes, marks), ...labelBars(chart, projection, bars)] : [];
  const aheadX = chart.table.asOfEnd === undefined ? undefined : projection.timeToPx(chart.table.asOfEnd);
  return {
    widthPx: projection.widthPx,
    heightPx: heightOfLanes(chart.lanes),
    lanes,
    hoveredLanes: new Set(lanes.filter(({ lane }) => lane.kind === 'actor' && lane.key === frame.hoveredActor).map(({ lane }) => lane.id)),
    folds: axis.folds,
    grid: gridOf(axis),
    aheadX: aheadX !== undefined && aheadX < projection.widthPx ? aheadX : undefined,
    marks, bars, clusters, density: shareOut(density),
    stems: stemsOf(making),
    labels,
    relations: frame.selected === undefined ? [] : curveRelations(wishesOf(making, frame.selected), ports, inkBoxes(marks, clusters, labels), chart.measure),
    rings: [...ringsOf(ports, bars, frame.selected, 'selected'), ...(frame.hovered === frame.selected ? [] : ringsOf(ports, bars, frame.hovered, 'hovered'))],
  };
}

/** What stands in the way of further words. */
function inkBoxes(marks: readonly SceneMark[], clusters: readonly SceneCluster[], labels: readonly SceneLabel[]): Box[] {
  return [
    ...marks.map(({ x, y, size }) => ({ x0: x - size / 2, y0: y - size / 2, x1: x + size / 2, y1: y + size / 2 })),
    ...clusters.map(({ x0, x1, y, height }) => ({ x0, x1, y0: y - height / 2, y1: y + height / 2 })),
    ...labels.map(({ x, y, width, height }) => ({ x0: x, y0: y - height / 2 + 1, x1: x + width, y1: y + height / 2 - 1 })),
  ];
}

function gridOf(axis: ReturnType<typeof layoutAxis>): Scene['grid'] {
  const periods = new Set(axis.periods.map((period) => period.start));
  return axis.cells.filter(({ x0, x1 }) => x1 > x0).map((cell) => ({ x: cell.x0, strong: periods.has(cell.start) }));
}

function markLabels({ chart, projection, level }: Making, lanes: readonly PlacedLane[], marks: readonly SceneMark[]): SceneLabel[] {
  const inSight = new Set(lanes);
  const ranges = new Map(marks.map((mark) => [`${mark.lane.lane.id} ${mark.row}`, mark.range]));
  return [...level.labels.values()].flatMap((place) => {
    const { anchor } = place;
    if (!inSight.has(place.lane)) return [];
    const x = labelLeft(place, projection.domainPx) - projection.offsetPx;
    const left = Math.min(x, anchor.leftUnit * projection.domainPx - projection.offsetPx);
    const right = Math.max(x + place.width, anchor.rightUnit * projection.domainPx - projection.offsetPx);
    // Words whose mark has left the window name nothing that can be seen.
    const markX = projection.timeToPx(chart.table.anchor[place.row] ?? 0);
    const range = ranges.get(`${place.lane.lane.id} ${place.row}`);
    const isSeen = (markX >= 0 && markX <= projection.widthPx) || (range !== undefined && reaches(projection, range.x0, range.x1));
    if (!reaches(projection, left, right) || !(isSeen || anchor.group.kind !== 'single')) return [];
    const labelX = heldX(chart, projection, place, x);
    return [{
      row: place.row, lane: place.lane, ...place.text, x: labelX, width: place.width, height: LABEL_HEIGHT_PX,
      struck: place.line === 0 && range !== undefined && labelX < range.x1 && labelX + place.width > range.x0,
      y: rowMiddle(place.lane, place.row) + lineOffset(place.line),
    }];
  });
}

const EDGE_PX = 6;
const SETS: ReadonlySet<number> = new Set([DATE_FORMS.indexOf('one-of'), DATE_FORMS.indexOf('all-of')]);

/**
 * A label beside a range of days goes with the end it stands at; once that end has left the window it is held at the edge,
 * over the range, until the mark pushes it out. Moves evenly with the hand.
 */
function heldX({ table }: Chart, projection: Projection, { row, side, line, width, anchor }: LabelPlace, x: number): number {
  if (line !== 0 || anchor.group.kind !== 'single' || !SETS.has(table.form[row] ?? 0)) return x;
  const markX = projection.timeToPx(table.anchor[row] ?? 0);
  return side === 'left'
    ? Math.max(x, Math.min(EDGE_PX, markX - MARK_GAP_PX - width))
    : Math.min(x, Math.max(projection.widthPx - EDGE_PX - width, markX + MARK_GAP_PX));
}
