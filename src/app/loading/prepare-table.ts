import type { Steps } from '../../base/steps';
import { laneContent } from '../../layout/lanes/lane-content';
import { FINE_HEIGHTS, lanesInSight, placeLanes } from '../../layout/lanes/lane-heights';
import { makeLanes } from '../../layout/lanes/lanes';
import { toneSums } from '../../layout/marks/mark-run';
import { stackTracks } from '../../layout/lanes/tracks';
import type { TimeScale } from '../../layout/scale/time-scale';
import { timeScaleOf } from '../../layout/scale/time-scale-of';
import { unitColumn } from '../../layout/scale/unit-column';
import type { EventTable } from '../../model/event-table';
import { NO_FILTER } from '../../model/filter';
import { matchEvents } from '../../state/query/matches';
import { EMPTY_STATE } from '../../state/view/timeline-state';
import type { Prepare } from './read-in-slices';

/** As high as a chart in sight is likely to be; further lanes are taken in when somebody scrolls to them. */
const SIGHT_PX = 900;

/**
 * What the first picture of a table asks for, each kept by the table once it was made: done ahead, a part at a time,
 * and nothing else.
 */
export const PREPARE_TABLE: readonly Prepare[] = [
  (table) => void matchEvents(table, NO_FILTER),
  (table) => void scaleAtFirst(table),
  (table) => void unitColumn(table, scaleAtFirst(table)),
  prepareLanes,
];

function scaleAtFirst(table: EventTable): TimeScale {
  return timeScaleOf(table, table.dataset.opening?.scale ?? EMPTY_STATE.scale);
}

/** Lanes as the dataset opens, and what stands in the first of them. */
function* prepareLanes(table: EventTable): Steps<void> {
  const { opening } = table.dataset;
  const lanes = makeLanes(table, opening?.group ?? EMPTY_STATE.group, opening?.expanded, EMPTY_STATE.laneOrder);
  const stacked = [];
  for (const lane of lanes) {
    yield 0.5;
    stacked.push(stackTracks(table, lane));
  }
  const { mask } = matchEvents(table, NO_FILTER);
  const units = unitColumn(table, scaleAtFirst(table));
  for (const lane of lanesInSight(placeLanes(stacked, SIGHT_PX, FINE_HEIGHTS), 0, SIGHT_PX)) {
    yield 0.8;
    for (const run of laneContent(table, lane, mask, units).marks) toneSums(table, run);
  }
}
