import type { Projection } from '../../../layout/scale/projection';
import { listen } from '../../kit/listen';
import type { ScreenPoint } from '../../kit/screen-space';
import type { GestureSession } from './gesture-session';
import { isIn } from './gesture-surface';

/** What a wheel event asks of the chart: zooming by a power of 2 (positive goes closer), or panning by CSS px. */
export type WheelAction =
  | { readonly kind: 'zoom'; readonly power: number }
  | { readonly kind: 'pan'; readonly px: number };

/** What of a `WheelEvent` it is read from. */
export type WheelInput = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** The most one event zooms, as a power of 2: a mouse sends notches of 100 and more, a pinch steps of a few. */
const MOST_AT_ONCE = 0.5;
/** `WheelEvent.DOM_DELTA_LINE` and `DOM_DELTA_PAGE`; anything else is px. */
const LINES = 1;
const PAGES = 2;
const LINE_PX = 16;

/**
 * Ctrl or cmd (a trackpad's pinch sets ctrl) zooms, shift or a clearly sideways wheel pans, and the plain wheel zooms
 * where the chart is `greedy`. Undefined is the page's: nothing may hold it up.
 */
export function readWheel(event: WheelInput, greedy: boolean): WheelAction | undefined {
  const { deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey } = event;
  if (ctrlKey || metaKey) return { kind: 'zoom', power: powerOf(event) };
  const isSideways = Math.abs(deltaX) > Math.abs(deltaY) * 1.5;
  if (shiftKey || isSideways)
    return { kind: 'pan', px: (isSideways ? deltaX : deltaY || deltaX) * (deltaMode === LINES ? LINE_PX : 1) };
  return greedy ? { kind: 'zoom', power: powerOf(event) } : undefined;
}

function powerOf({ deltaY, deltaMode, ctrlKey }: WheelInput): number {
  const unit = deltaMode === LINES ? 0.05 : deltaMode === PAGES ? 1 : 0.002;
  return Math.min(Math.max(-deltaY * unit * (ctrlKey ? 10 : 1), -MOST_AT_ONCE), MOST_AT_ONCE);
}

/** Where a plain wheel has something else to scroll, however greedy the chart is. */
const SCROLLS = '.dt-lane-head, .dt-axis-corner, .dt-popover';

/** What is moved by a wheel or a trackpad that is over an element. */
export interface WheelSurface {
  readonly element: HTMLElement;
  readonly session: GestureSession;
  /** What zooming keeps in place: CSS px from the plot's left edge, or anything beyond it for the plot's middle. */
  readonly xAt: (place: ScreenPoint) => number;
}

/**
 * Heard before the browser scrolls, zooms the page or goes back in its history; a plain wheel event is let go at once.
 * Returns how to stop listening.
 */
export function moveByWheel({ element, session, xAt }: WheelSurface, isGreedy: () => boolean): () => void {
  return listen(
    element,
    {
      wheel: (event) => {
        const action = readWheel(event, isGreedy() && !isIn(event, SCROLLS));
        if (action === undefined) return;
        const base = session.beginBriefly();
        if (base === undefined) return;
        event.preventDefault();
        if (action.kind === 'pan') session.panBy(base, -action.px);
        else zoomBriefly(session, base, 2 ** action.power, xAt(event));
      },
    },
    { passive: false },
  );
}

/** WebKit's `GestureEvent`: a pinch on a trackpad, which other browsers tell as ctrl and wheel. */
interface PinchEvent extends Event, ScreenPoint {
  /** Since the pinch began. */
  readonly scale: number;
}

/**
 * A pinch on a trackpad in Safari. On a touch screen it tells fingers in this way as well, which are followed as such
 * (touch.ts). Returns how to stop listening.
 */
export function moveByPinch({ element, session, xAt }: WheelSurface): () => void {
  let touches = 0;
  let scale = 1;
  const count = (event: TouchEvent) => {
    touches = event.touches.length;
  };
  const onPinch = (event: Event) => {
    if (touches > 0) return;
    const { scale: now, clientX, clientY } = event as PinchEvent;
    event.preventDefault();
    const factor = event.type === 'gesturestart' ? 1 : now / scale;
    scale = now;
    const base = factor === 1 ? undefined : session.beginBriefly();
    if (base !== undefined) zoomBriefly(session, base, factor, xAt({ clientX, clientY }));
  };
  const stopCounting = listen(element, { touchstart: count, touchend: count, touchcancel: count }, { passive: true });
  const types = ['gesturestart', 'gesturechange', 'gestureend'];
  for (const type of types) element.addEventListener(type, onPinch);
  return () => {
    stopCounting();
    for (const type of types) element.removeEventListener(type, onPinch);
  };
}

function zoomBriefly(session: GestureSession, base: Projection, factor: number, x: number): void {
  const about = x >= 0 && x <= base.widthPx ? x : base.widthPx / 2;
  session.zoomBy(base, factor, about, about);
}
