import { memo, useEffect, useMemo, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Dataset } from '../model/dataset';
import { dateInWords, dateShort } from '../model/date-words';
import type { EventTable } from '../model/event-table';
import { chooseEvent } from '../state/choose';
import type { Sort } from '../state/timeline-state';
import { groupParts } from './card-groups';
import type { CardGroup, CardRun } from './card-groups';
import { EventLink } from './EventLink';
import { Heading } from './Heading';
import { gapInWords, headingOf, monthItems, plainItems } from './list-months';
import type { ListItems, ListSection } from './list-months';
import type { ListPart } from './list-parts';
import type { ListView } from './ListPosition';
import { actingActors, actingCountries } from './list-words';
import { EventShape } from './PanelEventList';
import { useText, useTimeline, useTimelineStore } from './store-context';
import { useChosenPosition } from './use-chosen-position';
import { useListWindow } from './use-list-window';

interface ListCardsProps {
  readonly dataset: Dataset;
  readonly table: EventTable;
  /** All that pass, in order. */
  readonly rows: Uint32Array;
  /** The order they stand in. */
  readonly sort: Sort;
}

/** The events as cards for narrow places. In time order the list is itself a timeline: what runs first, months, and gaps. */
export function ListCards({ dataset, table, rows, sort }: ListCardsProps) {
  const items = useItems(table, rows, sort);
  const parts = useMemo(() => Array.from({ length: items.count }, (_, index): ListPart => ({ kind: 'item', index })), [items]);
  return <CardList dataset={dataset} table={table} items={items} parts={parts} isLong={false} headPx={() => 0} />;
}

/** Until one has been measured: a card of two lines, a month's head, a gap. */
const ESTIMATES_PX = [60, 36, 29];

/** The same of any length: only what is in view stands in the document, and each card says which it is of how many. */
export function LongListCards({ dataset, table, rows, sort, onView }: ListCardsProps & { readonly onView: (view: ListView) => void }) {
  const body = useRef<HTMLDivElement>(null);
  const items = useItems(table, rows, sort);
  const chosen = useChosenPosition(table, items.rows);
  const { parts, inView, heights, handlers } = useListWindow(body, {
    count: items.count, kindAt: items.kindAt, estimatesPx: ESTIMATES_PX, rows, wanted: chosen === undefined ? undefined : items.indexOf(chosen),
  });
  const first = eventsAbove(items, inView.first);
  const last = Math.max(first, eventsAbove(items, inView.last + 1) - 1);
  useEffect(() => onView({ first, last }), [onView, first, last]);
  return (
    // Only hears of the focus of what is inside.
    <div ref={body} className="dt-list-long" {...handlers}>
      <CardList dataset={dataset} table={table} items={items} parts={parts} isLong headPx={(index) => heights.heightOf(index)} />
    </div>
  );
}

function useItems(table: EventTable, rows: Uint32Array, sort: Sort): ListItems {
  return useMemo(() => (sort === 'date' || sort === 'date-desc' ? monthItems(table, rows, sort === 'date-desc') : plainItems(rows)), [table, rows, sort]);
}

/** How many events stand above an item. */
function eventsAbove(items: ListItems, index: number): number {
  for (let i = index; i < items.count; i += 1) {
    const item = items.itemAt(i);
    if (item.kind === 'event') return item.position;
  }
  return items.rows.length;
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

function CardList({ items, parts, headPx, ...rest }: CardListProps) {
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
  const runs = group.runs.map((run) => <Run key={run.key} run={run} section={section} dataset={dataset} table={table} items={items} isLong={isLong} />);
  if (section === undefined) return runs;
  return (
    <section>
      <MonthHead dataset={dataset} section={section} item={isLong && group.ownsHead ? section.headIndex : undefined} />
      {runs}
    </section>
  );
}

function Room({ px }: { px: number }) {
  return px > 0 ? <div aria-hidden="true" style={{ blockSize: px }} /> : null;
}

function MonthHead({ dataset, section, item }: { dataset: Dataset; section: ListSection; item: number | undefined }) {
  const t = useText();
  const running = () => (dataset.asOf === undefined ? t('list.running') : t('list.runningAsOf', { date: dateInWords(dataset.asOf, t) }));
  return (
    <div className="dt-month-head" data-item={item}>
      <Heading level={3}>{section.kind === 'running' ? running() : headingOf(section, t)}</Heading>
      <span>{t('list.monthCount', { n: section.total })}</span>
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
    return <p className="dt-gap" data-item={isLong ? run.index : undefined}>{gapInWords(run.gapDays, items.rows.length < table.size, t)}</p>;
  }
  const Item = section?.kind === 'running' ? RunningItem : Card;
  const cards = run.children.map((child): ReactNode => (child.kind === 'room'
    ? <li key={child.key} aria-hidden="true" className="dt-list-room" style={{ blockSize: child.px }} />
    : (
      <Item
        key={child.index} dataset={dataset} table={table} row={items.rows[child.position] ?? 0} year={section?.year}
        {...(isLong ? { item: child.index, position: child.position, total: items.rows.length } : {})}
      />
    )));
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
    <li className={`dt-running-item dt-running-item--${event.tone}`} aria-current={selected ? 'true' : undefined} {...placeOf(props)}>
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
    ...(actors.length === 0 ? [actingCountries(event, t)] : actors.map(({ label }) => label)),
    event.announced ? t('status.announced') : '',
    event.date.basis === 'inferred' ? t('list.undated') : '',
  ].filter((note) => note !== '');
  return (
    <li className={`dt-card${event.announced ? ' dt-card--ahead' : ''}`} aria-current={selected ? 'true' : undefined} {...placeOf(props)}>
      <span className="dt-card-date">{withoutYear(dateShort(event.date, t), year)}</span>
      <span className="dt-card-shape"><EventShape event={event} size={14} /></span>
      <div className="dt-card-words">
        <EventLink event={event} />
        {notes.length === 0 ? null : <p className="dt-list-meta">{notes.join(' · ')}</p>}
      </div>
    </li>
  );
});

function withoutYear(words: string, year: string | undefined): string {
  return year !== undefined && words.endsWith(` ${year}`) ? words.slice(0, -year.length - 1) : words;
}
