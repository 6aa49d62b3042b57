import { memo } from 'react';
import { dateInWords } from '../../model/dates/date-prose';
import type { Dataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { chooseEvent } from '../../state/view/choose';
import { EventLink } from '../context/EventLink';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { CardFace } from './CardFace';
import type { ListSection } from './list-items';

export interface CardProps {
  readonly dataset: Dataset;
  readonly table: EventTable;
  readonly row: number;
  /** Under a heading with its year, a date goes without it; under "No date" there is none. */
  readonly section: ListSection | undefined;
  /** These three in a list of which only a part stands in the document. */
  readonly item?: number;
  readonly position?: number;
  readonly total?: number;
}

function placeOf({ item, position, total }: CardProps) {
  return position === undefined ? {} : { 'data-item': item, 'aria-posinset': position + 1, 'aria-setsize': total };
}

/** An event without an end, before all months. */
export const RunningItem = memo(function RunningItem(props: CardProps) {
  const t = useText();
  const store = useTimelineStore();
  const event = props.table.eventAt(props.row);
  const selected = useTimeline((state) => state.selected === event.id);
  return (
    <li
      className={`dt-running-item dt-running-item--${event.tone}`}
      aria-current={selected ? 'true' : undefined}
      {...placeOf(props)}
    >
      <button type="button" onClick={() => store.apply(chooseEvent, event.id)}>
        <span>{t('list.runningItem', { title: event.title, date: dateInWords(event.date, t) })}</span>
        <span aria-hidden="true" className="dt-running-arrow" />
      </button>
    </li>
  );
});

/** An event with its date, and who acts. */
export const EventCard = memo(function EventCard(props: CardProps) {
  const { dataset, table, row, section } = props;
  const event = table.eventAt(row);
  const selected = useTimeline((state) => state.selected === event.id);
  return (
    <li
      className={`dt-card${event.announced ? ' dt-card--ahead' : ''}`}
      aria-current={selected ? 'true' : undefined}
      {...placeOf(props)}
    >
      <CardFace
        dataset={dataset}
        event={event}
        year={section?.year}
        {...(section?.kind === 'undated' ? { date: null } : {})}
        title={<EventLink event={event} />}
      />
    </li>
  );
});
