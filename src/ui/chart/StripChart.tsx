import { useEffect, useMemo, useRef } from 'react';
import { layoutTimeline } from '../../layout/layout-timeline';
import { paintScene } from '../../render/paint-scene';
import { measureText } from '../context/measure-text';
import { useTheme } from '../context/theme';
import { useText, useTimeline } from '../context/store-context';
import { useCanvas } from '../kit/use-canvas';
import { useSize } from '../kit/size';
import { datedRowOf } from '../../model/dated-part';

const STRIP_PX = 56;

/**
 * A small chart of the events of one or more actors, on the main chart's time scale and window. The list beside it says
 * the same in words.
 */
export function StripChart({ actors, rows }: { readonly actors: readonly string[]; readonly rows: readonly number[] }) {
  const t = useText();
  const theme = useTheme();
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const { canvas, paint } = useCanvas(size?.widthPx ?? 0, STRIP_PX);
  const table = useTimeline((state) => state.table);
  const scale = useTimeline((state) => state.scale);
  const window = useTimeline((state) => state.window);
  const selectedId = useTimeline((state) => state.selected);
  const hoveredId = useTimeline((state) => state.hover.event);
  const layout = useMemo(() => {
    if (table === undefined || size === undefined) return undefined;
    const mask = new Uint8Array(table.size);
    for (const row of rows) mask[row] = 1;
    return layoutTimeline(
      table,
      { mask, group: 'actor', expanded: ['mentioned'], laneOrder: 'file', scale, actors },
      {
        widthPx: size.widthPx,
        fillPx: STRIP_PX,
        lanes: 'strip',
        pointer: 'fine',
        measure: measureText,
        labelled: false,
        t,
      },
    );
  }, [table, scale, actors, rows, size, t]);
  useEffect(() => {
    if (layout === undefined || table === undefined) return;
    const scene = layout.sceneAt({
      window: window ?? layout.chart.scale.domain,
      top: 0,
      bottom: STRIP_PX * 2,
      hoveredActor: undefined,
      selected: datedRowOf(table, selectedId),
      hovered: datedRowOf(table, hoveredId),
    });
    paint((ink) => paintScene(ink, { ...scene, relations: [] }, theme, 0, STRIP_PX));
  });
  return (
    <div ref={frame} className="dt-strip-chart" aria-hidden="true">
      <canvas ref={canvas} className="dt-canvas" style={{ width: size?.widthPx ?? 0, height: STRIP_PX }} />
    </div>
  );
}
