import { valueAt } from '../../base/value-at';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { layoutAxis } from '../../layout/scale/axis';
import type { TimelineLayout } from '../../layout/layout-timeline';
import type { PlacedLane } from '../../layout/lanes/lane-heights';
import type { LaneEvent, Step } from '../../layout/lanes/neighbours';
import { isBar } from '../../layout/lanes/tracks';
import type { TimeSpan } from '../../model/dates/instant';
import { shownFocusTarget, focusTargetAfter } from './focus-targets';
import type { FocusTarget, HitTargetsByLane } from './focus-targets';
import { focusedNear, isFocusNowhere } from '../kit/focus/focus';
import { commandOf } from '../context/key-table';
import type { KeyCommand } from '../context/key-table';
import type { HeadPart, HeadRules } from './lane-head-parts';
import { usePage } from '../context/page-context';
import { useTimeline } from '../context/store-context';
import { datedRowOf } from '../../model/dated-part';

interface ChartKeys {
  /** The one event (or the pill that holds it), or control of a lane's header, that Tab reaches. */
  readonly tabStop: FocusTarget | undefined;
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: () => void;
  };
}

const STEPS: ReadonlyMap<KeyCommand, Step> = new Map([
  ['previous', 'previous'],
  ['next', 'next'],
  ['up', 'up'],
  ['down', 'down'],
  ['first', 'first'],
  ['last', 'last'],
] as const);

interface Shown {
  readonly layout: TimelineLayout | undefined;
  /** Those in the document. */
  readonly lanes: readonly PlacedLane[];
  readonly spots: HitTargetsByLane;
  readonly rules: HeadRules;
}

/**
 * Arrow keys over events and lane headers with a single tab stop; an event outside the window is brought into it first.
 */
