import { memo } from 'react';
import type { PlacedLane } from '../../layout/lanes/lane-heights';
import type { EventTable } from '../../model/event-table';
import type { FocusTarget } from './focus-targets';
import { LaneHeader } from './LaneHeader';
import { MarkButton } from './MarkButton';
import type { HitTarget } from './hit-targets';
import type { MarkTooltip } from './use-mark-tooltip';

interface LaneRowProps {
  readonly lane: PlacedLane;
  readonly lanes: readonly PlacedLane[];
  readonly table: EventTable;
  readonly spots: readonly HitTarget[];
  /** Undefined while it is in another lane. */
  readonly tabStop: FocusTarget | undefined;
  readonly tooltip: MarkTooltip;
}

/** One lane: its heading, and its events as buttons in time order, laid over the ink. */
export const LaneRow = memo(function LaneRow({ lane, lanes, table, spots, tabStop, tooltip }: LaneRowProps) {
  return (
    <div
      className={`dt-lane dt-lane--${lane.lane.kind}`}
      data-lane={lane.lane.id}
      style={{ top: lane.top, height: lane.height }}
    >
      <LaneHeader
        lane={lane}
        lanes={lanes}
        tabStop={tabStop !== undefined && 'part' in tabStop ? tabStop.part : undefined}
      />
      {spots.length === 0 ? null : (
        <ul className="dt-lane-events">
          {spots.map((spot) => (
            <MarkButton
              key={spot.key}
              spot={spot}
              table={table}
              isTabStop={tabStop !== undefined && 'row' in tabStop && spot.rows.includes(tabStop.row)}
              tooltip={tooltip}
            />
          ))}
        </ul>
      )}
    </div>
  );
});
