import { useId, useMemo, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import type { Dataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { clearFilter } from '../../state/query/filters';
import { setSort } from '../../state/view/view-actions';
import { SORTS } from '../../state/view/timeline-state';
import type { Sort } from '../../state/view/timeline-state';
import { EventCount } from '../context/EventCount';
import { Heading } from '../context/Heading';
import { ListCards } from './ListCards';
import { plainItems, shelvedItems } from './list-items';
import { monthItems } from './month-items';
import { useAsListOrder } from '../context/list-order';
import { ListPosition } from './ListPosition';
import type { ListView } from './ListPosition';
import { ListScrubber, SCRUBBER_PX } from './ListScrubber';
import { ListTable } from './ListTable';
import { useIsPhone } from '../context/shown-layout';
import { useCanFilter, usePageSettings } from '../context/page-settings';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { useLazyModule } from '../context/use-lazy';
import { useListPlaces } from './use-list-places';
import type { ListPlaces } from './use-list-places';
import { useNarrow } from '../kit/size';
import { useOrderedRows } from './use-ordered-rows';
import { useSay } from '../context/use-say';
import { useTextScale } from '../kit/size';

const CARDS_PX = 640;
/** So many events stand in the document all at once; of more, those in view. */
const WHOLE_MOST = 200;

/** Every event that passes the filter, as a table, or as cards where a table doesn't fit. */
export function EventList() {
  const t = useText();
  const list = useRef<HTMLElement>(null);
  const nameId = useId();
  const narrow = useNarrow(list, CARDS_PX * useTextScale(list));
  const dataset = useTimeline((state) => state.dataset);
  const table = useTimeline((state) => state.table);
  const isPhone = useIsPhone();
  const { rows, sort, sorting } = useOrderedRows();
  if (!dataset || !table) return null;
  const all = { dataset, table, rows, sort };
  return (
    <section ref={list} className={`dt-list${narrow ? ' dt-list--narrow' : ''}`} aria-labelledby={nameId}>
      <Heading level={2} id={nameId} className="dt-visually-hidden">
        {t('list.caption')}
      </Heading>
      {rows.length > 0 || isPhone ? <ListHead sorting={sorting} isPhone={isPhone} isEmpty={rows.length === 0} /> : null}
      {rows.length === 0 ? (
        <EmptyList hasEvents={table.size > 0} />
      ) : (
        <>{narrow ? <Cards {...all} /> : <Rows {...all} />}</>
      )}
    </section>
  );
}

interface AllEvents {
  readonly dataset: Dataset;
  readonly table: EventTable;
  /** All that pass, in order. */
  readonly rows: Uint32Array;
  readonly sort: Sort;
}

function isInTime(sort: Sort): boolean {
  return sort === 'date' || sort === 'date-desc';
}

function Rows({ dataset, table, rows, sort }: AllEvents) {
  const [view, setView] = useState<ListView>();
  const items = useMemo(() => (isInTime(sort) ? shelvedItems(table, rows) : plainItems(rows)), [table, rows, sort]);
  useAsListOrder(rows);
  const isLong = rows.length > WHOLE_MOST;
  const long = useLazyModule('longList', isLong);
  if (!isLong) return <ListTable dataset={dataset} table={table} items={items} />;
  if (long === undefined) return null;
  return (
    <>
      <long.LongListTable dataset={dataset} table={table} items={items} onView={setView} />
      <ListPosition view={view} total={rows.length} />
    </>
  );
}

/**
 * In time order under a scrubber, which would move nothing where the list stands in somebody else's page as a whole.
 */
function Cards({ dataset, table, rows, sort }: AllEvents) {
  const { hidden, height } = usePageSettings();
  const box = useRef<HTMLDivElement>(null);
  const longPlaces = useRef<ListPlaces>(null);
  const [longView, setLongView] = useState<ListView>();
  const items = useMemo(
    () => (isInTime(sort) ? monthItems(table, rows, sort === 'date-desc') : plainItems(rows)),
    [table, rows, sort],
  );
  useAsListOrder(items.rows);
  const isLong = rows.length > WHOLE_MOST;
  const long = useLazyModule('longList', isLong);
  const isScrubbed = items.inTime.end > items.inTime.from && !hidden.has('overview') && height === 'fill';
  const coveredPx = isScrubbed ? SCRUBBER_PX : 0;
  const whole = useListPlaces(box, items, coveredPx, isScrubbed && !isLong);
  const style: CSSProperties & Record<'--dt-scrubber', string> = { '--dt-scrubber': `${coveredPx}px` };
  const cards = { dataset, table, items };
  return (
    <div ref={box} className="dt-timeline-list" style={style}>
      {isScrubbed ? (
        <ListScrubber
          table={table}
          items={items}
          view={isLong ? longView : whole.view}
          places={isLong ? { show: (position) => longPlaces.current?.show(position) } : whole}
        />
      ) : null}
      {isLong ? null : <ListCards {...cards} />}
      {!isLong || long === undefined ? null : (
        <>
          <long.LongListCards {...cards} places={longPlaces} coveredPx={coveredPx} onView={setLongView} />
          <ListPosition view={longView} total={rows.length} />
        </>
      )}
    </div>
  );
}

/** The order, which on a phone has the count beside it: its bar has no room for it. */
function ListHead({
  sorting,
  isPhone,
  isEmpty,
}: {
  readonly sorting: boolean;
  readonly isPhone: boolean;
  readonly isEmpty: boolean;
}) {
  const t = useText();
  const words = sorting ? t('list.sorting') : '';
  useSay(words);
  return (
    <div className="dt-list-order">
      {isPhone ? <EventCount /> : null}
      <span>{words}</span>
      {isEmpty ? null : <SortChoice isPhone={isPhone} />}
    </div>
  );
}

function SortChoice({ isPhone }: { readonly isPhone: boolean }) {
  const t = useText();
  const store = useTimelineStore();
  const sort = useTimeline((state) => state.sort);
  return (
    <label>
      {isPhone ? null : <span aria-hidden="true">{t('list.sort')}</span>}
      <select
        aria-label={t('list.sort')}
        className={isPhone ? 'dt-select' : undefined}
        value={sort}
        onChange={(event) => {
          const chosen = SORTS.find((known) => known === event.target.value);
          if (chosen !== undefined) store.apply(setSort, chosen);
        }}
      >
        {SORTS.map((known) => (
          <option key={known} value={known}>
            {t(`list.sort.${known}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function EmptyList({ hasEvents }: { hasEvents: boolean }) {
  const t = useText();
  const store = useTimelineStore();
  const canFilter = useCanFilter();
  if (!hasEvents)
    return (
      <div className="dt-list-none">
        <p>{t('noEvents.title')}</p>
        <p>{t('noEvents.do')}</p>
      </div>
    );
  return (
    <div className="dt-list-none">
      <p>{t('list.none')}</p>
      {canFilter ? (
        <button type="button" className="dt-button" onClick={() => store.apply(clearFilter)}>
          {t('list.clearFilters')}
        </button>
      ) : null}
    </div>
  );
}

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly list: { readonly EventList: typeof EventList };
  }
}
