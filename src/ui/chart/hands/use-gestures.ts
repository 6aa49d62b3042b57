import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { GestureChoice } from '../../../state/address/view-params';
import type { ChartControl } from '../../context/chart-control';
import { usePageServices } from '../../context/page-services';
import { usePageSettings } from '../../context/page-settings';
import { isFullScreen } from '../../kit/full-screen';
import { spaceOf } from '../../kit/screen-space';
import type { ScreenPoint } from '../../kit/screen-space';
import { createGestureSession } from './gesture-session';
import type { GestureSession } from './gesture-session';
import { moveByMouse } from './mouse';
import { moveByTouch } from './touch';
import { moveByPinch, moveByWheel } from './wheel';

/** The parts of a chart that gestures happen on. */
export interface GestureParts {
  /** All of it, with axis and folds: the wheel moves it there. */
  readonly chart: RefObject<HTMLElement | null>;
  /** Its lanes: the hand moves it there. */
  readonly lanes: RefObject<HTMLElement | null>;
  readonly plot: RefObject<HTMLElement | null>;
}

/** Drag, wheel, pinch, double click and double tap as changes of the window, which in the store is the truth. */
export function useGestures({ chart, lanes, plot }: GestureParts): void {
  const { control } = usePageServices();
  const { gestures } = usePageSettings();
  useEffect(() => {
    const element = lanes.current;
    if (element === null) return undefined;
    const session = createGestureSession(control);
    const xAt = (place: ScreenPoint) => spaceOf(plot.current ?? element).pointAt(place).x;
    const on = { element, control, session, xAt };
    const stops = [
      followWheel(chart.current ?? element, session, gestures, xAt),
      moveByMouse(on),
      moveByTouch(on),
      () => session.end(),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [chart, lanes, plot, control, gestures]);
}

/** Over an element beside the chart, a wheel and a pinch do what they do over the chart; `xAt` as in `WheelSurface`. */
export function useWheelOver(
  beside: RefObject<HTMLElement | null>,
  xAt: (place: ScreenPoint, control: ChartControl) => number,
): void {
  const { control } = usePageServices();
  const { gestures } = usePageSettings();
  useEffect(() => {
    if (beside.current === null) return undefined;
    const session = createGestureSession(control);
    const stop = followWheel(beside.current, session, gestures, (place) => xAt(place, control));
    return () => {
      stop();
      session.end();
    };
  }, [beside, xAt, control, gestures]);
}

/**
 * The plain wheel is left to the page, in a frame to the page around it, unless the chart is greedy: by choice, or on a
 * screen of its own.
 */
function followWheel(
  element: HTMLElement,
  session: GestureSession,
  choice: GestureChoice,
  xAt: (place: ScreenPoint) => number,
): () => void {
  const isGreedy = () => choice === 'greedy' || (choice === 'auto' && isFullScreen(element));
  const stops = [moveByWheel({ element, session, xAt }, isGreedy), moveByPinch({ element, session, xAt })];
  return () => {
    for (const stop of stops) stop();
  };
}
