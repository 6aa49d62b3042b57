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
    const plotX = (event: Event) => pointer(event, plot.current ?? element)[0];
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
    const stopWheel = panByWheel(element, control);
    return () => {
      selection.on('.zoom', null).on('.timeline', null);
      stopWheel();
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
  if (event.target instanceof Element && event.target.closest('.dt-lane-head, .dt-fan') !== null) return false;
  return !('button' in event) || (event.button === 0 && !event.ctrlKey);
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
