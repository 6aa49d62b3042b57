import { listen } from '../../kit/listen';
import { watchHand } from '../../kit/pointer-hold';
import type { HoldEnd } from '../../kit/pointer-hold';
import { apartPx } from '../../kit/screen-space';
import type { ScreenPoint } from '../../kit/screen-space';
import { isIn } from './gesture-surface';
import type { GestureSurface } from './gesture-surface';
import { windowOf } from '../../kit/any-window';

/** Below this a touch is a tap: a finger trembles. */
const TAP_PX = 6;
/** Two taps so soon and so near are one double tap. */
const DOUBLE_TAP_MS = 300;
const DOUBLE_TAP_PX = 24;

interface Finger {
  readonly id: number;
  readonly downX: number;
  at: ScreenPoint;
}

/**
 * One finger sideways pans; up and down it scrolls the page, which the browser does itself (`touch-action: pan-y`) and
 * tells us by cancelling. Two fingers zoom about their middle. A double tap beside the marks zooms in. Returns how to
 * stop listening.
 */
export function moveByTouch(surface: GestureSurface): () => void {
  const { element, xAt } = surface;
  const fingers = trackFingers(surface);
  const stops = [
    listen(element, {
      pointerdown: (event) => {
        if (event.pointerType !== 'mouse' && xAt(event) >= 0) fingers.put(event);
      },
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
    fingers.lose();
  };
}

interface Fingers {
  readonly put: (event: PointerEvent) => void;
  readonly lose: () => void;
}

/** Follows at most two fingers, wherever they go, and moves the chart by one or by both. */
function trackFingers({ element, session, control, xAt }: GestureSurface): Fingers {
  const fingers: Finger[] = [];
  const isSecondTap = countTaps();
  let moveChart: ((finger: Finger) => void) | undefined;
  let stopListening: (() => void) | undefined;
  const stop = (how: HoldEnd) => {
    if (moveChart !== undefined) session.end(how === 'taken back');
    moveChart = undefined;
  };
  // With one of two fingers the other is done too: what it moved by since it came down was the pinch.
  const end = (how: HoldEnd) => {
    stopListening?.();
    stopListening = undefined;
    fingers.length = 0;
    stop(how);
  };
  const beginPan = (finger: Finger) => {
    if (Math.abs(xAt(finger.at) - finger.downX) < TAP_PX) return;
    const base = session.begin();
    if (base !== undefined) moveChart = () => session.panBy(base, xAt(finger.at) - finger.downX);
  };
  const beginPinch = (a: Finger, b: Finger) => {
    const base = session.begin();
    const spreadPx = spreadOf(a, b);
    const from = xAt(middleOf(a, b));
    if (base !== undefined)
      moveChart = () => session.zoomBy(base, spreadOf(a, b) / spreadPx, from, xAt(middleOf(a, b)));
  };
  const fingerOf = ({ pointerId }: PointerEvent) => fingers.find(({ id }) => id === pointerId);
  const move = (event: PointerEvent) => {
    const finger = fingerOf(event);
    if (finger === undefined) return;
    finger.at = event;
    if (moveChart === undefined && fingers.length === 1) beginPan(finger);
    moveChart?.(finger);
  };
  const lift = (event: PointerEvent) => {
    if (fingerOf(event) === undefined) return;
    const isTap = fingers.length === 1 && moveChart === undefined && !isIn(event, 'button');
    end('let go');
    if (isTap && isSecondTap(event)) control.zoomBy(2, xAt(event));
  };
  // A second finger belongs to the first where it comes down on the chart too.
  const isOurs = (event: PointerEvent) =>
    event.pointerType !== 'mouse' && (fingerOf(event) !== undefined || event.composedPath().includes(element));
  const follow = () => {
    const stops = [
      watchHand(element, isOurs, end),
      // Of the window: what a finger came down on may have gone from under it.
      listen(windowOf(element), { pointermove: move, pointerup: lift }, { capture: true }),
    ];
    return () => {
      for (const each of stops) each();
    };
  };
  return {
    put: (event) => {
      if (fingers.length === 2) return;
      if (event.isPrimary) end('lost');
      else stop('lost');
      stopListening ??= follow();
      fingers.push({ id: event.pointerId, downX: xAt(event), at: event });
      const [a, b] = fingers;
      if (a !== undefined && b !== undefined) beginPinch(a, b);
    },
    lose: () => end('lost'),
  };
}

function spreadOf(a: Finger, b: Finger): number {
  return Math.max(apartPx(a.at, b.at), 1);
}

function middleOf({ at: a }: Finger, { at: b }: Finger): ScreenPoint {
  return { clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 };
}

/** Asked at each tap whether it is the second of a double tap. */
function countTaps(): (tap: PointerEvent) => boolean {
  let last: PointerEvent | undefined;
  return (tap) => {
    const isSecond =
      last !== undefined && tap.timeStamp - last.timeStamp < DOUBLE_TAP_MS && apartPx(tap, last) < DOUBLE_TAP_PX;
    last = isSecond ? undefined : tap;
    return isSecond;
  };
}
