import { valueAt } from '../../base/value-at';
import { firstLaneEvent, neighbourOf } from '../../layout/lanes/neighbours';
import type { LaneEvent, Step } from '../../layout/lanes/neighbours';
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
 * Headers stand at the start of their lanes, which a right-to-left page has on the right; time runs left to right in
 * all.
 */
interface Walk {
  readonly layout: TimelineLayout;
  /** Events that can be gone to. */
  readonly mask: Uint8Array;
  readonly rules: HeadRules;
  readonly isRtl: boolean;
}

/**
 * One key further: lanes stand one under another, each its header's controls and then its events. Undefined where that is
 * nowhere.
 */
export function focusTargetAfter(from: FocusTarget, step: Step, walk: Walk): FocusTarget | undefined {
  return 'part' in from ? afterPart(from, step, walk) : afterEvent(from, step, walk);
}

function afterEvent(from: LaneEvent, step: Step, walk: Walk): FocusTarget | undefined {
  const {
    layout: {
      chart: { table, lanes },
    },
    mask,
  } = walk;
  const next = neighbourOf(table, lanes, mask, from, step);
  if (next !== undefined) return next;
  const parts = partsOf(from.lane, walk);
  const part = step === 'first' ? parts[0] : step === towardsHeader(walk) ? parts.at(-1) : undefined;
  return part === undefined ? undefined : { lane: from.lane, part };
}

function afterPart(
  { lane, part }: { readonly lane: string; readonly part: HeadPart },
  step: Step,
  walk: Walk,
): FocusTarget | undefined {
  const parts = partsOf(lane, walk);
  switch (step) {
    case 'up':
      return partBeyond(lane, part, -1, walk);
    case 'down':
      return partBeyond(lane, part, 1, walk);
    case 'first':
      return partUnless(lane, parts[0], part);
    case 'last':
      return eventAtEnd(lane, 'last', walk);
    default: {
      const next = parts[parts.indexOf(part) + (step === towardsHeader(walk) ? -1 : 1)];
      if (next !== undefined) return { lane, part: next };
      return step === towardsHeader(walk) ? undefined : eventAtEnd(lane, walk.isRtl ? 'last' : 'first', walk);
    }
  }
}

function towardsHeader({ isRtl }: Walk): Step {
  return isRtl ? 'next' : 'previous';
}

function partUnless(lane: string, part: HeadPart | undefined, but: HeadPart): FocusTarget | undefined {
  return part === undefined || part === but ? undefined : { lane, part };
}

function partsOf(lane: string, { layout, rules }: Pick<Walk, 'layout' | 'rules'>): readonly HeadPart[] {
  const placed = layout.chart.lanes.find((each) => each.lane.id === lane);
  return placed === undefined ? [] : headPartsOf(placed.lane, rules);
}

/** The same control of the next header that has it. */
function partBeyond(lane: string, part: HeadPart, direction: 1 | -1, { layout, rules }: Walk): FocusTarget | undefined {
  const { lanes } = layout.chart;
  for (
    let i = lanes.findIndex((each) => each.lane.id === lane) + direction;
    i >= 0 && i < lanes.length;
    i += direction
  ) {
    const next = lanes[i]?.lane;
    if (next !== undefined && headPartsOf(next, rules).includes(part)) return { lane: next.id, part };
  }
  return undefined;
}

function eventAtEnd(lane: string, end: 'first' | 'last', { layout, mask }: Walk): LaneEvent | undefined {
  const placed = layout.chart.lanes.find((each) => each.lane.id === lane);
  if (placed === undefined) return undefined;
  if (end === 'first') return firstLaneEvent([placed], mask);
  const row = placed.lane.rows.findLast((candidate) => mask[candidate] === 1);
  return row === undefined ? undefined : { lane, row };
}

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
