import { valueAt } from '../../base/value-at';
import { groupAt, shapesInPill } from './clusters';
import type { MarkGroup } from './clusters';
import { lowerBound } from '../../base/sorted';
import { trackMiddle } from '../lanes/event-lanes';
import { markStyleOf, reaches, touches } from '../scene-input';
import type { SceneContext } from '../scene-input';
import { laneGroups } from './lane-groups';
import type { PlacedLane } from '../lanes/lane-heights';
import { reachingIn } from './long-dates';
import { mostImportant } from './mark-run';
import type { MarkRun } from './mark-run';
import { PILL_PX } from './mark-size';
import type { SceneCluster } from '../scene';

/** The widest pill, half a label's mark and some air: what hangs over the window's edges by more isn't seen. */
const EDGE_PX = 150;

/** The groups of a lane that can be seen, or hold events whose dates reach into the window. */
export function groupsInFrame(context: SceneContext, lane: PlacedLane): MarkGroup[] {
  const { chart, projection, level, contentOf } = context;
  const content = contentOf(lane);
  const pad = EDGE_PX / projection.domainPx;
  const [from, to] = unitsOfWindow(context);
  const groups = laneGroups(content, level, chart.clusters, from - pad, to + pad);
  const known = new Set(groups.map(({ run, from: first }) => `${run.track} ${first}`));
  for (const run of content.marks) {
    for (const position of reachingAround(context, run)) {
      const group = groupAt(run, position, level, chart.clusters);
      const key = `${run.track} ${group.from}`;
      if (known.has(key)) continue;
      known.add(key);
      groups.push(group);
    }
  }
  return groups;
}

/** The window's ends in unit space. */
function unitsOfWindow({ projection }: SceneContext): readonly [number, number] {
  return [projection.offsetPx / projection.domainPx, (projection.offsetPx + projection.widthPx) / projection.domainPx];
}

/** Positions of a run from the first whose mark stands in the window up to the first after it. */
export function positionsInWindow({ chart, input }: SceneContext, { units }: MarkRun): readonly [number, number] {
  return [
    lowerBound(units, chart.scale.unitOf(input.window.start)),
    lowerBound(units, chart.scale.unitOf(input.window.end)),
  ];
}

/** Positions outside the window whose dates reach into it. */
export function reachingAround(context: SceneContext, run: MarkRun): readonly number[] {
  const [from, to] = positionsInWindow(context, run);
  return reachingIn(context.chart.table, run, from, to, context.input.window.start, context.input.window.end);
}

/** A pill with its most important members' shapes, or nothing while it is out of sight. */
export function clusterOf(context: SceneContext, lane: PlacedLane, group: MarkGroup): SceneCluster[] {
  const { chart, projection } = context;
  const x0 = group.firstUnit * projection.domainPx - projection.offsetPx - group.reachPx;
  const x1 = group.lastUnit * projection.domainPx - projection.offsetPx + group.reachPx;
  const rows = membersInWindow(context, group);
  if (rows.length === 0 && !reaches(projection, x0, x1)) return [];
  const shown = mostImportant(group.run, group.from, group.to, shapesInPill(group, context.level));
  return [
    {
      lane,
      rows,
      x0,
      x1,
      y: trackMiddle(lane, group.run.track),
      height: PILL_PX,
      shapes: shown.map((position) => markStyleOf(chart, valueAt(group.run.rows, position))),
      more: group.rows.length - shown.length,
      acts: somebodyActs(group),
    },
  ];
}

/** All of them, without looking at each, where the whole pill stands in the window. */
function membersInWindow(context: SceneContext, { run, from, to, rows }: MarkGroup): Uint32Array {
  const [first, end] = positionsInWindow(context, run);
  return from >= first && to <= end ? rows : rows.filter((row) => touches(context.chart, context.input, row));
}

/** Almost always the first member tells. */
function somebodyActs({ run, from, to }: MarkGroup): boolean {
  return run.acts.subarray(from, to).includes(1);
}
