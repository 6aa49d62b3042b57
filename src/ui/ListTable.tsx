import { memo, useEffect, useRef } from 'react';
import type { Dataset } from '../model/dataset';
import { eventDateInWords } from '../model/date-words';
import type { EventTable } from '../model/event-table';
import { setSort } from '../state/look';
import type { Sort } from '../state/timeline-state';
import { ActorLink } from './ActorLink';
import { DataText } from './DataText';
import { EventLink } from './EventLink';
import { actingActors, actingCountries, statusInWords, toneInWords, whoSaysSo } from './list-words';
import { EventShape } from './PanelEventList';
import type { ListView } from './ListPosition';
import { useText, useTimeline, useTimelineStore } from './store-context';
import { useChosenPosition } from './use-chosen-position';
import { useListWindow } from './use-list-window';

const COLUMNS = ['date', 'event', 'who', 'type', 'tone', 'source'] as const;
type Column = (typeof COLUMNS)[number];

/** What a column can be sorted by: first choice, and the other way round where there is one. */
const SORTS_OF: Partial<Record<Column, readonly [Sort, Sort]>> = {
  date: ['date', 'date-desc'], event: ['title', 'date'], type: ['type', 'date'], tone: ['tone', 'date'],
};

interface ListTableProps {
  readonly dataset: Dataset;
  readonly table: EventTable;
  readonly rows: Uint32Array;
}

/** The events as a table, with everything the chart says about each. */
export function ListTable({ dataset, table, rows }: ListTableProps) {
  return (
    <table className="dt-list-table">
      <ListCaption />
      <thead><HeadRow /></thead>
      <tbody>
        {Array.from(rows, (row) => <EventRow key={row} dataset={dataset} table={table} row={row} />)}
      </tbody>
    </table>
  );
}

/** Until a row has been measured: two lines and their padding. */
const ESTIMATES_PX = [60];
const kindAt = () => 0;

/** The same of any length: only the rows in view stand in the document, and each says which it is of how many. */
export function LongListTable({ dataset, table, rows, onView }: ListTableProps & { readonly onView: (view: ListView) => void }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { parts, inView, handlers } = useListWindow(body, {
    count: rows.length, kindAt, estimatesPx: ESTIMATES_PX, rows, wanted: useChosenPosition(table, rows),
  });
  const { first, last } = inView;
  useEffect(() => onView({ first, last }), [onView, first, last]);
  return (
    // The head counts as a row.
    <table className="dt-list-table dt-list-long" aria-rowcount={rows.length + 1}>
      <ListCaption />
      <thead><HeadRow index={1} /></thead>
      <tbody ref={body} {...handlers}>
        {parts.map((part) => (part.kind === 'room'
          // No control stands in a cell that only keeps room.
          // oxlint-disable-next-line jsx-a11y/control-has-associated-label
          ? <tr key={part.key} aria-hidden="true"><td className="dt-list-room" colSpan={COLUMNS.length} style={{ height: part.px }} /></tr>
          : <EventRow key={part.index} dataset={dataset} table={table} row={rows[part.index] ?? 0} position={part.index} />))}
      </tbody>
    </table>
  );
}

function ListCaption() {
  const t = useText();
  return <caption className="dt-visually-hidden">{t('list.caption')}</caption>;
}

function HeadRow({ index }: { index?: number }) {
  return <tr aria-rowindex={index}>{COLUMNS.map((column) => <ColumnHead key={column} column={column} />)}</tr>;
}

function ColumnHead({ column }: { column: Column }) {
  const t = useText();
  const store = useTimelineStore();
  const sort = useTimeline((state) => state.sort);
  const sorts = SORTS_OF[column];
  if (sorts === undefined) return <th scope="col">{t(`list.${column}`)}</th>;
  const [first, second] = sorts;
  const up = sort === first;
  const down = column === 'date' && sort === second;
  return (
    <th scope="col" aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}>
      <button type="button" className="dt-list-sort" onClick={() => store.apply(setSort, up ? second : first)}>
        {t(`list.${column}`)}
        <span className="dt-list-sort-sign" aria-hidden="true">{up ? '▲' : down ? '▼' : ''}</span>
      </button>
    </th>
  );
}

interface EventRowProps {
  readonly dataset: Dataset;
  readonly table: EventTable;
  readonly row: number;
  /** In a list of which only a part stands in the document. */
  readonly position?: number;
}

const EventRow = memo(function EventRow({ dataset, table, row, position }: EventRowProps) {
  const t = useText();
  const event = table.eventAt(row);
  const selected = useTimeline((state) => state.selected === event.id);
  const actors = actingActors(event, dataset);
  const status = statusInWords(event, t);
  return (
    <tr
      className={`dt-list-row${event.announced ? ' dt-list-row--ahead' : ''}`} aria-current={selected ? 'true' : undefined}
      {...(position === undefined ? {} : { 'aria-rowindex': position + 2, 'data-item': position })}
    >
      <td className="dt-list-date">
        {eventDateInWords(event, dataset.asOf, t)}
        {event.date.basis === 'inferred' ? <span className="dt-list-meta">{t('list.undated')}</span> : null}
      </td>
      <td className="dt-list-event">
        <EventLink event={event} />
        {event.summary === undefined ? null : <p className="dt-list-summary"><DataText>{event.summary}</DataText></p>}
      </td>
      <td className="dt-list-who">
        {actors.length === 0 ? actingCountries(event, t) : (
          <ul>{actors.map((actor) => <li key={actor.id}><ActorLink actor={actor} /></li>)}</ul>
        )}
      </td>
      <td>
        {t(event.type === undefined ? 'type.none' : `type.${event.type}`)}
        {status === '' ? null : <span className="dt-list-meta">{status}</span>}
      </td>
      <td><span className="dt-list-tone"><EventShape event={event} /><span>{toneInWords(event, t)}</span></span></td>
      <td className="dt-list-source">{whoSaysSo(event, t)}</td>
    </tr>
  );
});
