import type { Steps } from '../base/steps';
import type { EventTable } from '../model/event-table';
import { FINE_HEIGHTS, lanesInSight } from './lanes/lane-heights';
import { laneSetFor } from './lanes/lane-set';
import type { TimelineQuery } from './layout-timeline';
import { timeScaleOf } from './scale/time-scale-of';
import { unitColumn } from './scale/unit-column';

/**
 * Works out a step at a time what the first picture of a query will ask for in a chart about `sightPx` high, whatever
 * its width; `layoutTimeline` finds it done. Apart from it, so that whoever only prepares needs no code for scenes.
 */
export function* prepareTimeline(table: EventTable, query: TimelineQuery, sightPx: number): Steps<void> {
  const scale = timeScaleOf(table, query.scale);
  yield 0.1;
  const unitsOfRows = unitColumn(table, scale);
  yield 0.2;
  const set = laneSetFor(table, query);
  yield* set.stackSteps();
  const contentOf = set.contentOf({ mask: query.mask, unitsOfRows });
  for (const lane of lanesInSight(set.placed({ fillPx: sightPx, rules: FINE_HEIGHTS }), 0, sightPx)) {
    yield 0.8;
    for (const run of contentOf(lane).marks) run.toneSums();
  }
}
