import { useEffect } from 'react';
import { usePage, useShownView } from './page-context';
import { useTimeline } from './store-context';

/** Tells the control what is on screen when there is no chart to tell it: a list, a message. */
export function PaintWitness() {
  const { control } = usePage();
  const state = useTimeline((whole) => whole);
  const chartTells = useShownView() === 'timeline' && state.table !== undefined;
  useEffect(() => {
    if (!chartTells) control.notePainted(state);
  }, [control, state, chartTells]);
  return null;
}
