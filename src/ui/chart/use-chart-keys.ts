import { valueAt } from '../../base/value-at';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { layoutAxis } from '../../layout/scale/axis';
import type { TimelineLayout } from '../../layout/layout-timeline';
import type { PlacedLane } from '../../layout/lanes/lane-heights';
import type { LaneEvent, Step } from '../../layout/lanes/neighbours';
import { maskInWindow } from '../../layout/lanes/window-mask';
import { datedRowOf } from '../../model/dated-part';
import { shownFocusTarget, focusTargetAfter } from './focus-targets';
import type { FocusTarget, HitTargetsByLane } from './focus-targets';
import { focusedNear, isFocusNowhere, moveFocus } from '../kit/focus/focus';
import { commandOf } from '../context/key-table';
import type { KeyCommand } from '../context/key-table';
import type { HeadRules } from './lane-head-parts';
import { elementOf, firstLaneWith, focusTargetOf, isAt, isSameFocusTarget } from './focus-target-elements';
import { usePageServices } from '../context/page-services';
import { usePageSettings } from '../context/page-settings';
import { useTimeline } from '../context/store-context';
import type { ChartControl } from '../context/chart-control';
import type { Projection } from '../../layout/scale/projection';
import { isElement, isNode } from '../kit/any-window';

interface ChartKeys {
  /** The one event (or the pill that holds it), or control of a lane's header, that Tab reaches. */
  readonly tabStop: FocusTarget | undefined;
  /** Whether something of the chart has the focus. */
  readonly isWalked: boolean;
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
}

/** What of the chart stands in the document. */
interface ShownChart {
  readonly layout: TimelineLayout | undefined;
  readonly lanes: readonly PlacedLane[];
  readonly targets: HitTargetsByLane;
  readonly rules: HeadRules;
}

const STEPS: ReadonlyMap<KeyCommand, Step> = new Map([
  ['previous', 'previous'],
  ['next', 'next'],
  ['up', 'up'],
  ['down', 'down'],
  ['first', 'first'],
  ['last', 'last'],
] as const);
/** What the arrow keys lead to. */
const FOCUS_TARGETS = '.dt-mark-button, [data-head]';

/**
 * Arrow keys over events and lane headers with a single tab stop; an event outside the window is brought into it first.
 */
export function useChartKeys(shown: ShownChart, chart: RefObject<HTMLElement | null>): ChartKeys {
  const { layout, lanes, targets, rules } = shown;
  const { control } = usePageServices();
  const { locked } = usePageSettings();
  const fixed = locked.has('range');
  const [at, setAt] = useFollowedChoice(shown);
  const tabStop = shownFocusTarget(at, layout, lanes, targets, rules);
  const focusOnceThere = useFocusOnceThere(chart, targets);
  const kept = useKeptFocus(chart, targets, tabStop);

  const goTo = (next: FocusTarget) => {
    kept.takeOver();
    setAt(next);
    focusOnceThere(next);
    if (!('part' in next)) bringIntoWindow(control, layout, next.row);
    bringIntoSight(chart.current, layout, next.lane);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(event);
    if (command === undefined || layout === undefined || tabStop === undefined || chart.current === null) return;
    if (!isElement(event.target) || event.target.closest(FOCUS_TARGETS) === null) return;
    const step = STEPS.get(command);
    if (step !== undefined) {
      const now = fixed ? control.projection() : undefined;
      // Where the window can't follow, only what is in it can be gone to.
      const { table } = layout.chart;
      const mask = now === undefined ? layout.chart.mask : maskInWindow(table, layout.chart.mask, now.window);
      const isRtl = getComputedStyle(chart.current).direction === 'rtl';
      const next = focusTargetAfter(leaving(tabStop, targets, step), step, { layout, mask, rules, isRtl });
      event.preventDefault();
      if (next !== undefined) goTo(next);
    } else if (command === 'page-back' || command === 'page-on') {
      event.preventDefault();
      const share = axisUnitShare(control.projection(), layout.chart.table.hasHours);
      control.panBy(command === 'page-on' ? share : -share);
    }
  };
  const [isWalked, setIsWalked] = useState(false);
  const onFocus = ({ target }: FocusEvent) => {
    setIsWalked(true);
    if (kept.noteFocus(target)) return;
    const next = isElement(target) ? focusTargetOf(target, targets) : undefined;
    if (next !== undefined && !isSameFocusTarget(next, at, targets)) setAt(next);
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    kept.onBlur();
    if (!(isNode(relatedTarget) && currentTarget.contains(relatedTarget))) setIsWalked(false);
  };
  return { tabStop, isWalked, handlers: { onKeyDown, onFocus, onBlur } };
}

