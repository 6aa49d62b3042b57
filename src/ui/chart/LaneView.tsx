import { memo } from 'react';
import type { PlacedLane } from '../../layout/lanes/lane-heights';
import type { EventTable } from '../../model/event-table';
import type { FocusTarget } from './focus-targets';
import { LaneHeader } from './LaneHeader';
import { MarkButton } from './MarkButton';
import type { HitTarget } from './place-hit-targets';
import { countRead } from './mark-standing';
import type { Standings } from './mark-standing';
import type { MarkTooltip } from './use-mark-tooltip';

interface LaneViewProps {
  readonly lane: PlacedLane;
  readonly lanes: readonly PlacedLane[];
  readonly table: EventTable;
  readonly targets: readonly HitTarget[];
  readonly standings: Standings;
  /** Whether the tools of all headers are there for a screen reader, and not only where the keyboard stands. */
  readonly saysTools: boolean;
  /** Undefined while it is in another lane. */
  readonly tabStop: FocusTarget | undefined;
  readonly tooltip: MarkTooltip;
}

/** One lane: its heading, and its events as buttons in time order, laid over the ink. */
export const LaneView = memo(function LaneView({
  lane,
  lanes,
  table,
  targets,
  standings,
  saysTools,
  tabStop,
  tooltip,
}: LaneViewProps) {
  return (
    <div
      className={`dt-lane dt-lane--${lane.lane.kind}`}
      data-lane={lane.lane.id}
      style={{ top: lane.top, height: lane.height }}
    >
      <LaneHeader
        lane={lane}
        lanes={lanes}
        read={countRead(targets, standings)}
        saysTools={saysTools || tabStop !== undefined}
        tabStop={tabStop !== undefined && 'part' in tabStop ? tabStop.part : undefined}
      />
      {targets.length === 0 ? null : (
        <ul className="dt-lane-events">
          {targets.map((target) => (
            <MarkButton
              key={target.key}
              target={target}
              table={table}
              standing={standings.get(target) ?? 'first'}
              isTabStop={tabStop !== undefined && 'row' in tabStop && target.rows.includes(tabStop.row)}
              tooltip={tooltip}
            />
          ))}
        </ul>
      )}
    </div>
  );
});