export function useChartKeys({ layout, lanes, spots, rules }: Shown, chart: RefObject<HTMLElement | null>): ChartKeys {
  const { control, locked } = usePage();
  const fixed = locked.has('range');
  const [at, setAt] = useState<FocusTarget>();
  const wanted = useRef<FocusTarget>(undefined);
  const held = useRef<EventTarget>(undefined);
  const lent = useRef<HTMLElement>(undefined);
  const chosen = useTimeline(({ selected, table }) => (table === undefined ? undefined : datedRowOf(table, selected)));
  const [last, setLast] = useState<number>();
  if (layout !== undefined && chosen !== last) {
    setLast(chosen);
    // Chosen in the search, the panel or the list: Tab leads to it.
    if (chosen !== undefined && !isAt(at, chosen, spots)) setAt(spotOf(chosen, layout));
  }
  const tabStop = shownFocusTarget(at, layout, lanes, spots, rules);

  useEffect(() => {
    const stop = wanted.current;
    if (stop === undefined) return;
    const found = controlOf(chart.current, spots, stop);
    if (found === undefined) return;
    wanted.current = undefined;
    found.focus({ preventScroll: true });
    found.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  // What had the focus is gone: filtered away, out of the window, split by zooming, scrolled out of a long chart. What
  // has it instead only has it lent: the rows may be there before their events are, and an event may come back.
  useLayoutEffect(() => {
    const box = chart.current;
    if (box === null || tabStop === undefined) return;
    const isLost = held.current instanceof Node && !held.current.isConnected && isFocusNowhere(box);
    const isLent = lent.current !== undefined && lent.current === focusedNear(box);
    const next = isLost || isLent ? controlOf(box, spots, tabStop) : undefined;
    if (next === undefined || next === lent.current) return;
    lent.current = next;
    next.focus({ preventScroll: true });
  });

  const goTo = (stop: FocusTarget) => {
    lent.current = undefined;
    setAt(stop);
    wanted.current = stop;
    if (!('part' in stop)) bringIntoWindow(control, layout, stop.row);
    bringIntoSight(chart.current, layout, stop.lane);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(event);
    if (command === undefined || layout === undefined || tabStop === undefined || chart.current === null) return;
    const isOnStop = event.target instanceof Element && event.target.closest('.dt-spot, [data-head]') !== null;
    const step = STEPS.get(command);
    if (step !== undefined && isOnStop) {
      const now = fixed ? control.projection() : undefined;
      const mask = now === undefined ? layout.chart.mask : maskInWindow(layout, now.window);
      const isRtl = getComputedStyle(chart.current).direction === 'rtl';
      const next = focusTargetAfter(leaving(tabStop, spots, step), step, { layout, mask, rules, isRtl });
      event.preventDefault();
      if (next !== undefined) goTo(next);
    } else if ((command === 'page-back' || command === 'page-on') && isOnStop) {
      event.preventDefault();
      control.panBy(
        (command === 'page-on' ? 1 : -1) * axisUnitShare(control.projection(), layout.chart.table.hasHours),
      );
    }
  };
  const onFocus = ({ target }: FocusEvent) => {
    held.current = target;
    if (target === lent.current) return;
    lent.current = undefined;
    const stop = target instanceof HTMLElement ? stopOf(target, spots) : undefined;
    if (stop !== undefined && !isSameStop(stop, at, spots)) setAt(stop);
  };
  // React hears no blur of what it removes.
  const onBlur = () => {
    held.current = undefined;
  };
  return { tabStop, handlers: { onKeyDown, onFocus, onBlur } };
}

function isAt(at: FocusTarget | undefined, row: number, spots: HitTargetsByLane): boolean {
  return (
    at !== undefined &&
    'row' in at &&
    (at.row === row || spots.get(at.lane)?.some(({ rows }) => rows.includes(at.row) && rows.includes(row)) === true)
  );
}

/** The event in the first lane that has it. */
function spotOf(row: number, { chart: { lanes } }: TimelineLayout): LaneEvent | undefined {
  const placed = lanes.find(({ lane }) => lane.rows.includes(row));
  return placed === undefined ? undefined : { lane: placed.lane.id, row };
}

/** The stop that an element of the chart stands for. */
function stopOf(element: HTMLElement, spots: HitTargetsByLane): FocusTarget | undefined {
  const lane = element.closest<HTMLElement>('.dt-lane')?.dataset['lane'];
  const { head, kind, row: first } = element.dataset;
  if (lane === undefined) return undefined;
  if (head !== undefined) return { lane, part: head as HeadPart };
  const row = Number(first);
  return spots.get(lane)?.some((each) => each.kind === kind && each.rows[0] === row) === true
    ? { lane, row }
    : undefined;
}

/** A pill stays at the member that was gone to, not its first. */
function isSameStop(stop: FocusTarget, at: FocusTarget | undefined, spots: HitTargetsByLane): boolean {
  if (at === undefined || at.lane !== stop.lane) return false;
  if ('part' in stop || 'part' in at) return 'part' in stop && 'part' in at && stop.part === at.part;
  return (
    spots
      .get(stop.lane)
      ?.find(({ rows }) => rows[0] === stop.row)
      ?.rows.includes(at.row) === true
  );
}

/** Where the window can't follow, only what is in it can be gone to. O(n). */
function maskInWindow({ chart: { table, mask } }: TimelineLayout, { start, end }: TimeSpan): Uint8Array {
  return mask.map((passes, row) => {
    const at = valueAt(table.anchor, row);
    const reaches = isBar(table, row) && valueAt(table.start, row) < end && valueAt(table.end, row) > start;
    return passes === 1 && ((at >= start && at < end) || reaches) ? 1 : 0;
  });
}

function controlOf(chart: HTMLElement | null, spots: HitTargetsByLane, stop: FocusTarget): HTMLElement | undefined {
  const lane = [...(chart?.querySelectorAll<HTMLElement>('.dt-lane') ?? [])].find(
    ({ dataset }) => dataset['lane'] === stop.lane,
  );
  if (lane === undefined) return undefined;
  if ('part' in stop) return lane.querySelector<HTMLElement>(`[data-head="${stop.part}"]`) ?? undefined;
  const spot = spots.get(stop.lane)?.find(({ rows }) => rows.includes(stop.row));
  return [...lane.querySelectorAll<HTMLElement>('.dt-spot')].find(
    ({ dataset }) => dataset['kind'] === spot?.kind && dataset['row'] === String(spot?.rows[0]),
  );
}

/**
 * From a stretch of density the next event is the first beyond it: whoever steps through its members one by one sees
 * nothing move.
 */
function leaving(at: FocusTarget, spots: HitTargetsByLane, step: Step): FocusTarget {
  if ('part' in at) return at;
  const spot = spots.get(at.lane)?.find(({ kind, rows }) => kind === 'density' && rows.includes(at.row));
  if (spot === undefined || (step !== 'next' && step !== 'previous')) return at;
  const edge: LaneEvent['row'] = spot.rows.reduce((a, b) => (step === 'next' ? Math.max(a, b) : Math.min(a, b)));
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
function bringIntoWindow(
  control: ReturnType<typeof usePage>['control'],
  layout: TimelineLayout | undefined,
  row: number,
): void {
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
function axisUnitShare(
  projection: ReturnType<ReturnType<typeof usePage>['control']['projection']>,
  hasHours: boolean,
): number {
  if (projection === undefined) return 0;
  const middle = projection.widthPx / 2;
  const cell = layoutAxis(projection, hasHours).cells.find(({ x0, x1 }) => x0 <= middle && x1 > middle);
  return cell === undefined ? 0.25 : Math.min((cell.x1 - cell.x0) / projection.widthPx, 0.9);
}