/** Where the keyboard was last; an event that is chosen in the search, the panel or the list takes it there. */
function useFollowedChoice({ layout, targets }: ShownChart) {
  const [at, setAt] = useState<FocusTarget>();
  const chosen = useTimeline(({ selected, table }) => (table === undefined ? undefined : datedRowOf(table, selected)));
  const [last, setLast] = useState<number>();
  if (layout !== undefined && chosen !== last) {
    setLast(chosen);
    if (chosen !== undefined && !isAt(at, chosen, targets)) setAt(firstLaneWith(chosen, layout));
  }
  return [at, setAt] as const;
}

/** Gives the focus to where a key has led as soon as that is in the document. */
function useFocusOnceThere(
  chart: RefObject<HTMLElement | null>,
  targets: HitTargetsByLane,
): (wanted: FocusTarget) => void {
  const wanted = useRef<FocusTarget>(undefined);
  useEffect(() => {
    const found = wanted.current === undefined ? undefined : elementOf(chart.current, targets, wanted.current);
    if (found === undefined) return;
    wanted.current = undefined;
    moveFocus(found, 'in place');
    found.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  return (next) => {
    wanted.current = next;
  };
}

/**
 * What had the focus may go: filtered away, out of the window, split by zooming, scrolled out of a long chart. What has
 * it instead only has it lent: the lanes may be there before their events are, and an event may come back.
 */
function useKeptFocus(
  chart: RefObject<HTMLElement | null>,
  targets: HitTargetsByLane,
  tabStop: FocusTarget | undefined,
) {
  const held = useRef<EventTarget>(undefined);
  const lent = useRef<HTMLElement>(undefined);
  useLayoutEffect(() => {
    const box = chart.current;
    if (box === null || tabStop === undefined) return;
    const isLost = isNode(held.current) && !held.current.isConnected && isFocusNowhere(box);
    const isLent = lent.current !== undefined && lent.current === focusedNear(box);
    const next = isLost || isLent ? elementOf(box, targets, tabStop) : undefined;
    if (next === undefined || next === lent.current) return;
    lent.current = next;
    moveFocus(next, 'in place');
  });
  return {
    /** A key leads elsewhere: what had the focus lent needn't give it back. */
    takeOver: () => {
      lent.current = undefined;
    },
    /** Told what gets the focus: whether it is only lent to it. */
    noteFocus: (target: EventTarget): boolean => {
      held.current = target;
      if (target === lent.current) return true;
      lent.current = undefined;
      return false;
    },
    // React hears no blur of what it removes.
    onBlur: () => {
      held.current = undefined;
    },
  };
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
function bringIntoSight(chart: HTMLElement | null, layout: TimelineLayout | undefined, id: string): void {
  const lane = layout?.chart.lanes.find((each) => each.lane.id === id);
  if (chart === null || lane === undefined) return;
  if (lane.top < chart.scrollTop) chart.scrollTop = lane.top;
  else if (lane.top + lane.height > chart.scrollTop + chart.clientHeight)
    chart.scrollTop = lane.top + lane.height - chart.clientHeight;
}

/** Pans so that an event's mark stands in the middle third, unless some of it is in sight already. */
function bringIntoWindow(control: ChartControl, layout: TimelineLayout | undefined, row: number): void {
  const now = control.projection();
  if (now === undefined || layout === undefined) return;
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
