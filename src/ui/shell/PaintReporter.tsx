import { useEffect } from 'react';
import { usePage, useShownView } from '../context/page-context';
import { CHART, LIST } from '../context/lazy-modules';
import { useTimeline } from '../context/store-context';
import { useLazyState } from '../context/use-lazy';

/** Tells the control what is on screen when there is no chart to tell it: a list, a message. */
export function PaintReporter() {
  const { control } = usePage();
  const state = useTimeline((whole) => whole);
  const isChart = useShownView() === 'timeline' && state.table !== undefined;
  const chart = useLazyState(CHART, isChart);
  const list = useLazyState(LIST, !isChart && state.table !== undefined);
  const { here, failure } = isChart ? chart : list;
  const chartTells = isChart && here !== undefined;
  const isComing = state.table !== undefined && here === undefined && failure === undefined;
  useEffect(() => {
    if (!chartTells && !isComing) control.notePainted(state);
  }, [control, state, chartTells, isComing]);
  return null;
}
