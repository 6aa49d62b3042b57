import { pannedWindow, windowAt } from '../../../layout/scale/projection';
import type { Projection } from '../../../layout/scale/projection';
import type { ChartControl } from '../../context/chart-control';

/** Two wheel turns closer than this are one gesture, and one step of undo. */
const WHEEL_PAUSE_MS = 150;

/** A hand on the chart: one gesture at a time, each one step of undo. Places are px from the plot's left edge. */
export interface Hand {
  /** Takes hold; a gesture under way ends. Undefined where there is nothing to move. */
  readonly take: () => Projection | undefined;
  /** Takes hold for a moment, as a wheel does; further turns soon after belong to the same gesture. */
  readonly touch: () => Projection | undefined;
  readonly moveBy: (base: Projection, dx: number) => void;
  /** Zooms by `factor` (above 1 goes closer) so that what stood at `from` stands at `to`. */
  readonly spread: (base: Projection, factor: number, from: number, to: number) => void;
  readonly letGo: () => void;
}

export function makeHand(control: ChartControl): Hand {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let isHolding = false;
  const letGo = () => {
    clearTimeout(pause);
    if (isHolding) control.release();
    isHolding = false;
  };
  const hold = () => {
    const now = control.projection();
    if (now === undefined) return undefined;
    if (!isHolding) control.hold();
    isHolding = true;
    return now;
  };
  return {
    take: () => {
      letGo();
      return hold();
    },
    touch: () => {
      clearTimeout(pause);
      pause = setTimeout(letGo, WHEEL_PAUSE_MS);
      return hold();
    },
    moveBy: (base, dx) => control.moveTo(pannedWindow(base, -dx)),
    spread: (base, factor, from, to) => {
      const left = from - to / factor;
      control.moveTo(windowAt(base, left, left + base.widthPx / factor, Math.min(Math.max(to / base.widthPx, 0), 1)));
    },
    letGo,
  };
}
