import { matchEvents } from '../../state/query/matches';
import type { Matches } from '../../state/query/matches';
import { useTimeline } from './store-context';

/** What passes the filter in force, and what each choice would give; undefined until a dataset is there. */
export function useMatches(): Matches | undefined {
  const table = useTimeline((state) => state.table);
  const filter = useTimeline((state) => state.filter);
  return table === undefined ? undefined : matchEvents(table, filter);
}
