import type { Steps } from '../base/steps';
import { laneContent } from '../layout/lane-content';
import { makeLanes } from '../layout/lanes';
import { reachingIn, toneSums } from '../layout/mark-run';
import { stackRows } from '../layout/rows';
import { timeScaleOf } from '../layout/time-scale-of';
import { unitColumn } from '../layout/unit-column';
import type { EventTable } from '../model/event-table';
import { NO_FILTER } from '../model/filter';
import { actorPostings } from '../model/postings';
import { involvementOf } from '../state/involvement';
import { matchEvents } from '../state/matches';
import { EMPTY_STATE } from '../state/timeline-state';
import type { Prepare } from './load-rows';

/** More lanes than a screen shows. */
const LANES_AHEAD = 30;

/** What the first picture of a table asks for, each kept by the table once it was made: done ahead, a part at a time. */
export const PREPARE_TABLE: readonly Prepare[] = [
  (table) => void involvementOf(table),
  (table) => void matchEvents(table, NO_FILTER),
  (table) => void timeScaleOf(table, 'folded'),
  (table) => void timeScaleOf(table, 'calendar'),
  (table) => void unitColumn(table, timeScaleOf(table, table.dataset.opening?.scale ?? EMPTY_STATE.scale)),
  (table) => void actorPostings(table),
  prepareLanes,
];

/** Lanes as the dataset opens, and what stands in the first of them. */
function* prepareLanes(table: EventTable): Steps<void> {
  const { opening } = table.dataset;
  const lanes = makeLanes(table, opening?.group ?? EMPTY_STATE.group, opening?.expanded);
  const { mask } = matchEvents(table, NO_FILTER);
  const units = unitColumn(table, timeScaleOf(table, opening?.scale ?? EMPTY_STATE.scale));
  for (const [index, lane] of lanes.entries()) {
    yield index / lanes.length;
    const stacked = stackRows(table, lane);
    if (index >= LANES_AHEAD) continue;
    yield index / lanes.length;
    for (const run of laneContent(table, stacked, mask, units).marks) {
      toneSums(table, run);
      reachingIn(table, run, 0, run.rows.length, table.extent.start, table.extent.end);
    }
  }
}
