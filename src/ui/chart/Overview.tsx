import { useCallback, useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { windowAt } from '../../layout/scale/projection';
import type { Projection } from '../../layout/scale/projection';
import { instant, timeSpan } from '../../model/dates/instant';
import type { TimeSpan } from '../../model/dates/instant';
import { weekdayDate } from '../../model/dates/date-prose';
import { Heading } from '../context/Heading';
import { usePageSettings } from '../context/page-settings';
import { usePageServices } from '../context/page-services';
import { useText } from '../context/store-context';
import { useCurrentWindow } from '../context/use-current-window';
import type { ChartControl } from '../context/chart-control';
import { moveFocus } from '../kit/focus/focus';
import { usePointerHold } from '../kit/use-pointer-hold';
import { spaceOf } from '../kit/screen-space';
import type { ScreenPoint } from '../kit/screen-space';
import { useWheelOver } from './hands/use-gestures';
import { useOverviewPicture } from './use-overview-picture';

const LEAST_PX = 8;
const KEY_STEP_PX = 8;
type Grip = 'start' | 'end' | 'window';

/**
 * The whole span with a histogram by tone and the window over it, which can be dragged, stretched and moved by keys.
 */
export function Overview() {
  const t = useText();
  const { locked } = usePageSettings();
  const section = useRef<HTMLElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const { canvas, whole, widthPx, heightPx } = useOverviewPicture(frame);
  // What is pointed at is a time of the whole; zooming keeps it where it stands in the chart.
  const chartXAt = useCallback(
    (place: ScreenPoint, control: ChartControl) => {
      const x = frame.current === null ? -1 : spaceOf(frame.current).pointAt(place).x;
      if (whole === undefined || x < 0 || x > whole.widthPx) return -1;
      return control.projection()?.timeToPx(whole.pxToTime(x)) ?? -1;
    },
    [whole],
  );
  useWheelOver(section, chartXAt);
  const current = useCurrentWindow();
  return (
    <section ref={section} className="dt-overview" aria-label={t('overview.name')}>
      <div className="dt-overview-caption">
        <Heading level={2} className="dt-overview-title">
          {t('overview.title')}
        </Heading>
        <div className="dt-overview-note">{t('overview.note')}</div>
      </div>
      <div ref={frame} className="dt-overview-plot">
        <canvas ref={canvas} className="dt-canvas" style={{ width: widthPx, height: heightPx }} aria-hidden="true" />
        {whole === undefined || current === undefined || locked.has('range') ? null : (
          <Brush whole={whole} window={current.window} />
        )}
      </div>
    </section>
  );
}

function Brush({ whole, window }: { readonly whole: Projection; readonly window: TimeSpan }) {
  const t = useText();
  const { control } = usePageServices();
  const hold = usePointerHold(whole);
  const left = Math.min(Math.max(whole.timeToPx(window.start), 0), whole.widthPx - LEAST_PX);
  const right = Math.max(Math.min(whole.timeToPx(window.end), whole.widthPx), left + LEAST_PX);
  const moveTo = (from: number, to: number) => {
    const now = control.projection();
    if (now === undefined) return;
    const a = Math.max(Math.min(from, to), 0);
    const b = Math.min(Math.max(from, to), whole.widthPx);
    const span = timeSpan(whole.pxToTime(a), whole.pxToTime(Math.max(b, a + 0.01)));
    control.moveTo(windowAt(now, now.timeToPx(span.start), now.timeToPx(span.end)));
  };
  const shift = (grip: Grip, dx: number, from = { left, right }) => {
    if (grip === 'start') moveTo(Math.min(from.left + dx, from.right - LEAST_PX), from.right);
    else if (grip === 'end') moveTo(from.left, Math.max(from.right + dx, from.left + LEAST_PX));
    else {
      const by = Math.min(Math.max(dx, -from.left), whole.widthPx - from.right);
      moveTo(from.left + by, from.right + by);
    }
  };
  /** Moves a grip with the pointer from where both stood, after a press beside the window at once by `jumpPx`. */
  const follow = (press: PointerEvent<HTMLElement>, grip: Grip, jumpPx?: number) => {
    const plot = press.currentTarget.closest<HTMLElement>('.dt-overview-plot') ?? press.currentTarget;
    const xOf = (place: ScreenPoint) => spaceOf(plot).pointAt(place).x;
    const from = xOf(press);
    let isMoving = false;
    const moveBy = (dx: number) => {
      // A press that moves nothing is no step to undo.
      if (!isMoving) control.hold();
      isMoving = true;
      shift(grip, (jumpPx ?? 0) + dx);
    };
    const isHeld = hold(press, {
      onMove: (move) => {
        if (isMoving || xOf(move) !== from) moveBy(xOf(move) - from);
      },
      onEnd: (how) => {
        if (isMoving && how === 'taken back') control.takeBack();
        else if (isMoving) control.release();
      },
    });
    if (isHeld && jumpPx !== undefined) moveBy(0);
    return isHeld;
  };
  const beside = (press: PointerEvent<HTMLElement>) => {
    const plot = press.currentTarget.closest<HTMLElement>('.dt-overview-plot') ?? press.currentTarget;
    follow(press, 'window', spaceOf(plot).pointAt(press).x - (left + right) / 2);
  };
  const grips = (grip: Grip) => ({
    onPointerDown: (press: PointerEvent<HTMLElement>) => {
      if (!follow(press, grip)) return;
      press.preventDefault();
      moveFocus(press.currentTarget, 'in place');
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const dx = {
        ArrowLeft: -KEY_STEP_PX,
        ArrowRight: KEY_STEP_PX,
        PageUp: -10 * KEY_STEP_PX,
        PageDown: 10 * KEY_STEP_PX,
        Home: -whole.widthPx,
        End: whole.widthPx,
      }[event.key];
      if (dx === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      control.hold();
      shift(grip, dx);
      control.release();
    },
  });
  // A grip goes as far as the other lets it.
  const slider = (grip: Grip, at: number, [least, most]: readonly [number, number], label: string) =>
    ({
      role: 'slider',
      tabIndex: 0,
      'aria-label': label,
      'aria-orientation': 'horizontal',
      'aria-valuemin': Math.round(least),
      'aria-valuemax': Math.round(most),
      'aria-valuenow': Math.round(at),
      'aria-valuetext': weekdayDate(instant(whole.pxToTime(at)), t),
      ...grips(grip),
    }) as const;
  return (
    <div className="dt-brush">
      <div className="dt-brush-off" style={{ left: 0, width: left }} onPointerDown={beside} />
      <div className="dt-brush-off" style={{ left: right, width: whole.widthPx - right }} onPointerDown={beside} />
      <div
        className="dt-brush-window"
        style={{ left, width: right - left }}
        title={t('overview.window')}
        {...grips('window')}
      />
      <div
        className="dt-brush-grip"
        style={{ left }}
        {...slider('start', left, [0, right - LEAST_PX], t('overview.start'))}
      />
      <div
        className="dt-brush-grip"
        style={{ left: right }}
        {...slider('end', right, [left + LEAST_PX, whole.widthPx], t('overview.end'))}
      />
    </div>
  );
}

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly overview: { readonly Overview: typeof Overview };
  }
}
