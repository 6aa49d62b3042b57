import { valueAt } from '../../base/value-at';
import type { LaneEvent } from '../../layout/lanes/neighbours';
import type { TimelineLayout } from '../../layout/layout-timeline';
import type { PlacedLane } from '../../layout/lanes/lane-heights';
import type { Lane } from '../../layout/lanes/lanes';
import { headPartsOf } from './lane-head-parts';
import type { HeadPart, HeadRules } from './lane-head-parts';
import { isActing } from './mark-standing';
import type { HitTarget } from './place-hit-targets';

/** Where the keyboard stands in the chart: an event in a lane, or a control of a lane's header. */
export type FocusTarget = LaneEvent | { readonly lane: string; readonly part: HeadPart };

export type HitTargetsByLane = ReadonlyMap<string, readonly HitTarget[]>;

/**
 * The focus target that Tab reaches: the one last used while it is there; else what comes nearest, in its lane by time, then
 * its lane's header, then the same event in another lane; else the first in which somebody of its lane acts, or the
 * first there is. `lanes` are those in the document.
 */
export function shownFocusTarget(
  at: FocusTarget | undefined,
  layout: TimelineLayout | undefined,
  lanes: readonly PlacedLane[],
  targets: HitTargetsByLane,
  rules: HeadRules,
): FocusTarget | undefined {
  if (layout === undefined) return undefined;
  const home = at === undefined ? undefined : lanes.find(({ lane }) => lane.id === at.lane)?.lane;
  if (at !== undefined && home !== undefined) {
    const parts = headPartsOf(home, rules);
    const near = 'part' in at ? undefined : nearestEvent(at, layout, targets.get(at.lane) ?? []);
    const part = 'part' in at && parts.includes(at.part) ? at.part : parts[0];
    if (near !== undefined) return near;
    if (part !== undefined) return { lane: home.id, part };
  }
  const row = at === undefined || 'part' in at ? undefined : at.row;
  return (
    firstShown(lanes, targets, (target) => row !== undefined && target.rows.includes(row), row) ??
    // Where a lane's events only name it, its header counts none: no place to begin.
    firstShown(lanes, targets, isActing, undefined) ??
    firstShown(lanes, targets, () => true, undefined) ??
    firstHead(lanes, rules)
  );
}

/** The event itself where something shown holds it, or else what is nearest in time. */
function nearestEvent(
  at: LaneEvent,
  { chart: { table } }: TimelineLayout,
  targets: readonly HitTarget[],
): LaneEvent | undefined {
  if (targets.some(({ rows }) => rows.includes(at.row))) return at;
  const time = valueAt(table.anchor, at.row);
  const away = (row: number) => Math.abs(valueAt(table.anchor, row) - time);
  const firsts = targets.map(({ rows }) => valueAt(rows, 0));
  const [first, ...others] = firsts;
  return first === undefined
    ? undefined
    : { lane: at.lane, row: others.reduce((best, row) => (away(row) < away(best) ? row : best), first) };
}

function firstShown(
  lanes: readonly PlacedLane[],
  targets: HitTargetsByLane,
  fits: (target: HitTarget, lane: Lane) => boolean,
  row: number | undefined,
): LaneEvent | undefined {
  for (const { lane } of lanes) {
    const target = targets.get(lane.id)?.find((each) => fits(each, lane));
    if (target !== undefined) return { lane: lane.id, row: row ?? target.rows[0] ?? 0 };
  }
  return undefined;
}

function firstHead(lanes: readonly PlacedLane[], rules: HeadRules): FocusTarget | undefined {
  for (const { lane } of lanes) {
    const [part] = headPartsOf(lane, rules);
    if (part !== undefined) return { lane: lane.id, part };
  }
  return undefined;
}
