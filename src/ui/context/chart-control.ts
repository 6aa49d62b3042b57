import { makeEmitter } from '../../base/emitter';
import { valueAt } from '../../base/value-at';
import { pannedWindow, project, windowAt, windowBetween, zoomedWindow } from '../../layout/scale/projection';
import type { Projection } from '../../layout/scale/projection';
import { timeScaleOf } from '../../layout/scale/time-scale-of';
import type { TimeScale } from '../../layout/scale/time-scale';
import type { TimeSpan } from '../../model/dates/instant';
import { rememberView } from '../../state/view/history';
import { setWindow } from '../../state/view/view-actions';
import type { TimelineStore } from '../../state/view/store';
import type { TimelineState } from '../../state/view/timeline-state';
import { datedRowOf } from '../../model/dated-part';

const MOVE_MS = 200;
/** After the last movement of a hand: the buttons over the ink settle. */
const SETTLE_MS = 20;

/**
 * Moves the window: by buttons and keys (evenly, 200 ms, yielding to any input) and by hand (at once). Knows how wide
 * the plot is; the window itself lives in the store. One per mounted timeline.
 */
export interface ChartControl {
  readonly setWidth: (widthPx: number) => void;
  /** Undefined until a dataset is there. */
  readonly projection: () => Projection | undefined;
  readonly scale: () => TimeScale | undefined;
  readonly zoomBy: (factor: number, aboutPx?: number) => void;
  /** Shares of the plot's width; positive goes forward in time. */
  readonly panBy: (share: number) => void;
  readonly show: (window: TimeSpan | undefined) => void;
  /** One event's whole span, with air on both sides. */
  readonly fitEvent: (id: string) => void;
  /**
   * By hand: `hold` once when it begins, `moveTo` for every movement, `release` when it ends. What a hand holds is one
   * dataset on one scale: when another comes the hand is empty, and moves nothing.
   */
  readonly hold: () => void;
  readonly moveTo: (window: TimeSpan) => void;
  readonly release: () => void;
  /** Instead of `release`: the window is again what it was when the hand took hold. */
  readonly takeBack: () => void;
  readonly isMoving: () => boolean;
  /** Calls back when movement has come to rest; returns how to stop listening. */
  readonly onRest: (listener: () => void) => () => void;
  readonly notePainted: (state: TimelineState) => void;
  /**
   * Resolves when what the store holds now, and nothing older, is on screen: true. Where it can't be seen (a tab behind,
   * an element without room or out of the page, after `destroy`), soon and false; it is painted when it is seen.
   */
  readonly whenPainted: () => Promise<boolean>;
  readonly destroy: () => void;
}

/** Slow at both ends: cubic, share 0 to 1. */
function easeInOut(share: number): number {
  return share < 0.5 ? 4 * share ** 3 : 1 - 4 * (1 - share) ** 3;
}

/** What a control asks of where it stands. */
interface ControlSetting {
  /** Whether movement should be at once (reduced motion). */
  readonly isStill: () => boolean;
  /** Whether what is drawn can be seen. */
  readonly isSeen?: () => boolean;
  /** The author has locked the window, and nothing moves it. */
  readonly fixed?: boolean | undefined;
}

/** What is drawn without frames (use-scene.ts) is there by then. */
const LOOK_EVERY_MS = 500;

