import type { ReactNode } from 'react';
import type { Dataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { Heading } from '../context/Heading';
import { useText } from '../context/store-context';
import type { ListSection } from './list-items';
import { headingOf } from './list-prose';

/** A month under its head, or what belongs to none. */
export function ListMonth({
  dataset,
  section,
  item,
  children,
}: {
  readonly dataset: Dataset;
  readonly section: ListSection;
  /** The head's item, in a list of which only a part stands in the document. */
  readonly item: number | undefined;
  readonly children: ReactNode;
}) {
  const t = useText();
  const events = t('list.monthCount', { n: section.total });
  const running = section.runs.total;
  return (
    <section className="dt-month">
      <div className="dt-month-head" data-item={item}>
        <Heading level={3}>{headingOf(section, dataset, t)}</Heading>
        <span>
          {running === 0 ? events : t('list.monthCounts', { events, running: t('list.monthRunning', { n: running }) })}
        </span>
      </div>
      {children}
    </section>
  );
}

/**
 * What runs through a month, as bars along its edge; its head says how many, and the strips above all months say which.
 * Nothing is known of the time after the dataset's own day: there they end in arrows.
 */
export function RunningEdge({
  table,
  section,
  isUp,
}: {
  readonly table: EventTable;
  readonly section: ListSection;
  readonly isUp: boolean;
}) {
  const { first } = section.runs;
  if (first.length === 0) return null;
  return (
    <div
      aria-hidden="true"
      className={`dt-running-edge${isUp ? ' dt-running-edge--up' : ''}${section.isLastKnown ? ' dt-running-edge--ends' : ''}`}
    >
      {first.map(({ row, begins }) => (
        <span
          key={row}
          className={`dt-running-bar dt-running-bar--${table.eventAt(row).tone}${begins ? ' dt-running-bar--begins' : ''}`}
        />
      ))}
    </div>
  );
}
