import { useEffect, useMemo, useState } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import { layoutAxis } from '../../layout/scale/axis';
import { aheadOnAxis, notableDays, placeAxisTexts } from '../../layout/scale/axis-texts';
import type { TimelineLayout } from '../../layout/layout-timeline';
import { project, windowAt } from '../../layout/scale/projection';
import type { TimeScale } from '../../layout/scale/time-scale';
import { dateShort } from '../../model/dates/date-prose';
import { AXIS_PX, paintAxis } from '../../render/paint-axis';
import { measureText } from '../context/measure-text';
import { usePageSettings } from '../context/page-settings';
import { usePageServices } from '../context/page-services';
import { useTheme } from '../context/theme';
import { useText, useTimeline } from '../context/store-context';
import { usePointerHold } from '../kit/use-pointer-hold';
import { spaceOf } from '../kit/screen-space';
import type { ScreenPoint } from '../kit/screen-space';
import { useCanvas } from '../kit/use-canvas';
import { useCurrentWindow } from '../context/use-current-window';
import { placeFoldLabels } from '../../layout/scale/fold-labels';

const LEAST_DRAG_PX = 6;

/**
 * Dates along the top, and in their corner what is to stand over the lanes' headers. Dragging zooms to the range; the
 * date fields and the zoom keys do the same.
 */
export function TimeAxis({
  layout,
  widthPx,
  corner,
}: {
  readonly layout: TimelineLayout | undefined;
  readonly widthPx: number;
  readonly corner: ReactNode;
}) {
  const t = useText();
  const theme = useTheme();
  const { canvas, paint } = useCanvas(widthPx, AXIS_PX);
  const asOf = useTimeline((state) => state.dataset?.asOf);
  const table = layout?.chart.table;
  const days = useMemo(() => (table === undefined ? new Set<number>() : notableDays(table)), [table]);
  const current = useCurrentWindow();
  const drag = useRangeDrag(layout?.chart.scale);
  useEffect(() => {
    if (current === undefined || table === undefined) return;
    const projection = project(current.scale, current.window, widthPx);
    const axis = layoutAxis(projection, table.hasHours);
    const texts = placeAxisTexts(axis, days, widthPx, measureText, t);
    const ahead = aheadOnAxis(
      projection,
      table.asOfEnd,
      asOf === undefined ? '' : t('chart.ahead', { date: dateShort(asOf, t) }),
      texts,
      measureText,
    );
    paint((ink) => paintAxis(ink, { axis, texts, ahead, widthPx, heightPx: AXIS_PX }, theme));
  });
  return (
    <div className="dt-axis-row">
      <div className="dt-axis-corner">{corner}</div>
      <div className="dt-axis" style={{ width: widthPx, height: AXIS_PX }} onPointerDown={drag.onPointerDown}>
        <canvas ref={canvas} className="dt-canvas" style={{ width: widthPx, height: AXIS_PX }} aria-hidden="true" />
        {drag.range === undefined ? null : (
          <div className="dt-axis-range" style={{ left: drag.range[0], width: drag.range[1] - drag.range[0] }} />
        )}
      </div>
    </div>
  );
}

/** Dragging out a range of the axis; Esc, a short drag or a hand that is lost does nothing. */
function useRangeDrag(scale: TimeScale | undefined) {
  const { control } = usePageServices();
  const { locked } = usePageSettings();
  const hold = usePointerHold(scale);
  const [range, setRange] = useState<readonly [number, number]>();
  const onPointerDown = (press: PointerEvent<HTMLElement>) => {
    if (locked.has('range')) return;
    const axis = press.currentTarget;
    const xOf = (place: ScreenPoint) => spaceOf(axis).pointAt(place).x;
    const from = xOf(press);
    const begun = hold(press, {
      onMove: (move) => setRange(between(from, xOf(move))),
      onEnd: (how, up) => {
        setRange(undefined);
        const now = control.projection();
        // The button may be let go before the last movement is on screen.
        const [left, right] = how === 'let go' && up !== undefined ? between(from, xOf(up)) : [0, 0];
        if (now !== undefined && right - left >= LEAST_DRAG_PX) control.show(windowAt(now, left, right));
      },
    });
    if (begun) setRange([from, from]);
  };
  return { range, onPointerDown };
}

function between(a: number, b: number): readonly [number, number] {
  return [Math.min(a, b), Math.max(a, b)];
}

/** Under the chart: how much time each fold holds. */
export function FoldLabels({
  layout,
  widthPx,
}: {
  readonly layout: TimelineLayout | undefined;
  readonly widthPx: number;
}) {
  const t = useText();
  const current = useCurrentWindow();
  if (layout === undefined || current === undefined) return <div className="dt-folds" />;
  const projection = project(current.scale, current.window, widthPx);
  return (
    <div className="dt-folds" aria-hidden="true">
      {placeFoldLabels(projection, measureText, t).map(({ key, text, left }) => (
        <span key={key} className="dt-fold-label" dir="auto" style={{ left: `calc(var(--dt-plot-left) + ${left}px)` }}>
          {text}
        </span>
      ))}
    </div>
  );
}
