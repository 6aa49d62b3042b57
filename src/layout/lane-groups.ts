import { groupAt, groupsBetween } from './clusters';
import type { ClusterRules, MarkGroup } from './clusters';
import type { EventTable } from '../model/event-table';
import type { LaneContent } from './lane-content';
import { positionInRun } from './mark-run';
import type { MarkRun } from './mark-run';
import { raisedIn } from './raised';
import type { ZoomLevel } from './zoom-level';

/** All runs of marks of a lane at a zoom level: its marks proper, and bars too short to be drawn as such. */
export function runsAt(content: LaneContent, level: ZoomLevel): readonly MarkRun[] {
  const short = content.shortBarsAt(level.octave);
  return short.length === 0 ? content.marks : [...content.marks, ...short];
}

/** The groups of a lane that touch a stretch of unit space, and the marks raised over its densities. */
export function laneGroups(table: EventTable, content: LaneContent, level: ZoomLevel, rules: ClusterRules, fromUnit: number, toUnit: number): MarkGroup[] {
  const groups = runsAt(content, level).flatMap((run) => groupsBetween(run, level, rules, fromUnit, toUnit));
  const raised = groups.flatMap((group) => (group.kind === 'density' ? raisedIn(table, group, level, fromUnit, toUnit) : []));
  return raised.length === 0 ? groups : groups.concat(raised);
}

/** Whether an event is only counted in density in a lane, without a mark or a pill there. O(log n). */
export function isHidden(table: EventTable, content: LaneContent, level: ZoomLevel, rules: ClusterRules, row: number, unit: number): boolean {
  for (const run of runsAt(content, level)) {
    const at = positionInRun(run, row, unit);
    if (at === undefined) continue;
    const group = groupAt(run, at, level, rules);
    return group.kind === 'density' && !raisedIn(table, group, level, unit, unit).some(({ from }) => from === at);
  }
  return false;
}
