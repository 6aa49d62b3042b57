import { useId } from 'react';
import type { Lane } from '../../layout/lanes/lanes';
import { LANE_ORDERS } from '../../model/vocabulary';
import { setExpanded, setLaneOrder, toggleGroup } from '../../state/view/view-actions';
import { useClosePanel } from '../kit/PopoverButton';
import { LaneFinder } from './LaneFinder';
import type { LaneEntry } from './lane-entries';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';

interface LaneMenuProps {
  /** As they stand in the chart. */
  readonly lanes: readonly { readonly lane: Lane }[];
  /** Shows a lane that is in the chart, or will be as soon as its group is open. */
  readonly onJump: (laneId: string) => void;
}

/** What the menu over the lanes' headers holds: finding a lane, their order, and opening or closing all groups. */
export function LaneMenu({ lanes, onJump }: LaneMenuProps) {
  const group = useTimeline((state) => state.group);
  return (
    <>
      <LaneSearch lanes={lanes} onJump={onJump} />
      {group === 'type' ? null : <OrderChoice />}
      {group === 'country' ? <GroupButtons lanes={lanes} /> : null}
    </>
  );
}

function LaneSearch({ lanes, onJump }: LaneMenuProps) {
  const store = useTimelineStore();
  const close = useClosePanel();
  const choose = ({ id, closedIn }: LaneEntry) => {
    close();
    if (closedIn !== undefined) store.apply(toggleGroup, closedIn, keysOf(lanes, true));
    onJump(id);
  };
  return <LaneFinder lanes={lanes} onChoose={choose} />;
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

function GroupButtons({ lanes }: Pick<LaneMenuProps, 'lanes'>) {
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

/** Keys of the groups that are open, or closed. */
function keysOf(lanes: LaneMenuProps['lanes'], open: boolean): readonly string[] {
  return lanes.flatMap(({ lane }) => (lane.open === open ? [lane.key] : []));
}
