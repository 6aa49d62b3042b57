import type { ReactNode } from 'react';
import { dateShort } from '../model/date-words';
import type { DiplomaticEvent } from '../model/dataset';
import { EventLink } from './EventLink';
import { ShapeIcon } from './ShapeIcon';
import { useText } from './store-context';

/** Dated events as rows: date, mark, title as a link, and a line of small print that `noteOf` gives. */
export function PanelEventList({ events, noteOf, labels = false }: {
  readonly events: readonly DiplomaticEvent[];
  /** The chart's short labels instead of the titles. */
  readonly labels?: boolean;
  readonly noteOf?: (event: DiplomaticEvent) => ReactNode;
}) {
  const t = useText();
  return (
    <ul className="dt-rows">
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
  );
}

/** An event's mark as the chart draws it: dashed when its date is in doubt or it is only announced. */
export function EventShape({ event, size }: { readonly event: DiplomaticEvent; readonly size?: number }) {
  return (
    <ShapeIcon
      tone={event.tone} deed={event.deed} doubt={isDoubtful(event)}
      {...(size === undefined ? {} : { size })}
    />
  );
}

function isDoubtful(event: DiplomaticEvent): boolean {
  const { date } = event;
  return event.announced || date.form === 'one-of' || date.uncertain || date.approximate;
}
