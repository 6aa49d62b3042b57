import { useMemo } from 'react';
import { valueAt } from '../../base/value-at';
import type { Dataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { useText } from '../context/store-context';
import { groupParts, partRuns } from './card-groups';
import type { CardGroup, CardRun, ListPart } from './card-groups';
import { EventCard, RunningItem } from './EventCard';
import type { ListItems, ListSection } from './list-items';
import { gapInWords, headingOf } from './list-prose';
import { isItemAhead } from './month-items';
import type { ReactNode } from 'react';
import { Heading } from '../context/Heading';

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

function Group({ group, ...rest }: GroupProps) {
  if (group.kind === 'room') return <Room px={group.px} />;
  const { dataset, table, items, isLong } = rest;
  const section = group.section === undefined ? undefined : items.sections[group.section];
  const shown = (runs: readonly CardRun[]) =>
    runs.map((run) => <Run key={run.key} run={run} section={section} {...rest} />);
  if (section === undefined) return shown(group.runs);
  return (
    <ListMonth dataset={dataset} section={section} item={isLong && group.ownsHead ? section.headIndex : undefined}>
      {section.runs.total === 0
        ? shown(group.runs)
        : partRuns(group.runs, (index) => isItemAhead(table, items, index)).map(({ isAhead, runs }) =>
            isAhead ? (
              <div key="ahead">{shown(runs)}</div>
            ) : (
              <div key="known" className="dt-month-known">
                <RunningEdge table={table} section={section} isUp={items.latestFirst} />
                {shown(runs)}
              </div>
            ),
          )}
    </ListMonth>
  );
}

function Room({ px }: { px: number }) {
  return px > 0 ? <div aria-hidden="true" style={{ blockSize: px }} /> : null;
}

interface RunProps extends Omit<GroupProps, 'group'> {
  readonly run: CardRun;
  readonly section: ListSection | undefined;
}

/** Events without a break between them, or a gap. */
function Run({ run, ...rest }: RunProps) {
  switch (run.kind) {
    case 'room':
      return <Room px={run.px} />;
    case 'gap':
      return <Gap run={run} {...rest} />;
    case 'cards':
      return <Cards run={run} {...rest} />;
  }
}

type RunOf<Kind extends CardRun['kind']> = Omit<RunProps, 'run'> & {
  readonly run: Extract<CardRun, { readonly kind: Kind }>;
};

function Gap({ run, table, items, isLong }: RunOf<'gap'>) {
  const t = useText();
  return (
    <p className="dt-gap" data-item={isLong ? run.index : undefined}>
      {gapInWords(run.gapDays, items.rows.length < table.size, t)}
    </p>
  );
}

function Cards({ run, section, dataset, table, items, isLong }: RunOf<'cards'>) {
  const isRunning = section?.kind === 'running';
  const Item = isRunning ? RunningItem : EventCard;
  const cards = run.children.map((child) =>
    child.kind === 'room' ? (
      <li key={child.key} aria-hidden="true" className="dt-list-room" style={{ blockSize: child.px }} />
    ) : (
      <Item
        key={child.index}
        dataset={dataset}
        table={table}
        row={valueAt(items.rows, child.position)}
        section={section}
        {...(isLong ? { item: child.index, position: child.position, total: items.rows.length } : {})}
      />
    ),
  );
  return isRunning ? <ul className="dt-running">{cards}</ul> : <ol className="dt-cards">{cards}</ol>;
}

/** A month under its head, or what belongs to none. */
function ListMonth({
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
