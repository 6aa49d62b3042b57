import { useId } from 'react';
import type { Lane } from '../../layout/lanes/lanes';
import { LANE_ORDERS } from '../../model/vocabulary';
import { setExpanded, setLaneOrder, toggleGroup } from '../../state/view/view-actions';
import { useClosePanel } from '../kit/PopoverButton';
import { InMenu, MenuButton } from '../context/MenuButton';
import type { LaneEntry } from './lane-entries';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';

interface LaneToolsProps {
  /** As they stand in the chart. */
  readonly lanes: readonly { readonly lane: Lane }[];
  /** Shows a lane that is in the chart, or will be as soon as its group is open. */
  readonly onJump: (laneId: string) => void;
}

/**
 * Over the lanes' headers: how many there are, and behind it finding one, their order, and opening or closing all
 * groups.
 */
export function LaneTools({ lanes, onJump }: LaneToolsProps) {
  const t = useText();
  const group = useTimeline((state) => state.group);
  if (lanes.length === 0) return null;
  return (
    <MenuButton
      label={t('lanes.count', { n: lanes.length })}
      name={t('lanes.title')}
      icon={<LanesIcon />}
      className="dt-lanes-button"
      on={false}
    >
      <LaneSearch lanes={lanes} onJump={onJump} />
      {group === 'type' ? null : <OrderChoice />}
      {group === 'country' ? <GroupButtons lanes={lanes} /> : null}
    </MenuButton>
  );
}

function LaneSearch({ lanes, onJump }: LaneToolsProps) {
  const store = useTimelineStore();
  const close = useClosePanel();
  const choose = ({ id, closedIn }: LaneEntry) => {
    close();
    if (closedIn !== undefined) store.apply(toggleGroup, closedIn, keysOf(lanes, true));
    onJump(id);
  };
  return <InMenu>{(part) => <part.LaneFinder lanes={lanes} onChoose={choose} />}</InMenu>;
}

function OrderChoice() {
  const t = useText();
  const name = useId();
  const store = useTimelineStore();
  const order = useTimeline((state) => state.laneOrder);
  return (
    <fieldset className="dt-plain-fieldset dt-lanes-part">
      <legend className="dt-choices-subtitle">{t('lanes.order')}</legend>
      <div className="dt-lanes-order">
        {LANE_ORDERS.map((each) => (
          <label key={each} className="dt-switch-side">
            <input type="radio" name={name} checked={order === each} onChange={() => store.apply(setLaneOrder, each)} />
            {t(`lanes.order.${each}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function GroupButtons({ lanes }: Pick<LaneToolsProps, 'lanes'>) {
  const t = useText();
  const store = useTimelineStore();
  const open = keysOf(lanes, true);
  const closed = keysOf(lanes, false);
  if (open.length + closed.length === 0) return null;
  return (
    <div className="dt-lanes-part dt-lanes-groups">
      <button
        type="button"
        className="dt-button"
        aria-disabled={closed.length === 0}
        onClick={() => store.apply(setExpanded, [...open, ...closed])}
      >
        {t('lanes.openAll')}
      </button>
      <button
        type="button"
        className="dt-button"
        aria-disabled={open.length === 0}
        onClick={() => store.apply(setExpanded, [])}
      >
        {t('lanes.closeAll')}
      </button>
    </div>
  );
}

function LanesIcon() {
  return (
    <svg className="dt-lanes-icon" width="12" height="10" viewBox="0 0 12 10" aria-hidden="true">
      <path d="M0 1h12M3 5h9M3 9h9" stroke="currentColor" strokeWidth="1.4" />
    </svg>
  );
}

/** Keys of the groups that are open, or closed. */
function keysOf(lanes: LaneToolsProps['lanes'], open: boolean): readonly string[] {
  return lanes.flatMap(({ lane }) => (lane.open === open ? [lane.key] : []));
}
