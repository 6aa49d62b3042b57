import { groupsBetween } from '../marks/clusters';
import type { ClusterRules, MarkGroup } from '../marks/clusters';
import type { EventTable } from '../../model/event-table';
import type { LaneContent } from './lane-content';
import { raisedIn } from '../marks/raised';
import type { ZoomLevel } from '../scale/zoom-level';

/** The groups of a lane that touch a stretch of unit space, and the marks raised over its densities. */
export function laneGroups(
  table: EventTable,
  content: LaneContent,
  level: ZoomLevel,
  rules: ClusterRules,
  fromUnit: number,
  toUnit: number,
): MarkGroup[] {
  const groups = content.marks.flatMap((run) => groupsBetween(run, level, rules, fromUnit, toUnit));
  const raised = groups.flatMap((group) =>
    group.kind === 'density' ? raisedIn(table, group, level, fromUnit, toUnit) : [],
  );
  return raised.length === 0 ? groups : groups.concat(raised);
}
