import { useMemo } from 'react';
import { layoutTimeline } from '../../layout/layout-timeline';
import type { TimelineLayout } from '../../layout/layout-timeline';
import { measureText } from '../context/measure-text';
import { useText, useTimeline } from '../context/store-context';
import { useMatches } from '../context/use-matches';
import type { Size } from '../kit/size';

/**
 * The main chart for a plot of a given size, whose lanes fill its height, or `leastPx` where they decide it: another
 * one when the data, the filter, the grouping or the size change, not when the window does.
 */
export function useChartLayout(
  plot: Size | undefined,
  isCoarse: boolean,
  isNarrow: boolean,
  leastPx?: number,
): TimelineLayout | undefined {
  const t = useText();
  const table = useTimeline((state) => state.table);
  const group = useTimeline((state) => state.group);
  const laneOrder = useTimeline((state) => state.laneOrder);
  const expanded = useTimeline((state) => state.expanded);
  const scale = useTimeline((state) => state.scale);
  const mask = useMatches()?.mask;
  return useMemo(() => {
    if (table === undefined || mask === undefined || plot === undefined) return undefined;
    return layoutTimeline(
      table,
      { mask, group, expanded, laneOrder, scale },
      {
        widthPx: plot.widthPx,
        fillPx: leastPx ?? plot.heightPx,
        lanes: isNarrow ? 'narrow' : 'full',
        pointer: isCoarse ? 'coarse' : 'fine',
        measure: measureText,
        labelled: true,
        t,
      },
    );
  }, [table, mask, group, expanded, laneOrder, scale, plot, isCoarse, isNarrow, leastPx, t]);
}
