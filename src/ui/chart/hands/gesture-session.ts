import { pannedWindow, windowAt } from '../../../layout/scale/projection';
import type { Projection } from '../../../layout/scale/projection';
import type { ChartControl } from '../../context/chart-control';

/** Two wheel events closer than this are one gesture, and one step of undo. */
const WHEEL_PAUSE_MS = 150;

/**
 * What moves the chart directly: one gesture at a time, each one step of undo. A movement is told as a whole, from the
 * `base` that its beginning gave. Places are CSS px from the plot's left edge.
 */
export interface GestureSession {
  /** A gesture begins, and one under way ends. Undefined where there is nothing to move. */
  readonly begin: () => Projection | undefined;
  /** The same for a wheel, which says no end: what follows soon belongs to the same gesture, which ends by itself. */
  readonly beginBriefly: () => Projection | undefined;
  readonly panBy: (base: Projection, dx: number) => void;
  /** Zooms by `factor` (above 1 goes closer) so that what stood at `from` stands at `to`. */
  readonly zoomBy: (base: Projection, factor: number, from: number, to: number) => void;
  /** Nothing where none is under way. What a hand takes back stands where it stood before. */
  readonly end: (isTakenBack?: boolean) => void;
}

/** One for a chart; whoever makes it calls `end` when the chart goes. */
export function createGestureSession(control: ChartControl): GestureSession {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let isHolding = false;
  const end = (isTakenBack = false) => {
    clearTimeout(pause);
    const isOver = isHolding;
    isHolding = false;
    if (isOver && isTakenBack) control.takeBack();
    else if (isOver) control.release();
  };
  const hold = () => {
    const now = control.projection();
    if (now === undefined) return undefined;
    if (!isHolding) control.hold();
    isHolding = true;
    return now;
  };
  return {
    begin: () => {
      end();
      return hold();
    },
    beginBriefly: () => {
      clearTimeout(pause);
      pause = setTimeout(() => end(), WHEEL_PAUSE_MS);
      return hold();
    },
    panBy: (base, dx) => control.moveTo(pannedWindow(base, -dx)),
    zoomBy: (base, factor, from, to) => {
      const left = from - to / factor;
      control.moveTo(windowAt(base, left, left + base.widthPx / factor, Math.min(Math.max(to / base.widthPx, 0), 1)));
    },
    end,
  };
}
