/** What a turn of the wheel asks of the chart: zooming by a power of 2 (positive goes closer), or panning by CSS px. */
export type WheelTurn =
  | { readonly kind: 'zoom'; readonly power: number }
  | { readonly kind: 'pan'; readonly px: number };

/** What of a `WheelEvent` it is read from. */
export type WheelReading = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** The most one turn zooms, as a power of 2: a mouse turns in notches of 100 and more, a pinch in steps of a few. */
const MOST_PER_TURN = 0.5;
/** `WheelEvent.DOM_DELTA_LINE` and `DOM_DELTA_PAGE`; anything else is px. */
const LINES = 1;
const PAGES = 2;
const LINE_PX = 16;

/**
 * Ctrl or cmd (a trackpad's pinch sets ctrl) zooms, shift or a clearly sideways turn pans, and the plain wheel zooms
 * where the chart is `greedy`. Undefined is the page's: nothing may hold it up.
 */
export function readWheel(event: WheelReading, greedy: boolean): WheelTurn | undefined {
  const { deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey } = event;
  if (ctrlKey || metaKey) return { kind: 'zoom', power: powerOf(event) };
  const isSideways = Math.abs(deltaX) > Math.abs(deltaY) * 1.5;
  if (shiftKey || isSideways)
    return { kind: 'pan', px: (isSideways ? deltaX : deltaY || deltaX) * (deltaMode === LINES ? LINE_PX : 1) };
  return greedy ? { kind: 'zoom', power: powerOf(event) } : undefined;
}

function powerOf({ deltaY, deltaMode, ctrlKey }: WheelReading): number {
  const unit = deltaMode === LINES ? 0.05 : deltaMode === PAGES ? 1 : 0.002;
  return Math.min(Math.max(-deltaY * unit * (ctrlKey ? 10 : 1), -MOST_PER_TURN), MOST_PER_TURN);
}
