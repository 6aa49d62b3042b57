import { useEffect, useMemo, useState } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import { layoutAxis } from '../layout/axis';
import { aheadOnAxis, notableDays, placeAxisTexts } from '../layout/axis-texts';
import type { ChartLayout } from '../layout/layout-scene';
import { project, windowAt } from '../layout/projection';
import { dateShort } from '../model/date-words';
import { AXIS_PX, paintAxis } from '../render/paint-axis';
import { measureText } from './measure-text';
import { usePage } from './page-context';
import { useText, useTimeline } from './store-context';
import { useCanvas } from './use-canvas';
import { useCurrentWindow } from './use-current-window';

const LEAST_DRAG_PX = 6;

/** Dates along the top, and in their corner what is to stand over the lanes' headers. Dragging zooms to the range; the date fields and the zoom keys do the same. */
export function TimeAxis({ layout, widthPx, corner }: { readonly layout: ChartLayout | undefined; readonly widthPx: number; readonly corner: ReactNode }) {
  const t = useText();
  const { theme } = usePage();
  const { canvas, paint } = useCanvas(widthPx, AXIS_PX);
  const asOf = useTimeline((state) => state.dataset?.asOf);
  const table = layout?.chart.table;
  const days = useMemo(() => (table === undefined ? new Set<number>() : notableDays(table)), [table]);
  const current = useCurrentWindow();
  const drag = useRangeDrag();
  useEffect(() => {
    if (current === undefined || table === undefined) return;
    const projection = project(current.scale, current.window, widthPx);
    const axis = layoutAxis(projection, table.hasHours);
    const texts = placeAxisTexts(axis, days, widthPx, measureText, t);
    const ahead = aheadOnAxis(projection, table.asOfEnd, asOf === undefined ? '' : t('chart.ahead', { date: dateShort(asOf, t) }), texts, measureText);
    paint((ink) => paintAxis(ink, { axis, texts, ahead, widthPx, heightPx: AXIS_PX }, theme));
  });
  return (
    <div className="dt-axis-row">
      <div className="dt-axis-corner">{corner}</div>
      <div className="dt-axis" style={{ width: widthPx, height: AXIS_PX }} {...drag.handlers}>
        <canvas ref={canvas} className="dt-canvas" style={{ width: widthPx, height: AXIS_PX }} aria-hidden="true" />
        {drag.range === undefined ? null : <div className="dt-axis-range" style={{ left: drag.range[0], width: drag.range[1] - drag.range[0] }} />}
      </div>
    </div>
  );
}

/** Dragging out a range of the axis; Esc or a short drag does nothing. */
function useRangeDrag() {
  const { control, locked } = usePage();
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number }>();
  const range = drag === undefined ? undefined : [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)] as const;
  const isDragging = drag !== undefined;
  useEffect(() => {
    if (!isDragging) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setDrag(undefined);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isDragging]);
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || locked.has('range')) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const x = xOf(event);
      setDrag({ from: x, to: x });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const x = xOf(event);
      setDrag((now) => (now === undefined ? undefined : { ...now, to: x }));
    },
    onPointerUp: () => {
      const now = control.projection();
      if (range !== undefined && now !== undefined && range[1] - range[0] >= LEAST_DRAG_PX) control.show(windowAt(now, range[0], range[1]));
      setDrag(undefined);
    },
    onPointerCancel: () => setDrag(undefined),
  };
  return { range, handlers };
}

function xOf(event: PointerEvent<HTMLElement>): number {
  return event.clientX - event.currentTarget.getBoundingClientRect().left;
}
