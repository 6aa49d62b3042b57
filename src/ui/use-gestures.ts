import { useEffect } from 'react';
import type { RefObject } from 'react';
import { pointer, select, zoom, zoomIdentity } from 'd3';
import type { D3ZoomEvent } from 'd3';
import { pannedWindow, windowAt } from '../layout/projection';
import type { Projection } from '../layout/projection';
import type { ChartControl } from './chart-control';

/** Two wheel turns closer than this are one gesture, and one step of undo. */
const WHEEL_PAUSE_MS = 300;
/** The most one turn of the wheel zooms, as a power of 2: a mouse turns in notches of 100 and more, a pinch in steps of a few. */
const MOST_PER_TURN = 0.5;

/**
 * d3-zoom behind one hook: drag, pinch and ctrl/cmd + wheel become changes of the window. Its transform only lives for one
 * gesture; the window in the store is the truth. The plain wheel is left to the page unless `greedy`.
 */
export function useGestures(surface: RefObject<HTMLElement | null>, plot: RefObject<HTMLElement | null>, control: ChartControl, greedy: boolean): void {
  useEffect(() => {
    const element = surface.current;
    if (element === null) return undefined;
    const selection = select<HTMLElement, unknown>(element);
    let base: Projection | undefined;
    // A touch event has no place of its own; its first finger has.
    const plotX = (event: MouseEvent | TouchEvent) => pointer('touches' in event ? event.touches[0] : event, plot.current ?? element)[0];
    const behaviour = zoom<HTMLElement, unknown>()
      .scaleExtent([1e-9, 1e9])
      .extent(() => [[0, 0], [plot.current?.clientWidth ?? 1, plot.current?.clientHeight ?? 1]])
      .wheelDelta(zoomOfTurn)
      .filter((event: MouseEvent | WheelEvent | TouchEvent) => isOurs(event, greedy) && plotX(event) >= 0)
      .on('start', () => {
        base = control.projection();
        control.hold();
      })
      .on('zoom', (event: D3ZoomEvent<HTMLElement, unknown>) => {
        if (base === undefined) return;
        const { k, x } = event.transform;
        const shift = x + offsetOf(element, plot.current) * (k - 1);
        // The one place that the gesture leaves where it is; a drag has none.
        const fixed = k === 1 ? base.widthPx / 2 : shift / (1 - k);
        control.moveTo(windowAt(base, -shift / k, (base.widthPx - shift) / k, Math.min(Math.max(fixed / base.widthPx, 0), 1)));
      })
      .on('end', () => {
        selection.property('__zoom', zoomIdentity);
        base = undefined;
        control.release();
      });
    selection.call(behaviour).on('dblclick.zoom', null);
    selection.on('dblclick.timeline', (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('button') !== null) return;
      if (plotX(event) >= 0) control.zoomBy(event.shiftKey ? 0.5 : 2, plotX(event));
    });
    const stops = [panByWheel(element, control), panByFinger(element, control, plotX)];
    return () => {
      selection.on('.zoom', null).on('.timeline', null);
      for (const stop of stops) stop();
    };
  }, [surface, plot, control, greedy]);
}

function zoomOfTurn({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const unit = deltaMode === WheelEvent.DOM_DELTA_LINE ? 0.05 : deltaMode === WheelEvent.DOM_DELTA_PAGE ? 1 : 0.002;
  const power = -deltaY * unit * (ctrlKey ? 10 : 1);
  return Math.min(Math.max(power, -MOST_PER_TURN), MOST_PER_TURN);
}

/** d3 measures from the surface; the window from the plot, which lies to the right of the lane headers. */
function offsetOf(surface: HTMLElement, plot: HTMLElement | null): number {
  return plot === null ? 0 : plot.getBoundingClientRect().left - surface.getBoundingClientRect().left;
}

function isOurs(event: MouseEvent | WheelEvent | TouchEvent, greedy: boolean): boolean {
  if (event.type === 'wheel') {
    const wheel = event as WheelEvent;
    return wheel.ctrlKey || wheel.metaKey || (greedy && !wheel.shiftKey && Math.abs(wheel.deltaY) >= Math.abs(wheel.deltaX));
  }
  // One finger scrolls the page or pans (below); d3 would keep it from scrolling.
  if ('touches' in event) return event.touches.length >= 2;
  if (event.target instanceof Element && event.target.closest('.dt-lane-head, .dt-fan, .dt-tooltip') !== null) return false;
  return !('button' in event) || (event.button === 0 && !event.ctrlKey);
}

const TAP_MS = 300;
const TAP_PX = 24;

/**
 * One finger sideways pans; up and down it scrolls the page, which the browser does itself (`touch-action: pan-y`) and
 * tells us by cancelling. A second finger hands over to the pinch. A double tap beside the marks zooms in.
 */
function panByFinger(element: HTMLElement, control: ChartControl, plotX: (event: MouseEvent) => number): () => void {
  let finger: { readonly id: number; readonly x: number; readonly base: Projection; moved: boolean } | undefined;
  let tap = { at: -Infinity, x: 0, y: 0 };
  const end = () => {
    if (finger?.moved === true) control.release();
    finger = undefined;
  };
  const onDown = (event: PointerEvent) => {
    if (event.pointerType === 'mouse') return;
    if (!event.isPrimary || finger !== undefined) return end();
    const base = control.projection();
    if (base !== undefined && plotX(event) >= 0) finger = { id: event.pointerId, x: event.clientX, base, moved: false };
  };
  const onMove = (event: PointerEvent) => {
    if (finger?.id !== event.pointerId) return;
    const dx = event.clientX - finger.x;
    if (!finger.moved && Math.abs(dx) < 6) return;
    if (!finger.moved) control.hold();
    finger.moved = true;
    control.moveTo(pannedWindow(finger.base, -dx));
  };
  const onUp = (event: PointerEvent) => {
    const isTap = finger?.id === event.pointerId && !finger.moved && !(event.target instanceof Element && event.target.closest('button') !== null);
    end();
    if (!isTap) return;
    const isSecond = event.timeStamp - tap.at < TAP_MS && Math.hypot(event.clientX - tap.x, event.clientY - tap.y) < TAP_PX;
    tap = { at: isSecond ? -Infinity : event.timeStamp, x: event.clientX, y: event.clientY };
    if (isSecond) control.zoomBy(2, plotX(event));
  };
  const listeners = [['pointerdown', onDown], ['pointermove', onMove], ['pointerup', onUp], ['pointercancel', end]] as const;
  for (const [type, listener] of listeners) element.addEventListener(type, listener as EventListener);
  return () => {
    for (const [type, listener] of listeners) element.removeEventListener(type, listener as EventListener);
  };
}

/** Shift and wheel, or a clearly sideways wheel, pans; everything else goes on to the page. */
function panByWheel(element: HTMLElement, control: ChartControl): () => void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  const onWheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) * 1.5;
    const now = control.projection();
    if (now === undefined || !(event.shiftKey || sideways)) return;
    event.preventDefault();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    if (pause === undefined) control.hold();
    clearTimeout(pause);
    pause = setTimeout(() => {
      pause = undefined;
      control.release();
    }, WHEEL_PAUSE_MS);
    control.moveTo(pannedWindow(now, (sideways ? event.deltaX : event.deltaY || event.deltaX) * lines));
  };
  element.addEventListener('wheel', onWheel, { passive: false });
  return () => {
    clearTimeout(pause);
    element.removeEventListener('wheel', onWheel);
  };
}
