import type { ReactNode } from 'react';
import { dateShort } from '../../model/dates/date-prose';
import type { DiplomaticEvent } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { EventLink } from '../context/EventLink';
import { EventShape } from '../../written/ShapeIcon';
import { useText } from '../context/store-context';
import { useShowMore } from '../context/use-show-more';

/** More at once is more than anybody reads in a panel; the list has them all. */
const STEP = 50;

/**
 * The events of rows, a line each: date, mark, title as a link, and a line of small print that `noteOf` gives. The
 * first fifty, and more on request.
 */
export function PanelEventList({
  table,
  rows,
  noteOf,
  labels = false,
}: {
  readonly table: EventTable;
  readonly rows: readonly number[];
  /** The chart's short labels instead of the titles. */
  readonly labels?: boolean;
  readonly noteOf?: (event: DiplomaticEvent) => ReactNode;
}) {
  const t = useText();
  const { shown, list, button } = useShowMore<HTMLUListElement>(rows.length, STEP);
  const events = rows.slice(0, shown).map((row) => table.eventAt(row));
  return (
    <>
      <ul ref={list} className="dt-rows">
        {events.map((event) => (
          <li key={event.id} className="dt-event-row">
            <span className="dt-event-row-date">{dateShort(event.date, t)}</span>
            <EventShape event={event} />
            <span className="dt-event-row-body">
              <EventLink event={event}>{labels ? event.label : event.title}</EventLink>
              {noteOf === undefined ? null : <span className="dt-meta dt-line">{noteOf(event)}</span>}
            </span>
          </li>
        ))}
      </ul>
      {button}
    </>
  );
}
