import { useEffect, useState } from 'react';
import { isOrdered, orderRows, orderSteps } from '../../state/query/order-rows';
import type { Sort } from '../../state/view/timeline-state';
import { runInSlices } from '../../base/slices';
import { useText, useTimeline } from '../context/store-context';
import { useMatches } from '../context/use-matches';

/** So many are sorted before anybody notices. */
const AT_ONCE = 5000;
const NO_ROWS = new Uint32Array(0);

export interface OrderedRows {
  readonly rows: Uint32Array;
  /** The order that `rows` stand in: the former one while the one asked for is being worked out. */
  readonly sort: Sort;
  readonly sorting: boolean;
}

/**
 * The rows that pass the filter in the list's order. Half a million titles are sorted in slices, with the former order
 * on screen.
 */
export function useOrderedRows(): OrderedRows {
  const { locale } = useText();
  const table = useTimeline((state) => state.table);
  const wanted = useTimeline((state) => state.sort);
  const matches = useMatches();
  const [former, setFormer] = useState<Sort>('date');
  const [, setSorted] = useState<object>();
  const ready = table === undefined || table.size <= AT_ONCE || isOrdered(table, wanted, locale);
  if (ready && former !== wanted) setFormer(wanted);
  useEffect(() => {
    if (ready) return undefined;
    const end = new AbortController();
    runInSlices(orderSteps(table, wanted, locale), { signal: end.signal }).then(
      () => setSorted({}),
      (error: unknown) => {
        if (!end.signal.aborted) throw error;
      },
    );
    return () => end.abort();
  }, [ready, table, wanted, locale]);
  const sort = ready ? wanted : isOrdered(table, former, locale) ? former : 'date';
  return {
    rows: table === undefined || matches === undefined ? NO_ROWS : orderRows(table, matches.mask, sort, locale),
    sort,
    sorting: !ready,
  };
}
