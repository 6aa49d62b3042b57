import { useMemo } from 'react';
import type { Translate } from '../base/translate';
import { COARSE_CLUSTERS, FINE_CLUSTERS } from '../layout/clusters';
import type { LabelText } from '../layout/label-place';
import { layoutChart } from '../layout/layout-scene';
import type { ChartLayout } from '../layout/layout-scene';
import { COARSE_HEIGHTS, FINE_HEIGHTS, NARROW_HEIGHTS, placeLanes } from '../layout/lane-heights';
import { makeLanes } from '../layout/lanes';
import { isBar, stackRows } from '../layout/rows';
import { timeScaleOf } from '../layout/time-scale-of';
import { dateInWords } from '../model/date-words';
import { DATE_FORMS } from '../model/event-date';
import { FLAG_ANNOUNCED } from '../model/event-table';
import type { EventTable } from '../model/event-table';
import { measureText } from './measure-text';
import { useText, useTimeline } from './store-context';
import { useMatches } from './use-matches';
import type { Size } from './use-size';

/** The main chart for a plot of a given size, whose lanes fill its height, or `leastPx` where they decide it: remade when the data, the filter, the grouping or the size change, not when the window does. */
export function useChartLayout(plot: Size | undefined, coarse: boolean, narrow: boolean, leastPx?: number): ChartLayout | undefined {
  const t = useText();
  const table = useTimeline((state) => state.table);
  const grouping = useTimeline((state) => state.group);
  const order = useTimeline((state) => state.laneOrder);
  const expanded = useTimeline((state) => state.expanded);
  const kind = useTimeline((state) => state.scale);
  const matches = useMatches();
  const stacked = useMemo(
    () => (table === undefined ? undefined : makeLanes(table, grouping, expanded, order).map((lane) => stackRows(table, lane))),
    [table, grouping, expanded, order],
  );
  const lanes = useMemo(
    () => (stacked === undefined || plot === undefined ? undefined : placeLanes(stacked, leastPx ?? plot.heightPx, narrow ? NARROW_HEIGHTS : coarse ? COARSE_HEIGHTS : FINE_HEIGHTS)),
    [stacked, plot, coarse, narrow, leastPx],
  );
  const words = useMemo(() => (table === undefined ? undefined : labelOf(table, t)), [table, t]);
  return useMemo(() => {
    if (table === undefined || words === undefined || matches === undefined || lanes === undefined || plot === undefined) return undefined;
    return layoutChart({
      table, mask: matches.mask, lanes, scale: timeScaleOf(table, kind),
      clusters: coarse ? COARSE_CLUSTERS : FINE_CLUSTERS, measure: measureText, labelOf: words, labelled: true,
    }, plot.widthPx);
  }, [table, matches, lanes, plot, kind, coarse, words]);
}

/** What has been on screen lately. */
const MOST_WORDS = 20_000;

/** The chart's words for a row: bars and bounds say since or by when, since no axis tick does; what is ahead says so. */
export function labelOf(table: EventTable, t: Translate): (row: number) => LabelText {
  const made = new Map<number, LabelText>();
  return (row) => {
    const found = made.get(row);
    if (found !== undefined) return found;
    const text = { text: table.labelAt(row), note: noteOf(table, row, t), bold: (table.importance[row] ?? 0) >= 3 };
    if (made.size >= MOST_WORDS) made.clear();
    made.set(row, text);
    return text;
  };
}

const BOUNDS: ReadonlySet<number> = new Set([DATE_FORMS.indexOf('before'), DATE_FORMS.indexOf('after')]);

function noteOf(table: EventTable, row: number, t: Translate): string {
  if (isBar(table, row) || BOUNDS.has(table.form[row] ?? 0)) return `, ${dateInWords(table.eventAt(row).date, t)}`;
  return ((table.flags[row] ?? 0) & FLAG_ANNOUNCED) === 0 ? '' : `, ${t('status.announced')}`;
}
