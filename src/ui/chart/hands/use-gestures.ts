import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { ChartControl } from '../../context/chart-control';
import { useLazyModules } from '../../context/lazy-modules';
import { usePageServices } from '../../context/page-services';
import { usePageSettings } from '../../context/page-settings';
import { useLazyState } from '../../context/use-lazy';
import { spaceOf } from '../../kit/screen-space';
import type { ScreenPoint } from '../../kit/screen-space';

/** The parts of a chart that gestures happen on. */
export interface GestureParts {
  /** All of it, with axis and folds: the wheel moves it there. */
  readonly chart: RefObject<HTMLElement | null>;
  /** Its lanes: the hand moves it there. */
  readonly lanes: RefObject<HTMLElement | null>;
  readonly plot: RefObject<HTMLElement | null>;
}

/**
 * Drag, wheel, pinch, double click and double tap as changes of the window, which in the store is the truth. Their code
 * comes after the first picture, at once when a reader comes near.
 */
export function useGestures({ chart, lanes, plot }: GestureParts): void {
  const { hands, control, gestures } = useHands();
  useEffect(() => {
    const [whole, within] = [chart.current, lanes.current];
    if (hands === undefined || whole === null || within === null) return undefined;
    return hands.followHands(
      { chart: whole, lanes: within },
      control,
      gestures,
      (place) => spaceOf(plot.current ?? within).pointAt(place).x,
    );
  }, [hands, chart, lanes, plot, control, gestures]);
}

/** Over an element beside the chart, a wheel and a pinch do what they do over the chart, about what `xAt` gives. */
export function useWheelOver(
  beside: RefObject<HTMLElement | null>,
  xAt: (place: ScreenPoint, control: ChartControl) => number,
): void {
  const { hands, control, gestures } = useHands();
  useEffect(() => {
    if (hands === undefined || beside.current === null) return undefined;
    return hands.followWheel(beside.current, control, gestures, (place) => xAt(place, control));
  }, [hands, beside, xAt, control, gestures]);
}

/** Everything has a button and a key as well: nobody is told where the code of hands can't be had. */
function useHands() {
  const { here: hands } = useLazyState(useLazyModules().hands, false);
  const { control } = usePageServices();
  const { gestures } = usePageSettings();
  return { hands, control, gestures };
}
