import { countUndated } from '../../state/query/count-undated';
import { useShownView } from './shown-layout';
import { useText, useTimeline } from './store-context';
import { useMatches } from './use-matches';

/** How many of the events pass, for the eye; the filter bar says it. */
export function EventCount() {
  return <span className="dt-event-count">{useEventCount()}</span>;
}

/** "9 of 11 events", beside the chart with those that it can't show; empty while there are none to count. */
export function useEventCount(): string {
  const t = useText();
  const table = useTimeline((state) => state.table);
  const matches = useMatches();
  const view = useShownView();
  if (table === undefined || matches === undefined) return '';
  const count = t('filters.count', { n: matches.count, total: table.size });
  const listOnly = view === 'timeline' ? countUndated(table, matches.mask) : 0;
  return listOnly === 0 ? count : t('filters.countListOnly', { count, n: listOnly });
}
