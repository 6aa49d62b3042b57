import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { Projection } from '../../../layout/scale/projection';
import type { GestureChoice } from '../../../state/address/view-params';
import type { ChartControl } from '../../context/chart-control';
import { makeHand } from './gesture-session';
import type { Hand } from './gesture-session';
import { isFullScreen } from '../../kit/full-screen';
import { readWheel } from './wheel';

/** Below this a press is a click; a finger trembles more. */
const MOUSE_PX = 3;
const FINGER_PX = 6;
const TAP_MS = 300;
const TAP_PX = 24;

/** Where the gestures happen, and what they move. */
interface Ground {
  readonly element: HTMLElement;
  readonly hand: Hand;
  readonly control: ChartControl;
  /** Px from the plot's left edge; negative over the lanes' headers. */
  readonly plotX: (clientX: number) => number;
}

/**
 * Drag, wheel, pinch, double click and double tap as changes of the window, which in the store is the truth. The plain
 * wheel is left to the page, in a frame to the page around it, unless the chart is greedy: by `choice`, or on a screen
 * of its own.
 */
export function useGestures(
  surface: RefObject<HTMLElement | null>,
  plot: RefObject<HTMLElement | null>,
  control: ChartControl,
  choice: GestureChoice,
): void {
  useEffect(() => {
    const element = surface.current;
    if (element === null) return undefined;
    const ground: Ground = {
      element,
      control,
      hand: makeHand(control),
      plotX: (clientX) => clientX - (plot.current ?? element).getBoundingClientRect().left,
    };
    const isGreedy = () => choice === 'greedy' || (choice === 'auto' && isFullScreen(element));
    const stops = [
      turnByWheel(ground, isGreedy),
      dragByMouse(ground),
      zoomByDoubleClick(ground),
      moveByFingers(ground),
    ];
    return () => {
      for (const stop of stops) stop();
      ground.hand.letGo();
    };
  }, [surface, plot, control, choice]);
}

type Listeners = { readonly [Type in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Type]) => void };

/** Returns how to stop listening. */
function listen(target: EventTarget, listeners: Listeners, options?: AddEventListenerOptions): () => void {
  const all = Object.entries(listeners) as [string, (event: Event) => void][];
  for (const [type, listener] of all) target.addEventListener(type, listener, options);
  return () => {
    for (const [type, listener] of all) target.removeEventListener(type, listener, options);
  };
}

/**
 * Heard before the browser scrolls, since ctrl and wheel must not zoom the page; only over the lanes, and a plain turn
 * is let go at once.
 */
function turnByWheel({ element, hand, plotX }: Ground, isGreedy: () => boolean): () => void {
  return listen(
    element,
    {
      wheel: (event) => {
        const turn = readWheel(event, isGreedy());
        const x = plotX(event.clientX);
        if (turn === undefined || (turn.kind === 'zoom' && x < 0)) return;
        const base = hand.touch();
        if (base === undefined) return;
        event.preventDefault();
        if (turn.kind === 'pan') hand.moveBy(base, -turn.px);
        else hand.spread(base, 2 ** turn.power, x, x);
      },
    },
    { passive: false },
  );
}

