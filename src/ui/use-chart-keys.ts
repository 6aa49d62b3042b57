import { useCallback, useEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { layoutAxis } from '../layout/axis';
import type { ChartLayout } from '../layout/layout-scene';
import { firstSpot, neighbourOf } from '../layout/neighbours';
import type { Spot, Step } from '../layout/neighbours';
import { isBar } from '../layout/rows';
import type { TimeSpan } from '../model/instant';
import { commandOf } from './key-table';
import type { KeyCommand } from './key-table';
import { usePage } from './page-context';
import type { SceneSpot } from './spots';

/** The one event (or the pill that holds it) that Tab reaches. */
export type TabStop = Spot;

interface ChartKeys {
  readonly tabStop: TabStop | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

const STEPS: ReadonlyMap<KeyCommand, Step> = new Map([
  ['previous', 'previous'], ['next', 'next'], ['up', 'up'], ['down', 'down'], ['first', 'first'], ['last', 'last'],
] as const);

/** Arrow keys over the events of the chart with a single tab stop; an event outside the window is brought into it first. */
export function useChartKeys(layout: ChartLayout | undefined, spots: ReadonlyMap<string, readonly SceneSpot[]>, chart: RefObject<HTMLElement | null>): ChartKeys {
  const { control, locked } = usePage();
  const fixed = locked.has('range');
  const [at, setAt] = useState<Spot>();
  const wanted = useRef<Spot>(undefined);
  const tabStop = shownStop(layout, spots, at);

  useEffect(() => {
    const spot = wanted.current;
    if (spot === undefined) return;
    const button = buttonOf(chart.current, spots, spot);
    if (button === undefined) return;
    wanted.current = undefined;
    button.focus({ preventScroll: true });
    button.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const goTo = useCallback((spot: Spot) => {
    setAt(spot);
    wanted.current = spot;
    bringIntoWindow(control, layout, spot.row);
    bringIntoSight(chart.current, layout, spot.lane);
  }, [control, layout, chart]);

  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf({ key: event.key, ctrlKey: event.ctrlKey, metaKey: event.metaKey, altKey: event.altKey, target: event.target });
    if (command === undefined || layout === undefined) return;
    const onSpot = event.target instanceof Element && event.target.closest('.dt-spot') !== null;
    const step = STEPS.get(command);
    if (step !== undefined && onSpot && tabStop !== undefined) {
      const now = fixed ? control.projection() : undefined;
      const mask = now === undefined ? layout.chart.mask : maskInWindow(layout, now.window);
      const next = neighbourOf(layout.chart.table, layout.chart.lanes, mask, leaving(tabStop, spots, step), step);
      event.preventDefault();
      if (next !== undefined) goTo(next);
    } else if ((command === 'page-back' || command === 'page-on') && onSpot) {
      event.preventDefault();
      control.panBy((command === 'page-on' ? 1 : -1) * axisUnitShare(control.projection(), layout.chart.table.hasHours));
    }
  };
  const onFocus = (event: FocusEvent) => {
    const { lane, kind, row: first } = event.target instanceof HTMLElement ? event.target.dataset : {};
    const row = Number(first);
    const spot = spots.get(lane ?? '')?.find((each) => each.kind === kind && each.rows[0] === row);
    if (lane !== undefined && spot !== undefined && (at?.lane !== lane || !spot.rows.includes(at.row))) setAt({ lane, row });
  };
  return { tabStop, onKeyDown, onFocus };
}

/** The remembered spot while it is on screen, else the first there is. */
function shownStop(layout: ChartLayout | undefined, spots: ReadonlyMap<string, readonly SceneSpot[]>, at: Spot | undefined): Spot | undefined {
  if (at !== undefined && spots.get(at.lane)?.some(({ rows }) => rows.includes(at.row))) return at;
  if (layout === undefined) return undefined;
  for (const { lane } of layout.chart.lanes) {
    const row = spots.get(lane.id)?.[0]?.rows[0];
    if (row !== undefined) return { lane: lane.id, row };
  }
  return firstSpot(layout.chart.lanes, layout.chart.mask);
}

/** Where the window can't follow, only what is in it can be gone to. O(n). */
function maskInWindow({ chart: { table, mask } }: ChartLayout, { start, end }: TimeSpan): Uint8Array {
  return mask.map((passes, row) => {
    const at = table.anchor[row] ?? 0;
    const reaches = isBar(table, row) && (table.start[row] ?? 0) < end && (table.end[row] ?? 0) > start;
    return passes === 1 && ((at >= start && at < end) || reaches) ? 1 : 0;
  });
}

function buttonOf(chart: HTMLElement | null, spots: ReadonlyMap<string, readonly SceneSpot[]>, { lane, row }: Spot): HTMLElement | undefined {
  const spot = spots.get(lane)?.find(({ rows }) => rows.includes(row));
  if (chart === null || spot === undefined) return undefined;
  return [...chart.querySelectorAll<HTMLElement>('.dt-spot')]
    .find(({ dataset }) => dataset['lane'] === lane && dataset['kind'] === spot.kind && dataset['row'] === String(spot.rows[0]));
}

/** From a stretch of density the next event is the first beyond it: whoever steps through its members one by one sees nothing move. */
function leaving(at: Spot, spots: ReadonlyMap<string, readonly SceneSpot[]>, step: Step): Spot {
  const spot = spots.get(at.lane)?.find(({ kind, rows }) => kind === 'density' && rows.includes(at.row));
  if (spot === undefined || (step !== 'next' && step !== 'previous')) return at;
  const edge = spot.rows.reduce((a, b) => (step === 'next' ? Math.max(a, b) : Math.min(a, b)));
  return { lane: at.lane, row: edge };
}

/** Scrolls to a lane that isn't in sight, and so may not be in the document yet. */
function bringIntoSight(chart: HTMLElement | null, layout: ChartLayout | undefined, id: string): void {
  const lane = layout?.chart.lanes.find((each) => each.lane.id === id);
  if (chart === null || lane === undefined) return;
  if (lane.top < chart.scrollTop) chart.scrollTop = lane.top;
  else if (lane.top + lane.height > chart.scrollTop + chart.clientHeight) chart.scrollTop = lane.top + lane.height - chart.clientHeight;
}

/** Pans so that an event's mark stands in the middle third, unless some of it is in sight already. */
function bringIntoWindow(control: ReturnType<typeof usePage>['control'], layout: ChartLayout | undefined, row: number): void {
  const now = control.projection();
  if (now === undefined || layout === undefined) return;
  const { table } = layout.chart;
  const x = now.timeToPx(table.anchor[row] ?? 0);
  const isSpanInSight = now.timeToPx(table.start[row] ?? 0) < now.widthPx && now.timeToPx(table.end[row] ?? 0) > 0;
  if ((x >= 0 && x <= now.widthPx) || isSpanInSight) return;
  control.panBy((x - now.widthPx / 2) / now.widthPx);
}

/** The width of the axis unit in the middle of the plot, as a share of it. */
function axisUnitShare(projection: ReturnType<ReturnType<typeof usePage>['control']['projection']>, hasHours: boolean): number {
  if (projection === undefined) return 0;
  const middle = projection.widthPx / 2;
  const cell = layoutAxis(projection, hasHours).cells.find(({ x0, x1 }) => x0 <= middle && x1 > middle);
  return cell === undefined ? 0.25 : Math.min((cell.x1 - cell.x0) / projection.widthPx, 0.9);
}
