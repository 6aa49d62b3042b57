import { useText, useTimeline } from './store-context';
import { useMatches } from './use-matches';

/** How many of the events pass, for the eye; the filter bar says it. */
export function EventCount() {
  return <span className="dt-event-count">{useEventCount()}</span>;
}

/** "9 of 11 events"; empty while there are none to count. */
export function useEventCount(): string {
  const t = useText();
  const total = useTimeline((state) => state.table?.size);
  const matches = useMatches();
  return total === undefined || matches === undefined ? '' : t('filters.count', { n: matches.count, total });
}
