import { valueAt } from '../../base/value-at';
import { firstLaneEvent, neighbourOf } from '../../layout/lanes/neighbours';
import type { LaneEvent, Step } from '../../layout/lanes/neighbours';
import { maskInWindow } from '../../layout/lanes/window-mask';
import type { TimelineLayout } from '../../layout/layout-timeline';
import { layoutAxis } from '../../layout/scale/axis';
import type { Projection } from '../../layout/scale/projection';
import type { ChartControl } from '../context/chart-control';
import type { KeyCommand } from '../context/key-table';
import type { FocusTarget, HitTargetsByLane } from './focus-targets';
import { headPartsOf } from './lane-head-parts';
import type { HeadPart, HeadRules } from './lane-head-parts';

const STEPS: ReadonlyMap<KeyCommand, Step> = new Map([
  ['previous', 'previous'],
  ['next', 'next'],
  ['up', 'up'],
  ['down', 'down'],
  ['first', 'first'],
  ['last', 'last'],
] as const);
/** The chart that is walked through. */
interface WalkedChart {
  readonly chart: HTMLElement;
  readonly layout: TimelineLayout;
  readonly targets: HitTargetsByLane;
  readonly rules: HeadRules;
  readonly control: ChartControl;
  /** The window stays where it is. */
  readonly fixed: boolean;
}

/**
 * What a key does that leads through the chart: one step further from what has the focus, told to `goTo`, or one unit of
 * the axis back or on. What isn't in sight is brought there.
 */
export function walkByKey(
  command: KeyCommand,
  from: FocusTarget,
  { chart, layout, targets, rules, control, fixed }: WalkedChart,
  goTo: (next: FocusTarget) => void,
): void {
  const step = STEPS.get(command);
  if (step === undefined) {
    const share = axisUnitShare(control.projection(), layout.chart.table.hasHours);
    return control.panBy(command === 'page-on' ? share : -share);
  }
  const now = fixed ? control.projection() : undefined;
  // Where the window can't follow, only what is in it can be gone to.
  const { table } = layout.chart;
  const mask = now === undefined ? layout.chart.mask : maskInWindow(table, layout.chart.mask, now.window);
  const isRtl = getComputedStyle(chart).direction === 'rtl';
  const next = focusTargetAfter(leaving(from, targets, step), step, { layout, mask, rules, isRtl });
  if (next === undefined) return undefined;
  goTo(next);
  if (!('part' in next)) bringIntoWindow(control, layout, next.row);
  return bringIntoSight(chart, layout, next.lane);
}

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
 * From a stretch of density the next event is the first beyond it: whoever steps through its members one by one sees
 * nothing move.
 */
function leaving(at: FocusTarget, targets: HitTargetsByLane, step: Step): FocusTarget {
  if ('part' in at) return at;
  const target = targets.get(at.lane)?.find(({ kind, rows }) => kind === 'density' && rows.includes(at.row));
  if (target === undefined || (step !== 'next' && step !== 'previous')) return at;
  const edge: LaneEvent['row'] = target.rows.reduce((a, b) => (step === 'next' ? Math.max(a, b) : Math.min(a, b)));
  return { lane: at.lane, row: edge };
}

/** Scrolls to a lane that isn't in sight, and so may not be in the document yet. */
function bringIntoSight(chart: HTMLElement, layout: TimelineLayout, id: string): void {
  const lane = layout.chart.lanes.find((each) => each.lane.id === id);
  if (lane === undefined) return;
  if (lane.top < chart.scrollTop) chart.scrollTop = lane.top;
  else if (lane.top + lane.height > chart.scrollTop + chart.clientHeight)
    chart.scrollTop = lane.top + lane.height - chart.clientHeight;
}

/** Pans so that an event's mark stands in the middle third, unless some of it is in sight already. */
function bringIntoWindow(control: ChartControl, layout: TimelineLayout, row: number): void {
  const now = control.projection();
  if (now === undefined) return;
  const { table } = layout.chart;
  const x = now.timeToPx(valueAt(table.anchor, row));
  const isSpanInSight =
    now.timeToPx(valueAt(table.start, row)) < now.widthPx && now.timeToPx(valueAt(table.end, row)) > 0;
  if ((x >= 0 && x <= now.widthPx) || isSpanInSight) return;
  control.panBy((x - now.widthPx / 2) / now.widthPx);
}

/** The width of the axis unit in the middle of the plot, as a share of it. */
function axisUnitShare(projection: Projection | undefined, hasHours: boolean): number {
  if (projection === undefined) return 0;
  const middle = projection.widthPx / 2;
  const cell = layoutAxis(projection, hasHours).cells.find(({ x0, x1 }) => x0 <= middle && x1 > middle);
  return cell === undefined ? 0.25 : Math.min((cell.x1 - cell.x0) / projection.widthPx, 0.9);
}

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly chartKeys: { readonly walkByKey: typeof walkByKey };
  }
}
