import { isIn, listen } from './gesture-surface';
import type { GestureSurface } from './gesture-surface';

/** Below this a touch is a tap: a finger trembles. */
const TAP_PX = 6;
/** Two taps so soon and so near are one double tap. */
const DOUBLE_TAP_MS = 300;
const DOUBLE_TAP_PX = 24;

interface Finger {
  readonly id: number;
  readonly downX: number;
  x: number;
  y: number;
}

/**
 * One finger sideways pans; up and down it scrolls the page, which the browser does itself (`touch-action: pan-y`) and
 * tells us by cancelling. Two fingers zoom about their middle. A double tap beside the marks zooms in. Returns how to
 * stop listening.
 */
export function moveByTouch(surface: GestureSurface): () => void {
  const fingers = trackFingers(surface);
  const isSecondTap = countTaps();
  const { element, control, plotX } = surface;
  const stops = [
    listen(element, {
      pointerdown: (event) => {
        if (event.pointerType !== 'mouse' && plotX(event.clientX) >= 0) fingers.put(event);
      },
      pointermove: fingers.move,
      pointerup: (event) => {
        const isTap = fingers.isAtRest() && !isIn(event, 'button');
        if (fingers.lift(event) && isTap && isSecondTap(event)) control.zoomBy(2, plotX(event.clientX));
      },
      pointercancel: fingers.lift,
    }),
    listen(
      element,
      {
        // A browser may take two fingers that go up or down for scrolling.
        touchmove: (event) => {
          if (event.touches.length > 1 && event.cancelable) event.preventDefault();
        },
      },
      { passive: false },
    ),
  ];
  return () => {
    for (const stop of stops) stop();
    fingers.stop();
  };
}

interface Fingers {
  readonly put: (event: PointerEvent) => void;
  readonly move: (event: PointerEvent) => void;
  /** Whether it was one of those that are followed. */
  readonly lift: (event: PointerEvent) => boolean;
  /** Whether a single finger is down and hasn't moved the chart. */
  readonly isAtRest: () => boolean;
  readonly stop: () => void;
}

/** Follows at most two fingers, and moves the chart by one or by both. */
function trackFingers({ session, plotX }: GestureSurface): Fingers {
  const fingers: Finger[] = [];
  let moveChart: ((finger: Finger) => void) | undefined;
  const stop = () => {
    if (moveChart !== undefined) session.end();
    moveChart = undefined;
  };
  const beginPan = (finger: Finger) => {
    if (Math.abs(finger.x - finger.downX) < TAP_PX) return;
    const base = session.begin();
    if (base !== undefined) moveChart = () => session.panBy(base, finger.x - finger.downX);
  };
  const beginPinch = (a: Finger, b: Finger) => {
    const base = session.begin();
    const apartPx = distancePx(a, b);
    const from = plotX((a.x + b.x) / 2);
    if (base !== undefined)
      moveChart = () => session.zoomBy(base, distancePx(a, b) / apartPx, from, plotX((a.x + b.x) / 2));
  };
  return {
    put: ({ pointerId, isPrimary, clientX, clientY }) => {
      if (fingers.length === 2) return;
      if (isPrimary) fingers.length = 0;
      stop();
      fingers.push({ id: pointerId, downX: clientX, x: clientX, y: clientY });
      const [a, b] = fingers;
      if (a !== undefined && b !== undefined) beginPinch(a, b);
    },
    move: ({ pointerId, clientX, clientY }) => {
      const finger = fingers.find(({ id }) => id === pointerId);
      if (finger === undefined) return;
      finger.x = clientX;
      finger.y = clientY;
      if (moveChart === undefined && fingers.length === 1) beginPan(finger);
      moveChart?.(finger);
    },
    lift: ({ pointerId }) => {
      if (!fingers.some(({ id }) => id === pointerId)) return false;
      // With one of two fingers the other is done too: what it moved by since it came down was the pinch.
      fingers.length = 0;
      stop();
      return true;
    },
    isAtRest: () => fingers.length === 1 && moveChart === undefined,
    stop,
  };
}

function distancePx(a: Finger, b: Finger): number {
  return Math.max(Math.hypot(a.x - b.x, a.y - b.y), 1);
}

/** Asked at each tap whether it is the second of a double tap. */
function countTaps(): (tap: PointerEvent) => boolean {
  let last = { at: -Infinity, x: 0, y: 0 };
  return ({ timeStamp, clientX, clientY }) => {
    const isSecond =
      timeStamp - last.at < DOUBLE_TAP_MS && Math.hypot(clientX - last.x, clientY - last.y) < DOUBLE_TAP_PX;
    last = { at: isSecond ? -Infinity : timeStamp, x: clientX, y: clientY };
    return isSecond;
  };
}
