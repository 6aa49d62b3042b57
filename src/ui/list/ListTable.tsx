import { memo } from 'react';
import type { Dataset } from '../../model/dataset';
import { eventDateInWords } from '../../model/dates/date-prose';
import type { EventTable } from '../../model/event-table';
import { setSort } from '../../state/view/view-actions';
import type { Sort } from '../../state/view/timeline-state';
import { ActorLink } from '../context/ActorLink';
import { DataText } from '../context/DataText';
import { EventLink } from '../context/EventLink';
import type { ListItems, ListSection } from './list-items';
import { actingActors, actingCountries, headingOf, statusInWords, whoSaysSo } from './list-prose';
import { useEventCount } from '../context/EventCount';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { EventShape } from '../../written/ShapeIcon';
import { toneInWords } from '../../written/tone-prose';

export const COLUMNS = ['date', 'event', 'who', 'type', 'tone', 'source'] as const;
type Column = (typeof COLUMNS)[number];

/** What a column can be sorted by: first choice, and the other way round where there is one. */
const SORTS_OF: Partial<Record<Column, readonly [Sort, Sort]>> = {
  date: ['date', 'date-desc'],
  event: ['title', 'date'],
  type: ['type', 'date'],
  tone: ['tone', 'date'],
};

export interface ListTableProps {
  readonly dataset: Dataset;
  readonly table: EventTable;
  /** All that pass, in order; in time order those without a date under a head of their own. */
  readonly items: ListItems;
}

/** The events as a table, with everything the chart says about each. */
export function ListTable({ dataset, table, items }: ListTableProps) {
  const [shelf] = items.sections;
  const dated = shelf === undefined ? items.rows.length : shelf.headIndex;
  const rowsOf = (rows: Uint32Array) =>
    Array.from(rows, (row) => <EventRow key={row} dataset={dataset} table={table} row={row} />);
  const name = useEventCount();
  return (
    <table className="dt-list-table" aria-label={name}>
      <thead>
        <HeadRow />
      </thead>
      {dated === 0 ? null : <tbody>{rowsOf(items.rows.subarray(0, dated))}</tbody>}
      {shelf === undefined ? null : (
        <tbody>
          <ShelfRow dataset={dataset} section={shelf} />
          {rowsOf(items.rows.subarray(dated))}
        </tbody>
      )}
    </table>
  );
}

/** Over the events without a date. */
export function ShelfRow({
  dataset,
  section,
  index,
}: {
  readonly dataset: Dataset;
  readonly section: ListSection | undefined;
  /** In a list of which only a part stands in the document. */
  readonly index?: number;
}) {
  const t = useText();
  if (section === undefined) return null;
  return (
    <tr className="dt-list-shelf" {...placeOf(index)}>
      <th scope="rowgroup" colSpan={COLUMNS.length}>
        {headingOf(section, dataset, t)}{' '}
        <span className="dt-list-meta">{t('list.monthCount', { n: section.total })}</span>
      </th>
    </tr>
  );
}

/** Which row of how many; the head of the table is the first. */
function placeOf(index: number | undefined) {
  return index === undefined ? {} : { 'aria-rowindex': index + 2, 'data-item': index };
}

export function HeadRow({ index }: { index?: number }) {
  return (
    <tr aria-rowindex={index}>
      {COLUMNS.map((column) => (
        <ColumnHead key={column} column={column} />
      ))}
    </tr>
  );
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
        <span className="dt-list-sort-sign" aria-hidden="true">
          {up ? '▲' : down ? '▼' : ''}
        </span>
      </button>
    </th>
  );
}

interface EventRowProps {
  readonly dataset: Dataset;
  readonly table: EventTable;
  readonly row: number;
  /** In a list of which only a part stands in the document. */
  readonly index?: number;
}

/** One event with all that the table says about it. */
export const EventRow = memo(function EventRow({ dataset, table, row, index }: EventRowProps) {
  const t = useText();
  const event = table.eventAt(row);
  const selected = useTimeline((state) => state.selected === event.id);
  const actors = actingActors(event, dataset);
  const status = statusInWords(event, t);
  return (
    <tr
      className={`dt-list-row${event.announced ? ' dt-list-row--ahead' : ''}`}
      aria-current={selected ? 'true' : undefined}
      {...placeOf(index)}
    >
      <td className="dt-list-date">
        {eventDateInWords(event, dataset.asOf, t)}{' '}
        {event.date?.basis === 'inferred' ? <span className="dt-list-meta">{t('list.undated')}</span> : null}
      </td>
      <td className="dt-list-event">
        <EventLink event={event} />
        {event.summary === undefined ? null : (
          <p className="dt-list-summary">
            <DataText>{event.summary}</DataText>
          </p>
        )}
      </td>
      <td className="dt-list-who">
        {actors.length === 0 ? (
          actingCountries(event, t)
        ) : (
          <ul>
            {actors.map((actor) => (
              <li key={actor.id}>
                <ActorLink actor={actor} />
              </li>
            ))}
          </ul>
        )}
      </td>
      <td>
        {t(event.type === undefined ? 'type.none' : `type.${event.type}`)}{' '}
        {status === '' ? null : <span className="dt-list-meta">{status}</span>}
      </td>
      <td>
        <span className="dt-list-tone">
          <EventShape event={event} />
          <span>{toneInWords(event, t)}</span>
        </span>
      </td>
      <td className="dt-list-source">{whoSaysSo(event, t)}</td>
    </tr>
  );
});
