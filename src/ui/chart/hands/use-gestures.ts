import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { GestureChoice } from '../../../state/address/view-params';
import type { ChartControl } from '../../context/chart-control';
import { isFullScreen } from '../../kit/full-screen';
import { createGestureSession } from './gesture-session';
import type { GestureSurface } from './gesture-surface';
import { moveByMouse } from './mouse';
import { moveByTouch } from './touch';
import { moveByWheel } from './wheel';

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
    const session = createGestureSession(control);
    const on: GestureSurface = {
      element,
      control,
      session,
      plotX: (clientX) => clientX - (plot.current ?? element).getBoundingClientRect().left,
    };
    const isGreedy = () => choice === 'greedy' || (choice === 'auto' && isFullScreen(element));
    const stops = [moveByWheel(on, isGreedy), moveByMouse(on), moveByTouch(on)];
    return () => {
      for (const stop of stops) stop();
      session.end();
    };
  }, [surface, plot, control, choice]);
}
