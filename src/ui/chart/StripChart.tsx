import { useEffect, useMemo, useRef } from 'react';
import { FINE_CLUSTERS } from '../../layout/marks/clusters';
import { layoutChart } from '../../layout/layout-scene';
import { placeLanes } from '../../layout/lanes/lane-heights';
import { makeLanes } from '../../layout/lanes/lanes';
import { stackTracks } from '../../layout/lanes/tracks';
import { timeScaleOf } from '../../layout/scale/time-scale-of';
import { paintScene } from '../../render/paint-scene';
import { measureText } from '../context/measure-text';
import { usePage } from '../context/page-context';
import { useText, useTimeline } from '../context/store-context';
import { useCanvas } from '../kit/use-canvas';
import { labelOf } from '../../layout/labels/label-prose';
import { useSize } from '../kit/use-size';
import { datedRowOf } from '../../model/dated-part';

const STRIP_PX = 56;

/**
 * A small chart of the events of one or more actors, on the main chart's time scale and window. The list beside it says
 * the same in words.
 */
export function StripChart({ actors, rows }: { readonly actors: readonly string[]; readonly rows: readonly number[] }) {
  const t = useText();
  const { theme } = usePage();
  const frame = useRef<HTMLDivElement>(null);
  const size = useSize(frame);
  const { canvas, paint } = useCanvas(size?.widthPx ?? 0, STRIP_PX);
  const table = useTimeline((state) => state.table);
  const kind = useTimeline((state) => state.scale);
  const window = useTimeline((state) => state.window);
  const selectedId = useTimeline((state) => state.selected);
  const hoveredId = useTimeline((state) => state.hover.event);
  const layout = useMemo(() => {
    if (table === undefined || size === undefined) return undefined;
    const mask = new Uint8Array(table.size);
    for (const row of rows) mask[row] = 1;
    const own = makeLanes(table, 'actor', ['mentioned']).filter(
      (lane) => lane.kind === 'actor' && actors.includes(lane.key),
    );
    const lanes = placeLanes(
      own.map((lane) => stackTracks(table, lane)),
      STRIP_PX,
      {
        actorRowPx: 20,
        headingRowPx: 20,
        furtherRowPx: 18,
        barRowPx: 18,
        maxGrowth: 3,
      },
    );
    const scale = timeScaleOf(table, kind);
    return layoutChart(
      {
        table,
        mask,
        lanes,
        scale,
        clusters: FINE_CLUSTERS,
        measure: measureText,
        labelOf: labelOf(table, t),
        labelled: false,
      },
      size.widthPx,
    );
  }, [table, kind, actors, rows, size, t]);
  useEffect(() => {
    if (layout === undefined || table === undefined) return;
    const scene = layout.sceneAt(
      {
        window: window ?? layout.chart.scale.domain,
        top: 0,
        bottom: STRIP_PX * 2,
        hoveredActor: undefined,
        selected: datedRowOf(table, selectedId),
        hovered: datedRowOf(table, hoveredId),
      },
      t,
    );
    paint((ink) => paintScene(ink, { ...scene, relations: [] }, theme, 0, STRIP_PX));
  });
  return (
    <div ref={frame} className="dt-strip-chart" aria-hidden="true">
      <canvas ref={canvas} className="dt-canvas" style={{ width: size?.widthPx ?? 0, height: STRIP_PX }} />
    </div>
  );
}
