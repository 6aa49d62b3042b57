import { SCROLL_BOX } from '../kit/scroller';
import { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef } from 'react';
import type { CSSProperties, RefObject } from 'react';
import { heightOfLanes } from '../../layout/lanes/lane-heights';
import type { PlacedLane } from '../../layout/lanes/lane-heights';
import { chartColumns } from '../../layout/layout-timeline';
import type { TimelineLayout } from '../../layout/layout-timeline';
import { clampWindow } from '../../layout/scale/projection';
import type { Scene } from '../../layout/scene';
import { paintScene } from '../../render/paint-scene';
import { setView, setWindow } from '../../state/view/view-actions';
import { ErrorBoundary } from '../context/ErrorBoundary';
import { Heading } from '../context/Heading';
import { useLazyModules } from '../context/lazy-modules';
import { usePageServices } from '../context/page-services';
import { useCanFilter, usePageSettings } from '../context/page-settings';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { useMatches } from '../context/use-matches';
import { useThemeSource } from '../context/theme';
import { useLazyState } from '../context/use-lazy';
import { useCanvas } from '../kit/use-canvas';
import { useMedia } from '../kit/use-media';
import { useSize } from '../kit/size';
import type { Size } from '../kit/size';
import { EmptyChart } from './EmptyChart';
import { useGestures } from './hands/use-gestures';
import { hitTargetsOf } from './place-hit-targets';
import type { HitTarget } from './place-hit-targets';
import { standingsOf } from './mark-standing';
import { useLanesInDocument } from './use-lanes-in-document';
import { LaneTools } from './LaneTools';
import { LaneView } from './LaneView';
import { FoldLabels, TimeAxis } from './TimeAxis';
import { useChartKeys } from './use-chart-keys';
import { useChartLayout } from './use-chart-layout';
import { useLaneJump } from './use-lane-jump';
import type { LaneJump } from './use-lane-jump';
import { useMarkTooltip } from './use-mark-tooltip';
import type { ShownTooltip } from './use-mark-tooltip';
import { useScene } from './use-scene';

/** In a narrow page the chart grows to its lanes and the page scrolls, up to here. */
const GROWS_UP_TO_PX = 2400;
/** What the lanes fill at least where they, and not the room, decide how high the chart is. */
const LEAST_PX = 320;

const NO_LANES: readonly PlacedLane[] = [];
const NO_TARGETS: readonly HitTarget[] = [];

/** The chart: axis, lanes with their headers, the ink, and over it the buttons that carry the meaning. */
export function Stage() {
  const t = useText();
  const nameId = useId();
  const { control } = usePageServices();
  const { height, hidden } = usePageSettings();
  const canFilter = useCanFilter();
  const coarse = useMedia('(pointer: coarse)');
  const chart = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const room = usePlotRoom(scroller);
  const { size, isNarrow } = room;
  const isFree = height === 'content';
  const layout = useChartLayout(size, coarse, isNarrow, isFree ? LEAST_PX : undefined);
  const { canvas, scene } = usePaintedScene(layout, scroller, room);
  useLayoutEffect(() => control.setWidth(room.widthPx), [control, room.widthPx]);
  useGestures({ chart, lanes: scroller, plot });

  const targets = useMemo(
    () => (scene === undefined ? new Map<string, HitTarget[]>() : hitTargetsOf(scene, coarse ? 44 : 24)),
    [scene, coarse],
  );
  const lanes = useLanesInDocument(layout, scene, scroller);
  const rules = { canFilter, withDetails: !hidden.has('details'), isNarrow };
  const keys = useChartKeys({ layout, lanes, targets, rules }, scroller);
  // While the chart has the focus nothing is left out, for what goes away takes a reader's place along.
  const standings = standingsOf(keys.isWalked ? undefined : layout?.chart.lanes, targets);
  const tooltip = useMarkTooltip();
  const jump = useLaneJump(layout, scene, scroller);
  const title = useTimeline((state) => state.dataset?.title);
  if (title === undefined) return null;
  const bodyPx = scene?.heightPx ?? 0;
  const allLanes = layout?.chart.lanes ?? NO_LANES;
  const style: CSSProperties & Record<'--dt-head', string> = { '--dt-head': `${room.headPx}px` };
  return (
    <section
      ref={chart}
      className={`dt-chart${isNarrow ? ' dt-chart--narrow' : ''}`}
      style={style}
      aria-labelledby={nameId}
    >
      <Heading level={2} id={nameId} className="dt-visually-hidden">
        {t('chart.name', { title })}
      </Heading>
      <ReadAsList />
      <WindowLimits layout={layout} />
      <TimeAxis layout={layout} widthPx={room.widthPx} corner={<LaneTools lanes={allLanes} onJump={jump.jumpTo} />} />
      {/* Keys work on what is inside; the region itself is no control. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={scroller}
        className="dt-lanes"
        // What arrow keys walk through: with this role screen readers leave the arrows to it as soon as it has the focus.
        role="toolbar"
        aria-label={t('chart.rows')}
        {...SCROLL_BOX}
        style={isFree ? { height: freeHeightOf(layout) } : grownTo(isNarrow, bodyPx)}
        {...keys.handlers}
      >
        <div className="dt-lanes-body" style={{ height: Math.max(bodyPx, room.heightPx) }}>
          <div ref={plot} className="dt-plot" style={{ height: room.heightPx }}>
            <canvas
              ref={canvas}
              className="dt-canvas"
              style={{ width: room.widthPx, height: room.heightPx }}
              aria-hidden="true"
            />
          </div>
          {layout === undefined
            ? null
            : lanes.map((lane) => (
                <LaneView
                  key={lane.lane.id}
                  lane={lane}
                  lanes={allLanes}
                  table={layout.chart.table}
                  targets={targets.get(lane.lane.id) ?? NO_TARGETS}
                  standings={standings}
                  // By touch nobody stands in a row before having found what is in it. Elsewhere panel and filters have the same.
                  saysTools={coarse || keys.isWalked}
                  tabStop={keys.tabStop?.lane === lane.lane.id ? keys.tabStop : undefined}
                  tooltip={tooltip}
                />
              ))}
          <LaneHighlight {...jump} />
        </div>
        <EmptyChart layout={layout} scene={scene} />
        {/* In here, so that the wheel over it reaches the chart. */}
        <ErrorBoundary quiet>
          <Tooltip {...tooltip.shown} />
        </ErrorBoundary>
      </div>
      <FoldLabels layout={layout} widthPx={room.widthPx} />
    </section>
  );
}

