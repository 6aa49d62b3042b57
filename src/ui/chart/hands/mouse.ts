import type { Projection } from '../../../layout/scale/projection';
import { listen } from '../../kit/listen';
import { holdPointer } from '../../kit/pointer-hold';
import { apartPx } from '../../kit/screen-space';
import { isIn } from './gesture-surface';
import type { GestureSurface } from './gesture-surface';
import { windowOf } from '../../kit/any-window';
import { capturePointer } from '../../kit/use-pointer-hold';

/** Below this a press is a click. */
const CLICK_PX = 3;
/** What lies over the lanes or beside them has presses of its own. */
const NO_DRAG = '.dt-lane-head, .dt-fan, .dt-tooltip';
const FIRST = { capture: true };

/** Dragging pans, double clicking zooms. Returns how to stop listening. */
export function moveByMouse(surface: GestureSurface): () => void {
  const stops = [panByDrag(surface), zoomByDoubleClick(surface)];
  return () => {
    for (const stop of stops) stop();
  };
}

function panByDrag(surface: GestureSurface): () => void {
  const { element, xAt } = surface;
  let loseDrag: (() => void) | undefined;
  const stopListening = listen(element, {
    pointerdown: (press) => {
      const isDrag = press.pointerType === 'mouse' && press.button === 0 && !press.ctrlKey;
      if (!isDrag || xAt(press) < 0 || isIn(press, NO_DRAG)) return;
      loseDrag?.();
      loseDrag = followDrag(surface, press);
    },
  });
  return () => {
    stopListening();
    loseDrag?.();
  };
}

/** What was dragged isn't clicked. Returns how to end it sooner. */
function followDrag({ element, session, xAt }: GestureSurface, press: PointerEvent): () => void {
  let base: Projection | undefined;
  const fromX = xAt(press);
  // Neither text nor a link is to be dragged along.
  const page = windowOf(element);
  const stopRefusing = listen(page, { selectstart: refuse, dragstart: refuse }, FIRST);
  return holdPointer(element, press, {
    onMove: (move) => {
      if (base === undefined && apartPx(move, press) >= CLICK_PX) {
        base = session.begin();
        // Not sooner: a click would go to the chart instead of the mark.
        if (base !== undefined) capturePointer(element, press.pointerId);
      }
      if (base !== undefined) session.panBy(base, xAt(move) - fromX);
    },
    onEnd: (how) => {
      stopRefusing();
      if (base === undefined) return;
      if (how === 'let go') swallowClick(page);
      else if (how === 'taken back')
        page.addEventListener('pointerup', () => swallowClick(page), { ...FIRST, once: true });
      session.end(how === 'taken back');
    },
  });
}

function refuse(event: Event): void {
  event.preventDefault();
}

/** The click comes right after the button was let go, or not at all. */
function swallowClick(page: Window): void {
  const stop = listen(
    page,
    {
      click: (event) => {
        event.preventDefault();
        event.stopImmediatePropagation();
      },
    },
    FIRST,
  );
  setTimeout(stop, 0);
}

/** By mouse: what a double tap does to the browser differs, and is ours (touch.ts). */
function zoomByDoubleClick({ element, control, xAt }: GestureSurface): () => void {
  let isMouse = true;
  return listen(element, {
    pointerdown: ({ pointerType }) => {
      isMouse = pointerType === 'mouse';
    },
    dblclick: (event) => {
      const x = xAt(event);
      if (isMouse && x >= 0 && !isIn(event, 'button')) control.zoomBy(event.shiftKey ? 0.5 : 2, x);
    },
  });
}
