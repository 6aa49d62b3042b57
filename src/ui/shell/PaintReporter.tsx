import { useEffect } from 'react';
import { useShownView } from '../context/shown-layout';
import { usePageServices } from '../context/page-services';
import { useTimeline } from '../context/store-context';
import { useLazyModules } from '../context/lazy-modules';
import { useLazyState } from '../context/use-lazy';

/** Tells the control what is on screen when there is no chart to tell it: a list, a message. */
export function PaintReporter() {
  const { control } = usePageServices();
  const state = useTimeline((whole) => whole);
  const isChart = useShownView() === 'timeline' && state.table !== undefined;
  const chart = useLazyState(useLazyModules().chart, isChart);
  const list = useLazyState(useLazyModules().list, !isChart && state.table !== undefined);
  const { here, failure } = isChart ? chart : list;
  const chartTells = isChart && here !== undefined;
  const isComing = state.table !== undefined && here === undefined && failure === undefined;
  useEffect(() => {
    if (!chartTells && !isComing) control.notePainted(state);
  }, [control, state, chartTells, isComing]);
  return null;
}