interface PlotRoom {
  /** Of the lanes' headers. */
  readonly headPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Undefined while the chart has no height. */
  readonly size: Size | undefined;
  readonly isNarrow: boolean;
}

/** How much room the box of the lanes gives the plot beside the headers. */
function usePlotRoom(scroller: RefObject<HTMLElement | null>): PlotRoom {
  const box = useSize(scroller);
  const { headPx, plotPx: widthPx, isNarrow } = chartColumns(box?.widthPx);
  const heightPx = box?.heightPx ?? 0;
  const size = useMemo(() => (heightPx > 0 ? { widthPx, heightPx } : undefined), [widthPx, heightPx]);
  return { headPx, widthPx, heightPx, size, isNarrow };
}

/**
 * Paints a scene in the theme of the moment, and the last one once more when that changes, for which nothing is laid out
 * or rendered anew.
 */
function usePaintedScene(
  layout: TimelineLayout | undefined,
  scroller: RefObject<HTMLElement | null>,
  { widthPx, heightPx }: PlotRoom,
) {
  const { now, subscribe } = useThemeSource();
  const { canvas, paint } = useCanvas(widthPx, heightPx);
  const last = useRef<readonly [scene: Scene, topPx: number]>(undefined);
  const paintNow = useCallback(
    (scene: Scene, topPx: number) => {
      last.current = [scene, topPx];
      const isPainted = paint((ink) => paintScene(ink, scene, now(), topPx, heightPx));
      // For the boundary around the chart, which offers the list.
      if (!isPainted) throw new Error('This browser gives no canvas to draw on');
    },
    [paint, now, heightPx],
  );
  useEffect(
    () =>
      subscribe(() => {
        if (last.current !== undefined) paintNow(...last.current);
      }),
    [subscribe, paintNow],
  );
  return { canvas, scene: useScene(layout, scroller, heightPx, paintNow) };
}

/** By the lanes alone, never by the room: whoever makes room for the chart must not change what it asks for. */
function freeHeightOf(layout: TimelineLayout | undefined): number {
  return Math.min(Math.max(layout === undefined ? 0 : heightOfLanes(layout.chart.lanes), LEAST_PX), GROWS_UP_TO_PX);
}

function grownTo(isNarrow: boolean, bodyPx: number): CSSProperties | undefined {
  return isNarrow && bodyPx > 0 && bodyPx <= GROWS_UP_TO_PX ? { minHeight: bodyPx } : undefined;
}

/**
 * For those who hear the chart, who hear it at this place first: the list has each event once. No tab stop, for those
 * who see it have the choice of views.
 */
function ReadAsList() {
  const t = useText();
  const store = useTimelineStore();
  const { count, mask } = useMatches() ?? {};
  if (count === undefined || mask === undefined) return null;
  // The note about it stands among the rows, which reading on passes over as it does any toolbar.
  if (count === 0)
    return <p className="dt-visually-hidden">{t(mask.length === 0 ? 'noEvents.title' : 'chart.empty.title')}</p>;
  return (
    <button type="button" className="dt-visually-hidden" tabIndex={-1} onClick={() => store.apply(setView, 'list')}>
      {t('chart.readAsList', { n: count })}
    </button>
  );
}

/** Over the lane that was jumped to, for a moment. */
function LaneHighlight({ highlight, clearHighlight }: LaneJump) {
  if (highlight === undefined) return null;
  const { lane, jump } = highlight;
  return (
    <div
      key={jump}
      className="dt-lane-highlight"
      style={{ top: lane.top, height: lane.height }}
      onAnimationEnd={clearHighlight}
    />
  );
}

/** What it says stands elsewhere too: nobody is told where its code can't be had. */
function Tooltip(shown: ShownTooltip) {
  const { here } = useLazyState(useLazyModules().bar, shown.target !== undefined);
  return here === undefined ? null : <here.ChartTooltip {...shown} />;
}

/**
 * A window from an address or a search may reach far beyond the data, or into a minute: brought within the limits.
 * Apart, since it looks at every window.
 */
function WindowLimits({ layout }: { readonly layout: TimelineLayout | undefined }) {
  const store = useTimelineStore();
  const { control } = usePageServices();
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
