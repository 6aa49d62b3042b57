import { memo } from 'react';
import type { KeyboardEvent } from 'react';
import { countInLane, isEmptyLane } from '../../layout/lanes/lanes';
import type { Lane } from '../../layout/lanes/lanes';
import type { PlacedLane } from '../../layout/lanes/lane-heights';
import type { Dataset } from '../../model/dataset';
import type { Filter } from '../../model/filter';
import { officeOf } from '../../model/event-prose';
import { actorOf } from '../../model/lookups';
import { EVENT_TYPES } from '../../model/vocabulary';
import { chooseActor, pinActor, unpinActor } from '../../state/view/choose';
import { toggleActor, toggleCountry, toggleType } from '../../state/query/filters';
import { toggleGroup } from '../../state/view/view-actions';
import { MAX_PINNED } from '../../state/view/timeline-state';
import { laneName } from '../../layout/lanes/lane-name';
import { DataText } from '../context/DataText';
import { headPartsOf } from './lane-head-parts';
import type { HeadPart } from './lane-head-parts';
import { Heading } from '../context/Heading';
import { useCanFilter, usePageSettings } from '../context/page-settings';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { useHover } from '../context/use-hover';
import { useMatches } from '../context/use-matches';

/**
 * Name, office and count of a lane. Countries and headings fold; an actor's name opens its panel, the pin keeps it, the
 * box filters.
 */
export const LaneHeader = memo(function LaneHeader({
  lane: placed,
  lanes,
  read,
  saysTools,
  tabStop,
}: {
  readonly lane: PlacedLane;
  readonly lanes: readonly PlacedLane[];
  /** How many events the list beside it reads. */
  readonly read: number;
  /** Whether pin and box are there for a screen reader: else only while one of them is on. */
  readonly saysTools: boolean;
  /** The control that Tab reaches, if it is one of this header's; arrow keys reach the others. */
  readonly tabStop: HeadPart | undefined;
}) {
  const { lane } = placed;
  const t = useText();
  const matches = useMatches();
  const canFilter = useCanFilter();
  const { hidden } = usePageSettings();
  const dataset = useTimeline((state) => state.dataset);
  const table = useTimeline((state) => state.table);
  const isOn = useTimeline((state) => state.pinned.includes(lane.key) || isFilteredBy(state.filter, lane));
  if (dataset === undefined) return null;
  const count = matches === undefined || table === undefined ? 0 : countInLane(table, lane, matches.mask);
  const name = laneName(lane, dataset, t);
  const counted = t(lane.counts === 'all' ? 'lane.events' : 'lane.acts', { n: count });
  const countWords = read === count ? counted : t('lane.inRow', { count: counted, n: read });
  const isEmpty = matches !== undefined && table !== undefined && isEmptyLane(table, lane, matches.mask);
  const parts = headPartsOf(lane, { canFilter, withDetails: !hidden.has('details'), isNarrow: false });
  const focusProps = (part: HeadPart) => ({ 'data-head': part, tabIndex: tabStop === part ? 0 : -1 });
  return (
    <div className={`dt-lane-head${isEmpty ? ' dt-lane-head--empty' : ''}`}>
      <Heading level={3} className="dt-lane-title">
        {lane.kind === 'actor' ? (
          <ActorTitle id={lane.key} dataset={dataset} count={countWords} focus={focusProps('name')} />
        ) : lane.open === undefined ? (
          <>
            <span className="dt-lane-name" title={name} aria-hidden="true">
              {name}
            </span>
            <span className="dt-visually-hidden">{t('lane.nameCount', { name, count: countWords })}</span>
          </>
        ) : (
          <GroupTitle
            lane={lane}
            name={name}
            count={countWords}
            open={lane.open}
            lanes={lanes}
            focus={focusProps('name')}
          />
        )}
      </Heading>
      <span className="dt-lane-tools" aria-hidden={!(saysTools || isOn) || undefined}>
        {parts.includes('pin') ? <PinButton id={lane.key} name={name} focus={focusProps('pin')} /> : null}
        {parts.includes('filter') ? <LaneFilter lane={lane} name={name} focus={focusProps('filter')} /> : null}
      </span>
      <span className="dt-lane-count" title={countWords} aria-hidden="true">
        {t.number(count)}
      </span>
    </div>
  );
});

/** What makes a control one of the chart's focus targets. */
interface FocusProps {
  readonly 'data-head': HeadPart;
  readonly tabIndex: number;
}

