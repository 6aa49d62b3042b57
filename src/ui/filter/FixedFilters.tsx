import { filterInWords } from './filter-prose';
import { useText, useTimeline } from '../context/store-context';

/** What the author filters by, in words, where a reader can't change it. Nothing where all events are shown. */
export function FixedFilters() {
  const t = useText();
  const dataset = useTimeline((state) => state.dataset);
  const filter = useTimeline((state) => state.filter);
  const clauses = filterInWords(filter, dataset, t);
  return clauses === '' ? null : <p className="dt-fixed-filters">{t('filters.fixed', { clauses })}</p>;
}
