import type { GestureChoice } from '../../../state/address/view-params';
import type { ChartControl } from '../../context/chart-control';
import { isFullScreen } from '../../kit/full-screen';
import type { ScreenPoint } from '../../kit/screen-space';
import { createGestureSession } from './gesture-session';
import type { GestureSession } from './gesture-session';
import { moveByMouse } from './mouse';
import { moveByTouch } from './touch';
import { moveByPinch, moveByWheel } from './wheel';

/** Where a place on the screen is in the chart: CSS px from the plot's left edge. */
export type ChartX = (place: ScreenPoint) => number;

/** Drag, pinch, double click and double tap on the lanes, and the wheel over all of the chart. Returns how to stop. */
export function followHands(
  { chart, lanes }: { readonly chart: HTMLElement; readonly lanes: HTMLElement },
  control: ChartControl,
  choice: GestureChoice,
  xAt: ChartX,
): () => void {
  const session = createGestureSession(control);
  const on = { element: lanes, control, session, xAt };
  const stops = [moveByWheels(chart, session, choice, xAt), moveByMouse(on), moveByTouch(on)];
  return () => {
    for (const stop of stops) stop();
    session.end();
  };
}

/** Over an element beside the chart, a wheel and a pinch do what they do over the chart. Returns how to stop. */
export function followWheel(
  beside: HTMLElement,
  control: ChartControl,
  choice: GestureChoice,
  xAt: ChartX,
): () => void {
  const session = createGestureSession(control);
  const stop = moveByWheels(beside, session, choice, xAt);
  return () => {
    stop();
    session.end();
  };
}

/**
 * The plain wheel is left to the page, in a frame to the page around it, unless the chart is greedy: by choice, or on a
 * screen of its own.
 */
function moveByWheels(element: HTMLElement, session: GestureSession, choice: GestureChoice, xAt: ChartX): () => void {
  const isGreedy = () => choice === 'greedy' || (choice === 'auto' && isFullScreen(element));
  const stops = [moveByWheel({ element, session, xAt }, isGreedy), moveByPinch({ element, session, xAt })];
  return () => {
    for (const stop of stops) stop();
  };
}

declare module '../../context/lazy-modules' {
  interface LazyModules {
    readonly hands: { readonly followHands: typeof followHands; readonly followWheel: typeof followWheel };
  }
}
