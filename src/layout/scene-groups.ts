import { TONES } from '../model/vocabulary';
import { shapesInPill } from './clusters';
import type { MarkGroup } from './clusters';
import { lookOf, reaches, touches } from './frame';
import type { Making } from './frame';
import type { PlacedLane } from './lane-heights';
import { PILL_PX, actsIn } from './level-layout';
import type { SceneCluster, SceneDensity } from './scene';
import { rowMiddle } from './stems';

const DENSITY_CELL_PX = 6;

/** A pill with its most important members' shapes, or nothing while it is out of sight. */
export function clusterOf(making: Making, lane: PlacedLane, group: MarkGroup): SceneCluster[] {
  const { chart, projection, frame } = making;
  const x0 = group.firstUnit * projection.domainPx - projection.offsetPx - group.reachPx;
  const x1 = group.lastUnit * projection.domainPx - projection.offsetPx + group.reachPx;
  const rows = group.rows.filter((row) => touches(chart, frame, row));
  if (rows.length === 0 && !reaches(projection, x0, x1)) return [];
  const shown = [...group.rows].toSorted((a, b) => (chart.table.importance[b] ?? 0) - (chart.table.importance[a] ?? 0) || a - b)
    .slice(0, shapesInPill(group, making.level.level)).toSorted((a, b) => a - b);
  const y = rowMiddle(lane, group.rows[0] ?? 0);
  return [{
    lane, rows, x0, x1, y, height: PILL_PX,
    shapes: shown.map((row) => lookOf(chart, row)), more: group.rows.length - shown.length,
    acts: group.rows.some((row) => actsIn(lane, row)),
  }];
}

type BareDensity = Omit<SceneDensity, 'share'>;

/** Cells stand on a grid fixed to the domain, so that panning doesn't stir them. */
export function densityOf({ chart, projection, frame }: Making, lane: PlacedLane, group: MarkGroup): BareDensity[] {
  const { table } = chart;
  const cells = new Map<number, number[]>();
  for (const row of group.rows) {
    const x = projection.timeToPx(table.anchor[row] ?? 0);
    if (!touches(chart, frame, row)) continue;
    const cell = Math.floor((x + projection.offsetPx) / DENSITY_CELL_PX);
    const held = cells.get(cell);
    if (held === undefined) cells.set(cell, [row]);
    else held.push(row);
  }
  const y = rowMiddle(lane, group.rows[0] ?? 0);
  return [...cells].map(([cell, rows]) => {
    const counts = { cooperation: 0, conflict: 0, neutral: 0 };
    for (const row of rows) counts[TONES[table.tone[row] ?? 0] ?? 'neutral']++;
    const x0 = cell * DENSITY_CELL_PX - projection.offsetPx;
    return { lane, rows, x0, x1: x0 + DENSITY_CELL_PX, y, height: (lane.rowHeights[group.subRow] ?? PILL_PX) - 6, counts };
  });
}

/** Gives each cell its share of the fullest one. */
export function shareOut(cells: readonly BareDensity[]): SceneDensity[] {
  const most = cells.reduce((max, cell) => Math.max(max, cell.rows.length), 1);
  return cells.map((cell) => ({ ...cell, share: cell.rows.length / most }));
}