function ActorTitle({
  id,
  dataset,
  count,
  focus,
}: {
  readonly id: string;
  readonly dataset: Dataset;
  readonly count: string;
  readonly focus: FocusProps;
}) {
  const t = useText();
  const store = useTimelineStore();
  const { hidden } = usePageSettings();
  const { hovered, handlers } = useHover('actor', id);
  const isOpen = useTimeline((state) => state.panel.kind === 'actor' && state.panel.actor === id);
  const actor = actorOf(dataset, id);
  const office = actor === undefined ? undefined : officeOf(actor);
  // What is seen has to be a part of the name, as it is seen.
  const whole = [actor?.label ?? id, ...(office === undefined ? [] : [office])].join(' ');
  const name = t('lane.nameCount', { name: whole, count });
  const words = (
    <>
      <DataText className="dt-lane-name">{actor?.label ?? id}</DataText>
      {office === undefined ? null : (
        <>
          {' '}
          <DataText className="dt-lane-office">{office}</DataText>
        </>
      )}
    </>
  );
  if (hidden.has('details'))
    return (
      <span className="dt-lane-actor dt-lane-actor--plain" title={actor?.label} {...handlers}>
        <span aria-hidden="true">{words}</span>
        <span className="dt-visually-hidden">{name}</span>
      </span>
    );
  return (
    <button
      type="button"
      className="dt-lane-actor"
      data-hovered={hovered || undefined}
      aria-current={isOpen ? 'true' : undefined}
      // One text for both: a description that says more or less than the name would be said after it.
      aria-label={name}
      title={name}
      onClick={() => store.apply(chooseActor, id)}
      {...handlers}
      {...focus}
    >
      {words}
    </button>
  );
}

function GroupTitle({
  lane,
  name,
  count,
  open,
  lanes,
  focus,
}: {
  readonly lane: Lane;
  readonly name: string;
  readonly count: string;
  readonly open: boolean;
  readonly lanes: readonly PlacedLane[];
  readonly focus: FocusProps;
}) {
  const t = useText();
  const store = useTimelineStore();
  const shown = () => lanes.flatMap(({ lane: each }) => (each.open === true ? [each.key] : []));
  return (
    <button
      type="button"
      className="dt-lane-group"
      aria-expanded={open}
      aria-label={t('lane.nameCount', { name, count })}
      title={t(open ? 'lane.close' : 'lane.open', { name })}
      onClick={() => store.apply(toggleGroup, lane.key, shown())}
      {...focus}
    >
      <span className="dt-lane-arrow" aria-hidden="true">
        ▸
      </span>
      <span className="dt-lane-name">{name}</span>
    </button>
  );
}

function PinButton({ id, name, focus }: { readonly id: string; readonly name: string; readonly focus: FocusProps }) {
  const t = useText();
  const store = useTimelineStore();
  const pinned = useTimeline((state) => state.pinned.includes(id));
  const full = useTimeline((state) => !state.pinned.includes(id) && state.pinned.length >= MAX_PINNED);
  const label = full ? t('lane.pinFull') : t(pinned ? 'lane.unpin' : 'lane.pin', { name });
  return (
    <button
      type="button"
      className="dt-lane-tool"
      aria-label={label}
      title={label}
      aria-pressed={pinned}
      aria-disabled={full || undefined}
      {...focus}
      onClick={() => {
        if (!full) store.apply(pinned ? unpinActor : pinActor, id);
      }}
    >
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path
          d="M5 2h6l-1 4 3 3H9v5H7V9H3l3-3z"
          fill={pinned ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.2"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}

function isFilteredBy(filter: Filter, { kind, key }: Lane): boolean {
  switch (kind) {
    case 'country':
      return filter.countries.includes(key);
    case 'actor':
      return filter.actors.includes(key);
    case 'type':
      return filter.types.some((type) => type === key);
    case 'heading':
      return false;
  }
}

function LaneFilter({ lane, name, focus }: { readonly lane: Lane; readonly name: string; readonly focus: FocusProps }) {
  const t = useText();
  const store = useTimelineStore();
  const checked = useTimeline(({ filter }) => isFilteredBy(filter, lane));
  const type = EVENT_TYPES.find((each) => each === lane.key);
  const toggle = () => {
    if (lane.kind === 'country') store.apply(toggleCountry, lane.key);
    else if (lane.kind === 'actor') store.apply(toggleActor, lane.key);
    else if (type !== undefined) store.apply(toggleType, type);
  };
  const label = t('lane.filterOn', { name });
  // What the chart's keys lead to answers Enter as well as Space; a box by itself knows Space alone.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.repeat) return;
    event.preventDefault();
    toggle();
  };
  return (
    <input
      type="checkbox"
      className="dt-lane-tool dt-lane-check"
      checked={checked}
      onChange={toggle}
      onKeyDown={onKeyDown}
      aria-label={label}
      title={label}
      {...focus}
    />
  );
}
