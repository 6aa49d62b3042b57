import { useEffect } from 'react';
import { usePage, useShownView } from './page-context';
import { LIST } from './page-parts';
import { useTimeline } from './store-context';
import { useCodeState } from './use-code';

/** Tells the control what is on screen when there is no chart to tell it: a list, a message. */
export function PaintWitness() {
  const { control } = usePage();
  const state = useTimeline((whole) => whole);
  const chartTells = useShownView() === 'timeline' && state.table !== undefined;
  const list = useCodeState(LIST, !chartTells && state.table !== undefined);
  const isComing = state.table !== undefined && list.here === undefined && list.failure === undefined;
  useEffect(() => {
    if (!chartTells && !isComing) control.notePainted(state);
  }, [control, state, chartTells, isComing]);
  return null;
}
