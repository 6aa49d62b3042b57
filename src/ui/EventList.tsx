import { useId, useRef, useState } from 'react';
import { clearFilter } from '../state/filters';
import { setSort } from '../state/look';
import { SORTS } from '../state/timeline-state';
import { Heading } from './Heading';
import { ListCards, LongListCards } from './ListCards';
import { ListPosition } from './ListPosition';
import type { ListView } from './ListPosition';
import { ListTable, LongListTable } from './ListTable';
import { useCanFilter } from './page-context';
import { useText, useTimeline, useTimelineStore } from './store-context';
import { useNarrow } from './use-narrow';
import { useOrderedRows } from './use-ordered-rows';
import { useSay } from './use-say';

const CARDS_PX = 640;
/** So many events stand in the document all at once; of more, those in view. */
const WHOLE_MOST = 200;

/** Every event that passes the filter, as a table, or as cards where a table doesn't fit. */
export function EventList() {
  const t = useText();
  const list = useRef<HTMLElement>(null);
  const nameId = useId();
  const narrow = useNarrow(list, CARDS_PX);
  const dataset = useTimeline((state) => state.dataset);
  const table = useTimeline((state) => state.table);
  const { rows, sort, sorting } = useOrderedRows();
  const [view, setView] = useState<ListView>();
  if (!dataset || !table) return null;
  const isLong = rows.length > WHOLE_MOST;
  const all = { dataset, table, rows };
  const long = { ...all, onView: setView };
  return (
    <section ref={list} className={`dt-list${narrow ? ' dt-list--narrow' : ''}`} aria-labelledby={nameId}>
      <Heading level={2} id={nameId} className="dt-visually-hidden">{t('list.caption')}</Heading>
      {rows.length === 0 ? <EmptyList hasEvents={table.size > 0} /> : (
        <>
          <SortChoice sorting={sorting} />
          {narrow && isLong ? <LongListCards {...long} sort={sort} /> : null}
          {narrow && !isLong ? <ListCards {...all} sort={sort} /> : null}
          {!narrow && isLong ? <LongListTable {...long} /> : null}
          {!narrow && !isLong ? <ListTable {...all} /> : null}
          {isLong ? <ListPosition view={view} total={rows.length} /> : null}
        </>
      )}
    </section>
  );
}

function SortChoice({ sorting }: { sorting: boolean }) {
  const t = useText();
  const store = useTimelineStore();
  const sort = useTimeline((state) => state.sort);
  const words = sorting ? t('list.sorting') : '';
  useSay(words);
  return (
    <div className="dt-list-order">
      <span>{words}</span>
      <label>
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
    </div>
  );
}

function EmptyList({ hasEvents }: { hasEvents: boolean }) {
  const t = useText();
  const store = useTimelineStore();
  const canFilter = useCanFilter();
  if (!hasEvents) return <p className="dt-list-none">{t('list.noneInSet')}</p>;
  return (
    <div className="dt-list-none">
      <p>{t('list.none')}</p>
      {canFilter ? <button type="button" className="dt-button" onClick={() => store.apply(clearFilter)}>{t('list.clearFilters')}</button> : null}
    </div>
  );
}