export function createChartControl(
  store: TimelineStore,
  { isStill, isSeen = () => true, fixed = false }: ControlSetting,
): ChartControl {
  let widthPx = 800;
  let held: { readonly scale: TimeScale | undefined; readonly window: TimeSpan | undefined } | undefined;
  let frame: number | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let painted: TimelineState | undefined;
  const rest = makeEmitter();
  const waiting = new Set<(isPainted: boolean) => void>();
  let looking: ReturnType<typeof setTimeout> | undefined;
  let isGone = false;

  const isPainted = () => painted === store.getState() && frame === undefined;
  const endWaiting = (outcome: boolean) => {
    clearTimeout(looking);
    looking = undefined;
    const all = [...waiting];
    waiting.clear();
    for (const resolve of all) resolve(outcome);
  };
  /** Looks now and then whether there is anything to wait for: frames that don't come tell nobody. */
  const look = () => {
    const before = frame;
    looking ??= setTimeout(() => {
      looking = undefined;
      if (isSeen() && (frame === undefined || frame !== before)) look();
      else endWaiting(false);
    }, LOOK_EVERY_MS);
  };

  const scale = () => {
    const { table, scale: kind } = store.getState();
    return table === undefined ? undefined : timeScaleOf(table, kind);
  };
  const projection = () => {
    const current = scale();
    return current === undefined ? undefined : project(current, store.getState().window ?? current.domain, widthPx);
  };
  const isHeld = () => held !== undefined && held.scale === scale();
  const settle = () => {
    clearTimeout(settling);
    settling = setTimeout(() => {
      settling = undefined;
      rest.emit();
    }, SETTLE_MS);
  };
  const release = () => {
    held = undefined;
    settle();
  };
  const stop = () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
  };
  const animate = (target: TimeSpan | undefined) => {
    stop();
    const from = projection();
    if (from === undefined || fixed) return;
    const to = target ?? from.scale.domain;
    store.apply(rememberView);
    if (isStill()) return store.apply(setWindow, target, false);
    const began = performance.now();
    const step = (now: number) => {
      const share = Math.min((now - began) / MOVE_MS, 1);
      frame = share < 1 ? requestAnimationFrame(step) : undefined;
      store.apply(
        setWindow,
        share < 1 ? windowBetween(from.scale, from.window, to, easeInOut(Math.max(share, 0))) : target,
        false,
      );
      if (share >= 1) rest.emit();
    };
    frame = requestAnimationFrame(step);
  };
  const withProjection = (make: (now: Projection) => TimeSpan) => {
    const now = projection();
    if (now !== undefined) animate(make(now));
  };
  return {
    setWidth: (next) => {
      widthPx = Math.max(next, 1);
    },
    projection,
    scale,
    zoomBy: (factor, aboutPx) => withProjection((now) => zoomedWindow(now, factor, aboutPx ?? now.widthPx / 2)),
    panBy: (share) => withProjection((now) => pannedWindow(now, share * now.widthPx)),
    show: animate,
    fitEvent: (id) => {
      const { table } = store.getState();
      const row = table === undefined ? undefined : datedRowOf(table, id);
      if (table === undefined || row === undefined) return;
      withProjection((now) => {
        const x0 = now.timeToPx(valueAt(table.start, row));
        const x1 = now.timeToPx(valueAt(table.end, row));
        const air = Math.max((x1 - x0) * 0.4, 1);
        return windowAt(now, x0 - air, x1 + air);
      });
    },
    hold: () => {
      if (fixed) return;
      stop();
      if (!isHeld()) store.apply(rememberView);
      held = { scale: scale(), window: store.getState().window };
    },
    moveTo: (window) => {
      if (fixed || !isHeld()) return;
      stop();
      store.apply(setWindow, window, false);
    },
    release,
    takeBack: () => {
      if (!fixed && held !== undefined && isHeld()) store.apply(setWindow, held.window, false);
      release();
    },
    isMoving: () => isHeld() || frame !== undefined || settling !== undefined,
    onRest: rest.subscribe,
    notePainted: (state) => {
      painted = state;
      if (waiting.size > 0 && isPainted()) endWaiting(isSeen());
    },
    whenPainted: () => {
      if (isGone || isPainted()) return Promise.resolve(!isGone && isSeen());
      look();
      return new Promise((resolve) => void waiting.add(resolve));
    },
    destroy: () => {
      isGone = true;
      endWaiting(false);
      stop();
      clearTimeout(settling);
      rest.clear();
    },
  };
}
