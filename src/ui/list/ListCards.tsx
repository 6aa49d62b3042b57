import { valueAt } from '../../base/value-at';
import { memo, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Dataset } from '../../model/dataset';
import { dateInWords, dateShort } from '../../model/dates/date-prose';
import type { EventTable } from '../../model/event-table';
import { chooseEvent } from '../../state/view/choose';
import { groupParts, partRuns } from './card-groups';
import type { CardGroup, CardRun } from './card-groups';
import { DataText } from '../context/DataText';
import { EventLink } from '../context/EventLink';
import { Heading } from '../context/Heading';
import { gapInWords, headingOf, isItemAhead } from './list-months';
import type { ListItems, ListSection } from './list-months';
import type { ListPart } from './virtual/list-parts';
import { actingActors, actingCountries, withoutYear } from './list-prose';
import { EventShape } from '../panel/PanelEventList';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';

export interface ListCardsProps {
  readonly dataset: Dataset;
  readonly table: EventTable;
  /** All that pass, in order. */
  readonly items: ListItems;
}

/**
 * The events as cards for narrow places. In time order the list is itself a timeline: what runs first, months, and
 * gaps.
 */
export function ListCards({ dataset, table, items }: ListCardsProps) {
  const parts = useMemo(
    () => Array.from({ length: items.count }, (_, index): ListPart => ({ kind: 'item', index })),
    [items],
  );
  return <CardList dataset={dataset} table={table} items={items} parts={parts} isLong={false} headPx={() => 0} />;
}

interface CardListProps {
  readonly dataset: Dataset;
  readonly table: EventTable;
  readonly items: ListItems;
  readonly parts: readonly ListPart[];
  readonly isLong: boolean;
  /** Height of the head of a month, by its item. */
  readonly headPx: (index: number) => number;
}

/** The given parts of the list. */
export function CardList({ items, parts, headPx, ...rest }: CardListProps) {
  const groups = groupParts(items, parts, headPx);
  const shown = groups.map((group) => <Group key={group.key} group={group} items={items} {...rest} />);
  return items.sections.length === 0 ? shown : <div className="dt-months">{shown}</div>;
}

interface GroupProps extends Omit<CardListProps, 'parts' | 'headPx'> {
  readonly group: CardGroup;
}

function Group({ group, dataset, table, items, isLong }: GroupProps) {
  if (group.kind === 'room') return <Room px={group.px} />;
  const section = group.section === undefined ? undefined : items.sections[group.section];
  const shown = (runs: readonly CardRun[]) =>
    runs.map((run) => (
      <Run key={run.key} run={run} section={section} dataset={dataset} table={table} items={items} isLong={isLong} />
    ));
  if (section === undefined) return shown(group.runs);
  const head = (
    <MonthHead dataset={dataset} section={section} item={isLong && group.ownsHead ? section.headIndex : undefined} />
  );
  if (section.runs.total === 0)
    return (
      <section className="dt-month">
        {head}
        {shown(group.runs)}
      </section>
    );
  return (
    <section className="dt-month">
      {head}
      {partRuns(group.runs, (index) => isItemAhead(table, items, index)).map(({ isAhead, runs }) =>
        isAhead ? (
          <div key="ahead">{shown(runs)}</div>
        ) : (
          <div key="known" className="dt-month-known">
            <RunningEdge table={table} section={section} isUp={items.down} />
            {shown(runs)}
          </div>
        ),
      )}
    </section>
  );
}

/**
 * What runs through a month, as bars along its edge; its head says how many, and the strips above all months say which.
 * Nothing is known of the time after the dataset's own day: there they end in arrows.
 */
function RunningEdge({
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

function Room({ px }: { px: number }) {
  return px > 0 ? <div aria-hidden="true" style={{ blockSize: px }} /> : null;
}

function MonthHead({ dataset, section, item }: { dataset: Dataset; section: ListSection; item: number | undefined }) {
  const t = useText();
  const running = () =>
    dataset.asOf === undefined ? t('list.running') : t('list.runningAsOf', { date: dateInWords(dataset.asOf, t) });
  return (
    <div className="dt-month-head" data-item={item}>
      <Heading level={3}>{section.kind === 'running' ? running() : headingOf(section, t)}</Heading>
      <span>
        {section.runs.total === 0
          ? t('list.monthCount', { n: section.total })
          : t('list.monthCounts', {
              events: t('list.monthCount', { n: section.total }),
              running: t('list.monthRunning', { n: section.runs.total }),
            })}
      </span>
    </div>
  );
}

interface RunProps extends Omit<GroupProps, 'group'> {
  readonly run: CardRun;
  readonly section: ListSection | undefined;
}

/** Events without a break between them, or a gap. */
function Run({ run, section, dataset, table, items, isLong }: RunProps) {
  const t = useText();
  if (run.kind === 'room') return <Room px={run.px} />;
  if (run.kind === 'gap') {
    return (
      <p className="dt-gap" data-item={isLong ? run.index : undefined}>
        {gapInWords(run.gapDays, items.rows.length < table.size, t)}
      </p>
    );
  }
  const Item = section?.kind === 'running' ? RunningItem : Card;
  const cards = run.children.map((child): ReactNode =>
    child.kind === 'room' ? (
      <li key={child.key} aria-hidden="true" className="dt-list-room" style={{ blockSize: child.px }} />
    ) : (
      <Item
        key={child.index}
        dataset={dataset}
        table={table}
        row={valueAt(items.rows, child.position)}
        year={section?.kind === 'month' ? section.year : undefined}
        {...(isLong ? { item: child.index, position: child.position, total: items.rows.length } : {})}
      />
    ),
  );
  return section?.kind === 'running' ? <ul className="dt-running">{cards}</ul> : <ol className="dt-cards">{cards}</ol>;
}

interface CardProps {
  readonly dataset: Dataset;
  readonly table: EventTable;
  readonly row: number;
  /** Under a heading with its year, a date goes without it. */
  readonly year: string | undefined;
  /** These three in a list of which only a part stands in the document. */
  readonly item?: number;
  readonly position?: number;
  readonly total?: number;
}

function placeOf({ item, position, total }: CardProps) {
  return position === undefined ? {} : { 'data-item': item, 'aria-posinset': position + 1, 'aria-setsize': total };
}

const RunningItem = memo(function RunningItem(props: CardProps) {
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

const Card = memo(function Card(props: CardProps) {
  const t = useText();
  const { dataset, table, row, year } = props;
  const event = table.eventAt(row);
  const selected = useTimeline((state) => state.selected === event.id);
  const actors = actingActors(event, dataset);
  const notes = [
    ...(actors.length === 0 ? [actingCountries(event, t)] : []),
    event.announced ? t('status.announced') : '',
    event.date?.basis === 'inferred' ? t('list.undated') : '',
  ].filter((note) => note !== '');
  return (
    <li
      className={`dt-card${event.announced ? ' dt-card--ahead' : ''}`}
      aria-current={selected ? 'true' : undefined}
      {...placeOf(props)}
    >
      <span className="dt-card-date">{withoutYear(dateShort(event.date, t), year, t)}</span>
      <span className="dt-card-shape">
        <EventShape event={event} size={14} />
      </span>
      <div className="dt-card-words">
        <EventLink event={event} />
        {notes.length + actors.length === 0 ? null : (
          <p className="dt-list-meta">
            {actors.length === 0 ? null : <DataText>{actors.map(({ label }) => label).join(' · ')}</DataText>}
            {actors.length === 0 || notes.length === 0 ? '' : ' · '}
            {notes.join(' · ')}
          </p>
        )}
      </div>
    </li>
  );
});
