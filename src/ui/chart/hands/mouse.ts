import type { Projection } from '../../../layout/scale/projection';
import { isIn, listen } from './gesture-surface';
import type { GestureSurface } from './gesture-surface';

/** Below this a press is a click. */
const CLICK_PX = 3;
/** What lies over the lanes or beside them has presses of its own. */
const NO_DRAG = '.dt-lane-head, .dt-fan, .dt-tooltip';

/** Dragging pans, double clicking zooms. Returns how to stop listening. */
export function moveByMouse(surface: GestureSurface): () => void {
  const stops = [panByDrag(surface), zoomByDoubleClick(surface)];
  return () => {
    for (const stop of stops) stop();
  };
}

function panByDrag(surface: GestureSurface): () => void {
  const { element, plotX } = surface;
  let endDrag: (() => void) | undefined;
  const stopListening = listen(element, {
    pointerdown: (press) => {
      const isDrag = press.pointerType === 'mouse' && press.button === 0 && !press.ctrlKey;
      if (!isDrag || plotX(press.clientX) < 0 || isIn(press, NO_DRAG)) return;
      endDrag?.();
      endDrag = followDrag(surface, press);
    },
  });
  return () => {
    stopListening();
    endDrag?.();
  };
}

/**
 * From a press on until the button is let go, outside the chart too. What was dragged isn't clicked. Returns how to end
 * it sooner.
 */
function followDrag({ session }: GestureSurface, press: PointerEvent): () => void {
  let base: Projection | undefined;
  const isOther = ({ pointerId }: PointerEvent) => pointerId !== press.pointerId;
  const end = () => {
    stopListening();
    if (base !== undefined) session.end();
    base = undefined;
  };
  const stopListening = listen(
    window,
    {
      pointermove: (move) => {
        if (isOther(move)) return;
        const isFar = Math.hypot(move.clientX - press.clientX, move.clientY - press.clientY) >= CLICK_PX;
        if (base === undefined && isFar) base = session.begin();
        if (base !== undefined) session.panBy(base, move.clientX - press.clientX);
      },
      pointerup: (up) => {
        if (isOther(up)) return;
        if (base !== undefined) swallowClick();
        end();
      },
      pointercancel: (cancel) => {
        if (!isOther(cancel)) end();
      },
      // Neither text nor a link is to be dragged along.
      selectstart: (selecting) => selecting.preventDefault(),
      dragstart: (dragging) => dragging.preventDefault(),
    },
    { capture: true },
  );
  return end;
}

/** The click comes right after the button was let go, or not at all. */
function swallowClick(): void {
  const stop = listen(
    window,
    {
      click: (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      },
    },
    { capture: true },
  );
  setTimeout(stop, 0);
}

/** By mouse: what a double tap does to the browser differs, and is ours (touch.ts). */
function zoomByDoubleClick({ element, control, plotX }: GestureSurface): () => void {
  let isMouse = true;
  return listen(element, {
    pointerdown: ({ pointerType }) => {
      isMouse = pointerType === 'mouse';
    },
    dblclick: (event) => {
      const x = plotX(event.clientX);
      if (isMouse && x >= 0 && !isIn(event, 'button')) control.zoomBy(event.shiftKey ? 0.5 : 2, x);
    },
  });
}
