import type { GestureSurface } from './gesture-surface';
import { listen } from './gesture-surface';

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

/**
 * Heard before the browser scrolls, since ctrl and wheel must not zoom the page; only over the lanes, and a plain wheel
 * event is let go at once. Returns how to stop listening.
 */
export function moveByWheel({ element, session, plotX }: GestureSurface, isGreedy: () => boolean): () => void {
  return listen(
    element,
    {
      wheel: (event) => {
        const action = readWheel(event, isGreedy());
        const x = plotX(event.clientX);
        if (action === undefined || (action.kind === 'zoom' && x < 0)) return;
        const base = session.beginBriefly();
        if (base === undefined) return;
        event.preventDefault();
        if (action.kind === 'pan') session.panBy(base, -action.px);
        else session.zoomBy(base, 2 ** action.power, x, x);
      },
    },
    { passive: false },
  );
}
