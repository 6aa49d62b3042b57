import { valueAt } from '../../base/value-at';
import { startTransition, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { lowerBound } from '../../base/sorted';
import { heightOfLanes } from '../../layout/lanes/lane-heights';
import type { PlacedLane } from '../../layout/lanes/lane-heights';
import { chartColumns } from '../../layout/layout-timeline';
import type { TimelineLayout } from '../../layout/layout-timeline';
import { clampWindow } from '../../layout/scale/projection';
import type { TimeSpan } from '../../model/dates/instant';
import type { Scene } from '../../layout/scene';
import type { EventTable } from '../../model/event-table';
import { paintScene } from '../../render/paint-scene';
import { clearFilter } from '../../state/query/filters';
import { differInLoadingOnly } from '../../state/view/loading';
import { setWindow } from '../../state/view/view-actions';
import type { TimelineState } from '../../state/view/timeline-state';
import { FoldLabels } from './TimeAxis';
import { Heading } from '../context/Heading';
import { LaneRow } from './LaneRow';
import { LaneTools } from './LaneTools';
import { useCanFilter, usePage } from '../context/page-context';
import { BAR } from '../context/lazy-modules';
import { hitTargetsOf } from './hit-targets';
import type { HitTarget } from './hit-targets';
import { TimeAxis } from './TimeAxis';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { useCanvas } from '../kit/use-canvas';
import { useLazyState } from '../context/use-lazy';
import { useChartKeys } from './use-chart-keys';
import { useChartLayout } from './use-chart-layout';
import { useGestures } from './hands/use-gestures';
import { useLaneJump } from './use-lane-jump';
import { useMatches } from '../context/use-matches';
import { useMedia } from '../kit/use-media';
import { useSize } from '../kit/use-size';
import { useMarkTooltip } from './use-mark-tooltip';
import type { ShownTooltip } from './use-mark-tooltip';
import { datedRowOf } from '../../model/dated-part';

/** In a narrow page the chart grows to its lanes and the page scrolls, up to here. */
const GROWS_UP_TO_PX = 2400;
/** What the lanes fill at least where they, and not the room, decide how high the chart is. */
const LEAST_PX = 320;
/**
 * Charts up to this size keep all their lanes and buttons in the document, in sight or not, for assistive technology.
 */
const WHOLE = { lanes: 80, events: 2000 } as const;
/** In larger ones lanes are made this far beyond what is in sight, so that a short scroll meets them. */
const AHEAD_PX = 240;

/** The chart: axis, lanes with their headers, the ink, and over it the buttons that carry the meaning. */
export function Stage() {
  const t = useText();
  const store = useTimelineStore();
  const { control, theme, gestures, height, hidden, locked } = usePage();
  const canFilter = useCanFilter();
  const coarse = useMedia('(pointer: coarse)');
  const scroller = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const box = useSize(scroller);
  const { headPx, plotPx: widthPx, isNarrow } = chartColumns(box?.widthPx);
  const heightPx = box?.heightPx ?? 0;
  const size = useMemo(() => (heightPx > 0 ? { widthPx, heightPx } : undefined), [widthPx, heightPx]);
  const isFree = height === 'content';
  const layout = useChartLayout(size, coarse, isNarrow, isFree ? LEAST_PX : undefined);
  const { canvas, paint } = useCanvas(widthPx, heightPx);
  const scene = useScene(
    layout,
    scroller,
    heightPx,
    useCallback(
      (drawn: Scene, top: number) => {
        paint((ink) => paintScene(ink, drawn, theme, top, heightPx));
      },
      [paint, theme, heightPx],
    ),
  );
  useLayoutEffect(() => control.setWidth(widthPx), [control, widthPx]);
  useGestures(scroller, plot, control, gestures);

  const dataset = useTimeline((state) => state.dataset);
  const matches = useMatches();
  const spots = useMemo(
    () => (scene === undefined ? new Map() : hitTargetsOf(scene, coarse ? 44 : 24)),
    [scene, coarse],
  );
  const lanes = useLanesInDocument(layout, scene, scroller);
  const keys = useChartKeys(
    { layout, lanes, spots, rules: { canFilter, withDetails: !hidden.has('details'), isNarrow } },
    scroller,
  );
  const tooltip = useMarkTooltip();
  const nameId = useId();
  const jump = useLaneJump(layout, scene, scroller);
  if (dataset === undefined) return null;
  const bodyPx = scene?.heightPx ?? 0;
  const style: CSSProperties & Record<'--dt-head', string> = { '--dt-head': `${headPx}px` };
  return (
    <section className={`dt-chart${isNarrow ? ' dt-chart--narrow' : ''}`} style={style} aria-labelledby={nameId}>
      <Heading level={2} id={nameId} className="dt-visually-hidden">
        {t('chart.name', { title: dataset.title })}
      </Heading>
      <WindowLimits layout={layout} />
      <TimeAxis
        layout={layout}
        widthPx={widthPx}
        corner={<LaneTools lanes={layout?.chart.lanes ?? NO_LANES} onJump={jump.jumpTo} />}
      />
      {/* Keys work on what is inside; the region itself is no control. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={scroller}
        className="dt-lanes"
        style={
          isFree
            ? { height: freeHeightOf(layout) }
            : isNarrow && bodyPx > 0 && bodyPx <= GROWS_UP_TO_PX
              ? { minHeight: bodyPx }
              : undefined
        }
        {...keys.handlers}
      >
        <div className="dt-lanes-body" style={{ height: Math.max(bodyPx, heightPx) }}>
          <div ref={plot} className="dt-plot" style={{ height: heightPx }}>
            <canvas
              ref={canvas}
              className="dt-canvas"
              style={{ width: widthPx, height: heightPx }}
              aria-hidden="true"
            />
          </div>
          {layout === undefined
            ? null
            : lanes.map((lane) => (
                <LaneRow
                  key={lane.lane.id}
                  lane={lane}
                  lanes={layout.chart.lanes}
                  table={layout.chart.table}
                  spots={spots.get(lane.lane.id) ?? NO_SPOTS}
                  tabStop={keys.tabStop?.lane === lane.lane.id ? keys.tabStop : undefined}
                  tooltip={tooltip}
                />
              ))}
          {jump.mark === undefined ? null : (
            <div
              key={jump.mark.turn}
              className="dt-lane-mark"
              style={{ top: jump.mark.lane.top, height: jump.mark.lane.height }}
              onAnimationEnd={jump.unmark}
            />
          )}
        </div>
        {matches !== undefined &&
        matches.count > 0 &&
        scene !== undefined &&
        layout !== undefined &&
        isBlank(scene, layout, store.getState().window) ? (
          <EmptyNote title={t('chart.empty.window')}>
            {locked.has('range') ? null : (
              <button type="button" className="dt-button" onClick={() => control.show(undefined)}>
                {t('chart.fitAll')}
              </button>
            )}
          </EmptyNote>
        ) : null}
        {matches !== undefined && matches.count === 0 && matches.mask.length > 0 ? (
          <EmptyNote title={t('chart.empty.title')}>
            <p>{t('chart.empty.body', { n: matches.mask.length })}</p>
            {canFilter ? (
              <button type="button" className="dt-button" onClick={() => store.apply(clearFilter)}>
                {t('chart.clearFilters')}
              </button>
            ) : null}
          </EmptyNote>
        ) : null}
        {/* In here, so that a wheel turned over it reaches the chart. */}
        <Tooltip {...tooltip.shown} />
      </div>
      <FoldLabels layout={layout} widthPx={widthPx} />
    </section>
  );
}

/** Takes no room: where the lanes are as high as what is in them, they would grow by it for ever. */
function EmptyNote({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="dt-chart-empty-place">
      <div className="dt-chart-empty" role="note">
        <p className="dt-chart-empty-title">{title}</p>
        {children}
      </div>
    </div>
  );
}

/** By the lanes alone, never by the room: whoever makes room for the chart must not change what it asks for. */
function freeHeightOf(layout: TimelineLayout | undefined): number {
  return Math.min(Math.max(layout === undefined ? 0 : heightOfLanes(layout.chart.lanes), LEAST_PX), GROWS_UP_TO_PX);
}

/** What it says stands elsewhere too: nobody is told where its code can't be had. */
function Tooltip(shown: ShownTooltip) {
  const { here } = useLazyState(BAR, shown.spot !== undefined);
  return here === undefined ? null : <here.ChartTooltip {...shown} />;
}

/**
 * Whether the window shows nothing at all. Lanes out of sight may hold what those in sight don't: then it is enough
 * that something begins in it.
 */
function isBlank(
  { marks, bars, clusters, density }: Scene,
  layout: TimelineLayout,
  window: TimeSpan | undefined,
): boolean {
  if (marks.length + bars.length + clusters.length + density.length > 0) return false;
  return isWhole(layout) || !beginsIn(layout.chart, window ?? layout.chart.scale.domain);
}

/** Whether an event that passes the filter begins in the window; O(log n + events passed over). */
function beginsIn({ table, mask }: TimelineLayout['chart'], { start, end }: TimeSpan): boolean {
  for (let row = lowerBound(table.start, start); row < table.size && valueAt(table.start, row) < end; row++)
    if (mask[row] === 1) return true;
  return false;
}

function isWhole({ chart }: TimelineLayout): boolean {
  return chart.lanes.length <= WHOLE.lanes && chart.table.size <= WHOLE.events;
}

const NO_LANES: readonly PlacedLane[] = [];
const NO_SPOTS: readonly HitTarget[] = [];

/**
 * All lanes of a small chart; of a large one those near what is in sight, and the one that holds the focus, which
 * scrolling must not take away.
 */
function useLanesInDocument(
  layout: TimelineLayout | undefined,
  scene: Scene | undefined,
  scroller: { readonly current: HTMLElement | null },
): readonly PlacedLane[] {
  if (layout === undefined) return NO_LANES;
  const { lanes } = layout.chart;
  if (isWhole(layout)) return lanes;
  const near = scene?.lanes ?? NO_LANES;
  const focused = scroller.current?.querySelector('.dt-lane:focus-within')?.getAttribute('data-lane');
  const kept =
    focused === undefined || focused === null || near.some(({ lane }) => lane.id === focused)
      ? undefined
      : lanes.find(({ lane }) => lane.id === focused);
  return kept === undefined ? near : kept.top < (near[0]?.top ?? 0) ? [kept, ...near] : [...near, kept];
}

/**
 * A window from an address or a search may reach far beyond the data, or into a minute: brought within the limits.
 * Apart, since it looks at every window.
 */
function WindowLimits({ layout }: { readonly layout: TimelineLayout | undefined }) {
  const store = useTimelineStore();
  const { control } = usePage();
  const window = useTimeline((state) => state.window);
  useEffect(() => {
    if (layout === undefined || window === undefined || control.isMoving()) return;
    const within = clampWindow(layout.chart.scale, window, layout.widthPx);
    const isOff =
      Math.abs(within.start - window.start) + Math.abs(within.end - window.end) > 0.001 * (window.end - window.start);
    if (isOff) store.applyUnlocked(setWindow, within, false);
  }, [layout, window, control, store]);
  return null;
}

interface Settled {
  readonly scene: Scene;
  readonly table: EventTable;
  readonly window: TimeSpan;
}

/**
 * Paints every change of window, selection or hover in the next frame, straight from the store, and hands the scene to
 * React for the buttons at once, or when the hand comes to rest.
 */
function useScene(
  layout: TimelineLayout | undefined,
  scroller: { readonly current: HTMLElement | null },
  heightPx: number,
  paintNow: (scene: Scene, top: number) => void,
): Scene | undefined {
  const store = useTimelineStore();
  const { control } = usePage();
  const [settled, setSettled] = useState<Settled>();
  /** What the buttons are to come to; undefined while there is more to draw. */
  const last = useRef<Settled>(undefined);
  useEffect(() => {
    const element = scroller.current;
    if (layout === undefined || element === null) return undefined;
    let frame: number | undefined;
    // Kept here: asked of the element in a frame that has moved the overview's window, it would lay out the page once
    // more.
    let scrolled = element.scrollTop;
    const draw = () => {
      frame = undefined;
      const state = store.getState();
      const { table } = layout.chart;
      if (state.table !== table) return;
      const whole = isWhole(layout);
      // While the hand moves only what is in sight is laid out; the lanes around it when it rests.
      const ahead = control.isMoving() ? 0 : AHEAD_PX;
      const rowOf = (id: string | undefined) => datedRowOf(table, id);
      const window = state.window ?? layout.chart.scale.domain;
      const drawn = layout.sceneAt({
        window,
        top: whole ? 0 : scrolled - ahead,
        bottom: whole ? Infinity : scrolled + heightPx + ahead,
        selected: rowOf(state.selected),
        hovered: rowOf(state.hover.event),
        hoveredActor: state.hover.actor,
      });
      paintNow(drawn, scrolled);
      unsettle();
      if (!control.isMoving()) {
        const next = { scene: drawn, table, window };
        last.current = next;
        // The ink is there; the buttons may take a few slices more, and give way to whatever the reader does.
        startTransition(() => setSettled(next));
      }
      control.notePainted(state);
    };
    const unsettle = () => {
      last.current = undefined;
      element.parentElement?.setAttribute('data-settled', 'no');
    };
    const request = () => {
      if (frame !== undefined) return;
      unsettle();
      frame = requestAnimationFrame(draw);
    };
    draw();
    const hear = (now: TimelineState, before: TimelineState) => {
      // How far a file has been read changes nothing on the chart.
      if (frame === undefined && differInLoadingOnly(now, before)) control.notePainted(now);
      else request();
    };
    const stops = [store.subscribe(hear), control.onRest(request)];
    const onScroll = () => {
      scrolled = element.scrollTop;
      request();
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      for (const stop of stops) stop();
      element.removeEventListener('scroll', onScroll);
    };
  }, [layout, scroller, heightPx, paintNow, store, control]);
  // For whoever waits for the picture (tests, a host page): whether the buttons stand where the ink is, and for which
  // window.
  useEffect(() => {
    if (settled === undefined || settled !== last.current) return;
    const chart = scroller.current?.parentElement;
    chart?.setAttribute(
      'data-window',
      `${new Date(settled.window.start).toISOString()}/${new Date(settled.window.end).toISOString()}`,
    );
    chart?.setAttribute('data-settled', 'yes');
  }, [scroller, settled]);
  // A scene of a dataset that has been replaced names rows that aren't there any more.
  return settled !== undefined && settled.table === layout?.chart.table ? settled.scene : undefined;
}
