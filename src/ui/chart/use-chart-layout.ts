import { useMemo } from 'react';
import { COARSE_CLUSTERS, FINE_CLUSTERS } from '../../layout/marks/clusters';
import { labelOf } from '../../layout/labels/label-prose';
import { layoutChart } from '../../layout/layout-scene';
import type { ChartLayout } from '../../layout/layout-scene';
import { COARSE_HEIGHTS, FINE_HEIGHTS, NARROW_HEIGHTS, placeLanes } from '../../layout/lanes/lane-heights';
import { makeLanes } from '../../layout/lanes/lanes';
import { stackTracks } from '../../layout/lanes/tracks';
import { timeScaleOf } from '../../layout/scale/time-scale-of';
import { measureText } from '../context/measure-text';
import { useText, useTimeline } from '../context/store-context';
import { useMatches } from '../context/use-matches';
import type { Size } from '../kit/use-size';

/**
 * The main chart for a plot of a given size, whose lanes fill its height, or `leastPx` where they decide it: remade
 * when the data, the filter, the grouping or the size change, not when the window does.
 */
export function useChartLayout(
  plot: Size | undefined,
  coarse: boolean,
  narrow: boolean,
  leastPx?: number,
): ChartLayout | undefined {
  const t = useText();
  const table = useTimeline((state) => state.table);
  const grouping = useTimeline((state) => state.group);
  const order = useTimeline((state) => state.laneOrder);
  const expanded = useTimeline((state) => state.expanded);
  const kind = useTimeline((state) => state.scale);
  const matches = useMatches();
  const stacked = useMemo(
    () =>
      table === undefined
        ? undefined
        : makeLanes(table, grouping, expanded, order).map((lane) => stackTracks(table, lane)),
    [table, grouping, expanded, order],
  );
  const lanes = useMemo(
    () =>
      stacked === undefined || plot === undefined
        ? undefined
        : placeLanes(
            stacked,
            leastPx ?? plot.heightPx,
            narrow ? NARROW_HEIGHTS : coarse ? COARSE_HEIGHTS : FINE_HEIGHTS,
          ),
    [stacked, plot, coarse, narrow, leastPx],
  );
  const words = useMemo(() => (table === undefined ? undefined : labelOf(table, t)), [table, t]);
  return useMemo(() => {
    if (
      table === undefined ||
      words === undefined ||
      matches === undefined ||
      lanes === undefined ||
      plot === undefined
    )
      return undefined;
    return layoutChart(
      {
        table,
        mask: matches.mask,
        lanes,
        scale: timeScaleOf(table, kind),
        clusters: coarse ? COARSE_CLUSTERS : FINE_CLUSTERS,
        measure: measureText,
        labelOf: words,
        labelled: true,
      },
      plot.widthPx,
    );
  }, [table, matches, lanes, plot, kind, coarse, words]);
}
