import { useMemo, useRef, useState } from 'react';
import { clearFilter } from '../state/filters';
import { setSort } from '../state/look';
import { orderRows } from '../state/order-rows';
import { SORTS } from '../state/timeline-state';
import { ListCards } from './ListCards';
import { ListTable } from './ListTable';
import { useText, useTimeline, useTimelineStore } from './store-context';
import { useMatches } from './use-matches';
import { useNarrow } from './use-narrow';

const CARDS_PX = 640;
const STEP = 500;

/** Every event that passes the filter, as a table, or as cards where a table doesn't fit. */
export function EventList() {
  const t = useText();
  const list = useRef<HTMLElement>(null);
  const narrow = useNarrow(list, CARDS_PX);
  const dataset = useTimeline((state) => state.dataset);
  const table = useTimeline((state) => state.table);
  const sort = useTimeline((state) => state.sort);
  const matches = useMatches();
  const rows = useMemo(
    () => (table && matches ? orderRows(table, matches.mask, sort, t.locale) : []),
    [table, matches, sort, t],
  );
  const { shown, showMore } = useSteps(rows);
  if (!dataset || !table) return null;
  return (
    <section ref={list} className={`dt-list${narrow ? ' dt-list--narrow' : ''}`} aria-label={t('list.caption')}>
      {rows.length === 0 ? <EmptyList hasEvents={table.size > 0} /> : (
        <>
          <SortChoice />
          {narrow
            ? <ListCards dataset={dataset} table={table} rows={rows} shown={shown} />
            : <ListTable dataset={dataset} table={table} rows={rows.slice(0, shown)} />}
          {shown < rows.length ? (
            <div className="dt-list-more">
              <span>{t('list.shown', { shown, total: rows.length })}</span>
              <button type="button" className="dt-button" onClick={showMore}>
                {t('list.showMore', { n: Math.min(STEP, rows.length - shown) })}
              </button>
            </div>
          ) : null}
        </>
      )}
    </section>
  );
}

/** How many rows are shown; starts over when the rows are others, since "more" was said of the old ones. */
function useSteps(rows: readonly number[]): { shown: number; showMore: () => void } {
  const [steps, setSteps] = useState({ rows, count: 1 });
  const count = steps.rows === rows ? steps.count : 1;
  return { shown: Math.min(rows.length, count * STEP), showMore: () => setSteps({ rows, count: count + 1 }) };
}

function SortChoice() {
  const t = useText();
  const store = useTimelineStore();
  const sort = useTimeline((state) => state.sort);
  return (
    <label className="dt-list-order">
      <span>{t('list.sort')}</span>
      <select
        value={sort}
        onChange={(event) => {
          const chosen = SORTS.find((known) => known === event.target.value);
          if (chosen !== undefined) store.apply(setSort, chosen);
        }}
      >
        {SORTS.map((known) => <option key={known} value={known}>{t(`list.sort.${known}`)}</option>)}
      </select>
    </label>
  );
}

function EmptyList({ hasEvents }: { hasEvents: boolean }) {
  const t = useText();
  const store = useTimelineStore();
  if (!hasEvents) return <p className="dt-list-none">{t('list.noneInSet')}</p>;
  return (
    <div className="dt-list-none">
      <p>{t('list.none')}</p>
      <button type="button" className="dt-button" onClick={() => store.apply(clearFilter)}>{t('list.clearFilters')}</button>
    </div>
  );
}
