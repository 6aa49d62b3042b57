import { startTransition, useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { TimelineLayout } from '../../layout/layout-timeline';
import type { Scene } from '../../layout/scene';
import type { SceneInput } from '../../layout/scene-input';
import { datedRowOf } from '../../model/dated-part';
import type { TimeSpan } from '../../model/dates/instant';
import type { EventTable } from '../../model/event-table';
import { differInLoadingOnly } from '../../state/view/differ-in-loading';
import type { TimelineStore } from '../../state/view/store';
import type { TimelineState } from '../../state/view/timeline-state';
import type { ChartControl } from '../context/chart-control';
import { usePageServices } from '../context/page-services';
import { useTimelineStore } from '../context/store-context';
import { useRaise } from '../kit/use-raise';
import { isWhole } from './use-lanes-in-document';

/** Where no frames come (a hidden tab, a frame out of sight) it is drawn after so long all the same. */
const WITHOUT_FRAMES_MS = 300;
/** In large charts lanes are made this far beyond what is in sight, so that a short scroll meets them. */
const AHEAD_PX = 240;

interface Settled {
  readonly scene: Scene;
  readonly table: EventTable;
  readonly window: TimeSpan;
}

/**
 * Paints every change of window, selection or hover in the next frame, straight from the store, and hands the scene to
 * React for the buttons at once, or when a movement comes to rest.
 */
export function useScene(
  layout: TimelineLayout | undefined,
  scroller: RefObject<HTMLElement | null>,
  heightPx: number,
  paint: (scene: Scene, topPx: number) => void,
): Scene | undefined {
  const store = useTimelineStore();
  const { control } = usePageServices();
  const raise = useRaise();
  const [settled, setSettled] = useState<Settled>();
  /** What the buttons are to come to; undefined while there is more to draw. */
  const last = useRef<Settled>(undefined);
  useEffect(() => {
    const element = scroller.current;
    if (layout === undefined || element === null) return undefined;
    const { table } = layout.chart;
    const unsettle = () => {
      last.current = undefined;
      element.parentElement?.setAttribute('data-settled', 'no');
    };
    const draw = (state: TimelineState, topPx: number) => {
      if (state.table !== table) return;
      // While the chart moves only what is in sight is laid out; the lanes around it when it rests.
      const aheadPx = control.isMoving() ? 0 : AHEAD_PX;
      const input = sceneInputOf(layout, state, topPx - aheadPx, topPx + heightPx + aheadPx);
      const scene = layout.sceneAt(input);
      paint(scene, topPx);
      unsettle();
      if (!control.isMoving()) {
        const next = { scene, table, window: input.window };
        last.current = next;
        // The ink is there; the buttons may take a few slices more, and give way to whatever the reader does.
        startTransition(() => setSettled(next));
      }
      control.notePainted(state);
    };
    return keepDrawn(element, { store, control, draw, onChange: unsettle, onFailure: raise });
  }, [layout, scroller, heightPx, paint, store, control, raise]);
  useEffect(() => {
    if (settled !== undefined && settled === last.current) noteSettled(scroller.current?.parentElement, settled.window);
  }, [scroller, settled]);
  // A scene of a dataset that has been replaced names rows that aren't there any more.
  return settled !== undefined && settled.table === layout?.chart.table ? settled.scene : undefined;
}

/** The lanes between two heights; all of them where the document holds them all. */
function sceneInputOf(layout: TimelineLayout, state: TimelineState, top: number, bottom: number): SceneInput {
  const { table, scale } = layout.chart;
  const whole = isWhole(layout);
  return {
    window: state.window ?? scale.domain,
    top: whole ? 0 : top,
    bottom: whole ? Infinity : bottom,
    selected: datedRowOf(table, state.selected),
    hovered: datedRowOf(table, state.hover.event),
    hoveredActor: state.hover.actor,
  };
}

interface Drawn {
  readonly store: TimelineStore;
  readonly control: ChartControl;
  readonly draw: (state: TimelineState, topPx: number) => void;
  readonly onChange: () => void;
  readonly onFailure: (error: unknown) => void;
}

/**
 * Draws now, and in the next frame after each change of the store, of the scroll position, or to rest; `onChange` is
 * told as soon as there is more to draw, `onFailure` what a drawing throws. Returns how to stop.
 */
function keepDrawn(element: HTMLElement, { store, control, draw, onChange, onFailure }: Drawn): () => void {
  let frame: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(timer);
    frame = undefined;
  };
  // Kept here: asked of the element in a frame that has moved the overview's window, it would lay out the page once
  // more.
  let topPx = element.scrollTop;
  const drawNow = () => {
    cancel();
    try {
      draw(store.getState(), topPx);
    } catch (error) {
      onFailure(error);
    }
  };
  const request = () => {
    if (frame !== undefined) return;
    onChange();
    frame = requestAnimationFrame(drawNow);
    timer = setTimeout(drawNow, WITHOUT_FRAMES_MS);
  };
  const onStore = (now: TimelineState, before: TimelineState) => {
    // How far a file has been read changes nothing on the chart.
    if (frame === undefined && differInLoadingOnly(now, before)) control.notePainted(now);
    else request();
  };
  const onScroll = () => {
    topPx = element.scrollTop;
    request();
  };
  drawNow();
  const stops = [store.subscribe(onStore), control.onRest(request)];
  element.addEventListener('scroll', onScroll, { passive: true });
  return () => {
    cancel();
    for (const stop of stops) stop();
    element.removeEventListener('scroll', onScroll);
  };
}

/**
 * For whoever waits for the picture (tests, a host page): that the buttons stand where the ink is, and for which window.
 */
function noteSettled(chart: HTMLElement | null | undefined, { start, end }: TimeSpan): void {
  chart?.setAttribute('data-window', `${new Date(start).toISOString()}/${new Date(end).toISOString()}`);
  chart?.setAttribute('data-settled', 'yes');
}
