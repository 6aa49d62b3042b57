import { matchEvents } from '../../state/query/matches';
import type { Matches } from '../../state/query/matches';
import { WORD_FILTER, hasWords, lacksWordFilter } from '../../state/query/word-filter';
import { useTimeline } from './store-context';
import { useLazy, useLazyState } from './use-lazy';

/**
 * What passes the filter in force, and what each choice would give; undefined until a dataset is there, and what finds
 * the filter's words.
 */
export function useMatches(): Matches | undefined {
  const table = useTimeline((state) => state.table);
  const filter = useTimeline((state) => state.filter);
  useLazy(WORD_FILTER, hasWords(filter.text));
  return table === undefined || lacksWordFilter(filter) ? undefined : matchEvents(table, filter);
}

/**
 * For who asks `matchEvents` itself: rendered again when what finds the filter's words is here, before which nothing
 * passes a filter that has any.
 */
export function useWordFilter(): void {
  const isWanted = useTimeline((state) => hasWords(state.filter.text));
  useLazyState(WORD_FILTER, isWanted);
}
