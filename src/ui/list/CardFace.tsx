import type { ReactNode } from 'react';
import type { Dataset, DiplomaticEvent } from '../../model/dataset';
import { dateShort } from '../../model/dates/date-prose';
import { Dotted } from '../../written/Dotted';
import { EventShape } from '../../written/ShapeIcon';
import { DataText } from '../context/DataText';
import { useText } from '../context/store-context';
import { actingActors, actingCountries, withoutYear } from './list-prose';

interface CardFaceProps {
  readonly dataset: Dataset;
  readonly event: DiplomaticEvent;
  /** The year that a heading above says already. */
  readonly year?: string | undefined;
  /** In the place of the event's own date. */
  readonly date?: ReactNode;
  /** In the place of the event's plain title. */
  readonly title?: ReactNode;
  /** What is said besides who acts. */
  readonly more?: readonly ReactNode[];
  /** Of another dataset than is shown. */
  readonly foreign?: boolean;
}

const NOTHING: readonly ReactNode[] = [];

/** What stands on the card of an event: when, its mark, what, and who. */
export function CardFace({ dataset, event, year, date, title, more = NOTHING, foreign = false }: CardFaceProps) {
  const t = useText();
  const actors = actingActors(event, dataset);
  const notes = [
    ...(actors.length === 0 ? [actingCountries(event, t)] : []),
    event.announced ? t('status.announced') : '',
    event.date?.basis === 'inferred' ? t('list.undated') : '',
  ].filter((note) => note !== '');
  const who = actors.map(({ id, label }) => (
    <DataText key={id} foreign={foreign}>
      {label}
    </DataText>
  ));
  return (
    <>
      <span className="dt-card-date">{date === undefined ? withoutYear(dateShort(event.date, t), year, t) : date}</span>
      <span className="dt-card-shape">
        <EventShape event={event} size={14} />
      </span>
      <div className="dt-card-words">
        {title ?? (
          <span className="dt-event-link">
            <DataText foreign={foreign}>{event.title}</DataText>
          </span>
        )}
        {who.length + notes.length + more.length === 0 ? null : (
          <p className="dt-list-meta">
            <Dotted parts={[...who, ...notes, ...more]} />
          </p>
        )}
      </div>
    </>
  );
}