/** Goes on outside the chart, until the button is let go. What was dragged isn't clicked. */
function dragByMouse({ element, hand, plotX }: Ground): () => void {
  let end: (() => void) | undefined;
  const stopListening = listen(element, {
    pointerdown: (event) => {
      if (
        event.pointerType !== 'mouse' ||
        event.button !== 0 ||
        event.ctrlKey ||
        plotX(event.clientX) < 0 ||
        isIn(event, '.dt-lane-head, .dt-fan, .dt-tooltip')
      )
        return;
      end?.();
      const { pointerId, clientX, clientY } = event;
      let base: Projection | undefined;
      const stopMoving = listen(
        window,
        {
          pointermove: (move) => {
            if (move.pointerId !== pointerId) return;
            if (base === undefined && Math.hypot(move.clientX - clientX, move.clientY - clientY) >= MOUSE_PX)
              base = hand.take();
            if (base !== undefined) hand.moveBy(base, move.clientX - clientX);
          },
          pointerup: (up) => {
            if (up.pointerId !== pointerId) return;
            if (base !== undefined) swallowClick();
            end?.();
          },
          pointercancel: (gone) => {
            if (gone.pointerId === pointerId) end?.();
          },
          // Neither text nor a link is to be dragged along.
          selectstart: (selecting) => selecting.preventDefault(),
          dragstart: (dragging) => dragging.preventDefault(),
        },
        { capture: true },
      );
      end = () => {
        end = undefined;
        stopMoving();
        if (base !== undefined) hand.letGo();
      };
    },
  });
  return () => {
    stopListening();
    end?.();
  };
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

/** By mouse: what a double tap does to the browser differs, and is ours (below). */
function zoomByDoubleClick({ element, control, plotX }: Ground): () => void {
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

interface Finger {
  readonly id: number;
  readonly downX: number;
  x: number;
  y: number;
}

/**
 * One finger sideways pans; up and down it scrolls the page, which the browser does itself (`touch-action: pan-y`) and
 * tells us by cancelling. Two fingers zoom about their middle. A double tap beside the marks zooms in.
 */
function moveByFingers({ element, hand, control, plotX }: Ground): () => void {
  const fingers: Finger[] = [];
  let moving: ((finger: Finger) => void) | undefined;
  let tap = { at: -Infinity, x: 0, y: 0 };
  const end = () => {
    if (moving !== undefined) hand.letGo();
    moving = undefined;
  };
  // With one of two fingers the other is done too: what it moved by since it came down was the pinch.
  const lift = ({ pointerId }: PointerEvent): boolean =>
    fingers.some(({ id }) => id === pointerId) && fingers.splice(0).length > 0;
  const pan = (finger: Finger) => {
    if (Math.abs(finger.x - finger.downX) < FINGER_PX) return;
    const base = hand.take();
    if (base !== undefined) moving = () => hand.moveBy(base, finger.x - finger.downX);
  };
  const pinch = (a: Finger, b: Finger) => {
    const base = hand.take();
    const apart = Math.max(Math.hypot(a.x - b.x, a.y - b.y), 1);
    const from = plotX((a.x + b.x) / 2);
    if (base !== undefined)
      moving = () =>
        hand.spread(base, Math.max(Math.hypot(a.x - b.x, a.y - b.y), 1) / apart, from, plotX((a.x + b.x) / 2));
  };
  const stops = [
    listen(element, {
      pointerdown: (event) => {
        if (event.pointerType === 'mouse' || plotX(event.clientX) < 0 || fingers.length === 2) return;
        if (event.isPrimary) fingers.length = 0;
        end();
        fingers.push({ id: event.pointerId, downX: event.clientX, x: event.clientX, y: event.clientY });
        const [a, b] = fingers;
        if (a !== undefined && b !== undefined) pinch(a, b);
      },
      pointermove: (event) => {
        const finger = fingers.find(({ id }) => id === event.pointerId);
        if (finger === undefined) return;
        finger.x = event.clientX;
        finger.y = event.clientY;
        if (moving === undefined && fingers.length === 1) pan(finger);
        moving?.(finger);
      },
      pointerup: (event) => {
        const isTap = fingers.length === 1 && moving === undefined && !isIn(event, 'button');
        if (!lift(event)) return;
        end();
        if (!isTap) return;
        const isSecond =
          event.timeStamp - tap.at < TAP_MS && Math.hypot(event.clientX - tap.x, event.clientY - tap.y) < TAP_PX;
        tap = { at: isSecond ? -Infinity : event.timeStamp, x: event.clientX, y: event.clientY };
        if (isSecond) control.zoomBy(2, plotX(event.clientX));
      },
      pointercancel: (event) => {
        if (lift(event)) end();
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
    end();
  };
}

function isIn({ target }: Event, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
