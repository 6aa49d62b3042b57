import type { ChartControl } from '../../context/chart-control';
import type { ScreenPoint } from '../../kit/screen-space';
import type { GestureSession } from './gesture-session';
import { isElement } from '../../kit/any-window';

/** Where gestures happen, and what they move. */
export interface GestureSurface {
  readonly element: HTMLElement;
  readonly session: GestureSession;
  readonly control: ChartControl;
  /** CSS px from the plot's left edge; negative, or beyond the plot's width, over the lanes' headers. */
  readonly xAt: (place: ScreenPoint) => number;
}

/** Whether an event began in something that a selector finds. */
export function isIn(event: Event, selector: string): boolean {
  // Heard from outside its shadow root it would have the root's host for its target.
  const [target] = event.composedPath();
  return isElement(target) && target.closest(selector) !== null;
}
